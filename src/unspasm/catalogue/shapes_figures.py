"""The shape of the table `[figure]` of a stretch.

    view       from where it is seen: side, front or above
    root       the joint that stays where it is, sideways
    stand_on   the joints of which the lowest touches the floor; the root if left out
    again      the key at which the movement goes on after the last; the first if left out
    named      the side that the exercise is done with: near, or far for the one that lies below

Each `[[figure.prop]]` is a thing in the picture, each `[[figure.key]]` a pose:

    name, cue            a short name, and what the person does
    stay, move           seconds in it, and on the way to the next
    spine                angles of low back, upper back and neck
    near_leg, far_leg    angles of thigh, shin and foot
    near_arm, far_arm    angles of upper arm and forearm
    near_leg_out, ...    how far each of these bones leaves the picture, in degrees
    roll                 how far pelvis, chest and face are turned towards the viewer, in degrees
    x, lift, belly       where the root is; how high it stands; how far the belly is out, 0 to 1
    hold, arrow          what ends hold on to; what moves, and which way

`domain.skeleton` says how angles are counted: 0 is to the right, 90 up. Whoever stands looks to the
right, whoever lies on the back has the head at the left. What a key leaves out is as in the key
before it, but for `hold` and `arrow`, which hold for one key only.
"""

from typing import Literal

from pydantic import Field

from unspasm.catalogue.shapes import Shape

Angles = list[float]


class PropShape(Shape):
    """One thing in the picture."""

    kind: Literal["chair", "wall", "cushion", "ball", "roller", "mat"]
    x: float
    y: float = 0.0
    width: float
    height: float
    back: Literal["left", "right", ""] = ""


class KeyShape(Shape):
    """One pose."""

    name: str
    cue: str
    stay: float
    move: float
    x: float | None = None
    lift: float | None = None
    belly: float | None = None
    arrow: list[str] | None = None
    roll: Angles | None = None
    spine: Angles | None = None
    near_leg: Angles | None = None
    far_leg: Angles | None = None
    near_arm: Angles | None = None
    far_arm: Angles | None = None
    near_leg_out: Angles | None = None
    far_leg_out: Angles | None = None
    near_arm_out: Angles | None = None
    far_arm_out: Angles | None = None
    hold: dict[str, str] = Field(default={})


class FigureShape(Shape):
    """The whole table."""

    view: Literal["side", "front", "above"]
    root: str
    stand_on: list[str] = Field(default=[])
    again: str | None = None
    named: Literal["near", "far"] = "near"
    prop: list[PropShape] = Field(default=[])
    key: list[KeyShape]
