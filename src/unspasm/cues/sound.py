"""What is on besides the screen, and what of it a machine has."""

from enum import Enum

from unspasm.domain.values import value


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
SPEAKS = frozenset(_WITHOUT_VOICE)
"""Of these the voice is a part."""
NOTES = frozenset(_WITHOUT_NOTE)
"""Of these a note is a part."""


@value
class Reach:
    """What a machine has besides the bell.

    Args:
        voice: one that works.
        note: a terminal that shows notifications.
    """

    voice: bool
    note: bool

    def of(self, sound: Sound) -> Sound:
        """Return what is left of a sound here."""
        if not self.voice:
            sound = _WITHOUT_VOICE.get(sound, sound)
        return sound if self.note else _WITHOUT_NOTE.get(sound, sound)

    def after(self, sound: Sound) -> Sound:
        """Return what comes next in the round. What this machine lacks is left out."""
        there = tuple(dict.fromkeys(map(self.of, _ROUND)))
        place = there.index(sound) if sound in there else len(there) - 1
        return there[(place + 1) % len(there)]
