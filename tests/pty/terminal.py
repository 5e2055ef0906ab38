"""unspasm in a real pseudo-terminal, read as a person would see it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

import pyte

from unspasm import clock

PATIENCE = 30.0
"""Seconds after which something that should happen counts as not happening."""
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
_BELL = re.compile(rb"\x1b\][^\a\x1b]*\a|(\a)")
"""A bell, unless it only ends a code."""
_TITLE = re.compile(rb"\x1b\]2;([^\x1b]*)\x1b\\")
_BRINGS_TITLE_BACK = b"\x1b[23;2t"


def since_start() -> float:
    """Return the seconds since this machine started, on the clock that goes on in sleep."""
    return clock.now().boot


def sets_a_colour(code: bytes) -> bool:
    """Return whether it sets a colour, and not only bold or reverse."""
    numbers = [int(one) for one in code[2:-1].split(b";") if one]
    return any(n in {38, 48} or 30 <= n <= 37 or 40 <= n <= 47 or 90 <= n <= 107 for n in numbers)


def _know(home: Path) -> None:
    """Let it be a person who has been here before: they were asked for the face, and welcomed."""
    settings = home / "settings.toml"
    if not settings.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings.write_text('face = "full"\nwelcome = false\n', encoding="utf-8")
        settings.chmod(0o600)


class Terminal:
    """A window with unspasm running in it."""

    opened: ClassVar[list["Terminal"]] = []
    """Every window that was opened and may still be there."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] = MappingProxyType({}),
        under: Sequence[str] = (),
        new: bool = False,
    ) -> None:
        """Open a window.

        Args:
            home: where the record is.
            arguments: of unspasm.
            size: columns and rows.
            environment: variables besides the usual ones.
            under: a program, with its arguments, that starts unspasm.
            new: it may be the first start; else the person was here before.
        """
        if not new:
            _know(home)
        self.columns, self.rows = size
        self.raw = b""
        """Everything the program has sent."""
        self.heard: list[float] = []
        """When each bell came, in seconds of the clock that goes on in sleep."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)  # as a shell does for what it starts
            wanted = {"TERM": "xterm-256color", "LANG": "C.UTF-8", **environment}
            kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
            command = [*under, sys.executable, "-m", "unspasm", *arguments]
            os.execvpe(  # noqa: S606 - our own interpreter, or what a test put before it
                command[0], command, {**kept, "UNSPASM_HOME": str(home), **wanted}
            )
        os.set_inheritable(self.master, False)  # noqa: FBT003 - it takes no name
        Terminal.opened.append(self)
        self._poll = select.poll()
        self._poll.register(self.master, select.POLLIN)
        self.resize(*size)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    @property
    def text(self) -> str:
        """What can be read in the window."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def titles(self) -> list[str]:
        """Every title that the window was given."""
        return [title.decode() for title in _TITLE.findall(self.raw)]

    @property
    def title_is_restored(self) -> bool:
        """Whether the window has its own title again."""
        after_last = self.raw.rpartition(b"\x1b]2;")[2]
        return self.titles[-1] == "" and _BRINGS_TITLE_BACK in after_last

    @property
    def colours(self) -> list[bytes]:
        """Every code that sets a colour."""
        return [code for code in COLOUR.findall(self.raw) if sets_a_colour(code)]

    def wait_for(self, words: str) -> None:
        """Read until the window shows these words."""
        self._until(lambda: words in self.text, words)

    def wait_for_bells(self, number: int) -> None:
        """Read until so many bells have come, and see that no more have."""
        self._until(lambda: len(self.heard) >= number, f"bell {number}")
        assert number == len(self.heard)

    def wait_for_sentence(self, words: str) -> None:
        """Read until the window shows these words, on however many lines and in whatever box."""
        self._until(lambda: words in " ".join(self.text.replace("▌", " ").split()), words)

    def wait_for_title(self, words: str) -> None:
        """Read until the window has this title."""
        self._until(lambda: self.titles[-1:] == [words], f"the title {words!r}")

    def wait_for_any(self, condition: Callable[[], bool], what: str) -> None:
        """Read until the condition holds."""
        self._until(condition, what)

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what!r} never came; the window shows:\n{self.text}"
            if not self._read(0.2) and condition():
                return

    def _read(self, seconds: float) -> bool:
        if not self._poll.poll(seconds * 1000):
            return False
        try:
            found = os.read(self.master, 65536)
        except OSError:
            return False
        now = since_start()
        self.raw += found
        if b"\a" in found:
            bells = sum(1 for bell in _BELL.finditer(self.raw) if bell[1])
            self.heard += [now] * (bells - len(self.heard))
        self._stream.feed(found)
        return bool(found)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def exit_code(self) -> int:
        """Wait for the end; return the exit code, or minus the signal that killed it."""
        end = time.monotonic() + PATIENCE
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read(0.05):
                    pass
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < end, f"it does not end; the window shows:\n{self.text}"
            self._read(0.05)

    @classmethod
    def close_all(cls) -> None:
        """End whatever still runs."""
        for terminal in cls.opened:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(terminal.pid, signal.SIGKILL)
                os.waitpid(terminal.pid, 0)
            with suppress(OSError):
                os.close(terminal.master)
        cls.opened.clear()

    def close_window(self) -> None:
        """Close the window without asking."""
        os.close(self.master)

    def code_after_closing(self) -> int:
        """Wait for the end of a program whose window is gone."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.05)
        raise AssertionError("it goes on running without a window")
