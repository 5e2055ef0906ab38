"""What every face shows of the progress: the values of the pictures, and those of their sentences.

A day on which nothing was told stays a gap. Nothing here claims that one thing caused another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum
from statistics import median

from unspasm.domain.entries import Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.episodes import Episode, episodes
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn
from unspasm.domain.pain import day_felt, pain_of, when_felt
from unspasm.domain.session_entries import SessionAfter, SessionDone
from unspasm.domain.trend import WINDOW_DAYS, PainTrend, pain_trend
from unspasm.domain.values import value

WEEKS = 12
A_WEEK = 7
USUAL_DAYS = 63
"""Nine weeks: a column a day at 80 cells, a column for two days at 40."""
MOST_DAYS = 3_660
"""No picture goes farther back: ten years."""
HALF_A_YEAR = 183
"""Days."""
_DAY = timedelta(days=1)


class Mark(Enum):
    """What happened on a day besides pain, in the order in which it is drawn."""

    CHECK = "check"
    SESSION = "session"
    PACK = "pack"
    OVER = "over"
    """The person said that a spasm was over."""


@value
class DayOfPain:
    """The pain that was told of one day, or of some days together, 0 to 10."""

    lowest: int
    median: float
    highest: int


@value
class ProgressDay:
    """One day, as lived."""

    day: date
    pain: DayOfPain | None = None
    """`None` where none was told: a gap, not a 0."""
    marks: frozenset[Mark] = frozenset()
    told: bool = False
    """Whether the person said how it was, with or without a number."""

    @property
    def worst(self) -> int | None:
        """The most pain that was told."""
        return self.pain.highest if self.pain else None

    @property
    def done(self) -> bool:
        """Whether something was done about it: a session, or a pack."""
        return not self.marks.isdisjoint({Mark.SESSION, Mark.PACK})


@value
class BeforeAfter:
    """One thing that was tried, and what came after it. Counts only."""

    what: Helped
    helped: int = 0
    """How often the person said that it helped."""
    not_helped: int = 0
    less: int = 0
    """How often it was followed by less pain, by the numbers before and after."""
    same: int = 0
    more: int = 0

    @property
    def said(self) -> int:
        """How often the person said whether it helped."""
        return self.helped + self.not_helped

    @property
    def measured(self) -> int:
        """How often there is a number before and after."""
        return self.less + self.same + self.more


@value
class PainChange:
    """From where to where the pain of one spasm has gone, by the medians of three days."""

    first: float
    latest: float
    lowest: int
    """Of all that was told of the spasm."""
    highest: int
    days: int
    """From the first day that was told of to the last."""
    last_told: date

    @property
    def can_tell(self) -> bool:
        """Whether the first three days and the last three have no day in common."""
        return self.days > 2 * (WINDOW_DAYS - 1)


@value
class ProgressView:
    """What the progress pictures and the sentences under them are made of."""

    today: date
    days: tuple[ProgressDay, ...]
    """Every day of the range, the earliest first, today the last."""
    weeks: tuple[tuple[ProgressDay, ...], ...]
    """Twelve weeks of seven days, Monday first, unless the calendar itself ends sooner.

    Days to come are days of which nothing is told."""
    helped: tuple[BeforeAfter, ...]
    """Of the days of the range; what was told of most often first."""
    spasms: int
    """How many spasms began in the last half year."""
    change: PainChange | None
    """Of the spasm that goes on; `None` without one, or while it has no number."""
    began: date | None
    """The day on which the spasm that goes on began."""


def progress_view(entries: Iterable[Entry], now: Moment, since: date | None = None) -> ProgressView:
    """Return what there is to show.

    Args:
        entries: the record without what is hidden, in any order.
        now: this moment. What is told of days to come is in no picture, and in no number.
        since: the first day of the range; without one it is nine weeks long.
    """
    known, today = list(entries), now.day
    monday = today - (today.weekday() + (WEEKS - 1) * A_WEEK) * _DAY
    usual = today - (USUAL_DAYS - 1) * _DAY
    first = usual if since is None else min(today, max(since, today - MOST_DAYS * _DAY))
    by_day = _by_day(known, min(first, monday), today)
    untouched = _untouched(known)
    all_spasms = episodes(known)
    current = all_spasms[-1] if all_spasms and all_spasms[-1].over is None else None
    return ProgressView(
        today=today,
        days=tuple(_days(by_day, untouched, first, today)),
        weeks=tuple(
            tuple(_days(by_day, untouched, start, _end_of_week(start)))
            for start in (monday + week * A_WEEK * _DAY for week in range(WEEKS))
        ),
        helped=before_after(
            entry for day, told in by_day.items() if day >= first for entry in told
        ),
        spasms=sum(0 <= (today - one.began).days <= HALF_A_YEAR for one in all_spasms),
        change=_change(current, today),
        began=current.began if current else None,
    )


def _end_of_week(monday: date) -> date:
    """The Sunday, or the last day that a calendar has."""
    return date.fromordinal(min(monday.toordinal() + A_WEEK - 1, date.max.toordinal()))


def _by_day(entries: Iterable[Entry], first: date, last: date) -> dict[date, list[Entry]]:
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        if first <= (day := day_felt(entry)) <= last:
            by_day[day].append(entry)
    return by_day


def _untouched(entries: Iterable[Entry]) -> frozenset[str]:
    """The packs that never touched the skin."""
    offs = [entry.body for entry in entries if isinstance(entry.body, PackOff)]
    return frozenset(off.pack for off in offs if off.ended is Ended.UNTOUCHED)


def _days(
    by_day: dict[date, list[Entry]], untouched: frozenset[str], first: date, last: date
) -> Iterator[ProgressDay]:
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        told = by_day.get(day, ())
        yield ProgressDay(
            day,
            pain_together([pain for entry in told if (pain := pain_of(entry)) is not None]),
            frozenset(
                mark for entry in told if entry.id not in untouched and (mark := _mark_of(entry))
            ),
            any(map(_tells, told)),
        )


def pain_together(pains: Iterable[int]) -> DayOfPain | None:
    """Return the pain of one day, from each time that it was said."""
    said = sorted(pains)
    return DayOfPain(said[0], float(median(said)), said[-1]) if said else None


def _mark_of(entry: Entry) -> Mark | None:
    match entry.body:
        case Check():
            return Mark.CHECK
        case SessionDone():
            return Mark.SESSION
        case PackOn():
            return Mark.PACK
        case EpisodeOver():
            return Mark.OVER
        case _:
            return None


def _tells(entry: Entry) -> bool:
    return isinstance(entry.body, Check | NothingNew) or pain_of(entry) is not None


def _change(current: Episode | None, today: date) -> PainChange | None:
    known = current.entries if current else ()
    match pain_trend(entry for entry in known if day_felt(entry) <= today):
        case PainTrend(readings=said, baseline=float(first), latest=float(latest)):
            pains, days = [one.pain for one in said], [one.day for one in said]
            span = max(days) - min(days)
            return PainChange(first, latest, min(pains), max(pains), span.days, max(days))
        case _:
            return None


# --- before and after -----------------------------------------------------------------------------

_OF_PACK = {PackKind.COLD: Helped.COLD, PackKind.HEAT: Helped.HEAT}


def before_after(entries: Iterable[Entry]) -> tuple[BeforeAfter, ...]:
    """Return what was tried, and how often it was followed by what; most often told of first.

    Of a pack or a session the latest word about it counts.
    """
    known = sorted(entries, key=lambda entry: (when_felt(entry), entry.id))
    tried = {entry.id: one for entry in known if (one := _tried(entry))}
    counts: defaultdict[Helped, Counter[str]] = defaultdict(Counter)
    feel: dict[str, Feel] = {}
    after: dict[str, int] = {}
    for entry in known:
        match entry.body:
            case PainLog(helped=helped, not_helped=in_vain):
                for what in helped | in_vain:
                    counts[what]["not_helped" if what in in_vain else "helped"] += 1
            case SessionAfter(session=name, pain=pain, feel=felt):
                feel |= {} if felt is None else {name: felt}
                after |= {} if pain is None else {name: pain}
            case PackAfter(pack=name, pain=int(pain)):
                after[name] = pain
    for felt in feel.values():
        counts[Helped.STRETCH]["helped" if felt is Feel.BETTER else "not_helped"] += 1
    for name in after.keys() & tried.keys():
        what, before = tried[name]
        if before is not None:
            counts[what][_way(before, after[name])] += 1
    found = [BeforeAfter(what, **counted) for what, counted in counts.items()]
    order = list(Helped)
    return tuple(sorted(found, key=lambda one: (-one.said - one.measured, order.index(one.what))))


def _tried(entry: Entry) -> tuple[Helped, int | None] | None:
    """What a pack or a session was, and the pain before it."""
    match entry.body:
        case PackOn(kind=kind, before=pain):
            return _OF_PACK[kind], pain
        case SessionDone(before=pain):
            return Helped.STRETCH, pain
        case _:
            return None


def _way(before: int, after: int) -> str:
    if before == after:
        return "same"
    return "less" if after < before else "more"
