"""Which face starts, and what it does without a terminal or without a usable record."""

import os
import shlex
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import NO_SIGN, call, start, type_lines, with_terminal

from unspasm.clock import now
from unspasm.domain.entries import Check
from unspasm.journal import FILE, open_journal
from unspasm.paths import content_folder
from unspasm.words import read_words

WORDS = read_words(content_folder())
SAME_DAY = ("6", *NO_SIGN[1:])


def checks_in(folder: Path) -> list[object]:
    journal = open_journal(folder, now())
    try:
        return [entry.body for entry in journal.for_care() if isinstance(entry.body, Check)]
    finally:
        journal.close()


# --- without a terminal ---------------------------------------------------------------------------


def test_without_a_terminal_home_is_printed() -> None:
    said = call()

    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    for words in (WORDS.app.name, WORDS.app.purpose, WORDS.app.limits, WORDS.home.nothing_yet):
        assert words in lines
    assert [f"  {one}" for one in WORDS.home.commands] == lines[-len(WORDS.home.commands) :]
    assert all(one.isprintable() for line in lines for one in line)


def test_without_a_terminal_home_waits_for_nobody(home: Path) -> None:
    said = start(home=home, typed=b"1\n0\n")

    assert (said.code, said.err) == (0, "")
    assert WORDS.home.nothing_yet in said.out
    assert "\x1b" not in said.out
    assert WORDS.plain.prompt not in said.out.splitlines()


def test_every_command_that_home_names_is_one() -> None:
    for line in WORDS.home.commands:
        words = shlex.split(line.split("  ")[0])[1:]
        real = [word if word != "FILE" else "-" for word in words]
        typed = '{"age": 38, "days": 1, "pain": 5, "yes": []}'

        assert call(*real, typed=typed).code in {0, 1}, line


def test_without_a_terminal_a_check_reads_lines(home: Path) -> None:
    said = start("check", home=home, typed=type_lines(*NO_SIGN).encode())

    assert (said.code, said.err) == (0, "")
    assert "SELF-CARE. " in said.out
    assert "\x1b" not in said.out
    assert "\r" not in said.out


@pytest.mark.parametrize(("lines", "code"), [(NO_SIGN, 0), (("1",), 40), (SAME_DAY, 30)])
def test_the_exit_code_of_a_check_is_its_urgency(lines: tuple[str, ...], code: int) -> None:
    assert call("check", typed=type_lines(*lines)).code == code
    assert call("check", "--plain", "--guest", typed=type_lines(*lines)).code == code


@pytest.mark.parametrize("typed", ["", "0\n", "0\n0\n", type_lines(*NO_SIGN[:-1]), "3?", "6?\n"])
def test_a_check_whose_input_ends_is_not_finished(typed: str, home: Path) -> None:
    said = call("check", typed=typed)

    assert said.code == 1
    assert said.out.splitlines()[-1] == WORDS.plain.end_of_input
    assert not checks_in(home)


def test_a_check_that_is_left_is_not_finished() -> None:
    said = call("check", typed="0\nq\n")

    assert said.code == 1
    assert said.out.splitlines()[-1].endswith(WORDS.plain.left)


def test_a_check_for_somebody_else_makes_nothing(home: Path) -> None:
    said = call("check", "--guest", typed=type_lines(*SAME_DAY))

    assert said.code == 30
    assert WORDS.check.guest_note in said.out
    assert not home.exists()


# --- the plain app --------------------------------------------------------------------------------


def test_the_plain_app_ends_with_its_input() -> None:
    said = call("--plain")

    assert said.code == 0
    assert said.out.splitlines()[-1] == WORDS.plain.bye


def test_the_plain_app_is_not_done_if_a_check_was_cut_off(home: Path) -> None:
    said = call("--plain", typed=type_lines("2", "0", "6?"))

    assert said.code == 1
    assert said.out.splitlines()[-1] == WORDS.plain.end_of_input
    assert WORDS.plain.bye not in said.out
    assert not checks_in(home)


def test_the_plain_app_is_done_after_a_whole_check(home: Path) -> None:
    assert call("--plain", typed=type_lines("2", *NO_SIGN, "q")).code == 0
    assert call("--plain", typed=type_lines("!", "1")).code == 0
    assert len(checks_in(home)) == 2


def test_what_is_no_text_is_no_answer(home: Path) -> None:
    typed = b"\xff\xfe\n\xc3\n0\n\x80?\nq\n"
    inside = call("check", "--plain", typed=typed)
    alone = start("check", home=home, typed=typed, PYTHONIOENCODING="utf-8:strict")

    for said in (inside, alone):
        assert said.code == 1
        assert said.err == ""
        assert said.out.count(WORDS.plain.letters) == 3


