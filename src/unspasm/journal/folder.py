"""The journal's folder: what lies in it, who may read it, and who may change it just now."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from unspasm.journal.trouble import JournalError, Trouble, translating

FILE = "journal.sqlite3"
BUSY_SECONDS = 5.0
_GATE_SECONDS = 15.0
"""How long to wait for a copy that makes or mends the journal: longer than for one that writes."""

_GATE = "journal.gate.sqlite3"
_BESIDE = ("-wal", "-shm", "-journal")
_DAMAGED = "journal.damaged-"
_OURS = (FILE, *(FILE + ending for ending in _BESIDE), f"{_GATE}*")
_KEPT = ("journal.before-*.sqlite3*", "journal.day-*", f"{_DAMAGED}*.sqlite3*")
_STAMP = "%Y%m%d-%H%M%S-%f"


def backups(folder: Path) -> list[Path]:
    """Every file that belongs to the journal, itself first."""
    found = {path for pattern in (*_OURS, *_KEPT) for path in folder.glob(pattern)}
    return sorted(found, key=lambda path: (path.name != FILE, path.name))


def make_ready(folder: Path) -> None:
    """Make the folder if there is none, and see whether the journal in it can be written.

    Raises:
        JournalError: if it cannot.
    """
    file = folder / FILE
    with translating():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = file.exists()
        if there and not file.is_file():
            raise JournalError(Trouble.UNAVAILABLE, f"{file} is not a file")
        writable = os.access(folder, os.W_OK | os.X_OK)
        writable = writable and (not there or os.access(file, os.R_OK | os.W_OK))
    if not writable:
        raise JournalError(Trouble.READ_ONLY if there else Trouble.UNAVAILABLE, str(file))


def make_private(folder: Path) -> None:
    """Let nobody else read the folder and what the journal keeps there.

    A folder that everybody may write to by design, such as `/tmp`, stays so.
    """
    if os.name != "posix":
        return
    shared = folder.stat().st_mode & stat.S_ISVTX
    for path in (*(() if shared else (folder,)), *backups(folder)):
        with suppress(FileNotFoundError, PermissionError):
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & 0o077:
                path.chmod(mode & 0o700)


def create_private(file: Path) -> None:
    """Make an empty file that nobody else can read, unless it is there.

    An existing one is not even opened: to close it again would drop the locks that SQLite holds on
    it for this process.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one copy of the program at a time make, mend, replace or delete the journal.

    Raises:
        JournalError: if another copy takes too long.
        OSError: if the folder cannot be written.
    """
    gate = folder / _GATE
    create_private(gate)
    with closing(sqlite3.connect(gate, timeout=_GATE_SECONDS, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            raise JournalError(Trouble.WRITE_FAILED, str(error)) from error
        yield


def log_of(file: Path) -> Path:
    """Where SQLite keeps what is not yet folded into the file."""
    return file.with_name(f"{file.name}-wal")


def size_of(file: Path) -> int:
    """How long a file is; 0 if there is none."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def content_of(file: Path) -> bytes:
    """What is in a file; nothing if there is none, or another copy has just folded it in."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def place_for_damaged(folder: Path, now: datetime) -> Path:
    """Return a free name for a damaged journal. It says when, in UTC."""
    while True:
        path = folder / f"{_DAMAGED}{now.astimezone(UTC):{_STAMP}}.sqlite3"
        if not path.exists() and not log_of(path).exists():
            return path
        now += timedelta(microseconds=1)


def set_aside(file: Path, now: datetime) -> None:
    """Move a damaged journal out of the way.

    Should this be cut short between the two, the log that is left behind counts as damaged too.
    """
    damaged = place_for_damaged(file.parent, now)
    for source, target in ((file, damaged), (log_of(file), log_of(damaged))):
        with suppress(FileNotFoundError):
            source.rename(target)
    file.with_name(f"{FILE}-shm").unlink(missing_ok=True)


def damaged_journals(folder: Path) -> list[tuple[Path, datetime]]:
    """Every journal that was set aside, and when, the oldest first. Some are a log only."""
    found = set()
    for path in folder.glob(f"{_DAMAGED}*.sqlite3*"):
        stamp = path.name.removeprefix(_DAMAGED).partition(".sqlite3")[0]
        with suppress(ValueError):
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            found.add((folder / f"{_DAMAGED}{stamp}.sqlite3", at))
    return sorted(found)
