"""Whether a pack may be put on now, and if not, why and until when."""

from datetime import datetime, timedelta

import pytest
from tests.domain.packs import COLD, HEAT, Packs
from tests.domain.worlds import HOUR, MINUTE, START

from unspasm.domain.locks import Activity, Lock
from unspasm.domain.pack_entries import Ended, PackKind, SkinLook
from unspasm.domain.pack_rules import DEFAULT_MINUTES, MOST_IN_A_DAY, MOST_MINUTES
from unspasm.domain.pack_start import NoPack, Why, is_a_length, no_pack

EACH_KIND = pytest.mark.parametrize("kind", PackKind)
OPEN = frozenset[Activity]()


@pytest.fixture
def packs() -> Packs:
    """Somebody who has not used the program for packs yet."""
    return Packs()


def refused(
    packs: Packs,
    kind: PackKind = COLD,
    *,
    sooner: bool = False,
    closed: frozenset[Activity] = OPEN,
) -> NoPack | None:
    """Why such a pack may not be put on now."""
    return no_pack(packs.record, closed, kind, packs.machine.now, sooner=sooner)


def at(packs: Packs, **later: float) -> datetime:
    """A time from now, as lived."""
    return packs.machine.now.lived + timedelta(**later)


# --- how long -------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [1, DEFAULT_MINUTES, MOST_MINUTES])
def test_a_pack_may_be_planned_for_1_to_20_minutes(minutes: int) -> None:
    assert is_a_length(minutes)


@pytest.mark.parametrize("minutes", [-3, 0, 21, 25, 10_000])
def test_no_pack_may_be_planned_for_anything_else(minutes: int) -> None:
    assert not is_a_length(minutes)


# --- at any time ----------------------------------------------------------------------------------


@EACH_KIND
@pytest.mark.parametrize("sooner", [False, True])
def test_with_nothing_recorded_a_pack_may_be_put_on(
    packs: Packs, kind: PackKind, *, sooner: bool
) -> None:
    assert refused(packs, kind, sooner=sooner) is None


@EACH_KIND
@pytest.mark.parametrize("lock", [Lock.ALL, Lock.SESSIONS_AND_PACKS])
def test_a_sign_that_closes_packs_refuses_every_pack(
    packs: Packs, kind: PackKind, lock: Lock
) -> None:
    assert NoPack(Why.LOCKED) == refused(packs, kind, closed=lock.closes)
    packs.on()
    assert NoPack(Why.LOCKED) == refused(packs, kind, closed=lock.closes)


@pytest.mark.parametrize("lock", [Lock.SESSIONS, Lock.FLOOR, Lock.NOTHING])
def test_a_sign_that_closes_something_else_refuses_none(packs: Packs, lock: Lock) -> None:
    assert refused(packs, closed=lock.closes) is None


@EACH_KIND
def test_while_a_pack_is_on_none_is_put_on(packs: Packs, kind: PackKind) -> None:
    pack = packs.on()
    assert NoPack(Why.ON_SKIN) == refused(packs, kind, sooner=True)
    packs.machine.passes(hours=30)
    assert NoPack(Why.ON_SKIN) == refused(packs, kind)

    packs.off(pack, Ended.EARLIER)
    assert refused(packs, kind) is None


def test_a_pack_that_nobody_has_taken_off_is_on_after_a_restart_too(packs: Packs) -> None:
    packs.on()
    packs.machine.passes(hours=3).restarts().passes(hours=3)

    assert NoPack(Why.ON_SKIN) == refused(packs)


# --- the skin rests -------------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [(COLD, HEAT), (HEAT, COLD), (HEAT, HEAT)])
@pytest.mark.parametrize("sooner", [False, True])
def test_no_choice_gets_round_2_hours_but_for_cold_after_cold(
    packs: Packs, before: PackKind, after: PackKind, *, sooner: bool
) -> None:
    packs.had(12, before)
    expected = NoPack(Why.REST, at(packs, hours=2))

    for _ in range(12):
        assert expected == refused(packs, after, sooner=sooner)
        packs.machine.passes(minutes=10, seconds=-0.01)
    packs.machine.passes(seconds=0.12)
    assert refused(packs, after, sooner=sooner) is None


