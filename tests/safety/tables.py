"""The two tables that the checklist is held against: what each fact is worth, and worked cases."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.assess import Assessment
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.urgency import Urgency

HERE = Path(__file__).parent
JUST_OVER = 0.01
"""A quarter of an hour, in days."""


@dataclass(frozen=True)
class FactLine:
    """What one yes is worth by itself."""

    fact: Fact
    alone: Urgency
    locks: Lock


@dataclass(frozen=True)
class RaiseLine:
    """What raises a fact. All conditions hold at once."""

    fact: Fact
    to: Urgency
    with_fact: Fact | None
    pain: int | None
    age: int | None
    trend: Trend | None
    days_over: float | None

    @property
    def name(self) -> str:
        """A short name for reports."""
        other = self.with_fact or self.trend or self.age or self.pain
        return f"{self.fact}+{other.value if isinstance(other, Trend) else other}"

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts that it takes."""
        return frozenset({self.fact, self.with_fact} - {None})  # type: ignore[arg-type]

    @property
    def answers(self) -> Answers:
        """The mildest answers that meet every condition, at its exact limit."""
        return mild(
            *self.facts,
            age=self.age or 30,
            pain=self.pain or 0,
            trend=self.trend or Trend.IMPROVING,
            days=0 if self.days_over is None else self.days_over + JUST_OVER,
        )


@dataclass(frozen=True)
class CourseLine:
    """What lasting this long, going this way, is worth."""

    days_over: float
    trend: Trend
    urgency: Urgency


@dataclass(frozen=True)
class UnderAgeLine:
    """What being too young is worth."""

    age_below: int
    urgency: Urgency
    locks: Lock


@dataclass(frozen=True)
class WorkedCase:
    """A made-up person, and what the sources give for them."""

    id: str
    answers: Answers
    urgency: Urgency
    lowest: Urgency
    highest: Urgency


@dataclass(frozen=True)
class FactsTable:
    """The table of facts."""

    facts: dict[Fact, FactLine]
    raises: tuple[RaiseLine, ...]
    course: tuple[CourseLine, ...]
    under_16: UnderAgeLine
    nerve_signs: frozenset[Fact]
    plain_spasm: tuple[frozenset[Fact], ...]
    """The facts behind each of the twelve plain spasms; several have none."""


def mild(
    *yes: Fact,
    age: int = 30,
    days: float = 0,
    pain: int = 0,
    trend: Trend = Trend.IMPROVING,
    unsure: frozenset[Fact] = frozenset(),
) -> Answers:
    """Answers that are worth nothing but for these facts."""
    return Answers(age, days, pain, trend, frozenset(yes), unsure)


def closed_by(assessment: Assessment) -> frozenset[Activity]:
    """Everything that the reasons of an assessment close."""
    return frozenset[Activity]().union(*(reason.locks.closes for reason in assessment.reasons))


def verdict(assessment: Assessment) -> tuple[Urgency, frozenset[tuple[str, Lock]]]:
    """What a rule can change: the urgency, the reasons and what they lock."""
    return assessment.urgency, frozenset((one.id, one.locks) for one in assessment.reasons)


@cache
def facts_table() -> FactsTable:
    """Read `facts_table.toml`."""
    raw = _read("facts_table.toml")
    young = raw["under_16"]
    return FactsTable(
        facts={
            row["id"]: FactLine(row["id"], Urgency.from_word(row["alone"]), Lock(row["locks"]))
            for row in raw["fact"]
        },
        raises=tuple(_raise(row) for row in raw["raise"]),
        course=tuple(
            CourseLine(row["days_over"], Trend(row["trend"]), Urgency.from_word(row["urgency"]))
            for row in raw["course"]
        ),
        under_16=UnderAgeLine(
            young["age_below"], Urgency.from_word(young["urgency"]), Lock(young["locks"])
        ),
        nerve_signs=frozenset(raw["nerve_signs"]),
        plain_spasm=tuple(frozenset(one["yes"]) for one in raw["plain_spasm"]),
    )


@cache
def worked_cases() -> tuple[WorkedCase, ...]:
    """Read `cases.toml`."""
    return tuple(_case(row) for row in _read("cases.toml")["case"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _raise(row: dict[str, Any]) -> RaiseLine:
    known = {"fact", "to", "with_fact", "pain_at_least", "age_at_least", "trend", "days_over"}
    if unknown := row.keys() - known:
        raise ValueError(f"a raise of {row['fact']} has {unknown}")
    return RaiseLine(
        fact=row["fact"],
        to=Urgency.from_word(row["to"]),
        with_fact=row.get("with_fact"),
        pain=row.get("pain_at_least"),
        age=row.get("age_at_least"),
        trend=Trend(row["trend"]) if "trend" in row else None,
        days_over=row.get("days_over"),
    )


def _case(row: dict[str, Any]) -> WorkedCase:
    given = row["answers"]
    return WorkedCase(
        id=row["id"],
        answers=Answers(
            age=given["age"],
            days=given["days"],
            pain=given["pain"],
            trend=Trend(given.get("trend", "unknown")),
            yes=frozenset(given["yes"]),
            unsure=frozenset(given["unsure"]),
        ),
        urgency=Urgency.from_word(row["urgency"]),
        lowest=Urgency.from_word(row["lowest"]),
        highest=Urgency.from_word(row["highest"]),
    )
