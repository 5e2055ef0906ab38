"""Settings and the first start, line by line."""

from collections.abc import Callable, Mapping

from unspasm.journeys.about import AboutJourney
from unspasm.journeys.gate_flow import walk
from unspasm.journeys.house import House
from unspasm.journeys.set_up import SetUp
from unspasm.journeys.settings import ELSEWHERE, SettingsJourney
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.telling import named_rows, numbered
from unspasm.words import Words


class PlainSettings:
    """The list of settings."""

    def __init__(
        self,
        run: SettingsJourney,
        words: Words,
        lines: Lines,
        doings: Mapping[str, Callable[[], object]],
    ) -> None:
        """Take what it shows.

        Args:
            run: the settings.
            words: all words.
            lines: the conversation.
            doings: what leads to the lines that have a page of their own.
        """
        self._run = run
        self._words = words.settings
        self._plain = words.plain
        self._lines = lines
        self._doings = {"keys": self._keys, **doings}

    def ask(self) -> None:
        """Show the list, and change what the person wants, until they go back.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        while True:
            rows = self._run.rows()
            self._lines.say("", self._plain.heading.format(words=self._words.title))
            said = named_rows(self._plain, ((row.label, row.value) for row in rows))
            self._lines.say_all(numbered(self._plain, said))
            self._lines.say(*self._run.notes(), self._words.plain_ask)
            text = self._lines.ask(self._plain.prompt)
            if text.casefold() in {"", *LEAVES}:
                return
            place = whole_number(text)
            if place is None or not 1 <= place <= len(rows):
                self._lines.say(self._plain.not_understood.format(text=text))
                continue
            name = rows[place - 1].id
            if name in ELSEWHERE:
                self._doings[name]()
            else:
                self._change(name)

    def _change(self, name: str) -> None:
        """Ask for another value, and take it."""
        question = self._run.ask(name)
        if question is None:
            self._lines.say(self._run.do(name))
            return
        if question.options:
            place = self._lines.choose(question.ask, question.options, self._plain.prompt)
            said = None if place is None else self._run.choose(name, place)
            if said == "theme_name":
                self._change(said)
                return
        else:
            self._lines.say(question.ask)
            text = self._lines.ask(self._plain.prompt)
            said = None if text.casefold() in LEAVES else self._run.type(name, text)
        if said is not None:
            self._lines.say(said)

    def _keys(self) -> None:
        self._lines.say(self._words.keys_plain)


class PlainSetUp:
    """Asks the questions of setting up: `SetUpFace`, without ever suspending."""

    def __init__(self, words: Words, lines: Lines) -> None:
        self._words = words
        self._lines = lines

    async def text(self, question: str, typed: str) -> str | None:
        """Ask for a line of text. Enter takes what stands there already."""
        known = f" [{typed}]" if typed else ""
        self._lines.say(f"{question}{known}")
        text = self._lines.ask(self._words.plain.prompt)
        return None if text.casefold() in LEAVES else text or typed

    async def choice(self, question: str, options: tuple[str, ...]) -> int | None:
        """Ask for one of a few."""
        return self._lines.choose(question, options, self._words.plain.prompt)

    async def say(self, words: str) -> None:
        """Say it."""
        self._lines.say(words)


def set_up(
    house: House, words: Words, lines: Lines, run: SettingsJourney, suggested: str | None
) -> None:
    """Ask what is asked at the first start; each question may wait.

    Raises:
        EndOfInputError: if there is no more to read.
    """
    about = AboutJourney(house, suggested)
    walk(SetUp(house, words, about, run).lead(PlainSetUp(words, lines)))
