"""What is asked before a pack, and what the answers mean for it."""

import pytest
from tests.domain.worlds import Machine

from unspasm.domain.check_events import (
    Confirm,
    Ending,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import advance
from unspasm.domain.locks import Lock
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_rules import Answer, Condition, PackCard, PackRules
from unspasm.domain.pack_setup import (
    PAIN,
    NotThisPack,
    against_lasting,
    against_now,
    ask_each_time,
    ask_once,
    is_asked_once,
    with_answers,
    with_clearance,
)
from unspasm.domain.person import About
from unspasm.domain.rules import NewOrWorse, NumberQuestion, Page, PageKind, Rules, Sign, UnderAge
from unspasm.domain.urgency import Urgency

COLD, HEAT = PackKind.COLD, PackKind.HEAT
BOTH = frozenset(PackKind)


def condition(
    name: str, answer: Answer, *, lasting: bool = True, packs: frozenset[PackKind] = BOTH
) -> Condition:
    sign = Sign(name, f"{name}?", (name,), Urgency.SELF_CARE, Lock.NOTHING, f"of {name}", "", ())
    return Condition(sign, packs, lasting, answer)


def page(name: str) -> Page:
    return Page(name, PageKind.SPASM, "", "", ())


NUMB = condition("numb", Answer.NEVER)
HEART = condition("heart", Answer.ASK)
SCAR = condition("scar", Answer.ASK)
COLD_HIVES = condition("cold_hives", Answer.ASK, packs=frozenset({COLD}))
PATCH = condition("patch", Answer.ASK, packs=frozenset({HEAT}))
FEVER = condition("fever", Answer.ASK, lasting=False)
BROKEN = condition("broken", Answer.NOT_NOW, lasting=False)
NO_FEELING = condition("no_feeling", Answer.NEVER, lasting=False)
BRUISE = condition("bruise", Answer.NOT_NOW, lasting=False, packs=frozenset({HEAT}))
PACKS = PackRules(
    once=page("once"),
    each=page("each"),
    pain_ask="How bad?",
    conditions=(NUMB, HEART, SCAR, COLD_HIVES, PATCH, FEVER, BROKEN, NO_FEELING, BRUISE),
    texts={},
    numbers=(),
    cards={},
    skin=PackCard("", (), ()),
)
RULES = Rules(
    steps=(page("elsewhere"),),
    raises=(),
    course=(),
    under_16=UnderAge(16, Urgency.SAME_DAY, Lock.ALL, "", "", ()),
    new_or_worse=NewOrWorse("", "", "", ()),
)
A_WHILE = 2.0


@pytest.fixture
def now() -> Moment:
    return Machine().now


def answered(state: CheckState, *events: Event) -> CheckState:
    """The pages after these events, each a while after the one before."""
    at = state.opened
    for event in events:
        at += A_WHILE
        state = advance(state, event, at)
    return state


def signs(state: CheckState) -> list[str]:
    assert isinstance(state.step, Page)
    return [sign.id for sign in state.step.signs]


def ticked_once(about: About, now: Moment, *names: str, kind: PackKind = COLD) -> About:
    """What is known once exactly these lasting conditions are ticked."""
    state = ask_once(RULES, PACKS, kind, about, now)
    for name in signs(state):
        state = answered(state, Tick(name) if name in names else Untick(name))
    state = answered(state, Confirm(typed=True) if names else NoneOfThese(typed=True))
    assert Ending.COMPLETE is state.ending
    return with_answers(about, state)


# --- the pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "asked"),
    [(COLD, ["numb", "heart", "scar", "cold_hives"]), (HEAT, ["numb", "heart", "scar", "patch"])],
)
def test_what_lasts_is_asked_on_one_page_for_that_kind_of_pack(
    now: Moment, kind: PackKind, asked: list[str]
) -> None:
    state = ask_once(RULES, PACKS, kind, About(), now)

    assert asked == signs(state)
    assert ["once"] == [step.id for step in state.steps]
    assert frozenset() == state.yes | state.unsure


