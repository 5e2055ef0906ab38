"""Routines of one's own: the same limits and gates, and the careful reading of what is unsaid."""

from dataclasses import replace

import pytest
from tests.domain.sessions import ADVICE, LYING, PLAIN, SIDED, Run, library

from unspasm.domain.answers import Trend
from unspasm.domain.locks import Activity
from unspasm.domain.own_as_routine import (
    Problem,
    beat_of,
    dose_of_step,
    problem_of,
    routine_of,
    stretch_of,
    total_of,
)
from unspasm.domain.own_exercise_form import changed, one_line, typed_steps
from unspasm.domain.own_routines import (
    OWN_REASONS,
    OwnExercise,
    OwnRoutine,
    OwnStep,
    Sides,
    id_for,
    out_of_range,
    range_of,
    sides_fit,
)
from unspasm.domain.session import Do, advance, start
from unspasm.domain.session_plan import MOVE_OVER, BodySide, PhaseKind, lay_out, seconds_of
from unspasm.domain.stretches import (
    Beat,
    Direction,
    Dose,
    Place,
    Recovery,
    Stretch,
    Unsuited,
)
from unspasm.domain.which_routine import Body, Fitted, Left, Spasm, all_fitted, fit, suggested

EVERY = ("ease", "loosen", "strong", "extension", "first_aid", "desk_break")
LIBRARY = library(
    PLAIN, SIDED, LYING, ease=(Recovery.ACUTE, ("plain",)), other=(None, ("plain", "sided"))
)
HEEL = OwnExercise("Heel slides")
KIND = OwnExercise(
    "Arm reach", place=Place.CHAIR, strength=False, back=Direction.NEUTRAL, steps=("Reach.",)
)
"""One for which nothing speaks against a session."""
DOSE = Dose(4, 10, 0)
WELL = Body(None)
ACUTE = Body(Spasm(2, 5, Trend.NOT_IMPROVING))


def step_of(exercise: OwnExercise, dose: Dose = DOSE, sides: Sides = Sides.NONE) -> OwnStep:
    """A step for an exercise that is not in the library."""
    return OwnStep(exercise=exercise, dose=dose, sides=sides)


def own(*steps: OwnStep, name: str = "Mine") -> OwnRoutine:
    """A routine of these steps."""
    return OwnRoutine("mine", name, steps)


def fitted(exercise: OwnExercise, body: Body) -> Fitted:
    """A routine of one exercise, as it fits that body."""
    return fit(routine_of(own(step_of(exercise)), LIBRARY), LIBRARY, body)


def left_of(exercise: OwnExercise, body: Body) -> Left | None:
    """Why the exercise is left out; `None` if it is not."""
    left = fitted(exercise, body).left_out
    return left[0][1] if left else None


# --- the careful reading --------------------------------------------------------------------------


def test_of_an_exercise_of_which_nothing_is_said_the_careful_reading_is_taken() -> None:
    stretch = stretch_of(step_of(HEEL), LIBRARY)

    assert stretch.place.is_floor
    assert stretch.strength
    assert Recovery.ACUTE not in stretch.doses
    assert ADVICE.get_down == stretch.get_in
    assert ADVICE.get_up == stretch.get_out
    assert ADVICE.steps == stretch.steps
    assert set(OWN_REASONS) - {Unsuited.POOR_BALANCE} == set(stretch.skip)


def test_what_the_person_says_of_it_counts() -> None:
    stretch = stretch_of(step_of(KIND), LIBRARY)

    assert (Place.CHAIR, False, ("chair",)) == (stretch.place, stretch.strength, stretch.needs)
    assert set(Recovery) == set(stretch.doses)
    assert ADVICE.get_in == stretch.get_in
    assert ("Reach.",) == stretch.steps
    assert {Unsuited.ACUTE_SEVERE} == set(stretch.skip)


def test_the_reasons_to_stop_are_always_those_of_all() -> None:
    for exercise in (HEEL, KIND):
        assert ADVICE.stop == stretch_of(step_of(exercise), LIBRARY).stop


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (ACUTE, Left.STRENGTH),
        (replace(WELL, pregnant=True), Left.FLOOR),
        (replace(WELL, closed=frozenset({Activity.FLOOR})), Left.FLOOR),
        (replace(WELL, floor=False), Left.FLOOR),
        (replace(WELL, unsuited=frozenset({Unsuited.RECENT_OPERATION})), Left.FLOOR),
        (replace(WELL, weak_bones=True), Left.SUITS_NOT),
        (replace(WELL, unsuited=frozenset({Unsuited.DIZZY})), Left.SUITS_NOT),
        (replace(WELL, better=Direction.ARCH), Left.SUITS_NOT),
        (replace(WELL, better=Direction.BEND), Left.SUITS_NOT),
        (replace(WELL, left_out=frozenset({HEEL.id})), Left.CHOSEN),
    ],
)
def test_every_gate_of_ours_closes_an_exercise_of_which_nothing_is_said(
    body: Body, left: Left
) -> None:
    assert left_of(HEEL, WELL) is None
    assert left is left_of(HEEL, body)
    assert left_of(KIND, replace(body, left_out=frozenset())) is None


