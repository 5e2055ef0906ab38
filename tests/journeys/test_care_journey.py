"""A care card: what it says, and what the person says became of it."""

from datetime import date
from pathlib import Path

import pytest
from tests.journeys.houses import (
    AGE,
    START,
    FakeClock,
    answer_all,
    bodies,
    fill_disk,
    house_at,
    press,
)

from unspasm.domain.care import DEAF_SECONDS
from unspasm.domain.check_events import Confirm, Tick
from unspasm.domain.entries import Called, Said, Seen, TakenBack
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.urgency import Urgency
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House

EVERYTHING = frozenset(Activity)


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def card_after(house: House, clock: FakeClock, *yes: str, guest: bool = False) -> CareJourney:
    run = CheckJourney(house, guest=guest)
    answer_all(run, clock, *yes)
    assert run.entry is not None
    return CareJourney(house, run.entry, guest=guest)


def test_the_card_says_how_urgent_it_is_and_why(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "fever")

    assert run.card.urgency is Urgency.SAME_DAY
    assert house.catalogue.rules.signs["fever"].ask in run.card.why
    assert house.catalogue.rules.signs["fever"].say in run.card.say


def test_the_card_names_the_number_that_the_person_chose(house: House, clock: FakeClock) -> None:
    AboutJourney(house, None).set_number(None, "0 1234")

    assert any("0 1234" in line for line in card_after(house, clock, "saddle").card.act)


def test_the_card_for_somebody_else_does_not_name_my_numbers(
    house: House, clock: FakeClock
) -> None:
    AboutJourney(house, None).set_number(None, "0 1234")
    card = card_after(house, clock, "saddle", guest=True).card

    assert not any("0 1234" in line for line in card.act)


