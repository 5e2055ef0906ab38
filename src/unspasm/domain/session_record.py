"""What the entries about sessions add up to."""

from collections import Counter
from collections.abc import Iterable

from unspasm.domain.entries import Entry
from unspasm.domain.session_entries import End, LeftOut, SessionDone

ENDED_TOO_OFTEN = 2
"""So many sessions ended by the same stretch take it out of the plan."""


def left_out(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the stretches that the person leaves out, and those that ended two sessions."""
    known = list(entries)
    chosen = [entry for entry in known if isinstance(entry.body, LeftOut)]
    latest = max(chosen, key=lambda entry: (entry.at, entry.id), default=None)
    kept = latest.body.stretches if latest and isinstance(latest.body, LeftOut) else frozenset()
    return kept | ended_too_often(known)


def ended_too_often(entries: Iterable[Entry]) -> frozenset[str]:
    """Return what ended two sessions, unless the person has taken it in again since.

    To leave out another stretch forgives none that has ended one session so far.
    """
    ended = Counter[str]()
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.id)):
        match entry.body:
            case SessionDone(end=End.WORSE, ended_by=str(name)):
                ended[name] += 1
            case LeftOut(stretches=chosen):
                ended = Counter(
                    {
                        name: count
                        for name, count in ended.items()
                        if count < ENDED_TOO_OFTEN or name in chosen
                    }
                )
    return frozenset(name for name, count in ended.items() if count >= ENDED_TOO_OFTEN)
