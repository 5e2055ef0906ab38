"""The streams a command talks through: always there, and never the reason that it stops."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO, cast

from unspasm.cli.exits import Exit


def make_usable() -> None:
    """Stand in for streams that the program was started without, and let no character stop it."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def has_terminal() -> bool:
    """Return whether somebody can both read what is said and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def use_utf8() -> None:
    """Carry data, not words: the same bytes whatever the terminal speaks, and none replaced."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict")


def give_up(error: OSError) -> int:
    """End where nothing more can be said: the reader has gone, or the disk behind it is full."""
    sys.stdout = None
    if not isinstance(error, BrokenPipeError):
        complain("unspasm", error.strerror or str(error))
    return Exit.NOT_FINISHED


def complain(who: str, what: str) -> int:
    """Say in one line what is wrong with what was given."""
    print(f"{who}: {one_line(what)}", file=sys.stderr)
    return Exit.BAD_INPUT


def one_line(text: str) -> str:
    """Return `text` as one line that cannot steer a terminal."""
    return "".join(one if one.isprintable() else "?" for one in text)


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123