@pytest.mark.parametrize("sooner", [False, True])
def test_within_1_hour_no_choice_gets_round_the_rest(packs: Packs, *, sooner: bool) -> None:
    packs.had()
    expected = NoPack(Why.REST, at(packs, hours=2), at(packs, hours=1))

    assert expected == refused(packs, sooner=sooner)
    packs.machine.passes(minutes=59, seconds=59)
    assert expected == refused(packs, sooner=sooner)


def test_from_1_hour_on_cold_after_cold_is_the_person_s_choice(packs: Packs) -> None:
    packs.had()
    expected = NoPack(Why.SOONER, at(packs, hours=2))
    packs.machine.passes(hours=1)

    assert expected == refused(packs)
    assert refused(packs, sooner=True) is None
    packs.machine.passes(minutes=59)
    assert expected == refused(packs)


def test_skin_that_a_pack_has_changed_leaves_no_choice_but_the_whole_rest(packs: Packs) -> None:
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(hours=1)

    assert NoPack(Why.REST, at(packs, hours=1)) == refused(packs, sooner=True)
    packs.machine.passes(hours=1)
    assert refused(packs) is None


def test_after_2_hours_there_is_nothing_to_choose(packs: Packs) -> None:
    packs.had()
    packs.machine.passes(hours=2)

    assert refused(packs) is None
    assert refused(packs, sooner=True) is None


def test_what_never_touched_the_skin_refuses_nothing(packs: Packs) -> None:
    packs.untouched(20)

    assert refused(packs, COLD) is None
    assert refused(packs, HEAT) is None


# --- how many -------------------------------------------------------------------------------------


def filled(packs: Packs, kind: PackKind) -> datetime:
    """Have as many as there may be, and return when there may be one more, as lived."""
    first = packs.machine.now.lived
    for _ in range(MOST_IN_A_DAY[kind]):
        packs.had(12, kind)
        packs.machine.passes(hours=2)
    return first + 24 * HOUR


@EACH_KIND
@pytest.mark.parametrize("sooner", [False, True])
def test_a_full_day_refuses_one_more_until_there_is_room(
    packs: Packs, kind: PackKind, *, sooner: bool
) -> None:
    free = filled(packs, kind)

    assert NoPack(Why.FULL, free) == refused(packs, kind, sooner=sooner)
    packs.machine.passes(seconds=(free - packs.machine.now.lived).total_seconds())
    assert refused(packs, kind, sooner=sooner) is None


def test_a_full_day_of_heat_leaves_cold_open(packs: Packs) -> None:
    filled(packs, HEAT)

    assert refused(packs, COLD) is None


def test_where_the_rest_lasts_longer_than_the_full_day_it_says_so(packs: Packs) -> None:
    filled(packs, HEAT)
    packs.machine.passes(hours=17)
    packs.had(12, COLD)
    free = at(packs, hours=2)

    assert NoPack(Why.FULL, free) == refused(packs, HEAT)


def test_times_are_as_lived_where_the_person_is_now(packs: Packs) -> None:
    filled(packs, HEAT)
    packs.machine.zone = -9 * HOUR
    free = (START + 24 * HOUR - 9 * HOUR).replace(tzinfo=None)

    assert NoPack(Why.FULL, free) == refused(packs, HEAT)


def test_a_rest_that_is_nearly_over_is_told_as_lived(packs: Packs) -> None:
    packs.had(12, HEAT)
    packs.machine.zone = 2 * HOUR
    until = (START + 12 * MINUTE + 4 * HOUR).replace(tzinfo=None)

    assert NoPack(Why.REST, until) == refused(packs, HEAT)
