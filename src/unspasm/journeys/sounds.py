"""What can be heard, as the settings say."""

from collections.abc import Mapping
from types import MappingProxyType

from unspasm.cues import Sound
from unspasm.settings import Settings

SOUND_OF: Mapping[str, Sound] = MappingProxyType(
    {
        "bell": Sound.BELL,
        "voice": Sound.BELL_AND_VOICE,
        "note": Sound.BELL_VOICE_AND_NOTE,
        "off": Sound.NOTHING,
    }
)


def sound_of(settings: Settings, *, plain: bool) -> Sound:
    """Return what is on at the start of a face.

    Line by line a screen reader may be speaking, so our voice is silent there unless asked for.
    """
    if plain and not settings.plain_voice and settings.sound in {"voice", "note"}:
        return Sound.BELL if settings.sound == "voice" else Sound.BELL_AND_NOTE
    return SOUND_OF[settings.sound]
