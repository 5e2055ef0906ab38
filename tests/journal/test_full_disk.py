"""A disk that is full, or fails."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from tests.journal.made_up import EMERGENCY, NOW, check, entry, status_of

from unspasm.domain.entries import About, EpisodeOver
from unspasm.journal import Journal, JournalError, Trouble, Unfinished, folder, open_journal, schema
from unspasm.journal.trouble import DamagedError, translated

Opener = Callable[[], Journal]
LONG = entry("long", About(country="x" * 100_000))


def fill_up(journal: Journal) -> None:
    """Let the file grow no more."""
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")


def test_nothing_is_half_kept_when_the_disk_is_full(journal: Journal, opened: Opener) -> None:
    journal.append([entry("before", EpisodeOver())])
    fill_up(journal)

    with pytest.raises(JournalError) as refused:
        journal.append([entry("small", EpisodeOver()), LONG], finishes="run")

    assert Trouble.FULL == refused.value.trouble
    assert ["before"] == [row.id for row in journal.every_row()]
    assert ["before"] == [row.id for row in opened().every_row()]


def test_to_try_to_write_leaves_no_trace(journal: Journal, opened: Opener) -> None:
    journal.try_to_write()

    assert [] == opened().unfinished("trial")
    assert [] == list(journal.every_row())


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on files is a thing of POSIX")
def test_that_no_file_can_grow_shows_before_anything_is_said(journal: Journal) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    journal.append([entry("before", EpisodeOver())])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = folder.log_of(journal.file).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        with pytest.raises(JournalError):
            journal.try_to_write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    journal.try_to_write()


def test_what_stood_stays_when_the_disk_is_full(journal: Journal) -> None:
    row = Unfinished("run", "check", "2026", "content-1", "small")
    journal.keep_unfinished(row)
    fill_up(journal)

    with pytest.raises(JournalError) as refused:
        journal.keep_unfinished(Unfinished("run", "check", "2026", "content-1", "x" * 100_000))

    assert Trouble.FULL == refused.value.trouble
    assert [row] == journal.unfinished("check")


def test_it_goes_on_once_there_is_room(journal: Journal) -> None:
    fill_up(journal)
    with pytest.raises(JournalError):
        journal.append([LONG])
    journal._connection.execute("PRAGMA max_page_count = 100000")
    journal.append([LONG])

    assert ["long"] == [row.id for row in journal.every_row()]


def test_a_merge_is_all_or_none_on_a_full_disk(journal: Journal, opened: Opener) -> None:
    journal.append([entry("before", EpisodeOver()), LONG])
    rows = [row._replace(id=f"new-{row.id}").with_lock("") for row in journal.every_row()]
    fill_up(journal)

    with pytest.raises(JournalError):
        journal.merge(rows)

    assert ["before", "long"] == [row.id for row in opened().every_row()]


def no_room(_file: Path) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("where", [folder, schema])
def test_a_full_disk_at_the_start_leaves_the_journal_readable(
    where: ModuleType, journal: Journal, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append([check("c", EMERGENCY)])
    journal.close()
    monkeypatch.setattr(where, "create_private", no_room)
    found = opened()

    assert [Trouble.FULL] == found.troubles
    assert not found.writable
    assert ["c"] == [one.check.id for one in status_of(found.for_home()).standing]


def test_a_full_disk_at_the_very_first_start_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "create_private", no_room)

    with pytest.raises(JournalError) as refused:
        open_journal(folder, NOW)

    assert refused.value.trouble in {Trouble.FULL, Trouble.UNAVAILABLE}


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        (sqlite3.SQLITE_FULL, Trouble.FULL),
        (sqlite3.SQLITE_READONLY, Trouble.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Trouble.READ_ONLY),
        (sqlite3.SQLITE_IOERR, Trouble.WRITE_FAILED),
        (sqlite3.SQLITE_IOERR_FSYNC, Trouble.WRITE_FAILED),
        (sqlite3.SQLITE_BUSY, Trouble.WRITE_FAILED),
        (sqlite3.SQLITE_CANTOPEN, Trouble.WRITE_FAILED),
        (sqlite3.SQLITE_ERROR, Trouble.WRITE_FAILED),
        (sqlite3.SQLITE_CORRUPT, None),
        (sqlite3.SQLITE_CORRUPT_INDEX, None),
        (sqlite3.SQLITE_NOTADB, None),
    ],
)
def test_what_sqlite_says_is_taken_by_its_code(code: int, meant: Trouble | None) -> None:
    error = sqlite3.OperationalError("a full, malformed and readonly text")
    error.sqlite_errorcode = code
    found = translated(error)

    assert meant == (None if isinstance(found, DamagedError) else found.trouble)
