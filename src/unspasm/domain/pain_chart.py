"""Pain over days as cells of a terminal, on an axis that always goes from 0 to 10.

A day of which nothing was told stays open. Each sign tells what it is without colour: a block is
the middle of a day's pain, a thin bar goes from its least to its most, dots are an average.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import groupby, pairwise
from math import ceil, floor
from statistics import median
from typing import NamedTuple

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.progress_view import DayOfPain, Mark, ProgressDay
from unspasm.domain.values import value


class Tone(Enum):
    """What a run of signs is, for those who give it a colour."""

    AXIS = "axis"
    LABEL = "label"
    RANGE = "range"
    MEDIAN = "median"
    AVERAGE = "average"
    MARK = "mark"
    LIGHT = "light"
    MIDDLE = "middle"
    STRONG = "strong"


class Run(NamedTuple):
    """Some signs beside each other that look alike, one a cell."""

    text: str
    tone: Tone | None = None


Row = tuple[Run, ...]
"""One line, from left to right; blanks at its end are left out."""

SIGNS: Mapping[Mark, str] = {Mark.CHECK: "c", Mark.SESSION: "s", Mark.PACK: "p", Mark.OVER: "/"}
SEVERAL = "+"
"""Stands for more than one of them, where there is room for one only."""
AVERAGE_COURSE = ((0, 5.2), (42, 2.3), (182, 1.2), (364, 0.6))
"""Days since the pain began, and the average pain of 11,166 people in 33 studies of acute back
pain (Menezes Costa and others, CMAJ 2012; from 0 to 100 there). Not a forecast for anybody."""
_DAY = timedelta(days=1)
_GUTTER = 3
_WIDEST_DAY = 8
_WIDE_FROM = 4
"""From so many cells a day on its block is three cells wide, and still apart from the next."""
_DATES_FROM = 4
_BASE_FROM = 8
_LEAST_PLOT = 6
"""From so many lines on, half lines tell each whole number from 0 to 10."""
_EACH_DAY = 14
"""So many days may each have a date."""
_MONTHS_FROM = 100
"""From so many days on the foot names months, not days."""


class Canvas:
    """Cells to put signs on. What lies outside is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self._cells: list[list[tuple[str, Tone | None]]] = [
            [(" ", None)] * width for _ in range(height)
        ]

    def put(self, column: int, line: int, text: str, tone: Tone) -> None:
        """Put a text down, over whatever was there."""
        if 0 <= line < len(self._cells):
            cells = self._cells[line]
            for place, sign in enumerate(text, start=column):
                if 0 <= place < len(cells):
                    cells[place] = (sign, tone)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was put down, line by line."""
        return tuple(_joined(cells) for cells in self._cells)


def _joined(cells: Iterable[tuple[str, Tone | None]]) -> Row:
    runs = [
        Run("".join(sign for sign, _ in group), tone)
        for tone, group in groupby(cells, key=lambda cell: cell[1])
    ]
    return tuple(runs[:-1] if runs[-1:] and runs[-1].tone is None else runs)


def average_after(days: int) -> float | None:
    """Return the average pain of people in studies, so many days after theirs began."""
    for (start, before), (end, after) in pairwise(AVERAGE_COURSE):
        if start <= days <= end:
            return before + (after - before) * (days - start) / (end - start)
    return None


def columns_of(days: Sequence[ProgressDay], most: int) -> tuple[ProgressDay, ...]:
    """Return the days in at most so many columns: as many days in each, the first one names it.

    Days that share a column show the median of their medians and the whole of their range.
    """
    each = max(1, ceil(len(days) / max(1, most)))
    return tuple(_together(days[first : first + each]) for first in range(0, len(days), each))


def _together(days: Sequence[ProgressDay]) -> ProgressDay:
    if len(days) == 1:
        return days[0]
    pains = [one.pain for one in days if one.pain]
    return ProgressDay(
        days[0].day,
        DayOfPain(
            min(pain.lowest for pain in pains),
            float(median(pain.median for pain in pains)),
            max(pain.highest for pain in pains),
        )
        if pains
        else None,
        frozenset[Mark]().union(*(one.marks for one in days)),
        any(one.told for one in days),
    )


def date_labels(days: Sequence[ProgressDay], months: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return what to write under which column, most of it to be left out where it is too tight.

    Args:
        days: one a column.
        months: the names of the months.
    """
    if not days:
        return ()
    short = [name[:3] for name in months]
    if (days[-1].day - days[0].day).days < _MONTHS_FROM:
        return tuple(
            (column, f"{one.day.day} {short[one.day.month - 1]}")
            for column, one in enumerate(days)
            if column == 0 or len(days) <= _EACH_DAY or one.day.weekday() == 0
        )
    named: list[tuple[int, str]] = []
    for column, (one, other) in enumerate(pairwise(days), start=1):
        if one.day.month != other.day.month or other.day.day == 1:
            january = other.day.month == 1
            named.append((column, str(other.day.year) if january else short[other.day.month - 1]))
    return tuple(named)


