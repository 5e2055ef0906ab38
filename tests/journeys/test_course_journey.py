"""The card of a step of the course, and what the person says became of it."""

from datetime import date
from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    bodies,
    fill_disk,
    house_at,
    record_of,
)
from tests.seeds import coached, tick

from unspasm.domain.clinician_values import Wanted
from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.course_record import CourseStanding
from unspasm.domain.entries import Called, Said
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal, open_journal
from unspasm.journal.transfer import export_lines, import_lines
from unspasm.journeys.course import CourseJourney
from unspasm.journeys.house import House
from unspasm.journeys.report import report_of

TRIED = "Tried, and it did not help: heat."
STEPS = {one.id: one for one in CATALOGUE.rules.course_steps}


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


def log(house: House, pain: int = 5) -> None:
    house.append([house.entry(PainLog(pain, not_helped=frozenset({Helped.HEAT})))])


def a_week(house: House, clock: FakeClock) -> CourseStanding:
    """Log the same pain on day 0 and on day 8; return what that comes to."""
    log(house)
    clock.advance(days=8)
    log(house)
    [noticed] = house.notice()
    return noticed


def steps(house: House) -> list[str]:
    return [one.reached.reason.id for one in house.course()]


def only_step(house: House) -> CourseStanding:
    [standing] = house.course()
    return standing


# --- the card -------------------------------------------------------------------------------------


def test_the_card_says_why_in_the_words_of_the_persons_own_entries(
    house: House, clock: FakeClock
) -> None:
    card = CourseJourney(house, a_week(house, clock), TRIED).card

    assert STEPS["day_8"].heading == card.heading
    assert Urgency.ROUTINE is card.urgency
    because = STEPS["day_8"].because.format(day=8, days=8)
    assert because in card.why
    assert card.why[-1] == TRIED
    assert STEPS["day_8"].say.format(day=8, days=8) in card.say
    assert set(STEPS["day_8"].sources) <= set(card.sources)


def test_without_anything_tried_no_line_stands_for_it(house: House, clock: FakeClock) -> None:
    card = CourseJourney(house, a_week(house, clock), "").card

    assert (STEPS["day_8"].because.format(day=8, days=8),) == card.why


def test_what_to_say_tells_of_nothing_that_nobody_said(house: House, clock: FakeClock) -> None:
    shared = CATALOGUE.care.shared
    say_of_step = STEPS["day_8"].say.format(day=8, days=8)
    card = CourseJourney(house, a_week(house, clock), TRIED).card

    assert f"{shared.say_plain} {say_of_step}" == card.say


def test_under_16_the_card_is_the_one_of_the_young(house: House, clock: FakeClock) -> None:
    coached(house, year_of_birth=2012)
    card = CourseJourney(house, a_week(house, clock), "").card
    young = CATALOGUE.care.cards["under_16"]

    assert (young.heading, young.meanwhile, "under_16") == (card.heading, card.meanwhile, card.id)
    assert Urgency.SOON is card.urgency
    assert any("It is day" in line for line in card.why)


def test_under_16_what_is_for_today_stays_for_today(house: House, clock: FakeClock) -> None:
    coached(house, year_of_birth=2012)
    for _ in range(4):
        log(house, 9)
        clock.advance(days=1)
    log(house, 9)
    card = CourseJourney(house, house.notice()[0], "").card

    assert Urgency.SAME_DAY is card.urgency
    assert STEPS["severe_3_days"].heading == card.heading
    assert CATALOGUE.rules.under_16.because in card.why


def test_severe_pain_for_days_leads_to_the_card_of_today(house: House, clock: FakeClock) -> None:
    for _ in range(4):
        log(house, 9)
        clock.advance(days=1)
    log(house, 9)
    noticed = house.notice()[0]
    run = CourseJourney(house, noticed, "")

    assert "severe_3_days" == noticed.reached.reason.id
    assert Urgency.SAME_DAY is run.card.urgency
    assert run.open
    assert not run.deaf
    assert not run.stays


def test_opening_the_card_notes_once_that_it_was_shown(house: House, clock: FakeClock) -> None:
    noticed = a_week(house, clock)
    assert not noticed.shown
    CourseJourney(house, noticed, "")

    assert only_step(house).shown
    CourseJourney(house, only_step(house), "")
    assert [CourseShown(noticed.entry.id)] == bodies(house, CourseShown)


def test_shown_is_not_seen_it_stands_on_home(house: House, clock: FakeClock) -> None:
    run = CourseJourney(house, a_week(house, clock), "")

    assert run.open
    assert run.answerable
    assert ["day_8"] == [one.reached.reason.id for one in house.home().course]


def test_it_closes_nothing(house: House, clock: FakeClock) -> None:
    coached(house)
    CourseJourney(house, a_week(house, clock), "")

    assert not house.status().closed
    assert house.home().first is None


def test_the_card_of_a_check_still_comes_first(house: House, clock: FakeClock) -> None:
    a_week(house, clock)
    check = tick(house, "saddle").entry
    assert check

    assert check.id == house.home().first


# --- what became of it ----------------------------------------------------------------------------


