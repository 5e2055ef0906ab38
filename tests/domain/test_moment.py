"""What two readings of the clocks prove of the time between: the table of timers in the README."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.worlds import HOUR, MINUTE, NOTHING, START, Machine, World

from unspasm.domain.moment import (
    LONG_AGO,
    Moment,
    Stamp,
    elapsed_at_least,
    elapsed_at_most,
    passed,
)

IN_1970 = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def rest_and_skin(
    since: Stamp, now: Moment, arrived: Stamp | None = None
) -> tuple[timedelta, timedelta | None]:
    """What counts as skin rest, and what counts as time on skin."""
    return elapsed_at_least(since, now, arrived), elapsed_at_most(since, now)


def test_the_longest_that_may_have_passed_is_what_either_clock_says(machine: Machine) -> None:
    before = machine.now
    machine.passes(minutes=10)
    now = machine.now

    assert 10 * MINUTE == passed(before, now)
    assert 70 * MINUTE == passed(before, replace(now, wall=now.wall + HOUR))
    assert 10 * MINUTE == passed(before, replace(now, wall=now.wall - HOUR))


# --- the table, row by row ------------------------------------------------------------------------


def test_row_normal_10_minutes(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=10)

    assert (10 * MINUTE, 10 * MINUTE) == rest_and_skin(since, machine.now)


def test_row_suspended_30_minutes(machine: Machine) -> None:
    since = machine.stamp
    machine.sleeps(minutes=30)

    assert (30 * MINUTE, 30 * MINUTE) == rest_and_skin(since, machine.now)


def test_row_wall_forward_1_hour_after_5_minutes(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=5).is_set(hours=1)

    assert (5 * MINUTE, 65 * MINUTE) == rest_and_skin(since, machine.now)


def test_row_wall_back_1_hour_after_25_minutes(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=25).is_set(hours=-1)

    assert (25 * MINUTE, 25 * MINUTE) == rest_and_skin(since, machine.now)


def test_row_reboot_40_minutes_later_counts_only_the_time_since(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=30).restarts().passes(minutes=10)

    assert (10 * MINUTE, None) == rest_and_skin(since, machine.now)


def test_row_reboot_with_the_clock_reset_to_1970(machine: Machine) -> None:
    since = machine.stamp
    machine.restarts().is_set_to(IN_1970).passes(hours=3)

    assert (NOTHING, None) == rest_and_skin(since, machine.now)


def test_row_reboot_with_the_wall_forward_is_never_more_than_the_time_since(
    machine: Machine,
) -> None:
    since = machine.stamp
    machine.restarts().is_set(hours=7).passes(minutes=20)

    assert (20 * MINUTE, None) == rest_and_skin(since, machine.now)


def test_row_reboot_with_the_wall_back_is_never_more_than_the_wall_difference(
    machine: Machine,
) -> None:
    since = machine.stamp
    machine.passes(minutes=30).restarts().passes(minutes=30).is_set(minutes=-50)

    assert (10 * MINUTE, None) == rest_and_skin(since, machine.now)


def test_row_another_machine_counts_only_its_arrival(machine: Machine) -> None:
    there = Machine(machine.world, "there")
    since = there.stamp
    arrived = machine.passes(minutes=50).stamp
    machine.passes(minutes=15)

    assert (15 * MINUTE, None) == rest_and_skin(since, machine.now, arrived)


def test_row_import_later_than_the_boot_counts_from_the_import(machine: Machine) -> None:
    since = machine.stamp
    arrived = machine.passes(minutes=10).restarts().passes(minutes=30).stamp
    machine.passes(minutes=5)

    assert (5 * MINUTE, None) == rest_and_skin(since, machine.now, arrived)


def test_row_import_before_the_boot_counts_from_the_boot(machine: Machine) -> None:
    since = Machine(machine.world, "there").stamp
    arrived = machine.passes(minutes=10).stamp
    machine.passes(minutes=10).restarts().passes(minutes=25)

    assert (25 * MINUTE, None) == rest_and_skin(since, machine.now, arrived)


def test_row_another_machine_with_a_slow_clock_is_never_more_than_the_wall_difference(
    machine: Machine,
) -> None:
    there = Machine(machine.world, "there").is_set(minutes=5)
    since = there.stamp
    arrived = machine.stamp
    machine.passes(minutes=45)

    assert (40 * MINUTE, None) == rest_and_skin(since, machine.now, arrived)


def test_row_stamp_in_the_future_counts_as_another_boot(machine: Machine) -> None:
    since = replace(machine.stamp, boot=machine.stamp.boot + 600)
    machine.passes(minutes=5)

    assert (5 * MINUTE, None) == rest_and_skin(since, machine.now)


def test_row_stamp_of_another_boot_in_the_future_proves_nothing(machine: Machine) -> None:
    since = machine.is_set(days=400).stamp
    machine.is_set_right().restarts().passes(hours=7, minutes=59)

    assert (NOTHING, None) == rest_and_skin(since, machine.now)


def test_a_stamp_of_a_clock_that_was_ahead_proves_nothing_until_the_wall_has_passed_it(
    machine: Machine,
) -> None:
    since = machine.is_set(days=1).stamp
    machine.is_set_right().restarts().passes(hours=12)

    assert (NOTHING, None) == rest_and_skin(since, machine.now)


def test_neither_does_one_of_another_machine(machine: Machine) -> None:
    since = Machine(machine.world, "there").is_set(days=1).stamp
    arrived = machine.stamp
    machine.passes(hours=12)

    assert NOTHING == elapsed_at_least(since, machine.now, arrived)


def test_row_stamp_without_a_boot_id_counts_as_another_boot(machine: Machine) -> None:
    since = replace(machine.restarts().stamp, boot_id="")
    machine.passes(minutes=30)

    assert (30 * MINUTE, None) == rest_and_skin(since, machine.now)
    nameless = replace(machine.now, boot_id="")
    assert (30 * MINUTE, None) == rest_and_skin(since, nameless)


def test_without_a_boot_id_a_stamp_in_the_future_is_not_forgiven(machine: Machine) -> None:
    since = replace(machine.is_set(days=1).stamp, boot_id="")
    machine.is_set_right().passes(hours=9)

    assert NOTHING == elapsed_at_least(since, machine.now)


def test_row_8_hours_of_wall_always_end_a_rest(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(hours=7, minutes=58).restarts()

    machine.passes(minutes=1)
    assert MINUTE == elapsed_at_least(since, machine.now)
    machine.passes(minutes=1)
    assert LONG_AGO == elapsed_at_least(since, machine.now)


def test_8_hours_of_wall_count_for_nothing_within_one_start(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=1).is_set(days=2)

    assert MINUTE == elapsed_at_least(since, machine.now)


def test_an_arrival_from_a_start_that_is_over_counts_for_nothing(machine: Machine) -> None:
    since = Machine(machine.world, "there").stamp
    later = replace(machine.stamp, boot=machine.stamp.boot + 3600)
    machine.passes(minutes=20).restarts().passes(minutes=10)

    assert 10 * MINUTE == elapsed_at_least(since, machine.now, later)


def test_a_stamp_is_what_is_kept_of_a_moment(machine: Machine) -> None:
    now = machine.now

    assert Stamp(now.wall, now.boot, now.boot_id) == now.stamp


def test_a_time_zone_changes_nothing(machine: Machine) -> None:
    since = machine.stamp
    machine.passes(minutes=10).zone = -9 * HOUR

    assert (10 * MINUTE, 10 * MINUTE) == rest_and_skin(since, machine.now)


def test_midnight_changes_nothing(machine: Machine) -> None:
    machine.is_set_to(START.replace(hour=22, minute=55))
    since = machine.stamp
    machine.passes(minutes=10)

    assert machine.now.day > START.date()
    assert (10 * MINUTE, 10 * MINUTE) == rest_and_skin(since, machine.now)


# --- whatever happens -----------------------------------------------------------------------------

minutes = st.integers(0, 60 * 26).map(float)
jumps = st.integers(-60 * 30, 60 * 30).map(float) | st.integers(-9, 9).map(lambda m: m / 3)
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("passes"), minutes),
        st.tuples(st.just("sleeps"), minutes),
        st.tuples(st.just("is_set"), jumps),
        st.tuples(st.just("restarts"), st.just(0.0)),
    ),
    max_size=12,
)


def happens(machine: Machine, what: str, how_much: float) -> None:
    if what == "restarts":
        machine.restarts()
    else:
        getattr(machine, what)(minutes=how_much)


@given(happenings)
def test_no_clock_proves_more_rest_than_there_truly_was(happened: list[tuple[str, float]]) -> None:
    machine = Machine()
    kept = [(machine.stamp, machine.world.true)]
    for one in happened:
        happens(machine, *one)
        now, true = machine.now, machine.world.true
        for since, began in kept:
            proved = elapsed_at_least(since, now)
            believed = since.boot_id != now.boot_id and now.wall - since.wall >= LONG_AGO

            assert NOTHING <= proved
            assert proved <= true - began or believed
        kept.append((now.stamp, true))


@given(happenings)
def test_no_clock_hides_time_on_skin_and_no_start_is_taken_for_another(
    happened: list[tuple[str, float]],
) -> None:
    machine = Machine()
    kept = [(machine.stamp, machine.world.true)]
    for one in happened:
        happens(machine, *one)
        now, true = machine.now, machine.world.true
        for since, began in kept:
            counted = elapsed_at_most(since, now)

            assert (counted is None) is (since.boot_id != now.boot_id)
            assert counted is None or counted >= true - began
        kept.append((now.stamp, true))


@given(happenings, st.integers(0, 600), happenings)
def test_what_came_from_elsewhere_proves_no_more_rest_than_there_truly_was(
    before: list[tuple[str, float]], there: int, after: list[tuple[str, float]]
) -> None:
    world = World()
    machine, other = Machine(world), Machine(world, "there").is_set(minutes=there - 300)
    since, began = other.stamp, world.true
    for one in before:
        happens(machine, *one)
    arrived = machine.stamp
    for one in after:
        happens(machine, *one)
        proved = elapsed_at_least(since, machine.now, arrived)
        believed = machine.now.wall - since.wall >= LONG_AGO

        assert NOTHING <= proved
        assert proved <= world.true - began or believed
        assert elapsed_at_most(since, machine.now) is None


@given(happenings)
def test_a_rest_of_2_hours_is_whole_unless_the_clock_was_set_by_6_hours(
    happened: list[tuple[str, float]],
) -> None:
    machine = Machine()
    since = machine.stamp
    for one in happened:
        happens(machine, *one)
        rested = elapsed_at_least(since, machine.now) >= 2 * HOUR

        assert not rested or machine.world.true >= 2 * HOUR or machine.wrong >= 6 * HOUR
