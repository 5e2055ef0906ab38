"""Tips as values, and the one of a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.domain.tips import COLD, EVERY, LIBRARY, NUMB, PLAIN, REST, WALK

from unspasm.domain.stretches import Recovery
from unspasm.domain.tips import Tip, todays_tip

DAY = date(2026, 11, 21)
MANY = [replace(PLAIN, id=f"tip-{number}", phases=EVERY) for number in range(9)]


def of_days(tips: list[Tip], count: int) -> list[str]:
    """The tips of so many days, by id."""
    found = [todays_tip(tips, Recovery.EASING, DAY + timedelta(days=n)) for n in range(count)]
    return [one.id if one else "" for one in found]


def test_every_tip_is_known_by_its_id_in_the_order_of_topics() -> None:
    assert ["walk", "rest", "numb", "cold"] == list(LIBRARY.tips)
    assert (REST, NUMB) == LIBRARY.related(WALK)


def test_every_tip_has_its_day_and_none_comes_twice_before_all_have() -> None:
    assert {one.id for one in MANY} == set(of_days(MANY, 9))
    assert of_days(MANY, 9) == of_days(MANY, 18)[9:]


def test_the_tip_of_a_day_does_not_depend_on_the_order_of_tips() -> None:
    assert of_days(MANY, 9) == of_days(MANY[::-1], 9)


def test_the_order_mixes_what_stands_together() -> None:
    assert of_days(MANY, 9) != [one.id for one in MANY]


@pytest.mark.parametrize(
    ("recovery", "ids"),
    [
        (Recovery.ACUTE, {"walk", "rest"}),
        (Recovery.EASING, {"walk"}),
        (Recovery.PREVENTION, {"walk", "cold"}),
    ],
)
def test_the_tip_of_a_day_fits_the_phase(recovery: Recovery, ids: set[str]) -> None:
    tips = LIBRARY.tips.values()
    found = {todays_tip(tips, recovery, DAY + timedelta(days=day)) for day in range(6)}

    assert ids == {one.id for one in found if one}


def test_what_asks_about_a_warning_sign_is_never_the_tip_of_a_day() -> None:
    assert None is todays_tip([replace(NUMB, phases=EVERY)], Recovery.ACUTE, DAY)


def test_without_a_tip_that_fits_there_is_none() -> None:
    assert None is todays_tip([COLD], Recovery.ACUTE, DAY)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_have_one_too(day: date) -> None:
    assert WALK == todays_tip([WALK], Recovery.ACUTE, day)
