"""Home reads little and sees the same."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import (
    EMERGENCY,
    FLOOR_ONLY,
    NOW,
    SAME_DAY,
    START,
    check,
    entry,
    histories,
    seen,
    status_of,
)

from unspasm.domain.care_status import CareStatus
from unspasm.domain.entries import About, Called, Entry, EpisodeOver, Lapsed, Said
from unspasm.domain.home import how_things_stand
from unspasm.domain.pack_entries import PackBody
from unspasm.domain.pack_record import PackRecord
from unspasm.journal import Journal, open_journal

Emptied = Callable[[], list[Journal]]


def what_counts(status: CareStatus) -> tuple[object, ...]:
    return status.standing, status.closed, status.latest, status.about, status.under_16


def see_that_home_sees_the_same(journal: Journal) -> None:
    home, care = journal.for_home(), journal.for_care()
    status = status_of(care)

    assert what_counts(status) == what_counts(status_of(home))
    packs = PackRecord(())
    views = [
        how_things_stand(status, entries, NOW, unfinished=None, packs=packs, damaged=False)
        for entries in (care, home)
    ]
    assert views[0] == views[1]
    assert not any(isinstance(one.body, PackBody) for one in (*care, *home))
    assert [] == journal.troubles


@given(histories(), st.integers(1, 4))
def test_home_sees_what_all_entries_add_up_to(
    two_journals: Emptied, history: list[Entry], size: int
) -> None:
    journal, _ = two_journals()
    for place in range(0, len(history), size):
        journal.append(history[place : place + size])

    see_that_home_sees_the_same(journal)


@given(histories(), st.data())
def test_it_does_so_whatever_comes_from_elsewhere_first(
    two_journals: Emptied, history: list[Entry], data: st.DataObject
) -> None:
    here, there = two_journals()
    elsewhere = data.draw(st.sets(st.integers(0, 11)))
    there.append([one for place, one in enumerate(history) if place in elsewhere])
    here.append([one for place, one in enumerate(history) if place not in elsewhere])
    here.merge(there.every_row())

    see_that_home_sees_the_same(here)
    assert what_counts(status_of(history)) == what_counts(status_of(here.for_care()))


def years_of_checks(count: int) -> list[Entry]:
    """Checks that a clinician has seen one by one, spasms that ended, and who the person is."""
    kept: list[Entry] = []
    for number in range(count):
        hours = float(number * 24)
        name = f"check-{number:05}"
        reasons = ((EMERGENCY,), (SAME_DAY, FLOOR_ONLY), ())[number % 3]
        kept.append(check(name, *reasons, hours=hours))
        kept.append(seen(f"seen-{number}", name, *reasons, hours=hours + 1))
        if number % 10 == 0:
            kept.append(entry(f"over-{number}", EpisodeOver(), hours=hours + 2))
            kept.append(entry(f"about-{number}", About(year_of_birth=1950), hours=hours + 2))
    return kept


@pytest.fixture(scope="module")
def long_kept(quick_folder: Path) -> Path:
    """A journal with 3,000 settled checks."""
    folder = quick_folder / "years"
    journal = open_journal(folder, NOW)
    journal.append(years_of_checks(3000))
    journal.close()
    return folder


def test_3000_settled_checks_make_home_read_no_more_than_60_do(
    long_kept: Path, journal: Journal
) -> None:
    journal.append(years_of_checks(60))
    long = open_journal(long_kept, NOW)

    assert len(journal.for_home()) == len(long.for_home())
    assert len(long.for_home()) <= 15
    long.close()


def test_an_old_check_that_stands_is_found_among_3000(long_kept: Path) -> None:
    journal = open_journal(long_kept, NOW)
    if not journal.checked_since(START + timedelta(days=4000)):
        old = check("stands", EMERGENCY, hours=-1)
        journal.append([old, entry("called", Called("stands")), check("new", hours=24 * 4001)])

    [standing] = status_of(journal.for_home()).standing
    assert "stands" == standing.check.id
    assert standing.called_at is not None
    journal.close()


def test_what_has_lapsed_is_not_read_for_ever(journal: Journal) -> None:
    for number in range(40):
        hours, name = number * 10.0, f"same-day-{number}"
        lapsed = Lapsed(name, frozenset({SAME_DAY.id}))
        journal.append(
            [
                check(name, SAME_DAY, hours=hours),
                entry(f"over-{number}", EpisodeOver(frozenset({name})), hours=hours + 1),
                check(f"clear-{number}", hours=hours + 2),
                entry(f"lapsed-{number}", lapsed, hours=hours + 2),
            ]
        )

    assert () == status_of(journal.for_care()).standing
    assert len(journal.for_home()) <= 3


def test_an_emergency_stands_whatever_comes_after_it(journal: Journal) -> None:
    journal.append(
        [check("e", EMERGENCY), entry("over", EpisodeOver(), hours=1), check("clear", hours=2)]
    )

    see_that_home_sees_the_same(journal)
    assert ["e"] == [one.check.id for one in status_of(journal.for_home()).standing]


@pytest.mark.parametrize("said", Said)
def test_home_knows_what_a_clinician_left_closed(journal: Journal, said: Said) -> None:
    journal.append([check("c", SAME_DAY), seen("s", "c", SAME_DAY, said=said)])

    see_that_home_sees_the_same(journal)


def test_of_what_was_said_at_the_same_moment_the_same_counts(journal: Journal) -> None:
    for number in range(7):
        journal.append([entry(f"about-{number}", About(year_of_birth=1950 + number))])
        journal.append([check(f"check-{number}", hours=1)])

    see_that_home_sees_the_same(journal)


def test_two_who_settle_half_a_check_each_settle_it(journal: Journal, tmp_path: Path) -> None:
    kept = check("c", SAME_DAY, FLOOR_ONLY)
    other = open_journal(tmp_path / "other", NOW)
    for one in (journal, other):
        one.append([kept])
    journal.append([seen("here", "c", SAME_DAY)])
    other.append([seen("there", "c", FLOOR_ONLY)])
    journal.merge(other.every_row())
    other.close()

    assert () == status_of(journal.for_home()).standing
    see_that_home_sees_the_same(journal)
