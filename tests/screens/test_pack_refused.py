"""When there is no pack, and what is shown in its place."""

import pytest
from rich.color import Color
from tests.journeys.houses import fill_disk
from tests.screens.conftest import FakeClock, Person, Visit
from tests.seeds import LASTING, checked, packs_in, put_on, say, take_off, tick

from unspasm.domain.entries import About
from unspasm.domain.pack_entries import PackAfter, PackKind, PackOn, SkinLook
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan

COLD, HEAT = PackPlan(PackKind.COLD), PackPlan(PackKind.HEAT)
HOUR = 3600


def worn(house: House, kind: PackKind = PackKind.COLD) -> None:
    """A check was done, and a pack was on."""
    checked(house)
    put_on(house, kind)
    take_off(house)


def packs(house: House) -> int:
    """How many packs were put on."""
    return len([body for body in packs_in(house) if isinstance(body, PackOn)])


async def start_one(person: Person) -> None:
    """Answer everything that is asked, and put it on."""
    await person.press("0", "0", "6", "enter", "y", "enter")


# --- the rest of the skin -------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [COLD, HEAT], ids=["cold", "heat"])
async def test_within_the_rest_there_is_no_pack_and_it_says_until_when(
    visit: Visit, plan: PackPlan
) -> None:
    async with visit(seed=worn, errand=plan) as person:
        assert "PackCardScreen" == person.screen
        person.shows("No pack now", "The skin rests until 16:02", "Cold and heat share one rest")
        assert ("From 15:02 on you could choose" in person.says) == (plan is COLD)
        assert 0 == person.bells


async def test_sooner_after_an_hour_is_a_choice_and_is_kept_as_one(
    visit: Visit, clock: FakeClock
) -> None:
    def an_hour_ago(house: House) -> None:
        worn(house)
        clock.advance(HOUR)

    async with visit(seed=an_hour_ago, errand=COLD) as person:
        person.shows("The skin rests until 16:02. Public advice is to wait two hours")
        person.shows("1 Wait until 16:02", "2 Cold again now, sooner than public advice")
        await person.press("2")
        await start_one(person)
        assert "PackScreen" == person.screen
        assert [False, True] == [on.sooner for on in packs_in(person.house)
                                 if isinstance(on, PackOn)]  # fmt: skip


async def test_to_wait_is_the_first_choice_and_starts_nothing(
    visit: Visit, clock: FakeClock
) -> None:
    def an_hour_ago(house: House) -> None:
        worn(house)
        clock.advance(HOUR)

    async with visit(seed=an_hour_ago) as person:
        await person.press("4", "1", "1")
        assert "HomeScreen" == person.screen
        await person.press("4", "2")
        person.shows("No pack now", "The skin rests until 16:02")
        assert "could choose" not in person.says
        assert 1 == packs(person.house)


async def test_after_two_hours_nothing_stands_in_the_way(visit: Visit, clock: FakeClock) -> None:
    def long_ago(house: House) -> None:
        worn(house, PackKind.HEAT)
        clock.advance(2 * HOUR)

    async with visit(seed=long_ago, errand=COLD) as person:
        await start_one(person)
        assert "PackScreen" == person.screen
        assert 2 == packs(person.house)


async def test_a_rest_that_begins_while_the_questions_are_answered_counts(visit: Visit) -> None:
    async with visit(seed=checked, errand=COLD) as person, visit() as there:
        await person.press("0", "0", "6", "enter", "y")
        put_on(there.house)
        take_off(there.house)
        await person.press("enter")
        person.shows("No pack now", "The skin rests until")
        assert 1 == packs(person.house)


async def test_after_the_third_heat_pack_of_a_day_there_is_no_fourth(
    visit: Visit, clock: FakeClock
) -> None:
    def three(house: House) -> None:
        checked(house)
        for _ in range(3):
            put_on(house, PackKind.HEAT)
            take_off(house)
            clock.advance(3 * HOUR)

    async with visit(seed=three, errand=HEAT) as person:
        person.shows("There were 3 in the last 24 hours, and that is the most.")
        person.shows("The next one can go on")


