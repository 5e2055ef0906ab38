"""Routines of one's own as TOML: read with every fault told by its line, and written."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from pydantic import ValidationError

from unspasm.catalogue.faults import (
    ContentFaultsError,
    Fault,
    Finding,
    Lines,
    dotted,
    line_in,
    short,
)
from unspasm.catalogue.shapes_own import OwnRoutineShape, OwnStepShape
from unspasm.domain.own_as_routine import (
    beat_of,
    dose_of_step,
    total_of,
)
from unspasm.domain.own_routines import (
    LINE_LETTERS,
    MOST_LINES,
    MOST_STEPS,
    NAME_LETTERS,
    NOTE_LETTERS,
    RESERVED,
    OwnExercise,
    OwnRoutine,
    OwnStep,
    Sides,
    out_of_range,
    sides_fit,
)
from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.domain.stretches import Direction, Dose, Library, Place
from unspasm.domain.typed_lines import BETWEEN_SETS

MOST_BYTES = 32_768
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_DOSE = ("seconds", "repeats", "rest", "sets", "between")
_OF_EXERCISE = ("steps", "kind", "place", "strength", "back", "needs", "given_by")


def read_own(raw: bytes, file: str, library: Library) -> OwnRoutine:
    """Return the routine that a file holds.

    Args:
        raw: what stands in it.
        file: what it is called in faults.
        library: the stretches that it may name, and the routines whose ids are taken.

    Raises:
        ContentFaultsError: with every fault, each with its line.
    """
    try:
        text = _text(raw)
        shape = OwnRoutineShape.model_validate(tomllib.loads(text))
    except ValidationError as error:
        found = [
            (tuple(one["loc"]), f"{one['msg']} (got {short(one['input'])})")
            for one in error.errors(include_url=False)
        ]
        raise _faults(file, text, found) from None
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None) or line_in(str(error))
        what = "is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ContentFaultsError([Fault(file, line, "file", what)]) from None
    if found := [*_in_routine(shape, library)]:
        raise _faults(file, text, found)
    own = _routine(shape, library)
    total = total_of(own, library)
    if total > MOST_SECONDS:
        what = f"{own.name!r} takes {total // 60}:{total % 60:02}, and 20:00 is the most"
        raise _faults(file, text, [(("name",), what)])
    return own


def _text(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise ValueError(f"is larger than {MOST_BYTES} bytes")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise ValueError("cannot be read: it is not UTF-8") from None


def _faults(file: str, text: str, findings: list[Finding]) -> ContentFaultsError:
    lines = Lines(text)
    return ContentFaultsError(
        Fault(file, lines.of(path), dotted(path), what) for path, what in findings
    )


# --- what is wrong --------------------------------------------------------------------------------


def _in_routine(shape: OwnRoutineShape, library: Library) -> Iterator[Finding]:
    if not _ID.fullmatch(shape.id) or shape.id in RESERVED:
        yield ("id",), f"{short(shape.id)} is not an id: a to z, 0 to 9 and _, at most 40 letters"
    elif shape.id in library.routines and not library.routines[shape.id].yours:
        yield ("id",), f"{shape.id!r} is a routine of the program: choose another id"
    yield from _in_text(("name",), shape.name, NAME_LETTERS)
    yield from _in_text(("from",), shape.given_by, NAME_LETTERS, may_be_empty=True)
    yield from _in_text(("note",), shape.note, NOTE_LETTERS, may_be_empty=True)
    if not 1 <= len(shape.step) <= MOST_STEPS:
        yield ("step",), f"must have 1 to {MOST_STEPS} steps, and has {len(shape.step)}"
        return
    seen: set[str] = set()
    for place, step in enumerate(shape.step):
        found = [*_in_step(step, library)]
        yield from ((("step", place, *path), what) for path, what in found)
        if not found:
            name = _step(step, library).id
            if name in seen:
                what = f"{short(step.stretch or step.name)} stands here a second time"
                yield ("step", place), what
            seen.add(name)


def _in_step(step: OwnStepShape, library: Library) -> Iterator[Finding]:
    if (step.stretch is None) is (step.name is None):
        yield (), "needs stretch, for one of the library, or name, for one that is not in it"
    elif step.stretch is not None:
        if step.stretch not in library.stretches:
            yield ("stretch",), _no_stretch(step.stretch, library)
            return
        yield from _not_of_library(step)
        yield from _in_dose(step, library)
    else:
        yield from _in_exercise(step)
        missing = [key for key in ("seconds", "repeats") if getattr(step, key) is None]
        yield from (((), f"needs {key}") for key in missing)
        if not missing:
            yield from _in_dose(step, library)


def _not_of_library(step: OwnStepShape) -> Iterator[Finding]:
    for key in _OF_EXERCISE:
        if getattr(step, key) is not None:
            said = "from" if key == "given_by" else key
            yield (said,), "goes with name, and not with a stretch of the library"


def _in_dose(step: OwnStepShape, library: Library) -> Iterator[Finding]:
    own = _step(step, library)
    for key, lowest, highest in out_of_range(dose_of_step(own, library), beat_of(own, library)):
        yield (key,), f"must be from {lowest} to {highest}"
    if not sides_fit(own.sides, own, library):
        can = "both, left or right" if own.sides is Sides.NONE else "none"
        yield ("sides",), f"must be {can} for {step.stretch!r}"


def _in_exercise(step: OwnStepShape) -> Iterator[Finding]:
    yield from _in_text(("name",), step.name or "", NAME_LETTERS)
    yield from _in_text(("from",), step.given_by or "", NAME_LETTERS, may_be_empty=True)
    lines = step.steps or []
    if len(lines) > MOST_LINES:
        yield ("steps",), f"has more than {MOST_LINES} lines"
    for place, line in enumerate(lines):
        yield from _in_text(("steps", place), line, LINE_LETTERS)


def _in_text(
    path: tuple[str | int, ...], text: str, longest: int, *, may_be_empty: bool = False
) -> Iterator[Finding]:
    if not text.strip() and not (may_be_empty and not text):
        yield path, "must not be empty"
    elif len(text) > longest:
        yield path, f"has {len(text)} letters, and {longest} is the most"
    elif not text.isprintable():
        yield path, f"holds a character that cannot be shown (got {short(text)})"


def _no_stretch(name: str, library: Library) -> str:
    near = get_close_matches(name.casefold().replace(" ", "_"), library.stretches, n=3, cutoff=0.4)
    hint = f"; near it: {', '.join(near)}" if near else ""
    return f"there is no stretch {short(name)}{hint}"


# --- from the shape -------------------------------------------------------------------------------


def _routine(shape: OwnRoutineShape, library: Library) -> OwnRoutine:
    return OwnRoutine(
        id=shape.id,
        name=shape.name.strip(),
        steps=tuple(_step(step, library) for step in shape.step),
        given_by=shape.given_by.strip(),
        note=shape.note.strip(),
    )


def _step(shape: OwnStepShape, library: Library) -> OwnStep:
    sides = Sides(shape.sides) if shape.sides else None
    if shape.stretch is not None:
        bare = OwnStep(stretch=shape.stretch, sides=sides)
        given = {key: getattr(shape, key) for key in _DOSE if getattr(shape, key) is not None}
        dose = _dose(dose_of_step(bare, library), given)
        return replace(bare, dose=dose if given else None)
    exercise = OwnExercise(
        name=(shape.name or "").strip(),
        steps=tuple(line.strip() for line in shape.steps or ()),
        hold=shape.kind == "hold",
        place=Place(shape.place) if shape.place else None,
        strength=shape.strength,
        back=Direction(shape.back) if shape.back else None,
        needs=tuple(dict.fromkeys(shape.needs or ())),
        given_by=(shape.given_by or "").strip(),
    )
    given = {key: getattr(shape, key) for key in _DOSE if getattr(shape, key) is not None}
    dose = _dose(Dose(1, 1, 0), given)
    return OwnStep(exercise=exercise, dose=dose, sides=sides or Sides.NONE)


def _dose(base: Dose, given: dict[str, int]) -> Dose:
    dose = replace(base, **given)
    if dose.sets > 1 and "between" not in given:
        return replace(dose, between=BETWEEN_SETS)
    return dose


# --- writing --------------------------------------------------------------------------------------


def write_own(own: OwnRoutine) -> str:
    """Return the routine as the text of a file, which `read_own` reads as the same again."""
    return "\n".join([_table("", keys_of_head(own)), *map(table_of_step, own.steps)])


def table_of_step(step: OwnStep) -> str:
    """Return a step as the text of its table."""
    return _table("[[step]]\n", keys_of_step(step))


def keys_of_head(own: OwnRoutine) -> dict[str, object]:
    """Return what a file says above its steps."""
    head = {"id": own.id, "name": own.name, "from": own.given_by, "note": own.note}
    return {key: value for key, value in head.items() if value}


def keys_of_step(step: OwnStep) -> dict[str, object]:
    """Return what a file says of a step."""
    exercise, found = step.exercise, dict[str, object]()
    if exercise:
        said: dict[str, object] = {
            "name": exercise.name,
            "steps": list(exercise.steps) or None,
            "kind": "hold" if exercise.hold else "move",
            "place": exercise.place.value if exercise.place else None,
            "strength": exercise.strength,
            "back": exercise.back.value if exercise.back else None,
            "needs": list(exercise.needs) or None,
            "from": exercise.given_by or None,
        }
        found |= {key: value for key, value in said.items() if value is not None}
    else:
        found["stretch"] = step.stretch
    if step.dose:
        keys = _DOSE if step.dose.sets > 1 else _DOSE[:3]
        found |= {key: getattr(step.dose, key) for key in keys}
    if step.sides:
        found["sides"] = step.sides.value
    return found


def _table(header: str, keys: dict[str, object]) -> str:
    return header + "".join(f"{key} = {_value(value)}\n" for key, value in keys.items())


def _value(value: object) -> str:
    """A value as TOML writes it. JSON's strings are TOML's, save for one character."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
