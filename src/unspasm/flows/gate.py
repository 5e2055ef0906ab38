"""The full screen's side of the gate: what is asked before a pack as before a session."""

from unspasm.domain.entries import Entry
from unspasm.flows.lead import Asker
from unspasm.journeys.check import CheckJourney


class ScreenGate(Asker):
    """Shows checks and their cards, each on a screen of its own."""

    async def show_card(self, entry: Entry) -> None:
        """Show the care card of a check."""
        if await self._ask(self._care.card_screen(entry)):
            await self.check_signs()

    async def check(self, run: CheckJourney) -> bool:
        """Go through a check; return whether it came to its end."""
        ended = await self._ask(self._care.check_screen(run))
        return ended is True

    async def check_signs(self) -> None:
        """Go through a check and its card, before anything else ends."""
        run = CheckJourney(self._house)
        if await self.check(run) and run.entry:
            await self.show_card(run.entry)
