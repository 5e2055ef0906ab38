"""After a week without a word of pain the person is asked whether the spasm is over."""

import pytest
from tests.screens.conftest import FakeClock, Visit
from tests.seeds import coached

from unspasm.domain.entries import EpisodeOver
from unspasm.domain.log_entries import PainLog
from unspasm.journeys.house import House

DAY = 86_400
ASKED = "You have told of no pain for more than a week."


def a_log(house: House) -> None:
    coached(house)
    house.append([house.entry(PainLog(4))])


def overs(house: House) -> int:
    return sum(isinstance(entry.body, EpisodeOver) for entry in house.care_entries())


@pytest.mark.parametrize(("days", "asked"), [(6, False), (8, True)])
async def test_it_is_asked_at_a_start_after_seven_quiet_days(
    visit: Visit,
    clock: FakeClock,
    days: int,
    asked: bool,  # noqa: FBT001 - a column of the table
) -> None:
    async with visit(seed=a_log):
        pass
    clock.advance(days * DAY)
    async with visit() as person:
        assert asked is (ASKED in person.says)


async def test_yes_ends_it_and_no_asks_how_it_is(visit: Visit, clock: FakeClock) -> None:
    async with visit(seed=a_log):
        pass
    clock.advance(8 * DAY)
    async with visit() as person:
        await person.press("2")
        assert ("LogScreen", 0) == (person.screen, overs(person.house))
        await person.press("escape")
    async with visit() as person:
        await person.press("1")
        assert ("HomeScreen", 1) == (person.screen, overs(person.house))
    async with visit() as person:
        assert ASKED not in person.says


async def test_home_shows_beside_the_line_that_it_may_be_over(
    visit: Visit, clock: FakeClock
) -> None:
    async with visit(seed=a_log):
        pass
    clock.advance(8 * DAY)
    async with visit() as person:
        await person.press("escape")
        person.shows("A week without getting better", "Why, from your own entries")
        await person.press("escape")
        person.shows("This spasm is over", "a week without a word: is it?")
