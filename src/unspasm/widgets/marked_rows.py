"""A list of which one row is marked: up and down move the mark, Enter takes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.containers import VerticalScroll

from unspasm.widgets.rows import Row


@dataclass(frozen=True)
class Line:
    """What a row says."""

    key: str
    """The digit that takes it, or nothing."""
    words: str
    note: str = ""
    mark: str = ""


class LineRow(Row):
    """A row that can become any other: to make rows anew at every key would take long."""

    def __init__(self, line: Line) -> None:
        super().__init__(
            line.key or " ", line.words, line.note, mark=line.mark, shares=(5, 2), note_yields=True
        )

    def become(self, line: Line) -> None:
        """Show another line."""
        self.key = line.key or " "
        self.mark(line.mark, on=False)
        self.say(line.words, line.note)
        self.refresh(layout=True)


class MarkedRows(VerticalScroll, can_focus=False):
    """Rows of which one is marked."""

    DEFAULT_CSS = """
    MarkedRows > Row { border-left: blank; }
    MarkedRows > Row.-marked { background: $surface; border-left: outer $accent; text-style: bold; }
    """

    place = 0
    """Of the marked row, from 0."""

    async def fill(self, lines: Sequence[Line], place: int = 0) -> None:
        """Show other rows, with the mark on one of them."""
        there = list(self.query(LineRow))
        with self.app.batch_update():
            for row, line in zip(there, lines, strict=False):
                row.become(line)
            for row in there[len(lines) :]:
                await row.remove()
            await self.mount_all(map(LineRow, lines[len(there) :]))
        self.mark_at(place)

    def move(self, by: int) -> None:
        """Move the mark up or down, and no further than the ends."""
        self.mark_at(self.place + by)

    def mark_at(self, place: int) -> None:
        """Mark another row."""
        rows = list(self.query(Row))
        if not rows:
            return
        for row in rows:
            row.remove_class("-marked")
        self.place = max(0, min(place, len(rows) - 1))
        rows[self.place].add_class("-marked")
        rows[self.place].scroll_visible(animate=False)

    def place_of(self, row: Row) -> int | None:
        """Return the place of a row, from 0; none if it has gone since it was clicked."""
        rows = list(self.query(Row))
        return rows.index(row) if row in rows else None
