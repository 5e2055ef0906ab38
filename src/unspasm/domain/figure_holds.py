"""How a hand or a foot reaches for what it holds on to."""

from dataclasses import replace
from math import sqrt

from unspasm.domain.skeleton import (
    BONES,
    FLESH,
    PLACE_OF,
    Body,
    Point,
    Pose,
    angles_of,
    belly_of,
    direction,
    dot,
    length,
    minus,
    plus,
)

ENDS = {
    "near_ankle": ("near_thigh", "near_shin", 1),
    "far_ankle": ("far_thigh", "far_shin", 1),
    "near_hand": ("near_upper_arm", "near_forearm", -1),
    "far_hand": ("far_upper_arm", "far_forearm", -1),
}
"""What can hold: its two bones, and to which side the joint between them points: a knee forward,
an elbow back. Legs stand first, so that hands can hold on to them."""
FLAT = 0.5
"""Degrees out of the picture below which a limb counts as lying in it."""
_ON_LEGS = (
    ("thigh", "hip", "knee", 0.6, -0.035),
    ("lap", "hip", "knee", 0.6, 0.035),
    ("shin", "knee", "ankle", 0.5, 0.035),
)
GRIPS = {
    **{joint: (joint, joint, 0.0, 0.0) for joint in FLESH},
    **{
        f"{side}_{name}": (f"{side}_{start}", f"{side}_{end}", along, aside)
        for side in ("near", "far")
        for name, start, end, along, aside in _ON_LEGS
    },
    "back": ("pelvis", "waist", 0.35, 0.05),
    "back_higher": ("pelvis", "waist", 0.8, 0.055),
    "belly": ("pelvis", "waist", 0.8, -0.06),
}
"""What a hand can hold on the body: from one joint so far along to another, and so far aside.
Minus is behind a thigh, and in front of the trunk."""


def grip(pose: Pose, body: Body, name: str) -> Point:
    """Return the place that a hand takes hold of."""
    start, end, along, aside = GRIPS[name]
    way = minus(body.points[end], body.points[start])
    place = plus(body.points[start], way, along)
    if name == "belly":
        front = minus(belly_of(body, pose.belly), body.points["waist"])
        place = plus(place, front)
    size = length(way)
    return plus(place, (-way[1], way[0], 0.0), aside / size) if size else place


def reaching(pose: Pose, body: Body, end: str, target: Point) -> Pose:
    """The pose with the two bones of a limb turned so that its end comes to the target.

    A limb that lies in the picture bends the way its joint can; any other bends to the side to
    which its first bone points already. What is out of reach is reached for with a straight limb.
    """
    first, second, sign = ENDS[end]
    one, two = PLACE_OF[first], PLACE_OF[second]
    near, far = BONES[one].length, BONES[two].length
    start = body.points[BONES[one].start]
    flat = max(abs(pose.outs[one]), abs(pose.outs[two]), abs(pose.rolls[0])) < FLAT
    if flat:
        target = (target[0], target[1], start[2])
    way = minus(target, start)
    reach = max(abs(near - far) + 1e-6, min(near + far - 1e-6, length(way)))
    way = _one_long(way)
    along = (near * near + reach * reach - far * far) / (2 * reach)
    aside = sqrt(max(0.0, near * near - along * along))
    pole = (-way[1] * sign, way[0] * sign, 0.0)
    if not flat:
        bone = direction(pose.angles[one], pose.outs[one])
        pole = _one_long(plus(bone, way, -dot(bone, way)))
    middle = plus(plus(start, way, along), pole, aside)
    last = plus(start, way, reach)
    angles, outs = list(pose.angles), list(pose.outs)
    angles[one], outs[one] = angles_of(_one_long(minus(middle, start)))
    angles[two], outs[two] = angles_of(_one_long(minus(last, middle)))
    return replace(pose, angles=tuple(angles), outs=tuple(outs))


def _one_long(way: Point) -> Point:
    size = length(way)
    return (way[0] / size, way[1] / size, way[2] / size) if size else (1.0, 0.0, 0.0)
