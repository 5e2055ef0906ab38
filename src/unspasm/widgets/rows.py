"""Lines that a digit or a click chooses."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message

from unspasm.widgets.text import Plain


class Row(Horizontal):
    """A key, words, and a quiet note at the right. The words wrap under themselves."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row > .key { width: auto; min-width: 3; text-style: bold; color: $row-key; }
    Row > .words { width: 1fr; height: auto; }
    Row > .note { width: 1fr; height: auto; color: $quiet; }
    Row.-on > .words { text-style: bold; }
    """

    class Chosen(Message):
        """The row was clicked."""

        def __init__(self, row: "Row") -> None:
            self.row = row
            super().__init__()

    def __init__(
        self,
        key: str,
        words: str,
        note: str = "",
        *,
        mark: str = "",
        classes: str = "",
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.key = key
        self._words = words
        self._note = note
        self._mark = mark

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Plain(self._lead(self._mark), classes="key")
        yield Plain(self._words, classes="words")
        if self._note:
            yield Plain(self._note, classes="note")

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Chosen(self))

    def say(self, words: str, note: str) -> None:
        """Show other words. A row that was made without a note has no place for one."""
        if (words, note) != (self._words, self._note):
            self._words, self._note = words, note
            self.query_one(".words", Plain).say(words)
            self.query_one(".note", Plain).say(note)

    def mark(self, mark: str, *, on: bool) -> None:
        """Show another mark."""
        if mark != self._mark:
            self._mark = mark
            self.query_one(".key", Plain).say(self._lead(mark))
        self.set_class(on, "-on")

    def _lead(self, mark: str) -> str:
        return f"{self.key} {mark} " if mark else f"{self.key}  "
