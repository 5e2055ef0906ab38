"""A routine of one's own on its way: its lines, how much of each, and how long it takes."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.own_as_routine import Problem
from unspasm.domain.own_routines import (
    NAME_LETTERS,
    NOTE_LETTERS,
    OwnStep,
)
from unspasm.domain.runs import RoutineRun
from unspasm.domain.typed_lines import Typed, called, near, read_dose, read_line
from unspasm.screens.base import bind
from unspasm.screens.exercise import ExerciseScreen
from unspasm.screens.marking import MarkingScreen
from unspasm.screens.pick import PickScreen
from unspasm.words import Words
from unspasm.words.own_phrases import dose_line, problem_line, step_name, total_line

_LONGEST_LINE = 120
_NUMBERS = ("seconds", "repeats", "sets", "rest", "between")
"""The numbers of a dose, in the order in which the arrows choose them."""


class RoutineScreen(MarkingScreen[str]):
    """Its result is "start" if it was kept to be started now, else nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("routine.type", "t", "type"),
        bind("routine.pick", "a", "pick"),
        bind("routine.dose", "enter", "dose"),
        bind("routine.more", "plus,equals_sign", "more(1)", show=False, key_display="+"),
        bind("routine.less", "minus", "more(-1)", show=False, key_display="-"),
        bind("routine.left", "left", "number(-1)", show=False),
        bind("routine.right", "right", "number(1)", show=False),
        bind("routine.up", "shift+up,k", "move(-1)", show=False),
        bind("routine.down", "shift+down,j", "move(1)", show=False),
        bind("routine.details", "d", "details", show=False),
        bind("routine.take_out", "x", "take_out"),
        bind("routine.name", "n", "name", show=False),
        bind("routine.given", "g", "given", show=False),
        bind("routine.note", "b", "note", show=False),
        bind("routine.keep", "s", "keep"),
        bind("routine.start", "y", "start"),
        bind("routine.leave", "escape", "leave"),
        bind("routine.quit", "q", "quit", show=False),
    ]

    def __init__(self, run: RoutineRun, words: Words) -> None:
        super().__init__(words)
        self._run = run
        self._own = words.own
        self._number = "seconds"

    # --- what is shown ------------------------------------------------------------------------

    def title_line(self) -> str:
        """Its name, and how much of the twenty minutes it takes."""
        name = self._run.draft.name or self._own.new_title
        return self._own.edit_title.format(name=name, total=total_line(self._own, self._run.total))

    def lines(self) -> Sequence[str]:
        """Each step with its dose, the number that keys change in brackets."""
        own, library = self._own, self._run.library
        return [
            own.step.format(
                name=step_name(own, step, library),
                dose=dose_line(own, step, library, self._number if place == self.at else ""),
            )
            for place, step in enumerate(self._run.draft.steps)
        ]

    def notes(self) -> Iterable[str]:
        """What keeps it from being kept, and how to change it."""
        run = self._run
        yield self._own.change_hint if run.draft.steps else self._own.empty
        if run.problem is Problem.TOO_LONG:
            yield problem_line(self._own, run.problem, run.total)
        if run.draft.given_by:
            yield self._own.page_from.format(name=run.draft.given_by)
        if run.draft.note:
            yield run.draft.note

    def keys_line(self) -> str:
        """The keys that matter most."""
        return self._own.edit_keys

    def moved(self) -> None:
        """Show the brackets in the line that is marked now."""
        self.call_later(self.show)

    def _changed(self, said: str = "") -> None:
        self.say(said)
        self.call_later(self.show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Change nothing where there is nothing, and detail no stretch of ours."""
        if action in {"dose", "more", "number", "move", "take_out"}:
            return bool(self._run.draft.steps)
        if action == "details":
            return self._marked is not None and self._marked.exercise is not None
        return super().check_action(action, parameters)

    @property
    def _marked(self) -> OwnStep | None:
        steps = self._run.draft.steps
        return steps[self.at] if steps else None

    # --- putting in ---------------------------------------------------------------------------

    def action_type(self) -> None:
        """Type lines, one after the other, until one is empty."""
        self.ask_line(self._own.line_ask, "", _LONGEST_LINE, self._typed)

    def _typed(self, text: str) -> None:
        if not text:
            return
        typed, library = read_line(text), self._run.library
        if not typed.name:
            self._put(typed, None, self._own.left_over.format(text=text))
        elif stretch := called(library, typed.name):
            self._put(typed, stretch.id)
        elif found := near(library, typed.name):
            options = [one.name for one in found]
            options.append(self._own.which_own.format(name=typed.name))
            question = self._own.which_ask.format(name=typed.name)

            def chosen(place: int) -> None:
                self._put(typed, found[place].id if place < len(found) else None)

            self.ask_one(question, options, chosen)
        else:
            self._put(typed, None)

    def _put(self, typed: Typed, stretch: str | None, wrong: str = "") -> None:
        """Put a step in, and ask for what there is to say of an exercise of one's own."""
        before = len(self._run.draft.steps)
        said = wrong or self._run.put(typed, stretch)
        if len(self._run.draft.steps) > before:
            self.at = before
        self._changed(said)
        question = f"{said}\n{self._own.line_more}"

        def another() -> None:
            self.ask_line(question, "", _LONGEST_LINE, self._typed)

        if len(self._run.draft.steps) > before and stretch is None:
            self._details(another)
        else:
            another()

    def action_details(self) -> None:
        """Say more of an exercise of one's own."""
        self._details(lambda: None)

    def _details(self, then: Callable[[], None]) -> None:
        step = self._marked
        if step is None or step.exercise is None:
            return

        def said(changed: OwnStep | None) -> None:
            if changed and not self._run.change(self.at, changed):
                name = changed.exercise.name if changed.exercise else ""
                self._changed(self._own.in_already.format(name=name))
            else:
                self._changed()
            then()

        self.app.push_screen(ExerciseScreen(self.words, step, self._run.library), said)

    def action_pick(self) -> None:
        """Pick from the stretches of the library that are not in it yet."""
        there = {step.id for step in self._run.draft.steps}
        rest = [one for one in self._run.library.stretches.values() if one.id not in there]

        def picked(names: tuple[str, ...] | None) -> None:
            if names:
                said = self._run.put_all(names)
                self.at = len(self._run.draft.steps) - 1
                self._changed(said)

        self.app.push_screen(PickScreen(self.words, rest), picked)

    # --- changing -----------------------------------------------------------------------------

    def action_dose(self) -> None:
        """Type how much of the marked line is done."""
        step = self._marked
        if step is None:
            return
        question = self._own.dose_ask.format(name=step_name(self._own, step, self._run.library))

        def typed(text: str) -> None:
            if text:
                self._changed(self._run.dose(self.at, read_dose(text)))

        self.ask_line(question, "", _LONGEST_LINE, typed)

    def action_more(self, ways: int) -> None:
        """Change the number in brackets."""
        self._run.more(self.at, self._number, ways)
        self._changed()

    def action_number(self, ways: int) -> None:
        """Choose another number of the dose."""
        place = _NUMBERS.index(self._number) + ways
        self._number = _NUMBERS[place % len(_NUMBERS)]
        self._changed()

    def action_move(self, ways: int) -> None:
        """Move the marked line."""
        self.at = self._run.move(self.at, ways)
        self._changed()

    def action_take_out(self) -> None:
        """Take the marked line out."""
        self._changed(self._run.take_out(self.at))

    def action_name(self) -> None:
        """Give it a name."""
        self._ask_name(lambda: None)

    def _ask_name(self, then: Callable[[], None]) -> None:
        def named(text: str) -> None:
            self._run.rename(text)
            self._changed()
            if self._run.draft.name:
                then()

        self.ask_line(self._own.name_ask, self._run.draft.name, NAME_LETTERS, named)

    def action_given(self) -> None:
        """Say who gave it to the person."""

        def said(text: str) -> None:
            self._run.say_from(text)
            self._changed()

        self.ask_line(self._own.from_ask, self._run.draft.given_by, NAME_LETTERS, said)

    def action_note(self) -> None:
        """Note something on it."""

        def said(text: str) -> None:
            self._run.say_note(text)
            self._changed()

        self.ask_line(self._own.note_ask, self._run.draft.note, NOTE_LETTERS, said)

    # --- keeping ------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Keep it, with a name."""
        self._keep(lambda: None)

    def action_start(self) -> None:
        """Keep it, and start it."""
        self._keep(lambda: self.dismiss("start"))

    def _keep(self, then: Callable[[], object]) -> None:
        if not self._run.draft.name:
            self._ask_name(lambda: self._keep(then))
            return
        done, said = self._run.keep()
        self._changed(said)
        if done:
            then()

    def action_leave(self) -> None:
        """Go back; ask first if something is not kept."""
        self._leave(lambda: self.dismiss(None))

    def action_quit(self) -> None:
        """Quit; ask first if something is not kept."""
        self._leave(lambda: self.app.call_later(self.run_action, "app.leave"))

    def _leave(self, leave: Callable[[], object]) -> None:
        if not self._run.changed:
            leave()
            return

        def answered(place: int) -> None:
            if place == 0:
                leave()

        options = [self._own.leave_yes, self._own.leave_no]
        self.ask_one(self._own.leave_ask, options, answered)
