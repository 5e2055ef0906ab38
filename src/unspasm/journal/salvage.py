"""What can still be read of a damaged journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from unspasm.journal.records import Row
from unspasm.journal.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_SELECT = "SELECT id, at, kind, version, target, lock, crc32, body FROM entry"
_NUMBERED = _SELECT.replace("SELECT ", "SELECT rowid, ")
_MOST_ROWS = 1_000_000


def set_aside(file: Path, stamp: datetime) -> Path:
    """Move a damaged journal out of the way and return where it is now."""
    damaged = file.with_name(f"journal.damaged-{stamp:%Y%m%d-%H%M%S-%f}.sqlite3")
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            file.with_name(file.name + ending).rename(damaged.with_name(damaged.name + ending))
    return damaged


def readable_rows(damaged: Path) -> list[Row]:
    """Return every row that can be read and whose checksum fits.

    The damaged file itself is not changed; a copy with a mended header is read.
    """
    copy = damaged.with_name(damaged.name + ".reading")
    raw = bytearray(damaged.read_bytes())
    raw[: len(_MAGIC)] = _MAGIC
    raw[68:72] = APPLICATION_ID.to_bytes(4, "big")
    copy.touch(mode=0o600)
    copy.write_bytes(raw)
    log = damaged.with_name(damaged.name + "-wal")
    if log.exists():
        copied = copy.with_name(copy.name + "-wal")
        copied.touch(mode=0o600)
        copied.write_bytes(log.read_bytes())
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            return list({row.id: row for row in _rows(connection) if row.intact}.values())
    except sqlite3.DatabaseError:
        return []
    finally:
        for left in damaged.parent.glob(f"{copy.name}*"):
            left.unlink(missing_ok=True)


def _rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """The rows from both ends towards the damage, then one by one across it."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            for number, *columns in connection.execute(f"{_NUMBERED} ORDER BY rowid {order}"):
                if number in seen:
                    break
                seen.add(number)
                yield Row(*columns)
    if seen:
        for number in range(min(seen), min(max(seen), _MOST_ROWS)):
            if number not in seen:
                with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
                    for columns in connection.execute(f"{_SELECT} WHERE rowid = ?", (number,)):
                        yield Row(*columns)
