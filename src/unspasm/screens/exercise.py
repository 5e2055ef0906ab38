"""An exercise that is not in the library: one line a question, each with a key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.own_exercise_form import BACKS, STRENGTHS, WHERES, changed, typed_steps
from unspasm.domain.own_routines import (
    LINE_LETTERS,
    MOST_LINES,
    NAME_LETTERS,
    OwnStep,
    Sides,
)
from unspasm.domain.stretches import Library
from unspasm.domain.typed_lines import dosed, read_dose
from unspasm.screens.base import bind
from unspasm.screens.marking import MarkingScreen
from unspasm.words import Words
from unspasm.words.own_phrases import (
    back_name,
    exercise_rows,
    place_name,
    sides_name,
    strength_name,
)


class ExerciseScreen(MarkingScreen[OwnStep]):
    """Its result is the step as it was said; none leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("exercise.keep", "enter", "keep"),
        bind("exercise.change", "space", "ask_marked"),
        bind("exercise.leave", "escape", "dismiss(None)"),
    ]

    def __init__(self, words: Words, step: OwnStep, library: Library) -> None:
        super().__init__(words)
        self._step = step
        self._library = library

    def title_line(self) -> str:
        """What this is."""
        return self.words.own.exercise_title

    def lines(self) -> Sequence[str]:
        """What is said of it."""
        row = self.words.own.exercise_row
        rows = exercise_rows(self.words.own, self._step, self._library)
        return [row.format(label=label, value=value) for label, value in rows]

    def notes(self) -> Iterable[str]:
        """What comes of what is not said."""
        yield self.words.own.counts

    def keys_line(self) -> str:
        """How to change a line."""
        return self.words.own.exercise_keys

    # --- keys ---------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Go on with what is said."""
        self.dismiss(self._step)

    def action_mark(self, number: int) -> None:
        """Change a line."""
        super().action_mark(number)
        if number <= len(self.lines()):
            self.action_ask_marked()

    def action_ask_marked(self) -> None:
        """Change the line that is marked."""
        words, own = self.words.own, self._step.exercise
        if own is None:
            return
        match self.at:
            case 0:
                self.ask_line(words.name_ask, own.name, NAME_LETTERS, self._rename)
            case 1:
                longest = LINE_LETTERS * MOST_LINES
                self.ask_line(words.steps_ask, " ".join(own.steps), longest, self._steps)
            case 2:
                self.ask_line(
                    words.dose_ask.format(name=own.name), "", NAME_LETTERS * 2, self._dose
                )
            case 3:
                options = [words.kind_move, words.kind_hold]
                self._choose(options, lambda place: self._say(hold=place == 1))
            case 4:
                names = [sides_name(words, one) for one in Sides]
                self._choose(names, lambda place: self._set(sides=list(Sides)[place]))
            case 5:
                names = [place_name(words, one) for one in WHERES]
                self._choose(names, lambda place: self._say(place=WHERES[place]))
            case 6:
                names = [strength_name(words, one) for one in STRENGTHS]
                self._choose(names, lambda place: self._say(strength=STRENGTHS[place]))
            case 7:
                names = [back_name(words, one) for one in BACKS]
                self._choose(names, lambda place: self._say(back=BACKS[place]))
            case _:
                self.ask_line(words.from_ask, own.given_by, NAME_LETTERS, self._from)

    def _choose(self, options: Sequence[str], then: Callable[[int], None]) -> None:
        label = exercise_rows(self.words.own, self._step, self._library)[self.at][0]
        self.ask_one(label, options, then)

    # --- answers ------------------------------------------------------------------------------

    def _rename(self, text: str) -> None:
        if text:
            self._say(name=text)

    def _from(self, text: str) -> None:
        self._say(given_by=text)

    def _steps(self, text: str) -> None:
        self._say(steps=typed_steps(text))

    def _dose(self, text: str) -> None:
        step = dosed(self._step, read_dose(text), self._library)
        if step is None:
            self.say(self.words.own.bad_dose.format(text=text))
        else:
            self._turn(step)

    def _say(self, **said: object) -> None:
        self._turn(changed(self._step, **said))

    def _set(self, sides: Sides) -> None:
        self._turn(replace(self._step, sides=sides))

    def _turn(self, step: OwnStep) -> None:
        self._step = step
        self.say("")
        self.call_later(self.show)
