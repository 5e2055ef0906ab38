"""Where does it hurt: ticked with arrows, digits or the mouse, and always told in words."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.screens.test_pack_refused import colours
from tests.seeds import put_on

from unspasm.domain.body_map import SPOTS, MapSize, spot_at
from unspasm.domain.log_entries import Area, Side, Spot
from unspasm.screens.body_map import BodyMapScreen
from unspasm.widgets.body_map import BodyMap
from unspasm.widgets.rows import Row
from unspasm.words import Words
from unspasm.words.body_phrases import spots_in_words

LEFT, RIGHT = Side.LEFT, Side.RIGHT
BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
BEFORE = frozenset({Spot(Area.LOWER, LEFT), Spot(Area.BUTTOCK, LEFT)})


class Asked:
    """Somebody who is asked, and the answers."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.answers: list[frozenset[Spot] | None] = []

    async def ask(self, words: Words, ticked: Iterable[Spot]) -> None:
        """Ask as the log does."""
        self.person.app.push_screen(BodyMapScreen(words.body, ticked), self.answers.append)
        await self.person.settle()


@asynccontextmanager
async def asked(
    visit: Visit, words: Words, ticked: Iterable[Spot] = (), size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Asked]:
    async with visit(size) as person:
        one = Asked(person)
        await one.ask(words, ticked)
        yield one


@BOTH_SIZES
async def test_it_is_whole_at_both_sizes(visit: Visit, words: Words, size: tuple[int, int]) -> None:
    async with asked(visit, words, BEFORE, size) as one:
        await one.person.press("down", "right")

        compare(f"body-map-{size[0]}x{size[1]}", one.person.text)


async def test_arrows_move_space_marks_and_enter_goes_on(visit: Visit, words: Words) -> None:
    async with asked(visit, words) as one:
        one.person.shows("seen from behind", "Left", "Right", "Nothing marked yet.")
        await one.person.press("space", "left", "space", "down", "right", "space", "space")
        one.person.shows("Lower back, middle and left")
        await one.person.press("down", "space", "enter")

        marked = {Spot(Area.LOWER), Spot(Area.LOWER, LEFT), Spot(Area.THIGH, RIGHT)}
        assert one.answers == [frozenset(marked)]


async def test_esc_leaves_it_as_it_was(visit: Visit, words: Words) -> None:
    async with asked(visit, words, BEFORE) as one:
        await one.person.press("space", "1", "escape")

        assert one.answers == [None]
        assert one.person.screen == "HomeScreen"


async def test_a_digit_marks_an_area(visit: Visit, words: Words) -> None:
    async with asked(visit, words) as one:
        await one.person.press("4", "6")
        one.person.shows("Lower back; thigh, left", "4 # Lower back", "6 # Thigh")
        await one.person.press("6")
        one.person.shows("Lower back; thigh, right")
        await one.person.press("6")
        one.person.shows("Lower back; thigh, both sides")
        await one.person.press("6", "4", "9")
        one.person.shows("Nothing marked yet.")
        assert "#" not in one.person.text
        await one.person.press("enter")

        assert one.answers == [frozenset()]


@BOTH_SIZES
async def test_a_click_marks_a_spot_or_an_area(
    visit: Visit, words: Words, size: tuple[int, int]
) -> None:
    drawn = MapSize.LARGE if size[0] == 80 else MapSize.SMALL
    thigh = Spot(Area.THIGH, RIGHT)
    place = next((x, y) for y in range(17) for x in range(29) if spot_at(x, y, drawn) == thigh)
    async with asked(visit, words, size=size) as one:
        front = one.person.app.screen
        await one.person.pilot.click(front.query_one(BodyMap), offset=place)
        await one.person.pilot.click(front.query(Row)[1])
        await one.person.settle()
        one.person.shows("Upper back; thigh, right")
        await one.person.press("up", "space")

        one.person.shows("Upper back; buttock, right; thigh, right")


@pytest.mark.parametrize("size", [(40, 12), (40, 7), (30, 5), (20, 4)], ids=str)
async def test_what_the_keys_have_reached_is_in_sight(
    visit: Visit, words: Words, size: tuple[int, int]
) -> None:
    async with asked(visit, words, size=size) as one:
        for key in (*["up"] * 4, *["down"] * 7):
            await one.person.press(key)

            assert "[" in one.person.text, key


@pytest.mark.parametrize(
    "size", [(1, 1), (2, 2), (10, 3), (20, 60), (59, 24), (60, 23), (200, 5), (200, 60)], ids=str
)
async def test_it_stands_in_any_window(visit: Visit, words: Words, size: tuple[int, int]) -> None:
    async with asked(visit, words, SPOTS, size) as one:
        await one.person.press("left", "space", "3", "down", "space")
        await one.person.pilot.resize_terminal(80, 24)
        await one.person.settle()
        await one.person.press("enter")

        assert len(one.answers) == 1


async def test_with_everything_marked_it_still_tells_all_of_it(visit: Visit, words: Words) -> None:
    async with asked(visit, words, SPOTS) as one:
        one.person.shows(spots_in_words(words.body, SPOTS), "enter: go on")


async def test_a_second_line_of_words_hides_no_area(visit: Visit, words: Words) -> None:
    async with asked(visit, words, BEFORE, (40, 12)) as one:
        await one.person.press("8", "7")

        one.person.shows("7 # Below the knee", "8 # Arm", "below the knee, left; arm, left")


async def test_a_pack_can_come_off_from_here(visit: Visit, words: Words) -> None:
    async with visit(seed=put_on) as person:
        one = Asked(person)
        await one.ask(words, BEFORE)
        assert person.house.pack_is_on()
        await person.press("o", "1")

        assert not person.house.pack_is_on()


async def test_no_color_shows_it_without_any_colour(
    visit: Visit, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with asked(visit, words, BEFORE) as one:
        assert set() == colours(one.person)
        one.person.shows("[####]", "Lower back, left; buttock, left")


@pytest.mark.parametrize(
    ("spots", "said"),
    [
        ((), "Nothing marked yet."),
        ([Spot(Area.ARM)], "Arm"),
        (BEFORE, "Lower back, left; buttock, left"),
        ([Spot(Area.NECK, RIGHT)], "Neck, right"),
        ([Spot(Area.NECK), Spot(Area.NECK, RIGHT)], "Neck, middle and right"),
        ([Spot(Area.UPPER, LEFT), Spot(Area.UPPER, RIGHT)], "Upper back, both sides"),
        ([Spot(Area.UPPER, side) for side in (LEFT, None, RIGHT)], "Upper back, all across"),
    ],
)
def test_spots_are_said_from_the_top_down(words: Words, spots: Iterable[Spot], said: str) -> None:
    assert said == spots_in_words(words.body, spots)
