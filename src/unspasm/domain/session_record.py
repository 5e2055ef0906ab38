"""What the entries about sessions add up to."""

from collections import Counter
from collections.abc import Iterable

from unspasm.domain.entries import Entry
from unspasm.domain.session import End
from unspasm.domain.session_entries import LeftOut, SessionDone

ENDED_TOO_OFTEN = 2
"""So many sessions ended by the same stretch take it out of the plan."""


def left_out(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the stretches that the person leaves out, or that ended two sessions since."""
    known = list(entries)
    chosen = [entry for entry in known if isinstance(entry.body, LeftOut)]
    latest = max(chosen, key=lambda entry: (entry.at, entry.id), default=None)
    kept = latest.body.stretches if latest and isinstance(latest.body, LeftOut) else frozenset()
    return kept | ended_too_often(known)


def ended_too_often(entries: Iterable[Entry]) -> frozenset[str]:
    """Return what ended two sessions since the person last chose what to leave out."""
    known = list(entries)
    since = max((entry.at for entry in known if isinstance(entry.body, LeftOut)), default=None)
    ended = Counter(
        entry.body.ended_by
        for entry in known
        if isinstance(entry.body, SessionDone)
        and entry.body.end is End.WORSE
        and (since is None or entry.at > since)
    )
    return frozenset(
        name for name, count in ended.items() if name is not None and count >= ENDED_TOO_OFTEN
    )
