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


class MarkedRows(VerticalScroll, can_focus=False):
    """Rows of which one is marked."""

    DEFAULT_CSS = """
    MarkedRows > Row { border-left: blank; }
    MarkedRows > Row.-marked { background: $surface; border-left: outer $accent; }
    MarkedRows > Row.-marked > .words { text-style: bold; }
    """

    place = 0
    """Of the marked row, from 0."""

    async def fill(self, lines: Sequence[Line], place: int = 0) -> None:
        """Show other rows, with the mark on one of them."""
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(
                Row(line.key or " ", line.words, line.note, mark=line.mark) for line in lines
            )
        self.place = 0
        self.mark_at(place)

    def move(self, by: int) -> None:
        """Move the mark up or down, and no further than the ends."""
        self.mark_at(self.place + by)

    def mark_at(self, place: int) -> None:
        """Mark another row."""
        rows = list(self.query(Row))
        if not rows:
            return
        rows[min(self.place, len(rows) - 1)].remove_class("-marked")
        self.place = max(0, min(place, len(rows) - 1))
        rows[self.place].add_class("-marked")
        rows[self.place].scroll_visible(animate=False)

    def place_of(self, row: Row) -> int:
        """Return the place of a row, from 0."""
        return list(self.query(Row)).index(row)
