"""What may be hidden, and the record without it.

A check, what settles one, a pack and a step of the course can never be hidden: a retraction that
names one, from wherever it came, is passed over.
"""

from collections.abc import Iterable

from unspasm.domain.entries import Body, Entry, EpisodeOver
from unspasm.domain.log_entries import PainLog, Retracted
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.session_entries import SessionAfter, SessionDone

MAY_BE_HIDDEN = (PainLog, SessionDone, SessionAfter, EpisodeOver, SmallDone)


def may_be_hidden(body: Body) -> bool:
    """Whether a retraction hides such an entry."""
    return isinstance(body, MAY_BE_HIDDEN)


def retraction_of(entry: Entry) -> Retracted:
    """Return what hides an entry.

    Raises:
        ValueError: if it may not be hidden.
    """
    if not may_be_hidden(entry.body):
        raise ValueError(f"{type(entry.body).__name__} may not be hidden")
    return Retracted(entry.id)


def without_hidden(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are not hidden, the retractions among them.

    A session takes along how it was after it.
    """
    known = list(entries)
    hidden = {entry.body.target for entry in known if isinstance(entry.body, Retracted)}
    return [entry for entry in known if not _is_hidden(entry, hidden)]


def _is_hidden(entry: Entry, hidden: set[str]) -> bool:
    match entry.body:
        case SessionAfter(session=session) if session in hidden:
            return True
        case body:
            return entry.id in hidden and may_be_hidden(body)
