"""The small things of a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.domain.tips import LIBRARY

from unspasm.domain.entries import Body, Entry, EpisodeOver
from unspasm.domain.episodes import begins_episode
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.plan import PlanView, plan_view, ticks_of
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.retraction import retraction_of, without_hidden
from unspasm.domain.session_entries import End, SessionDone
from unspasm.domain.stretches import Recovery

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
OPEN = frozenset[Activity]()
SESSION = SessionDone("ease", 60.0, {}, End.STOPPED)


def said(body: Body, days_ago: float = 0, offset: float = 0) -> Entry:
    """An entry of some days ago, in a zone of so many hours."""
    at = NOON - timedelta(days=days_ago)
    return Entry(f"{body}-{days_ago}", at, timedelta(hours=offset), body)


def plan(*entries: Entry, recovery: Recovery = Recovery.EASING) -> PlanView:
    """The plan of today."""
    return plan_view(LIBRARY.smalls, entries, recovery, OPEN, TODAY)


def test_the_plan_holds_what_fits_the_phase() -> None:
    assert ["stroll"] == [one.id for one in plan().smalls]
    assert ["stroll", "lie"] == [one.id for one in plan(recovery=Recovery.ACUTE).smalls]


@pytest.mark.parametrize("needs", [Activity.SESSION, Activity.FLOOR])
@pytest.mark.parametrize("lock", Lock)
def test_what_a_sign_closes_is_not_there_while_it_does(needs: Activity, lock: Lock) -> None:
    smalls = [replace(one, needs=needs if one.id == "stroll" else None) for one in LIBRARY.smalls]
    view = plan_view(smalls, [], Recovery.ACUTE, lock.closes, TODAY)

    assert (needs not in lock.closes) is ("stroll" in {one.id for one in view.smalls})
    assert "lie" in {one.id for one in view.smalls}


def test_what_was_done_today_stays_in_sight_in_another_phase() -> None:
    view = plan(said(SmallDone("lie")))

    assert ["stroll", "lie"] == [one.id for one in view.smalls]
    assert {"lie"} == view.done


def test_what_was_done_on_another_day_is_not_done_today() -> None:
    assert frozenset() == plan(said(SmallDone("stroll"), 1), said(SmallDone("stroll"), -1)).done


def test_a_day_is_the_day_as_lived() -> None:
    late = said(SmallDone("stroll"), offset=13)

    assert frozenset() == plan(late).done
    next_day = plan_view(LIBRARY.smalls, [late], Recovery.EASING, OPEN, date(2026, 11, 22))
    assert {"stroll"} == next_day.done


def test_days_are_counted_once_and_a_session_counts_as_one() -> None:
    view = plan(
        said(SmallDone("stroll")), said(SmallDone("lie")), said(SESSION, 2),
        said(SmallDone("stroll"), 6), said(SmallDone("stroll"), 7), said(EpisodeOver(), 3),
    )  # fmt: skip

    assert 3 == view.days


def test_a_week_without_any_is_nothing_to_tell() -> None:
    assert 0 == plan(said(SmallDone("stroll"), 8), said(SmallDone("stroll"), -1)).days


def test_the_first_day_of_the_calendar_has_a_plan() -> None:
    assert 0 == plan_view(LIBRARY.smalls, [], Recovery.EASING, OPEN, date.min).days


def test_a_tick_that_is_hidden_never_was() -> None:
    tick = said(SmallDone("stroll"))
    hidden = Entry("r", NOON, timedelta(0), retraction_of(tick))

    assert frozenset() == plan(*without_hidden([tick, hidden])).done


def test_every_tick_of_that_thing_and_that_day_is_found() -> None:
    ticks = [said(SmallDone("stroll")), said(SmallDone("stroll"), 0.1)]
    others = [said(SmallDone("lie")), said(SmallDone("stroll"), 1), said(SESSION)]

    assert ticks == ticks_of([*ticks, *others], "stroll", TODAY)


def test_a_tick_begins_no_spasm() -> None:
    assert not begins_episode(said(SmallDone("stroll")))
