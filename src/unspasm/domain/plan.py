"""The small things of a day, and which of them are done. A day without any counts for nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from unspasm.domain.entries import Entry
from unspasm.domain.locks import Activity
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.session_entries import SessionDone
from unspasm.domain.stretches import Recovery
from unspasm.domain.tips import Small

PLAN_DAYS = 7
"""So many days, today among them, are looked back on."""


@dataclass(frozen=True)
class PlanView:
    """The small things of today."""

    smalls: tuple[Small, ...]
    """Those that fit the phase of recovery and that nothing closes, and what was done today."""
    done: frozenset[str]
    """The ids of those that were done today."""
    days: int
    """Of the last seven, the days with a small thing or a session."""


def plan_view(
    smalls: Iterable[Small],
    entries: Iterable[Entry],
    recovery: Recovery,
    closed: frozenset[Activity],
    today: date,
) -> PlanView:
    """Return the small things of today.

    Args:
        smalls: all that there are, in the order of content.
        entries: those of the last seven days at least, without what is hidden.
        recovery: the phase of recovery.
        closed: what no key opens now.
        today: the calendar day as lived.
    """
    known = list(entries)
    done = frozenset(
        entry.body.small
        for entry in known
        if isinstance(entry.body, SmallDone) and entry.lived.date() == today
    )
    cared = {
        entry.lived.date() for entry in known if isinstance(entry.body, SmallDone | SessionDone)
    }
    return PlanView(
        smalls=tuple(
            one
            for one in smalls
            if one.id in done or (recovery in one.phases and one.needs not in closed)
        ),
        done=done,
        days=sum(0 <= (today - day).days < PLAN_DAYS for day in cared),
    )


def ticks_of(entries: Iterable[Entry], small: str, day: date) -> list[Entry]:
    """Return every entry by which a small thing was done on a day: two copies may have said so."""
    return [
        entry for entry in entries if entry.body == SmallDone(small) and entry.lived.date() == day
    ]
