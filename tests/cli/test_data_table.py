"""`data undo`, and `data export --csv`: the record as a table."""

import csv
import json
import os
import sqlite3
import stat
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.running import CONTENT, call, start, type_lines
from tests.cli.test_log_command import logs_in, public
from tests.cli.test_report_command import keep
from tests.journal.strangers import as_a_stranger
from tests.journeys.houses import FakeClock, house_at

from unspasm.clock import now
from unspasm.domain.course_entries import CourseReached
from unspasm.domain.entries import EpisodeOver, NothingNew
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.journal import FILE
from unspasm.journeys.door import open_house
from unspasm.journeys.log import LogJourney
from unspasm.words import read_words

__all__ = ["public"]
WORDS = read_words(CONTENT)
LOG = WORDS.log
HEADING = ["when", "kind", "pain", "note", "id", "about", "rest"]
Line = dict[str, str]
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such permissions here")


def table(text: str) -> list[Line]:
    """The lines of a table under its heading, as a spreadsheet reads them."""
    heading, *lines = csv.reader(StringIO(text), strict=True)
    assert heading == HEADING
    return [dict(zip(heading, line, strict=True)) for line in lines]


def exported() -> list[Line]:
    said = call("data", "export", "--csv")
    assert (said.code, said.err) == (0, "")
    return table(said.out)


def only_line() -> Line:
    [line] = exported()
    return line


# --- undo -----------------------------------------------------------------------------------------


def test_undo_asks_and_takes_the_last_log_out(home: Path) -> None:
    call("log", "3", "first")
    call("log", "8", "second")
    said = call("data", "undo", typed="y\n")

    assert (said.code, said.err) == (0, "")
    assert "Pain 8 of 10, today at " in said.out
    assert LOG.undone in said.out
    assert [PainLog(3, note="first")] == logs_in(home)
    assert "Pain 3 of 10 today." in call().out


def test_undo_need_not_ask_and_goes_back_log_by_log(home: Path) -> None:
    call("log", "3")
    call("log", "8")

    assert [f"{LOG.undone}\n"] * 2 == [call("data", "undo", "--yes").out for _ in range(2)]
    said = call("data", "undo", "--yes")
    assert (said.code, said.out) == (1, f"{LOG.undo_nothing}\n")
    assert [] == logs_in(home)


@pytest.mark.parametrize("typed", ["", "\n", "n\n", "yes\n", "undo\n", "yy\n", "\x1b\n"])
def test_undo_wants_a_clear_yes(home: Path, typed: str) -> None:
    call("log", "8")
    said = call("data", "undo", typed=typed)

    assert said.code == 1
    assert LOG.undone not in said.out
    assert [PainLog(8)] == logs_in(home)


def test_a_large_letter_is_a_yes_too(home: Path) -> None:
    call("log", "8")

    assert call("data", "undo", typed=" Y \n").code == 0
    assert [] == logs_in(home)


def test_without_a_record_there_is_nothing_to_undo() -> None:
    said = call("data", "undo", "--yes")

    assert (said.code, said.out, said.err) == (1, f"{LOG.undo_nothing}\n", "")


def test_undo_takes_out_logs_alone(home: Path) -> None:
    call("log", "5", "--at", "8d")
    keep(home, EpisodeOver(), NothingNew())
    assert call("data", "undo", "--yes").code == 0
    assert call("data", "undo", "--yes").code == 1

    house = open_house(CONTENT, home)
    try:
        kinds = {type(one.body) for one in house.everything_told()}
    finally:
        house.close()
    assert {EpisodeOver, NothingNew, CourseReached} <= kinds


def test_what_was_taken_out_is_hidden_and_not_erased(home: Path) -> None:
    call("log", "8", "a slip")
    call("data", "undo", "--yes")

    lines = [json.loads(line) for line in call("data", "export").out.splitlines()]
    assert ["pain-log", "retracted"] == [line["kind"] for line in lines[1:]]
    assert lines[1]["id"] == lines[2]["target"]
    [slip, hides] = exported()
    assert (slip["note"], hides["about"]) == ("a slip", slip["id"])


def test_a_record_of_another_program_is_said_and_left_alone(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text("not a journal", encoding="utf-8")
    said = call("data", "undo", "--yes")

    assert said.code == 1
    assert WORDS.journal.not_ours in said.err
    assert (home / FILE).read_text(encoding="utf-8") == "not a journal"


def undo_here() -> object:
    said = call("data", "undo", "--yes")
    return [said.code, said.out, said.err]


@posix_only
def test_what_may_not_be_written_is_not_undone(public: Path) -> None:
    said = as_a_stranger(undo_here)

    assert isinstance(said, list)
    assert [1, ""] == said[:2]
    assert WORDS.journal.read_only in said[2]
    assert WORDS.card.nothing_kept in said[2]
    public.chmod(0o700)
    assert [PainLog(7)] == logs_in(public)


# --- the table ------------------------------------------------------------------------------------


def test_an_empty_record_is_a_heading() -> None:
    assert [] == exported()


def test_a_log_is_one_line(home: Path) -> None:
    keep(home, PainLog(6, Feel.WORSE, helped=frozenset({Helped.HEAT}), note="after gardening"))
    line = only_line()

    assert ("pain-log", "6", "after gardening", "") == (
        line["kind"], line["pain"], line["note"], line["about"],
    )  # fmt: skip
    assert {"feel": "worse", "helped": ["heat"]} == json.loads(line["rest"])
    assert len(line["id"]) == 36


def test_no_pain_is_a_0_and_not_an_empty_cell(home: Path) -> None:
    keep(home, PainLog(0))

    assert "0" == only_line()["pain"]


def test_every_kind_of_entry_has_its_line(home: Path) -> None:
    assert call("check", "--plain", typed=type_lines("1")).code == 40
    keep(home, PainLog(6), EpisodeOver(), NothingNew())

    assert {"check", "pain-log", "episode-over", "nothing-new"} == {
        line["kind"] for line in exported()
    }


def test_times_are_those_that_were_lived(home: Path) -> None:
    clock = FakeClock()
    house = house_at(home, clock)
    run = LogJourney(house)
    run.say_pain(6)
    run.keep()
    house.close()

    assert "2026-11-21 15:02" == only_line()["when"]
    assert "14:02" in call("data", "export").out


@pytest.mark.parametrize(
    "note",
    ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "=cmd|' /C x'!A"],
)
def test_no_cell_is_something_to_work_out(home: Path, note: str) -> None:
    keep(home, PainLog(6, note=note))
    line = only_line()

    assert line["note"].startswith("'")
    assert note.strip("\t\r") in line["note"]
    for cell in line.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


