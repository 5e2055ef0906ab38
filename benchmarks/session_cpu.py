"""How much of one core a session takes while its figure moves, beside an app that does nothing.

    python benchmarks/session_cpu.py [--seconds N] [--python PYTHON]

All programs run at the same time, each in a window of its own that is read as a terminal would read
it; what counts is the processor time that the system notes for each. The sessions are at a stretch
whose figure moves, up to 100 seconds of it. Linux only: it is read from /proc. Run it on a quiet
machine, with the Python of an environment into which the wheel was installed, bytecode compiled.
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
from pathlib import Path

BAR = 5.0
"""Percent of one core, at most, while a session with figure runs."""
WARM_UP = 3.0
"""Seconds that are left out: starting is measured elsewhere."""
MOST_SECONDS = 100.0
"""So long the figure moves: both sides of the stretch, and changing sides."""
PATIENCE = 60.0
A_WHILE = 1.5
"""Seconds: longer than any screen is deaf, or takes a key for one that is held down."""
SMALL, LARGE, TALL = (80, 24), (200, 50), (200, 200)
"""Columns and rows."""
RIGHT = "\x1b[C"
_CODES = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\a\x1b]*(?:\a|\x1b\\)|[()].|.)")
HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Hello(App):
    BINDINGS = [("a", "change", "Change")]

    def compose(self):
        yield Header()
        yield Static("Hello")
        yield Footer()

    def action_change(self):
        self.query_one(Static).update("Changed")

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

    def __init__(
        self, python: str, arguments: list[str], home: Path, size: tuple[int, int]
    ) -> None:
        self.pid, self.window = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "UNSPASM_HOME": str(home), "TERM": "xterm-256color"}
            os.execve(python, [python, *arguments], environment)  # noqa: S606 - as was asked
        fcntl.ioctl(self.window, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.sent = 0
        """Bytes."""
        self._heard = b""

    def read(self) -> None:
        """Take what it has sent."""
        found = os.read(self.window, 65536)
        self.sent += len(found)
        self._heard += found

    def press(self, keys: str) -> None:
        """Type."""
        self._heard = b""
        os.write(self.window, keys.encode())

    def wait_for(self, words: str, keys: str = "") -> None:
        """Read until it has sent these words; till then type the keys again and again."""
        end, last = time.monotonic() + PATIENCE, time.monotonic()
        while words.encode() not in _CODES.sub(b"", self._heard):
            if select.select([self.window], [], [], 0.1)[0]:
                self.read()
            if time.monotonic() > end:
                raise SystemExit(f"{words!r} never came")
            if keys and time.monotonic() - last > A_WHILE:
                os.write(self.window, keys.encode())
                last = time.monotonic()

    @property
    def used(self) -> float:
        """Seconds of processor time so far, its own and the system's for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Close it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.window)


def let_run(programs: list[Program], seconds: float) -> None:
    """Read what all of them send for so long."""
    windows = {one.window: one for one in programs}
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        for window in select.select(list(windows), [], [], left)[0]:
            windows[window].read()


def lead_on_screen(session: Program) -> None:
    """Say that nothing is new and that the floor is fine, and go to where the figure moves."""
    session.wait_for("new, or worse?")
    session.wait_for("Yes, both", "0")
    session.wait_for("GET READY", "1")
    for name in ("Belly breathing", "Low back press", "Knee rolls"):
        session.press("s")
        session.wait_for(name)
    session.press(RIGHT)
    session.wait_for("MOVE")


def lead_by_line(session: Program) -> None:
    """Do the same line by line."""
    for words, keys in (
        ("new, or worse?", "0\n"),
        ("Yes, both", "1\n"),
        ("Next: Legs", "s\n"),
        ("Next: Belly", "s\n"),
        ("Next: Low back", "s\n"),
        ("Next: Knee rolls", "n\n"),
    ):
        session.wait_for(words)
        session.press(keys)
    session.wait_for("Move. ")


def measure(seconds: float, python: str) -> dict[str, tuple[float, float]]:
    """Return the share of one core in percent, and the bytes sent a second, by program."""
    names = {
        "hello, 80x24": SMALL,
        "hello, 200x50": LARGE,
        "session, 80x24": SMALL,
        "session, 200x50": LARGE,
        "session, paused": SMALL,
        "session, --plain": TALL,
    }
    programs: dict[str, Program] = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name, size in names.items():
                home = Path(folder) / name
                subprocess.run([python, "-c", SEED, str(home)], check=True)
                plain = ["--plain"] if "plain" in name else []
                session = ["-m", "unspasm", "stretch", "ease", *plain]
                arguments = ["-c", HELLO] if "hello" in name else session
                programs[name] = Program(python, arguments, home, size)
            sessions = {name: one for name, one in programs.items() if "session" in name}
            for name, one in sessions.items():
                (lead_by_line if "plain" in name else lead_on_screen)(one)
            for name, one in sessions.items():  # all of them from the beginning of the phase
                one.press("r\n" if "plain" in name else "r")
            sessions["session, paused"].press(" ")
            sessions["session, paused"].wait_for("PAUSED")
            running = list(programs.values())
            let_run(running, WARM_UP)
            start, began = time.monotonic(), [(one.used, one.sent) for one in running]
            let_run(running, seconds)
            took, ended = time.monotonic() - start, [(one.used, one.sent) for one in running]
        finally:
            for one in programs.values():
                one.end()
    return {
        name: (100 * (used - used_before) / took, (sent - sent_before) / took)
        for name, (used_before, sent_before), (used, sent) in zip(
            programs, began, ended, strict=True
        )
    }


def main() -> None:
    """Print a table of shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    seconds = min(arguments.seconds, MOST_SECONDS)
    found = measure(seconds, arguments.python)
    busy = os.getloadavg()[0]
    print(f"{seconds:.0f} seconds, Python {sys.version.split()[0]}, load {busy:.1f}")
    print(f"{'program':18} {'% of a core':>12} {'bytes/s':>9} {'bar':>5}")
    for name, (share, sent) in found.items():
        bar = f"{BAR:.1f}" if name.startswith("session") else ""
        print(f"{name:18} {share:12.2f} {sent:9.0f} {bar:>5}")


if __name__ == "__main__":
    main()
