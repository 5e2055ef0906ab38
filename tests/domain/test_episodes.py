"""Episodes: begun, going on, over, and come back."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.logs import DAY, FIRST, START, Spasm, log, moment

from unspasm.domain.answers import Answers
from unspasm.domain.entries import Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.episodes import (
    Episode,
    current_episode,
    episodes,
    recurrences,
    same_place,
)
from unspasm.domain.gate import asks_again_due, in_a_spasm
from unspasm.domain.log_entries import Area, PainLog, Side, Spot
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import PackKind, PackOn
from unspasm.domain.pain import day_felt, pain_said, readings
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

LOWER, LEFT, RIGHT = Spot(Area.LOWER), Spot(Area.LOWER, Side.LEFT), Spot(Area.LOWER, Side.RIGHT)
NECK = Spot(Area.NECK)


@pytest.fixture
def spasm(rules: Rules) -> Spasm:
    """A record with nothing in it."""
    return Spasm(rules)


def over(days: float, name: str = "") -> Entry:
    return Entry(name or f"over-{days}", START + days * DAY, timedelta(0), EpisodeOver())


def there(days: float, *spots: Spot) -> Entry:
    body = PainLog(5, spots=frozenset(spots))
    return Entry(f"there-{days}", START + days * DAY, timedelta(0), body)


def only(*entries: Entry) -> Episode:
    [episode] = episodes(entries)
    return episode


# --- begin, go on, over ---------------------------------------------------------------------------


def test_with_nothing_said_there_is_no_episode() -> None:
    assert () == episodes([])
    assert current_episode([]) is None


def test_pain_that_is_told_of_begins_an_episode(spasm: Spasm) -> None:
    spasm.log(0, 1)

    assert FIRST == only(*spasm.entries).began
    assert in_a_spasm(spasm.entries, moment(0))


def test_a_log_without_pain_begins_none(spasm: Spasm) -> None:
    spasm.log(0, 0)
    spasm.add(1, NothingNew())

    assert () == episodes(spasm.entries)
    assert not in_a_spasm(spasm.entries, moment(2))


def test_a_check_begins_an_episode_however_little_it_hurts(spasm: Spasm) -> None:
    spasm.check(0, pain=0)

    assert FIRST == only(*spasm.entries).began


@pytest.mark.parametrize(("before", "begun"), [(None, 0), (0, 0), (3, 1)])
def test_a_pack_against_pain_begins_an_episode(before: int | None, begun: int) -> None:
    body = PackOn(PackKind.COLD, 10, Stamp(START, 0.0, ""), before=before)

    assert begun == len(episodes([Entry("pack", START, timedelta(0), body)]))


def test_what_comes_before_the_pain_is_no_part_of_it(spasm: Spasm) -> None:
    spasm.add(0, NothingNew())
    first = spasm.log(1, 4)
    after = spasm.add(2, NothingNew())

    assert (first, after) == only(*spasm.entries).entries


def test_an_episode_is_over_when_the_person_says_so_and_another_may_begin() -> None:
    entries = [log(0, 5), over(3), log(9, 5)]
    first, second = episodes(entries)

    assert entries[1] == first.over
    assert second == current_episode(entries)
    assert second.over is None


def test_none_goes_on_once_the_last_one_is_over() -> None:
    assert current_episode([log(0, 5), over(3)]) is None


def test_to_say_twice_that_it_is_over_makes_no_episode() -> None:
    assert 1 == len(episodes([log(0, 5), over(3), over(4)]))


def test_a_check_at_the_moment_at_which_it_is_over_belongs_to_what_is_over() -> None:
    assert current_episode([log(3, 5), over(3)]) is None


def test_a_log_of_an_earlier_time_belongs_to_the_episode_of_that_time() -> None:
    late = Entry("late", START + 9 * DAY, timedelta(0), PainLog(8, felt_at=START + DAY))

    assert late in only(log(0, 5), over(3), late).entries


def test_the_order_in_which_entries_are_read_does_not_matter() -> None:
    entries = [log(0, 5), over(3), log(5, 4), log(6, 3)]

    assert all(episodes(entries) == episodes(order) for order in permutations(entries))


# --- days -----------------------------------------------------------------------------------------


def test_the_day_on_which_it_began_is_day_0() -> None:
    episode = only(log(0, 5))

    assert [0, 1, 8] == [episode.day(FIRST + days * DAY) for days in (0, 1, 8)]


def test_no_day_is_negative_when_the_clock_was_set_back() -> None:
    assert 0 == only(log(0, 5)).day(FIRST - 400 * DAY)


def test_a_day_begins_at_midnight_as_lived() -> None:
    late = Entry("late", datetime(2026, 5, 1, 23, 50, tzinfo=UTC), timedelta(0), PainLog(5))

    assert 1 == only(late).day(date(2026, 5, 2))


def test_days_are_counted_no_further_once_it_is_over() -> None:
    first, *_ = episodes([log(0, 5), over(3)])

    assert 3 == first.day(FIRST + 90 * DAY)


@pytest.mark.parametrize(
    ("said", "began"),
    [
        (0, FIRST),
        (0.4, FIRST),
        (0.5, FIRST - DAY),
        (10, FIRST - 10 * DAY),
        (-5, FIRST),
        (1e300, FIRST - 36_500 * DAY),
    ],
)
def test_what_was_said_in_a_check_tells_when_it_began(
    spasm: Spasm, said: float, began: date
) -> None:
    spasm.check(0, said=said)

    assert began == only(*spasm.entries).began


def test_a_check_that_did_not_come_to_ask_since_when_tells_only_its_own_day() -> None:
    body = Check(Answers(None, None, None), Urgency.EMERGENCY, (), complete=False)

    assert FIRST == only(Entry("cut", START, timedelta(0), body)).began


def test_nothing_begins_before_there_was_a_calendar(rules: Rules) -> None:
    spasm = Spasm(rules)
    ancient = spasm.check(0, said=36_500)
    ancient = Entry("a", datetime(3, 1, 1, tzinfo=UTC), timedelta(0), ancient.body)

    assert date.min == only(ancient).began


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 - a zone follows
            st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_days_are_never_negative_across_zones_and_clock_changes(
    lived: list[tuple[datetime, str]],
) -> None:
    times = [at.replace(tzinfo=ZoneInfo(zone)) for at, zone in lived]
    entries = [
        Entry(f"{number}", at.astimezone(UTC), at.utcoffset() or timedelta(0), PainLog(5))
        for number, at in enumerate(times)
    ]
    episode = only(*entries)

    for entry in entries:
        assert episode.day(entry.lived.date()) >= 0
        assert episode.counted_until(entry.lived.date()) >= episode.began
    assert episode.began == min(entry.lived.date() for entry in entries)


def test_the_night_of_a_clock_change_is_one_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    nights = [datetime(2026, 3, day, 23, 30, tzinfo=berlin) for day in (28, 29)]
    first, second = (
        Entry(f"{at}", at.astimezone(UTC), at.utcoffset() or timedelta(0), PainLog(5))
        for at in nights
    )

    assert 1 == only(first, second).day(second.lived.date())


# --- quiet ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "asked"), [(7, False), (8, True)])
def test_after_seven_quiet_days_the_person_is_asked(days: int, *, asked: bool) -> None:
    assert asked is only(log(0, 5)).is_quiet(FIRST + days * DAY)


def test_to_tell_of_no_pain_is_quiet_too() -> None:
    assert only(log(0, 5), log(5, 0)).is_quiet(FIRST + 8 * DAY)


def test_what_is_over_is_not_asked_about() -> None:
    first, *_ = episodes([log(0, 5), over(3)])

    assert not first.is_quiet(FIRST + 90 * DAY)


def test_silence_counts_until_the_day_on_which_it_is_asked_about() -> None:
    episode = only(log(0, 5), log(2, 3))

    assert FIRST + 10 * DAY == episode.counted_until(FIRST + 180 * DAY)
    assert FIRST + 4 * DAY == episode.counted_until(FIRST + 4 * DAY)


def test_a_check_without_pain_alone_is_counted_from_its_own_day(spasm: Spasm) -> None:
    spasm.check(0, pain=0)

    assert FIRST == only(*spasm.entries).last


# --- places and coming back -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({LOWER}, {LOWER}, True),
        ({LOWER}, {LEFT}, True),
        ({LEFT}, {RIGHT}, False),
        ({LOWER}, {NECK}, False),
        ({LOWER, NECK}, {NECK}, True),
        (set(), {NECK}, True),
        ({NECK}, set(), True),
    ],
)
def test_places_are_the_same_unless_they_were_told_apart(
    one: set[Spot], other: set[Spot], *, same: bool
) -> None:
    assert same is same_place(frozenset(one), frozenset(other))


def test_an_episode_is_where_any_of_its_logs_is() -> None:
    assert {LOWER, NECK} == only(there(0, LOWER), there(1, NECK), log(2, 3)).spots


def test_it_comes_back_as_often_as_it_began_in_time_in_the_same_place() -> None:
    entries = [
        *(there(0, LOWER), over(3)),
        *(there(100, LEFT), over(103)),
        *(there(150, NECK), over(153)),
        there(200, LEFT),
    ]

    assert 2 == recurrences(episodes(entries), 183)
    assert 3 == recurrences(episodes(entries), 200)


# --- what else is told ----------------------------------------------------------------------------


def test_nobody_has_felt_what_is_still_to_come() -> None:
    ahead = Entry("a", START, timedelta(0), PainLog(5, felt_at=START + 9 * DAY))

    assert FIRST == day_felt(ahead)


def test_pain_is_said_at_the_time_at_which_it_was_felt() -> None:
    late = Entry("late", START + 2 * DAY, timedelta(0), PainLog(8, felt_at=START))

    assert 3 == pain_said([late, log(1, 3)], START, START + 3 * DAY)
    assert [8, 3] == [one.pain for one in readings([log(1, 3), late])]


def test_signs_are_asked_again_daily_while_it_goes_on_also_when_pain_is_low(spasm: Spasm) -> None:
    spasm.check(0)
    spasm.log(2, 1)

    assert not asks_again_due(spasm.rules, spasm.entries, moment(1))
    assert asks_again_due(spasm.rules, spasm.entries, moment(2))


def test_signs_are_asked_where_pain_was_told_of_and_never_a_check_made(spasm: Spasm) -> None:
    spasm.log(0, 2)

    assert asks_again_due(spasm.rules, spasm.entries, moment(0))


def test_signs_are_not_asked_daily_once_it_is_over(spasm: Spasm) -> None:
    spasm.check(0)
    spasm.over(1)

    assert not asks_again_due(spasm.rules, spasm.entries, moment(5))


def test_a_check_from_the_future_does_not_put_off_the_asking(spasm: Spasm) -> None:
    spasm.log(0, 2)
    spasm.check(30)

    assert asks_again_due(spasm.rules, spasm.entries, Moment(START, DAY, 0.0, 0.0, "here"))
