"""Rule 1: one more "yes" or "not sure" never lowers the urgency, and opens nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.safety import people
from tests.safety.tables import closed_by, mild

from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.assess import assess
from unspasm.domain.locks import Activity
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

NEVER_MILDER = [
    (Trend.IMPROVING, Trend.NOT_IMPROVING),
    (Trend.IMPROVING, Trend.UNKNOWN),
    (Trend.NOT_IMPROVING, Trend.UNKNOWN),
    (Trend.UNKNOWN, Trend.NOT_IMPROVING),
    (Trend.NOT_IMPROVING, Trend.WORSENING),
    (Trend.UNKNOWN, Trend.WORSENING),
    (Trend.IMPROVING, Trend.WORSENING),
]
"""From, to: not improving and not known are worth the same."""


@dataclass(frozen=True)
class Worth:
    """What answers come to."""

    urgency: Urgency
    closed: frozenset[Activity]

    def holds_against(self, milder: "Worth") -> bool:
        """Whether this is no less than what the milder answers came to."""
        return self.urgency >= milder.urgency and self.closed >= milder.closed


def worth(rules: Rules, answers: Answers) -> Worth:
    assessment = assess(rules, answers)
    return Worth(assessment.urgency, closed_by(assessment))


# --- every sign, pair and triple ------------------------------------------------------------------

Ladder = Mapping[frozenset[str], Worth]


@pytest.fixture(
    scope="module",
    params=[
        mild(),
        Answers(age=50, days=8, pain=5, trend=Trend.UNKNOWN),
        Answers(age=72, days=100, pain=10, trend=Trend.WORSENING),
    ],
    ids=["mildest", "middling", "hardest"],
)
def ladder(request: pytest.FixtureRequest, rules: Rules) -> Ladder:
    """What no sign, every sign, every pair and every triple come to."""
    rest: Answers = request.param
    steps: dict[frozenset[str], Worth] = {}
    for size in range(4):
        for ticked in combinations(rules.signs.values(), size):
            facts = frozenset(fact for sign in ticked for fact in sign.covers)
            steps[frozenset(sign.id for sign in ticked)] = worth(rules, replace(rest, yes=facts))
    return steps


def test_every_sign_pair_and_triple_is_there(ladder: Ladder, rules: Rules) -> None:
    signs = len(rules.signs)

    expected = 1 + signs + signs * (signs - 1) // 2 + signs * (signs - 1) * (signs - 2) // 6
    assert expected == len(ladder)


def test_one_more_yes_never_lowers_the_urgency(ladder: Ladder) -> None:
    lowered = [
        (sorted(ticked), "without", sign)
        for ticked, now in ladder.items()
        for sign in ticked
        if now.urgency < ladder[ticked - {sign}].urgency
    ]

    assert not lowered


def test_one_more_yes_never_opens_anything(ladder: Ladder) -> None:
    opened = [
        (sorted(ticked), "without", sign)
        for ticked, now in ladder.items()
        for sign in ticked
        if not now.closed >= ladder[ticked - {sign}].closed
    ]

    assert not opened


@pytest.mark.parametrize("trend", Trend)
def test_no_to_not_sure_to_yes_only_climbs_for_every_pair(rules: Rules, trend: Trend) -> None:
    fallen = []
    rest = Answers(age=40, days=3, pain=6, trend=trend)
    for one, other in combinations(rules.signs.values(), 2):
        for beside in (
            rest,
            replace(rest, unsure=frozenset(other.covers)),
            replace(rest, yes=frozenset(other.covers)),
        ):
            rungs = [
                beside,
                replace(beside, unsure=beside.unsure | frozenset(one.covers)),
                replace(beside, yes=beside.yes | frozenset(one.covers)),
            ]
            fallen += [
                (one.id, other.id, lower, upper)
                for lower, upper in pairwise(rungs)
                if not worth(rules, upper).holds_against(worth(rules, lower))
            ]

    assert not fallen


@pytest.mark.parametrize("trend", Trend)
def test_more_days_never_lower_the_urgency_day_by_day(rules: Rules, trend: Trend) -> None:
    course = [worth(rules, mild(days=quarter / 4, trend=trend)) for quarter in range(4 * 100)]

    assert all(later.holds_against(earlier) for earlier, later in pairwise(course))


# --- anybody --------------------------------------------------------------------------------------


@given(people.anybody(), people.facts)
def test_one_more_yes_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, fact: Fact
) -> None:
    more = replace(answers, yes=answers.yes | {fact})

    assert worth(rules, more).holds_against(worth(rules, answers))


@given(people.anybody(), people.facts)
def test_one_more_not_sure_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, fact: Fact
) -> None:
    more = replace(answers, unsure=answers.unsure | {fact})

    assert worth(rules, more).holds_against(worth(rules, answers))


@given(people.anybody(), st.data())
def test_a_yes_instead_of_a_not_sure_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, data: st.DataObject
) -> None:
    sure = data.draw(st.frozensets(st.sampled_from(sorted(answers.unsure or {"fever"}))))
    more = replace(answers, yes=answers.yes | sure, unsure=answers.unsure - sure)

    assert worth(rules, more).holds_against(worth(rules, answers))


@given(people.anybody(), people.pains)
def test_more_pain_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, pain: int
) -> None:
    low, high = sorted([pain, answers.pain or 0])

    assert worth(rules, replace(answers, pain=high)).holds_against(
        worth(rules, replace(answers, pain=low))
    )


@given(people.anybody(), people.days)
def test_more_days_of_the_same_trend_never_lower_what_anybody_is_told(
    rules: Rules, answers: Answers, days: float
) -> None:
    few, many = sorted([days, answers.days or 0])

    assert worth(rules, replace(answers, days=many)).holds_against(
        worth(rules, replace(answers, days=few))
    )


@given(people.anybody(), st.sampled_from(NEVER_MILDER))
def test_a_worse_trend_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, step: tuple[Trend, Trend]
) -> None:
    before, after = step

    assert worth(rules, replace(answers, trend=after)).holds_against(
        worth(rules, replace(answers, trend=before))
    )


@given(people.anybody(age=people.ages_coached), people.ages_coached)
def test_an_older_age_from_16_up_never_lowers_what_anybody_is_told(
    rules: Rules, answers: Answers, age: int
) -> None:
    younger, older = sorted([age, answers.age or 0])

    assert worth(rules, replace(answers, age=older)).holds_against(
        worth(rules, replace(answers, age=younger))
    )


@given(people.anybody())
def test_a_number_not_asked_yet_never_counts_for_more_than_any_answer(
    rules: Rules, answers: Answers
) -> None:
    whole = worth(rules, answers)

    assert whole.holds_against(worth(rules, replace(answers, age=None)))
    assert whole.holds_against(worth(rules, replace(answers, days=None)))
    assert whole.holds_against(worth(rules, replace(answers, pain=None)))


@given(people.anybody())
def test_what_is_in_both_counts_as_yes(rules: Rules, answers: Answers) -> None:
    both = replace(answers, unsure=answers.unsure | answers.yes)

    assert worth(rules, answers) == worth(rules, both)