def test_what_was_said_before_is_ticked_already(now: Moment) -> None:
    about = About(pack_yes=frozenset({"heart", "patch"}), pack_unsure=frozenset({"scar"}))
    state = ask_once(RULES, PACKS, COLD, about, now)

    assert {"heart"} == state.yes
    assert {"scar"} == state.unsure


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (COLD, ["fever", "broken", "no_feeling"]),
        (HEAT, ["fever", "broken", "no_feeling", "bruise"]),
    ],
)
def test_what_may_be_true_now_is_asked_every_time_and_then_the_pain(
    now: Moment, kind: PackKind, asked: list[str]
) -> None:
    state = ask_each_time(RULES, PACKS, kind, now)
    assert asked == signs(state)

    state = answered(state, NoneOfThese(typed=True))
    assert isinstance(state.step, NumberQuestion)
    assert (PAIN, "How bad?") == (state.step.id, state.step.ask)
    state = answered(state, Number(11), Number(6))
    assert Ending.COMPLETE is state.ending
    assert {PAIN: 6} == state.numbers


def test_nothing_that_is_ticked_here_is_worth_anything_by_itself(now: Moment) -> None:
    state = ask_each_time(RULES, PACKS, COLD, now)
    state = answered(state, Tick("fever"), NotSure("no_feeling"), Confirm(typed=True), Number(10))

    assert Ending.COMPLETE is state.ending
    assert Urgency.SELF_CARE is state.assessment.urgency
    assert () == state.assessment.reasons


# --- asked once -----------------------------------------------------------------------------------


def test_what_lasts_is_asked_once_for_each_kind(now: Moment) -> None:
    assert not is_asked_once(PACKS, COLD, About())
    about = ticked_once(About(), now, kind=COLD)

    assert is_asked_once(PACKS, COLD, about)
    assert not is_asked_once(PACKS, HEAT, about)
    assert is_asked_once(PACKS, HEAT, ticked_once(about, now, kind=HEAT))


def test_a_condition_that_content_adds_is_asked(now: Moment) -> None:
    about = About(pack_asked=frozenset({"numb", "heart", "cold_hives"}))

    assert not is_asked_once(PACKS, COLD, about)


def test_what_was_ticked_is_known_and_what_was_not_is_known_to_be_asked(now: Moment) -> None:
    before = About(year_of_birth=1980, lasting_yes=frozenset({"diabetes"}))
    state = ask_once(RULES, PACKS, COLD, before, now)
    state = answered(state, Tick("heart"), NotSure("scar"), Confirm(typed=True))
    about = with_answers(before, state)

    assert {"heart"} == about.pack_yes
    assert {"scar"} == about.pack_unsure
    assert {"numb", "heart", "scar", "cold_hives"} == about.pack_asked
    assert 1980 == about.year_of_birth
    assert {"diabetes"} == about.lasting_yes


def test_what_was_said_for_one_kind_stays_known_when_the_other_is_asked(now: Moment) -> None:
    about = ticked_once(About(), now, "patch", "heart", kind=HEAT)
    about = ticked_once(about, now, "cold_hives", kind=COLD)

    assert {"patch", "cold_hives"} == about.pack_yes
    assert {"numb", "heart", "scar", "cold_hives", "patch"} == about.pack_asked


# --- what lasts -----------------------------------------------------------------------------------


def test_with_nothing_ticked_nothing_speaks_against_a_pack() -> None:
    assert against_lasting(PACKS, COLD, About()) is None


def test_what_has_to_be_asked_first_can_be_cleared() -> None:
    about = About(pack_yes=frozenset({"scar", "heart"}))

    expected = NotThisPack(Answer.ASK, (HEART, SCAR), can_be_cleared=True)
    assert expected == against_lasting(PACKS, COLD, about)


def test_not_sure_counts_as_yes() -> None:
    about = About(pack_unsure=frozenset({"heart"}))

    expected = NotThisPack(Answer.ASK, (HEART,), can_be_cleared=True)
    assert expected == against_lasting(PACKS, COLD, about)


