"""What is kept comes back the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import (
    EMERGENCY,
    NOW,
    bodies_by_type,
    check,
    entries,
    entry,
    everything_in,
    weird_text,
)

from unspasm.domain.entries import About, Body, Called, Entry, EpisodeOver
from unspasm.domain.log_entries import Background, MyActivities
from unspasm.domain.pack_entries import PackBody
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.rules import Call
from unspasm.domain.session_entries import SessionBody
from unspasm.journal import Journal
from unspasm.journal.records import KINDS, RowError, to_entry, to_row, written


@given(entries)
def test_an_entry_becomes_a_row_and_the_same_entry_again(kept: Entry) -> None:
    row = to_row(kept, "floor")

    assert row.intact
    assert kept == to_entry(row)


@given(entries)
def test_a_row_is_written_in_one_way_only(kept: Entry) -> None:
    row = to_row(kept, "floor")

    assert row == to_row(to_entry(row), "floor")


@given(st.lists(entries, max_size=5, unique_by=lambda one: one.id))
def test_entries_come_back_from_the_table_the_same(
    two_journals: Callable[[], list[Journal]], kept: list[Entry]
) -> None:
    journal, _ = two_journals()
    journal.append(kept)

    assert kept == everything_in(journal)
    packs = {one.id for one in kept if isinstance(one.body, PackBody)}
    sessions = {one.id for one in kept if isinstance(one.body, SessionBody)}
    logs = {one.id for one in kept if isinstance(one.body, Background | MyActivities)}
    care = {one.id for one in journal.for_care()}
    smalls = {one.id for one in kept if isinstance(one.body, SmallDone)}
    assert {one.id for one in kept} - packs - sessions - logs - smalls == care
    assert sessions == {one.id for one in journal.for_sessions()}
    assert packs >= {one.id for one in journal.for_packs(NOW)}
    assert [] == journal.troubles


def test_every_kind_of_entry_is_tried_here() -> None:
    assert set(get_args(Body)) == set(bodies_by_type)
    assert len(bodies_by_type) == len(KINDS)


def test_every_column_is_under_the_checksum() -> None:
    row = to_row(check("c", EMERGENCY), "ease,floor,pack,session")
    changed = [
        row._replace(id="d"),
        row._replace(at="2026-05-03T14:10:00.000001+00:00"),
        row._replace(kind="called"),
        row._replace(version=2),
        row._replace(target="c"),
        row._replace(lock=""),
        row._replace(crc=row.crc ^ 1),
        row._replace(body=row.body.replace("numb", "fine")),
    ]

    assert [False] * len(row) == [other.intact for other in changed]
    for other in changed:
        with pytest.raises(RowError, match="checksum"):
            to_entry(other)


@given(st.text(max_size=60) | st.sampled_from(["[]", "{}", "null", "[" * 100_000, '{"utc_offset"']))
def test_a_body_that_is_anything_else_is_a_fault_of_the_row(body: str) -> None:
    row = to_row(entry("e", EpisodeOver()), "")._replace(body=body).with_lock("")

    with pytest.raises(RowError):
        to_entry(row)


@pytest.mark.parametrize("offset", ["1e300", "NaN", "Infinity", '"1"', "null", "[]"])
def test_an_offset_that_is_none_is_a_fault_of_the_row(offset: str) -> None:
    row = to_row(entry("e", EpisodeOver()), "")
    row = row._replace(body=f'{{"utc_offset": {offset}}}').with_lock("")

    with pytest.raises(RowError):
        to_entry(row)


@pytest.mark.parametrize(
    "at",
    [
        "2026-05-03T14:10:00.000000",
        "2026-05-03T14:10:00+00:00",
        "2026-05-03T14:10:00.000000Z",
        "2026-05-03T16:10:00.000000+02:00",
        "2026-W18-7T14:10:00.000000+00:00",
        "soon",
        "",
    ],
)
def test_a_time_written_otherwise_is_a_fault_of_the_row(at: str) -> None:
    row = to_row(entry("e", EpisodeOver()), "")._replace(at=at).with_lock("")

    with pytest.raises(RowError):
        to_entry(row)


@given(st.lists(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)), min_size=2), st.data())  # noqa: DTZ001
def test_times_sort_as_text_as_they_do_in_time(times: list[datetime], data: st.DataObject) -> None:
    zones = st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
    aware = [at.replace(tzinfo=data.draw(zones)) for at in times]

    by_time = [written(at) for at in sorted(aware)]

    assert sorted(written(at) for at in aware) == by_time


def test_the_zone_of_a_time_is_kept_as_what_was_lived_in(journal: Journal) -> None:
    at = datetime(2026, 5, 3, 16, 10, tzinfo=timezone(timedelta(hours=2)))
    journal.append([Entry("e", at, timedelta(hours=2), EpisodeOver())])

    [found] = journal.for_care()

    assert UTC == found.at.tzinfo
    assert datetime(2026, 5, 3, 16, 10) == found.lived  # noqa: DTZ001


@given(weird_text)
def test_any_text_from_a_terminal_can_be_kept(text: str) -> None:
    body = About(country=text, numbers={Call.MATERNITY: text})

    assert body == to_entry(to_row(entry("a", body), "")).body


def test_bytes_that_are_no_text_can_be_kept(journal: Journal) -> None:
    typed = b"caf\xe9 \x1b[2J".decode(errors="surrogateescape")
    journal.append([entry("a", About(emergency_number=typed))])

    [found] = journal.for_care()

    assert About(emergency_number=typed) == found.body


def test_what_a_newer_program_has_kept_in_our_tables_is_passed_over(journal: Journal) -> None:
    known = to_row(entry("a", Called("c")), "")
    journal.merge([known, known._replace(id="b", kind="dream").with_lock("")])

    assert ["a"] == [one.id for one in journal.for_care()]
    assert ["a", "b"] == [row.id for row in journal.every_row()]
    assert [] == journal.troubles


def test_a_check_of_a_newer_program_is_told(journal: Journal) -> None:
    newer = to_row(check("c", EMERGENCY), "floor")
    journal.merge([newer._replace(version=2).with_lock("floor")])

    assert [] == journal.for_home()
    assert ["rows"] == [trouble.value for trouble in journal.troubles]


def test_rows_come_in_the_order_they_were_written(journal: Journal) -> None:
    late = entry("z", EpisodeOver(), hours=5)
    early = replace(late, id="a", at=late.at - timedelta(days=9))
    journal.append([late])
    journal.append([early])

    assert ["z", "a"] == [row.id for row in journal.every_row()]
