"""The settings: what each is now, what it may be, and what comes of a change."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from unspasm.cues import Cues
from unspasm.domain.pack_start import is_a_length
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.house import House
from unspasm.journeys.log import LogJourney
from unspasm.journeys.sounds import SOUND_OF, sound_of
from unspasm.settings import FIGURES, Settings
from unspasm.words import Words
from unspasm.words.phrases import parted

THEMES = ("unspasm-dark", "unspasm-light", "ansi-dark")
_OTHER = 3
_SPEAK = frozenset({"voice", "note"})
_TIMES = re.compile(r"(\d\d?:\d\d)\D+(\d\d?:\d\d)")
ROWS = (
    "theme", "motion", "figure", "sound", "plain_voice", "quiet", "pack_minutes", "face",
    "country", "activities", "keys", "try_sound", "try_voice", "welcome",
)  # fmt: skip
"""Every line of the list, in its order."""
ELSEWHERE = frozenset({"country", "keys", "welcome"})
"""Lines that lead to a page of their own."""


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    id: str
    label: str
    value: str


@dataclass(frozen=True)
class Question:
    """What is asked to change a line: one of a few, or a text if there are none.

    Args:
        ask: the question.
        options: what may be chosen.
        typed: what stands in the line at first, where one types.
    """

    ask: str
    options: tuple[str, ...] = ()
    typed: str = ""


class SettingsJourney:
    """The list of settings."""

    def __init__(
        self,
        house: House,
        words: Words,
        cues: Cues,
        themes: Sequence[str] = THEMES,
        *,
        plain: bool = False,
    ) -> None:
        """Take what it changes.

        Args:
            house: the house.
            words: all words.
            cues: what can be heard.
            themes: the names of all that there are.
            plain: whether this is the face line by line.
        """
        self._house = house
        self._words = words.settings
        self._all_words = words
        self._cues = cues
        self._themes = themes
        self._plain = plain

    @property
    def _now(self) -> Settings:
        return self._house.settings.now

    # --- the list -----------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Every line, with its value now."""
        return [Row(name, self._label(name), self._value(name)) for name in ROWS]

    def _label(self, name: str) -> str:
        return str(getattr(self._words, name))

    def _value(self, name: str) -> str:
        words, now = self._words, self._now
        match name:
            case "theme":
                known = dict(zip(THEMES, self._own_themes(), strict=True))
                value = known.get(now.theme, now.theme)
            case "quiet":
                times = {"begin": now.quiet_from, "end": now.quiet_to}
                value = words.quiet_value.format(**times) if now.quiet_from else words.quiet_never
            case "pack_minutes":
                value = words.pack_minutes_value.format(minutes=now.pack_minutes)
            case "country":
                value = self._all_words.home.about
            case "activities":
                value = parted(words.also, LogJourney(self._house).activities)
                value = value or words.activities_none
            case "keys":
                count = len(now.keys)
                value = words.keys_value.format(count=count) if count else words.keys_none
            case "face":
                value = str(getattr(words, f"face_{now.face or 'unset'}"))
            case _ if choices := self._choices(name):
                value = choices[getattr(now, name)]
            case _:
                value = str(getattr(words, f"{name}_value"))
        return value

    def notes(self) -> list[str]:
        """Where the settings stand, what goes before them, and what is wrong with the file."""
        words, file = self._words, self._house.settings
        where = words.intro.format(file=file.path) if file.path else words.intro_no_file
        first = [
            words.comes_first.format(name=name)
            for name in ("NO_COLOR", "TEXTUAL_THEME", "UNSPASM_PLAIN")
            if os.environ.get(name)
        ]
        faults = [str(fault) for fault in file.faults]
        told = [] if not faults else [words.faults if file.readable else words.unreadable]
        return [where, *first, *told, *faults]

    # --- a change -----------------------------------------------------------------------------

    def ask(self, name: str) -> Question | None:
        """Return what is to be asked to change a line; nothing where it is done at once."""
        words, now = self._words, self._now
        match name:
            case "theme":
                options = (*self._own_themes(), words.theme_other)
                asked: Question | None = Question(words.theme_ask, options)
            case "theme_name":
                names = parted(words.also, sorted(self._themes))
                asked = Question(words.theme_name_ask.format(names=names), typed=now.theme)
            case "quiet":
                typed = self._value(name) if now.quiet_from else ""
                asked = Question(words.quiet_ask, typed=typed)
            case "pack_minutes":
                asked = Question(words.pack_minutes_ask, typed=str(now.pack_minutes))
            case "activities":
                known = ", ".join(LogJourney(self._house).activities)
                asked = Question(self._all_words.log.activities_ask, typed=known)
            case _:
                choices = tuple(self._choices(name).values())
                asked = Question(self._label(name), choices) if choices else None
        return asked

    def choose(self, name: str, place: int) -> str:
        """Take one of the options, counted from 0; return what to say, or `theme_name` to ask."""
        if name == "theme":
            return "theme_name" if place == _OTHER else self._change(theme=THEMES[place])
        value = list(self._choices(name))[place]
        # Who chooses our voice line by line wants to hear it there.
        more = {"plain_voice": True} if self._plain and value in _SPEAK else {}
        said = self._change(**{name: value}, **more)
        if name == "sound":
            self._cues.use(sound_of(self._now, plain=self._plain))
            self._play(str(value))
        return self._words.face_next if name == "face" and said == self._words.saved else said

    def type(self, name: str, text: str) -> str:
        """Take what was typed; return what to say."""
        words, text = self._words, text.strip()
        match name:
            case "theme_name":
                if text not in self._themes:
                    return words.theme_bad
                return self._change(theme=text)
            case "quiet":
                return self._quiet(text)
            case "pack_minutes":
                number = int(text) if text.isdecimal() and len(text) <= 3 else 0
                if not is_a_length(number):
                    return words.pack_minutes_bad
                return self._change(pack_minutes=number)
            case _:
                run = LogJourney(self._house)
                run.name_activities(text)
                return words.saved if run.kept else words.not_kept

    def do(self, name: str) -> str:
        """Do what is done at once; return what to say."""
        words = self._words
        if name == "try_sound":
            self._cues.try_bell()
            return words.try_sound_said
        if not self._cues.has_voice:
            return words.try_voice_none
        self._cues.try_voice(self._all_words.doctor.try_words)
        return words.try_voice_said

    def about(self, suggested: str | None) -> AboutJourney:
        """Return the page on which country and numbers are said."""
        return AboutJourney(self._house, suggested)

    def _play(self, sound: str) -> None:
        """Let a choice be heard, whatever the hour."""
        if sound != "off":
            self._cues.try_bell()
        if sound in _SPEAK:
            self._cues.try_voice(self._all_words.doctor.try_words)

    # --- pieces -------------------------------------------------------------------------------

    def _own_themes(self) -> tuple[str, str, str]:
        words = self._words
        return words.theme_dark, words.theme_light, words.theme_terminal

    def _choices(self, name: str) -> dict[object, str]:
        """What a line may be, and how that is said."""
        words = self._words
        if name in {"motion", "plain_voice"}:
            return {True: words.on, False: words.off}
        values: dict[str, tuple[str, ...]] = {
            "figure": FIGURES,
            "sound": tuple(SOUND_OF),
            "face": ("full", "plain"),
        }
        return {one: str(getattr(words, f"{name}_{one}")) for one in values.get(name, ())}

    def _quiet(self, text: str) -> str:
        words = self._words
        if not text:
            return self._change(quiet_from="", quiet_to="")
        found = _TIMES.fullmatch(text)
        begin, end = (one.zfill(5) for one in found.groups()) if found else ("", "")
        if begin == end or begin[:2] > "23" or end[:2] > "23" or max(begin[3:], end[3:]) > "59":
            return words.quiet_bad
        return self._change(quiet_from=begin, quiet_to=end)

    def _change(self, **values: object) -> str:
        written = self._house.settings.change(**values)
        return self._words.saved if written else self._words.not_kept
