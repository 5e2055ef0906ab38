"""`data`: where the record is, export, import, delete."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.running import NO_SIGN, call, start, type_lines

from unspasm.clock import now
from unspasm.domain.entries import Entry
from unspasm.domain.locks import Activity
from unspasm.journal import FILE, Journal, open_journal
from unspasm.journeys.door import open_house
from unspasm.paths import content_folder

EVERYTHING = frozenset(Activity)
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such permissions here")


def emergency() -> None:
    """Keep a check that closes everything."""
    assert call("check", "--plain", typed=type_lines("1")).code == 40


def closed_in(folder: Path) -> frozenset[Activity]:
    house = open_house(content_folder(), folder)
    try:
        return house.status().closed
    finally:
        house.close()


def entries_in(folder: Path) -> list[Entry]:
    journal = open_journal(folder, now())
    try:
        return sorted(journal.for_care(), key=lambda entry: entry.id)
    finally:
        journal.close()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The home of another machine."""
    return tmp_path / "other"


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """An export of a record that closes everything."""
    emergency()
    file = tmp_path / "export.jsonl"
    assert call("data", "export", "-o", str(file)).code == 0
    return file


@pytest.fixture
def running(home: Path) -> Iterator[Journal]:
    """Another copy of unspasm that is running."""
    journal = open_journal(home, now())
    yield journal
    journal.close()


# --- where ----------------------------------------------------------------------------------------


def test_where_says_that_nothing_is_kept_and_makes_nothing(home: Path) -> None:
    said = call("data", "where")

    assert said.code == 1
    assert str(home) in said.out
    assert not home.exists()


def test_where_names_the_file_and_its_size(home: Path) -> None:
    emergency()
    said = call("data", "where")

    assert said.code == 0
    size = (home / FILE).stat().st_size
    assert f"{home / FILE}  {size} bytes" in said.out.splitlines()


# --- export ---------------------------------------------------------------------------------------


def test_an_export_is_one_object_a_line() -> None:
    emergency()
    said = call("data", "export")

    assert (said.code, said.err) == (0, "")
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert lines[0]["unspasm"] == "journal"
    assert [line["kind"] for line in lines[1:]] == ["check"]


def test_an_export_to_a_file_says_what_it_holds(exported: Path) -> None:
    file = exported.with_name("again.jsonl")
    said = call("data", "export", "--output", str(file))

    assert "health data" in said.out
    assert str(file) in said.out
    assert file.read_text(encoding="utf-8") == exported.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8") == call("data", "export", "-o", "-").out


@posix_only
def test_an_exported_file_is_for_its_owner_alone(exported: Path) -> None:
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600


def test_an_export_overwrites_nothing(exported: Path) -> None:
    before = exported.read_bytes()

    assert "is there already" in call("data", "export", "-o", str(exported)).complaint
    assert exported.read_bytes() == before


