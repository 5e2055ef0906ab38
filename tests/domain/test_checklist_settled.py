"""Signs that a clinician has seen: asked how they are now, and left out while they are the same."""

from datetime import UTC, datetime

import pytest
from tests.domain.record import Record
from tests.domain.walking import Person, Walk

from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import (
    Back,
    Ending,
    NoneOfThese,
    Refusal,
    StillSettled,
    Tick,
)
from unspasm.domain.check_state import SettledQuestion, signs_here
from unspasm.domain.checklist import HELD_KEY_SECONDS, take_up_again
from unspasm.domain.entries import SettledAnswer
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Page, Rules
from unspasm.domain.urgency import Urgency

DAY = datetime(2026, 5, 3, 14, 10, tzinfo=UTC)


def seen(*signs: str, also: frozenset[str] = frozenset()) -> Settled:
    """A clinician has seen these signs, each for itself, and these raises."""
    return Settled(dict.fromkeys(signs, DAY), frozenset(signs) | also)


def still(answer: SettledAnswer, **others: SettledAnswer) -> Person:
    return Person(still=lambda sign: others.get(sign, answer))


# --- how it is asked ------------------------------------------------------------------------------


def test_a_settled_sign_is_asked_by_itself_before_the_rest_of_its_page(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("bladder", "saddle"))
    asked = [step.id for step in walk.state.steps[:3]]

    assert asked == ["seen:saddle", "seen:bladder", "legs"]
    assert isinstance(walk.state.step, SettledQuestion)
    assert walk.state.step.sign == rules.signs["saddle"]


def test_a_settled_sign_does_not_stand_on_its_page(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("saddle"))
    page = next(step for step in walk.state.steps if step.id == "legs")

    assert isinstance(page, Page)
    assert "saddle" not in {sign.id for sign in page.signs}
    assert len(page.signs) == 5


def test_a_page_of_settled_signs_alone_is_left_out(rules: Rules) -> None:
    page = next(step for step in rules.steps if step.id == "chest")
    assert isinstance(page, Page)
    every = [sign.id for sign in page.signs]
    walk = Walk(rules, settled=seen(*every))

    assert "chest" not in {step.id for step in walk.state.steps}
    assert Ending.COMPLETE is walk.to_the_end(still(SettledAnswer.GONE)).ending


def test_a_question_about_a_settled_sign_has_no_signs_to_tick(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("saddle"))
    before = walk.state

    walk.tell(Tick("saddle"), NoneOfThese(typed=True))

    assert signs_here(before.step) == ()
    assert before == walk.state


@pytest.mark.parametrize("after", [0.0, HELD_KEY_SECONDS - 0.01])
def test_the_key_before_does_not_answer_it(rules: Rules, after: float) -> None:
    walk = Walk(rules, settled=seen("saddle", "bladder"))
    walk.tell(StillSettled(SettledAnswer.SAME))

    walk.tell(StillSettled(SettledAnswer.SAME), after=after)

    assert Refusal.HELD_KEY is walk.state.refusal
    assert walk.state.at == "seen:bladder"


def test_a_typed_line_answers_it_at_once(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("saddle"))

    walk.tell(StillSettled(SettledAnswer.SAME, typed=True), after=0)

    assert walk.state.at == "legs"


# --- what the answer means ------------------------------------------------------------------------


def test_the_same_stays_settled(rules: Rules) -> None:
    check = Walk(rules, settled=seen("saddle")).to_the_end(still(SettledAnswer.SAME)).check

    assert check.complete
    assert Urgency.SELF_CARE is check.urgency
    assert check.reasons == ()
    assert check.answers.yes == frozenset({"saddle_numb"})
    assert check.settled == {"saddle": SettledAnswer.SAME}


def test_gone_is_a_no(rules: Rules) -> None:
    check = Walk(rules, settled=seen("saddle")).to_the_end(still(SettledAnswer.GONE)).check

    assert check.complete
    assert check.reasons == ()
    assert check.answers.true == frozenset()
    assert check.settled == {"saddle": SettledAnswer.GONE}


