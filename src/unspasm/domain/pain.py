"""How bad the pain was said to be, whatever it was said for."""

from collections.abc import Iterable
from datetime import datetime

from unspasm.domain.entries import Check, Entry
from unspasm.domain.pack_entries import PackAfter, PackOn
from unspasm.domain.session_entries import SessionAfter


def pain_of(entry: Entry) -> int | None:
    """Return the pain, 0 to 10, that an entry names; `None` if it names none."""
    match entry.body:
        case Check(answers=answers):
            return answers.pain
        case PackOn(before=pain) | PackAfter(pain=pain) | SessionAfter(pain=pain):
            return pain
        case _:
            return None


def pain_said(entries: Iterable[Entry], since: datetime, until: datetime) -> int | None:
    """Return the pain that was said last within this time; `None` if it was not said then."""
    said = [
        (entry.at, entry.id, pain)
        for entry in entries
        if since <= entry.at <= until and (pain := pain_of(entry)) is not None
    ]
    return max(said)[2] if said else None
