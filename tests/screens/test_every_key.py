"""Every key of every screen that Home leads to, in every size, and clicks that come twice."""

import os
from pathlib import Path

import pytest
from tests.journeys.houses import hurry
from tests.screens.conftest import Visit
from tests.screens.walking import Walker, blindfold, press, walk
from tests.seeds import coached
from textual.widgets._footer import FooterKey

DEEP = os.environ.get("UNSPASM_TESTS") == "deep"
SIZES = ((80, 24), (40, 12), (20, 6))
"""One after the other; in the long run every screen in each."""
LEADS_OUT = {"ctrl+z", "ctrl+c", "ctrl+q", "q"}
OPENED = [(), ("2",), ("a",), ("5",), ("5", "4", "enter"), ("6",), ("8",), ("3",), ("c",),
          ("a", "1"), ("a", "2"), ("question_mark",), ("e",)]  # fmt: skip
"""The keys that open each screen from Home."""


async def back_home(person: Walker) -> None:
    """Leave everything."""
    with person.app._context():
        person.app.stretches.stop_leading()
        person.app.logs.stop_leading()
        while len(person.app.screen_stack) > 1:
            person.app.pop_screen()
    await person.look()
    while person.name != "HomeScreen":
        with person.app._context():
            person.app.pop_screen()
        await person.look()


@pytest.mark.parametrize("turn", range(len(SIZES)) if DEEP else [0])
async def test_no_key_of_any_screen_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    hurry(monkeypatch)
    blindfold(monkeypatch)
    seen, pressed = set[str](), set[tuple[str, str]]()
    async with walk(tmp_path / "home", seed=coached) as person:
        for place, keys in enumerate(OPENED):
            await back_home(person)
            await person.resize(*SIZES[(place + turn) % len(SIZES)])
            await person.press(*keys)
            name, heard = person.name, person.keys()
            seen.add(name)
            assert person.text.strip(), name
            for key in heard:
                if key in LEADS_OUT or (name, key) in pressed:
                    continue
                pressed.add((name, key))
                await person.press(key)
                if person.name != name:
                    await back_home(person)
                    await person.press(*keys)
    assert len(seen) >= 9
    assert len(pressed) > 90


async def test_the_footer_can_be_clicked(visit: Visit) -> None:
    async with visit() as person:
        await person.press("2")
        key = next(one for one in person.app.screen.query(FooterKey) if one.key == "u")
        await person.pilot.click(key)
        await person.settle()
        person.shows("Not sure about which?")


async def test_a_second_click_takes_no_other_screen_away(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("a", "2")
        asked = person.front
        with person.app._context():
            asked.dismiss(None)
            asked.dismiss(None)
        await person.look()
        assert person.name == "AboutScreen"


async def test_keys_typed_after_leaving_are_not_heard(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        await person.press("a")
        for key in ("q", "2", "escape", "u", "5"):
            press(person.app, key)
        await person.look()
        assert person.left
        assert person.app._exception is None
