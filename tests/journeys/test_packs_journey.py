"""A pack is kept before it is shown, and what is said of it before anything is told."""

from pathlib import Path

import pytest
from tests.domain.worlds import HOUR, MINUTE, NOTHING, SECOND, Machine
from tests.journeys.houses import (
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Body, Check, TakenBack
from unspasm.domain.locks import Lock
from unspasm.domain.pack_entries import (
    Ended,
    PackAfter,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)
from unspasm.domain.pack_record import OnSkin, Over, Rest
from unspasm.domain.pack_start import NoPack, Why
from unspasm.domain.pack_watch import PackCue
from unspasm.domain.urgency import Urgency
from unspasm.journal import Trouble
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper, PackPlan

COLD, HEAT = PackKind.COLD, PackKind.HEAT
LOCKING = Reason("fever", "fever", Urgency.SAME_DAY, Lock.SESSIONS_AND_PACKS, "", ())


class Told:
    """What the person was told."""

    def __init__(self) -> None:
        self.cues: list[PackCue] = []
        self.packs: list[OnSkin] = []

    def __call__(self, cues: list[PackCue], pack: OnSkin) -> None:  # noqa: D102 - the class says it
        self.cues += cues
        self.packs.append(pack)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def house(folder: Path, machine: Machine) -> House:
    return house_at(folder, machine)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def keeper(house: House, told: Told) -> PackKeeper:
    return PackKeeper(house, told)


def said(house: House, *kinds: type) -> list[Body]:
    """What is known to have been said of packs, in the order it was written."""
    return [one.body for one in house.pack_entries() if not kinds or isinstance(one.body, kinds)]


def begun(keeper: PackKeeper, kind: PackKind = COLD, minutes: int = 12) -> OnSkin:
    """A pack that was put on without more ado."""
    assert keeper.begin(PackPlan(kind, minutes)) is None
    assert keeper.kept
    assert keeper.pack is not None
    return keeper.pack


def a_sign_closes_packs(house: House) -> str:
    body = Check(Answers(40, 1, 3), Urgency.SAME_DAY, (LOCKING,), complete=True)
    entry = house.entry(body)
    assert house.append([entry])
    return entry.id


# --- put on ---------------------------------------------------------------------------------------


def test_a_pack_is_kept_before_it_is_shown(
    house: House, keeper: PackKeeper, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_while_kept: list[OnSkin | None] = []
    decide = record_of(house).decide

    def watch(*arguments: object) -> object:
        outcome = decide(*arguments)  # type: ignore[arg-type]
        shown_while_kept.append(keeper.pack)
        return outcome

    monkeypatch.setattr(record_of(house), "decide", watch)
    there = begun(keeper)

    assert [None] == shown_while_kept
    assert [there.on] == said(house, PackOn)
    assert [] == told.cues


def test_what_was_planned_is_what_is_on(house: House, keeper: PackKeeper, machine: Machine) -> None:
    stamp = machine.stamp
    assert keeper.begin(PackPlan(HEAT, 15, before=7)) is None

    assert [PackOn(HEAT, 15, stamp, NOTHING, sooner=False, before=7)] == said(house)


@pytest.mark.parametrize("minutes", [-3, 0, 21, 25])
def test_no_pack_is_planned_past_20_minutes(house: House, keeper: PackKeeper, minutes: int) -> None:
    with pytest.raises(ValueError, match=str(minutes)):
        keeper.begin(PackPlan(COLD, minutes))

    assert [] == said(house)


def test_while_one_is_on_no_other_is_put_on(house: House, keeper: PackKeeper) -> None:
    there = begun(keeper)

    assert NoPack(Why.ON_SKIN) == keeper.begin(PackPlan(HEAT))
    assert [there.on] == said(house)
    assert keeper.kept


def test_inside_a_rest_none_is_put_on_and_the_time_is_told(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper, HEAT)
    machine.passes(minutes=10)
    keeper.off()
    until = machine.now.lived + 2 * HOUR
    machine.passes(hours=1, minutes=30)

    expected = NoPack(Why.REST, until)
    assert expected == keeper.no_pack(COLD)
    assert expected == keeper.begin(PackPlan(COLD, sooner=True))
    assert keeper.pack is None
    assert 1 == len(said(house, PackOn))


def test_sooner_than_public_advice_is_a_choice_and_is_kept_as_one(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    keeper.off()
    machine.passes(hours=1)
    refused = keeper.no_pack(COLD)
    assert refused is not None
    assert Why.SOONER is refused.why
    assert refused == keeper.begin(PackPlan(COLD))

    assert keeper.no_pack(COLD, sooner=True) is None
    assert keeper.begin(PackPlan(COLD, sooner=True)) is None
    assert [False, True] == [on.sooner for on in said(house, PackOn) if isinstance(on, PackOn)]


def test_a_choice_that_was_not_needed_is_not_kept_as_one(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    keeper.off()
    machine.passes(hours=2)

    assert keeper.begin(PackPlan(COLD, sooner=True)) is None
    assert [False, False] == [on.sooner for on in said(house, PackOn) if isinstance(on, PackOn)]


def test_the_seconds_of_an_untouched_pack_are_counted_into_the_next(
    keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    machine.passes(seconds=35)
    keeper.off(Ended.UNTOUCHED)
    machine.passes(minutes=1)
    assert 35 * SECOND == keeper.carried()
    there = begun(keeper)

    assert 35 * SECOND == there.on.carried == there.on_for


# --- what cannot be written -----------------------------------------------------------------------


def test_a_pack_that_cannot_be_kept_is_not_on(
    house: House, folder: Path, machine: Machine, keeper: PackKeeper
) -> None:
    with pytest.MonkeyPatch.context() as full:
        fill_disk(house, full)
        assert keeper.begin(PackPlan(COLD)) is None

        assert not keeper.kept
        assert keeper.look() is None
        assert (Trouble.FULL,) == house.troubles
    assert [] == said(house_at(folder, machine))

    begun(keeper)
    assert keeper.kept


def test_without_a_record_no_pack_is_on(machine: Machine, told: Told) -> None:
    keeper = PackKeeper(house_without_record(machine), told)

    assert keeper.begin(PackPlan(COLD)) is None
    assert not keeper.kept
    assert keeper.pack is None


def test_a_pack_that_came_off_on_a_full_disk_is_off_while_the_program_runs(
    house: House, folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    machine.passes(minutes=3)
    with pytest.MonkeyPatch.context() as full:
        fill_disk(house, full)
        keeper.off()
        keeper.after("pack", SkinLook.CHANGED)

    assert not keeper.kept
    assert keeper.pack is None
    assert keeper.skin_changed
    assert keeper.rest(HEAT) is not None
    assert house.home().rests_until is not None
    assert house_at(folder, machine).home().pack is not None


def test_skin_that_was_not_fine_on_a_full_disk_ends_the_pack_all_the_same(
    house: House, keeper: PackKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(keeper)
    fill_disk(house, monkeypatch)
    keeper.checked(fine=False)

    assert keeper.pack is not None
    assert Over.NOT_FINE is keeper.pack.over
    assert not keeper.kept


# --- a sign closes packs --------------------------------------------------------------------------


def test_a_sign_that_another_copy_notes_closes_packs_here(
    folder: Path, machine: Machine, keeper: PackKeeper
) -> None:
    other = house_at(folder, machine)
    check = a_sign_closes_packs(other)

    assert keeper.closed()
    assert NoPack(Why.LOCKED) == keeper.begin(PackPlan(COLD))
    other.append([other.entry(TakenBack(check, frozenset({"fever"})))])
    assert not keeper.closed()
    assert keeper.begin(PackPlan(COLD)) is None


def test_a_sign_that_cannot_be_kept_closes_packs_while_the_program_runs(
    house: House, keeper: PackKeeper
) -> None:
    with pytest.MonkeyPatch.context() as full:
        fill_disk(house, full)
        house.append([house.entry(Check(Answers(40, 1, 3), Urgency.SAME_DAY, (LOCKING,), True))])  # noqa: FBT003

    assert NoPack(Why.LOCKED) == keeper.begin(PackPlan(COLD))


def test_under_16_there_is_no_pack(house: House, keeper: PackKeeper, machine: Machine) -> None:
    house.append([house.entry(About(year_of_birth=machine.now.lived.year - 15))])

    assert NoPack(Why.LOCKED) == keeper.begin(PackPlan(COLD))


# --- looks at the skin ----------------------------------------------------------------------------


def test_an_answer_is_kept_with_the_time_on_skin(
    house: House, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    there = begun(keeper)
    machine.passes(minutes=5, seconds=12)
    assert keeper.look() is not None
    assert [PackCue.LOOK] == told.cues
    keeper.checked(fine=True)

    assert [SkinCheck(there.id, 312 * SECOND, fine=True)] == said(house, SkinCheck)
    assert keeper.pack is not None
    assert not keeper.pack.asks


def test_where_nobody_asked_fine_says_nothing(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    keeper.checked(fine=True)
    begun(keeper)
    machine.passes(minutes=4, seconds=59)
    keeper.checked(fine=True)

    assert [] == said(house, SkinCheck)


def test_not_fine_counts_at_any_time(
    house: House, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    begun(keeper)
    machine.passes(minutes=1)
    keeper.checked(fine=False)

    assert 1 == len(said(house, SkinCheck))
    assert keeper.pack is not None
    assert Over.NOT_FINE is keeper.pack.over
    assert [PackCue.TAKE_OFF] == told.cues


def test_no_answer_prolongs_a_pack_that_is_over(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper, minutes=20)
    machine.passes(minutes=11)
    keeper.checked(fine=True)

    assert [] == said(house, SkinCheck)
    assert keeper.pack is not None
    assert Over.UNANSWERED is keeper.pack.over


# --- off ------------------------------------------------------------------------------------------


def test_off_early_is_fine_and_kept(house: House, keeper: PackKeeper, machine: Machine) -> None:
    there = begun(keeper)
    machine.passes(minutes=7)
    stamp = machine.stamp
    was = keeper.off()

    assert was is not None
    assert 7 * MINUTE == was.on_for
    expected = PackOff(there.id, COLD, Ended.OFF, stamp, 7 * MINUTE, NOTHING)
    assert [expected] == said(house, PackOff)
    assert keeper.pack is None
    assert Rest(2 * HOUR, HOUR) == keeper.rest(COLD)
    assert machine.now.lived + 2 * HOUR == keeper.rests_until()


def test_what_nobody_could_prevent_is_told_and_kept(
    house: House, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    begun(keeper)
    machine.sleeps(minutes=41)
    there = keeper.look()
    assert there is not None
    assert (41 * MINUTE, 29 * MINUTE) == (there.on_for, there.over_for)
    assert [PackCue.TAKE_OFF] == told.cues
    keeper.off()

    [off] = said(house, PackOff)
    assert isinstance(off, PackOff)
    assert (41 * MINUTE, 29 * MINUTE) == (off.on_for, off.over_for)


def test_what_nobody_can_tell_is_kept_as_that(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    machine.passes(minutes=2).restarts()
    keeper.off()

    [off] = said(house, PackOff)
    assert isinstance(off, PackOff)
    assert (None, None) == (off.on_for, off.over_for)


def test_without_a_pack_nothing_comes_off(house: House, keeper: PackKeeper) -> None:
    assert keeper.off() is None
    assert [] == said(house)


def test_untouched_within_a_minute_needs_no_rest(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    machine.passes(seconds=60)
    keeper.off(Ended.UNTOUCHED)

    assert [Ended.UNTOUCHED] == ends(house)
    assert keeper.rest(COLD) is None
    assert keeper.rests_until() is None
    assert keeper.no_pack(HEAT) is None


def test_untouched_after_a_minute_has_come_off_now(
    house: House, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    machine.passes(seconds=60.01)
    keeper.off(Ended.UNTOUCHED)

    assert [Ended.OFF] == ends(house)
    assert keeper.rest(COLD) is not None


@pytest.mark.parametrize(("hours", "expected"), [(7.99, Ended.OFF), (8, Ended.EARLIER)])
def test_long_before_is_8_hours_and_more(
    house: House, keeper: PackKeeper, machine: Machine, hours: float, expected: Ended
) -> None:
    begun(keeper)
    machine.passes(hours)
    keeper.off(Ended.EARLIER)

    assert [expected] == ends(house)
    assert (expected is Ended.EARLIER) is (keeper.rest(COLD) is None)


def ends(house: House) -> list[Ended]:
    return [body.ended for body in said(house, PackOff) if isinstance(body, PackOff)]


# --- after ----------------------------------------------------------------------------------------


def test_how_it_is_after_a_pack_is_kept_as_it_is_said(house: House, keeper: PackKeeper) -> None:
    there = begun(keeper)
    keeper.off()
    keeper.after(there.id, skin=SkinLook.NORMAL)
    keeper.after(there.id, pain=3)

    expected = [PackAfter(there.id, SkinLook.NORMAL, None), PackAfter(there.id, None, 3)]
    assert expected == said(house, PackAfter)
    assert not keeper.skin_changed


def test_skin_that_has_changed_is_remembered_until_the_next_pack(
    keeper: PackKeeper, machine: Machine
) -> None:
    there = begun(keeper)
    keeper.off()
    keeper.after(there.id, skin=SkinLook.CHANGED)
    assert keeper.skin_changed

    machine.passes(hours=3)
    begun(keeper)
    assert not keeper.skin_changed


# --- two copies, and restarts ---------------------------------------------------------------------


def test_a_second_copy_shows_the_pack_and_takes_it_off(
    house: House, folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    other = house_at(folder, machine)
    second = PackKeeper(other, Told())
    there = begun(keeper)
    assert second.look() is None
    assert other.changed_elsewhere()
    second.refresh()
    assert there.id == getattr(second.look(), "id", None)
    machine.passes(minutes=4)
    second.off()

    assert house.changed_elsewhere()
    keeper.refresh()
    assert keeper.look() is None
    assert [4 * MINUTE] == [off.on_for for off in said(house) if isinstance(off, PackOff)]


def test_a_copy_that_knows_nothing_yet_puts_no_second_pack_on(
    folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    second = PackKeeper(house_at(folder, machine), Told())
    there = begun(keeper)

    assert NoPack(Why.ON_SKIN) == second.begin(PackPlan(HEAT))
    assert second.pack is not None
    assert there.id == second.pack.id


def test_a_pack_that_another_copy_has_taken_off_does_not_come_off_twice(
    house: House, folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    begun(keeper)
    second = PackKeeper(house_at(folder, machine), Told())
    second.off()
    machine.passes(minutes=2)
    keeper.off()
    keeper.checked(fine=False)

    assert 1 == len(said(house, PackOff))
    assert [] == said(house, SkinCheck)
    assert keeper.pack is None


def test_after_a_restart_the_pack_goes_on_as_if_nothing_had_happened(
    folder: Path, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    there = begun(keeper)
    machine.passes(minutes=3)
    again = PackKeeper(house_at(folder, machine), told)
    after = again.look()

    assert after is not None
    assert (there.id, 3 * MINUTE, 9 * MINUTE) == (after.id, after.on_for, after.left)


def test_closed_past_its_end_the_next_start_alarms_at_once(
    folder: Path, house: House, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    begun(keeper)
    house.close()
    machine.passes(minutes=55)
    after = PackKeeper(house_at(folder, machine), told).look()

    assert after is not None
    assert (Over.TIME, 43 * MINUTE) == (after.over, after.over_for)
    assert [PackCue.TAKE_OFF] == told.cues


def test_a_rest_holds_in_every_copy_and_after_a_restart(
    folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    second = PackKeeper(house_at(folder, machine), Told())
    begun(keeper)
    keeper.off()
    third = PackKeeper(house_at(folder, machine), Told())

    for one in (keeper, second, third):
        refused = one.begin(PackPlan(COLD))
        assert refused is not None
        assert Why.REST is refused.why


def test_home_shows_the_pack_and_then_the_rest(
    house: House, folder: Path, keeper: PackKeeper, machine: Machine
) -> None:
    there = begun(keeper)
    assert there == house.home().pack == house_at(folder, machine).home().pack
    assert house.home().rests_until is None
    keeper.off()

    assert house.home().pack is None
    assert machine.now.lived + 2 * HOUR == house.home().rests_until


# --- what is told ---------------------------------------------------------------------------------


def test_a_whole_pack_is_told_from_its_beginning_to_its_end(
    house: House, keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    begun(keeper, minutes=12)
    for _ in range(12 * 60):
        machine.passes(seconds=1)
        there = keeper.look()
        assert there is not None
        if there.asks:
            keeper.checked(fine=True)
    keeper.off()

    look, five, one, off = (
        PackCue.LOOK,
        PackCue.FIVE_MINUTES,
        PackCue.ONE_MINUTE,
        PackCue.TAKE_OFF,
    )
    assert [look, five, look, one, off] == told.cues
    assert [SkinCheck, SkinCheck] == [type(body) for body in said(house, SkinCheck)]


def test_what_is_told_goes_with_the_pack_it_is_about(
    keeper: PackKeeper, machine: Machine, told: Told
) -> None:
    there = begun(keeper, minutes=2)
    machine.passes(minutes=1)
    keeper.look()
    machine.passes(minutes=1)
    keeper.look()

    assert [there.id] * 2 == [pack.id for pack in told.packs]
    assert [MINUTE, NOTHING] == [pack.left for pack in told.packs]
    assert [None, Over.TIME] == [pack.over for pack in told.packs]