def test_a_terminal_that_speaks_little_is_no_reason_to_stop(home: Path) -> None:
    typed = type_lines("a", "3", "Côte d'Ivoire", "", "日本", "q").encode()
    said = start("--plain", home=home, typed=typed, PYTHONIOENCODING="ascii")

    assert (said.code, said.err) == (0, "")


# --- which face -----------------------------------------------------------------------------------


PLAIN_BY_REQUEST = {"UNSPASM_PLAIN": "1"}


@pytest.mark.parametrize(
    ("words", "terminal", "environment", "face"),
    [
        ([], True, {}, "run_full"),
        ([], False, {}, "print_home"),
        ([], True, {"TERM": "dumb"}, "run_plain"),
        ([], True, {"TERM": ""}, "run_plain"),
        ([], False, {"TERM": "dumb"}, "print_home"),
        ([], True, PLAIN_BY_REQUEST, "run_plain"),
        ([], True, {"UNSPASM_PLAIN": "0"}, "run_full"),
        ([], True, {"UNSPASM_PLAIN": ""}, "run_full"),
        (["--plain"], True, {}, "run_plain"),
        (["--plain"], False, {}, "run_plain"),
        (["check"], True, {}, "check_full"),
        (["check"], False, {}, "check_plain"),
        (["check"], True, {"TERM": "dumb"}, "check_plain"),
        (["check"], True, PLAIN_BY_REQUEST, "check_plain"),
        (["check", "--plain"], True, {}, "check_plain"),
        (["--plain", "check"], True, {}, "check_plain"),
        (["--plain", "check", "--guest"], True, {}, "check_plain"),
        (["check", "--guest"], True, {}, "check_full"),
        (["cold"], True, {}, "pack_full"),
        (["heat", "--minutes", "20"], True, {}, "pack_full"),
        (["cold"], False, {}, "pack_plain"),
        (["heat"], True, {"TERM": "dumb"}, "pack_plain"),
        (["heat"], True, PLAIN_BY_REQUEST, "pack_plain"),
        (["cold", "--plain"], True, {}, "pack_plain"),
        (["--plain", "heat", "--minutes", "5"], True, {}, "pack_plain"),
        (["stretch", "ease"], True, {}, "stretch_full"),
        (["now"], False, {}, "stretch_plain"),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list | dict) else str(value),
)
@pytest.mark.skipif(os.name != "posix", reason="TERM means nothing here")
def test_the_face_fits_the_terminal(
    started: list[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    terminal: bool,  # noqa: FBT001 - a column of the table
    environment: dict[str, str],
    face: str,
) -> None:
    with_terminal(monkeypatch, there=terminal)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert call(*words).code == 0
    assert started == [face]


# --- a record that cannot be used -----------------------------------------------------------------


def another_programs_text(home: Path) -> str:
    (home / FILE).write_text("a letter", encoding="utf-8")
    return WORDS.journal.not_ours


def another_programs_database(home: Path) -> str:
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
    raw.close()
    return WORDS.journal.not_ours


def a_newer_record(home: Path) -> str:
    open_journal(home, now()).close()
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    return WORDS.journal.newer


def a_folder(home: Path) -> str:
    (home / FILE).mkdir()
    return WORDS.journal.unavailable


def state_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b"a folder"


@pytest.mark.parametrize(
    "make", [another_programs_text, another_programs_database, a_newer_record, a_folder]
)
def test_with_an_unusable_record_everything_works_and_says_that_nothing_is_kept(
    home: Path, make: Callable[[Path], str]
) -> None:
    home.mkdir(mode=0o700)
    words = make(home)
    before = state_of(home / FILE)

    shown = call()
    assert (shown.code, shown.err) == (0, "")
    assert words in shown.out.splitlines()
    checked = call("check", typed=type_lines(*SAME_DAY))
    assert checked.code == 30
    assert "TODAY. " in checked.out
    assert words in checked.out.splitlines()
    left = call("check", typed=type_lines("6", "q"))
    assert left.code == 1
    assert WORDS.plain.left not in left.out
    used = call("--plain", typed=type_lines("2", "1", "1", "", "q"))
    assert used.code == 0
    assert WORDS.card.nothing_kept in used.out
    assert WORDS.plain.bye not in used.out
    assert state_of(home / FILE) == before


def test_a_home_that_is_a_file_stops_nothing(home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")

    assert WORDS.journal.unavailable in call().out.splitlines()
    assert call("check", typed=type_lines("1")).code == 40
    assert home.read_text(encoding="utf-8") == "in the way"


def test_after_a_check_home_shows_it(home: Path) -> None:
    call("check", typed=type_lines("1"))
    said = start(home=home)

    assert said.code == 0
    assert "get help now" in said.out


def test_the_house_is_closed_again(home: Path) -> None:
    call()

    assert (
        sorted(path.name for path in home.iterdir() if path.name.endswith(("-wal", "-shm"))) == []
    )
    assert sys.stdout is not None
