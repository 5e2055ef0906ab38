"""`doctor`: what works here, without changing anything."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.running import (
    NO_SIGN,
    PATIENCE,
    ROOT,
    call,
    start,
    text_of,
    type_lines,
    with_terminal,
)
from tests.test_import_hygiene import FULL_SCREEN, LOADED_BY_A_COMMAND, run

from unspasm import __version__
from unspasm.cli import doctor
from unspasm.clock import now
from unspasm.cues import Voice
from unspasm.domain.moment import Moment
from unspasm.journal import FILE, open_journal
from unspasm.paths import content_folder
from unspasm.words import read_words

ALL_WORDS = read_words(content_folder())
WORDS = ALL_WORDS.doctor
PARTS = (
    WORDS.program,
    WORDS.terminal,
    WORDS.sound,
    WORDS.clocks,
    WORDS.settings,
    WORDS.record,
    WORDS.content,
    WORDS.variables,
)
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such modes or scripts here")


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain terminal whose environment says nothing else."""
    for name in ("NO_COLOR", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)


def look(words: str) -> str:
    """A line that the person should read."""
    return WORDS.look.format(what=words)


def report(*options: str, code: int = 0) -> list[str]:
    """The lines of a report, which must say whether it found anything."""
    said = call("doctor", *options)
    assert (code, "") == (said.code, said.err)
    lines = [line.strip() for line in said.out.splitlines()]
    assert (WORDS.done_look if code else WORDS.done) == lines[-1]
    assert bool(code) is any(line.startswith(look("")) for line in lines)
    assert all(one.isprintable() for line in lines for one in line)
    return lines


def tree(folder: Path) -> object:
    """Everything that a command could have changed."""
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_mode, path.is_file() and path.read_bytes())
        for path in (folder, *folder.rglob("*"))
    }


# --- the report -----------------------------------------------------------------------------------


def test_the_parts_come_in_order_one_fact_a_line() -> None:
    said = call("doctor")
    lines = said.out.splitlines()

    assert list(PARTS) == [line for line in lines[:-1] if line and not line.startswith(" ")]
    assert len(lines) > 25
    assert all(line.startswith("  ") or not line or line in PARTS for line in lines[:-1])


def test_it_names_the_version_and_python() -> None:
    python = ".".join(map(str, sys.version_info[:3]))

    assert f"unspasm {__version__}, Python {python}, {sys.platform}." in report()


def test_where_nothing_is_kept_it_makes_nothing(home: Path) -> None:
    lines = report()

    assert f"Folder: {home}" in lines
    assert WORDS.nothing_kept in lines
    assert WORDS.can_write in lines
    assert not home.exists()


def test_it_loads_no_full_screen(home: Path) -> None:
    code, _, loaded = json.loads(run(LOADED_BY_A_COMMAND, "doctor", home=home))

    assert 0 == code
    assert not FULL_SCREEN & set(loaded)


def test_it_has_help() -> None:
    said = call("doctor", "--help")

    assert 0 == said.code
    assert "--sound" in said.out
    assert "doctor" in call("--help").out


@pytest.mark.parametrize("words", [["x"], ["--soun"], ["--sound=1"], ["--json"]])
def test_words_that_do_not_go_together_are_one_clear_line(words: list[str]) -> None:
    assert call("doctor", *words).complaint.startswith("unspasm")


def test_it_ends_in_a_process_of_its_own(home: Path) -> None:
    said = start("doctor", home=home)

    assert (0, "") == (said.code, said.err)
    assert "\x1b" not in said.out
    assert "\a" not in said.out
    assert not home.exists()


# --- the terminal ---------------------------------------------------------------------------------


def test_without_a_terminal_it_says_so() -> None:
    lines = report()

    for words in (WORDS.types_elsewhere, WORDS.prints_elsewhere, WORDS.face_home):
        assert words in lines
    assert not [line for line in lines if "letters wide" in line]


