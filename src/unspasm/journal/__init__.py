"""The record on this machine: one SQLite file that only grows.

`open_journal` always ends in one of two ways: a `Journal`, perhaps with troubles to tell, or a
`JournalError`, with which the program goes on without keeping anything.
"""

import errno
import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from unspasm.domain.moment import Moment
from unspasm.journal.copies import Copy, this_copy
from unspasm.journal.folder import (
    FILE,
    backups,
    content_of,
    create_private,
    damaged_journals,
    log_of,
    make_ready,
    one_at_a_time,
    place_for_damaged,
    set_aside,
)
from unspasm.journal.schema import connect, connect_read_only, look
from unspasm.journal.store import Journal, Unfinished
from unspasm.journal.trouble import DamagedError, JournalError, Trouble, is_busy, translating

__all__ = [
    "FILE",
    "Journal",
    "JournalError",
    "Trouble",
    "Unfinished",
    "backups",
    "delete_journal",
    "open_journal",
]

_STILL_READABLE = frozenset({Trouble.READ_ONLY, Trouble.FULL, Trouble.WRITE_FAILED})
_NOT_TO_BE_TOUCHED = frozenset({Trouble.NOT_OURS, Trouble.NEWER})


def open_journal(folder: Path, moment: Moment) -> Journal:
    """Return the journal in `folder`, made if there is none.

    A damaged one is kept beside a new one that holds what could be read. One that cannot be written
    is read without writing.

    Args:
        folder: the data folder.
        moment: now, to name a damaged file by and to tell this start of the machine from others.

    Raises:
        JournalError: if it is another program's, a newer program's, or cannot be opened at all.
    """
    file, copy = folder / FILE, this_copy(moment.boot_id)
    try:
        make_ready(folder)
        _refuse_what_is_not_to_be_touched(file)
        with translating(), one_at_a_time(folder):
            return _open(folder, copy, moment.wall)
    except JournalError as error:
        if error.trouble not in _STILL_READABLE:
            raise
        return Journal(
            connect_read_only(file), file, copy, writable=False, troubles=[error.trouble]
        )


def _refuse_what_is_not_to_be_touched(file: Path) -> None:
    """Refuse another program's file, or a newer one, before anything is put beside it.

    Any other trouble is judged when no other copy mends or replaces the file: what is seen of it
    until then may be half of what it is about to be.
    """
    try:
        with translating():
            look(file)
    except DamagedError:
        pass
    except JournalError as error:
        if error.trouble in _NOT_TO_BE_TOUCHED:
            raise


def _open(folder: Path, copy: Copy, now: datetime) -> Journal:
    file = folder / FILE
    log = content_of(log_of(file))
    try:
        connection = connect(folder)
    except DamagedError:
        log = b""
        set_aside(file, now)
        try:
            connection = connect(folder)
        except DamagedError as error:
            raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    journal = Journal(connection, file, copy)
    try:
        _take_up_what_was_lost(journal, log, now)
    except BaseException:
        journal.close()
        raise
    return journal


def _take_up_what_was_lost(journal: Journal, log: bytes, now: datetime) -> None:
    """Put in what damage has cost the journal and can still be read, and tell.

    It is told at every start until a full check was made: what cannot be read may have locked.
    """
    folder = journal.file.parent
    found = _take_up_log(journal, log, now)
    damaged = damaged_journals(folder)
    if damaged and journal.is_empty():
        from unspasm.journal.salvage import found_in, found_in_copies  # noqa: PLC0415 - seldom needed

        # By what stands there and not by what just happened: a start may have been cut short.
        for path, _ in damaged:
            left = found_in(path)
            journal.merge(left.rows, left.unfinished)
        journal.merge(found_in_copies(folder))
        found = True
    if found or (damaged and not journal.checked_since(damaged[-1][1])):
        journal.note(Trouble.SALVAGED)


def _take_up_log(journal: Journal, log: bytes, now: datetime) -> bool:
    """Put in what SQLite has dropped of the log, as it does all that follows damage there.

    Returns:
        Whether there was any. The log is kept then.
    """
    if not log:
        return False
    from unspasm.journal.salvage import found_in_log  # noqa: PLC0415 - seldom needed

    if not journal.merge(found_in_log(log)):
        return False
    kept = log_of(place_for_damaged(journal.file.parent, now))
    create_private(kept)
    kept.write_bytes(log)
    return True


def delete_journal(folder: Path) -> list[Path] | None:
    """Delete every file of the journal; return them, or `None` while another copy has it open.

    Raises:
        OSError: if a file cannot be deleted, or is another program's.
    """
    file, files = folder / FILE, backups(folder)
    if not files:
        return []
    _refuse_what_is_not_ours(file)
    try:
        with one_at_a_time(folder):
            if file.exists() and not _alone(file):
                return None
            for path in files:
                path.unlink(missing_ok=True)
    except JournalError:
        return None
    for path in backups(folder):  # the gate, which could not go while it was held
        path.unlink(missing_ok=True)
    if not os.listdir(folder):  # noqa: PTH208 - empty or not is all it asks
        folder.rmdir()
    return files


def _refuse_what_is_not_ours(file: Path) -> None:
    with suppress(DamagedError):
        try:
            look(file)
        except JournalError as error:
            if error.trouble is Trouble.NOT_OURS:
                raise PermissionError(
                    errno.EPERM, "it belongs to another program", str(file)
                ) from error


def _alone(file: Path) -> bool:
    """Whether nobody else has the file open: only then can it leave write-ahead mode."""
    with closing(sqlite3.connect(file, timeout=0.1, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as error:
            return not is_busy(error)
    return True
