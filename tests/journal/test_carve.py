"""Records straight from the pages, whatever they are."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import EMERGENCY, NOW, check, entry

from unspasm.domain.entries import About, EpisodeOver
from unspasm.journal import FILE, Journal, open_journal
from unspasm.journal.carve import PAGE, records
from unspasm.journal.salvage import found_in, found_in_log

Opener = Callable[[], Journal]
# Sizes on both sides of where a row no longer fits on its page, or on another one.
SIZES = (0, 1, 100, 400, 489, 3800, 3900, 4000, 4061, 4062, 4500, 8000, 8200, 12_300, 100_000)


def ids_in_log(log: Path) -> set[str]:
    return {row.id for row in found_in_log(log.read_bytes())}


@given(st.binary(max_size=3 * PAGE), st.binary(max_size=3 * PAGE))
def test_no_bytes_at_all_are_an_error(file: bytes, log: bytes) -> None:
    assert [] == [one for one in records(file, log) if len(one) > 1000]


@given(st.data())
def test_a_real_page_with_any_damage_is_no_error(data: st.DataObject) -> None:
    page = bytearray(A_PAGE)
    for place in data.draw(st.lists(st.integers(0, PAGE - 1), max_size=20)):
        page[place] = data.draw(st.integers(0, 255))

    list(records(bytes(PAGE) + page))


A_PAGE = b"\x0d\x00\x00\x00\x01\x0f\xf0\x00\x0f\xf0".ljust(PAGE - 16, b"\0") + b"\x0e\x01" * 8


def test_every_row_is_found_however_long_it_is(folder: Path, journal: Journal) -> None:
    kept = [entry(f"{size}-{n}", About(country="x" * size)) for size in SIZES for n in range(3)]
    journal.append(kept)
    in_log = ids_in_log(folder / f"{FILE}-wal")
    journal.close()
    in_file = {row.id for row in found_in(folder / FILE).rows}

    assert {one.id for one in kept} == in_log == in_file


def test_rows_are_found_across_many_pages(folder: Path, opened: Opener) -> None:
    journal = opened()
    kept = [check(f"check-{number}", EMERGENCY, hours=number) for number in range(500)]
    journal.append(kept)
    journal.close()

    assert {one.id for one in kept} == {row.id for row in found_in(folder / FILE).rows}


def test_a_transaction_that_was_not_ended_is_not_there(folder: Path, journal: Journal) -> None:
    journal.append([entry("kept", EpisodeOver())])
    journal._connection.execute("PRAGMA cache_size = 1")
    journal._connection.execute("BEGIN IMMEDIATE")
    journal._insert([entry(f"lost-{number}", About(country="x" * 5000)) for number in range(50)])
    log = folder / f"{FILE}-wal"

    assert b"lost-1" in log.read_bytes()
    assert {"kept"} == ids_in_log(log)
    journal._connection.execute("ROLLBACK")


def test_what_is_left_of_an_older_log_is_not_taken_for_the_end_of_this_one(
    folder: Path, journal: Journal
) -> None:
    for number in range(20):
        journal.append([entry(f"old-{number}", About(country="x" * 5000))])
    journal._connection.execute("PRAGMA wal_checkpoint(RESTART)")
    journal._connection.execute("PRAGMA cache_size = 1")
    journal._connection.execute("BEGIN IMMEDIATE")
    journal._insert([entry(f"lost-{number}", About(country="y" * 5000)) for number in range(9)])
    found = ids_in_log(folder / f"{FILE}-wal")

    assert set() == {name for name in found if name.startswith("lost")}
    journal._connection.execute("ROLLBACK")
    journal.close()
    journal = open_journal(folder, NOW)
    assert [] == journal.troubles
    assert len(list(journal.every_row())) == 20
    journal.close()
