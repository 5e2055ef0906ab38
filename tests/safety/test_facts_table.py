"""The checklist against the table of facts, fact by fact, pair by pair and day by day."""

from itertools import combinations

import pytest
from tests.safety.tables import (
    JUST_OVER,
    RaiseLine,
    closed_by,
    facts_table,
    mild,
    worked_cases,
)

from unspasm.domain.answers import Fact, Trend
from unspasm.domain.assess import UNDER_16, assess
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

TABLE = facts_table()
FACTS = sorted(TABLE.facts)

WIDER_LOCKS: dict[Fact, Lock] = {
    # Each shares its sign with facts that close packs as well, and a sign has one lock.
    "shape_change_or_lump": Lock.SESSIONS_AND_PACKS,
    "weight_loss": Lock.SESSIONS_AND_PACKS,
    "dark_urine": Lock.SESSIONS_AND_PACKS,
}

STRICTER_PAIRS: dict[frozenset[Fact], Urgency] = {
    # The table names fever only; shivering shares its sign with fever and says the same.
    frozenset({"pain_waves_to_groin", "shivering"}): Urgency.EMERGENCY,
}


def highest_alone(*facts: Fact) -> Urgency:
    return max(TABLE.facts[fact].alone for fact in facts)


def over_time(days: float, trend: Trend) -> Urgency:
    """What the table gives for time alone."""
    holding = [
        line.urgency for line in TABLE.course if line.trend is trend and days > line.days_over
    ]
    return max(holding, default=Urgency.SELF_CARE)


# --- one fact -------------------------------------------------------------------------------------


def test_the_vocabulary_is_that_of_the_table(rules: Rules) -> None:
    assert frozenset(FACTS) == rules.facts


def test_no_fact_is_covered_twice_and_none_is_forgotten(rules: Rules) -> None:
    covered = [fact for sign in rules.signs.values() for fact in sign.covers]

    assert sorted(TABLE.facts.keys() - rules.unasked) == sorted(covered)


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_alone_reaches_its_urgency(rules: Rules, fact: Fact) -> None:
    assert TABLE.facts[fact].alone is assess(rules, mild(fact)).urgency


@pytest.mark.parametrize("fact", FACTS)
def test_not_being_sure_of_a_fact_alone_reaches_its_urgency(rules: Rules, fact: Fact) -> None:
    answers = mild(unsure=frozenset({fact}))

    assert TABLE.facts[fact].alone is assess(rules, answers).urgency


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_alone_locks_what_the_table_says(rules: Rules, fact: Fact) -> None:
    lock = WIDER_LOCKS.get(fact, TABLE.facts[fact].locks)

    assert lock.closes == closed_by(assess(rules, mild(fact)))
    assert lock.closes >= TABLE.facts[fact].locks.closes


# --- raises ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", TABLE.raises, ids=lambda line: line.name)
def test_a_raise_reaches_its_urgency_at_its_exact_limits(rules: Rules, line: RaiseLine) -> None:
    answers = line.answers
    expected = max(
        line.to,
        highest_alone(*line.facts),
        over_time(answers.days or 0, answers.trend),
        STRICTER_PAIRS.get(line.facts, Urgency.SELF_CARE),
    )

    assert expected is assess(rules, answers).urgency


def test_every_pair_of_facts_is_worth_what_the_table_says(rules: Rules) -> None:
    raised: dict[frozenset[Fact], Urgency] = {}
    for line in TABLE.raises:
        if line.with_fact and line.days_over is None:
            raised[line.facts] = max(line.to, raised.get(line.facts, Urgency.SELF_CARE))
    raised |= STRICTER_PAIRS

    different = []
    for pair in combinations(FACTS, 2):
        expected = max(highest_alone(*pair), raised.get(frozenset(pair), Urgency.SELF_CARE))
        actual = assess(rules, mild(*pair)).urgency
        if expected is not actual:
            different.append((*pair, expected.word, actual.word))

    assert not different


