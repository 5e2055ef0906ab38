"""`log`: one entry, from a shell."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from tests.cli.running import CONTENT, call, start
from tests.cli.test_report_command import keep
from tests.journal.strangers import as_a_stranger, let_be_read

from unspasm.clock import now
from unspasm.domain.entries import Entry
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.journal import FILE
from unspasm.journeys.door import open_house
from unspasm.words import read_words

WORDS = read_words(CONTENT)
NOTHING_KEPT = WORDS.card.nothing_kept
STRANGE = (
    "[bold]x[/] \x1b[31mred\x07 \u202e\u05e9\u05dc\u05d5\u05dd {x} %s"
    " \U0001f469\u200d\U0001f9bd 'one' two\nthree"
)
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such permissions here")


def entries_in(home: Path) -> Iterator[Entry]:
    """Every log that is kept, oldest first."""
    house = open_house(CONTENT, home)
    try:
        found = house.progress_entries()
    finally:
        house.close()
    yield from sorted((one for one in found if isinstance(one.body, PainLog)), key=lambda e: e.at)


def logs_in(home: Path) -> list[PainLog]:
    return [one.body for one in entries_in(home) if isinstance(one.body, PainLog)]


def only_log(home: Path) -> PainLog:
    [log] = logs_in(home)
    return log


# --- good -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pain", [0, 4, 10])
def test_a_number_is_enough_and_it_ends_with_the_signs_of_the_nerves(home: Path, pain: int) -> None:
    said = call("log", str(pain))

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [f"Kept: pain {pain} of 10, now.", WORDS.log.nerves_shell]
    assert PainLog(pain) == only_log(home)


def test_a_note_goes_with_it(home: Path) -> None:
    assert call("log", "4", "after gardening").code == 0

    assert PainLog(4, note="after gardening") == only_log(home)


@pytest.mark.parametrize("feel", list(Feel))
def test_so_does_how_it_is_against_the_last_time(home: Path, feel: Feel) -> None:
    assert call("log", "4", f"--{feel.value}").code == 0

    assert PainLog(4, feel) == only_log(home)


def test_home_then_says_how_it_stands() -> None:
    call("log", "4")

    assert "Pain 4 of 10 today." in call().out


@pytest.mark.parametrize(
    "note", [STRANGE, "x" * 100_000, "\U0001f9bd" * 25_000], ids=["strange", "100 kB", "emoji"]
)
def test_whatever_the_note_it_is_kept_as_typed_and_steers_nothing(home: Path, note: str) -> None:
    said = call("log", "4", note)

    assert (said.code, said.err) == (0, "")
    assert all(one.isprintable() for line in said.out.splitlines() for one in line)
    assert note == only_log(home).note
    assert note[:50] not in said.out


@posix_only
def test_bytes_that_are_no_text_are_kept_as_well(home: Path) -> None:
    said = start("log", "4", "\udcff caf\udce9", home=home)

    assert (said.code, said.err) == (0, "")
    assert "\udcff caf\udce9" == only_log(home).note


# --- when -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ago"), [("0m", timedelta(0)), ("3h", timedelta(hours=3)), ("2d", timedelta(days=2))]
)
def test_it_may_have_been_earlier(home: Path, text: str, ago: timedelta) -> None:
    said = call("log", "4", "--at", text)
    [entry] = entries_in(home)

    assert (said.code, said.err) == (0, "")
    assert isinstance(entry.body, PainLog)
    assert entry.body.felt_at is not None
    assert timedelta(0) <= entry.at - ago - entry.body.felt_at < timedelta(seconds=30)
    assert "Kept: pain 4 of 10, " in said.out
    assert ", now." not in said.out


def test_a_day_and_a_time_are_told_again(home: Path) -> None:
    day = now().day - timedelta(days=3)
    said = call("log", "4", "--at", f"{day.isoformat()} 14:30")

    assert f"{day.day} {WORDS.calendar.months[day.month - 1]}" in said.out
    assert "14:30" in said.out
    [entry] = entries_in(home)
    assert isinstance(entry.body, PainLog)
    assert entry.body.felt_at is not None
    felt = entry.body.felt_at + entry.utc_offset
    assert f"{day.isoformat()} 14:30" == f"{felt:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    "text", ["soon", "2999-01-01", "2026-02-30", "25:00", "99999d", "4000d", "[b]", "\x1b[31m"]
)
def test_a_time_that_means_none_or_lies_ahead_is_one_clear_line(home: Path, text: str) -> None:
    complaint = call("log", "4", "--at", text).complaint

    assert complaint.startswith("unspasm log: ")
    assert [] == logs_in(home)


def test_tomorrow_has_not_been_felt(home: Path) -> None:
    tomorrow = now().day + timedelta(days=1)

    assert tomorrow.isoformat() in call("log", "4", "--at", tomorrow.isoformat()).complaint
    assert [] == logs_in(home)


# --- bad ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "11", "-1", "100", "4.5", "four", "", " 4", "4 ", "+4", "0x4", "0011", "00099", "1e1",
        "9" * 5000, "\u0664", "\u00b2", "[b]4", "\x1b[31m", "nan",
    ],
)  # fmt: skip
def test_what_is_no_whole_number_from_0_to_10_is_one_clear_line(home: Path, text: str) -> None:
    assert call("log", text).complaint.startswith("unspasm log: ")
    assert [] == logs_in(home)


@pytest.mark.parametrize(
    "words",
    [
        [], ["4", "a", "note"], ["4", "--better", "--worse"], ["4", "--at"], ["4", "--bett"],
        ["4", "--pain", "5"], ["4", "--same=1"],
    ],
)  # fmt: skip
def test_words_that_do_not_go_together_are_one_clear_line(home: Path, words: list[str]) -> None:
    assert call("log", *words).complaint.startswith("unspasm")
    assert not home.exists()


# --- what the record notices ----------------------------------------------------------------------


def test_a_step_that_the_log_leads_to_is_told_once(home: Path) -> None:
    assert call("log", "5", "--at", "2d").out.count("\n") == 2
    said = call("log", "5", "--at", "8d")

    first, nerves, step = said.out.splitlines()
    assert first.startswith("Kept: pain 5 of 10, on ")
    assert nerves == WORDS.log.nerves_shell
    assert step.startswith("A week without getting better. It is day 8")
    assert call("log", "5").out.splitlines() == ["Kept: pain 5 of 10, now.", nerves]
    assert "A week without getting better: " in call().out


def test_with_the_step_it_names_what_did_not_help(home: Path) -> None:
    keep(home, PainLog(5, felt_at=now().wall - 9 * timedelta(days=1), not_helped=frozenset(Helped)))
    said = call("log", "5")

    assert "Tried, and it did not help: cold, heat, " in said.out
    assert said.out.splitlines()[-1].startswith("Tried")


# --- where nothing can be kept --------------------------------------------------------------------


def log_here() -> object:
    said = call("log", "4", "a note")
    return [said.code, said.out, said.err]


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that everybody may read and nobody but root may write."""
    top = Path(mkdtemp(prefix="unspasm-test-"))
    top.chmod(0o755)
    folder = top / "home"
    monkeypatch.setenv("UNSPASM_HOME", str(folder))
    call("log", "7")
    let_be_read(folder)
    yield folder
    folder.chmod(0o700)
    rmtree(top)


@posix_only
def test_in_a_read_only_folder_it_says_that_nothing_was_kept(public: Path) -> None:
    before = {path.name: path.read_bytes() for path in public.iterdir()}
    said = as_a_stranger(log_here)

    assert isinstance(said, list)
    assert [1, ""] == said[:2]
    assert WORDS.journal.read_only in said[2]
    assert NOTHING_KEPT in said[2]
    assert before == {path.name: path.read_bytes() for path in public.iterdir()}


def test_a_record_of_another_program_is_left_alone(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text("not a journal", encoding="utf-8")
    said = call("log", "4")

    assert (said.code, said.out) == (1, "")
    assert WORDS.journal.not_ours in said.err
    assert NOTHING_KEPT in said.err
    assert (home / FILE).read_text(encoding="utf-8") == "not a journal"


@posix_only
def test_a_folder_that_cannot_be_made_is_said(home: Path) -> None:
    home.parent.joinpath("taken").write_text("", encoding="utf-8")
    said = start("log", "4", home=home.parent / "taken" / "home")

    assert (said.code, said.out) == (1, "")
    assert NOTHING_KEPT in said.err


def test_the_help_says_what_it_does() -> None:
    said = call("log", "--help")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage: unspasm log")
    assert "0 (none)" in said.out
