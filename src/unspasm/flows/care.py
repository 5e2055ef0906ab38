"""From Home to the check, its card, and what is known of the person."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App

from unspasm.flows.errand import NOT_FINISHED, CheckErrand
from unspasm.journeys.house import House
from unspasm.words import CheckWords, Words
from unspasm.words.phrases import source_line, when

if TYPE_CHECKING:
    from unspasm.domain.entries import Entry
    from unspasm.domain.rules import Sign
    from unspasm.domain.runs import CheckRun
    from unspasm.domain.urgency import Urgency
    from unspasm.screens.care import CareScreen
    from unspasm.screens.check import CheckScreen


class CareFlow:
    """Leads through check and card. Screens are imported when the first one opens."""

    def __init__(
        self,
        app: App[None],
        house: House,
        words: Words,
        refresh: Callable[[], None],
        errand: CheckErrand | None,
    ) -> None:
        """Take what it leads through.

        Args:
            app: shows the screens.
            house: the house.
            words: all words.
            refresh: brings Home up to date.
            errand: the check that the program is here for, and ends after.
        """
        self.urgency: Urgency | None = None
        """The outcome of the last check that ended."""
        self._app = app
        self._house = house
        self._words = words
        self._refresh = refresh
        self._guest = errand is not None and errand.guest
        self._check_first = errand is not None

    def open_check(self) -> None:
        """Start a check, or go on with the one that was not finished."""
        from unspasm.journeys.check import CheckJourney  # noqa: PLC0415

        run = CheckJourney(self._house, guest=self._guest)

        def ended(came_to_an_end: bool | None) -> None:
            if came_to_an_end and run.entry:
                self.urgency = run.state.check.urgency
                self.open_card_of(run.entry)
            elif self._check_first:
                self._app.exit(return_code=NOT_FINISHED)
            self._refresh()

        self._app.push_screen(self.check_screen(run), ended)

    def check_screen(self, run: "CheckRun", words: CheckWords | None = None) -> "CheckScreen":
        """Return the screen of a check, in other words if need be."""
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        return CheckScreen(run, self._words, self._why, self._seen_when, words)

    def questions_screen(
        self, run: "CheckRun", title: str, leave_ask: str | None = None
    ) -> "CheckScreen":
        """Return the screen of short pages that lead to no urgency.

        Args:
            run: the pages.
            title: what they come before.
            leave_ask: asks whether to leave them; about a pack unless that is said.
        """
        words = replace(
            self._words.check,
            title=title,
            leave_ask=leave_ask or self._words.pack.leave_ask,
            leave_yes=self._words.pack.leave_yes,
            leave_no=self._words.pack.leave_no,
        )
        return self.check_screen(run, words)

    def open_card(self, check: str | None) -> None:
        """Show a check's card: the one named, the one that stands, or the latest."""
        status = self._house.status()
        entries = {entry.id: entry for entry in self._house.care_entries()}
        first = status.card_first.check if status.card_first else None
        entry = entries.get(check or "") or first or status.latest
        if entry is None:
            self._app.notify(self._words.card.no_card, markup=False)
        else:
            self.open_card_of(entry)

    def open_card_of(self, entry: "Entry") -> None:
        """Show the card of a check."""

        def left(go_on: bool | None) -> None:
            if go_on:
                self.open_check()
            elif self._check_first:
                self._app.exit()
            self._refresh()

        self._app.push_screen(self.card_screen(entry), left)

    def card_screen(self, entry: "Entry") -> "CareScreen":
        """Return the screen of a check's card."""
        from unspasm.journeys.care import CareJourney  # noqa: PLC0415
        from unspasm.screens.care import CareScreen  # noqa: PLC0415

        run = CareJourney(self._house, entry, guest=self._guest)
        why = self.source_lines(run.card.sources)
        return CareScreen(run, self._words, self.troubles(), why)

    def open_about(self, suggested_country: str | None) -> None:
        """Show what the person said about themselves."""
        from unspasm.journeys.about import AboutJourney  # noqa: PLC0415
        from unspasm.screens.about import AboutScreen  # noqa: PLC0415

        run = AboutJourney(self._house, suggested_country)
        self._app.push_screen(AboutScreen(run, self._words), lambda _: self._refresh())

    def ask_over(
        self,
        goes_on: Callable[[], None] | None = None,
        left: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask whether the spasm is over.

        Args:
            goes_on: what follows if it is not.
            left: what follows if nothing is said.
        """
        from unspasm.screens.ask import AskChoice  # noqa: PLC0415

        home = self._words.home

        def note(place: int | None) -> None:
            if place == 0:
                self._house.end_episode()
                self._app.notify(home.over_done, markup=False)
                self._refresh()
            elif place == 1 and goes_on:
                goes_on()
            else:
                left()

        question = home.quiet_ask if goes_on else home.over_ask
        ask = AskChoice(question, [home.over_yes, home.over_no], self._words.card.ask_keys)
        self._app.push_screen(ask, note)

    def troubles(self) -> list[str]:
        """What is wrong with the record, in words."""
        return [str(getattr(self._words.journal, one.value)) for one in self._house.troubles]

    def source_lines(self, names: Iterable[str]) -> list[str]:
        """Who says so, one source a line."""
        sources = self._house.catalogue.sources
        return [source_line(self._words.help, sources[name]) for name in names if name in sources]

    def _why(self, sign: "Sign") -> Iterator[str]:
        yield from self.source_lines(sign.sources)

    def _seen_when(self, at: datetime) -> str:
        moment = self._house.clock()
        lived = (at + moment.utc_offset).replace(tzinfo=None)
        return when(self._words.calendar, lived, moment.lived)
