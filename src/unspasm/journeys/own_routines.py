"""A routine of one's own: made, changed, kept, copied, printed, and read from a file."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from unspasm import __version__
from unspasm.domain.own_as_routine import (
    Problem,
    beat_of,
    dose_of_step,
    problem_of,
    total_of,
)
from unspasm.domain.own_exercise_form import one_line
from unspasm.domain.own_routines import (
    MOST_STEPS,
    NAME_LETTERS,
    NOTE_LETTERS,
    OwnRoutine,
    OwnStep,
    id_for,
    range_of,
)
from unspasm.domain.stretches import Library
from unspasm.domain.typed_lines import Typed, dosed, exercise_step
from unspasm.journeys.house import House
from unspasm.journeys.shelf import ENDING, ShelfFullError
from unspasm.journeys.today import body_today
from unspasm.report.files import write_private
from unspasm.words import OwnWords, Words
from unspasm.words.own_phrases import problem_line, step_line, step_name

_STEP = {"seconds": 5, "repeats": 1, "sets": 1, "rest": 5, "between": 10}
"""By how much one key changes a number of a dose."""
_FINE = 10
"""Below so many seconds they change one by one."""


class RoutineEdit:
    """One routine on its way, new or known. Nothing is written before it is kept."""

    def __init__(self, house: House, words: OwnWords, own: OwnRoutine | None = None) -> None:
        self._house = house
        self._words = words
        self._known = own
        self.draft = own or OwnRoutine("", "")
        """As it is now."""
        self.library: Library = house.shelf.ours

    @property
    def is_new(self) -> bool:
        """Whether it has never been kept."""
        return self._known is None

    @property
    def changed(self) -> bool:
        """Whether something of it is not kept."""
        return self.draft != (self._known or OwnRoutine("", ""))

    @property
    def total(self) -> int:
        """Seconds that it takes at most."""
        return total_of(self.draft, self.library) if self.draft.steps else 0

    @property
    def problem(self) -> Problem | None:
        """What keeps it from being kept."""
        return problem_of(self.draft, self.library)

    # --- changing -----------------------------------------------------------------------------

    def rename(self, text: str) -> None:
        """Give it a name."""
        if name := one_line(text, NAME_LETTERS):
            self.draft = replace(self.draft, name=name)

    def say_from(self, text: str) -> None:
        """Say who gave it to the person; nothing means nobody."""
        self.draft = replace(self.draft, given_by=one_line(text, NAME_LETTERS))

    def say_note(self, text: str) -> None:
        """Note something on it."""
        self.draft = replace(self.draft, note=one_line(text, NOTE_LETTERS))

    def put(self, typed: Typed, stretch: str | None) -> str:
        """Put in what was typed; return what came of it, in words.

        Args:
            typed: the line; its name is that of an exercise that is not in the library.
            stretch: the id of a stretch of the library that is meant instead.
        """
        bare = OwnStep(stretch=stretch) if stretch else exercise_step(typed, self.draft.given_by)
        refused = self._refused(bare)
        if refused:
            return refused
        step = dosed(bare, typed, self.library)
        if step is None:
            return self._words.bad_dose.format(text=step_line(self._words, bare, self.library))
        self.draft = replace(self.draft, steps=(*self.draft.steps, step))
        said = self._words.added_step.format(step=step_line(self._words, step, self.library))
        return self._with_left_over(said, typed)

    def put_all(self, stretches: tuple[str, ...]) -> str:
        """Put in stretches of the library, each in our dose; return what came of it, in words."""
        said = [self.put(Typed(""), name) for name in stretches]
        return said[-1] if said else ""

    def dose(self, place: int, typed: Typed) -> str:
        """Change how much of a step is done; return what came of it, in words."""
        step = dosed(self.draft.steps[place], typed, self.library)
        if step is None:
            line = step_line(self._words, self.draft.steps[place], self.library)
            return self._words.bad_dose.format(text=line)
        self.change(place, step)
        return self._with_left_over(step_line(self._words, step, self.library), typed)

    def more(self, place: int, key: str, ways: int) -> bool:
        """Change one number of a dose by one key; return whether it may be so.

        Args:
            place: of the step, from 0.
            key: `seconds`, `repeats`, `sets`, `rest` or `between`.
            ways: 1 for more, -1 for less.
        """
        step = self.draft.steps[place]
        dose = dose_of_step(step, self.library)
        now: int = getattr(dose, key)
        fine = key == "seconds" and (now < _FINE or (now == _FINE and ways < 0))
        lowest, highest = range_of(key, beat_of(step, self.library))
        wanted = min(highest, max(lowest, now + ways * (1 if fine else _STEP[key])))
        if wanted == now:
            return False
        self.change(place, replace(step, dose=replace(dose, **{key: wanted})))
        return True

    def change(self, place: int, step: OwnStep) -> bool:
        """Put another step in the place of one; return whether no other is the same exercise."""
        steps = list(self.draft.steps)
        steps[place] = step
        if len({one.id for one in steps}) < len(steps):
            return False
        self.draft = replace(self.draft, steps=tuple(steps))
        return True

    def take_out(self, place: int) -> str:
        """Take a step out; return what came of it, in words."""
        steps = list(self.draft.steps)
        gone = steps.pop(place)
        self.draft = replace(self.draft, steps=tuple(steps))
        return self._words.taken_out.format(name=step_name(self._words, gone, self.library))

    def move(self, place: int, ways: int) -> int:
        """Move a step up (-1) or down (1); return where it is then."""
        there = min(len(self.draft.steps) - 1, max(0, place + ways))
        steps = list(self.draft.steps)
        steps.insert(there, steps.pop(place))
        self.draft = replace(self.draft, steps=tuple(steps))
        return there

    def _refused(self, step: OwnStep) -> str:
        if step.id in {one.id for one in self.draft.steps}:
            return self._words.in_already.format(name=step_name(self._words, step, self.library))
        return self._words.steps_full if len(self.draft.steps) >= MOST_STEPS else ""

    def _with_left_over(self, said: str, typed: Typed) -> str:
        left = self._words.left_over.format(text=typed.left_over) if typed.left_over else ""
        return "\n".join(filter(None, [said, left]))

    # --- keeping ------------------------------------------------------------------------------

    def keep(self) -> tuple[bool, str]:
        """Keep it; return whether that was done, and what came of it, in words."""
        words, shelf = self._words, self._house.shelf
        if problem := self.problem:
            return False, problem_line(words, problem, self.total)
        if shelf.folder is None:
            return False, words.nowhere
        own = self.draft
        if not own.id:
            taken = [*shelf.ours.routines, *(path.stem for path in shelf.files())]
            own = replace(own, id=id_for(own.name, taken))
        try:
            if self.is_new:
                shelf.save(own)
            else:
                shelf.change(own)
        except ShelfFullError:
            return False, words.full
        except OSError as error:
            return False, words.not_saved.format(why=error.strerror or error)
        self.draft = self._known = own
        return True, words.saved.format(name=own.name)


# --- files ----------------------------------------------------------------------------------------


def read_file(house: House, name: str) -> OwnRoutine:
    """Return the routine that a file holds; `-` is the standard input.

    Raises:
        ContentFaultsError: with every fault in it.
        OSError: if it cannot be read.
        ValueError: if that is no name of a file.
    """
    from unspasm.catalogue.own_routines import MOST_BYTES, read_own  # noqa: PLC0415

    if name == "-":
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with _path(name).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    return read_own(raw, name, house.shelf.ours)


def page_of(house: House, words: Words, own: OwnRoutine) -> str:
    """Return the page to print."""
    from unspasm.report.routine_page import routine_page  # noqa: PLC0415 - reads no record

    body, day = body_today(house), house.clock().day
    return routine_page(own, house.shelf.ours, words.own, words.stretch, body, day, __version__)


class RoutineFiles:
    """What is done with whole routines; each method returns what came of it, in words."""

    def __init__(self, house: House, words: Words) -> None:
        self._house = house
        self._all_words = words
        self._words = words.own

    def copy_name(self, own: OwnRoutine) -> str:
        """The file that it is copied to unless another one is named."""
        return str(Path.home() / f"{own.id}{ENDING}")

    def page_name(self, own: OwnRoutine) -> str:
        """The file that it is printed to unless another one is named."""
        return str(Path.home() / f"{own.id}.html")

    def copy(self, own: OwnRoutine, name: str) -> str:
        """Copy it to a file for others."""
        from unspasm.catalogue.own_routines import write_own  # noqa: PLC0415

        return self._write(name, lambda: write_own(own))

    def print_to(self, own: OwnRoutine, name: str) -> str:
        """Print it to a file."""
        return self._write(name, lambda: page_of(self._house, self._all_words, own))

    def read(self, name: str) -> tuple[OwnRoutine | None, str]:
        """Read a routine from a file; without one the words say what is wrong with it."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

        try:
            return read_file(self._house, name if name != "-" else "./-"), ""
        except ContentFaultsError as error:
            return None, "\n".join(map(str, error.faults))
        except (OSError, ValueError, RuntimeError) as error:
            why = getattr(error, "strerror", None) or error
            return None, self._words.not_read.format(file=name, why=why)

    def is_there(self, own: OwnRoutine) -> bool:
        """Whether there is one of that id already."""
        return self._house.shelf.has(own.id)

    def add(self, own: OwnRoutine) -> str:
        """Keep what was read, in the place of one of its id if there is one."""
        if self._house.routines is None:
            return self._words.nowhere
        try:
            self._house.shelf.save(own, force=True)
        except ShelfFullError:
            return self._words.full
        except OSError as error:
            return self._words.not_saved.format(why=error.strerror or error)
        return self._words.added.format(name=own.name)

    def remove(self, own: OwnRoutine) -> str:
        """Remove its file."""
        try:
            self._house.shelf.remove(own.id)
        except OSError as error:
            return self._words.not_saved.format(why=error.strerror or error)
        return self._words.removed.format(name=own.name)

    def _write(self, name: str, text: Callable[[], str]) -> str:
        words = self._words
        try:
            write_private(_path(name), text())
        except FileExistsError:
            return words.taken.format(file=name)
        except (OSError, ValueError, RuntimeError) as error:
            why = getattr(error, "strerror", None) or error
            return words.not_written.format(file=name, why=why)
        return words.written.format(file=name)


def _path(name: str) -> Path:
    return Path(name).expanduser()
