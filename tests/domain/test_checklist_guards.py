"""No page is passed unseen: "none of these" is an act, never a default."""

from dataclasses import replace

import pytest
from tests.domain.walking import Person, Walk

from unspasm.domain.answers import Trend
from unspasm.domain.check_events import (
    Choose,
    Confirm,
    Ending,
    NoneOfThese,
    NotSure,
    Refusal,
    Shown,
    StillSettled,
    Tick,
)
from unspasm.domain.check_state import signs_here
from unspasm.domain.checklist import DEAF_SECONDS, HELD_KEY_SECONDS
from unspasm.domain.entries import About, SettledAnswer
from unspasm.domain.rules import Rules

BRIEF = 0.01
NO_TIME = 0.0


def at_first_page(rules: Rules) -> Walk:
    walk = Walk(rules)
    walk.show(after=NO_TIME)
    return walk


# --- the first second -----------------------------------------------------------------------------


def test_none_of_these_is_refused_in_the_first_second_of_a_page(rules: Rules) -> None:
    walk = at_first_page(rules)

    walk.tell(NoneOfThese(), after=DEAF_SECONDS - BRIEF)

    assert Refusal.TOO_SOON is walk.state.refusal
    assert walk.state.at == "legs"


def test_none_of_these_passes_after_the_first_second(rules: Rules) -> None:
    walk = at_first_page(rules)

    walk.tell(NoneOfThese(), after=DEAF_SECONDS)

    assert walk.state.refusal is None
    assert walk.state.at == "chest"


def test_the_first_second_counts_anew_on_every_page(rules: Rules) -> None:
    walk = at_first_page(rules)
    walk.tell(NoneOfThese())
    walk.show(after=NO_TIME)

    walk.tell(NoneOfThese(), after=DEAF_SECONDS - BRIEF)

    assert Refusal.TOO_SOON is walk.state.refusal
    assert walk.state.at == "chest"


# --- a held key -----------------------------------------------------------------------------------


def test_a_key_that_was_held_down_does_not_pass_a_page(rules: Rules) -> None:
    walk = at_first_page(rules)

    for _ in range(200):
        walk.tell(NoneOfThese(), after=HELD_KEY_SECONDS - BRIEF)

    assert Refusal.HELD_KEY is walk.state.refusal
    assert walk.state.at == "legs"


def test_a_key_held_down_from_one_page_does_not_pass_the_next(rules: Rules) -> None:
    walk = at_first_page(rules)
    walk.tell(NoneOfThese())
    walk.show(after=NO_TIME)

    first_repeat_after, repeats_after = 0.5, 0.03
    walk.tell(NoneOfThese(), after=first_repeat_after)
    for _ in range(200):
        walk.tell(NoneOfThese(), after=repeats_after)

    assert walk.state.at == "chest"


def test_a_key_let_go_and_pressed_again_passes(rules: Rules) -> None:
    walk = at_first_page(rules)
    walk.tell(NoneOfThese(), after=DEAF_SECONDS - BRIEF)

    walk.tell(NoneOfThese(), after=HELD_KEY_SECONDS)

    assert walk.state.refusal is None
    assert walk.state.at == "chest"


@pytest.mark.parametrize("after", [NO_TIME, HELD_KEY_SECONDS - BRIEF])
def test_the_key_that_answered_a_question_does_not_answer_the_next(
    rules: Rules, after: float
) -> None:
    walk = Walk(rules)
    walk.to("trend")
    walk.tell(Choose(1))

    walk.tell(Choose(1), after=after)

    assert Refusal.HELD_KEY is walk.state.refusal
    assert walk.state.at == "recurrence"


