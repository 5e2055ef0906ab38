"""What is asked of the person before a pack, and what the answers mean for it."""

from collections.abc import Iterable
from dataclasses import replace

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.care_status import Settled
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import begin
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_rules import Answer, Condition, PackRules
from unspasm.domain.person import About
from unspasm.domain.rules import NumberQuestion, Rules, Step
from unspasm.domain.values import value

PAIN = "pain_before"
"""The step that asks for the pain before a pack."""


@value
class NotThisPack:
    """The answers speak against a pack."""

    answer: Answer
    because: tuple[Condition, ...]
    """What was ticked, in the order it was asked."""
    can_be_cleared: bool
    """A clinician can say that packs are fine all the same."""


def ask_once(
    rules: Rules, packs: PackRules, kind: PackKind, about: About, moment: Moment
) -> CheckState:
    """Return the page of lasting conditions, with what the person has said before."""
    conditions = packs.bearing_on(kind, lasting=True)
    page = replace(packs.once, signs=tuple(one.sign for one in conditions))
    state = _begin(rules, (page,), moment)
    ids = {one.sign.id for one in conditions}
    return replace(state, yes=about.pack_yes & ids, unsure=about.pack_unsure & ids)


def ask_each_time(rules: Rules, packs: PackRules, kind: PackKind, moment: Moment) -> CheckState:
    """Return what is asked before every pack: what is true now, and the pain."""
    conditions = packs.bearing_on(kind, lasting=False)
    page = replace(packs.each, signs=tuple(one.sign for one in conditions))
    return _begin(rules, (page, NumberQuestion(PAIN, packs.pain_ask, 0, WORST_PAIN)), moment)


def _begin(rules: Rules, steps: tuple[Step, ...], moment: Moment) -> CheckState:
    alone = replace(rules, steps=steps, raises=(), course=())
    return begin(alone, About(), Settled(), moment.lived.year, moment.awake)


def is_asked_once(packs: PackRules, kind: PackKind, about: About) -> bool:
    """Whether every lasting condition that bears on such a pack has been asked."""
    ids = {one.sign.id for one in packs.bearing_on(kind, lasting=True)}
    return ids <= about.pack_asked


def with_answers(about: About, state: CheckState) -> About:
    """Return what is known after the page of lasting conditions.

    What is no longer ticked needs no clearing; what is newly ticked has none.
    """
    asked = frozenset(state.rules.signs)
    still = (about.pack_yes | about.pack_unsure) & (state.yes | state.unsure)
    return replace(
        about,
        pack_yes=(about.pack_yes - asked) | state.yes,
        pack_unsure=(about.pack_unsure - asked) | state.unsure,
        pack_asked=about.pack_asked | asked,
        pack_cleared=about.pack_cleared - (asked - still),
    )


def with_clearance(about: About, conditions: Iterable[Condition]) -> About:
    """Return what is known after a clinician has said that packs are fine with these."""
    ids = frozenset(one.sign.id for one in conditions)
    return replace(about, pack_cleared=about.pack_cleared | ids)


def against_lasting(packs: PackRules, kind: PackKind, about: About) -> NotThisPack | None:
    """Return what lasting conditions say against such a pack; `None` for nothing."""
    true = about.pack_yes | about.pack_unsure
    return _against(
        one
        for one in packs.bearing_on(kind, lasting=True)
        if one.sign.id in true
        and not (one.answer is Answer.ASK and one.sign.id in about.pack_cleared)
    )


def against_now(packs: PackRules, state: CheckState) -> NotThisPack | None:
    """Return what was ticked just now that speaks against a pack; `None` for nothing."""
    return _against(one for one in packs.conditions if one.sign.id in (state.yes | state.unsure))


def _against(conditions: Iterable[Condition]) -> NotThisPack | None:
    because = tuple(conditions)
    if not because:
        return None
    order = list(Answer)
    weightiest = max((one.answer for one in because), key=order.index)
    clearable = all(one.lasting and one.answer is Answer.ASK for one in because)
    return NotThisPack(weightiest, because, clearable)
