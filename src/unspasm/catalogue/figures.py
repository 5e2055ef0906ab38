"""What can be wrong in the table `[figure]` of a stretch, and the value that it becomes."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from pathlib import Path

from pydantic import ValidationError

from unspasm.catalogue.faults import ContentFaultsError, Fault, Finding, Lines, dotted
from unspasm.catalogue.shapes_figures import FigureShape, KeyShape, PropShape
from unspasm.catalogue.values import findings_in_values, twice
from unspasm.domain.figure import FIXED, Figure, Key, Prop, View, assembled
from unspasm.domain.figure_checks import faults
from unspasm.domain.figure_holds import ENDS, GRIPS
from unspasm.domain.figure_scene import WAYS
from unspasm.domain.skeleton import FLESH, Pose

__all__ = ["FigureShape", "figure_from", "figures_in", "findings_in_figure"]

LONGEST = 30
"""No key takes longer to stay in, or to leave. In seconds."""
MOST = 3.0
"""Nothing lies further away, or is bigger. In body heights."""
_LIMBS = {"spine": 3, "near_leg": 3, "far_leg": 3, "near_arm": 2, "far_arm": 2}
"""How many bones each limb has, in the order of the bones of the skeleton."""


def findings_in_figure(shape: FigureShape) -> Iterator[Finding]:
    """What is wrong with a figure: first what cannot be read, else what no body could do.

    The paths start inside the table.
    """
    written = [*_findings_in_frame(shape), *_findings_in_keys(shape)]
    yield from written
    if not written:
        for slip in faults(figure_from(shape)):
            yield ("key", slip.key), slip.what


def figure_from(shape: FigureShape) -> Figure:
    """Return the figure. The shape has no findings that concern its writing."""
    keys: list[Key] = []
    said: dict[str, list[float]] = {}
    x = lift = belly = 0.0
    for key in shape.key:
        x = x if key.x is None else key.x
        lift = lift if key.lift is None else key.lift
        belly = belly if key.belly is None else key.belly
        said |= _said(key)
        pose = _pose(said, belly)
        if key.arrow:
            pose = replace(pose, arrow=(key.arrow[0], key.arrow[1]))
        holds = tuple(sorted(key.hold.items()))
        keys.append(Key(key.name, key.cue, key.stay, key.move, pose, x, lift, holds))
    names = [key.name for key in keys]
    return assembled(
        Figure(
            view=View(shape.view),
            root=shape.root,
            stand_on=tuple(shape.stand_on) or (shape.root,),
            keys=tuple(keys),
            again=names.index(shape.again) if shape.again else 0,
            props=tuple(_prop(prop) for prop in shape.prop),
            named=shape.named,
        )
    )


def _said(key: KeyShape) -> dict[str, list[float]]:
    """Every list of angles that a key gives."""
    names = (*_LIMBS, *(f"{limb}_out" for limb in _LIMBS if limb != "spine"), "roll")
    return {name: angles for name in names if (angles := getattr(key, name)) is not None}


def _pose(said: dict[str, list[float]], belly: float) -> Pose:
    angles = tuple(angle for limb in _LIMBS for angle in said[limb])
    outs = tuple(
        out for limb, size in _LIMBS.items() for out in said.get(f"{limb}_out", [0.0] * size)
    )
    low, mid, high = said.get("roll", [0.0] * 3)
    return Pose((0.0, 0.0, 0.0), angles, outs, (low, mid, high), belly)


def _prop(shape: PropShape) -> Prop:
    return Prop(shape.kind, shape.x, shape.y, shape.width, shape.height, shape.back)


def _findings_in_frame(shape: FigureShape) -> Iterator[Finding]:
    for name in (shape.root, *shape.stand_on):
        if name not in FLESH:
            where = "root" if name == shape.root else "stand_on"
            yield (where,), f"there is no joint {name!r}"
    if shape.again is not None and shape.again not in {key.name for key in shape.key}:
        yield ("again",), f"no key is called {shape.again!r}"
    if not shape.key:
        yield ("key",), "there is none"
    yield from twice("key", [key.name for key in shape.key], key="name")
    for place, prop in enumerate(shape.prop):
        if not all(isfinite(number) and 0 < number <= MOST for number in (prop.width, prop.height)):
            yield ("prop", place), f"is more than 0 and at most {MOST:g} wide and high"
        if not all(abs(number) <= MOST for number in (prop.x, prop.y)):
            yield ("prop", place), f"is at most {MOST:g} from the middle"


def _findings_in_keys(shape: FigureShape) -> Iterator[Finding]:
    for place, key in enumerate(shape.key):
        path = ("key", place)
        for name, angles in _said(key).items():
            size = _LIMBS.get(name.removesuffix("_out"), 3)
            if len(angles) != size:
                yield (*path, name), f"has {size} angles, not {len(angles)}"
            if not all(abs(angle) <= 360 for angle in angles):
                yield (*path, name), "every angle is from -360 to 360"
        if place == 0:
            for name in _LIMBS.keys() - _said(key).keys():
                yield path, f"the first key has to give {name!r}"
        for name, what in (*_slips_in_numbers(key), *_slips_in_places(key)):
            yield (*path, name), what


def _slips_in_numbers(key: KeyShape) -> Iterator[tuple[str, str]]:
    for name in ("stay", "move"):
        if not 0 <= getattr(key, name) <= LONGEST:
            yield name, f"is from 0 to {LONGEST} seconds"
    if key.stay + key.move == 0:
        yield "stay", "a key takes some time"
    if not 0 <= (key.belly or 0.0) <= 1:
        yield "belly", "is from 0 to 1"
    for name in ("x", "lift"):
        if not abs(getattr(key, name) or 0.0) <= MOST:
            yield name, f"is at most {MOST:g}"


def _slips_in_places(key: KeyShape) -> Iterator[tuple[str, str]]:
    for end, target in key.hold.items():
        if end not in ENDS:
            yield "hold", f"{end!r} cannot hold; {', '.join(ENDS)} can"
        elif target not in FIXED and (target not in GRIPS or target == end):
            yield "hold", f"there is nothing called {target!r} to hold"
    if key.arrow is not None:
        place, *ways = key.arrow or [""]
        if place not in GRIPS or len(ways) != 1 or ways[0] not in WAYS:
            yield "arrow", f"names a place of the body and one of {', '.join(WAYS)}"


def figures_in(folder: Path) -> dict[str, Figure]:
    """Return the figure of every TOML file of a folder that has one, by the name of the file.

    Raises:
        ContentFaultsError: with every fault in every figure.
    """
    found: dict[str, Figure] = {}
    wrong: list[Fault] = []
    for file in sorted(folder.glob("*.toml")):
        text = file.read_text(encoding="utf-8")
        shape, findings = _read(text)
        lines = Lines(text)
        wrong += (Fault(str(file), lines.of(path), dotted(path), what) for path, what in findings)
        if shape and not findings:
            found[file.stem] = figure_from(shape)
    if wrong:
        raise ContentFaultsError(wrong)
    return found


def _read(text: str) -> tuple[FigureShape | None, list[Finding]]:
    """The table `[figure]` of a file, and all that is wrong with it."""
    try:
        raw_values = tomllib.loads(text).get("figure")
        shape = FigureShape.model_validate(raw_values) if raw_values else None
    except tomllib.TOMLDecodeError as error:
        return None, [((), str(error))]
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        return None, [(("figure", *one["loc"]), one["msg"]) for one in wrong]
    if shape is None:
        return None, []
    inside = ((("figure", *path), what) for path, what in findings_in_figure(shape))
    return shape, [*findings_in_values(raw_values, ("figure",)), *inside]
