"""A log on the full screen: a number and Enter is enough, and whatever else may be said."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from tests.journeys.houses import fill_disk
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.seeds import coached, put_on
from textual.events import Paste
from textual.widgets import Input

from unspasm.domain.entries import Body
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    SetOff,
)
from unspasm.journeys.house import House
from unspasm.screens.log import LogScreen
from unspasm.widgets.rows import Row

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
TYPED = {
    "markup": "[red]x[/red] [/] [@click=app.quit]y[/]",
    "escapes": "\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "right to left": "כאב גב \u202eback\u202c ألم",
    "emoji": "👩\u200d🦽 ouch 🤕",
    "100 kB": "a long day " * 9_090,
}
"""What people type, and paste."""


def logs_in(house: House, kind: type = PainLog) -> list[Body]:
    """What was logged, oldest first, what was taken out again left out."""
    entries = sorted(house.progress_entries(), key=lambda entry: entry.at)
    return [one.body for one in entries if isinstance(one.body, kind)]


def the_log(person: Person) -> PainLog:
    """The one log that was kept."""
    (log,) = logs_in(person.house)
    assert isinstance(log, PainLog)
    return log


def named(things: Iterable[Helped]) -> set[str]:
    """What helped, or did not, by name."""
    return {one.value for one in things}


async def keep(person: Person) -> PainLog:
    """Keep the log, and say that there is nothing new."""
    await person.press("enter", "1")
    assert "HomeScreen" == person.screen, person.text
    return the_log(person)


async def type_in(person: Person, text: str) -> None:
    """Paste a text where one is asked for, and go on."""
    person.app.screen.query_one(Input).value = text
    await person.press("enter")


# --- a number is enough ---------------------------------------------------------------------------


@BOTH_SIZES
async def test_a_number_and_enter_twice_is_a_log(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=coached) as person:
        await person.press("5", "6")
        compare(f"log-{size[0]}x{size[1]}", person.text)
        await person.press("enter")
        person.shows("Pain 6 of 10.", "Enter keeps it.")
        compare(f"log-more-{size[0]}x{size[1]}", person.text)
        await person.press("enter")
        person.shows("Kept: pain 6 of 10, now.", "New numbness, weakness, or trouble with pee")
        assert [PainLog(6)] == logs_in(person.house)
        await person.press("1")
        assert "HomeScreen" == person.screen
        person.shows("Pain 6 of 10 today")


@pytest.mark.parametrize("pain", [0, 10])
async def test_the_ends_of_the_line_can_be_typed(visit: Visit, pain: int) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", *str(pain), "enter")
        assert pain == (await keep(person)).pain


@pytest.mark.parametrize("keys", [(), ("1", "1"), ("4", "backspace")])
async def test_what_is_no_number_from_0_to_10_is_asked_again(
    visit: Visit, keys: tuple[str, ...]
) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", *keys, "enter")
        person.shows("Please type a number from 0 to 10.", "How bad is the pain?")
        await person.press("7", "enter")
        assert "Please type" not in person.says
        assert 7 == (await keep(person)).pain


async def test_backspace_changes_the_number_and_keeps_the_rest(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "1", "1", "backspace")
        person.shows("How bad is the pain?", "> 5_")
        await person.press("backspace", "8", "enter")
        person.shows("Pain 8 of 10.", "Better")
        assert PainLog(8, feel=Feel.BETTER) == await keep(person)


async def test_every_key_in_the_footer_can_be_read_at_80(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5")
        person.shows("⏎ go on", "⌫ rub out", "esc home", "q quit", "! worse", "? help")


async def test_many_logs_a_day_are_all_kept(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        for pain in "357":
            await person.press("5", pain, "enter", "enter", "1")
        assert [PainLog(3), PainLog(5), PainLog(7)] == logs_in(person.house)


# --- what goes with it ----------------------------------------------------------------------------


async def test_each_row_is_said_and_kept(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "1", "3", "2", "4", "enter")
        await person.press("3", "1", "a", "enter", "4", "2", "enter", "5", "1", "9", "enter")
        await person.press("7", *"ouch", "enter", "8", *"3h", "enter")
        for words in ("Worse", "Lower back", "lifting, work", "heat", "ouch", "today at 11:0"):
            person.shows(words)
        log = await keep(person)
    assert (5, Feel.WORSE, "ouch") == (log.pain, log.feel, log.note)
    assert {Area.LOWER} == {spot.area for spot in log.spots}
    assert {SetOff.LIFTING, SetOff.WORK} == log.set_off
    assert ({"heat"}, {"cold", "rest"}) == (named(log.helped), named(log.not_helped))
    assert log.felt_at is not None
    assert timedelta(0) < person.clock().wall - log.felt_at < timedelta(hours=3.1)


async def test_a_note_of_several_lines_can_be_pasted_whole(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "7")
        person.app.screen.query_one(Input).post_message(Paste("the first\nthe second\r\nthe last"))
        await person.settle()
        await person.press("enter")
        assert "the first the second the last" == (await keep(person)).note


async def test_what_helped_did_not_also_not_help(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "4", "1", "2", "enter", "5", "1", "enter")
        log = await keep(person)
    assert ({"heat"}, {"cold"}) == (named(log.helped), named(log.not_helped))


async def test_escape_in_a_row_leaves_it_as_it_was(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter")
        for row in "123456789":
            await person.press(row)
            assert "LogScreen" != person.screen
            await person.press("escape")
            assert "LogScreen" == person.screen, person.text
        assert PainLog(5) == await keep(person)


async def test_my_activities_are_named_once_and_scored_each_time(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "6")
        await type_in(person, "walk the dog, lift my child, sleep, and a fourth")
        person.shows("How well does this go today", "walk the dog")
        await person.press("3", "enter", "enter", "1", "0", "enter")
        assert {"walk the dog": 3, "sleep": 10} == (await keep(person)).activities
        assert [MyActivities(("walk the dog", "lift my child", "sleep"))] == logs_in(
            person.house, MyActivities
        )
        await person.press("5", "5", "enter", "6")
        person.shows("How well does this go today", "walk the dog")


async def test_a_score_that_is_none_is_asked_again(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "6")
        await type_in(person, "walk, sleep")
        await person.press("1", "1", "enter")
        person.shows("walk", "Please type a number from 0 to 10.")
        await person.press("4", "enter", "5", "enter")
        assert {"walk": 4, "sleep": 5} == (await keep(person)).activities


async def test_the_back_in_general_is_kept_at_once_and_shown_the_next_time(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "9", *"asthma", "enter", "3", "1")
        person.shows("Some times a year, asthma")
        assert [Background("asthma", HowOften.SOME_A_YEAR, heavy_week=True)] == logs_in(
            person.house, Background
        )
        await person.press("escape", "1", "5", "5", "enter")
        person.shows("Some times a year, asthma")


async def test_a_time_that_is_none_is_said_and_now_stays(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "8", *"soon", "enter")
        person.shows("Not understood", "soon")
        await person.press("1", "1")
        assert "Not understood" not in person.says
        assert (await keep(person)).felt_at is None


@pytest.mark.parametrize("row", [1, 9])
async def test_a_click_on_a_row_is_its_key(visit: Visit, row: int) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter")
        await person.pilot.click(f"#row-{row}")
        await person.settle()
        assert person.screen in {"AskChoice", "AskText"}


async def test_a_click_chooses_in_what_a_row_asks(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "4")
        await person.pilot.click(person.app.screen.query(Row)[1])
        await person.press("enter")
        assert {Helped.HEAT} == (await keep(person)).helped


# --- leaving, worse, undo -------------------------------------------------------------------------


async def test_escape_before_a_number_leaves_and_after_it_asks(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "escape")
        assert "HomeScreen" == person.screen
        await person.press("5", "5", "enter", "escape")
        person.shows("Leave? This log is not kept yet.")
        await person.press("2")
        assert "LogScreen" == person.screen
        await person.press("escape", "1")
        assert ("HomeScreen", []) == (person.screen, logs_in(person.house))


async def test_what_was_left_is_not_there_again(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "escape", "1", "5")
        person.shows("How bad is the pain?", "> _")


async def test_quitting_asks_only_if_something_was_said(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "q")
        person.shows("Leave? This log is not kept yet.")
        await person.press("2")
        assert ("LogScreen", False) == (person.screen, person.app._exit)
        await person.press("q", "1")
        assert (True, 0) == (person.app._exit, person.app.return_code)
    async with visit() as person:
        await person.press("5", "q")
        assert person.app._exit


@pytest.mark.parametrize("keys", [
    (), ("5",), ("5", "enter"), ("5", "enter", "2"), ("5", "enter", "4"),
    ("5", "enter", "escape"), ("5", "enter", "enter"),
])  # fmt: skip
async def test_worse_leads_to_a_check_from_wherever_it_is_pressed(
    visit: Visit, keys: tuple[str, ...]
) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", *keys, "exclamation_mark")
        assert "CheckScreen" == person.screen
        person.shows("Check 1 of")


async def test_in_a_note_it_is_a_letter(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "7", *"ouch", "exclamation_mark", "enter")
        assert "ouch!" == (await keep(person)).note


async def test_a_log_that_worse_broke_off_can_be_gone_on_with(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "8", "enter", "3", "1", "enter", "exclamation_mark", "escape", "1")
        assert "HomeScreen" == person.screen
        await person.press("5")
        person.shows("Pain 8 of 10.", "lifting")
        assert PainLog(8, set_off=frozenset({SetOff.LIFTING})) == await keep(person)
        await person.press("5")
        person.shows("> _")


async def test_after_a_log_a_new_sign_leads_to_a_check(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "enter", "2")
        assert "CheckScreen" == person.screen
        assert [PainLog(5)] == logs_in(person.house)


async def test_a_log_can_be_taken_out_again_at_once(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "enter", "3")
        assert ["Taken out of the record again."] == person.told
        assert [] == logs_in(person.house)


async def test_if_nothing_can_be_kept_it_says_so_and_goes_on(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(seed=coached) as person:
        fill_disk(person.house, monkeypatch)
        await person.press("5", "5", "enter", "enter")
        person.shows("Kept: pain 5 of 10", person.app.words.card.nothing_kept.split(".")[0])
        await person.press("3")
        assert [person.app.words.card.nothing_kept] == person.told


async def test_progress_and_page_over_a_log_do_not_end_it(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "8", "enter")
        with person.app._context():
            person.app.logs.progress()
        await person.settle()
        await person.press("p")
        assert "ReportScreen" == person.screen
        await person.press("escape", "escape", "enter")
        person.shows("Kept: pain 8 of 10", "New numbness, weakness")


async def test_there_is_one_log_at_a_time(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "8", "enter")
        with person.app._context():
            person.app.logs.open()
        await person.settle()
        assert 1 == sum(isinstance(one, LogScreen) for one in person.app.screen_stack)
        assert ["A log is open already, under this."] == person.told
        assert 8 == (await keep(person)).pain


# --- everywhere -----------------------------------------------------------------------------------


async def test_help_says_how_logs_work_and_names_the_keys(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "question_mark")
        said = person.says
        for _ in range(4):
            await person.press("pagedown", after=0)
            said += person.says
        for words in ("A number and Enter twice is enough.", "Go on; then keep it.",
                      "later, change the number"):  # fmt: skip
            assert words in said


async def test_the_window_may_change_its_size_meanwhile(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "7", *"x", "enter")
        for size in [(40, 12), (20, 6), (200, 50), (80, 24)]:
            await person.pilot.resize_terminal(*size)
            await person.settle()
        person.shows("Pain 5 of 10.", "7 A note x")
        assert "x" == (await keep(person)).note


async def test_in_a_low_window_every_row_can_be_scrolled_to(visit: Visit) -> None:
    async with visit((40, 12), seed=coached) as person:
        await person.press("5", "5", "enter")
        person.shows("enter: go on")
        await person.press("pagedown", "pagedown")
        person.shows("9 Your back in")


async def test_a_pack_keeps_its_strip_and_its_alarm_over_a_log(visit: Visit) -> None:
    def seed(house: House) -> None:
        coached(house)
        put_on(house)

    async with visit(seed=seed) as person:
        await person.press("escape", "5", "5", "enter", after=0)
        assert "LogScreen" == person.screen, person.text
        await person.later(60)
        person.shows("Pain 5 of 10.")
        assert "cold" in person.text.splitlines()[0].lower()
        await person.later(12 * 60)
        assert person.bells
        assert "PackScreen" == person.screen
        await person.press("o", "1", "1", "enter")
        assert "LogScreen" == person.screen, person.text


# --- whatever is typed ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", TYPED)
async def test_a_note_survives_log_progress_and_page_as_it_was_typed(
    visit: Visit, name: str
) -> None:
    text = TYPED[name]
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "7")
        await type_in(person, text)
        assert "LogScreen" == person.screen
        await person.press("9")
        await type_in(person, text)
        await person.press("1", "1")
        person.shows("7 A note")
        assert text.strip() == (await keep(person)).note
        shown = ""
        for keys in (("6",), ("p",), *[("pagedown",)] * 4, ("n",), ("escape", "escape")):
            await person.press(*keys, after=0)
            shown += person.text
        assert "HomeScreen" == person.screen
        assert all(one.isprintable() or one == "\n" for one in shown)
        if name == "markup":
            assert "[red]x[/red] [/] [@click=app.quit]y[/]" in " ".join(shown.split())


async def test_activities_with_markup_survive(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("5", "5", "enter", "6")
        await type_in(person, "[/] walk, [b]{name}")
        person.shows("[/] walk")
        await person.press("5", "enter", "6", "enter")
        person.shows("[/] walk 5 of 10", "[b]{name} 6 of 10")
        assert {"[/] walk": 5, "[b]{name}": 6} == (await keep(person)).activities
