"""What the journal keeps of packs, and how little of it has to be read."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs import COLD, HEAT, Packs, all_it_says, stories
from tests.domain.worlds import HOUR, Machine
from tests.journal.copies_at_work import all_at_once
from tests.journal.made_up import NOW, check, entry, everything_in
from tests.journal.test_transfer import HEADER, forged, line, refusal

from unspasm.domain.entries import About, Body, Check, Entry, NothingNew
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import (
    Arrived,
    Ended,
    PackAfter,
    PackBody,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)
from unspasm.domain.pack_record import PackRecord
from unspasm.journal import Journal, JournalError, Trouble, open_journal
from unspasm.journal.records import Row, RowError, to_entry, to_row
from unspasm.journal.transfer import Imported, ImportRefusedError, export_lines, import_lines

Emptied = Callable[[], list[Journal]]
Opener = Callable[[], Journal]
SECOND = timedelta(seconds=1)
STAMP = Stamp(NOW.wall, 100.0, "a-boot")


@pytest.fixture
def other(tmp_path: Path) -> Iterable[Journal]:
    """The journal of another machine."""
    journal = open_journal(tmp_path / "other", NOW)
    yield journal
    journal.close()


def years_of_packs(days: int) -> Packs:
    """A cold pack every day, with all that is said of one."""
    packs = Packs()
    for day in range(days):
        if day % 9 == 0:
            packs.machine.restarts()
        pack = packs.on(12)
        for _ in range(2):
            packs.machine.passes(minutes=5)
            packs.looked(pack)
        packs.off(pack)
        packs.after(pack, SkinLook.NORMAL)
        packs.machine.passes(hours=24)
    return packs


MONTHS = years_of_packs(90).entries


def elsewhere(days_ago: int = 0) -> list[Entry]:
    """Months of packs of another machine."""
    earlier = days_ago * 24 * HOUR
    return [
        replace(one, id=f"there-{one.id}", at=one.at - earlier, body=moved(one.body, earlier))
        for one in MONTHS
    ]


def moved(body: Body, earlier: timedelta) -> Body:
    """The same, said there and then."""
    if isinstance(body, SkinCheck | PackOff | PackAfter):
        body = replace(body, pack=f"there-{body.pack}")
    if isinstance(body, PackOn | PackOff):
        since = body.stamp
        there = Stamp(since.wall - earlier, since.boot, f"there-{since.boot_id}")
        body = replace(body, stamp=there)
    return body


def arrived(journal: Journal) -> list[Arrived]:
    """What came here from other machines, as it was noted."""
    bodies = [one.body for one in everything_in(journal)]
    return [body for body in bodies if isinstance(body, Arrived)]


# --- few rows say as much as all ------------------------------------------------------------------


@given(stories())
def test_few_rows_add_up_to_what_all_entries_do(
    two_journals: Emptied, story: tuple[list[Entry], Moment]
) -> None:
    entries, now = story
    journal, _ = two_journals()
    journal.append(entries)

    assert all_it_says(entries, now) == all_it_says(journal.for_packs(now), now)
    assert [] == journal.troubles


@given(stories(), st.integers(-300, 400))
def test_they_do_so_among_many_packs_of_other_times(
    two_journals: Emptied, story: tuple[list[Entry], Moment], days: int
) -> None:
    entries, now = story
    every = [*elsewhere(days), *entries]
    journal, _ = two_journals()
    journal.append(every)

    assert all_it_says(every, now) == all_it_says(journal.for_packs(now), now)


def test_a_year_of_packs_makes_it_read_no_more_than_a_month_does(
    journal: Journal, other: Journal
) -> None:
    short, long = years_of_packs(36), years_of_packs(360)
    journal.append(short.entries)
    other.append(long.entries)
    read = other.for_packs(long.machine.now)

    assert len(journal.for_packs(short.machine.now)) == len(read)
    assert len(read) <= 60


def test_a_pack_that_was_never_taken_off_is_found_however_old_it_is(journal: Journal) -> None:
    packs = Packs()
    pack = packs.on()
    packs.looked(pack)
    packs.machine.passes(hours=24 * 400).restarts()
    journal.append([*packs.entries, *elsewhere()])

    there = PackRecord(journal.for_packs(packs.machine.now)).on_skin(packs.machine.now)
    assert there is not None
    assert pack == there.id


@pytest.mark.parametrize("days", [-400, -3, 3, 400])
def test_neither_years_of_packs_from_elsewhere_nor_a_clock_hide_a_rest(
    journal: Journal, days: int
) -> None:
    packs = Packs()
    packs.had()
    packs.machine.passes(minutes=30)
    packs.arrive(elsewhere())
    packs.machine.is_set(days=days)
    journal.append(packs.entries)
    now = packs.machine.now

    assert packs.rest() is not None
    assert packs.rest() == PackRecord(journal.for_packs(now)).rest(COLD, now)
    assert packs.rest(HEAT) == PackRecord(journal.for_packs(now)).rest(HEAT, now)


@pytest.mark.parametrize("days", [5, 400])
def test_a_pack_of_a_day_to_come_brings_its_end_along(journal: Journal, days: int) -> None:
    packs = Packs()
    packs.machine.is_set(days=days)
    pack = packs.on()
    packs.machine.is_set_right()
    packs.off(pack)
    packs.machine.passes(hours=24 * 4).restarts()
    journal.append([*packs.entries, *elsewhere()])

    assert PackRecord(journal.for_packs(packs.machine.now)).on_skin(packs.machine.now) is None


def test_skin_that_a_pack_has_changed_is_found_however_long_ago(journal: Journal) -> None:
    packs = Packs()
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(hours=24 * 400).restarts()
    journal.append(packs.entries)

    assert PackRecord(journal.for_packs(packs.machine.now)).skin_changed


def long_ago(packs: Packs, journal: Journal) -> Moment:
    """Keep what was said, and return a moment weeks and a restart later."""
    packs.machine.passes(hours=24 * 30).restarts()
    journal.append(packs.entries)
    return packs.machine.now


def test_changed_skin_of_long_ago_is_found_behind_other_packs(journal: Journal) -> None:
    packs = Packs()
    pack = packs.had()
    for _ in range(3):
        packs.machine.passes(hours=24)
        packs.had()
    packs.after(pack, SkinLook.CHANGED)
    now = long_ago(packs, journal)

    assert packs.record.skin_changed
    assert PackRecord(journal.for_packs(now)).skin_changed


def test_the_pack_that_came_after_changed_skin_is_found_however_long_ago(
    journal: Journal,
) -> None:
    packs = Packs()
    packs.after(packs.had(), SkinLook.CHANGED)
    packs.machine.passes(hours=24)
    packs.had()
    now = long_ago(packs, journal)

    assert not PackRecord(journal.for_packs(now)).skin_changed


def test_it_is_found_behind_a_pack_that_was_put_on_by_a_wrong_clock(journal: Journal) -> None:
    packs = Packs()
    packs.machine.is_set(days=5)
    pack = packs.on()
    packs.machine.is_set_right()
    packs.off(pack)
    packs.after(pack, SkinLook.CHANGED)
    packs.machine.passes(hours=24)
    packs.had()
    now = long_ago(packs, journal)

    assert not PackRecord(journal.for_packs(now)).skin_changed


def test_a_full_day_is_found_after_a_restart(journal: Journal) -> None:
    packs = Packs()
    for _ in range(3):
        packs.had(12, HEAT)
        packs.machine.passes(hours=2)
    packs.machine.restarts().passes(hours=16)
    journal.append(packs.entries)
    now = packs.machine.now

    assert packs.full_until(HEAT) is not None
    assert packs.full_until(HEAT) == PackRecord(journal.for_packs(now)).full_until(HEAT, now)


@pytest.mark.parametrize(
    "wall", [datetime(1, 1, 1, 12, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
)
def test_packs_are_read_whatever_the_clock_says(journal: Journal, wall: datetime) -> None:
    packs = Packs()
    packs.on()
    journal.append(packs.entries)

    assert packs.entries == journal.for_packs(replace(packs.machine.now, wall=wall))


def test_a_decision_on_packs_is_given_care_and_packs(journal: Journal) -> None:
    packs = Packs()
    pack = packs.on()
    journal.append([*packs.entries, check("c"), entry("new", NothingNew())])
    given_to: list[list[str]] = []

    def decide(known: list[Entry]) -> list[Entry]:
        given_to.append(sorted(one.id for one in known))
        return []

    journal.decide(decide, packs.machine.now)
    journal.decide(decide)
    assert [sorted(["c", "new", pack]), ["c", "new"]] == given_to


def test_of_copies_that_put_a_pack_on_at_once_only_one_does(folder: Path, journal: Journal) -> None:
    said = all_at_once(
        6,
        folder,
        """
        from unspasm.domain.pack_entries import PackKind, PackOn
        from unspasm.domain.pack_record import PackRecord
        journal = open_journal(folder, now)
        def begin(known):
            if PackRecord(known).on_skin(now):
                return []
            return [entry(PackOn(PackKind.COLD, 12, now.stamp))]
        say(len(journal.decide(begin, now)))
        """,
    )

    assert ["0", "0", "0", "0", "0", "1"] == sorted(line for [line] in said)
    assert 1 == len(everything_in(journal))


# --- what comes from elsewhere --------------------------------------------------------------------


def packs_elsewhere() -> Packs:
    packs = Packs(Machine(name="there"), name="there")
    packs.after(packs.had(), SkinLook.NORMAL)
    packs.on()
    return packs


def test_what_came_here_is_noted_once_with_the_clocks_of_here(
    journal: Journal, other: Journal
) -> None:
    packs = packs_elsewhere()
    other.append([*packs.entries, check("c")])
    import_lines(journal, export_lines(other), NOW)

    [noted] = arrived(journal)
    stamped = {one.id for one in packs.entries if isinstance(one.body, PackOn | PackOff)}
    assert Arrived(frozenset(stamped), NOW.stamp) == noted
    last = everything_in(journal)[-1]
    assert (NOW.wall, NOW.utc_offset) == (last.at, last.utc_offset)


def test_to_import_it_again_notes_nothing(journal: Journal, other: Journal) -> None:
    other.append(packs_elsewhere().entries)
    lines = list(export_lines(other))
    import_lines(journal, lines, NOW)
    before = everything_in(journal)

    assert Imported(0, len(lines) - 1) == import_lines(journal, lines, NOW)
    assert before == everything_in(journal)


def test_what_is_new_is_noted_and_what_was_here_is_not(journal: Journal, other: Journal) -> None:
    packs = packs_elsewhere()
    journal.append(packs.entries[:2])
    other.append(packs.entries)
    import_lines(journal, export_lines(other), NOW)

    [noted] = arrived(journal)
    assert {packs.entries[-1].id} == noted.entries


def test_without_packs_nothing_is_noted(journal: Journal, other: Journal) -> None:
    other.append([check("c"), entry("after", PackAfter("lost")), entry("new", NothingNew())])
    import_lines(journal, export_lines(other), NOW)

    assert [] == arrived(journal)


def test_a_note_of_another_machine_comes_along_and_is_not_noted(
    journal: Journal, other: Journal, tmp_path: Path
) -> None:
    third = open_journal(tmp_path / "third", NOW)
    third.append(packs_elsewhere().entries)
    import_lines(other, export_lines(third), NOW)
    third.close()
    import_lines(journal, export_lines(other), NOW)
    first, second = arrived(journal)

    assert first.entries == second.entries
    assert 0 == len(everything_in(other)) - len(everything_in(journal)) + 1


def test_two_machines_that_exchange_their_packs_come_to_an_end(
    journal: Journal, other: Journal
) -> None:
    here, there = Packs(), packs_elsewhere()
    here.had()
    journal.append(here.entries)
    other.append(there.entries)
    for _ in range(3):
        import_lines(journal, export_lines(other), NOW)
        import_lines(other, export_lines(journal), NOW)

    assert Imported(0, len(everything_in(other))) == import_lines(journal, export_lines(other), NOW)
    by_id = {one.id: one for one in everything_in(journal)}
    assert by_id == {one.id: one for one in everything_in(other)}


def test_an_import_that_fails_keeps_neither_packs_nor_the_note(
    journal: Journal, other: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.append(packs_elsewhere().entries)
    monkeypatch.setattr(journal, "_look_again_at", fail)

    with pytest.raises(ZeroDivisionError):
        import_lines(journal, export_lines(other), NOW)
    assert [] == everything_in(journal)


def fail(_row: Row) -> None:
    raise ZeroDivisionError


def test_a_note_that_cannot_be_kept_keeps_no_packs_either(journal: Journal, other: Journal) -> None:
    packs = packs_elsewhere()
    taken = entry("taken", NothingNew())
    journal.append([taken])

    with pytest.raises(JournalError) as refused:
        journal.merge([to_row(one, "") for one in packs.entries], arrived=lambda _new: [taken])
    assert Trouble.WRITE_FAILED is refused.value.trouble
    assert [taken] == everything_in(journal)


def test_years_of_packs_come_with_notes_short_enough_to_be_imported_again(
    journal: Journal, other: Journal
) -> None:
    other.append(
        [entry(f"{number:036}", PackOn(COLD, 12, STAMP), hours=number) for number in range(5_000)]
    )
    import_lines(journal, export_lines(other), NOW)
    lines = list(export_lines(journal))

    assert 5 == len(arrived(journal))
    assert 5_000 == len(frozenset[str]().union(*(one.entries for one in arrived(journal))))
    assert max(map(len, lines)) < 100_000
    assert Imported(5, 5_000) == import_lines(other, lines, NOW)


def test_a_damaged_row_that_is_mended_counts_from_now(journal: Journal) -> None:
    packs = packs_elsewhere()
    journal.append(packs.entries)
    lines = list(export_lines(journal))
    off = packs.entries[1].id
    journal._connection.execute("UPDATE entry SET body = '{}' WHERE id = ?", (off,))
    import_lines(journal, lines, NOW)

    [noted] = arrived(journal)
    assert {off} == noted.entries


# --- rows from before there were packs ------------------------------------------------------------

OLD_ABOUT: dict[str, Any] = {
    "country": "GB",
    "emergency_number": None,
    "lasting_known": True,
    "lasting_unsure": [],
    "lasting_yes": ["diabetes"],
    "numbers": {},
    "pregnancy": None,
    "said_in": 2026,
    "utc_offset": 3600.0,
    "year_of_birth": 1980,
}
OLD_CHECK: dict[str, Any] = {
    "answers": {"age": 40, "days": 1, "pain": 3, "trend": "unknown", "unsure": [], "yes": []},
    "complete": True,
    "reasons": [],
    "settled": {},
    "stopped_at": None,
    "urgency": "self_care",
    "utc_offset": 3600.0,
}


def old(kind: str, body: dict[str, Any]) -> Row:
    """A row as it was written before there were packs."""
    at = "2026-05-03T14:10:00.000000+00:00"
    text = json.dumps(body, sort_keys=True)
    return Row("old", at, kind, 1, None, "", crc=0, body=text).with_lock("")


def test_what_was_known_of_somebody_before_there_were_packs_is_read() -> None:
    about = About(
        year_of_birth=1980, said_in=2026, lasting_yes=frozenset({"diabetes"}), country="GB",
        lasting_known=True,
    )  # fmt: skip

    assert about == to_entry(old("about", OLD_ABOUT)).body


def test_a_check_from_before_there_were_packs_is_read() -> None:
    body = to_entry(old("check", OLD_CHECK)).body

    assert isinstance(body, Check)
    assert frozenset() == body.answered


@pytest.mark.parametrize(("kind", "body"), [("about", OLD_ABOUT), ("check", OLD_CHECK)])
def test_old_rows_are_written_as_they_were_and_can_be_imported(
    journal: Journal, kind: str, body: dict[str, Any]
) -> None:
    row = old(kind, body)

    assert row == to_row(to_entry(row), "")
    assert Imported(1, 0) == import_lines(journal, [HEADER, line(row)], NOW)


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("pack_yes", About(pack_yes=frozenset("ba"))),
        ("pack_unsure", About(pack_unsure=frozenset("ba"))),
        ("pack_asked", About(pack_asked=frozenset("ba"))),
        ("pack_cleared", About(pack_cleared=frozenset("ba"))),
    ],
)
def test_what_is_known_of_packs_is_written_once_there_is_something(name: str, about: About) -> None:
    row = to_row(entry("a", about), "")

    assert ["a", "b"] == json.loads(row.body)[name]
    assert about == to_entry(row).body
    assert name not in to_row(entry("a", About()), "").body


# --- nonsense is refused --------------------------------------------------------------------------

ON = to_row(entry("on", PackOn(COLD, 12, STAMP, 3 * SECOND, sooner=False, before=5)), "")
OFF = to_row(entry("off", PackOff("on", COLD, Ended.OFF, STAMP, 9 * SECOND, None)), "")
LOOKED = to_row(entry("looked", SkinCheck("on", 300 * SECOND, fine=True)), "")
AFTER = to_row(entry("after", PackAfter("on", SkinLook.NORMAL, 3)), "")
CAME = to_row(entry("came", Arrived(frozenset({"on", "off"}), STAMP)), "")
STAMPED = (ON, OFF, CAME)


def with_body(row: Row, **changed: object) -> Any:  # noqa: ANN401 - as a parameter of a test
    """The line of a row with some of its body changed, and its name."""
    name = ", ".join(f"{key}={value!r}" for key, value in changed.items())
    text = forged(row, lambda body: body.update(changed))
    return pytest.param(text, id=f"{row.kind} {name}")


@pytest.mark.parametrize("row", [ON, OFF, LOOKED, AFTER, CAME])
def test_what_is_in_order_is_imported(journal: Journal, row: Row) -> None:
    assert Imported(1, 0) == import_lines(journal, [HEADER, line(row)], NOW)
    assert row.id in {one.id for one in everything_in(journal)}


@pytest.mark.parametrize(
    "broken",
    [
        with_body(ON, pack="warm"),
        *(with_body(ON, minutes=value) for value in (0, -3, 21, 1e9, 12.5, "12", True, None)),
        *(with_body(ON, before=value) for value in (-1, 11, 5.5, "5", True)),
        *(with_body(ON, carried=value) for value in (-0.1, 1e11, None, "3", True, 3, 1e-9)),
        *(with_body(ON, sooner=value) for value in (0, None, "no")),
        *(with_body(row, boot=value) for row in STAMPED for value in (-1.0, 1e11, "1", None)),
        *(with_body(row, boot_id=value) for row in STAMPED for value in (1, None)),
        with_body(ON, wall="2026-05-03T14:10:00"),
        with_body(ON, wall="yesterday"),
        with_body(ON, wall=""),
        with_body(ON, wall=0),
        with_body(OFF, wall="2026-05-03T14:10:00"),
        with_body(CAME, wall="2026-05-03T14:10:00"),
        with_body(ON, more=1),
        with_body(OFF, pack="warm"),
        with_body(OFF, ended="lost"),
        *(with_body(OFF, on_for=value) for value in (-0.1, 1e11, "9", True)),
        *(with_body(OFF, over_for=value) for value in (-0.1, 1e11, "9", True)),
        *(with_body(LOOKED, after=value) for value in (-0.1, 1e11, "9", None)),
        *(with_body(LOOKED, fine=value) for value in (1, None, "yes")),
        *(with_body(AFTER, skin=value) for value in ("bad", "", 1)),
        *(with_body(AFTER, pain=value) for value in (-1, 11, 2.5, "3")),
        *(with_body(CAME, entries=value) for value in ("on", ["on", "off"], ["o", "o"], [""], [1])),
        forged(OFF, target=None),
        forged(LOOKED, target=None),
        forged(AFTER, target=None),
        forged(ON, target="on"),
        forged(CAME, target="on"),
        forged(ON, kind="pack-off"),
        forged(OFF, lambda body: body.pop("on_for")),
        forged(ON, at="0001-01-01T00:30:00.000000+00:00"),
        forged(ON, at="9999-12-31T23:30:00.000000+00:00"),
    ],
)  # fmt: skip
def test_nonsense_about_packs_refuses_the_whole_file(journal: Journal, broken: str) -> None:
    good = line(to_row(entry("good", NothingNew()), ""))

    assert refusal(journal, HEADER, good, broken).startswith("line 3: ")


@pytest.mark.parametrize("wall", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_is_none_refuses_the_whole_file(journal: Journal, wall: str) -> None:
    broken = line(ON).replace('"boot": 100.0', f'"boot": {wall}')
    assert wall in broken

    with pytest.raises(ImportRefusedError, match="not JSON"):
        import_lines(journal, [HEADER, broken], NOW)


@pytest.mark.parametrize(
    ("row", "changed"),
    [
        (ON, {"boot": -1.0}),
        (ON, {"boot": 1e11}),
        (ON, {"boot": float("nan")}),
        (ON, {"wall": "2026-05-03T14:10:00"}),
        (ON, {"carried": -1.0}),
        (ON, {"pack": "warm"}),
        (OFF, {"on_for": -1.0}),
        (OFF, {"over_for": 1e300}),
        (OFF, {"ended": "lost"}),
        (LOOKED, {"after": float("inf")}),
        (AFTER, {"skin": "bad"}),
        (CAME, {"entries": 3}),
    ],
)
def test_a_row_that_bears_what_no_clock_gives_is_set_aside_and_told(
    journal: Journal, row: Row, changed: dict[str, object]
) -> None:
    body = json.dumps({**json.loads(row.body), **changed}, sort_keys=True)
    wrong = row._replace(body=body).with_lock("")
    journal.merge([wrong])

    with pytest.raises(RowError):
        to_entry(wrong)
    assert not [one for one in journal.for_packs(NOW) if isinstance(one.body, PackBody)]


def test_a_pack_whose_end_cannot_be_read_is_still_on(journal: Journal) -> None:
    packs = Packs()
    pack = packs.had()
    journal.append(packs.entries)
    journal._connection.execute("UPDATE entry SET body = '{}' WHERE kind = 'pack-off'")
    there = PackRecord(journal.for_packs(packs.machine.now)).on_skin(packs.machine.now)

    assert there is not None
    assert pack == there.id
    assert [Trouble.ROWS] == journal.troubles


@pytest.mark.parametrize("kind", PackKind)
def test_each_kind_of_pack_is_written_by_its_name(kind: PackKind) -> None:
    row = to_row(entry("on", PackOn(kind, 12, STAMP)), "")

    assert kind.value == json.loads(row.body)["pack"]
