"""`progress`: how the pain has gone, as text."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.running import CONTENT, call, start
from tests.cli.test_report_command import keep

from unspasm.clock import now
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.journal import FILE
from unspasm.words import read_words

WORDS = read_words(CONTENT)
PROGRESS = WORDS.progress
DAY = timedelta(days=1)
AXIS = "\u2524"


def log(home: Path, *pains: int, every: int = 1) -> None:
    """Log these, the last one today, a day or more apart."""
    bodies = [
        PainLog(pain, felt_at=now().wall - ago * every * DAY)
        for ago, pain in zip(range(len(pains) - 1, -1, -1), pains, strict=True)
    ]
    keep(home, *bodies)


def chart(out: str) -> list[str]:
    """The lines of the picture of pain over days, without its heading and its axis of days."""
    lines = out.splitlines()
    assert PROGRESS.pain_heading == lines[0]
    return [line for line in lines if AXIS in line]


def levels(out: str) -> dict[str, list[int]]:
    """On which lines of the picture something is drawn, counted from the top, by the sign."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(chart(out)):
        for sign in set(line.partition(AXIS)[2]) - {" "}:
            found.setdefault(sign, []).append(place)
    return found


# --- nothing --------------------------------------------------------------------------------------


def test_without_entries_it_says_so_and_is_not_finished(home: Path) -> None:
    said = call("progress")

    assert (said.code, said.err) == (1, "")
    assert PROGRESS.nothing_yet in said.out
    assert PROGRESS.helped_none in said.out


def test_entries_outside_the_days_are_nothing_in_them(home: Path) -> None:
    keep(home, PainLog(5, felt_at=now().wall - 20 * DAY))
    said = call("progress", "--days", "7")

    assert said.code == 1
    assert PROGRESS.nothing_in_range in said.out
    assert PROGRESS.nothing_yet not in said.out
    assert call("progress", "--days", "21").code == 0


def test_a_record_that_cannot_be_read_is_said_and_not_taken_for_nothing(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text("not a journal", encoding="utf-8")
    said = call("progress")

    assert said.code == 1
    assert WORDS.journal.not_ours in said.err


# --- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["0", "401", "-1", "4.5", "a week", "", "0x7", "000999", "00001" + "9" * 30, "\u0667", "[b]"],
)
def test_days_that_are_no_number_from_1_to_400_are_one_clear_line(text: str) -> None:
    complaint = call("progress", f"--days={text}").complaint

    assert complaint.startswith("unspasm progress: ")
    assert "400" in complaint


@pytest.mark.parametrize("words", [["28"], ["--days"], ["--day", "7"], ["--average=1"]])
def test_words_it_does_not_know_are_one_clear_line(words: list[str]) -> None:
    assert call("progress", *words).complaint.startswith("unspasm")


@pytest.mark.parametrize("days", ["1", "7", "28", "400", "007"])
def test_so_many_days_are_drawn(home: Path, days: str) -> None:
    log(home, *[5] * 10)
    said = call("progress", "--days", days)

    assert (said.code, said.err) == (0, "")
    told = min(10, int(days))
    words = PROGRESS.told_day
    if told > 1:
        words = PROGRESS.told_days.format(days=PROGRESS.numbers[told])
    assert words in said.out.partition(PROGRESS.weeks_heading)[0]


def test_it_is_four_weeks_unless_something_else_is_said(home: Path) -> None:
    log(home, 5, 5, every=28)
    assert PROGRESS.told_day in call("progress").out.partition(PROGRESS.weeks_heading)[0]

    log(home, 5, 5, every=27)
    two = PROGRESS.told_days.format(days="two")
    assert two in call("progress").out.partition(PROGRESS.weeks_heading)[0]


