"""How much of one core a running pack takes, beside a Textual app that does nothing.

    python benchmarks/pack_cpu.py [--seconds N] [--python PYTHON]

All programs run at the same time, each in a window of 80 by 24 of its own that is read as a
terminal would read it; what counts is the processor time that the system notes for each. Linux
only: it is read from /proc. Run it on a quiet machine, with the Python of an environment into which
the wheel was installed, bytecode compiled.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

BAR = 2.0
"""Percent of one core, at most, while a pack is on."""
WARM_UP = 5.0
"""Seconds that are left out: starting is measured elsewhere."""
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
from unspasm.domain.entries import Check, Entry
from unspasm.domain.pack_entries import PackKind, PackOn
from unspasm.domain.urgency import Urgency
from unspasm.journal import open_journal

now = clock.now()
bodies = [Check(Answers(38, 2.0, 6), Urgency.SELF_CARE, (), complete=True)]
if "pack" in sys.argv:
    bodies.append(PackOn(PackKind.COLD, 20, now.stamp))
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
        fcntl.ioctl(self.window, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.sent = 0
        """Bytes."""

    def read(self) -> None:
        """Take what it has sent."""
        self.sent += len(os.read(self.window, 65536))

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


def measure(seconds: float, python: str) -> dict[str, tuple[float, float]]:
    """Return the share of one core in percent, and the bytes sent a second, by program."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder) / name for name in ("none", "pack", "strip")}
        for name, home in homes.items():
            said = ["none"] if name == "none" else ["pack"]
            subprocess.run([python, "-c", SEED, str(home), *said], check=True)
            known = 'face = "full"\nwelcome = false\n'  # or the first start asks
            (home / "settings.toml").write_text(known, encoding="utf-8")
        programs = {
            "hello": Program(python, ["-c", HELLO], homes["none"]),
            "Home, no pack": Program(python, ["-m", "unspasm"], homes["none"]),
            "Home, pack on": Program(python, ["-m", "unspasm"], homes["strip"]),
            "pack on": Program(python, ["-m", "unspasm"], homes["pack"]),
            "pack on, --plain": Program(python, ["-m", "unspasm", "--plain"], homes["pack"]),
        }
        running = list(programs.values())
        try:
            let_run(running, WARM_UP)
            os.write(programs["Home, pack on"].window, b"\x1b")
            let_run(running, 1.0)
            start, began = time.monotonic(), [(one.used, one.sent) for one in running]
            let_run(running, seconds)
            took, ended = time.monotonic() - start, [(one.used, one.sent) for one in running]
        finally:
            for one in running:
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
    found = measure(arguments.seconds, arguments.python)
    busy = os.getloadavg()[0]
    print(f"{arguments.seconds:.0f} seconds, Python {sys.version.split()[0]}, load {busy:.1f}")
    print(f"{'program':18} {'% of a core':>12} {'bytes/s':>9} {'bar':>5}")
    for name, (share, sent) in found.items():
        bar = f"{BAR:.1f}" if name.startswith("pack on") else ""
        print(f"{name:18} {share:12.2f} {sent:9.0f} {bar:>5}")


if __name__ == "__main__":
    main()
