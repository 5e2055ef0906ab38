"""How a check ends: with every page answered, or at once with an emergency sign."""

import pytest
from tests.domain.walking import YEAR, Person, Walk

from unspasm.domain.about import learned
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import assess
from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import (
    Back,
    Choose,
    Confirm,
    Ending,
    NoneOfThese,
    NotSure,
    Number,
    Tick,
    Untick,
)
from unspasm.domain.checklist import from_the_start, take_up_again
from unspasm.domain.entries import About
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

NOTHING_SETTLED = Settled()


def ended_by_saddle(rules: Rules) -> Walk:
    walk = Walk(rules)
    walk.show()
    walk.tell(Tick("saddle"), NotSure("bladder"), Tick("limb_mild"), Confirm())
    return walk


# --- complete -------------------------------------------------------------------------------------


def test_with_every_page_answered_a_check_is_complete(rules: Rules) -> None:
    check = Walk(rules).to_the_end().check

    assert check.complete
    assert check.stopped_at is None
    assert Urgency.SELF_CARE is check.urgency
    assert check.reasons == ()


def test_the_check_holds_the_answers_and_what_they_add_up_to(rules: Rules) -> None:
    person = Person(
        yes=frozenset({"limb_mild", "everyday"}),
        unsure=frozenset({"severe"}),
        age=45,
        days=9.5,
        pain=6,
        trend=Trend.WORSENING,
    )

    check = Walk(rules).to_the_end(person).check

    expected = person.answers(rules)
    assert expected == check.answers
    assert assess(rules, expected).reasons == check.reasons
    assert assess(rules, expected).urgency is check.urgency


def test_a_check_under_way_is_not_complete(rules: Rules) -> None:
    walk = Walk(rules)
    for state in walk.steps_to(lambda state: state.ending is not None):
        assert not state.check.complete
        walk.answer(Person())


def test_nothing_more_happens_after_the_end(rules: Rules) -> None:
    walk = Walk(rules)
    end = walk.to_the_end()

    walk.tell(Back(), Tick("saddle"), Number(3), NoneOfThese(typed=True), Choose(1))

    assert end == walk.state


# --- emergency ------------------------------------------------------------------------------------


def test_an_emergency_sign_is_judged_when_its_page_is_confirmed(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("saddle"))
    assert walk.state.ending is None

    walk.tell(Confirm())
    assert Ending.EMERGENCY is walk.state.ending


def test_a_tick_taken_away_before_confirming_ends_nothing(rules: Rules) -> None:
    walk = Walk(rules)

    walk.show()
    walk.tell(Tick("saddle"), Untick("saddle"), NoneOfThese())

    assert walk.state.ending is None
    assert walk.state.at == "chest"


def test_an_emergency_lists_every_tick_of_its_page(rules: Rules) -> None:
    check = ended_by_saddle(rules).state.check

    assert {reason.id for reason in check.reasons} == {"saddle", "bladder", "limb_mild"}
    assert check.answers.yes == frozenset(
        (*rules.signs["saddle"].covers, *rules.signs["limb_mild"].covers)
    )
    assert check.answers.unsure == frozenset(rules.signs["bladder"].covers)


def test_an_emergency_ends_the_check_where_it_stands(rules: Rules) -> None:
    check = ended_by_saddle(rules).state.check

    assert Urgency.EMERGENCY is check.urgency
    assert check.stopped_at == "legs"
    assert not check.complete


