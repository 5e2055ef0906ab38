"""Settings line by line."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.houses import FakeClock
from tests.plain.script import PackTalk
from tests.plain.talking import WORDS, Talk

from unspasm.cues import Cues, Voice
from unspasm.journeys.house import House
from unspasm.journeys.settings import ELSEWHERE, ROWS, SettingsJourney
from unspasm.settings import Settings, SettingsFile, read_settings

SETTINGS = WORDS.settings


@pytest.fixture
def path(house: House, tmp_path: Path) -> Path:
    """The file that this house follows."""
    path = tmp_path / "settings.toml"
    house.settings = SettingsFile(path)
    return path


def number(name: str) -> str:
    return str(ROWS.index(name) + 1)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("theme", ("2",), {"theme": "unspasm-light"}),
        ("motion", ("2",), {"motion": False}),
        ("figure", ("3",), {"figure": "none"}),
        ("sound", ("4",), {"sound": "off"}),
        ("sound", ("2",), {"sound": "voice", "plain_voice": True}),
        ("plain_voice", ("1",), {"plain_voice": True}),
        ("quiet", ("22:00 - 7:00",), {"quiet_from": "22:00", "quiet_to": "07:00"}),
        ("pack_minutes", ("20",), {"pack_minutes": 20}),
        ("face", ("2",), {"face": "plain"}),
    ],
)
def test_each_is_changed_said_and_kept(
    house: House, path: Path, name: str, typed: tuple[str, ...], value: dict[str, Any]
) -> None:
    said = Talk(house).app("s", number(name), *typed, "", "q")

    assert {SETTINGS.saved, SETTINGS.face_next} & set(said.split("> ")[3].splitlines())
    assert replace(Settings(), **value) == read_settings(path)[0]


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("pack_minutes", "21", SETTINGS.pack_minutes_bad),
        ("pack_minutes", "0", SETTINGS.pack_minutes_bad),
        ("pack_minutes", "-3", SETTINGS.pack_minutes_bad),
        ("pack_minutes", "9" * 5000, SETTINGS.pack_minutes_bad),
        ("pack_minutes", "", SETTINGS.pack_minutes_bad),
        ("quiet", "at night", SETTINGS.quiet_bad),
        ("quiet", "25:00 to 07:00", SETTINGS.quiet_bad),
        ("quiet", "22:60 to 07:00", SETTINGS.quiet_bad),
        ("quiet", "22:00 to 22:00", SETTINGS.quiet_bad),
    ],
)
def test_what_cannot_be_used_is_said_and_changes_nothing(
    house: House, path: Path, name: str, typed: str, said: str
) -> None:
    assert said in Talk(house).app("s", number(name), typed, "", "q")
    assert not path.exists()


def test_an_unknown_theme_is_refused(house: House, path: Path) -> None:
    assert SETTINGS.theme_bad in Talk(house).app("s", number("theme"), "4", "x[red]", "", "q")
    assert not path.exists()


def test_every_line_leads_somewhere(house: House, path: Path) -> None:
    for name in ROWS:
        said = Talk(house, reads_all=False).app("s", number(name), "q", "q", "q", "q")
        assert WORDS.plain.not_understood.split("{", maxsplit=1)[0] not in said, name
    assert {"country", "keys", "welcome"} == ELSEWHERE


def test_a_file_that_cannot_be_read_is_said_and_left_alone(house: House, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("no toml", encoding="utf-8")
    house.settings = SettingsFile(path)
    said = Talk(house).app("s", number("motion"), "2", "", "q")

    assert SETTINGS.unreadable in said
    assert f"{path}:1: file: " in said
    assert SETTINGS.not_kept in said
    assert "no toml" == path.read_text(encoding="utf-8")


def test_activities_are_kept_in_the_record(house: House, path: Path) -> None:
    said = Talk(house).app("s", number("activities"), "knit, ride", "", "q")

    assert f"{SETTINGS.activities}: knit, ride" in said
    assert not path.exists()


def test_sound_and_voice_are_tried_whatever_the_hour(house: House, path: Path) -> None:
    sent: list[str] = []
    said: list[str] = []

    class Speaker(Voice):
        def say(self, words: str) -> None:
            said.append(words)

    house.settings.change(quiet_from="00:00", quiet_to="23:59", sound="off")
    cues = Cues(sent.append, Speaker(("/none",)), {}, quiet=house.is_quiet)
    run = SettingsJourney(house, WORDS, cues, plain=True)

    assert SETTINGS.try_sound_said == run.do("try_sound")
    assert SETTINGS.try_voice_said == run.do("try_voice")
    assert (["\a"], [WORDS.doctor.try_words]) == (sent, said)


def test_without_a_voice_that_is_said(house: House, clock: FakeClock) -> None:
    talk = PackTalk(house, clock)

    assert SETTINGS.try_voice_none in talk.app("s", number("try_voice"), "", "q")
