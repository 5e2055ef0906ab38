"""The skeleton of the figure: bones of fixed length, a pose, and where its joints come to lie.

x runs to the right of the picture, y up it, z out of it towards the viewer. Lengths are in body
heights, angles in degrees. The angle of a bone is counted from the x axis, anticlockwise, from its
end at the trunk to its far end; `out` is how far the bone leaves the picture towards the viewer.

With no roll the figure is seen from its right side and looks to the right when it stands: the near
limbs are the right ones. Mirrored, it looks to the left, and the near limbs are the left ones.
"""

from collections.abc import Mapping
from math import asin, atan2, cos, degrees, hypot, radians, sin

from unspasm.domain.values import value

Point = tuple[float, float, float]
"""A place, or a way from one place to another, in body heights."""


@value
class Bone:
    """A stiff piece between two joints.

    Args:
        name: what it is called.
        start: the joint at its end nearer to the trunk.
        end: the joint at its far end.
        length: in body heights.
    """

    name: str
    start: str
    end: str
    length: float


BONES = (
    Bone("low_back", "pelvis", "waist", 0.14),
    Bone("up_back", "waist", "chest", 0.16),
    Bone("neck", "chest", "head", 0.13),
    Bone("near_thigh", "near_hip", "near_knee", 0.24),
    Bone("near_shin", "near_knee", "near_ankle", 0.235),
    Bone("near_foot", "near_ankle", "near_toe", 0.095),
    Bone("far_thigh", "far_hip", "far_knee", 0.24),
    Bone("far_shin", "far_knee", "far_ankle", 0.235),
    Bone("far_foot", "far_ankle", "far_toe", 0.095),
    Bone("near_upper_arm", "near_shoulder", "near_elbow", 0.155),
    Bone("near_forearm", "near_elbow", "near_hand", 0.165),
    Bone("far_upper_arm", "far_shoulder", "far_elbow", 0.155),
    Bone("far_forearm", "far_elbow", "far_hand", 0.165),
)
"""All bones, each after the one it hangs on. A forearm ends at the palm, a neck in mid-head."""
PLACE_OF = {bone.name: place for place, bone in enumerate(BONES)}
"""Where a bone stands in `BONES`, and its angles in a pose."""

HIP_SIDE = 0.045
SHOULDER_SIDE = 0.08
"""How far hips and shoulders lie from the middle line, in body heights."""
BELLY_OUT = 0.045
"""How far the belly comes forward when it is all the way out, in body heights."""

FLESH = {
    **dict.fromkeys(("pelvis", "waist", "chest"), 0.052),
    "head": 0.065,
    **{f"{side}_{joint}": thick for side in ("near", "far") for joint, thick in
       (("hip", 0.035), ("knee", 0.03), ("ankle", 0.024), ("toe", 0.018),
        ("shoulder", 0.035), ("elbow", 0.025), ("hand", 0.02))},
}  # fmt: skip
"""How thick a body is around each joint, in body heights: so high a joint lies on the floor."""


@value
class Pose:
    """Which way every bone points.

    Args:
        pelvis: where the pelvis is.
        angles: one for each bone, in degrees.
        outs: how far each bone leaves the picture, in degrees; the spine never does.
        rolls: how far pelvis, chest and face are turned towards the viewer, in degrees; 90 is
            straight at the viewer.
        belly: how far the belly is out, 0 to 1.
        arrow: what is to move, and which way: a joint or another place of the body, and `up`,
            `down`, `left` or `right`.
    """

    pelvis: Point
    angles: tuple[float, ...]
    outs: tuple[float, ...]
    rolls: tuple[float, float, float] = (0.0, 0.0, 0.0)
    belly: float = 0.0
    arrow: tuple[str, str] | None = None


@value
class Frame:
    """The three ways of a part of the trunk: up along it, out of its front, to its near side."""

    up: Point
    front: Point
    near: Point


@value
class Body:
    """A pose with the place of every joint."""

    points: Mapping[str, Point]
    hips: Frame
    ribs: Frame
    face: Frame


def plus(one: Point, other: Point, times: float = 1.0) -> Point:
    """Return the first, moved on by so many times the second."""
    return (one[0] + other[0] * times, one[1] + other[1] * times, one[2] + other[2] * times)


def minus(one: Point, other: Point) -> Point:
    """Return the way from the second to the first."""
    return (one[0] - other[0], one[1] - other[1], one[2] - other[2])


def dot(one: Point, other: Point) -> float:
    """Return the inner product."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def length(way: Point) -> float:
    """Return how long a way is, in body heights."""
    return hypot(*way)


def direction(angle: float, out: float = 0.0) -> Point:
    """Return the way of length one that these degrees point."""
    turn, lean = radians(angle), radians(out)
    return (cos(lean) * cos(turn), cos(lean) * sin(turn), sin(lean))


def angles_of(way: Point) -> tuple[float, float]:
    """Return angle and out, in degrees, of a way of length one."""
    out = asin(max(-1.0, min(1.0, way[2])))
    return degrees(atan2(way[1], way[0])), degrees(out)


def body_of(pose: Pose) -> Body:
    """Return where all joints are, by forward kinematics."""
    hips = _frame(pose.angles[0], pose.rolls[0])
    ribs = _frame(pose.angles[1], pose.rolls[1])
    points: dict[str, Point] = {"pelvis": pose.pelvis}
    for place, bone in enumerate(BONES):
        if bone.start not in points:
            trunk, frame, side = (
                ("pelvis", hips, HIP_SIDE)
                if bone.start.endswith("hip")
                else ("chest", ribs, SHOULDER_SIDE)
            )
            sign = 1 if bone.start.startswith("near") else -1
            points[bone.start] = plus(points[trunk], frame.near, sign * side)
        way = direction(pose.angles[place], pose.outs[place])
        points[bone.end] = plus(points[bone.start], way, bone.length)
    return Body(points, hips, ribs, _frame(pose.angles[2], pose.rolls[2]))


def _frame(angle: float, roll: float) -> Frame:
    """The ways of a part of the trunk that points along `angle` and is rolled by `roll`."""
    unrolled = direction(angle - 90)
    turn = radians(roll)
    front = (unrolled[0] * cos(turn), unrolled[1] * cos(turn), sin(turn))
    near = (-unrolled[0] * sin(turn), -unrolled[1] * sin(turn), cos(turn))
    return Frame(direction(angle), front, near)


def belly_of(body: Body, belly: float) -> Point:
    """Return the foremost point of the belly."""
    return plus(body.points["waist"], body.hips.front, belly * BELLY_OUT)