@pytest.mark.parametrize(
    ("exercise", "body", "left"),
    [
        (replace(KIND, strength=True), ACUTE, Left.STRENGTH),
        (replace(KIND, strength=None), ACUTE, Left.STRENGTH),
        (replace(KIND, strength=True), replace(WELL, pregnant=True), Left.SUITS_NOT),
        (
            replace(KIND, strength=True),
            replace(WELL, closed=frozenset({Activity.FLOOR})),
            Left.STRENGTH,
        ),
        (replace(KIND, back=Direction.TWIST), replace(WELL, weak_bones=True), Left.SUITS_NOT),
        (replace(KIND, back=None), replace(WELL, weak_bones=True), Left.SUITS_NOT),
        (replace(KIND, back=Direction.ARCH), replace(WELL, weak_bones=True), None),
        (replace(KIND, place=Place.BACK), replace(WELL, pregnant=True), Left.FLOOR),
        (
            replace(KIND, place=Place.STANDING),
            replace(WELL, unsuited=frozenset({Unsuited.POOR_BALANCE})),
            Left.SUITS_NOT,
        ),
        (KIND, Body(Spasm(2, 8, Trend.WORSENING)), Left.SUITS_NOT),
    ],
)
def test_one_thing_that_is_said_opens_no_other_gate(
    exercise: OwnExercise, body: Body, left: Left | None
) -> None:
    assert left is left_of(exercise, body)


def test_a_routine_that_is_left_out_for_the_most_part_does_not_go_by_its_name() -> None:
    routine = routine_of(own(step_of(HEEL), step_of(KIND), step_of(OwnExercise("B"))), LIBRARY)

    assert not fit(routine, LIBRARY, ACUTE).is_itself
    assert fit(routine, LIBRARY, WELL).is_itself


# --- doses ----------------------------------------------------------------------------------------


def test_a_stretch_of_ours_keeps_all_but_its_dose() -> None:
    step = OwnStep(stretch="plain", dose=Dose(20, 4, 5))
    stretch = stretch_of(step, LIBRARY)

    assert Dose(20, 4, 5) == stretch.doses[Recovery.EASING]
    assert PLAIN == replace(stretch, doses=PLAIN.doses)


def test_in_the_acute_phase_nobody_gets_more_than_our_dose() -> None:
    more = stretch_of(OwnStep(stretch="plain", dose=Dose(20, 4, 5)), LIBRARY)
    less = stretch_of(OwnStep(stretch="plain", dose=Dose(5, 1, 0)), LIBRARY)

    assert PLAIN.doses[Recovery.ACUTE] == more.doses[Recovery.ACUTE]
    assert Dose(5, 1, 0) == less.doses[Recovery.ACUTE]


def test_a_stretch_that_is_not_done_in_a_phase_is_not_done_in_it_in_any_dose() -> None:
    late: Stretch = replace(PLAIN, doses={Recovery.PREVENTION: Dose(5, 2, 0)})
    stretch = stretch_of(OwnStep(stretch="plain", dose=DOSE), library(late))

    assert {Recovery.PREVENTION} == set(stretch.doses)


def test_sets_follow_each_other_with_a_longer_rest() -> None:
    stretch = stretch_of(step_of(replace(KIND, hold=True), Dose(5, 2, 3, 2, 30)), LIBRARY)
    phases = lay_out([stretch], Recovery.EASING)[1:]

    assert [
        (PhaseKind.HOLD, 5, 1, 1), (PhaseKind.REST, 3, 1, 1), (PhaseKind.HOLD, 5, 2, 1),
        (PhaseKind.REST, 30, 2, 1),
        (PhaseKind.HOLD, 5, 1, 2), (PhaseKind.REST, 3, 1, 2), (PhaseKind.HOLD, 5, 2, 2),
    ] == [(one.kind, one.seconds, one.repeat, one.set) for one in phases]  # fmt: skip
    assert Dose(5, 2, 3, 2, 30).total == seconds_of(phases)


