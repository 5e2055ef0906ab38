"""What there is to draw: strokes with round ends, from the back to the front.

Each renderer turns the same strokes into its own marks. What is nearer stands out twice: by its
tone, and by its weight, so that no colour is needed to tell a near limb from a far one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from unspasm.domain.figure import Figure, Prop, View, pose_at
from unspasm.domain.figure_holds import grip
from unspasm.domain.skeleton import Body, Point, Pose, belly_of, body_of, minus, plus
from unspasm.domain.values import value


class Tone(IntEnum):
    """What a stroke belongs to."""

    GAP = 0
    """Nothing: what lies behind is left out around a near limb, so that its edge shows."""
    LINE = 1
    """A thin line, level or upright: the edge of a mat."""
    PROP = 2
    FAR = 3
    BODY = 4
    HEAD = 5
    NEAR = 6


@value
class Stroke:
    """A straight stroke with round ends; a disc if both ends are one.

    Args:
        x1: one end, in body heights.
        y1: the same, upwards.
        x2: the other end.
        y2: the same, upwards.
        radius: half of how thick it is.
        tone: what it belongs to.
        fine: a detail that is drawn thin where there is little room.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    radius: float
    tone: Tone
    fine: bool = False


@value
class Box:
    """The part of the plane that is shown, in body heights."""

    left: float
    bottom: float
    right: float
    top: float


@value
class Arrow:
    """Which way something moves.

    Args:
        x: where its middle is, in body heights.
        y: the same, upwards.
        way: `up`, `down`, `left` or `right`.
    """

    x: float
    y: float
    way: str


WAYS = {"up": (0, 1), "down": (0, -1), "left": (-1, 0), "right": (1, 0)}
ARROW_FROM = 0.12
"""How far an arrow lies from what it points at, in body heights."""
FLOOR_THICK = 0.008
"""Half of the thickness of the floor line, in body heights."""
LIMBS = (
    ("far_leg", ("far_hip", "far_knee", "far_ankle", "far_toe"), 0.018, Tone.FAR),
    ("far_arm", ("far_shoulder", "far_elbow", "far_hand"), 0.015, Tone.FAR),
    ("trunk", ("pelvis", "waist", "chest"), 0.052, Tone.BODY),
    ("near_leg", ("near_hip", "near_knee", "near_ankle", "near_toe"), 0.031, Tone.NEAR),
    ("near_arm", ("near_shoulder", "near_elbow", "near_hand"), 0.025, Tone.NEAR),
)
"""Each limb with its joints, its half thickness in body heights, and its tone. Back to front."""
ROOT = 0.55
"""So far from the trunk, as a part of its first bone, a near limb begins to stand free."""
HEAD = 0.075
NECK = 0.028
WIDTH = 0.035
"""Half of how thick hips and shoulders are drawn, from the near to the far side."""
NOSE = (0.06, 0.098, 0.016)
"""From where to where a nose reaches from mid-head, and its half thickness."""
BELLY = 0.06
BELLY_LONG = 0.05
"""How thick, halved, and how long a belly is."""
SAMPLES = 40
"""Into so many parts the whole movement is cut to see how much room it takes."""


def strokes_of(figure: Figure, pose: Pose, *, mirrored: bool = False) -> tuple[Stroke, ...]:
    """Return what is to be drawn, the farthest first.

    Args:
        figure: the exercise.
        pose: one of its poses, from `pose_at`.
        mirrored: it is done with the left side of the body.
    """
    found = (*_props(figure), *_limbs(pose))
    if not _turned(figure, mirrored=mirrored):
        return found
    return tuple(replace(stroke, x1=-stroke.x1, x2=-stroke.x2) for stroke in found)


def arrow_of(figure: Figure, pose: Pose, *, mirrored: bool = False) -> Arrow | None:
    """Return the arrow that goes with a pose. It lies before what it points at."""
    if pose.arrow is None:
        return None
    spot, way = pose.arrow
    across, up = WAYS[way]
    place = grip(pose, body_of(pose), spot)
    x, y = place[0] - across * ARROW_FROM, place[1] - up * ARROW_FROM
    if not _turned(figure, mirrored=mirrored):
        return Arrow(x, y, way)
    return Arrow(-x, y, {"left": "right", "right": "left"}.get(way, way))


@lru_cache(maxsize=64)
def box_of(figure: Figure, *, mirrored: bool = False) -> Box:
    """Return the room that the whole movement takes, so that the picture never jumps."""
    step = figure.seconds / SAMPLES
    poses = [pose_at(figure, step * number) for number in range(SAMPLES)]
    poses += [key.pose for key in figure.keys]
    drawn = [stroke for pose in poses for stroke in (*_limbs(pose), *_props(figure))]
    lefts = [min(s.x1, s.x2) - s.radius for s in drawn]
    rights = [max(s.x1, s.x2) + s.radius for s in drawn]
    left, right = min(lefts), max(rights)
    bottom = min(min(s.y1, s.y2) - s.radius for s in drawn)
    top = max(max(s.y1, s.y2) + s.radius for s in drawn)
    if figure.view is not View.ABOVE:
        bottom = -2 * FLOOR_THICK
    if _turned(figure, mirrored=mirrored):
        left, right = -right, -left
    return Box(left, bottom, right, top)


