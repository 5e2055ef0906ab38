"""One running copy: what it knows, what it could not keep, and what other copies have written."""

from pathlib import Path

import pytest
from tests.journeys.houses import (
    FakeClock,
    answer_all,
    answer_to,
    bodies,
    fill_disk,
    house_at,
    house_without_record,
    kept_in,
    press,
    record_of,
)

from unspasm.domain.check_events import Confirm, Ending, Tick
from unspasm.domain.entries import About, Check, EpisodeOver, Said
from unspasm.domain.locks import Activity
from unspasm.domain.urgency import Urgency
from unspasm.journal import JournalError, Trouble
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House

EVERYTHING = frozenset(Activity)


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def emergency(house: House, clock: FakeClock) -> CheckJourney:
    run = CheckJourney(house)
    press(run, clock, Tick("saddle"), Confirm())
    return run


# --- nothing can be written -----------------------------------------------------------------------


def test_a_full_disk_never_stops_a_check(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    run = CheckJourney(house)
    answer_all(run, clock, "fever", "diabetes")

    assert run.state.ending is Ending.COMPLETE
    assert run.state.check.urgency is Urgency.SAME_DAY
    assert run.entry is not None
    assert not run.kept
    assert not house.keeps
    assert house.troubles == (Trouble.FULL,)


def test_locks_that_could_not_be_kept_hold_while_the_program_runs(
    house: House, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    emergency(house, clock)

    assert house.status().closed == EVERYTHING
    assert house.home().standing is Urgency.EMERGENCY
    assert bodies(house, Check)
    assert not kept_in(folder, clock)


def test_what_was_learned_holds_while_the_program_runs(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    answer_all(CheckJourney(house), clock, "maybe_pregnant")

    assert house.status().about.pregnancy == "maybe_pregnant"
    assert house.home().pregnant
    assert house.status().closed == {Activity.FLOOR}


def test_a_finished_check_that_could_not_be_kept_is_not_offered_again(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CheckJourney(house)
    answer_to(run, clock, "pain", "everyday")
    fill_disk(house, monkeypatch)
    answer_all(run, clock, "everyday")

    assert house.home().unfinished is None
    again = CheckJourney(house)
    assert not again.resumed
    assert not again.state.yes


def test_a_check_under_way_that_could_not_be_kept_goes_on_while_the_program_runs(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    press(CheckJourney(house), clock, Tick("saddle"))

    asked = house.catalogue.rules.signs["saddle"].ask
    assert house.home().unfinished == (asked,)
    assert CheckJourney(house).state.yes == {"saddle"}


def test_seen_and_mistakes_that_could_not_be_kept_hold_while_the_program_runs(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = emergency(house, clock)
    assert run.entry is not None
    card = CareJourney(house, run.entry)
    fill_disk(house, monkeypatch)

    assert not card.seen(0, Said.GO_ON)
    assert not card.kept
    assert not house.status().closed
    assert card.can_go_on


def test_once_there_is_room_again_new_things_are_kept(
    house: House, folder: Path, clock: FakeClock
) -> None:
    with pytest.MonkeyPatch.context() as full:
        fill_disk(house, full)
        emergency(house, clock)
    clock.advance()

    assert house.end_episode()
    assert [type(body) for body in kept_in(folder, clock)] == [EpisodeOver]
    assert house.status().closed == EVERYTHING
    assert not house.keeps


def test_each_trouble_is_told_once(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch, Trouble.WRITE_FAILED)
    emergency(house, clock)
    fill_disk(house, monkeypatch, Trouble.FULL)
    house.end_episode()

    assert house.troubles == (Trouble.WRITE_FAILED, Trouble.FULL)


@pytest.mark.parametrize("trouble", Trouble)
def test_without_a_record_everything_works_and_the_reason_is_known(
    clock: FakeClock, trouble: Trouble
) -> None:
    house = house_without_record(clock, trouble)
    run = emergency(house, clock)

    assert not run.kept
    assert run.entry is not None
    assert house.troubles == (trouble,)
    assert house.status().closed == EVERYTHING
    assert not house.changed_elsewhere()
    assert CareJourney(house, run.entry).stays
    house.close()


def test_a_record_that_cannot_be_read_is_told_and_stops_nothing(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise JournalError(Trouble.UNAVAILABLE)

    for name in ("for_care", "for_home", "unfinished", "changed_elsewhere"):
        monkeypatch.setattr(record_of(house), name, refuse)

    assert house.home().standing is Urgency.SELF_CARE
    assert not house.changed_elsewhere()
    assert house.troubles == (Trouble.UNAVAILABLE,)
    assert emergency(house, clock).state.ending is Ending.EMERGENCY


def test_a_house_that_has_kept_everything_says_so(house: House, clock: FakeClock) -> None:
    assert house.keeps
    emergency(house, clock)

    assert house.keeps


# --- two copies -----------------------------------------------------------------------------------


def test_two_copies_see_what_the_other_has_written(
    house: House, folder: Path, clock: FakeClock
) -> None:
    other = house_at(folder, clock)
    assert not other.changed_elsewhere()
    emergency(house, clock)

    assert other.changed_elsewhere()
    assert not other.changed_elsewhere()
    assert other.home().standing is Urgency.EMERGENCY
    assert other.status().closed == EVERYTHING
    assert other.home() == house.home()


def test_what_a_copy_writes_itself_is_no_change_elsewhere(house: House, clock: FakeClock) -> None:
    emergency(house, clock)

    assert not house.changed_elsewhere()


def test_seen_in_one_copy_opens_the_other(house: House, folder: Path, clock: FakeClock) -> None:
    other = house_at(folder, clock)
    run = emergency(house, clock)
    assert run.entry is not None
    theirs = CareJourney(other, run.entry)
    assert theirs.stays
    CareJourney(house, run.entry).seen(0, Said.GO_ON)

    assert not theirs.stays
    assert not theirs.open
    assert not other.status().closed


def test_who_somebody_is_is_the_same_in_both_copies(
    house: House, folder: Path, clock: FakeClock
) -> None:
    other = house_at(folder, clock)
    AboutJourney(house, None).set_country("GB")
    clock.advance()
    AboutJourney(other, None).set_number(None, "0123")

    assert house.status().about == other.status().about
    assert house.status().about == About(country="GB", emergency_number="0123")


def test_after_a_restart_it_stands_as_before(house: House, folder: Path, clock: FakeClock) -> None:
    emergency(house, clock)
    before = house.home()
    house.close()

    assert house_at(folder, clock).home() == before


# --- home -----------------------------------------------------------------------------------------


def test_home_shows_the_ticks_of_a_check_that_is_not_finished(
    house: House, folder: Path, clock: FakeClock
) -> None:
    press(CheckJourney(house), clock, Tick("saddle"), Tick("limb_mild"))
    signs = house.catalogue.rules.signs

    expected = (signs["limb_mild"].ask, signs["saddle"].ask)
    assert house_at(folder, clock).home().unfinished == expected


def test_home_offers_to_go_on_only_once_something_was_said_about_the_card(
    house: House, clock: FakeClock
) -> None:
    run = emergency(house, clock)
    assert run.entry is not None
    assert house.home().unfinished is None
    CareJourney(house, run.entry).called()
    assert house.home().unfinished is None
    CareJourney(house, run.entry).seen(0, Said.NOT_YET)

    assert house.home().unfinished is not None
    assert house.home().waits == EVERYTHING


def test_an_episode_is_over_once_the_person_says_so(
    house: House, folder: Path, clock: FakeClock
) -> None:
    answer_all(CheckJourney(house), clock)
    assert house.home().in_episode
    clock.advance()

    assert house.end_episode()
    assert not house.home().in_episode
    assert len(kept_in(folder, clock, EpisodeOver)) == 1
