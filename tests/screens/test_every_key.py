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
SCREENS = {
    *("HomeScreen", "CheckScreen", "AboutScreen", "LogScreen", "ProgressScreen", "ReportScreen"),
    *("TipsScreen", "TipScreen", "PlanScreen", "SettingsScreen", "WelcomeScreen", "ReadScreen"),
    *("RoutinesScreen", "RoutineScreen", "PickScreen", "ExerciseScreen", "AskText", "AskChoice"),
}
"""All of these are walked through."""
SIZES = ((80, 24), (40, 12), (20, 6))
"""One after the other; in the long run every screen in each."""
LEADS_OUT = {"ctrl+z", "ctrl+c", "ctrl+q", "q"}
OPENED = (
    *("", "7", "7 1", "7 l e g", "7 1 enter", "7 0", "7 0 enter", "s", "s 2", "s e", "r"),
    *("r n t z q q enter", "r", "r a", "r t", "r b"),
    *("6", "8", "3", "question_mark", "a 1", "a 2"),
    *("5", "5 4 enter", "2", "c", "e", "a"),
)
"""The keys that open each screen from Home."""


def is_one_of_many(name: str, key: str) -> bool:
    """Whether what the key does was seen with another, so that only the long run presses it."""
    alike = key == "f1" or (key in set("456789") and name not in {"HomeScreen", "SettingsScreen"})
    return alike and not DEEP


async def back_home(person: Walker) -> None:
    """Leave everything."""
    with person.app._context():
        person.app.stretches.stop_leading()
        person.app.logs.stop_leading()
        person.app.settings.stop_leading()
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
            await person.press(*keys.split())
            name, heard = person.name, person.keys()
            seen.add(name)
            assert person.text.strip(), name
            for key in heard:
                if key in LEADS_OUT or (name, key) in pressed or is_one_of_many(name, key):
                    continue
                pressed.add((name, key))
                await person.press(key)
                if person.name != name:
                    await back_home(person)
                    await person.press(*keys.split())
    assert SCREENS <= seen, SCREENS - seen
    assert len(pressed) > 250


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
