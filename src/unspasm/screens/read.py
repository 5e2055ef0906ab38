"""Something to read: help, or sources."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from unspasm.screens.base import OneSize, Scrolling, Told, bind, pack_keys, scroll_keys
from unspasm.widgets.text import Plain


class ReadScreen(Scrolling, Told, OneSize, ModalScreen[None]):
    """A page over the screen. The key that opened it closes it."""

    CSS_PATH = "read.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("read.close", "escape,question_mark,f1,i,q", "dismiss(None)"),
        *scroll_keys("read"),
        *pack_keys("read"),
    ]

    def __init__(self, title: str, paragraphs: Sequence[str], close: str) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = paragraphs
        self._close = close

    def compose(self) -> ComposeResult:
        """Lay out title, text and the way back."""
        with VerticalScroll(id="page", can_focus=False):
            yield Plain(self._title, classes="title")
            for paragraph in self._paragraphs:
                yield Plain(paragraph)
        yield Plain(self._close, id="close")
