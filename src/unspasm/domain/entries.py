"""What the journal keeps: the entries, and what each one says.

An entry is never changed. What it settles or corrects is named by a later entry; the state is what
all of them add up to, in any order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.rules import Call
from unspasm.domain.urgency import Urgency


@dataclass(frozen=True)
class About:
    """What holds for the person and decides what is safe to offer. The latest one counts."""

    year_of_birth: int | None = None
    said_in: int | None = None
    """The year in which the age was last said, to ask again when another year has begun."""
    pregnancy: str | None = None
    """`no`, or the sign `maybe_pregnant` or `pregnant`; `None` when never asked."""
    lasting_yes: frozenset[str] = frozenset()
    """Signs of the lasting page that are true."""
    lasting_unsure: frozenset[str] = frozenset()
    lasting_known: bool = False
    """Whether the lasting page has been answered at all."""
    country: str | None = None
    """ISO 3166 alpha-2, chosen by the person."""
    emergency_number: str | None = None
    """The person's own choice, before any list."""
    numbers: Mapping[Call, str] = field(default_factory=dict)
    """The person's own numbers for maternity, poisons and crisis."""

    def age_in(self, year: int) -> int | None:
        """The age reached in that year, or `None` if it was never said. Never negative."""
        return None if self.year_of_birth is None else max(0, year - self.year_of_birth)


class SettledAnswer(Enum):
    """How a sign is, for which a clinician has already seen the person."""

    SAME = "same"
    GONE = "gone"
    WORSE = "worse"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Check:
    """One run through the checklist, to its end or to an emergency sign."""

    answers: Answers
    urgency: Urgency
    reasons: tuple[Reason, ...]
    complete: bool
    """Every page that applies was answered. An emergency sign ends a check before that."""
    settled: Mapping[str, SettledAnswer] = field(default_factory=dict)
    """What was said of the signs that a clinician had already seen."""
    stopped_at: str | None = None
    """The step at which an emergency sign ended it."""


@dataclass(frozen=True)
class Called:
    """The person says that they called for help about a check."""

    check: str


class Said(Enum):
    """What the clinician said about exercise."""

    GO_ON = "go_on"
    NOT_YET = "not_yet"
    DID_NOT_SAY = "did_not_say"


@dataclass(frozen=True)
class Seen:
    """The person says that a clinician has seen them for these reasons; a phone call counts."""

    check: str
    reasons: frozenset[str]
    on: date
    said: Said


@dataclass(frozen=True)
class TakenBack:
    """The person says that these reasons of a check were ticked by mistake."""

    check: str
    reasons: frozenset[str]


@dataclass(frozen=True)
class EpisodeOver:
    """The person says that this spasm is over."""


Body = About | Check | Called | Seen | TakenBack | EpisodeOver


@dataclass(frozen=True)
class Entry:
    """One line of the journal."""

    id: str
    """A UUID, the same on every machine that has the entry."""
    at: datetime
    """UTC, aware."""
    utc_offset: timedelta
    body: Body

    @property
    def lived(self) -> datetime:
        """When it was, as the person read it on a clock, without a zone."""
        return (self.at + self.utc_offset).replace(tzinfo=None)
