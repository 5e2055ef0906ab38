"""What tells the person that something changed, besides the screen: bell, voice, note, title.

The bell is the one thing that every terminal has. A voice is a program of the system, if it has
one. A note is a notification of the desktop, asked of the terminal by an escape code; it shows
what it says to whoever looks, so it is never on by itself.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TextIO

_MOST_IN_TITLE = 80
_MOST_IN_NOTE = 160
_MOST_SPOKEN = 300
_MOST_SECONDS = 20.0
"""How long one utterance may take. What speaks longer hangs."""

# --- what is on -----------------------------------------------------------------------------------


class Sound(Enum):
    """What is on besides the screen."""

    BELL = "bell"
    BELL_AND_VOICE = "bell_and_voice"
    BELL_VOICE_AND_NOTE = "bell_voice_and_note"
    BELL_AND_NOTE = "bell_and_note"
    """Stands in for the one before where there is no voice."""
    NOTHING = "nothing"


_ROUND = (Sound.BELL, Sound.BELL_AND_VOICE, Sound.BELL_VOICE_AND_NOTE, Sound.NOTHING)
_WITHOUT_VOICE = {
    Sound.BELL_AND_VOICE: Sound.BELL,
    Sound.BELL_VOICE_AND_NOTE: Sound.BELL_AND_NOTE,
}
_WITHOUT_NOTE = {
    Sound.BELL_VOICE_AND_NOTE: Sound.BELL_AND_VOICE,
    Sound.BELL_AND_NOTE: Sound.BELL,
}
_SPEAKS = frozenset(_WITHOUT_VOICE)
_NOTES = frozenset(_WITHOUT_NOTE)

# --- the terminal ---------------------------------------------------------------------------------


class Note(Enum):
    """How a terminal is asked for a notification.

    One way for each terminal: several of them know two and would show it twice.
    """

    OSC_9 = "9;unspasm: {}"
    """Most: iTerm2, WezTerm and many more. Where it means nothing it is skipped. The name comes
    first because ConEmu, and others after it, take a digit there for a command of their own."""
    OSC_99 = "99;;unspasm: {}"
    """kitty's own."""
    OSC_777 = "777;notify;unspasm;{}"
    """rxvt knows nothing else; for foot and Ghostty no text is taken for a command in it."""
    NONE = ""
    """None: the terminal would print the code itself."""


_OBEYS_NO_CODE = frozenset({"dumb", "linux", "unknown"})
_BY_TERM = {"xterm-kitty": Note.OSC_99, "foot": Note.OSC_777, "rxvt": Note.OSC_777}
"""By the beginning of TERM. Ghostty and kitty can also be told by TERM_PROGRAM."""
_BY_PROGRAM = {"kitty": Note.OSC_99, "ghostty": Note.OSC_777}
_ESC = "\x1b"
_END = "\x1b\\"
_BELL = "\a"
_KEEP_TITLE = "\x1b[22;2t"
_BRING_TITLE_BACK = "\x1b[23;2t"


def note_of(environ: Mapping[str, str]) -> Note:
    """Return how the terminal that these variables tell of is asked for a notification.

    Nobody tells which terminal is around tmux, so there it is what most take.
    """
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if not _obeys_codes(environ):
        return Note.NONE
    if "ghostty" in (term.removeprefix("xterm-"), program):
        return Note.OSC_777
    by_term = [note for name, note in _BY_TERM.items() if term.startswith(name)]
    return by_term[0] if by_term else _BY_PROGRAM.get(program, Note.OSC_9)


def _obeys_codes(environ: Mapping[str, str]) -> bool:
    """Whether the terminal takes a title or a note, or skips it. Some would print it instead."""
    term = environ.get("TERM", "")
    return term not in _OBEYS_NO_CODE if term else "WT_SESSION" in environ


def to_terminal(stream: TextIO) -> Callable[[str], None]:
    """Return what writes to a stream at once. What is no terminal gets nothing."""

    def send(text: str) -> None:
        if stream.isatty():
            stream.write(text)
            stream.flush()

    return send


def _harmless(text: str, most: int) -> str:
    """Return `text` as one short line without anything that a terminal would obey or hide."""
    shown = (one if one.isprintable() else " " if one.isspace() else "" for one in text)
    line = " ".join("".join(shown).split())
    return line if len(line) <= most else f"{line[: most - 3]}..."


