"""A pack that has to come off: told on the whole screen until somebody says that it is off."""

import pytest
from tests.screens.conftest import NONE, Person, Visit
from tests.seeds import checked, packs_in, put_on, tick

from unspasm.domain.pack_entries import PackAfter, PackKind, PackOff, PackOn, SkinLook
from unspasm.journeys.house import House

TWELVE_MINUTES = 720
OVER = "Take the pack off now."


def off_in(house: House) -> list[PackOff]:
    """What came off."""
    return [body for body in packs_in(house) if isinstance(body, PackOff)]


async def is_over(person: Person) -> None:
    """Let the time run out, with every skin check answered."""
    keeper = person.app.packs.keeper
    for _ in range(2):
        person.clock.advance(300)
        keeper.look()
        keeper.checked(fine=True)
    await person.later(TWELVE_MINUTES - 600)
    await person.later()
    assert keeper.pack is not None
    assert keeper.pack.over


# --- the alarm ------------------------------------------------------------------------------------


async def test_it_fills_the_screen_and_repeats_until_it_is_off(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await is_over(person)
        person.shows(OVER, "It has been on for 12 minutes, as planned.", "o: it is off")
        assert "ends at" not in person.text
        rung = person.bells
        await person.later(19.5)
        assert rung == person.bells
        await person.later(0.5)
        assert rung + 1 == person.bells
        for _ in range(3):
            await person.later(20)
        assert rung + 4 == person.bells
        await person.press("o")
        person.shows("Off. It was on for about 13 minutes, 1 minute longer than planned.")
        await person.later(60)
        assert rung + 4 == person.bells


async def test_it_takes_no_key_in_its_first_second(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await is_over(person)
        await person.press("o", after=0.9)
        person.shows(OVER, "A moment: please read this first.")
        assert [] == off_in(person.house)
        await person.press("o", after=0.2)
        person.shows("Off. It was on for 12 minutes.")


async def test_it_cannot_be_left_with_escape(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await is_over(person)
        alarm = person.app.screen
        await person.press("escape", "escape", "enter", "space", "u", "l")
        assert alarm is person.app.screen
        person.shows(OVER)


async def test_how_long_it_has_been_on_is_counted_up_and_kept(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await is_over(person)
        await person.later(18 * 60)
        person.shows("It has been on for about 30 minutes. It was to be 12 minutes.")
        await person.later(2)
        await person.press("o")
        (off,) = off_in(person.house)
        assert off.over_for is not None
        assert 18 * 60 + 4 == off.over_for.total_seconds()


async def test_no_sound_that_is_turned_off_keeps_it_quiet(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("m", "m")
        assert "Sound: off." in person.told[-1]
        rung = person.bells
        await is_over(person)
        assert rung + 1 == person.bells


# --- whatever is in front of it -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("escape",), "HomeScreen"),
        (("escape", "2", "2"), "CheckScreen"),
        (("escape", "a"), "AboutScreen"),
        (("escape", "a", "3", "o"), "AskText"),
        (("question_mark",), "ReadScreen"),
        (("escape", "e"), "AskChoice"),
        (("ctrl+p",), "CommandPalette"),
        (("o",), "AskAboutPack"),
    ],
    ids=["home", "check", "about", "typing", "help", "question", "palette", "is it off"],
)
async def test_it_comes_up_over_every_other_screen(
    visit: Visit, keys: tuple[str, ...], screen: str
) -> None:
    def seed(house: House) -> None:
        checked(house)
        put_on(house)

    async with visit(seed=seed) as person:
        await person.press(*keys)
        await person.wait_for(lambda: person.screen == screen, f"the {screen}")
        await is_over(person)
        assert "PackScreen" == person.screen
        person.shows(OVER)
        await person.press("o", after=0.1)
        assert [] == off_in(person.house)
        await person.press("o")
        assert 1 == len(off_in(person.house))


async def test_after_it_a_check_goes_on_where_it_was(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", "2", "2")
        await is_over(person)
        await person.press("o", "1", "4", "enter")
        assert "CheckScreen" == person.screen
        person.shows("2 [x]")
        await person.press("n", "2", *NONE)
        person.shows("Check 2 of")


async def test_after_it_the_questions_before_another_pack_do_not_start_one(visit: Visit) -> None:
    async with visit(seed=checked) as person, visit() as there:
        await person.press("4", "1", "0")
        person.shows("Before the pack, 1 of 2")
        put_on(there.house)
        await person.look_around()
        await is_over(person)
        assert "PackScreen" == person.screen
        await person.press("o", "1", "enter")
        person.shows("Before the pack, 1 of 2")
        await person.press("0", "6", "enter", "y", "enter")
        person.shows("No pack now", "The skin rests until")
        assert 1 == len([body for body in packs_in(person.house) if isinstance(body, PackOn)])


# --- an emergency card ----------------------------------------------------------------------------


def emergency(house: House) -> None:
    """A pack is on, and a sign of an emergency was ticked."""
    put_on(house)
    tick(house, "saddle")


async def test_on_an_emergency_card_the_pack_comes_off_right_after_the_number(visit: Visit) -> None:
    async with visit(seed=emergency) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        lines = [line.strip() for line in person.text.splitlines()]
        number = next(place for place, line in enumerate(lines) if line.startswith("Call "))
        first = lines.index("Take the pack off your skin first.")
        drive = lines.index("Do not drive yourself.")
        assert number < first < drive
        assert "" not in lines[number:first]


async def test_over_an_emergency_card_nothing_comes_up_and_the_strip_tells(visit: Visit) -> None:
    async with visit(seed=emergency) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        await is_over(person)
        assert "CareScreen" == person.screen
        person.shows("EMERGENCY", "Take the cold pack off now. o: it is off")
        rung = person.bells
        await person.later(20)
        assert rung + 1 == person.bells
        await person.press("o")
        assert "CareScreen" == person.screen
        assert 1 == len(off_in(person.house))
        assert ["Off. It was on for 12 minutes."] == person.told
        await person.later()
        assert "Take the cold pack off" not in person.text


async def test_over_a_question_on_an_emergency_card_nothing_comes_up(visit: Visit) -> None:
    async with visit(seed=emergency) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        await person.press("2")
        assert "AskChoice" == person.screen
        await is_over(person)
        assert "AskChoice" == person.screen
        person.shows("Take the cold pack off now.")
        await person.press("o", "escape")
        assert "CareScreen" == person.screen
        assert 1 == len(off_in(person.house))


async def test_on_an_emergency_card_the_pack_can_come_off_before_its_time(visit: Visit) -> None:
    async with visit(seed=emergency) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        await person.later(60)
        person.shows("Cold pack: ", "left, off at 14:14. o: it is off")
        await person.press("o", "1")
        assert "CareScreen" == person.screen
        assert ["Off after 1 minute. That is fine."] == person.told


async def test_once_the_call_is_noted_the_alarm_comes_up(visit: Visit) -> None:
    async with visit(seed=emergency) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        await is_over(person)
        await person.press("1")
        await person.later()
        person.shows(OVER)
        await person.later(2)
        await person.press("o", "1", "4", "enter")
        assert "CareScreen" == person.screen
        person.shows("EMERGENCY")


# --- two at once, as an import can bring them -----------------------------------------------------


def two(house: House) -> None:
    """A cold pack and a heat pack are on, neither long enough for a look at the skin."""
    put_on(house, PackKind.COLD, 1)
    put_on(house, PackKind.HEAT, 4)


async def test_the_alarm_of_a_second_pack_ends_no_question_after_the_first(visit: Visit) -> None:
    async with visit(seed=two) as person:
        await person.press("escape")
        assert "HomeScreen" == person.screen
        await person.later(60)
        await person.later(2)
        await person.press("o")
        person.shows("Cold pack. Off.", "How is it?")
        await person.later(180)
        await person.later(2)
        person.shows(OVER, "Heat pack")
        await person.press("o")
        person.shows("Heat pack. Off.", "How is it?")
        await person.press("1", "enter")
        person.shows("Cold pack. Off.", "How is it?")
        await person.press("2", "enter")
        person.shows(person.house.catalogue.packs.skin.heading)
        looks = [body.skin for body in packs_in(person.house) if isinstance(body, PackAfter)]
        assert [SkinLook.NORMAL, SkinLook.CHANGED] == looks
