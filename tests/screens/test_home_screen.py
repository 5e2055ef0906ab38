import pytest
from tests.screens.conftest import CONTENT, NOTHING, FakeClock, Visit
from tests.screens.golden import compare
from tests.seeds import checked

from unspasm.app import UnspasmApp
from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import Check, EpisodeOver, Said, Seen
from unspasm.domain.locks import Lock
from unspasm.domain.log_entries import PainLog
from unspasm.domain.urgency import Urgency
from unspasm.journal.trouble import Trouble
from unspasm.journeys.house import House
from unspasm.words import Words


async def test_home_asks_first_whether_the_back_is_in_spasm(visit: Visit) -> None:
    async with visit() as person:
        assert "Nothing checked yet. Is your back in spasm now?" in person.text
        assert "2  Check warning signs" in person.text


async def test_who_has_logged_pain_is_not_asked_whether_there_is_any(visit: Visit) -> None:
    def logged(house: House) -> None:
        house.append([house.entry(PainLog(6))])

    async with visit(seed=logged) as person:
        assert "The first day of this spasm." in person.text
        assert "The warning signs are not checked yet." in person.text
        assert "Is your back in spasm now?" not in person.text


async def test_home_says_what_the_last_check_found_and_what_that_does_not_mean(
    visit: Visit,
) -> None:
    async with visit() as person:
        await person.press(*NOTHING, "escape")
        shown = " ".join(person.text.split())
        assert "Checked today at 14:0" in shown
        assert "none of the listed signs. That does not mean that nothing is wrong." in shown


async def test_who_was_seen_is_not_told_once_more_to_be_seen(visit: Visit) -> None:
    def seen(house: House) -> None:
        reason = Reason("severe", "severe", Urgency.SAME_DAY, Lock.FLOOR, "Because.", ())
        check = house.entry(Check(Answers(40, 1, 9), Urgency.SAME_DAY, (reason,), complete=True))
        said = Seen(check.id, frozenset({"severe"}), house.clock().day, Said.GO_ON)
        house.append([check, house.entry(said)])

    async with visit(seed=seen) as person:
        shown = " ".join(person.text.split())
        assert "You have been seen for it, or took it back." in shown
        assert "speak to a health professional" not in shown


async def test_the_spasm_is_over_only_when_the_person_says_so_twice(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*NOTHING, "escape", "e")
        assert "Is this spasm over?" in person.text
        await person.press("2")
        assert not [e for e in person.house.care_entries() if isinstance(e.body, EpisodeOver)]
        await person.press("e", "1")
        assert [e for e in person.house.care_entries() if isinstance(e.body, EpisodeOver)]
        await person.wait_for(lambda: "This spasm is over" not in person.text, "the line to go")


async def test_what_another_copy_writes_shows_here(visit: Visit) -> None:
    async with visit() as here, visit() as there:
        await there.press("2", "1", "enter")
        here.app.look_again()
        await here.wait_for(lambda: "get help now" in here.text, "the other copy's card")


async def test_without_a_record_home_says_that_nothing_is_kept(
    clock: FakeClock, words: Words
) -> None:
    house = House(CONTENT, clock, None, Trouble.NOT_OURS)
    app = UnspasmApp(house, words, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = str(app.screen.query_one("#stands").render())
        assert "belongs to another program" in text


async def test_content_waits_until_home_was_seen_and_no_longer_than_to_the_first_key(
    clock: FakeClock, words: Words, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspasm.flows.opening._A_MOMENT", 3600.0)
    monkeypatch.setattr("unspasm.catalogue.load", lambda _folder: catalogue)
    house = House(CONTENT, clock, None)
    app = UnspasmApp(house, words, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not house.content_is_read
        await pilot.press("2")
        assert house.content_is_read
        assert "CheckScreen" == type(app.screen).__name__


async def test_help_opens_with_its_key_and_closes_with_the_same(visit: Visit) -> None:
    async with visit() as person:
        await person.press("question_mark")
        assert person.screen == "ReadScreen"
        assert "Home says how things stand" in person.text
        await person.press("question_mark")
        assert person.screen == "HomeScreen"


async def test_escape_on_home_does_not_leave(visit: Visit) -> None:
    async with visit() as person:
        await person.press("escape", "escape")
        assert person.app.is_running
        assert person.screen == "HomeScreen"


async def test_in_the_smallest_window_the_key_for_worse_stays_and_keys_reach_every_line(
    visit: Visit,
) -> None:
    async with visit((40, 12), seed=checked) as person:
        assert "e  This spasm is over" not in person.text
        assert "Worse, or something new? Press !" in person.text
        await person.press("pagedown", "down", "down", "pagedown")
        assert "e  This spasm is over" in person.text
        assert "Worse, or something new? Press !" in person.text
        await person.press("pageup", "up", "pageup")
        assert "Day 2 of this spasm." in person.text


async def test_home_begins_with_the_day_of_the_spasm_once_there_is_one(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*NOTHING, "escape")
        lines = [line.strip() for line in person.text.splitlines() if line.strip()]
        assert "Day 2 of this spasm." == lines[1]
        assert "Pain 6 of 10 today." == lines[2]


async def test_the_palette_finds_the_check(visit: Visit) -> None:
    async with visit() as person:
        await person.press("ctrl+p")
        await person.press(*"warning")
        await person.wait_for(lambda: "Check warning signs" in person.text, "the command")
        await person.press("enter")
        await person.wait_for(lambda: person.screen == "CheckScreen", "the check")


async def test_text_of_the_person_is_never_read_as_markup(visit: Visit) -> None:
    async with visit() as person:
        for wild in ("[/]", "[@click=app.quit]x[/]", "[left]"):
            await person.press("a", "3", *["backspace"] * 3)
            for sign in wild:
                await person.pilot.press(sign)
            await person.press("enter", "escape")
        assert person.app.is_running


async def test_the_country_is_suggested_and_chosen_by_the_person(visit: Visit) -> None:
    async with visit() as person:
        await person.press("a")
        assert "United Kingdom? Press 3 to choose it" in person.text
        await person.press("3", "enter")
        assert person.house.status().about.country == "GB"
        await person.press("escape", "2", "1", "enter")
        assert "Call 999 or 112" in person.text


async def test_ones_own_number_goes_first_and_rubbish_is_refused(visit: Visit) -> None:
    async with visit() as person:
        await person.press("a", "4", *"12x", "enter")
        assert person.house.status().about.emergency_number is None
        await person.press("4", *"1234", "enter", "escape", "2", "1", "enter")
        assert "Call 1234, or go" in person.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_home_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size) as person:
        compare(f"home-{size[0]}x{size[1]}", person.text)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_first_page_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size) as person:
        await person.press("2", "3")
        compare(f"check-{size[0]}x{size[1]}", person.text)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_emergency_card_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size) as person:
        await person.press("2", "1", "enter")
        compare(f"emergency-{size[0]}x{size[1]}", person.text)


async def test_what_cannot_wait_stands_before_the_day_of_the_spasm(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2", "1", "enter", "1", "escape")
        person.shows("The first day of this spasm.")
        assert person.says.index("get help now.") < person.says.index("The first day")


async def test_a_look_at_the_clock_that_comes_when_the_screens_have_gone_does_nothing(
    visit: Visit,
) -> None:
    async with visit() as person:
        app = person.app
    app.look_at_pack()
    app.look_again()
