"""The page for a clinician, as values."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.made_up import entries as any_entries
from tests.journal.made_up import histories
from tests.report.pages import HOUR, START, Life, moment, year_of

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Trend
from unspasm.domain.clinician_page import clinician_page
from unspasm.domain.clinician_signs import Became, Outcome, TickedSign
from unspasm.domain.clinician_values import Eases, MyActivity, Part, TriedWith, Wanted
from unspasm.domain.course_entries import CourseSeen
from unspasm.domain.course_record import course_standing, seen_for
from unspasm.domain.entries import (
    About,
    Called,
    Check,
    Entry,
    EpisodeOver,
    Lapsed,
    Said,
    SettledAnswer,
)
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    Retracted,
    SetOff,
    Side,
    Spot,
)
from unspasm.domain.moment import Stamp
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn
from unspasm.domain.urgency import Urgency


@pytest.fixture
def life(catalogue: Catalogue) -> Life:
    """Nothing has been said yet."""
    return Life(catalogue)


def sign_in(life: Life, name: str, days: float = 9) -> TickedSign:
    """One sign of the page."""
    (found,) = [sign for sign in life.page(days).signs if sign.id == name]
    return found


# --- how bad --------------------------------------------------------------------------------------


def test_without_entries_there_is_nothing_to_tell(life: Life) -> None:
    page = life.page(0)

    assert page.nothing_told
    assert (page.how_bad, page.began, page.course, page.heavy_week) == (None, None, None, None)
    assert page.since == page.until == date(2026, 5, 1)


def test_the_pain_is_that_of_the_latest_spasm(life: Life) -> None:
    life.add(0, PainLog(10))
    life.add(1, EpisodeOver())
    for day, pain in enumerate((6, 7, 2, 3)):
        life.add(30 + day, PainLog(pain))
    page = life.page(40)

    assert page.how_bad is not None
    bad = page.how_bad
    assert (bad.latest.pain, bad.worst.pain, bad.best.pain) == (3, 7, 2)
    assert (bad.first_days, bad.last_days, bad.times) == (6, 3, 4)
    assert [one.pain for one in page.readings] == [6, 7, 2, 3]
    assert [one.day.day for one in page.days] == [31, 1, 2, 3]
    assert page.course is not None
    assert (page.course.first.pain, page.course.latest.pain) == (6, 3)
    assert page.course.trend is Trend.UNKNOWN


def test_what_is_hidden_is_not_told(life: Life) -> None:
    life.add(0, PainLog(3))
    slip = life.add(1, PainLog(10, note="a slip", helped=frozenset({Helped.COLD})))
    life.add(1.1, Retracted(slip.id))
    page = life.page(2)

    assert page.how_bad is not None
    assert page.how_bad.worst.pain == 3
    assert not page.notes
    assert not page.eases


# --- what eases it, what was tried ----------------------------------------------------------------


def test_what_helped_is_counted_and_so_is_what_did_not(life: Life) -> None:
    for day in range(3):
        life.add(
            day,
            PainLog(5, helped=frozenset({Helped.WALK}), not_helped=frozenset({Helped.MEDICINE})),
        )

    assert life.page(4).eases == (Eases(Helped.WALK, 3, 0), Eases(Helped.MEDICINE, 0, 3))


def test_packs_and_sessions_tell_the_pain_before_and_after(life: Life) -> None:
    life.pack(0, PackKind.COLD, 6, 4)
    life.pack(1, PackKind.COLD, 6, 9)
    life.session(2, 5, 5)
    page = life.page(3)

    assert page.tried == (
        TriedWith(Helped.COLD, 2, 24, 2, 6, 6.5, 1),
        TriedWith(Helped.STRETCH, 1, 9, 1, 5, 5, 0),
    )


def test_a_pack_that_never_touched_the_skin_was_none(life: Life) -> None:
    stamp = Stamp(START, 0.0, "here")
    pack = life.add(0, PackOn(PackKind.HEAT, 12, stamp))
    off = PackOff(pack.id, PackKind.HEAT, Ended.UNTOUCHED, stamp, None, None)
    life.add(0.1, off)
    assert not life.page(1).tried

    life.add(0.2, PackOn(PackKind.HEAT, 12, stamp))
    assert life.page(1).tried == (TriedWith(Helped.HEAT, 1, 0, 0, None, None, 0),)


# --- when, how often, what is known ---------------------------------------------------------------


def test_it_began_when_the_person_says_so(life: Life) -> None:
    check = life.check(3, pain=5)
    assert isinstance(check.body, Check)
    said = replace(check.body, answers=replace(check.body.answers, days=2))
    life.entries[-1] = replace(check, body=said)
    page = life.page(5)

    assert page.began is not None
    assert (page.began.on, page.began.day, page.began.over_on) == (date(2026, 5, 2), 4, None)
    assert page.began.first_told == date(2026, 5, 4)

    life.add(6, EpisodeOver())
    began = life.page(60).began
    assert began is not None
    assert (began.day, began.over_on) == (5, date(2026, 5, 7))


def test_every_spasm_of_these_days_is_told_the_latest_first(life: Life) -> None:
    life.add(0, PainLog(4))
    life.add(5, EpisodeOver())
    life.check(20, pain=7)
    life.add(21, Background(how_often=HowOften.MONTHLY))
    life.add(22, Background(heavy_week=True))
    page = life.page(23)

    assert page.often is not None
    assert page.often.said is HowOften.MONTHLY
    assert page.often.spasms == (
        (date(2026, 5, 21), None, 7),
        (date(2026, 5, 1), date(2026, 5, 6), 4),
    )
    assert page.heavy_week is not None
    assert (page.heavy_week.was, page.heavy_week.said_on) == (True, date(2026, 5, 23))


def test_the_latest_words_about_conditions_count(life: Life) -> None:
    life.add(0, Background("a disc"))
    life.add(1, Background("a disc, and gout"))
    life.add(2, Background(heavy_week=False))
    life.add(
        0,
        About(
            year_of_birth=1986,
            said_in=2026,
            pregnancy="no",
            lasting_yes=frozenset({"diabetes", "unheard_of"}),
            lasting_unsure=frozenset({"thinner"}),
            lasting_known=True,
        ),
    )
    known = life.page(3).conditions

    assert known is not None
    assert known.own_words == "a disc, and gout"
    assert known.lasting == ("You have diabetes", "unheard_of")
    assert known.lasting_unsure == ("You take a blood thinner",)
    assert (known.asked, known.age, known.pregnancy) == (True, 40, "no")


def test_places_and_what_set_it_off_are_counted_the_most_often_first(life: Life) -> None:
    left, low = Spot(Area.BUTTOCK, Side.LEFT), Spot(Area.LOWER)
    life.add(0, PainLog(4, spots=frozenset({left, low}), set_off=frozenset({SetOff.WORK})))
    life.add(1, PainLog(4, spots=frozenset({left}), set_off=frozenset({SetOff.COLD, SetOff.WORK})))
    page = life.page(2)

    assert page.where == ((left, 2), (low, 1))
    assert page.set_off == ((SetOff.WORK, 2), (SetOff.COLD, 1))


def test_my_activities_are_told_by_their_latest_names(life: Life) -> None:
    life.add(0, MyActivities(("run", "sit")))
    life.add(1, PainLog(4, activities={"run": 2, "sit": 5}))
    life.add(2, PainLog(4, activities={"run": 6}))
    life.add(3, MyActivities(("run", "swim")))
    first, last = date(2026, 5, 2), date(2026, 5, 3)

    assert life.page(4).my_activities == (
        MyActivity("run", 2, first, 6, last),
        MyActivity("swim", None, None, None, None),
    )


def test_notes_bear_the_time_that_they_speak_of(life: Life) -> None:
    life.add(3, PainLog(4, note="late", felt_at=START))
    life.add(1, PainLog(4, note="second"))
    life.add(2, PainLog(4, note="  \n"))
    page = life.page(4)

    assert [note.text for note in page.notes] == ["second", "late"]
    assert page.notes[1].at == (START + HOUR).replace(tzinfo=None)


# --- signs ----------------------------------------------------------------------------------------


def test_every_sign_bears_its_words_its_day_and_what_became_of_it(life: Life) -> None:
    first = life.check(0, "saddle", "fever", "leg_one")
    life.taken_back(0.1, first, "saddle")
    life.add(0.2, Called(first.id))
    life.add(1, Lapsed(first.id, frozenset({"fever"})))

    saddle, fever, leg = (sign_in(life, name) for name in ("saddle", "fever", "leg_one"))
    assert saddle.words.startswith("Numb, tingling or changed feeling")
    assert saddle.urgency is Urgency.EMERGENCY
    assert saddle.ticks[0].at.date() == date(2026, 5, 1)
    assert saddle.ticks[0].outcomes == (Outcome(Became.MISTAKE, date(2026, 5, 1)),)
    assert saddle.ticks[0].called_on == date(2026, 5, 1)
    assert fever.ticks[0].outcomes == (Outcome(Became.LAPSED, date(2026, 5, 2)),)
    assert leg.ticks[0].outcomes == (Outcome(Became.NOTED),)
    assert not any(sign.stands for sign in (saddle, fever, leg))


def test_what_warns_of_nothing_is_no_warning_sign(life: Life) -> None:
    told = life.check(0, "fever")
    assert isinstance(told.body, Check)
    calm = [replace(one, urgency=Urgency.SELF_CARE) for one in told.body.reasons]
    life.entries[-1] = replace(told, body=replace(told.body, reasons=tuple(calm)))

    assert () == life.page(1).signs


def test_a_sign_that_nobody_has_seen_stands_and_comes_first(life: Life) -> None:
    seen = life.check(0, "saddle")
    life.seen(1, seen, Said.NOT_YET)
    life.check(2, unsure=("fever",))
    page = life.page(3)

    assert [sign.id for sign in page.signs if not sign.together] == ["fever", "saddle"]
    fever, saddle = (sign_in(life, name) for name in ("fever", "saddle"))
    assert fever.stands
    assert fever.ticks[0].unsure
    assert saddle.ticks[0].outcomes == (Outcome(Became.SEEN, date(2026, 5, 2), Said.NOT_YET),)


def test_a_sign_that_was_ticked_again_is_told_once_with_every_day(life: Life) -> None:
    for day in (0, 2, 4):
        life.check(day, "fever")
    fever = sign_in(life, "fever")

    assert [tick.at.day for tick in fever.ticks] == [1, 3, 5]
    assert life.page(9).checks == 3
    assert life.page(9).last_check == date(2026, 5, 5)


def test_what_was_said_of_a_sign_after_it_was_seen_is_told(life: Life) -> None:
    first = life.check(0, "fever")
    life.seen(1, first)
    later = life.check(5)
    assert isinstance(later.body, Check)
    answered = replace(later.body, settled={"fever": SettledAnswer.GONE})
    life.entries[-1] = replace(later, body=answered)

    assert sign_in(life, "fever").later == (date(2026, 5, 6), SettledAnswer.GONE)


def test_steps_of_the_course_say_what_became_of_them(catalogue: Catalogue) -> None:
    life = year_of(catalogue)
    steps = {step.step: step for step in life.page(177).steps}
    assert len(steps) > 2
    assert all(step.stands for step in steps.values())

    standing = course_standing(life.entries)
    for body in seen_for(standing[0], date(2026, 10, 25)):
        life.add(178, body)
    for body in seen_for(standing[-1], date(2026, 10, 25), mistaken=True):
        life.add(178, body)
    ends = frozenset(one.entry.id for one in course_standing(life.entries))
    life.add(179, EpisodeOver(ends))
    became = {outcome.became for step in life.page(180).steps for outcome in step.outcomes}
    assert {Became.SEEN, Became.MISTAKE} <= became
    assert any(isinstance(entry.body, CourseSeen) for entry in life.entries)


def test_a_step_of_other_days_is_told_only_while_it_stands(catalogue: Catalogue) -> None:
    life = year_of(catalogue)
    later = Wanted(date(2026, 11, 1))
    standing = course_standing(life.entries)
    assert life.page(190, later).steps

    for one in standing:
        for body in seen_for(one, date(2026, 10, 25)):
            life.add(178, body)
    assert not life.page(190, later).steps


def test_a_step_may_be_over_with_its_spasm(catalogue: Catalogue) -> None:
    life = Life(catalogue)
    for day in range(10):
        life.add(day, PainLog(6))
        life.notice(day + 0.1)
    ends = frozenset(one.entry.id for one in course_standing(life.entries))
    life.add(11, EpisodeOver(ends))
    (step,) = life.page(12).steps

    assert step.outcomes == (Outcome(Became.OVER, date(2026, 5, 12)),)


# --- which days, and which parts ------------------------------------------------------------------


def test_only_the_wanted_days_are_told(life: Life) -> None:
    for day in range(10):
        life.add(day, PainLog(day, note=f"day {day}"))
    page = life.page(20, Wanted(date(2026, 5, 4), date(2026, 5, 6)))

    assert [note.text for note in page.notes] == ["day 5", "day 4", "day 3"]
    assert [one.pain for one in page.readings] == [3, 4, 5]
    assert (page.since, page.until) == (date(2026, 5, 4), date(2026, 5, 6))
    assert life.page(20, Wanted(date(2026, 5, 18))).nothing_told


def test_what_stands_is_told_whatever_the_days(life: Life) -> None:
    life.check(0, "saddle", "leg_one")
    page = life.page(20, Wanted(date(2026, 5, 15)))

    assert [sign.id for sign in page.signs if not sign.together] == ["saddle"]
    assert not page.nothing_told


@pytest.mark.parametrize("part", Part)
def test_any_part_can_be_left_out(catalogue: Catalogue, part: Part) -> None:
    life = year_of(catalogue)
    whole, less = life.page(177), life.page(177, Wanted(without=frozenset({part})))
    fields = {
        Part.PAIN: ("how_bad",),
        Part.CHART: ("readings", "days"),
        Part.EASES: ("eases",),
        Part.BEGAN: ("began",),
        Part.CONDITIONS: ("conditions",),
        Part.OFTEN: ("often",),
        Part.ACTIVITY: ("heavy_week",),
        Part.WHERE: ("where",),
        Part.SET_OFF: ("set_off",),
        Part.MY_ACTIVITIES: ("my_activities",),
        Part.COURSE: ("course", "steps"),
        Part.SIGNS: ("signs", "checks", "last_check"),
        Part.TRIED: ("tried",),
        Part.NOTES: ("notes",),
    }[part]

    assert less.left_out == (part,)
    for field in fields:
        assert getattr(whole, field)
        assert not getattr(less, field)
    kept = {name: getattr(whole, name) for name in fields}
    assert replace(less, left_out=(), **kept) == whole


# --- whatever was kept ----------------------------------------------------------------------------


@given(st.lists(any_entries, max_size=12) | histories(), st.randoms())
def test_any_entries_in_any_order_give_one_page(kept: list[Entry], chance: Random) -> None:
    known = list(kept)
    now = moment(1)
    page = clinician_page(known, {}, now, Wanted())
    chance.shuffle(known)

    assert page == clinician_page(known, {}, now, Wanted())


@given(histories())
def test_every_reason_of_every_check_is_told(kept: list[Entry]) -> None:
    page = clinician_page(kept, {}, moment(1), Wanted())
    told = {(tick.check, sign.id) for sign in page.signs for tick in sign.ticks}

    bodies = [(one.id, one.body) for one in kept]
    assert told == {
        (name, reason.id)
        for name, body in bodies
        if isinstance(body, Check)
        for reason in body.reasons
    }
    assert page.until - page.since >= timedelta(0)
