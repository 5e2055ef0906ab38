"""Rule 8: what is asked before every pack and every session."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.record import HOUR, START, YEAR, Record
from tests.domain.walking import Person, Walk

from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import Back, Confirm, Ending, NoneOfThese, Tick, Untick
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import begin
from unspasm.domain.entries import About, Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.gate import (
    NEW_OR_WORSE,
    Asking,
    Gate,
    ask_new_or_worse,
    gate,
    now_pages,
    pages_behind,
)
from unspasm.domain.moment import Moment
from unspasm.domain.rules import Page, PageKind, Rules
from unspasm.domain.urgency import Urgency

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
PREGNANT = About(pregnancy="pregnant")


@pytest.fixture
def record(rules: Rules) -> Record:
    """A record with nothing in it."""
    return Record(rules)


def moment(since_start: timedelta) -> Moment:
    seconds = since_start.total_seconds()
    return Moment(START + since_start, HOUR, seconds, seconds, "here")


def asked(record: Record, since_start: timedelta) -> Gate:
    """What is to be asked so long after the first entry."""
    return gate(record.rules, record.entries, moment(since_start))


def quick(record: Record, *pages: str, at: timedelta) -> Entry:
    """A check of these pages, or of all daily ones, that found nothing."""
    answered = frozenset(pages) or now_pages(record.rules)
    found = record.check(complete=False)
    record.entries.remove(found)
    assert isinstance(found.body, Check)
    return record.add(replace(found.body, answered=answered), at=START + at)


# --- a full check ---------------------------------------------------------------------------------


def test_who_was_never_asked_is_asked_everything(record: Record) -> None:
    assert Gate(Asking.FULL, None) == asked(record, HOUR)


def test_a_full_check_of_this_spasm_holds_for_7_days(record: Record) -> None:
    record.check()

    assert Asking.FULL is not asked(record, 7 * DAY).asking
    assert Asking.FULL is asked(record, 7 * DAY + SECOND).asking


def test_between_spasms_a_full_check_holds_for_90_days(record: Record) -> None:
    record.check()
    record.over()

    assert Asking.FULL is not asked(record, 90 * DAY).asking
    assert Asking.FULL is asked(record, 90 * DAY + SECOND).asking


def test_a_full_check_of_the_spasm_before_does_not_hold_for_this_one(record: Record) -> None:
    record.check()
    record.over()
    record.check("saddle", complete=False)

    assert Asking.FULL is asked(record, DAY).asking
    record.check()
    assert Asking.NEW is asked(record, DAY).asking


def test_a_check_that_an_emergency_sign_ended_is_no_full_one(record: Record) -> None:
    record.check("saddle", complete=False)

    assert Asking.FULL is asked(record, HOUR).asking


def test_a_newer_check_of_a_few_pages_does_not_stand_for_a_full_one(record: Record) -> None:
    record.check()
    quick(record, at=6 * DAY)

    assert Asking.FULL is asked(record, 7 * DAY + SECOND).asking


def test_a_full_check_begins_the_days_anew(record: Record) -> None:
    record.check()
    record.check(at=START + 6 * DAY)

    assert Asking.FULL is not asked(record, 13 * DAY).asking


def test_a_check_in_the_future_counts_as_none(record: Record) -> None:
    record.check(at=START + 10 * DAY)

    assert Gate(Asking.FULL, None) == asked(record, HOUR)
    record.check(at=START)
    assert Gate(Asking.NEW, moment(timedelta(0)).lived) == asked(record, HOUR)


def test_a_spasm_that_ends_in_the_future_is_not_over(record: Record) -> None:
    record.check()
    record.add(EpisodeOver(), at=START + 300 * DAY)

    assert Asking.FULL is asked(record, 8 * DAY).asking


# --- the daily pages ------------------------------------------------------------------------------


def test_the_daily_pages_are_those_that_ask_about_now(rules: Rules) -> None:
    kinds = [step.kind for step in rules.steps[:3] if isinstance(step, Page)]

    assert [PageKind.NOW] * 3 == kinds
    assert {step.id for step in rules.steps[:3]} == now_pages(rules)


def test_after_24_hours_the_daily_pages_are_asked(record: Record) -> None:
    record.check()

    assert Asking.NEW is asked(record, DAY).asking
    later = asked(record, DAY + SECOND)
    assert Gate(Asking.NOW, moment(timedelta(0)).lived, now_pages(record.rules)) == later


def test_daily_pages_that_were_answered_hold_for_24_hours(record: Record) -> None:
    record.check()
    quick(record, at=2 * DAY)

    assert Asking.NEW is asked(record, 3 * DAY).asking
    assert Asking.NOW is asked(record, 3 * DAY + SECOND).asking


def test_one_page_left_out_leaves_them_all_to_be_asked(record: Record) -> None:
    record.check()
    for missing in now_pages(record.rules):
        quick(record, *(now_pages(record.rules) - {missing}), at=2 * DAY)

    assert Asking.NOW is asked(record, 2 * DAY + HOUR).asking


def test_between_spasms_the_daily_pages_are_asked_too(record: Record) -> None:
    record.check()
    record.over()

    assert Asking.NOW is asked(record, 30 * DAY).asking


# --- is anything new or worse? --------------------------------------------------------------------


def test_else_it_is_asked_what_is_new_since_the_person_was_last_asked(record: Record) -> None:
    record.check()
    assert Gate(Asking.NEW, (START + HOUR).replace(tzinfo=None)) == asked(record, 5 * HOUR)

    record.add(NothingNew(), at=START + 2 * HOUR)
    assert Gate(Asking.NEW, (START + 3 * HOUR).replace(tzinfo=None)) == asked(record, 5 * HOUR)
    quick(record, "legs", at=3 * HOUR)
    assert Gate(Asking.NEW, (START + 4 * HOUR).replace(tzinfo=None)) == asked(record, 5 * HOUR)


def test_nothing_new_stands_for_no_page(record: Record) -> None:
    record.check()
    for hours in (20, 40, 100, 160, 180):
        record.add(NothingNew(), at=START + hours * HOUR)

    assert Asking.NOW is asked(record, 25 * HOUR).asking
    assert Asking.FULL is asked(record, 181 * HOUR).asking


def test_an_answer_in_the_future_was_not_given_yet(record: Record) -> None:
    record.check()
    record.add(NothingNew(), at=START + 9 * HOUR)

    assert (START + HOUR).replace(tzinfo=None) == asked(record, 5 * HOUR).since


def test_who_has_travelled_west_is_asked_since_the_last_time_and_not_the_latest_hour(
    record: Record,
) -> None:
    there = replace(record.check(), utc_offset=9 * HOUR)
    here = replace(record.check(), utc_offset=-HOUR)
    assert there.lived > here.lived

    assert here.lived == gate(record.rules, [there, here], moment(5 * HOUR)).since


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40)), max_size=8), st.integers(0, 99))
def test_the_order_of_entries_never_matters(
    rules: Rules, happened: list[tuple[int, int]], seed: int
) -> None:
    record = Record(rules)
    for what, days in happened:
        at = START + days * DAY / 2
        match what:
            case 0:
                record.check(at=at)
            case 1:
                record.check("saddle", complete=False, at=at)
            case 2:
                quick(record, at=days * DAY / 2)
            case 3:
                record.add(EpisodeOver(), at=at)
            case _:
                record.add(NothingNew(), at=at)
    chance = Random(seed)  # noqa: S311 - only shuffles entries
    shuffled = chance.sample(record.entries, len(record.entries))

    assert asked(record, 20 * DAY) == gate(rules, shuffled, moment(20 * DAY))


# --- a check of a few pages -----------------------------------------------------------------------


def walk_through(rules: Rules, only: Iterable[str], *, age: int = 40) -> Walk:
    """A check of some pages only, by somebody whose age is known."""
    walk = Walk(rules)
    about = About(year_of_birth=YEAR - age, said_in=YEAR)
    walk.state = begin(rules, about, Settled(), YEAR, walk.now, frozenset(only))
    return walk


def steps(state: CheckState) -> list[str]:
    return [step.id for step in state.steps]


def test_a_check_of_the_daily_pages_asks_nothing_else(rules: Rules) -> None:
    walk = walk_through(rules, now_pages(rules))
    assert [step.id for step in rules.steps[:3]] == steps(walk.state)
    walk.to_the_end(Person())
    check = walk.state.check

    assert Ending.COMPLETE is walk.state.ending
    assert 3 == sum(isinstance(event, NoneOfThese) for event in walk.events)
    assert now_pages(rules) <= check.answered
    assert (Urgency.SELF_CARE, ()) == (check.urgency, check.reasons)


def test_a_check_of_a_few_pages_is_never_a_full_one(rules: Rules) -> None:
    walk = walk_through(rules, now_pages(rules))
    walk.to_the_end(Person())

    assert not walk.state.check.complete


@pytest.mark.parametrize("sure", [True, False])
def test_with_the_first_tick_it_becomes_a_full_check(rules: Rules, *, sure: bool) -> None:
    walk = walk_through(rules, now_pages(rules))
    ticked = frozenset({"limb_mild"})
    walk.to_the_end(Person(yes=ticked) if sure else Person(unsure=ticked))
    check = walk.state.check

    assert check.complete
    assert {"lasting", "pain", "spasm"} <= set(steps(walk.state))
    assert frozenset(steps(walk.state)) <= walk.state.confirmed


def test_a_full_check_says_no_more_than_that_it_is_one(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person())

    assert walk.state.check.complete
    assert frozenset() == walk.state.check.answered


def test_with_an_emergency_sign_it_ends_as_any_check_does(rules: Rules) -> None:
    walk = walk_through(rules, now_pages(rules))
    walk.to_the_end(Person(yes=frozenset({"saddle"})))

    assert Ending.EMERGENCY is walk.state.ending
    assert not walk.state.check.complete


def test_a_tick_that_is_taken_back_in_time_leaves_a_check_of_a_few_pages(rules: Rules) -> None:
    walk = walk_through(rules, now_pages(rules))
    home = rules.home_of["fever"]
    walk.to(home)
    walk.show()
    walk.tell(Tick("fever"), Confirm())
    assert len(steps(walk.state)) > 3

    while walk.state.at != home:
        walk.tell(Back())
    assert 3 == len(steps(walk.state))
    walk.show()
    walk.tell(Untick("fever"), NoneOfThese())
    walk.to_the_end()
    assert not walk.state.check.complete


@pytest.mark.parametrize("forth", range(1, 8))
@pytest.mark.parametrize("back", range(1, 8))
def test_however_far_one_goes_back_there_is_always_a_step(
    rules: Rules, forth: int, back: int
) -> None:
    walk = walk_through(rules, {rules.home_of["fever"]})
    ticked = Person(yes=frozenset({"fever", "leg_one"}))
    for _ in range(forth):
        walk.answer(ticked)
    for _ in range(back):
        walk.tell(Back())
        assert walk.state.at in steps(walk.state)
        assert walk.state.step.id == walk.state.at


def test_signs_that_a_clinician_has_seen_are_asked_as_seen(rules: Rules) -> None:
    home = rules.home_of["limb_mild"]
    settled = Settled({"limb_mild": START}, frozenset({"limb_mild"}))
    state = begin(rules, About(), settled, YEAR, 0.0, frozenset({home}))

    assert ["seen:limb_mild", home] == steps(state)


def test_somebody_under_16_is_still_told_so(rules: Rules) -> None:
    walk = walk_through(rules, now_pages(rules), age=12)
    walk.to_the_end(Person(age=12))

    assert walk.state.check.reasons


# --- the page -------------------------------------------------------------------------------------


def lines(rules: Rules, about: About) -> list[str]:
    state = ask_new_or_worse(rules, about, "14:10", moment(HOUR))
    assert isinstance(state.step, Page)
    return [sign.id for sign in state.step.signs]


def test_the_page_says_since_when_and_is_the_only_one(rules: Rules) -> None:
    state = ask_new_or_worse(rules, About(), "14:10 today", moment(HOUR))

    assert [NEW_OR_WORSE] == steps(state)
    assert isinstance(state.step, Page)
    assert "14:10 today" in state.step.ask


@pytest.mark.parametrize("pregnancy", ["pregnant", "maybe_pregnant"])
def test_lines_for_pregnancy_come_up_in_pregnancy_only(rules: Rules, pregnancy: str) -> None:
    more = set(lines(rules, About(pregnancy=pregnancy))) - set(lines(rules, About()))
    assert more

    assert more == {line.sign.id for line in rules.new_or_worse.lines if line.facts}
    assert lines(rules, About()) == lines(rules, About(pregnancy="no"))


def test_the_page_gives_no_verdict_whatever_is_ticked(rules: Rules) -> None:
    state = ask_new_or_worse(rules, PREGNANT, "14:10", moment(HOUR))
    walk = Walk(rules)
    walk.state = state
    walk.show()
    walk.tell(*map(Tick, lines(rules, PREGNANT)), Confirm())

    assert Ending.COMPLETE is walk.state.ending
    assert Urgency.SELF_CARE is walk.state.assessment.urgency


def test_what_was_not_ticked_leads_nowhere(rules: Rules) -> None:
    assert frozenset() == pages_behind(rules, [], PREGNANT)


def test_each_line_leads_to_the_pages_where_its_signs_stand(rules: Rules) -> None:
    for line in rules.new_or_worse.lines:
        homes = {rules.home_of[rules.sign_of[fact].id] for fact in line.sign.covers}
        pages = pages_behind(rules, [line.sign.id], PREGNANT)

        assert pages
        assert pages <= homes


def test_every_emergency_behind_a_line_is_asked_or_comes_up_with_a_tick(rules: Rules) -> None:
    for line in rules.new_or_worse.lines:
        pages = pages_behind(rules, [line.sign.id], PREGNANT)
        for fact in line.sign.covers:
            sign = rules.sign_of[fact]
            if sign.urgency is Urgency.EMERGENCY:
                assert rules.home_of[sign.id] in pages


def test_a_page_that_does_not_apply_is_left_out(rules: Rules) -> None:
    for line in rules.new_or_worse.lines:
        pages = pages_behind(rules, [line.sign.id], About())

        assert pages
        assert not any(
            isinstance(step, Page) and step.kind is PageKind.PREGNANCY and step.id in pages
            for step in rules.steps
        )


def test_where_no_page_is_left_the_daily_ones_are_asked(rules: Rules) -> None:
    line = rules.new_or_worse.lines[0]
    stiff = replace(line, sign=replace(line.sign, covers=rules.signs["morning_stiff"].covers))
    changed = replace(rules, new_or_worse=replace(rules.new_or_worse, lines=(stiff,)))

    assert now_pages(rules) == pages_behind(changed, [line.sign.id], PREGNANT)
