"""The figure in a terminal: at any size, without colour, with half blocks or braille."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.figures import figure, key, pose

from unspasm.domain.figure import Figure, View, pose_at
from unspasm.domain.figure_scene import Tone
from unspasm.widgets.cells import Marks, Row, cells_of

SIZES = [(20, 8), (40, 16), (76, 18)]
EVERY_SIZE = pytest.mark.parametrize(("width", "height"), SIZES)
BOTH_MARKS = pytest.mark.parametrize("marks", Marks)
LEGS = {"near_thigh": -62.0, "near_shin": -70.0, "far_thigh": -112.0, "far_shin": -118.0}
SWAPPED = {"far_thigh": -62.0, "far_shin": -70.0, "near_thigh": -112.0, "near_shin": -118.0}
STRIDE = figure(key("stride", pose(LEGS)), key("other", pose(SWAPPED)))


def text_of(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(run.text for run in row) for row in rows]


def cells_with(rows: tuple[Row, ...], tone: Tone) -> int:
    return sum(len(run.text) for row in rows for run in row if run.tone is tone)


def drawn(shown: Figure, second: float, *size: int, marks: Marks = Marks.BLOCKS) -> tuple[Row, ...]:
    return cells_of(shown, pose_at(shown, second), *size, marks=marks)


# --- any size -------------------------------------------------------------------------------------


@given(
    width=st.integers(1, 200),
    height=st.integers(1, 60),
    second=st.floats(0, 60),
    number=st.integers(0, 1000),
    marks=st.sampled_from(Marks),
    mirrored=st.booleans(),
)
def test_every_figure_can_be_drawn_at_any_size(
    figures: dict[str, Figure],
    width: int,
    height: int,
    second: float,
    number: int,
    marks: Marks,
    *,
    mirrored: bool,
) -> None:
    shown = sorted(figures.items())[number % len(figures)][1]

    rows = cells_of(shown, pose_at(shown, second), width, height, marks=marks, mirrored=mirrored)

    assert height == len(rows)
    assert max(map(len, text_of(rows))) <= width


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (0, 0)])
def test_where_there_is_no_room_there_is_no_picture(size: tuple[int, int]) -> None:
    assert () == drawn(STRIDE, 0, *size)


@EVERY_SIZE
@BOTH_MARKS
def test_every_figure_shows_a_body_with_a_head_at_every_size(
    figures: dict[str, Figure], width: int, height: int, marks: Marks
) -> None:
    for name, shown in figures.items():
        rows = drawn(shown, 0, width, height, marks=marks)

        assert cells_with(rows, Tone.HEAD), name
        assert cells_with(rows, Tone.NEAR), name


def test_the_picture_is_as_large_as_there_is_room_and_keeps_its_shape() -> None:
    def spread(size: tuple[int, int]) -> tuple[int, int]:
        lines = [line.rstrip() for line in text_of(drawn(STRIDE, 0, *size))[:-1]]
        high = [number for number, line in enumerate(lines) if line]
        heads = [
            sum(len(run.text) for run in row if run.tone is Tone.HEAD)
            for row in drawn(STRIDE, 0, *size)
        ]
        return len(high), max(heads)

    small, large = spread((60, 15)), spread((200, 60))

    assert 12 <= small[0] <= 14
    assert 52 <= large[0] <= 59
    assert large[1] / (2 * large[0]) == pytest.approx(0.18, abs=0.04), "head and nose"


def test_the_floor_stays_where_it_is_while_the_figure_moves(figures: dict[str, Figure]) -> None:
    for shown in figures.values():
        pictures = [text_of(drawn(shown, second / 2, 40, 16)) for second in range(20)]
        floors = [[line == "─" * 40 for line in lines] for lines in pictures]

        if shown.view is not View.ABOVE:
            assert 1 == sum(floors[0])
            assert all(floor == floors[0] for floor in floors)


# --- signs ----------------------------------------------------------------------------------------


@EVERY_SIZE
def test_half_blocks_and_nothing_stranger_are_used(
    figures: dict[str, Figure], width: int, height: int
) -> None:
    for shown in figures.values():
        for one in shown.keys:
            signs = set("".join(text_of(cells_of(shown, one.pose, width, height))))
            assert signs <= set(" ▀▄█▒─│↑↓←→")


def test_a_ground_is_set_only_where_two_limbs_meet(figures: dict[str, Figure]) -> None:
    for shown in figures.values():
        runs = [run for row in drawn(shown, 1.5, 40, 16) for run in row if run.ground]

        assert all(run.tone and run.tone is not run.ground for run in runs)
        assert {"▀"} >= {sign for run in runs for sign in run.text}
        assert all(run.ground not in {Tone.PROP, Tone.LINE} for run in runs)


def test_braille_is_braille(figures: dict[str, Figure]) -> None:
    for shown in figures.values():
        signs = set("".join(text_of(drawn(shown, 1.5, 40, 16, marks=Marks.BRAILLE))))
        strange = {sign for sign in signs if not "\u2800" < sign <= "\u28ff"}
        assert strange <= set(" ─│↑↓←→")


def test_cells_that_look_alike_stand_in_one_run(figures: dict[str, Figure]) -> None:
    for shown in figures.values():
        for row in drawn(shown, 0.5, 40, 16):
            assert all(run.text for run in row)
            assert all(1 == len(list(same)) for _, same in
                       groupby(row, key=lambda run: (run.tone, run.ground)))  # fmt: skip


def test_a_chair_looks_different_from_a_body_without_colour(figures: dict[str, Figure]) -> None:
    rows = drawn(figures["legs_on_chair"], 0, 40, 16)

    of_things = {sign for row in rows for run in row if run.tone is Tone.PROP for sign in run.text}
    assert {"▒"} == of_things


def test_an_arrow_shows_where_something_goes(figures: dict[str, Figure]) -> None:
    shown = figures["pelvic_tilt"]

    assert "↓" not in "".join(text_of(cells_of(shown, shown.keys[0].pose, 40, 16)))
    assert "↓" in "".join(text_of(cells_of(shown, shown.keys[1].pose, 40, 16)))


# --- near and far ---------------------------------------------------------------------------------


@EVERY_SIZE
@BOTH_MARKS
def test_no_colour_is_needed_to_tell_near_from_far(width: int, height: int, marks: Marks) -> None:
    near_in_front = text_of(drawn(STRIDE, 0, width, height, marks=marks))
    far_in_front = text_of(drawn(STRIDE, 2.5, width, height, marks=marks))

    assert near_in_front != far_in_front


def dots_with(rows: tuple[Row, ...], tone: Tone) -> int:
    return sum((2 if sign == "█" else 1) for row in rows for run in row
               if run.tone is tone for sign in run.text)  # fmt: skip


@EVERY_SIZE
def test_a_near_leg_is_thicker_than_a_far_one(width: int, height: int) -> None:
    legs = slice(-1 - height // 3, -1)
    near = far = 0
    for number in range(20):
        rows = drawn(STRIDE, number / 5, width, height)[legs]
        near += dots_with(rows, Tone.NEAR)
        far += dots_with(rows, Tone.FAR)

    assert near > 1.25 * far > 0


def test_the_other_side_of_the_body_is_drawn_the_other_way_round(
    figures: dict[str, Figure],
) -> None:
    shown = figures["single_knee_to_chest"]
    straight = cells_of(shown, shown.keys[2].pose, 41, 16)
    turned = cells_of(shown, shown.keys[2].pose, 41, 16, mirrored=True)

    for tone in (Tone.NEAR, Tone.FAR, Tone.HEAD):
        assert cells_with(straight, tone) == pytest.approx(cells_with(turned, tone), rel=0.25)
    assert head_from_the_left(straight) < 10
    assert head_from_the_left(turned) > 30


def head_from_the_left(rows: tuple[Row, ...]) -> int:
    for row in rows:
        passed = 0
        for run in row:
            if run.tone is Tone.HEAD:
                return passed
            passed += len(run.text)
    pytest.fail("no head")
