"""The streams a command talks through: always there, and never the reason that it stops."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from unspasm.cli.exits import Exit


def make_usable() -> None:
    """Stand in for streams that the program was started without, and let no character stop it."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # type: ignore[unreachable]
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # type: ignore[unreachable]
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # type: ignore[unreachable]
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def nobody_reads() -> int:
    """Give up a stream whose reader has gone; nothing more can be said."""
    sys.stdout = None  # type: ignore[assignment]
    return Exit.NOT_FINISHED


def complain(who: str, what: str) -> int:
    """Say in one line what is wrong with what was given."""
    print(f"{who}: {one_line(what)}", file=sys.stderr)
    return Exit.BAD_INPUT


def one_line(text: str) -> str:
    """Return `text` as one line that cannot steer a terminal."""
    return "".join(one if one.isprintable() else "?" for one in text)
