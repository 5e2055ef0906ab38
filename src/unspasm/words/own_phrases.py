"""Sentences about routines of one's own, the same on both faces, in the command and on paper."""

from collections.abc import Iterable, Iterator, Sequence

from unspasm.domain.locks import Activity
from unspasm.domain.own_as_routine import (
    Problem,
    beat_of,
    dose_of_step,
    stretch_of,
    total_of,
)
from unspasm.domain.own_routines import (
    OwnRoutine,
    OwnStep,
    Sides,
)
from unspasm.domain.stretches import Beat, Direction, Dose, Library, Place
from unspasm.domain.which_routine import Body, closed_now
from unspasm.words.own_words import OwnWords
from unspasm.words.phrases import parted
from unspasm.words.session_phrases import clock_of
from unspasm.words.stretch_phrases import why_left
from unspasm.words.stretch_words import StretchWords

_SIDED = {
    Sides.BOTH: "sides_both", Sides.LEFT: "sides_left", Sides.RIGHT: "sides_right",
}  # fmt: skip


def name_of(words: OwnWords, name: str, *, yours: bool) -> str:
    """Return the name of a routine as lists have it."""
    return words.yours.format(name=name) if yours else name


def row_of(words: OwnWords, own: OwnRoutine, library: Library, body: Body) -> str:
    """Return how long a routine takes, of how much it is made, and how much of that waits."""
    count = len(own.steps)
    template = words.row_note_one if count == 1 else words.row_note
    row = template.format(time=clock_of(total_of(own, library)), count=count)
    closed = sum(closed_now(stretch_of(step, library), body) is not None for step in own.steps)
    some = closed and Activity.SESSION not in body.closed
    return words.closed_row.format(row=row, count=closed) if some else row


def why_closed(
    words: OwnWords, routines: Iterable[OwnRoutine], library: Library, body: Body
) -> Iterator[str]:
    """Say why something in these routines waits, if anything does.

    Nothing is said while all sessions are closed: a card says that.
    """
    if Activity.SESSION in body.closed:
        return
    steps = (stretch_of(step, library) for own in routines for step in own.steps)
    if not any(closed_now(stretch, body) for stretch in steps):
        return
    if body.pregnant:
        yield words.closed_pregnant
    else:
        yield words.closed_sign if Activity.FLOOR in body.closed else words.closed_operation


def closed_line(
    words: OwnWords, stretch_words: StretchWords, step: OwnStep, library: Library, body: Body
) -> Iterator[str]:
    """Say that a step waits, and why, if it does."""
    if left := closed_now(stretch_of(step, library), body):
        yield words.closed_step.format(why=why_left(stretch_words, left))


def total_line(words: OwnWords, seconds: int) -> str:
    """Return how much of the twenty minutes is taken."""
    return words.total.format(time=clock_of(seconds))


def step_name(words: OwnWords, step: OwnStep, library: Library) -> str:
    """Return the name of a step, which says if it is not in the library."""
    if step.exercise:
        return words.step_yours.format(name=step.exercise.name)
    return library.stretches[step.stretch].name


def step_line(words: OwnWords, step: OwnStep, library: Library) -> str:
    """Return a step with its dose."""
    name = step_name(words, step, library)
    return words.step.format(name=name, dose=dose_line(words, step, library))


def dose_line(words: OwnWords, step: OwnStep, library: Library, marked: str = "") -> str:
    """Return a dose in words; the number of it that is named by `marked` stands in brackets."""
    dose, beat = dose_of_step(step, library), beat_of(step, library)
    parts = [
        words.marked.format(what=said) if key == marked else said
        for key, said in _parts(words, dose, beat, marked)
    ]
    sides = step.sides
    if step.stretch and sides is None and library.stretches[step.stretch].sides == 2:
        sides = Sides.BOTH
    if sides in _SIDED:
        parts.append(getattr(words, _SIDED[sides]))
    if step.stretch and step.dose is None:
        parts.append(words.dose_ours)
    return parted(words.also, parts)


