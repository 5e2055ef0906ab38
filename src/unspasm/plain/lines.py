"""Reading and writing whole lines."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from shutil import get_terminal_size
from textwrap import fill
from threading import Thread
from typing import TextIO

from unspasm.words.phrases import harmless

_MOST_DIGITS = 9
_MEANWHILE_SECONDS = 0.25
_LETTER_AND_NUMBER = re.compile(r"([a-z])\s*(\d{1,3})")


WORSE = frozenset({"!", "w"})
"""What says, at every prompt, that something is worse, or new."""
LEAVES = frozenset({"n", "b", "q"})
"""What leaves a question as it was: no, back and quit."""


class EndOfInputError(Exception):
    """There is nothing more to read."""


class WorseError(Exception):
    """The person says that something is worse, or new."""


class Lines:
    """A conversation in lines: everything said stays, nothing moves."""

    def __init__(self, source: TextIO | None = None, target: TextIO | None = None) -> None:
        self._source = sys.stdin if source is None else source
        self._target = sys.stdout if target is None else target
        self.meanwhile: Callable[[], object] | None = None
        """Called several times a second while a line is awaited, if something has to be watched."""
        self.numbered = "{number}. {words}"
        """The pattern of an option that is chosen by its number."""
        self.heeds_worse = True
        """Whether `!` and `w` break off what is asked. A check is itself what they lead to."""
        self._read: SimpleQueue[str] | None = None
        """Lines that were read ahead, once something had to be watched while waiting."""

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
            WorseError: if the person says that something is worse.
        """
        text = self._asked(prompt)
        if self.heeds_worse and text.casefold() in WORSE:
            raise WorseError
        return text

    @contextmanager
    def unheeding(self) -> Iterator[None]:
        """For a while, take `!` and `w` as they are."""
        before, self.heeds_worse = self.heeds_worse, False
        try:
            yield
        finally:
            self.heeds_worse = before

    def _asked(self, prompt: str) -> str:
        print(harmless(prompt), end="", file=self._target, flush=True)
        if self.meanwhile is None and self._read is None:
            return self._taken(self._source.readline())
        while (line := self.ask_within(_MEANWHILE_SECONDS)) is None:
            if self.meanwhile:
                self.meanwhile()
        return line

    def ask_within(self, seconds: float) -> str | None:
        """Return the next line, or `None` if there was none within that time.

        Raises:
            EndOfInputError: if there will be none.
        """
        if self._read is None:
            self._read = SimpleQueue()
            Thread(target=self._read_ahead, args=(self._read,), daemon=True).start()
        try:
            return self._taken(self._read.get(timeout=seconds))
        except Empty:
            return None

    def _read_ahead(self, into: "SimpleQueue[str]") -> None:
        """Read in a thread of its own: no system lets every kind of input be awaited with a limit.

        The end of input is a line without even its break.
        """
        line = "\n"
        while line:
            try:
                line = self._source.readline()
            except (OSError, ValueError):
                line = ""
            into.put(line)

    def _taken(self, line: str) -> str:
        if line:
            return line.strip()
        if self._read is not None:
            self._read.put("")
        print(file=self._target, flush=True)
        raise EndOfInputError

    @property
    def by_hand(self) -> bool:
        """Whether somebody types what is read. A script has no hands that slip."""
        return self._source.isatty()

    def drop_typed(self) -> None:
        """Drop what somebody has typed that was not read yet. What a script says stays."""
        if not self.by_hand:
            return
        _flush(self._source)
        waiting = self._read
        while waiting and not waiting.empty():
            if not waiting.get():  # the end of input, which is no line
                waiting.put("")
                return

    def confirm(self, question: str, prompt: str) -> bool:
        """Ask until the answer is yes or no. Whoever leaves the question has not said yes."""
        while True:
            self.say(question)
            answer = self.ask(prompt).casefold()
            if answer == "y" or answer in LEAVES:
                return answer == "y"

    def agrees(self, question: str, prompt: str) -> bool:
        """Ask once; whatever is not a yes is a no."""
        self.say(question)
        return self.ask(prompt).casefold() in {"y", "yes"}

    def choose(self, question: str, options: Iterable[str], prompt: str) -> int | None:
        """Ask for one of the options; return its place from 0, or `None` for none of them."""
        words = list(options)
        numbers = enumerate(words, start=1)
        self.say(question, *(self.numbered.format(number=n, words=one) for n, one in numbers))
        place = whole_number(self.ask(prompt))
        return place - 1 if place is not None and 1 <= place <= len(words) else None


def _flush(source: TextIO) -> None:
    """Let the terminal forget what was typed, where a terminal can be told to."""
    try:
        import termios  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    with suppress(OSError, ValueError, termios.error):
        termios.tcflush(source, termios.TCIFLUSH)


def whole_number(text: str) -> int | None:
    """Return the whole number that was typed, or `None` if it is none or far too long."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def letter_and_number(text: str) -> tuple[str, int | None]:
    """Return what was typed as a letter and a number, such as `x2`.

    A number alone has no letter; the number of anything else is `None`.
    """
    if (number := whole_number(text)) is not None:
        return "", number
    found = _LETTER_AND_NUMBER.fullmatch(text)
    return (found[1], int(found[2])) if found else ("", None)