def test_a_set_without_a_rest_after_it_goes_on_at_once() -> None:
    stretch = stretch_of(step_of(KIND, Dose(5, 2, 0, 3, 0)), LIBRARY)

    assert [PhaseKind.MOVE] * 3 == [one.kind for one in lay_out([stretch], Recovery.EASING)[1:]]


@pytest.mark.parametrize(
    ("sides", "done"),
    [
        (Sides.NONE, {None}),
        (Sides.LEFT, {BodySide.LEFT}),
        (Sides.RIGHT, {BodySide.RIGHT}),
        (Sides.BOTH, {BodySide.LEFT, BodySide.RIGHT}),
    ],
)
def test_it_is_done_with_the_sides_that_are_said(sides: Sides, done: set[BodySide | None]) -> None:
    phases = lay_out([stretch_of(step_of(KIND, sides=sides), LIBRARY)], Recovery.EASING)

    assert done == {one.side for one in phases}


def test_a_hold_of_one_side_and_of_one_set_is_changed_by_itself() -> None:
    held = replace(KIND, hold=True)
    right = stretch_of(step_of(held, Dose(20, 1, 0, 2, 5), Sides.RIGHT), LIBRARY)
    run = Run.of(right)
    session = advance(advance(run.session, Do.NEXT), Do.LONGER)

    assert not session.refused
    assert [20 + 10, 20] == [one.seconds for one in session.phases if one.kind.works]


def test_two_exercises_somewhere_on_the_floor_leave_time_to_move_over() -> None:
    stretches = [stretch_of(step_of(one), LIBRARY) for one in (HEEL, OwnExercise("Clam"))]
    ready = [one for one in lay_out(stretches, Recovery.EASING) if one.kind is PhaseKind.READY]

    assert [MOVE_OVER, MOVE_OVER] == [one.seconds for one in ready]
    assert all(one.moves_over for one in ready)


def test_the_total_is_that_of_the_phase_that_asks_most() -> None:
    routine = own(OwnStep(stretch="plain", dose=Dose(60, 2, 0)))

    assert 8 + 120 == total_of(routine, LIBRARY)


def test_a_dose_is_the_latest_of_ours_until_there_is_one_of_its_own() -> None:
    assert PLAIN.doses[Recovery.PREVENTION] == dose_of_step(OwnStep(stretch="plain"), LIBRARY)
    assert DOSE == dose_of_step(step_of(HEEL), LIBRARY)
    assert Beat.HOLD is beat_of(OwnStep(stretch="plain"), LIBRARY)
    assert Beat.HOLD is beat_of(step_of(replace(HEEL, hold=True)), LIBRARY)


def test_every_dose_of_ours_is_in_its_range() -> None:
    assert not [*out_of_range(Dose(10, 2, 3), Beat.HOLD)]
    assert [("seconds", 1, 180), ("repeats", 1, 50)] == [*out_of_range(Dose(0, 99, 0), Beat.HOLD)]
    assert (4, 15) == range_of("seconds", Beat.BREATHE)


def test_sides_fit_what_can_be_done_with_each_side() -> None:
    sided, plain = OwnStep(stretch="sided"), OwnStep(stretch="plain")

    assert sides_fit(Sides.LEFT, sided, LIBRARY)
    assert not sides_fit(Sides.NONE, sided, LIBRARY)
    assert not sides_fit(Sides.BOTH, plain, LIBRARY)
    assert sides_fit(Sides.NONE, plain, LIBRARY)
    assert sides_fit(None, plain, LIBRARY)
    assert sides_fit(Sides.RIGHT, step_of(HEEL), LIBRARY)


# --- the routine ----------------------------------------------------------------------------------


def test_why_says_who_gave_it_and_what_is_noted() -> None:
    given = replace(own(step_of(KIND)), given_by="my physiotherapist", note="Twice a day.")

    assert "From my physiotherapist. Twice a day. Yours." == routine_of(given, LIBRARY).why
    assert "Yours." == routine_of(own(step_of(KIND)), LIBRARY).why


def test_a_routine_of_ones_own_comes_after_those_of_the_phase_and_is_never_suggested() -> None:
    mine = routine_of(own(step_of(KIND)), LIBRARY)
    known = replace(LIBRARY, routines={**LIBRARY.routines, "mine": mine})

    assert ["ease", "mine", "other"] == [one.routine.id for one in all_fitted(known, ACUTE)]
    without = replace(known, routines={"ease": LIBRARY.routines["ease"], "mine": mine})
    least = replace(ACUTE, left_out=frozenset({"plain"}))
    assert "ease" == suggested(without, least)[0].routine.id