def test_every_fact_with_any_age_pain_or_trend_is_worth_what_the_table_says(rules: Rules) -> None:
    different = []
    for fact in FACTS:
        lines = [line for line in TABLE.raises if line.fact == fact and not line.with_fact]
        for age in (16, 30, 49, 50, 64, 65, 69, 70, 120):
            for pain in (0, 6, 7, 10):
                for trend in Trend:
                    holding = [
                        line.to
                        for line in lines
                        if (line.age is None or age >= line.age)
                        and (line.pain is None or pain >= line.pain)
                        and line.trend in {None, trend}
                    ]
                    expected = max([TABLE.facts[fact].alone, *holding])
                    answers = mild(fact, age=age, pain=pain, trend=trend)
                    actual = assess(rules, answers).urgency
                    if expected is not actual:
                        different.append((fact, age, pain, trend, expected, actual))

    assert not different


# --- time and age ---------------------------------------------------------------------------------


@pytest.mark.parametrize("trend", Trend)
@pytest.mark.parametrize("limit", sorted({line.days_over for line in TABLE.course}))
def test_time_counts_just_over_a_limit_and_not_at_it(
    rules: Rules, trend: Trend, limit: float
) -> None:
    for days in (limit - JUST_OVER, limit, limit + JUST_OVER, limit + 1):
        answers = mild(days=days, trend=trend)

        assert over_time(days, trend) is assess(rules, answers).urgency


def test_each_limit_passed_gives_other_words(rules: Rules) -> None:
    for trend in Trend:
        limits = sorted(line.days_over for line in TABLE.course if line.trend is trend)
        said = [
            reason.because
            for limit in limits
            for reason in assess(rules, mild(days=limit + JUST_OVER, trend=trend)).reasons
        ]

        assert len(limits) == len(set(said))


@pytest.mark.parametrize("trend", Trend)
def test_every_day_is_worth_what_the_table_says(rules: Rules, trend: Trend) -> None:
    for days in range(400):
        assert over_time(days, trend) is assess(rules, mild(days=days, trend=trend)).urgency


def test_time_alone_locks_nothing(rules: Rules) -> None:
    for line in TABLE.course:
        answers = mild(days=line.days_over + JUST_OVER, trend=line.trend)

        assert not closed_by(assess(rules, answers))


@pytest.mark.parametrize("age", range(TABLE.under_16.age_below))
def test_under_16_everything_is_closed_and_a_doctor_looks_soon(rules: Rules, age: int) -> None:
    assessment = assess(rules, mild(age=age))

    assert TABLE.under_16.urgency is assessment.urgency
    assert TABLE.under_16.locks.closes == closed_by(assessment)
    assert [reason.id for reason in assessment.reasons] == [UNDER_16]


def test_at_16_nothing_is_closed_by_age(rules: Rules) -> None:
    assessment = assess(rules, mild(age=TABLE.under_16.age_below))

    assert Urgency.SELF_CARE is assessment.urgency
    assert not assessment.reasons


@pytest.mark.parametrize("fact", FACTS)
def test_under_16_lowers_no_other_urgency(rules: Rules, fact: Fact) -> None:
    expected = max(TABLE.facts[fact].alone, TABLE.under_16.urgency)

    assert expected is assess(rules, mild(fact, age=15)).urgency


# --- the tables themselves ------------------------------------------------------------------------


def test_the_worked_cases_speak_the_vocabulary() -> None:
    unknown = {
        (case.id, fact)
        for case in worked_cases()
        for fact in case.answers.true
        if fact not in TABLE.facts
    }

    assert not unknown


def test_the_tables_are_whole() -> None:
    assert len(FACTS) == 99
    assert len(TABLE.plain_spasm) == 12
    assert len(TABLE.nerve_signs) == 18
    assert len(worked_cases()) == 290
    assert len({case.id for case in worked_cases()}) == 290
