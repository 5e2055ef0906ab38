"""What tells the person that something changed, besides the screen: bell, voice, note, title.

The bell is the one thing that every terminal has. A voice is a program of the system, if it has
one. A note is a notification of the desktop, asked of the terminal by an escape code; it shows
what it says to whoever looks, so it is never on by itself.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress

from unspasm.cues.sound import NOTES, SPEAKS, Reach, Sound
from unspasm.cues.terminal import (
    BELL,
    BRING_TITLE_BACK,
    KEEP_TITLE,
    Note,
    code,
    note_of,
    obeys_codes,
    passed_through,
    short_line,
    to_terminal,
)
from unspasm.cues.voice import Voice, find_voice

__all__ = ["Cues", "Note", "Sound", "Voice", "find_voice", "note_of", "to_terminal"]

_MOST_IN_TITLE = 80
_MOST_IN_NOTE = 160


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
        return self._reach.of(self._sound)

    def next_sound(self) -> Sound:
        """Turn on what comes next, and return it. What this machine lacks is left out."""
        self._sound = self._reach.after(self.sound)
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
        self._write(BELL)

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
            self._write(BELL)
        if self._voice and (alarm or (heard and on in SPEAKS)):
            self._voice.say(words)
        text = short_line(words, _MOST_IN_NOTE)
        if text and on in NOTES:
            self._write(passed_through(self._note.value.format(text), self._environ))

    def ring(self) -> None:
        """Ring once more, if anything is on: a pattern of bells tells changes apart."""
        if self.sound is not Sound.NOTHING and not self._quiet():
            self._write(BELL)

    def title(self, words: str) -> None:
        """Show `words` as the title of the window, until `close`."""
        text = short_line(words, _MOST_IN_TITLE)
        if text == self._title or not obeys_codes(self._environ):
            return
        if self._title is None:
            self._write(KEEP_TITLE)
        self._title = text
        self._write(code(f"2;{text}"))

    def close(self) -> None:
        """Bring back the title that was there, and end the voice."""
        if self._title is not None:
            self._title = None
            self._write(code("2;"))  # for terminals that have kept none
            self._write(BRING_TITLE_BACK)
        if self._voice:
            self._voice.stop()

    @property
    def _reach(self) -> Reach:
        """What this machine has; a voice may stop to work."""
        return Reach(voice=self.has_voice, note=self._note is not Note.NONE)

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the window is gone, or nothing can be written: the screen tells
            self._send(text)
