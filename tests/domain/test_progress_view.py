"""The values of the progress pictures: days with gaps, weeks, before and after, one spasm."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.charts import MONTHS, WEEKDAYS
from tests.domain.logs import DAY, FIRST, START, log, moment

from unspasm.domain.answers import Answers
from unspasm.domain.entries import Body, Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.domain.moment import Stamp
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn
from unspasm.domain.progress_view import (
    MOST_DAYS,
    USUAL_DAYS,
    WEEKS,
    BeforeAfter,
    DayOfPain,
    Mark,
    ProgressView,
    before_after,
    pain_together,
    progress_view,
)
from unspasm.domain.session_entries import End, SessionAfter, SessionDone
from unspasm.domain.urgency import Urgency
from unspasm.domain.weeks_chart import weeks_chart

STAMP = Stamp(START, 0.0, "here")


def at(days: float, body: Body, name: str = "") -> Entry:
    return Entry(name or f"{type(body).__name__}-{days}", START + days * DAY, 0 * DAY, body)


def check(days: float, pain: int | None) -> Entry:
    answers = Answers(age=40, days=None, pain=pain)
    return at(days, Check(answers, Urgency.SELF_CARE, (), complete=True))


def pack(
    days: float, before: int | None, after: int | None, kind: PackKind = PackKind.COLD
) -> list[Entry]:
    on = at(days, PackOn(kind, 12, STAMP, before=before), f"pack-{days}")
    return [on, at(days + 0.01, PackAfter(on.id, pain=after))]


def session(
    days: float, before: int | None, after: int | None, feel: Feel | None = None
) -> list[Entry]:
    done = at(days, SessionDone("ease", 300.0, {}, End.DONE, before=before), f"session-{days}")
    return [done, at(days + 0.01, SessionAfter(done.id, after, feel))]


def view(*entries: Entry, now: float = 0) -> ProgressView:
    return progress_view(entries, moment(now))


# --- days -----------------------------------------------------------------------------------------


def test_a_day_has_its_least_its_middle_and_its_most_pain() -> None:
    shown = view(log(0, 3), log(0.1, 4), log(0.2, 9))

    assert DayOfPain(3, 4.0, 9) == shown.days[-1].pain
    assert 9 == shown.days[-1].worst
    assert shown.days[-1].told


def test_a_day_of_which_nothing_was_told_is_a_gap_and_not_a_zero() -> None:
    shown = view(log(0, 0), log(2, 5), now=2)

    assert [0, None, 5] == [one.worst for one in shown.days[-3:]]
    assert None is pain_together([])


def test_every_day_up_to_today_is_there_once_for_nine_weeks() -> None:
    shown = view(log(0, 3), now=5)

    assert USUAL_DAYS == len(shown.days)
    assert [shown.today - n * DAY for n in reversed(range(USUAL_DAYS))] == [
        one.day for one in shown.days
    ]


def test_the_range_begins_where_it_is_asked_to_but_not_after_today_nor_ten_years_back() -> None:
    lengths = [
        len(progress_view([], moment(0), FIRST + timedelta(days=since)).days)
        for since in (5, 0, -9, -90_000)
    ]

    assert [1, 1, 10, MOST_DAYS + 1] == lengths


def test_a_day_bears_the_marks_of_what_happened_on_it() -> None:
    shown = view(
        check(0, None), *session(0.1, None, None), *pack(0.2, None, None), at(0.3, EpisodeOver())
    )

    assert frozenset(Mark) == shown.days[-1].marks
    assert shown.days[-1].done
    assert not shown.days[-2].done


def test_a_pack_that_never_touched_the_skin_is_no_pack() -> None:
    on, _ = pack(0, 4, None)
    off = at(0.01, PackOff(on.id, PackKind.COLD, Ended.UNTOUCHED, STAMP, None, None))

    assert frozenset() == view(on, off).days[-1].marks
    assert frozenset({Mark.PACK}) == view(on).days[-1].marks


def test_what_was_told_without_a_number_is_told() -> None:
    for body in (check(0, None), at(0, NothingNew())):
        assert (None, True) == (view(body).days[-1].worst, view(body).days[-1].told)
    assert not view(*session(0, None, None)).days[-1].told


def test_what_is_told_of_days_to_come_is_in_no_picture() -> None:
    shown = view(log(3, 9))

    assert not any(one.told for one in shown.days)
    assert not any(one.told for week in shown.weeks for one in week)


# --- weeks ----------------------------------------------------------------------------------------


def test_twelve_weeks_of_seven_days_begin_on_mondays_and_hold_today_in_the_last() -> None:
    for now in range(9):
        shown = view(log(0, 3), now=now)
        days = [one.day for week in shown.weeks for one in week]

        assert [7] * WEEKS == [len(week) for week in shown.weeks]
        assert {0} == {week[0].day.weekday() for week in shown.weeks}
        assert [days[0] + n * DAY for n in range(7 * WEEKS)] == days
        assert shown.today in days[-7:]


@pytest.mark.parametrize("day", [27, 28, 31])
def test_in_the_last_days_that_there_are_the_last_week_is_shorter(day: int) -> None:
    now = replace(moment(0), wall=datetime(9999, 12, day, 12, tzinfo=UTC))
    shown = progress_view([Entry("log", now.wall, now.utc_offset, PainLog(6))], now)

    assert now.day in [one.day for one in shown.weeks[-1]]
    assert date.max == shown.weeks[-1][-1].day
    assert shown.change
    assert weeks_chart(shown.weeks, 80, 8, weekdays=WEEKDAYS, months=MONTHS)


def test_the_calendar_tells_of_days_before_the_range_too() -> None:
    shown = progress_view([log(-30, 6)], moment(0), FIRST)

    assert [6] == [one.worst for week in shown.weeks for one in week if one.told]
    assert 1 == len(shown.days)


# --- spasms ---------------------------------------------------------------------------------------


def test_the_spasms_that_began_in_the_last_half_year_are_counted() -> None:
    entries = [
        log(-400, 5), at(-390, EpisodeOver()),
        log(-100, 5), at(-90, EpisodeOver()),
        log(-50, 5), at(-40, EpisodeOver()),
        log(-1, 5),
    ]  # fmt: skip

    assert 3 == view(*entries).spasms
    assert FIRST - DAY == view(*entries).began


def test_without_a_spasm_that_goes_on_nothing_is_said_of_a_change() -> None:
    over = view(log(-3, 5), at(-1, EpisodeOver()))

    assert (None, None, 1) == (over.change, over.began, over.spasms)
    assert (None, None, 0) == (view().change, view().began, view().spasms)


def test_what_a_clock_that_was_ahead_has_told_is_in_no_number() -> None:
    ahead = view(log(-6, 8), log(-5, 8), log(0, 6), log(40, 1), log(41, 1))
    alone = view(log(30, 7))

    assert ahead.change == view(log(-6, 8), log(-5, 8), log(0, 6)).change
    assert ahead.change
    assert (1, 6) == (ahead.spasms, ahead.change.lowest)
    assert (None, 0) == (alone.change, alone.spasms)


def test_a_spasm_without_a_number_has_no_change() -> None:
    shown = view(check(0, None))

    assert (None, FIRST) == (shown.change, shown.began)


def test_the_change_goes_by_the_medians_of_three_days() -> None:
    pains = (7, 7, 10, 2, 4, 4, 9, 4)
    change = view(*(log(day, pain) for day, pain in enumerate(pains)), now=9).change

    assert change
    assert (7.0, 4.0, 7) == (change.first, change.latest, change.days)
    assert (2, 10) == (change.lowest, change.highest)
    assert FIRST + 7 * DAY == change.last_told
    assert change.can_tell


def test_while_its_first_and_last_three_days_meet_nobody_can_tell() -> None:
    def can_tell(days: int) -> bool:
        change = view(*(log(day, 5) for day in range(days)), now=days).change
        return bool(change and change.can_tell)

    assert [False, False, True] == [can_tell(days) for days in (1, 5, 6)]


# --- before and after -----------------------------------------------------------------------------


def test_packs_and_sessions_are_counted_by_what_the_pain_did_after_them() -> None:
    entries = [
        *pack(0, 6, 4), *pack(1, 6, 3), *pack(2, 5, 5), *pack(3, 3, 4),
        *pack(4, 7, 6, PackKind.HEAT), *session(5, 4, 2),
    ]  # fmt: skip

    assert (
        BeforeAfter(Helped.COLD, less=2, same=1, more=1),
        BeforeAfter(Helped.HEAT, less=1),
        BeforeAfter(Helped.STRETCH, less=1),
    ) == before_after(entries)
    assert 4 == before_after(entries)[0].measured


def test_without_both_numbers_nothing_is_counted() -> None:
    entries = [*pack(0, None, 4), *pack(1, 4, None), *session(2, None, 4), *session(3, 4, None)]

    assert () == before_after(entries)
    assert () == before_after([at(0, PackAfter("lost", pain=3))])


def test_the_latest_word_about_a_pack_or_a_session_counts() -> None:
    entries = [
        *pack(0, 6, 4), at(0.5, PackAfter("pack-0", pain=8)),
        *session(1, 6, 4, Feel.WORSE), at(1.5, SessionAfter("session-1", None, Feel.BETTER)),
    ]  # fmt: skip

    assert (
        BeforeAfter(Helped.STRETCH, helped=1, less=1),
        BeforeAfter(Helped.COLD, more=1),
    ) == before_after(reversed(entries))


def test_what_was_said_to_help_is_counted_and_both_at_once_is_no_help() -> None:
    walk, rest = frozenset({Helped.WALK}), frozenset({Helped.REST})
    entries = [
        at(0, PainLog(4, helped=walk)),
        at(1, PainLog(4, helped=walk, not_helped=rest)),
        at(2, PainLog(4, helped=walk, not_helped=walk)),
        *session(3, None, None, Feel.SAME),
        at(4, NothingNew()),
    ]

    assert (
        BeforeAfter(Helped.WALK, helped=2, not_helped=1),
        BeforeAfter(Helped.STRETCH, not_helped=1),
        BeforeAfter(Helped.REST, not_helped=1),
    ) == before_after(entries)
    assert 3 == before_after(entries)[0].said


def test_only_what_was_tried_in_the_range_is_shown() -> None:
    entries = [*pack(-200, 6, 4), *pack(-1, 6, 4)]

    assert (BeforeAfter(Helped.COLD, less=1),) == view(*entries).helped


# --- whatever happens -----------------------------------------------------------------------------

SOME = st.lists(
    st.one_of(
        st.builds(log, st.integers(-120, 5), st.integers(0, 10)),
        st.builds(check, st.integers(-120, 5), st.none() | st.integers(0, 10)),
        st.builds(at, st.integers(-120, 5), st.just(EpisodeOver())),
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)


@given(SOME)
def test_the_order_of_the_record_changes_nothing(entries: list[Entry]) -> None:
    assert view(*entries) == view(*reversed(entries))


@given(SOME)
def test_every_day_with_a_number_shows_what_was_told_and_no_other_day_does(
    entries: list[Entry],
) -> None:
    told = {one.at.date() for one in entries if isinstance(one.body, PainLog)}
    told |= {one.at.date() for one in entries
             if isinstance(one.body, Check) and one.body.answers.pain is not None}  # fmt: skip

    for one in view(*entries).days:
        assert (one.day in told) == (one.pain is not None)
        if one.pain:
            assert 0 <= one.pain.lowest <= one.pain.median <= one.pain.highest <= 10
