"""The settings there are, and what each may be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType

from unspasm.domain.log_entries import ACTIVITY_LETTERS, MOST_ACTIVITIES
from unspasm.domain.pack_rules import DEFAULT_MINUTES, MOST_MINUTES

FULL, PLAIN = "full", "plain"
THEME = "unspasm-dark"
SOUNDS = ("bell", "voice", "note", "off")
"""The bell; bell and voice; those and a note on the desktop; nothing."""
FIGURES = ("blocks", "braille", "none")
NUMBERS = ("emergency_number", "maternity_number", "poisons_number", "crisis_number")
# Compiled when they are first asked, which most starts never do.
_NUMBER = r"[0-9+()#*\- ]{1,24}"
_COUNTRY = r"[A-Za-z]{2}"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_KEY = r"[^\s,]+(\s*,\s*[^\s,]+)*"
_LONGEST = 80


@dataclass(frozen=True)
class Settings:
    """What a person prefers. The defaults are what holds where the file says nothing."""

    face: str = ""
    """`full` or `plain`; empty where nobody was asked yet."""
    welcome: bool = True
    """Whether the first page is still to be shown."""
    theme: str = THEME
    motion: bool = True
    figure: str = FIGURES[0]
    sound: str = SOUNDS[0]
    plain_voice: bool = False
    """Whether our voice also speaks line by line, where a screen reader may be speaking."""
    quiet_from: str = ""
    """As `22:00`; bell and voice are silent from then on, until `quiet_to`."""
    quiet_to: str = ""
    pack_minutes: int = DEFAULT_MINUTES
    country: str = ""
    """Two letters; empty leaves it to the record, and so do the numbers and the activities."""
    emergency_number: str = ""
    maternity_number: str = ""
    poisons_number: str = ""
    crisis_number: str = ""
    activities: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys by the id of what they do, several with commas between them."""

    def quiet_at(self, at: time) -> bool:
        """Whether bell and voice are silent at that time of the day, as lived."""
        if not (self.quiet_from and self.quiet_to):
            return False
        begin, end = time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_to)
        now = at.replace(tzinfo=None)
        return begin <= now < end if begin < end else now >= begin or now < end


def is_phone_number(text: str) -> bool:
    """Whether that can be a number to call."""
    return bool(re.fullmatch(_NUMBER, text)) and any("0" <= one <= "9" for one in text)


# --- what each may be -----------------------------------------------------------------------------

Check = Callable[[object], str]
"""Returns what is wrong with a value, or nothing."""


def _one_of(*allowed: str) -> Check:
    told = ", ".join(f'"{one}"' for one in allowed)
    return lambda value: "" if value in allowed else f"must be one of {told}"


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _minutes(value: object) -> str:
    fits = type(value) is int and 1 <= value <= MOST_MINUTES
    if fits:
        return ""
    return f"must be a whole number from 1 to {MOST_MINUTES}; longer can harm the skin"


def _time(value: object) -> str:
    fits = isinstance(value, str) and (not value or re.fullmatch(_TIME, value))
    return "" if fits else 'must be a time such as "22:00"'


def _country(value: object) -> str:
    fits = isinstance(value, str) and (not value or re.fullmatch(_COUNTRY, value))
    return "" if fits else 'must be two letters such as "GB"'


def _number(value: object) -> str:
    fits = isinstance(value, str) and (not value or is_phone_number(value))
    return "" if fits else "must be a number to call, in quotes: digits, spaces, + - # * ( )"


def _theme(value: object) -> str:
    fits = isinstance(value, str) and value.isprintable() and 0 < len(value) <= _LONGEST
    return "" if fits else f'must be the name of a theme, such as "{THEME}"'


def _activities(value: object) -> str:
    if not isinstance(value, list) or len(value) > MOST_ACTIVITIES:
        return f"must be a list of at most {MOST_ACTIVITIES}"
    for one in value:
        if not (isinstance(one, str) and one.strip() and one.isprintable() and "," not in one):
            return "each must be words in quotes, without a comma"
        if len(one.strip()) > ACTIVITY_LETTERS:
            return f"each has at most {ACTIVITY_LETTERS} letters"
    if len({one.strip() for one in value}) < len(value):
        return "names one twice"
    return ""


def key_fault(value: object) -> str:
    """Return what is wrong with the keys of one id, as far as their form goes."""
    fits = isinstance(value, str) and value.isprintable() and re.fullmatch(_KEY, value.strip())
    return "" if fits and len(str(value)) <= _LONGEST else 'must be keys such as "space,p"'


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "face": _one_of(FULL, PLAIN, ""),
        "welcome": _switch,
        "theme": _theme,
        "motion": _switch,
        "figure": _one_of(*FIGURES),
        "sound": _one_of(*SOUNDS),
        "plain_voice": _switch,
        "quiet_from": _time,
        "quiet_to": _time,
        "pack_minutes": _minutes,
        "country": _country,
        **dict.fromkeys(NUMBERS, _number),
        "activities": _activities,
    }
)
"""Every setting but `keys`, which is a table, in the order of the file."""


def as_kept(name: str, value: object) -> object:
    """Return a value that has passed its check, as `Settings` bears it."""
    if name == "country":
        return str(value).upper()
    if name in NUMBERS:
        return " ".join(str(value).split())
    if isinstance(value, list):
        return tuple(str(one).strip() for one in value)
    return value
