"""Tips, the topics they stand in, and the small things of a day: values, and today's tip."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zlib import crc32

from unspasm.domain.locks import Activity
from unspasm.domain.stretches import Recovery


@dataclass(frozen=True)
class Tip:
    """One question that people have, or one thing to know, with its answer."""

    id: str
    topic: str
    """The id of its topic."""
    title: str
    lead: str
    """The answer in one or two sentences."""
    lines: tuple[str, ...]
    """The rest, a paragraph or a step each, in order."""
    sources: tuple[str, ...]
    differs: str = ""
    """Where better evidence differs from what is often said."""
    check: bool = False
    """What it asks about is a listed warning sign: checking comes before reading."""
    asked: tuple[str, ...] = ()
    """Other words that people type, for the search alone."""
    phases: frozenset[Recovery] = frozenset()
    """In which phases of recovery it fits as today's tip."""
    related: tuple[str, ...] = ()
    """Ids of other tips."""


@dataclass(frozen=True)
class Topic:
    """Tips that belong together."""

    id: str
    title: str
    about: str
    tips: tuple[Tip, ...]
    """In the order of content."""


@dataclass(frozen=True)
class Small:
    """One small thing to do for the back on a day."""

    id: str
    do: str
    why: str
    tip: str
    """The id of a tip that says more."""
    phases: frozenset[Recovery]
    sources: tuple[str, ...]
    needs: Activity | None = None
    """What must be open for it."""


@dataclass(frozen=True)
class TipLibrary:
    """All there is to read, and the small things of a day."""

    topics: tuple[Topic, ...]
    smalls: tuple[Small, ...]

    @cached_property
    def tips(self) -> Mapping[str, Tip]:
        """Every tip by id, in the order of topics."""
        return {tip.id: tip for topic in self.topics for tip in topic.tips}

    def related(self, tip: Tip) -> tuple[Tip, ...]:
        """Return the tips that a tip leads on to."""
        return tuple(self.tips[name] for name in tip.related)


def todays_tip(tips: Iterable[Tip], recovery: Recovery, day: date) -> Tip | None:
    """Return the tip of a day: one that fits the phase, another one the next day.

    They come round in an order that mixes the topics and that nothing but the tips themselves
    decides. One that asks about a warning sign is never among them.

    Args:
        tips: to choose from, in any order.
        recovery: the phase of recovery.
        day: the calendar day as lived.
    """
    fitting = sorted(
        (tip for tip in tips if recovery in tip.phases and not tip.check),
        key=lambda tip: (crc32(tip.id.encode()), tip.id),
    )
    return fitting[day.toordinal() % len(fitting)] if fitting else None
