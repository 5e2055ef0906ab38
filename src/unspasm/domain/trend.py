"""Which way the pain goes, by the medians of windows of three days.

One bad hour is no trend, and small steps are no change: it is meaningfully better or worse only by
2 points and by 30 % at once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

from unspasm.domain.answers import Trend
from unspasm.domain.entries import Entry
from unspasm.domain.pain import Reading, readings
from unspasm.domain.values import value

WINDOW_DAYS = 3
LEAST_POINTS = 2
LEAST_PERCENT = 30
_BACK = timedelta(days=WINDOW_DAYS - 1)
_LAST = date.max - _BACK
"""After this day a calendar has no third one."""


@value
class PainTrend:
    """What the readings of one episode, or of a part of it, add up to."""

    readings: tuple[Reading, ...]
    """The earliest first."""
    baseline: float | None
    """The median of the first three days, 0 to 10; `None` without any reading."""
    latest: float | None
    """The median of the last three days that were told of."""
    lowest: float | None
    """The lowest median of three days that ended before the last three began."""
    trend: Trend
    """Unknown until the first and the last three days have no day in common."""
    improved_on: date | None
    """The last day on which it was meaningfully better than ever before."""

    @property
    def best(self) -> Reading | None:
        """The least pain, the latest time that it was said."""
        return min(reversed(self.readings), key=lambda one: one.pain, default=None)

    @property
    def worst(self) -> Reading | None:
        """The most pain, the latest time that it was said."""
        return max(reversed(self.readings), key=lambda one: one.pain, default=None)


def is_better(before: float, after: float) -> bool:
    """Whether pain has fallen by 2 points and by 30 %."""
    fallen = before - after
    return fallen >= LEAST_POINTS and 100 * fallen >= LEAST_PERCENT * before


def is_worse(before: float, after: float) -> bool:
    """Whether pain has risen by 2 points and by 30 %."""
    risen = after - before
    return risen >= LEAST_POINTS and 100 * risen >= LEAST_PERCENT * before


def pain_trend(entries: Iterable[Entry]) -> PainTrend:
    """Return which way the pain goes in these entries of one episode, in any order."""
    said = readings(entries)
    if not said:
        return PainTrend((), None, None, None, Trend.UNKNOWN, None)
    days = sorted({one.day for one in said})
    medians, third = _Medians(said), min(days[0], _LAST) + _BACK
    baseline, latest = medians.until(third), medians.until(days[-1])
    between = [medians.until(day) for day in days if third < day < days[-1] - _BACK]
    apart = days[-1] - days[0] > 2 * _BACK
    lowest = min([baseline, *between]) if apart else None
    return PainTrend(
        readings=said,
        baseline=baseline,
        latest=latest,
        lowest=lowest,
        trend=_trend(baseline, latest, lowest),
        improved_on=_improved_on(medians, days, baseline),
    )


def _trend(baseline: float, latest: float, lowest: float | None) -> Trend:
    """Pain that came down and rises again is getting worse, also while it is below its start."""
    if lowest is None:
        return Trend.UNKNOWN
    if is_worse(lowest, latest):
        return Trend.WORSENING
    return Trend.IMPROVING if is_better(baseline, latest) else Trend.NOT_IMPROVING


def _improved_on(medians: "_Medians", days: list[date], baseline: float) -> date | None:
    reference, improved = baseline, None
    for day in days:
        if day - days[0] > 2 * _BACK and is_better(reference, now := medians.until(day)):
            reference, improved = now, day
    return improved


class _Medians:
    """The medians of windows of three days."""

    def __init__(self, said: Iterable[Reading]) -> None:
        by_day = sorted((one.day, one.pain) for one in said)
        self._days = [day for day, _ in by_day]
        self._pains = [pain for _, pain in by_day]

    def until(self, day: date) -> float:
        """The median of the three days that end with `day`, of which one was told of."""
        first = bisect_left(self._days, day - _BACK)
        return float(median(self._pains[first : bisect_right(self._days, day)]))