def test_the_library_knows_every_exercise_by_its_id() -> None:
    mine = routine_of(own(step_of(HEEL), OwnStep(stretch="plain", dose=DOSE)), LIBRARY)
    known = replace(LIBRARY, routines={"mine": mine})

    assert {"plain", "sided", "lying", HEEL.id} == set(known.every_stretch)
    assert PLAIN is known.every_stretch["plain"]


def test_while_it_is_done_each_stretch_has_the_one_dose_of_today() -> None:
    routine = routine_of(own(OwnStep(stretch="plain", dose=Dose(20, 4, 5))), LIBRARY)

    assert {Recovery.ACUTE: PLAIN.doses[Recovery.ACUTE]} == (
        fit(routine, LIBRARY, ACUTE).as_done["plain"].doses
    )


def test_a_routine_is_kept_only_with_a_name_with_something_in_it_and_in_twenty_minutes() -> None:
    long = step_of(KIND, Dose(60, 50, 0))

    assert Problem.NO_NAME is problem_of(own(step_of(KIND), name=""), LIBRARY)
    assert Problem.EMPTY is problem_of(own(), LIBRARY)
    assert Problem.TOO_LONG is problem_of(own(long), LIBRARY)
    assert problem_of(own(step_of(KIND)), LIBRARY) is None


def test_no_session_of_it_begins_past_twenty_minutes() -> None:
    too_long = fit(routine_of(own(step_of(KIND, Dose(60, 50, 0))), LIBRARY), LIBRARY, WELL)

    with pytest.raises(ValueError, match="mine"):
        start("mine", too_long.phases, Run.of(PLAIN).now)


# --- names and ids --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Home programme", "home_programme"),
        ("  A  b ", "a_b"),
        ("2 a day", "r_2_a_day"),
        ("Con", "con_2"),
    ],
)
def test_a_routine_gets_an_id_from_its_name(name: str, found: str) -> None:
    assert found == id_for(name, ())


def test_an_id_that_is_taken_is_counted_on() -> None:
    assert "mine_3" == id_for("Mine", ("mine", "mine_2"))


@pytest.mark.parametrize(
    "name", ["\u0421\u0433\u0438\u0431", "\u80cc\u4e2d", "!!!", "a" * 40, "\u00e9t\u00e9"]
)
def test_every_name_has_an_id_of_letters_that_every_system_knows(name: str) -> None:
    found = id_for(name, ())

    assert found.isascii()
    assert found.replace("_", "a").isalnum()
    assert found[0].isalpha()
    assert len(found) <= 40


def test_other_names_have_other_ids_and_the_same_exercise_one_in_every_routine() -> None:
    assert OwnExercise("\u80cc").id != OwnExercise("\u4e2d").id
    assert OwnExercise("a!").id != OwnExercise("a?").id
    assert OwnExercise("Heel  Slides").id == HEEL.id == "own.heel_slides"


# --- what is said in the form ---------------------------------------------------------------------


def test_what_is_to_be_done_is_one_sentence_a_line() -> None:
    assert ("Lie down.", "Lift; ".strip(), "Hold.") == typed_steps("Lie down.  Lift; Hold.\x1b")
    assert () == typed_steps("  ")
    assert 8 == len(typed_steps("A. " * 30))


def test_what_cannot_be_shown_is_not_kept() -> None:
    assert "a[1mb" == one_line("a\x1b[1m\u202eb", 40)
    assert "ab" == one_line("abc", 2)


def test_an_exercise_keeps_its_name_and_a_dose_of_its_kind() -> None:
    step = step_of(replace(HEEL, hold=True), Dose(120, 2, 0))

    assert "Heel slides" == (changed(step, name="  ").exercise or HEEL).name
    assert "" == (changed(step, given_by="").exercise or HEEL).given_by
    assert Dose(60, 2, 0) == changed(step, hold=False).dose
    with pytest.raises(ValueError, match="plain"):
        changed(OwnStep(stretch="plain"), name="x")


def test_a_step_is_called_in_the_record_as_what_it_is_a_step_of() -> None:
    assert "bridge" == OwnStep("bridge").id
    assert "own.arm_reach" == OwnStep(exercise=OwnExercise(name="Arm reach")).id


def test_twenty_minutes_to_the_second_are_the_most() -> None:
    totals = {}
    for hold in range(17, 25):
        routine = own(step_of(KIND, Dose(hold, 50, 0)))
        totals[total_of(routine, LIBRARY)] = problem_of(routine, LIBRARY)

    assert min(totals) <= 1200 < max(totals) < 2400
    assert all((total > 1200) == (found is Problem.TOO_LONG) for total, found in totals.items())
