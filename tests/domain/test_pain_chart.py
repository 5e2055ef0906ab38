"""Pain over days, in cells and on paper: a fixed axis, open gaps, and marks to read."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.charts import FIRST, MONTHS, day, days, lines, some_days

from unspasm.domain.pain_chart import (
    AVERAGE_COURSE,
    SIGNS,
    Canvas,
    Run,
    Tone,
    average_after,
    columns_of,
    date_labels,
    pain_chart,
)
from unspasm.domain.pain_chart_svg import pain_svg
from unspasm.domain.progress_view import DayOfPain, Mark, ProgressDay

BLOCKS = "▀▄"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(shown: tuple[ProgressDay, ...], width: int = 80, height: int = 24) -> list[str]:
    return lines(pain_chart(shown, width, height, months=MONTHS))


def blocks(chart: list[str]) -> dict[int, int]:
    """The height of the first block in each column, in half lines from the top."""
    return {
        column: 2 * line + (sign == "▄")
        for line, text in reversed(list(enumerate(chart)))
        for column, sign in enumerate(text)
        if sign in BLOCKS
    }


def line_of(chart: list[str], label: str) -> int:
    return next(line for line, text in enumerate(chart) if text[:2].strip() == label)


# --- the axis -------------------------------------------------------------------------------------


def test_seven_and_eight_never_look_like_one_and_two() -> None:
    bad, good = drawn(days(7, 8, 7, 8) * 7), drawn(days(1, 2, 1, 2) * 7)

    assert max(blocks(bad).values()) < 2 * line_of(bad, "5")
    assert min(blocks(good).values()) > 2 * line_of(good, "5") + 1


@pytest.mark.parametrize("height", range(6, 61))
def test_the_axis_is_the_same_whatever_the_pain_was(height: int) -> None:
    charts = [drawn(days(*pains), height=height) for pains in ((5,), (0, 1), (9, 10), (None,))]

    assert 1 == len({tuple(text[:3] for text in chart) for chart in charts})
    assert line_of(charts[0], "10") < line_of(charts[0], "5") < line_of(charts[0], "0")


@pytest.mark.parametrize("height", range(8, 61))
def test_each_whole_number_has_a_height_of_its_own(height: int) -> None:
    by_column = [at for _, at in sorted(blocks(drawn(days(*range(11)), 80, height)).items())]

    assert 11 == len(set(by_column))
    assert sorted(by_column, reverse=True) == by_column


# --- gaps -----------------------------------------------------------------------------------------


def test_a_day_without_a_word_stays_open_from_the_top_to_the_foot() -> None:
    chart = drawn(days(4, None, None, 6) * 15, width=63)
    columns = [3 + at for at in range(60) if at % 4 in {1, 2}]

    assert {" "} == {text.ljust(63)[column] for column in columns for text in chart[:19]}


def test_no_day_at_all_is_an_empty_axis() -> None:
    assert not blocks(drawn(()))
    assert not blocks(drawn(days(None, None)))


def test_pain_nought_is_drawn_and_a_gap_is_not() -> None:
    assert {2 * line_of(drawn(days(0)), "0") + 1} == set(blocks(drawn(days(0))).values())


# --- a day ----------------------------------------------------------------------------------------


def test_a_thin_bar_goes_from_the_least_to_the_most_of_a_day() -> None:
    chart = drawn((day(0, (2, 4, 9)),) * 60, width=63)
    column = "".join(text.ljust(63)[3] for text in chart[:21])

    assert "╷" in column or "╵" in column or "│" in column
    assert 1 == sum(sign in BLOCKS for sign in column)
    assert column.strip()[0] in "╷│"
    assert column.index("│") > line_of(chart, "10")


def test_each_end_of_a_bar_may_fall_on_half_a_line() -> None:
    signs = {
        sign
        for low in range(11)
        for high in range(low, 11)
        for text in drawn((day(0, (low, (low + high) // 2, high)),), 40, 11)
        for sign in text[3:]
    }

    assert {"╷", "╵", "│", "▀", "▄"} <= signs


def test_a_block_is_wider_where_a_day_has_room_and_never_touches_the_next() -> None:
    wide, narrow = drawn(days(5, 5, 5)), drawn(days(*[5] * 77))

    assert [3, 3, 3] == [len(part) for part in "".join(wide).split() if part[0] in BLOCKS]
    assert 77 == len(blocks(narrow))


def test_days_that_share_a_column_show_the_median_of_medians_and_the_whole_range() -> None:
    shown = (day(0, (1, 3, 5)), day(1), day(2, (9,)), day(3, (4,), Mark.CHECK), day(4), day(5))

    first, second = columns_of(shown, 2)

    assert (DayOfPain(1, 6.0, 9), FIRST) == (first.pain, first.day)
    assert (DayOfPain(4, 4.0, 4), frozenset({Mark.CHECK})) == (second.pain, second.marks)
    assert None is columns_of((day(0), day(1)), 1)[0].pain
    assert shown == columns_of(shown, 6)


# --- marks ----------------------------------------------------------------------------------------


def test_each_kind_of_mark_has_a_line_where_there_is_room() -> None:
    chart = drawn((day(0, (5,), *Mark), day(1, (5,), Mark.PACK)))

    assert ["cc", "ss", "ppp", "//"] == ["".join(text.split()) for text in chart[-5:-1]]


def test_only_the_kinds_that_are_there_take_a_line() -> None:
    chart = drawn((day(0, (5,), Mark.SESSION), day(1, (5,))))

    assert ["s"] == chart[-2].split()
    assert "└" in chart[-3]


def test_where_there_is_one_line_several_marks_on_a_day_are_one_sign() -> None:
    shown = (day(0, (5,), *Mark), day(1, (5,), Mark.PACK), day(2, (5,)))

    assert ["+", "p"] == drawn(shown, 24, 6)[-2].split()
    assert [1] * len(Mark) == [len(sign) for sign in SIGNS.values()]


# --- dates ----------------------------------------------------------------------------------------


def test_the_first_day_and_mondays_are_named() -> None:
    foot = drawn(days(*[5] * 35), width=80)[-1]

    assert ["4", "May", "11", "May", "18", "May"] == foot.split()[:6]


def test_a_few_days_are_each_named_as_far_as_there_is_room() -> None:
    assert ["4", "May", "6", "May"] == drawn(days(5, 5, 5), 19)[-1].split()
    assert "7 May" in dict.fromkeys(text for _, text in date_labels(days(1, 2, 3, 4), MONTHS))


def test_over_a_long_time_months_are_named_and_january_by_its_year() -> None:
    foot = drawn(days(*[5] * 365))[-1]

    assert ["Jun", "Jul", "2027"] == [
        name for name in foot.split() if name in {"Jun", "Jul", "2027", "Jan"}
    ]


def test_no_date_runs_into_the_next_or_out_of_the_picture() -> None:
    for width in range(12, 100):
        foot = drawn(days(*[5] * 84), width)[-1]

        assert len(foot) <= width
        assert all(len(part) <= 3 for part in foot.split())


# --- the average of people in studies -------------------------------------------------------------


def test_the_average_goes_through_what_was_measured_and_ends_with_it() -> None:
    assert [pain for _, pain in AVERAGE_COURSE] == [average_after(at) for at, _ in AVERAGE_COURSE]
    assert 3.75 == pytest.approx(average_after(21))
    assert (None, None) == (average_after(-1), average_after(365))


def test_the_average_is_drawn_dotted_and_only_when_it_is_asked_for() -> None:
    shown = days(None, None, *[None] * 40)
    with_it = pain_chart(shown, 80, 24, months=MONTHS, average_from=FIRST + timedelta(days=2))
    dots = [run for row in with_it for run in row if run.tone is Tone.AVERAGE]

    assert 40 == sum(run.text.count("·") for run in dots)
    assert "·" not in "".join(drawn(shown))


def test_what_the_person_told_lies_over_the_average() -> None:
    chart = lines(pain_chart(days(5, 5, 5), 80, 24, months=MONTHS, average_from=FIRST))

    assert 3 == len([part for text in chart for part in text.split() if part[0] in BLOCKS])


# --- any size -------------------------------------------------------------------------------------


@given(some_days(), st.integers(0, 200), st.integers(0, 60), st.none() | st.integers(-400, 400))
def test_any_days_are_drawn_at_any_size_without_a_fault(
    shown: tuple[ProgressDay, ...], width: int, height: int, since: int | None
) -> None:
    start = None if since is None else FIRST + timedelta(days=since)

    rows = pain_chart(shown, width, height, months=MONTHS, average_from=start)

    assert height == len(rows)
    assert all(len(text) <= width for text in lines(rows))
    assert all(run.text for row in rows for run in row)


def test_every_small_size_is_drawn_without_a_fault() -> None:
    shown = (day(0, (5,), *Mark), *days(*[3] * 30)[1:])
    for width in range(1, 45):
        for height in range(1, 26):
            rows = drawn(shown, width, height)

            assert height == len(rows)
            assert all(len(text) <= width for text in rows)


def test_a_sign_outside_the_picture_is_not_drawn() -> None:
    canvas = Canvas(3, 1)
    canvas.put(-1, 0, "abcdef", Tone.LABEL)
    canvas.put(0, 1, "x", Tone.LABEL)

    assert ((Run("bcd", Tone.LABEL),),) == canvas.rows


# --- on paper -------------------------------------------------------------------------------------


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314


def test_the_paper_shows_a_dot_a_day_a_bar_a_range_and_open_gaps() -> None:
    picture = pain_svg((day(0, (2, 9)), day(1), day(2, (4,))), "Pain", months=MONTHS)

    assert (2, 1) == (picture.count("<circle"), picture.count('class="range"'))
    assert ["0", "5", "10", "4 May"] == texts(picture)[:4]


def test_the_paper_bears_the_marks_and_the_notes() -> None:
    notes = ["A note of many words. " * 20, "x" * 300, "   "]
    picture = pain_svg((day(0, (2,), Mark.PACK, Mark.CHECK), day(1, (2,))), "Pain",
                       months=MONTHS, notes=notes)  # fmt: skip

    assert (2, 2) == (texts(picture).count("c"), texts(picture).count("p"))
    assert " ".join("".join(notes[:1]).split()) in " ".join(texts(picture))
    assert all(len(text) <= 110 for text in texts(picture))


def test_the_average_on_paper_is_one_dotted_line_or_none() -> None:
    shown = days(*[5] * 20)

    def lines_since(number: int) -> int:
        picture = pain_svg(
            shown, "Pain", months=MONTHS, average_from=FIRST + timedelta(days=number)
        )
        return picture.count('<path class="average"')

    assert [1, 0] == [lines_since(0), lines_since(100)]
    assert '<path class="average"' not in pain_svg(shown, "Pain", months=MONTHS)


def test_text_on_paper_is_never_markup_and_nothing_is_fetched() -> None:
    nasty = "<script>&\"'\x1b[2J\x00\u202e"
    picture = pain_svg((day(0, (2,)),), nasty, months=MONTHS, notes=[nasty])

    assert "<script" not in picture
    assert not any(sign in picture for sign in "\x1b\x00\u202e")
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
    assert "url(" not in picture
    assert ET.fromstring(picture).tag == f"{SVG}svg"  # noqa: S314


@given(some_days(), st.none() | st.integers(-400, 400))
@settings(max_examples=30)
def test_any_days_make_a_whole_svg_with_every_date_in_it(
    shown: tuple[ProgressDay, ...], since: int | None
) -> None:
    start = None if since is None else FIRST + timedelta(days=since)

    picture = pain_svg(shown, "Pain", months=MONTHS, average_from=start)

    assert 3 <= len(texts(picture))
    assert "nan" not in picture