def test_a_line_typed_at_once_answers_the_next_question(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("trend")

    walk.tell(Choose(1, typed=True), Choose(1, typed=True), after=NO_TIME)

    assert walk.state.at == "spasm"


def test_a_key_held_down_answers_one_question_only(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("trend")
    walk.tell(Choose(0))

    walk.tell(Choose(0), after=0.5)
    for _ in range(50):
        walk.tell(Choose(0), after=0.03)

    assert walk.state.at == "recurrence"


def test_a_key_held_down_does_not_confirm_what_is_known_of_the_person(rules: Rules) -> None:
    walk = Walk(rules, About(lasting_known=True))
    walk.to("spasm_more")
    walk.show()
    walk.tell(Tick("everyday"), Confirm())
    walk.show(after=NO_TIME)

    walk.tell(Confirm(), after=0.5)
    for _ in range(50):
        walk.tell(Confirm(), after=0.03)

    assert walk.state.at == "lasting"
    assert walk.state.ending is None


# --- shown ----------------------------------------------------------------------------------------


def test_none_of_these_waits_until_every_sign_has_been_on_screen(rules: Rules) -> None:
    walk = Walk(rules)
    signs = [sign.id for sign in signs_here(walk.state.step)]

    walk.tell(Shown(frozenset(signs[:-1])), NoneOfThese())
    assert Refusal.NOT_ALL_SHOWN is walk.state.refusal

    walk.tell(Shown(frozenset(signs[-1:])), NoneOfThese())
    assert walk.state.at == "chest"


def test_signs_of_another_page_do_not_count_as_shown(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Shown(frozenset(rules.signs) - {"saddle"}), NoneOfThese())

    assert Refusal.NOT_ALL_SHOWN is walk.state.refusal
    assert walk.state.shown <= {sign.id for sign in signs_here(walk.state.step)}


def test_a_page_come_back_to_has_to_be_seen_again(rules: Rules) -> None:
    walk = at_first_page(rules)
    walk.tell(NoneOfThese())

    assert walk.state.shown == frozenset()


def test_a_milder_tick_waits_until_the_rest_of_the_page_has_been_seen(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("limb_mild"), Confirm())
    assert Refusal.NOT_ALL_SHOWN is walk.state.refusal
    assert walk.state.at == "legs"

    walk.show()
    walk.tell(Confirm())
    assert walk.state.at == "chest"


def test_an_emergency_sign_needs_no_more_looking(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("saddle"), Confirm(), after=NO_TIME)

    assert Ending.EMERGENCY is walk.state.ending


# --- ticked ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [Tick("limb_mild"), NotSure("limb_mild")])
@pytest.mark.parametrize("typed", [False, True])
def test_none_of_these_clears_no_tick(rules: Rules, mark: Tick | NotSure, *, typed: bool) -> None:
    walk = at_first_page(rules)

    walk.tell(mark, NoneOfThese(typed=typed))

    assert Refusal.TICKED is walk.state.refusal
    assert walk.state.at == "legs"
    assert [sign.id for sign in walk.state.ticked_here] == ["limb_mild"]


@pytest.mark.parametrize("typed", [False, True])
def test_nothing_ticked_cannot_be_confirmed(rules: Rules, *, typed: bool) -> None:
    walk = at_first_page(rules)

    walk.tell(Confirm(typed=typed))

    assert Refusal.NOTHING_TICKED is walk.state.refusal
    assert walk.state.at == "legs"


def test_the_next_key_takes_a_refusal_away(rules: Rules) -> None:
    walk = at_first_page(rules)

    walk.tell(Confirm(), Tick("limb_mild"))

    assert walk.state.refusal is None


# --- lines ----------------------------------------------------------------------------------------


def test_a_typed_line_needs_no_waiting(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(NoneOfThese(typed=True), NoneOfThese(typed=True), after=NO_TIME)

    assert walk.state.at == "ill"


def test_a_typed_line_confirms_at_once(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("limb_mild"), Confirm(typed=True), after=NO_TIME)

    assert walk.state.at == "chest"


# --- what is known of the person ------------------------------------------------------------------


def at_known_page(rules: Rules) -> Walk:
    walk = Walk(rules, About(lasting_known=True))
    walk.to("lasting", Person(trend=Trend.IMPROVING))
    return walk


def test_what_is_known_is_not_confirmed_in_the_first_second(rules: Rules) -> None:
    walk = at_known_page(rules)
    walk.show(after=NO_TIME)

    walk.tell(Confirm(), after=DEAF_SECONDS - BRIEF)

    assert Refusal.TOO_SOON is walk.state.refusal
    assert walk.state.ending is None


def test_what_is_known_is_not_confirmed_unseen(rules: Rules) -> None:
    walk = at_known_page(rules)

    walk.tell(Confirm())

    assert Refusal.NOT_ALL_SHOWN is walk.state.refusal
    assert walk.state.ending is None


def test_what_is_known_is_confirmed_with_one_key(rules: Rules) -> None:
    walk = at_known_page(rules)
    walk.show()

    walk.tell(Confirm())

    assert Ending.COMPLETE is walk.state.ending


def test_what_is_known_is_confirmed_with_one_line(rules: Rules) -> None:
    walk = at_known_page(rules)

    walk.tell(Confirm(typed=True), after=NO_TIME)

    assert Ending.COMPLETE is walk.state.ending


# --- what does not fit ----------------------------------------------------------------------------


def test_a_sign_of_another_page_cannot_be_ticked(rules: Rules) -> None:
    walk = Walk(rules)

    walk.tell(Tick("chest"), NotSure("fever"))

    assert walk.state.yes | walk.state.unsure == frozenset()


@pytest.mark.parametrize("event", [Choose(0), StillSettled(SettledAnswer.GONE)])
def test_an_answer_to_no_question_changes_nothing(
    rules: Rules, event: Choose | StillSettled
) -> None:
    walk = Walk(rules)
    before = walk.state

    walk.tell(event)

    assert before == replace(walk.state, last_key=None, last_key_at=0.0)
