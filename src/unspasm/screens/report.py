"""The page for a clinician, seen before it is saved."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.domain.runs import PageRun
from unspasm.screens.ask import AskText
from unspasm.screens.base import HouseScreen, Scrolling, bind, scroll_keys
from unspasm.widgets.text import Plain
from unspasm.words import Words

_LONGEST_NAME = 400


class ReportScreen(Scrolling, HouseScreen[None]):
    """What a clinician would read."""

    CSS_PATH = "report.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual
        (0, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]
    leads_on = True
    house_words = ("log", "sign", "spasm")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("report.save", "s", "save"),
        bind("report.notes", "n", "notes"),
        bind("report.leave", "escape", "dismiss(None)"),
        *scroll_keys("report"),
    ]

    def __init__(self, run: PageRun, words: Words) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.report

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Plain(self._words.screen_title, id="title")
        with VerticalScroll(id="report", can_focus=False):
            yield from self._parts()
        yield Plain(id="said")
        yield Plain(self._words.keys_short, id="keys-short")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Say nothing yet."""
        self._say("")

    def _parts(self) -> Iterator[Plain]:
        if self._run.empty:
            yield Plain(self._words.nothing)
        else:
            yield from (Plain(text, classes=kind) for kind, text in self._run.parts())

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Plain)
        said.say(words)
        said.display = bool(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Save nothing where there is nothing."""
        if action in {"save", "notes"}:
            return not self._run.empty
        return super().check_action(action, parameters)

    async def action_notes(self) -> None:
        """With or without the person's own notes."""
        self._run.notes = not self._run.notes
        page = self.query_one("#report", VerticalScroll)
        with self.app.batch_update():
            await page.remove_children()
            await page.mount_all(self._parts())
        words = self._words
        self._say(words.with_notes if self._run.notes else words.without_notes)

    def action_save(self) -> None:
        """Ask for a name, and save it."""

        def save(name: str | None) -> None:
            if name:
                self._say(self._run.save(name))

        keys = self._all_words.about.text_keys
        ask = AskText(self._words.save_ask, self._run.name, keys, _LONGEST_NAME)
        self.app.push_screen(ask, save)

    def help_lines(self) -> Iterable[str]:
        """What the page is for."""
        return self._all_words.help.page
