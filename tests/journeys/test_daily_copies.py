"""A copy of the journal a day, the latest few kept."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, house_at, record_of
from tests.seeds import checked

from unspasm.journal import FILE, Trouble, backups, delete_journal, open_journal
from unspasm.journal.rotate import KEPT
from unspasm.journeys.house import House

DAY = 86_400


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    found = house_at(folder, clock)
    checked(found)
    return found


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("journal.day-*"))


def test_the_first_start_of_a_day_makes_a_copy_and_no_later_one_does(
    house: House, folder: Path, clock: FakeClock
) -> None:
    house.back_up()
    [name] = copies(folder)
    before = (folder / name).read_bytes()
    checked(house)
    clock.advance(3600)
    house.back_up()

    assert before == (folder / name).read_bytes()
    assert [name] == copies(folder)


def test_a_copy_is_a_whole_journal_that_only_its_owner_can_read(
    house: House, folder: Path, tmp_path: Path, clock: FakeClock
) -> None:
    house.back_up()
    [name] = copies(folder)
    assert 0o600 == (folder / name).stat().st_mode & 0o777
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / FILE).write_bytes((folder / name).read_bytes())
    journal = open_journal(elsewhere, clock())

    assert record_of(house).for_care() == journal.for_care()
    journal.close()


def test_only_the_latest_days_are_kept(house: House, folder: Path, clock: FakeClock) -> None:
    for _ in range(KEPT + 3):
        clock.advance(DAY)
        house.back_up()

    names = copies(folder)
    assert KEPT == len(names)
    today = clock().wall
    assert f"journal.day-{today:%Y%m%d}.sqlite3" == names[-1]
    assert f"journal.day-{today - timedelta(days=KEPT - 1):%Y%m%d}.sqlite3" == names[0]


def test_a_clock_that_was_set_back_replaces_no_copy(
    house: House, folder: Path, clock: FakeClock
) -> None:
    house.back_up()
    names = copies(folder)
    clock.advance(days=-3)
    house.back_up()

    assert names == copies(folder)


def test_an_empty_journal_is_not_copied(folder: Path, clock: FakeClock) -> None:
    house_at(folder, clock).back_up()

    assert [] == copies(folder)


def test_what_cannot_be_copied_disturbs_nothing_and_leaves_nothing_half_made(
    house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: Path, _target: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("unspasm.journal.rotate._copy", fail)
    house.back_up()

    assert [] == copies(folder)
    assert house.keeps
    assert not list(folder.glob("*.half"))


def cut_short(folder: Path) -> None:
    """Leave of the journal what no longer holds any entry."""
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[:4096])


def test_what_damage_has_destroyed_comes_back_from_the_copies(
    house: House, folder: Path, clock: FakeClock
) -> None:
    kept = house.care_entries()
    house.back_up()
    clock.advance(DAY)
    checked(house)
    house.close()
    cut_short(folder)
    again = house_at(folder, clock)

    assert kept == again.care_entries()
    assert (Trouble.SALVAGED,) == again.troubles
    again.close()


def test_a_copy_that_cannot_be_read_keeps_nobody_from_the_others(
    house: House, folder: Path, clock: FakeClock
) -> None:
    kept = house.care_entries()
    house.back_up()
    house.close()
    (folder / "journal.day-20200101.sqlite3").mkdir()
    (folder / "journal.day-20200102.sqlite3").write_bytes(b"rubbish")
    cut_short(folder)
    again = house_at(folder, clock)

    assert kept == again.care_entries()
    again.close()


def test_to_delete_everything_deletes_the_copies(house: House, folder: Path) -> None:
    house.back_up()
    assert copies(folder)
    house.close()
    delete_journal(folder)

    assert [] == backups(folder)
