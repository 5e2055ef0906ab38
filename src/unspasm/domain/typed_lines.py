"""A line of a home programme as it stands on paper, such as `bridge 10 x 3, hold 5 s`."""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from unspasm.domain.own_as_routine import beat_of, dose_of_step
from unspasm.domain.own_routines import (
    NAME_LETTERS,
    OwnExercise,
    OwnStep,
    Sides,
    out_of_range,
    sides_fit,
)
from unspasm.domain.stretches import Dose, Library, Stretch

BETWEEN_SETS = 30
"""Seconds of rest between two sets, where nothing is said."""
BETWEEN_HOLDS = 5
"""Seconds of rest between two holds of an exercise of one's own, where nothing is said."""
_MOVE_SECONDS = 4
_HOLD_SECONDS = 5
_MOST_FOUND = 5
_SIGNS = {0xD7: "x", 0x2013: "-"}
"""The sign of multiplication, and a long dash."""
_NUMBER = r"(\d{1,4})"
_SECONDS_WORDS = r"(?:seconds?|secs?|s)\b"
_MINUTES_WORDS = r"(?:minutes?|mins?|min)\b"
_REST = re.compile(rf"\brest(?:\s+for)?\s*:?\s*{_NUMBER}\s*(?:{_SECONDS_WORDS})?")
_TIME = re.compile(rf"(?:\bhold(?:\s+for)?\s*:?\s*)?\b{_NUMBER}\s*(?:{_SECONDS_WORDS})")
_HOLD = re.compile(rf"\bhold(?:\s+for)?\s*:?\s*{_NUMBER}\b(?!\s*[x*])")
_MINUTES = re.compile(rf"\b{_NUMBER}\s*{_MINUTES_WORDS}")
_SETS = re.compile(rf"\b{_NUMBER}\s*sets?\b(?:\s*of)?|\bsets?\s*:\s*{_NUMBER}\b")
_REPEATS = re.compile(
    rf"\b{_NUMBER}\s*(?:repetitions?|repeats?|reps?|times)\b|\breps?\s*:\s*{_NUMBER}\b"
)
_TIMES = re.compile(rf"\b{_NUMBER}\s*[x*]\s*{_NUMBER}\b")
_ONE = re.compile(rf"\b{_NUMBER}\s*[x*]?|[x*]\s*{_NUMBER}\b")
_SIDES = {
    Sides.BOTH: re.compile(r"\b(?:each|both|per|every)\s+(?:sides?|legs?|arms?|ways?)\b"),
    Sides.LEFT: re.compile(r"\bleft\b"),
    Sides.RIGHT: re.compile(r"\bright\b"),
}
_NAME = re.compile(
    r"^(.*?)(?=\d|\b(?:hold|rest|each|both|per)\b(?=[^a-z]*\d|\s+side)|\b(?:sets?|reps?)\s*:|$)"
)
_TAIL = re.compile(r"(?:[\s,;:.*-]|\b(?:x|hold|for|do)\b)+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;:.*-]|\b(?:hold|for|of|do|and|then|with|a|rest|on|the|side)\b)+")


@dataclass(frozen=True)
class Typed:
    """What a line says; `None` for what it does not say."""

    name: str
    seconds: int | None = None
    repeats: int | None = None
    sets: int | None = None
    rest: int | None = None
    hold: bool = False
    sides: Sides | None = None
    left_over: str = ""
    """What was not understood."""

    @property
    def says_dose(self) -> bool:
        """Whether it says anything of a dose."""
        return any(one is not None for one in (self.seconds, self.repeats, self.sets, self.rest))


def read_line(text: str) -> Typed:
    """Return what a typed line says: the name first, then the dose in any order.

    Of two numbers with an x between them the smaller one is the sets, whichever stands first.
    """
    text = " ".join(text.split()).translate(_SIGNS)
    lowered = text.casefold() if len(text.casefold()) == len(text) else text
    found = _NAME.match(lowered)
    end = found.end() if found else len(text)
    name = _TAIL.sub("", text[:end]).strip()
    rest = lowered[end:] if name else lowered
    head = lowered[len(name) : end]
    return replace(read_dose(f"{head} {rest}" if name else rest), name=name[:NAME_LETTERS].strip())