COLOURS: list[tuple[Mapping[str, str], str]] = [
    ({"TERM": "xterm-256color"}, WORDS.colours_256),
    ({"TERM": "xterm-kitty"}, WORDS.colours_256),
    ({"TERM": "xterm"}, WORDS.colours_16),
    ({"TERM": "xterm", "COLORTERM": "truecolor"}, WORDS.colours_all),
    ({"TERM": "xterm", "COLORTERM": " 24BIT "}, WORDS.colours_all),
    ({"TERM": "xterm", "COLORTERM": "yes"}, WORDS.colours_16),
    ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, WORDS.colours_off),
    ({"TERM": "xterm-256color", "NO_COLOR": ""}, WORDS.colours_256),
    ({"TERM": "dumb"}, WORDS.colours_none),
    ({"TERM": "dumb", "COLORTERM": "truecolor"}, WORDS.colours_none),
]


@pytest.mark.parametrize(("environment", "words"), COLOURS, ids=str)
def test_it_says_how_many_colours_and_who_says_so(
    monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], words: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert words in report()


@pytest.mark.parametrize(("term", "words"), [("dumb", "TERM is dumb."), ("", WORDS.term_none)])
def test_it_names_the_kind_of_terminal(
    monkeypatch: pytest.MonkeyPatch, term: str, words: str
) -> None:
    monkeypatch.setenv("TERM", term)
    lines = report()

    assert words in lines
    assert WORDS.note_none in lines
    assert WORDS.bell in lines


@pytest.mark.parametrize(("variable", "name"), [("TMUX", "tmux"), ("STY", "screen")])
def test_it_names_what_it_runs_inside(
    monkeypatch: pytest.MonkeyPatch, variable: str, name: str
) -> None:
    monkeypatch.setenv(variable, "something")
    lines = report()

    assert f"It runs inside {name}." in lines
    assert (name == "tmux") is (WORDS.note_tmux in lines)


@posix_only
@pytest.mark.parametrize(
    ("terminal", "environment", "face", "words"),
    [
        (True, {}, "run_full", WORDS.face_full),
        (True, {"UNSPASM_PLAIN": "0"}, "run_full", WORDS.face_full),
        (True, {"UNSPASM_PLAIN": "1"}, "run_plain", WORDS.face_plain_asked),
        (True, {"TERM": "dumb"}, "run_plain", WORDS.face_plain_term),
        (True, {"TERM": ""}, "run_plain", WORDS.face_plain_term),
        (False, {}, "print_home", WORDS.face_home),
        (False, {"TERM": "dumb", "UNSPASM_PLAIN": "1"}, "print_home", WORDS.face_home),
    ],
)
def test_the_face_it_names_is_the_one_that_starts(
    monkeypatch: pytest.MonkeyPatch,
    started: list[str],
    terminal: bool,  # noqa: FBT001 - a column of the table
    environment: dict[str, str],
    face: str,
    words: str,
) -> None:
    with_terminal(monkeypatch, there=terminal)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    call()

    assert [face] == started
    assert words == doctor._face(WORDS, has_terminal=terminal)


@posix_only
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, WORDS.face_full),
        ({"TERM": "dumb"}, WORDS.face_plain_term),
        ({"UNSPASM_PLAIN": "1"}, WORDS.face_plain_asked),
    ],
    ids=str,
)
def test_in_a_terminal_it_says_so_and_how_large_it_is(
    home: Path, environment: Mapping[str, str], words: str
) -> None:
    from tests.pty.terminal import Terminal  # noqa: PLC0415 - it needs what Windows lacks

    terminal = Terminal(home, "doctor", size=(120, 60), environment=environment, new=True)
    try:
        terminal.wait_for(WORDS.done)
        assert 0 == terminal.exit_code()
    finally:
        Terminal.close_all()

    lines = [line.strip() for line in terminal.text.splitlines()]
    size = WORDS.size.format(columns=120, rows=60)
    for one in (WORDS.types_into, WORDS.prints_to, size, words):
        assert one in lines
    assert b"\x1b" not in terminal.raw
    assert b"\a" not in terminal.raw
    assert not home.exists()


