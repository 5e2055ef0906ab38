"""When something was felt, as a person types it."""

import re
from datetime import datetime, timedelta

_AGO = re.compile(r"(\d{1,4})\s*(m|min|h|d)")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_DAY_AND_CLOCK = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2})[:.](\d{2}))?")
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days"}
_NOON = 12
EARLIEST = timedelta(days=3650)
"""Nobody logs what was longer ago."""


def felt_time(text: str, now: datetime) -> datetime | None:
    """Return the time that a text means, as lived; `None` if it means none that can be logged.

    Args:
        text: `14:30`, which is today or else yesterday; `45m`, `3h` or `2d` ago; or
            `2026-11-20 14:30`, where noon is meant if no time of day is given.
        now: the present time, as lived.
    """
    found = _meant(" ".join(text.split()).casefold(), now)
    return found if found is not None and timedelta(0) <= now - found <= EARLIEST else None


def _meant(text: str, now: datetime) -> datetime | None:
    try:
        if ago := _AGO.fullmatch(text):
            return now - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        if clock := _CLOCK.fullmatch(text):
            at = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
            return at if at <= now else at - timedelta(days=1)
        if day := _DAY_AND_CLOCK.fullmatch(text):
            year, month, date = (int(day[part]) for part in (1, 2, 3))
            hour, minute = (int(day[4]), int(day[5])) if day[4] else (_NOON, 0)
            return datetime(year, month, date, hour, minute)  # noqa: DTZ001 - as lived, no zone
    except (ValueError, OverflowError):
        return None
    return None
