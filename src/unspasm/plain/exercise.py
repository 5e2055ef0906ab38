"""An exercise that is not in the library, line by line: name, steps, dose and the like."""

from dataclasses import replace
from typing import Any

from unspasm.domain.own_exercise_form import BACKS, STRENGTHS, WHERES, changed, typed_steps
from unspasm.domain.own_routines import OwnStep, Sides
from unspasm.domain.typed_lines import dosed, read_dose
from unspasm.journeys.own_routines import RoutineEdit
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.telling import numbered
from unspasm.words import Words
from unspasm.words.own_phrases import (
    back_name,
    exercise_rows,
    place_name,
    sides_name,
    step_line,
    strength_name,
)


class PlainExercise:
    """Asks what there is to say of one."""

    def __init__(self, words: Words, lines: Lines) -> None:
        self._words = words.own
        self._plain = words.plain
        self._lines = lines

    def ask(self, run: RoutineEdit, place: int) -> None:
        """Ask until the person has said enough.

        Args:
            run: the routine that it stands in.
            place: which step of it, from 0.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        words, plain = self._words, self._plain
        while True:
            step = run.draft.steps[place]
            self._lines.say("", plain.heading.format(words=words.exercise_title))
            rows = exercise_rows(words, step, run.library)
            said = (words.exercise_row.format(label=label, value=value) for label, value in rows)
            self._lines.say_all(numbered(plain, said))
            self._lines.say(words.counts, words.plain_form)
            text = self._lines.ask(self._plain.prompt)
            if text.casefold() in {"", *LEAVES}:
                return
            chosen = whole_number(text)
            if chosen is None or not 1 <= chosen <= len(rows):
                self._lines.say(plain.not_understood.format(text=text))
                continue
            self._answer(run, place, step, chosen)

    def _answer(self, run: RoutineEdit, place: int, step: OwnStep, number: int) -> None:
        words = self._words
        said = self._said(step, number, run)
        if said is None:
            self._lines.say(words.bad_dose.format(text=step_line(words, step, run.library)))
        elif not run.change(place, said):
            self._lines.say(words.in_already.format(name=said.exercise and said.exercise.name))

    def _said(self, step: OwnStep, number: int, run: RoutineEdit) -> OwnStep | None:
        """The step after one question has been answered; `None` if that is not possible."""
        words, own = self._words, step.exercise
        asks = {
            1: words.name_ask, 2: words.steps_ask, 3: words.dose_ask.format(name=own and own.name),
            9: words.from_ask,
        }  # fmt: skip
        if number in asks:
            self._lines.say(asks[number])
            text = self._lines.ask(self._plain.prompt)
            if number == 3:
                return dosed(step, read_dose(text), run.library)
            if number == 2:
                return changed(step, steps=typed_steps(text))
            return changed(step, **{"name" if number == 1 else "given_by": text})
        return self._chosen(step, number, run)

    def _chosen(self, step: OwnStep, number: int, run: RoutineEdit) -> OwnStep:
        words = self._words
        options: dict[int, tuple[list[str], list[dict[str, Any]]]] = {
            4: ([words.kind_move, words.kind_hold], [{"hold": False}, {"hold": True}]),
            5: ([sides_name(words, one) for one in Sides], []),
            6: ([place_name(words, one) for one in WHERES], [{"place": one} for one in WHERES]),
            7: (
                [strength_name(words, one) for one in STRENGTHS],
                [{"strength": one} for one in STRENGTHS],
            ),
            8: ([back_name(words, one) for one in BACKS], [{"back": one} for one in BACKS]),
        }
        names, says = options[number]
        label = exercise_rows(words, step, run.library)[number - 1][0]
        place = self._lines.choose(f"{label}?", names, self._plain.prompt)
        if place is None:
            return step
        return changed(step, **says[place]) if says else replace(step, sides=list(Sides)[place])
