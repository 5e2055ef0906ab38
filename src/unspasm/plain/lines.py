"""Reading and writing whole lines."""

import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import fill
from typing import TextIO

from unspasm.words.phrases import harmless

_MOST_DIGITS = 9


class EndOfInputError(Exception):
    """There is nothing more to read."""


class Lines:
    """A conversation in lines: everything said stays, nothing moves."""

    def __init__(self, source: TextIO | None = None, target: TextIO | None = None) -> None:
        self._source = sys.stdin if source is None else source
        self._target = sys.stdout if target is None else target

    def say(self, *lines: str) -> None:
        """Print lines. Control characters in them are shown as `?`, never sent."""
        for line in lines:
            print(self._fitted(harmless(line)), file=self._target)
        self._target.flush()

    def _fitted(self, line: str) -> str:
        """The line, broken between words where a terminal would break it inside one."""
        if not self._target.isatty():
            return line
        columns = get_terminal_size().columns
        return fill(line, max(columns, 1), break_long_words=False, break_on_hyphens=False)

    def say_all(self, lines: Iterable[str]) -> None:
        """Print many lines."""
        self.say(*lines)

    def ask(self, prompt: str) -> str:
        """Print a prompt and return the next line, without white space around it.

        Raises:
            EndOfInputError: if there is none.
        """
        print(harmless(prompt), end="", file=self._target, flush=True)
        line = self._source.readline()
        if not line:
            print(file=self._target, flush=True)
            raise EndOfInputError
        return line.strip()

    def confirm(self, question: str, prompt: str) -> bool:
        """Ask until the answer is y or n."""
        while True:
            self.say(question)
            answer = self.ask(prompt).casefold()
            if answer in {"y", "n"}:
                return answer == "y"

    def choose(self, question: str, options: Iterable[str], prompt: str) -> int | None:
        """Ask for one of the options; return its place from 0, or `None` for none of them."""
        words = list(options)
        self.say(question, *(f"{number}. {one}" for number, one in enumerate(words, start=1)))
        place = whole_number(self.ask(prompt))
        return place - 1 if place is not None and 1 <= place <= len(words) else None


def whole_number(text: str) -> int | None:
    """Return the whole number that was typed, or `None` if it is none or far too long."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
