"""When to be reminded of a change of position."""

import pytest

from unspasm.domain.breaks import Breaks, days_of, minutes_of

WORKDAYS = (0, 1, 2, 3, 4)


def test_the_first_reminder_comes_after_the_first_stretch_of_work() -> None:
    breaks = Breaks(every=45, start=9 * 60, until=12 * 60, days=WORKDAYS)

    assert breaks.times == ((9, 45), (10, 30), (11, 15), (12, 0))


def test_hours_are_gathered_by_their_minute() -> None:
    breaks = Breaks(every=90, start=9 * 60, until=17 * 60, days=WORKDAYS)

    assert breaks.hours_by_minute == {0: (12, 15), 30: (10, 13, 16)}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:00", 540), ("09:05", 545), ("17", 1020), ("0:00", 0), ("23:59", 1439)],
)
def test_a_time_is_read(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    "text", ["", ":", "9:", ":30", "9:5", "9:60", "24:00", "009:00", "9:00:00", "-1", "nine", "٩"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert minutes_of(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", WORKDAYS),
        ("Mon, wed,FRI", (0, 2, 4)),
        ("sat-mon", (0, 5, 6)),
        ("mon-sun", (0, 1, 2, 3, 4, 5, 6)),
        ("sun", (6,)),
        ("mon-wed,tue-thu", (0, 1, 2, 3)),
    ],
)
def test_days_are_read(text: str, days: tuple[int, ...]) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize("text", ["", "mon-", "-fri", "monday", "mon--fri", "mon,,fri", "1-5"])
def test_what_are_no_days_are_refused(text: str) -> None:
    assert days_of(text) is None