@value
class _Plan:
    """Where everything goes.

    Args:
        left: the first column of the days.
        step: how many cells a day takes: the same for each, so that a gap is a day without a word.
        plot: how many lines the pain has.
        marks: what each line of marks under it shows.
        base: whether there is a line at the foot of the axis.
        dates: whether there are dates under it all.
    """

    left: int
    step: int
    plot: int
    marks: tuple[frozenset[Mark], ...]
    base: bool
    dates: bool

    def level(self, pain: float) -> int:
        """How many half lines above the lowest one a pain is drawn."""
        return floor(pain / WORST_PAIN * (2 * self.plot - 1) + 0.5)

    def line(self, pain: float) -> int:
        """On which line a pain is drawn."""
        return self.plot - 1 - self.level(pain) // 2

    def middle(self, column: int) -> int:
        """The middle of a day."""
        return self.left + column * self.step + (self.step - 1) // 2


def pain_chart(
    days: Sequence[ProgressDay],
    width: int,
    height: int,
    *,
    months: Sequence[str],
    average_from: date | None = None,
) -> tuple[Row, ...]:
    """Return the picture, line by line: `height` lines of at most `width` cells.

    Args:
        days: every day of the range, the earliest first.
        width: cells across.
        height: cells down.
        months: the names of the months; the first three letters are shown.
        average_from: the day on which the pain began, to draw the average of people in studies.
    """
    canvas = Canvas(max(0, width), max(0, height))
    left = _GUTTER if width >= 4 * _GUTTER else 0
    columns = columns_of(days, width - left)
    plan = _plan(columns, left, width, height)
    _axis(canvas, plan, width)
    for column, one in enumerate(columns):
        since = (one.day - average_from).days if average_from else -1
        if (average := average_after(since)) is not None:
            canvas.put(plan.middle(column), plan.line(average), "·", Tone.AVERAGE)
    for column, one in enumerate(columns):
        if one.pain:
            _day(canvas, plan, column, one.pain)
    _marks(canvas, plan, columns)
    if plan.dates:
        _dates(canvas, plan, date_labels(columns, months), width)
    return canvas.rows


def _plan(columns: Sequence[ProgressDay], left: int, width: int, height: int) -> _Plan:
    step = min(_WIDEST_DAY, max(1, (width - left) // max(1, len(columns))))
    there = frozenset[Mark]().union(*(one.marks for one in columns))
    kinds = tuple(frozenset({mark}) for mark in Mark if mark in there)
    dates, base = height >= _DATES_FROM, height >= _BASE_FROM
    room = height - dates - base
    if room - len(kinds) < _LEAST_PLOT:
        kinds = (there,) if there and dates else ()
    return _Plan(left, step, max(1, room - len(kinds)), kinds, base, dates)


def _axis(canvas: Canvas, plan: _Plan, width: int) -> None:
    if plan.left:
        for line in range(plan.plot):
            canvas.put(plan.left - 1, line, "│", Tone.AXIS)
        for pain in (
            range(WORST_PAIN + 1) if plan.plot > WORST_PAIN else (0, WORST_PAIN // 2, WORST_PAIN)
        ):
            canvas.put(plan.left - 1, plan.line(pain), "┤", Tone.AXIS)
        for pain in (WORST_PAIN // 2, 0, WORST_PAIN):
            canvas.put(0, plan.line(pain), f"{pain:>{plan.left - 1}}", Tone.LABEL)
    if plan.base:
        corner = "└" if plan.left else ""
        foot = corner + "─" * (width - plan.left)
        canvas.put(max(0, plan.left - 1), plan.plot, foot, Tone.AXIS)


def _day(canvas: Canvas, plan: _Plan, column: int, pain: DayOfPain) -> None:
    """A thin bar over the range, and a block in the middle of it."""
    middle = plan.middle(column)
    low, high, at = plan.level(pain.lowest), plan.level(pain.highest), plan.level(pain.median)
    for line in range(plan.line(pain.highest), plan.line(pain.lowest) + 1):
        lower = 2 * (plan.plot - 1 - line)
        sign = "│" if low <= lower and high > lower else "╵" if high > lower else "╷"
        canvas.put(middle, line, sign, Tone.RANGE)
    wide = 3 if plan.step >= _WIDE_FROM else 1
    sign = "▀" if at % 2 else "▄"
    canvas.put(middle - wide // 2, plan.line(pain.median), sign * wide, Tone.MEDIAN)


def _marks(canvas: Canvas, plan: _Plan, columns: Sequence[ProgressDay]) -> None:
    for line, kinds in enumerate(plan.marks, start=plan.plot + plan.base):
        if plan.left and len(plan.marks) > 1:
            canvas.put(plan.left - 2, line, "".join(SIGNS[mark] for mark in kinds), Tone.LABEL)
        for column, one in enumerate(columns):
            if signs := [SIGNS[mark] for mark in Mark if mark in one.marks & kinds]:
                sign = signs[0] if len(signs) == 1 else SEVERAL
                canvas.put(plan.middle(column), line, sign, Tone.MARK)


def _dates(canvas: Canvas, plan: _Plan, labels: Iterable[tuple[int, str]], width: int) -> None:
    line = plan.plot + plan.base + len(plan.marks)
    free = 0
    for column, text in labels:
        middle = plan.middle(column)
        start = min(middle, width - len(text))
        if free <= start:
            canvas.put(start, line, text, Tone.LABEL)
            if plan.base:
                canvas.put(middle, plan.plot, "┴", Tone.AXIS)
            free = start + len(text) + 2
