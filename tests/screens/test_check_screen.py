import pytest
from tests.screens.conftest import NONE, NOTHING, QUESTIONS, Visit

from unspasm.domain.urgency import Urgency


async def test_somebody_with_no_sign_is_told_so_without_a_promise(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*NOTHING)
        assert person.screen == "CareScreen"
        assert "None of the listed warning signs" in person.text
        assert "That does not mean that nothing is wrong" in person.text.replace("\n   ", " ")
        assert person.app.care.urgency == Urgency.SELF_CARE


async def test_a_tick_is_a_glyph_and_not_only_a_colour(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "1", "u", "3")
        assert "1 [x] Numb" in person.text
        assert "2 [ ] New trouble" in person.text
        assert "3 [?] New loss" in person.text


async def test_pressing_a_digit_again_does_not_take_the_tick_back(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "1", "1", "1")
        assert "1 [x] Numb" in person.text
        await person.press("n", "1")
        assert "1 [ ] Numb" in person.text


async def test_not_sure_shows_one_way_to_find_out(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "u", "1")
        assert "Not sure about 1: Touch inner thighs" in person.text
        assert "Still not sure counts as yes." in person.text


async def test_none_of_these_is_not_taken_in_the_first_second(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2")
        await person.press("0", after=0.5)
        assert "Check 1 of" in person.text
        assert "A moment: please read the page first." in person.text


async def test_a_held_key_passes_no_page(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "0")
        assert "Check 2 of" in person.text
        await person.press(*["0"] * 40, after=0.03)
        assert "Check 2 of" in person.text


async def test_none_of_these_with_a_tick_asks_instead_of_clearing(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "6", "0")
        assert "Check 1 of" in person.text
        assert "You ticked 6." in person.text
        assert "6 [x]" in person.text


async def test_enter_with_nothing_ticked_is_no_answer(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "enter")
        assert "Check 1 of" in person.text
        assert "Press 0." in person.text


async def test_in_a_small_window_none_waits_until_the_last_line_has_been_on_screen(
    visit: Visit,
) -> None:
    async with visit((40, 12)) as person:
        await person.press("2", "0")
        assert "Check 1 of" in person.text
        await person.press(*["down"] * 20)
        assert "clumsy" in person.text
        await person.press("0")
        assert "Check 2 of" in person.text


async def test_an_emergency_sign_needs_no_scrolling(visit: Visit) -> None:
    async with visit((40, 12)) as person:
        await person.press("2", "1", "enter")
        assert "EMERGENCY" in person.text


async def test_a_lesser_sign_waits_until_the_page_has_been_seen(visit: Visit) -> None:
    async with visit((40, 12)) as person:
        await person.press("2", "6", "enter")
        assert "There is more below." in person.text
        assert "Check 1 of" in person.text


async def test_left_goes_back_and_keeps_the_ticks(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "6", "enter")
        assert "Check 2 of" in person.text
        await person.press("left")
        assert "6 [x]" in person.text


async def test_a_number_is_typed_rubbed_out_and_checked(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", *NONE * 3, "4", "0", "0", "enter")
        assert "Please type a number from 0 to 120." in person.text
        await person.press("backspace", "enter")
        assert "pregnant" in person.text


async def test_escape_asks_and_leaves_without_a_result(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "6", "escape")
        assert "There is no result yet" in person.text
        await person.press("2")
        assert person.screen == "CheckScreen"
        await person.press("escape", "1")
        assert person.screen == "HomeScreen"
        assert person.app.care.urgency is None
        assert "A check is not finished" in person.text
        assert "One leg slightly weak" in person.text


async def test_an_unconfirmed_tick_is_shown_first_at_the_next_start(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "1")
    async with visit() as person:
        await person.wait_for(lambda: person.screen == "CheckScreen", "the check")
        assert "1 [x] Numb" in person.text
        assert "You had not finished" in person.text


async def test_the_lasting_page_is_confirmed_with_one_key_the_second_time(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", *NONE * 3, *QUESTIONS, *NONE * 2, "5", "enter", "escape")
        await person.press("2", *NONE * 3, "1", "2", "enter", "6", "enter", "2", "1", *NONE * 2)
        assert "5 [x] You have diabetes" in person.text
        assert "Said before. Still right? Enter." in person.text
        await person.press("enter")
        assert person.screen == "CareScreen"


async def test_why_names_the_sources_of_the_page(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "i")
        assert "Why: sources" in person.text
        assert "Nuffield" in person.text
        await person.press("i")
        assert person.screen == "CheckScreen"


async def test_worse_starts_a_check_from_any_screen(visit: Visit) -> None:
    async with visit() as person:
        await person.press("a")
        assert person.screen == "AboutScreen"
        await person.press("exclamation_mark")
        assert person.screen == "CheckScreen"


async def test_a_click_ticks_a_line(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2")
        await person.pilot.click("#page Row", offset=(10, 0))
        await person.pilot.pause()
        assert "1 [x] Numb" in person.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50), (20, 6), (10, 3), (1, 1)])
async def test_every_screen_survives_every_size(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size) as person:
        for keys in (("1",), ("1", "enter"), ("4",), ("question_mark",)):
            await person.press(*keys)
        await person.pilot.resize_terminal(80, 24)
        await person.pilot.pause()
        assert person.app.is_running
