"""The figure as a drawing for the docs and for paper: the same strokes, as SVG."""

from html import escape

from unspasm.domain.figure import Figure, View
from unspasm.domain.figure_scene import (
    FLOOR_THICK,
    WAYS,
    Arrow,
    Box,
    Stroke,
    Tone,
    arrow_of,
    box_of,
    strokes_of,
)
from unspasm.domain.skeleton import Pose
from unspasm.domain.values import value

UNITS = 100
"""Units of the drawing to a body height."""
GAP = 0.009
"""How wide the gap around a near limb is, in body heights."""
MARGIN = 0.03
"""Free room around the drawing, in body heights."""


@value
class Inks:
    """The colours of a drawing, as SVG writes them."""

    ground: str
    thing: str
    far: str
    body: str
    near: str


ON_LIGHT = Inks("#ffffff", "#a8b3bb", "#8797a3", "#1c262e", "#0b7a69")
ON_DARK = Inks("#11181f", "#4b5a66", "#7d93a3", "#e8eef2", "#7fd6c2")


def style_of(inks: Inks) -> str:
    """Return the rules that colour a drawing. Each class is the name of a tone."""
    colours = {
        Tone.GAP: inks.ground,
        Tone.LINE: inks.thing,
        Tone.PROP: inks.thing,
        Tone.FAR: inks.far,
        Tone.BODY: inks.body,
        Tone.HEAD: inks.body,
        Tone.NEAR: inks.near,
    }
    return "".join(f".{tone.name.lower()}{{stroke:{ink}}}" for tone, ink in colours.items())


def room_of(figure: Figure, *, mirrored: bool = False) -> Box:
    """Return the part of the plane that a drawing of the figure takes, in body heights."""
    box = box_of(figure, mirrored=mirrored)
    return Box(box.left - MARGIN, box.bottom - MARGIN, box.right + MARGIN, box.top + MARGIN)


def drawing(figure: Figure, pose: Pose, *, mirrored: bool = False) -> str:
    """Return the marks of one pose, y downwards, without the frame and the colours around them.

    Args:
        figure: the exercise.
        pose: one of its poses, from `pose_at`.
        mirrored: it is done with the left side of the body.
    """
    marks = [_line(stroke) for stroke in strokes_of(figure, pose, mirrored=mirrored)]
    if figure.view is not View.ABOVE:
        room = room_of(figure, mirrored=mirrored)
        floor = Stroke(room.left, -FLOOR_THICK, room.right, -FLOOR_THICK, FLOOR_THICK, Tone.LINE)
        marks.insert(0, _line(floor))
    if arrow := arrow_of(figure, pose, mirrored=mirrored):
        marks.append(_arrow(arrow))
    return f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{"".join(marks)}</g>'


def picture(
    figure: Figure, pose: Pose, words: str, *, inks: Inks = ON_LIGHT, mirrored: bool = False
) -> str:
    """Return a whole SVG of one pose.

    Args:
        figure: the exercise.
        pose: one of its poses, from `pose_at`.
        words: what it shows, for those who cannot see it.
        inks: its colours.
        mirrored: it is done with the left side of the body.
    """
    room = room_of(figure, mirrored=mirrored)
    corner = f"{_n(room.left)} {_n(-room.top)}"
    size = f"{_n(room.right - room.left)} {_n(room.top - room.bottom)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{corner} {size}" role="img">'
        f"<title>{escape(words)}</title><style>{style_of(inks)}</style>"
        f"{drawing(figure, pose, mirrored=mirrored)}</svg>"
    )


def _line(stroke: Stroke) -> str:
    wide = 2 * (stroke.radius + (GAP if stroke.tone is Tone.GAP else 0.0))
    return (
        f'<path class="{stroke.tone.name.lower()}" stroke-width="{_n(wide)}"'
        f' d="M{_n(stroke.x1)} {_n(-stroke.y1)}L{_n(stroke.x2)} {_n(-stroke.y2)}"/>'
    )


def _arrow(arrow: Arrow) -> str:
    """A shaft and two barbs."""
    across, up = WAYS[arrow.way]
    tip = (arrow.x + across * 0.04, arrow.y + up * 0.04)
    ends = [(arrow.x - across * 0.04, arrow.y - up * 0.04)]
    back = (tip[0] - across * 0.03, tip[1] - up * 0.03)
    ends += [(back[0] + side * up * 0.03, back[1] + side * across * 0.03) for side in (1, -1)]
    marks = "".join(f"M{_n(x)} {_n(-y)}L{_n(tip[0])} {_n(-tip[1])}" for x, y in ends)
    return f'<path class="near" stroke-width="{_n(0.016)}" d="{marks}"/>'


def _n(heights: float) -> str:
    """A length as SVG writes it, to a tenth of a unit."""
    return f"{heights * UNITS:.1f}".removesuffix(".0").replace("-0.0", "0")
