"""What the record has noticed: its card opens once, then stands on Home until it is settled."""

from collections.abc import Callable

import pytest
from tests.journeys.houses import fill_disk
from tests.screens.conftest import Visit
from tests.screens.test_progress_screens import before
from tests.seeds import coached, put_on, tick

from unspasm.domain.check_events import Shown, Tick
from unspasm.domain.check_state import signs_here
from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.entries import Body, Called
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House

HEADING = "A week without getting better"
TO_HOME = ("escape",)


def days(house: House, first: int, last: int) -> None:
    """The same pain on each of these days; on the first, cold was tried and did not help."""
    tried = frozenset({Helped.COLD})
    logs = [
        before(house, day, PainLog(5, not_helped=tried if day == first else frozenset()))
        for day in range(first, last - 1, -1)
    ]
    assert house.append(logs)


def nine_days(house: House) -> None:
    """Nine days without getting better; nobody has looked at the record since."""
    coached(house)
    days(house, 9, 1)


def nearly(house: House) -> None:
    """Some days before a week is over."""
    coached(house)
    days(house, 6, 6)


def begin(house: House) -> None:
    """A check with a tick that was not confirmed."""
    run = CheckJourney(house)
    run.tell(Shown(frozenset(sign.id for sign in signs_here(run.state.step))))
    run.tell(Tick("bladder"))


def said(house: House, *kinds: type) -> list[Body]:
    """What was kept of the course, oldest first."""
    return [one.body for one in house.care_entries() if isinstance(one.body, kinds)]


def steps(house: House) -> list[str]:
    """The steps that stand."""
    return [one.reached.reason.id for one in house.course()]


async def test_a_step_that_was_reached_opens_its_card_once_at_the_next_start(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        assert "CareScreen" == person.screen
        person.shows("ORDINARY VISIT", HEADING, "it has not become better for")
        assert 1 == len(said(person.house, CourseShown))
        await person.press(*TO_HOME)
        person.shows(HEADING, "Key c.")
    async with visit() as person:
        assert "HomeScreen" == person.screen
        person.shows(HEADING, "Key c.")
        assert 1 == len(said(person.house, CourseReached))


async def test_it_opens_after_the_log_by_which_it_was_reached(visit: Visit) -> None:
    async with visit(seed=nearly) as person:
        assert ("HomeScreen", []) == (person.screen, steps(person.house))
        person.clock.advance(3 * 86_400)
        await person.press("5", "6", "enter", "enter", "1")
        assert "CareScreen" == person.screen, person.text
        person.shows(HEADING)
        await person.press(*TO_HOME, "5", "6", "enter", "enter", "1")
        assert "HomeScreen" == person.screen
        person.shows(HEADING, "Key c.")


async def test_it_opens_after_the_check_that_the_log_led_to(visit: Visit) -> None:
    async with visit(seed=nearly) as person:
        person.clock.advance(3 * 86_400)
        await person.press("5", "6", "enter", "enter", "2")
        assert "CheckScreen" == person.screen
        await person.press("escape", "1")
        assert "CareScreen" == person.screen
        person.shows(HEADING)


async def test_the_emergency_that_a_log_led_to_keeps_it_away(visit: Visit) -> None:
    async with visit(seed=nearly) as person:
        person.clock.advance(3 * 86_400)
        await person.press("5", "6", "enter", "enter", "2", "1", "enter")
        person.shows("EMERGENCY")
        await person.press("1", *TO_HOME)
        assert "HomeScreen" == person.screen, person.text
        assert [] == said(person.house, CourseShown)


async def test_the_card_names_what_was_tried_and_did_not_help(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        person.shows("Tried, and it did not help: cold.")


async def test_progress_says_what_stands_above_its_pictures(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        await person.press(*TO_HOME, "6")
        person.shows(HEADING, "Tried, and it did not help: cold.")


async def test_key_c_shows_it_again_and_c_alone_notes_nothing(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        await person.press(*TO_HOME, "c")
        person.shows(HEADING)
        await person.press(*TO_HOME, "c", *TO_HOME)
        assert 1 == len(said(person.house, CourseShown))


@pytest.mark.parametrize("keys", [("2", "1"), ("3", "1", "enter", "1")],
                         ids=["seen", "a mistake"])  # fmt: skip
async def test_seen_and_a_mistake_end_it(visit: Visit, keys: tuple[str, ...]) -> None:
    async with visit(seed=nine_days) as person:
        await person.press(*keys)
        assert [] == steps(person.house)
        (seen,) = said(person.house, CourseSeen)
        assert isinstance(seen, CourseSeen)
        assert seen.mistaken is (keys[0] == "3")
        await person.press(*TO_HOME)
        assert HEADING not in person.says


async def test_once_seen_it_does_not_come_back_at_the_next_start(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        await person.press("2", "1")
    async with visit() as person:
        assert ("HomeScreen", []) == (person.screen, steps(person.house))


async def test_after_a_mistake_it_comes_back_only_if_the_record_still_leads_to_it(
    visit: Visit,
) -> None:
    async with visit(seed=nine_days) as person:
        await person.press("3", "1", "enter", "1", *TO_HOME)
        logs = [one for one in person.house.progress_entries() if isinstance(one.body, PainLog)]
        assert all(person.house.retract(one) for one in logs)
    async with visit() as person:
        assert ("HomeScreen", []) == (person.screen, steps(person.house))


async def test_called_is_noted_and_ends_nothing(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        await person.press("1")
        assert 1 == len(said(person.house, Called))
        assert ["day_8"] == steps(person.house)


async def test_why_and_worse_work_on_its_card(visit: Visit) -> None:
    async with visit(seed=nine_days) as person:
        await person.press("i")
        assert "ReadScreen" == person.screen
        assert "makes no claim of its own" not in person.says
        await person.press("escape", "exclamation_mark")
        assert "CheckScreen" == person.screen


async def test_an_emergency_card_comes_before_it_and_key_c_leads_to_that(visit: Visit) -> None:
    def seed(house: House) -> None:
        nine_days(house)
        tick(house, "saddle")

    async with visit(seed=seed) as person:
        person.shows("EMERGENCY")
        await person.press("1", *TO_HOME)
        assert "HomeScreen" == person.screen, person.text
        await person.press("c")
        person.shows("EMERGENCY")
        await person.press(*TO_HOME, "5", "6", "enter", "enter", "1")
        assert "HomeScreen" == person.screen, person.text
        assert [] == said(person.house, CourseShown)
        assert ["day_8"] == steps(person.house)


@pytest.mark.parametrize(("first", "screen"), [(put_on, "PackScreen"), (begin, "CheckScreen")])
async def test_what_comes_first_at_a_start_stays_in_front(
    visit: Visit, first: Callable[[House], None], screen: str
) -> None:
    def seed(house: House) -> None:
        nine_days(house)
        first(house)

    async with visit(seed=seed) as person:
        assert screen == person.screen


async def test_if_nothing_can_be_kept_the_card_still_opens(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seed(house: House) -> None:
        nine_days(house)
        fill_disk(house, monkeypatch)

    async with visit(seed=seed) as person:
        person.shows(HEADING)
        await person.press(*TO_HOME)
        person.shows(HEADING, "Key c.")