def _code(payload: str, end: str = _END) -> str:
    return f"{_ESC}]{payload}{end}"


def _passed_through(payload: str, environ: Mapping[str, str]) -> str:
    """Return a code for the terminal itself, past tmux or screen, which would keep it."""
    if environ.get("TMUX"):
        return f"{_ESC}Ptmux;{_code(payload).replace(_ESC, 2 * _ESC)}{_END}"
    if environ.get("STY"):
        return f"{_ESC}P{_code(payload, _BELL)}{_END}"
    return _code(payload)


# --- the voice ------------------------------------------------------------------------------------

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
    return _harmless(words.replace("[", " ").replace("]", " "), _MOST_SPOKEN).lstrip("! ")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it has started, unless it has ended."""
    if process.returncode is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


# --- all of it ------------------------------------------------------------------------------------


class Cues:
    """Bell, voice, note and the title of the window. Use it from one thread."""

    def __init__(
        self,
        send: Callable[[str], None],
        voice: Voice | None,
        environ: Mapping[str, str] | None = None,
        *,
        sound: Sound = Sound.BELL,
        quiet: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take a terminal and a voice.

        Args:
            send: writes raw text to the terminal, at once.
            voice: the system's, if it has one.
            environ: what tells of the terminal; the environment unless given.
            sound: what is on at first.
            quiet: whether these are hours in which bell and voice are silent; alarms still come.
        """
        self._send = send
        self._voice = voice
        self._environ = dict(os.environ if environ is None else environ)
        self._note = note_of(self._environ)
        self._sound = sound
        self._quiet = quiet
        self._title: str | None = None

    @property
    def sound(self) -> Sound:
        """What is on, as far as this machine has it."""
        return self._within_reach(self._sound)

    def next_sound(self) -> Sound:
        """Turn on what comes next, and return it. What this machine lacks is left out."""
        there = tuple(dict.fromkeys(map(self._within_reach, _ROUND)))
        place = there.index(self.sound) if self.sound in there else len(there) - 1
        self._sound = there[(place + 1) % len(there)]
        return self._sound

    def use(self, sound: Sound) -> None:
        """Turn on something else."""
        self._sound = sound

    @property
    def has_voice(self) -> bool:
        """Whether this machine has a voice that works."""
        return self._voice is not None and self._voice.works

    def try_bell(self) -> None:
        """Ring once, whatever is on: somebody wants to hear it."""
        self._write(_BELL)

    def try_voice(self, words: str) -> None:
        """Speak, whatever is on."""
        if self._voice:
            self._voice.say(words)

    def give(self, words: str, *, alarm: bool = False) -> None:
        """Tell that something changed.

        Args:
            words: what to speak and to show in a note.
            alarm: it protects the skin, so bell and voice come whatever is on.
        """
        on = self.sound
        heard = not self._quiet()
        if alarm or (heard and on is not Sound.NOTHING):
            self._write(_BELL)
        if self._voice and (alarm or (heard and on in _SPEAKS)):
            self._voice.say(words)
        text = _harmless(words, _MOST_IN_NOTE)
        if text and on in _NOTES:
            self._write(_passed_through(self._note.value.format(text), self._environ))

    def ring(self) -> None:
        """Ring once more, if anything is on: a pattern of bells tells changes apart."""
        if self.sound is not Sound.NOTHING and not self._quiet():
            self._write(_BELL)

    def title(self, words: str) -> None:
        """Show `words` as the title of the window, until `close`."""
        text = _harmless(words, _MOST_IN_TITLE)
        if text == self._title or not _obeys_codes(self._environ):
            return
        if self._title is None:
            self._write(_KEEP_TITLE)
        self._title = text
        self._write(_code(f"2;{text}"))

    def close(self) -> None:
        """Bring back the title that was there, and end the voice."""
        if self._title is not None:
            self._title = None
            self._write(_code("2;"))  # for terminals that have kept none
            self._write(_BRING_TITLE_BACK)
        if self._voice:
            self._voice.stop()

    def _within_reach(self, sound: Sound) -> Sound:
        if not (self._voice and self._voice.works):
            sound = _WITHOUT_VOICE.get(sound, sound)
        if self._note is Note.NONE:
            sound = _WITHOUT_NOTE.get(sound, sound)
        return sound

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the window is gone, or nothing can be written: the screen tells
            self._send(text)
