"""What there is to say about the record, found without making or changing anything.

`open_journal` makes and mends. This only looks, and tells what the next start would come upon.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from unspasm.journal.copies import this_copy
from unspasm.journal.folder import FILE, damaged_journals, log_of, size_of
from unspasm.journal.records import KINDS, Row, RowError, to_entry
from unspasm.journal.schema import connect_to_survey
from unspasm.journal.store import Journal
from unspasm.journal.trouble import DamagedError, JournalError, Trouble, translating
from unspasm.journal.unfinished import STEP_COLUMNS, is_intact

_TOLD_AS_IT_IS = frozenset({Trouble.NOT_OURS, Trouble.NEWER, Trouble.ROWS})
_KEEPS_NOTHING = frozenset({Trouble.UNAVAILABLE, Trouble.READ_ONLY})
_MOST_TRIES = 25


@dataclass(frozen=True)
class Survey:
    """What was found."""

    size: int = 0
    """Bytes of the file and its log."""
    entries: int | None = 0
    """`None` where they cannot be read."""
    unfinished: int = 0
    """Journeys that have not ended, of running copies too."""
    damaged: bool = False
    """The file is ours and broken. The next start keeps it beside a new one."""
    troubles: tuple[Trouble, ...] = ()

    @property
    def writable(self) -> bool:
        """Whether more can be kept."""
        return self.entries is not None and not _KEEPS_NOTHING & set(self.troubles)


def survey(folder: Path) -> Survey:
    """Look at the journal in `folder`, if there is one.

    Should another copy write meanwhile, what was read may be half of two states. What looks amiss
    then is read again.
    """
    tries = 0
    while True:
        state = _state(folder)
        found = _survey(folder)
        tries += 1
        amiss = found.damaged or found.troubles
        if not amiss or tries == _MOST_TRIES or state == _state(folder):
            return found


def _state(folder: Path) -> list[tuple[int, ...] | None]:
    """Something that changes with the journal."""
    found: list[tuple[int, ...] | None] = []
    for path in (folder / FILE, log_of(folder / FILE)):
        try:
            about = path.stat()
            found.append((about.st_ino, about.st_size, about.st_mtime_ns))
        except OSError:
            found.append(None)
    return found


def _survey(folder: Path) -> Survey:
    file = folder / FILE
    size = 0
    try:
        with translating():
            size = size_of(file) + size_of(log_of(file))
            writable = _may_be_written(folder, file)
            if not size_of(file):
                return _without_journal(folder, size, writable=writable)
        try:
            connection = connect_to_survey(file)
            if connection is None:
                return _without_journal(folder, size, writable=writable)
            return _counted(connection, file, size, writable=writable)
        except DamagedError:
            return _broken(size, writable=writable)
    except JournalError as error:
        trouble = error.trouble if error.trouble in _TOLD_AS_IT_IS else Trouble.UNAVAILABLE
        return Survey(size, entries=None, troubles=(trouble,))


def _without_journal(folder: Path, size: int, *, writable: bool) -> Survey:
    """Nothing is kept yet, unless something was that is gone now."""
    if size_of(log_of(folder / FILE)) or damaged_journals(folder):
        return _broken(size, writable=writable)
    return Survey(size, troubles=() if writable else (Trouble.UNAVAILABLE,))


def _broken(size: int, *, writable: bool) -> Survey:
    """What is damaged and cannot be written is not mended: it cannot be opened at all."""
    troubles = () if writable else (Trouble.UNAVAILABLE,)
    return Survey(size, entries=None, damaged=writable, troubles=troubles)


def _may_be_written(folder: Path, file: Path) -> bool:
    """Whether the journal can be written, or made with all the folders above it."""
    if file.exists():
        free = os.access(folder, os.W_OK | os.X_OK) and os.access(file, os.R_OK | os.W_OK)
        return free and file.is_file()
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)


def _counted(connection: sqlite3.Connection, file: Path, size: int, *, writable: bool) -> Survey:
    with closing(Journal(connection, file, this_copy(""), writable=False)) as journal:
        if not writable:
            journal.note(Trouble.READ_ONLY)
        damaged = damaged_journals(file.parent)
        if damaged and not journal.checked_since(damaged[-1][1]):
            journal.note(Trouble.SALVAGED)
        entries = [_reads(row) for row in journal.every_row()]
        with translating():
            steps = connection.execute(f"SELECT {STEP_COLUMNS} FROM unfinished").fetchall()
        if not (all(entries) and all(map(is_intact, steps))):
            journal.note(Trouble.ROWS)
        return Survey(size, len(entries), len(steps), troubles=tuple(journal.troubles))


def _reads(row: Row) -> bool:
    """Whether a row is in order. One of a kind from a newer program is."""
    try:
        to_entry(row)
    except RowError:
        return row.intact and row.kind not in KINDS
    return True
