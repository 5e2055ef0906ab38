"""A line of a home programme, as it stands on paper, is understood."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journeys.houses import CATALOGUE

from unspasm.domain.own_as_routine import beat_of, dose_of_step
from unspasm.domain.own_routines import (
    OwnStep,
    Sides,
    out_of_range,
)
from unspasm.domain.stretches import Dose
from unspasm.domain.typed_lines import (
    BETWEEN_SETS,
    Typed,
    called,
    dosed,
    exercise_step,
    near,
    read_dose,
    read_line,
)

LIBRARY = CATALOGUE.library
BRIDGE = OwnStep(stretch="bridge")


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("bridge", Typed("bridge")),
        ("bridge 10 x 3, hold 5 s", Typed("bridge", 5, 10, 3, hold=True)),
        ("Bridge 3 x 10", Typed("Bridge", repeats=10, sets=3)),
        ("bridge: 10x3 (hold 5 seconds)", Typed("bridge", 5, 10, 3, hold=True)),
        ("Knie heben 3\u00d712", Typed("Knie heben", repeats=12, sets=3)),
        ("knee rolls x 8", Typed("knee rolls", repeats=8)),
        ("plank 30 s", Typed("plank", 30)),
        ("plank hold 30 s", Typed("plank", 30, hold=True)),
        ("walk 10 min", Typed("walk", 600)),
        ("press up 1 min 30 s", Typed("press up", 90)),
        ("Bird dog 3 sets of 10, rest 60 s", Typed("Bird dog", None, 10, 3, 60)),
        ("Bridge 10 times, 2 sets, left", Typed("Bridge", None, 10, 2, sides=Sides.LEFT)),
        ("Heel slides 10 reps each side", Typed("Heel slides", repeats=10, sides=Sides.BOTH)),
        ("Clam 2x15 per side", Typed("Clam", None, 15, 2, sides=Sides.BOTH)),
        ("left leg lift 10x", Typed("left leg lift", repeats=10)),
        ("bridge 10 on a cloud", Typed("bridge", repeats=10, left_over="cloud")),
        ("quad sets 5 x", Typed("quad sets", repeats=5)),
        ("bridge, sets: 3, reps: 10", Typed("bridge", repeats=10, sets=3)),
        ("", Typed("")),
    ],
)
def test_name_and_dose_are_read(line: str, typed: Typed) -> None:
    assert typed == read_line(line)


def test_where_only_the_dose_is_asked_for_a_word_is_no_name() -> None:
    assert Typed("", 5, 8, 2, hold=True) == read_dose("hold 5 s, 8 x 2")
    assert Sides.RIGHT is read_dose("right, 8 x").sides


@given(st.text(max_size=150))
def test_any_line_is_read_or_left_over(text: str) -> None:
    for typed in (read_line(text), read_dose(text)):
        assert len(typed.name) <= 40
        for step in (BRIDGE, exercise_step(replace(typed, name="x"), "")):
            if changed := dosed(step, typed, LIBRARY):
                dose = dose_of_step(changed, LIBRARY)
                assert not list(out_of_range(dose, beat_of(changed, LIBRARY)))


def test_what_is_not_typed_stays_as_it_was() -> None:
    step = dosed(BRIDGE, Typed("", repeats=10), LIBRARY)
    assert step
    assert Dose(5, 10, 5) == step.dose

    again = dosed(step, Typed("", seconds=9), LIBRARY)
    assert again
    assert Dose(9, 10, 5) == again.dose


def test_between_sets_there_is_a_rest_unless_another_is_typed() -> None:
    step = dosed(BRIDGE, Typed("", sets=3), LIBRARY)
    other = dosed(BRIDGE, Typed("", sets=3, rest=60), LIBRARY)
    assert step
    assert other

    assert BETWEEN_SETS == dose_of_step(step, LIBRARY).between
    assert (5, 60) == (other.dose and other.dose.rest, other.dose and other.dose.between)


@pytest.mark.parametrize(
    "typed",
    [
        Typed("", seconds=0),
        Typed("", seconds=181),
        Typed("", repeats=51),
        Typed("", repeats=0),
        Typed("", sets=11),
        Typed("", rest=121),
        Typed("", sides=Sides.LEFT),
    ],
)
def test_a_number_out_of_its_range_or_a_side_that_there_is_not_changes_nothing(
    typed: Typed,
) -> None:
    assert dosed(BRIDGE, typed, LIBRARY) is None


def test_to_hold_a_movement_makes_it_a_hold_and_a_rest_stands_between_two() -> None:
    moved = exercise_step(read_line("clam 10 x"), "")
    held = dosed(moved, read_dose("hold 9 s, rest 8 s"), LIBRARY)
    assert held
    assert held.exercise

    assert held.exercise.hold
    assert Dose(9, 10, 8) == held.dose


def test_a_line_without_a_dose_takes_ours() -> None:
    step = dosed(BRIDGE, read_line("bridge"), LIBRARY)

    assert step == BRIDGE


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("bridge", "bridge"),
        ("BIRD DOG", "bird_dog"),
        ("bird_dog", "bird_dog"),
        ("Low back press", "pelvic_tilt"),
        ("low back press (pelvic tilt)", "pelvic_tilt"),
    ],
)
def test_a_stretch_is_known_by_its_name_its_id_and_its_name_without_brackets(
    name: str, found: str
) -> None:
    stretch = called(LIBRARY, name)

    assert stretch
    assert found == stretch.id


@pytest.mark.parametrize(
    ("name", "among"), [("knee to chest", "single_knee_to_chest"), ("brigde", "bridge")]
)
def test_a_name_that_is_nearly_one_of_ours_offers_it(name: str, among: str) -> None:
    assert called(LIBRARY, name) is None
    assert among in {one.id for one in near(LIBRARY, name)}


@pytest.mark.parametrize("name", ["", "x", "Heel slides", "Clam"])
def test_a_name_near_nothing_offers_nothing(name: str) -> None:
    assert () == near(LIBRARY, name)
    assert called(LIBRARY, name) is None


def test_a_time_makes_an_exercise_of_ones_own_a_hold() -> None:
    held, moved = (
        exercise_step(read_line("plank 30 s"), "a physio"),
        exercise_step(read_line("clam 10 x"), ""),
    )
    assert held.exercise
    assert moved.exercise

    assert (True, False) == (held.exercise.hold, moved.exercise.hold)
    assert "a physio" == held.exercise.given_by