def test_an_emergency_card_takes_no_key_in_its_first_second(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle")

    assert run.deaf
    clock.advance(DEAF_SECONDS - 0.1)
    assert run.deaf
    clock.advance(0.1)
    assert not run.deaf


def test_any_other_card_listens_at_once(house: House, clock: FakeClock) -> None:
    assert not card_after(house, clock, "fever").deaf


# --- what became of it ----------------------------------------------------------------------------


def test_an_emergency_card_stays_until_something_is_said(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle")

    assert run.open
    assert run.stays
    assert run.answerable


def test_a_same_day_card_is_open_and_lets_the_person_go_on(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "fever")

    assert run.open
    assert not run.stays


@pytest.mark.parametrize("sign", ["everyday", "night_sweats", "nothing"])
def test_what_locks_nothing_is_not_open(house: House, clock: FakeClock, sign: str) -> None:
    run = card_after(house, clock, sign)

    assert not run.open
    assert not run.stays
    assert run.answerable is (sign != "nothing")


def test_having_called_is_kept_and_opens_nothing(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle")
    assert run.called()

    assert bodies(house, Called) == [Called(run._entry.id)]
    assert not run.stays
    assert run.open
    assert not run.can_go_on
    assert house.status().closed == EVERYTHING
    assert house.home().called_at == clock().lived


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        (Said.GO_ON, frozenset()),
        (Said.DID_NOT_SAY, {Activity.SESSION, Activity.FLOOR}),
        (Said.NOT_YET, EVERYTHING),
    ],
)
@pytest.mark.parametrize("sign", ["saddle", "fever"])
def test_only_what_the_clinician_said_opens_anything(
    house: House, clock: FakeClock, said: Said, closed: frozenset[Activity], sign: str
) -> None:
    run = card_after(house, clock, sign)
    assert run.seen(0, said)

    assert house.status().closed == closed
    assert not run.open
    assert not run.stays


def test_go_on_after_did_not_say_opens_the_rest(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle")
    run.seen(0, Said.DID_NOT_SAY)
    clock.advance()
    run.seen(0, Said.GO_ON)

    assert not house.status().closed


@pytest.mark.parametrize(
    ("days_ago", "on"),
    [(0, date(2026, 11, 21)), (1, date(2026, 11, 20)), (21, date(2026, 10, 31))],
)
def test_when_somebody_was_seen_is_a_day_as_lived(
    house: House, clock: FakeClock, days_ago: int, on: date
) -> None:
    run = card_after(house, clock, "saddle")
    run.seen(days_ago, Said.GO_ON)

    (seen,) = bodies(house, Seen)
    assert seen == Seen(run._entry.id, frozenset({"saddle"}), on, Said.GO_ON)


def test_a_day_is_the_one_lived_in_not_the_one_of_utc(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle")
    minutes_past_midnight = 30
    clock.advance((24 - START.hour - 1) * 3600 - START.minute * 60 + minutes_past_midnight * 60)
    run.seen(0, Said.GO_ON)

    (seen,) = bodies(house, Seen)
    assert isinstance(seen, Seen)
    assert clock().wall.date() == START.date()
    assert seen.on == date(2026, 11, 22)


# --- by mistake -----------------------------------------------------------------------------------


def two_ticks(house: House, clock: FakeClock) -> CareJourney:
    run = CheckJourney(house)
    press(run, clock, Tick("saddle"), Tick("limb_mild"), Confirm())
    assert run.entry is not None
    return CareJourney(house, run.entry)


def test_every_tick_can_be_named_as_a_mistake(house: House, clock: FakeClock) -> None:
    signs = house.catalogue.rules.signs

    expected = {(name, signs[name].ask) for name in ("saddle", "limb_mild")}
    assert set(two_ticks(house, clock).ticks) == expected


def test_a_mistake_is_kept_and_opens_what_it_closed(house: House, clock: FakeClock) -> None:
    run = two_ticks(house, clock)
    assert run.take_back(frozenset({"saddle"}))

    assert bodies(house, TakenBack) == [TakenBack(run._entry.id, frozenset({"saddle"}))]
    assert house.status().closed == Lock.SESSIONS.closes
    assert run.open
    assert not run.stays


def test_a_mistake_takes_back_what_it_raised_as_well(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "fever", "thinner", "limb_mild")
    assert run.card.urgency is Urgency.EMERGENCY
    run.take_back(frozenset({"limb_mild"}))

    (taken,) = bodies(house, TakenBack)
    assert isinstance(taken, TakenBack)
    assert {"limb_mild"} < taken.reasons
    assert "fever" not in taken.reasons
    assert house.status().closed == Lock.SESSIONS_AND_PACKS.closes


def test_all_taken_back_leaves_nothing_closed(house: House, clock: FakeClock) -> None:
    run = two_ticks(house, clock)
    run.take_back(frozenset({"saddle", "limb_mild"}))

    assert not house.status().closed
    assert not run.open
    assert run.can_go_on


# --- going on -------------------------------------------------------------------------------------


def test_a_check_goes_on_only_after_seen_or_mistake(house: House, clock: FakeClock) -> None:
    run = two_ticks(house, clock)
    assert not run.can_go_on
    run.called()
    assert not run.can_go_on
    run.seen(0, Said.NOT_YET)

    assert run.can_go_on


def test_a_whole_check_has_nothing_to_go_on_with(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "fever")
    run.seen(0, Said.GO_ON)

    assert not run.can_go_on


def test_nothing_can_be_said_about_a_card_for_somebody_else(house: House, clock: FakeClock) -> None:
    run = card_after(house, clock, "saddle", guest=True)

    assert not run.answerable
    assert not run.open
    assert not run.stays
    assert not run.can_go_on


def test_what_could_not_be_kept_is_told(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = card_after(house, clock, "saddle")
    fill_disk(house, monkeypatch)

    assert not run.called()
    assert not run.kept
    assert not run.stays


def test_the_age_is_the_one_that_was_said(house: House, clock: FakeClock) -> None:
    answer_all(CheckJourney(house), clock)

    assert AboutJourney(house, None).age == AGE
