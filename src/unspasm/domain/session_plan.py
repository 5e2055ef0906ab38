"""A routine laid out in time: its phases, one after the other, and how long they take together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum

from unspasm.domain.stretches import Beat, Dose, Place, Recovery, Routine, Stretch
from unspasm.domain.values import value

FIRST_READY = 8
"""Seconds to get ready before the first stretch."""
READY = 5
MOVE_OVER = 15
"""Seconds to get down to the floor, or over to another place: nobody is to hurry."""
CHANGE = 5
"""Seconds to change sides."""
MOST_SECONDS = 20 * 60
"""No session runs longer, and no routine that is longer is loaded."""


class PhaseKind(Enum):
    """What a phase is for."""

    READY = "ready"
    HOLD = "hold"
    MOVE = "move"
    BREATHE = "breathe"
    STAY = "stay"
    WALK = "walk"
    CHANGE = "change"
    REST = "rest"

    @property
    def works(self) -> bool:
        """Whether it is the stretch itself."""
        return self not in {PhaseKind.READY, PhaseKind.CHANGE, PhaseKind.REST}


class BodySide(Enum):
    """Which side of the body."""

    LEFT = "left"
    RIGHT = "right"


@value
class Phase:
    """One timed piece of a session."""

    kind: PhaseKind
    stretch: str
    """Its id; of a phase to get ready, the one that comes."""
    seconds: int
    side: BodySide | None = None
    repeat: int = 0
    """Which repeat it is or comes after, from 1."""
    repeats: int = 0
    set: int = 1
    """Which set it is or comes after, from 1."""
    sets: int = 1
    moves_over: bool = False
    """The person has to change place for it."""


_KIND = {
    Beat.HOLD: PhaseKind.HOLD,
    Beat.MOVE: PhaseKind.MOVE,
    Beat.BREATHE: PhaseKind.BREATHE,
    Beat.REST: PhaseKind.STAY,
    Beat.WALK: PhaseKind.WALK,
}


def lay_out(stretches: Iterable[Stretch], recovery: Recovery) -> tuple[Phase, ...]:
    """Return the phases of these stretches, in the dose of that phase of recovery.

    What has no dose for it is left out. Breaths and movements follow each other without a break, so
    that they are one phase a side.
    """
    return tuple(_lay_out(stretches, recovery))


def _lay_out(stretches: Iterable[Stretch], recovery: Recovery) -> Iterator[Phase]:
    before: Stretch | None = None
    for stretch in stretches:
        dose = stretch.doses.get(recovery)
        if dose is None:
            continue
        ready = MOVE_OVER if stretch.place.is_floor else FIRST_READY
        moves_over = before is None or _moves_over(before, stretch)
        if before:
            ready = MOVE_OVER if moves_over else READY
        sides = _sides_of(stretch)
        yield Phase(PhaseKind.READY, stretch.id, ready, sides[0], moves_over=moves_over)
        before = stretch
        for side in sides:
            if side is not sides[0]:
                yield Phase(PhaseKind.CHANGE, stretch.id, CHANGE, side)
            yield from _one_side(stretch, dose, side)


def _moves_over(before: Stretch, stretch: Stretch) -> bool:
    """Whether another place has to be taken. Two places somewhere on the floor may differ."""
    return before.place is not stretch.place or stretch.place is Place.FLOOR


def _sides_of(stretch: Stretch) -> tuple[BodySide | None, ...]:
    if stretch.one_side:
        return (BodySide(stretch.one_side),)
    return (BodySide.LEFT, BodySide.RIGHT) if stretch.sides == 2 else (None,)


def _one_side(stretch: Stretch, dose: Dose, side: BodySide | None) -> Iterator[Phase]:
    for one in range(1, dose.sets + 1):
        for phase in _one_set(stretch, dose, side):
            yield replace(phase, set=one, sets=dose.sets)
        if one < dose.sets and dose.between:
            rests = Phase(PhaseKind.REST, stretch.id, dose.between, side, dose.repeats)
            yield replace(rests, repeats=dose.repeats, set=one, sets=dose.sets)


def _one_set(stretch: Stretch, dose: Dose, side: BodySide | None) -> Iterator[Phase]:
    kind = _KIND[stretch.beat]
    if kind is not PhaseKind.HOLD and not dose.rest:
        yield Phase(kind, stretch.id, dose.set_seconds, side, 1, dose.repeats)
        return
    for repeat in range(1, dose.repeats + 1):
        yield Phase(kind, stretch.id, dose.seconds, side, repeat, dose.repeats)
        if repeat < dose.repeats and dose.rest:
            yield Phase(PhaseKind.REST, stretch.id, dose.rest, side, repeat, dose.repeats)


def seconds_of(phases: Iterable[Phase]) -> int:
    """Return how long these phases take together."""
    return sum(phase.seconds for phase in phases)


def of_routine(
    routine: Routine, stretches: Mapping[str, Stretch], recovery: Recovery
) -> tuple[Phase, ...]:
    """Return the phases of a whole routine for somebody in that phase of recovery."""
    named = (routine.stretch(name, stretches) for name in routine.stretches)
    return lay_out(named, dose_of(routine, recovery))


def dose_of(routine: Routine, recovery: Recovery) -> Recovery:
    """Return the earlier of two phases of recovery: nobody gets a later dose than they are in."""
    order = list(Recovery)
    return min(routine.recovery or recovery, recovery, key=order.index)
