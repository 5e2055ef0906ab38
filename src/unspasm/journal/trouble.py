"""What can be wrong with the record."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum


class Trouble(Enum):
    """What is wrong, by the name under which the words for it stand in `interface.toml`."""

    UNAVAILABLE = "unavailable"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    READ_ONLY = "read_only"
    FULL = "full"
    WRITE_FAILED = "write_failed"
    SALVAGED = "salvaged"
    ROWS = "rows"


class JournalError(Exception):
    """The record could not be read or written just now."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        self.trouble = trouble
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)


class DamagedError(Exception):
    """The file is ours and broken."""


SQLITE_ERRORS = (sqlite3.Error, UnicodeError)
"""What `sqlite3` raises. The latter comes where even the text of an error is damaged."""


def translated(error: Exception) -> JournalError | DamagedError:
    """Return what an error of SQLite means for the journal."""
    text = str(error)
    if isinstance(error, UnicodeDecodeError):
        return DamagedError(text)
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedError(text)
        case sqlite3.SQLITE_FULL:
            return JournalError(Trouble.FULL, text)
        case sqlite3.SQLITE_READONLY:
            return JournalError(Trouble.READ_ONLY, text)
        case _:
            return JournalError(Trouble.WRITE_FAILED, text)


@contextmanager
def translating() -> Iterator[None]:
    """Raise what errors of SQLite and of the system mean for the journal in their place."""
    try:
        yield
    except SQLITE_ERRORS as error:
        raise translated(error) from error
    except OSError as error:
        raise of_system(error) from error


def is_of_statement(error: Exception) -> bool:
    """Whether SQLite did not understand the statement. Ours are right, so the tables are not."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def of_system(error: OSError) -> JournalError:
    """Return what an error of the system means for the journal."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return JournalError(Trouble.FULL if full else Trouble.UNAVAILABLE, str(error))
