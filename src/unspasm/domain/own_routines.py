"""Routines of one's own: what a file of one says, its limits, and the routine that comes of it.

Where nothing is said of an exercise that is not in the library, the careful reading is taken: it is
strength work, it is done on the floor, and it bends the back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from unicodedata import normalize
from zlib import crc32

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

NAME_LETTERS = 40
NOTE_LETTERS = 200
LINE_LETTERS = 160
MOST_LINES = 8
MOST_STEPS = 20
MOST_ROUTINES = 14
"""So many a person keeps: each has a key of its own on the screens."""
PLACES = (
    Place.FLOOR, Place.BACK, Place.FRONT, Place.SIDE, Place.HANDS_KNEES, Place.HALF_KNEEL,
    Place.CHAIR, Place.STANDING,
)  # fmt: skip
"""Where an exercise of one's own can be done."""
NEEDS = ("chair", "wall", "cushion", "support", "roller")
RESERVED = frozenset({"con", "prn", "aux", "nul"})
"""Names that no file can have everywhere."""
_ID_LETTERS = 40
_OWN = "own."
"""Before the id of an exercise that is not in the library: no stretch of ours begins so."""
OWN_REASONS = (
    Unsuited.OSTEOPOROSIS, Unsuited.PREGNANT, Unsuited.CANNOT_GET_DOWN, Unsuited.DIZZY,
    Unsuited.BENDING_WORSE, Unsuited.ARCHING_WORSE, Unsuited.POOR_BALANCE, Unsuited.ACUTE_SEVERE,
)  # fmt: skip
"""Reasons for which an exercise of one's own may be left out."""
_FRESH = Dose(5, 10, 0)
_SECONDS = {
    Beat.HOLD: (1, 180), Beat.MOVE: (1, 60), Beat.BREATHE: (4, 15),
    Beat.REST: (10, 600), Beat.WALK: (10, MOST_SECONDS),
}  # fmt: skip
_RANGES = {"repeats": (1, 50), "rest": (0, 120), "sets": (1, 10), "between": (0, 180)}


class Sides(Enum):
    """With which side of the body it is done."""

    NONE = "none"
    """With both at once."""
    BOTH = "both"
    """First with the left, then with the right."""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class OwnExercise:
    """An exercise that is not in the library. What was not said is `None`."""

    name: str
    steps: tuple[str, ...] = ()
    """What to do, in the person's words."""
    hold: bool = False
    """Held, and not moved."""
    place: Place | None = None
    strength: bool | None = None
    back: Direction | None = None
    """What the back does."""
    needs: tuple[str, ...] = ()
    given_by: str = ""

    @property
    def id(self) -> str:
        """Its name as an id, the same in every routine."""
        return _OWN + _as_id(self.name)

    @property
    def on_floor(self) -> bool:
        """Whether it counts as floor work."""
        return self.place is None or self.place.is_floor

    @property
    def counts_as_strength(self) -> bool:
        """Whether it counts as strength work."""
        return self.strength is not False


@dataclass(frozen=True)
class OwnStep:
    """One line of a routine: a stretch of the library, or an exercise that is not in it."""

    stretch: str = ""
    """The id of a stretch of the library."""
    exercise: OwnExercise | None = None
    dose: Dose | None = None
    """`None` for the dose of the library."""
    sides: Sides | None = None
    """`None` for the sides of the library."""

    @property
    def id(self) -> str:
        """What it is called in the record."""
        return self.exercise.id if self.exercise else self.stretch


@dataclass(frozen=True)
class OwnRoutine:
    """A routine as its file has it."""

    id: str
    name: str
    steps: tuple[OwnStep, ...] = ()
    given_by: str = ""
    note: str = ""


# --- limits ---------------------------------------------------------------------------------------


def range_of(key: str, beat: Beat) -> tuple[int, int]:
    """Return the least and the most that a number of a dose may be."""
    return _SECONDS[beat] if key == "seconds" else _RANGES[key]


def out_of_range(dose: Dose, beat: Beat) -> Iterator[tuple[str, int, int]]:
    """Every number of a dose that is out of its range, with that range."""
    for key in ("seconds", *_RANGES):
        lowest, highest = range_of(key, beat)
        if not lowest <= getattr(dose, key) <= highest:
            yield key, lowest, highest


def sides_fit(sides: Sides | None, step: OwnStep, library: Library) -> bool:
    """Whether a step can be done with these sides."""
    if sides is None or step.exercise:
        return True
    return (library.stretches[step.stretch].sides == 2) is (sides is not Sides.NONE)


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


def id_for(name: str, taken: Iterable[str]) -> str:
    """Return an id for a routine of that name that is not taken."""
    known = {*taken, *RESERVED}
    base = _as_id(name)
    wanted = (base, *(f"{base}_{number}" for number in range(2, len(known) + 3)))
    return next(one for one in wanted if one not in known)


def _as_id(name: str) -> str:
    """A name as an id: letters of other scripts are told apart by a mark made of them."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = "".join(one if one.isalnum() else " " for one in plain).split()
    letters = "_".join(words)[: _ID_LETTERS - 9].strip("_")
    whole = normalize("NFKC", " ".join(name.casefold().split()))
    if " ".join(words) == whole.replace("_", " ") and "_".join(words) == letters:
        found = letters
    else:
        found = f"{letters}_{crc32(whole.encode()):08x}".strip("_")
    return found if found[:1].isalpha() else f"r_{found}"


# --- the routine that comes of it -----------------------------------------------------------------


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
