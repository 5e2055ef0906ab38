"""When the record itself says that somebody should have a look."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.logs import START, Spasm, moment

from unspasm.domain.course import newly_reached
from unspasm.domain.course_entries import CourseSeen
from unspasm.domain.course_record import course_standing
from unspasm.domain.course_tried import Tried, made_worse, not_helped, tried
from unspasm.domain.entries import About, Body, EpisodeOver
from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import Area, Helped, PainLog, Retracted, Side, Spot
from unspasm.domain.moment import Stamp
from unspasm.domain.pack_entries import PackAfter, PackKind, PackOn
from unspasm.domain.retraction import may_be_hidden, retraction_of, without_hidden
from unspasm.domain.rules import Rules
from unspasm.domain.session_entries import End, SessionAfter, SessionDone
from unspasm.domain.urgency import Urgency

STAMP = Stamp(START, 0.0, "")
LOWER = frozenset({Spot(Area.LOWER)})


@pytest.fixture
def spasm(rules: Rules) -> Spasm:
    """A record with nothing in it."""
    return Spasm(rules)


def pack(before: int | None, kind: PackKind = PackKind.COLD) -> PackOn:
    return PackOn(kind, 10, STAMP, before=before)


def session(end: End = End.DONE, before: int | None = None) -> SessionDone:
    return SessionDone("ease", 100.0, {}, end, before=before)


# --- how long it lasts ----------------------------------------------------------------------------


def test_without_an_episode_nothing_is_reached(spasm: Spasm) -> None:
    assert set() == spasm.reaches(100)
    spasm.log(0, 5)
    spasm.over(1)
    assert set() == spasm.reaches(100)


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        *((7, set()), (8, {"day_8"}), (14, {"day_8"}), (15, {"day_15"}), (21, {"day_15"})),
        *((22, {"day_22"}), (42, {"day_22"}), (43, {"day_43"})),
    ],
)
def test_pain_that_stays_as_it_is_is_noticed_day_by_day(
    spasm: Spasm, day: int, reached: set[str]
) -> None:
    spasm.logs(*[5] * (day + 1))

    assert reached == spasm.reaches(day)


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        *((8, set()), (14, {"day_8"}), (15, {"day_15"}), (22, {"day_22_improving"})),
        *((42, {"day_22_improving"}), (43, {"day_43"})),
    ],
)
def test_getting_better_puts_off_the_first_step_and_softens_the_third(
    spasm: Spasm, day: int, reached: set[str]
) -> None:
    spasm.logs(*([8] * 3 + [3] * day)[: day + 1])

    assert reached == spasm.reaches(day)


def test_who_says_in_a_check_that_it_began_long_ago_is_told_at_once(spasm: Spasm) -> None:
    spasm.check(0, said=50)

    assert {"day_43"} == spasm.reaches(0)


def test_what_is_told_comes_from_the_persons_own_entries(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    spasm.add(8, PainLog(5, not_helped=frozenset({Helped.HEAT, Helped.MEDICINE})))
    [reached] = spasm.reached(8)

    assert "It is day 8, and it has not become better for 8 days." == reached.reason.because
    assert "8 days" in reached.reason.say
    assert {Helped.HEAT, Helped.MEDICINE} == reached.not_helped
    assert (8, 7, False) == (reached.day, reached.days_over, reached.outlasts)
    assert Urgency.ROUTINE is reached.reason.urgency
    assert reached.reason.sources


def test_who_comes_back_after_half_a_year_is_not_told_of_half_a_year(spasm: Spasm) -> None:
    spasm.logs(6, 4, 2)
    [reached] = spasm.reached(180)

    assert ("day_8", 10) == (reached.reason.id, reached.day)


# --- once, then it stands -------------------------------------------------------------------------


def test_what_is_reached_is_kept_once_and_shown_once(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    spasm.notice(8)

    assert [False] == [one.shown for one in spasm.standing]
    spasm.show(8)
    assert [True] == [one.shown for one in spasm.standing]
    spasm.log(9, 5)
    assert set() == spasm.reaches(9)
    assert {"day_8"} == spasm.stands


def test_a_later_step_speaks_for_the_earlier_ones_and_is_shown_anew(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    spasm.notice(8)
    spasm.show(8)
    spasm.logs(*[5] * 7, since=9)

    assert {"day_15"} == spasm.notice(15)
    [one] = spasm.standing
    assert not one.shown
    assert {"day_8", "day_15"} == {step for _, step in one.settles}


def test_a_lesser_step_is_not_told_beside_a_greater_one(spasm: Spasm) -> None:
    spasm.logs(*[5] * 50)
    spasm.notice(43)

    assert set() == spasm.reaches(49)


def test_being_seen_settles_it_and_starts_its_own_clock_again(spasm: Spasm) -> None:
    spasm.logs(*[5] * 10)
    spasm.notice(9)
    spasm.seen(9)
    spasm.logs(*[5] * 5, since=10)

    assert set() == spasm.stands
    assert set() == spasm.reaches(14)
    assert {"day_15"} == spasm.reaches(15)


def test_seen_for_the_first_step_it_comes_again_after_as_many_days(spasm: Spasm) -> None:
    spasm.logs(*[8] * 3, *[4] * 11)
    spasm.notice(13)
    spasm.seen(13)
    spasm.logs(*[4] * 7, since=14)
    steps = [step for step in spasm.steps if step.id == "day_8"]

    assert () == newly_reached(steps, spasm.entries, moment(20))
    assert 1 == len(newly_reached(steps, spasm.entries, moment(21)))


def test_seen_for_six_weeks_is_seen_for_one_week_too(spasm: Spasm) -> None:
    spasm.logs(*[5] * 45)
    spasm.notice(44)
    spasm.seen(44)
    spasm.logs(*[5] * 7, since=45)

    assert set() == spasm.reaches(51)
    assert {"day_8"} == spasm.reaches(52)


def test_the_clock_starts_on_the_day_on_which_they_were_seen(spasm: Spasm) -> None:
    spasm.logs(*[5] * 47)
    spasm.notice(46)
    spasm.seen(46, ago=2)

    assert set() == spasm.reaches(51)
    assert {"day_8"} == spasm.reaches(52)


def test_being_seen_by_a_clock_that_was_ahead_starts_no_clock(spasm: Spasm) -> None:
    spasm.logs(*[5] * 10)
    spasm.notice(9)
    spasm.seen(2000)

    assert set() == spasm.stands
    assert {"day_8"} == spasm.reaches(9)


def test_what_was_a_mistake_comes_back_only_if_the_record_still_leads_to_it(spasm: Spasm) -> None:
    spasm.logs(3, 3, 9, 3)
    spasm.hide(3.1, spasm.add(3, PainLog(9)))
    slips = [spasm.log(day, 9) for day in (4, 5, 6)]
    assert "severe_3_days" in spasm.notice(6)
    spasm.seen(6, steps=["severe_3_days"], mistaken=True)
    assert "severe_3_days" in spasm.reaches(6)
    for slip in slips:
        spasm.hide(6, slip)

    assert "severe_3_days" not in spasm.reaches(6) | spasm.stands


def test_a_step_that_content_no_longer_has_still_stands_and_can_be_seen(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    [reached] = spasm.reached(8)
    spasm.add(8, replace(reached, reason=replace(reached.reason, id="gone"), days_over=0))

    assert {"gone"} == spasm.stands
    spasm.seen(8)
    assert set() == spasm.stands


def test_the_end_of_the_spasm_ends_what_is_about_it(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    spasm.notice(8)
    ended = spasm.over(9)

    assert set() == spasm.stands
    spasm.hide(9, ended)
    assert {"day_8"} == spasm.stands


def test_the_most_urgent_stands_first(spasm: Spasm) -> None:
    spasm.logs(*[9] * 9)
    spasm.notice(8)

    assert [Urgency.SAME_DAY, Urgency.ROUTINE] == [one.urgency for one in spasm.standing]
    assert Urgency.SAME_DAY is spasm.urgency


def test_what_two_copies_noticed_is_settled_together(spasm: Spasm) -> None:
    spasm.logs(*[5] * 9)
    [reached] = spasm.reached(8)
    spasm.add(8, reached)
    spasm.add(8, reached)
    spasm.show(8)

    [one] = spasm.standing
    assert one.shown
    spasm.seen(8)
    assert set() == spasm.stands


# --- worse, severe --------------------------------------------------------------------------------


def test_growing_pain_is_noticed(spasm: Spasm) -> None:
    spasm.logs(3, 3, 3, 6, 6, 6)
    [reached] = spasm.reached(5)

    assert ("growing_worse", Urgency.SOON) == (reached.reason.id, reached.reason.urgency)
    assert "about 3" in reached.reason.because
    assert "about 6" in reached.reason.because


def test_seen_for_growing_pain_it_must_grow_again(spasm: Spasm) -> None:
    spasm.logs(3, 3, 3, 6, 6, 6)
    spasm.notice(5)
    spasm.seen(5)
    spasm.logs(6, 6, since=6)
    assert set() == spasm.reaches(7)
    spasm.logs(6, 9, 9, 9, since=8)

    assert "growing_worse" in spasm.reaches(11)


@pytest.mark.parametrize(
    ("pains", "noticed"),
    [
        ((7, 7, 7), True),
        ((8, 9), False),
        ((9, 6, 9), False),
        ((9, 9, 9, 6), False),
        ((2, 7, 8, 7), True),
    ],
)
def test_severe_pain_that_nothing_brings_down_for_three_days_is_noticed(
    spasm: Spasm, pains: tuple[int, ...], *, noticed: bool
) -> None:
    spasm.logs(*pains)

    assert noticed is ("severe_3_days" in spasm.reaches(len(pains) - 1))


def test_a_day_of_which_nothing_was_told_brought_no_relief(spasm: Spasm) -> None:
    spasm.log(0, 8)
    spasm.log(2, 9)
    [reached] = spasm.reached(2)

    assert Urgency.SAME_DAY is reached.reason.urgency
    assert (
        "For 3 days you have told of no pain below 8, and of nothing that helped."
        == reached.reason.because
    )


@pytest.mark.parametrize(
    "relief",
    [
        PainLog(8, Feel.BETTER),
        PainLog(8, helped=frozenset({Helped.HEAT})),
        SessionAfter("a-session", feel=Feel.BETTER),
    ],
)
def test_pain_that_something_relieved_is_not_called_unrelieved(spasm: Spasm, relief: Body) -> None:
    spasm.logs(8, 8)
    spasm.add(1.1, relief)
    spasm.log(2, 8)

    assert set() == spasm.reaches(2)


def test_what_brought_no_relief_breaks_no_run(spasm: Spasm) -> None:
    spasm.add(0, PainLog(8, Feel.SAME, not_helped=frozenset({Helped.HEAT})))
    spasm.add(1, SessionAfter("a-session", feel=Feel.SAME))
    spasm.add(2, PainLog(8, Feel.WORSE))

    assert {"severe_3_days"} == spasm.reaches(2)


# --- back again -----------------------------------------------------------------------------------


def came_back(spasm: Spasm, *begun: float, where: frozenset[Spot] = LOWER) -> None:
    for day in begun:
        spasm.over(day - 1)
        spasm.add(day, PainLog(4, spots=where))


def test_the_third_spasm_in_six_months_in_one_place_is_noticed(spasm: Spasm) -> None:
    came_back(spasm, 10, 80)
    assert set() == spasm.reaches(80)
    came_back(spasm, 150)
    [reached] = spasm.reached(150)

    assert "third_in_6_months" == reached.reason.id
    assert "It is spasm number 3 in six months" in reached.reason.because


def test_another_place_or_another_year_is_not_counted(spasm: Spasm) -> None:
    came_back(spasm, 10, 80)
    came_back(spasm, 100, where=frozenset({Spot(Area.NECK, Side.LEFT)}))
    assert set() == spasm.reaches(100)
    came_back(spasm, 220)
    assert set() == spasm.reaches(220)


def test_that_it_comes_back_stands_on_when_it_is_over(spasm: Spasm) -> None:
    came_back(spasm, 10, 80, 150)
    spasm.notice(150)
    spasm.over(155)

    assert {"third_in_6_months"} == spasm.stands


def test_seen_for_coming_back_the_same_spasm_is_not_told_again(spasm: Spasm) -> None:
    came_back(spasm, 10, 80, 150)
    spasm.notice(150)
    spasm.seen(151)
    spasm.log(152, 4)

    assert set() == spasm.reaches(152)
    came_back(spasm, 160)
    assert {"third_in_6_months"} == spasm.reaches(160)


# --- what was tried -------------------------------------------------------------------------------


def test_two_sessions_or_packs_that_made_it_worse_are_noticed(spasm: Spasm) -> None:
    spasm.log(0, 4)
    spasm.add(0.1, SessionAfter(spasm.add(0, session()).id, feel=Feel.WORSE))
    assert set() == spasm.reaches(1)
    spasm.add(1.1, PackAfter(spasm.add(1, pack(3)).id, pain=5))

    assert {"made_worse_twice"} == spasm.reaches(1)


def test_what_came_before_they_were_seen_is_not_counted_again(spasm: Spasm) -> None:
    spasm.log(0, 4)
    for day in (0.1, 0.2):
        spasm.add(day, session(End.WORSE))
    spasm.notice(0.3)
    spasm.seen(0.4)
    spasm.add(0.5, session(End.WORSE))

    assert set() == spasm.reaches(0.6)
    spasm.add(1, session(End.WORSE))
    assert {"made_worse_twice"} == spasm.reaches(1)


def test_one_session_counts_once(spasm: Spasm) -> None:
    done = spasm.add(0, session(End.WORSE, before=3))
    spasm.add(0, SessionAfter(done.id, 9, Feel.WORSE))
    spasm.add(0, SessionAfter("unknown", 9))
    spasm.add(0, SessionAfter(done.id, 9))
    spasm.add(0, SessionAfter(spasm.add(0, session(before=3)).id, 4))

    assert {done.id} == made_worse(spasm.entries)


def test_a_prescribed_medicine_that_did_not_help_leads_back_to_who_prescribed_it(
    spasm: Spasm,
) -> None:
    spasm.add(0, PainLog(4, not_helped=frozenset({Helped.MEDICINE})))
    assert set() == spasm.reaches(0)
    spasm.add(1, PainLog(4, not_helped=frozenset({Helped.PRESCRIBED})))

    assert {"prescribed_unhelped"} == spasm.reaches(1)


def test_what_was_tried_is_told_with_what_was_said_of_it(spasm: Spasm) -> None:
    spasm.add(0, PainLog(4, helped=frozenset({Helped.WALK, Helped.REST})))
    spasm.add(1, PainLog(4, helped=frozenset({Helped.REST}), not_helped=frozenset({Helped.WALK})))
    spasm.add(2, PackAfter(spasm.add(2, pack(5)).id, pain=5))
    spasm.add(2, PackAfter(spasm.add(2, pack(5, PackKind.HEAT)).id, pain=4))
    spasm.add(2, PackAfter(spasm.add(2, pack(None)).id, pain=4))
    spasm.add(3, SessionAfter("a-session", feel=Feel.BETTER))
    spasm.add(3, SessionAfter("a-session", pain=4))
    spasm.add(3, session())

    assert {
        Helped.WALK: Tried(1, 1, helps=False),
        Helped.REST: Tried(2, 0, helps=True),
        Helped.COLD: Tried(0, 1, helps=False),
        Helped.HEAT: Tried(1, 0, helps=True),
        Helped.STRETCH: Tried(1, 0, helps=True),
    } == tried(spasm.entries)
    assert {Helped.WALK, Helped.COLD} == not_helped(spasm.entries)


# --- a nerve --------------------------------------------------------------------------------------


def test_pain_that_falls_after_a_nerve_sign_is_no_comfort(spasm: Spasm) -> None:
    spasm.check(0, "leg_numb", pain=6)
    spasm.log(1, 5)
    assert set() == spasm.reaches(1)
    spasm.log(1.1, 2)
    [reached] = spasm.reached(1.1)

    assert Urgency.SAME_DAY is reached.reason.urgency
    assert "Your pain fell from 6 to 2" in reached.reason.because
    spasm.notice(1.1)
    spasm.over(2)
    assert {"eases_with_nerve_sign"} == spasm.stands


@pytest.mark.parametrize("before", [True, False])
def test_where_a_check_did_not_ask_the_pain_around_it_counts(spasm: Spasm, *, before: bool) -> None:
    spasm.log(0, 8)
    spasm.check(0.1 if before else -1, "saddle", pain=None)
    spasm.log(1, 3)

    assert "eases_with_nerve_sign" in spasm.reaches(1)


def test_a_nerve_sign_without_any_pain_said_says_nothing_of_the_pain(spasm: Spasm) -> None:
    spasm.check(0, "saddle", pain=None)

    assert set() == spasm.reaches(0)


def test_falling_pain_without_a_nerve_sign_or_with_a_mistaken_one_is_what_it_is(
    spasm: Spasm,
) -> None:
    spasm.check(0, "fever", pain=8)
    spasm.taken_back(0.1, spasm.check(0, "leg_numb", pain=8), "leg_numb")
    spasm.log(1, 2)

    assert set() == spasm.reaches(1)


def test_seen_for_it_a_nerve_sign_must_be_ticked_again(spasm: Spasm) -> None:
    spasm.check(0, "leg_numb", pain=6)
    spasm.log(1, 2)
    spasm.notice(1)
    spasm.seen(2)
    spasm.log(3, 1)
    assert set() == spasm.reaches(3)
    spasm.check(4, "leg_numb", pain=5)
    spasm.log(5, 1)

    assert {"eases_with_nerve_sign"} == spasm.reaches(5)


# --- never lower ----------------------------------------------------------------------------------

happenings = st.one_of(
    st.builds(PainLog, st.integers(0, 10), felt_at=st.none() | st.just(START)),
    st.builds(
        PainLog, st.integers(0, 10), not_helped=st.frozensets(st.sampled_from(Helped), max_size=2)
    ),
    st.builds(session, st.sampled_from(End)),
    st.builds(pack, st.integers(0, 10)),
    st.builds(Retracted, st.integers(0, 40).map("entry-{:04}".format)),
    st.just(About()),
)
lives = st.lists(st.tuples(st.floats(-3, 60), happenings), min_size=1, max_size=25)


@given(lives)
def test_nothing_that_happens_ever_lowers_what_is_reached(
    rules: Rules, life: list[tuple[float, Body]]
) -> None:
    """Entries in any order of time, some hidden again, some from before: the clock goes about."""
    spasm, urgency = Spasm(rules), Urgency.SELF_CARE
    for days, body in life:
        spasm.add(days, body)
        spasm.notice(days)

        assert spasm.urgency >= urgency
        urgency = spasm.urgency


@given(st.lists(st.integers(0, 10), min_size=1, max_size=50), st.integers(0, 10))
def test_a_worse_entry_never_lowers_it(rules: Rules, pains: list[int], more: int) -> None:
    spasm = Spasm(rules)
    for day, pain in enumerate(pains):
        spasm.log(day, pain)
        spasm.notice(day)
    before = spasm.urgency
    spasm.log(len(pains) - 1, min(10, max(pains) + more))
    spasm.notice(len(pains) - 1)

    assert spasm.urgency >= before


@given(st.integers(8, 60), st.floats(-500, 0))
def test_a_clock_that_is_set_back_lowers_nothing(rules: Rules, day: int, back: float) -> None:
    spasm = Spasm(rules)
    spasm.logs(*[5] * (day + 1))

    assert spasm.reaches(day) == spasm.reaches(back)


@given(lives, st.data())
def test_what_stands_and_what_comes_is_the_same_in_any_order_and_any_number_of_times(
    rules: Rules, life: list[tuple[float, Body]], data: st.DataObject
) -> None:
    spasm = Spasm(rules)
    for days, body in life:
        spasm.add(days, body)
        spasm.notice(days)
    shuffled = data.draw(st.permutations(spasm.entries))

    assert course_standing(spasm.entries) == course_standing(shuffled)
    now = moment(60)
    assert newly_reached(spasm.steps, spasm.entries, now) == newly_reached(
        spasm.steps, shuffled, now
    )


# --- hiding ---------------------------------------------------------------------------------------


def test_a_log_a_session_and_the_end_of_a_spasm_may_be_hidden(spasm: Spasm) -> None:
    for body in (PainLog(3), session(), SessionAfter("s"), EpisodeOver()):
        entry = spasm.add(0, body)
        assert Retracted(entry.id) == retraction_of(entry)


def test_what_keeps_somebody_safe_is_never_hidden(spasm: Spasm) -> None:
    check = spasm.check(0, "saddle")
    seen = spasm.add(0, CourseSeen("c", "s", START.date()))
    kept = [check, spasm.add(0, pack(3)), seen]
    for entry in kept:
        with pytest.raises(ValueError, match="may not be hidden"):
            retraction_of(entry)
        spasm.hide(1, entry)
        assert not may_be_hidden(entry.body)

    assert all(entry in without_hidden(spasm.entries) for entry in kept)


def test_a_session_takes_along_how_it_was_after_it(spasm: Spasm) -> None:
    done = spasm.add(0, session())
    spasm.add(0, SessionAfter(done.id, 9))
    other = spasm.add(0, SessionAfter("another", 2))
    spasm.hide(1, done)

    assert [other] == [one for one in without_hidden(spasm.entries) if one.id != "entry-0003"]


def test_a_step_is_not_reached_by_what_was_hidden(spasm: Spasm) -> None:
    spasm.logs(3, 3)
    for entry in [spasm.log(day, 9) for day in (2, 3, 4)]:
        spasm.hide(4, entry)

    assert set() == spasm.reaches(4)


def test_what_is_reached_by_a_log_stands_when_the_log_is_hidden(spasm: Spasm) -> None:
    severe = [spasm.log(day, 9) for day in range(3)]
    spasm.notice(2)
    for entry in severe:
        spasm.hide(3, entry)

    assert {"severe_3_days"} == spasm.stands
