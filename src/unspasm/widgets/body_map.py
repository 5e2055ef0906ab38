"""The map of the body, seen from behind. The screen hands in what is ticked."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from unspasm.domain.body_map import Cell, Tone, draw, size_for, spot_at
from unspasm.domain.log_entries import Spot
from unspasm.words.phrases import harmless

_CLASS_OF = {tone: f"body-map--{tone.value.replace('_', '-')}" for tone in Tone}


class BodyMap(Widget):
    """The picture, large where it is whole so. A click names the spot that was meant."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_CLASS_OF.values())
    DEFAULT_CSS = """
    BodyMap { width: 19; height: 9; }
    BodyMap > .body-map--line { color: $foreground 85%; }
    BodyMap > .body-map--body { color: $foreground 85%; }
    BodyMap > .body-map--ticked { color: $worse; text-style: bold; }
    BodyMap > .body-map--here { color: $foreground; background: $accent 25%; }
    BodyMap > .body-map--ticked-here { color: $foreground; background: $accent 25%;
        text-style: bold; }
    BodyMap > .body-map--bracket { color: $foreground; text-style: bold; }
    BodyMap > .body-map--side { color: $foreground; }
    BodyMap:ansi > .body-map--line { color: $foreground; }
    BodyMap:ansi > .body-map--body { color: $foreground; }
    BodyMap:ansi > .body-map--here { background: ansi_default; text-style: reverse; }
    BodyMap:ansi > .body-map--ticked-here { background: ansi_default; text-style: bold reverse; }
    """

    class Clicked(Message):
        """A spot was clicked."""

        def __init__(self, spot: Spot) -> None:
            self.spot = spot
            super().__init__()

    def __init__(
        self,
        sides: tuple[str, str] = ("L", "R"),
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        super().__init__(id=id)
        self._sides = (harmless(sides[0]), harmless(sides[1]))
        self._ticked: frozenset[Spot] = frozenset()
        self._here: Spot | None = None

    def show(self, ticked: Iterable[Spot], here: Spot | None = None) -> None:
        """Show what is ticked, and which spot the keys have reached."""
        self._ticked, self._here = frozenset(ticked), here
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        rows = draw(size_for(*self.size), self._ticked, self._here, self._sides)
        cells = rows[y] if y < len(rows) else ()
        segments = [
            self._segment(tone, list(group)) for tone, group in groupby(cells, lambda one: one.tone)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _segment(self, tone: Tone, cells: list[Cell]) -> Segment:
        style = self.get_component_rich_style(_CLASS_OF[tone])
        return Segment("".join(cell.text for cell in cells), style)

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        spot = spot_at(event.x, event.y, size_for(*self.size))
        if spot:
            self.post_message(self.Clicked(spot))
