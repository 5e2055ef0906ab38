"""The figure moves as it is told to, and a body that could not is found out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.figures import angle_of, figure, key, lifted, pose

from unspasm.domain.figure import Key, View, arrival, eased, pose_at
from unspasm.domain.figure_checks import JUMP, LIMITS, faults
from unspasm.domain.figure_holds import GRIPS, grip
from unspasm.domain.skeleton import BONES, FLESH, Pose, body_of, length, minus

ANY_ANGLE = st.floats(-360, 360)
ANY_POSE = st.builds(
    Pose,
    pelvis=st.tuples(*[st.floats(-2, 2)] * 3),
    angles=st.tuples(*[ANY_ANGLE] * len(BONES)),
    outs=st.tuples(*[st.floats(-180, 180)] * len(BONES)),
    rolls=st.tuples(*[ANY_ANGLE] * 3),
    belly=st.floats(0, 1),
)
STILL = figure(key("standing", pose()))
ARM = figure(key("down", pose()), key("up", pose({"near_upper_arm": 60, "near_forearm": 70})))


def faults_of(*keys: Key, view: View = View.SIDE) -> list[str]:
    return [slip.what for slip in faults(figure(*keys, view=view))]


# --- bones ----------------------------------------------------------------------------------------


@given(ANY_POSE)
def test_bones_keep_their_length_in_any_pose(any_pose: Pose) -> None:
    points = body_of(any_pose).points

    for bone in BONES:
        found = length(minus(points[bone.end], points[bone.start]))
        assert bone.length == pytest.approx(found)


def test_every_joint_has_flesh_and_every_bone_hangs_on_one_before_it() -> None:
    assert FLESH.keys() == body_of(pose()).points.keys()


def test_somebody_who_stands_is_about_one_body_height_tall_and_looks_to_the_right() -> None:
    body = body_of(pose_at(STILL, 0))

    assert 1.0 == pytest.approx(body.points["head"][1] + 0.075, abs=0.02)
    assert (1.0, 0.0) == pytest.approx(body.face.front[:2], abs=1e-9)


def test_the_near_side_is_the_one_towards_the_viewer() -> None:
    points = body_of(pose()).points

    assert points["near_hip"][2] > 0 > points["far_hip"][2]


def test_somebody_who_is_rolled_towards_the_viewer_shows_the_front() -> None:
    body = body_of(pose(rolls=(90, 90, 90)))

    assert (0.0, 0.0, 1.0) == pytest.approx(body.hips.front, abs=1e-9)


# --- time -----------------------------------------------------------------------------------------


def test_a_pose_is_stayed_in_and_then_left() -> None:
    assert pose_at(ARM, 0) == pose_at(ARM, 1) == ARM.keys[0].pose
    assert pose_at(ARM, 1.5) not in {key.pose for key in ARM.keys}
    assert pose_at(ARM, 2.5) == ARM.keys[1].pose


def test_the_movement_goes_round_and_round() -> None:
    assert 4 == ARM.seconds
    assert pose_at(ARM, 5.3).angles == pytest.approx(pose_at(ARM, 1.3).angles)


def test_nothing_moves_before_the_start() -> None:
    assert pose_at(ARM, 0) == pose_at(ARM, -7)


def test_what_comes_before_the_key_again_is_played_once() -> None:
    keys = [key(name, pose({"near_forearm": -90 + at})) for at, name in enumerate(("a", "b", "c"))]
    once = figure(*keys, again=1)

    shown = [pose_at(once, second).angles for second in (0.5, 2.5, 4.5, 6.5, 8.5)]

    assert [once.keys[at].pose.angles for at in (0, 1, 2, 1, 2)] == shown
    assert 2 == once.intro


def test_a_last_pose_that_leads_to_itself_is_kept() -> None:
    keys = figure(key("a", pose()), key("b", pose({"near_forearm": 0})), again=1)

    assert {keys.keys[1].pose} == {pose_at(keys, second) for second in (2.5, 3.7, 4.4, 99.9)}


def test_a_key_is_found_by_its_name() -> None:
    assert 2 == arrival(ARM, "up")
    with pytest.raises(KeyError):
        arrival(ARM, "sideways")


def test_the_end_of_the_last_way_is_the_first_pose_again() -> None:
    quick = figure(key("a", pose(), stay=0.1, move=0.2), key("b", pose(), stay=0.3, move=0.1))

    for number in range(200):
        assert quick.keys[0].pose.angles == pytest.approx(pose_at(quick, number / 70).angles)


@given(st.floats(0, 1))
def test_a_movement_starts_and_ends_softly_where_it_rests(part: float) -> None:
    resting, passing = key("resting", pose()), key("passing", pose(), stay=0)

    assert part * part * (3 - 2 * part) == pytest.approx(eased(part, resting, resting))
    assert part == pytest.approx(eased(part, passing, passing))
    assert 0 <= eased(part, passing, resting) <= 1
    assert 0 <= eased(part, resting, passing) <= 1


@given(ANY_ANGLE, ANY_ANGLE, st.floats(0, 1))
def test_an_angle_takes_the_shorter_way_round(one: float, other: float, part: float) -> None:
    turning = figure(key("a", pose({"near_forearm": one})), key("b", pose({"near_forearm": other})))

    turned = angle_of(pose_at(turning, 1 + part), "near_forearm") - one

    assert abs(turned) <= 180 + 1e-6


def test_no_joint_leaps_while_the_figure_moves() -> None:
    bodies = [body_of(pose_at(ARM, number / 10)).points for number in range(90)]

    for before, after in pairwise(bodies):
        assert max(length(minus(after[name], before[name])) for name in after) < JUMP


# --- standing and holding -------------------------------------------------------------------------


@given(st.floats(0, 30))
def test_the_lowest_foot_touches_the_floor(second: float) -> None:
    legs = {"near_thigh": -60.0, "near_shin": -80.0, "far_thigh": -100.0, "far_shin": -120.0}
    walking = figure(key("a", pose()), key("b", pose(legs)))

    points = body_of(pose_at(walking, second)).points

    lowest = min(points[f"{side}_ankle"][1] - FLESH["near_ankle"] for side in ("near", "far"))
    assert lowest == pytest.approx(0)


@given(st.floats(0, 30))
def test_feet_on_the_floor_stay_where_they_are_while_the_knees_bend(second: float) -> None:
    feet = {"near_ankle": "floor", "far_ankle": "floor"}
    bent = {"near_thigh": -50.0, "near_shin": -110.0, "far_thigh": -50.0, "far_shin": -110.0}
    squat = figure(key("tall", pose(), feet), key("low", pose(bent), feet))

    points = body_of(pose_at(squat, second)).points

    for end, spot in squat.spots:
        assert spot == pytest.approx(points[end], abs=1e-3)


@given(st.floats(0, 30))
def test_a_hand_keeps_hold_of_the_thigh_it_takes(second: float) -> None:
    grips = {"near_hand": "near_thigh", "far_ankle": "floor"}
    up = {"near_shin": -50.0, "near_upper_arm": -45.0}
    lift = figure(
        key("low", pose({"near_thigh": 25, **up}), grips),
        key("high", pose({"near_thigh": 45, **up}), grips),
    )

    moment = pose_at(lift, second)
    body = body_of(moment)

    held = grip(moment, body, "near_thigh")
    assert held[:2] == pytest.approx(body.points["near_hand"][:2], abs=1e-3)


def test_a_hand_on_a_thing_stays_in_the_air_where_it_was_first_put() -> None:
    reach = pose({"near_upper_arm": -20, "near_forearm": 10})
    leaning = figure(
        key("a", reach, {"near_hand": "here"}),
        lifted(key("b", reach, {"near_hand": "here"}), lift=0.03, x=0.05),
    )

    points = [body_of(one.pose).points for one in leaning.keys]

    assert points[0]["near_hand"] == pytest.approx(points[1]["near_hand"], abs=1e-6)
    assert points[1]["pelvis"][0] - points[0]["pelvis"][0] == pytest.approx(0.05)
    assert points[1]["near_ankle"][1] == pytest.approx(FLESH["near_ankle"] + 0.03)


def test_a_limb_that_leaves_the_picture_bends_to_the_side_it_points_to() -> None:
    crossed = figure(
        key(
            "crossed",
            pose({"near_thigh": -60}, outs={"near_thigh": 60}),
            {"near_ankle": "far_knee"},
        )
    )

    points = body_of(crossed.keys[0].pose).points

    assert points["near_ankle"] == pytest.approx(points["far_knee"], abs=1e-6)
    assert points["near_knee"][2] > 0.1


def test_what_is_out_of_reach_is_reached_for_with_a_straight_limb() -> None:
    far = figure(key("far", pose(), {"near_hand": "near_toe"}))
    moment = far.keys[0].pose

    assert angle_of(moment, "near_upper_arm") == pytest.approx(
        angle_of(moment, "near_forearm"), abs=0.5
    )


def test_the_belly_is_held_further_out_when_it_is_out() -> None:
    flat, round_ = pose(), pose(belly=1)

    assert grip(flat, body_of(flat), "belly")[0] + 0.03 < grip(round_, body_of(round_), "belly")[0]


def test_seen_from_above_the_floor_lies_behind_the_figure() -> None:
    lying = figure(key("lying", pose(rolls=(90, 90, 90))), view=View.ABOVE)

    points = body_of(lying.keys[0].pose).points

    assert FLESH["near_ankle"] == pytest.approx(points["near_ankle"][2])
    assert points["pelvis"][1] == pytest.approx(0)


@pytest.mark.parametrize("name", sorted(GRIPS))
def test_every_place_to_hold_is_near_the_body(name: str) -> None:
    body = body_of(pose())

    nearest = min(length(minus(grip(pose(), body, name), point)) for point in body.points.values())

    assert nearest < 0.15


# --- what no body could do ------------------------------------------------------------------------


def test_somebody_who_stands_and_raises_an_arm_does_nothing_impossible() -> None:
    assert [] == faults(ARM)


@pytest.mark.parametrize(
    ("joint", "angles"),
    [
        ("near_knee", {"near_shin": -60.0}),
        ("far_knee", {"far_shin": 95.0}),
        ("near_elbow", {"near_forearm": -120.0}),
        ("far_elbow", {"far_forearm": 80.0}),
        ("near_hip", {"near_thigh": -150.0, "near_shin": -150.0}),
        ("far_ankle", {"far_foot": 60.0}),
        ("near_shoulder", {"near_upper_arm": 175.0, "near_forearm": 175.0}),
        ("spine", {"up_back": 150.0}),
        ("neck", {"neck": 0.0}),
    ],
)
def test_a_joint_that_bends_the_wrong_way_is_found(joint: str, angles: dict[str, float]) -> None:
    found = faults_of(key("bad", pose(angles)))

    assert any(what.startswith(f"{joint} is bent by") for what in found), found


@pytest.mark.parametrize("joint", sorted(LIMITS))
def test_every_joint_can_be_straight(joint: str) -> None:
    low, high = LIMITS[joint]

    assert low < 0 < high


def test_a_limb_turned_out_of_the_picture_is_judged_by_how_far_it_is_bent() -> None:
    out = {"near_upper_arm": 80.0, "near_thigh": 60.0}
    folded = {"near_shin": -100.0, "near_forearm": -85.0}

    assert [] == faults_of(key("fine", pose(outs=out)))
    found = faults_of(
        key("bad", pose({**folded}, outs={**out, "near_shin": -125, "near_forearm": -99}))
    )
    assert ["near_elbow", "near_knee"] == sorted(what.split()[0] for what in found)


def test_a_foot_turned_out_is_not_judged() -> None:
    assert [] == faults_of(key("fine", pose({"near_foot": 60}, outs={"near_foot": 50})))


def test_a_limb_under_the_floor_is_found() -> None:
    bad = pose({"near_thigh": -20, "near_shin": -100, "far_foot": -70})

    assert any("under the floor" in what for what in faults_of(key("bad", bad)))


def test_a_hand_that_cannot_reach_is_found() -> None:
    found = faults_of(key("bad", pose({"near_upper_arm": -80}), {"near_hand": "near_toe"}))

    assert any(what.startswith("near_hand is") for what in found), found


def test_a_foot_that_slips_is_found() -> None:
    feet = {"near_ankle": "floor"}
    bad = [key("a", pose(), feet), lifted(key("b", pose(), feet), lift=0, x=0.4)]

    assert any(what.startswith("near_ankle is") for what in faults_of(*bad))


def test_a_leap_is_found() -> None:
    bad = [key("a", pose(), move=0), key("b", pose({"near_upper_arm": 60, "near_forearm": 70}))]

    assert any(what.startswith("near_hand jumps") for what in faults_of(*bad))


def test_a_fault_names_the_key_that_it_is_in_and_not_the_ways_to_it() -> None:
    bad = figure(
        key("fine", pose()), key("fine_too", pose()), key("bad", pose({"near_shin": -60})), again=1
    )

    assert [2] == [slip.key for slip in faults(bad)]


def test_a_fault_that_is_only_on_the_way_names_the_key_that_is_left() -> None:
    through = figure(
        key("fine", pose()),
        key("high", pose({"near_upper_arm": 80, "near_forearm": 80})),
        key("far_back", pose({"near_upper_arm": -140, "near_forearm": -140})),
    )

    assert {"near_shoulder"} == {slip.what.split()[0] for slip in faults(through)}
    assert {1} == {slip.key for slip in faults(through)}