@pytest.mark.parametrize("answer", [SettledAnswer.WORSE, SettledAnswer.DIFFERENT])
def test_worse_or_different_counts_in_full(rules: Rules, answer: SettledAnswer) -> None:
    check = Walk(rules, settled=seen("saddle")).to_the_end(still(answer)).check

    assert Urgency.EMERGENCY is check.urgency
    assert check.stopped_at == "seen:saddle"
    assert [(reason.id, reason.locks) for reason in check.reasons] == [("saddle", Lock.ALL)]
    assert check.settled == {"saddle": answer}


def test_not_sure_of_a_settled_sign_counts_in_full(rules: Rules) -> None:
    check = Walk(rules, settled=seen("saddle")).to_the_end(still(SettledAnswer.UNSURE)).check

    assert Urgency.EMERGENCY is check.urgency
    assert check.answers.unsure == frozenset({"saddle_numb"})


@pytest.mark.parametrize("answer", [SettledAnswer.WORSE, SettledAnswer.DIFFERENT])
def test_a_same_day_sign_that_is_worse_locks_again(rules: Rules, answer: SettledAnswer) -> None:
    check = Walk(rules, settled=seen("fever")).to_the_end(still(answer)).check

    assert Urgency.SAME_DAY is check.urgency
    assert [reason.locks for reason in check.reasons] == [Lock.SESSIONS_AND_PACKS]


def test_an_answer_given_anew_takes_the_place_of_the_first(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("fever"))
    walk.to("seen:fever")

    walk.tell(StillSettled(SettledAnswer.WORSE), Back(), StillSettled(SettledAnswer.SAME))

    assert walk.state.still == {"fever": SettledAnswer.SAME}
    assert walk.state.assessment.reasons == ()


# --- settled and new together ---------------------------------------------------------------------


def test_a_new_sign_counts_in_full_beside_a_settled_one(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("saddle"))

    check = walk.to_the_end(Person(yes=frozenset({"bladder"}))).check

    assert [reason.id for reason in check.reasons] == ["bladder"]
    assert Urgency.EMERGENCY is check.urgency


def test_a_new_sign_pairs_with_a_settled_one_in_full(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("fever"))

    check = walk.to_the_end(Person(yes=frozenset({"limb_mild"}))).check

    assert Urgency.EMERGENCY is check.urgency
    assert [reason.id for reason in check.reasons] == ["fever_and_nerve", "limb_mild"]


def test_two_settled_signs_of_which_the_pair_was_not_seen_pair_in_full(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("fever", "limb_mild"))

    check = walk.to_the_end(still(SettledAnswer.SAME)).check

    assert [reason.id for reason in check.reasons] == ["fever_and_nerve"]


def test_a_pair_that_was_seen_stays_settled(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("fever", "limb_mild", also=frozenset({"fever_and_nerve"})))

    check = walk.to_the_end(still(SettledAnswer.SAME)).check

    assert check.complete
    assert check.reasons == ()


def test_a_pair_that_was_seen_counts_again_when_one_of_it_is_worse(rules: Rules) -> None:
    settled = seen("fever", "limb_mild", also=frozenset({"fever_and_nerve"}))
    walk = Walk(rules, settled=settled)

    check = walk.to_the_end(still(SettledAnswer.SAME, limb_mild=SettledAnswer.WORSE)).check

    assert Urgency.EMERGENCY is check.urgency
    assert "fever_and_nerve" in {reason.id for reason in check.reasons}


def test_pain_that_grew_raises_a_settled_sign_in_full(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("side_waves"))

    check = walk.to_the_end(Person(pain=8)).check

    assert [reason.id for reason in check.reasons] == ["waves_now"]


def test_days_count_beside_what_is_settled(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("saddle", also=frozenset({"over_21_days"})))

    check = walk.to_the_end(Person(days=22)).check

    assert [reason.id for reason in check.reasons] == ["over_21_days"]
    assert Urgency.SOON is check.urgency


# --- going on after an emergency that was seen ----------------------------------------------------


