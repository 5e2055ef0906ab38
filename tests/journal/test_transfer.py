"""Export and import."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import (
    EMERGENCY,
    FLOOR_ONLY,
    NOW,
    SAME_DAY,
    check,
    entries,
    entry,
    everything_in,
    histories,
    seen,
    status_of,
    taken_back,
)

from unspasm import __version__
from unspasm.domain.entries import About, Called, Entry, EpisodeOver
from unspasm.domain.locks import Lock
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal, JournalError, Trouble, Unfinished, open_journal
from unspasm.journal.records import Row, to_row
from unspasm.journal.transfer import Imported, ImportRefusedError, export_lines, import_lines

Emptied = Callable[[], list[Journal]]
HEADER = json.dumps({"unspasm": "journal", "version": 1, "program": __version__})
ALL = "ease,floor,pack,session"
RECORD = [
    entry("about", About(year_of_birth=1980)),
    check("c", SAME_DAY, FLOOR_ONLY),
    entry("call", Called("c")),
    seen("s", "c", SAME_DAY),
    taken_back("t", "c", FLOOR_ONLY),
    check("e", EMERGENCY, hours=5),
    entry("over", EpisodeOver(), hours=6),
]


@pytest.fixture
def other(tmp_path: Path) -> Iterable[Journal]:
    """The journal of another machine."""
    journal = open_journal(tmp_path / "other", NOW)
    yield journal
    journal.close()


def line(row: Row, **changed: object) -> str:
    """A line as an export has it, changed where it shall be wrong."""
    columns = {**row._asdict(), "crc32": row.crc, "body": json.loads(row.body)}
    del columns["crc"]
    return json.dumps({**columns, **changed})


def refusal(journal: Journal, *lines: str) -> str:
    """Why an import is refused. Nothing of it may be kept."""
    before = list(journal.every_row())
    with pytest.raises(ImportRefusedError) as refused:
        import_lines(journal, lines, NOW)

    assert before == list(journal.every_row())
    text = str(refused.value)
    assert text.isprintable()
    assert text.isascii()
    return text


# --- there and back -------------------------------------------------------------------------------


@given(st.lists(entries, max_size=5, unique_by=lambda one: one.id))
def test_whatever_was_kept_comes_through(two_journals: Emptied, kept: list[Entry]) -> None:
    here, there = two_journals()
    here.append(kept)
    lines = list(export_lines(here))

    assert Imported(len(kept), 0) == import_lines(there, lines, NOW)
    assert Imported(0, len(kept)) == import_lines(there, lines, NOW)
    assert kept == everything_in(there)[: len(kept)]


@given(histories())
def test_locks_come_through(two_journals: Emptied, history: list[Entry]) -> None:
    here, there = two_journals()
    here.append(history)
    import_lines(there, export_lines(here), NOW)

    expected = status_of(history)
    for read in (there.for_home, there.for_care):
        found = status_of(read())
        assert expected.standing == found.standing
        assert expected.closed == found.closed


def test_two_machines_that_exchange_their_records_end_with_the_same(
    journal: Journal, other: Journal
) -> None:
    journal.append(RECORD[:4])
    other.append([RECORD[1], RECORD[4]])
    assert Imported(1, 1) == import_lines(journal, export_lines(other), NOW)
    assert Imported(3, 2) == import_lines(other, export_lines(journal), NOW)

    assert Imported(0, 5) == import_lines(journal, export_lines(other), NOW)
    assert status_of(journal.for_care()) == status_of(other.for_home() + other.for_care())
    assert () == status_of(journal.for_home()).standing
    assert () == status_of(other.for_home()).standing


def test_an_export_has_a_header_and_a_line_for_each_entry(journal: Journal) -> None:
    journal.append(RECORD)
    header, *lines = map(json.loads, export_lines(journal))

    assert {"unspasm": "journal", "version": 1, "program": __version__} == header
    names = ["id", "at", "kind", "version", "target", "lock", "crc32", "body"]
    assert [names] * len(RECORD) == [list(one) for one in lines]
    assert [one.id for one in RECORD] == [one["id"] for one in lines]
    assert all(isinstance(one["body"], dict) for one in lines)
    assert ["c", ALL] == [lines[3]["target"], lines[1]["lock"]]


def test_an_export_is_plain_ascii_without_control_codes(journal: Journal) -> None:
    journal.append([entry("a", About(country="\x1b[2J\u202e\udcff\n\x9b"))])

    assert all(text.isascii() and text.isprintable() for text in export_lines(journal))


def test_what_is_unfinished_is_not_exported(journal: Journal) -> None:
    journal.keep_unfinished(Unfinished("u", "check", "2026", "content-1", "secret"))

    assert [HEADER] == list(export_lines(journal))


def test_damaged_rows_are_left_out_counted_and_told(journal: Journal, other: Journal) -> None:
    journal.append(RECORD)
    journal._connection.execute("UPDATE entry SET body = '{}' WHERE id IN ('call', 'over')")
    export = export_lines(journal)

    assert len(list(export)) == 1 + len(RECORD) - 2
    assert export.left_out == 2
    assert [Trouble.ROWS] == journal.troubles
    assert Imported(len(RECORD) - 2, 0) == import_lines(other, export_lines(journal), NOW)


def test_an_import_mends_what_is_damaged_here(journal: Journal) -> None:
    journal.append(RECORD)
    lines = list(export_lines(journal))
    journal._connection.execute("UPDATE entry SET body = '{}' WHERE id = 'e'")

    assert Imported(1, len(RECORD) - 1) == import_lines(journal, lines, NOW)
    assert len(RECORD) == len(journal.for_care())


def test_lines_may_come_with_their_ends_and_twice(journal: Journal, other: Journal) -> None:
    other.append(RECORD)
    lines = [f"{text}\n" for text in export_lines(other)]

    assert Imported(len(RECORD), len(RECORD)) == import_lines(journal, [*lines, *lines[1:]], NOW)


def test_an_import_into_a_journal_that_cannot_be_written_says_so(journal: Journal) -> None:
    journal.writable = False

    with pytest.raises(JournalError) as refused:
        import_lines(journal, [HEADER, line(to_row(RECORD[0], ""))], NOW)

    assert Trouble.READ_ONLY == refused.value.trouble


# --- refused whole --------------------------------------------------------------------------------

GOOD = line(to_row(entry("good", EpisodeOver()), ""))
CHECK = to_row(RECORD[1], ALL)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "\n",
        "{",
        "[]",
        "null",
        "hello",
        "{}",
        '{"unspasm": "settings", "version": 1, "program": "0.1.0"}',
        '{"unspasm": "journal", "version": 1}',
        '{"unspasm": "journal", "version": true, "program": "0.1.0"}',
        '{"unspasm": "journal", "version": "1", "program": "0.1.0"}',
        '{"unspasm": "journal", "version": 0, "program": "0.1.0"}',
        '{"unspasm": "journal", "version": 1, "program": "0.1.0", "more": 1}',
        '{"unspasm": "journal", "version": 1, "version": 1, "program": "0.1.0"}',
        GOOD,
    ],
)
def test_without_a_header_nothing_is_imported(journal: Journal, header: str) -> None:
    assert refusal(journal, header, GOOD).startswith("line 1: ")


def test_an_empty_file_is_no_export(journal: Journal) -> None:
    assert refusal(journal).startswith("line 1: ")


@pytest.mark.parametrize(
    "lines",
    [
        ['{"unspasm": "journal", "version": 2, "program": "9.0", "locks": []}', GOOD],
        [HEADER, line(to_row(entry("a", EpisodeOver()), "")._replace(version=2).with_lock(""))],
    ],
)
def test_what_a_newer_program_wrote_is_refused_as_that(journal: Journal, lines: list[str]) -> None:
    assert "written by a newer unspasm" in refusal(journal, *lines)


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("", "not JSON"),
        ("\n", "not JSON"),
        (GOOD[:-1], "not JSON"),
        (GOOD + GOOD, "not JSON"),
        ("[" * 100_000, "not JSON"),
        (GOOD.replace('"lock"', '"id": "twice", "lock"'), "not JSON"),
        (GOOD.replace("3600.0", "NaN"), "not JSON"),
        (GOOD.replace("3600.0", "9" * 5000), "not JSON"),
        ("[]", "not an object"),
        ('"text"', "not an object"),
        (" " * 2_000_000, "too long"),
        (line(CHECK, kind="dream"), "an unknown kind of entry: dream"),
        (line(CHECK, kind="\x1b[2J"), "unknown kind"),
        (line(CHECK, more=1), "more: Extra inputs"),
        (line(CHECK, id=1), "id: "),
        (line(CHECK, id=""), "id: "),
        (line(CHECK, id="x" * 65), "id: "),
        (line(CHECK, id="two\nlines"), "id: "),
        (line(CHECK, target=""), "target: "),
        (line(CHECK, version="1"), "version: "),
        (line(CHECK, version=True), "version: "),
        (line(CHECK, crc32=1.5), "crc32: "),
        (line(CHECK, body="{}"), "body: "),
        (line(CHECK, body=None), "body: "),
        (line(CHECK, lock=None), "lock: "),
        (line(to_row(RECORD[0], "")._replace(lock="\ud800").with_lock("\ud800")), "lock: "),
        (line(CHECK, crc32=CHECK.crc ^ 1), "its checksum does not fit"),
        (line(CHECK, at="2026-05-03T14:10:01.000000+00:00"), "its checksum does not fit"),
        (line(CHECK, lock=""), "its checksum does not fit"),
        (HEADER, "id: "),
    ],
)
def test_one_line_that_is_wrong_refuses_the_whole_file(
    journal: Journal, broken: str, why: str
) -> None:
    text = refusal(journal, HEADER, GOOD, broken, GOOD)

    assert text.startswith("line 3: ")
    assert why in text


def forged(row: Row, change: Callable[[dict[str, Any]], object] = dict, **columns: Any) -> str:  # noqa: ANN401
    """A line with a body changed and a checksum that fits."""
    body = json.loads(row.body)
    change(body)
    changed = row._replace(**columns, body=json.dumps(body, sort_keys=True))
    return line(changed.with_lock(changed.lock))


def at_reason(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda body: body["reasons"][0].update(values)


SEEN = to_row(RECORD[3], "floor")
ABOUT = to_row(RECORD[0], "")


@pytest.mark.parametrize(
    "broken",
    [
        forged(CHECK, lambda body: body.pop("answers")),
        forged(CHECK, lambda body: body.update(more=1)),
        forged(CHECK, lambda body: body.update(complete=1)),
        forged(CHECK, lambda body: body.update(urgency="fine")),
        forged(CHECK, lambda body: body.update(stopped_at=3)),
        forged(CHECK, lambda body: body.update(settled={"numb": "better"})),
        forged(CHECK, lambda body: body["answers"].update(age="40")),
        forged(CHECK, lambda body: body["answers"].update(age=True)),
        forged(CHECK, lambda body: body["answers"].update(trend="up")),
        forged(CHECK, lambda body: body["answers"].update(yes=["b", "a"])),
        forged(CHECK, lambda body: body["answers"].update(yes=["a", "a"])),
        forged(CHECK, lambda body: body["answers"].update(yes="ab")),
        forged(CHECK, at_reason(locks="none")),
        forged(CHECK, at_reason(call="mother")),
        forged(CHECK, at_reason(unsure=0)),
        forged(CHECK, at_reason(more="")),
        forged(CHECK, lambda body: body.update(utc_offset="1")),
        forged(CHECK, lambda body: body.update(utc_offset=1e9)),
        forged(CHECK, lambda body: body.update(utc_offset=3600)),
        forged(CHECK, target="c"),
        forged(CHECK, kind="about"),
        forged(CHECK, version=0),
        forged(CHECK, at="2026-05-03T14:10:00+00:00"),
        forged(CHECK, at="2026-05-03T14:10:00.000000"),
        forged(CHECK, at="yesterday"),
        forged(SEEN, lambda body: body.update(on="20260504")),
        forged(SEEN, lambda body: body.update(on="2026-02-30")),
        forged(SEEN, lambda body: body.update(said="yes")),
        forged(SEEN, target=None),
        forged(ABOUT, lambda body: body.update(lasting_known=None)),
        forged(ABOUT, lambda body: body.update(year_of_birth=0)),
        forged(ABOUT, lambda body: body.update(numbers={"mother": "1"})),
        forged(ABOUT, lambda body: body.update(numbers={"poisons": 1})),
        forged(to_row(RECORD[6], ""), lambda body: body.update(more=1)),
    ],
)
def test_a_body_that_does_not_fit_refuses_the_whole_file(journal: Journal, broken: str) -> None:
    assert refusal(journal, HEADER, GOOD, broken).startswith("line 3: ")


def test_the_same_id_with_other_content_is_refused(journal: Journal) -> None:
    one, two = (to_row(entry("a", Called(name)), "") for name in ("c", "d"))

    assert "line 3" in refusal(journal, HEADER, line(one), line(two))
    import_lines(journal, [HEADER, line(one)], NOW)
    assert "line 2" in refusal(journal, HEADER, line(two), GOOD)


# --- locks are worked out, not believed -----------------------------------------------------------


@pytest.mark.parametrize("lock", ["", "floor", "ease", f"{ALL},", "all"])
def test_a_check_whose_lock_is_not_what_its_reasons_close_is_refused(
    journal: Journal, lock: str
) -> None:
    text = refusal(journal, HEADER, line(CHECK._replace(lock=lock).with_lock(lock)))

    assert "line 2: its lock is not what its reasons close" == text


@pytest.mark.parametrize("urgency", [Urgency.SAME_DAY, Urgency.EMERGENCY])
def test_a_check_that_should_close_something_and_does_not_is_refused(
    journal: Journal, urgency: Urgency
) -> None:
    worthless = EMERGENCY.__class__("r", "r", urgency, Lock.NOTHING, "", ())

    assert "closes nothing" in refusal(journal, HEADER, line(to_row(check("c", worthless), "")))


@pytest.mark.parametrize("order", [1, -1])
def test_a_settlement_that_claims_to_open_everything_opens_what_it_names(
    journal: Journal, order: int
) -> None:
    lines = [line(CHECK), line(SEEN._replace(lock="").with_lock(""))]
    import_lines(journal, [HEADER, *lines[::order]], NOW)

    for read in (journal.for_home, journal.for_care):
        [standing] = status_of(read()).standing
        assert (FLOOR_ONLY,) == standing.reasons
        assert Lock.FLOOR.closes == standing.closed


def test_a_settlement_that_came_before_its_check_opens_what_it_names(journal: Journal) -> None:
    import_lines(journal, [HEADER, line(SEEN._replace(lock="").with_lock(""))], NOW)
    import_lines(journal, [HEADER, line(CHECK)], NOW)

    [standing] = status_of(journal.for_home()).standing
    assert (FLOOR_ONLY,) == standing.reasons


def test_settlements_here_and_in_the_file_count_together(journal: Journal) -> None:
    journal.append(RECORD[1:4])
    import_lines(journal, [HEADER, line(to_row(RECORD[4], "pack,session"))], NOW)

    assert () == status_of(journal.for_home()).standing
    assert {"call": "", "s": "floor", "t": ""} == {
        row.id: row.lock for row in journal.every_row() if row.target
    }
