"""What there is to draw: strokes with round ends, from the back to the front.

Each renderer turns the same strokes into its own marks. What is nearer stands out twice: by its
tone, and by its weight, so that no colour is needed to tell a near limb from a far one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from unspasm.domain.figure import Figure, Prop, View, pose_at
from unspasm.domain.skeleton import Body, Point, Pose, belly_of, body_of, minus, plus


class Tone(IntEnum):
    """What a stroke belongs to."""

    GAP = 0
    """Nothing: what lies behind is left out around a near limb, so that its edge shows."""
    PROP = 1
    FAR = 2
    BODY = 3
    NEAR = 4


@dataclass(frozen=True)
class Stroke:
    """A straight stroke with round ends; a disc if both ends are one. In body heights."""

    x1: float
    y1: float
    x2: float
    y2: float
    radius: float
    tone: Tone


@dataclass(frozen=True)
class Box:
    """The part of the plane that is shown, in body heights."""

    left: float
    bottom: float
    right: float
    top: float


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
NOSE = (0.06, 0.098, 0.016)
"""From where to where a nose reaches from mid-head, and its half thickness."""
BELLY = 0.05
SAMPLES = 40
"""Into so many parts the whole movement is cut to see how much room it takes."""


def strokes_of(figure: Figure, pose: Pose, *, mirrored: bool = False) -> tuple[Stroke, ...]:
    """Return what is to be drawn, the farthest first.

    Args:
        figure: the exercise.
        pose: one of its poses, from `pose_at`.
        mirrored: left and right exchanged: for the other side of the body.
    """
    found = (*_props(figure), *_limbs(pose))
    if not mirrored:
        return found
    return tuple(Stroke(-s.x1, s.y1, -s.x2, s.y2, s.radius, s.tone) for s in found)


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
    if mirrored:
        left, right = -right, -left
    return Box(left, bottom, right, top)


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
    yield _stroke(points["near_hip"], points["far_hip"], thick, Tone.BODY)
    yield _stroke(points["near_shoulder"], points["far_shoulder"], thick, Tone.BODY)
    yield _stroke(points["pelvis"], points["waist"], thick, Tone.BODY)
    yield _stroke(points["waist"], points["chest"], thick, Tone.BODY)
    if pose.belly > 0:
        belly = belly_of(body, pose.belly)
        yield _stroke(belly, belly, BELLY, Tone.BODY)
    head, front = points["head"], body.face.front
    yield _stroke(head, head, HEAD, Tone.BODY)
    start, end, radius = NOSE
    yield _stroke(plus(head, front, start), plus(head, front, end), radius, Tone.BODY)


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
        yield _line(x1, y1, x2, y2, FLOOR_THICK)


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