@pytest.mark.parametrize(("days_ago", "on"), [(0, date(2026, 11, 29)), (3, date(2026, 11, 26))])
def test_being_seen_is_kept_with_its_day_and_ends_it(
    house: House, clock: FakeClock, days_ago: int, on: date
) -> None:
    noticed = a_week(house, clock)
    run = CourseJourney(house, noticed, "")

    assert run.seen(days_ago, Said.DID_NOT_SAY)
    assert [CourseSeen(noticed.entry.id, "day_8", on)] == bodies(house, CourseSeen)
    assert not run.open
    assert [] == steps(house)
    house.notice()
    assert [] == steps(house)


@pytest.mark.parametrize("said", list(Said))
def test_whatever_was_said_about_exercise_a_step_closes_nothing(
    house: House, clock: FakeClock, said: Said
) -> None:
    coached(house)
    run = CourseJourney(house, a_week(house, clock), "")
    run.seen(0, said)

    assert not house.status().closed


def test_being_seen_restarts_the_steps_own_clock(house: House, clock: FakeClock) -> None:
    run = CourseJourney(house, a_week(house, clock), "")
    run.seen(0, Said.GO_ON)
    clock.advance(days=6)
    log(house)
    house.notice()
    assert "day_8" not in steps(house)
    clock.advance(days=9)
    log(house)
    house.notice()

    assert steps(house)


def test_a_mistake_ends_it_until_the_record_comes_to_it_again(
    house: House, clock: FakeClock
) -> None:
    noticed = a_week(house, clock)
    run = CourseJourney(house, noticed, "")
    [(name, because)] = run.ticks

    assert ("day_8", noticed.reached.reason.because) == (name, because)
    assert run.take_back(frozenset({name}))
    assert [True] == [
        one.mistaken for one in bodies(house, CourseSeen) if isinstance(one, CourseSeen)
    ]
    assert [] == steps(house)
    clock.advance(days=1)
    assert ["day_8"] == [one.reached.reason.id for one in house.notice()]


def test_what_could_not_be_kept_is_told(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    noticed = a_week(house, clock)
    fill_disk(house, monkeypatch)
    run = CourseJourney(house, noticed, "")

    assert not run.kept
    assert not run.seen(0, Said.GO_ON)
    assert not run.open
    assert [CourseReached] == [
        type(body) for body in bodies(house, CourseReached, CourseShown) if body == noticed.reached
    ]


# --- having called --------------------------------------------------------------------------------


def test_having_called_is_kept_and_changes_nothing_else(house: House, clock: FakeClock) -> None:
    coached(house)
    noticed = a_week(house, clock)
    run = CourseJourney(house, noticed, "")
    status, home = house.status(), house.home()
    page = report_of(house, Wanted())

    assert run.called()
    assert [Called(noticed.entry.id)] == bodies(house, Called)
    assert run.open
    assert status == house.status()
    assert home == house.home()
    assert page == report_of(house, Wanted())


def test_having_called_for_a_step_is_not_having_called_for_a_check(
    house: House, clock: FakeClock
) -> None:
    assert tick(house, "saddle").entry
    clock.advance()
    run = CourseJourney(house, a_week(house, clock), "")
    before = house.status()
    run.called()

    assert house.home().called_at is None
    assert before == house.status()
    assert [None] == [one.called_at for one in house.status().standing]


def test_having_called_for_a_check_leaves_the_step_alone(house: House, clock: FakeClock) -> None:
    a_week(house, clock)
    check = tick(house, "saddle").entry
    assert check
    before = house.course()
    house.append([house.entry(Called(check.id))])

    assert before == house.course()


def carry(journal: Journal, lines: list[str], clock: FakeClock) -> None:
    import_lines(journal, lines, clock())


@pytest.mark.parametrize("turned", [False, True])
def test_all_that_was_said_of_a_step_comes_along_in_an_export(
    house: House,
    clock: FakeClock,
    tmp_path: Path,
    turned: bool,  # noqa: FBT001 - a column of the table
) -> None:
    coached(house)
    assert tick(house, "saddle").entry
    run = CourseJourney(house, a_week(house, clock), "")
    run.called()
    head, *lines = export_lines(record_of(house))
    lines = lines[::-1] if turned else lines
    there = tmp_path / "there"
    journal = open_journal(there, clock())
    carry(journal, [head, *lines[:2]], clock)
    carry(journal, [head, *lines], clock)
    carry(journal, [head, *lines], clock)
    assert sorted(lines) == sorted(list(export_lines(journal))[1:])
    journal.close()
    other = house_at(there, clock)

    assert house.status() == other.status()
    assert house.course() == other.course()
    assert house.home() == other.home()
    assert () == other.troubles
    assert CourseJourney(other, only_step(other), "").seen(0, Said.GO_ON)
    assert [] == steps(other)


def test_having_called_survives_the_loss_of_the_step_it_was_for(
    house: House, clock: FakeClock
) -> None:
    coached(house)
    status = house.status()
    house.append([house.entry(Called("nothing of that name"))])

    assert status == house.status()
    assert () == house.course() == house.notice()
