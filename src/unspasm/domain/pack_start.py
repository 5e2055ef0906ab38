"""Whether a pack may be put on now, and if not, why and until when."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from enum import Enum

from unspasm.domain.locks import Activity
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_record import PackRecord
from unspasm.domain.pack_rules import MOST_MINUTES
from unspasm.domain.values import value


class Why(Enum):
    """Why no pack may be put on."""

    LOCKED = "locked"
    """A sign waits for a clinician, or the person is under 16: the card says so."""
    ON_SKIN = "on_skin"
    """One is on already."""
    REST = "rest"
    SOONER = "sooner"
    """The skin rests, but the person may choose to go on."""
    FULL = "full"
    """There were as many as there may be in 24 hours."""


@value
class NoPack:
    """No pack may be put on now."""

    why: Why
    until: datetime | None = None
    """When that ends, as lived, where a time ends it."""
    sooner: datetime | None = None
    """From when on the person may choose to go on, as lived, where that is earlier."""


def is_a_length(minutes: int) -> bool:
    """Whether a pack may be planned to stay on so long."""
    return 1 <= minutes <= MOST_MINUTES


def no_pack(
    record: PackRecord,
    closed: AbstractSet[Activity],
    kind: PackKind,
    now: Moment,
    *,
    sooner: bool = False,
) -> NoPack | None:
    """Return why such a pack may not be put on now; `None` if it may.

    Args:
        record: all that is known of packs.
        closed: what standing signs close.
        kind: cold or heat.
        now: this moment.
        sooner: the person has chosen not to wait for the rest that public advice wants.
    """
    if Activity.PACK in closed:
        return NoPack(Why.LOCKED)
    if record.on_skin(now):
        return NoPack(Why.ON_SKIN)
    return _too_soon(record, kind, now, sooner=sooner)


def _too_soon(record: PackRecord, kind: PackKind, now: Moment, *, sooner: bool) -> NoPack | None:
    full, rest = record.full_until(kind, now), record.rest(kind, now)
    rested = now.lived + rest.left if rest else now.lived
    if full:
        free = (full + now.utc_offset).replace(tzinfo=None)
        return NoPack(Why.FULL, max(free, rested))
    if rest is None:
        return None
    if rest.sooner_left >= rest.left:
        return NoPack(Why.REST, rested)
    if rest.sooner_left > timedelta(0):
        return NoPack(Why.REST, rested, now.lived + rest.sooner_left)
    return None if sooner else NoPack(Why.SOONER, rested)
