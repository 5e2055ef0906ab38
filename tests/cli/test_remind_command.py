"""`unspasm remind`: prints what a timer needs, and does nothing else."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import call

from unspasm.cli import remind
from unspasm.cli.timers import cron, systemd_service, windows
from unspasm.domain.breaks import Breaks

PROGRAM = "/opt/my tools/unspasm"
TWICE = Breaks(every=30, start=9 * 60, until=10 * 60, days=(0, 4))


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program stands in a folder with a space in its name, and nothing may be started."""
    monkeypatch.setattr(shutil, "which", lambda name: PROGRAM if name == "unspasm" else None)

    def refused(*_words: object, **_named: object) -> None:
        raise AssertionError("something was started")

    monkeypatch.setattr(subprocess, "run", refused)


def test_cron_gets_whole_lines() -> None:
    said = call("remind", "cron", "--every", "90", "--days", "mon,wed")

    assert said.code == 0
    assert said.out.splitlines() == [
        f"0 12,15 * * 1,3 '{PROGRAM}' remind --now",
        f"30 10,13,16 * * 1,3 '{PROGRAM}' remind --now",
    ]
    assert "Nothing was written" in said.err


def test_systemd_gets_two_files_and_how_to_start_them() -> None:
    said = call("remind", "systemd", "--every", "60", "--from", "9:30", "--until", "12")

    assert f'ExecStart="{PROGRAM}" remind --now' in said.out
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri 10,11:30" in said.out
    assert "~/.config/systemd/user/unspasm-break.timer" in said.out
    assert "systemctl --user" in said.err


def test_launchd_gets_a_property_list_that_can_be_read() -> None:
    said = call("remind", "launchd", "--every", "240", "--days", "sun")

    agent = plistlib.loads(said.out.encode())
    assert agent["ProgramArguments"] == [PROGRAM, "remind", "--now"]
    assert agent["StartCalendarInterval"] == [
        {"Weekday": 7, "Hour": 13, "Minute": 0},
        {"Weekday": 7, "Hour": 17, "Minute": 0},
    ]


def test_windows_gets_one_line_that_names_the_days_and_repeats() -> None:
    (line,) = call("remind", "windows", "--every", "60", "--until", "11:30").out.splitlines()

    assert f'/TR "cmd /c \\"{PROGRAM}\\" remind --now & timeout /t 20"' in line
    assert line.endswith("/SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 10:00 /RI 60 /DU 0001:01")


def test_one_break_a_day_does_not_repeat() -> None:
    once = Breaks(every=60, start=9 * 60, until=10 * 60, days=(0,))

    assert windows(once, ["unspasm"]).endswith("/D MON /ST 10:00")


def test_what_cron_and_systemd_would_read_otherwise_is_quoted() -> None:
    odd = ['/o"dd/100%/$HOME', "remind"]

    assert cron(TWICE, odd).splitlines()[0].endswith("""'/o"dd/100\\%/$HOME' remind""")
    assert 'ExecStart="/o\\"dd/100%%/$$HOME" remind' in systemd_service(odd)


def test_without_a_system_the_one_of_this_computer_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remind, "this_system", lambda: "launchd")

    assert plistlib.loads(call("remind").out.encode())


@pytest.mark.parametrize(
    "words",
    [
        ("--every", "9"),
        ("--every", "241"),
        ("--every", "ten"),
        ("--every", "٤٥"),
        ("--every", "99999"),
        ("--from", "25:00"),
        ("--until", "\x1b[31m"),
        ("--days", "someday"),
        ("--from", "17:00", "--until", "9:00"),
        ("--from", "9:00", "--until", "9:30"),
        ("anacron",),
    ],
    ids=repr,
)
def test_bad_input_is_one_line(words: tuple[str, ...]) -> None:
    assert call("remind", *words).complaint.startswith("unspasm remind: ")


def test_nothing_is_written(home: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    for system in ("cron", "systemd", "launchd", "windows"):
        call("remind", system)

    assert set(tmp_path.rglob("*")) == before
    assert not home.exists()


def test_now_says_one_line_where_nothing_shows_notes() -> None:
    said = call("remind", "--now")

    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Time to change position: stand up, walk a few steps, or stretch a little.\n"
    )


def test_now_hands_the_same_line_to_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda words, **_named: started.append(words))

    said = call("remind", "--now")

    assert started == [("/bin/notify-send", "--", "unspasm", said.out.strip())]


def test_a_desktop_that_does_not_answer_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*_words: object, **_named: object) -> None:
        raise subprocess.TimeoutExpired("notify-send", 10)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", hangs)

    assert call("remind", "--now").code == 0
