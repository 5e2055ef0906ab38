"""What all measurements share: programs in windows of their own, a bare app, and the table."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0
"""Seconds."""
A_WHILE = 1.5
"""Seconds: longer than any screen is deaf, or takes a key for one that is held down."""
SMALL, LARGE, TALL = (80, 24), (200, 50), (200, 200)
"""Columns and rows."""
MIB = 1024
"""KiB."""
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
SETTLED = 'face = "full"\nwelcome = false\n'
"""Settings of somebody who has started it before, so that nothing is asked before Home."""
HAS_PROC = sys.platform == "linux"
"""Memory and processor time of others are read from /proc."""
_CODES = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\a\x1b]*(?:\a|\x1b\\)|[()].|.)")


@dataclass(frozen=True)
class Line:
    """One line of a table: what every round has measured, beside what it is compared with."""

    name: str
    values: Sequence[float]
    beside: Sequence[float] = ()
    """What the same rounds have measured of the thing it is a multiple of."""
    bar: float | None = None
    """The most that the ratio, or the value where there is none, may be."""
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """How many times the other it is, round by round."""
        return [one / other for one, other in zip(self.values, self.beside, strict=False)]

    @property
    def verdict(self) -> str:
        """What came of the bar."""
        if self.bar is None:
            return ""
        found = median(self.ratios or self.values)
        return f"bar {self.bar:g}: {'held' if found <= self.bar else 'missed'}"


def print_table(title: str, unit: str, lines: Iterable[Line]) -> None:
    """Print medians, spreads, ratios, and what came of the bars."""
    print(f"\n{title}")
    heads = f"{unit:>9} {'least':>8} {'most':>8} {'ratio':>7} {'spread':>14}"
    print(f"{'':26} {heads}")
    for line in lines:
        ratios = line.ratios
        times = f"{median(ratios):.2f}" if ratios else ""
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}" if ratios else ""
        values = line.values
        row = f"{line.name:26} {median(values):9.3f} {min(values):8.3f} {max(values):8.3f}"
        print(f"{row} {times:>7} {spread:>14}  {line.verdict}{line.note}".rstrip())


class Program:
    """A program in a window of its own, which is read as a terminal would read it."""

    def __init__(
        self, python: str, arguments: list[str], home: Path, size: tuple[int, int] = SMALL
    ) -> None:
        self.began = time.perf_counter()
        self.pid, self.window = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "UNSPASM_HOME": str(home), "TERM": "xterm-256color"}
            for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
                environment.pop(name, None)
            os.chdir(home.parent)
            os.execve(python, [python, *arguments], environment)  # noqa: S606 - as was asked
        fcntl.ioctl(self.window, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.sent = 0
        """Bytes."""
        self._heard = b""

    def read(self, seconds: float) -> None:
        """Take what it sends within that time, as soon as there is something."""
        if select.select([self.window], [], [], seconds)[0]:
            found = os.read(self.window, 65536)
            self.sent += len(found)
            self._heard += found

    def read_for(self, seconds: float) -> None:
        """Read what it sends for so long."""
        let_run([self], seconds)

    def shown(self, *words: str) -> bool:
        """Whether it has sent all of these since the last key."""
        heard = _CODES.sub(b"", self._heard)
        return all(one.encode() in heard for one in words)

    def seconds_to_paint(self, *words: str) -> float:
        """Return how long after its start all of these words had come."""
        while not self.shown(*words):
            if time.perf_counter() - self.began > PATIENCE:
                raise SystemExit(f"{words!r} never came")
            self.read(1.0)
        return time.perf_counter() - self.began

    def press(self, keys: str) -> None:
        """Type."""
        self._heard = b""
        os.write(self.window, keys.encode())

    def wait_for(self, words: str, keys: str = "") -> None:
        """Read until it has sent these words; till then type the keys again and again."""
        end, last = time.monotonic() + PATIENCE, time.monotonic()
        while not self.shown(words):
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

    @property
    def used(self) -> float:
        """Seconds of processor time so far, its own and the system's for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / os.sysconf("SC_CLK_TCK")

    @property
    def peak(self) -> float:
        """The most memory it has had so far, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
        return int(found[1]) / MIB if found else 0.0

    def end(self) -> None:
        """Close it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.window)


def let_run(programs: Sequence[Program], seconds: float) -> None:
    """Read what all of them send for so long."""
    windows = {one.window: one for one in programs}
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        for window in select.select(list(windows), [], [], left)[0]:
            windows[window].read(0)


def in_turn(rounds: int, measures: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Measure everything round by round, each round from another one on.

    A busy machine so slows all of them alike. One round more is run first, and dropped.
    """
    found: dict[str, list[float]] = {name: [] for name in measures}
    names = list(measures)
    for number in range(rounds + 1):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            taken = measures[name]()
            if number:
                found[name].append(taken)
    return found


def make_record(python: str, folder: Path, entries: int, *more: str) -> Path:
    """Make the record of somebody who has kept so many entries; return its folder."""
    made = [python, "-m", "benchmarks.record", str(folder), str(entries), *more]
    subprocess.run(made, cwd=ROOT, check=True)
    (folder / "settings.toml").write_text(SETTLED, encoding="utf-8")
    return folder


def size_of(record: Path) -> float:
    """How large a record is, in MiB."""
    return (record / "journal.sqlite3").stat().st_size / MIB / 1024
