"""What the journal keeps of sessions, and who stretches do not suit."""

import json
from typing import Any

import pytest
from tests.journal.made_up import NOW, entry, everything_in
from tests.journal.test_pack_rows import OLD_ABOUT, old
from tests.journal.test_transfer import HEADER, line

from unspasm.domain.entries import About, Entry
from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.session_record import left_out
from unspasm.journal import Journal
from unspasm.journal.reading import _LATEST_SESSIONS
from unspasm.journal.records import Row, RowError, to_entry, to_row
from unspasm.journal.transfer import Imported, ImportRefusedError, import_lines

DONE = SessionDone("ease", 61.5, {"walk": 20.0, "bridge": 0.25}, End.WORSE, "bridge", before=4)


def changed(row: Row, **values: Any) -> Row:  # noqa: ANN401 - whatever JSON holds
    """The same row, with other values in its body."""
    body = json.dumps({**json.loads(row.body), **values}, sort_keys=True)
    return row._replace(body=body).with_lock(row.lock)


def worse(name: str, hours: float, by: str = "bridge") -> Entry:
    return entry(name, SessionDone("ease", 60.0, {}, End.WORSE, by), hours=hours)


# --- bodies ---------------------------------------------------------------------------------------


def test_a_session_is_written_in_seconds() -> None:
    row = to_row(entry("s", DONE), "")

    assert ("session", None) == (row.kind, row.target)
    assert {
        "routine": "ease", "seconds": 61.5, "worked": {"bridge": 0.25, "walk": 20.0},
        "end": "worse", "ended_by": "bridge", "before": 4, "utc_offset": 3600.0,
    } == json.loads(row.body)  # fmt: skip
    assert DONE == to_entry(row).body


def test_how_it_was_after_names_its_session() -> None:
    row = to_row(entry("a", SessionAfter("s", 3, Feel.BETTER)), "")

    assert ("session-after", "s") == (row.kind, row.target)
    assert {"pain": 3, "feel": "better", "utc_offset": 3600.0} == json.loads(row.body)


def test_nothing_said_after_a_session_is_kept_as_nothing() -> None:
    after = SessionAfter("s")

    assert after == to_entry(to_row(entry("a", after), "")).body


def test_what_is_left_out_is_written_in_one_order() -> None:
    row = to_row(entry("l", LeftOut(frozenset({"walk", "bridge", "cat_cow"}))), "")

    assert ["bridge", "cat_cow", "walk"] == json.loads(row.body)["stretches"]


# --- who it suits ---------------------------------------------------------------------------------


def test_who_was_known_before_there_were_stretches_was_never_asked() -> None:
    body = to_entry(old("about", OLD_ABOUT)).body

    assert isinstance(body, About)
    assert (frozenset(), False) == (body.unsuited, body.unsuited_asked)


def test_what_suits_not_is_written_once_there_is_something() -> None:
    about = About(unsuited=frozenset({"knee_pain", "dizzy"}), unsuited_asked=True)
    row = to_row(entry("a", about), "")
    body, before = json.loads(row.body), json.loads(to_row(entry("a", About()), "").body)

    assert (["dizzy", "knee_pain"], True) == (body["unsuited"], body["unsuited_asked"])
    assert about == to_entry(row).body
    assert not {"unsuited", "unsuited_asked"} & before.keys()


def test_that_nothing_was_ticked_is_known_too(journal: Journal) -> None:
    about = About(unsuited_asked=True)
    journal.append([entry("a", about)])

    assert [about] == [one.body for one in journal.for_care()]
    assert [about] == [one.body for one in journal.for_home()]


# --- what is read ---------------------------------------------------------------------------------


def test_sessions_do_not_bear_on_care_or_home_or_packs(journal: Journal) -> None:
    journal.append(
        [
            entry("s", DONE),
            entry("a", SessionAfter("s", 3, Feel.SAME)),
            entry("l", LeftOut(frozenset({"walk"}))),
        ]
    )

    assert ([], [], []) == (journal.for_care(), journal.for_home(), journal.for_packs(NOW))
    assert {"s", "a", "l"} == {one.id for one in journal.for_sessions()}


def test_the_latest_sessions_are_read_whenever_they_were_written(journal: Journal) -> None:
    many = [worse(f"{number:04}", number) for number in range(_LATEST_SESSIONS + 20)]
    journal.append([*many[200:], *many[:200]])

    assert {one.id for one in many[20:]} == {one.id for one in journal.for_sessions()}


def test_what_is_left_out_stays_so_however_many_sessions_follow(journal: Journal) -> None:
    journal.append([entry("l", LeftOut(frozenset({"walk"})), hours=-1)])
    journal.append(
        [
            entry(f"{number:04}", SessionDone("ease", 60.0, {}, End.DONE), hours=number)
            for number in range(_LATEST_SESSIONS + 20)
        ]
    )

    assert frozenset({"walk"}) == left_out(journal.for_sessions())


def test_a_damaged_session_is_told_and_the_others_are_read(journal: Journal) -> None:
    row = to_row(entry("b", DONE), "")
    journal.merge([row._replace(crc=row.crc ^ 1)])
    journal.append([worse("a", 1)])

    assert ["a"] == [one.id for one in journal.for_sessions()]
    assert ["rows"] == [trouble.value for trouble in journal.troubles]


# --- to and fro -----------------------------------------------------------------------------------


def test_sessions_can_be_imported_and_take_out_what_they_did_there(journal: Journal) -> None:
    rows = [to_row(worse("a", 1), ""), to_row(worse("b", 2), "")]
    lines = [HEADER, *map(line, rows)]

    assert Imported(2, 0) == import_lines(journal, lines, NOW)
    assert frozenset({"bridge"}) == left_out(journal.for_sessions())
    assert {"a", "b"} <= {one.id for one in everything_in(journal)}


SESSION = to_row(entry("s", DONE), "")
AFTER = to_row(entry("a", SessionAfter("s", 3, Feel.SAME)), "")
LEFT = to_row(entry("l", LeftOut(frozenset({"walk"}))), "")
NONSENSE = [
    changed(SESSION, seconds=-1),
    changed(SESSION, seconds="long"),
    changed(SESSION, worked={"walk": -1}),
    changed(SESSION, worked=["walk"]),
    changed(SESSION, worked={"\x1b[2J": 1}),
    changed(SESSION, end="exhausted"),
    changed(SESSION, routine=""),
    changed(SESSION, routine="a b"),
    changed(SESSION, ended_by=3),
    changed(SESSION, before=11),
    changed(SESSION, colour="red"),
    changed(AFTER, pain=-1),
    changed(AFTER, pain="3"),
    changed(AFTER, feel="splendid"),
    changed(LEFT, stretches="walk"),
    changed(LEFT, stretches=["a\nb"]),
]


@pytest.mark.parametrize("row", NONSENSE, ids=lambda row: f"{row.kind}-{row.body[:60]}")
def test_nonsense_about_sessions_refuses_the_whole_file(journal: Journal, row: Row) -> None:
    fine = to_row(worse("fine", 1), "")

    with pytest.raises(ImportRefusedError):
        import_lines(journal, [HEADER, line(fine), line(row)], NOW)

    assert [] == everything_in(journal)


@pytest.mark.parametrize(
    "row",
    [
        changed(SESSION, end="exhausted"),
        changed(SESSION, worked=3),
        changed(AFTER, feel="odd"),
        changed(LEFT, stretches=None),
    ],
    ids=lambda row: row.kind,
)
def test_a_body_that_does_not_fit_is_a_fault_of_the_row(row: Row) -> None:
    with pytest.raises(RowError):
        to_entry(row)
