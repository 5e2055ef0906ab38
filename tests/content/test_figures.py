"""Every figure that ships moves as a body can, and every slip in a figure is told by its line."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.catalogue.faults import ContentFaultsError
from unspasm.catalogue.figures import figures_in, findings_in_figure
from unspasm.catalogue.shapes_figures import FigureShape
from unspasm.domain.figure import FIXED, Figure, pose_at
from unspasm.domain.figure_checks import JUMP, SLIP, UNDER, faults
from unspasm.domain.figure_holds import grip
from unspasm.domain.skeleton import BONES, FLESH, body_of, length, minus

FOLDER = Path(__file__).parents[2] / "content" / "en" / "stretches"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
EVERY_FIGURE = pytest.mark.parametrize("name", NAMES)
ANY_SECOND = st.floats(0, 120)
A_FILE = """\
[figure]
view = "side"
root = "pelvis"
stand_on = ["near_ankle"]

[[figure.prop]]
kind = "chair"
x = 0.0
width = 0.3
height = 0.25

[[figure.key]]
name = "tall"
cue = "Stand tall."
stay = 1.0
move = 1.0
spine = [90, 90, 90]
near_leg = [-90, -90, 0]
far_leg = [-90, -90, 0]
near_arm = [-90, -85]
far_arm = [-90, -85]
hold = { near_ankle = "floor" }