def read_dose(text: str) -> Typed:
    """Return what a typed line says where only the dose is asked for."""
    text = " ".join(text.casefold().split()).translate(_SIGNS)
    typed = Typed("", hold=bool(re.search(r"\bhold\b", text)))
    for sides, pattern in _SIDES.items():
        text, told = _taken(pattern, text)
        typed = replace(typed, sides=sides) if told is not None else typed
    text, resting = _taken(_REST, text)
    text, minutes = _taken(_MINUTES, text)
    text, seconds = _taken(_TIME, text)
    if seconds is None and minutes is None:
        text, seconds = _taken(_HOLD, text)
    if minutes is not None:
        seconds = minutes * 60 + (seconds or 0)
    text, sets = _taken(_SETS, text)
    text, repeats = _taken(_REPEATS, text)
    if (both := _TIMES.search(text)) and sets is None and repeats is None:
        sets, repeats = sorted(map(int, both.groups()))
        text = _without(text, both)
    if repeats is None:
        text, repeats = _taken(_ONE, text)
    left = " ".join(_BETWEEN.sub(" ", text).split()).strip("x() ")
    return replace(typed, seconds=seconds, repeats=repeats, sets=sets, rest=resting, left_over=left)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, int | None]:
    """The text without the first thing of that kind, and its number: 0 if it has none."""
    found = pattern.search(text)
    if found is None:
        return text, None
    number = next((one for one in found.groups() if one), "0")
    return _without(text, found), int(number)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} , {text[found.end() :]}"


def dosed(step: OwnStep, typed: Typed, library: Library) -> OwnStep | None:
    """Return the step in the dose that was typed; `None` if a number of it is out of its range.

    What was not typed stays.
    """
    exercise = step.exercise
    if exercise and typed.hold and not exercise.hold:
        step = replace(step, exercise=replace(exercise, hold=True))
    dose = dose_of_step(step, library)
    seconds, sets = typed.seconds or dose.seconds, typed.sets or dose.sets
    rest, between = dose.rest, dose.between
    if typed.rest is not None and sets > 1:
        between = typed.rest
    elif typed.rest is not None:
        rest = typed.rest
    elif sets > 1:
        between = between or BETWEEN_SETS
    wanted = Dose(seconds, typed.repeats or dose.repeats, rest, sets, between if sets > 1 else 0)
    zero = 0 in {typed.seconds, typed.repeats, typed.sets}
    fits = sides_fit(typed.sides, step, library)
    if zero or not fits or next(out_of_range(wanted, beat_of(step, library)), None):
        return None
    changed = wanted if typed.says_dose else step.dose
    return replace(step, dose=changed, sides=typed.sides or step.sides)


def exercise_step(typed: Typed, given_by: str) -> OwnStep:
    """Return a step for an exercise that is not in the library, nothing else said of it yet."""
    hold = typed.hold or typed.seconds is not None
    dose = Dose(_HOLD_SECONDS, 5, BETWEEN_HOLDS) if hold else Dose(_MOVE_SECONDS, 10, 0)
    exercise = OwnExercise(typed.name, hold=hold, given_by=given_by)
    return OwnStep(exercise=exercise, dose=dose, sides=Sides.NONE)


def called(library: Library, name: str) -> Stretch | None:
    """Return the stretch of the library that has this name or id, if one has."""
    wanted = " ".join(name.casefold().split())
    for one in library.stretches.values():
        if wanted in {one.id, one.id.replace("_", " "), one.name.casefold(), _plain(one)}:
            return one
    return None


def near(library: Library, name: str) -> tuple[Stretch, ...]:
    """Return the stretches of the library that a name may mean, the nearest first."""
    wanted = " ".join(name.casefold().split())
    names = {_plain(one): one for one in library.stretches.values()}
    words = set(wanted.split())
    found = [text for text in names if words and words <= set(text.split())]
    close = get_close_matches(wanted, names, n=_MOST_FOUND, cutoff=0.75)
    return tuple(names[text] for text in dict.fromkeys([*found, *close]))[:_MOST_FOUND]


def _plain(stretch: Stretch) -> str:
    """Its name without what stands in brackets."""
    return re.sub(r"\s*\(.*?\)", "", stretch.name.casefold())
