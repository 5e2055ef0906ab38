"""What the house notices of the course, keeps, hides and ends."""

from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, fill_disk, house_at, house_without_record, record_of

from unspasm.domain.course_entries import CourseShown
from unspasm.domain.course_record import seen_for
from unspasm.domain.entries import EpisodeOver, NothingNew
from unspasm.domain.log_entries import PainLog
from unspasm.domain.urgency import Urgency
from unspasm.journeys.house import House
from unspasm.journeys.today import pain_just_now


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def log(house: House, pain: int = 5) -> None:
    house.append([house.entry(PainLog(pain))])


def a_week(house: House, clock: FakeClock) -> None:
    """Log the same pain on day 0 and on day 8."""
    log(house)
    clock.advance(days=8)
    log(house)


def steps(house: House) -> list[str]:
    return [one.reached.reason.id for one in house.course()]


def test_what_the_record_comes_to_is_kept_once(house: House, clock: FakeClock) -> None:
    a_week(house, clock)

    assert [] == steps(house)
    house.notice()
    house.notice()
    assert ["day_8"] == steps(house)
    assert 1 == len(house.course()[0].settles)


def test_home_tells_what_stands_at_every_start(
    house: House, folder: Path, clock: FakeClock
) -> None:
    a_week(house, clock)
    [noticed] = house.notice()
    home = house_at(folder, clock).home()

    assert (noticed,) == home.course
    assert not home.course[0].shown
    house.append([house.entry(CourseShown(noticed.entry.id))])
    assert house.home().course[0].shown
    assert home.in_episode


def test_a_clock_that_is_set_back_lowers_nothing(house: House, clock: FakeClock) -> None:
    a_week(house, clock)
    house.notice()
    clock.advance(days=-400)

    assert [Urgency.ROUTINE] == [one.urgency for one in house.notice()]


def test_being_seen_settles_it(house: House, clock: FakeClock) -> None:
    a_week(house, clock)
    [noticed] = house.notice()
    house.append([house.entry(body) for body in seen_for(noticed, clock().day)])

    assert () == house.notice() == house.home().course


def test_the_end_of_the_spasm_names_what_stood_then(house: House, clock: FakeClock) -> None:
    a_week(house, clock)
    [noticed] = house.notice()
    house.end_episode()

    [over] = [one for one in house.care_entries() if isinstance(one.body, EpisodeOver)]
    assert over.body == EpisodeOver(frozenset({noticed.entry.id}))
    assert [] == steps(house)
    assert house.episode() is None
    house.retract(over)
    assert ["day_8"] == steps(house)
    assert house.episode() is not None


def test_what_cannot_be_kept_holds_until_the_program_ends(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    a_week(house, clock)

    assert ["day_8"] == [one.reached.reason.id for one in house.notice()]
    [first, second] = [one for one in house.progress_entries() if isinstance(one.body, PainLog)]
    assert not house.retract(first)
    assert second in house.progress_entries()
    assert first not in house.progress_entries()
    assert ["day_8"] == steps(house)


def test_without_a_record_a_retraction_hides_what_is_remembered(clock: FakeClock) -> None:
    house = house_without_record(clock)
    log(house)
    [kept] = house.progress_entries()
    house.retract(kept)

    assert kept not in house.progress_entries()


def test_what_was_hidden_is_gone_from_what_is_said_of_today(house: House, clock: FakeClock) -> None:
    log(house, 7)
    assert 7 == pain_just_now(house)
    [kept] = house.progress_entries()

    assert house.retract(kept)
    assert pain_just_now(house) is None
    assert record_of(house) is not None


def test_what_keeps_somebody_safe_is_not_hidden(house: House) -> None:
    entry = house.entry(NothingNew())
    house.append([entry])

    with pytest.raises(ValueError, match="may not be hidden"):
        house.retract(entry)


def test_progress_reads_so_many_days_and_stops_at_the_beginning_of_time(
    house: House, clock: FakeClock
) -> None:
    log(house)
    clock.advance(days=20)

    assert [] == house.progress_entries(10)
    assert 1 == len(house.progress_entries(10_000_000))
