"""Settings: whatever stands in the file, the program starts, and each fault is told by its line."""

import os
from dataclasses import fields, replace
from datetime import time
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plain.talking import WORDS

from unspasm.settings import Settings, SettingsFile, read_settings
from unspasm.settings.reading import MOST_BYTES, read_text
from unspasm.settings.values import CHECKS, NUMBERS, as_kept, key_fault
from unspasm.words.settings_words import comments

COMMENTS = comments(WORDS.settings)
OTHER: dict[str, Any] = {
    "face": "plain", "welcome": False, "theme": "nord", "motion": False, "figure": "braille",
    "sound": "off", "plain_voice": True, "quiet_from": "22:00", "quiet_to": "06:30",
    "pack_minutes": 9, "country": "DE", "emergency_number": "112", "maternity_number": "555 1",
    "poisons_number": "(0)30", "crisis_number": "116-123",
    "activities": ("knit", "ride"),
    "keys": {"session.pause": "space,p"},
}  # fmt: skip
"""Another value than the default, for every field."""
WITH = dict.fromkeys(("quiet_from", "quiet_to"), ("quiet_from", "quiet_to"))
"""What means nothing alone."""
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such modes here")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def faults_in(path: Path, text: str) -> list[str]:
    return [str(one).removeprefix(f"{path}:") for one in read_settings(put(path, text))[1]]


# --- every field ----------------------------------------------------------------------------------


def test_the_table_of_checks_and_the_fields_are_the_same() -> None:
    names = {one.name for one in fields(Settings)}

    assert names == {*CHECKS, "keys"} == set(OTHER)


def test_without_a_file_the_defaults_hold_and_nothing_is_wrong(path: Path) -> None:
    assert (Settings(), ()) == read_settings(path)
    assert not path.parent.exists()


@pytest.mark.parametrize("name", OTHER)
def test_every_field_is_written_and_read(path: Path, name: str) -> None:
    before = SettingsFile(path, COMMENTS)
    said = {one: OTHER[one] for one in WITH.get(name, (name,))}

    assert before.change(**said)
    settings, faults = read_settings(path)
    assert () == faults
    assert before.now == settings == replace(Settings(), **said)


def test_all_of_them_together(path: Path) -> None:
    file = SettingsFile(path, COMMENTS)
    assert file.change(**OTHER)

    assert (Settings(**OTHER), ()) == read_settings(path)


def test_what_holds_anyway_stands_in_a_new_file_and_changes_nothing_when_said(path: Path) -> None:
    SettingsFile(path, COMMENTS).change(motion=False)
    text = path.read_text(encoding="utf-8")
    for name in CHECKS:
        text = text.replace(f"# {name} = ", f"{name} = ")

    settings, faults = read_settings(put(path, text))
    assert () == faults
    assert replace(Settings(), motion=False) == settings


# --- what is wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('face = "both"', "face"),
        ("welcome = 1", "welcome"),
        ("theme = 3", "theme"),
        ('theme = "a\\u001bb"', "theme"),
        ("motion = 0", "motion"),
        ('figure = "ascii"', "figure"),
        ('sound = "loud"', "sound"),
        ("sound = true", "sound"),
        ('plain_voice = "yes"', "plain_voice"),
        ('quiet_from = "24:00"', "quiet_from"),
        ("quiet_to = 7", "quiet_to"),
        ("pack_minutes = 21", "pack_minutes"),
        ("pack_minutes = 0", "pack_minutes"),
        ("pack_minutes = -5", "pack_minutes"),
        ("pack_minutes = 12.0", "pack_minutes"),
        ("pack_minutes = true", "pack_minutes"),
        ('pack_minutes = "12"', "pack_minutes"),
        ('country = "England"', "country"),
        ("emergency_number = 112", "emergency_number"),
        ('emergency_number = "call mum"', "emergency_number"),
        ('emergency_number = "+"', "emergency_number"),
        ('emergency_number = "112\\u0007"', "emergency_number"),
        ('emergency_number = "\\u0661\\u0661\\u0662"', "emergency_number"),
        ('crisis_number = "1234567890123456789012345"', "crisis_number"),
        ('activities = "knit"', "activities"),
        ('activities = ["a", "b", "c", "d"]', "activities"),
        ('activities = [""]', "activities"),
        ('activities = ["a", "a"]', "activities"),
        ('activities = ["a,b"]', "activities"),
        ('colour = "red"', "colour"),
        ("keys = 3", "keys"),
        ('keys = {"app.help" = 3}', "keys.app.help"),
        ('keys = {"app.help" = ""}', "keys.app.help"),
        ('keys = {"app.help" = ",f1"}', "keys.app.help"),
        ("keys = {app.help = 'f1'}", "keys.app"),
    ],
)
def test_a_fault_names_file_line_and_key_and_its_default_holds(
    path: Path, line: str, name: str
) -> None:
    settings, faults = read_settings(put(path, f'# mine\nfigure = "none"\n{line}\n'
                                     if name != "figure" else f"# mine\n\n{line}\n"))  # fmt: skip

    (fault,) = faults
    assert (str(path), 3, name) == (fault.file, fault.line, fault.key)
    assert str(fault).startswith(f"{path}:3: {name}: ")
    assert settings == (Settings() if name == "figure" else replace(Settings(), figure="none"))


