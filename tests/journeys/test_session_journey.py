"""A session is kept before it is shown, and taken up again where it was."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)
from tests.journeys.scripted import to_the_end

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Check, EpisodeOver
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.session import Do, Pause, Session
from unspasm.domain.session_cues import SessionCue
from unspasm.domain.session_entries import (
    End,
    Feel,
    LeftOut,
    SessionAfter,
    SessionBody,
    SessionDone,
)
from unspasm.domain.session_plan import PhaseKind
from unspasm.domain.stretches import Direction, Recovery, Unsuited
from unspasm.domain.urgency import Urgency
from unspasm.domain.which_routine import Fitted, Spasm, fit
from unspasm.journal import Unfinished
from unspasm.journeys.house import House
from unspasm.journeys.sessions import (
    SESSION,
    SessionJourney,
    settle_unfinished,
    unfinished_session,
)
from unspasm.journeys.today import body_today, pain_just_now

LIBRARY = CATALOGUE.library


class Told:
    """What was played."""

    def __init__(self) -> None:
        self.cues: list[SessionCue] = []

    def __call__(self, cues: list[SessionCue], _session: Session) -> None:  # noqa: D102 - the class
        self.cues += cues


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def told() -> Told:
    return Told()


def fitted(house: House, routine: str = "ease") -> Fitted:
    return fit(LIBRARY.routines[routine], LIBRARY, body_today(house))


@pytest.fixture
def run(house: House, told: Told) -> SessionJourney:
    checked(house)
    return SessionJourney(house, fitted(house), told)


def checked(
    house: House, days: float = 2, pain: int = 3, trend: Trend = Trend.UNKNOWN, *facts: str
) -> None:
    """Keep a full check with nothing that locks."""
    answers = Answers(40, days, pain, trend, yes=frozenset(facts))
    house.append([house.entry(Check(answers, Urgency.SELF_CARE, (), complete=True))])


def goes(run: SessionJourney, clock: FakeClock, seconds: int) -> Session:
    for _ in range(seconds):
        clock.advance(1)
        run.look()
    return run.state


def kept(house: House) -> Unfinished:
    [row] = record_of(house).unfinished(SESSION)
    return row


def where(house: House) -> dict[str, Any]:
    """Where the kept session stands."""
    found: dict[str, Any] = json.loads(kept(house).state)["where"]
    return found


def said(house: House) -> list[SessionBody]:
    return [one.body for one in house.session_entries() if isinstance(one.body, SessionBody)]


def again(house: House, told: Told) -> SessionJourney:
    """Take up what is offered."""
    offered = unfinished_session(house, LIBRARY)
    assert offered is not None
    return SessionJourney(house, offered[0], told, offered[1])


# --- kept -----------------------------------------------------------------------------------------


def test_it_is_kept_before_it_is_shown(house: House, run: SessionJourney) -> None:
    assert ("ease", 0) == (
        json.loads(kept(house).state)["routine"],
        where(house)["at"],
    )
    assert run.kept


def test_every_new_phase_and_every_key_is_kept(
    house: House, run: SessionJourney, clock: FakeClock
) -> None:
    for do in (Do.NEXT, Do.WAIT, Do.NEXT, Do.NEXT, Do.BACK, Do.LONGER, Do.SKIP, Do.LEAVE_OUT):
        clock.advance(1)
        state = run.do(do)
        body = where(house)

        assert (state.at, state.waits) == (body["at"], body["waits"])
        assert sorted(state.left_out) == body["left_out"]
        assert [phase.seconds for phase in state.phases] == body["seconds"]


def test_every_second_is_kept_and_nothing_between(
    house: House, run: SessionJourney, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes(run, clock, 3)
    assert 3 == where(house)["into"]
    monkeypatch.setattr(house, "keep_unfinished", None)
    for _ in range(3):
        clock.advance(0.25)
        run.look()

    assert 3.75 == run.state.into


def test_its_end_is_one_entry_and_nothing_is_unfinished(
    house: House, run: SessionJourney, clock: FakeClock, told: Told
) -> None:
    to_the_end(run, clock)
    run.look()
    run.do(Do.NEXT)

    [done] = said(house)
    assert isinstance(done, SessionDone)
    assert (End.DONE, run.state.worked) == (done.end, done.worked)
    assert pytest.approx(run.state.plan_seconds) == done.seconds
    assert [] == record_of(house).unfinished(SESSION)
    assert 1 == told.cues.count(SessionCue.FINISHED)


def test_how_it_is_after_names_the_session(
    house: House, run: SessionJourney, clock: FakeClock
) -> None:
    run.after(3, Feel.BETTER)
    assert [] == said(house)
    run.do(Do.STOP)
    clock.advance(1)
    run.after(3, Feel.BETTER)

    assert run.entry is not None
    assert SessionAfter(run.entry.id, 3, Feel.BETTER) in said(house)


def test_what_is_left_out_is_kept_at_its_end_with_what_was_before(
    house: House, run: SessionJourney
) -> None:
    house.append([house.entry(LeftOut(frozenset({"bridge"})))])
    run.do(Do.LEAVE_OUT)
    run.do(Do.STOP)

    assert LeftOut(frozenset({"bridge", "legs_on_chair"})) in said(house)


def test_a_gap_finishes_nothing_and_is_told(
    run: SessionJourney, clock: FakeClock, told: Told
) -> None:
    before = goes(run, clock, 20)
    clock.advance(600)
    after = run.look()

    assert Pause.GAP is after.paused
    assert (before.at, before.into, before.total) == (after.at, after.into, after.total)
    assert SessionCue.PAUSED == told.cues[-1]


@pytest.mark.parametrize("what", [Do.PAUSE, Do.NEXT, Do.BACK, Do.REPEAT, Do.SKIP])
@pytest.mark.parametrize("by_person", [True, False])
def test_what_stood_still_over_night_is_not_gone_on_with(
    house: House, run: SessionJourney, clock: FakeClock, what: Do, *, by_person: bool
) -> None:
    goes(run, clock, 20)
    if by_person:
        run.do(Do.PAUSE)
    clock.advance(2 * 3600 + 1)
    run.look()

    assert (End.STOPPED, True) == (run.do(what).ended, run.too_late)
    assert run.entry in house.session_entries()
    assert 20 == pytest.approx(run.state.total)


def test_a_pause_of_two_hours_is_gone_on_with_and_worse_is_heard_at_any_time(
    house: House, told: Told, run: SessionJourney, clock: FakeClock
) -> None:
    goes(run, clock, 20)
    clock.advance(2 * 3600)
    assert run.do(Do.PAUSE).ended is None
    assert not run.too_late
    goes(run, clock, 2)
    clock.advance(24 * 3600)
    assert (End.WORSE, True) == (run.do(Do.WORSE).ended, run.worse)


FEVER = Reason("fever", "fever", Urgency.SAME_DAY, Lock.SESSIONS, "", ())
SEVERE = Reason("severe", "severe", Urgency.SAME_DAY, Lock.FLOOR, "", ())


@pytest.mark.parametrize("reason", [FEVER, SEVERE], ids=["sessions", "floor"])
@pytest.mark.parametrize("what", [Do.PAUSE, Do.NEXT, Do.BACK, Do.WAIT])
def test_what_a_sign_closed_while_it_stood_still_is_not_gone_on_with(
    house: House, run: SessionJourney, clock: FakeClock, reason: Reason, what: Do
) -> None:
    goes(run, clock, 20)
    run.do(Do.PAUSE)
    check = Check(Answers(40, 2, 3), Urgency.SAME_DAY, (reason,), complete=True)
    house.append([house.entry(check)])

    assert (End.STOPPED, True) == (run.do(what).ended, run.locked)


@pytest.mark.parametrize("reason", [FEVER, SEVERE], ids=["sessions", "floor"])
def test_what_another_copy_finds_ends_one_that_runs(
    folder: Path, run: SessionJourney, clock: FakeClock, reason: Reason
) -> None:
    goes(run, clock, 20)
    assert run.look().ended is None
    other = house_at(folder, clock)
    check = Check(Answers(40, 2, 3), Urgency.SAME_DAY, (reason,), complete=True)
    other.append([other.entry(check)])

    assert (End.STOPPED, True) == (run.look().ended, run.locked)


def test_whatever_else_another_copy_writes_one_that_runs_goes_on(
    folder: Path, run: SessionJourney, clock: FakeClock
) -> None:
    other = house_at(folder, clock)
    for body in (EpisodeOver(), About(1990, 2026)):
        goes(run, clock, 5)
        other.append([other.entry(body)])

        assert (None, False) == (run.look().ended, run.locked)


def test_what_needs_no_floor_goes_on_while_floor_work_is_closed(
    house: House, told: Told, clock: FakeClock
) -> None:
    run = SessionJourney(house, fitted(house, "first_aid"), told)
    goes(run, clock, 5)
    run.do(Do.PAUSE)
    house.append([house.entry(About(1990, 2026, pregnancy="pregnant"))])

    assert (None, False) == (run.do(Do.PAUSE).ended, run.locked)
    run.do(Do.PAUSE)
    house.append([house.entry(About(2015, 2026))])
    assert (End.STOPPED, True) == (run.do(Do.PAUSE).ended, run.locked)


def test_a_full_disk_stops_nothing(
    house: House, run: SessionJourney, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    to_the_end(run, clock)

    assert (End.DONE, False, False) == (run.state.ended, run.kept, house.keeps)
    assert run.entry in house.session_entries()
    assert unfinished_session(house, LIBRARY) is None


def test_without_a_record_nothing_is_kept_and_it_says_so(clock: FakeClock, told: Told) -> None:
    house = house_without_record(clock)
    run = SessionJourney(house, fitted(house, "first_aid"), told)

    assert not run.kept
    to_the_end(run, clock)
    assert End.DONE is run.state.ended


# --- taken up again -------------------------------------------------------------------------------


@pytest.mark.parametrize("elsewhere", [False, True])
def test_after_a_crash_it_stands_still_where_it_was(
    house: House,
    run: SessionJourney,
    clock: FakeClock,
    folder: Path,
    told: Told,
    *,
    elsewhere: bool,
) -> None:
    run.do(Do.WAIT)
    run.do(Do.NEXT)
    run.do(Do.LONGER)
    goes(run, clock, 4)
    run.do(Do.NEXT)
    at = goes(run, clock, 2)
    clock.advance(60)
    if elsewhere:
        house.close()
        house = house_at(folder, clock)
    other = again(house, told)

    assert Pause.GAP is other.state.paused
    assert (at.at, at.phases, at.waits) == (other.state.at, other.state.phases, other.state.waits)
    assert other.state.worked == pytest.approx({"legs_on_chair": 4})
    assert other.do(Do.PAUSE).paused is None
    other.do(Do.STOP)
    assert unfinished_session(house, LIBRARY) is None


def test_it_goes_on_with_its_twenty_minutes(
    house: House, run: SessionJourney, clock: FakeClock, told: Told
) -> None:
    goes(run, clock, 60)
    before = run.do(Do.NEXT)

    assert pytest.approx(before.total) == again(house, told).state.total


def test_what_has_ended_is_not_offered(house: House, run: SessionJourney) -> None:
    assert unfinished_session(house, LIBRARY) is not None
    run.do(Do.STOP)
    assert unfinished_session(house, LIBRARY) is None


@pytest.mark.parametrize(
    ("hours", "seconds", "there"), [(1, 3598, True), (2, 0, False), (30, 0, False)]
)
def test_it_is_offered_for_two_hours(
    house: House, run: SessionJourney, clock: FakeClock, hours: int, seconds: int, *, there: bool
) -> None:
    assert run.kept
    clock.advance(seconds, hours=hours)

    assert there is (unfinished_session(house, LIBRARY) is not None)


def test_it_is_not_offered_from_the_future(
    house: House, run: SessionJourney, clock: FakeClock
) -> None:
    assert run.kept
    clock.advance(-60)

    assert unfinished_session(house, LIBRARY) is None


@pytest.mark.parametrize(
    "other",
    [
        {"content": "00000000"},
        {"routine": "unknown"},
        {"stretches": ["walk"]},
        {"plan": [1, 2, 3]},
    ],
)
def test_what_differs_from_today_is_not_offered(
    house: House, run: SessionJourney, other: dict[str, object]
) -> None:
    assert run.kept
    row = kept(house)
    if "content" in other:
        row = replace(row, content="00000000")
    else:
        row = replace(row, state=json.dumps({**json.loads(row.state), **other}))
    house.keep_unfinished(row)

    assert unfinished_session(house, LIBRARY) is None


def test_the_dose_of_another_phase_of_recovery_is_not_gone_on_with(
    house: House, clock: FakeClock, told: Told
) -> None:
    checked(house, days=10)
    SessionJourney(house, fitted(house, "walk"), told)
    assert unfinished_session(house, LIBRARY)
    clock.advance(60)
    checked(house, days=10, pain=7)

    assert unfinished_session(house, LIBRARY) is None


def test_what_was_left_out_since_is_not_gone_on_with(house: House, run: SessionJourney) -> None:
    assert run.kept
    house.append([house.entry(LeftOut(frozenset({"walk"})))])

    assert unfinished_session(house, LIBRARY) is None


def test_what_is_forgotten_is_not_offered(house: House, run: SessionJourney) -> None:
    assert run.kept
    house.forget(kept(house))

    assert unfinished_session(house, LIBRARY) is None
    assert [] == record_of(house).unfinished(SESSION)


def test_a_kept_session_that_does_not_fit_begins_anew(
    house: House, run: SessionJourney, told: Told
) -> None:
    run.do(Do.NEXT)
    row = kept(house)
    for wrong in ({"seconds": [1]}, {"done": [1.0]}, {"at": 999}):
        body = json.loads(row.state)
        body = json.dumps({**body, "where": {**body["where"], **wrong}})
        other = SessionJourney(house, fitted(house), told, replace(row, state=body))

        assert (0, None, PhaseKind.READY) == (
            other.state.at, other.state.paused, other.state.phase.kind,
        )  # fmt: skip


def test_what_was_cut_short_and_is_not_gone_on_with_is_a_whole_record(
    house: House, run: SessionJourney, clock: FakeClock
) -> None:
    goes(run, clock, 40)
    cut_at = clock().wall
    clock.advance(3 * 3600)
    settle_unfinished(house)

    [entry] = house.session_entries()
    assert cut_at == entry.at
    assert entry.body == SessionDone("ease", 40, run.state.worked, End.STOPPED)
    assert [] == record_of(house).unfinished(SESSION)


def test_what_was_cut_short_before_its_first_second_leaves_nothing(
    house: House, run: SessionJourney
) -> None:
    settle_unfinished(house)

    assert run.kept
    assert [] == house.session_entries()
    assert [] == record_of(house).unfinished(SESSION)


def test_it_goes_on_as_it_was_with_and_without_the_floor(
    house: House, told: Told, clock: FakeClock
) -> None:
    checked(house)
    body = body_today(house, floor=False, better=Direction.ARCH)
    run = SessionJourney(house, fit(LIBRARY.routines["ease"], LIBRARY, body), told)
    run.do(Do.NEXT)
    run.do(Do.EASIER)
    goes(run, clock, 5)
    other = again(house, told)

    assert (False, Direction.ARCH) == (other.fitted.body.floor, other.fitted.body.better)
    assert (run.state.easier, run.state.worked_last, run.state.into) == (
        other.state.easier, other.state.worked_last, other.state.into,
    )  # fmt: skip


def test_what_hurts_while_the_next_is_got_ready_for_came_from_the_one_before(
    house: House, run: SessionJourney, clock: FakeClock
) -> None:
    first = run.state.phase.stretch
    goes(run, clock, 30)
    run.do(Do.SKIP)
    assert first != run.state.phase.stretch
    run.do(Do.WORSE)

    [done] = said(house)
    assert isinstance(done, SessionDone)
    assert (first, first) == (run.ended_by, done.ended_by)


def test_before_anything_was_done_no_stretch_is_to_blame(house: House, run: SessionJourney) -> None:
    run.do(Do.WORSE)

    [done] = said(house)
    assert isinstance(done, SessionDone)
    assert done.ended_by is None


def test_the_pain_before_it_is_what_was_said_within_the_hour(
    house: House, clock: FakeClock, told: Told
) -> None:
    checked(house, pain=4)
    clock.advance(3600)
    assert 4 == pain_just_now(house)
    clock.advance(1)
    assert pain_just_now(house) is None
    house.append([house.entry(SessionAfter("another", 2, Feel.BETTER))])
    SessionJourney(house, fitted(house), told).do(Do.STOP)

    assert 2 == next(one.before for one in said(house) if isinstance(one, SessionDone))


def test_worse_afterwards_calls_for_the_signs(house: House, run: SessionJourney) -> None:
    run.do(Do.STOP)
    assert not run.worse
    run.after(5, Feel.WORSE)

    assert run.worse


# --- what is known today --------------------------------------------------------------------------


def test_who_was_never_checked_is_in_no_spasm(house: House) -> None:
    body = body_today(house)

    assert (None, False, Recovery.PREVENTION) == (body.spasm, body.pregnant, body.recovery)


def test_days_are_counted_on_from_the_last_full_check(house: House, clock: FakeClock) -> None:
    checked(house, 3, 4, Trend.IMPROVING)
    clock.advance(days=6)

    assert Spasm(9, 4, Trend.IMPROVING) == body_today(house).spasm


def test_a_spasm_that_is_over_counts_no_more(house: House, clock: FakeClock) -> None:
    checked(house)
    clock.advance(60)
    house.append([house.entry(EpisodeOver())])

    assert body_today(house).spasm is None


def test_an_unfinished_check_alone_tells_nothing_of_the_spasm(house: House) -> None:
    part = Check(Answers(40, 1, 3), Urgency.SELF_CARE, (), complete=False)
    house.append([house.entry(part)])

    assert body_today(house).spasm is None


def test_what_lasts_and_what_was_ticked_decides(house: House, clock: FakeClock) -> None:
    signs = CATALOGUE.rules.signs.values()
    weak = next(sign.id for sign in signs if "osteoporosis" in sign.covers)
    thin = next(sign.id for sign in signs if "blood_thinner" in sign.covers)
    about = About(
        1980, 2026, "pregnant", frozenset({weak, "gone"}), frozenset({thin}),
        unsuited=frozenset({"dizzy", "nonsense"}),
    )  # fmt: skip
    house.append([house.entry(about)])
    clock.advance(60)
    checked(house, 2, 3, Trend.UNKNOWN, "leg_pain_one_below_knee")
    body = body_today(house, floor=False, better=Direction.ARCH)

    assert (True, True, True, True) == (
        body.pregnant, body.weak_bones, body.blood_thinner, body.leg_pain,
    )  # fmt: skip
    assert (False, Direction.ARCH) == (body.floor, body.better)
    assert frozenset({Unsuited.DIZZY}) == body.unsuited
    assert Activity.FLOOR in body.closed


def test_two_endings_leave_it_out_today(house: House, clock: FakeClock) -> None:
    for _ in range(2):
        clock.advance(60)
        done = SessionDone("ease", 60.0, {}, End.WORSE, "knee_rolls")
        house.append([house.entry(done)])

    assert frozenset({"knee_rolls"}) == body_today(house).left_out
