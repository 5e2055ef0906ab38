"""A pack on the skin, as the full screen shows it, until it has to come off."""

import pytest
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.seeds import packs_in, put_on

from unspasm.domain.pack_entries import Ended, PackKind, PackOff, SkinCheck
from unspasm.journeys.house import House

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)])


def heat_for_20(house: House) -> None:
    """Put on heat for the longest time there is."""
    put_on(house, PackKind.HEAT, 20)


def left(person: Person) -> float | None:
    """The seconds that are left, as the app knows them."""
    pack = person.app.packs.keeper.look()
    return pack.left.total_seconds() if pack else None


def off_in(house: House) -> PackOff:
    """The one pack that came off."""
    (off,) = [body for body in packs_in(house) if isinstance(body, PackOff)]
    return off


# --- the time -------------------------------------------------------------------------------------


async def test_the_time_left_is_rounded_up_so_that_nought_means_over(visit: Visit) -> None:
    async with visit((40, 12), seed=put_on) as person:
        await person.later()
        person.shows("Cold pack ends at 14:14", "12:00 left")
        await person.later(0.4)
        person.shows("12:00 left")
        await person.later(0.6)
        person.shows("11:59 left")
        await person.later(299)
        await person.press("f", after=0)
        await person.later(300)
        await person.press("f", after=0)
        await person.later(119.9)
        person.shows("0:01 left")
        await person.later(0.1)
        person.shows("Take the pack off now.")


async def test_it_says_when_it_ends_and_when_to_look_at_the_skin(visit: Visit) -> None:
    async with visit(seed=heat_for_20) as person:
        await person.later(1)
        person.shows("Heat pack ends at 14:22", "Next skin check at 14:07.")
        person.shows("No key makes this longer.", "Cloth between pack and skin.")
        await person.later(299)
        await person.press("f")
        person.shows("Next skin check at 14:12.")


async def test_when_no_skin_check_is_left_it_says_so(visit: Visit) -> None:
    def short(house: House) -> None:
        put_on(house, minutes=5)

    async with visit(seed=short) as person:
        await person.later(1)
        person.shows("No more skin checks before the end.")


