"""The session machine: what time and keys do to a session."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.sessions import BREATHS, LYING, NOW, PLAIN, SIDED, Run

from unspasm.domain.session import Do, Pause, Session, advance, pass_time, start
from unspasm.domain.session_cues import PATTERNS, SessionCue, cues_between, more_bells
from unspasm.domain.session_entries import End
from unspasm.domain.session_plan import (
    CHANGE,
    FIRST_READY,
    MOST_SECONDS,
    MOVE_OVER,
    READY,
    BodySide,
    PhaseKind,
    dose_of,
    lay_out,
    of_routine,
    seconds_of,
)
from unspasm.domain.stretches import Beat, Dose, Recovery, Routine

LONG = replace(PLAIN, id="long", doses=dict.fromkeys(Recovery, Dose(600, 1, 0)))


def kinds(session: Session) -> list[PhaseKind]:
    return [phase.kind for phase in session.phases]


@pytest.mark.parametrize(
    ("of", "person", "dose"),
    [
        (None, Recovery.ACUTE, Recovery.ACUTE),
        (None, Recovery.PREVENTION, Recovery.PREVENTION),
        (Recovery.EASING, Recovery.ACUTE, Recovery.ACUTE),
        (Recovery.EASING, Recovery.PREVENTION, Recovery.EASING),
        (Recovery.PREVENTION, Recovery.EASING, Recovery.EASING),
    ],
)
def test_nobody_gets_a_later_dose_than_their_own_phase_of_recovery(
    of: Recovery | None, person: Recovery, dose: Recovery
) -> None:
    seconds = {Recovery.ACUTE: 10, Recovery.EASING: 20, Recovery.PREVENTION: 30}
    one = replace(PLAIN, doses={name: Dose(value, 1, 0) for name, value in seconds.items()})
    routine = Routine("r", "R", of, "", ("plain",), ())

    assert dose is dose_of(routine, person)
    phases = of_routine(routine, {"plain": one}, person)
    assert FIRST_READY + seconds[dose] == seconds_of(phases)


# --- the plan -------------------------------------------------------------------------------------


def test_there_are_eight_seconds_to_get_ready_first_and_five_later() -> None:
    phases = lay_out([PLAIN, replace(PLAIN, id="other")], Recovery.EASING)

    ready = [phase.seconds for phase in phases if phase.kind is PhaseKind.READY]
    assert [FIRST_READY, READY] == ready


def test_nobody_is_hurried_into_another_place() -> None:
    phases = lay_out([PLAIN, LYING], Recovery.EASING)
    ready = [phase for phase in phases if phase.kind is PhaseKind.READY]

    assert [FIRST_READY, MOVE_OVER] == [phase.seconds for phase in ready]
    assert [True, True] == [phase.moves_over for phase in ready]


def test_both_sides_get_the_same_time_with_a_change_between() -> None:
    phases = lay_out([SIDED], Recovery.EASING)

    assert [
        (PhaseKind.READY, BodySide.LEFT, FIRST_READY),
        (PhaseKind.HOLD, BodySide.LEFT, 20),
        (PhaseKind.CHANGE, BodySide.RIGHT, CHANGE),
        (PhaseKind.HOLD, BodySide.RIGHT, 20),
    ] == [(phase.kind, phase.side, phase.seconds) for phase in phases]


def test_holds_have_rests_between_and_none_at_the_end() -> None:
    phases = lay_out([PLAIN], Recovery.EASING)

    assert [PhaseKind.READY, PhaseKind.HOLD, PhaseKind.REST, PhaseKind.HOLD] == [
        phase.kind for phase in phases
    ]
    assert FIRST_READY + PLAIN.doses[Recovery.EASING].total == seconds_of(phases)


def test_breaths_are_one_phase() -> None:
    phases = lay_out([BREATHS], Recovery.EASING)

    assert [(PhaseKind.READY, 8), (PhaseKind.BREATHE, 60)] == [
        (phase.kind, phase.seconds) for phase in phases
    ]


def test_movements_with_a_rest_between_are_told_apart() -> None:
    moves = replace(PLAIN, beat=Beat.MOVE)

    assert [PhaseKind.READY, PhaseKind.MOVE, PhaseKind.REST, PhaseKind.MOVE] == [
        phase.kind for phase in lay_out([moves], Recovery.EASING)
    ]


def test_what_has_no_dose_for_this_phase_of_recovery_is_left_out() -> None:
    later = replace(PLAIN, doses={Recovery.PREVENTION: Dose(10, 1, 0)})

    assert () == lay_out([later], Recovery.ACUTE)


def test_a_session_of_nothing_or_of_more_than_twenty_minutes_cannot_start() -> None:
    two_long = lay_out([LONG, replace(LONG, id="again")], Recovery.EASING)

    for phases in ((), two_long):
        with pytest.raises(ValueError, match="a-routine"):
            start("a-routine", phases, NOW)


# --- time -----------------------------------------------------------------------------------------


def test_a_whole_session_runs_without_a_key() -> None:
    run = Run.of(PLAIN, SIDED)
    run.wait(run.session.plan_seconds)

    assert run.session.ended is End.DONE
    assert run.session.plan_seconds == pytest.approx(run.session.total)
    assert {"plain": 20, "sided": 40} == pytest.approx(run.session.worked)


def test_a_late_look_goes_over_several_phases() -> None:
    run = Run.of(PLAIN)
    run.gap(2.9, awake=2.9)
    run.gap(2.9, awake=2.9)
    run.gap(2.9, awake=2.9)

    assert run.session.phase.kind is PhaseKind.HOLD
    assert pytest.approx(0.7) == run.session.into


def test_a_gap_pauses_and_finishes_nothing() -> None:
    run = Run.of(PLAIN)
    run.wait(9)
    before = run.session
    run.gap(600, awake=600)

    assert run.session.paused is Pause.GAP
    assert (before.at, before.into) == (run.session.at, run.session.into)


def test_another_start_of_the_machine_is_a_gap() -> None:
    run = Run.of(PLAIN)
    after = pass_time(run.session, replace(NOW, boot=101.0, awake=101.0, boot_id="another"))

    assert after.paused is Pause.GAP


def test_sleep_without_awake_time_adds_nothing() -> None:
    run = Run.of(PLAIN)
    run.gap(2.0, awake=0.0)

    assert 0 == run.session.total


def test_twenty_minutes_are_the_end_whatever_is_repeated() -> None:
    run = Run.of(LONG)
    run.wait(FIRST_READY + 590, step=2.5)
    run.session = advance(run.session, Do.REPEAT)
    run.wait(590, step=2.5)
    run.session = advance(run.session, Do.REPEAT)
    run.wait(590, step=2.5)

    assert run.session.ended is End.LIMIT
    assert MOST_SECONDS == pytest.approx(run.session.total)


def test_nothing_changes_a_session_that_has_ended() -> None:
    run = Run.of(PLAIN)
    ended = advance(run.session, Do.STOP)

    assert ended.ended is End.STOPPED
    assert ended == advance(ended, Do.NEXT)
    assert End.STOPPED is pass_time(ended, replace(NOW, boot=101.0, awake=101.0)).ended


# --- keys -----------------------------------------------------------------------------------------


def test_a_pause_stops_the_time_and_the_same_key_goes_on() -> None:
    run = Run.of(PLAIN)
    run.session = advance(run.session, Do.PAUSE)
    run.wait(30)

    assert (Pause.PERSON, 0) == (run.session.paused, run.session.total)
    assert advance(run.session, Do.PAUSE).paused is None


def test_back_is_the_one_before_in_its_first_three_seconds_and_this_one_again_later() -> None:
    run = Run.of(PLAIN)
    run.wait(FIRST_READY + 2)

    assert 0 == advance(run.session, Do.BACK).at
    run.wait(2)
    again = advance(run.session, Do.BACK)
    assert (1, 0) == (again.at, again.into)


def test_back_at_the_beginning_begins_again() -> None:
    run = Run.of(PLAIN)
    run.wait(1)

    assert (0, 0) == (advance(run.session, Do.BACK).at, advance(run.session, Do.BACK).into)


def test_next_past_the_last_phase_is_the_end() -> None:
    run = Run.of(BREATHS)
    session = advance(advance(run.session, Do.NEXT), Do.NEXT)

    assert session.ended is End.DONE


def test_skip_goes_to_the_next_stretch() -> None:
    run = Run.of(PLAIN, SIDED)

    assert "sided" == advance(run.session, Do.SKIP).phase.stretch
    assert advance(advance(run.session, Do.SKIP), Do.SKIP).ended is End.DONE


def test_ten_seconds_more_hold_for_both_sides() -> None:
    run = Run.of(SIDED)
    session = advance(advance(run.session, Do.NEXT), Do.LONGER)

    assert [30, 30] == [phase.seconds for phase in session.phases if phase.kind is PhaseKind.HOLD]


def test_the_second_side_cannot_be_changed_alone() -> None:
    run = Run.of(SIDED)
    session = run.session
    for _ in range(3):
        session = advance(session, Do.NEXT)
    changed = advance(session, Do.LONGER)

    assert changed.refused
    assert session.phases == changed.phases


def test_a_hold_is_not_made_shorter_than_what_was_done_of_it_nor_than_five_seconds() -> None:
    run = Run.of(SIDED)
    run.session = advance(run.session, Do.NEXT)
    shorter = advance(run.session, Do.SHORTER)

    assert [10, 10] == [phase.seconds for phase in shorter.phases if phase.kind is PhaseKind.HOLD]
    assert advance(shorter, Do.SHORTER).refused
    run.wait(15)
    assert advance(run.session, Do.SHORTER).refused


def test_a_hold_that_was_held_is_not_made_shorter_afterwards() -> None:
    run = Run.of(SIDED)
    run.wait(FIRST_READY + 15)
    run.session = advance(run.session, Do.REPEAT)

    assert advance(run.session, Do.SHORTER).refused
    assert not advance(run.session, Do.LONGER).refused


def test_a_hold_is_not_made_shorter_than_its_other_side_was_held() -> None:
    run = Run.of(SIDED)
    for _ in range(3):
        run.session = advance(run.session, Do.NEXT)
    run.wait(15)
    run.session = advance(run.session, Do.BACK)
    while run.session.phase.side is not BodySide.LEFT or not run.session.phase.kind.works:
        run.session = advance(run.session, Do.BACK)

    assert advance(run.session, Do.SHORTER).refused


def test_a_rest_is_changed_as_a_hold_is_and_others_stay() -> None:
    run = Run.of(PLAIN, replace(PLAIN, id="other"))
    session = advance(advance(run.session, Do.NEXT), Do.NEXT)
    longer = advance(session, Do.LONGER)

    assert PhaseKind.REST is session.phase.kind
    assert [13, 3] == [one.seconds for one in longer.phases if one.kind is PhaseKind.REST]


def test_getting_ready_cannot_be_changed() -> None:
    assert advance(Run.of(PLAIN).session, Do.LONGER).refused


def test_no_change_takes_a_session_past_twenty_minutes() -> None:
    run = Run.of(LONG, replace(LONG, id="again", doses=dict.fromkeys(Recovery, Dose(560, 1, 0))))
    session = advance(run.session, Do.NEXT)
    for _ in range(9):
        session = advance(session, Do.LONGER)

    assert session.refused
    assert session.plan_seconds <= MOST_SECONDS


def test_it_waits_for_the_person_before_each_stretch_if_asked_to() -> None:
    run = Run.of(PLAIN)
    run.session = advance(run.session, Do.WAIT)
    run.wait(FIRST_READY + 5)

    assert run.session.paused is Pause.WAIT
    gone_on = advance(run.session, Do.PAUSE)
    assert (None, PhaseKind.HOLD) == (gone_on.paused, gone_on.phase.kind)
    assert not advance(gone_on, Do.WAIT).waits


def test_next_while_it_waits_goes_on() -> None:
    run = Run.of(PLAIN)
    run.session = advance(run.session, Do.WAIT)
    run.wait(FIRST_READY + 5)

    assert advance(run.session, Do.NEXT).paused is None


def test_gentler_is_shown_for_this_stretch_and_can_be_taken_back() -> None:
    session = advance(Run.of(PLAIN).session, Do.EASIER)

    assert frozenset({"plain"}) == session.easier
    assert frozenset() == advance(session, Do.EASIER).easier


def test_leaving_out_goes_to_the_next_stretch_and_is_remembered() -> None:
    session = advance(Run.of(PLAIN, SIDED).session, Do.LEAVE_OUT)

    assert ("sided", frozenset({"plain"})) == (session.phase.stretch, session.left_out)


def test_worse_ends_it() -> None:
    assert advance(Run.of(PLAIN).session, Do.WORSE).ended is End.WORSE


def test_what_comes_next_and_how_much_lies_behind() -> None:
    run = Run.of(PLAIN, SIDED)
    run.wait(FIRST_READY + 4)

    assert FIRST_READY + 4 == pytest.approx(run.session.passed_seconds)
    coming = run.session.coming
    assert coming
    assert ("sided", BodySide.LEFT) == (coming.stretch, coming.side)
    ready = advance(run.session, Do.SKIP)
    assert ready.phase.kind is PhaseKind.READY
    other_side = ready.coming
    assert other_side
    assert ("sided", BodySide.RIGHT) == (other_side.stretch, other_side.side)
    assert advance(advance(ready, Do.NEXT), Do.NEXT).coming is None


def test_twenty_minutes_to_the_second_are_done_and_not_cut_off() -> None:
    whole = replace(BREATHS, doses=dict.fromkeys(Recovery, Dose(MOST_SECONDS - FIRST_READY, 1, 0)))
    run = Run.of(whole)
    run.wait(MOST_SECONDS)

    assert run.session.ended is End.DONE
    assert pytest.approx(MOST_SECONDS) == run.session.total


def test_what_was_done_last_is_known_while_the_next_is_got_ready_for() -> None:
    run = Run.of(PLAIN, SIDED)
    run.wait(FIRST_READY)
    assert run.session.worked_last is None
    run.wait(1)
    ready = advance(run.session, Do.SKIP)

    assert ("plain", "sided") == (ready.worked_last, ready.phase.stretch)


# --- cues -----------------------------------------------------------------------------------------


def cues_of(run: Run, seconds: float) -> list[SessionCue]:
    told = cues_between(None, run.session)
    while seconds > 0:
        before = run.session
        run.wait(0.25)
        seconds -= 0.25
        told += cues_between(before, run.session)
    return told


def test_every_change_is_told_in_its_turn() -> None:
    run = Run.of(SIDED)

    assert [
        SessionCue.READY,
        SessionCue.START, SessionCue.HALF_WAY, SessionCue.LAST_THREE,
        SessionCue.CHANGE,
        SessionCue.START, SessionCue.HALF_WAY, SessionCue.LAST_THREE,
        SessionCue.FINISHED,
    ] == cues_of(run, run.session.plan_seconds + 5)  # fmt: skip


def test_a_short_hold_has_no_half_and_a_rest_is_told() -> None:
    run = Run.of(PLAIN)

    assert SessionCue.HALF_WAY not in cues_of(run, FIRST_READY + 12)
    assert SessionCue.REST in cues_of(Run.of(PLAIN), FIRST_READY + 12)


def test_a_pause_and_going_on_are_told() -> None:
    run = Run.of(PLAIN)
    paused = advance(run.session, Do.PAUSE)

    assert [SessionCue.PAUSED] == cues_between(run.session, paused)
    assert [] == cues_between(paused, paused)
    assert [SessionCue.GOES_ON] == cues_between(paused, advance(paused, Do.PAUSE))


def test_an_end_is_told_once() -> None:
    ended = advance(Run.of(PLAIN).session, Do.STOP)

    assert [] == cues_between(ended, ended)
    assert [SessionCue.FINISHED] == cues_between(None, ended)


def test_a_phase_again_is_told_again() -> None:
    run = Run.of(PLAIN)
    run.wait(FIRST_READY + 4)

    assert [SessionCue.START] == cues_between(run.session, advance(run.session, Do.REPEAT))


def test_what_rings_more_than_once_tells_when() -> None:
    assert [] == more_bells([])
    assert [] == more_bells([SessionCue.READY])
    assert [0.2, 1.0, 2.0] == more_bells([SessionCue.START, SessionCue.LAST_THREE])
    assert [0.5] == more_bells([SessionCue.CHANGE, SessionCue.CHANGE])


def test_every_cue_rings_at_once() -> None:
    assert set(SessionCue) == PATTERNS.keys()
    assert all(times[0] == 0 for times in PATTERNS.values())


# --- all events -----------------------------------------------------------------------------------

steps = st.lists(
    st.sampled_from([one for one in Do if one not in {Do.STOP, Do.WORSE}])
    | st.floats(0.1, 60, allow_nan=False),
    max_size=60,
)


@given(steps)
def test_no_keys_and_no_time_take_a_session_past_twenty_minutes_or_make_sides_differ(
    what: list[Do | float],
) -> None:
    run = Run.of(PLAIN, SIDED, BREATHS, LONG)
    for one in what:
        if isinstance(one, Do):
            run.session = advance(run.session, one)
        else:
            run.wait(one, step=1.0)

    session = run.session
    assert session.total <= MOST_SECONDS + 1e-6
    left = [p.seconds for p in session.phases if p.side is BodySide.LEFT and p.kind.works]
    right = [p.seconds for p in session.phases if p.side is BodySide.RIGHT and p.kind.works]
    assert left == right
    assert all(
        done <= phase.seconds + 1e-6
        for done, phase in zip(session.done, session.phases, strict=True)
    )
    assert set(session.worked) <= {"plain", "sided", "breaths", "long"}
