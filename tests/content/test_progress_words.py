"""The sentences under the pictures of progress say what the pictures show, and no more."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.content.test_words_of_care import NEVER_SAID
from tests.domain.charts import day, days

from unspasm.domain.log_entries import Helped
from unspasm.domain.progress_view import (
    BeforeAfter,
    Mark,
    PainChange,
    ProgressDay,
    ProgressView,
)
from unspasm.words import CalendarWords, ProgressWords, read_words
from unspasm.words.progress_phrases import (
    followed_by,
    legend_of_pain,
    legend_of_weeks,
    said_of,
    said_of_helped,
    said_of_pain,
    said_of_spasms,
    said_of_weeks,
)

TODAY = date(2026, 5, 10)
CHANGE = PainChange(
    first=7.0, latest=4.5, lowest=3, highest=9, days=6, last_told=TODAY - timedelta(days=1)
)
NOTHING = ProgressView(
    today=TODAY, days=days(None, None), weeks=(days(*[None] * 7),), helped=(), spasms=0,
    change=None, began=None,
)  # fmt: skip
CAUSE = "that does not show it was the cause"


@pytest.fixture(scope="module")
def words(content_folder: Path) -> ProgressWords:
    """The words as they ship."""
    return read_words(content_folder).progress


@pytest.fixture(scope="module")
def calendar(content_folder: Path) -> CalendarWords:
    """The names of days and months."""
    return read_words(content_folder).calendar


def showing(*shown: ProgressDay, change: PainChange | None = None) -> ProgressView:
    return replace(NOTHING, days=shown, weeks=(shown,), change=change)


# --- pain over days -------------------------------------------------------------------------------


def test_the_change_is_said_by_its_medians(words: ProgressWords, calendar: CalendarWords) -> None:
    view = showing(*days(7, None, 4), change=CHANGE)

    assert [
        "Pain has gone from 7 to 4.5 in six days.",
        "In this spasm you told of pain from 3 to 9.",
        "Last told on 9 May.",
        "You told of pain on two days.",
        "No session and no pack on these days.",
    ] == list(said_of_pain(words, calendar, view))


def test_what_nobody_can_tell_yet_is_not_told(
    words: ProgressWords, calendar: CalendarWords
) -> None:
    change = replace(CHANGE, days=4, lowest=5, highest=5, last_told=TODAY)

    assert [
        words.too_early,
        "In this spasm you told of pain 5 each time.",
        "You told of pain on one day.",
    ] == list(said_of_pain(words, calendar, showing(*days(5), change=change)))[:3]


def test_pain_that_stayed_is_not_said_to_have_gone_anywhere(
    words: ProgressWords, calendar: CalendarWords
) -> None:
    change = replace(CHANGE, latest=7.0, days=14)

    assert "Pain is at 7, as it was 14 days before." == next(
        said_of_pain(words, calendar, showing(*days(7), change=change))
    )


def test_days_with_something_done_and_checks_are_counted(
    words: ProgressWords, calendar: CalendarWords
) -> None:
    one = (day(0, (), Mark.PACK), day(1, (), Mark.CHECK), day(2, (3,)))
    two = (day(0, (1,), Mark.SESSION), day(1, (1,), Mark.PACK, Mark.CHECK), day(2, (), Mark.CHECK))

    assert [
        words.no_pain_now,
        "You told of pain on one day.",
        "A session or a pack on one day.",
        "A check on one day.",
    ] == list(said_of_pain(words, calendar, showing(*one)))
    assert [
        "You told of pain on two days.",
        "A session or a pack on two days.",
        "A check on two days.",
    ] == list(said_of_weeks(words, showing(*two)))


def test_an_empty_record_and_an_empty_time_are_told_apart(
    words: ProgressWords, calendar: CalendarWords
) -> None:
    before = replace(NOTHING, spasms=1)
    in_weeks = replace(NOTHING, weeks=(days(4),))

    assert [words.nothing_yet] == list(said_of_pain(words, calendar, NOTHING))
    assert [words.nothing_yet] == list(said_of_weeks(words, NOTHING))
    for view in (before, in_weeks, replace(NOTHING, change=CHANGE)):
        assert [words.nothing_in_range] == list(said_of_pain(words, calendar, view))
    assert [words.nothing_in_range] == list(said_of_weeks(words, before))


@pytest.mark.parametrize(
    ("spasms", "said"),
    [
        (0, "No spasm told of in six months."),
        (1, "One spasm in six months."),
        (3, "Three spasms in six months."),
        (13, "13 spasms in six months."),
    ],
)
def test_spasms_are_counted_in_words(words: ProgressWords, spasms: int, said: str) -> None:
    assert said == said_of_spasms(words, replace(NOTHING, spasms=spasms))


# --- before and after -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("less", "same", "more", "said"),
    [
        (4, 1, 0, "Cold was followed by less pain 4 of 5 times; " + CAUSE),
        (3, 0, 2, "Cold was followed by less pain 3 of 5 times, and by more pain 2; " + CAUSE),
        (1, 0, 0, "Cold was followed by less pain the one time; " + CAUSE),
        (0, 3, 0, "Cold was not followed by less pain in any of 3 times"),
        (0, 2, 1, "Cold was not followed by less pain in any of 3 times, and by more pain in 1; "
                  + CAUSE),
        (0, 1, 0, "Cold was followed by the same pain the one time"),
        (0, 0, 2, "Cold was followed by more pain each of the 2 times; " + CAUSE),
        (0, 0, 1, "Cold was followed by more pain the one time; " + CAUSE),
    ],
)  # fmt: skip
def test_what_came_after_is_counted_and_no_cause_is_claimed(
    words: ProgressWords, less: int, same: int, more: int, said: str
) -> None:
    assert f"{said}." == followed_by(words, BeforeAfter(Helped.COLD, 0, 0, less, same, more))


@pytest.mark.parametrize(
    ("helped", "not_helped", "said"),
    [
        (3, 1, "A walk: you said that it helped 3 of 4 times."),
        (1, 0, "A walk: you said the one time that it helped."),
        (0, 2, "A walk: you said each of the 2 times that it did not help."),
        (0, 1, "A walk: you said the one time that it did not help."),
    ],
)
def test_what_was_said_to_help_is_said_as_said(
    words: ProgressWords, helped: int, not_helped: int, said: str
) -> None:
    assert said == said_of(words, BeforeAfter(Helped.WALK, helped, not_helped))


def test_each_thing_that_was_tried_has_its_sentences(words: ProgressWords) -> None:
    told = tuple(BeforeAfter(what, helped=1, less=2) for what in Helped)
    only_said, only_measured = BeforeAfter(Helped.WALK, 1), BeforeAfter(Helped.HEAT, same=1)

    assert 2 * len(Helped) == len(list(said_of_helped(words, replace(NOTHING, helped=told))))
    assert 2 == len(
        list(said_of_helped(words, replace(NOTHING, helped=(only_said, only_measured))))
    )
    assert [words.helped_none] == list(said_of_helped(words, NOTHING))


# --- legends --------------------------------------------------------------------------------------


def test_the_legend_names_the_signs_that_are_there(words: ProgressWords) -> None:
    every = (day(0, (3,), *Mark),)

    assert [words.legend_pain] == list(legend_of_pain(words, days(3)))
    assert [
        words.legend_pain,
        "Under it: c check, s session, p pack, / the spasm was over, + more than one.",
    ] == list(legend_of_pain(words, every))
    assert "Under it: p pack." == list(legend_of_pain(words, (day(0, (), Mark.PACK),)))[1]
    assert ". is 0, X is 10, blank is nothing told" in legend_of_weeks(words)


def test_the_faint_line_is_said_to_be_no_forecast(words: ProgressWords) -> None:
    assert "average of people in studies, not a forecast for you" in words.average


def test_no_sentence_claims_too_much_or_counts_days_in_a_row(words: ProgressWords) -> None:
    said = " ".join(text for text in vars(words).values() if isinstance(text, str)).lower()

    assert not NEVER_SAID.search(said)
    assert not [word for word in ("streak", "score", "in a row", "well done", "!") if word in said]
