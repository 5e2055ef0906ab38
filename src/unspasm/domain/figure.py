"""How the figure moves: key poses, what holds on to what, and the pose at any second.

A figure plays its keys in order; after the last one it goes on at the key `again`. From one key to
the next every angle takes the shorter way round, starting and stopping softly. A hand or foot that
holds on to something in two keys in a row holds on to it on the way as well: the two bones of that
limb are then worked out anew from where it holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from unspasm.domain.figure_holds import ENDS, grip, reaching
from unspasm.domain.skeleton import FLESH, Body, Point, Pose, body_of, plus
from unspasm.domain.values import value

FLOOR = "floor"
"""Held by a foot or hand that stays where it was first put down on the floor."""
FIXED = (FLOOR, "here")
"""The floor, or a thing: held by what stays where the first such key puts it."""


class View(Enum):
    """From where the figure is seen."""

    SIDE = "side"
    FRONT = "front"
    ABOVE = "above"

    @property
    def up(self) -> int:
        """The axis that points away from the floor: 1 is y, 2 is z."""
        return 2 if self is View.ABOVE else 1


@value
class Prop:
    """A thing in the picture: a chair, wall, cushion, roller, ball or mat. In body heights.

    Args:
        kind: what it is.
        x: where its middle is; for a wall, where its face is.
        y: how high its middle is, or its foot where it stands on the floor.
        width: how wide it is.
        height: how high it is; for a chair, how high its seat is.
        back: at which side of a chair its back is: `left`, `right` or none.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    back: str = ""


@value
class Key:
    """One pose that the figure comes to.

    Args:
        name: a short name, once in each figure.
        cue: what the person does, in words.
        stay: seconds in the pose.
        move: seconds on the way to the next one.
        pose: the pose.
        x: where the root is, in body heights.
        lift: how high above the floor it stands, in body heights.
        holds: what each end holds on to.
    """

    name: str
    cue: str
    stay: float
    move: float
    pose: Pose
    x: float = 0.0
    lift: float = 0.0
    holds: tuple[tuple[str, str], ...] = ()


@value
class Figure:
    """All that is needed to draw one exercise at any second.

    Args:
        view: from where it is seen.
        root: the joint whose x is given.
        stand_on: the joints of which the lowest touches the floor.
        keys: the poses in order.
        again: the place of the key at which it goes on after the last.
        props: what else is in the picture.
        spots: where each end that holds the floor, or a thing, was first put.
        named: the side of the figure that the exercise is done with, `near` or `far`.
    """

    view: View
    root: str
    stand_on: tuple[str, ...]
    keys: tuple[Key, ...]
    again: int = 0
    props: tuple[Prop, ...] = ()
    spots: tuple[tuple[str, Point], ...] = ()
    named: str = "near"

    @property
    def seconds(self) -> float:
        """Seconds until the last key gives way to the key `again`."""
        return sum(key.stay + key.move for key in self.keys)

    @property
    def intro(self) -> float:
        """Seconds before the key `again`: what is played once."""
        return sum(key.stay + key.move for key in self.keys[: self.again])


def assembled(figure: Figure) -> Figure:
    """Return the figure with its feet put down, every key placed, and every hold worked out."""
    spots: dict[str, Point] = {}
    for key in figure.keys:
        body = body_of(_placed(figure, key.pose, key.x, key.lift))
        for end, target in key.holds:
            if target in FIXED and end not in spots:
                down = target == FLOOR
                spots[end] = _put_down(figure.view, body, end) if down else body.points[end]
    ready = replace(figure, spots=tuple(spots.items()))
    keys = (
        replace(key, pose=_settled(ready, key.pose, key.x, key.lift, dict(key.holds)))
        for key in ready.keys
    )
    return replace(ready, keys=tuple(keys))


def arrival(figure: Figure, name: str) -> float:
    """Return the second at which the figure first comes to the key of that name.

    Raises:
        KeyError: if there is none.
    """
    passed = 0.0
    for key in figure.keys:
        if key.name == name:
            return passed
        passed += key.stay + key.move
    raise KeyError(name)


