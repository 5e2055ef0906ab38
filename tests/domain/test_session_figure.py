"""The figure keeps time with the session."""

import pytest
from tests.journeys.houses import CATALOGUE

from unspasm.domain.figure import Figure, arrival, pose_at
from unspasm.domain.session_figure import figure_seconds
from unspasm.domain.session_plan import Phase, PhaseKind, lay_out
from unspasm.domain.stretches import Beat, Recovery, Stretch

DRAWN = list(CATALOGUE.library.stretches.values())
HELD = [one for one in DRAWN if one.beat is Beat.HOLD]


def figure_of(stretch: Stretch) -> Figure:
    assert stretch.figure
    return stretch.figure


def last(figure: Figure) -> float:
    return arrival(figure, figure.keys[-1].name)


@pytest.mark.parametrize("stretch", HELD, ids=lambda one: one.id)
@pytest.mark.parametrize("moves", [True, False], ids=["moving", "stills"])
def test_in_a_hold_the_held_pose_is_reached_at_once_and_stays(
    stretch: Stretch,
    moves: bool,  # noqa: FBT001 - a column of the table
) -> None:
    figure = figure_of(stretch)
    phase = Phase(PhaseKind.HOLD, stretch.id, 5)
    on_the_way = figure.keys[-2].move

    if moves:
        assert last(figure) - on_the_way == figure_seconds(figure, phase, 0.0)
    for into in (on_the_way, 4.0, 5.0, 0.0 if not moves else 3.0):
        shown = pose_at(figure, figure_seconds(figure, phase, into, moves=moves))
        assert shown == figure.keys[-1].pose


@pytest.mark.parametrize("stretch", HELD, ids=lambda one: one.id)
def test_in_a_rest_the_figure_comes_back_from_it(stretch: Stretch) -> None:
    figure = figure_of(stretch)
    phase = Phase(PhaseKind.REST, stretch.id, 5)
    back = figure_seconds(figure, phase, 5.0)

    assert pose_at(figure, back) == figure.keys[figure.again].pose
    assert back == figure_seconds(figure, phase, 0.0, moves=False)


@pytest.mark.parametrize("stretch", DRAWN, ids=lambda one: one.id)
def test_a_movement_or_a_breath_ends_where_the_next_begins(stretch: Stretch) -> None:
    figure = figure_of(stretch)
    for recovery in Recovery:
        for phase in lay_out([stretch], recovery):
            if phase.kind not in {PhaseKind.MOVE, PhaseKind.BREATHE}:
                continue
            once = phase.seconds / phase.repeats
            for number in range(phase.repeats + 1):
                rounds = (figure_seconds(figure, phase, number * once) - figure.intro) / (
                    figure.seconds - figure.intro
                )
                assert pytest.approx(round(rounds), abs=1e-6) == rounds


def test_the_breath_of_the_figure_is_the_breath_of_the_words() -> None:
    breathing = CATALOGUE.library.stretches["belly_breathing"]
    figure = figure_of(breathing)
    _, phase = lay_out([breathing], Recovery.ACUTE)
    full = arrival(figure, "in")
    for number in range(phase.repeats):
        at = figure_seconds(figure, phase, number * 10 + 4.2) % figure.seconds
        assert pytest.approx(full, abs=0.4) == at


@pytest.mark.parametrize("stretch", DRAWN, ids=lambda one: one.id)
def test_without_motion_every_picture_is_a_key_pose(stretch: Stretch) -> None:
    figure = figure_of(stretch)
    poses = [key.pose for key in figure.keys]
    for recovery in Recovery:
        for phase in lay_out([stretch], recovery):
            for tenth in range(10):
                into = phase.seconds * tenth / 10
                assert pose_at(figure, figure_seconds(figure, phase, into, moves=False)) in poses


def test_while_getting_ready_the_whole_exercise_is_shown() -> None:
    figure = figure_of(CATALOGUE.library.stretches["single_knee_to_chest"])
    phase = Phase(PhaseKind.READY, "single_knee_to_chest", 15)

    assert 7.0 == figure_seconds(figure, phase, 7.0)
    still = pose_at(figure, figure_seconds(figure, phase, 7.0, moves=False))
    assert still == figure.keys[-1].pose