def test_not_being_sure_of_an_emergency_sign_ends_the_check_too(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(NotSure("saddle"), Confirm())

    assert Ending.EMERGENCY is walk.state.ending


def test_no_key_leads_on_from_an_emergency(rules: Rules) -> None:
    walk = ended_by_saddle(rules)
    end = walk.state

    walk.tell(Untick("saddle"), NoneOfThese(typed=True), Confirm(typed=True), Back())

    assert end == walk.state


@pytest.mark.parametrize(
    ("person", "step"),
    [
        (Person(yes=frozenset({"side_waves"}), pain=7), "pain"),
        (Person(yes=frozenset({"belly_beat"}), pain=3, trend=Trend.WORSENING), "spasm"),
        (Person(yes=frozenset({"fever", "pregnant"})), "pregnancy"),
        (Person(yes=frozenset({"fever", "leg_one", "leg_numb"})), "leg_feeling"),
        (Person(unsure=frozenset({"upper_back", "sick"})), "spasm_more"),
        (Person(yes=frozenset({"belly_side", "keep_still"})), "side_pain"),
        (Person(yes=frozenset({"limb_mild", "cancer"})), "lasting"),
        (Person(yes=frozenset({"maybe_pregnant", "deep_breath"})), "spasm_more"),
        (Person(yes=frozenset({"pregnant", "waters"})), "pregnant_signs"),
    ],
)
def test_what_becomes_an_emergency_together_ends_the_check_at_the_last_of_it(
    rules: Rules, person: Person, step: str
) -> None:
    state = Walk(rules).to_the_end(person)

    assert Ending.EMERGENCY is state.ending
    assert step == state.check.stopped_at


def test_what_is_less_than_an_emergency_does_not_end_the_asking(rules: Rules) -> None:
    same_day = frozenset({"limb_mild", "painkiller", "severe", "skin_shape"})

    check = Walk(rules).to_the_end(Person(yes=same_day)).check

    assert check.complete
    assert Urgency.SAME_DAY is check.urgency


# --- going on after an emergency ------------------------------------------------------------------


def test_taken_back_as_a_mistake_the_check_goes_on_at_that_page(rules: Rules) -> None:
    walk = ended_by_saddle(rules)

    walk.state = take_up_again(
        walk.state, NOTHING_SETTLED, frozenset({"saddle", "bladder"}), walk.now
    )

    assert walk.state.ending is None
    assert walk.state.at == "legs"
    assert [sign.id for sign in walk.state.ticked_here] == ["limb_mild"]

    walk.show()
    walk.tell(Confirm())
    assert walk.state.at == "chest"


def test_a_tick_that_was_no_mistake_ends_it_again(rules: Rules) -> None:
    walk = ended_by_saddle(rules)

    walk.state = take_up_again(walk.state, NOTHING_SETTLED, frozenset({"bladder"}), walk.now)
    walk.tell(Confirm())

    assert Ending.EMERGENCY is walk.state.ending
    assert walk.state.check.answers.unsure == frozenset()


def covered(rules: Rules, *signs: str) -> frozenset[str]:
    return frozenset(fact for sign in signs for fact in rules.signs[sign].covers)


def test_going_on_keeps_what_was_answered_before(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(age=33, days=4, yes=frozenset({"fever", "leg_one", "leg_numb"})))

    walk.state = take_up_again(walk.state, NOTHING_SETTLED, frozenset({"leg_numb"}), walk.now)

    assert walk.state.at == "leg_feeling"
    assert walk.state.answers == Answers(
        33, 4, 5, Trend.NOT_IMPROVING, covered(rules, "fever", "leg_one")
    )


def test_a_page_gone_on_with_keeps_the_first_second(rules: Rules) -> None:
    walk = ended_by_saddle(rules)

    walk.state = take_up_again(
        walk.state, NOTHING_SETTLED, frozenset({"saddle", "bladder", "limb_mild"}), walk.now
    )
    walk.show(after=0)
    walk.tell(NoneOfThese(), after=0.5)

    assert walk.state.at == "legs"


def test_an_option_taken_back_as_a_mistake_is_forgotten_and_asked_again(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(yes=frozenset({"pregnant", "deep_breath"})))
    assert walk.state.check.stopped_at == "spasm_more"

    walk.state = take_up_again(walk.state, NOTHING_SETTLED, frozenset({"pregnant"}), walk.now)

    assert walk.state.at == "pregnancy"
    assert learned(walk.state, YEAR).pregnancy is None


# --- answers that have grown old ------------------------------------------------------------------


def test_from_the_start_every_step_is_asked_again_but_the_age(rules: Rules) -> None:
    walk = Walk(rules, About(year_of_birth=1986, said_in=2026))
    walk.to("spasm", Person(yes=frozenset({"limb_mild"}), unsure=frozenset({"painkiller"})))

    walk.state = from_the_start(walk.state, walk.now)

    assert walk.state.at == "legs"
    assert walk.state.confirmed == frozenset({"age"})
    assert [sign.id for sign in walk.state.ticked_here] == ["limb_mild"]
    assert walk.state.unsure == frozenset({"painkiller"})
    assert walk.state.answers.true == frozenset()


def test_from_the_start_an_ended_check_is_under_way_again(rules: Rules) -> None:
    walk = ended_by_saddle(rules)

    walk.state = from_the_start(walk.state, walk.now)

    assert walk.state.ending is None
    assert walk.state.at == "legs"
    assert {sign.id for sign in walk.state.ticked_here} == {"saddle", "bladder", "limb_mild"}
