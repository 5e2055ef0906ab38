"""Reading, finding and the plan of a day, on a record of their own."""

from pathlib import Path

import pytest
from tests.journeys.houses import (
    FakeClock,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)
from tests.plain.talking import WORDS
from tests.seeds import NO_SIGN, say, tick

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason
from unspasm.domain.clinician_values import Wanted
from unspasm.domain.entries import About, Check
from unspasm.domain.locks import Lock
from unspasm.domain.log_entries import PainLog
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.stretches import Recovery
from unspasm.domain.urgency import Urgency
from unspasm.journal.transfer import export_lines, import_lines
from unspasm.journeys.house import House
from unspasm.journeys.report import report_of
from unspasm.journeys.tips import TipsJourney


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def house(tmp_path: Path, clock: FakeClock) -> House:
    return house_at(tmp_path / "home", clock)


@pytest.fixture
def run(house: House) -> TipsJourney:
    return TipsJourney(house, WORDS.tips)


def phases_of(run: TipsJourney) -> frozenset[Recovery]:
    """The phases that the tip of today fits."""
    assert run.today
    return run.today.phases


def test_the_tip_of_today_fits_the_phase(house: House, run: TipsJourney) -> None:
    assert Recovery.PREVENTION in phases_of(run)
    say(house, NO_SIGN)
    assert Recovery.ACUTE in phases_of(run)


def test_tomorrow_has_another_tip(run: TipsJourney, clock: FakeClock) -> None:
    today = run.today
    clock.advance(days=1)
    assert today != run.today


def test_a_small_thing_is_ticked_and_taken_back(run: TipsJourney) -> None:
    small = run.plan.smalls[0].id
    assert run.tick(small)
    assert {small} == run.plan.done
    assert 1 == run.plan.days
    assert run.tick(small)
    assert frozenset() == run.plan.done
    assert 0 == run.plan.days
    assert run.kept


WALKS = {"short-walk", "longer-walk"}
MOVES = {"gentle-stretch", "strong-or-rest", "warm-up-first"}


def lock(house: House, closes: Lock) -> None:
    """Keep a full check with a sign that locks so much."""
    reason = Reason("sign", "sign", Urgency.SAME_DAY, closes, "", ())
    check = Check(Answers(40, 20, 0, Trend.IMPROVING), Urgency.SAME_DAY, (reason,), complete=True)
    house.append([house.entry(check)])


def test_the_plan_of_the_day_names_no_exercise_that_a_sign_locks(
    house: House, run: TipsJourney
) -> None:
    assert {"longer-walk", *MOVES} <= {one.id for one in run.plan.smalls}
    lock(house, Lock.FLOOR)
    assert {"longer-walk", *MOVES} - {one.id for one in run.plan.smalls} == {"strong-or-rest"}
    lock(house, Lock.SESSIONS)
    assert not (WALKS | MOVES) & {one.id for one in run.plan.smalls}
    assert run.plan.smalls


def test_the_plan_of_the_day_names_no_strength_work_in_pregnancy(
    house: House, run: TipsJourney
) -> None:
    house.append([house.entry(About(1990, 2026, pregnancy="pregnant"))])
    assert "strong-or-rest" not in {one.id for one in run.plan.smalls}


def test_a_tick_is_there_at_the_next_start_and_gone_the_next_day(
    run: TipsJourney, clock: FakeClock, tmp_path: Path
) -> None:
    run.tick(run.plan.smalls[0].id)
    later = TipsJourney(house_at(tmp_path / "home", clock), WORDS.tips)
    assert run.plan.done == later.plan.done
    clock.advance(days=1)
    assert frozenset() == later.plan.done
    assert 1 == later.plan.days


def test_what_two_copies_ticked_is_taken_back_at_once(house: House, run: TipsJourney) -> None:
    small = run.plan.smalls[0].id
    say(house, SmallDone(small), SmallDone(small))
    run.tick(small)
    assert frozenset() == run.plan.done


def test_the_plan_is_exported_and_imported(
    house: House, run: TipsJourney, clock: FakeClock, tmp_path: Path
) -> None:
    one, other = (small.id for small in run.plan.smalls[:2])
    run.tick(one)
    run.tick(other)
    run.tick(other)
    there = house_at(tmp_path / "there", clock)
    lines = list(export_lines(record_of(house)))

    import_lines(record_of(there), lines, clock())
    import_lines(record_of(there), lines, clock())
    assert {one} == TipsJourney(there, WORDS.tips).plan.done


def test_ticks_say_nothing_of_the_spasm_to_a_clinician(house: House, run: TipsJourney) -> None:
    run.tick(run.plan.smalls[0].id)
    assert report_of(house, Wanted()).nothing_told
    assert not house.home().in_episode
    say(house, PainLog(4))
    before = house.episode()
    assert before
    run.tick(run.plan.smalls[1].id)
    after = house.episode()
    assert after
    assert before.last == after.last


def test_a_full_disk_is_told_and_the_tick_holds_until_the_end(
    house: House, run: TipsJourney, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = run.plan.smalls[0].id
    fill_disk(house, monkeypatch)
    assert not run.tick(small)
    assert not run.kept
    assert {small} == run.plan.done
    assert not run.tick(small)
    assert frozenset() == run.plan.done


def test_without_a_record_there_is_everything_to_read(clock: FakeClock) -> None:
    run = TipsJourney(house_without_record(clock), WORDS.tips)
    assert run.open
    assert run.today
    assert run.find("heart attack")


def test_an_emergency_card_comes_before_reading(house: House, run: TipsJourney) -> None:
    assert run.open
    tick(house, "saddle")
    assert not run.open


def test_under_16_there_is_no_reading(house: House, run: TipsJourney) -> None:
    say(house, About(year_of_birth=2014, said_in=2026))
    assert not run.open