def _parts(words: OwnWords, dose: Dose, beat: Beat, marked: str) -> Iterator[tuple[str, str]]:
    template = {Beat.HOLD: words.dose_hold, Beat.REST: words.dose_stay, Beat.WALK: words.dose_stay}
    yield "seconds", template.get(beat, words.dose_move).format(seconds=dose.seconds)
    once = dose.repeats == 1
    if not once or beat in {Beat.HOLD, Beat.MOVE, Beat.BREATHE} or marked == "repeats":
        said = words.dose_once if once else words.dose_times.format(repeats=dose.repeats)
        yield "repeats", said
    if dose.sets > 1 or marked == "sets":
        yield "sets", words.dose_sets.format(sets=dose.sets)
    if (dose.rest and dose.repeats > 1) or marked == "rest":
        yield "rest", words.dose_rest.format(rest=dose.rest)
    if dose.sets > 1 or marked == "between":
        yield "between", words.dose_between.format(between=dose.between)


def problem_line(words: OwnWords, problem: Problem, seconds: int) -> str:
    """Return why a routine cannot be kept as it is."""
    return str(getattr(words, f"problem_{problem.value}")).format(time=clock_of(seconds))


def exercise_rows(words: OwnWords, step: OwnStep, library: Library) -> list[tuple[str, str]]:
    """Return what is said of an exercise of one's own: label and value, in the order of its keys.

    Raises:
        ValueError: if it is a stretch of the library.
    """
    own = step.exercise
    if own is None:
        raise ValueError(step.stretch)
    return [
        (words.row_name, own.name),
        (words.row_steps, " ".join(own.steps) or words.unsaid),
        (words.row_dose, dose_line(words, step, library)),
        (words.row_kind, words.kind_hold if own.hold else words.kind_move),
        (words.row_sides, sides_name(words, step.sides or Sides.NONE)),
        (words.row_place, place_name(words, own.place)),
        (words.row_strength, strength_name(words, own.strength)),
        (words.row_back, back_name(words, own.back)),
        (words.row_from, own.given_by or words.unsaid),
    ]


def sides_name(words: OwnWords, sides: Sides) -> str:
    """Return with which side of the body it is done."""
    return str(getattr(words, f"sides_{sides.value}"))


def place_name(words: OwnWords, place: Place | None) -> str:
    """Return where it is done, and what that counts as if nobody said."""
    return words.unsaid_floor if place is None else str(getattr(words, f"place_{place.value}"))


def strength_name(words: OwnWords, strength: bool | None) -> str:  # noqa: FBT001 - it is a value
    """Return whether it is strength work, and what it counts as if nobody said."""
    if strength is None:
        return words.unsaid_strength
    return words.yes if strength else words.no


def back_name(words: OwnWords, back: Direction | None) -> str:
    """Return what the back does, and what that counts as if nobody said."""
    return words.unsaid_back if back is None else str(getattr(words, f"back_{back.value}"))


def told(
    words: OwnWords, stretch_words: StretchWords, own: OwnRoutine, library: Library, body: Body
) -> Iterator[str]:
    """Return a whole routine in lines, for the terminal."""
    yield own.name
    yield from why_closed(words, [own], library, body)
    if own.given_by:
        yield words.page_from.format(name=own.given_by)
    if own.note:
        yield own.note
    yield words.page_total.format(total=clock_of(total_of(own, library)))
    for number, step in enumerate(own.steps, start=1):
        yield ""
        line = step_line(words, step, library)
        yield words.numbered.format(number=number, words=line)
        closed = closed_line(words, stretch_words, step, library, body)
        yield from (f"   {line}" for line in (*closed, *stretch_of(step, library).steps))
    yield ""
    yield words.list_heading.format(words=words.stop_heading)
    yield from (words.point.format(words=line) for line in stops_of(own, library))


def stops_of(own: OwnRoutine, library: Library) -> Sequence[str]:
    """Return every reason to stop, each once: those of its stretches and those of all."""
    stretches = [stretch_of(step, library) for step in own.steps]
    return list(
        dict.fromkeys([*library.advice.stop, *(line for s in stretches for line in s.stop)])
    )
