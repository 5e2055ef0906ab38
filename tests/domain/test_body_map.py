"""The map of the body: what is drawn, where a click and an arrow key lead, what a digit ticks."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.domain.body_map import (
    MARK,
    SPOTS,
    START,
    Cell,
    MapSize,
    Tone,
    Way,
    cycled,
    draw,
    extent,
    first_of,
    lines_of,
    size_for,
    spot_at,
    spread,
    step,
    toggled,
)
from unspasm.domain.log_entries import Area, Side, Spot

LEFT, RIGHT = Side.LEFT, Side.RIGHT
MIRRORED = str.maketrans("/\\()[]", "\\/)(][")
EACH_SIZE = pytest.mark.parametrize("size", MapSize)
ticks = st.frozensets(st.sampled_from(SPOTS))


def text_of(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    return ["".join(cell.text for cell in row) for row in rows]


def other(spot: Spot) -> Spot:
    sides = {LEFT: RIGHT, RIGHT: LEFT}
    return Spot(spot.area, sides[spot.side] if spot.side else None)


# --- what is drawn --------------------------------------------------------------------------------


@EACH_SIZE
def test_every_spot_has_a_place_and_only_neck_and_back_have_a_middle(size: MapSize) -> None:
    width, height = extent(size)
    drawn = {spot_at(x, y, size) for x, y in product(range(width), range(height))}

    assert drawn == {*SPOTS, None}
    assert {spot.area for spot in SPOTS} == set(Area)
    assert [spot.area for spot in SPOTS if spot.side is None] == list(Area)[:4]


@EACH_SIZE
def test_it_is_made_of_plain_signs_and_its_right_is_the_mirror_of_its_left(size: MapSize) -> None:
    lines = text_of(draw(size, ()))

    assert all(line.isascii() and line.isprintable() for line in lines)
    for y, line in enumerate(text_of(draw(size, (), sides=("", "")))):
        assert line == line[::-1].translate(MIRRORED)
        for x in range(len(line)):
            one, opposite = spot_at(x, y, size), spot_at(len(line) - 1 - x, y, size)
            assert one == (other(opposite) if opposite else None)


@EACH_SIZE
def test_left_is_left(size: MapSize) -> None:
    width, height = extent(size)
    for x, y in product(range(width), range(height)):
        spot = spot_at(x, y, size)
        if spot and spot.side:
            assert spot.side is (LEFT if x < width // 2 else RIGHT)
    named = text_of(draw(size, (), sides=("Left", "Right")))[1]
    assert named.startswith("Left ")
    assert named.endswith(" Right")


@EACH_SIZE
def test_words_for_the_sides_are_cut_where_the_head_begins(size: MapSize) -> None:
    plain, named = (
        text_of(draw(size, (), sides=sides))[1] for sides in (("", ""), ("A" * 40, "B" * 40))
    )

    assert named.replace("A", " ").replace("B", " ") == plain
    assert named.startswith("AAAAA")
    assert named.endswith("BBBBB")
    assert "A " in named
    assert " B" in named


@EACH_SIZE
@given(ticked=ticks)
def test_what_is_ticked_is_filled_and_nothing_else(size: MapSize, ticked: frozenset[Spot]) -> None:
    for y, row in enumerate(draw(size, ticked)):
        for x, cell in enumerate(row):
            spot = spot_at(x, y, size)
            assert (cell.text == MARK) is (spot in ticked)
            assert (cell.tone is Tone.TICKED) is (spot in ticked)


@EACH_SIZE
@pytest.mark.parametrize("here", SPOTS)
def test_the_spot_that_the_keys_have_reached_stands_in_brackets(size: MapSize, here: Spot) -> None:
    for ticked in ((), (here,)):
        rows = draw(size, ticked, here)
        for y in lines_of(here, size):
            line = text_of(rows)[y]
            inside = range(line.index("[") + 1, line.index("]"))
            assert {spot_at(x, y, size) for x in inside} == {here}
            tones = {rows[y][x].tone for x in inside}
            assert tones == {Tone.TICKED_HERE if ticked else Tone.HERE}


@EACH_SIZE
@pytest.mark.parametrize("here", SPOTS)
def test_brackets_hide_no_tick(size: MapSize, here: Spot) -> None:
    rows = draw(size, SPOTS, here)
    seen = {
        spot_at(x, y, size)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
        if cell.text == MARK
    }

    assert seen == set(SPOTS)


def test_the_larger_one_is_drawn_where_it_is_whole() -> None:
    width, height = extent(MapSize.LARGE)

    assert size_for(width, height) is MapSize.LARGE
    assert size_for(width - 1, height) is MapSize.SMALL
    assert size_for(width, height - 1) is MapSize.SMALL


@EACH_SIZE
def test_beside_the_picture_there_is_nothing(size: MapSize) -> None:
    width, height = extent(size)

    assert [None] * 4 == [
        spot_at(x, y, size)
        for x, y in ((-1, height // 2), (width, height // 2), (width // 2, -1), (0, height))
    ]


# --- arrow keys -----------------------------------------------------------------------------------


def test_the_arrows_reach_every_spot_from_every_spot() -> None:
    for start in SPOTS:
        reached, grown = {start}, {start}
        while grown:
            grown = {step(spot, way) for spot, way in product(grown, Way)} - reached
            reached |= grown
        assert reached == set(SPOTS)


@pytest.mark.parametrize("spot", [spot for spot in SPOTS if spot.side])
def test_the_arrows_of_the_right_are_those_of_the_left_mirrored(spot: Spot) -> None:
    ways = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT}
    for way in Way:
        assert step(other(spot), ways.get(way, way)) == other(step(spot, way))


@pytest.mark.parametrize(
    ("spot", "way", "to"),
    [
        (Spot(Area.NECK), Way.UP, Spot(Area.NECK)),
        (Spot(Area.NECK), Way.DOWN, Spot(Area.UPPER)),
        (Spot(Area.NECK, LEFT), Way.LEFT, Spot(Area.NECK, LEFT)),
        (Spot(Area.LOWER), Way.LEFT, Spot(Area.LOWER, LEFT)),
        (Spot(Area.LOWER), Way.DOWN, Spot(Area.BUTTOCK, LEFT)),
        (Spot(Area.LOWER, LEFT), Way.LEFT, Spot(Area.ARM, LEFT)),
        (Spot(Area.BUTTOCK, LEFT), Way.RIGHT, Spot(Area.BUTTOCK, RIGHT)),
        (Spot(Area.BELOW_KNEE, RIGHT), Way.DOWN, Spot(Area.BELOW_KNEE, RIGHT)),
        (Spot(Area.THIGH, LEFT), Way.LEFT, Spot(Area.THIGH, LEFT)),
        (Spot(Area.ARM, LEFT), Way.LEFT, Spot(Area.ARM, LEFT)),
        (Spot(Area.ARM, LEFT), Way.RIGHT, Spot(Area.MIDDLE, LEFT)),
        (Spot(Area.ARM, RIGHT), Way.LEFT, Spot(Area.MIDDLE, RIGHT)),
        (Spot(Area.ARM, RIGHT), Way.UP, Spot(Area.UPPER, RIGHT)),
        (Spot(Area.ARM, RIGHT), Way.DOWN, Spot(Area.BUTTOCK, RIGHT)),
    ],
)
def test_an_arrow_leads_where_it_points(spot: Spot, way: Way, to: Spot) -> None:
    assert to == step(spot, way)


# --- ticks ----------------------------------------------------------------------------------------


@given(ticked=ticks, spot=st.sampled_from(SPOTS))
def test_ticked_twice_it_is_as_it_was(ticked: frozenset[Spot], spot: Spot) -> None:
    once = toggled(ticked, spot)

    assert once ^ ticked == {spot}
    assert ticked == toggled(once, spot)


@pytest.mark.parametrize("area", list(Area)[:4])
def test_the_digit_of_neck_or_back_ticks_its_middle(area: Area) -> None:
    side = Spot(area, LEFT)

    assert {side, Spot(area)} == cycled({side}, area)
    assert {side} == cycled({side, Spot(area)}, area)


@pytest.mark.parametrize("area", list(Area)[4:])
def test_the_digit_of_all_others_goes_left_right_both_none(area: Area) -> None:
    left, right, back = Spot(area, LEFT), Spot(area, RIGHT), Spot(Area.LOWER)
    seen = [frozenset({back})]
    for _ in range(4):
        seen.append(cycled(seen[-1], area))

    assert seen == [{back}, {back, left}, {back, right}, {back, left, right}, {back}]


def test_an_area_without_a_side_is_both_sides_where_there_is_no_middle() -> None:
    assert {Spot(Area.THIGH, LEFT), Spot(Area.THIGH, RIGHT)} == spread({Spot(Area.THIGH)})
    assert {Spot(Area.LOWER)} == spread({Spot(Area.LOWER)})
    assert draw(MapSize.LARGE, {Spot(Area.ARM)}) == draw(
        MapSize.LARGE, {Spot(Area.ARM, LEFT), Spot(Area.ARM, RIGHT)}
    )


def test_it_is_entered_at_the_topmost_tick_or_else_at_the_lower_back() -> None:
    assert first_of({Spot(Area.THIGH, RIGHT), Spot(Area.UPPER, LEFT)}) == Spot(Area.UPPER, LEFT)
    assert first_of({Spot(Area.ARM)}) == Spot(Area.ARM, LEFT)
    assert START == first_of(())
