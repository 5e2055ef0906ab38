"""What there is to draw, and the drawing for paper."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.figures import figure, key, pose

from unspasm.domain.figure import Figure, Prop, View, pose_at
from unspasm.domain.figure_scene import KINDS, WAYS, Arrow, Tone, arrow_of, box_of, strokes_of
from unspasm.domain.figure_svg import ON_DARK, ON_LIGHT, Inks, picture
from unspasm.domain.skeleton import Pose

THINGS = tuple(
    Prop(kind, x=0.3, y=0.0, width=0.3, height=0.25, back=back)
    for kind in sorted(KINDS - {"mat"})
    for back in ("", "left", "right")
)
WAVING = figure(
    key("down", pose()),
    key("up", pose({"near_upper_arm": 60, "near_forearm": 70, "far_thigh": -60}, belly=1)),
    props=THINGS,
)
MAT = Prop("mat", x=0.0, y=0.0, width=0.6, height=1.2)
LYING = figure(key("lying", pose(rolls=(90, 90, 90))), view=View.ABOVE)
ON_A_MAT = figure(key("lying", pose(rolls=(90, 90, 90))), view=View.ABOVE, props=(MAT,))


def pointing(way: str) -> Pose:
    one = pose()
    return Pose(one.pelvis, one.angles, one.outs, arrow=("belly", way))


@given(st.floats(0, 20), st.booleans())
def test_everything_drawn_lies_in_the_room_that_the_figure_takes(
    second: float,
    mirrored: bool,  # noqa: FBT001 - hypothesis hands it in
) -> None:
    box = box_of(WAVING, mirrored=mirrored)

    for stroke in strokes_of(WAVING, pose_at(WAVING, second), mirrored=mirrored):
        for x, y in ((stroke.x1, stroke.y1), (stroke.x2, stroke.y2)):
            assert box.left - 0.05 <= x <= box.right + 0.05
            assert box.bottom <= y <= box.top + 0.05


def test_what_is_near_is_drawn_over_what_is_far_and_thicker() -> None:
    tones = [stroke.tone for stroke in strokes_of(WAVING, pose_at(WAVING, 0))]
    thick = {
        tone: min(
            stroke.radius
            for stroke in strokes_of(WAVING, pose_at(WAVING, 0))
            if stroke.tone is tone
        )
        for tone in (Tone.FAR, Tone.NEAR)
    }

    order = [max(place for place, one in enumerate(tones) if one is tone)
             for tone in (Tone.PROP, Tone.FAR, Tone.BODY, Tone.NEAR)]  # fmt: skip
    assert sorted(order) == order
    assert thick[Tone.NEAR] > 1.3 * thick[Tone.FAR]


def test_mirrored_is_the_same_picture_the_other_way_round() -> None:
    one = strokes_of(WAVING, pose_at(WAVING, 2.5))
    other = strokes_of(WAVING, pose_at(WAVING, 2.5), mirrored=True)

    assert [-stroke.x1 for stroke in one] == [stroke.x1 for stroke in other]
    assert [stroke.y2 for stroke in one] == [stroke.y2 for stroke in other]


def test_a_figure_named_by_its_far_side_is_turned_for_the_right_side() -> None:
    below = figure(key("down", pose()), named="far")
    plain = figure(key("down", pose()))

    assert strokes_of(plain, pose_at(plain, 0), mirrored=True) == strokes_of(
        below, pose_at(below, 0)
    )


@pytest.mark.parametrize("way", sorted(WAYS))
def test_an_arrow_lies_before_what_it_points_at(way: str) -> None:
    across, up = WAYS[way]
    straight = arrow_of(WAVING, pointing(way))
    turned = arrow_of(WAVING, pointing(way), mirrored=True)
    other_way = {"left": "right", "right": "left"}.get(way, way)

    assert straight
    assert way == straight.way
    assert Arrow(-straight.x, straight.y, other_way) == turned
    middle = arrow_of(WAVING, pointing({"up": "down", "down": "up"}.get(way, other_way)))
    assert middle
    assert (middle.x - straight.x) * across >= 0
    assert (middle.y - straight.y) * up >= 0


def test_a_pose_without_an_arrow_has_none() -> None:
    assert arrow_of(WAVING, pose()) is None


@pytest.mark.parametrize("shown", [WAVING, ON_A_MAT])
@pytest.mark.parametrize("inks", [ON_LIGHT, ON_DARK])
def test_the_drawing_is_sound_and_says_what_it_shows(shown: Figure, inks: Inks) -> None:
    svg = picture(shown, shown.keys[0].pose, "One <arm> & the other", inks=inks)

    root = ET.fromstring(svg)  # noqa: S314 - our own words

    assert "One <arm> & the other" == root[0].text
    assert all(f".{tone.name.lower()}{{stroke:" in svg for tone in Tone)


@pytest.mark.parametrize(("shown", "lines"), [(LYING, 0), (WAVING, 1), (ON_A_MAT, 4)])
def test_only_a_floor_seen_from_the_side_and_a_mat_have_lines(shown: Figure, lines: int) -> None:
    assert lines == picture(shown, pose_at(shown, 0), "still").count('class="line"')


def test_the_drawing_shows_the_arrow() -> None:
    plain = picture(WAVING, pose(), "still")

    assert len(picture(WAVING, pointing("up"), "still")) > len(plain)
