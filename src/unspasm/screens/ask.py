"""Small questions over a screen: one out of a few, several out of a few, or a line of text."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Paste
from textual.screen import ModalScreen
from textual.widgets import Input

from unspasm.screens.base import (
    Choosing,
    Helped,
    OneSize,
    Told,
    bind,
    digits,
    help_keys,
    pack_keys,
)
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words.phrases import harmless

Result = TypeVar("Result")
MOST_OPTIONS = 9
"""One digit each."""

_CANCEL = bind("ask.back", "escape", "dismiss(None)")


class _Ask(Told, Helped, OneSize, ModalScreen[Result], Generic[Result]):
    """A question in front of the screen."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [_CANCEL, *help_keys("ask")]

    def __init__(self, question: str, keys: str) -> None:
        super().__init__()
        self._question = question
        self._keys = keys


class AskChoice(Choosing, _Ask[int | None]):
    """One out of a few. Its result is the place from 0, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [*digits("choose"), *pack_keys("ask")]

    def __init__(self, question: str, options: Sequence[str], keys: str) -> None:
        super().__init__(question, keys)
        self._options = options

    def compose(self) -> ComposeResult:
        """Lay out the question and its options."""
        with VerticalScroll(id="box", can_focus=False):
            yield Plain(self._question, classes="question")
            for number, words in enumerate(self._options, start=1):
                yield Row(str(number), words)
            yield Plain(self._keys, classes="keys")


class AskAboutPack(AskChoice, inherit_bindings=False):
    """A question about the pack itself: its own keys would only ask once more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _CANCEL,
        *digits("choose"),
        *help_keys("ask"),
    ]


class AskToLeave(AskAboutPack):
    """Whether to quit while a pack is on."""

    def __init__(self, question: str, options: Sequence[str], keys: str, *, over: bool) -> None:
        super().__init__(question, options, keys)
        self.over = over
        """It was asked when the pack had to come off already, so the alarm leaves it there."""


_LETTERS = "abcde"
"""The keys after the digits; `f` and `o` belong to a pack."""


class AskMany(_Ask[frozenset[int] | None]):
    """Several out of at most fourteen. Its result is their places from 0, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("mark"),
        *(
            bind(f"mark.{letter}", letter, f"mark({number})", show=False)
            for number, letter in enumerate(_LETTERS, start=10)
        ),
        bind("ask.done", "enter", "done"),
        *pack_keys("ask"),
    ]

    def __init__(
        self,
        question: str,
        options: Sequence[str],
        keys: str,
        marks: tuple[str, str],
        chosen: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(question, keys)
        self._options = options
        self._blank, self._on = marks
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """Lay out the question and its options."""
        with VerticalScroll(id="box", can_focus=False):
            yield Plain(self._question, classes="question")
            keys = f"123456789{_LETTERS}"
            for place, words in enumerate(self._options):
                on = place in self._chosen
                yield Row(keys[place], words, mark=self._on if on else self._blank,
                          classes="-on" if on else "")  # fmt: skip
            yield Plain(self._keys, classes="keys")

    def action_mark(self, number: int) -> None:
        """Mark a line, or unmark it."""
        if number > len(self._options):
            return
        self._chosen ^= {number - 1}
        on = number - 1 in self._chosen
        list(self.query(Row))[number - 1].mark(self._on if on else self._blank, on=on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hear only the keys of the options."""
        if action == "mark":
            return parameters[0] in range(1, len(self._options) + 1)
        return super().check_action(action, parameters)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Mark the line that was clicked."""
        self.action_mark(int(event.row.key, 16))

    def action_done(self) -> None:
        """Go on with what is marked."""
        self.dismiss(self._chosen)


class Line(Input):
    """A line to type in. Lines that are pasted become one: Textual would keep the first alone.

    What cannot be shown is kept, and stands there as `?`: Textual would send it to the terminal.
    """

    never_worse = True
    """Once something is typed, `!` is a letter like any other. In an empty line it never is."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave `!` to the app, where worse may be meant."""
        if key == "exclamation_mark" and not (self.never_worse and self.value):
            return False
        return super().check_consume_key(key, character)

    @property
    def _value(self) -> Text:
        """What is drawn of it, a cell for each cell of what is kept."""
        shown = harmless(self.value).replace("\n", " ")
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def on_paste(self, event: Paste) -> None:
        """Put them one after the other."""
        event.text = " ".join(event.text.splitlines())


class AskText(_Ask[str | None]):
    """A line of text. Its result is the text, or `None`."""

    def __init__(
        self, question: str, value: str, keys: str, longest: int = 80, *, never_worse: bool = True
    ) -> None:
        """Ask for a line.

        Args:
            question: what is asked.
            value: what stands in the line already.
            keys: the keys that end it.
            longest: so many letters at most.
            never_worse: whether `!` can be a letter of it; else it always means worse.
        """
        super().__init__(question, keys)
        self._never_worse = never_worse
        self._value = value
        self._longest = longest

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with VerticalScroll(id="box", can_focus=False):
            yield Plain(self._question, classes="question")
            line = Line(self._value, select_on_focus=False, max_length=self._longest)
            line.never_worse = self._never_worse
            yield line
            yield Plain(self._keys, classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the text."""
        self.dismiss(event.value.strip())
