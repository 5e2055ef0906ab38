"""Sentences about logs, the same on both faces."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum

from unspasm.domain.course_record import CourseStanding
from unspasm.domain.log_entries import Background, Helped, HowOften, PainLog, SetOff
from unspasm.words.body_phrases import spots_in_words
from unspasm.words.body_words import BodyWords
from unspasm.words.log_words import LogWords
from unspasm.words.phrases import parted, when
from unspasm.words.sets import CalendarWords

_SHORT = 24
"""So many letters of a note stand on its row."""


def named(words: LogWords, what: Enum) -> str:
    """Return the words for one thing that can be marked."""
    kinds = {SetOff: "set_off", Helped: "helped", HowOften: "how_often"}
    return str(getattr(words, f"{kinds[type(what)]}_{what.value}"))


def listed(words: LogWords, marked: Iterable[Enum]) -> str:
    """Return the words for what was marked, in the order of the list; a dash for nothing."""
    known = frozenset(marked)
    if not known:
        return words.nothing
    kind = type(next(iter(known)))
    return parted(words.also, (named(words, one) for one in kind if one in known))


def rows_of(
    words: LogWords,
    body: BodyWords,
    calendar: CalendarWords,
    log: PainLog,
    felt: datetime | None,
    now: datetime,
) -> Iterator[tuple[str, str]]:
    """What goes with a log: label and value, in the order of their keys.

    Args:
        words: of a log.
        body: of the body map.
        calendar: of days and times.
        log: what was said so far.
        felt: when it was, as lived, if that was not now.
        now: the present time, as lived.
    """
    feel = log.feel
    yield words.row_feel, str(getattr(words, f"feel_{feel.value}")) if feel else words.nothing
    yield words.row_spots, spots_in_words(body, log.spots) if log.spots else words.nothing
    yield words.row_set_off, listed(words, log.set_off)
    yield words.row_helped, listed(words, log.helped)
    yield words.row_not_helped, listed(words, log.not_helped)
    yield words.row_activities, _activities(words, log)
    yield words.row_note, _note(words, log.note)
    yield words.row_when, when(calendar, felt, now) if felt else words.now


def background_of(words: LogWords, background: Background) -> str:
    """Return what was said about the back in general, in short."""
    often = named(words, background.how_often) if background.how_often else ""
    said = filter(None, [often, _note(words, background.conditions, "")])
    return parted(words.also, said) or words.nothing


def kept(words: LogWords, calendar: CalendarWords, log: PainLog, felt: datetime | None,
         now: datetime) -> str:  # fmt: skip
    """Return what was kept, and when it was."""
    if felt is None:
        return words.kept.format(pain=log.pain)
    return words.kept_earlier.format(pain=log.pain, when=when(calendar, felt, now))


def tried(words: LogWords, not_helped: Iterable[Helped]) -> str:
    """Return the sentence that names what did not help; nothing if nothing is known."""
    known = frozenset(not_helped)
    return words.tried.format(names=listed(words, known)) if known else ""


def course_lines(words: LogWords, standing: CourseStanding) -> Iterator[str]:
    """What the record has noticed: the step, why, and what did not help."""
    reached = standing.reached
    because = reached.reason.because
    yield words.course_stands.format(heading=reached.heading, because=because)
    if line := tried(words, reached.not_helped):
        yield line


def _activities(words: LogWords, log: PainLog) -> str:
    scores = log.activities.items()
    said = [words.activity.format(name=name, score=score) for name, score in scores]
    return parted(words.also, said) or words.nothing


def _note(words: LogWords, text: str, empty: str | None = None) -> str:
    if not text:
        return words.nothing if empty is None else empty
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else words.note_short.format(count=len(text))
