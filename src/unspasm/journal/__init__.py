"""The record on this machine: one SQLite file that only grows.

`open_journal` always ends in one of two ways: a `Journal`, perhaps with troubles to tell, or a
`JournalError`, with which the program goes on without keeping anything.
"""

import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import mkdtemp

from unspasm.domain.moment import Moment
from unspasm.journal.copies import this_copy
from unspasm.journal.salvage import readable_rows, set_aside
from unspasm.journal.schema import FILE, backups, connect, connect_read_only
from unspasm.journal.store import Journal, Unfinished
from unspasm.journal.trouble import DamagedError, JournalError, Trouble

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


def open_journal(folder: Path, moment: Moment) -> Journal:
    """Return the journal in `folder`, made if there is none.

    A damaged one is kept beside a new one that holds what could be read. One that may not be
    written is read without writing.

    Args:
        folder: the data folder.
        moment: now, to name a damaged file by and to tell this start of the machine from others.

    Raises:
        JournalError: if it is another program's, a newer program's, or cannot be opened at all.
    """
    try:
        connection = connect(folder)
    except DamagedError:
        return _salvage(folder, moment)
    except JournalError as error:
        if error.trouble is Trouble.READ_ONLY:
            return _read_only(folder, moment)
        raise
    journal = Journal(connection, folder / FILE, this_copy(moment.boot_id))
    if _reads(connection):
        return journal
    journal.close()
    return _salvage(folder, moment)


def _reads(connection: sqlite3.Connection) -> bool:
    """Whether the file holds together: cheap, and blind to damage inside a row (see checksums)."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _salvage(folder: Path, moment: Moment) -> Journal:
    copy = this_copy(moment.boot_id)
    try:
        damaged = set_aside(folder / FILE, moment.wall)
        journal = Journal(connect(folder), folder / FILE, copy, troubles=[Trouble.SALVAGED])
        journal.merge(readable_rows(damaged))
    except (OSError, DamagedError) as error:
        raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    return journal


def _read_only(folder: Path, moment: Moment) -> Journal:
    """Read without writing. With a log beside the file, read a private copy of both."""
    file, copy = folder / FILE, this_copy(moment.boot_id)
    log = file.with_name(f"{FILE}-wal")
    if not log.exists() or not log.stat().st_size:
        return Journal(
            connect_read_only(file), file, copy, writable=False, troubles=[Trouble.READ_ONLY]
        )
    private = Path(mkdtemp(prefix="unspasm-"))
    try:
        for one in (file, log):
            shutil.copyfile(one, private / one.name)
        connection = connect(private)
    except (OSError, DamagedError) as error:
        shutil.rmtree(private, ignore_errors=True)
        raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    return Journal(
        connection,
        file,
        copy,
        writable=False,
        troubles=[Trouble.READ_ONLY],
        clean_up=lambda: shutil.rmtree(private, ignore_errors=True),
    )


def delete_journal(folder: Path) -> list[Path] | None:
    """Delete every file of the journal; return them, or `None` while another copy has it open.

    Raises:
        OSError: if a file cannot be deleted.
    """
    file = folder / FILE
    if file.exists() and not _alone(file):
        return None
    gone = []
    for path in backups(folder):
        path.unlink(missing_ok=True)
        gone.append(path)
    if folder.is_dir() and not os.listdir(folder):  # noqa: PTH208 - empty or not is all it asks
        folder.rmdir()
    return gone


def _alone(file: Path) -> bool:
    """Whether nobody else has the file open: only then can it leave write-ahead mode."""
    connection = sqlite3.connect(file, timeout=0.1, isolation_level=None)
    try:
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
    except sqlite3.OperationalError as error:
        return "locked" not in str(error)
    except sqlite3.DatabaseError:
        return True
    finally:
        connection.close()
