"""Step by step: what is asked when, what may be answered, and how to go back."""

from math import inf, nan

import pytest
from tests.domain.walking import Person, Walk

from unspasm.domain.answers import Trend
from unspasm.domain.check_events import (
    UNSURE,
    Back,
    Choose,
    Confirm,
    Ending,
    NoneOfThese,
    NotSure,
    Number,
    Refusal,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState
from unspasm.domain.entries import About
from unspasm.domain.rules import Page, PageKind, Rules


def steps(state: CheckState) -> list[str]:
    return [step.id for step in state.steps]


def walked(rules: Rules, person: Person) -> CheckState:
    return Walk(rules).to_the_end(person)


# --- order ----------------------------------------------------------------------------------------


def test_the_three_now_pages_come_first(rules: Rules) -> None:
    first = rules.steps[:3]

    assert all(isinstance(step, Page) and step.kind is PageKind.NOW for step in first)


def test_steps_come_up_in_the_order_of_content(rules: Rules) -> None:
    state = walked(rules, Person(days=30, yes=frozenset({"maybe_pregnant", "side_waves"})))
    order = [step.id for step in rules.steps]

    assert sorted(steps(state), key=order.index) == steps(state)


def test_a_complete_check_has_answered_every_step_that_applies(rules: Rules) -> None:
    state = walked(rules, Person(age=70, days=30, yes=frozenset({"belly_side", "thinner"})))

    assert Ending.COMPLETE is state.ending
    assert frozenset(steps(state)) <= state.confirmed


# --- what applies ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("age", "asked"), [(10, False), (11, True), (59, True), (60, False)])
def test_pregnancy_is_asked_from_11_to_59(rules: Rules, age: int, *, asked: bool) -> None:
    assert asked is ("pregnancy" in steps(walked(rules, Person(age=age))))


@pytest.mark.parametrize(("age", "asked"), [(64, False), (65, True)])
def test_what_set_it_off_is_asked_from_65(rules: Rules, age: int, *, asked: bool) -> None:
    assert asked is ("began_with" in steps(walked(rules, Person(age=age))))


@pytest.mark.parametrize("sign", ["bones", "thinner"])
def test_what_set_it_off_is_asked_of_weak_bones_and_blood_thinners(rules: Rules, sign: str) -> None:
    assert "began_with" in steps(walked(rules, Person(yes=frozenset({sign}))))
    assert "began_with" in steps(walked(rules, Person(unsure=frozenset({sign}))))


@pytest.mark.parametrize(("days", "asked"), [(21, False), (21.5, True), (22, True)])
def test_the_long_page_is_asked_after_21_days(rules: Rules, days: float, *, asked: bool) -> None:
    assert asked is ("long" in steps(walked(rules, Person(days=days))))


@pytest.mark.parametrize("sign", ["belly_side", "side_waves"])
def test_the_side_page_is_asked_of_pain_at_the_side(rules: Rules, sign: str) -> None:
    assert "side_pain" in steps(walked(rules, Person(yes=frozenset({sign}))))


@pytest.mark.parametrize("sign", ["pregnant", "maybe_pregnant"])
def test_the_pregnancy_page_is_asked_of_those_who_are_or_could_be(rules: Rules, sign: str) -> None:
    asked = steps(walked(rules, Person(yes=frozenset({sign}))))

    assert "bleeding_signs" in asked
    assert ("pregnant_signs" in asked) is (sign == "pregnant")


def test_not_sure_of_being_pregnant_brings_the_pregnancy_page(rules: Rules) -> None:
    state = walked(rules, Person(unsure=frozenset({"pregnant"})))

    assert "pregnant_signs" in steps(state)
    assert state.answers.unsure == frozenset({"pregnant", "maybe_pregnant"})


# --- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "value"),
    [
        *(("age", value) for value in (-1, 121, 40.5, None, nan, inf, -inf)),
        *(("days", value) for value in (-0.1, 36_501, None, nan, inf)),
        *(("pain", value) for value in (-1, 11, 6.5, None, nan)),
    ],
)
def test_a_number_out_of_range_is_refused(rules: Rules, step: str, value: float | None) -> None:
    walk = Walk(rules)
    walk.to(step)

    walk.tell(Number(value))

    assert Refusal.OUT_OF_RANGE is walk.state.refusal
    assert step == walk.state.at
    assert step not in walk.state.numbers


