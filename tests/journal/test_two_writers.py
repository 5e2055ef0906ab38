"""Two copies of the program that write ten thousand logs together."""

import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.journal.copies_at_work import all_at_once
from tests.journal.made_up import NOW, START, everything_in

from unspasm.domain.log_entries import PainLog
from unspasm.journal import FILE, Journal, open_journal
from unspasm.journal.transfer import export_lines, import_lines

EACH, BATCH = 5_000, 50
FEW = 20


def writing(batches: int) -> str:
    """What a copy runs: it writes batches, and says the ids of each once it is acknowledged."""
    return f"""
from unspasm.domain.log_entries import PainLog
journal = open_journal(folder, now)
for batch in range({batches}):
    mine = [entry(PainLog(place % 11, note=f"{{batch}}-{{place}}")) for place in range({BATCH})]
    journal.append(mine)
    say(*(one.id for one in mine))
say("troubles", *journal.troubles)
journal.close()
"""


def is_sound(folder: Path) -> bool:
    """Whether the database finds nothing wrong with its file."""
    with sqlite3.connect(folder / FILE) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchall()
    raw.close()
    return found == [("ok",)]


def test_two_processes_that_write_ten_thousand_entries_lose_none(
    folder: Path, journal: Journal
) -> None:
    said = all_at_once(2, folder, writing(EACH // BATCH))
    acknowledged = [lines[:-1] for lines in said]
    names = [name for lines in acknowledged for line in lines for name in line.split()]

    assert ["troubles", "troubles"] == [lines[-1] for lines in said]
    assert 2 * EACH == len(names)
    kept = everything_in(journal)
    assert Counter(names) == Counter(one.id for one in kept)
    first, second = ({line.split()[0] for line in lines[:-1]} for lines in said)
    turns = [one.id in first for one in kept if one.id in first | second]
    assert turns not in (sorted(turns), sorted(turns, reverse=True)), "they never wrote in turns"
    expected = Counter(
        f"{batch}-{place}" for batch in range(EACH // BATCH) for place in range(BATCH)
    )
    notes = Counter(one.body.note for one in kept if isinstance(one.body, PainLog))
    assert {name: 2 * count for name, count in expected.items()} == notes
    assert [] == journal.troubles
    assert is_sound(folder)


def test_no_batch_is_torn_apart_and_each_writers_come_in_their_order(
    folder: Path, journal: Journal
) -> None:
    said = all_at_once(2, folder, writing(FEW))
    places = {row.id: place for place, row in enumerate(journal.every_row())}

    for lines in said:
        batches = [[places[name] for name in line.split()] for line in lines[:-1]]
        for batch in batches:
            assert list(range(batch[0], batch[0] + BATCH)) == batch
        assert sorted(batches) == batches
    assert 2 * FEW * BATCH == len(places)


def test_what_two_have_written_is_read_the_same_by_a_third(folder: Path, journal: Journal) -> None:
    said = all_at_once(2, folder, writing(FEW))
    long_ago = datetime(1, 1, 2, tzinfo=UTC)
    third = open_journal(folder, NOW)
    mine, theirs = (one.for_progress(long_ago) for one in (journal, third))
    third.close()

    assert mine == theirs
    names = {name for lines in said for line in lines[:-1] for name in line.split()}
    assert names == {one.id for one in mine}
    assert {START} == {one.at for one in mine}
    assert {timedelta(0)} == {one.utc_offset for one in mine}


def test_two_records_of_ten_thousand_merge_into_one(folder: Path, journal: Journal) -> None:
    all_at_once(2, folder, writing(EACH // BATCH))
    other = open_journal(folder.with_name("other"), NOW)
    lines = list(export_lines(journal))
    first = import_lines(other, lines, NOW)
    again = import_lines(other, lines, NOW)

    assert (2 * EACH, 0) == (first.new, first.known)
    assert (0, 2 * EACH) == (again.new, again.known)
    assert sorted(lines) == sorted(export_lines(other))
    other.close()
    assert is_sound(folder.with_name("other"))
