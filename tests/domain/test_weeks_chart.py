"""Twelve weeks as a calendar: one sign a day, and a mark where something was done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.charts import FIRST, MONTHS, WEEKDAYS, day, lines, some_days

from unspasm.domain.pain_chart import Tone
from unspasm.domain.progress_view import Mark, ProgressDay
from unspasm.domain.weeks_chart import DONE, sign_of, weeks_chart

Weeks = tuple[tuple[ProgressDay, ...], ...]


def weeks_of(shown: tuple[ProgressDay, ...]) -> Weeks:
    """Whole weeks only; the first day is a Monday."""
    return tuple(shown[at : at + 7] for at in range(0, len(shown) - 6, 7))


def drawn(weeks: Weeks, width: int = 40, height: int = 12) -> list[str]:
    return lines(weeks_chart(weeks, width, height, weekdays=WEEKDAYS, months=MONTHS))


QUIET = weeks_of(tuple(day(number) for number in range(84)))


@pytest.mark.parametrize(
    ("shown", "sign"),
    [
        (day(0), " "),
        (ProgressDay(FIRST, told=True), "-"),
        (day(0, (0,)), "."),
        (day(0, (1,)), "1"),
        (day(0, (2, 9)), "9"),
        (day(0, (10,)), "X"),
    ],
)
def test_a_day_shows_its_worst_pain_as_one_sign(shown: ProgressDay, sign: str) -> None:
    assert sign == sign_of(shown)


def test_each_weekday_has_a_line_and_each_week_a_column() -> None:
    week = tuple(day(number, (number,)) for number in range(7))

    assert [
        "   May",
        "Mo .", "Tu 1", "We 2", "Th 3", "Fr 4", "Sa 5", "Su 6",
    ] == drawn((week,))[:8]  # fmt: skip


def test_a_day_on_which_something_was_done_is_marked_also_where_nothing_was_told() -> None:
    week = (day(0, (4,), Mark.SESSION), day(1, (), Mark.PACK), day(2, (), Mark.CHECK),
            *(day(number) for number in range(3, 7)))  # fmt: skip

    assert [f"Mo 4{DONE}", f"Tu  {DONE}", "We"] == drawn((week,))[1:4]


def test_twelve_weeks_fit_into_forty_cells_and_name_their_months() -> None:
    chart = drawn(weeks_of(tuple(day(number, (7,)) for number in range(84))))

    assert ["May", "Jun", "Jul"] == chart[0].split()
    assert [12] * 7 == [text.count("7") for text in chart[1:8]]


def test_where_not_every_week_fits_the_latest_are_shown() -> None:
    weeks = weeks_of(tuple(day(number, (number // 7,)) for number in range(70)))

    assert "Mo 6  7  8  9" == drawn(weeks, 15)[1]
    assert "9" == drawn(weeks, 1, 8)[1]


def test_where_it_is_low_the_months_go_first() -> None:
    assert "Mo" == drawn(QUIET, 40, 7)[0]
    assert 5 == len(drawn(QUIET, 40, 5))


def test_worse_days_weigh_more() -> None:
    week = tuple(day(number, (pain,)) for number, pain in enumerate((1, 3, 4, 6, 7, 9, 10)))
    rows = weeks_chart((week,), 40, 8, weekdays=WEEKDAYS, months=MONTHS)

    assert [Tone.LIGHT] * 2 + [Tone.MIDDLE] * 2 + [Tone.STRONG] * 3 == [
        row[-1].tone for row in rows[1:]
    ]


def test_nothing_told_is_an_empty_calendar() -> None:
    assert [name[:2] for name in WEEKDAYS] == [text.strip() for text in drawn(QUIET)[1:8]]


@given(some_days(), st.integers(0, 200), st.integers(0, 60))
def test_any_weeks_are_drawn_at_any_size_without_a_fault(
    shown: tuple[ProgressDay, ...], width: int, height: int
) -> None:
    chart = drawn(weeks_of(shown), width, height)

    assert height == len(chart)
    assert all(len(text) <= width for text in chart)
