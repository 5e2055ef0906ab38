"""A journal is brought up to date whole or not at all, after a backup."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.journal.made_up import EMERGENCY, NOW, check

from unspasm.journal import FILE, Journal, JournalError, Trouble, open_journal, schema

Opener = Callable[[], Journal]
SECOND = "CREATE TABLE pack (id TEXT); CREATE INDEX pack_by_id ON pack (id);"


@pytest.fixture
def file(folder: Path, opened: Opener) -> Path:
    """A journal of the first version, with one entry."""
    journal = opened()
    journal.append([check("c", EMERGENCY)])
    journal.close()
    return folder / FILE


def learn(monkeypatch: pytest.MonkeyPatch, *scripts: str) -> None:
    """Let the program know newer versions."""
    migrations = (*schema._MIGRATIONS, *scripts)
    monkeypatch.setattr(schema, "_MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "NEWEST", len(migrations))


def version_and_tables(file: Path) -> tuple[int, set[str]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            {name for (name,) in tables.fetchall()},
        )


def test_a_journal_is_brought_up_to_date_and_a_backup_kept(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(monkeypatch, SECOND)
    journal = opened()

    assert ["c"] == [one.id for one in journal.for_care()]
    assert [] == journal.troubles
    assert (2, {"entry", "unfinished", "pack"}) == version_and_tables(file)
    backup = file.with_name("journal.before-2.sqlite3")
    assert (1, {"entry", "unfinished"}) == version_and_tables(backup)
    assert 0o600 == backup.stat().st_mode & 0o777
    with closing(sqlite3.connect(backup)) as connection:
        assert [("c",)] == connection.execute("SELECT id FROM entry").fetchall()


def test_what_is_still_in_the_log_comes_into_the_backup(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    still_open = opened()
    still_open.append([check("in-the-log")])
    learn(monkeypatch, SECOND)
    opened()

    with closing(sqlite3.connect(file.with_name("journal.before-2.sqlite3"))) as connection:
        names = connection.execute("SELECT id FROM entry ORDER BY id").fetchall()
    assert [("c",), ("in-the-log",)] == names


@pytest.mark.parametrize("broken", ["CREATE TABLE entry (id TEXT)", "not a statement"])
def test_a_step_that_fails_leaves_table_and_version_as_they_were(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    with monkeypatch.context() as newer:
        learn(newer, SECOND, f"CREATE TABLE more (id TEXT); {broken};")
        journal = open_journal(folder, NOW)
        assert not journal.writable
        assert ["c"] == [one.id for one in journal.for_care()]
        assert [Trouble.WRITE_FAILED] == journal.troubles
        journal.close()

    assert (1, {"entry", "unfinished"}) == version_and_tables(file)
    assert [] == list(folder.glob("*damaged*"))
    journal = open_journal(folder, NOW)
    assert [] == journal.troubles
    journal.close()


def test_without_a_backup_nothing_is_changed(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(monkeypatch, SECOND)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(schema, "_back_up", full)
    journal = opened()

    assert [Trouble.FULL] == journal.troubles
    assert ["c"] == [one.id for one in journal.for_care()]
    assert (1, {"entry", "unfinished"}) == version_and_tables(file)


def test_a_backup_takes_the_place_of_one_that_was_broken(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = file.with_name("journal.before-2.sqlite3")
    for path in (backup, backup.with_name(f"{backup.name}.unready")):
        path.write_bytes(b"broken off" * 10_000)
    learn(monkeypatch, SECOND)
    opened()

    assert (1, {"entry", "unfinished"}) == version_and_tables(backup)
    assert not backup.with_name(f"{backup.name}.unready").exists()


def test_a_new_journal_needs_no_backup(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(monkeypatch, SECOND)
    opened()

    assert (2, {"entry", "unfinished", "pack"}) == version_and_tables(folder / FILE)
    assert [] == list(folder.glob("*before*"))


@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_journal_with_a_version_that_cannot_be_is_damaged(
    file: Path, opened: Opener, version: int
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    journal = opened()

    assert [Trouble.SALVAGED] == journal.troubles
    assert ["c"] == [one.id for one in journal.for_care()]


def test_a_column_that_is_not_there_is_damage(file: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ALTER TABLE unfinished RENAME COLUMN state TO stats")
    journal = opened()

    assert [Trouble.SALVAGED] == journal.troubles
    assert ["c"] == [one.id for one in journal.for_care()]


def test_an_older_program_leaves_it_alone_from_then_on(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        learn(newer, SECOND)
        open_journal(folder, NOW).close()
    before = file.read_bytes()

    with pytest.raises(JournalError) as refused:
        open_journal(folder, NOW)

    assert Trouble.NEWER == refused.value.trouble
    assert before == file.read_bytes()
