"""Episodes: one spasm each, from its first entry until the person says that it is over.

Days are calendar days as lived. The day on which an episode began is its day 0, and no clock that
was set back makes a day negative.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from math import floor

from unspasm.domain.entries import Check, Entry, EpisodeOver
from unspasm.domain.log_entries import PainLog, Spot
from unspasm.domain.pack_entries import PackOn
from unspasm.domain.pain import day_felt, pain_of, when_felt
from unspasm.domain.values import value

QUIET_DAYS = 7
"""After so many days without pain that was told of, the person is asked whether it is over."""
_DAY = timedelta(days=1)


@value
class Episode:
    """One spasm."""

    entries: tuple[Entry, ...]
    """By the time that they speak of, the earliest first. The first one began it."""
    over: Entry | None = None
    """By which the person says that it is over."""

    @cached_property
    def began(self) -> date:
        """The day of its first entry, or the earlier one that the person named in a check."""
        return min(map(_said_to_begin, self.entries))

    @cached_property
    def last(self) -> date:
        """The last day on which there was pain, as far as anything was said of it."""
        painful = [day_felt(entry) for entry in self.entries if pain_of(entry)]
        return max(painful, default=day_felt(self.entries[0]))

    def day(self, today: date) -> int:
        """Return which day of the episode it is, 0 for the first; the last one, once it is over."""
        until = min(today, day_felt(self.over)) if self.over else today
        return max(0, (until - self.began).days)

    def is_quiet(self, today: date) -> bool:
        """Whether to ask if it is over: it goes on, and no pain was told of for seven days."""
        return self.over is None and (today - self.last).days > QUIET_DAYS

    def counted_until(self, today: date) -> date:
        """Return the day up to which the record shows the episode to last.

        Silence counts up to the day on which the person is asked whether it is over: who comes back
        after half a year has not been in a spasm for half a year.
        """
        return max(self.began, min(today, self.last + (QUIET_DAYS + 1) * _DAY))

    @cached_property
    def spots(self) -> frozenset[Spot]:
        """Every place where it hurt."""
        logs = [entry.body for entry in self.entries]
        return frozenset[Spot]().union(*(log.spots for log in logs if isinstance(log, PainLog)))


def begins_episode(entry: Entry) -> bool:
    """Whether an entry begins an episode where none is: a check, or pain that was said."""
    match entry.body:
        case Check():
            return True
        case PainLog(pain=pain) | PackOn(before=int(pain)):
            return pain > 0
        case _:
            return False


def episodes(entries: Iterable[Entry]) -> tuple[Episode, ...]:
    """Return every episode, the earliest first. Only the last one can go on.

    Args:
        entries: the record without what is hidden, in any order.
    """
    known = sorted(entries, key=lambda entry: (when_felt(entry), entry.id))
    overs = [entry for entry in known if isinstance(entry.body, EpisodeOver)]
    ends = [over.at for over in overs]
    parts: list[list[Entry]] = [[] for _ in range(len(overs) + 1)]
    for entry in known:
        part = parts[bisect_left(ends, when_felt(entry))]
        if not isinstance(entry.body, EpisodeOver) and (part or begins_episode(entry)):
            part.append(entry)
    return tuple(
        Episode(tuple(part), over) for part, over in zip(parts, [*overs, None], strict=True) if part
    )


def current_episode(entries: Iterable[Entry]) -> Episode | None:
    """Return the episode that goes on, if one does."""
    last = episodes(entries)[-1:]
    return last[0] if last and last[0].over is None else None


def same_place(one: frozenset[Spot], other: frozenset[Spot]) -> bool:
    """Whether two episodes were in the same place. A place that was not said may be any."""
    return not one or not other or any(_meet(spot, there) for spot in one for there in other)


def recurrences(known: tuple[Episode, ...], within_days: int) -> int:
    """Return how many episodes, the last one included, began in the same place in so many days.

    Args:
        known: every episode, the earliest first; at least one.
        within_days: counted back from the day on which the last one began.
    """
    last = known[-1]
    return sum(
        (last.began - one.began).days <= within_days and same_place(one.spots, last.spots)
        for one in known
    )


def _meet(one: Spot, other: Spot) -> bool:
    sides = {one.side, other.side} - {None}
    return one.area is other.area and len(sides) < 2


_MOST_DAYS = 36_500
"""A hundred years."""


def _said_to_begin(entry: Entry) -> date:
    """The day on which the pain began, as an entry tells it."""
    day = day_felt(entry)
    days = entry.body.answers.days if isinstance(entry.body, Check) else None
    if days is None:
        return day
    lived = entry.lived
    since_midnight = timedelta(hours=lived.hour, minutes=lived.minute) / _DAY
    began = floor(day.toordinal() + since_midnight - min(max(0.0, days), _MOST_DAYS))
    return date.fromordinal(max(1, began))
