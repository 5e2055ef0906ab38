"""What the journal keeps of logs and of the course, and what is hidden of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import (
    NOW,
    SAME_DAY,
    START,
    check,
    entry,
    everything_in,
    histories,
    reason,
    seen,
)
from tests.journal.test_session_rows import changed
from tests.journal.test_transfer import HEADER, line

from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.course_record import course_standing
from unspasm.domain.entries import Entry, EpisodeOver
from unspasm.domain.episodes import current_episode
from unspasm.domain.feel import Feel
from unspasm.domain.gate import in_a_spasm
from unspasm.domain.locks import Lock
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    Retracted,
    SetOff,
    Side,
    Spot,
)
from unspasm.domain.moment import Stamp
from unspasm.domain.pack_entries import PackKind, PackOn
from unspasm.domain.session_entries import End, SessionAfter, SessionDone
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal
from unspasm.journal.home import _MOST_LOGS
from unspasm.journal.records import Row, RowError, to_entry, to_row
from unspasm.journal.transfer import Imported, ImportRefusedError, export_lines, import_lines

LOG = PainLog(
    pain=4,
    feel=Feel.BETTER,
    felt_at=START - timedelta(hours=3),
    spots=frozenset({Spot(Area.LOWER, Side.LEFT), Spot(Area.NECK)}),
    set_off=frozenset({SetOff.LIFTING}),
    helped=frozenset({Helped.HEAT}),
    not_helped=frozenset({Helped.PRESCRIBED, Helped.COLD}),
    activities={"gardening": 3, "sleep": 7},
    note="after gardening",
)
STEP = CourseReached(
    reason("day_8", Urgency.ROUTINE, Lock.NOTHING), "A week", 8, 7, not_helped=LOG.not_helped
)
LASTING = replace(STEP, outlasts=True, days_over=0)


def log(name: str, pain: int = 4, *, hours: float = 0) -> Entry:
    return entry(name, PainLog(pain), hours=hours)


def hide(name: str, target: str) -> Entry:
    return entry(name, Retracted(target), hours=1)


def names(entries: list[Entry]) -> set[str]:
    return {one.id for one in entries}


def standing(entries: list[Entry]) -> list[str]:
    return [one.entry.id for one in course_standing(entries)]


# --- bodies ---------------------------------------------------------------------------------------


def test_a_log_is_written_in_plain_words() -> None:
    row = to_row(entry("l", LOG), "")

    assert ("pain-log", None) == (row.kind, row.target)
    assert {
        "pain": 4,
        "feel": "better",
        "felt_at": "2026-05-03T11:10:00+00:00",
        "spots": [["lower", "left"], ["neck"]],
        "set_off": ["lifting"],
        "helped": ["heat"],
        "not_helped": ["cold", "prescribed"],
        "activities": {"gardening": 3, "sleep": 7},
        "note": "after gardening",
        "utc_offset": 3600.0,
    } == json.loads(row.body)
    assert LOG == to_entry(row).body


def test_what_was_not_said_in_a_log_is_kept_as_nothing() -> None:
    body = json.loads(to_row(log("l"), "").body)

    assert (None, None, [], {}, "") == tuple(
        body[key] for key in ("feel", "felt_at", "spots", "activities", "note")
    )


def test_a_step_is_written_with_its_reason() -> None:
    row = to_row(entry("c", STEP), "")
    body = json.loads(row.body)

    assert ("course-reached", None) == (row.kind, row.target)
    assert ("day_8", "routine") == (body["reason"]["id"], body["reason"]["urgency"])
    assert ["cold", "prescribed"] == body["not_helped"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (Retracted("x"), "retracted"),
        (CourseShown("x"), "course-shown"),
        (CourseSeen("x", "day_8", date(2026, 5, 4)), "course-seen"),
    ],
)
def test_what_is_about_another_entry_names_it(
    body: Retracted | CourseShown | CourseSeen, kind: str
) -> None:
    row = to_row(entry("r", body), "")

    assert (kind, "x") == (row.kind, row.target)


# --- hidden ---------------------------------------------------------------------------------------


def test_what_is_hidden_is_read_nowhere_and_stays_in_the_record(journal: Journal) -> None:
    done = entry("s", SessionDone("ease", 60.0, {}, End.DONE))
    after = entry("a", SessionAfter("s", 3))
    over = entry("o", EpisodeOver())
    journal.append([log("l"), done, after, over])
    journal.append([hide(f"hide-{name}", name) for name in ("l", "s", "o")])

    hiding = {"hide-l", "hide-s", "hide-o"}
    assert hiding == names(journal.for_care())
    assert set() == names(journal.for_home())
    assert set() == names(journal.for_sessions())
    assert set() == names(journal.for_progress(START))
    assert {"l", "s", "a", "o"} | hiding == names(everything_in(journal))


@pytest.mark.parametrize("hidden", ["c", "seen", "p", "step"])
def test_what_keeps_somebody_safe_cannot_be_hidden(journal: Journal, hidden: str) -> None:
    kept = [
        check("c", SAME_DAY),
        seen("seen", "c", SAME_DAY),
        entry("p", PackOn(PackKind.COLD, 10, Stamp(START, 0.0, ""))),
        entry("step", STEP),
    ]
    journal.append(kept)

    with pytest.raises(ValueError, match="may not be hidden"):
        journal.append([hide("h", hidden)])
    journal.merge([to_row(hide("h", hidden), "")])
    assert {"c", "seen", "p", "step"} <= names(journal.for_progress(START))
    assert {"c", "seen", "step"} <= names(journal.for_care())
    assert ["step"] == standing(journal.for_home())


def test_a_damaged_retraction_hides_nothing(journal: Journal) -> None:
    journal.append([check("c"), entry("o", EpisodeOver(), hours=1)])
    row = to_row(hide("h", "o"), "")
    journal.merge([row._replace(crc=row.crc ^ 1)])

    for read in (journal.for_care, journal.for_home):
        assert current_episode(read()) is None
    assert ["rows"] == [trouble.value for trouble in journal.troubles]


def test_hiding_the_end_of_a_spasm_brings_back_the_one_before(journal: Journal) -> None:
    journal.append(
        [
            *(check("c"), entry("early", EpisodeOver(), hours=1)),
            *(check("d", hours=2), entry("late", EpisodeOver(), hours=3)),
        ]
    )
    assert current_episode(journal.for_home()) is None
    journal.append([hide("h", "late")])

    assert "early" in names(journal.for_home())
    assert current_episode(journal.for_home()) is not None


# --- what is read ---------------------------------------------------------------------------------


def test_home_reads_the_latest_logs_and_the_latest_that_tells_of_pain(journal: Journal) -> None:
    quiet = [log(f"{number:03}", 0, hours=number) for number in range(_MOST_LOGS + 10)]
    journal.append([log("pain", 3, hours=-1), log("before", 3, hours=-2), *quiet])

    expected = {"pain", *(one.id for one in quiet[10:])}
    assert expected == names(journal.for_home()) == names(journal.for_care())
    assert in_a_spasm(journal.for_home(), NOW)


def test_a_note_cannot_pass_for_a_log_without_pain(journal: Journal) -> None:
    journal.append([entry("l", PainLog(3, note='"pain": 0,'))])
    journal.append([log(f"{number:03}", 0, hours=1) for number in range(_MOST_LOGS)])

    assert "l" in names(journal.for_home())


def test_a_step_stands_for_home_until_it_is_seen_or_over(journal: Journal) -> None:
    journal.append(
        [
            *(entry(name, STEP) for name in ("seen", "over", "stands")),
            *(entry(name, LASTING) for name in ("lasts",)),
            entry("shown", CourseShown("stands")),
            entry("old", CourseShown("seen")),
            entry("s", CourseSeen("seen", "day_8", date(2026, 5, 4))),
            entry("o", EpisodeOver(frozenset({"over", "lasts"}))),
        ]
    )

    assert {"stands", "lasts", "shown", "o"} == names(journal.for_home())
    assert standing(journal.for_care()) == standing(journal.for_home())


def test_a_damaged_step_asks_for_a_full_check(journal: Journal) -> None:
    row = to_row(entry("step", STEP), "")
    journal.merge([row._replace(crc=row.crc ^ 1)])
    journal.append([entry("s", CourseSeen("other", "day_8", date(2026, 5, 4)))])

    assert [] == journal.for_home()
    assert ["rows"] == [trouble.value for trouble in journal.troubles]


@given(histories())
def test_home_sees_the_same_steps_and_the_same_spasm(
    two_journals: Callable[[], list[Journal]], history: list[Entry]
) -> None:
    journal, _ = two_journals()
    journal.append(history)
    home, care = journal.for_home(), journal.for_care()

    assert course_standing(care) == course_standing(home) == course_standing(history)
    assert in_a_spasm(care, NOW) == in_a_spasm(home, NOW)


def test_progress_reads_from_a_day_on_and_what_settles_or_ends(journal: Journal) -> None:
    journal.append(
        [
            *(log("old", hours=-1), log("new"), check("c", hours=-1)),
            *(entry("o", EpisodeOver(), hours=-1), entry("step", STEP, hours=-1)),
            *(entry("b", Background("", HowOften.RARELY), hours=-1), seen("s", "c", hours=-1)),
            entry("m", MyActivities(("walk",)), hours=-1),
        ]
    )

    assert {"new", "o", "step", "b", "s", "m"} == names(journal.for_progress(START))


def test_a_damaged_log_is_told_and_the_others_are_read(journal: Journal) -> None:
    row = to_row(log("b"), "")
    journal.merge([row._replace(crc=row.crc ^ 1)])
    journal.append([log("a")])

    assert {"a"} == names(journal.for_progress(START)) == names(journal.for_care())
    assert ["rows"] == [trouble.value for trouble in journal.troubles]


# --- to and fro -----------------------------------------------------------------------------------


@given(histories(), st.data())
def test_in_any_order_and_any_number_of_times_an_import_gives_one_state(
    two_journals: Callable[[], list[Journal]], history: list[Entry], data: st.DataObject
) -> None:
    here, there = two_journals()
    there.append(history)
    header, *lines = export_lines(there)
    for _ in range(2):
        place = data.draw(st.integers(0, len(lines)))
        for part in (lines[place:], lines[:place]):
            import_lines(here, [header, *data.draw(st.permutations(part))], NOW)

    read = [one for one in here.for_progress(START - timedelta(days=1)) if one.id in names(history)]
    assert sorted(read, key=lambda one: one.id) == sorted(
        there.for_progress(START - timedelta(days=1)), key=lambda one: one.id
    )
    assert course_standing(here.for_care()) == course_standing(there.for_care())


def test_a_retraction_may_come_before_what_it_hides(journal: Journal) -> None:
    first, second = to_row(hide("h", "l"), ""), to_row(log("l"), "")

    assert Imported(1, 0) == import_lines(journal, [HEADER, line(first)], NOW)
    assert Imported(1, 0) == import_lines(journal, [HEADER, line(second)], NOW)
    assert set() == names(journal.for_progress(START))


ROW = to_row(entry("l", LOG), "")
BACKGROUND = to_row(entry("b", Background("asthma", HowOften.WEEKLY, heavy_week=True)), "")
MINE = to_row(entry("m", MyActivities(("walk", "sleep"))), "")
REACHED = to_row(entry("r", STEP), "")
SEEN = to_row(entry("s", CourseSeen("r", "day_8", date(2026, 5, 4))), "")
NONSENSE = [
    changed(ROW, pain=11),
    changed(ROW, pain="4"),
    changed(ROW, pain=True),
    changed(ROW, feel="splendid"),
    changed(ROW, felt_at="yesterday"),
    changed(ROW, felt_at="2026-05-03T11:10:00"),
    changed(ROW, felt_at="0001-05-03T11:10:00+00:00"),
    changed(ROW, spots=[["moon"]]),
    changed(ROW, spots=[["left", "lower"]]),
    changed(ROW, spots=[["lower", "left", "right"]]),
    changed(ROW, spots=[[]]),
    changed(ROW, spots=[["neck"], ["neck"]]),
    changed(ROW, set_off=["magic"]),
    changed(ROW, helped=["magic"]),
    changed(ROW, not_helped="cold"),
    changed(ROW, activities={"walk": 11}),
    changed(ROW, note=None),
    changed(ROW, colour="red"),
    changed(BACKGROUND, how_often="hourly"),
    changed(BACKGROUND, heavy_week="yes"),
    changed(MINE, names=["a", "b", "c", "d"]),
    changed(MINE, names="walk"),
    changed(REACHED, day=-1),
    changed(REACHED, outlasts=None),
    changed(REACHED, reason={}),
    changed(SEEN, step="\x1b[2J"),
    changed(SEEN, on="today"),
    changed(SEEN, mistaken=0),
]


@pytest.mark.parametrize("row", NONSENSE, ids=lambda row: f"{row.kind}-{row.body[:60]}")
def test_nonsense_about_logs_refuses_the_whole_file(journal: Journal, row: Row) -> None:
    with pytest.raises(ImportRefusedError):
        import_lines(journal, [HEADER, line(to_row(log("fine"), "")), line(row)], NOW)

    assert [] == everything_in(journal)


@pytest.mark.parametrize("row", [ROW, BACKGROUND, MINE, REACHED, SEEN], ids=lambda row: row.kind)
def test_what_is_kept_can_be_imported(journal: Journal, row: Row) -> None:
    assert Imported(1, 0) == import_lines(journal, [HEADER, line(row)], NOW)
    assert to_entry(row) == everything_in(journal)[0]


@pytest.mark.parametrize(
    "values",
    [
        {"spots": [["left"]]},
        {"felt_at": "2026-05-03T11:10:00"},
        {"felt_at": "9999-05-03T11:10:00+00:00"},
        {"felt_at": 3},
        {"helped": ["odd"]},
        {"activities": 3},
    ],
    ids=str,
)
def test_a_body_that_does_not_fit_is_a_fault_of_the_row(values: dict[str, Any]) -> None:
    with pytest.raises(RowError):
        to_entry(changed(ROW, **values))


def test_a_long_note_comes_through(journal: Journal) -> None:
    note = "[bold]\x1b[2J\u202e\U0001f525" * 10_000
    row = to_row(entry("l", PainLog(4, note=note)), "")

    assert Imported(1, 0) == import_lines(journal, [HEADER, line(row)], NOW)
    [kept] = everything_in(journal)
    assert isinstance(kept.body, PainLog)
    assert note == kept.body.note
