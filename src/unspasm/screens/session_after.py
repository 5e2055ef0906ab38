"""After a session: what was done, and how the back is now."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Footer

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.session_entries import Feel
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

_FEELS = tuple(Feel)


class SessionAfterScreen(Scrolling, HouseScreen[Feel]):
    """The end of a session. Its result is how the back feels, if that was said."""

    CSS_PATH = "session_after.tcss"
    house_words = ("session", "stretch")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit"),
        bind("done.go_on", "enter", "go_on"),
        bind("done.rub_out", "backspace", "rub_out", show=False),
        bind("done.leave", "escape", "leave"),
        *scroll_keys("done"),
    ]

    def __init__(
        self,
        words: Words,
        title: str,
        lines: Iterable[str],
        note: Callable[[int | None, Feel | None], None],
    ) -> None:
        super().__init__()
        self._all_words = words
        self._words = words.stretch
        self._title = title
        self._lines = tuple(lines)
        self._note = note
        self._feel: Feel | None = None

    def compose(self) -> ComposeResult:
        """Lay out what was done, and the questions one after the other."""
        yield Plain(self._title, id="title")
        with VerticalScroll(id="done", can_focus=False):
            for line in self._lines:
                yield Plain(line)
            yield Plain(self._words.feel_ask, id="ask")
            for number, words in enumerate(self._words.feel_options, start=1):
                yield Row(str(number), words)
            number_line = NumberLine("")
            number_line.display = False  # here: a screen that is left at once is mounted empty
            yield number_line
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def on_key(self, event: Key) -> None:
        """Type a nought: no binding has it."""
        if event.key == "0" and self._feel:
            event.stop()
            self.query_one(NumberLine).add("0")

    def action_digit(self, number: int) -> None:
        """Say how it feels, then how the pain is."""
        if self._feel is not None:
            self.query_one(NumberLine).add(str(number))
        elif number <= len(_FEELS):
            self._feel = _FEELS[number - 1]
            for row in self.query(Row):
                row.display = False
            self.query_one("#ask", Plain).say(self._words.pain_ask)
            self.query_one(NumberLine).display = True

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_digit(int(event.row.key))

    def action_rub_out(self) -> None:
        """Rub out the last digit."""
        self.query_one(NumberLine).rub_out()

    def action_go_on(self) -> None:
        """Take the pain, or leave it out."""
        if self._feel is None:
            return
        pain = self.query_one(NumberLine).value
        if pain is not None and (pain != int(pain) or not 0 <= pain <= WORST_PAIN):
            words = self._all_words.check.out_of_range
            self.query_one("#said", Plain).say(words.format(lowest=0, highest=WORST_PAIN))
            return
        self._note(None if pain is None else int(pain), self._feel)
        self.dismiss(self._feel)

    def action_leave(self) -> None:
        """Leave the rest out."""
        if self._feel:
            self._note(None, self._feel)
        self.dismiss(self._feel)

    def help_lines(self) -> Iterable[str]:
        """How sessions work."""
        return self._all_words.help.stretch