# --- the picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("pains", [(1, 2, 1), (9, 10, 9), (0, 10, 5), (5,)])
@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_the_axis_is_from_0_to_10_whatever_is_on_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, pains: tuple[int, ...], width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    log(home, *pains)
    lines = chart(call("progress").out)

    assert 11 == len(lines)
    assert [f"10{AXIS}", f" 5{AXIS}", f" 0{AXIS}"] == [lines[place][:3] for place in (0, 5, 10)]
    assert {f"  {AXIS}"} == {line[:3] for line in (*lines[1:5], *lines[6:10])}


def test_little_pain_stays_low_and_much_stays_high(home: Path) -> None:
    log(home, 1, 2, 1, 2)
    low = [place for places in levels(call("progress").out).values() for place in places]
    log(home, 9, 9, 9, 9)
    both = [place for places in levels(call("progress").out).values() for place in places]

    assert min(low) >= 8
    assert min(both) <= 1


def test_the_same_facts_stand_under_it_in_sentences(home: Path) -> None:
    log(home, 8, 7, 7, 6, 4, 3, 3, 2)
    out = call("progress").out

    assert "Pain has gone from 7 to 3 in seven days." in out
    assert PROGRESS.between.format(lowest=2, highest=8) in out
    assert PROGRESS.spasm in out
    assert PROGRESS.legend_pain in out


def test_what_helped_is_counted_without_a_cause(home: Path) -> None:
    keep(home, PainLog(5, helped=frozenset({Helped.HEAT})), PainLog(4))
    out = call("progress").out

    assert PROGRESS.said_once.format(what="Heat") in out.partition(PROGRESS.helped_heading)[2]


def test_the_average_of_others_is_drawn_only_when_asked_for_and_named(home: Path) -> None:
    log(home, 6, 5, every=7)
    plain, average = call("progress").out, call("progress", "--average").out

    assert "\u00b7" in levels(average)
    assert "\u00b7" not in levels(plain)
    assert PROGRESS.average in average
    assert PROGRESS.average not in plain
    assert plain.splitlines()[-8:] == average.splitlines()[-8:]


def test_without_a_spasm_there_is_no_average(home: Path) -> None:
    log(home, 0)

    assert PROGRESS.average not in call("progress", "--average").out


# --- the terminal ---------------------------------------------------------------------------------


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"])
def test_no_colour_is_ever_sent(home: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    log(home, 6, 5, 4)
    monkeypatch.setenv(variable, "1")
    said = start("progress", "--average", home=home)

    assert (said.code, said.err) == (0, "")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said.out)


def test_it_is_utf8_whatever_the_terminal_speaks(home: Path) -> None:
    log(home, 6, 5, 4)
    said = start("progress", home=home, PYTHONIOENCODING="ascii")

    assert said.code == 0
    assert f"10{AXIS}" in said.out
    assert "?" not in "".join(chart(said.out))


@pytest.mark.parametrize("width", [1, 10, 20, 40, 60, 80])
def test_pictures_keep_to_the_width(
    home: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    log(home, *[6, 0, 10] * 30)
    said = call("progress", "--days", "90", "--average")
    lines = said.out.splitlines()

    assert (said.code, said.err) == (0, "")
    assert "You told of pain on 90 days." in lines
    sentences = {line for line in lines if " " in line and line.rstrip().endswith(".")}
    pictures = [line for line in lines if line not in sentences]
    headings = {PROGRESS.pain_heading, PROGRESS.weeks_heading, PROGRESS.helped_heading}
    if width >= 20:
        assert all(len(line) <= width for line in pictures if line not in headings)


def test_a_wide_terminal_spreads_nothing_beyond_100_cells(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    log(home, *[6, 0, 10] * 30)
    out = call("progress", "--days", "400").out

    assert max(map(len, chart(out))) <= 100


def test_notes_are_not_in_it(home: Path) -> None:
    keep(home, PainLog(5, note="[b]private\x1b[31m"))

    assert "private" not in call("progress").out


def test_the_help_says_what_it_does() -> None:
    said = call("progress", "--help")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage: unspasm progress")
    assert "no forecast" in " ".join(said.out.split())
