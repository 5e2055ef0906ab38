"""After a session: what was done, and how the back is now."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.session_entries import Feel
from unspasm.screens.after import AfterScreen
from unspasm.screens.base import bind, digits, scroll_keys
from unspasm.words import Words


class SessionAfterScreen(AfterScreen[Feel]):
    """The end of a session. Its result is how the back feels, if that was said."""

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
