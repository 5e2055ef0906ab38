"""What was tried against the pain, and what came of it, as the person tells it.

Nothing here claims that one thing caused another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from unspasm.domain.entries import Entry
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.domain.pack_entries import PackAfter, PackKind, PackOn
from unspasm.domain.pain import when_felt
from unspasm.domain.session_entries import End, SessionAfter, SessionDone
from unspasm.domain.trend import is_worse
from unspasm.domain.values import value

_OF_PACK = {PackKind.COLD: Helped.COLD, PackKind.HEAT: Helped.HEAT}


@value
class Tried:
    """How often one thing was told of."""

    helped: int
    not_helped: int
    helps: bool
    """What was said of it the latest time."""


def tried(entries: Iterable[Entry]) -> dict[Helped, Tried]:
    """Return what was tried: in logs, and in packs and sessions with pain before and after."""
    known = sorted(entries, key=lambda entry: (when_felt(entry), entry.id))
    said: defaultdict[Helped, list[bool]] = defaultdict(list)
    before = _pain_before(known)
    for entry in known:
        for what, helped in _said_of(entry, before):
            said[what].append(helped)
    return {what: Tried(sum(told), len(told) - sum(told), told[-1]) for what, told in said.items()}


def not_helped(entries: Iterable[Entry]) -> frozenset[Helped]:
    """Return what was tried and, when it was told of the latest time, did not help."""
    return frozenset(what for what, told in tried(entries).items() if not told.helps)


def made_worse(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the sessions and the packs after which it was worse, each once."""
    known = list(entries)
    before = _pain_before(known)
    return frozenset(filter(None, (_worse_after(entry, before) for entry in known)))


def _pain_before(known: list[Entry]) -> dict[str, tuple[Helped, int | None]]:
    """What each pack and each session was, and the pain before it."""
    found: dict[str, tuple[Helped, int | None]] = {}
    for entry in known:
        match entry.body:
            case PackOn(kind=kind, before=pain):
                found[entry.id] = _OF_PACK[kind], pain
            case SessionDone(before=pain):
                found[entry.id] = Helped.STRETCH, pain
    return found


def _said_of(
    entry: Entry, before: dict[str, tuple[Helped, int | None]]
) -> Iterator[tuple[Helped, bool]]:
    match entry.body:
        case PainLog(helped=helped, not_helped=in_vain):
            yield from ((what, what not in in_vain) for what in helped | in_vain)
        case SessionAfter(feel=Feel() as feel):
            yield Helped.STRETCH, feel is Feel.BETTER
        case PackAfter(pack=name, pain=int(after)) | SessionAfter(session=name, pain=int(after)):
            what, pain = before.get(name, (None, None))
            if what and pain is not None:
                yield what, after < pain


def _worse_after(entry: Entry, before: dict[str, tuple[Helped, int | None]]) -> str | None:
    match entry.body:
        case SessionDone(end=End.WORSE):
            return entry.id
        case SessionAfter(session=name, feel=Feel.WORSE):
            return name
        case PackAfter(pack=name, pain=int(after)) | SessionAfter(session=name, pain=int(after)):
            _, pain = before.get(name, (None, None))
            return name if pain is not None and is_worse(pain, after) else None
        case _:
            return None
