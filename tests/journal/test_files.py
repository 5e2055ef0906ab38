"""Whose file it is, who can read it, and when it is made."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.journal.copies_at_work import Copy
from tests.journal.made_up import NOW, entry

from unspasm.domain.entries import EpisodeOver
from unspasm.journal import FILE, Journal, JournalError, Trouble, backups, open_journal
from unspasm.journal.schema import APPLICATION_ID

Opener = Callable[[], Journal]
posix_only = pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
WRITE_AND_DIE = """
import os, sqlite3
connection = sqlite3.connect(folder / "journal.sqlite3", isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
for statement in sys.argv[2].split(";"):
    connection.execute(statement)
os._exit(0)
"""

LEAVE_A_LOG = """
import os
open_journal(folder, now).append([entry(EpisodeOver(), "kept")])
os._exit(0)
"""


def refused(folder: Path) -> Trouble:
    with pytest.raises(JournalError) as error:
        open_journal(folder, NOW)
    return error.value.trouble


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file that says something."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if not path.name.endswith("-shm")
    }


def modes(folder: Path) -> dict[str, int]:
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    return {".": stat.S_IMODE(folder.stat().st_mode), **found}


# --- when it is made ------------------------------------------------------------------------------


def test_to_import_the_journal_makes_nothing(folder: Path) -> None:
    code = "import unspasm.journal, unspasm.journal.transfer, unspasm.paths, unspasm.clock"
    environment = {**os.environ, "UNSPASM_HOME": str(folder), "HOME": str(folder)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)

    assert not folder.exists()


def test_a_journal_is_made_where_there_is_none(folder: Path, opened: Opener) -> None:
    assert [] == list(opened().every_row())
    assert (folder / FILE).is_file()


def test_an_empty_file_becomes_a_journal(folder: Path, opened: Opener) -> None:
    folder.mkdir()
    (folder / FILE).touch()
    journal = opened()
    journal.append([entry("a", EpisodeOver())])

    assert [] == journal.troubles
    assert ["a"] == [row.id for row in opened().every_row()]


@pytest.mark.parametrize("name", ["?", "100%", "a#b", "file:x?mode=ro", "ü"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    for _ in range(2):
        open_journal(folder, NOW).close()

    assert (folder / FILE).is_file()


def test_a_folder_of_bytes_that_are_no_text_will_do(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system knows text only")
    open_journal(folder, NOW).close()

    assert (folder / FILE).is_file()


# --- who can read it ------------------------------------------------------------------------------


@posix_only
def test_nobody_else_can_read_the_files_while_it_is_open_and_after(
    folder: Path, journal: Journal
) -> None:
    journal.append([entry("a", EpisodeOver())])
    names = {".", FILE, f"{FILE}-wal", f"{FILE}-shm", "journal.gate.sqlite3"}

    assert {name: 0o700 if name == "." else 0o600 for name in names} == modes(folder)
    journal.close()
    names -= {f"{FILE}-wal", f"{FILE}-shm"}
    assert {name: 0o700 if name == "." else 0o600 for name in names} == modes(folder)


@posix_only
def test_what_others_could_read_is_closed_to_them(folder: Path, opened: Opener) -> None:
    opened().close()
    damaged = folder / "journal.damaged-20260503-141000-000000.sqlite3"
    damaged.touch()
    for path in (folder / FILE, damaged):
        path.chmod(0o644)
    folder.chmod(0o755)
    opened()

    found = modes(folder)
    assert 0o700 == found.pop(".")
    assert {0o600} == set(found.values())


@posix_only
def test_a_damaged_journal_and_its_log_stay_private(folder: Path) -> None:
    old = os.umask(0)
    try:
        Copy(folder, LEAVE_A_LOG).rest()
        (folder / FILE).write_bytes(b"")
        open_journal(folder, NOW).close()
    finally:
        os.umask(old)

    found = modes(folder)
    assert 0o700 == found.pop(".")
    assert {0o600} == set(found.values())
    assert len([name for name in found if "damaged" in name]) == 2


@posix_only
def test_a_folder_that_is_shared_by_design_stays_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    open_journal(tmp_path, NOW).close()

    assert 0o1777 == modes(tmp_path)["."]
    assert 0o600 == modes(tmp_path)[FILE]


# --- whose file it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"Dear diary,\n" * 1000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        b"%PDF-1.7\n" + b"\x00" * 5000,
        b"SQLite format 3\x00" + b"\xff" * 8176,
        b"\x00\x01",
    ],
    ids=["word", "text", "image", "pdf", "broken-database", "bytes"],
)
def test_what_is_no_journal_is_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)

    assert Trouble.NOT_OURS == refused(folder)
    assert {FILE: content} == contents(folder)


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE bookmark (url TEXT);INSERT INTO bookmark VALUES ('x')",
        "CREATE TABLE entry (id TEXT)",
        "PRAGMA user_version = 7",
        "PRAGMA application_id = 42",
    ],
)
@pytest.mark.parametrize("folded", [True, False])
def test_the_database_of_another_program_is_left_alone(
    folder: Path, statements: str, *, folded: bool
) -> None:
    folder.mkdir()
    Copy(folder, WRITE_AND_DIE, statements).rest()
    if folded:
        with closing(sqlite3.connect(folder / FILE)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    before = contents(folder)

    assert Trouble.NOT_OURS == refused(folder)
    assert before == contents(folder)


def test_a_damaged_database_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    Copy(folder, WRITE_AND_DIE, "CREATE TABLE bookmark (url TEXT)").rest()
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    broken = bytearray((folder / FILE).read_bytes())
    broken[100:4096] = b"\x5a" * 3996
    (folder / FILE).write_bytes(broken)

    assert Trouble.NOT_OURS == refused(folder)
    assert {FILE: bytes(broken)} == contents(folder)


@pytest.mark.parametrize("folded", [True, False])
def test_the_journal_of_a_newer_program_is_left_alone(
    folder: Path, opened: Opener, *, folded: bool
) -> None:
    opened().close()
    Copy(folder, WRITE_AND_DIE, "PRAGMA user_version = 99").rest()
    if folded:
        with closing(sqlite3.connect(folder / FILE)) as connection:
            connection.execute("PRAGMA wal_checkpoint")
    before = contents(folder)

    assert Trouble.NEWER == refused(folder)
    assert before == contents(folder)


def test_a_folder_in_place_of_the_file_is_left_alone(folder: Path) -> None:
    (folder / FILE / "inside").mkdir(parents=True)

    assert Trouble.UNAVAILABLE == refused(folder)
    assert (folder / FILE / "inside").is_dir()


def test_a_file_in_place_of_the_folder_is_left_alone(folder: Path) -> None:
    folder.write_text("mine", encoding="utf-8")

    assert Trouble.UNAVAILABLE == refused(folder)
    assert "mine" == folder.read_text(encoding="utf-8")


def test_only_what_is_the_journals_counts_as_its_files(folder: Path, opened: Opener) -> None:
    opened().close()
    ours = ["journal.before-2.sqlite3", "journal.damaged-20260503-141000-000000.sqlite3-wal"]
    for name in (*ours, "journal-of-my-cat.sqlite3", "journal.txt", "old.journal.sqlite3"):
        (folder / name).touch()

    expected = [FILE, ours[0], ours[1], "journal.gate.sqlite3"]
    assert expected == [path.name for path in backups(folder)]


def test_a_journal_is_marked_as_ours(folder: Path, opened: Opener) -> None:
    opened().close()

    header = (folder / FILE).read_bytes()[:100]
    assert APPLICATION_ID == int.from_bytes(header[68:72], "big")
    assert b"unsp" == header[68:72]
