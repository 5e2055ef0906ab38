"""When to be reminded of a change of position: times of day on days of the week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST_MINUTES, MOST_MINUTES = 10, 240
_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True)
class Breaks:
    """Reminders through a part of the day."""

    every: int
    """Minutes between two."""
    start: int
    """When the day begins, in minutes from midnight: the first reminder comes `every` later."""
    until: int
    """The last possible reminder, in minutes from midnight."""
    days: tuple[int, ...]
    """Days of the week in order, Monday is 0."""

    @property
    def times(self) -> tuple[tuple[int, int], ...]:
        """Every reminder of a day, as hour and minute."""
        found = range(self.start + self.every, self.until + 1, self.every)
        return tuple(divmod(minute, _HOUR) for minute in found)

    @property
    def hours_by_minute(self) -> Mapping[int, tuple[int, ...]]:
        """The same, as the hours in which each minute of the hour reminds."""
        minutes = sorted({minute for _, minute in self.times})
        return {one: tuple(hour for hour, minute in self.times if minute == one) for one in minutes}


def minutes_of(text: str) -> int | None:
    """Return a time such as `9:00` or `17` in minutes from midnight; `None` if it is none."""
    hour, colon, minute = text.partition(":")
    digits = [hour, minute] if colon else [hour, "00"]
    if not all(one.isascii() and one.isdecimal() for one in digits):
        return None
    if len(hour) > 2 or len(digits[1]) != 2 or int(digits[1]) >= _HOUR:
        return None
    at = int(hour) * _HOUR + int(digits[1])
    return at if at < _DAY else None


def days_of(text: str) -> tuple[int, ...] | None:
    """Return days such as `mon-fri` or `mon,wed,fri`; `None` if they are none."""
    found: set[int] = set()
    for part in text.casefold().split(","):
        first, dash, last = part.strip().partition("-")
        ends = [first, last] if dash else [first, first]
        if any(one not in DAYS for one in ends):
            return None
        begin, end = map(DAYS.index, ends)
        found |= set(_round(begin, end))
    return tuple(sorted(found))


def _round(begin: int, end: int) -> Iterable[int]:
    """Every day from one to another, over the end of the week if need be."""
    return (day % len(DAYS) for day in range(begin, end + 1 if end >= begin else end + 8))
