"""The list of settings, each with its value."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.screens.base import HouseScreen, Scrolling, bind, digits
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
        *digits("change"),
        *(
            bind(f"change.{letter}", letter, f"change({number})", show=False)
            for number, letter in enumerate(_LETTERS, start=10)
        ),
        bind("settings.here", "enter", "here"),
        bind("settings.down", "down", "move(1)", show=False),
        bind("settings.up", "up", "move(-1)", show=False),
        bind("settings.page_down", "pagedown,space", "scroll('page_down')", show=False),
        bind("settings.page_up", "pageup", "scroll('page_up')", show=False),
        bind("settings.home", "escape", "dismiss(None)"),
    ]

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
