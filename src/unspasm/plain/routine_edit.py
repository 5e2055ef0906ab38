"""One routine of one's own, line by line: its stretches, doses and order."""

import re

from unspasm.domain.typed_lines import called, near, read_dose, read_line
from unspasm.journeys.own_routines import RoutineEdit
from unspasm.plain.exercise import PlainExercise
from unspasm.plain.lines import LEAVES, Lines, letter_and_number, whole_number
from unspasm.plain.telling import numbered
from unspasm.words import Words
from unspasm.words.own_phrases import step_line, total_line

_DOSE_OF = re.compile(r"(\d{1,2})[\s.:]+(\S.*)")


class PlainRoutineEdit:
    """Makes and changes a routine. What says that it is worse leaves it, and loses nothing."""

    def __init__(self, words: Words, lines: Lines) -> None:
        self._words = words.own
        self._plain = words.plain
        self._many = words.log.plain_many
        """How several numbers are typed."""
        self._lines = lines
        self._exercise = PlainExercise(words, lines)
        self.begun: RoutineEdit | None = None
        """What was begun and neither kept nor left."""

    def edit(self, run: RoutineEdit) -> str | None:
        """Change a routine; return its id if it is to start.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        self.begun = run
        words = self._words
        if not run.draft.name:
            self._lines.say(words.name_ask)
            run.rename(self._lines.ask(self._plain.prompt))
        self._tell(run)
        self._lines.say(words.plain_edit, words.plain_such)
        while True:
            text = self._lines.ask(self._plain.prompt)
            command = text.casefold()
            if command in {"", *LEAVES}:
                if not run.changed or self._may_leave():
                    break
            elif command in {"s", "t"}:
                if self._keep(run) and command == "t":
                    self.begun = None
                    return run.draft.id
            else:
                self._change(run, text)
        self.begun = None
        return None

    def _may_leave(self) -> bool:
        question = self._plain.asked.format(question=self._words.leave_ask)
        return self._lines.agrees(question, self._plain.prompt)

    def _tell(self, run: RoutineEdit) -> None:
        words, draft = self._words, run.draft
        name, total = draft.name or words.new_title, total_line(words, run.total)
        self._lines.say("", words.step.format(name=name, dose=total))
        steps = (step_line(words, step, run.library) for step in draft.steps)
        self._lines.say_all(numbered(self._plain, steps))

    def _keep(self, run: RoutineEdit) -> bool:
        if not run.draft.name:
            self._lines.say(self._words.name_ask)
            run.rename(self._lines.ask(self._plain.prompt))
        done, said = run.keep()
        self._lines.say(said)
        return done

    def _change(self, run: RoutineEdit, text: str) -> None:
        words, command = self._words, text.casefold()
        asks = {"r": words.name_ask, "f": words.from_ask, "o": words.note_ask}
        says = {"r": run.rename, "f": run.say_from, "o": run.say_note}
        letter, number = letter_and_number(command)
        if command in asks:
            self._lines.say(asks[command])
            says[command](self._lines.ask(self._plain.prompt))
        elif command == "a":
            self._pick(run)
        elif letter in {"x", "u", "d"} and number is not None:
            self._change_step(run, letter, number - 1)
        elif found := _DOSE_OF.fullmatch(text):
            self._dose(run, int(found[1]) - 1, found[2])
        else:
            self._type(run, text)
        self._tell(run)

    def _change_step(self, run: RoutineEdit, letter: str, place: int) -> None:
        if not self._is_there(run, place):
            return
        if letter == "x":
            self._lines.say(run.take_out(place))
        elif letter == "u":
            run.move(place, -1)
        elif run.draft.steps[place].exercise:
            self._exercise.ask(run, place)

    def _dose(self, run: RoutineEdit, place: int, text: str) -> None:
        if self._is_there(run, place):
            self._lines.say_all(run.dose(place, read_dose(text)).splitlines())

    def _is_there(self, run: RoutineEdit, place: int) -> bool:
        there = 0 <= place < len(run.draft.steps)
        if not there:
            self._lines.say(self._words.plain_no_number.format(text=place + 1))
        return there

    # --- putting in ---------------------------------------------------------------------------

    def _type(self, run: RoutineEdit, text: str) -> None:
        """Put in a line as it stands on paper."""
        words, typed = self._words, read_line(text)
        if not typed.name:
            self._lines.say(words.left_over.format(text=text))
            return
        stretch = called(run.library, typed.name)
        found = () if stretch else near(run.library, typed.name)
        if found:
            options = [one.name for one in found]
            options.append(words.which_own.format(name=typed.name))
            question = words.which_ask.format(name=typed.name)
            place = self._lines.choose(question, options, self._plain.prompt)
            if place is None:
                return
            stretch = found[place] if place < len(found) else None
        before = len(run.draft.steps)
        self._lines.say_all(run.put(typed, stretch.id if stretch else None).splitlines())
        if stretch is None and len(run.draft.steps) > before:
            self._exercise.ask(run, before)

    def _pick(self, run: RoutineEdit) -> None:
        """Put in stretches of the library by their numbers."""
        plain = self._plain
        there = {step.id for step in run.draft.steps}
        rest = [one for one in run.library.stretches.values() if one.id not in there]
        self._lines.say(plain.heading.format(words=self._words.pick_title))
        self._lines.say_all(numbered(plain, (one.name for one in rest)))
        self._lines.say(self._many)
        typed = [
            whole_number(one) for one in self._lines.ask(plain.prompt).replace(",", " ").split()
        ]
        picked = [rest[one - 1].id for one in typed if one and one <= len(rest)]
        self._lines.say(run.put_all(tuple(dict.fromkeys(picked))))
