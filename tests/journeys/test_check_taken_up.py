"""A check is taken up where it stood: after a crash, a day, other content or an emergency."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    START,
    FakeClock,
    answer,
    answer_all,
    answer_to,
    house_at,
    kept_in,
    press,
    record_of,
    rows_in,
)

from unspasm.domain.check_events import (
    Back,
    Confirm,
    Ending,
    NoneOfThese,
    NotSure,
    Number,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, SettledQuestion
from unspasm.domain.entries import Check, Said, SettledAnswer
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal, Unfinished
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import FRESH, CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.memory import CHECK

WANDERING = ("leg_one", "belly_side", "new_medicine", "bones", "pregnant", "small_fall")
"""Signs that bring up every step that does not always come, together with many days."""


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def essence(state: CheckState) -> object:
    """What of a check has to outlive the program."""
    return (
        state.at,
        state.yes,
        state.unsure,
        dict(state.chosen),
        dict(state.numbers),
        dict(state.still),
        state.confirmed,
        state.ending,
    )


# --- after a crash --------------------------------------------------------------------------------


def test_a_check_is_taken_up_after_a_crash_with_its_ticks(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = CheckJourney(house)
    press(run, clock, Tick("saddle"), NotSure("bowel"))
    again = CheckJourney(house_at(folder, clock))

    assert again.resumed
    assert not again.goes_on
    assert again.state.yes == {"saddle"}
    assert again.state.unsure == {"bowel"}
    assert essence(again.state) == essence(run.state)


def test_a_check_without_an_answer_is_not_called_taken_up(
    house: House, folder: Path, clock: FakeClock
) -> None:
    CheckJourney(house)

    assert not CheckJourney(house_at(folder, clock)).resumed


def test_a_check_is_taken_up_at_whichever_step_it_stood(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = CheckJourney(house)
    stood_at = []
    while not run.state.ending:
        stood_at.append(run.state.at)
        again = CheckJourney(house_at(folder, clock))
        assert essence(again.state) == essence(run.state), run.state.at
        if run.state.at == "days":
            press(run, clock, Number(30))
        else:
            answer(run, clock, *WANDERING)

    assert {step.id for step in CATALOGUE.rules.steps} == set(stood_at)
    assert run.state.ending is Ending.COMPLETE


@pytest.mark.parametrize("step", [step.id for step in CATALOGUE.rules.steps])
def test_a_check_taken_up_at_any_step_comes_to_the_same(
    step: str, tmp_path: Path, clock: FakeClock
) -> None:
    def days_then_rest(run: CheckJourney, until: str) -> CheckState:
        answer_to(run, clock, "days", *WANDERING)
        if until not in {"days", *run.state.confirmed, run.state.at}:
            press(run, clock, Number(30))
            answer_to(run, clock, until, *WANDERING)
        return run.state

    whole = CheckJourney(house_at(tmp_path / "whole", clock))
    days_then_rest(whole, "")
    broken = CheckJourney(house_at(tmp_path / "broken", clock))
    days_then_rest(broken, step)
    again = CheckJourney(house_at(tmp_path / "broken", clock))
    days_then_rest(again, "")

    assert essence(again.state) == essence(whole.state)
    assert again.state.check == whole.state.check


def test_only_the_newest_of_two_broken_checks_is_taken_up(
    house: House, folder: Path, clock: FakeClock
) -> None:
    other = house_at(folder, clock)
    run = CheckJourney(house)
    late = CheckJourney(other)
    press(run, clock, Tick("saddle"))
    press(late, clock, Tick("bowel"))

    assert CheckJourney(house_at(folder, clock)).state.yes == {"bowel"}


def test_a_check_that_another_running_copy_is_at_is_left_to_it(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        alive = os.getppid()
        elsewhere.setattr(os, "getpid", lambda: alive)
        theirs = house_at(folder, clock)
    press(CheckJourney(theirs), clock, Tick("saddle"))
    mine = CheckJourney(house_at(folder, clock))

    assert not mine.resumed
    assert not mine.state.yes


# --- kept for too long, or asked otherwise --------------------------------------------------------


def answered_half(house: House, clock: FakeClock) -> CheckJourney:
    run = CheckJourney(house)
    answer_to(run, clock, "spasm", "limb_mild")
    press(run, clock, NotSure("night"))
    return run


def is_asked_anew(run: CheckJourney) -> bool:
    first = run.state.steps[0].id
    return (
        run.state.at == first
        and not run.state.confirmed - {"age"}
        and "pain" not in run.state.numbers
    )


def test_just_under_a_day_later_it_goes_on_where_it_stood(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = answered_half(house, clock)
    clock.advance(FRESH.total_seconds() - 1)
    again = CheckJourney(house_at(folder, clock))

    assert essence(again.state) == essence(run.state)


@pytest.mark.parametrize(
    "gap",
    [FRESH, timedelta(days=3), timedelta(days=400), timedelta(seconds=-60)],
    ids=["a day", "three days", "a year", "the clock was set back"],
)
def test_a_day_later_the_ticks_are_kept_and_every_step_is_asked_anew(
    house: House, folder: Path, clock: FakeClock, gap: timedelta
) -> None:
    answered_half(house, clock)
    clock.advance(gap.total_seconds())
    again = CheckJourney(house_at(folder, clock))

    assert again.resumed
    assert again.state.yes == {"limb_mild"}
    assert again.state.unsure == {"night"}
    assert is_asked_anew(again)


def test_with_other_content_the_ticks_are_kept_and_every_step_is_asked_anew(
    house: House, folder: Path, clock: FakeClock
) -> None:
    answered_half(house, clock)
    other = replace(CATALOGUE, version="another")
    again = CheckJourney(house_at(folder, clock, catalogue=other))

    assert again.resumed
    assert again.state.yes == {"limb_mild"}
    assert again.state.unsure == {"night"}
    assert is_asked_anew(again)


def test_a_tick_that_other_content_does_not_know_is_left_out(
    house: House, folder: Path, clock: FakeClock
) -> None:
    answered_half(house, clock)
    row = rows_in(house)[0]
    body = json.loads(row.state)
    body["yes"].append("a_sign_of_long_ago")
    record_of(house).keep_unfinished(replace(row, state=json.dumps(body), content="another"))
    again = CheckJourney(house_at(folder, clock))

    assert again.state.yes == {"limb_mild"}


@pytest.mark.parametrize("state", ["", "rubbish", "[]", "{}", "null", "7"])
def test_a_kept_check_that_says_nothing_begins_anew(
    house: House, folder: Path, clock: FakeClock, state: str
) -> None:
    row = Unfinished("x", CHECK, START.isoformat(), CATALOGUE.version, state)
    record_of(house).keep_unfinished(row)
    clock.advance()
    again = CheckJourney(house_at(folder, clock))

    assert not again.resumed
    assert is_asked_anew(again)
    assert house.home().unfinished == ()


# --- an emergency sign ----------------------------------------------------------------------------


def emergency(house: House, clock: FakeClock) -> CheckJourney:
    run = CheckJourney(house)
    press(run, clock, Tick("saddle"), Tick("limb_mild"), Confirm())
    return run


def test_an_emergency_sign_ends_the_check_and_is_kept_at_once(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = emergency(house, clock)

    assert run.state.ending is Ending.EMERGENCY
    kept = kept_in(folder, clock, Check)
    assert kept == [run.state.check]
    assert isinstance(kept[0], Check)
    assert not kept[0].complete
    assert kept[0].stopped_at == "legs"
    assert {reason.id for reason in kept[0].reasons} >= {"saddle", "limb_mild"}


def test_an_ended_check_takes_no_more_answers(house: House, folder: Path, clock: FakeClock) -> None:
    run = emergency(house, clock)
    press(run, clock, Untick("saddle"), NoneOfThese(), Back())

    assert run.state.yes == {"saddle", "limb_mild"}
    assert len(kept_in(folder, clock, Check)) == 1


def test_what_was_learned_before_an_emergency_is_kept(house: House, clock: FakeClock) -> None:
    run = CheckJourney(house)
    answer_to(run, clock, "lasting")
    press(run, clock, Tick("infection_risk"))
    for _ in range(10):
        press(run, clock, Back())
    answer_to(run, clock, "lasting", "fever")
    answer(run, clock, "infection_risk")

    assert run.state.ending is Ending.EMERGENCY
    about = house.status().about
    assert about.year_of_birth == START.year - 38
    assert about.lasting_yes == {"infection_risk"}


def test_once_seen_it_goes_on_at_that_page_and_asks_how_the_sign_is_now(
    house: House, clock: FakeClock
) -> None:
    ended = emergency(house, clock)
    assert ended.entry is not None
    CareJourney(house, ended.entry).seen(0, Said.GO_ON)
    run = CheckJourney(house)

    assert run.goes_on
    assert isinstance(run.state.step, SettledQuestion)
    assert run.state.at == "seen:saddle"
    press(run, clock, StillSettled(SettledAnswer.SAME), StillSettled(SettledAnswer.GONE))
    assert run.state.at == "legs"
    answer_all(run, clock)
    assert run.state.ending is Ending.COMPLETE
    assert run.state.check.urgency is Urgency.SELF_CARE
    assert run.state.check.settled == {
        "saddle": SettledAnswer.SAME,
        "limb_mild": SettledAnswer.GONE,
    }


def test_once_taken_back_it_goes_on_at_that_page_without_the_tick(
    house: House, clock: FakeClock
) -> None:
    ended = emergency(house, clock)
    assert ended.entry is not None
    CareJourney(house, ended.entry).take_back(frozenset({"saddle"}))
    run = CheckJourney(house)

    assert run.goes_on
    assert run.state.at == "legs"
    assert run.state.yes == {"limb_mild"}
    assert run.state.ending is None


def test_it_goes_on_after_a_restart_as_well(house: House, folder: Path, clock: FakeClock) -> None:
    ended = emergency(house, clock)
    assert ended.entry is not None
    CareJourney(house, ended.entry).take_back(frozenset({"saddle", "limb_mild"}))
    run = CheckJourney(house_at(folder, clock))

    assert run.goes_on
    answer_all(run, clock)
    assert run.state.check.urgency is Urgency.SELF_CARE
    assert [
        check.complete for check in kept_in(folder, clock, Check) if isinstance(check, Check)
    ] == [
        False,
        True,
    ]


def test_asking_again_without_having_been_seen_opens_nothing(
    house: House, clock: FakeClock
) -> None:
    emergency(house, clock)
    closed = house.status().closed
    run = CheckJourney(house)
    press(run, clock, Untick("saddle"), Untick("limb_mild"))
    answer_all(run, clock)

    assert run.state.check.urgency is Urgency.SELF_CARE
    assert house.status().closed == closed
    assert house.home().standing is Urgency.EMERGENCY


def test_a_journal_is_all_a_house_needs(folder: Path, clock: FakeClock) -> None:
    house = House(Path("nowhere"), clock, None)

    assert isinstance(record_of(house_at(folder, clock)), Journal)
    assert house.home().unfinished is None
    assert not house.troubles
