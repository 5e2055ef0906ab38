"""Short pages before a pack: what they keep, and where they lead."""

from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    answer_all,
    bodies,
    fill_disk,
    house_at,
    press,
    rows_in,
)

from unspasm.domain.check_events import (
    Confirm,
    Ending,
    Event,
    NoneOfThese,
    NotSure,
    Shown,
    Tick,
    Untick,
)
from unspasm.domain.check_state import signs_here
from unspasm.domain.entries import About, Check, NothingNew
from unspasm.domain.gate import Asking, now_pages
from unspasm.domain.locks import Activity
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_setup import ask_each_time
from unspasm.domain.rules import Page
from unspasm.domain.urgency import Urgency
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney, what_to_ask

RULES = CATALOGUE.rules
LINE = RULES.new_or_worse.lines[0].sign
HOME = {RULES.home_of[RULES.sign_of[fact].id] for fact in LINE.covers}
"""The pages on which the signs of that line stand."""


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def checked(house: House, clock: FakeClock) -> House:
    """A house in which somebody has just gone through a full check with nothing."""
    answer_all(CheckJourney(house), clock)
    return house


def tell(run: QuestionsJourney, clock: FakeClock, *events: Event) -> None:
    """Send events as keys would, each a while after the one before."""
    run.tell(Shown(frozenset(sign.id for sign in signs_here(run.state.step))))
    for event in events:
        clock.advance()
        run.tell(event)


def new_or_worse(house: House, clock: FakeClock, *events: Event) -> NewOrWorseJourney:
    run = NewOrWorseJourney(house, "14:10")
    tell(run, clock, *events)
    return run


def asked(house: House) -> Asking:
    return what_to_ask(house).asking


# --- what has to be asked -------------------------------------------------------------------------


def test_who_was_never_asked_is_asked_everything(house: House) -> None:
    gate = what_to_ask(house)

    assert (Asking.FULL, None) == (gate.asking, gate.pages)


def test_after_a_full_check_it_is_asked_what_is_new_since(checked: House, clock: FakeClock) -> None:
    since = clock().lived
    clock.advance(hours=2)
    gate = what_to_ask(checked)

    assert (Asking.NEW, since, None) == (gate.asking, gate.since, gate.pages)


def test_a_day_later_the_daily_pages_are_asked(checked: House, clock: FakeClock) -> None:
    clock.advance(hours=24.1)
    gate = what_to_ask(checked)

    assert (Asking.NOW, now_pages(RULES)) == (gate.asking, gate.pages)


def test_a_check_that_was_left_has_to_be_finished_first(checked: House, clock: FakeClock) -> None:
    press(CheckJourney(checked), clock, Tick("limb_mild"))

    gate = what_to_ask(checked)
    assert (Asking.FULL, None) == (gate.asking, gate.pages)


def test_daily_pages_without_a_tick_are_kept_as_no_full_check(
    checked: House, clock: FakeClock
) -> None:
    clock.advance(hours=24.1)
    run = CheckJourney(checked, only=now_pages(RULES))
    answer_all(run, clock)

    check = run.state.check
    assert [check] == bodies(checked, Check)[1:]
    assert not check.complete
    assert now_pages(RULES) <= check.answered
    assert Asking.NEW is asked(checked)
    assert [] == rows_in(checked)
    assert checked.home().checked_at == house_checked_at(checked)


def house_checked_at(house: House) -> object:
    """When the full check was: a few pages without a tick say nothing about how things stand."""
    [full] = [one for one in house.care_entries() if getattr(one.body, "complete", False)]
    return full.lived


def test_daily_pages_with_a_tick_become_a_full_check(checked: House, clock: FakeClock) -> None:
    clock.advance(hours=24.1)
    run = CheckJourney(checked, only=now_pages(RULES))
    answer_all(run, clock, "limb_mild")

    assert run.state.check.complete
    assert Urgency.SAME_DAY is run.state.check.urgency
    assert Asking.NEW is asked(checked)


def test_daily_pages_do_not_take_up_what_is_unfinished(checked: House, clock: FakeClock) -> None:
    press(CheckJourney(checked), clock, Tick("limb_mild"))
    run = CheckJourney(checked, only=now_pages(RULES))

    assert not run.resumed
    assert not run.state.yes


def test_daily_pages_that_were_left_are_taken_up_as_a_full_check(
    checked: House, folder: Path, clock: FakeClock
) -> None:
    clock.advance(hours=24.1)
    press(CheckJourney(checked, only=now_pages(RULES)), clock, Tick("limb_mild"))
    again = house_at(folder, clock)
    assert Asking.FULL is asked(again)
    run = CheckJourney(again)
    assert run.resumed
    answer_all(run, clock)

    assert run.state.check.complete


# --- is anything new or worse? --------------------------------------------------------------------


def test_nothing_new_is_kept_as_that_and_leads_nowhere(checked: House, clock: FakeClock) -> None:
    run = new_or_worse(checked, clock, NoneOfThese())

    assert Ending.COMPLETE is run.state.ending
    assert frozenset() == run.pages
    assert run.kept
    assert [NothingNew()] == bodies(checked, NothingNew)
    assert [] == rows_in(checked)
    assert clock().lived == what_to_ask(checked).since


def test_nothing_new_leaves_the_card_and_home_as_they_were(
    checked: House, clock: FakeClock
) -> None:
    before = checked.home()
    new_or_worse(checked, clock, NoneOfThese())

    assert (before.checked_at, before.in_episode) == (
        checked.home().checked_at,
        checked.home().in_episode,
    )


