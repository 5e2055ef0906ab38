from tests.screens.conftest import NONE, QUESTIONS, Visit

from unspasm.domain.locks import Activity
from unspasm.flows.errand import CheckErrand

EMERGENCY = ("2", "1", "enter")
SAME_DAY = ("2", *NONE * 2, "3", "enter", *QUESTIONS, *NONE * 3)


async def test_the_emergency_card_says_what_whom_why_and_what_to_say(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY)
        shown = " ".join(person.text.split())
        for words in (
            "EMERGENCY Get help now",
            "nearest emergency department",
            "Do not drive yourself.",
            "Why: you ticked Numb, tingling or changed feeling between your legs",
            "I am numb, or it feels different, between my legs.",
            "1 I have called",
            "2 I have been seen",
            "3 I ticked by mistake",
        ):
            assert words in shown


async def test_the_emergency_card_is_whole_in_a_small_window(visit: Visit) -> None:
    async with visit((40, 12)) as person:
        await person.press(*EMERGENCY)
        shown = " ".join(person.text.split())
        assert "112, 911 or 999" in shown
        assert "genitals, bottom, or when you wipe" in shown
        assert "1 I have called" in shown
        assert "2 I have been seen" in shown
        assert "3 I ticked by mistake" in shown


async def test_the_emergency_card_lists_every_tick_of_its_page(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "1", "2", "6", "enter")
        shown = " ".join(person.text.split())
        for words in ("Numb, tingling", "New trouble starting", "One leg slightly weak"):
            assert words in shown


async def test_the_emergency_card_takes_no_key_in_its_first_second(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY)
        person.clock.seconds -= 0
        await person.press("1", "escape", after=0.3)
        assert "Please read this first." in person.text
        assert person.screen == "CareScreen"
        assert [s.called_at for s in person.house.status().standing if s.called_at] == []


async def test_the_emergency_card_stays_until_something_is_said(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "escape", "escape", "i")
        assert person.screen == "CareScreen"
        await person.press("1", "escape")
        assert person.screen == "HomeScreen"
        assert "get help now" in person.text


async def test_worse_on_the_emergency_card_leads_nowhere_else(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "exclamation_mark")
        assert person.screen == "CareScreen"


async def test_a_standing_card_comes_first_at_the_next_start(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY)
    async with visit() as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        assert "EMERGENCY" in person.text


async def test_an_unanswered_same_day_card_asks_at_the_next_start(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*SAME_DAY)
        assert "TODAY" in person.text
    async with visit() as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        assert "Did you speak to someone?" in person.text


async def test_only_go_on_opens_everything(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*SAME_DAY)
        assert Activity.SESSION in person.house.status().closed
        await person.press("2", "1", "3")
        assert {Activity.SESSION, Activity.FLOOR} == person.house.status().closed
        await person.press("2", "1", "1")
        assert frozenset() == person.house.status().closed


async def test_being_seen_some_days_ago_asks_how_many(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*SAME_DAY, "2", "3")
        assert "How many days ago?" in person.text
        await person.press("4", "enter", "1")
        assert frozenset() == person.house.status().closed


async def test_a_mistake_is_confirmed_and_recorded(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "3", "1", "enter")
        assert "Take this back as a mistake?" in person.text
        await person.press("2")
        assert person.house.status().card_first is not None
        await person.press("3", "1", "enter", "1")
        assert person.house.status().card_first is None
        assert "Taken back and noted." in person.text


async def test_after_a_mistake_the_check_goes_on_at_that_page(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "0", "1", "enter", "3", "1", "enter", "1", "g")
        assert person.screen == "CheckScreen"
        assert "Check 2 of" in person.text
        assert "[x]" not in person.text
        assert "The check goes on where it stopped." in person.text


async def test_after_being_seen_the_sign_is_asked_about_and_the_same_stays_settled(
    visit: Visit,
) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "2", "1", "1", "g")
        assert "How is it now?" in person.text
        await person.press("1", *NONE * 3, *QUESTIONS, *NONE * 3)
        assert "None of the listed warning signs" in person.text
        assert person.house.status().card_first is None


async def test_worse_after_being_seen_raises_the_sign_in_full(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "2", "1", "1", "g", "3")
        assert "EMERGENCY" in person.text


async def test_a_guest_gets_a_card_and_leaves_no_trace(visit: Visit) -> None:
    async with visit(errand=CheckErrand(guest=True)) as person:
        await person.press("1", "enter")
        assert "EMERGENCY" in person.text
        assert "nothing is kept" in person.text
        assert "I have called" not in person.text
        assert person.house.care_entries() == []


async def test_someone_under_16_gets_a_card_and_no_coaching(visit: Visit) -> None:
    async with visit() as person:
        young = ("1", "5", "enter", "1", "2", "enter", "6", "enter", "2", "1")
        await person.press("2", *NONE * 3, *young, *NONE * 3)
        assert "This program is for people aged 16 or over." in " ".join(person.text.split())
        assert person.house.status().under_16
        await person.press("escape")
        assert "You are under 16" in person.text


async def test_a_slip_of_the_age_locks_nobody(visit: Visit) -> None:
    async with visit() as person:
        young = ("3", "enter", "2", "enter", "6", "enter", "2", "1")
        await person.press("2", *NONE * 3, *young, *NONE * 3, "escape")
        assert frozenset() != person.house.status().closed
        await person.press("a", "1", "backspace", "3", "8", "enter")
        assert frozenset() == person.house.status().closed


async def test_a_number_of_days_that_is_no_number_is_refused(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*SAME_DAY, "2", "3", *"99999", "enter")
        assert "Not understood" in person.text
        assert person.house.status().card_first is not None


async def test_what_was_seen_and_is_the_same_is_not_listed_as_ticked(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*EMERGENCY, "2", "1", "1", "g")
        await person.press("1", *NONE * 3, *QUESTIONS, *NONE * 3)
        assert "You ticked none of the listed signs." in person.text
        assert "Numb" not in person.text
