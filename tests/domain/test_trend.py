"""Which way the pain goes: 2 points and 30 % at once, between medians of three days."""

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.logs import DAY, FIRST, log

from unspasm.domain.answers import Trend
from unspasm.domain.entries import Entry
from unspasm.domain.trend import is_better, is_worse, pain_trend


def days(*pains: int | None) -> list[Entry]:
    """A log a day, but on days without one."""
    return [log(day, pain) for day, pain in enumerate(pains) if pain is not None]


@pytest.mark.parametrize(
    ("before", "after", "better"),
    [(10, 8, False), (10, 7, True), (6, 4, True), (7, 5, False), (3, 1, True), (2, 1, False)],
)
def test_better_means_by_2_points_and_by_30_percent(
    before: float, after: float, *, better: bool
) -> None:
    assert better is is_better(before, after)
    assert not is_worse(before, after)


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [(0, 1, False), (0, 2, True), (6, 8, True), (7, 9, False), (5, 6.5, False), (7, 10, True)],
)
def test_worse_means_the_same(before: float, after: float, *, worse: bool) -> None:
    assert worse is is_worse(before, after)
    assert not is_better(before, after)


def test_with_nothing_said_nothing_is_known() -> None:
    trend = pain_trend([])

    assert (None, None, None) == (trend.baseline, trend.latest, trend.lowest)
    assert (None, None) == (trend.best, trend.worst)
    assert Trend.UNKNOWN is trend.trend


def test_nothing_is_known_until_the_first_and_the_last_three_days_are_apart() -> None:
    assert Trend.UNKNOWN is pain_trend(days(8, 8, 8, 2, 2)).trend
    assert Trend.IMPROVING is pain_trend(days(8, 8, 8, 2, 2, 2)).trend


def test_one_bad_hour_is_no_trend() -> None:
    trend = pain_trend([*days(4, 4, 4, 4, 4, 4), log(5.1, 10)])

    assert Trend.NOT_IMPROVING is trend.trend
    assert 4 == trend.latest


def test_a_slow_fall_is_an_improvement_of_its_time() -> None:
    trend = pain_trend(days(8, 8, 7, 7, 6, 6, 6))

    assert (8, 6) == (trend.baseline, trend.latest)
    assert Trend.NOT_IMPROVING is trend.trend
    assert Trend.IMPROVING is pain_trend(days(8, 8, 7, 7, 6, 6, 6, 5, 5, 5)).trend


def test_growing_pain_is_worse() -> None:
    assert Trend.WORSENING is pain_trend(days(4, 4, 4, 6, 6, 6)).trend


def test_pain_that_came_down_and_rises_again_is_worse_though_it_was_more_at_first() -> None:
    trend = pain_trend(days(9, 9, 9, 2, 2, 2, 5, 5, 5))

    assert (9, 2, 5) == (trend.baseline, trend.lowest, trend.latest)
    assert Trend.WORSENING is trend.trend


def test_gaps_are_left_out_and_not_filled() -> None:
    trend = pain_trend(days(8, None, None, None, None, None, None, 3))

    assert (8, 3) == (trend.baseline, trend.latest)
    assert Trend.IMPROVING is trend.trend


def test_best_and_worst_are_told_with_their_latest_time() -> None:
    trend = pain_trend(days(8, 2, 8, 2, 5))

    assert trend.best is not None
    assert trend.worst is not None
    assert (2, FIRST + 3 * DAY) == (trend.best.pain, trend.best.day)
    assert (8, FIRST + 2 * DAY) == (trend.worst.pain, trend.worst.day)


def test_it_is_known_when_it_became_better_the_last_time() -> None:
    assert pain_trend(days(8, 8, 8, 8, 8, 8, 8)).improved_on is None
    assert FIRST + 5 * DAY == pain_trend(days(8, 8, 8, 8, 5, 5, 5, 5)).improved_on
    assert FIRST + 9 * DAY == pain_trend(days(9, 9, 9, 9, 6, 6, 6, 6, 3, 3, 3)).improved_on


def test_days_are_those_that_were_lived() -> None:
    offset = timedelta(hours=14)
    trend = pain_trend([log(0.5, 5, offset=offset), log(0.5, 7, name="b")])

    assert [FIRST, FIRST + DAY] == sorted(one.day for one in trend.readings)


def test_the_order_in_which_entries_are_read_does_not_matter() -> None:
    entries = days(8, 3, None, 9, 2, 1)

    assert 1 == len({pain_trend(order) for order in permutations(entries)})


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10)), min_size=1))
def test_what_is_told_lies_within_what_was_said(said: list[tuple[int, int]]) -> None:
    trend = pain_trend([log(day, pain, name=f"{n}") for n, (day, pain) in enumerate(said)])
    pains = [pain for _, pain in said]

    assert trend.best is not None
    assert trend.worst is not None
    assert (min(pains), max(pains)) == (trend.best.pain, trend.worst.pain)
    for number in (trend.baseline, trend.latest, trend.lowest):
        assert number is None or min(pains) <= number <= max(pains)
    assert (trend.trend is Trend.UNKNOWN) == (trend.lowest is None)
