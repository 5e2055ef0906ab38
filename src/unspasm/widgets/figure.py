"""The figure that shows how an exercise goes. The screen hands in the pose; it has no clock."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from unspasm.domain.figure import Figure
from unspasm.domain.figure_scene import Tone
from unspasm.domain.skeleton import Pose
from unspasm.widgets.cells import Marks, Row, Run, cells_of

_CLASS_OF = {
    Tone.LINE: "figure--thing",
    Tone.PROP: "figure--thing",
    Tone.FAR: "figure--far",
    Tone.BODY: "figure--body",
    Tone.HEAD: "figure--body",
    Tone.NEAR: "figure--near",
}


class FigureView(Widget):
    """One pose at a time, as large as there is room.

    It draws only when the pose, the size or the theme has changed and while it can be seen, and it
    sends only the lines that differ.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_CLASS_OF.values())
    DEFAULT_CSS = """
    FigureView { width: 1fr; height: 1fr; }
    FigureView > .figure--near { color: $accent; }
    FigureView > .figure--body { color: $foreground; }
    FigureView > .figure--far { color: $quiet 70%; }
    FigureView > .figure--thing { color: $quiet 55%; }
    FigureView:ansi > .figure--far { color: $foreground; text-style: dim; }
    FigureView:ansi > .figure--thing { color: $foreground; text-style: dim; }
    """

    def __init__(
        self,
        *,
        marks: Marks = Marks.BLOCKS,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._marks = marks
        self._shown: tuple[Figure, Pose, bool] | None = None
        self._rows: tuple[Row, ...] = ()
        self._drawn: object = None
        """What the rows were drawn from."""
        self._styles_of: dict[tuple[Tone | None, Tone | None], Style] = {}

    def show(self, figure: Figure, pose: Pose, *, mirrored: bool = False) -> None:
        """Show a pose.

        Args:
            figure: the exercise.
            pose: one of its poses, from `pose_at`.
            mirrored: it is done with the left side of the body.
        """
        self._take((figure, pose, mirrored))

    def clear(self) -> None:
        """Show nothing."""
        self._take(None)

    def use(self, marks: Marks) -> None:
        """Draw with half blocks, or with braille."""
        if marks is not self._marks:
            self._marks = marks
            self.refresh()

    def _take(self, shown: tuple[Figure, Pose, bool] | None) -> None:
        self._shown = shown
        if not self._is_seen:
            return
        before, after = self._rows, self._fresh()
        if len(before) != len(after):
            self.refresh()
            return
        width = self.size.width
        changed = [
            Region(0, line, width, 1)
            for line, (old, new) in enumerate(zip(before, after, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    @property
    def _is_seen(self) -> bool:
        """Whether it is on the screen in front. What lies behind another one costs nothing."""
        if not (self.is_attached and self.display and self.size):
            return False
        return self.screen is self.app.screen

    def on_show(self) -> None:
        """Catch up with what was shown while it was hidden."""
        self.refresh()

    def _fresh(self) -> tuple[Row, ...]:
        """The rows, drawn anew if anything they depend on has changed."""
        wanted = (self._shown, self.size, self._marks)
        if wanted != self._drawn:
            self._drawn = wanted
            self._rows = ()
            if self._shown:
                figure, pose, mirrored = self._shown
                self._rows = cells_of(
                    figure, pose, *self.size, marks=self._marks, mirrored=mirrored
                )
        return self._rows

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        self._styles_of.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        rows = self._fresh()
        row = rows[y] if y < len(rows) else ()
        segments = [self._segment(run) for run in row]
        return Strip(segments).extend_cell_length(self.size.width, self.rich_style)

    def _segment(self, run: Run) -> Segment:
        look = (run.tone, run.ground)
        if look not in self._styles_of:
            self._styles_of[look] = self._style(*look)
        style = self._styles_of[look]
        if run.ground and not style.bgcolor:
            return Segment("█" * len(run.text), style)
        return Segment(run.text, style)

    def _style(self, tone: Tone | None, ground: Tone | None) -> Style:
        """The look of a run. Where no colour can lie behind it, it gets none."""
        if tone is None:
            return self.rich_style
        style = self.get_component_rich_style(_CLASS_OF[tone])
        style = Style(color=style.color, dim=style.dim)
        if ground is None:
            return style + Style(bgcolor=self.rich_style.bgcolor)
        behind = self.get_component_rich_style(_CLASS_OF[ground]).color
        if behind is None or behind.is_default or self.app.no_color:
            return style
        return style + Style(bgcolor=behind)