# --- sound ----------------------------------------------------------------------------------------


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A voice that keeps what it was told to say, and its exit code in a file."""
    program = tmp_path / "bin" / {"darwin": "say"}.get(sys.platform, "spd-say")
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\ncat >"$0.said"\nif [ -e "$0.fails" ]; then exit 3; fi\n', encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return program


def said_by(voice: Path) -> str:
    file = voice.with_name(f"{voice.name}.said")
    return file.read_text(encoding="utf-8") if file.exists() else ""


def test_it_says_that_there_is_no_voice_and_what_would_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    for options in ([], ["--sound"]):
        lines = report(*options)
        assert WORDS.voice_none in lines
        assert WORDS.second_alarm in lines


@posix_only
def test_it_names_the_voice_and_lets_it_rest(voice: Path) -> None:
    assert WORDS.voice.format(name=voice.name) in report()
    assert "" == said_by(voice)


@pytest.mark.parametrize(
    ("term", "code"), [("xterm", "OSC 9"), ("foot", "OSC 777"), ("xterm-kitty", "OSC 99")]
)
def test_it_names_the_way_of_notifications(
    monkeypatch: pytest.MonkeyPatch, term: str, code: str
) -> None:
    monkeypatch.setenv("TERM", term)

    assert WORDS.note.format(code=code) in report()


@posix_only
def test_with_sound_the_voice_has_spoken_when_it_ends(voice: Path) -> None:
    lines = report("--sound")

    assert f"{WORDS.try_words}\n" == said_by(voice)
    assert WORDS.try_voice.format(words=WORDS.try_words) in lines
    assert WORDS.try_bell_not in lines


@posix_only
def test_a_pipe_hears_no_bell(voice: Path) -> None:
    assert "\a" not in call("doctor", "--sound").out


@posix_only
def test_a_voice_that_fails_is_told(voice: Path) -> None:
    voice.with_name(f"{voice.name}.fails").touch()

    assert look(WORDS.try_voice_failed) in report("--sound", code=1)
    report()


@posix_only
def test_who_leaves_while_it_speaks_leaves_no_voice_behind(
    voice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def leave(self: Voice) -> bool:
        assert self._running
        started.append(self._running)
        raise KeyboardInterrupt

    voice.write_text("#!/bin/sh\nexec tail -f /dev/null\n", encoding="utf-8")
    monkeypatch.setattr(Voice, "finish", leave)

    assert 130 == call("doctor", "--sound").code
    (process,) = started
    assert -signal.SIGKILL == process.wait(PATIENCE / 3)


@posix_only
def test_in_a_terminal_the_bell_rings_and_nothing_is_asked(home: Path, voice: Path) -> None:
    from tests.pty.terminal import Terminal  # noqa: PLC0415 - it needs what Windows lacks

    terminal = Terminal(home, "doctor", "--sound", size=(120, 60))
    try:
        terminal.wait_for(WORDS.done)
        assert 0 == terminal.exit_code()
    finally:
        Terminal.close_all()

    assert 1 == terminal.raw.count(b"\a")
    assert WORDS.try_bell in terminal.text
    assert f"{WORDS.try_words}\n" == said_by(voice)


# --- clocks ---------------------------------------------------------------------------------------


def test_it_tells_the_time_and_the_offset_lived_in(monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 5, 3, 12, 10, 7, tzinfo=UTC)
    moment = Moment(at, timedelta(hours=2), awake=1.0, boot=93_784.9, boot_id="a-boot")
    monkeypatch.setattr("unspasm.clock.now", lambda: moment)
    monkeypatch.setattr(doctor, "_SLEEP_CLOCKS", {sys.platform: "CLOCK_OF_SLEEP"})
    lines = report()

    assert WORDS.wall.format(time="2026-05-03 14:10:07", offset="UTC+02:00") in lines
    assert WORDS.sleep_clock.format(name="CLOCK_OF_SLEEP", time="1 day, 2:03:04") in lines


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own")
def test_on_linux_it_names_the_clock_that_is_read() -> None:
    (line,) = [line for line in report() if "CLOCK_BOOTTIME" in line]
    told = line.removesuffix(".").rpartition(" ")[2]

    real = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert told[-5:] in {str(timedelta(seconds=int(real) - ago))[-5:] for ago in range(30)}


def test_where_no_clock_goes_on_during_sleep_it_says_what_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "_SLEEP_CLOCKS", {})

    assert WORDS.sleep_clock_none in report()


@pytest.mark.parametrize(("known", "words"), [("a-boot", WORDS.starts), ("", WORDS.starts_none)])
def test_it_says_whether_one_start_can_be_told_from_the_next(
    monkeypatch: pytest.MonkeyPatch, known: str, words: str
) -> None:
    monkeypatch.setattr("unspasm.clock.boot_id", lambda: known)

    assert words in report()


# --- the record -----------------------------------------------------------------------------------


@pytest.fixture
def kept(home: Path) -> Path:
    """A record with one check, its age and a check that is not finished."""
    assert 30 == call("check", "--answers", "-", "--record", typed=text_of(yes=["fever"])).code
    assert 1 == call("check", typed=type_lines("0")).code
    return home


def test_it_counts_what_is_kept_and_changes_nothing(kept: Path) -> None:
    before = tree(kept)
    lines = report()

    size = (kept / FILE).stat().st_size
    assert WORDS.file.format(size=size) in lines
    assert WORDS.can_write in lines
    assert WORDS.entries.format(count=2) in lines
    assert WORDS.unfinished.format(count=1) in lines
    assert WORDS.nothing_kept not in lines
    assert before == tree(kept)


def test_nothing_that_was_answered_is_in_the_report(kept: Path) -> None:
    said = call("doctor").out

    assert "fever" not in said.lower()
    assert "38" not in said.replace(str(kept), "").replace(__version__, "").split()


def test_it_works_beside_a_running_copy(kept: Path) -> None:
    journal = open_journal(kept, now())
    try:
        report()
    finally:
        journal.close()


@pytest.mark.parametrize("where", ["", "below", "below/below"])
def test_a_file_in_the_way_is_told(home: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    home.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("UNSPASM_HOME", str(home / where))
    lines = report(code=1)

    assert look(ALL_WORDS.journal.unavailable) in lines
    assert WORDS.can_write not in lines
    assert "in the way" == home.read_text(encoding="utf-8")


def test_a_read_only_folder_is_told_and_counted(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and real(path, mode))
    before = tree(kept)
    lines = report(code=1)

    assert look(ALL_WORDS.journal.read_only) in lines
    assert WORDS.entries.format(count=2) in lines
    assert WORDS.can_write not in lines
    assert before == tree(kept)


@posix_only
def test_a_folder_that_forbids_writing_is_told(kept: Path) -> None:
    if not os.geteuid():
        pytest.skip("root may write everywhere")
    kept.chmod(0o500)
    try:
        assert look(ALL_WORDS.journal.read_only) in report(code=1)
    finally:
        kept.chmod(0o700)


def cut(file: Path) -> str:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return WORDS.damaged


def broken_row(file: Path) -> str:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE entry SET body = replace(body, 'fever', 'favour')")
    raw.close()
    return ALL_WORDS.journal.rows


def newer(file: Path) -> str:
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    return ALL_WORDS.journal.newer


def a_letter(file: Path) -> str:
    file.write_text("a letter\x1b[31m", encoding="utf-8")
    return ALL_WORDS.journal.not_ours


def songs(file: Path) -> str:
    file.unlink()
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
    raw.close()
    return ALL_WORDS.journal.not_ours


def a_folder(file: Path) -> str:
    file.unlink()
    file.mkdir()
    return ALL_WORDS.journal.unavailable


@pytest.mark.parametrize("change", [cut, broken_row, newer, a_letter, songs, a_folder])
def test_trouble_with_the_record_is_told_and_nothing_is_mended(
    kept: Path, change: Callable[[Path], str]
) -> None:
    words = change(kept / FILE)
    before = tree(kept)

    assert look(words) in report(code=1)
    assert before == tree(kept)


def test_after_the_record_was_mended_it_is_told_until_a_full_check(kept: Path) -> None:
    cut(kept / FILE)
    call()

    assert look(ALL_WORDS.journal.salvaged) in report(code=1)
    call("check", "--plain", typed=type_lines("", *NO_SIGN))
    call("check", "--answers", "-", "--record", typed=text_of())
    report()


# --- content --------------------------------------------------------------------------------------


def test_it_names_the_content_in_use() -> None:
    lines = report()

    assert f"Folder: {ROOT / 'content' / 'en'}" in lines
    assert WORDS.content_fine in lines


def break_line(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_faults_of_the_content_are_counted(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))
    report()
    break_line(tree / "course.toml", "days_over = 7", 'days_over = "7"')
    told = call("content", "check", str(tree)).err
    assert "1 fault.\n" == told
    assert look(WORDS.content_fault.format(folder=tree)) in report(code=1)

    break_line(tree / "checklist.toml", 'locks = "all"', 'lock = "all"')
    count = len(call("content", "check", str(tree)).out.splitlines())
    assert count > 1
    assert look(WORDS.content_faults.format(count=count, folder=tree)) in report(code=1)

    (tree / "keys_screens.toml").unlink()
    assert look(WORDS.content_faults.format(count=count + 1, folder=tree)) in report(code=1)


def test_without_its_words_it_names_what_is_wrong_with_them(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))
    break_line(tree / "interface.toml", "[doctor]", "[doctors]")
    said = call("doctor")

    assert (1, "") == (said.code, said.out)
    (line,) = said.err.splitlines()
    assert str(tree / "interface.toml") in line
    assert "doctor" in line


def test_content_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_CONTENT", str(tmp_path / "nowhere"))
    said = call("doctor")

    assert (1, "") == (said.code, said.out)
    assert "nowhere" in said.err


# --- variables ------------------------------------------------------------------------------------


def test_its_variables_are_listed_in_order(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSPASM_PLAIN", "0")
    monkeypatch.setenv("UNSPASM_ANYTHING", "{else}")
    lines = report()
    first = lines.index(WORDS.variables) + 1

    assert [
        "UNSPASM_ANYTHING is {else}",
        f"UNSPASM_HOME is {home}",
        "UNSPASM_PLAIN is 0",
        "",
    ] == lines[first : first + 4]


def test_there_may_be_no_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNSPASM_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))

    assert WORDS.variable_none in report()


@posix_only
def test_what_a_variable_says_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSPASM_A\x1b[2J", "\x1b]0;x\x07\x9b31m\u202e\nnext")
    monkeypatch.setenv("TERM", "xterm\x1b[31m\n")
    monkeypatch.setenv("UNSPASM_B", os.fsdecode(b"\xff\xfe"))
    lines = report()

    assert "UNSPASM_A?[2J is ?]0;x??31m??next" in lines
    assert "UNSPASM_B is ??" in lines
    assert "TERM is xterm?[31m?." in lines


def test_a_long_value_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSPASM_LONG", "x" * 100_000)

    assert f"UNSPASM_LONG is {'x' * 200}..." in report()


@posix_only
def test_a_folder_with_a_name_that_steers_is_shown_harmlessly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_HOME", str(tmp_path / "a\x1b[31m\nb"))

    assert f"Folder: {tmp_path}/a?[31m?b" in report()
