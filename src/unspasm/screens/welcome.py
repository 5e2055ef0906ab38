"""The first page: what this is and is not, and the ways on from here."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.screens.base import HouseScreen, Scrolling, bind, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

WAYS = ("check", "ease", "set_up", "home")
"""In the order of their keys. The last one is `later`."""


class WelcomeScreen(Scrolling, HouseScreen[str]):
    """The first page. Its result is one of `WAYS`."""

    CSS_PATH = "welcome.tcss"
    leads_on = True
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("welcome.1", "1", "go('check')", show=False),
        bind("welcome.2", "2", "go('ease')", show=False),
        bind("welcome.3", "3,enter", "go('set_up')", show=False),
        bind("welcome.4", "4,escape", "go('home')", key_display="esc"),
        *scroll_keys("welcome"),
    ]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._all_words = words
        self._words = words.welcome

    def compose(self) -> ComposeResult:
        """Lay out what it is, and the ways on. What can be done stands within any window."""
        app, words = self._all_words.app, self._words
        yield Plain(words.title, id="title")
        with VerticalScroll(id="welcome", can_focus=False):
            yield Plain(f"{app.purpose} {app.limits} {words.is_not}", classes="says")
            yield Plain(app.private, classes="says")
        for number, way in enumerate(WAYS, start=1):
            yield Row(
                str(number), getattr(words, way), getattr(words, f"{way}_note"), note_yields=True
            )
        yield Footer(show_command_palette=False)

    def action_go(self, way: str) -> None:
        """Go one of the ways."""
        self.dismiss(way)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Go the way that was clicked."""
        self.dismiss(WAYS[int(event.row.key) - 1])

    def help_lines(self) -> Iterable[str]:
        """What there is to know about this page."""
        return self._words.help
