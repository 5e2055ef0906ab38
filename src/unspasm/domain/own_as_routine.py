"""The routine that comes of one of one's own: as every other one is, with the same gates."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from unspasm.domain.own_routines import OWN_REASONS, OwnExercise, OwnRoutine, OwnStep, Sides
from unspasm.domain.session_plan import MOST_SECONDS, of_routine, seconds_of
from unspasm.domain.stretches import (
    Beat,
    Direction,
    Dose,
    Library,
    OwnAdvice,
    Place,
    Recovery,
    Routine,
    Stretch,
    Unsuited,
)

_FRESH = Dose(5, 10, 0)


def routine_of(own: OwnRoutine, library: Library) -> Routine:
    """Return the routine as every other one is: with the same gates, and never with a later dose.

    Raises:
        KeyError: if it names a stretch that the library has not.
    """
    stretches = [stretch_of(step, library) for step in own.steps]
    advice = library.advice
    said = [advice.given_by.format(name=own.given_by)] if own.given_by else []
    return Routine(
        id=own.id,
        name=own.name,
        recovery=None,
        why=" ".join([*said, own.note, advice.why] if own.note else [*said, advice.why]),
        stretches=tuple(one.id for one in stretches),
        sources=advice.sources,
        yours=True,
        own={one.id: one for one in stretches},
    )


def stretch_of(step: OwnStep, library: Library) -> Stretch:
    """Return the stretch of a step, in its dose.

    Raises:
        KeyError: if the library has not got it.
    """
    if step.exercise:
        return _exercise(step.exercise, step.dose or _FRESH, step.sides, library.advice)
    ours = library.stretches[step.stretch]
    doses = {phase: _dose_in(phase, dose, step.dose) for phase, dose in ours.doses.items()}
    return replace(ours, doses=doses, one_side=_one_side(step.sides))


def dose_of_step(step: OwnStep, library: Library) -> Dose:
    """Return its dose, which for a stretch of the library is the latest unless it has its own."""
    if step.dose or step.exercise:
        return step.dose or _FRESH
    doses = library.stretches[step.stretch].doses
    return next(doses[phase] for phase in reversed(Recovery) if phase in doses)


def beat_of(step: OwnStep, library: Library) -> Beat:
    """Return how a step is timed."""
    if step.exercise:
        return beat_of_exercise(step.exercise)
    return library.stretches[step.stretch].beat


def beat_of_exercise(exercise: OwnExercise) -> Beat:
    """Return how an exercise of one's own is timed."""
    return Beat.HOLD if exercise.hold else Beat.MOVE


def _dose_in(phase: Recovery, ours: Dose, own: Dose | None) -> Dose:
    """The dose in a phase of recovery: in the acute one never more than ours."""
    if own is None or (phase is Recovery.ACUTE and own.total > ours.total):
        return ours
    return own


def _one_side(sides: Sides | None) -> str:
    return sides.value if sides in {Sides.LEFT, Sides.RIGHT} else ""


def _exercise(own: OwnExercise, dose: Dose, sides: Sides | None, advice: OwnAdvice) -> Stretch:
    floor, strength = own.on_floor, own.counts_as_strength
    phases = [one for one in Recovery if one is not Recovery.ACUTE or not strength]
    needs = own.needs
    if own.place is Place.CHAIR and "chair" not in needs:
        needs = ("chair", *needs)
    return Stretch(
        id=own.id,
        name=own.name,
        place=own.place or Place.FLOOR,
        needs=needs,
        strength=strength,
        direction=own.back or Direction.BEND,
        beat=beat_of_exercise(own),
        sides=2 if sides is Sides.BOTH else 1,
        what="",
        get_in=advice.get_down if floor else advice.get_in,
        steps=own.steps or advice.steps,
        get_out=advice.get_up if floor else advice.get_out,
        during=advice.during,
        cue=own.name,
        easier=advice.easier,
        stop=advice.stop,
        sources=advice.sources,
        skip=_skips(own, advice.skip),
        doses=dict.fromkeys(phases, dose),
        one_side=_one_side(sides),
    )


def _skips(own: OwnExercise, say: Mapping[Unsuited, str]) -> dict[Unsuited, str]:
    """Its reasons to be left out, as a stretch of the library of its kind has them."""
    may_bend = own.back in {None, Direction.BEND}
    holds = {
        Unsuited.OSTEOPOROSIS: may_bend or own.back is Direction.TWIST,
        Unsuited.BENDING_WORSE: may_bend,
        Unsuited.ARCHING_WORSE: own.back in {None, Direction.ARCH},
        Unsuited.PREGNANT: own.on_floor or own.counts_as_strength,
        Unsuited.CANNOT_GET_DOWN: own.on_floor,
        Unsuited.DIZZY: own.place is not Place.CHAIR,
        Unsuited.POOR_BALANCE: own.place in {Place.STANDING, Place.HALF_KNEEL},
        Unsuited.ACUTE_SEVERE: True,
    }
    return {reason: say[reason] for reason in OWN_REASONS if holds[reason]}


# --- how long it takes, and whether it can be kept ------------------------------------------------


def total_of(own: OwnRoutine, library: Library) -> int:
    """Return how long it takes at most, in seconds: in the phase of recovery that asks most.

    Raises:
        KeyError: if it names a stretch that the library has not.
    """
    routine = routine_of(own, library)
    return max(
        seconds_of(of_routine(routine, library.stretches, recovery)) for recovery in Recovery
    )


class Problem(Enum):
    """Why a routine cannot be kept as it is."""

    NO_NAME = "no_name"
    EMPTY = "empty"
    TOO_LONG = "too_long"


def problem_of(own: OwnRoutine, library: Library) -> Problem | None:
    """Return what keeps a routine that was made here from being kept."""
    if not own.steps:
        return Problem.EMPTY
    if total_of(own, library) > MOST_SECONDS:
        return Problem.TOO_LONG
    return None if own.name else Problem.NO_NAME
