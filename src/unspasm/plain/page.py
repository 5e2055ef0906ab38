"""The page for a clinician line by line, seen before it is saved."""

from collections.abc import Iterable, Iterator

from unspasm.journeys.page import PageJourney
from unspasm.plain.lines import LEAVES, Lines
from unspasm.words import Words


class PlainPage:
    """What a clinician would read."""

    def __init__(self, run: PageJourney, words: Words, lines: Lines) -> None:
        self._run = run
        self._words = words.report
        self._prompt = words.plain.prompt
        self._heading = words.plain.list_heading
        self._lines = lines

    def ask(self) -> None:
        """Show it, and save it if that is wanted.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        words = self._words
        if self._run.empty:
            self._lines.say("", words.nothing)
            return
        while True:
            self._lines.say("")
            self._lines.say_all(_in_lines(self._run.parts(), self._heading))
            self._lines.say(words.plain_menu)
            text = self._lines.ask(self._prompt)
            if text.casefold() == "t":
                self._run.notes = not self._run.notes
                continue
            if text.casefold() == "s":
                self._lines.say(self._run.save(self._run.name))
            elif text.casefold() not in {"", *LEAVES}:
                self._lines.say(self._run.save(text))
            return


def _in_lines(parts: Iterable[tuple[str, str]], heading: str) -> Iterator[str]:
    """The page line by line. A picture of signs says nothing to an ear, and the words say the same.

    Args:
        parts: what kind each part is, and its words.
        heading: the pattern of a heading.
    """
    for kind, words in parts:
        if kind.startswith("heading"):
            yield ""
            yield heading.format(words=words)
        elif not kind.startswith("signs"):
            yield words
