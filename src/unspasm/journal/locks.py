"""What is kept beside each entry, to find what still locks without reading everything."""

from collections.abc import Iterable

from unspasm.domain.care_status import closed_by
from unspasm.domain.entries import Check, Entry, Lapsed, Seen, TakenBack
from unspasm.domain.locks import Activity


def check_of(entry: Entry) -> str | None:
    """Return the id of the check that an entry is, or is about."""
    return entry.id if isinstance(entry.body, Check) else getattr(entry.body, "check", None)


def lock_of(entry: Entry, others: Iterable[Entry]) -> str:
    """Return what an entry closes, or leaves closed: names by commas.

    Args:
        entry: the entry.
        others: at least every entry on the same check. Without the check itself, what settles it
            leaves everything closed: nobody can tell what it opens.
    """
    match entry.body:
        case Check():
            return closed_by(entry, (entry,))
        case Seen(check=check) | TakenBack(check=check) | Lapsed(check=check):
            known = [entry, *others]
            if any(other.id == check and isinstance(other.body, Check) for other in known):
                return closed_by(entry, known)
            return ",".join(sorted(activity.value for activity in Activity))
        case _:
            return ""
