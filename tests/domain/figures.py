"""Small figures to try rules on: somebody who stands, and what they do with one limb."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from unspasm.domain.figure import Figure, Key, Prop, View, assembled
from unspasm.domain.skeleton import BONES, PLACE_OF, Pose

STANDING = {
    **dict.fromkeys(("low_back", "up_back", "neck"), 90.0),
    **{f"{side}_{bone}": angle for side in ("near", "far") for bone, angle in
       (("thigh", -90.0), ("shin", -90.0), ("foot", 0.0),
        ("upper_arm", -90.0), ("forearm", -80.0))},
}  # fmt: skip
"""Every bone of somebody who stands at ease and looks to the right."""


def pose(
    angles: Mapping[str, float] = MappingProxyType({}),
    *,
    outs: Mapping[str, float] = MappingProxyType({}),
    rolls: tuple[float, float, float] = (0.0, 0.0, 0.0),
    belly: float = 0.0,
) -> Pose:
    """Somebody who stands, but for these bones."""
    wanted = {**STANDING, **angles}
    return Pose(
        pelvis=(0.0, 0.0, 0.0),
        angles=tuple(wanted[bone.name] for bone in BONES),
        outs=tuple(outs.get(bone.name, 0.0) for bone in BONES),
        rolls=rolls,
        belly=belly,
    )


def key(
    name: str,
    of: Pose,
    holds: Mapping[str, str] = MappingProxyType({}),
    *,
    stay: float = 1.0,
    move: float = 1.0,
) -> Key:
    """A pose of a figure."""
    return Key(name, f"Be {name}.", stay, move, of, holds=tuple(holds.items()))


def figure(
    *keys: Key,
    view: View = View.SIDE,
    again: int = 0,
    props: tuple[Prop, ...] = (),
    named: str = "near",
) -> Figure:
    """A figure that stands on both feet."""
    stand_on = ("near_ankle", "far_ankle")
    return assembled(Figure(view, "pelvis", stand_on, keys, again, props, named=named))


def angle_of(of: Pose, bone: str) -> float:
    """The angle of a bone."""
    return of.angles[PLACE_OF[bone]]


def lifted(of: Key, lift: float, x: float = 0.0) -> Key:
    """The same, higher up and elsewhere."""
    return replace(of, lift=lift, x=x)
