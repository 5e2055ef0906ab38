"""How much of a time has passed, as plain signs that every terminal draws alike."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class Bar(Widget):
    """A line of `=` and `-`."""

    DEFAULT_CSS = """
    Bar { height: 1; max-width: 66; color: $accent; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._part = 0.0

    def show(self, part: float) -> None:
        """Show that this part, 0 to 1, has passed."""
        if round(part, 3) != round(self._part, 3):
            self._part = part
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line. There is one."""
        width = self.size.width
        done = min(width, round(width * self._part))
        text = "=" * done + "-" * (width - done) if y == 0 else " " * width
        return Strip([Segment(text, self.rich_style)], width)
