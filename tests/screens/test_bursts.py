"""Keys and clicks that come faster than the screens: none is a fault, none goes astray."""

import asyncio
from pathlib import Path

import pytest
from tests.safety.held import LEADS_ON
from tests.screens.walking import Walker, press, settle, walk
from tests.seeds import coached, tick

from unspasm.journeys.house import House
from unspasm.screens.check import CheckScreen
from unspasm.screens.progress import ProgressScreen
from unspasm.widgets.rows import Row


def with_an_emergency(house: House) -> None:
    """A sign of an emergency is ticked."""
    tick(house, "saddle")


async def burst(person: Walker, *keys: str) -> None:
    """Press keys without waiting for anything between them."""
    person.clock.advance(2)
    for key in keys:
        press(person.app, key)
    await settle(person.app)


async def go_home(person: Walker) -> None:
    """Take everything away that lies over Home."""
    with person.app._context():
        person.app.stretches.stop_leading()
        while len(person.app.screen_stack) > 1:
            person.app.pop_screen()
    await person.look()


async def test_a_key_waits_for_its_screen(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        for key, action in (
            ("2", "scroll('down')"), ("6", "longer"), ("s", "move(1)"), ("7", "open"),
        ):  # fmt: skip
            await burst(person)
            press(person.app, key)
            while person.name == "HomeScreen":  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0)
            assert not person.front.is_mounted
            assert await person.app.run_action(action, person.front)
            await settle(person.app)
            await go_home(person)


async def test_nothing_leads_on_from_an_emergency_card_however_fast(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=with_an_emergency) as person:
        for keys in ("c r", "c 7", "r c", "c 2", "c a", "c 6 s"):
            await go_home(person)
            await burst(person, *keys.split())
            stack = person.app.screen_stack
            card = next(place for place, one in enumerate(stack) if getattr(one, "holds", False))
            assert not {type(one).__name__ for one in stack[card + 1 :]} & LEADS_ON


async def test_what_leads_on_is_not_shown_over_a_card_of_an_emergency(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=with_an_emergency) as person:
        await go_home(person)
        await person.press("c")
        with person.app._context():
            person.app.push_screen(ProgressScreen.__new__(ProgressScreen))
        await settle(person.app)
        assert person.name == "CareScreen"


async def test_a_second_click_beside_the_palette_takes_nothing_else_away(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("a", "ctrl+p")
        palette = person.front
        with person.app._context():
            palette.dismiss(None)
            palette.dismiss(None)
        await settle(person.app)
        assert person.name == "AboutScreen"


async def test_no_page_is_turned_in_a_palette_without_room(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("ctrl+p", "down", "down")
        await person.resize(20, 3)
        await person.press("pagedown", "pageup", "down", "escape")
        assert person.name == "HomeScreen"


async def test_a_row_that_goes_while_it_is_clicked_opens_nothing(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("7")
        row = list(person.front.query(Row))[-1]
        await person.press("q", "z", "q")
        row.post_message(Row.Chosen(row))
        person.front.post_message(Row.Chosen(row))
        await settle(person.app)
        assert person.name == "TipsScreen"


async def test_a_row_of_the_step_before_answers_nothing(tmp_path: Path) -> None:
    async with walk(tmp_path / "home") as person:
        await person.press("2")
        screen = person.front
        assert isinstance(screen, CheckScreen)
        run, first = screen._run, next(iter(screen.query(Row)))
        await person.press("pagedown", "pagedown", "pagedown", "0")
        assert (before := run.state).at != ""
        screen.post_message(Row.Chosen(first))
        await settle(person.app)
        assert run.state == before


@pytest.mark.filterwarnings("error")
async def test_two_settings_changed_at_once_are_no_fault(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("s")
        await burst(person, "2", "3", "4")
        await burst(person, "escape", "escape")
        assert person.name in {"SettingsScreen", "HomeScreen"}


async def test_a_card_of_an_emergency_stays_for_its_first_second(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=with_an_emergency) as person:
        await go_home(person)
        await person.press("c")
        await person.press("1", "escape")
        assert person.name == "HomeScreen"
        await person.press("c", after=0)
        await person.press("escape", "g", after=0)
        assert person.name == "CareScreen"
        await person.press("escape")
        assert person.name == "HomeScreen"
