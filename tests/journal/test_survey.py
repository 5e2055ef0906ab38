"""Looking at a journal without changing anything."""

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.journal.copies_at_work import Copy
from tests.journal.made_up import EMERGENCY, NOW, check, entry
from tests.journal.strangers import as_a_stranger, let_be_read
from tests.journal.test_read_only import public

from unspasm.domain.entries import About, EpisodeOver
from unspasm.journal import FILE, Journal, JournalError, Trouble, Unfinished, open_journal
from unspasm.journal.survey import Survey, survey

__all__ = ["public"]  # a fixture

Opener = Callable[[], Journal]
RECORD = [check("c", EMERGENCY), entry("over", EpisodeOver()), entry("about", About())]
STEP = Unfinished("run", "check", "2026-05-03T14:10:00+00:00", "content-1", "x" * 50)


def tree(folder: Path) -> object:
    """Everything that a look could have changed."""
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_mode, path.is_file() and path.read_bytes())
        for path in (folder, *folder.iterdir())
    }


def looked_at(folder: Path) -> Survey:
    """What a look finds, which must change nothing."""
    before = tree(folder)
    found = survey(folder)
    assert before == tree(folder)
    return found


@pytest.fixture
def kept(folder: Path, opened: Opener) -> Path:
    """A journal with three entries and something unfinished, closed."""
    journal = opened()
    journal.append(RECORD)
    journal.keep_unfinished(STEP)
    journal.close()
    return folder


# --- in order -------------------------------------------------------------------------------------


def test_where_nothing_is_kept_nothing_is_made(folder: Path) -> None:
    assert Survey() == survey(folder)
    assert survey(folder).writable
    assert not folder.exists()


def test_it_counts_what_is_kept(kept: Path) -> None:
    size = (kept / FILE).stat().st_size

    assert Survey(size, 3, 1) == looked_at(kept)
    assert survey(kept).writable


def test_what_is_still_in_the_log_counts(kept: Path) -> None:
    Copy(
        kept,
        """
        import os
        open_journal(folder, now).append([entry(EpisodeOver(), "in-the-log")])
        os._exit(0)
        """,
    ).rest()
    log = kept / f"{FILE}-wal"
    size = (kept / FILE).stat().st_size + log.stat().st_size
    assert log.stat().st_size

    assert Survey(size, 4, 1) == looked_at(kept)


def test_it_sees_what_a_running_copy_has_kept(folder: Path, opened: Opener) -> None:
    journal = opened()
    journal.append(RECORD)

    assert 3 == looked_at(folder).entries
    journal.append([entry("later", EpisodeOver())])
    assert 4 == looked_at(folder).entries
    assert not survey(folder).damaged


def test_a_copy_that_writes_meanwhile_is_no_damage(folder: Path, opened: Opener) -> None:
    opened().close()
    enough = threading.Event()

    def write() -> None:
        number = 0
        while not enough.is_set():
            journal = open_journal(folder, NOW)
            for _ in range(3):
                number += 1
                journal.append([entry(f"entry-{number}", EpisodeOver())])
            journal.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = [survey(folder) for _ in range(40)]
    finally:
        enough.set()
        writer.join()
    counts = [one.entries for one in found if one.entries is not None]

    assert [] == [one for one in found if one.damaged or one.troubles]
    assert sorted(counts) == counts
    assert counts[-1]


@pytest.mark.parametrize("content", [b"", None], ids=["an empty file", "only its header"])
def test_a_journal_that_was_never_finished_is_none_yet(folder: Path, content: bytes | None) -> None:
    folder.mkdir()
    if content is None:
        with sqlite3.connect(folder / FILE) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
        raw.close()
    else:
        (folder / FILE).write_bytes(content)
    found = looked_at(folder)

    assert 0 == found.entries
    assert () == found.troubles
    open_journal(folder, NOW).close()
    assert 0 == looked_at(folder).entries


# --- trouble --------------------------------------------------------------------------------------


