"""What can be said of an exercise of one's own, in the order in which it is asked."""

import re
from dataclasses import replace
from typing import Any

from unspasm.domain.own_as_routine import beat_of_exercise
from unspasm.domain.own_routines import (
    LINE_LETTERS,
    MOST_LINES,
    NAME_LETTERS,
    PLACES,
    OwnStep,
    range_of,
)
from unspasm.domain.stretches import Direction, Place

WHERES: tuple[Place | None, ...] = (None, *PLACES[1:])
"""Somewhere on the floor is what it counts as if nobody says where."""
STRENGTHS = (None, True, False)
BACKS = (None, Direction.NEUTRAL, Direction.BEND, Direction.ARCH, Direction.TWIST)
_AFTER = re.compile(r"(?<=[.;])\s+")


def one_line(text: str, longest: int) -> str:
    """Return what was typed as one line of what can be shown, no longer than that."""
    line = " ".join(text.split())
    return "".join(one for one in line if one.isprintable())[:longest].strip()


def typed_steps(text: str) -> tuple[str, ...]:
    """Return what is to be done, one sentence a line. What is too much is cut."""
    sentences = _AFTER.split(one_line(text, LINE_LETTERS * MOST_LINES))
    cut = [sentence[:LINE_LETTERS].strip() for sentence in sentences]
    return tuple(line for line in cut if line)[:MOST_LINES]


def changed(step: OwnStep, **said: Any) -> OwnStep:  # noqa: ANN401 - any field of OwnExercise
    """Return a step of which something else is said. Its dose is kept in the range of its kind.

    Raises:
        ValueError: if it is a stretch of the library.
    """
    if step.exercise is None or step.dose is None:
        raise ValueError(step.stretch)
    if "name" in said:
        said["name"] = one_line(said["name"], NAME_LETTERS) or step.exercise.name
    if "given_by" in said:
        said["given_by"] = one_line(said["given_by"], NAME_LETTERS)
    exercise = replace(step.exercise, **said)
    lowest, highest = range_of("seconds", beat_of_exercise(exercise))
    seconds = min(highest, max(lowest, step.dose.seconds))
    return replace(step, exercise=exercise, dose=replace(step.dose, seconds=seconds))
