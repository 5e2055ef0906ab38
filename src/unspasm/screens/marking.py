"""Screens with a list in which one line is marked: by arrows, or by a digit."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.screens.ask import AskChoice, AskText
from unspasm.screens.base import HouseScreen, bind, digits
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

Result = TypeVar("Result")


class MarkingScreen(HouseScreen[Result], Generic[Result]):
    """A title, a list with one line marked, and what has just happened."""

    CSS_PATH = "marking.tcss"
    leads_on = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("mark", name="list"),
        bind("list.up", "up", "go(-1)", show=False),
        bind("list.down", "down", "go(1)", show=False),
        bind("list.page_up", "pageup", "page(-1)", show=False),
        bind("list.page_down", "pagedown", "page(1)", show=False),
    ]

    def __init__(self, words: Words, said: str = "") -> None:
        super().__init__()
        self.words = words
        self.at = 0
        """The place of the marked line, from 0."""
        self._said = said

    # --- what is shown ------------------------------------------------------------------------

    def title_line(self) -> str:
        """The line at the top."""
        raise NotImplementedError

    def lines(self) -> Sequence[str]:
        """The lines of the list."""
        raise NotImplementedError

    def notes(self) -> Iterable[str]:
        """What stands under the list."""
        return ()

    def keys_line(self) -> str:
        """The keys, where there is no room for a footer."""
        return ""

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out title, list and what has just happened."""
        yield Plain(id="title")
        yield VerticalScroll(id="list", can_focus=False)
        yield Plain(self._said, id="said")
        yield Plain(self.keys_line(), id="keys-short")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Fill the list."""
        await self.show()
        self.say(self._said)

    async def show(self) -> None:
        """Show the list as it is now."""
        lines = self.lines()
        self.at = max(0, min(self.at, len(lines) - 1))
        page = self.query_one("#list", VerticalScroll)
        rows = [
            Row(str(number), line, mark=self.mark_of(number - 1),
                classes="-on" if number - 1 == self.at else "")
            for number, line in enumerate(lines, start=1)
        ]  # fmt: skip
        with self.app.batch_update():
            await page.remove_children()
            await page.mount_all([*rows, *(Plain(line, classes="quiet") for line in self.notes())])
        self.query_one("#title", Plain).say(self.title_line())
        self._follow()

    def say(self, words: str) -> None:
        """Say what has just happened."""
        said = self.query_one("#said", Plain)
        said.say(words)
        said.display = bool(words)

    def mark_of(self, place: int) -> str:
        """What stands before a line."""
        return self.words.own.here if place == self.at else self.words.own.not_here

    def _remark(self) -> None:
        for place, row in enumerate(self.query(Row)):
            row.mark(self.mark_of(place), on=place == self.at)
        self._follow()

    def _follow(self) -> None:
        for place, row in enumerate(self.query(Row)):
            if place == self.at:
                self.call_after_refresh(row.scroll_visible, animate=False)

    # --- asking -------------------------------------------------------------------------------

    def ask_line(
        self, question: str, value: str, longest: int, then: Callable[[str], None]
    ) -> None:
        """Ask for a line of text, and go on with it unless the question is left.

        Args:
            question: what is asked.
            value: what stands in the line already.
            longest: how many letters it may have.
            then: goes on with what was typed.
        """

        def answered(text: str | None) -> None:
            if text is not None:
                then(text)

        keys = self.words.about.text_keys
        ask = AskText(question, value, keys, longest, never_worse=False)
        self.app.push_screen(ask, answered)

    def ask_one(self, question: str, options: Sequence[str], then: Callable[[int], None]) -> None:
        """Ask for one of a few, and go on with its place from 0 unless the question is left."""

        def answered(place: int | None) -> None:
            if place is not None:
                then(place)

        self.app.push_screen(AskChoice(question, options, self.words.card.ask_keys), answered)

    # --- keys ---------------------------------------------------------------------------------

    def action_mark(self, number: int) -> None:
        """Mark a line."""
        if number <= len(self.lines()):
            self.at = number - 1
            self.moved()

    def action_go(self, ways: int) -> None:
        """Mark the line above or below; past the last one what stands under them comes up."""
        there = self.at + ways
        if 0 <= there < len(self.lines()):
            self.at = there
            self.moved()
        else:
            self.action_page(ways)

    def action_page(self, ways: int) -> None:
        """Scroll by a page."""
        page = self.query_one("#list", VerticalScroll)
        (page.scroll_page_down if ways > 0 else page.scroll_page_up)(animate=False)

    def moved(self) -> None:
        """Show that another line is marked."""
        self._remark()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click marks a line."""
        self.action_mark(int(event.row.key))

    def help_lines(self) -> Iterable[str]:
        """How routines of one's own work."""
        return self.words.help.own
