"""What each step of the course looks at, and when it holds."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from unspasm.domain.answers import Trend
from unspasm.domain.course_entries import CourseSeen
from unspasm.domain.course_rules import CourseStep, When
from unspasm.domain.course_tried import made_worse, not_helped
from unspasm.domain.entries import Check, Entry, TakenBack
from unspasm.domain.episodes import Episode, recurrences
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import PainLog
from unspasm.domain.pain import day_felt, pain_of, readings, when_felt
from unspasm.domain.session_entries import SessionAfter
from unspasm.domain.trend import PainTrend, is_better, pain_trend
from unspasm.domain.values import value

Numbers = Mapping[str, int]
"""What the words of a step name, from the person's own entries."""


@value
class Sight:
    """What one step looks at."""

    every: tuple[Episode, ...]
    """Each episode; the last one goes on."""
    today: date
    whole: PainTrend
    """Which way the pain goes in the one that goes on."""
    seen: Entry | None
    """By which the person was last seen for this step."""

    @property
    def episode(self) -> Episode:
        """The one that goes on."""
        return self.every[-1]

    @property
    def day(self) -> int:
        """Of the episode, as far as the record shows that it lasts."""
        return self.episode.day(self.episode.counted_until(self.today))

    @property
    def seen_on(self) -> date:
        """The day on which the clock of the step started again; long ago, if it never did."""
        if self.seen is None or not isinstance(self.seen.body, CourseSeen):
            return date.min
        return min(self.seen.body.on, day_felt(self.seen))

    @cached_property
    def fresh(self) -> tuple[Entry, ...]:
        """The entries of this episode that whoever saw the person did not know of."""
        seen, on = self.seen, self.seen_on
        return tuple(
            entry
            for entry in self.episode.entries
            if seen is None or when_felt(entry) > seen.at or day_felt(entry) > on
        )

    def days_since(self, day: date) -> int:
        """The days since then, or since the clock of the step started again."""
        until = self.episode.counted_until(self.today)
        return (until - max(day, self.seen_on)).days


# --- each returns its numbers, or nothing where it does not hold ----------------------------------


def _lasts(step: CourseStep, sight: Sight) -> Numbers | None:
    long = sight.days_since(sight.episode.began) > step.days_over
    return {} if long and sight.whole.trend in step.trends else None


def _unimproved(step: CourseStep, sight: Sight) -> Numbers | None:
    days = sight.days_since(sight.whole.improved_on or sight.episode.began)
    return {"days": days} if days > step.days_over else None


def _worse(_step: CourseStep, sight: Sight) -> Numbers | None:
    trend = pain_trend(sight.fresh) if sight.seen else sight.whole
    lowest, latest = trend.lowest, trend.latest
    if lowest is None or latest is None or trend.trend is not Trend.WORSENING:
        return None
    return {"before": round(lowest), "pain": round(latest)}


def _severe(step: CourseStep, sight: Sight) -> Numbers | None:
    """All pain since some day was so strong, and nothing brought relief.

    Of what was not told of, nobody can say that it brought any.
    """
    run: list[tuple[date, int]] = []
    for entry in reversed(sight.fresh):
        pain = pain_of(entry)
        if _is_relieved(entry) or (pain is not None and pain < step.pain_from):
            break
        if pain is not None:
            run.append((day_felt(entry), pain))
    days = (run[0][0] - run[-1][0]).days + 1 if run else 0
    return {"days": days, "pain": min(pain for _, pain in run)} if days >= step.days else None


def _is_relieved(entry: Entry) -> bool:
    match entry.body:
        case PainLog(feel=feel, helped=helped):
            return feel is Feel.BETTER or bool(helped)
        case SessionAfter(feel=feel):
            return feel is Feel.BETTER
        case _:
            return False


def _again(step: CourseStep, sight: Sight) -> Numbers | None:
    if sight.seen and day_felt(sight.episode.entries[0]) <= sight.seen_on:
        return None
    times = recurrences(sight.every, step.within_days)
    return {"times": times} if times >= step.times else None


def _made_worse(step: CourseStep, sight: Sight) -> Numbers | None:
    times = len(made_worse(sight.fresh))
    return {"times": times} if times >= step.times else None


def _eases_with_sign(step: CourseStep, sight: Sight) -> Numbers | None:
    """Pain that fell, by the same measure as everywhere, at any time after the sign was ticked."""
    said = readings(sight.episode.entries)
    for entry in sight.fresh:
        if not _ticked(entry, sight) & step.signs:
            continue
        # A check that an emergency has ended did not come to ask how bad the pain is.
        until = [one.pain for one in said if one.at <= entry.at]
        after = [one.pain for one in said if one.at > entry.at]
        before = (until[-1:] or after[:1] or [0])[0]
        lowest = min(after, default=before)
        if is_better(before, lowest):
            return {"before": before, "pain": lowest}
    return None


def _ticked(entry: Entry, sight: Sight) -> frozenset[str]:
    """The signs that led to something in a check, but for those taken back as a mistake."""
    if not isinstance(entry.body, Check):
        return frozenset()
    mistaken = frozenset[str]().union(
        *(
            other.body.reasons
            for other in sight.episode.entries
            if isinstance(other.body, TakenBack) and other.body.check == entry.id
        )
    )
    return frozenset(reason.id for reason in entry.body.reasons) - mistaken


def _unhelped(step: CourseStep, sight: Sight) -> Numbers | None:
    return {} if step.what & not_helped(sight.fresh) else None


HOLDS: Mapping[When, Callable[[CourseStep, Sight], Numbers | None]] = {
    When.LASTS: _lasts,
    When.UNIMPROVED: _unimproved,
    When.WORSE: _worse,
    When.SEVERE: _severe,
    When.AGAIN: _again,
    When.MADE_WORSE: _made_worse,
    When.EASES_WITH_SIGN: _eases_with_sign,
    When.UNHELPED: _unhelped,
}
