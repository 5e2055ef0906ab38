"""A damaged journal: kept, salvaged, told. What locks is never lost without a word."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.faults.tally import Count, Tally, often
from tests.journal.copies_at_work import Copy, all_at_once
from tests.journal.made_up import (
    EMERGENCY,
    FLOOR_ONLY,
    NOW,
    SAME_DAY,
    check,
    entry,
    seen,
    status_of,
)

from unspasm.domain.care_status import CareStatus
from unspasm.domain.entries import About, Called, Entry, EpisodeOver
from unspasm.journal import FILE, Journal, JournalError, Trouble, Unfinished, backups, open_journal
from unspasm.journal.carve import PAGE
from unspasm.journal.records import to_row

Opener = Callable[[], Journal]
DAMAGE = {Trouble.ROWS, Trouble.SALVAGED}
STEP = Unfinished("run", "check", "2026-05-03T14:10:00+00:00", "content-1", "x" * 50)
MOST_ON_A_PAGE = 16
"""Entries of the record below that one page holds."""
HEADER_FIELDS = (0, 15, 16, 17, 18, 19, 20, 21, 24, 28, 31, 32, 36, 40, 44, 47, 52, 56, 59, 60)
LATE_HEADER_FIELDS = (63, 64, 68, 71, 72, 92, 96)


def a_record() -> list[Entry]:
    """Years of somebody: nearly all settled, but an emergency and a pregnancy stand."""
    kept = [entry("about", About(year_of_birth=1980, pregnancy="pregnant"))]
    for number in range(20):
        name = f"check-{number}"
        reasons = (SAME_DAY, FLOOR_ONLY) if number % 2 else (EMERGENCY,)
        kept.append(check(name, *reasons, hours=number))
        kept.append(entry(f"called-{number}", Called(name), hours=number))
        kept.append(seen(f"seen-{number}", name, *reasons, hours=number))
    many = tuple(EMERGENCY.__class__(f"sign-{n}", "s", *WORTH, "why" * 40, ()) for n in range(30))
    kept.insert(30, check("with-overflow", *many, hours=3))
    kept.insert(31, seen("seen-with-overflow", "with-overflow", *many, hours=4))
    kept.append(check("stands", EMERGENCY, hours=30))
    kept.append(entry("over", EpisodeOver(), hours=31))
    kept.append(check("latest", hours=32))
    return kept


WORTH = (EMERGENCY.urgency, EMERGENCY.locks)
RECORD = a_record()
STATUS = status_of(RECORD)


def standing(status: CareStatus) -> object:
    """What stands, and what is closed."""
    return [(one.check.id, one.reasons, one.closed) for one in status.standing], status.closed


@pytest.fixture(scope="module")
def whole(quick_folder: Path) -> dict[str, bytes]:
    """The file of that record once closed, and file and log of it as kill -9 would leave them."""
    folder = quick_folder / "whole"
    journal = open_journal(folder, NOW)
    for number in range(0, len(RECORD), 5):
        journal.append(RECORD[number : number + 5])
    journal.keep_unfinished(STEP)
    log, before = (folder / f"{FILE}-wal").read_bytes(), (folder / FILE).read_bytes()
    journal.close()
    return {"closed": (folder / FILE).read_bytes(), "log": log, "before": before}


@pytest.fixture
def file(folder: Path, whole: dict[str, bytes]) -> Path:
    """The file of that record, closed."""
    folder.mkdir()
    (folder / FILE).write_bytes(whole["closed"])
    return folder / FILE


@pytest.fixture
def log(folder: Path, whole: dict[str, bytes]) -> Path:
    """The log of that record; next to nothing is in the file itself."""
    folder.mkdir()
    (folder / FILE).write_bytes(whole["before"])
    (folder / f"{FILE}-wal").write_bytes(whole["log"])
    return folder / f"{FILE}-wal"


def opened_after_damage(file: Path) -> Iterator[Journal]:
    """The journal in `file`, unless it is refused, which must leave it as it is."""
    before = file.read_bytes()
    try:
        journal = open_journal(file.parent, NOW)
    except JournalError:
        assert before == file.read_bytes()
        return
    try:
        yield journal
    finally:
        journal.close()


def see_that_nothing_is_lost_in_silence(
    file: Path, most_lost: int, count: Count | None = None
) -> None:
    """Open, read as Home does and as the doors do, and hold both against what was kept."""
    damaged = file.read_bytes()
    for journal in opened_after_damage(file):
        for read in (journal.for_home, journal.for_care):
            found = read()
            assert all(one in RECORD for one in found)
            assert standing(STATUS) == standing(status_of(found)) or DAMAGE & set(journal.troubles)
        lost = len(RECORD) - len(found)
        assert 0 <= lost <= most_lost
        told = bool(DAMAGE & set(journal.troubles))
        (count or Count()).hold({one.id for one in RECORD}, {one.id for one in found}, told=told)
        if Trouble.SALVAGED in journal.troubles:
            assert damaged in [path.read_bytes() for path in backups(file.parent)]


# --- all kinds of damage --------------------------------------------------------------------------


@pytest.mark.parametrize("seed", often(40, 100))
def test_a_flipped_bit_anywhere_loses_nothing_in_silence(
    file: Path, tally: Tally, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    content = bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)

    with tally("flipped bit in the journal") as count:
        see_that_nothing_is_lost_in_silence(file, MOST_ON_A_PAGE, count)


@pytest.mark.parametrize("place", HEADER_FIELDS + LATE_HEADER_FIELDS)
def test_a_flipped_bit_in_the_header_loses_no_entry(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 1 << place % 8
    file.write_bytes(content)

    see_that_nothing_is_lost_in_silence(file, most_lost=0)


@pytest.mark.parametrize("seed", often(12, 100))
def test_a_flipped_bit_in_the_log_loses_nothing_in_silence(
    log: Path, tally: Tally, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    content = bytearray(log.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    log.write_bytes(content)

    with tally("flipped bit in its write-ahead log") as count:
        see_that_nothing_is_lost_in_silence(log.with_name(FILE), MOST_ON_A_PAGE, count)


def test_zeros_over_any_page_lose_only_that_page(file: Path, tally: Tally) -> None:
    whole = file.read_bytes()
    for place in range(0, len(whole), PAGE):
        for path in backups(file.parent):
            path.unlink()
        file.write_bytes(whole[:place] + bytes(PAGE) + whole[place + PAGE :])

        with tally("zeros over each page") as count:
            see_that_nothing_is_lost_in_silence(file, MOST_ON_A_PAGE, count)


@pytest.mark.parametrize("more", often(2, 8))
def test_what_is_left_of_a_file_cut_short_at_any_page_is_kept(
    file: Path, tally: Tally, more: int
) -> None:
    """Cut at each page and, in further runs, some bytes before it."""
    whole = file.read_bytes()
    for place in range(2 * PAGE, len(whole) + PAGE, PAGE):
        for path in backups(file.parent):
            path.unlink()
        left = whole[: place - 577 * more]
        file.write_bytes(left)

        with tally("cut short at each page") as count:
            see_that_nothing_is_lost_in_silence(file, len(RECORD) - whole_in(left), count)


def whole_in(content: bytes) -> int:
    """Count the entries that stand in these bytes with a whole body, on a page that is whole."""
    pages = [content[place : place + PAGE] for place in range(0, len(content), PAGE)]
    rows = [to_row(one, "") for one in RECORD]
    begins = [(f"{row.id}{row.at}".encode(), row.body.encode()) for row in rows]
    return sum(
        any(len(page) == PAGE and begin in page and body in page for page in pages)
        for begin, body in begins
    )


@pytest.mark.parametrize("more", often(1, 4))
def test_what_is_left_of_a_log_cut_short_at_any_page_is_kept(
    log: Path, whole: dict[str, bytes], tally: Tally, more: int
) -> None:
    """As after a loss of power: what was told before must stand there up to the cut."""
    frame = 24 + PAGE
    for place in range(32 + frame, len(whole["log"]) + 1, frame):
        for path in backups(log.parent):
            path.unlink()
        log.with_name(FILE).write_bytes(whole["before"])
        log.write_bytes(whole["log"][: place - 577 * more])

        with tally("its log cut short at each page"):
            for journal in opened_after_damage(log.with_name(FILE)):
                found = journal.for_care()
                assert all(one in RECORD for one in found)
                assert sorted(one.id for one in found) == sorted(
                    one.id for one in RECORD[: len(found)]
                )


@pytest.mark.parametrize("length", [2, 15, 16, 50, 71, 99, 100, 101, 511, 512, 4095, 4096, 4097])
def test_a_file_cut_to_next_to_nothing_is_told(
    file: Path, folder: Path, length: int, opened: Opener
) -> None:
    file.write_bytes(file.read_bytes()[:length])

    journal = opened()
    assert [] == journal.for_care()
    assert [Trouble.SALVAGED] == journal.troubles
    assert len(list(folder.glob("*damaged*"))) == 1


# --- what becomes of it ---------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 7, 15, 16, 18, 19, 20, 47, 59, 68, 105, 4096])
def test_whatever_page_is_unreadable_to_sqlite_the_entries_are_there(
    file: Path, place: int, opened: Opener
) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x55
    file.write_bytes(content)
    journal = opened()

    assert sorted(one.id for one in RECORD) == sorted(one.id for one in journal.for_care())
    assert standing(STATUS) == standing(status_of(journal.for_home()))


def test_a_damaged_file_is_kept_and_work_goes_on_in_a_new_one(file: Path, opened: Opener) -> None:
    content = b"X" + file.read_bytes()[1:]
    file.write_bytes(content)
    journal = opened()
    journal.append([entry("new", EpisodeOver())])

    [damaged] = file.parent.glob("*damaged*")
    assert content == damaged.read_bytes()
    assert [Trouble.SALVAGED] == journal.troubles
    assert len(opened().for_care()) == len(RECORD) + 1


def test_an_unfinished_check_is_salvaged_too(file: Path, opened: Opener) -> None:
    file.write_bytes(b"X" + file.read_bytes()[1:])

    assert [STEP] == opened().unfinished("check")


def test_damage_is_told_at_every_start_until_there_is_a_full_check(
    file: Path, opened: Opener
) -> None:
    file.write_bytes(b"X" + file.read_bytes()[1:])
    late = 24.0 * 901

    assert [Trouble.SALVAGED] == opened().troubles
    journal = opened()
    assert [Trouble.SALVAGED] == journal.troubles
    journal.append([check("cut-short", EMERGENCY, hours=late, complete=False)])
    assert [Trouble.SALVAGED] == opened().troubles
    journal.append([check("full", hours=late)])
    assert [] == opened().troubles


def test_damage_twice_in_a_moment_keeps_both_files(file: Path, opened: Opener) -> None:
    for _ in range(2):
        file.write_bytes(b"X" + file.read_bytes()[1:])
        opened().close()

    assert len(list(file.parent.glob("*damaged*"))) == 2
    assert len(opened().for_care()) == len(RECORD)


def test_a_salvage_that_was_cut_short_is_taken_up_at_the_next_start(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"X" + file.read_bytes()[1:])

    def full(*_arguments: object) -> int:
        raise JournalError(Trouble.FULL)

    with monkeypatch.context() as broken:
        broken.setattr(Journal, "merge", full)
        assert Trouble.FULL in opened().troubles

    assert len(opened().for_care()) == len(RECORD)


def test_a_log_that_lost_its_file_is_salvaged(log: Path, opened: Opener) -> None:
    log.with_name(FILE).unlink()
    journal = opened()

    assert sorted(one.id for one in RECORD) == sorted(one.id for one in journal.for_care())
    assert [Trouble.SALVAGED] == journal.troubles


def test_a_log_whose_file_is_empty_is_salvaged(log: Path, opened: Opener) -> None:
    log.with_name(FILE).write_bytes(b"")

    assert len(opened().for_care()) == len(RECORD)


def test_what_a_damaged_log_hides_from_sqlite_is_put_back_and_the_log_kept(
    log: Path, opened: Opener
) -> None:
    content = bytearray(log.read_bytes())
    content[32 + 16] ^= 1  # the checksum of its first frame: SQLite takes all of it for nothing
    log.write_bytes(content)
    journal = opened()

    assert sorted(one.id for one in RECORD) == sorted(one.id for one in journal.for_care())
    assert [Trouble.SALVAGED] == journal.troubles
    assert content in [path.read_bytes() for path in log.parent.glob("*damaged*-wal")]


def test_a_log_that_was_cut_off_in_a_transaction_is_no_damage(log: Path, opened: Opener) -> None:
    log.write_bytes(log.read_bytes()[:-PAGE])
    journal = opened()

    assert [] == journal.troubles
    assert [] == journal.unfinished("check")  # which was written last
    assert len(journal.for_care()) == len(RECORD)


def test_copies_that_find_the_damage_at_once_salvage_it_once(file: Path, opened: Opener) -> None:
    file.write_bytes(b"X" + file.read_bytes()[1:])
    said = all_at_once(
        5,
        file.parent,
        """
        journal = open_journal(folder, now)
        journal.append([entry(EpisodeOver())])
        say(*(trouble.value for trouble in journal.troubles))
        """,
    )

    assert [["salvaged"]] * 5 == said
    assert len(list(file.parent.glob("*damaged*"))) == 1
    assert len(opened().for_care()) == len(RECORD) + 5


def test_a_copy_that_runs_while_another_sets_its_file_aside_acknowledges_nothing_more(
    file: Path, opened: Opener
) -> None:
    running = Copy(
        file.parent,
        """
        journal = open_journal(folder, now)
        say("open")
        hear()
        try:
            journal.append([entry(EpisodeOver())])
        except JournalError as error:
            say(error.trouble.value)
        """,
    )
    assert running.hear() == "open"
    content = bytearray(file.read_bytes())
    content[PAGE] ^= 0xFF
    file.write_bytes(content)
    opened()
    running.say()

    assert ["write_failed"] == running.rest()
    assert len(opened().for_care()) == len(RECORD)


# --- damaged rows ---------------------------------------------------------------------------------


def spoil(journal: Journal, name: str, column: str = "body", value: object = "{}") -> None:
    """Change a column of a row behind its checksum's back."""
    journal._connection.execute(f"UPDATE entry SET {column} = ? WHERE id = ?", (value, name))  # noqa: S608