@pytest.mark.parametrize(
    "note",
    [
        '"quoted", and; so on',
        "two\nlines",
        "a,b",
        "it's",
        "\u05e9\u05dc\u05d5\u05dd \U0001f9bd",
        "'",
    ],
)
def test_a_note_comes_back_from_a_spreadsheet_as_it_was(home: Path, note: str) -> None:
    keep(home, PainLog(6, note=note))

    assert note == only_line()["note"]


def test_a_note_of_100_kb_is_one_cell(home: Path) -> None:
    note = 'line, "of" a note\n' * 6_000
    keep(home, PainLog(6, note=note))

    assert note == only_line()["note"]


def test_nothing_in_it_steers_a_terminal(home: Path, tmp_path: Path) -> None:
    keep(home, PainLog(6, note="\x1b[2J\x07a\x00b\x9bc\x7f\rd\r\ne", activities={"\x1b[31m": 3}))
    said = call("data", "export", "--csv")

    assert said.code == 0
    [line] = table(said.out)
    assert "?[2J?a?b?c??d\ne" == line["note"]
    assert all(one.isprintable() or one == "\n" for one in said.out)


@posix_only
def test_bytes_that_are_no_text_stop_neither_screen_nor_file(home: Path, tmp_path: Path) -> None:
    keep(home, PainLog(6, note="caf\udce9"))
    file = tmp_path / "table.csv"
    said = call("data", "export", "--csv", "-o", str(file))

    assert (said.code, said.err) == (0, "")
    assert ["caf?"] == [line["note"] for line in table(file.read_text(encoding="utf-8"))]
    shown = start("data", "export", "--csv", home=home, PYTHONIOENCODING="ascii")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == file.read_text(encoding="utf-8")


def test_a_damaged_row_is_left_out_and_told(home: Path) -> None:
    keep(home, PainLog(6, note="whole"), PainLog(7, note="broken"), PainLog(8, note="garbled"))
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("UPDATE entry SET body = replace(body, 'broken', 'brokem')")
        raw.execute("UPDATE entry SET body = '{' WHERE instr(body, 'garbled')")
    raw.close()
    said = call("data", "export", "--csv")

    assert said.code == 0
    assert ["whole"] == [line["note"] for line in table(said.out)]
    assert WORDS.journal.rows in said.err


@pytest.mark.parametrize(
    "body",
    ["", "[]", "1", "null", '"x"', "{}", '{"utc_offset": "x"}', '{"utc_offset": 1e300}',
     '{"utc_offset": NaN}', "[" * 5000, '{"utc_offset": 0, "note": 5}'],
)  # fmt: skip
def test_whatever_a_damaged_row_holds_the_others_are_written(home: Path, body: str) -> None:
    keep(home, PainLog(6, note="whole"), PainLog(7, note="broken"))
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("UPDATE entry SET body = ? WHERE instr(body, 'broken')", (body,))
    raw.close()
    said = call("data", "export", "--csv")

    assert said.code == 0
    assert ["whole"] == [line["note"] for line in table(said.out)]


@pytest.mark.parametrize("at", ["", "yesterday", "0001-01-01T00:00:00.000000+00:00"])
def test_a_damaged_time_stops_nothing(home: Path, at: str) -> None:
    keep(home, PainLog(6))
    with sqlite3.connect(home / FILE) as raw:
        raw.execute("UPDATE entry SET at = ?", (at,))
    raw.close()
    said = call("data", "export", "--csv")

    assert (said.code, table(said.out)) == (0, [])


@posix_only
def test_a_table_in_a_file_is_for_its_owner_alone_and_overwrites_nothing(
    home: Path, tmp_path: Path
) -> None:
    keep(home, PainLog(6))
    file = tmp_path / "table.csv"
    said = call("data", "export", "--csv", "-o", str(file))

    assert "health data" in said.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_text(encoding="utf-8")
    assert before == call("data", "export", "--csv").out
    assert "is there already" in call("data", "export", "--csv", "-o", str(file)).complaint
    assert before == file.read_text(encoding="utf-8")


def test_a_table_cannot_be_imported_and_says_so(home: Path, tmp_path: Path) -> None:
    keep(home, PainLog(6))
    out = call("data", "export", "--csv").out

    assert "Nothing was imported" in call("data", "import", "-", typed=out).complaint
    assert [6] == [log.pain for log in logs_in(home)]


def test_the_day_of_the_table_is_today(home: Path) -> None:
    call("log", "6")

    assert only_line()["when"].startswith(now().day.isoformat())
