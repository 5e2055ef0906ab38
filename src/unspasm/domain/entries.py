"""What the journal keeps: the entries, and what each one says.

An entry is never changed. What it settles or corrects is named by a later entry; the state is what
all of them add up to, in any order.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import Enum

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.course_entries import CourseBody
from unspasm.domain.log_entries import LogBody
from unspasm.domain.pack_entries import PackBody
from unspasm.domain.person import About
from unspasm.domain.plan_entries import PlanBody
from unspasm.domain.session_entries import SessionBody
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value


class SettledAnswer(Enum):
    """How a sign is, for which a clinician has already seen the person."""

    SAME = "same"
    GONE = "gone"
    WORSE = "worse"
    DIFFERENT = "different"
    UNSURE = "unsure"


__all__ = [
    "About",
    "Body",
    "Called",
    "Check",
    "Entry",
    "EpisodeOver",
    "Lapsed",
    "NothingNew",
    "Said",
    "Seen",
    "SettledAnswer",
    "TakenBack",
]


@value
class Check:
    """One run through the checklist, to its end or to an emergency sign."""

    answers: Answers
    urgency: Urgency
    reasons: tuple[Reason, ...]
    complete: bool
    """Every page that applies was answered. An emergency sign ends a check before that, and one
    that asked only some pages never is."""
    settled: Mapping[str, SettledAnswer] = field(default_factory=dict)
    """What was said of the signs that a clinician had already seen."""
    stopped_at: str | None = None
    """The step at which an emergency sign ended it."""
    answered: frozenset[str] = frozenset()
    """The steps that were answered, of a check that is not complete: of one that is, all were."""


@value
class NothingNew:
    """The person says that nothing is new or worse since they were last asked."""


@value
class Called:
    """The person says that they called for help about a check."""

    check: str


class Said(Enum):
    """What the clinician said about exercise."""

    GO_ON = "go_on"
    NOT_YET = "not_yet"
    DID_NOT_SAY = "did_not_say"


@value
class Seen:
    """The person says that a clinician has seen them for these reasons; a phone call counts."""

    check: str
    reasons: frozenset[str]
    on: date
    said: Said


@value
class TakenBack:
    """The person says that these reasons of a check were ticked by mistake."""

    check: str
    reasons: frozenset[str]


@value
class EpisodeOver:
    """The person says that this spasm is over."""

    ends: frozenset[str] = frozenset()
    """What stood then. Of a check, its same-day locks may lapse with the next clear check; a step
    of the course is over with its spasm, unless it outlasts it."""


@value
class Lapsed:
    """The same-day locks of a check whose spasm is over have lapsed with a later, clear check."""

    check: str
    reasons: frozenset[str]


Body = (
    About | Check | NothingNew | Called | Seen | TakenBack | EpisodeOver | Lapsed
    | PackBody | SessionBody | LogBody | CourseBody | PlanBody
)  # fmt: skip


@value
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
