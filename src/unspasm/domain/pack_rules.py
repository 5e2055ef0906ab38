"""The numbers of the pack timer, and what content says about packs.

The numbers stand in the code because they are the device: content repeats each with its source, and
`content check` refuses any other.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum

from unspasm.domain.pack_entries import PackKind
from unspasm.domain.rules import Page, Sign
from unspasm.domain.values import value

MOST_MINUTES = 20
"""No pack stays on longer."""
DEFAULT_MINUTES = 12
SKIN_REST = timedelta(hours=2)
"""After any pack, wherever it was."""
SOONER = timedelta(hours=1)
"""From when on a cold pack may follow a cold pack, if the person chooses so."""
A_DAY = timedelta(hours=24)
MOST_IN_A_DAY = {PackKind.COLD: 6, PackKind.HEAT: 3}
CHECK_EVERY = timedelta(minutes=5)
REPEAT_AFTER = timedelta(seconds=30)
"""A skin check that nobody answers is asked once more, and given up as long after that."""
UNANSWERED = 2
"""So many skin checks in a row that nobody answers end a pack."""
UNTOUCHED = timedelta(seconds=60)
"""Until then a pack that never touched the skin can be taken back."""
ALARM_EVERY = timedelta(seconds=20)
NOTICES = (timedelta(minutes=5), timedelta(minutes=1))
"""Time left at which a word is said."""

NUMBERS = {
    "cold_default_minutes": DEFAULT_MINUTES,
    "heat_default_minutes": DEFAULT_MINUTES,
    "cold_maximum_minutes": MOST_MINUTES,
    "heat_maximum_minutes": MOST_MINUTES,
    "skin_rest_minutes": SKIN_REST // timedelta(minutes=1),
    "cold_after_cold_minutes": SOONER // timedelta(minutes=1),
    "cold_in_24_hours": MOST_IN_A_DAY[PackKind.COLD],
    "heat_in_24_hours": MOST_IN_A_DAY[PackKind.HEAT],
    "skin_check_minutes": CHECK_EVERY // timedelta(minutes=1),
    "repeat_seconds": REPEAT_AFTER // timedelta(seconds=1),
    "unanswered_checks": UNANSWERED,
    "untouched_seconds": UNTOUCHED // timedelta(seconds=1),
    "alarm_seconds": ALARM_EVERY // timedelta(seconds=1),
}
"""Every number by the name that content calls it."""


class Answer(Enum):
    """What a condition means for a pack, the weightiest last."""

    NOT_NOW = "not_now"
    """Not until it has passed."""
    ASK = "ask"
    """Only after a pharmacist, doctor or other clinician was asked."""
    NEVER = "never"
    """No pack, whatever anybody said."""


@value
class Condition:
    """Something that speaks against a pack."""

    sign: Sign
    """How it is asked."""
    packs: frozenset[PackKind]
    lasting: bool
    """Asked once and kept, rather than before every pack."""
    answer: Answer


@value
class PackCard:
    """What the person is told in place of a timer, or about their skin."""

    heading: str
    act: tuple[str, ...]
    sources: tuple[str, ...]


@value
class PackText:
    """What is said about one kind of pack."""

    name: str
    choose: str
    how: tuple[str, ...]
    never: tuple[str, ...]
    stop: tuple[str, ...]
    evidence: tuple[str, ...]
    sources: tuple[str, ...]


@value
class Number:
    """Why a number of the timer is what it is."""

    id: str
    value: int
    because: str
    sources: tuple[str, ...]


@value
class PackRules:
    """Everything that content says about packs."""

    once: Page
    """The frame of the page that is asked once; its signs depend on the kind of pack."""
    each: Page
    """The frame of the page that is asked before every pack."""
    pain_ask: str
    conditions: tuple[Condition, ...]
    texts: Mapping[PackKind, PackText]
    numbers: tuple[Number, ...]
    cards: Mapping[Answer, PackCard]
    skin: PackCard
    """For skin that a pack has changed."""

    def bearing_on(self, kind: PackKind, *, lasting: bool) -> tuple[Condition, ...]:
        """The conditions that bear on this kind of pack."""
        return tuple(one for one in self.conditions if kind in one.packs and one.lasting is lasting)
