"""How the pain has gone: pictures, and the same facts in sentences under each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from unspasm.domain.pain_chart import pain_chart
from unspasm.domain.progress_view import ProgressView
from unspasm.domain.weeks_chart import weeks_chart
from unspasm.screens.base import HouseScreen, Scrolling, bind, scroll_keys
from unspasm.widgets.runs import RunsView
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.progress_phrases import (
    legend_of_pain,
    legend_of_weeks,
    said_of_helped,
    said_of_pain,
    said_of_spasms,
    said_of_weeks,
)

RANGES = (28, 63, 182, 364)
"""Days on the chart, one range after the other."""


class ProgressScreen(Scrolling, HouseScreen[None]):
    """Progress."""

    CSS_PATH = "progress.tcss"
    leads_on = True
    house_words = ("log", "spasm", "session", "pack")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("progress.range", "r", "longer"),
        bind("progress.average", "a", "average"),
        bind("progress.page", "p", "page"),
        bind("progress.undo", "u", "undo"),
        bind("progress.leave", "escape", "dismiss(None)"),
        *scroll_keys("progress"),
    ]

    class Wanted(Message):
        """The person wants the page for a clinician, or the last log taken out."""

        def __init__(self, what: str) -> None:
            self.what = what
            super().__init__()

    def __init__(
        self,
        words: Words,
        view: Callable[[int], ProgressView],
        course: Iterable[str],
        sources: Iterable[str],
    ) -> None:
        super().__init__()
        self._all_words = words
        self._words = words.progress
        self._view = view
        self._course = tuple(course)
        self._sources = tuple(sources)
        self._range = 0
        self._average = False

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the pictures, each with its sentences."""
        words = self._words
        yield Plain(words.title, id="title")
        with VerticalScroll(id="progress", can_focus=False):
            yield Plain("\n".join(self._course), classes="course")
            yield Plain(words.pain_heading, classes="heading first")
            yield RunsView(id="chart")
            yield Plain(id="legend", classes="quiet")
            yield Plain(id="pain")
            yield Plain(words.weeks_heading, classes="heading")
            yield RunsView(id="weeks")
            yield Plain(legend_of_weeks(words), classes="quiet")
            yield Plain(id="said-weeks")
            yield Plain(words.helped_heading, classes="heading")
            yield Plain(id="helped")
        yield Plain(words.keys_short, id="keys-short")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(".course").display = bool(self._course)
        self.show()

    def show(self) -> None:
        """Draw what there is now."""
        view, words, calendar = (
            self._view(RANGES[self._range]),
            self._words,
            self._all_words.calendar,
        )
        began = view.began if self._average else None
        self.query_one("#chart", RunsView).show(
            partial(pain_chart, view.days, months=calendar.months, average_from=began)
        )
        self.query_one("#weeks", RunsView).show(
            partial(weeks_chart, view.weeks, weekdays=calendar.days, months=calendar.months)
        )
        legend = [*legend_of_pain(words, view.days)]
        if self._average:
            legend.append(words.average if began else words.average_none)
        self._tell("#legend", legend)
        self._tell("#pain", [*said_of_pain(words, calendar, view), said_of_spasms(words, view)])
        self._tell("#said-weeks", said_of_weeks(words, view))
        self._tell("#helped", said_of_helped(words, view))

    def _tell(self, where: str, lines: Iterable[str] | Sequence[str]) -> None:
        self.query_one(where, Plain).say("\n".join(lines))

    # --- keys ---------------------------------------------------------------------------------

    def action_longer(self) -> None:
        """Show another range of days."""
        self._range = (self._range + 1) % len(RANGES)
        self.show()

    def action_average(self) -> None:
        """Add the average of people in studies, or take it away."""
        self._average = not self._average
        self.show()

    def action_page(self) -> None:
        """See the page for a clinician."""
        self.post_message(self.Wanted("page"))

    def action_undo(self) -> None:
        """Take the last log out again."""
        self.post_message(self.Wanted("undo"))

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """What the pictures mean."""
        return self._all_words.help.progress

    def why_lines(self) -> Iterator[str]:
        """Who says so."""
        yield from self._sources
