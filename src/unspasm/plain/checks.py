"""The check and the cards, line by line: what comes before anything else on Home and off it."""

from collections.abc import Iterator
from datetime import datetime

from unspasm.domain.course_record import CourseStanding
from unspasm.domain.entries import Entry
from unspasm.domain.rules import Sign
from unspasm.domain.runs import CheckRun
from unspasm.domain.urgency import Urgency
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.course import CourseJourney
from unspasm.journeys.house import House
from unspasm.plain.care import PlainCard
from unspasm.plain.check import PlainCheck
from unspasm.plain.lines import EndOfInputError, Lines, WorseError
from unspasm.plain.telling import source_points, troubles
from unspasm.words import Words
from unspasm.words.log_phrases import tried
from unspasm.words.phrases import when


class PlainChecks:
    """Leads through a check to its card, and to the cards that the record asks for."""

    def __init__(self, house: House, words: Words, lines: Lines) -> None:
        self._house = house
        self._words = words
        self._lines = lines
        self.asking = False
        """Whether a check is under way, so that stopping here leaves it unfinished."""
        self.left_standing = False
        """Whether the person left an emergency card without saying what became of it."""

    # --- a check ------------------------------------------------------------------------------

    def check(self, *, guest: bool = False) -> Urgency | None:
        """Go through the check and its card; return the urgency, or `None` if it was left.

        Raises:
            EndOfInputError: if there is no more to read before the result.
        """
        words = self._words
        while True:
            run = CheckJourney(self._house, guest=guest)
            self._tell_beginning(run)
            ended = self.ask(run)
            if not ended or run.entry is None:
                kept = run.kept and not guest
                self._lines.say(words.plain.left if kept else words.plain.left_guest)
                return None
            try:
                goes_on = self.show_card(run.entry, guest=guest)
            except WorseError:
                goes_on = True
            if not goes_on:
                return run.state.check.urgency

    def ask(self, run: CheckRun) -> bool:
        """Go through pages; return whether they came to their end.

        Raises:
            EndOfInputError: if there is no more to read before that.
            WorseError: if something is worse, at questions that are no check.
        """
        asking = PlainCheck(
            run,
            self._lines,
            self._words.check,
            self._words.plain,
            self.why,
            self.seen_when,
            is_check=isinstance(run, CheckJourney),
        )
        self.asking = True
        try:
            ended = asking.ask()
        except WorseError:
            self.asking = False
            raise
        self.asking = False
        return ended

    def why(self, sign: Sign) -> Iterator[str]:
        """Where a sign comes from, one source a line."""
        return source_points(self._words, self._house.catalogue.sources, sign.sources)

    def seen_when(self, at: datetime) -> str:
        """Return a moment, UTC, as people say it."""
        moment = self._house.clock()
        lived = (at + moment.utc_offset).replace(tzinfo=None)
        return when(self._words.calendar, lived, moment.lived)

    def _tell_beginning(self, run: CheckJourney) -> None:
        words = self._words
        if run.guest:
            self._lines.say(words.check.guest_note)
        elif run.goes_on:
            self._lines.say(words.check.goes_on)
        elif run.resumed:
            self._lines.say(words.check.resumed)

    # --- the cards ----------------------------------------------------------------------------

    def show_card(self, entry: Entry, *, guest: bool = False) -> bool:
        """Show the card of a check; return whether that check is to go on where it stopped.

        Raises:
            WorseError: if the person says that something is worse.
        """
        run = CareJourney(self._house, entry, guest=guest)
        card = PlainCard(run, self._lines, self._words.card, self._words.plain)
        card.tell()
        self._lines.say_all(troubles(self._words, self._house))
        try:
            goes_on = card.ask()
        except EndOfInputError:
            goes_on = False  # the result has been told; who reads no further has finished
        self.left_standing = run.stays
        return goes_on

    def show_standing(self, check: str | None) -> None:
        """Show the card of a check by its id; without one, that of the course or the last check.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        entries = {entry.id: entry for entry in self._house.care_entries()}
        latest = self._house.status().latest
        entry = entries.get(check or "") or latest
        steps = self._house.course()
        if steps and not check:
            self._show_step(steps[0])
        elif entry is None:
            self._lines.say(self._words.card.no_card)
        elif self.show_card(entry):
            self.check()

    def notice(self) -> None:
        """Show the card of a step that the record has come to and that was not shown yet.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        if standing := self._house.notice_first():
            self._show_step(standing)

    def _show_step(self, standing: CourseStanding) -> None:
        line = tried(self._words.log, standing.reached.not_helped)
        run = CourseJourney(self._house, standing, line)
        card = PlainCard(run, self._lines, self._words.card, self._words.plain)
        card.tell()
        card.ask()