@pytest.mark.parametrize("value", ["", "{}", b"\xff\xfe", 0, 1.5, "\x00"])
@pytest.mark.parametrize(
    "column", ["id", "at", "kind", "version", "target", "lock", "crc32", "body"]
)
def test_a_standing_check_that_cannot_be_read_is_told(
    journal: Journal, column: str, value: object
) -> None:
    journal.append(RECORD)
    spoil(journal, "stands", column, value)
    for read in (journal.for_home, journal.for_care):
        journal.troubles.clear()
        found = read()

        # An empty lock does not come about by damage: its length stands elsewhere in the row.
        forged = (column, value) == ("lock", "") and read == journal.for_home
        told = [Trouble.ROWS] == journal.troubles
        assert told or forged or "stands" in {one.id for one in found}


def test_text_that_is_no_text_any_more_hides_no_other_row(journal: Journal) -> None:
    journal.append(RECORD)
    journal._connection.execute(
        "UPDATE entry SET body = CAST(x'ff7b7d' AS TEXT) WHERE id = 'called-3'"
    )

    assert len(journal.for_care()) == len(RECORD) - 1
    assert [Trouble.ROWS] == journal.troubles


@pytest.mark.parametrize("spoiled", ["first", "second"])
@pytest.mark.parametrize("column", ["body", "lock", "target", "crc32"])
def test_a_damaged_settlement_never_opens_anything(
    journal: Journal, spoiled: str, column: str
) -> None:
    journal.append([check("c", SAME_DAY, FLOOR_ONLY)])
    journal.append([seen("first", "c", SAME_DAY)])
    journal.append([seen("second", "c", FLOOR_ONLY)])
    assert frozenset() == status_of(journal.for_home()).closed
    spoil(journal, spoiled, column, "" if column == "lock" else "x")

    for read in (journal.for_home, journal.for_care):
        closed = status_of(read()).closed
        assert closed or (spoiled, column) == ("second", "lock")  # which is empty as it should be


