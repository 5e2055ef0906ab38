"""Leads to logs, progress and what the record has noticed. Screens are imported when wanted."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from unspasm.domain.log_entries import PainLog
from unspasm.flows.lead import Lead, Stage
from unspasm.words.phrases import when

if TYPE_CHECKING:
    from unspasm.domain.course_record import CourseStanding
    from unspasm.domain.progress_view import ProgressView
    from unspasm.journeys.log import LogJourney
    from unspasm.screens.log import LogScreen

_LOG, _OVER = "log", "over a log"
"""What leads to a log, and to what may be seen over one: neither gives up the other."""
_SEVERITY_SOURCES = ("nhs-back-pain",)
"""Of the words for mild, moderate and severe."""
_AVERAGE_SOURCES = ("menezes-costa-2012",)
"""Of the average course of `pain_chart`."""


class LogLead(Lead):
    """Logs and progress, as the app sees them."""

    groups = (_LOG, _OVER)

    def __init__(self, stage: Stage, refresh: Callable[[], None]) -> None:
        super().__init__(stage)
        self._refresh = refresh
        self._run: LogJourney | None = None
        """The log that was begun and neither kept nor left."""

    def open(self) -> None:
        """Lead to a log, and to what follows from it. There is one at a time."""
        from unspasm.screens.log import LogScreen  # noqa: PLC0415

        if any(isinstance(one, LogScreen) for one in self._app.screen_stack):
            self._app.notify(self._all_words.log.open_already, markup=False)
            return
        self._go(self._log)

    def progress(self) -> None:
        """Show how the pain has gone."""
        from unspasm.screens.progress import ProgressScreen  # noqa: PLC0415
        from unspasm.words.log_phrases import course_lines  # noqa: PLC0415

        lines = [
            line for one in self._house.course() for line in course_lines(self._all_words.log, one)
        ]
        sources = self._care.source_lines(_AVERAGE_SOURCES)
        screen = ProgressScreen(self._all_words, self._view, lines, sources)
        self._app.push_screen(screen, lambda _: self._refresh())

    def notice(self) -> None:
        """Look at what the record has come to, and show a step that was not shown yet."""
        fresh = self._house.notice_first()
        if fresh and len(self._app.screen_stack) == 1:
            self.open_course(fresh)

    def open_card(self) -> None:
        """Show the card that stands: of a check, or else of what the record has noticed."""
        if self._house.status().card_first or not self.open_course():
            self._care.open_card(None)

    def open_course(self, standing: "CourseStanding | None" = None) -> bool:
        """Show the card of a step, else of the most urgent one; return if there is one."""
        from unspasm.journeys.course import CourseJourney  # noqa: PLC0415
        from unspasm.screens.care import CareScreen  # noqa: PLC0415
        from unspasm.words.log_phrases import tried  # noqa: PLC0415

        standing = standing or next(iter(self._house.course()), None)
        if standing is None:
            return False
        line = tried(self._all_words.log, standing.reached.not_helped)
        run = CourseJourney(self._house, standing, line)
        why = self._care.source_lines(run.card.sources)
        screen = CareScreen(run, self._all_words, self._care.troubles(), why)
        self._app.push_screen(screen, lambda _: self._refresh())
        return True

    def wanted(self, what: str) -> None:
        """Do what was wanted on the screen of progress."""
        doings: dict[str, Callable[[], Awaitable[None]]] = {"undo": self._undo, "page": self._page}
        self._go(doings[what], _OVER)

    # --- one step each ------------------------------------------------------------------------

    async def _log(self) -> None:
        from unspasm.journeys.log import LogJourney  # noqa: PLC0415
        from unspasm.words.log_phrases import kept  # noqa: PLC0415

        words = self._all_words
        run = self._run if self._run and self._run.told else LogJourney(self._house)
        self._run = run
        wanted = await self._ask(self._log_screen(run))
        self._run = None
        if not wanted:
            return
        now = self._house.clock().lived
        said = [kept(words.log, words.calendar, run.draft, run.felt, now), "", words.log.nerves]
        if not run.kept:
            said.insert(1, words.card.nothing_kept)
        question = "\n".join(said)
        place = await self._choice(question, words.log.after_options)
        if place == 2:
            undone = run.undo()
            self._app.notify(words.log.undone if undone else words.card.nothing_kept, markup=False)
        self._refresh()
        if place == 1:
            await self._check()
        self.notice()

    def _log_screen(self, run: "LogJourney") -> "LogScreen":
        from unspasm.screens.log import LogScreen  # noqa: PLC0415

        sources = self._care.source_lines(_SEVERITY_SOURCES)
        return LogScreen(run, self._all_words, lambda: self._house.clock().lived, sources)

    async def _check(self) -> None:
        """Go through a check and its card; what the record has noticed comes after them."""
        from unspasm.journeys.check import CheckJourney  # noqa: PLC0415

        goes_on: bool | None = True
        while goes_on:
            run = CheckJourney(self._house)
            ended = await self._ask(self._care.check_screen(run))
            self._refresh()
            goes_on = False
            if ended and run.entry:
                goes_on = await self._ask(self._care.card_screen(run.entry))
                self._refresh()

    async def _undo(self) -> None:
        from unspasm.journeys.log import last_log  # noqa: PLC0415
        from unspasm.screens.progress import ProgressScreen  # noqa: PLC0415

        words, entry = self._all_words, last_log(self._house)
        if entry is None or not isinstance(entry.body, PainLog):
            self._app.notify(words.log.undo_nothing, markup=False)
            return
        at = when(words.calendar, entry.lived, self._house.clock().lived)
        question = words.log.undo_ask.format(pain=entry.body.pain, when=at)
        if await self._choice(question, words.log.yes_no) == 0:
            undone = self._house.retract(entry)
            self._app.notify(words.log.undone if undone else words.card.nothing_kept, markup=False)
            if isinstance(self._app.screen, ProgressScreen):
                self._app.screen.show()

    async def _page(self) -> None:
        from unspasm.journeys.page import PageJourney  # noqa: PLC0415
        from unspasm.screens.report import ReportScreen  # noqa: PLC0415

        await self._ask(ReportScreen(PageJourney(self._house, self._all_words), self._all_words))

    # --- pieces -------------------------------------------------------------------------------

    def _view(self, days: int) -> "ProgressView":
        from unspasm.domain.progress_view import progress_view  # noqa: PLC0415

        now = self._house.clock()
        first = now.day - timedelta(days=days - 1)
        return progress_view(self._house.everything_told(), now, first)
