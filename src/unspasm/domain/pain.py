"""How bad the pain was said to be, whatever it was said for, and when it was so."""

from collections.abc import Iterable
from datetime import date, datetime

from unspasm.domain.entries import Check, Entry
from unspasm.domain.log_entries import PainLog
from unspasm.domain.pack_entries import PackAfter, PackOn
from unspasm.domain.session_entries import SessionAfter
from unspasm.domain.values import value


@value
class Reading:
    """One time that the pain was said."""

    at: datetime
    """UTC; when it was felt."""
    id: str
    """The entry."""
    day: date
    """The calendar day as lived."""
    pain: int
    """0 to 10."""


def pain_of(entry: Entry) -> int | None:
    """Return the pain, 0 to 10, that an entry names; `None` if it names none."""
    match entry.body:
        case Check(answers=answers):
            return answers.pain
        case PackOn(before=pain) | PackAfter(pain=pain) | SessionAfter(pain=pain):
            return pain
        case PainLog(pain=pain):
            return pain
        case _:
            return None


def when_felt(entry: Entry) -> datetime:
    """Return the time, UTC, that an entry speaks of. Nobody has felt what is still to come."""
    match entry.body:
        case PainLog(felt_at=datetime() as felt):
            return min(felt, entry.at)
        case _:
            return entry.at


def day_felt(entry: Entry) -> date:
    """Return the calendar day, as lived, that an entry speaks of."""
    return (when_felt(entry) + entry.utc_offset).date()


def readings(entries: Iterable[Entry]) -> tuple[Reading, ...]:
    """Return every time that the pain was said, the earliest first."""
    found = (
        Reading(when_felt(entry), entry.id, day_felt(entry), pain)
        for entry in entries
        if (pain := pain_of(entry)) is not None
    )
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def pain_said(entries: Iterable[Entry], since: datetime, until: datetime) -> int | None:
    """Return the pain that was said last within this time; `None` if it was not said then."""
    said = [one for one in readings(entries) if since <= one.at <= until]
    return said[-1].pain if said else None
