"""Which routine fits today."""

from dataclasses import replace

import pytest
from tests.domain.sessions import BREATHS, LYING, PLAIN, SIDED, library

from unspasm.domain.answers import Trend
from unspasm.domain.locks import Activity
from unspasm.domain.stretches import Direction, Recovery, Unsuited
from unspasm.domain.which_routine import (
    Body,
    Left,
    Spasm,
    Why,
    all_fitted,
    closed_now,
    fit,
    suggested,
)

LIFT = replace(SIDED, id="lift", strength=True)
ARCH = replace(PLAIN, id="arch", skip={Unsuited.ARCHING_WORSE: "It arches."})
ALL = library(
    PLAIN, LYING, BREATHS, LIFT, ARCH,
    ease=(Recovery.ACUTE, ("lying", "breaths")),
    loosen=(Recovery.EASING, ("lying", "arch", "lift")),
    strong=(Recovery.PREVENTION, ("lying", "lift")),
    extension=(Recovery.EASING, ("arch",)),
    first_aid=(None, ("breaths",)),
    desk_break=(None, ("plain",)),
)  # fmt: skip
EASING = Spasm(10, 3, Trend.NOT_IMPROVING)


@pytest.mark.parametrize(
    ("spasm", "recovery"),
    [
        (None, Recovery.PREVENTION),
        (Spasm(2, 3, Trend.IMPROVING), Recovery.ACUTE),
        (Spasm(20, 6, Trend.IMPROVING), Recovery.ACUTE),
        (Spasm(20, 3, Trend.WORSENING), Recovery.ACUTE),
        (EASING, Recovery.EASING),
        (Spasm(10, 1, Trend.IMPROVING), Recovery.PREVENTION),
        (Spasm(10, 1, Trend.NOT_IMPROVING), Recovery.EASING),
    ],
)
def test_the_phase_of_recovery_goes_by_day_pain_and_trend(
    spasm: Spasm | None, recovery: Recovery
) -> None:
    assert recovery is Body(spasm).recovery


@pytest.mark.parametrize(
    ("body", "name", "why"),
    [
        (Body(Spasm(2, 7, Trend.UNKNOWN)), "ease", Why.ACUTE),
        (Body(EASING), "loosen", Why.EASING),
        (Body(None), "strong", Why.PREVENTION),
        (Body(EASING, better=Direction.ARCH), "extension", Why.ARCHING),
        (Body(Spasm(2, 7, Trend.UNKNOWN), floor=False), "first_aid", Why.NO_FLOOR),
        (Body(EASING, pregnant=True), "desk_break", Why.NO_FLOOR),
        (Body(None, closed=frozenset({Activity.FLOOR})), "desk_break", Why.NO_FLOOR),
    ],
)
def test_a_routine_is_suggested_and_said_why(body: Body, name: str, why: Why) -> None:
    fitted, because = suggested(ALL, body)

    assert (name, why) == (fitted.routine.id, because)


def test_where_it_does_not_suit_another_is_suggested_and_said_so() -> None:
    body = Body(EASING, better=Direction.ARCH, left_out=frozenset({"arch"}))
    fitted, because = suggested(ALL, body)

    assert (all_fitted(ALL, body)[0], Why.REST_UNSUITED) == (fitted, because)


def test_where_nothing_suits_the_usual_one_is_named_with_its_reasons() -> None:
    body = Body(None, left_out=frozenset({"plain", "lying", "breaths", "lift", "arch"}))
    fitted, because = suggested(ALL, body)

    assert ("strong", (), Why.PREVENTION) == (fitted.routine.id, fitted.phases, because)


def test_after_an_operation_floor_and_strength_work_wait() -> None:
    body = Body(None, unsuited=frozenset({Unsuited.RECENT_OPERATION}))

    assert [Left.FLOOR, Left.STRENGTH] == [
        left for _, left, _ in fit(ALL.routines["strong"], ALL, body).left_out
    ]


def test_a_routine_goes_by_its_name_while_half_of_it_is_left() -> None:
    acute = Body(Spasm(2, 5, Trend.UNKNOWN))
    assert fit(ALL.routines["strong"], ALL, acute).is_itself
    assert not fit(ALL.routines["strong"], ALL, replace(acute, floor=False)).is_itself
    third = replace(acute, left_out=frozenset({"lying"}))
    assert not fit(ALL.routines["loosen"], ALL, third).is_itself


def test_strength_work_is_never_done_in_the_acute_phase() -> None:
    body = Body(Spasm(2, 5, Trend.UNKNOWN))
    fitted = fit(ALL.routines["strong"], ALL, body)

    assert ["lying"] == [stretch.id for stretch in fitted.stretches]
    assert [("lift", Left.STRENGTH)] == [(one.id, left) for one, left, _ in fitted.left_out]
    assert fitted.recovery is Recovery.ACUTE


def test_a_lock_on_floor_and_strength_work_leaves_both_out() -> None:
    body = Body(None, closed=frozenset({Activity.FLOOR}))
    fitted = fit(ALL.routines["strong"], ALL, body)

    assert () == fitted.phases
    assert [Left.FLOOR, Left.STRENGTH] == [left for _, left, _ in fitted.left_out]


def test_what_waits_now_is_told_of_a_stretch_by_itself() -> None:
    locked = Body(None, closed=frozenset({Activity.FLOOR}))

    assert [None] * 3 == [closed_now(one, Body(None)) for one in (LYING, LIFT, PLAIN)]
    assert [Left.FLOOR, Left.STRENGTH, None] == [
        closed_now(one, locked) for one in (LYING, LIFT, PLAIN)
    ]


def test_what_the_person_leaves_out_is_left_out() -> None:
    fitted = fit(ALL.routines["desk_break"], ALL, Body(None, left_out=frozenset({"plain"})))

    assert [Left.CHOSEN] == [left for _, left, _ in fitted.left_out]


def test_a_stretch_is_skipped_for_its_own_reason_and_says_it() -> None:
    fitted = fit(ALL.routines["extension"], ALL, Body(EASING, better=Direction.BEND))

    assert [(Left.SUITS_NOT, "It arches.")] == [(left, say) for _, left, say in fitted.left_out]


def test_a_stretch_without_a_dose_for_the_phase_is_left_out() -> None:
    later = replace(PLAIN, doses={Recovery.PREVENTION: PLAIN.doses[Recovery.EASING]})
    shelf = library(later, one=(None, ("plain",)))

    assert [Left.PHASE] == [
        left for _, left, _ in fit(shelf.routines["one"], shelf, Body(EASING)).left_out
    ]


def test_every_reason_to_skip_is_found() -> None:
    body = Body(
        Spasm(2, 8, Trend.UNKNOWN), weak_bones=True, blood_thinner=True, pregnant=True,
        leg_pain=True, floor=False, better=Direction.ARCH,
        unsuited=frozenset({Unsuited.DIZZY}),
    )  # fmt: skip

    assert {
        Unsuited.OSTEOPOROSIS, Unsuited.BLOOD_THINNER, Unsuited.PREGNANT,
        Unsuited.CANNOT_GET_DOWN, Unsuited.LEG_PAIN_BELOW_KNEE, Unsuited.BENDING_WORSE,
        Unsuited.ACUTE_SEVERE, Unsuited.DIZZY,
    } == body.reasons  # fmt: skip


def test_only_routines_of_which_something_is_left_are_offered() -> None:
    offered = all_fitted(ALL, Body(None, floor=False, left_out=frozenset({"plain"})))

    assert "desk_break" not in [one.routine.id for one in offered]
