"""The whole app line by line."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from unspasm.cues import Cues
from unspasm.domain.course_record import CourseStanding
from unspasm.domain.entries import Entry
from unspasm.domain.home import HomeView
from unspasm.domain.locks import Activity
from unspasm.domain.rules import Sign
from unspasm.domain.runs import CheckRun
from unspasm.domain.spasm_now import SpasmNow
from unspasm.domain.urgency import Urgency
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.course import CourseJourney
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.journeys.page import PageJourney
from unspasm.journeys.settings import SettingsJourney
from unspasm.journeys.tips import TipsJourney
from unspasm.plain.about import PlainAbout
from unspasm.plain.care import PlainCard
from unspasm.plain.check import PlainCheck
from unspasm.plain.lines import LEAVES, EndOfInputError, Lines, WorseError, whole_number
from unspasm.plain.log import PlainLog
from unspasm.plain.pack_watch import PlainPackWatch
from unspasm.plain.packs import PlainPacks
from unspasm.plain.page import PlainPage
from unspasm.plain.progress import PlainProgress
from unspasm.plain.routines import PlainRoutines
from unspasm.plain.settings import PlainSettings, set_up
from unspasm.plain.stretch import PlainStretches
from unspasm.plain.tips import PlainTips
from unspasm.words import Words
from unspasm.words.log_phrases import tried
from unspasm.words.pack_phrases import home_note, strip_plain
from unspasm.words.phrases import home_sentences, source_line, when
from unspasm.words.tips_phrases import tips_on_home

Result = TypeVar("Result")


class PlainApp:
    """Home, the check, the card and the person's own page as a conversation."""

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
        self._first_start = first_start
        """Whether the first page comes before Home, unless something waits for the person."""
        self._cues = cues or Cues(lambda _text: None, None)
        self._watch = PlainPackWatch(house, words, lines, self._cues, self.check)
        self._house = house
        self._words = words
        self._lines = lines
        self._suggested = suggested_country
        self._routines = PlainRoutines(house, words, lines)
        self.asking = False
        """Whether a check is under way, so that stopping here leaves it unfinished."""
        self._left_standing = False
        """Whether the person left an emergency card without saying what became of it."""

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
        while not self._left_standing:
            self._watch.mind()
            if self._watch.waits and not shown:
                shown = True
                self._heeding(self._packs().show)
            else:
                shown = self._watch.waits
                if self._heeding(self._at_home) is False:
                    break
        self.say_goodbye()
        self.say_still_on()

    def _heeding(self, do: Callable[[], Result]) -> Result | None:
        """Do something; if meanwhile something is worse, break it off for the warning signs."""
        try:
            return do()
        except WorseError:
            self.check()
            return None

    def _first(self) -> bool:
        """Show what comes before Home; return whether that was a pack."""
        view = self._house.home()
        if view.pack and not (view.first or view.unfinished):
            self._packs().show()
            return True
        self._watch.mind()
        if view.first:
            self._card(view.first)
        elif view.unfinished:
            self.check()
        elif self._first_start and not (view.course or view.unfinished is not None):
            self._welcome()
        else:
            self._ask_if_quiet()
            self._notice()
        return False

    def _at_home(self) -> bool:
        """Show Home and do one thing; return whether to go on."""
        words = self._words
        view = self._house.home()
        self._lines.say("")
        self._lines.say_all(home_lines(words, self._house, view, self._house.spasm_now()))
        self._lines.say("", words.plain.menu_heading)
        doings = dict(self._doings(view))
        self._lines.say(
            *(
                words.plain.menu_item.format(key=key, words=what)
                for key, (what, _) in doings.items()
            ),
            words.plain.menu_quit,
            words.home.worse_plain,
        )
        answer = self._lines.ask(words.plain.prompt).casefold()
        if answer in doings:
            doings[answer][1]()
        elif answer != "q" and self._watch.waits:
            self._packs().show()
        elif answer not in {"", *LEAVES}:
            self._lines.say(words.plain.not_understood.format(text=answer))
        return answer != "q"

    def say_goodbye(self) -> None:
        """Say goodbye, and whether everything has been kept."""
        plain = self._words.plain
        self._lines.say(plain.bye if self._house.keeps else plain.bye_nothing)

    def say_still_on(self) -> None:
        """Say that a pack is on, if one is: nobody will warn of it any more."""
        self._watch.say_still_on()

    def check(self, *, guest: bool = False) -> Urgency | None:
        """Go through the check and its card; return the urgency, or `None` if it was left.

        Raises:
            EndOfInputError: if there is no more to read before the result.
        """
        words = self._words
        while True:
            run = CheckJourney(self._house, guest=guest)
            self._tell_beginning(run)
            ended = self.ask_check(run)
            if not ended or run.entry is None:
                kept = run.kept and not guest
                self._lines.say(words.plain.left if kept else words.plain.left_guest)
                return None
            try:
                goes_on = self._show(run.entry, guest=guest)
            except WorseError:
                goes_on = True
            if not goes_on:
                return run.state.check.urgency

    def ask_check(self, run: CheckRun) -> bool:
        """Go through pages; return whether they came to their end.

        Raises:
            EndOfInputError: if there is no more to read before that.
        """
        asking = PlainCheck(
            run,
            self._lines,
            self._words.check,
            self._words.plain,
            self.why,
            self._seen_when,
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

    def show_card(self, entry: Entry) -> bool:
        """Show a card; return whether its check is to go on where it stopped."""
        return self._show(entry, guest=False)

    def pack(self, plan: PackPlan, *, minutes_given: bool) -> Outcome:
        """Lead to a pack.

        Raises:
            EndOfInputError: if there is no more to read before it is off.
        """
        lead = self._packs(minutes_given=minutes_given).lead
        return self._heeding(lambda: lead(plan)) or Outcome.LEFT

    def stretch(self, routine: str | None, *, now: bool) -> Outcome:
        """Lead to a session.

        Raises:
            EndOfInputError: if there is no more to read before it has ended.
        """
        stretches = self._stretches()
        lead = self._heeding(lambda: stretches.ease_now() if now else stretches.lead(routine))
        return lead or Outcome.LEFT

    def _stretches(self) -> PlainStretches:
        return PlainStretches(
            self, self._house, self._words, self._lines, self._cues, self._routines
        )

    def _own(self) -> None:
        """Lead to the routines of one's own, and to a session of one."""
        if Activity.SESSION in self._house.status().closed:
            self._stretches().lead()
        elif name := self._routines.lead():
            self._stretches().lead(name)

    def _packs(self, *, minutes_given: bool = False) -> PlainPacks:
        return PlainPacks(
            self,
            self._house,
            self._words,
            self._lines,
            self._watch,
            minutes_given=minutes_given,
        )

    def why(self, sign: Sign) -> Iterator[str]:
        """Where a sign comes from, one source a line."""
        sources = self._house.catalogue.sources
        for name in sign.sources:
            line = source_line(self._words.help, sources[name])
            yield self._words.plain.point.format(words=line)

    def _tell_beginning(self, run: CheckJourney) -> None:
        words = self._words
        if run.guest:
            self._lines.say(words.check.guest_note)
        elif run.goes_on:
            self._lines.say(words.check.goes_on)
        elif run.resumed:
            self._lines.say(words.check.resumed)

    def _show(self, entry: Entry, *, guest: bool) -> bool:
        """Show a card; return whether its check is to go on where it stopped."""
        run = CareJourney(self._house, entry, guest=guest)
        card = PlainCard(run, self._lines, self._words.card, self._words.plain)
        card.tell()
        self._lines.say_all(troubles(self._words, self._house))
        try:
            goes_on = card.ask()
        except EndOfInputError:
            goes_on = False  # the result has been told; who reads no further has finished
        self._left_standing = run.stays
        return goes_on

    def _card(self, check: str | None) -> None:
        entries = {entry.id: entry for entry in self._house.care_entries()}
        latest = self._house.status().latest
        entry = entries.get(check or "") or latest
        steps = self._house.course()
        if steps and not check:
            self._step(steps[0])
        elif entry is None:
            self._lines.say(self._words.card.no_card)
        elif self._show(entry, guest=False):
            self.check()

    def _doings(self, view: HomeView) -> Iterator[tuple[str, tuple[str, Callable[[], object]]]]:
        home, named = self._words.home, self._words.plain.named.format
        waits = Activity.SESSION in view.waits or view.under_16
        stretches = self._stretches()
        ease = home.stretch_waits if waits else home.ease_note
        yield "1", (named(name=home.ease, value=ease), self._and_notice(stretches.ease_now))
        yield "2", (home.check if view.unfinished is None else home.check_go_on, self.check)
        stretch = home.stretch_waits if waits else home.stretch_note
        yield "3", (named(name=home.stretch, value=stretch), self._and_notice(stretches.lead))
        packs = self._and_notice(lambda: self._packs().lead())
        yield "4", (named(name=home.packs, value=home_note(home, view)), packs)
        yield "5", (home.log, self._log)
        yield "6", (home.progress, self._progress)
        tips = self._words.tips
        today = TipsJourney(self._house, tips).today_for_home()
        yield "7", (named(name=tips.home, value=tips_on_home(tips, view, today)), self._tips)
        yield "8", (home.page, self._page)
        if view.in_episode:
            yield "e", (home.over, self._over)
        yield "r", (home.own, self._and_notice(self._own))
        yield "c", (home.card, lambda: self._card(view.first))
        yield "a", (home.about, self._about)
        yield "s", (home.settings, self._settings)

    def _log(self) -> None:
        """Lead to a log, and to what the record notices then."""
        if PlainLog(self._house, self._words, self._lines, self.check).ask():
            self._notice()

    def _and_notice(self, do: Callable[[], object]) -> Callable[[], object]:
        """Do something, and look at what the record has come to."""

        def both() -> None:
            do()
            self._notice()

        return both

    def _notice(self) -> None:
        """Show the card of a step that the record has come to and that was not shown yet."""
        if standing := self._house.notice_first():
            self._step(standing)

    def _step(self, standing: CourseStanding) -> None:
        line = tried(self._words.log, standing.reached.not_helped)
        run = CourseJourney(self._house, standing, line)
        card = PlainCard(run, self._lines, self._words.card, self._words.plain)
        card.tell()
        card.ask()

    def _progress(self) -> None:
        PlainProgress(self._house, self._words, self._lines).tell()

    def _page(self) -> None:
        run = PageJourney(self._house, self._words)
        PlainPage(run, self._words, self._lines).ask()

    def _tips(self) -> None:
        def card() -> None:
            self._card(self._house.home().first)

        PlainTips(self._house, self._words, self._lines, card).ask()

    def _about(self) -> None:
        run = AboutJourney(self._house, self._suggested)
        PlainAbout(run, self._lines, self._words.about, self._words.plain).ask()

    def _settings(self) -> None:
        doings = {"country": self._about, "welcome": self._welcome}
        PlainSettings(self._run_of_settings(), self._words, self._lines, doings).ask()

    def _run_of_settings(self) -> SettingsJourney:
        return SettingsJourney(self._house, self._words, self._cues, plain=True)

    def _welcome(self) -> None:
        """Say what this is and is not, and lead where the person wants to go first."""
        words, app, plain = self._words.welcome, self._words.app, self._words.plain
        self._lines.say(
            "", plain.heading.format(words=words.title), f"{app.purpose} {app.limits}", words.is_not
        )
        ways = ((words.check, self.check), (words.ease, self._stretches().ease_now),
                (words.set_up, self._set_up), (words.home, lambda: None))  # fmt: skip
        for number, (way, _) in enumerate(ways, start=1):
            self._lines.say(plain.numbered.format(number=number, words=way))
        self._lines.say(words.plain_ask)
        text = self._lines.ask(plain.prompt).casefold()
        self._house.settings.change(welcome=False)
        place = whole_number(text or "3")
        if place is not None and 1 <= place <= len(ways):
            ways[place - 1][1]()

    def _set_up(self) -> None:
        run = self._run_of_settings()
        set_up(self._house, self._words, self._lines, run, self._suggested)

    def _over(self, question: str | None = None) -> bool:
        """Ask whether the spasm is over; return what was said."""
        words = self._words
        asked = words.plain.asked.format(question=question or words.home.over_ask)
        over = self._lines.confirm(asked, words.plain.prompt)
        if over:
            kept = self._house.end_episode()
            self._lines.say(words.home.over_done if kept else words.about.not_kept)
        return over

    def _ask_if_quiet(self) -> None:
        """After a week without a word of pain, ask whether it is over; if not, how it is."""
        spasm = self._house.spasm_now()
        if spasm and spasm.quiet and not self._over(self._words.home.quiet_ask):
            self._log()

    def _seen_when(self, at: datetime) -> str:
        moment = self._house.clock()
        lived = (at + moment.utc_offset).replace(tzinfo=None)
        return when(self._words.calendar, lived, moment.lived)


def home_lines(words: Words, house: House, view: HomeView, spasm: SpasmNow | None) -> Iterator[str]:
    """How things stand, and what is wrong with the record if anything is."""
    yield from home_sentences(words.home, words.calendar, view, spasm)
    if line := strip_plain(words.pack, view.pack, view.rests_until):
        yield line
    yield from troubles(words, house)


def troubles(words: Words, house: House) -> Iterator[str]:
    """What is wrong with the record, in words."""
    for trouble in house.troubles:
        yield getattr(words.journal, trouble.value)
