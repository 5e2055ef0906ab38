"""The journal's file: how it is opened, made, and brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Literal

from unspasm.journal.carve import PAGE
from unspasm.journal.folder import (
    BUSY_SECONDS,
    FILE,
    create_private,
    log_of,
    make_private,
    size_of,
)
from unspasm.journal.records import ROW_COLUMNS
from unspasm.journal.trouble import (
    SQLITE_ERRORS,
    DamagedError,
    JournalError,
    Trouble,
    is_of_statement,
    translated,
    translating,
)
from unspasm.journal.unfinished import STEP_COLUMNS

APPLICATION_ID = 0x756E7370
"""`unsp`, in the header of every journal."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_AT = slice(68, 72)
_HEADER_BYTES = 100
_TABLES = frozenset({"entry", "unfinished"})
_TEXT = partial(str, encoding="utf-8", errors="replace")
"""Damaged text is read too: the row's checksum tells, and the other rows are fine."""
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
    CREATE INDEX entry_by_target ON entry (target) WHERE target IS NOT NULL;
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


def look(file: Path) -> None:
    """Refuse what is not ours or too new, without changing a byte of it.

    A write-ahead log is read without writing: to close it would fold it into the file.

    Raises:
        JournalError: if the file is another program's, or a newer program's.
        DamagedError: if it is ours and broken.
    """
    logged = size_of(log_of(file)) > 0
    if not size_of(file):
        if logged:
            raise DamagedError("it is empty, and its log is not")
        return
    with (
        _telling_broken_from_not_ours(file),
        closing(_connect(file, "ro" if logged else "rw")) as connection,
    ):
        _identify(connection)


def connect(folder: Path) -> sqlite3.Connection:
    """Return a connection to the journal in `folder`, made or brought up to date if need be.

    Only one copy of the program may do so at a time.

    Raises:
        JournalError: if the file is another program's, a newer program's, or cannot be opened.
        DamagedError: if it is ours and broken.
    """
    file = folder / FILE
    look(file)
    with translating():
        create_private(file)
        make_private(folder)
        with _closed_on_error(_connect(file, "rw")) as connection:
            _prepare(connection, file)
    return connection


def connect_read_only(file: Path) -> sqlite3.Connection:
    """Return a connection that never writes, not even beside the file.

    Raises:
        JournalError: if the file is not a journal that this program can read.
    """
    try:
        with _closed_on_error(_opened_to_read(file)) as connection:
            _identify(connection)
            _prove(connection)
    except (OSError, *SQLITE_ERRORS, DamagedError) as error:
        raise JournalError(Trouble.UNAVAILABLE, str(error)) from error
    return connection


def connect_to_survey(file: Path) -> sqlite3.Connection | None:
    """Return a connection that never writes either, and tell what is wrong; `None` if it is empty.

    Raises:
        JournalError: if the file is another program's, a newer program's, or cannot be read.
        DamagedError: if it is ours and broken.
    """
    with (
        translating(),
        _telling_broken_from_not_ours(file),
        _closed_on_error(_opened_to_read(file)) as connection,
    ):
        if not _identify(connection):
            connection.close()
            return None
        _prove(connection)
    return connection


def _opened_to_read(file: Path) -> sqlite3.Connection:
    """Open a file so that nothing is written, not even beside it."""
    return _in_memory(file) if size_of(log_of(file)) else _connect(file, "immutable")


@contextmanager
def _telling_broken_from_not_ours(file: Path) -> Iterator[None]:
    """Raise what errors of SQLite mean for a file that may be a journal in their place."""
    try:
        yield
    except SQLITE_ERRORS as error:
        meant = translated(error)
        # "unsupported file format" comes as an error of the statement, which cannot be.
        broken = isinstance(meant, DamagedError) or is_of_statement(error)
        if not broken:
            raise meant from error
        _refuse_what_is_not_ours(file)
        raise DamagedError(str(error)) from error


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _connect(file: Path, mode: Literal["ro", "rw", "immutable"]) -> sqlite3.Connection:
    question = "immutable=1" if mode == "immutable" else f"mode={mode}"
    name = f"{file.absolute().as_uri()}?{question}"
    connection = sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.text_factory = _TEXT
    return connection


def _in_memory(file: Path) -> sqlite3.Connection:
    """A copy of the file and its log: the two cannot be read together without writing."""
    import shutil  # noqa: PLC0415 - hardly ever needed, and each costs time at every start
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with (
        TemporaryDirectory(prefix="unspasm-") as private,
        _closed_on_error(sqlite3.connect(":memory:", isolation_level=None)) as connection,
    ):
        connection.text_factory = _TEXT
        copy = Path(private) / file.name
        shutil.copyfile(log_of(file), log_of(copy))
        shutil.copyfile(file, copy)
        with closing(_connect(copy, "rw")) as source:
            source.backup(connection)
    return connection


def _identify(connection: sqlite3.Connection) -> int:
    """Return the version of a journal; 0 if nothing is there yet.

    Everything is read in one transaction: another copy may be making the journal just now.
    """
    connection.execute("BEGIN")
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.execute("COMMIT")
    if application == APPLICATION_ID:
        if version > NEWEST:
            raise JournalError(Trouble.NEWER)
        if version < 0 or not (tables >= _TABLES if version else not tables):
            raise DamagedError("its tables are not those of its version")
    elif tables >= _TABLES:
        raise DamagedError("its header is broken")
    elif application or version or tables:
        raise JournalError(Trouble.NOT_OURS)
    return version


def _refuse_what_is_not_ours(file: Path) -> None:
    """Tell a broken journal by what is left of its header. Zeros are what power loss leaves."""
    with file.open("rb") as opened:
        header = opened.read(_HEADER_BYTES)
    cut_short = len(header) < _APPLICATION_AT.stop and _MAGIC.startswith(header[: len(_MAGIC)])
    ours = header[_APPLICATION_AT] == APPLICATION_ID.to_bytes(4, "big")
    if not (ours or cut_short or not any(header)):
        raise JournalError(Trouble.NOT_OURS)


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    version = _identify(connection)
    if not version:
        connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")
    if version < NEWEST:
        _migrate(connection, file, version)
    _prove(connection)


def _prove(connection: sqlite3.Connection) -> None:
    """See that the file holds together. Damage inside a row is for the row's checksum to find."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(found)
    try:
        connection.execute(f"SELECT {ROW_COLUMNS} FROM entry LIMIT 0")
        connection.execute(f"SELECT {STEP_COLUMNS} FROM unfinished LIMIT 0")
    except sqlite3.Error as error:
        raise (DamagedError(str(error)) if is_of_statement(error) else translated(error)) from error


def _migrate(connection: sqlite3.Connection, file: Path, version: int) -> None:
    """Bring the journal up to date inside one transaction, after a backup of what there was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version:
            _back_up(file, file.with_name(f"journal.before-{NEWEST}.sqlite3"))
        for script in _MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {NEWEST}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _back_up(file: Path, copy: Path) -> None:
    """Copy the journal. Only a whole copy takes the place of an older one."""
    unready = copy.with_name(f"{copy.name}.unready")
    with suppress(FileNotFoundError):
        unready.unlink()
    create_private(unready)
    with (
        closing(_connect(file, "ro")) as source,
        closing(sqlite3.connect(unready)) as target,
    ):
        source.backup(target)
    os.replace(unready, copy)  # noqa: PTH105 - says that it overwrites
