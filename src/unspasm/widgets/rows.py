"""Lines that a digit or a click chooses."""

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from unspasm.words.phrases import harmless

_LEAST = 3
"""Cells that the key takes at least."""
_KEY, _NOTE, _ON = "bold $row-key", "$quiet", "bold"


class Row(Widget):
    """A key, words, and a quiet note at the right. The words wrap under themselves.

    It draws its parts itself: a screen of rows would otherwise be a hundred widgets.
    """

    DEFAULT_CSS = """
    Row { width: 1fr; height: auto; }
    """

    class Chosen(Message):
        """The row was clicked."""

        def __init__(self, row: "Row") -> None:
            self.row = row
            super().__init__()

    def __init__(  # noqa: PLR0913 - three that Textual knows, and what a row says
        self,
        key: str,
        words: str,
        note: str = "",
        *,
        mark: str = "",
        shares: tuple[int, int] = (1, 1),
        note_yields: bool = False,
        classes: str = "",
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        """Take what it says.

        Args:
            key: what chooses it.
            words: what it is.
            note: what else there is to say; without one, the words have all the room.
            mark: stands between key and words, such as a tick.
            shares: how words and note share the room.
            note_yields: a narrow window shows no note.
            classes: as for every widget.
            id: the same.
        """
        super().__init__(id=id, classes=classes)
        self.key = key
        self._words = words
        self._note = note
        self._mark = mark
        self._on = False
        self._shares = shares
        self._note_yields = note_yields

    def render(self) -> RenderResult:
        """Draw it."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """How wide it is with all of its words in one line; it is given less if need be."""
        parts = (self._lead, harmless(self._words), harmless(self._note))
        return sum(Content(part).cell_length for part in parts)

    def get_content_height(
        self,
        container: Size,  # noqa: ARG002 - as Textual calls it
        viewport: Size,  # noqa: ARG002
        width: int,
    ) -> int:
        """How many lines it needs."""
        return len(self._lines(width))

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Chosen(self))

    def say(self, words: str, note: str) -> None:
        """Show other words."""
        if (words, note) != (self._words, self._note):
            self._words, self._note = words, note
            self._draw_anew()

    def mark(self, mark: str, *, on: bool) -> None:
        """Show another mark."""
        if (mark, on) != (self._mark, self._on):
            self._mark, self._on = mark, on
            self._draw_anew()

    def _draw_anew(self) -> None:
        """Draw it, and lay out the screen anew only if it needs more or fewer lines."""
        height = len(self._lines(self.content_size.width))
        self.refresh(layout=height != self.content_size.height or self.styles.is_auto_width)

    @property
    def _lead(self) -> str:
        lead = f"{self.key} {self._mark} " if self._mark else f"{self.key}  "
        return lead.ljust(_LEAST)

    def _lines(self, width: int) -> list[Content]:
        lead = Content(self._lead)
        note = "" if self._note_yields and self.screen.has_class("-narrow") else self._note
        room = max(1, width - lead.cell_length)
        for_words = room * self._shares[0] // sum(self._shares) if note else room
        beside = Content(harmless(note)).wrap(max(1, room - for_words)) if note else []
        lines = Content(harmless(self._words)).wrap(max(1, for_words))
        lines += [Content()] * (len(beside) - len(lines))
        blank = " " * lead.cell_length
        return [
            Content.assemble(
                (blank if place else lead.plain, _KEY),
                (line.plain, _ON if self._on else ""),
                *_noted(beside[place].plain, for_words - line.cell_length)
                if place < len(beside)
                else (),
            )
            for place, line in enumerate(lines)
        ]


def _noted(note: str, gap: int) -> tuple[str, tuple[str, str]]:
    return " " * gap, (note, _NOTE)
