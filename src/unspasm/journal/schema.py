"""The journal's file: how it is opened, made, and brought up to date."""

import os
import sqlite3
from pathlib import Path

from unspasm.journal.records import Row
from unspasm.journal.trouble import DamagedError, JournalError, Trouble

FILE = "journal.sqlite3"
APPLICATION_ID = 0x756E7370
"""`unsp`, in the header of every journal."""
BUSY_SECONDS = 5.0

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_MIGRATIONS = (
    """
    CREATE TABLE entry (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        target TEXT,
        lock TEXT NOT NULL,
        crc32 INTEGER NOT NULL,
        body TEXT NOT NULL
    );
    CREATE INDEX entry_by_kind ON entry (kind, at);
    CREATE INDEX entry_by_target ON entry (target) WHERE target IS NOT NULL;
    CREATE INDEX entry_locking ON entry (at) WHERE lock <> '';
    CREATE TABLE unfinished (
        id TEXT PRIMARY KEY,
        copy TEXT NOT NULL,
        pid INTEGER NOT NULL,
        boot TEXT NOT NULL,
        journey TEXT NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL,
        crc32 INTEGER NOT NULL,
        state TEXT NOT NULL
    );
    """,
)
"""What each version adds. Version n is what the first n of them make."""
NEWEST = len(_MIGRATIONS)


def connect(folder: Path) -> sqlite3.Connection:
    """Return a connection to the journal in `folder`, made or brought up to date if need be.

    Raises:
        JournalError: if the file is another program's, a newer program's, or cannot be opened.
        DamagedError: if it is ours and broken.
    """
    file = folder / FILE
    _make_private(folder, file)
    header = file.read_bytes()[:_HEADER_BYTES] if file.stat().st_size else b""
    if header and not header.startswith(_MAGIC):
        if _application_id(header) == APPLICATION_ID:
            raise DamagedError("its first bytes are broken")
        raise JournalError(Trouble.NOT_OURS)
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(connection, file)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise translated(error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(file: Path) -> sqlite3.Connection:
    """Return a connection that never writes, not even beside the file.

    Raises:
        JournalError: if the file is not a journal that this program can read.
    """
    try:
        connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None
        )
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    if application != APPLICATION_ID or version != NEWEST:
        connection.close()
        raise JournalError(Trouble.NEWER if version > NEWEST else Trouble.NOT_OURS)
    _add_functions(connection)
    return connection


def translated(error: sqlite3.DatabaseError) -> Exception:
    """Return what an error of SQLite means for the journal."""
    text = str(error)
    if "full" in text:
        return JournalError(Trouble.FULL, text)
    if "malformed" in text or "not a database" in text or "no such table" in text:
        return DamagedError(text)
    if "readonly" in text:
        return JournalError(Trouble.READ_ONLY, text)
    return JournalError(Trouble.WRITE_FAILED, text)


def backups(folder: Path) -> list[Path]:
    """Every file that belongs to the journal, itself first."""
    return sorted(folder.glob("journal*.sqlite3*"), key=lambda path: (path.name != FILE, path.name))


def _make_private(folder: Path, file: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix":
            folder.chmod(0o700)
            file.chmod(0o600)
    except FileNotFoundError as error:
        raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    except PermissionError as error:
        trouble = Trouble.READ_ONLY if file.is_file() else Trouble.UNAVAILABLE
        raise JournalError(trouble, str(error)) from error
    except OSError as error:
        trouble = Trouble.READ_ONLY if error.errno == 30 else Trouble.UNAVAILABLE
        raise JournalError(trouble, str(error)) from error


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if application != APPLICATION_ID and tables:
        if {"entry", "unfinished"} <= tables:
            raise DamagedError("its header is broken")
        raise JournalError(Trouble.NOT_OURS)
    if version > NEWEST:
        raise JournalError(Trouble.NEWER)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")
    _add_functions(connection)
    if version < NEWEST:
        _migrate(connection, file)


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    """Bring the journal up to date inside one transaction, after a backup of what there was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version:
            _back_up(file, file.with_name(f"journal.before-{NEWEST}.sqlite3"))
        for script in _MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {NEWEST}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _back_up(file: Path, copy: Path) -> None:
    os.close(os.open(copy, os.O_CREAT | os.O_RDWR, 0o600))
    source, target = sqlite3.connect(file), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _add_functions(connection: sqlite3.Connection) -> None:
    connection.create_function("intact", 8, lambda *columns: Row(*columns).intact)


def _application_id(header: bytes) -> int:
    return int.from_bytes(header[68:72], "big")