def _turned(figure: Figure, *, mirrored: bool) -> bool:
    """Whether left and right of the picture are exchanged; if not, the near side is the right."""
    return mirrored is not (figure.named == "far")


def _limbs(pose: Pose) -> Iterator[Stroke]:
    """The body, farthest limb first."""
    body = body_of(pose)
    points = body.points

    def depth(limb: tuple[str, tuple[str, ...], float, Tone]) -> float:
        return sum(points[joint][2] for joint in limb[1]) / len(limb[1])

    for name, joints, radius, tone in sorted(LIMBS, key=depth):
        if name == "trunk":
            yield from _trunk(pose, body)
            continue
        chain = [points[joint] for joint in joints]
        if tone is Tone.NEAR:
            free = plus(chain[0], minus(chain[1], chain[0]), ROOT)
            yield from (_stroke(a, b, radius, Tone.GAP) for a, b in pairwise((free, *chain[1:])))
        yield from (_stroke(a, b, radius, tone) for a, b in pairwise(chain))


def _trunk(pose: Pose, body: Body) -> Iterator[Stroke]:
    points = body.points
    thick = next(limb[2] for limb in LIMBS if limb[0] == "trunk")
    yield _stroke(points["chest"], points["head"], NECK, Tone.BODY)
    for joint in ("hip", "shoulder"):
        yield _stroke(points[f"near_{joint}"], points[f"far_{joint}"], WIDTH, Tone.BODY)
    for one, other in pairwise(_spine(points)):
        yield _stroke(one, other, thick, Tone.BODY)
    if pose.belly > 0:
        belly = belly_of(body, pose.belly)
        yield _stroke(belly, plus(belly, body.hips.up, -BELLY_LONG), BELLY, Tone.BODY)
    head, front = points["head"], body.face.front
    yield _stroke(head, head, HEAD, Tone.HEAD)
    start, end, radius = NOSE
    nose = _stroke(plus(head, front, start), plus(head, front, end), radius, Tone.HEAD)
    yield replace(nose, fine=True)


def _spine(points: Mapping[str, Point]) -> list[Point]:
    """A curve from pelvis to chest through the waist, in four straight pieces."""
    pelvis, waist, chest = (points[name] for name in ("pelvis", "waist", "chest"))
    over = minus(waist, plus(plus((0.0, 0.0, 0.0), pelvis, 0.5), chest, 0.5))
    curve = []
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        straight = plus(pelvis, minus(chest, pelvis), part)
        curve.append(plus(straight, over, 4 * part * (1 - part)))
    return curve


def _stroke(one: Point, other: Point, radius: float, tone: Tone) -> Stroke:
    return Stroke(one[0], one[1], other[0], other[1], radius, tone)


def _props(figure: Figure) -> Iterator[Stroke]:
    for prop in figure.props:
        yield from _OF_KIND[prop.kind](prop)


def _line(x1: float, y1: float, x2: float, y2: float, radius: float) -> Stroke:
    return Stroke(x1, y1, x2, y2, radius, Tone.PROP)


def _chair(prop: Prop) -> Iterator[Stroke]:
    left, right = prop.x - prop.width / 2, prop.x + prop.width / 2
    seat = prop.height - 0.018
    yield _line(left, seat, right, seat, 0.018)
    for foot in (left + 0.01, right - 0.01):
        yield _line(foot, seat, foot, 0.012, 0.012)
    if prop.back:
        edge = left if prop.back == "left" else right
        lean = -0.04 if prop.back == "left" else 0.04
        yield _line(edge, seat, edge + lean, seat + 0.32, 0.016)


def _wall(prop: Prop) -> Iterator[Stroke]:
    x = prop.x - prop.width / 2
    yield _line(x, 0.0, x, prop.height, prop.width / 2)


def _cushion(prop: Prop) -> Iterator[Stroke]:
    radius = min(prop.height, prop.width) / 2
    reach = prop.width / 2 - radius
    y = prop.y or radius
    yield _line(prop.x - reach, y, prop.x + reach, y, radius)


def _ball(prop: Prop) -> Iterator[Stroke]:
    radius = prop.height / 2
    y = prop.y or radius
    yield _line(prop.x, y, prop.x, y, radius)


def _mat(prop: Prop) -> Iterator[Stroke]:
    left, right = prop.x - prop.width / 2, prop.x + prop.width / 2
    low, high = prop.y - prop.height / 2, prop.y + prop.height / 2
    corners = ((left, low), (right, low), (right, high), (left, high), (left, low))
    for (x1, y1), (x2, y2) in pairwise(corners):
        yield Stroke(x1, y1, x2, y2, FLOOR_THICK, Tone.LINE)


_OF_KIND = {
    "chair": _chair,
    "wall": _wall,
    "cushion": _cushion,
    "ball": _ball,
    "roller": _ball,
    "mat": _mat,
}
KINDS = frozenset(_OF_KIND)
"""The things that can be in a picture."""