async def test_no_key_makes_it_longer(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later()
        for key in (*"acdghjklpqrsvwyz0123456789", "plus", "minus", "space", "enter", "up", "left"):
            before = left(person)
            await person.pilot.press(key)
            if person.screen != "PackScreen":
                await person.press("escape", after=0)
            assert before == left(person), key
        assert 720 == left(person)


async def test_the_bar_fills_as_the_time_passes(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later()
        assert "====" not in person.text
        await person.later(180)
        bar = next(line.strip() for line in person.text.splitlines() if "==" in line)
        assert (16, 66) == (bar.count("="), len(bar))


# --- looking at the skin --------------------------------------------------------------------------


async def test_after_five_minutes_it_asks_for_a_look_at_the_skin(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(299)
        assert "Look at your skin" not in person.text
        assert 0 == person.bells
        await person.press("f", "x", after=0)
        assert "PackScreen" == person.screen
        await person.later(1)
        assert 1 == person.bells
        person.shows(
            "Look at your skin now",
            "feel with the back of your hand",
            "Burning, stinging, numb, white, purple, blotchy or blistered: take it off.",
            "f: it is fine x: it is not, I take it off",
        )
        assert not [body for body in packs_in(person.house) if isinstance(body, SkinCheck)]


async def test_skin_that_is_fine_is_noted_and_the_pack_goes_on(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(300)
        await person.press("f")
        person.shows("Noted: fine at 14:07.", "Next skin check at 14:12.", "Lie or sit")
        (check,) = [body for body in packs_in(person.house) if isinstance(body, SkinCheck)]
        assert check.fine


async def test_skin_that_is_not_fine_ends_it(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(301)
        await person.press("x", after=0)
        person.shows("Take the pack off now.", "Your skin is not fine.")
        await person.later(2)
        await person.press("f", "escape", after=0)
        person.shows("Take the pack off now.")
        await person.press("o")
        person.shows("Off. It was on for 5 minutes.", "Skin rest until 16:07.", "How is it?")
        assert "That is fine" not in person.text
        await person.press("2")
        person.shows("Skin rest until 16:07. Put no other pack on before then")
        assert "15:07" not in person.text
        await person.press("7", "enter")
        person.shows(person.house.catalogue.packs.skin.heading)


async def test_an_unanswered_look_is_asked_again_after_half_a_minute(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(300)
        await person.later(29)
        assert 1 == person.bells
        await person.later(1)
        assert 2 == person.bells
        await person.later(30)
        person.shows("Look at your skin now")
        assert "Nobody has answered" not in person.text


async def test_two_looks_without_an_answer_end_it(visit: Visit) -> None:
    async with visit(seed=heat_for_20) as person:
        await person.later(300)
        await person.later(300)
        person.shows("Look at your skin now", "Nobody has answered.")
        await person.later(30)
        await person.later(29)
        person.shows("Look at your skin now")
        await person.later(1)
        person.shows("Take the pack off now.", "Two skin checks had no answer.")
        await person.later(2)
        await person.press("o")
        assert Ended.OFF is off_in(person.house).ended


async def test_one_answer_is_enough_for_both(visit: Visit) -> None:
    async with visit(seed=heat_for_20) as person:
        await person.later(600)
        await person.press("f")
        person.shows("Next skin check at 14:17.")
        await person.later(58)
        assert "Take the pack off" not in person.text


# --- off, before its time -------------------------------------------------------------------------


async def test_while_time_is_left_a_slip_of_the_key_is_asked_about(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(200)
        await person.press("o")
        person.shows("Is the pack off your skin? There is no pause")
        await person.press("2")
        assert "PackScreen" == person.screen
        assert 516 == left(person)
        await person.press("o", "1")
        person.shows("Off after 3 minutes. That is fine.")
        assert Ended.OFF is off_in(person.house).ended


async def test_that_it_never_touched_the_skin_can_be_said_for_a_minute(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(60)
        person.shows("u never touched")
        await person.later(1)
        assert "never touched" not in person.text
        await person.press("u", after=0)
        assert "PackScreen" == person.screen


async def test_within_a_minute_it_never_touched_the_skin_and_no_rest_follows(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(30)
        await person.press("u", after=0)
        person.shows("Taken back: it never touched your skin. Its 30 seconds count")
        assert "Skin rest" not in person.text
        assert Ended.UNTOUCHED is off_in(person.house).ended


async def test_that_it_came_off_long_ago_can_be_said_after_many_hours_only(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(7 * 3600)
        await person.later(2)
        person.shows("It has been on for about 7 hours.", "o: it is off")
        await person.press("l")
        assert "PackScreen" == person.screen
        await person.later(3600)
        person.shows("l: it came off long before")
        await person.press("l")
        person.shows("Noted: it came off long before.")
        assert Ended.EARLIER is off_in(person.house).ended


async def test_help_and_why_tell_about_the_timer(visit: Visit) -> None:
    async with visit((80, 50), seed=put_on) as person:
        await person.press("question_mark")
        person.shows("No key makes it longer", "o it is off. The pack is off the skin.")
        await person.press("question_mark", "i")
        person.shows(
            "Why: sources", "an NHS page on cold gives", "Article on back spasms (S4), 2024."
        )


async def test_the_sound_is_changed_and_said_in_words(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("m")
        assert ["Sound: bell and a note of the terminal."] == person.told


# --- as agreed ------------------------------------------------------------------------------------


@BOTH_SIZES
async def test_a_running_pack_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=put_on) as person:
        await person.later(200)
        compare(f"pack-{size[0]}x{size[1]}", person.text)


@BOTH_SIZES
async def test_a_skin_check_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=put_on) as person:
        await person.later(301)
        compare(f"pack-check-{size[0]}x{size[1]}", person.text)


@BOTH_SIZES
async def test_a_pack_that_is_over_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=heat_for_20) as person:
        await person.later(1300)
        compare(f"pack-over-{size[0]}x{size[1]}", person.text)


@pytest.mark.parametrize("size", [(200, 50), (20, 6), (10, 3), (1, 1)])
async def test_a_pack_survives_every_size(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=put_on) as person:
        for seconds in (1, 300, 700):
            await person.later(seconds)
        await person.pilot.resize_terminal(80, 24)
        await person.later(1)
        person.shows("Take the pack off now.")
