"""A pack and the rest of the skin, seen from every screen, copy and start of the program."""

import pytest
from tests.screens.conftest import NONE, Person, Visit
from tests.seeds import checked, packs_in, put_on, take_off

from unspasm.app import UnspasmApp
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn, SkinCheck
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan

STRIP = "Cold pack: "
UNHEARD = "Cold pack on: "
"""Where letters are typed, the strip names no key."""


def said(house: House, kind: type) -> list[object]:
    """What was said of packs, of one kind."""
    return [body for body in packs_in(house) if isinstance(body, kind)]


def checked_and_on(house: House) -> None:
    """A check was done, and a pack is on."""
    checked(house)
    put_on(house)


def worn(house: House) -> None:
    """A pack was on, and is off."""
    put_on(house)
    take_off(house)


# --- on every screen ------------------------------------------------------------------------------


async def test_a_running_pack_is_told_on_every_screen(visit: Visit) -> None:
    async with visit(seed=checked_and_on) as person:
        await person.press("escape")
        for keys in ((), ("question_mark",), ("escape", "a"), ("1",), ("escape", "escape", "e"),
                     ("escape", "c"), ("escape", "5"), ("escape", "6"), ("escape", "8"),
                     ("escape", "2"), ("ctrl+p",)):  # fmt: skip
            await person.press(*keys)
            await person.later(1)
            strip = person.text.splitlines()[0].strip()
            typing = person.screen in {"AskText", "CommandPalette"}
            assert strip.startswith(UNHEARD if typing else STRIP), person.text
            assert typing != strip.endswith("o: it is off"), person.text


async def test_the_skin_rest_is_told_on_every_screen(visit: Visit) -> None:
    async with visit(seed=worn) as person:
        for keys in ((), ("question_mark",), ("escape", "a"), ("escape", "5"), ("escape", "6"),
                     ("escape", "8"), ("escape", "2")):  # fmt: skip
            await person.press(*keys)
            await person.later(1)
            assert "Skin rest until 16:02." == person.text.splitlines()[0].strip()
        await person.later(2 * 3600)
        assert "Skin rest" not in person.text


async def test_without_pack_and_rest_the_strip_takes_no_room(visit: Visit) -> None:
    async with visit() as person:
        await person.later(1)
        assert person.text.splitlines()[0].strip().startswith("unspasm")


async def test_in_a_small_window_the_strip_is_whole(visit: Visit) -> None:
    async with visit((40, 12), seed=put_on) as person:
        await person.press("escape")
        await person.later(1)
        person.shows("Cold pack: 11:57 left, off at 14:14. o: it is off")


