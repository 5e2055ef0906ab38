"""Something to read: help, or sources."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from unspasm.widgets.text import Plain


class ReadScreen(ModalScreen[None]):
    """A page over the screen. The key that opened it closes it."""

    CSS_PATH = "read.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,f1,i,q",
            "dismiss(None)",
            "Close",
            id="read.close",
            tooltip="Back to the screen below",
        ),
        Binding("down", "scroll('down')", "Down", show=False, id="read.down", tooltip="Down"),
        Binding("up", "scroll('up')", "Up", show=False, id="read.up", tooltip="Up"),
        Binding(
            "pagedown,space", "scroll('page_down')", "Page down", show=False,
            id="read.page_down", tooltip="A page down",
        ),
        Binding(
            "pageup", "scroll('page_up')", "Page up", show=False, id="read.page_up",
            tooltip="A page up",
        ),
    ]  # fmt: skip

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

    def action_scroll(self, way: str) -> None:
        """Scroll the text."""
        getattr(self.query_one("#page", VerticalScroll), f"scroll_{way}")(animate=False)