@pytest.mark.parametrize("event", [Tick(LINE.id), NotSure(LINE.id)])
def test_a_tick_is_kept_before_it_is_confirmed_and_shown_at_the_next_start(
    checked: House, folder: Path, clock: FakeClock, event: Event
) -> None:
    run = new_or_worse(checked, clock, event)
    assert {LINE.id} == run.ticked
    again = house_at(folder, clock)

    assert (LINE.ask,) == again.home().unfinished
    assert Asking.FULL is asked(again)
    assert [] == bodies(again, NothingNew)


def test_after_a_tick_that_was_left_the_whole_check_is_asked(
    checked: House, folder: Path, clock: FakeClock
) -> None:
    new_or_worse(checked, clock, Tick(LINE.id))
    again = house_at(folder, clock)
    run = CheckJourney(again)
    answer_all(run, clock)

    assert run.state.check.complete
    assert [] == rows_in(again)
    assert Asking.NEW is asked(again)


def test_a_tick_leads_to_its_pages_in_full(checked: House, clock: FakeClock) -> None:
    run = new_or_worse(checked, clock, Tick(LINE.id), Confirm())

    assert Ending.COMPLETE is run.state.ending
    assert HOME == run.pages
    assert [] == bodies(checked, NothingNew)


def test_the_check_takes_the_place_of_the_page_that_led_to_it(
    checked: House, clock: FakeClock
) -> None:
    new = new_or_worse(checked, clock, Tick(LINE.id), Confirm())
    run = CheckJourney(checked, only=new.pages, instead_of=new.id)
    assert sorted(HOME) == [step.id for step in run.state.steps]
    press(run, clock, Tick("limb_mild"), Untick("limb_mild"))
    assert [new.id] == [row.id for row in rows_in(checked)]

    answer_all(run, clock)
    assert [] == rows_in(checked)
    assert not run.state.check.complete
    assert Asking.NEW is asked(checked)


def test_a_check_that_a_tick_led_to_and_that_was_left_has_to_be_finished(
    checked: House, clock: FakeClock
) -> None:
    new = new_or_worse(checked, clock, Tick(LINE.id), Confirm())
    CheckJourney(checked, only=new.pages, instead_of=new.id)

    assert Asking.FULL is asked(checked)


def test_an_emergency_behind_a_tick_closes_everything(checked: House, clock: FakeClock) -> None:
    new = new_or_worse(checked, clock, Tick(LINE.id), Confirm())
    run = CheckJourney(checked, only=new.pages, instead_of=new.id)
    answer_all(run, clock, "saddle")

    assert Ending.EMERGENCY is run.state.ending
    assert frozenset(Activity) == checked.status().closed
    assert checked.home().first is not None


def test_after_a_tick_that_was_a_slip_nothing_new_can_still_be_said(
    checked: House, clock: FakeClock
) -> None:
    run = new_or_worse(checked, clock, Tick(LINE.id), Untick(LINE.id), NoneOfThese())

    assert Ending.COMPLETE is run.state.ending
    assert [NothingNew()] == bodies(checked, NothingNew)
    assert [] == rows_in(checked)
    assert Asking.NEW is asked(checked)


def test_a_slip_that_was_taken_back_leaves_nothing_to_be_finished(
    checked: House, folder: Path, clock: FakeClock
) -> None:
    new_or_worse(checked, clock, Tick(LINE.id), Untick(LINE.id))

    for house in (checked, house_at(folder, clock)):
        assert house.home().unfinished is None
        assert Asking.NEW is asked(house)


def test_a_tick_after_a_slip_is_kept_again(checked: House, folder: Path, clock: FakeClock) -> None:
    new_or_worse(checked, clock, Tick(LINE.id), Untick(LINE.id), Tick(LINE.id))

    for house in (checked, house_at(folder, clock)):
        assert (LINE.ask,) == house.home().unfinished
        assert Asking.FULL is asked(house)


def test_a_slip_on_a_full_disk_is_taken_back_too(
    checked: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(checked, monkeypatch)
    new_or_worse(checked, clock, Tick(LINE.id), Untick(LINE.id))

    assert checked.home().unfinished is None
    assert Asking.NEW is asked(checked)


def test_lines_for_pregnancy_are_asked_in_pregnancy(checked: House) -> None:
    def lines() -> set[str]:
        state = NewOrWorseJourney(checked, "14:10").state
        return {sign.id for sign in signs_here(state.step)}

    before = lines()
    checked.append([checked.entry(About(pregnancy="pregnant"))])

    assert before < lines()


def test_nothing_new_on_a_full_disk_holds_while_the_program_runs(
    checked: House, folder: Path, clock: FakeClock
) -> None:
    with pytest.MonkeyPatch.context() as full:
        fill_disk(checked, full)
        run = new_or_worse(checked, clock, NoneOfThese())

    assert not run.kept
    assert clock().lived == what_to_ask(checked).since
    assert [] == bodies(house_at(folder, clock), NothingNew)


def test_a_tick_on_a_full_disk_holds_while_the_program_runs(
    checked: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(checked, monkeypatch)
    run = new_or_worse(checked, clock, Tick(LINE.id))

    assert not run.kept
    assert (LINE.ask,) == checked.home().unfinished
    assert Asking.FULL is asked(checked)


# --- what is asked before each pack ---------------------------------------------------------------


def test_what_is_asked_before_a_pack_keeps_nothing_by_itself(
    checked: House, folder: Path, clock: FakeClock
) -> None:
    state = ask_each_time(RULES, CATALOGUE.packs, PackKind.COLD, clock())
    run = QuestionsJourney(checked, state)
    before = bodies(checked)
    step = run.state.step
    assert isinstance(step, Page)
    first, second = (sign.id for sign in step.signs[:2])
    tell(run, clock, Tick(first), NotSure(second))

    assert {first, second} == run.ticked
    assert run.kept
    assert before == bodies(house_at(folder, clock))
    assert [] == rows_in(checked)