async def test_from_any_screen_the_pack_comes_off_after_a_question(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", "a", "o")
        person.shows("Is the pack off your skin?")
        await person.press("2")
        assert "AboutScreen" == person.screen
        await person.press("question_mark", "o", "1")
        person.shows("Off after", "How is it?")
        await person.press("1", "4", "enter", "escape")
        assert "AboutScreen" == person.screen
        assert (1, 2) == (len(said(person.house, PackOff)), len(said(person.house, PackAfter)))


async def test_from_any_screen_skin_is_fine(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", "f")
        assert [] == said(person.house, SkinCheck)
        await person.later(300)
        person.shows("Cold pack: look at your skin now. f: it is fine")
        await person.press("f")
        assert ["Noted: fine at 14:07."] == person.told
        await person.later(1)
        person.shows("Cold pack: 6:", "left, off at 14:14")
        assert 1 == len(said(person.house, SkinCheck))


async def test_where_letters_are_typed_the_keys_of_the_strip_are_letters(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", "a", "3")
        await person.later(300)
        assert "Look at your skin now." == person.text.splitlines()[0].strip()
        await person.press("f", "o")
        assert "AskText" == person.screen
        person.shows("fo")
        assert 1 == len(packs_in(person.house))


async def test_worse_keeps_it_counting_and_asks(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(60)
        await person.press("exclamation_mark")
        assert "CheckScreen" == person.screen
        await person.later(60)
        person.shows("Cold pack: 9:58 left")
        assert [] == said(person.house, PackOff)


async def test_asking_for_a_pack_while_one_is_on_shows_it(visit: Visit) -> None:
    async with visit(seed=checked_and_on) as person:
        await person.press("escape", "4")
        assert "PackScreen" == person.screen
        await person.press("ctrl+p", *"cold")
        await person.wait_for(lambda: "20 minutes" in person.text, "the command")
        await person.press("enter")
        await person.wait_for(lambda: person.screen == "PackScreen", "the pack")
        await person.press("o", "1", "1", "enter")
        await person.later(1)
        assert "HomeScreen" == person.screen
        assert [] == person.told


async def test_asking_for_a_pack_twice_leads_once(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press("4", "1")
        assert "CheckScreen" == person.screen
        await person.press("ctrl+p", *"cold")
        await person.wait_for(lambda: "20 minutes" in person.text, "the command")
        await person.press("enter")
        await person.wait_for(lambda: "Nobody knows" in person.text, "the choice")
        await person.press("escape")
        assert "HomeScreen" == person.screen


# --- copies and starts ----------------------------------------------------------------------------


async def test_another_copy_shows_it_and_each_sees_what_the_other_said(visit: Visit) -> None:
    async with visit() as here, visit(seed=put_on) as there:
        await here.look_around()
        await here.later(1)
        here.shows(STRIP)
        await here.press("4")
        assert "PackScreen" == here.screen
        await here.later(300)
        await here.press("f", after=0)
        await there.look_around()
        await there.later()
        there.shows("Next skin check at 14:12.")
        await there.press("o", "1")
        there.shows("How is it?")
        await here.look_around()
        assert "HomeScreen" == here.screen
        assert "Another copy of the program has noted that it is off." == here.told[-1]
        here.shows("Skin rest until 16:07")
        assert 1 == len(said(here.house, PackOff))


async def test_an_alarm_ends_where_another_copy_says_that_it_is_off(visit: Visit) -> None:
    async with visit() as here, visit(seed=put_on) as there:
        await here.look_around()
        await there.later(800)
        await here.later()
        await here.later(2)
        for person in (here, there):
            person.shows("Take the pack off now.")
        await there.press("o")
        await here.look_around()
        assert "HomeScreen" == here.screen
        rung = here.bells
        await here.later(60)
        assert rung == here.bells


async def test_what_is_off_elsewhere_is_not_taken_off_again(visit: Visit) -> None:
    async with visit() as here, visit(seed=put_on) as there:
        await here.look_around()
        await here.later(1)
        await here.press("4")
        await there.press("o", "1")
        await here.press("o", "1")
        assert 1 == len(said(here.house, PackOff))


async def test_a_restart_shows_it_where_it_is(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(100)
    async with visit() as person:
        assert "PackScreen" == person.screen
        await person.later(200)
        person.shows("ends at 14:14", "Look at your skin now")
    async with visit() as person:
        await person.later(1000)
        person.shows("Take the pack off now.", "about 22 minutes")


async def test_after_a_restart_an_unfinished_check_waits_behind_the_alarm(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", "2", "2", after=0)
    async with visit() as person:
        assert "CheckScreen" == person.screen
        await person.later(900)
        person.shows("Take the pack off now.")
        await person.later(2)
        await person.press("o", "1", "enter")
        assert "CheckScreen" == person.screen


async def test_of_two_packs_the_one_that_ends_first_is_told_and_then_the_other(
    visit: Visit,
) -> None:
    """An import can bring a second one."""

    def both(house: House) -> None:
        put_on(house, minutes=12)
        put_on(house, PackKind.HEAT, 20)

    async with visit(seed=both) as person:
        await person.later(2)
        person.shows("Cold pack ends at 14:14")
        await person.press("o", "1")
        person.shows("Off after", "How is it?")
        await person.later(1400)
        await person.later(2)
        person.shows("Heat pack", "Take the pack off now.")
        await person.press("o", "1", "enter", "1", "enter")
        await person.later()
        assert "HomeScreen" == person.screen
        assert [PackKind.COLD, PackKind.HEAT] == [
            off.kind for off in said(person.house, PackOff) if isinstance(off, PackOff)
        ]


async def test_of_two_packs_that_are_over_both_have_to_be_said_to_be_off(visit: Visit) -> None:
    def both(house: House) -> None:
        put_on(house)
        put_on(house, PackKind.HEAT)

    async with visit(seed=both) as person:
        await person.press("escape")
        await person.later(2000)
        for _ in range(2):
            await person.later(2)
            person.shows("Take the pack off now.")
            await person.press("o")
            await person.later()
        while person.screen != "HomeScreen":
            person.shows("How is it?")
            await person.press("1", "enter")
        assert {PackKind.COLD, PackKind.HEAT} == {
            off.kind for off in said(person.house, PackOff) if isinstance(off, PackOff)
        }


# --- the window's title ---------------------------------------------------------------------------


def titles(person: Person) -> list[str]:
    """What the window was called, one after the other."""
    begin, end = "\x1b]2;", "\x1b\\"
    return [text.removeprefix(begin).removesuffix(end) for text in person.sent if begin in text]


async def test_the_title_of_the_window_tells_the_time_left(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(1)
        await person.later(61)
        await person.later(240)
        await person.later(500)
        await person.later(2)
        await person.press("o")
        await person.later()
        person.app._cues.close()
        assert [
            "12 minutes left, cold pack",
            "11 minutes left, cold pack",
            "Look at your skin",
            "Take the cold pack off",
            "unspasm",
            "",
        ] == titles(person)
        assert person.sent[-1].endswith("\x1b[23;2t")


async def test_without_a_pack_the_title_is_left_alone(visit: Visit) -> None:
    async with visit(seed=worn) as person:
        await person.later(1)
        person.app._cues.close()
        assert [] == person.sent


def test_the_title_is_given_back_however_it_ends(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []
    monkeypatch.setattr(UnspasmApp, "__init__", lambda _app: None)
    monkeypatch.setattr(UnspasmApp, "run", lambda _app: None)
    monkeypatch.setattr(UnspasmApp, "return_code", 129, raising=False)
    app = UnspasmApp()  # type: ignore[call-arg]
    app._cues = type("Closing", (), {"close": lambda _cues: closed.append("closed")})()
    assert 129 == app.start()
    assert ["closed"] == closed


# --- quitting -------------------------------------------------------------------------------------


def last_words(person: Person) -> list[str]:
    """What is left on the terminal."""
    return [str(one) for one in person.app._exit_renderables]


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
async def test_quitting_while_a_pack_is_on_asks_first(visit: Visit, key: str) -> None:
    async with visit(seed=put_on) as person:
        await person.press("escape", key)
        person.shows(
            "A cold pack is on. It goes on counting, but nobody will warn you. Is it off?",
            "2 Quit, and watch the clock myself: off at 14:14",
        )
        await person.press("3")
        assert "HomeScreen" == person.screen
        assert person.app.is_running
        await person.press(key, "2")
        assert 0 == person.app.return_code
        assert ["A cold pack is on. Take it off at 14:14."] == last_words(person)
        assert [] == said(person.house, PackOff)


async def test_quitting_can_take_it_off(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("q", "1")
        assert [] == last_words(person)
        (off,) = said(person.house, PackOff)
        assert isinstance(off, PackOff)
        assert Ended.OFF is off.ended


async def test_pressing_twice_quits_at_once_with_last_words(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("ctrl+c", "ctrl+c")
        assert ["A cold pack is on. Take it off at 14:14."] == last_words(person)


async def test_a_question_of_another_kind_is_no_reason_to_quit_unasked(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("o", "ctrl+c")
        assert person.app.is_running
        person.shows("nobody will warn you")


async def test_while_the_alarm_is_up_quitting_asks_and_the_question_stays(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.later(1000)
        await person.later(2)
        await person.press("q")
        await person.later(20)
        person.shows("nobody will warn you", "Take the cold pack off.")
        await person.press("3")
        await person.later()
        assert "PackScreen" == person.screen
        await person.press("q", "2")
        assert ["Take the cold pack off now."] == last_words(person)


async def test_a_question_whether_to_quit_does_not_hide_the_alarm(visit: Visit) -> None:
    async with visit(seed=put_on) as person:
        await person.press("q")
        await person.later(1000)
        await person.later()
        assert "PackScreen" == person.screen
        person.shows("Take the pack off now.")


async def test_without_a_pack_quitting_asks_nothing(visit: Visit) -> None:
    async with visit(seed=worn) as person:
        await person.press("q")
        assert 0 == person.app.return_code
        assert [] == last_words(person)


# --- asked for from a shell -----------------------------------------------------------------------


async def test_a_pack_asked_for_from_a_shell_leaves_when_it_is_done(visit: Visit) -> None:
    plan = PackPlan(PackKind.HEAT, 7)
    async with visit(seed=checked, errand=plan) as person:
        await person.press("0", "0", "6", "enter")
        person.shows("Heat pack: before you start", "7 minutes, off again at")
        await person.press("1", "y", "enter", "o", "1", "1", "enter")
        assert ("done", 0) == (person.app.outcome and person.app.outcome.value,
                               person.app.return_code)  # fmt: skip
        (on,) = said(person.house, PackOn)
        assert isinstance(on, PackOn)
        assert (PackKind.HEAT, 7) == (on.kind, on.minutes)


async def test_a_pack_asked_for_from_a_shell_and_left_on_stays_in_the_program(
    visit: Visit,
) -> None:
    async with visit(seed=checked, errand=PackPlan(PackKind.COLD)) as person:
        await person.press("0", "0", "6", "enter", "y", "enter", "escape")
        assert "HomeScreen" == person.screen
        assert person.app.is_running
        await person.later(1000)
        await person.later(2)
        await person.press("o", "1", "enter")
        assert person.app.outcome
        assert "done" == person.app.outcome.value


async def test_worse_on_the_way_to_a_pack_asks_and_starts_none(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press("4", "1", "0", "0", "6", "enter", "y", "exclamation_mark")
        person.shows("Check 1 of")
        await person.press("1", "n", "1", *NONE)
        person.shows("Check 2 of")
        assert [] == packs_in(person.house)
