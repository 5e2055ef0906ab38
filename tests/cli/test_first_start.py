"""The first start: one plain line before any screen; and what commands tell of the settings."""

import json
import os
import sys
from pathlib import Path

import pytest
from tests.cli.running import call, type_lines, with_terminal
from tests.test_import_hygiene import FULL_SCREEN, LOADED_BY_A_COMMAND, run

from unspasm.domain.pack_rules import DEFAULT_MINUTES
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.paths import content_folder, settings_file
from unspasm.settings import Settings, read_settings
from unspasm.words import read_words

WORDS = read_words(content_folder())
ASKED = WORDS.welcome.face_ask


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal whose environment says nothing else."""
    with_terminal(monkeypatch, there=True)
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


def prefer(home: Path, text: str) -> None:
    home.mkdir(mode=0o700, exist_ok=True)
    (home / "settings.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "face", "started_face"),
    [("", "full", "run_full"), ("p", "plain", "run_plain"), (" P ", "plain", "run_plain")],
)
def test_the_first_start_asks_once_which_face(
    started: list[str], typed: str, face: str, started_face: str
) -> None:
    assert [ASKED] == call(typed=type_lines(typed)).out.splitlines()
    assert face == read_settings(settings_file())[0].face
    assert "" == call().out

    assert [started_face] * 2 == started


def test_what_is_not_understood_is_asked_again(started: list[str]) -> None:
    said = call(typed=type_lines("1", "full", "p")).out.splitlines()

    assert [ASKED, *[f"{WORDS.welcome.face_again} {ASKED}"] * 2] == said
    assert ["run_plain"] == started


def test_whoever_quits_there_or_types_nothing_at_all_is_asked_again(
    started: list[str], home: Path
) -> None:
    assert 0 == call(typed=type_lines("q")).code
    assert [] == started
    assert 0 == call(typed="").code

    assert ["run_full"] == started
    assert not (home / "settings.toml").exists()


@pytest.mark.parametrize(
    ("words", "environment"),
    [(["--plain"], {}), ([], {"UNSPASM_PLAIN": "1"}), ([], {"UNSPASM_PLAIN": "0"}),
     ([], {"TERM": "dumb"}), (["check"], {})],
    ids=str,
)  # fmt: skip
@pytest.mark.skipif(os.name != "posix", reason="TERM means nothing here")
def test_who_has_said_it_already_is_not_asked(
    started: list[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    environment: dict[str, str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ASKED not in call(*words).out
    assert 1 == len(started)


@pytest.mark.parametrize(
    ("words", "environment", "face"),
    [([], {}, "run_plain"), (["check"], {}, "check_plain"),
     ([], {"UNSPASM_PLAIN": "0"}, "run_full")],
    ids=str,
)  # fmt: skip
def test_the_face_that_is_preferred_starts_and_the_environment_goes_first(
    started: list[str],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    environment: dict[str, str],
    face: str,
) -> None:
    prefer(home, 'face = "plain"\n')
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    call(*words)

    assert [face] == started


def test_a_file_that_means_nothing_stops_nothing(started: list[str], home: Path) -> None:
    prefer(home, "face = [\n")

    assert 0 == call(typed=type_lines("p")).code
    assert ["run_plain"] == started
    assert "face = [\n" == (home / "settings.toml").read_text(encoding="utf-8")


# --- the first page, line by line -----------------------------------------------------------------


def test_the_first_page_comes_before_home_and_once(home: Path) -> None:
    first = call("--plain", typed=type_lines("4", "q")).out
    again = call("--plain", typed=type_lines("q")).out

    assert WORDS.welcome.is_not in first
    assert first.index(WORDS.app.limits) < first.index(WORDS.home.nothing_yet)
    assert WORDS.welcome.is_not not in again


def test_one_key_leads_from_there_to_a_check_or_to_relief(home: Path) -> None:
    assert "Page 1 of" in call("--plain", typed=type_lines("1")).out
    prefer(home, "welcome = true\n")
    assert WORDS.home.nothing_yet not in call("--plain", typed=type_lines("2")).out


def test_an_emergency_comes_before_the_first_page() -> None:
    call("check", "--plain", typed=type_lines("1"))
    said = call("--plain").out

    assert WORDS.welcome.is_not not in said
    assert "EMERGENCY" in said


def test_setting_up_line_by_line(home: Path) -> None:
    typed = type_lines("", "Ireland", "", "38", "1", "4", "s", "7", "9", "", "a", "", "q")
    said = call("--plain", typed=typed).out

    assert "3. Country: Ireland" in said
    assert "Age: 38" in said
    assert WORDS.welcome.done in said
    assert ("off", 9) == (
        read_settings(settings_file())[0].sound, read_settings(settings_file())[0].pack_minutes,
    )  # fmt: skip


def test_without_a_terminal_there_is_no_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    with_terminal(monkeypatch, there=False)

    assert WORDS.welcome.is_not not in call("--plain", typed=type_lines("q")).out
    assert not settings_file().exists()


# --- what commands tell ---------------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "expected"), [((), 7), (("--minutes", "15"), 15)])
def test_a_pack_stays_on_as_long_as_is_preferred(
    home: Path, monkeypatch: pytest.MonkeyPatch, minutes: tuple[str, ...], expected: int
) -> None:
    plans: list[PackPlan] = []

    def note(_house: House, _words: object, plan: PackPlan, **_named: object) -> int:
        plans.append(plan)
        return 0

    monkeypatch.setattr("unspasm.cli.faces._lead_full", note)
    prefer(home, "pack_minutes = 7\n")
    call("cold", *minutes)

    assert [expected] == [plan.minutes for plan in plans]
    prefer(home, "pack_minutes = 40\n")
    call("heat")
    assert DEFAULT_MINUTES == plans[-1].minutes == Settings().pack_minutes


def test_doctor_names_the_file_and_its_faults(home: Path) -> None:
    nothing = call("doctor")
    assert (0, True) == (
        nothing.code, WORDS.doctor.settings_none.format(file=settings_file()) in nothing.out
    )  # fmt: skip
    prefer(home, 'pack_minutes = 40\ntheme = "no such"\n[keys]\n"app.worse" = "x"\n')
    said = call("doctor")

    assert 1 == said.code
    assert WORDS.doctor.settings_file.format(file=settings_file()) in said.out
    for line, key in ((1, "pack_minutes"), (2, "theme"), (4, "keys.app.worse")):
        assert f"{settings_file()}:{line}: {key}: " in said.out


def test_doctor_says_which_face_is_preferred(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prefer(home, 'face = "plain"\n')
    for stream in (sys.stdin, sys.stdout):
        assert not stream.isatty()
    import unspasm.cli.doctor as doctor_module  # noqa: PLC0415

    assert WORDS.doctor.face_plain_setting == doctor_module._face(WORDS.doctor, has_terminal=True)
    monkeypatch.setenv("UNSPASM_PLAIN", "0")
    assert WORDS.doctor.face_full == doctor_module._face(WORDS.doctor, has_terminal=True)


def test_where_names_the_settings_and_delete_leaves_them(home: Path) -> None:
    prefer(home, 'face = "plain"\n')

    assert str(settings_file()) in call("data", "where").out
    call("log", "4")
    (home / "routines").mkdir()
    said = call("data", "delete", "--yes")
    assert f"  {home / 'routines'}  your own routines" in said.out.splitlines()
    assert f"  {settings_file()}  settings, with any number in them" in said.out
    assert settings_file().exists()


def test_reading_settings_brings_nothing_slow(home: Path) -> None:
    prefer(home, 'theme = "nord"\ncountry = "GB"\n')
    _, _, loaded = json.loads(run(LOADED_BY_A_COMMAND, home=home))

    assert not {"pydantic", "tomlkit", *FULL_SCREEN} & set(loaded)
