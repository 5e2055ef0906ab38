"""After a session: what was done, and how the back is now."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from unspasm.domain.session_entries import Feel
from unspasm.screens.after import AfterScreen
from unspasm.screens.base import digits, scroll_keys
from unspasm.words import Words


class SessionAfterScreen(AfterScreen[Feel]):
    """The end of a session. Its result is how the back feels, if that was said."""

    house_words = ("session", "stretch")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit", "Choose"),
        Binding("enter", "go_on", "go on", id="done.go_on", tooltip="Go on"),
        Binding("backspace", "rub_out", "Rub out", show=False, id="done.rub_out",
                tooltip="Rub out the last digit"),
        Binding("escape", "leave", "home", id="done.leave", tooltip="Home; the rest is left out"),
        *scroll_keys("done"),
    ]  # fmt: skip

    def __init__(
        self,
        words: Words,
        title: str,
        lines: Iterable[str],
        note: Callable[[int | None, Feel | None], None],
    ) -> None:
        own = words.stretch
        feels = tuple(zip(Feel, own.feel_options, strict=False))
        super().__init__(words, title, lines, own.feel_ask, feels, own.pain_ask)
        self._note = note

    def ended(self, answer: Feel, pain: int | None) -> None:
        """Note pain and feeling together."""
        self._note(pain, answer)

    def help_lines(self) -> Iterable[str]:
        """How sessions work."""
        return self._all_words.help.stretch
