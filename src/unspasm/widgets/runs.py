"""A picture made of signs: it is drawn for the room there is, and only when something changed."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from unspasm.domain.pain_chart import Row, Tone

Draw = Callable[[int, int], Sequence[Row]]
"""Draws for so many cells across and down."""

_CLASS_OF = {tone: f"runs--{tone.value}" for tone in Tone}


class RunsView(Widget):
    """Rows of runs, each in the colour that the theme gives its tone.

    Weight and sign tell the same as colour does.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_CLASS_OF.values())
    DEFAULT_CSS = """
    RunsView { width: 1fr; height: 1fr; }
    RunsView > .runs--axis { color: $quiet 55%; }
    RunsView > .runs--label { color: $quiet; }
    RunsView > .runs--range { color: $quiet 80%; }
    RunsView > .runs--median { color: $accent; text-style: bold; }
    RunsView > .runs--average { color: $quiet 70%; }
    RunsView > .runs--mark { color: $foreground; }
    RunsView > .runs--light { color: $quiet; }
    RunsView > .runs--middle { color: $foreground; }
    RunsView > .runs--strong { color: $foreground; text-style: bold; }
    RunsView:ansi > .runs--axis { color: $foreground; text-style: dim; }
    RunsView:ansi > .runs--range { color: $foreground; text-style: none; }
    RunsView:ansi > .runs--average { color: $foreground; text-style: dim; }
    """

    def __init__(
        self,
        draw: Draw | None = None,
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._drawn: object = None
        """What the rows were drawn with and for."""
        self._rows: Sequence[Row] = ()
        self._styles_of: dict[Tone, Style] = {}

    def show(self, draw: Draw | None) -> None:
        """Show another picture; `None` is nothing."""
        if draw is not self._draw:
            self._draw = draw
            self.refresh()

    def _fresh(self) -> Sequence[Row]:
        wanted = (self._draw, self.size)
        if wanted != self._drawn:
            self._drawn = wanted
            self._rows = self._draw(*self.size) if self._draw else ()
        return self._rows

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        self._styles_of.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        rows = self._fresh()
        row = rows[y] if y < len(rows) else ()
        segments = [Segment(text, self._style(tone)) for text, tone in row]
        width = self.size.width
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _style(self, tone: Tone | None) -> Style:
        if tone is None:
            return self.rich_style
        if tone not in self._styles_of:
            style = self.get_component_rich_style(_CLASS_OF[tone])
            look = Style(color=style.color, bold=style.bold, dim=style.dim)
            self._styles_of[tone] = look + Style(bgcolor=self.rich_style.bgcolor)
        return self._styles_of[tone]
