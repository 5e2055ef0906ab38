"""The whole app line by line."""

from collections.abc import Callable
from typing import TypeVar

from unspasm.cues import Cues
from unspasm.domain.urgency import Urgency
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.plain.checks import PlainChecks
from unspasm.plain.home import PlainHome
from unspasm.plain.leads import PlainLeads
from unspasm.plain.lines import Lines, WorseError
from unspasm.plain.pack_watch import PlainPackWatch
from unspasm.plain.welcome import PlainWelcome
from unspasm.words import Words

Result = TypeVar("Result")


class PlainApp:
    """A conversation from the first line to goodbye, in which a pack that is on comes first."""

    def __init__(
        self,
        house: House,
        words: Words,
        lines: Lines,
        suggested_country: str | None,
        cues: Cues | None = None,
        *,
        first_start: bool = False,
    ) -> None:
        self._house = house
        self._words = words
        self._lines = lines
        lines.numbered = words.plain.numbered
        self._first_start = first_start
        """Whether the first page comes before Home, unless something waits for the person."""
        cues = cues or Cues(lambda _text: None, None)
        self._checks = PlainChecks(house, words, lines)
        self._watch = PlainPackWatch(house, words, lines, cues, self._checks.check)
        self._leads = PlainLeads(house, words, lines, cues, self._checks, self._watch)
        self._welcome = PlainWelcome(
            house, words, lines, cues, suggested_country, self._checks, self._leads
        )
        self._home = PlainHome(house, words, lines, self._checks, self._leads, self._welcome)

    @property
    def asking(self) -> bool:
        """Whether a check is under way, so that stopping here leaves it unfinished."""
        return self._checks.asking

    def run(self) -> None:
        """Show Home and do what the person asks, until they leave.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        words = self._words
        self._lines.say(words.app.purpose, words.app.limits, words.app.private)
        self._house.back_up()
        self._lines.say(words.plain.every_prompt)
        shown = self._heeding(self._first)
        while not self._checks.left_standing:
            self._watch.mind()
            if self._watch.waits and not shown:
                shown = True
                self._heeding(self._leads.packs().show)
            else:
                shown = self._watch.waits
                if self._heeding(self._home.show) is False:
                    break
        self._home.leave()
        self.say_goodbye()
        self.say_still_on()

    def check(self, *, guest: bool = False) -> Urgency | None:
        """Go through the check and its card; return the urgency, or `None` if it was left.

        Raises:
            EndOfInputError: if there is no more to read before the result.
        """
        return self._checks.check(guest=guest)

    def pack(self, plan: PackPlan, *, minutes_given: bool) -> Outcome:
        """Lead to a pack.

        Raises:
            EndOfInputError: if there is no more to read before it is off.
        """
        lead = self._leads.packs(minutes_given=minutes_given).lead
        return self._heeding(lambda: lead(plan)) or Outcome.LEFT

    def stretch(self, routine: str | None, *, now: bool) -> Outcome:
        """Lead to a session.

        Raises:
            EndOfInputError: if there is no more to read before it has ended.
        """
        stretches = self._leads.stretches()
        lead = self._heeding(lambda: stretches.ease_now() if now else stretches.lead(routine))
        return lead or Outcome.LEFT

    def say_goodbye(self) -> None:
        """Say goodbye, and whether everything has been kept."""
        plain = self._words.plain
        self._lines.say(plain.bye if self._house.keeps else plain.bye_nothing)

    def say_still_on(self) -> None:
        """Say that a pack is on, if one is: nobody will warn of it any more."""
        self._watch.say_still_on()

    def _heeding(self, do: Callable[[], Result]) -> Result | None:
        """Do something; if meanwhile something is worse, break it off for the warning signs."""
        try:
            return do()
        except WorseError:
            self._checks.check()
            return None

    def _first(self) -> bool:
        """Show what comes before Home; return whether that was a pack."""
        view = self._house.home()
        if view.pack and not (view.first or view.unfinished):
            self._leads.packs().show()
            return True
        self._watch.mind()
        if view.first:
            self._checks.show_standing(view.first)
        elif view.unfinished:
            self._checks.check()
        elif self._first_start and not (view.course or view.unfinished is not None):
            self._welcome.show()
        else:
            self._home.ask_if_quiet()
            self._checks.notice()
        return False
