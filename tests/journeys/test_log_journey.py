"""A log: what is said, when it was, and that it is kept once and can be taken out again."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.journeys.houses import (
    START,
    FakeClock,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)
from tests.seeds import coached, say, tick

from unspasm.domain.entries import Entry, EpisodeOver, NothingNew
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    NOTE_LETTERS,
    Area,
    Background,
    Helped,
    HowOften,
    PainLog,
    SetOff,
    Side,
    Spot,
)
from unspasm.journal.transfer import export_lines, import_lines
from unspasm.journeys.house import House
from unspasm.journeys.log import LogJourney, last_log

HOUR = timedelta(hours=1)
STRANGE = (
    "[bold]not bold[/] \x1b[31mred\x1b[0m \x07 \u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd"
    " \U0001f469\u200d\U0001f9bd \udc80 'quoted' \"twice\" {braces} %s\n=1+1\r\n\u2028end"
)


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def logged(house: House, pain: int, when: str = "") -> LogJourney:
    """Keep a log."""
    run = LogJourney(house)
    run.say_pain(pain)
    assert run.say_when(when)
    assert run.keep()
    return run


def logs(house: House) -> list[PainLog]:
    """What is kept of logs, oldest first."""
    entries = sorted(house.progress_entries(), key=lambda one: one.at)
    return [one.body for one in entries if isinstance(one.body, PainLog)]


# --- what goes with it ----------------------------------------------------------------------------


def test_a_number_is_enough(house: House, clock: FakeClock) -> None:
    run = LogJourney(house)
    assert not run.told
    run.say_pain(4)

    assert run.told
    assert run.keep()
    assert [PainLog(4)] == logs(house)
    assert run.entry is not None
    assert (clock().wall, HOUR) == (run.entry.at, run.entry.utc_offset)


def test_nothing_is_kept_before_the_person_says_so(house: House) -> None:
    run = LogJourney(house)
    run.say_pain(4)
    run.say(note="a note", feel=Feel.WORSE)

    assert [] == logs(house)
    assert run.entry is None


def test_everything_that_was_said_is_kept(house: House, folder: Path, clock: FakeClock) -> None:
    run = LogJourney(house)
    run.say_pain(9)
    run.say_pain(6)
    run.say(
        feel=Feel.BETTER,
        spots=frozenset({Spot(Area.LOWER, Side.LEFT), Spot(Area.NECK)}),
        set_off=frozenset({SetOff.LIFTING}),
        helped=frozenset({Helped.HEAT}),
    )
    run.say(not_helped=frozenset({Helped.PRESCRIBED}), activities={"walk": 3}, note="hm")
    run.keep()
    house.close()

    assert [
        PainLog(
            6,
            Feel.BETTER,
            None,
            frozenset({Spot(Area.LOWER, Side.LEFT), Spot(Area.NECK)}),
            frozenset({SetOff.LIFTING}),
            frozenset({Helped.HEAT}),
            frozenset({Helped.PRESCRIBED}),
            {"walk": 3},
            "hm",
        )
    ] == logs(house_at(folder, clock))


def test_as_many_a_day_as_the_person_likes(house: House, clock: FakeClock) -> None:
    for pain in (5, 5, 7):
        logged(house, pain)
        clock.advance()

    assert [5, 5, 7] == [log.pain for log in logs(house)]


@pytest.mark.parametrize("note", [STRANGE, "x" * 100_000, "\U0001f9bd" * NOTE_LETTERS, "\x1b" * 9])
def test_a_note_survives_as_it_was_typed_here_and_on_another_machine(
    house: House, clock: FakeClock, tmp_path: Path, note: str
) -> None:
    run = LogJourney(house)
    run.say_pain(5)
    run.say(note=note)
    assert run.keep()
    other = house_at(tmp_path / "other", clock)
    lines = list(export_lines(record_of(house)))
    import_lines(record_of(other), lines, clock())

    assert [note] == [log.note for log in logs(house)] == [log.note for log in logs(other)]
    assert list(export_lines(record_of(other))) == lines


# --- when it was ----------------------------------------------------------------------------------


def test_it_was_now_unless_something_else_is_said(house: House) -> None:
    run = LogJourney(house)

    assert run.felt is None
    assert run.say_when("  ")
    assert run.draft.felt_at is None


def test_an_earlier_time_is_kept_as_it_was_lived(house: House, clock: FakeClock) -> None:
    run = logged(house, 6, "14:30")
    (log,) = logs(house)

    assert START.replace(minute=30) - HOUR == log.felt_at
    assert run.felt == clock().lived.replace(hour=14, minute=30)
    assert run.entry is not None
    assert clock().wall == run.entry.at


def test_an_earlier_time_can_be_taken_back_to_now(house: House) -> None:
    run = LogJourney(house)
    run.say_when("2d")
    assert run.felt is not None
    assert run.say_when("")

    assert run.felt is None


@pytest.mark.parametrize("text", ["2026-11-21 15:03", "2026-11-22", "2030-01-01", "soon", "[b]"])
def test_what_lies_ahead_or_means_nothing_is_refused_and_changes_nothing(
    house: House, text: str
) -> None:
    run = LogJourney(house)
    assert run.say_when("3h")
    before = run.draft

    assert not run.say_when(text)
    assert before == run.draft


def test_a_time_that_is_still_ahead_today_means_yesterday(house: House, clock: FakeClock) -> None:
    run = logged(house, 6, "15:03")

    assert run.felt == clock().lived.replace(day=20, hour=15, minute=3)


def test_a_log_of_an_earlier_day_begins_the_spasm_on_that_day(house: House) -> None:
    logged(house, 6, "2d")
    spasm = house.spasm_now()

    assert spasm
    assert (2, 6) == (spasm.day, spasm.pain and spasm.pain.pain)


# --- what is asked once ---------------------------------------------------------------------------


def test_the_back_in_general_is_kept_at_once_and_the_latest_word_counts(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = LogJourney(house)
    assert Background() == run.background
    run.say_background(Background("a slipped disc", HowOften.MONTHLY, heavy_week=True))
    clock.advance(days=500)
    run.say_background(Background("none", HowOften.RARELY))
    clock.advance(days=500)

    assert Background("none", HowOften.RARELY) == LogJourney(house_at(folder, clock)).background


def test_my_activities_are_remembered_and_others_lose_their_score(
    house: House, folder: Path, clock: FakeClock
) -> None:
    run = LogJourney(house)
    assert () == run.activities
    run.name_activities("walk, drive")
    run.say(activities={"walk": 3, "drive": 5})
    clock.advance()
    run.name_activities("drive, swim")

    assert {"drive": 5} == run.draft.activities
    assert ("drive", "swim") == LogJourney(house_at(folder, clock)).activities
    assert [] == logs(house)


# --- the end --------------------------------------------------------------------------------------


def test_undo_takes_it_out_and_is_done_once(house: House, folder: Path, clock: FakeClock) -> None:
    logged(house, 3)
    clock.advance()
    run = logged(house, 8)

    assert run.undo()
    assert [3] == [log.pain for log in logs(house)]
    assert not run.undo()
    assert [3] == [log.pain for log in logs(house_at(folder, clock))]


def test_before_it_is_kept_there_is_nothing_to_undo(house: House) -> None:
    logged(house, 3)
    run = LogJourney(house)
    run.say_pain(8)

    assert not run.undo()
    assert [3] == [log.pain for log in logs(house)]


def test_undo_never_lowers_what_the_record_has_come_to(house: House, clock: FakeClock) -> None:
    logged(house, 5)
    clock.advance(days=8)
    run = logged(house, 5)
    assert ["day_8"] == [one.reached.reason.id for one in house.notice()]
    run.undo()

    assert ["day_8"] == [one.reached.reason.id for one in house.notice()]


def test_the_log_that_was_kept_last_is_the_one_to_take_out(house: House, clock: FakeClock) -> None:
    assert last_log(house) is None
    logged(house, 3)
    clock.advance()
    late = logged(house, 8, "2d").entry
    say(house, NothingNew(), EpisodeOver())

    assert late == last_log(house)
    assert isinstance(late, Entry)
    house.retract(late)
    found = last_log(house)
    assert found
    assert PainLog(3) == found.body


def test_on_a_full_disk_it_says_so_and_holds_until_the_program_ends(
    house: House, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    run = LogJourney(house)
    run.say_pain(7)

    assert not run.keep()
    assert not run.kept
    assert [7] == [log.pain for log in logs(house)]
    assert not house.keeps
    assert [] == logs(house_at(folder, clock))
    assert not run.undo()
    assert [] == logs(house)


@pytest.mark.parametrize("part", ["background", "activities"])
def test_whatever_was_not_written_the_log_says_that_not_all_was_kept(
    house: House, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    run = LogJourney(house)
    run.say_pain(7)
    with monkeypatch.context() as full:
        fill_disk(house, full)
        if part == "background":
            run.say_background(Background("a slipped disc"))
        else:
            run.name_activities("walk")

    assert not run.keep()
    assert [7] == [log.pain for log in logs(house)]
    assert run.background.conditions or run.activities


def test_without_a_record_a_log_still_counts_until_the_program_ends(clock: FakeClock) -> None:
    house = house_without_record(clock)
    run = LogJourney(house)
    run.say_pain(7)

    assert not run.keep()
    assert [7] == [log.pain for log in logs(house)]
    assert house.home().in_episode


def test_a_log_opens_nothing_that_a_check_has_closed(house: House, clock: FakeClock) -> None:
    assert tick(house, "saddle").entry
    before = house.status().closed
    clock.advance()
    logged(house, 0)

    assert before
    assert before == house.status().closed
    assert house.home().first


def test_under_16_a_log_is_kept_and_opens_nothing(house: House) -> None:
    coached(house, year_of_birth=2012)
    before = house.status().closed
    logged(house, 5)

    assert [5] == [log.pain for log in logs(house)]
    assert house.home().under_16
    assert before
    assert before == house.status().closed


def test_what_helped_is_not_among_what_did_not_and_the_other_way_round(house: House) -> None:
    run = LogJourney(house)
    run.say_helped(frozenset({Helped.COLD, Helped.WALK}))
    run.say_not_helped(frozenset({Helped.COLD}))
    assert {Helped.WALK} == run.draft.helped
    assert {Helped.COLD} == run.draft.not_helped
    run.say_helped(frozenset({Helped.COLD}))
    assert {Helped.COLD} == run.draft.helped
    assert not run.draft.not_helped


def test_at_most_three_activities_are_named_each_once(house: House) -> None:
    run = LogJourney(house)

    assert ("walk", "drive", "swim") == run.name_activities(" walk,, drive , walk, swim, row")
    assert () == run.name_activities(" , ")
    assert ("walk", "drive", "swim") == run.activities
