"""The routines of one's own, line by line: list, make, change, start, copy, print, remove."""

import re
from dataclasses import replace
from typing import Any

from unspasm.domain.own_exercise_form import BACKS, STRENGTHS, WHERES, changed, typed_steps
from unspasm.domain.own_routines import OwnRoutine, OwnStep, Sides
from unspasm.domain.typed_lines import called, dosed, near, read_dose, read_line
from unspasm.journeys.house import House
from unspasm.journeys.own_routines import RoutineEdit, RoutineFiles
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.words import Words
from unspasm.words.own_phrases import (
    back_name,
    exercise_rows,
    place_name,
    row_of,
    sides_name,
    step_line,
    strength_name,
    total_line,
)

_LEAVE = LEAVES | {""}
_WITH_NUMBER = re.compile(r"([a-z])\s*(\d{1,3})")
_DOSE_OF = re.compile(r"(\d{1,2})[\s.:]+(\S.*)")


class PlainRoutines:
    """The list and one routine. What says that it is worse leaves them, and loses nothing."""

    def __init__(self, house: House, words: Words, lines: Lines) -> None:
        self._house = house
        self._all_words = words
        self._words = words.own
        self._lines = lines
        self._run: RoutineEdit | None = None
        """What was begun and neither kept nor left."""

    def lead(self) -> str | None:
        """Show the list until the person leaves; return the id of a routine that is to start.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        if self._run and self._run.changed and (name := self._edit(self._run)):
            return name
        return self._list()

    # --- the list -----------------------------------------------------------------------------

    def _list(self) -> str | None:
        words, plain = self._words, self._all_words.plain
        while True:
            shelf = self._house.shelf
            found = shelf.read()
            routines = tuple(found.routines.values())
            self._lines.say("", plain.heading.format(words=words.title))
            for number, own in enumerate(routines, start=1):
                line = words.step.format(name=own.name, dose=row_of(words, own, shelf.ours))
                self._lines.say(plain.numbered.format(number=number, words=line))
            if not routines:
                self._lines.say(words.none_plain)
            self._lines.say_all(words.fault.format(fault=fault) for fault in found.faults)
            self._lines.say(words.limits, words.plain_list)
            text = self._heard().casefold()
            if text in _LEAVE:
                return None
            if name := self._do(text, routines):
                return name

    def _do(self, text: str, routines: tuple[OwnRoutine, ...]) -> str | None:
        """Do what was typed at the list; return the id of a routine that is to start."""
        if text == "m":
            return self._edit(RoutineEdit(self._house, self._words))
        if text == "a":
            self._add()
            return None
        letter, number = _letter_and_number(text)
        if number is None or letter not in {"", "e", "x", "c", "p"}:
            self._lines.say(self._all_words.plain.not_understood.format(text=text))
        elif not 1 <= number <= len(routines):
            self._lines.say(self._words.plain_no_number.format(text=number))
        elif letter == "":
            return routines[number - 1].id
        elif letter == "e":
            return self._edit(RoutineEdit(self._house, self._words, routines[number - 1]))
        else:
            self._with_file(letter, routines[number - 1])
        return None

    def _with_file(self, letter: str, own: OwnRoutine) -> None:
        words, files = self._words, RoutineFiles(self._house, self._all_words)
        if letter == "x":
            question = words.remove_ask.format(name=own.name)
            if self._yes(question):
                self._lines.say(files.remove(own))
            return
        ask, do = (
            (words.share_ask, files.copy) if letter == "c" else (words.print_ask, files.print_to)
        )
        self._lines.say(ask)
        if (name := self._heard()).casefold() not in _LEAVE:
            self._lines.say(do(own, name))

    def _add(self) -> None:
        words, files = self._words, RoutineFiles(self._house, self._all_words)
        self._lines.say(words.add_ask)
        name = self._heard()
        if name.casefold() in _LEAVE:
            return
        own, said = files.read(name)
        if own is None:
            self._lines.say_all(said.splitlines())
        elif not files.is_there(own) or self._yes(words.there_ask.format(id=own.id)):
            self._lines.say(files.add(own))

    # --- one of them --------------------------------------------------------------------------

    def _edit(self, run: RoutineEdit) -> str | None:
        """Change a routine; return its id if it is to start."""
        self._run = run
        words = self._words
        if not run.draft.name:
            self._lines.say(words.name_ask)
            run.rename(self._heard())
        self._tell(run)
        self._lines.say(words.plain_edit, words.plain_such)
        while True:
            text = self._heard()
            command = text.casefold()
            if command in _LEAVE:
                if not run.changed or self._yes(words.leave_ask):
                    break
            elif command in {"s", "t"}:
                if self._keep(run) and command == "t":
                    self._run = None
                    return run.draft.id
            else:
                self._change(run, text)
        self._run = None
        return None

    def _tell(self, run: RoutineEdit) -> None:
        words, plain, draft = self._words, self._all_words.plain, run.draft
        name, total = draft.name or words.new_title, total_line(words, run.total)
        self._lines.say("", words.step.format(name=name, dose=total))
        for number, step in enumerate(draft.steps, start=1):
            line = step_line(words, step, run.library)
            self._lines.say(plain.numbered.format(number=number, words=line))

    def _keep(self, run: RoutineEdit) -> bool:
        if not run.draft.name:
            self._lines.say(self._words.name_ask)
            run.rename(self._heard())
        done, said = run.keep()
        self._lines.say(said)
        return done

    def _change(self, run: RoutineEdit, text: str) -> None:
        words, command = self._words, text.casefold()
        asks = {"r": words.name_ask, "f": words.from_ask, "o": words.note_ask}
        says = {"r": run.rename, "f": run.say_from, "o": run.say_note}
        letter, number = _letter_and_number(command)
        if command in asks:
            self._lines.say(asks[command])
            says[command](self._heard())
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
            self._form(run, place)

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
            place = self._choose(words.which_ask.format(name=typed.name), options)
            if place is None:
                return
            stretch = found[place] if place < len(found) else None
        before = len(run.draft.steps)
        self._lines.say_all(run.put(typed, stretch.id if stretch else None).splitlines())
        if stretch is None and len(run.draft.steps) > before:
            self._form(run, before)

    def _pick(self, run: RoutineEdit) -> None:
        """Put in stretches of the library by their numbers."""
        words, plain = self._words, self._all_words.plain
        there = {step.id for step in run.draft.steps}
        rest = [one for one in run.library.stretches.values() if one.id not in there]
        self._lines.say(plain.heading.format(words=words.pick_title))
        for number, one in enumerate(rest, start=1):
            self._lines.say(plain.numbered.format(number=number, words=one.name))
        self._lines.say(self._all_words.log.plain_many)
        typed = [whole_number(one) for one in self._heard().replace(",", " ").split()]
        picked = [rest[one - 1].id for one in typed if one and one <= len(rest)]
        self._lines.say(run.put_all(tuple(dict.fromkeys(picked))))

    # --- an exercise of one's own -------------------------------------------------------------

    def _form(self, run: RoutineEdit, place: int) -> None:
        """Ask what there is to say of an exercise that is not in the library."""
        words, plain = self._words, self._all_words.plain
        while True:
            step = run.draft.steps[place]
            self._lines.say("", plain.heading.format(words=words.exercise_title))
            rows = exercise_rows(words, step, run.library)
            for number, (label, value) in enumerate(rows, start=1):
                line = words.exercise_row.format(label=label, value=value)
                self._lines.say(plain.numbered.format(number=number, words=line))
            self._lines.say(words.counts, words.plain_form)
            text = self._heard()
            if text.casefold() in _LEAVE:
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
            text = self._heard()
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
        place = self._choose(f"{label}?", names)
        if place is None:
            return step
        return changed(step, **says[place]) if says else replace(step, sides=list(Sides)[place])

    # --- pieces -------------------------------------------------------------------------------

    def _heard(self) -> str:
        return self._lines.ask(self._all_words.plain.prompt)

    def _choose(self, question: str, options: list[str]) -> int | None:
        self._lines.say(question)
        for number, one in enumerate(options, start=1):
            self._lines.say(self._all_words.plain.numbered.format(number=number, words=one))
        place = whole_number(self._heard())
        return place - 1 if place is not None and 1 <= place <= len(options) else None

    def _yes(self, question: str) -> bool:
        self._lines.say(self._all_words.plain.asked.format(question=question))
        return self._heard().casefold() in {"y", "yes"}


def _letter_and_number(text: str) -> tuple[str, int | None]:
    """A letter and a number, such as `x2`; the number alone has no letter."""
    if (number := whole_number(text)) is not None:
        return "", number
    found = _WITH_NUMBER.fullmatch(text)
    return (found[1], int(found[2])) if found else ("", None)