def test_numb_skin_is_never_cleared_whatever_anybody_said() -> None:
    about = About(pack_yes=frozenset({"numb"}))
    cleared = with_clearance(about, [NUMB])

    expected = NotThisPack(Answer.NEVER, (NUMB,), can_be_cleared=False)
    assert expected == against_lasting(PACKS, COLD, about)
    assert expected == against_lasting(PACKS, HEAT, cleared)


def test_the_weightiest_answer_counts() -> None:
    about = About(pack_yes=frozenset({"heart"}), pack_unsure=frozenset({"numb"}))

    expected = NotThisPack(Answer.NEVER, (NUMB, HEART), can_be_cleared=False)
    assert expected == against_lasting(PACKS, COLD, about)


@pytest.mark.parametrize(("kind", "speaks"), [(COLD, False), (HEAT, True)])
def test_a_condition_speaks_only_against_its_kind_of_pack(kind: PackKind, *, speaks: bool) -> None:
    about = About(pack_yes=frozenset({"patch"}))

    assert speaks is (against_lasting(PACKS, kind, about) is not None)


# --- cleared by a clinician -----------------------------------------------------------------------


def test_what_a_clinician_has_cleared_speaks_against_no_pack() -> None:
    about = with_clearance(About(pack_yes=frozenset({"heart", "scar"})), [HEART])
    expected = NotThisPack(Answer.ASK, (SCAR,), can_be_cleared=True)
    assert expected == against_lasting(PACKS, COLD, about)

    about = with_clearance(about, [SCAR])
    assert against_lasting(PACKS, COLD, about) is None


def test_what_is_said_again_stays_cleared(now: Moment) -> None:
    about = with_clearance(ticked_once(About(), now, "heart"), [HEART])
    about = ticked_once(about, now, "heart", "scar")

    assert {"heart"} == about.pack_cleared


def test_what_was_no_longer_so_and_is_so_again_is_not_cleared(now: Moment) -> None:
    about = with_clearance(ticked_once(About(), now, "heart"), [HEART])
    about = ticked_once(about, now)
    assert frozenset() == about.pack_cleared

    about = ticked_once(about, now, "heart")
    assert against_lasting(PACKS, COLD, about) is not None


def test_to_be_asked_about_one_kind_clears_nothing_of_the_other_away(now: Moment) -> None:
    about = with_clearance(ticked_once(About(), now, "patch", kind=HEAT), [PATCH])
    about = ticked_once(about, now, "cold_hives", kind=COLD)

    assert {"patch"} == about.pack_cleared
    assert against_lasting(PACKS, HEAT, about) is None


# --- what is true now -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [
        ([Tick("broken")], NotThisPack(Answer.NOT_NOW, (BROKEN,), can_be_cleared=False)),
        ([Tick("fever")], NotThisPack(Answer.ASK, (FEVER,), can_be_cleared=False)),
        ([NotSure("broken")], NotThisPack(Answer.NOT_NOW, (BROKEN,), can_be_cleared=False)),
        (
            [Tick("no_feeling"), Tick("fever"), Tick("broken")],
            NotThisPack(Answer.NEVER, (FEVER, BROKEN, NO_FEELING), can_be_cleared=False),
        ),
        (
            [Tick("broken"), Tick("fever")],
            NotThisPack(Answer.ASK, (FEVER, BROKEN), can_be_cleared=False),
        ),
    ],
)
def test_what_is_true_now_speaks_against_a_pack_and_cannot_be_cleared(
    now: Moment, ticks: list[Event], expected: NotThisPack
) -> None:
    state = answered(ask_each_time(RULES, PACKS, COLD, now), *ticks)

    assert expected == against_now(PACKS, state)


def test_with_nothing_true_now_nothing_speaks_against_a_pack(now: Moment) -> None:
    state = answered(ask_each_time(RULES, PACKS, COLD, now), Tick("fever"), Untick("fever"))

    assert against_now(PACKS, state) is None
