"""Other copies of the program, as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

PRELUDE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from unspasm.domain.entries import Called, Entry, EpisodeOver, Seen
from unspasm.domain.moment import Moment
from unspasm.journal import JournalError, Unfinished, open_journal

folder = Path(sys.argv[1])
start = datetime(2026, 5, 3, 14, 10, tzinfo=UTC)
now = Moment(start + timedelta(days=900), timedelta(0), 1.0, 1.0, "a-boot")

def say(*words):
    print(*words, flush=True)

def hear():
    return sys.stdin.readline().strip()

def entry(body, name=None):
    return Entry(name or str(uuid4()), start, timedelta(0), body)
"""


class Copy:
    """A process that runs some lines of Python after `PRELUDE`, and talks line by line."""

    def __init__(self, folder: Path, code: str, *arguments: str) -> None:
        source = PRELUDE + dedent(code)
        self.process = subprocess.Popen(
            [sys.executable, "-c", source, str(folder), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def hear(self) -> str:
        """The next line that it says; empty when it has ended."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def say(self, line: str = "") -> None:
        """Send it a line."""
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def rest(self) -> list[str]:
        """Every line that it still says, up to its end."""
        return self.process.communicate(timeout=60)[0].splitlines()

    def kill(self) -> list[str]:
        """End it as `kill -9` does; return what it had said until then."""
        self.process.kill()
        return self.rest()


@contextmanager
def copies(count: int, folder: Path, code: str, *arguments: str) -> Iterator[Sequence[Copy]]:
    """Several copies that do the same, all ended at the end."""
    running = [Copy(folder, code, *arguments) for _ in range(count)]
    try:
        yield running
    finally:
        for copy in running:
            copy.kill()


def all_at_once(count: int, folder: Path, code: str) -> list[list[str]]:
    """Let copies that have loaded everything run some lines at the same time.

    Returns:
        What each said. A copy that failed is a failure.
    """
    with copies(count, folder, "say('ready')\nhear()\n" + dedent(code)) as running:
        for copy in running:
            assert copy.hear() == "ready"
        for copy in running:
            copy.say()
        said = [copy.rest() for copy in running]
        assert [0] * count == [copy.process.returncode for copy in running]
    return said
