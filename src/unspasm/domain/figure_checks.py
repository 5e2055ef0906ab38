"""What a body cannot do: joints bent the wrong way, feet that slip, limbs under the floor."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import atan2, degrees

from unspasm.domain.figure import FIXED, Figure, pose_at
from unspasm.domain.figure_holds import grip
from unspasm.domain.skeleton import FLESH, Body, Frame, Point, Pose, body_of, dot, length, minus

STEP = 0.1
"""Seconds between two looks."""
SLIP = 0.02
"""How far what holds may be from what it holds, in body heights; about 3 cm."""
UNDER = 0.015
"""How far a joint may sink into the floor, in body heights."""
JUMP = 0.2
"""How far a joint may travel from one look to the next, in body heights: 3.5 m a second."""
ASIDE = 0.35
"""A limb that leaves the plane of its trunk by more than this part of its length is turned as well:
then only how far its joint is bent is judged, and not to which side."""

LIMITS = {
    "hip": (-35, 145),
    "knee": (-5, 165),
    "ankle": (-95, 40),
    "shoulder": (-75, 190),
    "elbow": (-5, 155),
    "spine": (-65, 45),
    "neck": (-65, 60),
}
"""From how far back to how far forward each joint bends, in degrees from standing at ease, arms
hanging. Textbook ranges, rounded up by 10 to 15, since one bone stands for many: the hip takes in
the tilt of the pelvis, the back bends at one place, the foot ends in pointed toes, and the shoulder
takes in the shoulder blade. Hip, shoulder and elbow: plus is forward. Knee: plus is the heel to the
seat. Ankle: plus is the toes up. Spine and neck: plus is arching back."""


@dataclass(frozen=True, order=True)
class Slip:
    """One thing that no body could do.

    Args:
        key: the place of the key where it is, or from which the figure comes.
        what: what is wrong.
    """

    key: int
    what: str


def faults(figure: Figure) -> list[Slip]:
    """Return what is wrong with a figure anywhere in its movement, each thing once a key.

    What is wrong in a pose is not told again of the ways to it and from it.
    """
    found: dict[tuple[int, str], Slip] = {}
    for place, key in enumerate(figure.keys):
        for about, how in _wrong(figure, key.pose, dict(key.holds)):
            found[place, about] = Slip(place, f"{about} {how}")
    told = set(found)
    before = body_of(figure.keys[0].pose)
    for second in _looks(figure):
        pose = pose_at(figure, second)
        body = body_of(pose)
        place, after = _where(figure, second)
        holding = dict(set(figure.keys[place].holds) & set(figure.keys[after].holds))
        for about, how in (*_wrong(figure, pose, holding), *_jumped(before, body)):
            if not told & {(place, about), (after, about)}:
                found.setdefault((place, about), Slip(place, f"{about} {how}"))
        before = body
    return sorted(found.values())


def _wrong(figure: Figure, pose: Pose, holding: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each joint with which something is wrong in a pose, and what."""
    body = body_of(pose)
    yield from _bent(pose, body)
    yield from _sunk(figure, body)
    yield from _slipped(figure, pose, body, holding)


def _looks(figure: Figure) -> Iterator[float]:
    """Every second to look at: once through, and the start of the next round."""
    yield from (number * STEP for number in range(int(figure.seconds / STEP) + 2))


def _where(figure: Figure, second: float) -> tuple[int, int]:
    """The places of the key that the figure comes from, and of the one that it goes to."""
    passed = 0.0
    for place, key in enumerate(figure.keys):
        passed += key.stay
        if second <= passed:
            return place, place
        passed += key.move
        if second < passed:
            break
    last = place == len(figure.keys) - 1
    return place, figure.again if last else place + 1


