"""Rules 2, 3 and 4: not sure counts, order does not, and nothing comes before its time."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.walking import Person, Walk, back_and_forth
from tests.safety.tables import closed_by, facts_table, mild

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.assess import assess
from unspasm.domain.care import write_card
from unspasm.domain.check_events import (
    UNSURE,
    Back,
    Choose,
    Confirm,
    Ending,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Shown,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, signs_here
from unspasm.domain.entries import About, SettledAnswer
from unspasm.domain.locks import Lock
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Rules
from unspasm.domain.urgency import Urgency

SIGNS = (
    # Some of every page and of every urgency; the pages that only come up when they apply, too.
    *("limb_mild", "saddle", "chest", "fever", "pee_change", "side_waves", "painkiller"),
    *("leg_one", "severe", "night", "skin_shape", "belly_beat", "belly_side", "sick"),
    *("upper_back", "deep_breath", "night_sweats", "everyday"),
    *("infection_risk", "bones", "thinner", "cancer", "diabetes", "new_medicine"),
    *("leg_numb", "all_over", "keep_still", "bleeding", "waters"),
    *("morning_stiff", "better_moving", "heavy_legs"),
)
CHOSEN = ("maybe_pregnant", "pregnant", "first_ever", "recurrent", "small_fall", "lift_twist")
BRINGS_UP = {
    "leg_feeling": "leg_one",
    "sore_all_over": "new_medicine",
    "bleeding_signs": "pregnant",
    "pregnant_signs": "pregnant",
}
"""Pages that only come up when they apply, and a sign that makes them."""
MILD_SIGNS = tuple(
    sign for sign in SIGNS if sign not in {"saddle", "chest", "fever", "side_waves", "waters"}
)


@st.composite
def people(draw: st.DrawFn, signs: tuple[str, ...] = SIGNS) -> Person:
    """Somebody with a few signs, one answer to each choice, and any numbers."""
    yes = draw(st.frozensets(st.sampled_from(signs), max_size=4))
    unsure = draw(st.frozensets(st.sampled_from(signs), max_size=2)) - yes
    chosen = draw(st.frozensets(st.sampled_from(CHOSEN[::2]), max_size=3))
    return Person(
        yes=yes | chosen,
        unsure=unsure,
        age=draw(st.integers(5, 90)),
        days=draw(st.sampled_from([0, 0.5, 3, 8, 15, 22, 50, 100])),
        pain=draw(st.integers(0, 10)),
        trend=draw(st.sampled_from(Trend)),
    )


# --- order ----------------------------------------------------------------------------------------


def wander(walk: Walk, person: Person, chance: Random) -> CheckState:
    """Answer as the person does, but out of order, with slips and going back and forth."""
    for state in walk.steps_to(lambda state: state.ending is not None):
        signs = [sign.id for sign in signs_here(state.step)]
        if signs and not isinstance(state.step, ChoiceQuestion):
            walk.show()
            for sign in chance.sample(signs, len(signs)):
                slips: list[Event] = [Tick(sign), NotSure(sign), Untick(sign)]
                walk.tell(chance.choice(slips))
            for sign in chance.sample(signs, len(signs)):
                right: Event = Untick(sign)
                if sign in person.yes:
                    right = Tick(sign)
                elif sign in person.unsure:
                    right = NotSure(sign)
                walk.tell(right)
            if chance.random() < 0.3:
                back_and_forth(walk, chance.randint(1, 3), person)
                continue
        walk.answer(person)
    return walk.state


@given(people(), st.integers(0, 10**6).map(Random))
def test_the_order_of_answers_never_matters(rules: Rules, person: Person, chance: Random) -> None:
    straight = Walk(rules).to_the_end(person)
    wandering = wander(Walk(rules), person, chance)

    assert straight.ending is wandering.ending
    assert straight.check == wandering.check


@given(people(), st.integers(0, 10**6).map(Random))
def test_the_order_of_facts_never_matters(rules: Rules, person: Person, chance: Random) -> None:
    answers = person.answers(rules)
    yes, unsure = sorted(answers.yes), sorted(answers.unsure)
    chance.shuffle(yes)
    chance.shuffle(unsure)

    shuffled = Answers(
        answers.age, answers.days, answers.pain, answers.trend, frozenset(yes), frozenset(unsure)
    )
    assert assess(rules, answers) == assess(rules, shuffled)


# --- not sure -------------------------------------------------------------------------------------


@given(people())
def test_not_sure_reaches_the_urgency_of_yes(rules: Rules, person: Person) -> None:
    sure = person.answers(rules)
    unsure = Answers(sure.age, sure.days, sure.pain, sure.trend, frozenset(), sure.true)

    assert assess(rules, sure).urgency is assess(rules, unsure).urgency


def test_not_sure_of_any_sign_is_a_reason_through_the_checklist(rules: Rules) -> None:
    for sign in rules.signs.values():
        if sign.urgency is Urgency.SELF_CARE and sign.locks is Lock.NOTHING:
            continue
        page = rules.home_of[sign.id]
        brings = {
            "pregnant_signs": "pregnant",
            "leg_feeling": "leg_one",
            "sore_all_over": "new_medicine",
        }
        yes = frozenset({brings[page]} if page in brings else ())
        days = 22 if page == "long" else 1
        person = Person(yes=yes, unsure=frozenset({sign.id}), days=days, pain=1)

        reasons = Walk(rules).to_the_end(person).check.reasons

        assert (sign.id, sign.urgency) in [(one.id, one.urgency) for one in reasons]


def test_not_sure_of_a_same_day_sign_closes_floor_work_only(rules: Rules) -> None:
    for sign in rules.signs.values():
        if sign.urgency is Urgency.SAME_DAY:
            closed = closed_by(assess(rules, mild(unsure=frozenset(sign.covers))))

            assert Lock.FLOOR.closes == closed, sign.id


def test_not_sure_of_any_other_sign_closes_what_yes_closes(rules: Rules) -> None:
    for sign in rules.signs.values():
        if sign.urgency is not Urgency.SAME_DAY:
            closed = closed_by(assess(rules, mild(unsure=frozenset(sign.covers))))

            assert sign.locks.closes == closed, sign.id


@pytest.mark.parametrize(
    ("yes", "unsure", "lock"),
    [
        (["flank_pain", "nausea_vomiting"], [], Lock.SESSIONS_AND_PACKS),
        (["flank_pain"], ["nausea_vomiting"], Lock.FLOOR),
        ([], ["flank_pain", "nausea_vomiting"], Lock.FLOOR),
        (["upper_back_site"], ["nausea_vomiting"], Lock.ALL),
        ([], ["upper_back_site", "nausea_vomiting"], Lock.ALL),
        # a yes that suffices makes the raise sure, whatever else is not
        (["flank_pain", "nausea_vomiting"], ["belly_pain"], Lock.SESSIONS_AND_PACKS),
    ],
)
def test_what_counts_together_is_unsure_when_it_needs_something_unsure(
    rules: Rules, yes: list[Fact], unsure: list[Fact], lock: Lock
) -> None:
    assessment = assess(rules, mild(*yes, unsure=frozenset(unsure)))

    assert lock.closes == closed_by(assessment)


def test_a_sign_with_a_yes_among_its_facts_is_sure(rules: Rules) -> None:
    assessment = assess(rules, mild("fever", unsure=frozenset({"shivering"})))

    assert [reason.unsure for reason in assessment.reasons] == [False]
    assert Lock.SESSIONS_AND_PACKS.closes == closed_by(assessment)


@pytest.mark.parametrize("fact", sorted(facts_table().facts))
def test_the_card_says_that_not_sure_counts_as_yes(catalogue: Catalogue, fact: Fact) -> None:
    rules, words = catalogue.rules, catalogue.care
    answers = mild(unsure=frozenset({fact}))
    assessment = assess(rules, answers)
    card = write_card(rules, words, answers, assessment, About(), words.reviewed)

    assert bool(assessment.reasons) is (words.shared.unsure in card.notes)


# --- nothing before its time ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def any_event(rules: Rules) -> st.SearchStrategy[Event]:
    """Any key at any moment, whether it fits or not."""
    sign = st.sampled_from(sorted(rules.signs))
    return st.one_of(
        st.builds(Tick, sign),
        st.builds(NotSure, sign),
        st.builds(Untick, sign),
        st.builds(Shown, st.frozensets(sign)),
        st.builds(NoneOfThese, st.booleans()),
        st.builds(Confirm, st.booleans()),
        st.builds(Number, st.one_of(st.none(), st.floats(), st.integers(-1, 130).map(float))),
        st.builds(Choose, st.sampled_from([UNSURE, -2, 0, 1, 2, 3, 9]), st.booleans()),
        st.builds(StillSettled, st.sampled_from(SettledAnswer), st.booleans()),
        st.just(Back()),
    )


@given(people(MILD_SIGNS), st.data())
def test_no_keys_bring_a_result_before_every_page_is_answered(
    rules: Rules, any_event: st.SearchStrategy[Event], person: Person, data: st.DataObject
) -> None:
    walk = Walk(rules)
    for _ in range(data.draw(st.integers(0, 40))):
        if data.draw(st.booleans()):
            walk.tell(data.draw(any_event), after=data.draw(st.sampled_from([0.0, 0.3, 2.0])))
        elif walk.state.ending is None:
            walk.answer(person)

        every = {step.id for step in walk.state.steps}
        emergency = walk.state.assessment.urgency is Urgency.EMERGENCY
        assert walk.state.check.complete is (walk.state.ending is Ending.COMPLETE)
        assert walk.state.ending is not Ending.COMPLETE or every <= walk.state.confirmed
        assert emergency is (walk.state.ending is Ending.EMERGENCY)


@given(people(), st.integers(0, 12))
def test_a_check_left_early_is_never_complete(rules: Rules, person: Person, pages: int) -> None:
    walk = Walk(rules)
    for _ in range(pages):
        if walk.state.ending is None:
            walk.answer(person)

    assert walk.state.check.complete is (walk.state.ending is Ending.COMPLETE)


@given(people())
def test_an_emergency_leaves_nothing_else_to_ask(rules: Rules, person: Person) -> None:
    state = Walk(rules).to_the_end(person)
    emergency = state.check.urgency is Urgency.EMERGENCY

    assert emergency is (state.check.stopped_at is not None)
    assert emergency is not state.check.complete


def test_a_number_asked_is_never_passed_over(rules: Rules) -> None:
    asked = {step.id for step in rules.steps if isinstance(step, NumberQuestion)}

    assert asked <= Walk(rules).to_the_end().confirmed
