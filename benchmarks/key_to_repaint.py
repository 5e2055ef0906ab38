"""How long it takes from a key to the change on screen in a session, beside a bare Textual app.

    python benchmarks/key_to_repaint.py [--rounds N] [--keys N] [--python PYTHON]

Both programs run in a window of 80 by 24 of their own. In each round the keys of all are pressed in
turn, at moments that fall in with no clock of theirs; a key is timed from the write to the first
read after which the words it brings have all come. What is compared are the medians of a round.
Run it on a quiet machine, with the Python of an environment into which the wheel was installed,
bytecode compiled. All rounds together have to end before the hold does, which lasts two minutes.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median

BAR = 1.5
"""Times hello, at most."""
PATIENCE = 60.0
A_WHILE = 1.5
"""Seconds: longer than any screen is deaf, or takes a key for one that is held down."""
REST = (0.08, 0.2)
"""Seconds between two keys."""
COLUMNS, ROWS = 80, 24
RIGHT = "\x1b[C"
_CODES = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\a\x1b]*(?:\a|\x1b\\)|[()].|.)")
HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Hello(App):
    BINDINGS = [("a", "change", "Change")]
    changed = False

    def compose(self):
        yield Header()
        yield Static("Hello")
        yield Footer()

    def action_change(self):
        self.changed = not self.changed
        self.query_one(Static).update("Changed" if self.changed else "Hello")

Hello().run()
"""
SEED = """
import sys
from pathlib import Path
from uuid import uuid4
from unspasm import clock
from unspasm.domain.answers import Answers
from unspasm.domain.entries import About, Check, Entry
from unspasm.domain.urgency import Urgency
from unspasm.journal import open_journal

now = clock.now()
about = About(
    year_of_birth=now.lived.year - 38,
    said_in=now.lived.year,
    pregnancy="no",
    unsuited_asked=True,
)
bodies = [Check(Answers(38, 2.0, 6), Urgency.SELF_CARE, (), complete=True), about]
journal = open_journal(Path(sys.argv[1]), now)
journal.append([Entry(str(uuid4()), now.wall, now.utc_offset, body) for body in bodies])
journal.close()
"""


class Program:
    """A program in a window of its own."""

    def __init__(self, python: str, arguments: list[str], home: Path) -> None:
        self.pid, self.window = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "UNSPASM_HOME": str(home), "TERM": "xterm-256color"}
            os.execve(python, [python, *arguments], environment)  # noqa: S606 - as was asked
        fcntl.ioctl(self.window, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._heard = b""

    def read(self, seconds: float) -> None:
        """Take what it sends within that time, as soon as there is something."""
        if select.select([self.window], [], [], seconds)[0]:
            self._heard += os.read(self.window, 65536)

    def let_run(self, seconds: float) -> None:
        """Read what it sends for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def wait_for(self, words: str, keys: str = "") -> None:
        """Read until it has sent these words; till then type the keys again and again."""
        end, last = time.monotonic() + PATIENCE, time.monotonic()
        while words.encode() not in _CODES.sub(b"", self._heard):
            self.read(0.1)
            if time.monotonic() > end:
                raise SystemExit(f"{words!r} never came")
            if keys and time.monotonic() - last > A_WHILE:
                os.write(self.window, keys.encode())
                last = time.monotonic()

    def seconds_to(self, words: str, key: str) -> float:
        """Press a key; return how long it takes until these words have come."""
        self._heard, wanted = b"", words.encode()
        began = time.perf_counter()
        os.write(self.window, key.encode())
        while wanted not in self._heard:
            if time.perf_counter() - began > PATIENCE:
                raise SystemExit(f"{words!r} never came")
            self.read(1.0)
        return time.perf_counter() - began

    def end(self) -> None:
        """Close it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.window)


def lead(session: Program) -> None:
    """Say that nothing is new and that the floor is fine, and go to what can be made longer."""
    session.wait_for("new, or worse?")
    session.wait_for("Yes, both", "0")
    session.wait_for("GET READY", "1")
    session.seconds_to("STAY", RIGHT)


def measure(rounds: int, keys: int, python: str) -> dict[str, list[float]]:
    """Return the median of each round in milliseconds, by what was pressed."""
    chance = Random(0)  # noqa: S311 - any moments will do
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        subprocess.run([python, "-c", SEED, str(home)], check=True)
        hello = Program(python, ["-c", HELLO], home)
        session = Program(python, ["-m", "unspasm", "stretch", "ease"], home)
        try:
            hello.wait_for("Hello")
            lead(session)
            pressed: dict[str, tuple[Program, Iterator[tuple[str, str]]]] = {
                "hello: a": (hello, cycle([("Changed", "a"), ("Hello", "a")])),
                "session: + and -": (session, cycle([("Now 130", "+"), ("Now 120", "-")])),
                "session: space": (session, cycle([("PAUSED", " "), ("STAY", " ")])),
            }
            for number in range(rounds + 1):
                for name, (program, ways) in pressed.items():
                    taken = []
                    for _ in range(2 * keys):
                        for one in (hello, session):
                            one.let_run(chance.uniform(*REST) / 2)
                        taken.append(program.seconds_to(*next(ways)))
                    if number:  # the first round only warms up
                        found.setdefault(name, []).append(1000 * median(taken))
        finally:
            hello.end()
            session.end()
    return found


def main() -> None:
    """Print a table of times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--keys", type=int, default=4)
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    found = measure(arguments.rounds, arguments.keys, arguments.python)
    busy, hello = os.getloadavg()[0], found["hello: a"]
    print(f"{arguments.rounds} rounds, Python {sys.version.split()[0]}, load {busy:.1f}")
    heads = f"{'ms':>7} {'least':>7} {'most':>7} {'x hello':>8} {'spread':>12} {'bar':>4}"
    print(f"{'pressed':18} {heads}")
    for name, taken in found.items():
        ratios = [one / beside for one, beside in zip(taken, hello, strict=True)]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        bar = f"{BAR:.1f}" if name.startswith("session") else ""
        print(
            f"{name:18} {median(taken):7.2f} {min(taken):7.2f} {max(taken):7.2f}"
            f" {median(ratios):8.2f} {spread:>12} {bar:>4}"
        )


if __name__ == "__main__":
    main()