@pytest.mark.parametrize(
    ("step", "value"),
    [("age", 0), ("age", 120), ("days", 0), ("days", 0.04), ("days", 36_500), ("pain", 10)],
)
def test_a_number_in_range_is_taken(rules: Rules, step: str, value: float) -> None:
    walk = Walk(rules)
    walk.to(step)

    walk.tell(Number(value))

    assert step != walk.state.at
    assert value == walk.state.numbers[step]


def test_numbers_become_answers_once_they_are_confirmed(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("pain", Person(age=31, days=2.5))

    assert (walk.state.answers.age, walk.state.answers.days) == (31, 2.5)
    assert walk.state.answers.pain is None

    walk.tell(Number(7))

    assert walk.state.answers.pain == 7


@pytest.mark.parametrize("event", [NoneOfThese(typed=True), Confirm(typed=True), Choose(0)])
def test_only_a_number_answers_a_number_question(
    rules: Rules, event: NoneOfThese | Confirm | Choose
) -> None:
    walk = Walk(rules)
    walk.to("days")

    walk.tell(event)

    assert walk.state.at == "days"


# --- choices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "trend"),
    [
        (0, Trend.IMPROVING),
        (1, Trend.NOT_IMPROVING),
        (2, Trend.WORSENING),
        (UNSURE, Trend.UNKNOWN),
    ],
)
def test_the_trend_is_what_was_chosen(rules: Rules, option: int, trend: Trend) -> None:
    walk = Walk(rules)
    walk.to("trend")
    assert Trend.UNKNOWN is walk.state.answers.trend

    walk.tell(Choose(option))

    assert trend is walk.state.answers.trend


@pytest.mark.parametrize("option", [-2, 3, 99])
def test_an_option_that_is_not_there_is_refused(rules: Rules, option: int) -> None:
    walk = Walk(rules)
    walk.to("trend")

    walk.tell(Choose(option))

    assert Refusal.OUT_OF_RANGE is walk.state.refusal
    assert walk.state.at == "trend"


