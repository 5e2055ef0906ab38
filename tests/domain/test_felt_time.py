"""When something was felt, as a person types it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.domain.felt_time import EARLIEST, felt_time

NOW = datetime(2026, 11, 21, 14, 2, 30)  # noqa: DTZ001 - as lived, no zone


def on(month: int, day: int, hour: int, minute: int, second: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - as lived, no zone


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0m", NOW),
        ("45m", on(11, 21, 13, 17, 30)),
        ("45 min", on(11, 21, 13, 17, 30)),
        ("3h", on(11, 21, 11, 2, 30)),
        ("15h", on(11, 20, 23, 2, 30)),
        ("2d", on(11, 19, 14, 2, 30)),
        ("2 D", on(11, 19, 14, 2, 30)),
    ],
)
def test_so_long_ago_is_counted_back_from_now(text: str, meant: datetime) -> None:
    assert felt_time(text, NOW) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14:02", on(11, 21, 14, 2)),
        ("9.05", on(11, 21, 9, 5)),
        ("0:00", on(11, 21, 0, 0)),
        (" 14:02\t", on(11, 21, 14, 2)),
        ("14:03", on(11, 20, 14, 3)),
        ("23:59", on(11, 20, 23, 59)),
    ],
)
def test_a_time_of_day_is_today_or_else_yesterday(text: str, meant: datetime) -> None:
    assert felt_time(text, NOW) == meant


def test_the_time_that_it_is_now_is_today() -> None:
    minute = on(11, 21, 14, 2)

    assert felt_time("14:02", minute) == minute


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-20 14:30", on(11, 20, 14, 30)),
        ("2026-11-20   7.05", on(11, 20, 7, 5)),
        ("2026-1-2 3:04", on(1, 2, 3, 4)),
        ("2026-11-20", on(11, 20, 12, 0)),
        ("2026-11-21", on(11, 21, 12, 0)),
        ("2024-02-29 00:00", on(2, 29, 0, 0, year=2024)),
    ],
)
def test_a_day_is_taken_at_its_word_and_means_noon_without_a_time(
    text: str, meant: datetime
) -> None:
    assert felt_time(text, NOW) == meant


@pytest.mark.parametrize(
    "text",
    ["2026-11-21 14:03", "2026-11-22", "2026-11-22 00:00", "2027-01-01", "9999-12-31 23:59"],
)
def test_what_lies_ahead_cannot_have_been_felt(text: str) -> None:
    assert felt_time(text, NOW) is None


def test_a_day_before_its_noon_is_still_ahead() -> None:
    morning = on(11, 21, 11, 59)

    assert felt_time("2026-11-21", morning) is None
    assert felt_time("2026-11-21", on(11, 21, 12, 0)) == on(11, 21, 12, 0)


def test_ten_years_back_is_the_farthest() -> None:
    assert felt_time("3650d", NOW) == NOW - EARLIEST
    assert felt_time("3651d", NOW) is None
    assert felt_time("9999d", NOW) is None
    assert felt_time("2016-11-24", NOW) is not None
    assert felt_time("2016-11-23", NOW) is None
    assert felt_time("0001-01-01", NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "now", "yesterday", "24:00", "14:60", "99:99", "1:2", "14", "1430", "14:30:00",
        "2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01", "2026-11-20 25:00",
        "2026-11-20T14:30", "20-11-2026", "-3h", "3.5h", "12345m", "3h2m", "3 hours", "3w",
        "14:30 pm", "[red]3h", "3h\x00", "\x1b[2J", "\u202e3h",
    ],
)  # fmt: skip
def test_what_means_no_time_means_none(text: str) -> None:
    assert felt_time(text, NOW) is None


@given(
    text=st.text(max_size=20)
    | st.from_regex(r"\d{1,4}-\d{1,2}-\d{1,2}( \d{1,2}[:.]\d{2})?", fullmatch=True)
    | st.from_regex(r"\d{1,4} ?(m|min|h|d)", fullmatch=True)
    | st.from_regex(r"\d{1,2}[:.]\d{2}", fullmatch=True),
    now=st.datetimes(on(1, 1, 0, 0, year=1970), on(12, 31, 23, 59, year=9998)),
)
def test_nothing_that_is_typed_leads_beyond_ten_years_back_or_ahead(
    text: str, now: datetime
) -> None:
    found = felt_time(text, now)

    assert found is None or now - EARLIEST <= found <= now
    if found is not None:
        assert now - found >= timedelta(0)


def test_a_clock_at_the_beginning_of_time_stops_nothing() -> None:
    first = on(1, 1, 0, 0, year=1)

    assert felt_time("23:59", first) is None
    assert felt_time("9999d", first) is None
    assert felt_time("0m", first) == first