def _slipped(
    figure: Figure, pose: Pose, body: Body, holding: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    spots = dict(figure.spots)
    for end, target in holding.items():
        place = spots[end] if target in FIXED else grip(pose, body, target)
        way = minus(body.points[end], place)
        gap = length(way) if target in FIXED else length((way[0], way[1], 0.0))
        if gap > SLIP:
            yield end, f"is {gap:.2f} away from what it holds ({target})"


def _sunk(figure: Figure, body: Body) -> Iterator[tuple[str, str]]:
    for name, point in body.points.items():
        depth = FLESH[name] - point[figure.view.up]
        if depth > UNDER:
            yield name, f"is {depth:.2f} under the floor"


def _jumped(before: Body, body: Body) -> Iterator[tuple[str, str]]:
    for name, point in body.points.items():
        way = length(minus(point, before.points[name]))
        if way > JUMP:
            yield name, f"jumps by {way:.2f}"


def _bent(pose: Pose, body: Body) -> Iterator[tuple[str, str]]:
    for joint, bend in bends(pose, body).items():
        low, high = LIMITS[joint.rpartition("_")[2]]
        if not low <= bend <= high:
            yield joint, f"is bent by {bend:.0f} degrees; it goes from {low} to {high}"


def bends(pose: Pose, body: Body) -> dict[str, float]:
    """Return how far each joint is bent, in degrees; see `LIMITS`."""
    low_back, up_back, neck = pose.angles[:3]
    found = {"spine": _turn(up_back - low_back), "neck": _turn(neck - up_back)}
    for side in ("near", "far"):
        found |= _leg(side, body)
        found |= _arm(side, body)
    return found


def _leg(side: str, body: Body) -> dict[str, float]:
    thigh = _bone(body, side, "hip", "knee")
    shin = _bone(body, side, "knee", "ankle")
    foot = _bone(body, side, "ankle", "toe")
    if _turned_out(body.hips, thigh, shin):
        return {f"{side}_knee": _between(thigh, shin)}
    hip = _angle(body.hips, thigh)
    knee = _turn(hip - _angle(body.hips, shin))
    found = {f"{side}_hip": _wide(hip), f"{side}_knee": knee}
    if not _turned_out(body.hips, foot):
        found[f"{side}_ankle"] = _turn(_angle(body.hips, foot) - _angle(body.hips, shin) - 90)
    return found


def _arm(side: str, body: Body) -> dict[str, float]:
    upper = _bone(body, side, "shoulder", "elbow")
    fore = _bone(body, side, "elbow", "hand")
    if _turned_out(body.ribs, upper, fore):
        return {f"{side}_elbow": _between(upper, fore)}
    shoulder = _angle(body.ribs, upper)
    elbow = _turn(_angle(body.ribs, fore) - shoulder)
    return {f"{side}_shoulder": _wide(shoulder), f"{side}_elbow": elbow}


def _bone(body: Body, side: str, start: str, end: str) -> Point:
    way = minus(body.points[f"{side}_{end}"], body.points[f"{side}_{start}"])
    size = length(way)
    return (way[0] / size, way[1] / size, way[2] / size)


def _turned_out(frame: Frame, *bones: Point) -> bool:
    return any(abs(dot(bone, frame.near)) > ASIDE for bone in bones)


def _angle(frame: Frame, bone: Point) -> float:
    """How far a bone is raised to the front, in degrees from hanging along the trunk."""
    return degrees(atan2(dot(bone, frame.front), -dot(bone, frame.up)))


def _between(one: Point, other: Point) -> float:
    return degrees(atan2(length(_cross(one, other)), dot(one, other)))


def _cross(one: Point, other: Point) -> Point:
    return (
        one[1] * other[2] - one[2] * other[1],
        one[2] * other[0] - one[0] * other[2],
        one[0] * other[1] - one[1] * other[0],
    )


def _turn(angle: float) -> float:
    """The same angle from -180 to 180 degrees."""
    return (angle + 180) % 360 - 180


def _wide(angle: float) -> float:
    """The same angle from -100 to 260 degrees: an arm raised past the ear goes on counting."""
    return (angle + 100) % 360 - 100
