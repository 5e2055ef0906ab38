"""The figure as cells of a terminal: half blocks, or braille.

The strokes are laid on a grid of square dots, the farthest first, and the grid is then read cell by
cell. Half blocks have two dots a cell, each with its own tone; braille has eight of one tone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from math import ceil, floor, hypot, inf, sqrt

from unspasm.domain.figure import Figure, View
from unspasm.domain.figure_scene import Arrow, Box, Stroke, Tone, arrow_of, box_of, strokes_of
from unspasm.domain.skeleton import Pose


class Marks(Enum):
    """What the cells are drawn with: how many dots a cell has, across and down."""

    BLOCKS = (1, 2)
    BRAILLE = (2, 4)


@dataclass(frozen=True)
class Run:
    """Some cells beside each other that look alike.

    Args:
        text: one sign a cell.
        tone: the tone of the signs; none for blanks.
        ground: the tone behind them, where two limbs meet in one cell.
    """

    text: str
    tone: Tone | None = None
    ground: Tone | None = None


Cell = tuple[str, int, int]
"""A sign, its tone and the tone behind it; 0 is none."""
Row = tuple[Run, ...]
"""One line of cells, from left to right; blanks at its end are left out."""

GAP_FROM = 26.0
"""Dots to a body height from which on there is room for gaps between near and far limbs."""
TRUNK_GAP_FROM = 45.0
"""The same for gaps between near limbs and the trunk."""
THINNEST = {
    Tone.GAP: 0.8,
    Tone.PROP: 0.5,
    Tone.FAR: 0.5,
    Tone.BODY: 1.05,
    Tone.HEAD: 1.45,
    Tone.NEAR: 0.8,
}
"""Half of how thick a stroke is drawn at least, in dots, so that weight tells near from far at any
size."""
FINEST = 0.5
"""The same for fine details."""
ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_BLANK: Cell = (" ", 0, 0)
_BESIDE_FAR = bytes(0 if tone == Tone.FAR else tone for tone in range(256))
_BESIDE_ALL = bytes(0 if tone in {Tone.FAR, Tone.BODY, Tone.HEAD} else tone for tone in range(256))
"""What a gap leaves of each tone."""


@dataclass(frozen=True)
class _Plan:
    """How body heights become dots.

    Args:
        scale: dots to a body height.
        x: the dot where x is 0.
        y: the dot where y is 0, counted from the top.
        floor: the line of cells that is the floor; none when it is seen from above.
    """

    scale: float
    x: float
    y: float
    floor: int | None


def cells_of(
    figure: Figure,
    pose: Pose,
    width: int,
    height: int,
    *,
    marks: Marks = Marks.BLOCKS,
    mirrored: bool = False,
) -> tuple[Row, ...]:
    """Return the picture of one pose, line by line.

    Args:
        figure: the exercise; the picture is scaled to the room that all of its poses take.
        pose: the pose, from `pose_at`.
        width: cells across.
        height: cells down.
        marks: what the cells are drawn with.
        mirrored: left and right exchanged.
    """
    if width < 1 or height < 1:
        return ()
    across, down = marks.value
    on_floor = figure.view is not View.ABOVE
    plan = _plan(box_of(figure, mirrored=mirrored), width, height, marks, on_floor=on_floor)
    grid = [bytearray(width * across) for _ in range(height * down)]
    strokes = strokes_of(figure, pose, mirrored=mirrored)
    for stroke in strokes:
        if stroke.tone is not Tone.LINE:
            _draw(grid, stroke, plan)
    tops = range(0, height * down, down)
    rows = [_read(grid[top : top + down], width, marks) for top in tops]
    for stroke in strokes:
        if stroke.tone is Tone.LINE:
            _rule(rows, stroke, plan, marks)
    if arrow := arrow_of(figure, pose, mirrored=mirrored):
        _point(rows, arrow, plan, marks)
    if plan.floor is not None:
        rows[plan.floor] = [("─", Tone.LINE, 0)] * width
    return tuple(_joined(row) for row in rows)


def _rule(rows: list[list[Cell]], stroke: Stroke, plan: _Plan, marks: Marks) -> None:
    """Draw a level or upright line where nothing else is."""
    across, down = marks.value
    xs = sorted(floor((plan.x + x * plan.scale) / across) for x in (stroke.x1, stroke.x2))
    ys = sorted(floor((plan.y - y * plan.scale) / down) for y in (stroke.y1, stroke.y2))
    sign = "─" if ys[0] == ys[1] else "│"
    for row in rows[max(0, ys[0]) : ys[1] + 1]:
        for place in range(max(0, xs[0]), min(len(row), xs[1] + 1)):
            if not row[place][1]:
                row[place] = (sign, Tone.LINE, 0)


def _point(rows: list[list[Cell]], arrow: Arrow, plan: _Plan, marks: Marks) -> None:
    """Draw an arrow where nothing else is."""
    across, down = marks.value
    place = floor((plan.x + arrow.x * plan.scale) / across)
    line = floor((plan.y - arrow.y * plan.scale) / down)
    if 0 <= line < len(rows) and 0 <= place < len(rows[line]) and rows[line][place][1] <= Tone.LINE:
        rows[line][place] = (ARROWS[arrow.way], Tone.NEAR, 0)


@lru_cache(maxsize=64)
def _plan(box: Box, width: int, height: int, marks: Marks, *, on_floor: bool) -> _Plan:
    """How to fit the box, with half a dot free all round for strokes that are drawn thicker."""
    across, down = marks.value
    wide, high = box.right - box.left, box.top - box.bottom
    rows = max(1, height - 1) if on_floor else height
    scale = min(max(0.5, width * across - 1) / wide, max(0.5, rows * down - 1) / high)
    x = (width * across - wide * scale) / 2 - box.left * scale
    spare = rows * down - high * scale
    if not on_floor:
        return _Plan(scale, x, spare / 2 + box.top * scale, None)
    line = min(height - 1, rows - floor(max(0.0, spare) / 2 / down))
    return _Plan(scale, x, float(line * down), line)


def _draw(grid: list[bytearray], stroke: Stroke, plan: _Plan) -> None:
    """Lay one stroke on the grid. In each row of dots it covers one piece."""
    least = FINEST if stroke.fine else THINNEST[stroke.tone]
    radius = max(stroke.radius * plan.scale, least)
    is_gap = stroke.tone is Tone.GAP
    if is_gap:
        if plan.scale < GAP_FROM:
            return
        radius += 1
    leaves = _BESIDE_FAR if plan.scale < TRUNK_GAP_FROM else _BESIDE_ALL
    x1, y1 = plan.x + stroke.x1 * plan.scale, plan.y - stroke.y1 * plan.scale
    x2, y2 = plan.x + stroke.x2 * plan.scale, plan.y - stroke.y2 * plan.scale
    first = max(0, floor(min(y1, y2) - radius))
    last = min(len(grid), ceil(max(y1, y2) + radius))
    width = len(grid[0])
    mark = bytes((stroke.tone,))
    for row in range(first, last):
        left, right = _covered(x1, y1, x2, y2, radius, row + 0.5)
        if left > right:
            continue
        start, end = max(0, ceil(left - 0.5)), min(width, floor(right - 0.5) + 1)
        if start < end:
            line = grid[row]
            line[start:end] = line[start:end].translate(leaves) if is_gap else mark * (end - start)


def _covered(
    x1: float, y1: float, x2: float, y2: float, radius: float, y: float
) -> tuple[float, float]:
    """From where to where a stroke with round ends covers the line at height y."""
    left, right = inf, -inf
    for x, middle in ((x1, y1), (x2, y2)):
        rest = radius * radius - (y - middle) * (y - middle)
        if rest >= 0:
            half = sqrt(rest)
            left, right = min(left, x - half), max(right, x + half)
    along, down = x2 - x1, y2 - y1
    size = hypot(along, down)
    if size and down:
        # the straight part: between its two sides, and between its two ends
        middle = x1 + (y - y1) * along / down
        half = radius * size / abs(down)
        low, high = middle - half, middle + half
        if along:
            ends = (x1 - (y - y1) * down / along, x2 - (y - y2) * down / along)
            low, high = max(low, min(ends)), min(high, max(ends))
            inside = low <= high
        else:
            inside = min(y1, y2) <= y <= max(y1, y2)
        if inside:
            left, right = min(left, low), max(right, high)
    elif size and abs(y - y1) <= radius:
        left, right = min(left, x1, x2), max(right, x1, x2)
    return left, right


def _read(dots: Sequence[bytearray], width: int, marks: Marks) -> list[Cell]:
    """A line of cells, from its rows of dots. Only what lies between the outermost is looked at."""
    across = marks.value[0]
    first = min(len(row) - len(row.lstrip(b"\0")) for row in dots) // across
    last = -(-max(len(row.rstrip(b"\0")) for row in dots) // across)
    if first >= last:
        return [_BLANK] * width
    part = [row[first * across : last * across] for row in dots]
    cells = _halves(part) if marks is Marks.BLOCKS else _braille(part)
    return [_BLANK] * first + cells + [_BLANK] * (width - last)


def _halves(dots: Sequence[bytearray]) -> list[Cell]:
    """Half blocks, from two rows of dots."""
    upper, lower = dots
    return [_half(one, other) for one, other in zip(upper, lower, strict=True)]


def _half(upper: int, lower: int) -> Cell:
    if upper == lower == 0:
        return _BLANK
    if max(upper, lower) == Tone.PROP:
        return "▒", Tone.PROP, 0
    if upper == lower:
        return "█", upper, 0
    if lower <= Tone.PROP:
        return "▀", upper, 0
    if upper <= Tone.PROP:
        return "▄", lower, 0
    return "▀", upper, lower


_BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""What each dot of a cell adds to its sign, row by row."""


def _braille(dots: Sequence[bytearray]) -> list[Cell]:
    """Braille, from four rows of dots. The nearest tone in a cell colours all of it."""
    first, second, third, fourth = dots
    return [
        _eight(
            first[left : left + 2]
            + second[left : left + 2]
            + third[left : left + 2]
            + fourth[left : left + 2]
        )
        for left in range(0, len(first), 2)
    ]


def _eight(dots: bytearray) -> Cell:
    if not any(dots):
        return _BLANK
    sign = sum(bit for bit, tone in zip(_BITS, dots, strict=True) if tone)
    return chr(0x2800 + sign), max(dots), 0


def _joined(cells: Iterable[Cell]) -> Row:
    """The cells with those that look alike put together."""
    runs = [
        Run(
            "".join(cell[0] for cell in group),
            Tone(tone) if tone else None,
            Tone(ground) if ground else None,
        )
        for (tone, ground), group in groupby(cells, key=lambda cell: cell[1:])
    ]
    if runs and runs[-1].tone is None:
        runs.pop()
    return tuple(runs)
