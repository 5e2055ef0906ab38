"""The routines of one's own, line by line: list, make, change, start, copy, print, remove."""

from unspasm.domain.own_routines import OwnRoutine
from unspasm.journeys.house import House
from unspasm.journeys.own_routines import RoutineEdit, RoutineFiles
from unspasm.journeys.today import body_today
from unspasm.plain.lines import LEAVES, Lines, letter_and_number
from unspasm.plain.routine_edit import PlainRoutineEdit
from unspasm.plain.telling import numbered
from unspasm.words import Words
from unspasm.words.own_phrases import row_of, why_closed


class PlainRoutines:
    """The list of them, and what is done with one. What was begun in one is kept in mind."""

    def __init__(self, house: House, words: Words, lines: Lines) -> None:
        self._house = house
        self._all_words = words
        self._words = words.own
        self._plain = words.plain
        self._lines = lines
        self._one = PlainRoutineEdit(words, lines)

    def lead(self) -> str | None:
        """Show the list until the person leaves; return the id of a routine that is to start.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        begun = self._one.begun
        if begun and begun.changed and (name := self._one.edit(begun)):
            return name
        return self._list()

    def _list(self) -> str | None:
        words, plain = self._words, self._plain
        while True:
            shelf = self._house.shelf
            found = shelf.read()
            routines = tuple(found.routines.values())
            self._lines.say("", plain.heading.format(words=words.title))
            body = body_today(self._house)
            self._lines.say_all(why_closed(words, routines, shelf.ours, body))
            rows = (
                words.step.format(name=own.name, dose=row_of(words, own, shelf.ours, body))
                for own in routines
            )
            self._lines.say_all(numbered(plain, rows))
            if not routines:
                self._lines.say(words.none_plain)
            self._lines.say_all(words.fault.format(fault=fault) for fault in found.faults)
            self._lines.say(words.limits, words.plain_list)
            text = self._lines.ask(self._plain.prompt).casefold()
            if text in {"", *LEAVES}:
                return None
            if name := self._do(text, routines):
                return name

    def _do(self, text: str, routines: tuple[OwnRoutine, ...]) -> str | None:
        """Do what was typed at the list; return the id of a routine that is to start."""
        if text == "m":
            return self._one.edit(RoutineEdit(self._house, self._words))
        if text == "a":
            self._add()
            return None
        letter, number = letter_and_number(text)
        if number is None or letter not in {"", "e", "x", "c", "p"}:
            self._lines.say(self._plain.not_understood.format(text=text))
        elif not 1 <= number <= len(routines):
            self._lines.say(self._words.plain_no_number.format(text=number))
        elif letter == "":
            return routines[number - 1].id
        elif letter == "e":
            return self._one.edit(RoutineEdit(self._house, self._words, routines[number - 1]))
        else:
            self._with_file(letter, routines[number - 1])
        return None

    def _with_file(self, letter: str, own: OwnRoutine) -> None:
        words, files = self._words, RoutineFiles(self._house, self._all_words)
        if letter == "x":
            if self._agrees(words.remove_ask.format(name=own.name)):
                self._lines.say(files.remove(own))
            return
        ask, do = (
            (words.share_ask, files.copy) if letter == "c" else (words.print_ask, files.print_to)
        )
        self._lines.say(ask)
        if (name := self._lines.ask(self._plain.prompt)).casefold() not in {"", *LEAVES}:
            self._lines.say(do(own, name))

    def _add(self) -> None:
        words, files = self._words, RoutineFiles(self._house, self._all_words)
        self._lines.say(words.add_ask)
        name = self._lines.ask(self._plain.prompt)
        if name.casefold() in {"", *LEAVES}:
            return
        own, said = files.read(name)
        if own is None:
            self._lines.say_all(said.splitlines())
        elif not files.is_there(own) or self._agrees(words.there_ask.format(id=own.id)):
            self._lines.say(files.add(own))

    def _agrees(self, question: str) -> bool:
        return self._lines.agrees(self._plain.asked.format(question=question), self._plain.prompt)
