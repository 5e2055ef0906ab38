"""The shapes of tips and of the daily plan. See `shapes` for what they share."""

from datetime import date
from typing import Literal

from unspasm.catalogue.shapes import Shape

PhaseWord = Literal["acute", "easing", "prevention"]


class TipShape(Shape):
    """One tip of a topic."""

    id: str
    title: str
    lead: str
    lines: list[str]
    differs: str | None = None
    check: bool = False
    asked: list[str] = []
    phases: list[PhaseWord] = []
    related: list[str] = []
    sources: list[str]
    reviewed: date


class TopicShape(Shape):
    """`tips/*.toml`."""

    id: str
    title: str
    order: int
    about: str
    tip: list[TipShape]


class SmallShape(Shape):
    """One small thing of the daily plan."""

    id: str
    do: str
    why: str
    tip: str
    needs: Literal["session", "floor"] | None = None
    phases: list[PhaseWord]
    sources: list[str]
    reviewed: date


class PlanShape(Shape):
    """`plan.toml`."""

    small: list[SmallShape]