def pose_at(figure: Figure, seconds: float) -> Pose:
    """Return the pose after so many seconds; before the start it is the first one."""
    left = max(0.0, seconds)
    if left >= figure.seconds:
        left = figure.intro + (left - figure.intro) % (figure.seconds - figure.intro)
    place, last = 0, len(figure.keys) - 1
    while place < last and left >= figure.keys[place].stay + figure.keys[place].move:
        left -= figure.keys[place].stay + figure.keys[place].move
        place += 1
    key, after = (*figure.keys, figure.keys[figure.again])[place : place + 2]
    if left <= key.stay:
        return key.pose
    part = min(1.0, (left - key.stay) / key.move) if key.move else 1.0
    return _between(figure, key, after, eased(part, key, after))


def eased(part: float, start: Key, end: Key) -> float:
    """Return how far a movement has come when this part of its time, 0 to 1, has passed.

    It starts softly from a pose that is stayed in, and comes softly to rest in one; through a pose
    without a stay it goes on at an even pace.
    """
    leave, reach = float(not start.stay), float(not end.stay)
    cubed, squared = leave + reach - 2, 3 - 2 * leave - reach
    return ((cubed * part + squared) * part + leave) * part


def _between(figure: Figure, one: Key, other: Key, part: float) -> Pose:
    holds = dict(set(one.holds) & set(other.holds))
    x = one.x + (other.x - one.x) * part
    lift = one.lift + (other.lift - one.lift) * part
    return _settled(figure, _blend(one.pose, other.pose, part), x, lift, holds)


def _blend(one: Pose, other: Pose, part: float) -> Pose:
    low, mid, high = _mixed(one.rolls, other.rolls, part)
    return Pose(
        pelvis=one.pelvis,
        angles=tuple(
            a + ((b - a + 180) % 360 - 180) * part
            for a, b in zip(one.angles, other.angles, strict=True)
        ),
        outs=_mixed(one.outs, other.outs, part),
        rolls=(low, mid, high),
        belly=one.belly + (other.belly - one.belly) * part,
        arrow=other.arrow,
    )


def _mixed(one: Sequence[float], other: Sequence[float], part: float) -> tuple[float, ...]:
    return tuple(a + (b - a) * part for a, b in zip(one, other, strict=True))


def _settled(figure: Figure, pose: Pose, x: float, lift: float, holds: Mapping[str, str]) -> Pose:
    """The pose, placed, with every limb that holds reaching for what it holds.

    What stands comes first, then what holds on to the body.
    """
    pose = _placed(figure, pose, x, lift)
    spots = dict(figure.spots)
    ends = [end for end in ENDS if end in holds]
    for end in sorted(ends, key=lambda end: holds[end] not in FIXED):
        body = body_of(pose)
        target = spots[end] if holds[end] in FIXED else grip(pose, body, holds[end])
        pose = reaching(pose, body, end, target)
    return pose


def _placed(figure: Figure, pose: Pose, x: float, lift: float) -> Pose:
    """The pose, moved so that its root is at x and the lowest joint it stands on touches."""
    points = body_of(pose).points
    up = figure.view.up
    lowest = min(points[name][up] - FLESH[name] for name in figure.stand_on)
    root = points[figure.root]
    across = (x - root[0], -root[1], 0.0) if up == 2 else (x - root[0], 0.0, 0.0)
    rise = (0.0, 0.0, lift - lowest) if up == 2 else (0.0, lift - lowest, 0.0)
    return replace(pose, pelvis=plus(plus(pose.pelvis, across), rise))


def _put_down(view: View, body: Body, end: str) -> Point:
    """Where an end stands once it is brought down to the floor, or up to it."""
    names = (end, end.replace("ankle", "toe"))
    lowest = min(body.points[name][view.up] - FLESH[name] for name in names)
    place = list(body.points[end])
    place[view.up] -= lowest
    return (place[0], place[1], place[2])