# --- one is on ------------------------------------------------------------------------------------


async def test_there_is_no_second_pack_beside_the_first(visit: Visit) -> None:
    def on(house: House) -> None:
        checked(house)
        put_on(house)

    async with visit(seed=on, errand=HEAT) as person:
        await person.later()
        person.shows("A pack is on already.", "off at 14:14")
        assert 1 == packs(person.house)


# --- signs, age and skin --------------------------------------------------------------------------


async def test_under_a_lock_the_care_card_is_shown_instead(visit: Visit) -> None:
    def fever(house: House) -> None:
        run = tick(house, "saddle")
        assert run.entry

    async with visit(seed=fever, errand=COLD) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        person.shows("EMERGENCY")
        assert "Take the pack off" not in person.says
        assert 0 == packs(person.house)


async def test_under_16_there_is_no_pack(visit: Visit) -> None:
    def young(house: House) -> None:
        checked(house, About(year_of_birth=2012, said_in=2026, pack_asked=LASTING))

    async with visit(seed=young, errand=COLD) as person:
        person.shows("No pack now", "You are under 16, so there is no pack here. Tell an adult")


async def test_changed_skin_gets_a_card_and_no_pack_until_it_is_normal(
    visit: Visit, clock: FakeClock
) -> None:
    def changed(house: House) -> None:
        worn(house)
        (on,) = [entry.id for entry in house.pack_entries() if isinstance(entry.body, PackOn)]
        say(house, PackAfter(on, SkinLook.CHANGED))
        clock.advance(20 * HOUR)

    async with visit(seed=changed, errand=COLD) as person:
        skin = person.house.catalogue.packs.skin
        await person.press("0")
        person.shows("4 [ ] Skin there that does not look or feel normal yet")
        await person.press("4", "enter", "6", "enter")
        person.shows(skin.heading, skin.act[0])
        assert 1 == packs(person.house)


# --- a record that cannot be written --------------------------------------------------------------


async def test_without_a_record_that_can_be_written_a_kitchen_timer_is_named_at_once(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(seed=checked) as person:
        fill_disk(person.house, monkeypatch)
        await person.press("4", "1")
        person.shows("No pack now", "The record cannot be written", "use a kitchen timer: 12")


async def test_a_disk_that_fills_up_before_the_start_gives_no_pack(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(seed=checked, errand=COLD) as person:
        await person.press("0", "0", "6", "enter", "y")
        fill_disk(person.house, monkeypatch)
        await person.press("enter")
        person.shows("No pack now", "The record cannot be written", "use a kitchen timer: 12")
        await person.later(1)
        assert "Cold pack:" not in person.says
        assert [] == packs_in(person.house)


async def test_if_the_end_cannot_be_written_it_says_so_and_the_alarm_stops(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(seed=put_on) as person:
        await person.later(800)
        fill_disk(person.house, monkeypatch)
        await person.later(2)
        await person.press("o")
        person.shows("Off. It was on for about 13 minutes", "Nothing was kept.")
        rung = person.bells
        await person.later(60)
        assert rung == person.bells


# --- no colour at all -----------------------------------------------------------------------------


def colours(person: Person) -> set[Color]:
    """Every colour on the screen, as it would be sent."""
    strips = person.app.screen._compositor.render_strips()
    styles = [part.style for strip in strips for part in strip if part.style]
    return {colour for style in styles for colour in (style.color, style.bgcolor)
            if colour and not colour.is_default}  # fmt: skip


async def test_no_color_shows_a_pack_without_any_colour(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(seed=checked) as person:
        await person.press("4", "1", "0", "0", "6", "enter")
        seen = {person.screen: colours(person)}
        await person.press("y", "enter")
        seen["running"] = colours(person)
        await person.later(300)
        seen["check"] = colours(person)
        await person.press("escape")
        await person.later(1)
        seen["strip"] = colours(person)
        await person.later(900)
        await person.later(2)
        seen["over"] = colours(person)
        await person.press("o")
        seen["after"] = colours(person)
        assert {name: set() for name in seen} == seen


async def test_the_check_for_colour_would_see_one(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(1)
        assert colours(person)
