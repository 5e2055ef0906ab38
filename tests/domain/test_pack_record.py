"""What entries about packs add up to: what is on the skin, and how long the skin rests."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.packs import COLD, HEAT, Packs, all_it_says, stories
from tests.domain.worlds import HOUR, MINUTE, NOTHING, SECOND, START, Machine

from unspasm.domain.entries import Entry, EpisodeOver
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn, SkinLook
from unspasm.domain.pack_record import Over, PackRecord, Rest
from unspasm.domain.pack_rules import MOST_IN_A_DAY

LENGTHS = pytest.mark.parametrize("minutes", [1, 5, 12, 19, 20])
EACH_KIND = pytest.mark.parametrize("kind", PackKind)


@pytest.fixture
def packs() -> Packs:
    """Somebody who has not used the program for packs yet."""
    return Packs()


def as_lived(wall: datetime) -> datetime:
    return (wall + HOUR).replace(tzinfo=None)


def minutes(*numbers: float) -> tuple[timedelta, ...]:
    return tuple(number * MINUTE for number in numbers)


# --- on the skin ----------------------------------------------------------------------------------


def test_with_nothing_recorded_nothing_is_known(packs: Packs) -> None:
    nothing = (None, None, None, None, None, NOTHING, False)

    assert nothing == all_it_says([], packs.machine.now)


def test_entries_on_care_say_nothing_about_packs(packs: Packs) -> None:
    packs.add(EpisodeOver())

    assert all_it_says([], packs.machine.now) == all_it_says(packs.entries, packs.machine.now)


def test_a_pack_that_was_put_on_is_on_the_skin(packs: Packs) -> None:
    pack = packs.on(12)
    packs.machine.passes(minutes=4)
    there = packs.on_skin

    assert pack == there.id
    assert packs.entries[0].body == there.on
    assert as_lived(START) == there.since
    assert as_lived(START + 4 * MINUTE) == there.now
    assert 12 * MINUTE == there.planned
    assert (4 * MINUTE, 4 * MINUTE) == (there.on_for, there.on_for_certain)
    assert 8 * MINUTE == there.left
    assert as_lived(START + 12 * MINUTE) == there.ends
    assert there.over is None
    assert NOTHING == there.over_for


@LENGTHS
def test_a_pack_may_stay_on_as_long_as_it_was_planned_and_not_a_moment_longer(
    packs: Packs, minutes: int
) -> None:
    packs.on(minutes)
    packs.machine.passes(minutes=minutes, seconds=-0.001)
    packs.looked(packs.on_skin.id)
    assert packs.on_skin.over is None

    packs.machine.passes(seconds=0.001)
    assert Over.TIME is packs.on_skin.over
    assert NOTHING == packs.on_skin.left


@pytest.mark.parametrize("minutes", [21, 45, 10_000])
def test_no_pack_stays_on_past_20_minutes_whatever_its_entry_says(
    packs: Packs, minutes: int
) -> None:
    packs.on(minutes)
    packs.machine.passes(minutes=19)
    packs.looked(packs.on_skin.id)

    assert 20 * MINUTE == packs.on_skin.planned
    assert MINUTE == packs.on_skin.left
    packs.machine.passes(minutes=1)
    assert Over.TIME is packs.on_skin.over


def test_what_is_past_its_time_is_counted_up(packs: Packs) -> None:
    packs.on(12)
    packs.machine.sleeps(minutes=41)
    there = packs.on_skin

    assert 41 * MINUTE == there.on_for
    assert 29 * MINUTE == there.over_for
    assert there.now == there.ends


def test_a_pack_of_another_start_has_to_come_off_since_nobody_can_tell(packs: Packs) -> None:
    packs.on(12)
    packs.machine.passes(minutes=1).restarts().passes(minutes=1)
    there = packs.on_skin

    assert Over.UNKNOWN is there.over
    assert there.on_for is None
    assert there.over_for is None
    assert NOTHING == there.left
    assert MINUTE == there.on_for_certain
    assert () == there.waiting
    assert there.next_check is None
    assert not there.can_be_untouched


def test_a_pack_of_another_machine_has_to_come_off(packs: Packs) -> None:
    there = Packs(Machine(packs.machine.world, "there"), name="there")
    there.on(20)
    packs.arrive(there.entries)

    assert Over.UNKNOWN is packs.on_skin.over


def test_a_clock_set_forward_ends_a_pack_and_one_set_back_prolongs_none(packs: Packs) -> None:
    packs.on(12)
    packs.machine.passes(minutes=4).is_set(minutes=-30)
    assert 4 * MINUTE == packs.on_skin.on_for

    packs.machine.is_set(minutes=60)
    assert 34 * MINUTE == packs.on_skin.on_for
    assert Over.TIME is packs.on_skin.over


def test_a_pack_that_is_off_is_not_on_the_skin(packs: Packs) -> None:
    packs.off(packs.on())

    assert packs.skin is None


def test_of_several_the_one_that_has_to_come_off_first_is_told(packs: Packs) -> None:
    long, short = packs.on(20), packs.on(5)
    assert short == packs.on_skin.id

    packs.off(short)
    assert long == packs.on_skin.id
    packs.off(long)
    assert packs.skin is None


def test_of_several_one_of_which_nobody_can_tell_comes_first(packs: Packs) -> None:
    lost = packs.on(20)
    packs.machine.restarts()
    packs.on(1)

    assert lost == packs.on_skin.id


def test_entries_about_a_pack_that_is_not_there_put_none_on_the_skin(packs: Packs) -> None:
    packs.looked("lost", fine=False)
    packs.after("lost", SkinLook.NORMAL)
    packs.off("lost")

    assert packs.skin is None


def test_what_an_untouched_pack_has_used_up_counts(packs: Packs) -> None:
    packs.on(12, carried=40 * SECOND)
    packs.machine.passes(minutes=11, seconds=19)
    packs.looked(packs.on_skin.id)
    assert SECOND == packs.on_skin.left

    packs.machine.passes(seconds=1)
    assert Over.TIME is packs.on_skin.over


# --- skin checks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("planned", "asked_at"),
    [(4, ()), (5, ()), (6, (5,)), (10, (5,)), (12, (5, 10)), (15, (5, 10)), (20, (5, 10, 15))],
)
def test_the_skin_is_looked_at_every_5_minutes_but_not_at_the_end(
    packs: Packs, planned: int, asked_at: tuple[int, ...]
) -> None:
    pack = packs.on(planned)
    asked: list[float] = []
    for _ in range(planned * 60):
        packs.machine.passes(seconds=1)
        there = packs.on_skin
        if there.asks:
            asked.append((there.on_for or NOTHING) / MINUTE)
            assert (asked[-1] * MINUTE,) == there.waiting
            packs.looked(pack)

    assert list(asked_at) == asked


def test_a_check_waits_until_somebody_answers(packs: Packs) -> None:
    pack = packs.on(20)
    packs.machine.passes(minutes=5)
    assert packs.on_skin.asks
    packs.machine.passes(minutes=5, seconds=59)
    assert minutes(5, 10) == packs.on_skin.waiting

    packs.looked(pack)
    assert not packs.on_skin.asks
    assert packs.on_skin.over is None


def test_the_next_check_is_told_by_the_clock_as_lived(packs: Packs) -> None:
    packs.on(12)
    expected = [as_lived(START + number * MINUTE) for number in (5, 10)]

    assert expected[0] == packs.on_skin.next_check
    packs.machine.passes(minutes=5)
    assert expected[1] == packs.on_skin.next_check
    packs.machine.passes(minutes=5)
    assert packs.on_skin.next_check is None


def test_no_check_comes_at_the_end_or_after_it(packs: Packs) -> None:
    packs.on(10)
    packs.machine.passes(minutes=10)

    assert packs.on_skin.next_check is None
    assert minutes(5) == packs.on_skin.waiting
    assert not packs.on_skin.asks


def test_skin_that_is_not_fine_ends_a_pack(packs: Packs) -> None:
    pack = packs.on(20)
    packs.machine.passes(minutes=2)
    packs.looked(pack, fine=False)
    packs.looked(pack)

    assert Over.NOT_FINE is packs.on_skin.over
    assert NOTHING == packs.on_skin.left
    assert NOTHING == packs.on_skin.over_for


def test_skin_that_was_not_fine_under_another_pack_ends_only_that(packs: Packs) -> None:
    first = packs.on(20)
    packs.looked(first, fine=False)
    packs.off(first)
    packs.on(20)

    assert packs.on_skin.over is None


def test_two_checks_in_a_row_that_nobody_answers_end_a_pack_a_minute_later(packs: Packs) -> None:
    packs.on(20)
    packs.machine.passes(minutes=10, seconds=59)
    assert packs.on_skin.over is None

    packs.machine.passes(seconds=1)
    assert Over.UNANSWERED is packs.on_skin.over
    assert not packs.on_skin.asks


def test_one_check_that_nobody_answers_ends_nothing(packs: Packs) -> None:
    packs.on(10)
    packs.machine.passes(minutes=9, seconds=59)

    assert packs.on_skin.over is None


def test_an_answer_begins_the_count_of_checks_in_a_row_anew(packs: Packs) -> None:
    pack = packs.on(20)
    packs.machine.passes(minutes=9, seconds=59)
    packs.looked(pack)
    packs.machine.passes(minutes=6)
    assert minutes(10, 15) == packs.on_skin.waiting
    assert packs.on_skin.over is None

    packs.machine.passes(seconds=1)
    assert Over.UNANSWERED is packs.on_skin.over


def test_a_pack_past_its_time_is_over_for_that_reason(packs: Packs) -> None:
    pack = packs.on(12)
    packs.looked(pack, fine=False)
    packs.machine.passes(minutes=12)

    assert Over.TIME is packs.on_skin.over


# --- it never touched the skin --------------------------------------------------------------------


def test_a_pack_can_be_called_untouched_for_60_seconds(packs: Packs) -> None:
    packs.on()
    packs.machine.passes(seconds=60)
    assert packs.on_skin.can_be_untouched

    packs.machine.passes(seconds=0.001)
    assert not packs.on_skin.can_be_untouched


def test_an_untouched_pack_needs_no_rest_and_counts_for_nothing_else(packs: Packs) -> None:
    packs.untouched(30)

    assert packs.skin is None
    assert packs.rest() is None
    assert packs.rest(HEAT) is None
    for _ in range(MOST_IN_A_DAY[COLD]):
        packs.untouched(0)
    assert packs.full_until() is None


def test_its_seconds_are_counted_into_the_next_pack(packs: Packs) -> None:
    packs.untouched(25)
    packs.machine.passes(minutes=5)

    assert 25 * SECOND == packs.record.carried(packs.machine.now)


def test_untouched_packs_cannot_be_chained_past_60_seconds(packs: Packs) -> None:
    for _ in range(4):
        packs.untouched(14)
        packs.machine.passes(minutes=3)
    carried = packs.record.carried(packs.machine.now)
    packs.on(carried=carried)
    assert 56 * SECOND == carried
    assert packs.on_skin.can_be_untouched

    packs.machine.passes(seconds=5)
    assert not packs.on_skin.can_be_untouched


def test_a_pack_that_truly_was_on_takes_the_seconds_with_it(packs: Packs) -> None:
    packs.untouched(40)
    packs.had()
    assert NOTHING == packs.record.carried(packs.machine.now)

    packs.machine.passes(hours=1)
    packs.untouched(10)
    assert 10 * SECOND == packs.record.carried(packs.machine.now)


def test_the_seconds_are_forgotten_after_2_hours(packs: Packs) -> None:
    packs.untouched(40)
    packs.machine.passes(hours=2, seconds=-1)
    assert 40 * SECOND == packs.record.carried(packs.machine.now)

    packs.machine.passes(seconds=1)
    assert NOTHING == packs.record.carried(packs.machine.now)


def test_a_restart_does_not_forget_the_seconds(packs: Packs) -> None:
    packs.untouched(40)
    packs.machine.passes(hours=3).restarts().passes(minutes=1)

    assert 40 * SECOND == packs.record.carried(packs.machine.now)


def test_seconds_that_nobody_can_tell_are_none(packs: Packs) -> None:
    pack = packs.on()
    packs.machine.restarts()
    packs.off(pack, Ended.UNTOUCHED)

    assert NOTHING == packs.record.carried(packs.machine.now)


# --- put on long ago ------------------------------------------------------------------------------


def test_a_pack_of_8_hours_ago_may_have_come_off_unsaid(packs: Packs) -> None:
    packs.on()
    packs.machine.passes(hours=8, seconds=-1)
    assert not packs.on_skin.long_ago

    packs.machine.passes(seconds=1)
    assert packs.on_skin.long_ago


def test_a_clock_set_forward_makes_nothing_long_ago(packs: Packs) -> None:
    packs.on()
    packs.machine.passes(minutes=1).is_set(days=3)

    assert not packs.on_skin.long_ago


def test_a_pack_of_another_machine_is_long_ago_8_hours_after_it_came(packs: Packs) -> None:
    there = Packs(Machine(packs.machine.world, "there"), name="there")
    there.on()
    packs.arrive(there.entries)
    packs.machine.passes(hours=8, seconds=-1)
    assert not packs.on_skin.long_ago

    packs.machine.passes(seconds=1)
    assert packs.on_skin.long_ago


# --- the skin rests -------------------------------------------------------------------------------


@pytest.mark.parametrize("before", PackKind)
@pytest.mark.parametrize("after", PackKind)
def test_the_skin_rests_2_hours_between_any_two_packs(
    packs: Packs, before: PackKind, after: PackKind
) -> None:
    packs.had(12, before)
    assert 2 * HOUR == (packs.rest(after) or Rest(NOTHING, NOTHING)).left

    packs.machine.passes(hours=1, minutes=59, seconds=59)
    assert SECOND == (packs.rest(after) or Rest(NOTHING, NOTHING)).left
    packs.machine.passes(seconds=1)
    assert packs.rest(after) is None


def test_only_cold_after_cold_may_be_sooner_and_from_1_hour_on(packs: Packs) -> None:
    packs.had(12, COLD)
    packs.machine.passes(minutes=20)

    assert Rest(100 * MINUTE, 40 * MINUTE) == packs.rest(COLD)
    assert Rest(100 * MINUTE, 100 * MINUTE) == packs.rest(HEAT)
    packs.machine.passes(hours=1)
    assert Rest(40 * MINUTE, NOTHING) == packs.rest(COLD)
    assert Rest(40 * MINUTE, 40 * MINUTE) == packs.rest(HEAT)


def test_nothing_may_be_sooner_after_heat(packs: Packs) -> None:
    packs.had(12, HEAT)

    assert Rest(2 * HOUR, 2 * HOUR) == packs.rest(COLD)
    assert Rest(2 * HOUR, 2 * HOUR) == packs.rest(HEAT)


@pytest.mark.parametrize("said_after", [None, *SkinLook])
def test_nothing_may_be_sooner_where_the_skin_was_not_fine_under_the_pack(
    packs: Packs, said_after: SkinLook | None
) -> None:
    pack = packs.on()
    packs.machine.passes(minutes=5)
    packs.looked(pack, fine=False)
    packs.off(pack)
    packs.after(pack, said_after)

    assert Rest(2 * HOUR, 2 * HOUR, changed=True) == packs.rest(COLD)
    packs.machine.passes(hours=2)
    packs.had()
    assert Rest(2 * HOUR, HOUR) == packs.rest(COLD)


def test_nothing_may_be_sooner_where_the_pack_has_changed_the_skin(packs: Packs) -> None:
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(minutes=90)

    assert Rest(30 * MINUTE, 30 * MINUTE, changed=True) == packs.rest(COLD)


def test_heat_before_cold_still_counts_after_the_cold(packs: Packs) -> None:
    packs.had(12, HEAT)
    packs.machine.passes(minutes=10)
    packs.had(12, COLD)

    assert Rest(2 * HOUR, 98 * MINUTE) == packs.rest(COLD)


def test_the_rest_begins_when_a_pack_comes_off(packs: Packs) -> None:
    pack = packs.on(20)
    packs.machine.passes(hours=3)
    assert packs.rest() is None

    packs.off(pack)
    assert Rest(2 * HOUR, HOUR) == packs.rest()


def test_of_several_rests_the_longest_counts(packs: Packs) -> None:
    first, second = packs.on(), packs.on()
    packs.off(second)
    packs.machine.passes(minutes=30)
    packs.off(first)
    packs.machine.passes(minutes=1)

    assert Rest(119 * MINUTE, 59 * MINUTE) == packs.rest()


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_no_clock_that_is_set_shortens_or_prolongs_a_rest(packs: Packs, days: int) -> None:
    packs.had()
    packs.machine.passes(minutes=20).is_set(days=days)

    assert Rest(100 * MINUTE, 40 * MINUTE) == packs.rest()


def test_a_rest_goes_on_while_the_machine_sleeps(packs: Packs) -> None:
    packs.had()
    packs.machine.sleeps(hours=2)

    assert packs.rest() is None


def test_after_a_restart_the_whole_rest_may_begin_again(packs: Packs) -> None:
    packs.had()
    packs.machine.passes(hours=1, minutes=55).restarts()

    assert Rest(2 * HOUR, HOUR) == packs.rest()
    packs.machine.passes(hours=2)
    assert packs.rest() is None


def test_what_came_off_on_another_machine_rests_from_its_arrival(packs: Packs) -> None:
    there = Packs(Machine(packs.machine.world, "there"), name="there")
    there.had()
    packs.machine.passes(hours=1)
    packs.arrive(there.entries)
    packs.machine.passes(minutes=5)

    assert Rest(115 * MINUTE, 55 * MINUTE) == packs.rest()


def test_of_several_arrivals_the_last_one_counts(packs: Packs) -> None:
    there = Packs(Machine(packs.machine.world, "there"), name="there")
    there.had()
    packs.arrive(there.entries)
    packs.machine.passes(minutes=30)
    packs.arrive(there.entries)
    packs.machine.passes(minutes=30)

    assert Rest(90 * MINUTE, 30 * MINUTE) == packs.rest()


def test_an_arrival_at_an_earlier_start_counts_for_nothing(packs: Packs) -> None:
    there = Packs(Machine(packs.machine.world, "there"), name="there")
    there.had()
    packs.arrive(there.entries)
    packs.machine.passes(minutes=30).restarts().passes(minutes=10)

    assert Rest(110 * MINUTE, 50 * MINUTE) == packs.rest()


def test_what_came_off_long_before_anybody_said_so_needs_no_rest(packs: Packs) -> None:
    pack = packs.on()
    packs.machine.passes(hours=9)
    packs.off(pack, Ended.EARLIER)

    assert packs.rest() is None


def test_a_pack_of_which_only_the_end_is_left_rests_too(packs: Packs) -> None:
    packs.off("lost", kind=HEAT)

    assert Rest(2 * HOUR, 2 * HOUR) == packs.rest(COLD)


# --- how many in 24 hours -------------------------------------------------------------------------


def many(packs: Packs, kind: PackKind, count: int, hours: float = 2.5) -> datetime:
    """Have so many packs and return when the first of them was put on, UTC."""
    first = packs.machine.now.wall
    for _ in range(count):
        packs.had(12, kind)
        packs.machine.passes(hours=hours)
    return first


@pytest.mark.parametrize(("kind", "most"), [(COLD, 6), (HEAT, 3)])
def test_there_are_at_most_6_cold_and_3_heat_in_any_24_hours(
    packs: Packs, kind: PackKind, most: int
) -> None:
    first = many(packs, kind, most - 1)
    assert packs.full_until(kind) is None

    packs.had(12, kind)
    assert first + 24 * HOUR == packs.full_until(kind)


@EACH_KIND
def test_a_pack_of_24_hours_ago_counts_no_longer(packs: Packs, kind: PackKind) -> None:
    first = many(packs, kind, MOST_IN_A_DAY[kind])
    left = first + 24 * HOUR - packs.machine.now.wall
    packs.machine.passes(seconds=left.total_seconds() - 1)
    assert first + 24 * HOUR == packs.full_until(kind)

    packs.machine.passes(seconds=1)
    assert packs.full_until(kind) is None


def test_of_too_many_the_last_that_leaves_room_ends_it(packs: Packs) -> None:
    first = many(packs, HEAT, 5, hours=1)

    assert first + 2 * (HOUR + 12 * MINUTE) + 24 * HOUR == packs.full_until(HEAT)


def test_cold_and_heat_are_counted_apart(packs: Packs) -> None:
    many(packs, HEAT, 3)
    many(packs, COLD, 5)

    assert packs.full_until(COLD) is None
    assert packs.full_until(HEAT) is not None


def test_a_pack_that_is_on_counts(packs: Packs) -> None:
    many(packs, HEAT, 2)
    packs.on(kind=HEAT)

    assert packs.full_until(HEAT) is not None


def test_a_pack_in_the_future_counts(packs: Packs) -> None:
    packs.machine.is_set(days=10)
    first = many(packs, HEAT, 3)
    packs.machine.is_set_right()

    assert first + 24 * HOUR == packs.full_until(HEAT)


def test_a_pack_that_came_off_unsaid_counts(packs: Packs) -> None:
    packs.machine.passes(hours=1)
    for _ in range(3):
        pack = packs.on(kind=HEAT)
        packs.machine.passes(hours=8)
        packs.off(pack, Ended.EARLIER)
    packs.machine.is_set(minutes=-5)

    assert packs.full_until(HEAT) is not None


@pytest.mark.parametrize(
    ("ended", "counted"), [(Ended.OFF, True), (Ended.UNTOUCHED, False), (Ended.EARLIER, False)]
)
def test_a_pack_of_which_only_the_end_is_left_counts_if_it_has_just_come_off(
    packs: Packs, ended: Ended, *, counted: bool
) -> None:
    for number in range(3):
        packs.off(f"lost-{number}", ended, HEAT)

    assert counted is (packs.full_until(HEAT) is not None)


@pytest.mark.parametrize("second", [Ended.OFF, Ended.EARLIER])
def test_a_pack_of_which_two_machines_say_different_things_counts(
    packs: Packs, second: Ended
) -> None:
    many(packs, HEAT, 2)
    pack = packs.on(kind=HEAT)
    packs.off(pack, Ended.UNTOUCHED, HEAT)
    packs.off(pack, second, HEAT)

    assert packs.full_until(HEAT) is not None


def test_midnight_does_not_begin_a_new_count(packs: Packs) -> None:
    packs.machine.is_set_to(START.replace(hour=19))
    many(packs, HEAT, 3)

    assert packs.machine.now.day > START.date()
    assert packs.full_until(HEAT) is not None


# --- skin that a pack has changed -----------------------------------------------------------------


def test_skin_that_a_pack_has_changed_is_remembered(packs: Packs) -> None:
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(hours=24 * 300)

    assert packs.record.skin_changed


@pytest.mark.parametrize("look", [None, SkinLook.NORMAL])
def test_skin_that_looks_normal_or_was_not_looked_at_is_not_changed(
    packs: Packs, look: SkinLook | None
) -> None:
    packs.after(packs.had(), look)

    assert not packs.record.skin_changed


def test_skin_is_normal_again_once_another_pack_is_put_on(packs: Packs) -> None:
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(hours=3)
    packs.on()

    assert not packs.record.skin_changed


def test_a_clock_set_back_while_a_pack_is_on_forgets_no_changed_skin(packs: Packs) -> None:
    pack = packs.on(20)
    packs.machine.passes(minutes=10).is_set(hours=-1)
    packs.off(pack)
    packs.after(pack, SkinLook.CHANGED)

    assert packs.record.skin_changed


def test_changed_skin_is_remembered_when_the_pack_itself_is_not(packs: Packs) -> None:
    packs.after("lost", SkinLook.CHANGED)

    assert packs.record.skin_changed


# --- in any order ---------------------------------------------------------------------------------


@given(stories(), st.integers(0, 1000))
def test_the_order_of_entries_never_matters(story: tuple[list[Entry], Moment], seed: int) -> None:
    entries, now = story
    chance = Random(seed)  # noqa: S311 - only shuffles entries
    shuffled = chance.sample(entries, len(entries))

    assert all_it_says(entries, now) == all_it_says(shuffled, now)
    assert all_it_says(entries, now) == all_it_says(entries + shuffled[::2], now)


def unended(entries: list[Entry]) -> set[str]:
    """The packs of which nobody has said that they are off."""
    off = {entry.body.pack for entry in entries if isinstance(entry.body, PackOff)}
    return {one.id for one in entries if isinstance(one.body, PackOn)} - off


@given(stories())
def test_a_pack_is_told_until_somebody_says_that_it_is_off(
    story: tuple[list[Entry], Moment],
) -> None:
    entries, now = story
    there = PackRecord(entries).on_skin(now)

    assert (there is None) is (not unended(entries))
    assert there is None or there.id in unended(entries)


@given(stories())
def test_whatever_happened_no_pack_is_told_to_be_allowed_past_20_minutes(
    story: tuple[list[Entry], Moment],
) -> None:
    entries, now = story
    there = PackRecord(entries).on_skin(now)

    if there and not there.over:
        assert there.on_for is not None
        assert NOTHING < there.left == there.planned - there.on_for
        assert there.on_for < there.planned <= 20 * MINUTE
    elif there:
        assert NOTHING == there.left


@given(stories())
def test_a_rest_never_grows_while_nothing_happens(story: tuple[list[Entry], Moment]) -> None:
    entries, now = story
    stamps = [one.body.stamp for one in entries if isinstance(one.body, PackOff)]
    assume(all(stamp.wall <= now.wall for stamp in stamps))
    record = PackRecord(entries)
    left = 25 * HOUR
    for passed in range(0, 150, 10):
        seconds = passed * 60
        later = replace(now, wall=now.wall + passed * MINUTE, boot=now.boot + seconds)
        rest = record.rest(COLD, later)

        assert left >= (rest.left if rest else NOTHING)
        left = rest.left if rest else NOTHING
