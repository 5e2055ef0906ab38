"""The voice: a program of the system, if it has one."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from unspasm.cues.terminal import short_line

_MOST_SPOKEN = 300
_MOST_SECONDS = 20.0
"""How long one utterance may take. What speaks longer hangs."""
_WORDS_VARIABLE = "UNSPASM_WORDS"
_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech;"
    " (New-Object System.Speech.Synthesis.SpeechSynthesizer)"
    f".Speak($env:{_WORDS_VARIABLE})"
)
_ON_MACOS = (("say", "-f", "-"),)
_ON_WINDOWS = (("powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL),)
_ELSEWHERE = (
    # As an argument, older versions would take the words for a format of `printf`.
    ("spd-say", "--wait", "--pipe-mode", "--priority", "text"),
    ("espeak-ng", "-b", "1", "--stdin"),
    ("espeak", "-b", "1", "--stdin"),
)
"""In the order of preference."""
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Voice:
    """A program of the system that speaks. Use it from one thread."""

    def __init__(
        self, command: Sequence[str], *, variable: str = "", seconds: float = _MOST_SECONDS
    ) -> None:
        """Take a program.

        Args:
            command: how to start it.
            variable: in which variable of its environment it looks for the words; without one it
                reads them from its standard input. Never are they among its arguments, where they
                could be taken for options and every user of the machine could read them.
            seconds: how long it may speak.
        """
        self.name = Path(command[0]).stem
        self.works = True
        """Whether it could be started when last tried."""
        self._command = command
        self._variable = variable
        self._seconds = seconds
        self._running: subprocess.Popen[bytes] | None = None

    def say(self, words: str) -> None:
        """Begin to speak and return at once. What is being said is cut off."""
        self.stop()
        text = _speakable(words)
        if not (text and self.works):
            return
        try:
            self._running = self._start(text)
        except OSError:
            self.works = False
            return
        watch = threading.Thread(target=self._watch, args=(self._running,), daemon=True)
        watch.start()

    def stop(self) -> None:
        """Cut off what is being said."""
        process, self._running = self._running, None
        if process:
            _kill(process)

    def finish(self) -> bool:
        """Wait for the end of what is being said, which has its limit; return whether it worked."""
        return self._running is not None and self._running.wait() == 0

    def _start(self, text: str) -> "subprocess.Popen[bytes]":
        by_variable = {self._variable: text} if self._variable else {}
        process = subprocess.Popen(  # noqa: S603 - of the system, with constant arguments
            self._command,
            stdin=subprocess.DEVNULL if by_variable else subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **by_variable},
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
        if process.stdin:
            # The text is shorter than any pipe, so nothing waits for it to be read.
            with suppress(OSError), process.stdin as pipe:
                pipe.write(f"{text}\n".encode())
        return process

    def _watch(self, process: "subprocess.Popen[bytes]") -> None:
        """Take note of the end of a process, and bring it about in time."""
        try:
            process.wait(self._seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            process.wait()


def find_voice(
    which: Callable[[str], str | None] = shutil.which, platform: str = sys.platform
) -> Voice | None:
    """Return the voice of this system, or nothing. Ask once: it looks through the whole PATH."""
    on_windows = platform == "win32"
    known = _ON_MACOS if platform == "darwin" else _ON_WINDOWS if on_windows else _ELSEWHERE
    for name, *options in known:
        found = which(name)
        # A program that merely lies in the folder of the moment is not the system's.
        if found and Path(found).is_absolute():
            return Voice((found, *options), variable=_WORDS_VARIABLE if on_windows else "")
    return None


def _speakable(words: str) -> str:
    """Return `words` without what a voice would take for a command.

    `say` and `espeak` obey what stands in [[ ]], and `spd-say` a line that begins with !-!.
    """
    return short_line(words.replace("[", " ").replace("]", " "), _MOST_SPOKEN).lstrip("! ")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it has started, unless it has ended."""
    if process.returncode is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
