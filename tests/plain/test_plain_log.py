"""Logs, what follows from them, progress and the page, line by line."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, fill_disk, house_at
from tests.plain.talking import NO_SIGN, WORDS, Talk
from tests.seeds import say, tick

from unspasm.domain.course_entries import CourseSeen, CourseShown
from unspasm.domain.entries import Check, Entry
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    ACTIVITY_LETTERS,
    NOTE_LETTERS,
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    SetOff,
    Side,
    Spot,
)
from unspasm.journeys.house import House
from unspasm.words.body_phrases import spots_in_words

LOG = WORDS.log
STEP = "The prescribed medicine did not help"
UNHELPED = PainLog(5, not_helped=frozenset({Helped.PRESCRIBED}))
UNDONE, NOTHING_NEW, CHECK_NOW = "3", "1", "2"


def entries(house: House, *kinds: type) -> list[Entry]:
    """What is kept, oldest first."""
    found = sorted(house.everything_told(), key=lambda one: (one.at, one.id))
    return [one for one in found if isinstance(one.body, kinds)]


def logs(house: House) -> list[PainLog]:
    """What is kept of logs, oldest first."""
    return [one.body for one in entries(house, PainLog) if isinstance(one.body, PainLog)]


def only_log(house: House) -> PainLog:
    [log] = logs(house)
    return log


def keep(talk: Talk, *typed: str) -> str:
    """Log with these lines, keep it, say that nothing is new, and leave."""
    return talk.app("5", *typed, "", NOTHING_NEW, "q")


# --- a log ----------------------------------------------------------------------------------------


def test_a_number_and_enter_is_enough(house: House, talk: Talk) -> None:
    said = keep(talk, "4")

    assert PainLog(4) == only_log(house)
    assert "Kept: pain 4 of 10, now." in said
    assert LOG.nerves in said
    for words in (*LOG.severity, LOG.pain_ask):
        assert words in said


def test_home_then_says_how_it_stands(talk: Talk) -> None:
    said = keep(talk, "4")

    assert WORDS.home.day_first in said.rpartition(LOG.nerves)[2]
    assert "Pain 4 of 10 today." in said


@pytest.mark.parametrize("typed", ["11", "-1", "4.5", "four", "[b]", "99999999999999999999"])
def test_what_is_no_number_from_0_to_10_is_asked_again(
    house: House, talk: Talk, typed: str
) -> None:
    said = keep(talk, typed, "10")

    assert WORDS.check.out_of_range.format(lowest=0, highest=10) in said
    assert PainLog(10) == only_log(house)


@pytest.mark.parametrize("typed", [["q"], [""], ["5", "q"], ["5", "7", "a note", "q"]])
def test_leaving_keeps_nothing_and_asks_nothing(house: House, talk: Talk, typed: list[str]) -> None:
    said = talk.app("5", *typed, "q")

    assert [] == logs(house)
    assert LOG.nerves not in said


def test_the_end_of_input_keeps_nothing_that_was_not_confirmed(house: House, talk: Talk) -> None:
    talk.app("5", "5", "7", "a note")

    assert talk.ended_by_end_of_input
    assert [] == logs(house)


def test_the_end_of_input_after_it_takes_nothing_back(house: House, talk: Talk) -> None:
    said = talk.app("5", "5", "")

    assert talk.ended_by_end_of_input
    assert "Kept: pain 5 of 10, now." in said
    assert PainLog(5) == only_log(house)


def test_everything_else_can_be_said_by_number(house: House, talk: Talk) -> None:
    left_thigh = spots_in_words(WORDS.body, {Spot(Area.THIGH, Side.LEFT)})
    places = keep(talk, "1", "2", "").splitlines()
    number = next(line for line in places if line.endswith(f". {left_thigh}")).partition(".")[0]
    said = keep(
        talk, "6",
        "1", "3",
        "2", f"1, {number}",
        "3", "1 7",
        "4", "1 2",
        "5", "2 11",
        "7", "  after [bold]gardening[/]  ",
        "8", "2d",
    )  # fmt: skip
    log = next(one for one in logs(house) if one.pain == 6)

    assert Feel.WORSE is log.feel
    assert {Spot(Area.NECK), Spot(Area.THIGH, Side.LEFT)} == log.spots
    assert {SetOff.LIFTING, SetOff.SITTING} == log.set_off
    assert {Helped.COLD} == log.helped
    assert {Helped.HEAT, Helped.PRESCRIBED} == log.not_helped
    assert "after [bold]gardening[/]" == log.note
    assert log.felt_at is not None
    assert f"{LOG.row_helped}: cold\n" in said
    assert f"{LOG.row_not_helped}: heat, prescribed medicine" in said
    assert "Kept: pain 6 of 10, on 19 November" in said


def test_what_helped_and_what_did_not_exclude_each_other(house: House, talk: Talk) -> None:
    keep(talk, "6", "5", "1 2", "4", "2 3")

    log = only_log(house)
    assert {Helped.HEAT, Helped.POSITION} == log.helped
    assert {Helped.COLD} == log.not_helped


def test_numbers_that_are_not_there_are_asked_again(house: House, talk: Talk) -> None:
    said = keep(talk, "6", "4", "1 99", "0", "zzz", "1")

    for typed in ("1 99", "0", "zzz"):
        assert WORDS.plain.not_understood.format(text=typed) in said
    assert {Helped.COLD} == only_log(house).helped


def test_what_was_marked_can_be_unmarked(house: House, talk: Talk) -> None:
    keep(talk, "6", "3", "1", "3", "", "1", "1", "1", "")

    assert PainLog(6) == only_log(house)


@pytest.mark.parametrize("typed", ["0", "10", "zzz", "\x1b[2J"])
def test_what_is_not_offered_is_not_understood(house: House, talk: Talk, typed: str) -> None:
    said = keep(talk, "6", typed)

    assert WORDS.plain.not_understood.partition("{text}")[0] in said
    assert PainLog(6) == only_log(house)


@pytest.mark.parametrize("typed", [("!",), ("6", "!"), ("6", "7", "!"), ("6", "9", "!")])
def test_worse_leaves_it_for_the_warning_signs_whatever_is_asked(
    house: House, talk: Talk, typed: tuple[str, ...]
) -> None:
    dropped = ["n"] if len(typed) > 1 else []
    said = talk.app("5", *typed, "q", *dropped, "q")

    assert "Page 1 of" in said
    assert len(dropped) == said.count(LOG.dropped)
    assert not [one for one in house.everything_told() if isinstance(one.body, PainLog)]


def test_what_worse_broke_off_is_gone_on_with_after_the_check(house: House, talk: Talk) -> None:
    said = talk.app("5", "6", "7", "bad at night", "1", "!", "q", "!", "q", "y", "", "", "q")

    assert 2 == said.count(LOG.go_on_ask.format(pain=6))
    assert PainLog(6, note="bad at night") == only_log(house)
    assert LOG.dropped not in said


def test_what_was_broken_off_and_left_is_not_offered_again(house: House, talk: Talk) -> None:
    said = talk.app("5", "6", "!", "q", "y", "q", "5", "4", "", "", "q")

    assert 1 == said.count(LOG.go_on_ask.format(pain=6))
    assert PainLog(4) == only_log(house)


def test_where_an_emergency_stands_what_was_broken_off_is_dropped_and_said(
    house: House, talk: Talk
) -> None:
    said = talk.app("5", "6", "!", "1", "q")

    assert WORDS.plain.card_menu in said
    assert LOG.go_on_ask.format(pain=6) not in said
    assert said.index(WORDS.plain.card_menu) < said.index(LOG.dropped)


@pytest.mark.parametrize("when", ["2030-01-01", "2026-11-21 15:03", "soon", "\x1b[31m"])
def test_a_time_ahead_is_refused_and_now_stays(house: House, talk: Talk, when: str) -> None:
    said = keep(talk, "6", "8", when)

    assert LOG.when_not.partition("{text}")[0] in said
    assert PainLog(6) == only_log(house)


def test_my_activities_are_named_once_then_only_scored(
    house: House, talk: Talk, clock: FakeClock
) -> None:
    long = "x" * 200
    keep(talk, "6", "6", f"walk,  drive , walk,, {long}, swim", "3", "12", "", "7")
    clock.advance()
    said = keep(talk, "5", "6", "4", "", "9")

    assert [MyActivities(("walk", "drive", long[:ACTIVITY_LETTERS]))] == [
        one.body for one in entries(house, MyActivities)
    ]
    first, second = logs(house)
    assert {"walk": 3, long[:ACTIVITY_LETTERS]: 7} == first.activities
    assert {"walk": 4, long[:ACTIVITY_LETTERS]: 9} == second.activities
    assert LOG.activities_ask not in said
    assert "walk 4 of 10" in said


def test_no_activity_named_is_none(house: House, talk: Talk) -> None:
    keep(talk, "6", "6", " , ")

    assert PainLog(6) == only_log(house)
    assert [] == entries(house, MyActivities)


def test_the_back_in_general_is_kept_and_told_at_the_next_log(
    house: House, talk: Talk, clock: FakeClock
) -> None:
    keep(talk, "6", "9", "a slipped disc", "4", "2")
    clock.advance()
    said = keep(talk, "5", "9", "", "", "")

    known = Background("a slipped disc", HowOften.MONTHLY, heavy_week=False)
    assert [known, known] == [one.body for one in entries(house, Background)]
    assert f"{LOG.row_background}: {LOG.how_often_monthly}, a slipped disc" in said


def test_a_long_note_is_told_by_its_length_and_kept_whole(house: House, talk: Talk) -> None:
    note = "\u05e9\U0001f9bd\u202e[b]" * 15_000
    said = keep(talk, "6", "7", note)

    assert note == only_log(house).note
    assert LOG.note_short.format(count=len(note)) in said
    assert note[:100] not in said


def test_what_was_pasted_by_mistake_is_cut(house: House, talk: Talk) -> None:
    keep(talk, "6", "7", "x" * (NOTE_LETTERS + 1))

    assert NOTE_LETTERS == len(only_log(house).note)


# --- what follows ---------------------------------------------------------------------------------


def test_undo_takes_it_out_again(house: House, folder: Path, clock: FakeClock, talk: Talk) -> None:
    said = talk.app("5", "6", "", UNDONE, "q")

    assert LOG.undone in said
    assert [] == logs(house)
    assert [] == logs(house_at(folder, clock))


def test_yes_or_not_sure_leads_to_the_check_at_once(house: House, talk: Talk) -> None:
    said = talk.app("5", "6", "", CHECK_NOW, *NO_SIGN, "", "q")

    assert "Page 1 of " in said.partition(LOG.nerves)[2]
    assert 1 == len(entries(house, Check))
    assert 1 == len(logs(house))


@pytest.mark.parametrize("typed", ["", "q", "zzz"])
def test_no_answer_to_the_last_line_leads_home(house: House, talk: Talk, typed: str) -> None:
    said = talk.app("5", "6", "", typed, "q")

    assert 1 == len(logs(house))
    assert "Page 1 of " not in said


def test_on_a_full_disk_it_says_so_and_goes_on(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    said = keep(talk, "6")

    assert WORDS.card.nothing_kept in said
    assert WORDS.journal.full in said
    assert LOG.nerves in said
    assert WORDS.plain.bye_nothing in said


def test_an_undo_that_cannot_be_written_says_so(
    house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "retract", lambda _entry: False)
    said = talk.app("5", "6", "", UNDONE, "q")

    assert LOG.undone not in said
    assert WORDS.card.nothing_kept in said


# --- what the record notices ----------------------------------------------------------------------


LEADS = ("5", "6", "5", "11", "", NOTHING_NEW)
"""A log of prescribed medicine that did not help: the record comes to a step with it at once."""
CARD = f"ORDINARY VISIT. {STEP}."
ON_HOME = f"{STEP}: "


def test_the_card_of_a_step_comes_once_after_the_log_that_leads_to_it(
    house: House, talk: Talk, clock: FakeClock
) -> None:
    first = talk.app(*LEADS, "", "q")
    clock.advance(60)
    again = talk.app(*LEADS, "q")

    assert first.index(LOG.nerves) < first.index(CARD) < first.index(ON_HOME)
    assert LOG.tried.format(names="prescribed medicine") in first
    assert WORDS.plain.card_menu_plain in first.partition(CARD)[2]
    assert CARD not in again
    assert 1 == len(entries(house, CourseShown))


def test_it_stands_on_home_until_it_is_seen(
    house: House, folder: Path, talk: Talk, clock: FakeClock
) -> None:
    talk.app(*LEADS, "", "q")
    clock.advance(days=0.1)
    home = Talk(house_at(folder, clock)).app("q")
    assert ON_HOME in home
    assert CARD not in home
    seen = talk.app("c", "2", "1", "", "q")

    assert WORDS.card.seen_said_ask not in seen  # a step closes nothing, so nothing waits for it
    before, _, after = seen.rpartition(WORDS.card.seen_done_step)
    assert CARD in before
    assert ON_HOME in before
    assert ON_HOME not in after
    assert 1 == len(entries(house, CourseSeen))
    assert ON_HOME not in Talk(house_at(folder, clock)).app("q")


def test_a_mistake_is_said_of_a_step_too(house: House, talk: Talk) -> None:
    said = talk.app(*LEADS, "3", "1", "y", "", "q")

    assert WORDS.card.mistake_done in said
    assert ON_HOME not in said.rpartition(WORDS.card.mistake_done)[2]


def test_having_called_is_noted_and_the_step_stands_on(house: House, talk: Talk) -> None:
    said = talk.app(*LEADS, "1", "", "q")

    assert WORDS.card.called_short in said
    assert ON_HOME in said.rpartition(WORDS.card.called_short)[2]


def test_what_was_reached_while_nobody_looked_opens_at_the_next_start(
    house: House, talk: Talk
) -> None:
    say(house, UNHELPED)
    first = talk.app("", "q")

    assert first.index(CARD) < first.index(WORDS.plain.menu_heading)
    assert CARD not in talk.app("q")


def test_a_week_of_the_same_pain_opens_its_card_too(
    house: House, talk: Talk, clock: FakeClock
) -> None:
    say(house, PainLog(5))
    clock.advance(days=8)
    say(house, PainLog(5))

    assert "A week without getting better" in talk.app("", "q")


def test_an_emergency_card_comes_before_a_step(house: House, talk: Talk) -> None:
    say(house, UNHELPED)
    assert tick(house, "saddle").entry
    said = talk.app("q")

    assert "EMERGENCY" in said
    assert CARD not in said
    assert [] == entries(house, CourseShown)


def test_a_log_that_is_undone_leaves_what_an_earlier_one_led_to(house: House, talk: Talk) -> None:
    talk.app(*LEADS, "", "q")
    said = talk.app("5", "1", "", UNDONE, "q")

    assert ON_HOME in said.rpartition(LOG.undone)[2]


def test_a_log_that_is_undone_at_once_leads_to_nothing(house: House, talk: Talk) -> None:
    said = talk.app(*LEADS[:-1], UNDONE, "q")

    assert CARD not in said
    assert ON_HOME not in said


# --- progress -------------------------------------------------------------------------------------


def test_progress_without_a_record_says_so_in_words(talk: Talk) -> None:
    said = talk.app("6", "q")

    assert WORDS.progress.nothing_yet in said
    assert WORDS.progress.helped_none in said


def test_progress_is_told_in_sentences_with_what_was_noticed_first(
    house: House, talk: Talk, clock: FakeClock
) -> None:
    for pain in (5, 4, 3):
        say(house, replace(UNHELPED, pain=pain))
        clock.advance(days=4)
    said = talk.app("", "6", "q").rpartition(f"{STEP}. ")[2]

    assert "Pain has gone from 5 to 3 in eight days." in said
    assert WORDS.progress.said_none.format(what="Prescribed medicine", times=3) in said
    assert LOG.tried.format(names="prescribed medicine") in said
    assert WORDS.progress.legend_pain not in said


# --- the page -------------------------------------------------------------------------------------


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, which is also the one that they are in."""
    folder = tmp_path / "person"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.chdir(folder)
    return folder