@posix_only
def test_an_export_follows_no_link(tmp_path: Path, exported: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")

    assert call("data", "export", "-o", str(link)).complaint
    assert not (tmp_path / "elsewhere").exists()


def test_an_export_into_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    emergency()
    name = str(tmp_path / "nowhere" / "x")

    assert name in call("data", "export", "-o", name).complaint


def test_damaged_entries_are_left_out_and_told(home: Path) -> None:
    emergency()
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("UPDATE entry SET body = replace(body, 'legs', 'arms')")
    raw.close()
    said = call("data", "export")

    assert len(said.out.splitlines()) == 1
    assert "damaged" in said.err


# --- import ---------------------------------------------------------------------------------------


def test_an_import_brings_the_locks_over(
    exported: Path, home: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_HOME", str(other))
    assert not closed_in(other)
    said = call("data", "import", str(exported))

    assert (said.code, said.err) == (0, "")
    assert said.out == "1 new entries, 0 known already.\n"
    assert closed_in(other) == EVERYTHING
    assert entries_in(other) == entries_in(home)
    assert "get help now" in call().out


def test_an_import_may_be_repeated(
    exported: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_HOME", str(other))
    call("data", "import", str(exported))
    before = entries_in(other)

    assert call("data", "import", str(exported)).out == "0 new entries, 1 known already.\n"
    assert entries_in(other) == before


def test_ones_own_export_is_known_already(exported: Path) -> None:
    assert call("data", "import", str(exported)).out == "0 new entries, 1 known already.\n"


def test_a_pipe_from_one_home_to_another_carries_everything(
    exported: Path, home: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = call("data", "export").out
    monkeypatch.setenv("UNSPASM_HOME", str(other))
    said = call("data", "import", "-", typed=out)

    assert said.code == 0
    assert entries_in(other) == entries_in(home)


def test_what_was_seen_elsewhere_opens_here_after_an_import(
    exported: Path, home: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_HOME", str(other))
    call("data", "import", str(exported))
    assert call("--plain", typed=type_lines("2", "1", "1", "", "q")).code == 0
    back = tmp_path / "back.jsonl"
    call("data", "export", "-o", str(back))
    monkeypatch.setenv("UNSPASM_HOME", str(home))
    assert closed_in(home) == EVERYTHING
    call("data", "import", str(back))

    assert not closed_in(home)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda text: text[:0], "line 1"),
        (lambda text: "rubbish\n" + text, "line 1"),
        (lambda text: text[:-20], "line 2"),
        (lambda text: text + "{}\n", "line 3"),
        (lambda text: text.replace('"saddle"', '"fever"'), "line 2"),
        (lambda text: text.replace('"version": 1', '"version": 99', 1), "newer"),
        (lambda text: text + "\n", "line 3"),
    ],
    ids=["empty", "rubbish", "cut short", "a line too many", "changed", "newer", "a blank line"],
)
def test_an_import_is_refused_whole(
    exported: Path,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[str], str],
    named: str,
) -> None:
    exported.write_text(change(exported.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setenv("UNSPASM_HOME", str(other))
    complaint = call("data", "import", str(exported)).complaint

    assert named in complaint
    assert "Nothing was imported" in complaint
    assert not entries_in(other)


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\x00\x01", b"\x1b[31m\n"])
def test_bytes_that_are_no_export_are_one_clear_line(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(raw)

    assert "Nothing was imported" in call("data", "import", str(file)).complaint
    assert "Nothing was imported" in call("data", "import", "-", typed=raw).complaint


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere")

    assert name in call("data", "import", name).complaint
    assert str(tmp_path) in call("data", "import", str(tmp_path)).complaint


# --- delete ---------------------------------------------------------------------------------------


def test_there_may_be_nothing_to_delete(home: Path) -> None:
    said = call("data", "delete", "--yes")

    assert said.code == 1
    assert "nothing to delete" in said.out
    assert not home.exists()


@pytest.mark.parametrize("typed", ["", "\n", "no\n", "yes\n", "y\n", "DELETE\n", "delete it\n"])
def test_delete_wants_a_clear_yes(home: Path, typed: str) -> None:
    emergency()
    before = entries_in(home)
    said = call("data", "delete", typed=typed)

    assert said.code == 1
    assert "Nothing was deleted." in said.out
    assert entries_in(home) == before


def test_delete_says_what_goes_and_what_it_cannot_reach(home: Path) -> None:
    emergency()
    said = call("data", "delete", typed="delete\n")

    assert (said.code, said.err) == (0, "")
    assert str(home / FILE) in said.out
    assert "locks included" in said.out
    for beyond in ("backups", "exported", "history"):
        assert beyond in said.out
    assert not home.exists()


@pytest.mark.parametrize("kept", [True, False])
def test_delete_says_first_what_stays_and_how_to_be_rid_of_it(home: Path, *, kept: bool) -> None:
    if kept:
        emergency()
    (home / "routines").mkdir(parents=True, exist_ok=True)
    (home / "settings.toml").write_text('theme = "dark"\n', encoding="utf-8")
    said = call("data", "delete", typed="no\n")

    end = "Type delete to go on" if kept else "\0"
    before = said.out.partition(end)[0].splitlines()
    at = before.index("This stays. To be rid of it too, delete it yourself:")
    stays = [
        f"  {home / 'settings.toml'}  settings, with any number in them",
        f"  {home / 'routines'}  your own routines",
    ]
    assert stays == before[at + 1 : at + 3]
    assert {line.strip() for line in stays} <= set(call("data", "where").out.splitlines())


def test_delete_need_not_ask(home: Path) -> None:
    emergency()

    assert call("data", "delete", "--yes").code == 0
    assert not home.exists()
    assert "Nothing checked yet" in call().out


def test_delete_leaves_what_is_not_its_own(home: Path) -> None:
    emergency()
    (home / "letter.txt").write_text("mine", encoding="utf-8")
    call("data", "delete", "--yes")

    assert [path.name for path in home.iterdir()] == ["letter.txt"]


def test_delete_is_refused_while_another_copy_runs(home: Path, running: Journal) -> None:
    said = call("data", "delete", "--yes")

    assert said.code == 3
    assert "another unspasm is running" in said.err
    assert (home / FILE).exists()


def test_delete_refuses_a_file_of_another_program(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text("not a journal", encoding="utf-8")
    said = call("data", "delete", "--yes")

    assert said.code == 2
    assert (home / FILE).read_text(encoding="utf-8") == "not a journal"


# --- the rest -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [[], ["show"], ["import"], ["export", "-o"], ["delete", "--no"], ["where", "x"]]
)
def test_words_that_do_not_go_together_are_one_clear_line(words: list[str]) -> None:
    assert call("data", *words).complaint.startswith("unspasm")


@pytest.mark.parametrize("action", [["export"], ["import", "-"]])
def test_a_record_that_cannot_be_opened_is_one_clear_line(home: Path, action: list[str]) -> None:
    home.mkdir()
    (home / FILE).write_text("not a journal", encoding="utf-8")

    assert "belongs to another program" in call("data", *action).complaint


@posix_only
def test_the_record_is_for_its_owner_alone(home: Path) -> None:
    emergency()
    call("check", "--plain", typed=type_lines(*NO_SIGN))

    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()} == {0o600}


def test_an_export_is_utf8_whatever_the_terminal_speaks(
    exported: Path, home: Path, other: Path
) -> None:
    said = start("data", "export", home=home, PYTHONIOENCODING="ascii")

    assert said.code == 0
    assert said.out == exported.read_text(encoding="utf-8")
    done = start(
        "data", "import", "-", home=other, typed=said.out.encode(), PYTHONIOENCODING="ascii"
    )
    assert done.code == 0
    assert entries_in(other) == entries_in(home)
