"""Without colour and without motion everything is still there, and every line can be clicked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.own import CHAIR, HEAD, put_files
from tests.screens.conftest import Person, Visit
from tests.screens.test_pack_refused import colours
from tests.screens.test_session_screens import NOTHING_NEW
from tests.screens.walking import blindfold
from tests.seeds import coached
from textual._animator import Animator
from textual.widgets import Input

from unspasm.flows.errand import StretchErrand
from unspasm.journeys.house import House
from unspasm.screens.session import SessionScreen
from unspasm.settings import SettingsFile
from unspasm.widgets.figure import FigureView
from unspasm.widgets.rows import Row

STILL = "welcome = false\nmotion = false\n"
FROM_HOME: dict[str, tuple[str, ...]] = {
    "HomeScreen": (),
    "CheckScreen": ("2",),
    "CareScreen": ("c",),
    "LogScreen": ("5", "4", "enter"),
    "BodyMapScreen": ("5", "4", "enter", "2"),
    "ProgressScreen": ("6",),
    "ReportScreen": ("8",),
    "TipsScreen": ("7",),
    "TipScreen": ("7", "enter"),
    "PlanScreen": ("7", "0"),
    "SettingsScreen": ("s",),
    "WelcomeScreen": ("s", "e"),
    "RoutinesScreen": ("r",),
    "RoutineScreen": ("r", "e"),
    "ExerciseScreen": ("r", "e", "d"),
    "StretchChooseScreen": ("3", *NOTHING_NEW),
    "SessionScreen": ("r", "enter", *NOTHING_NEW),
    "AboutScreen": ("a",),
    "AskText": ("a", "4"),
    "AskChoice": ("a", "2"),
    "ReadScreen": ("question_mark",),
    "CommandPalette": ("ctrl+p",),
}
"""The keys that open each from Home."""


@pytest.fixture
def seed(home: Path, tmp_path: Path) -> Callable[[House], None]:
    """Somebody who was asked everything, has a routine of their own, and wants nothing to move."""

    def give(house: House) -> None:
        coached(house)
        put_files(house, home, {"mine": HEAD + CHAIR})
        path = tmp_path / "settings.toml"
        path.write_text(STILL, encoding="utf-8")
        house.settings = SettingsFile(path)

    return give


async def back_home(person: Person) -> None:
    """Leave everything."""
    with person.app._context():
        for lead in (person.app.stretches, person.app.logs, person.app.settings):
            lead.stop_leading()
        while len(person.app.screen_stack) > 1:
            person.app.pop_screen()
    await person.settle()


def assert_still(person: Person) -> None:
    """No cursor blinks, and a figure stands still while the exercise goes on."""
    assert not any(one.cursor_blink for one in person.app.screen.query(Input))
    for figure in person.app.screen.query(FigureView):
        assert not figure.auto_refresh


def assert_reached(person: Person) -> None:
    """Every line that a key chooses is heard by its key, and by a click on it."""
    screen = person.app.screen
    heard = {key for one in screen.active_bindings.values() for key in one.binding.key.split(",")}
    for row in screen.query(Row):
        assert row.key.strip() in {"", *heard}, (person.screen, row.key)
        assert any(hasattr(one, Row.Chosen.handler_name) for one in row.ancestors), person.screen


async def test_no_color_sends_none_motion_off_moves_nothing_and_every_line_is_reached(
    visit: Visit, seed: Callable[[House], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[object] = []
    monkeypatch.setattr(Animator, "_animate", lambda _self, *what, **_named: moved.append(what))
    monkeypatch.setenv("NO_COLOR", "1")
    blindfold(monkeypatch)
    async with visit(seed=seed) as person:
        for name, keys in FROM_HOME.items():
            await person.press(*keys)
            assert name == person.screen
            assert set() == colours(person), name
            assert_still(person)
            assert_reached(person)
            await back_home(person)
    assert [] == moved


@pytest.mark.parametrize("motion", [True, False], ids=["on", "off"])
async def test_a_figure_moves_only_where_motion_is_wanted(
    visit: Visit,
    seed: Callable[[House], None],
    monkeypatch: pytest.MonkeyPatch,
    motion: bool,  # noqa: FBT001 - a column of the table
) -> None:
    def prefers(house: House) -> None:
        seed(house)
        assert house.settings.change(motion=motion)

    blindfold(monkeypatch)
    async with visit(seed=prefers, errand=StretchErrand("ease")) as person:
        await person.press(*NOTHING_NEW, "1")
        await person.wait_for(lambda: person.screen == "SessionScreen", "the session")
        screen = person.app.screen
        assert isinstance(screen, SessionScreen)
        drawn: set[object] = set()
        for _ in range(24):
            person.clock.advance(0.25)
            with person.app._context():
                screen.look()
            drawn.add(screen.query_one(FigureView)._shown)
        assert motion is (len(drawn) > 2)
