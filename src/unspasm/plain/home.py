"""Home line by line: how things stand, and what can be done from there."""

from collections.abc import Callable, Iterator

from unspasm.domain.home import HomeView
from unspasm.domain.locks import Activity
from unspasm.domain.spasm_now import SpasmNow
from unspasm.journeys.house import House
from unspasm.journeys.page import PageJourney
from unspasm.journeys.tips import TipsJourney
from unspasm.plain.checks import PlainChecks
from unspasm.plain.leads import PlainLeads
from unspasm.plain.lines import LEAVES, Lines
from unspasm.plain.log import PlainLog
from unspasm.plain.page import PlainPage
from unspasm.plain.progress import PlainProgress
from unspasm.plain.telling import troubles
from unspasm.plain.tips import PlainTips
from unspasm.plain.welcome import PlainWelcome
from unspasm.words import Words
from unspasm.words.pack_phrases import home_note, strip_plain
from unspasm.words.phrases import home_sentences
from unspasm.words.tips_phrases import tips_on_home

Doing = tuple[str, Callable[[], object]]
"""What a line of Home says, and what it does."""


class PlainHome:
    """Shows Home, and does one thing at a time."""

    def __init__(
        self,
        house: House,
        words: Words,
        lines: Lines,
        checks: PlainChecks,
        leads: PlainLeads,
        welcome: PlainWelcome,
    ) -> None:
        self._house = house
        self._words = words
        self._lines = lines
        self._checks = checks
        self._leads = leads
        self._welcome = welcome
        self._pain_log = PlainLog(house, words, lines, checks.check)

    def show(self) -> bool:
        """Show Home and do one thing; return whether to go on.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        words = self._words
        if self._pain_log.begun:
            self._notice_if(self._pain_log.go_on())
        view = self._house.home()
        self._lines.say("")
        self._lines.say_all(home_lines(words, self._house, view, self._house.spasm_now()))
        self._lines.say("", words.plain.menu_heading)
        doings = dict(self.doings(view))
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
        elif answer != "q" and not self._leads.show_waiting() and answer not in {"", *LEAVES}:
            self._lines.say(words.plain.not_understood.format(text=answer))
        return answer != "q"

    def doings(self, view: HomeView) -> Iterator[tuple[str, Doing]]:
        """What can be done from Home, each by the letter or digit that leads there."""
        home, named = self._words.home, self._words.plain.named.format
        waits = Activity.SESSION in view.waits or view.under_16
        stretches = self._leads.stretches()
        ease = home.stretch_waits if waits else home.ease_note
        yield "1", (named(name=home.ease, value=ease), self.and_notice(stretches.ease_now))
        yield "2", (home.check if view.unfinished is None else home.check_go_on, self._checks.check)
        stretch = home.stretch_waits if waits else home.stretch_note
        yield "3", (named(name=home.stretch, value=stretch), self.and_notice(stretches.lead))
        packs = self.and_notice(lambda: self._leads.packs().lead())
        yield "4", (named(name=home.packs, value=home_note(home, view)), packs)
        yield "5", (home.log, self._log)
        yield "6", (home.progress, self._progress)
        tips = self._words.tips
        today = TipsJourney(self._house, tips).today_for_home()
        yield "7", (named(name=tips.home, value=tips_on_home(tips, view, today)), self._tips)
        yield "8", (home.page, self._page)
        if view.in_episode:
            yield "e", (home.over, self._over)
        yield "r", (home.own, self.and_notice(self._leads.own))
        yield "c", (home.card, lambda: self._checks.show_standing(view.first))
        yield "a", (home.about, self._welcome.about)
        yield "s", (home.settings, self._welcome.settings)

    def and_notice(self, do: Callable[[], object]) -> Callable[[], object]:
        """Do something, and look at what the record has come to."""

        def both() -> None:
            do()
            self._checks.notice()

        return both

    def ask_if_quiet(self) -> None:
        """After a week without a word of pain, ask whether it is over; if not, how it is.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        spasm = self._house.spasm_now()
        if spasm and spasm.quiet and not self._over(self._words.home.quiet_ask):
            self._log()

    def _log(self) -> None:
        """Lead to a log, and to what the record notices then."""
        self._notice_if(self._pain_log.ask())

    def _notice_if(self, kept: bool) -> None:  # noqa: FBT001 - it passes a fact on
        if kept:
            self._checks.notice()

    def leave(self) -> None:
        """Drop what was begun, and say so."""
        self._pain_log.drop()

    def _progress(self) -> None:
        PlainProgress(self._house, self._words, self._lines).tell()

    def _page(self) -> None:
        run = PageJourney(self._house, self._words)
        PlainPage(run, self._words, self._lines).ask()

    def _tips(self) -> None:
        def card() -> None:
            self._checks.show_standing(self._house.home().first)

        PlainTips(self._house, self._words, self._lines, card).ask()

    def _over(self, question: str | None = None) -> bool:
        """Ask whether the spasm is over; return what was said."""
        words = self._words
        asked = words.plain.asked.format(question=question or words.home.over_ask)
        over = self._lines.confirm(asked, words.plain.prompt)
        if over:
            kept = self._house.end_episode()
            self._lines.say(words.home.over_done if kept else words.about.not_kept)
        return over


def home_lines(words: Words, house: House, view: HomeView, spasm: SpasmNow | None) -> Iterator[str]:
    """How things stand, and what is wrong with the record if anything is."""
    yield from home_sentences(words.home, words.calendar, view, spasm)
    if line := strip_plain(words.pack, view.pack, view.rests_until):
        yield line
    yield from troubles(words, house)
