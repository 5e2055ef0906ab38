"""A check is kept step by step, before it is shown."""

import json
from pathlib import Path

import pytest
from tests.journeys.houses import (
    START,
    FakeClock,
    answer,
    answer_all,
    answer_to,
    bodies,
    house_at,
    kept_in,
    press,
    record_of,
    rows_in,
    show_all,
)

from unspasm.domain.check_events import (
    Back,
    Confirm,
    Ending,
    NoneOfThese,
    NotSure,
    Number,
    Refusal,
    Shown,
    Tick,
    Untick,
)
from unspasm.domain.entries import About, Check
from unspasm.domain.urgency import Urgency
from unspasm.journal import Unfinished
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


# --- kept before it is shown ----------------------------------------------------------------------


def test_every_tick_is_kept_before_it_is_shown(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CheckJourney(house)
    shown_while_kept: list[tuple[frozenset[str], list[str]]] = []
    keep = record_of(house).keep_unfinished

    def watch(row: Unfinished) -> None:
        shown_while_kept.append((run.state.yes, json.loads(row.state)["yes"]))
        keep(row)

    monkeypatch.setattr(record_of(house), "keep_unfinished", watch)
    press(run, clock, Tick("bladder"), Tick("saddle"))

    assert shown_while_kept == [
        (frozenset(), ["bladder"]),
        (frozenset({"bladder"}), ["bladder", "saddle"]),
    ]
    assert run.state.yes == {"bladder", "saddle"}


def test_the_result_is_kept_before_it_is_shown(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CheckJourney(house)
    press(run, clock, Tick("saddle"))
    ending_while_kept: list[object] = []
    append = record_of(house).append

    def watch(*arguments: object, **named: object) -> None:
        ending_while_kept.append(run.state.ending)
        append(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(record_of(house), "append", watch)
    press(run, clock, Confirm())

    assert ending_while_kept == [None]
    assert run.state.ending is Ending.EMERGENCY


def test_every_step_is_readable_by_another_copy_at_once(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run, other = CheckJourney(house), house_at(folder, clock)

    for event in (Tick("saddle"), NotSure("bowel"), Untick("saddle")):
        press(run, clock, event)
        kept = json.loads(rows_in(other)[0].state)

        assert sorted(run.state.yes) == kept["yes"]
        assert sorted(run.state.unsure) == kept["unsure"]


def test_looking_at_a_page_writes_nothing(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CheckJourney(house)
    written: list[object] = []
    monkeypatch.setattr(record_of(house), "keep_unfinished", written.append)
    press(run, clock, Shown(frozenset({"saddle"})), Confirm(), Back(), Number(3))

    assert not written
    assert not rows_in(house)


def test_a_refused_event_changes_nothing_that_is_kept(house: House, clock: FakeClock) -> None:
    run = CheckJourney(house)
    press(run, clock, Tick("limb_mild"))
    before = rows_in(house)
    press(run, clock, NoneOfThese())

    assert run.state.refusal is Refusal.TICKED
    assert rows_in(house) == before


def test_a_finished_check_leaves_an_entry_what_it_taught_and_nothing_unfinished(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = CheckJourney(house)
    answer_all(run, clock, "everyday", "diabetes")

    check, about = run.state.check, bodies(house, About)[0]
    assert run.kept
    assert run.entry is not None
    assert kept_in(folder, clock, Check) == [check] == [run.entry.body]
    assert check.complete
    assert check.urgency is Urgency.ROUTINE
    assert isinstance(about, About)
    assert (about.year_of_birth, about.pregnancy) == (START.year - 38, "no")
    assert about.lasting_yes == {"diabetes"}
    assert about.lasting_known
    assert not rows_in(house)


def test_what_is_known_already_is_not_written_again(house: House, clock: FakeClock) -> None:
    answer_all(CheckJourney(house), clock)
    answer_all(CheckJourney(house), clock)

    assert len(bodies(house, Check)) == 2
    assert len(bodies(house, About)) == 1


def test_the_age_is_asked_once_and_the_lasting_page_confirmed(
    house: House, clock: FakeClock
) -> None:
    answer_all(CheckJourney(house), clock, "diabetes")
    run = CheckJourney(house)
    asked = []
    while not run.state.ending:
        asked.append(run.state.at)
        if run.state.at == "lasting":
            show_all(run)
            press(run, clock, Confirm())
        else:
            answer(run, clock)

    assert "age" not in asked
    assert "lasting" in asked
    assert run.state.check.answers.yes == {"diabetes"}


def test_a_guest_leaves_nothing_behind(house: House, folder: Path, clock: FakeClock) -> None:
    answer_all(CheckJourney(house), clock, "diabetes")
    before = kept_in(folder, clock)
    run = CheckJourney(house, guest=True)

    assert run.state.about == About()
    answer_to(run, clock, "age", "fever")
    assert not rows_in(house)
    answer_all(run, clock, "fever")

    assert run.entry is not None
    assert run.state.check.urgency is Urgency.SAME_DAY
    assert kept_in(folder, clock) == before
    assert not house.status().closed


def test_a_guest_does_not_take_up_somebody_elses_check(house: House, clock: FakeClock) -> None:
    press(CheckJourney(house), clock, Tick("saddle"))
    run = CheckJourney(house, guest=True)

    assert not run.resumed
    assert not run.state.yes
