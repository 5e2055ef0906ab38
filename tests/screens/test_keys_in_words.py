"""What keys are called comes from the content: in the footer, in help and in what Ctrl-P finds."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.houses import CATALOGUE, CONTENT, hurry
from tests.screens.conftest import FakeClock, Person
from tests.screens.test_bindings import SCREENS
from tests.screens.walking import WORDS
from textual.screen import Screen
from textual.widgets._footer import FooterKey

from unspasm.app import UnspasmApp
from unspasm.flows.palette import Command, _keys
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.screens.base import Helped, Told
from unspasm.screens.palette import CommandPalette
from unspasm.settings import SettingsFile
from unspasm.words import KEY_FILES, KeyWords, WordsError

TEXT = re.compile(r'^((?:label|tooltip|all) = )"(.*)"$', re.MULTILINE)
MARKED = re.compile(r"«[^«»]+»")
SHOWN = [kind for kind in SCREENS if issubclass(kind, Told)]


def translated(folder: Path) -> Path:
    """A tree in which every word of a key stands in marks."""
    folder.mkdir()
    for name in KEY_FILES:
        text = TEXT.sub(r'\1"«\2»"', (CONTENT / name).read_text(encoding="utf-8"))
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def bare(kind: type[Screen[object]]) -> Any:  # noqa: ANN401 - any screen
    """A screen with its keys, and nothing of what it shows."""
    screen = kind.__new__(kind)
    Screen.__init__(screen)
    return screen


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UnspasmApp]:
    """The app in another language, in which every key works everywhere."""
    hurry(monkeypatch)
    clock = FakeClock()
    house = House(translated(tmp_path / "xx"), clock, open_journal(tmp_path / "home", clock()))
    house.catalogue = CATALOGUE
    monkeypatch.setattr(UnspasmApp, "_check_action_state", lambda *_: True)
    yield UnspasmApp(house, WORDS, "GB")
    house.close()


def test_the_screens_whose_keys_are_never_shown_are_known() -> None:
    assert {"CommandPalette"} == {one.__name__ for one in SCREENS if one not in SHOWN}


def test_no_footer_help_or_palette_has_a_word_for_a_key_that_is_not_translated(
    app: UnspasmApp,
) -> None:
    with app._context():
        for kind in SHOWN:
            screen = bare(kind)
            for _, binding, _, tooltip in screen.active_bindings.values():
                if binding.show or binding.tooltip or tooltip:
                    for text in (binding.description, binding.tooltip, tooltip):
                        assert MARKED.fullmatch(text), (kind, binding)
            found: list[Command] = list(_keys(screen))
            assert all(MARKED.fullmatch(one.title) and MARKED.fullmatch(one.about) for one in found)
            if isinstance(screen, Helped):
                lines = list(screen.key_lines(WORDS.help))
                assert len(lines) > 5, kind
                for line in lines:
                    assert re.search(r"  «[^«»]+»\.(?: «[^«»]+»\.)?$", line), (kind, line)


async def test_the_footer_of_home_is_translated_and_knows_the_key_of_the_palette(
    tmp_path: Path, app: UnspasmApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommandPalette, "_NO_MATCHES_COUNTDOWN", 0.001)
    file = tmp_path / "settings.toml"
    file.write_text('welcome = false\n[keys]\n"app.palette" = "f2"\n')
    app.house.settings = SettingsFile(file)
    app.settings.begin()
    words = replace(WORDS.app, palette_field="«Suchen»", palette_none="«Nichts»")
    app._words = replace(WORDS, app=words)
    async with app.run_test() as pilot:
        person = Person(app, pilot, FakeClock(), app.house)
        await person.settle()
        keys = list(app.screen.query(FooterKey))
        texts = [text for one in keys for text in (one.description, str(one.tooltip))]
        assert all(MARKED.fullmatch(one) for one in texts), texts
        assert {"f2", "q"} <= {one.key for one in keys}

        await person.press("f2")
        person.shows("«Suchen»")
        await person.press(*"qqq")
        await person.wait_for(lambda: "«Nichts»" in person.says, "the line that nothing is found")


async def test_a_screen_without_the_words_of_its_keys_is_never_shown(
    tmp_path: Path, app: UnspasmApp
) -> None:
    (tmp_path / "xx" / "keys_screens.toml").unlink()
    async with app.run_test() as pilot:
        person = Person(app, pilot, FakeClock(), app.house)
        await person.settle()
        assert (True, 2, "HomeScreen") == (app._exit, app.return_code, person.screen)


def test_what_is_called_before_home_is_painted_reads_only_the_file_of_home(tmp_path: Path) -> None:
    folder = translated(tmp_path / "xx")
    (folder / "keys_screens.toml").unlink()
    words = KeyWords(folder)

    for name in ("app.worse", "do.1", "do.c", "home.page_down", "app.pack_off"):
        assert MARKED.fullmatch(words.of(name, "").label)
    with pytest.raises(WordsError, match=r"keys_screens\.toml"):
        words.of("session.pause", "do('pause')")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[app.worse", "file"),
        ('[app.worse]\nlabel = "a"\n', "app.worse.tooltip: is missing"),
        ('[app.worse]\nlabel = "a"\ntooltip = 7\n', "app.worse.tooltip: must be words"),
        ('[app.worse]\nlabel = "a"\ntooltip = "[b]"\n', "app.worse.tooltip: must be words"),
        ('[app.worse]\nlabel = "a"\ntooltip = "b\\nc"\n', "app.worse.tooltip: must be words"),
        ('[app.worse]\nlabel = "a"\ntooltip = "b"\nlong = "c"\n', "app.worse.long: unknown key"),
    ],
)
def test_words_for_keys_that_cannot_be_used_are_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "keys.toml").write_text(text)

    with pytest.raises(WordsError, match=said):
        KeyWords(tmp_path)


def test_a_key_that_nobody_has_named_is_called_by_its_name(tmp_path: Path) -> None:
    for name in KEY_FILES:
        (tmp_path / name).write_text("")

    assert KeyWords(tmp_path).of("session.pause", "do('pause')").label == "session.pause"