[[figure.key]]
name = "arms"
cue = "Raise your arms."
stay = 1.0
move = 1.0
near_arm = [0, 5]
far_arm = [0, 5]
arrow = ["near_hand", "up"]
"""


def file_in(folder: Path, text: str) -> Path:
    (folder / "made_up.toml").write_text(text, encoding="utf-8")
    return folder


def told(text: str) -> list[str]:
    shape = FigureShape.model_validate(tomllib.loads(text)["figure"])
    return [".".join(map(str, path)) + ": " + what for path, what in findings_in_figure(shape)]


# --- what ships -----------------------------------------------------------------------------------


def test_every_stretch_has_a_figure_and_every_figure_a_stretch(content_folder: Path) -> None:
    stretches = {path.stem for path in (content_folder / "stretches").glob("*.toml")}

    assert stretches == set(NAMES)


@EVERY_FIGURE
def test_a_figure_that_ships_does_nothing_that_no_body_could(
    figures: dict[str, Figure], name: str
) -> None:
    assert [] == faults(figures[name])


@EVERY_FIGURE
@given(second=ANY_SECOND)
def test_bones_keep_their_length_at_any_second(
    figures: dict[str, Figure], name: str, second: float
) -> None:
    points = body_of(pose_at(figures[name], second)).points

    for bone in BONES:
        found = length(minus(points[bone.end], points[bone.start]))
        assert bone.length == pytest.approx(found)


@EVERY_FIGURE
@given(second=ANY_SECOND)
def test_nothing_goes_under_the_floor_and_something_stands_on_it_at_any_second(
    figures: dict[str, Figure], name: str, second: float
) -> None:
    figure = figures[name]
    points = body_of(pose_at(figure, second)).points
    heights = {joint: point[figure.view.up] - FLESH[joint] for joint, point in points.items()}

    assert min(heights.values()) >= -UNDER
    standing = min(heights[joint] for joint in figure.stand_on)
    assert min(key.lift for key in figure.keys) - 1e-6 <= standing
    assert standing <= max(key.lift for key in figure.keys) + 1e-6


@EVERY_FIGURE
def test_what_holds_the_same_in_every_key_never_lets_go(
    figures: dict[str, Figure], name: str
) -> None:
    figure = figures[name]
    kept = set.intersection(*(set(key.holds) for key in figure.keys))
    spots = dict(figure.spots)

    for number in range(int(figure.seconds * 20)):
        moment = pose_at(figure, number / 20)
        body = body_of(moment)
        for end, target in kept:
            place = spots[end] if target in FIXED else grip(moment, body, target)
            way = minus(body.points[end], place)
            assert length((way[0], way[1], 0.0)) <= SLIP


@EVERY_FIGURE
def test_no_joint_leaps_from_one_picture_to_the_next(figures: dict[str, Figure], name: str) -> None:
    figure = figures[name]
    count = int(2 * figure.seconds * 10)
    bodies = [body_of(pose_at(figure, number / 10)).points for number in range(count)]

    for before, after in pairwise(bodies):
        assert max(length(minus(after[joint], before[joint])) for joint in after) < JUMP


@EVERY_FIGURE
def test_every_pose_has_a_cue_of_its_own_and_time_enough_to_see_it(
    figures: dict[str, Figure], name: str
) -> None:
    figure = figures[name]
    cues = [key.cue for key in figure.keys]

    assert len(set(cues)) == len(cues)
    assert all(cue.endswith(".") and len(cue) <= 100 for cue in cues)
    assert 2 <= figure.seconds <= 30


# --- slips ----------------------------------------------------------------------------------------


def test_a_figure_without_a_slip_has_no_findings(tmp_path: Path) -> None:
    assert [] == told(A_FILE)
    made = figures_in(file_in(tmp_path, A_FILE))["made_up"]
    assert ["tall", "arms"] == [key.name for key in made.keys]
    assert made.keys[0].pose.angles[6:9] == made.keys[1].pose.angles[6:9] == (-90, -90, 0)
    assert ("near_hand", "up") == made.keys[1].pose.arrow


@pytest.mark.parametrize(
    ("right", "wrong", "where", "what"),
    [
        ('root = "pelvis"', 'root = "nose"', "root", "no joint 'nose'"),
        ('["near_ankle"]', '["tail"]', "stand_on", "no joint 'tail'"),
        ('root = "pelvis"', 'root = "pelvis"\nagain = "x"', "again", "no key is called 'x'"),
        ('name = "arms"', 'name = "tall"', "key.1.name", "second time"),
        ("width = 0.3", "width = 0.0", "prop.0", "more than 0"),
        ("width = 0.3", "width = inf", "prop.0", "more than 0"),
        ("x = 0.0", "x = 12.0", "prop.0", "from the middle"),
        ("spine = [90, 90, 90]", "spine = [90, 90]", "key.0.spine", "3 angles, not 2"),
        ("spine = [90, 90, 90]", "spine = [90, 90, nan]", "key.0.spine", "-360 to 360"),
        ("near_arm = [0, 5]", "near_arm = [0, 999]", "key.1.near_arm", "-360 to 360"),
        ("spine = [90, 90, 90]\n", "", "key.0", "first key has to give 'spine'"),
        ("stay = 1.0", "stay = -1.0", "key.0.stay", "from 0 to 30"),
        ("stay = 1.0\nmove = 1.0", "stay = 0\nmove = 0", "key.0.stay", "takes some time"),
        ("stay = 1.0", "stay = 1.0\nbelly = 3", "key.0.belly", "from 0 to 1"),
        ("stay = 1.0", "stay = 1.0\nlift = 9", "key.0.lift", "at most 3"),
        ('near_ankle = "floor"', 'near_knee = "floor"', "key.0.hold", "cannot hold"),
        ('near_ankle = "floor"', 'near_hand = "rope"', "key.0.hold", "nothing called 'rope'"),
        ('near_ankle = "floor"', 'near_hand = "near_hand"', "key.0.hold", "nothing called"),
        ('["near_hand", "up"]', '["near_hand", "out"]', "key.1.arrow", "one of up, down"),
        ('["near_hand", "up"]', "[]", "key.1.arrow", "names a place"),
        ('["near_hand", "up"]', '["moon", "up"]', "key.1.arrow", "names a place"),
        ("[-90, -85]", "[-90, -120]", "key.0", "near_elbow is bent by -30 degrees"),
    ],
)
def test_a_slip_is_told_with_its_place(right: str, wrong: str, where: str, what: str) -> None:
    assert right in A_FILE
    findings = told(A_FILE.replace(right, wrong, 1))

    assert any(one.startswith(f"{where}: ") and what in one for one in findings), findings


def test_no_key_at_all_is_told() -> None:
    assert ["key: there is none"] == told(A_FILE[: A_FILE.index("[[figure.key]]")] .replace(
        "[[figure.prop]]", "key = []\n[[figure.prop]]"))  # fmt: skip


def test_an_impossible_joint_is_told_with_file_and_line(tmp_path: Path) -> None:
    text = A_FILE.replace("near_arm = [0, 5]", "near_arm = [0, -60]")

    with pytest.raises(ContentFaultsError) as raised:
        figures_in(file_in(tmp_path, text))

    line = 1 + text.splitlines().index("[[figure.key]]", 12)
    assert line == raised.value.faults[0].line
    assert "near_elbow is bent by -60 degrees" in str(raised.value)
    assert str(tmp_path / "made_up.toml") in str(raised.value)


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ('view = "side"', 'view = "behind"', "figure.view"),
        ("stay = 1.0", "stay = true", "figure.key.0.stay"),
        ("stay = 1.0", 'stay = 1.0\nmood = "good"', "figure.key.0.mood"),
        ('kind = "chair"', 'kind = "throne"', "figure.prop.0.kind"),
        ('cue = "Stand tall."', 'cue = ""', "figure.key.0.cue"),
        ("[figure]", "[figure", "file"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, right: str, wrong: str, what: str) -> None:
    with pytest.raises(ContentFaultsError) as raised:
        figures_in(file_in(tmp_path, A_FILE.replace(right, wrong, 1)))

    assert what in {fault.key for fault in raised.value.faults}


def test_an_unknown_key_is_refused_by_the_shape() -> None:
    raw: dict[str, Any] = {**tomllib.loads(A_FILE)["figure"], "colour": "red"}

    with pytest.raises(ValueError, match="colour"):
        FigureShape.model_validate(raw)


def test_a_file_without_a_figure_is_passed_over(tmp_path: Path) -> None:
    assert {} == figures_in(file_in(tmp_path, 'id = "made_up"'))
