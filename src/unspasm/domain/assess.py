"""From answers to an urgency, with every reason that led there.

The urgency is the highest of all reasons, and every reason is found by itself. So one more "yes"
can only add reasons and never lower the urgency.
"""

from collections.abc import Iterator

from unspasm.domain.answers import Answers, Fact
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Call, CourseRule, Raise, Rules, Sign
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value

UNDER_16 = "under_16"
"""The id of the reason "under 16"."""


@value
class Reason:
    """One thing that led to the urgency."""

    id: str
    """The sign, raise or rule over time that speaks."""
    sign: str
    """The sign that it is about, or `id` again where no sign is behind it."""
    urgency: Urgency
    locks: Lock
    because: str
    sources: tuple[str, ...]
    say: str = ""
    call: Call | None = None
    unsure: bool = False
    """It rests on a "not sure" alone."""
    signs: frozenset[str] = frozenset()
    """Every sign that takes part in it."""
    asked: str = ""
    """The words that the person ticked, where one sign is behind it."""


@value
class Assessment:
    """How soon to get care, and why."""

    urgency: Urgency
    reasons: tuple[Reason, ...]
    """The most urgent first, otherwise in the order of the checklist."""

    @property
    def leading(self) -> tuple[Reason, ...]:
        """The reasons that set the urgency."""
        return tuple(reason for reason in self.reasons if reason.urgency is self.urgency)


def assess(rules: Rules, answers: Answers) -> Assessment:
    """Return how soon to get care for these answers, and every reason."""
    reasons = [
        *_under_16(rules, answers),
        *_signs(rules, answers),
        *_raises(rules, answers),
        *_course(rules, answers),
    ]
    return assessment_of(reasons)


def assessment_of(reasons: list[Reason]) -> Assessment:
    """Return the assessment that these reasons add up to."""
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.urgency))
    highest = max((reason.urgency for reason in ordered), default=Urgency.SELF_CARE)
    return Assessment(highest, ordered)


def _under_16(rules: Rules, answers: Answers) -> Iterator[Reason]:
    young = rules.under_16
    if answers.age is not None and answers.age < young.age_below:
        yield Reason(
            id=UNDER_16,
            sign=UNDER_16,
            urgency=young.urgency,
            locks=young.locks,
            because=young.because,
            sources=young.sources,
            say=young.say,
        )


def _signs(rules: Rules, answers: Answers) -> Iterator[Reason]:
    for sign in rules.signs.values():
        ticked = answers.true.intersection(sign.covers)
        if ticked and (sign.urgency > Urgency.SELF_CARE or sign.locks is not Lock.NOTHING):
            yield _reason_of_sign(sign, unsure=not ticked & answers.yes)


def _reason_of_sign(sign: Sign, *, unsure: bool) -> Reason:
    return Reason(
        id=sign.id,
        sign=sign.id,
        urgency=sign.urgency,
        locks=_lock(sign.urgency, sign.locks, unsure=unsure),
        because=sign.because,
        sources=sign.sources,
        say=sign.say,
        call=sign.call,
        unsure=unsure,
        signs=frozenset({sign.id}),
        asked=sign.ask,
    )


def _lock(urgency: Urgency, lock: Lock, *, unsure: bool) -> Lock:
    """Being unsure about a same-day sign closes floor work only."""
    return Lock.FLOOR if unsure and urgency is Urgency.SAME_DAY else lock


def _raises(rules: Rules, answers: Answers) -> Iterator[Reason]:
    for rule in rules.raises:
        if _holds(rule, answers, answers.true):
            unsure = not _holds(rule, answers, answers.yes)
            taking_part = answers.true.intersection(rule.facts + rule.companions)
            raised = rules.sign_of[next(fact for fact in rule.facts if fact in taking_part)]
            yield Reason(
                id=rule.id,
                sign=raised.id,
                urgency=rule.to,
                locks=_lock(rule.to, rule.locks, unsure=unsure),
                because=rule.because,
                sources=rule.sources,
                say=raised.say,
                call=rule.call,
                unsure=unsure,
                signs=frozenset(rules.sign_of[fact].id for fact in taking_part),
            )


def _holds(rule: Raise, answers: Answers, true: frozenset[Fact]) -> bool:
    if true.isdisjoint(rule.facts):
        return False
    if rule.days_over is not None and (answers.days is None or answers.days <= rule.days_over):
        return False
    return (
        not true.isdisjoint(rule.companions)
        or _at_least(answers.pain, rule.with_pain)
        or _at_least(answers.age, rule.with_age)
        or (rule.with_trend is not None and answers.trend is rule.with_trend)
    )


def _at_least(value: int | None, limit: int | None) -> bool:
    return value is not None and limit is not None and value >= limit


def _course(rules: Rules, answers: Answers) -> Iterator[Reason]:
    days = answers.days
    if days is None:
        return
    holding = [
        rule for rule in rules.course if days > rule.days_over and answers.trend in rule.trends
    ]
    if holding:
        yield _reason_of_course(max(holding, key=lambda rule: (rule.urgency, rule.days_over)))


def _reason_of_course(rule: CourseRule) -> Reason:
    return Reason(
        id=rule.id,
        sign=rule.id,
        urgency=rule.urgency,
        locks=Lock.NOTHING,
        because=rule.because,
        sources=rule.sources,
    )
