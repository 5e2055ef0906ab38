"""Twelve plain spasms, in every mixture: routine at most, and nothing locked."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.safety.tables import closed_by, facts_table

from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.assess import assess
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

PLAIN = facts_table().plain_spasm
FACTS = sorted(frozenset().union(*PLAIN))
AGES = range(20, 61)
DAYS = (0, 0.04, 0.5, 1, 2, 3, 4, 5)
PAINS = range(6, 10)


def mixtures() -> Iterator[frozenset[Fact]]:
    every = chain.from_iterable(combinations(FACTS, size) for size in range(len(FACTS) + 1))
    return map(frozenset, every)


def through_signs(rules: Rules, facts: frozenset[Fact]) -> frozenset[Fact]:
    """All facts that the signs cover which somebody ticks to say these."""
    asked = [rules.sign_of[fact] for fact in facts if fact not in rules.unasked]
    return frozenset(fact for sign in asked for fact in sign.covers) | facts


def over_called(rules: Rules, answers: Answers) -> bool:
    assessment = assess(rules, answers)
    return assessment.urgency > Urgency.ROUTINE or bool(closed_by(assessment))


def test_there_are_64_mixtures_of_facts() -> None:
    assert len(set(mixtures())) == 64


@pytest.mark.parametrize("trend", Trend)
def test_no_mixture_is_over_called_at_any_age(rules: Rules, trend: Trend) -> None:
    loud = [
        (sorted(facts), age)
        for facts in mixtures()
        for age in AGES
        if over_called(rules, Answers(age, max(DAYS), max(PAINS), trend, facts))
    ]

    assert not loud


@pytest.mark.parametrize("trend", Trend)
def test_no_mixture_is_over_called_on_any_day_at_any_pain(rules: Rules, trend: Trend) -> None:
    loud = [
        (sorted(facts), age, days, pain)
        for facts in mixtures()
        for age in (min(AGES), max(AGES))
        for days in DAYS
        for pain in PAINS
        if over_called(rules, Answers(age, days, pain, trend, facts))
    ]

    assert not loud


@pytest.mark.parametrize("trend", Trend)
def test_no_mixture_is_over_called_through_the_signs_that_say_it(
    rules: Rules, trend: Trend
) -> None:
    loud = [
        (sorted(facts), age)
        for facts in {through_signs(rules, facts) for facts in mixtures()}
        for age in AGES
        for days in DAYS
        for pain in PAINS
        if over_called(rules, Answers(age, days, pain, trend, facts))
    ]

    assert not loud


@given(
    st.frozensets(st.sampled_from(PLAIN)).map(lambda some: frozenset().union(*some)),
    st.frozensets(st.sampled_from(FACTS)),
    st.sampled_from(AGES),
    st.floats(0, 5),
    st.sampled_from(PAINS),
    st.sampled_from(Trend),
)
def test_no_mixture_is_over_called_sure_or_not(
    rules: Rules,
    yes: frozenset[Fact],
    unsure: frozenset[Fact],
    age: int,
    days: float,
    pain: int,
    trend: Trend,
) -> None:
    assert not over_called(rules, Answers(age, days, pain, trend, yes, unsure - yes))
