"""A time that can be read from the floor, in three lines; in one where room is short."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

SIGNS = "0123456789:"
_WIDTH = 3
"""Columns of each sign."""
_LINES = (
    "┏━┓ ╻ ╺━┓╺━┓╻ ╻┏━╸┏━╸╺━┓┏━┓┏━┓   ",
    "┃ ┃ ┃ ┏━┛ ━┫┗━┫┗━┓┣━┓  ┃┣━┫┗━┫ : ",
    "┗━┛ ╹ ┗━╸╺━┛  ╹╺━┛┗━┛  ╹┗━┛╺━┛   ",
)


def drawn(time: str) -> tuple[str, ...]:
    """Return the lines of a time such as `12:05`; of other signs it has the room alone."""
    places = [SIGNS.find(sign) * _WIDTH for sign in time]
    blank = " " * _WIDTH
    return tuple(
        "".join(line[place : place + _WIDTH] if place >= 0 else blank for place in places)
        for line in _LINES
    )


class Numerals(Widget):
    """Shows a time, and draws nothing else anew when that changes: it does so every second."""

    DEFAULT_CSS = """
    Numerals { width: 24; height: 3; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self.time = ""
        """What it shows."""

    def show(self, time: str) -> None:
        """Show a time, such as `12:05`."""
        if time != self.time:
            self.time = time
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        lines = drawn(self.time) if self.size.height >= len(_LINES) else (self.time,)
        text = lines[y] if y < len(lines) else ""
        style = self.rich_style
        return Strip([Segment(text, style)], len(text)).adjust_cell_length(self.size.width, style)