def test_a_settlement_with_a_forged_lock_opens_nothing(journal: Journal) -> None:
    journal.append([check("c", SAME_DAY, FLOOR_ONLY), seen("s", "c", SAME_DAY)])
    spoil(journal, "s", "lock", "")

    for read in (journal.for_home, journal.for_care):
        assert {"c"} == {one.check.id for one in status_of(read()).standing}
        assert [Trouble.ROWS] == journal.troubles


def test_a_damaged_row_is_mended_by_the_intact_one_from_elsewhere(journal: Journal) -> None:
    journal.append(RECORD)
    intact = [row for row in journal.every_row() if row.id == "stands"]
    spoil(journal, "stands")

    assert journal.merge(intact) == 1
    assert {one.id for one in RECORD} == {one.id for one in journal.for_care()}
    assert [] == journal.troubles


def test_what_settles_is_looked_at_again_when_something_of_it_was_lost(
    journal: Journal, tmp_path: Path
) -> None:
    journal.append([check("c", SAME_DAY, FLOOR_ONLY)])
    journal.append([seen("first", "c", SAME_DAY)])
    journal.append([seen("second", "c", FLOOR_ONLY)])
    left = [row for row in journal.every_row() if row.id != "first"]
    other = open_journal(tmp_path / "other", NOW)
    other.merge(left)

    [standing] = status_of(other.for_home()).standing
    assert (SAME_DAY,) == standing.reasons
    other.close()


def test_an_index_that_leaves_everything_out_hides_nothing(folder: Path, opened: Opener) -> None:
    journal = opened()
    journal.append(RECORD)
    for (name,) in journal._connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall():
        journal._connection.execute(f"DROP INDEX {name}")
    journal._connection.execute("CREATE INDEX empty ON entry (target) WHERE target = 'nothing'")
    journal._connection.execute("PRAGMA writable_schema = ON")
    journal._connection.execute(
        "UPDATE sqlite_master SET name = 'entry_by_target',"
        " sql = 'CREATE INDEX entry_by_target ON entry (target) WHERE target IS NOT NULL'"
        " WHERE name = 'empty'"
    )
    journal.close()
    journal = opened()

    assert standing(STATUS) == standing(status_of(journal.for_care()))
    closed = status_of(journal.for_home()).closed
    assert STATUS.closed <= closed