def test_a_damaged_file_is_told_and_left_to_the_next_start(kept: Path) -> None:
    content = (kept / FILE).read_bytes()
    (kept / FILE).write_bytes(content[: len(content) // 2])
    found = looked_at(kept)

    assert found.damaged
    assert found.entries is None
    assert () == found.troubles
    assert not found.writable


def test_after_that_start_it_is_told_until_a_full_check(kept: Path, opened: Opener) -> None:
    content = (kept / FILE).read_bytes()
    (kept / FILE).write_bytes(content[: len(content) // 2])
    journal = opened()
    assert journal.troubles == [Trouble.SALVAGED]
    journal.close()

    assert (Trouble.SALVAGED,) == looked_at(kept).troubles
    assert not survey(kept).damaged
    assert survey(kept).writable
    journal = opened()
    journal.append([check("later", hours=24 * 1000)])
    journal.close()
    assert () == looked_at(kept).troubles


def test_a_start_that_was_cut_short_after_damage_is_told(kept: Path) -> None:
    (kept / FILE).rename(kept / "journal.damaged-20261020-141000-000000.sqlite3")

    assert looked_at(kept).damaged


def test_a_log_without_its_file_is_damage(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{FILE}-wal").write_bytes(b"x" * 5000)

    assert Survey(5000, None, damaged=True) == looked_at(folder)


@pytest.mark.parametrize("table", ["entry", "unfinished"])
def test_a_damaged_row_is_told_and_the_others_count(kept: Path, table: str) -> None:
    column = "body" if table == "entry" else "state"
    with sqlite3.connect(kept / FILE) as raw:
        raw.execute(f"UPDATE {table} SET {column} = {column} || ' '")  # noqa: S608 - named above
    raw.close()
    found = looked_at(kept)

    assert (3, 1) == (found.entries, found.unfinished)
    assert (Trouble.ROWS,) == found.troubles
    assert found.writable


def test_an_entry_of_a_newer_program_is_no_damage(kept: Path) -> None:
    journal = open_journal(kept, NOW)
    row = next(journal.every_row())._replace(id="new", kind="from-the-future")
    journal.merge([row.with_lock("")])
    journal.close()

    assert 4 == looked_at(kept).entries
    assert () == survey(kept).troubles


def newer(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()


def songs(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
    raw.close()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


OTHERS: MappingProxyType[str, tuple[Callable[[Path], object], Trouble]] = MappingProxyType(
    {
        "newer": (newer, Trouble.NEWER),
        "a letter": (lambda file: file.write_text("a letter"), Trouble.NOT_OURS),
        "another database": (songs, Trouble.NOT_OURS),
        "a folder": (a_folder, Trouble.UNAVAILABLE),
    }
)


@pytest.mark.parametrize(("change", "trouble"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_journal_of_this_program_is_told_as_at_a_start(
    kept: Path, change: Callable[[Path], object], trouble: Trouble
) -> None:
    change(kept / FILE)
    found = looked_at(kept)

    assert (trouble,) == found.troubles
    assert found.entries is None
    assert not found.damaged
    with pytest.raises(JournalError) as refused:
        open_journal(kept, NOW)
    assert trouble is refused.value.trouble


def test_a_file_where_the_folder_should_be_is_unavailable(folder: Path) -> None:
    folder.write_text("in the way", encoding="utf-8")

    assert (Trouble.UNAVAILABLE,) == survey(folder).troubles
    assert (Trouble.UNAVAILABLE,) == survey(folder / "below" / "below").troubles


# --- where nothing may be written -----------------------------------------------------------------

posix_only = pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")


def seen_by_a_stranger(folder: Path) -> object:
    def work() -> object:
        found = survey(folder)
        return [found.entries, found.damaged, found.writable, [one.value for one in found.troubles]]

    return as_a_stranger(work)


@posix_only
def test_a_pipe_in_place_of_the_file_is_unavailable(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / FILE)

    assert (Trouble.UNAVAILABLE,) == looked_at(folder).troubles


@posix_only
def test_a_read_only_journal_is_counted(public: Path) -> None:
    before = tree(public)

    assert [2, False, False, ["read_only"]] == seen_by_a_stranger(public)
    assert before == tree(public)


@posix_only
def test_a_read_only_journal_that_is_damaged_is_not_mended_and_not_promised_to_be(
    public: Path,
) -> None:
    (public / FILE).chmod(0o600)
    (public / FILE).write_bytes((public / FILE).read_bytes()[:5000])
    let_be_read(public)

    assert [None, False, False, ["unavailable"]] == seen_by_a_stranger(public)


@posix_only
def test_a_folder_that_may_not_be_entered_is_unavailable(public: Path) -> None:
    public.chmod(0o000)

    assert [None, False, False, ["unavailable"]] == seen_by_a_stranger(public)


@posix_only
def test_a_folder_that_cannot_be_made_is_unavailable(public: Path) -> None:
    assert [0, False, False, ["unavailable"]] == seen_by_a_stranger(public / "below" / "below")