def test_seen_by_a_clinician_the_check_goes_on_at_that_page(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(yes=frozenset({"saddle", "limb_mild"})))

    walk.state = take_up_again(walk.state, seen("saddle", "limb_mild"), frozenset(), walk.now)

    assert walk.state.at == "seen:saddle"
    check = walk.to_the_end().check
    assert check.complete
    assert check.reasons == ()


CHOSEN_AND_SEEN = [
    # an emergency, or a same-day reason, that one answer to a choice takes part in
    (Person(yes=frozenset({"fever", "pregnant"})), "fever_pregnant"),
    (Person(yes=frozenset({"bleeding", "pregnant"})), "bleeding_pregnant"),
    (Person(yes=frozenset({"bleeding", "maybe_pregnant"})), "bleeding_maybe_pregnant"),
    (Person(yes=frozenset({"deep_breath", "maybe_pregnant"})), "shoulder_tip_pregnant"),
    (Person(yes=frozenset({"belly_side", "pregnant"})), "belly_pregnant"),
    (Person(yes=frozenset({"lift_twist"}), age=66), "small_force_weak_bones"),
    (Person(yes=frozenset({"small_fall", "bones"})), "small_force_weak_bones"),
    (Person(yes=frozenset({"small_fall", "thinner"})), "thinner_and_knock"),
]


@pytest.mark.parametrize(("person", "reason"), CHOSEN_AND_SEEN)
def test_what_a_choice_took_part_in_stays_settled(
    rules: Rules, person: Person, reason: str
) -> None:
    first = Walk(rules).to_the_end(person).check
    named = next(one for one in first.reasons if one.id == reason)
    settled = Settled(dict.fromkeys(named.signs, DAY), frozenset(one.id for one in first.reasons))

    second = Walk(rules, settled=settled).to_the_end(person).check

    assert reason not in {one.id for one in second.reasons}
    assert second.complete


def test_not_being_sure_of_a_settled_option_counts_in_full(rules: Rules) -> None:
    first = Walk(rules).to_the_end(Person(yes=frozenset({"small_fall", "bones"}))).check
    settled = Settled({"small_fall": DAY, "bones": DAY}, frozenset(r.id for r in first.reasons))
    unsure = Person(yes=frozenset({"bones"}), unsure=frozenset({"small_fall"}))

    check = Walk(rules, settled=settled).to_the_end(unsure).check

    assert [reason.id for reason in check.reasons] == ["small_force_weak_bones"]


def after_a_lift_that_was_seen(rules: Rules) -> Record:
    """Somebody of 66 whose lift set it off, and who was seen for it."""
    record = Record(rules)
    record.seen(record.add(Walk(rules).to_the_end(LIFTED).check))
    return record


LIFTED = Person(age=66, yes=frozenset({"lift_twist"}))


def test_an_option_not_chosen_in_between_is_new_again(rules: Rules) -> None:
    record = after_a_lift_that_was_seen(rules)
    record.add(Walk(rules, settled=record.status.settled).to_the_end(Person(age=66)).check)

    check = Walk(rules, settled=record.status.settled).to_the_end(LIFTED).check

    assert [reason.id for reason in check.reasons] == ["small_force_weak_bones"]


def test_the_same_option_in_another_spasm_is_new(rules: Rules) -> None:
    record = after_a_lift_that_was_seen(rules)
    record.over()

    check = Walk(rules, settled=record.status.settled).to_the_end(LIFTED).check

    assert [reason.id for reason in check.reasons] == ["small_force_weak_bones"]


def test_a_sign_that_is_no_longer_settled_counts_when_the_check_goes_on(rules: Rules) -> None:
    walk = Walk(rules, settled=seen("fever"))
    walk.to_the_end(Person(yes=frozenset({"upper_back", "sick"})))
    assert walk.state.still == {"fever": SettledAnswer.SAME}

    no_longer = Settled({}, frozenset({"fever"}))
    walk.state = take_up_again(walk.state, no_longer, frozenset({"upper_back"}), walk.now)
    check = walk.to_the_end(Person(yes=frozenset({"fever", "sick"}))).check

    assert "fever" in {reason.id for reason in check.reasons}
