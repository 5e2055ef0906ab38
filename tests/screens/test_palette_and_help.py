"""Ctrl-P finds everything, help tells what is true, and both faces do the same things."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.houses import CATALOGUE, hurry
from tests.plain.talking import WORDS as PLAIN_WORDS
from tests.screens.test_bindings import SCREENS
from tests.screens.walking import WORDS, blindfold, walk
from tests.seeds import coached

from unspasm.flows.palette import everything
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import Lines
from unspasm.screens.base import Helped
from unspasm.screens.home import HomeScreen
from unspasm.screens.palette import CommandPalette
from unspasm.screens.read import ReadScreen

KEY_TOLD = re.compile(
    r"(?:^|[.:,] |, )([b-hj-z0!])(?= (?:says|and the digit|changes|is|saves|leaves|takes|on))"
)
"""A key at the beginning of what a sentence of help says of it."""
OPENED = {"h": (), "check": ("2",), "about": ("a",), "log": ("5",), "progress": ("6",),
          "page": ("8",), "question": ("a", "2")}  # fmt: skip
"""Screens to look at, and the keys that open them from Home."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)
    blindfold(monkeypatch)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_every_screen_has_help_or_is_help(kind: type) -> None:
    assert issubclass(kind, Helped | ReadScreen | CommandPalette)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_the_words_of_the_house_that_help_explains_are_known(kind: type) -> None:
    known = {one.name for one in fields(WORDS.glossary)}

    assert set(getattr(kind, "house_words", ())) <= known - {"heading"}


async def test_the_palette_finds_everything_by_its_name(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        titles = {one.title for one in everything(person.app, person.front)}
        library = CATALOGUE.library
        for routine in library.routines.values():
            assert WORDS.app.palette_routine.format(name=routine.name) in titles
        for stretch in library.stretches.values():
            assert WORDS.app.palette_one_stretch.format(name=stretch.name) in titles
        for name in person.app.doings:
            assert getattr(WORDS.app, f"palette_{name}") in titles


async def test_home_the_palette_and_the_plain_face_do_the_same(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        home = person.front
        assert isinstance(home, HomeScreen)
        on_screen = {key: what for key, (what, _, _) in home._doings()}
        plain = PlainApp(person.house, PLAIN_WORDS, Lines(), None)
        assert dict(plain._home.doings(person.house.home())).keys() == on_screen.keys()
        assert set(on_screen.values()) <= person.app.doings.keys()


async def test_help_tells_the_keys_that_work_and_no_others(tmp_path: Path) -> None:
    async with walk(tmp_path / "home", seed=coached) as person:
        for name, keys in OPENED.items():
            await person.press(*keys)
            front: Any = person.front
            heard = set(person.keys())
            assert isinstance(front, Helped)
            page = list(front.help_page(WORDS.help, WORDS.glossary))
            text = "\n".join(page)
            told = {"exclamation_mark" if one == "!" else one for one in KEY_TOLD.findall(text)}
            assert told <= heard, (name, told - heard)
            for binding in front.own_keys():
                assert binding.description in text or binding.key.isdecimal(), (name, binding)
            await person.press("question_mark")
            assert isinstance(person.front, ReadScreen), name
            assert list(person.front._paragraphs)[:-1] == page
            await person.press("escape")
            assert person.front is front
            while person.front is not person.app.screen_stack[0]:
                before = person.front
                await person.press("escape")
                if person.front is before or person.name == "AskChoice":
                    await person.press("1")
