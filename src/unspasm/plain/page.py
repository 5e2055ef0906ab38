"""The page for a clinician line by line, seen before it is saved."""

from collections.abc import Callable, Iterable, Iterator

from unspasm.journeys.page import PageJourney
from unspasm.plain.lines import Lines
from unspasm.words import Words

_FENCE = "```"
"""Begins and ends a picture. No typed text begins a line so."""


class PlainPage:
    """What a clinician would read."""

    def __init__(
        self, run: PageJourney, words: Words, lines: Lines, check: Callable[[], object]
    ) -> None:
        self._check = check
        self._run = run
        self._words = words.report
        self._prompt = words.plain.prompt
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
            self._lines.say_all(_without_pictures(self._run.text().splitlines()))
            self._lines.say(words.plain_menu)
            text = self._lines.ask(self._prompt)
            if text.casefold() == "n":
                self._run.notes = not self._run.notes
                continue
            if text == "!":
                self._check()
            elif text.casefold() == "s":
                self._lines.say(self._run.save(self._run.name))
            elif text.casefold() not in {"", "q"}:
                self._lines.say(self._run.save(text))
            return


def _without_pictures(lines: Iterable[str]) -> Iterator[str]:
    """The page in sentences: a picture of signs says nothing to an ear, and they say the same."""
    drawn = False
    for line in lines:
        if line.startswith(_FENCE):
            drawn = not drawn
        elif not drawn:
            yield line
