"""The list of settings, each with its value."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.screens.base import HouseScreen, Scrolling, digits
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

_LETTERS = "abcde"
"""The keys after the digits."""
_KEYS = f"123456789{_LETTERS}"


class SettingsScreen(Scrolling, HouseScreen[None]):
    """The list of settings."""

    CSS_PATH = "settings.tcss"
    leads_on = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("change", "Change line"),
        *(
            Binding(
                letter,
                f"change({number})",
                f"Change line {letter}",
                show=False,
                id=f"change.{letter}",
                tooltip=f"Change line {letter}",
            )
            for number, letter in enumerate(_LETTERS, start=10)
        ),
        Binding("enter", "here", "change", id="settings.here", tooltip="Change the marked line"),
        Binding("down", "move(1)", "Down", show=False, id="settings.down", tooltip="The next line"),
        Binding("up", "move(-1)", "Up", show=False, id="settings.up", tooltip="The line before"),
        Binding("pagedown,space", "scroll('page_down')", "A page down", show=False,
                id="settings.page_down", tooltip="A page down"),
        Binding("pageup", "scroll('page_up')", "A page up", show=False,
                id="settings.page_up", tooltip="A page up"),
        Binding("escape", "dismiss(None)", "home", id="settings.home", tooltip="Back to Home"),
    ]  # fmt: skip

    def __init__(
        self,
        words: Words,
        rows: Callable[[], Sequence[tuple[str, str, str]]],
        notes: Callable[[], Iterable[str]],
        want: Callable[[str], None],
    ) -> None:
        """Take what it shows.

        Args:
            words: all words.
            rows: every line as it is now: its name, what it is about, its value.
            notes: where the settings are kept, and what is wrong with them.
            want: is told the name of the line that the person wants to change.
        """
        super().__init__()
        self._words = words.settings
        self._rows = rows
        self._notes = notes
        self._want = want
        self._at = 0
        """The place of the marked line."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Plain(self._words.title, id="title")
        with VerticalScroll(id="settings", can_focus=False):
            for key, (_, label, value) in zip(_KEYS, self._rows(), strict=False):
                yield Row(key, label, value)
            yield Plain("\n".join(self._notes()), id="notes")
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Mark the first line."""
        self._mark()

    def show(self, said: str = "") -> None:
        """Show every line as it is now, and say something."""
        for row, (_, label, value) in zip(self.query(Row), self._rows(), strict=True):
            row.say(label, value)
        self.query_one("#notes", Plain).say("\n".join(self._notes()))
        line = self.query_one("#said", Plain)
        line.say(said)
        line.display = bool(said)

    def _mark(self) -> None:
        for place, row in enumerate(self.query(Row)):
            row.set_class(place == self._at, "-on")
        list(self.query(Row))[self._at].scroll_visible(animate=False)

    def action_move(self, lines: int) -> None:
        """Mark another line. Past the last one stand the notes."""
        last = len(self.query(Row)) - 1
        if self._at == last and lines > 0:
            self.query_one("#settings", VerticalScroll).scroll_end(animate=False)
        self._at = max(0, min(last, self._at + lines))
        if not (self._at == last and lines > 0):
            self._mark()
        else:
            for place, row in enumerate(self.query(Row)):
                row.set_class(place == self._at, "-on")

    def action_here(self) -> None:
        """Change the marked line."""
        self.action_change(self._at + 1)

    def action_change(self, number: int) -> None:
        """Change a line."""
        rows = self._rows()
        if number <= len(rows):
            self._at = number - 1
            self._mark()
            self._want(rows[number - 1][0])

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Change what was clicked."""
        self.action_change(_KEYS.index(event.row.key) + 1)

    def help_lines(self) -> Iterable[str]:
        """What there is to know about settings."""
        return self._words.help
