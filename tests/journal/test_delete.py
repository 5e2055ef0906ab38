"""To delete the record is to delete all of it, and only that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journal.copies_at_work import Copy, copies
from tests.journal.made_up import entry

from unspasm.domain.entries import EpisodeOver
from unspasm.journal import FILE, Journal, delete_journal

Opener = Callable[[], Journal]
ENDINGS = ("", "-wal", "-shm")
OTHERS = ("journal.before-2.sqlite3", "journal.damaged-20260503-141000-000000.sqlite3")


def test_every_file_of_the_journal_goes_and_the_folder_with_it(
    folder: Path, opened: Opener
) -> None:
    opened().close()
    for name in OTHERS:
        for ending in ENDINGS:
            (folder / f"{name}{ending}").touch()

    gone = delete_journal(folder)

    assert gone
    assert {FILE, *(f"{n}{e}" for n in OTHERS for e in ENDINGS)} <= {path.name for path in gone}
    assert not folder.exists()


def test_what_kill_9_left_goes_too(folder: Path) -> None:
    write_and_die = "open_journal(folder, now).append([entry(EpisodeOver())])\nos._exit(0)"
    Copy(folder, "import os\n" + write_and_die).rest()
    assert (folder / f"{FILE}-wal").stat().st_size
    delete_journal(folder)

    assert not folder.exists()


def test_other_files_in_the_folder_stay(folder: Path, opened: Opener) -> None:
    opened().close()
    (folder / "journal-of-my-cat.sqlite3").write_text("mine", encoding="utf-8")
    delete_journal(folder)

    assert ["journal-of-my-cat.sqlite3"] == [path.name for path in folder.iterdir()]


def test_nothing_goes_while_another_copy_has_it_open(folder: Path, opened: Opener) -> None:
    with copies(1, folder, "journal = open_journal(folder, now)\nsay('open')\nhear()") as [copy]:
        assert copy.hear() == "open"
        assert delete_journal(folder) is None
        journal = opened()
        journal.append([entry("a", EpisodeOver())])
        journal.close()
        copy.say()
        copy.rest()

    assert delete_journal(folder) is not None
    assert not folder.exists()


def test_nothing_goes_while_this_copy_has_it_open(folder: Path, journal: Journal) -> None:
    assert delete_journal(folder) is None
    journal.append([entry("a", EpisodeOver())])
    assert ["a"] == [row.id for row in journal.every_row()]


def test_a_damaged_journal_can_be_deleted(folder: Path, opened: Opener) -> None:
    opened().close()
    (folder / FILE).write_bytes(b"X" + (folder / FILE).read_bytes()[1:])
    delete_journal(folder)

    assert not folder.exists()


def test_a_newer_journal_can_be_deleted(folder: Path, opened: Opener) -> None:
    journal = opened()
    journal._connection.execute("PRAGMA user_version = 99")
    journal.close()
    delete_journal(folder)

    assert not folder.exists()


@pytest.mark.parametrize("content", [b"Dear diary", b"\x89PNG" * 2000])
def test_the_file_of_another_program_is_not_deleted(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)

    with pytest.raises(PermissionError, match="another program"):
        delete_journal(folder)

    assert content == (folder / FILE).read_bytes()


def test_where_nothing_is_nothing_goes(folder: Path, tmp_path: Path) -> None:
    assert [] == delete_journal(folder)
    assert [] == delete_journal(tmp_path)
    assert tmp_path.is_dir()


def test_what_was_deleted_does_not_come_back(folder: Path, opened: Opener) -> None:
    journal = opened()
    journal.append([entry("a", EpisodeOver())])
    journal.close()
    (folder / FILE).write_bytes(b"X" + (folder / FILE).read_bytes()[1:])
    opened().close()
    delete_journal(folder)
    journal = opened()

    assert [] == list(journal.every_row())
    assert [] == journal.troubles
