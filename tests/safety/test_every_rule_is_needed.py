"""Rule 13: take each rule away in turn, and some named case must come out differently.

"Differently" means another urgency, other reasons or other locks. The cases are the lines of
`facts_table.toml` and the people of `cases.toml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import pytest
from tests.safety.tables import JUST_OVER, RaiseLine, facts_table, mild, verdict, worked_cases

from unspasm.domain.answers import Answers, Fact
from unspasm.domain.assess import assess
from unspasm.domain.locks import Lock
from unspasm.domain.rules import (
    ChoiceQuestion,
    Page,
    Raise,
    Rules,
    Sign,
    Step,
    UnderAge,
)
from unspasm.domain.urgency import Urgency

Broken = Iterator[tuple[str, Rules]]
"""What was taken away, and the rules without it."""

WORTH_NOTHING_ALONE = frozenset(
    # The table gives these no urgency and no lock of their own; they only take part in raises.
    {
        "bones",
        "diabetes",
        "keep_still",
        "bleeding",
        "morning_stiff",
        "better_moving",
        "first_ever",
        "small_fall",
        "lift_twist",
    }
)

COMPANIONS_AS_HIGH_ALONE = frozenset(
    # Shivering shares its sign with fever, which the table names here. Both are same-day by
    # themselves, so this companion only adds the words of the raise.
    {"belly_and_more with shivering", "sweats_and_more with shivering"}
)

RAISES_AS_HIGH_WITHOUT = frozenset(
    # Every companion of night sweats is same-day by itself. Over 90 days are soon by themselves,
    # which is more than the routine of stiff mornings. Both raises only add their words.
    {"sweats_and_more", "stiff_mornings"}
)


# --- the named cases ------------------------------------------------------------------------------


@cache
def named_cases() -> Mapping[str, Answers]:
    table = facts_table()
    cases = {f"{fact} alone": mild(fact) for fact in table.facts}
    for line in table.raises:
        cases[line.name] = line.answers
        cases |= {f"{line.name}, not quite {what}": one for what, one in _not_quite(line)}
    for passed in table.course:
        days = passed.days_over + JUST_OVER
        cases[f"{passed.trend.value} for {days} days"] = mild(days=days, trend=passed.trend)
    cases["just under 16"] = mild(age=table.under_16.age_below - 1)
    cases["just 16"] = mild(age=table.under_16.age_below)
    cases |= {case.id: case.answers for case in worked_cases()}
    return cases


def _not_quite(line: RaiseLine) -> Iterator[tuple[str, Answers]]:
    """The answers of a line, one step short of each limit in it."""
    answers = line.answers
    if line.pain is not None:
        yield "pain", replace(answers, pain=line.pain - 1)
    if line.age is not None:
        yield "age", replace(answers, age=line.age - 1)
    if line.days_over is not None:
        yield "days", replace(answers, days=line.days_over)


Verdict = tuple[Urgency, frozenset[tuple[str, Lock]]]


@dataclass(frozen=True)
class Watch:
    """The named cases, and how each comes out under the rules as they ship."""

    verdicts: Mapping[str, Verdict]

    def notices(self, broken: Rules) -> bool:
        """Whether some named case comes out differently."""
        return any(
            verdict(assess(broken, _as_far_as_known(broken, answers))) != self.verdicts[name]
            for name, answers in named_cases().items()
        )

    def unnoticed(self, every: Iterable[tuple[str, Rules]]) -> frozenset[str]:
        """What can be taken away without any case coming out differently."""
        return frozenset(name for name, broken in every if not self.notices(broken))


@pytest.fixture(scope="module")
def watch(rules: Rules) -> Watch:
    """How each named case comes out under the rules as they ship."""
    return Watch({name: verdict(assess(rules, one)) for name, one in named_cases().items()})


def _as_far_as_known(rules: Rules, answers: Answers) -> Answers:
    """A fact that no sign covers any more cannot be said any more."""
    return replace(answers, yes=answers.yes & rules.facts, unsure=answers.unsure & rules.facts)


# --- rules with something taken away --------------------------------------------------------------


def with_sign(rules: Rules, old: Sign, *new: Sign) -> Rules:
    """The rules with `new` in the place of `old`. Made anew, so that nothing is remembered."""
    return replace(rules, steps=tuple(_step_with(step, old, new) for step in rules.steps))


def _step_with(step: Step, old: Sign, new: tuple[Sign, ...]) -> Step:
    match step:
        case Page(signs=signs) if old in signs:
            place = signs.index(old)
            return replace(step, signs=(*signs[:place], *new, *signs[place + 1 :]))
        case ChoiceQuestion(options=options):
            return replace(
                step,
                options=tuple(
                    one
                    for option in options
                    for one in (
                        [replace(option, sign=sign) for sign in new]
                        if option.sign == old
                        else [option]
                    )
                ),
            )
        case _:
            return step


def worthless(sign: Sign, *covers: Fact) -> Sign:
    """A sign that can still be ticked but counts for nothing by itself."""
    return replace(
        sign,
        id=f"{sign.id}_worthless",
        covers=covers,
        urgency=Urgency.SELF_CARE,
        locks=Lock.NOTHING,
    )


def with_raise(rules: Rules, old: Raise, *new: Raise) -> Rules:
    place = rules.raises.index(old)
    return replace(rules, raises=(*rules.raises[:place], *new, *rules.raises[place + 1 :]))


def milder(urgency: Urgency) -> Urgency:
    return Urgency(max(0, urgency - 1))


def without(some: tuple[Fact, ...], one: Fact) -> tuple[Fact, ...]:
    return tuple(other for other in some if other != one)


# --- signs ----------------------------------------------------------------------------------------


def test_every_sign_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for sign in rules.signs.values():
            yield sign.id, with_sign(rules, sign)

    assert not watch.unnoticed(every())


def test_the_worth_of_every_sign_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for sign in rules.signs.values():
            yield sign.id, with_sign(rules, sign, worthless(sign, *sign.covers))

    assert watch.unnoticed(every()) == WORTH_NOTHING_ALONE


def test_one_urgency_lower_is_noticed_for_every_sign(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for sign in rules.signs.values():
            if sign.urgency > Urgency.SELF_CARE:
                yield sign.id, with_sign(rules, sign, replace(sign, urgency=milder(sign.urgency)))

    assert not watch.unnoticed(every())


def test_the_lock_of_every_sign_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for sign in rules.signs.values():
            if sign.locks is not Lock.NOTHING:
                yield sign.id, with_sign(rules, sign, replace(sign, locks=Lock.NOTHING))

    assert not watch.unnoticed(every())


def test_every_fact_of_every_sign_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for fact, sign in rules.sign_of.items():
            rest = replace(sign, covers=without(sign.covers, fact))
            yield fact, with_sign(rules, sign, rest)

    assert not watch.unnoticed(every())


def test_the_worth_of_every_fact_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for fact, sign in rules.sign_of.items():
            rest = replace(sign, covers=without(sign.covers, fact))
            yield fact, with_sign(rules, sign, rest, worthless(sign, fact))

    exempt = {fact for sign in WORTH_NOTHING_ALONE for fact in rules.signs[sign].covers}
    assert exempt == watch.unnoticed(every())


# --- raises ---------------------------------------------------------------------------------------


def test_every_raise_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            yield rule.id, with_raise(rules, rule)

    assert not watch.unnoticed(every())


def test_every_fact_of_every_raise_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            for fact in rule.facts:
                rest = replace(rule, facts=without(rule.facts, fact))
                yield f"{rule.id} of {fact}", with_raise(rules, rule, rest)

    assert not watch.unnoticed(every())


def test_every_companion_of_every_raise_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            for fact in rule.companions:
                rest = replace(rule, companions=without(rule.companions, fact))
                yield f"{rule.id} with {fact}", with_raise(rules, rule, rest)

    assert watch.unnoticed(every()) == COMPANIONS_AS_HIGH_ALONE


def test_every_number_and_trend_of_every_raise_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            broken = {
                "pain": replace(rule, with_pain=None),
                "age": replace(rule, with_age=None),
                "trend": replace(rule, with_trend=None),
                "days": replace(rule, days_over=None),
            }
            for name, one in broken.items():
                if one != rule:
                    yield f"{rule.id} with {name}", with_raise(rules, rule, one)

    assert not watch.unnoticed(every())


def test_every_limit_of_every_raise_is_exact(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            for step in (-1, 1):
                if rule.with_pain is not None:
                    moved = replace(rule, with_pain=rule.with_pain + step)
                    yield f"{rule.id} pain {step}", with_raise(rules, rule, moved)
                if rule.with_age is not None:
                    moved = replace(rule, with_age=rule.with_age + step)
                    yield f"{rule.id} age {step}", with_raise(rules, rule, moved)
                if rule.days_over is not None:
                    moved = replace(rule, days_over=rule.days_over + step)
                    yield f"{rule.id} days {step}", with_raise(rules, rule, moved)

    assert not watch.unnoticed(every())


def test_one_urgency_lower_is_noticed_for_every_raise(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            yield rule.id, with_raise(rules, rule, replace(rule, to=milder(rule.to)))

    assert watch.unnoticed(every()) == RAISES_AS_HIGH_WITHOUT


def test_the_lock_of_every_raise_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.raises:
            if rule.locks is not Lock.NOTHING:
                yield rule.id, with_raise(rules, rule, replace(rule, locks=Lock.NOTHING))

    assert not watch.unnoticed(every())


# --- time and age ---------------------------------------------------------------------------------


def test_every_rule_over_time_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.course:
            rest = tuple(other for other in rules.course if other != rule)
            yield rule.id, replace(rules, course=rest)

    assert not watch.unnoticed(every())


def test_every_trend_of_every_rule_over_time_is_needed(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.course:
            for trend in rule.trends:
                rest = replace(rule, trends=rule.trends - {trend})
                course = tuple(rest if other == rule else other for other in rules.course)
                yield f"{rule.id} {trend.value}", replace(rules, course=course)

    assert not watch.unnoticed(every())


def test_every_limit_of_every_rule_over_time_is_exact(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.course:
            for step in (-1, 1):
                moved = replace(rule, days_over=rule.days_over + step)
                course = tuple(moved if other == rule else other for other in rules.course)
                yield f"{rule.id} {step}", replace(rules, course=course)

    assert not watch.unnoticed(every())


def test_one_urgency_lower_is_noticed_for_every_rule_over_time(rules: Rules, watch: Watch) -> None:
    def every() -> Broken:
        for rule in rules.course:
            lower = replace(rule, urgency=milder(rule.urgency))
            course = tuple(lower if other == rule else other for other in rules.course)
            yield rule.id, replace(rules, course=course)

    assert not watch.unnoticed(every())


def test_everything_about_being_under_16_is_needed(rules: Rules, watch: Watch) -> None:
    young = rules.under_16
    broken: dict[str, UnderAge] = {
        "never": replace(young, age_below=0),
        "from 15": replace(young, age_below=young.age_below - 1),
        "from 17": replace(young, age_below=young.age_below + 1),
        "milder": replace(young, urgency=milder(young.urgency)),
        "open": replace(young, locks=Lock.NOTHING),
    }

    every = ((name, replace(rules, under_16=one)) for name, one in broken.items())
    assert not watch.unnoticed(every)


# --- the watch itself -----------------------------------------------------------------------------


def test_only_what_the_table_gives_nothing_is_exempt(rules: Rules) -> None:
    table = facts_table()
    given = {
        (table.facts[fact].alone, table.facts[fact].locks)
        for sign in WORTH_NOTHING_ALONE
        for fact in rules.signs[sign].covers
    }

    assert given == {(Urgency.SELF_CARE, Lock.NOTHING)}


def test_the_rules_as_they_ship_are_not_noticed(rules: Rules, watch: Watch) -> None:
    assert not watch.notices(replace(rules))