def test_without_anything_told_there_is_no_page(talk: Talk) -> None:
    assert WORDS.report.nothing in talk.app("8", "q")


@pytest.mark.parametrize("typed", ["", "q"])
def test_the_page_is_read_first_and_only_saved_when_it_is_wanted(
    house: House, talk: Talk, person: Path, typed: str
) -> None:
    say(house, PainLog(5, note="after \x1b[31mgardening"))
    said = talk.app("8", typed, "q")

    assert WORDS.report.title in said
    assert "gardening" in said
    assert [] == list(person.iterdir())


def test_it_is_saved_under_its_own_name_or_another(house: House, talk: Talk, person: Path) -> None:
    say(house, PainLog(5))
    said = talk.app("8", "s", "8", "page.md", "8", "page.md", "q")

    names = ["back-pain-page-2026-11-21.html", "page.md"]
    assert names == sorted(one.name for one in person.iterdir())
    assert (person / "page.md").read_text(encoding="utf-8").startswith("# ")
    assert str(person / names[0]) in said
    assert WORDS.report.taken.partition("{file}")[2][:20] in said


def test_notes_can_be_left_out_before_it_is_saved(house: House, talk: Talk, person: Path) -> None:
    say(house, PainLog(5, note="after gardening"))
    talk.app("8", "t", "page.md", "8", "t", "t", "whole.md", "q")

    assert "gardening" not in (person / "page.md").read_text(encoding="utf-8")
    assert "gardening" in (person / "whole.md").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_said(house: House, talk: Talk, person: Path) -> None:
    say(house, PainLog(5))
    said = talk.app("8", "nowhere/page.md", "8", "~nobody-of-that-name/page.md", "q")

    assert 2 == said.count("could not be written")
    assert [] == list(person.iterdir())