def test_faults_come_in_the_order_of_their_lines(path: Path) -> None:
    found = faults_in(path, 'sound = 1\n\nfoo = 2\n[keys]\n"app.help" = 1\nmotion = 2\n')

    assert ["1", "3", "5", "6"] == [one.split(":")[0] for one in found]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('quiet_from = "22:00"', "quiet_from"),
        ('quiet_to = "07:00"', "quiet_to"),
        ('quiet_from = "07:00"\nquiet_to = "07:00"', "quiet_to"),
    ],
)
def test_quiet_hours_need_both_ends(path: Path, text: str, key: str) -> None:
    settings, faults = read_settings(put(path, text))

    assert [key] == [one.key for one in faults]
    assert not any(settings.quiet_at(time(hour)) for hour in range(24))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = ", 1), ('theme = "nord"\nsound = bell\n', 2), ("[keys\n", 1), ("a = 1\na = 2\n", 2),
        ("a = " + "[" * 5000, 1), ("a = " + "9" * 6000, 1), ("\x00", 1), ("a = '''\n\n", 3),
    ],
    ids=lambda one: str(one)[:12].encode("unicode_escape").decode(),
)  # fmt: skip
def test_what_is_no_toml_is_one_fault_and_never_written_over(
    path: Path, text: str, line: int
) -> None:
    file = SettingsFile(put(path, text), COMMENTS)

    assert not file.readable
    assert [(line, "file")] == [(one.line, one.key) for one in file.faults]
    assert Settings() == file.now
    assert not file.change(theme="nord")
    assert "nord" == file.now.theme, "it holds until the program ends"
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"# \xc3", b"#" * (MOST_BYTES + 1)])
def test_what_is_no_text_or_far_too_long_is_one_fault(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    file = SettingsFile(path, COMMENTS)

    assert 1 == len(file.faults)
    assert not file.change(theme="nord")
    assert raw == path.read_bytes()


def test_a_folder_in_its_place_is_one_fault(path: Path) -> None:
    path.mkdir(parents=True)
    file = SettingsFile(path, COMMENTS)

    assert ["file"] == [one.key for one in file.faults]
    assert not file.change(theme="nord")


# --- whatever stands there ------------------------------------------------------------------------

WORDS_OF_TOML = [
    *CHECKS, "keys",
    '"app.help"', "=", " = ", "\n", "\r\n", "[keys]\n", "[", "]", "{", "}", ",", '"',
    "'", '"""', "#", ".", "true", "false", "12", "21", "-1", "1e9", "nan", '"bell"', "[]",
    '"22:00"',
    '["a"]', "\\", "\\u001b", "\x1b", "é", "\u2028", "2026-11-21", "07:32:00", "[[x]]\n", "\t",
]  # fmt: skip


def assert_sound(text: str) -> None:
    path = Path("settings.toml")
    reading = read_text(path, text)
    for name in CHECKS:
        value = getattr(reading.settings, name)
        raw = list(value) if isinstance(value, tuple) else value
        assert value == getattr(Settings(), name) or not CHECKS[name](raw), name
        assert value == getattr(Settings(), name) or value == as_kept(name, raw)
    assert not [one for one in reading.settings.keys.values() if key_fault(one)]
    last = text.count("\n") + 1
    assert all(1 <= one.line <= last and one.key and one.what for one in reading.faults)
    assert reading.readable or reading.settings == Settings()


@given(st.text())
def test_any_text_gives_settings_and_faults_with_lines(text: str) -> None:
    assert_sound(text)


@given(st.lists(st.sampled_from(WORDS_OF_TOML), max_size=30).map("".join))
def test_any_pieces_of_toml_give_settings_and_faults_with_lines(text: str) -> None:
    assert_sound(text)


@pytest.mark.parametrize("seed", range(40))
def test_a_whole_file_with_a_few_slips_gives_settings_and_faults_with_lines(
    path: Path, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - slips, no secrets
    file = SettingsFile(path, COMMENTS)
    file.change(**OTHER)
    text = path.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(WORDS_OF_TOML) + text[at + chance.randint(0, 3) :]
    assert_sound(text)


# --- quiet hours ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "quiet"),
    [("22:00", "07:00", {22, 23, 0, 1, 2, 3, 4, 5, 6}), ("13:00", "15:00", {13, 14})],
)
def test_quiet_hours_may_go_over_midnight(begin: str, end: str, quiet: set[int]) -> None:
    settings = replace(Settings(), quiet_from=begin, quiet_to=end)

    assert quiet == {hour for hour in range(24) if settings.quiet_at(time(hour))}
    assert settings.quiet_at(time.fromisoformat(begin))
    assert not settings.quiet_at(time.fromisoformat(end))


# --- writing --------------------------------------------------------------------------------------

MINE = """# my settings, do not touch
theme = "nord" # I like it
unknown = [1, 2] # from a newer version

# numbers
emergency_number = "112"   # the desk
sound = "loud"

[keys]
# my keys
"session.pause" = "p"

[other]
x = 1
"""


def test_a_change_keeps_comments_order_and_what_is_not_known(path: Path) -> None:
    file = SettingsFile(put(path, MINE), COMMENTS)
    assert file.change(theme="dracula")
    assert file.change(emergency_number="999")
    assert file.change(motion=False)
    assert file.change(keys={"session.pause": "p,k"})

    text = path.read_text(encoding="utf-8")
    for line in (
        "# my settings, do not touch", 'theme = "dracula" # I like it',
        "unknown = [1, 2] # from a newer version", 'emergency_number = "999"   # the desk',
        'sound = "loud"', "# my keys", '"session.pause" = "p,k"', "[other]", "x = 1",
    ):  # fmt: skip
        assert line in text.splitlines(), text
    assert text.index("motion = false") < text.index("[keys]")
    assert {"unknown", "sound", "other"} == {one.key for one in file.faults}


def test_a_fault_is_written_over_only_where_the_person_says_something_else(path: Path) -> None:
    file = SettingsFile(put(path, MINE), COMMENTS)
    assert file.change(sound="off")

    assert 'sound = "off"' in path.read_text(encoding="utf-8")
    assert {"unknown", "other"} == {one.key for one in file.faults}


def test_forgetting_takes_the_line_out(path: Path) -> None:
    file = SettingsFile(put(path, MINE), COMMENTS)
    assert file.change(emergency_number="")

    assert "112" not in path.read_text(encoding="utf-8")
    assert "# my keys" in path.read_text(encoding="utf-8")


def test_what_somebody_else_has_written_meanwhile_stays(path: Path) -> None:
    file = SettingsFile(path, COMMENTS)
    file.change(theme="nord")
    put(path, path.read_text(encoding="utf-8").replace("[keys]", 'country = "IE"\n[keys]'))
    assert file.change(motion=False)

    assert replace(Settings(), theme="nord", motion=False, country="IE") == read_settings(path)[0]


@posix_only
def test_only_its_owner_reads_it_and_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    SettingsFile(path, COMMENTS).change(theme="nord")
    assert (0o600, 0o700) == (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    path.chmod(0o644)
    assert SettingsFile(link, COMMENTS).change(theme="dracula")

    assert link.is_symlink()
    assert "dracula" in path.read_text(encoding="utf-8")
    assert 0o600 == path.stat().st_mode & 0o777
    assert [path.name] == [one.name for one in path.parent.iterdir()]


@posix_only
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root writes everywhere")
def test_where_nothing_can_be_written_it_holds_until_the_end(path: Path) -> None:
    put(path, MINE)
    path.parent.chmod(0o500)
    file = SettingsFile(path, COMMENTS)

    assert not file.change(theme="dracula")
    assert "dracula" == file.now.theme


def test_a_write_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    file = SettingsFile(put(path, MINE), COMMENTS)
    monkeypatch.setattr(os, "fsync", full)

    assert not file.change(theme="dracula")
    assert MINE == path.read_text(encoding="utf-8")
    assert [path] == list(path.parent.iterdir())


@pytest.mark.parametrize("seed", range(30))
def test_any_change_to_any_file_says_that_and_nothing_else(path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - as above
    start = chance.choice(
        ["", MINE, MINE.replace("\n", "\r\n"), "﻿" + MINE, 'a.b = 1\nx = """\n# y = 1\n"""']
    )
    put(path, "").write_bytes(start.encode())
    file = SettingsFile(path, COMMENTS)
    before = file.now
    for _ in range(4):
        name = chance.choice([*OTHER])
        values: Any = chance.choice([OTHER, vars(Settings())])
        said = {one: values[one] for one in WITH.get(name, (name,))}
        if file.change(**said):
            before = replace(before, **said)
    again = read_settings(path)[0]

    assert replace(before, keys=dict(before.keys)) == replace(again, keys=dict(again.keys))
    assert file.faults == SettingsFile(path).faults


def test_without_a_path_nothing_outlives_the_program() -> None:
    file = SettingsFile()

    assert not file.change(theme="nord")
    assert "nord" == file.now.theme
    assert not file.first_start


def test_what_only_the_full_screen_can_tell_is_told_by_its_line(path: Path) -> None:
    file = SettingsFile(put(path, MINE), COMMENTS)
    file.refuse([("theme", "no such theme"), ("keys.session.pause", "no such key")])

    told = {one.key: one.line for one in file.faults}
    assert (2, 11) == (told["theme"], told["keys.session.pause"])
    assert Settings().theme == file.now.theme
    assert {} == file.now.keys


def test_every_number_is_a_setting_and_never_a_number() -> None:
    assert all(isinstance(getattr(Settings(), name), str) for name in NUMBERS)
    assert isinstance(Settings().keys, MappingProxyType)
