"""The way to a pack or a session, line by line."""

from unspasm.domain.entries import Entry
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney
from unspasm.plain.checks import PlainChecks


class PlainGate:
    """Asks what comes before a pack and a session alike: `GateFace`, without ever suspending."""

    def __init__(self, checks: PlainChecks) -> None:
        self._checks = checks

    async def show_card(self, entry: Entry) -> None:
        """Show the care card of a check."""
        if self._checks.show_card(entry):
            self._checks.check()

    async def check(self, run: CheckJourney) -> bool:
        """Go through a check; return whether it came to its end."""
        return self._checks.ask(run)

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Ask whether anything is new or worse; return whether it was answered."""
        return self._checks.ask(run)

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask what must be known before it; return whether it was answered."""
        return self._checks.ask(run)

    async def check_signs(self) -> None:
        """Start a check."""
        self._checks.check()
