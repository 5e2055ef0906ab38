"""Weeks of days as a calendar of terminal cells: the worst pain of each day, and what was done.

One sign a day and one beside it. Nothing here counts days in a row or gives marks: a blank day is
a day of which nothing was told.
"""

from collections.abc import Iterator, Sequence

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.pain_chart import Canvas, Row, Tone
from unspasm.domain.progress_view import A_WEEK, ProgressDay

NO_PAIN = "."
MOST_PAIN = "X"
NO_NUMBER = "-"
"""Told how it is, without a number."""
DONE = "*"
"""A session or a pack, beside the sign of the day."""
_LEAST_WEEK = 3
"""Two signs and a blank."""
_WIDEST_WEEK = 6
_GUTTER = 3
_GUTTER_FROM = 12
_HEAD_FROM = A_WEEK + 1
_MIDDLE_FROM = 4
_STRONG_FROM = 7


def sign_of(day: ProgressDay) -> str:
    """Return the sign of one day: its worst pain, or that nothing was told."""
    worst = day.worst
    if worst is None:
        return NO_NUMBER if day.told else " "
    if worst >= WORST_PAIN:
        return MOST_PAIN
    return str(worst) if worst else NO_PAIN


def weeks_chart(
    weeks: Sequence[Sequence[ProgressDay]],
    width: int,
    height: int,
    *,
    weekdays: Sequence[str],
    months: Sequence[str],
) -> tuple[Row, ...]:
    """Return the calendar, line by line: `height` lines of at most `width` cells.

    Where there is not room for every week the latest ones are shown.

    Args:
        weeks: seven days each, Monday first, the earliest week first.
        width: cells across.
        height: cells down.
        weekdays: the names of the days, from Monday; the first two letters are shown.
        months: the names of the months; the first three letters are shown.
    """
    canvas = Canvas(max(0, width), max(0, height))
    left = _GUTTER if width >= _GUTTER_FROM else 0
    shown = weeks[-max(1, (width - left) // _LEAST_WEEK) :]
    step = min(_WIDEST_WEEK, max(_LEAST_WEEK, (width - left) // max(1, len(shown))))
    top = 1 if height >= _HEAD_FROM else 0
    if top:
        for at, name in _heads(shown, months, step):
            canvas.put(left + at * step, 0, name, Tone.LABEL)
    for line, name in enumerate(weekdays if left else (), start=top):
        canvas.put(0, line, name[:2], Tone.LABEL)
    for number, week in enumerate(shown):
        for line, day in enumerate(week, start=top):
            canvas.put(left + number * step, line, sign_of(day).strip(), _tone_of(day))
            if day.done:
                canvas.put(left + number * step + 1, line, DONE, Tone.MARK)
    return canvas.rows


def _tone_of(day: ProgressDay) -> Tone:
    worst = day.worst or 0
    if worst < _MIDDLE_FROM:
        return Tone.LIGHT
    return Tone.MIDDLE if worst < _STRONG_FROM else Tone.STRONG


def _heads(
    weeks: Sequence[Sequence[ProgressDay]], months: Sequence[str], step: int
) -> Iterator[tuple[int, str]]:
    """The month over the week in which its first day lies, and over the first week of all."""
    free, named = 0, -1
    for number, week in enumerate(weeks):
        last = week[-1].day
        if last.month != named and number * step >= free:
            named = last.month
            free = number * step + len(months[named - 1][:3]) + 1
            yield number, months[named - 1][:3]