def test_the_first_option_stands_for_no_sign(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("recurrence")

    walk.tell(Choose(0))

    assert walk.state.yes | walk.state.unsure == frozenset()


def test_a_choice_made_anew_takes_the_place_of_the_first(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("recurrence")

    walk.tell(Choose(1))
    assert walk.state.answers.yes == frozenset({"first_ever_episode"})
    walk.tell(Back(), Choose(2))
    assert walk.state.answers.yes == frozenset({"recurrent_same_place_3plus"})
    walk.tell(Back(), Choose(UNSURE))
    assert walk.state.answers.yes == frozenset()
    assert walk.state.answers.unsure == frozenset(
        {"first_ever_episode", "recurrent_same_place_3plus"}
    )
    walk.tell(Back(), Choose(0))
    assert walk.state.answers.true == frozenset()


def test_a_number_answers_no_choice(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("trend")

    walk.tell(Number(1))

    assert walk.state.at == "trend"


# --- ticks ----------------------------------------------------------------------------------------


def test_ticking_again_changes_nothing(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("saddle"))
    once = walk.state
    walk.tell(Tick("saddle"), Tick("saddle"))

    assert once == walk.state


def test_a_mark_takes_the_place_of_the_one_before(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("saddle"), NotSure("saddle"))
    assert (walk.state.yes, walk.state.unsure) == (frozenset(), frozenset({"saddle"}))
    walk.tell(Tick("saddle"))
    assert (walk.state.yes, walk.state.unsure) == (frozenset({"saddle"}), frozenset())
    walk.tell(Untick("saddle"))
    assert (walk.state.yes, walk.state.unsure) == (frozenset(), frozenset())


def test_not_sure_first_shows_how_to_find_out(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(NotSure("saddle"))
    assert walk.state.hint == "saddle"
    walk.tell(Untick("saddle"))
    assert walk.state.hint is None


def test_a_hint_goes_with_its_page(rules: Rules) -> None:
    walk = Walk(rules)
    walk.show()

    walk.tell(NotSure("limb_mild"), Confirm())

    assert walk.state.at == "chest"
    assert walk.state.hint is None


def test_a_tick_counts_for_nothing_until_its_page_is_confirmed(rules: Rules) -> None:
    walk = Walk(rules)
    walk.show()

    walk.tell(Tick("limb_mild"))
    assert walk.state.answers.true == frozenset()
    walk.tell(Confirm())
    assert frozenset(rules.signs["limb_mild"].covers) == walk.state.answers.yes


# --- back -----------------------------------------------------------------------------------------


def test_there_is_no_way_back_from_the_first_step(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Back())

    assert Refusal.FIRST_STEP is walk.state.refusal
    assert walk.state.at == "legs"


def test_back_keeps_the_ticks_and_asks_again(rules: Rules) -> None:
    walk = Walk(rules)
    walk.show()
    walk.tell(Tick("limb_mild"), Confirm())

    walk.tell(Back())

    assert walk.state.at == "legs"
    assert [sign.id for sign in walk.state.ticked_here] == ["limb_mild"]
    assert "legs" not in walk.state.confirmed
    assert walk.state.answers.true == frozenset()


def test_back_over_several_steps_asks_each_of_them_again(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("days")

    walk.tell(Back(), Back(), Back())
    assert walk.state.at == "ill"

    asked = []
    for state in walk.steps_to(lambda state: state.at == "days"):
        asked.append(state.at)
        walk.answer(Person())
    assert asked == ["ill", "age", "pregnancy"]


def test_another_answer_after_going_back_brings_what_then_applies(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("trend", Person(days=2))

    walk.tell(Back(), Back())
    walk.to_the_end(Person(days=30))

    assert Ending.COMPLETE is walk.state.ending
    assert "long" in walk.state.confirmed


def test_another_answer_after_going_back_drops_what_no_longer_applies(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("days", Person(age=50))

    walk.tell(Back(), Back())
    walk.to_the_end(Person(age=60))

    assert Ending.COMPLETE is walk.state.ending
    assert "pregnancy" not in steps(walk.state)


# --- what is known already ------------------------------------------------------------------------


def test_the_age_is_not_asked_again_in_the_same_year(rules: Rules) -> None:
    walk = Walk(rules, About(year_of_birth=1986, said_in=2026))
    walk.to("pregnancy")

    assert not [event for event in walk.events if isinstance(event, Number)]
    assert walk.state.answers.age == 40


def test_the_age_is_asked_again_in_another_year_with_the_last_one_filled_in(rules: Rules) -> None:
    walk = Walk(rules, About(year_of_birth=1986, said_in=2025))
    walk.to("age")

    assert walk.state.numbers == {"age": 40}
    assert walk.state.answers.age is None


def test_an_age_that_was_never_said_is_asked(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("age")

    assert walk.state.numbers == {}


def test_a_kept_age_can_be_corrected_by_going_back(rules: Rules) -> None:
    walk = Walk(rules, About(year_of_birth=1986, said_in=2026))
    walk.to("pregnancy")

    walk.tell(Back())
    assert walk.state.at == "age"
    walk.tell(Number(41))

    assert walk.state.answers.age == 41


def test_lasting_signs_are_filled_in_but_count_only_when_confirmed(rules: Rules) -> None:
    about = About(
        lasting_yes=frozenset({"bones"}),
        lasting_unsure=frozenset({"cancer"}),
        lasting_known=True,
    )
    known = Person(yes=frozenset({"bones"}), unsure=frozenset({"cancer"}))
    walk = Walk(rules, about)
    walk.to("lasting", known)

    assert walk.state.already_known
    assert {sign.id for sign in walk.state.ticked_here} == {"bones", "cancer"}
    assert walk.state.answers.true == frozenset()

    walk.show()
    walk.tell(Confirm())

    assert walk.state.answers.yes == frozenset({"osteoporosis", "steroids_long"})
    assert walk.state.answers.unsure == frozenset({"cancer_history"})


def test_only_the_lasting_page_can_be_known(rules: Rules) -> None:
    walk = Walk(rules, About(lasting_known=True))
    known = []
    for state in walk.steps_to(lambda state: state.ending is not None):
        if state.already_known:
            known.append(state.at)
        walk.answer(Person(days=30, yes=frozenset({"maybe_pregnant", "belly_side"})))

    assert known == ["lasting"]


def test_signs_that_content_no_longer_has_are_forgotten(rules: Rules) -> None:
    about = About(
        lasting_yes=frozenset({"gone_from_content"}),
        lasting_unsure=frozenset({"gone_as_well"}),
        lasting_known=True,
    )

    state = Walk(rules, about).to_the_end()

    assert state.yes | state.unsure == frozenset()
