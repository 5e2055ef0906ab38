"""What the page for a clinician tells, as values: one for each question that they ask first."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from unspasm.domain.answers import Trend
from unspasm.domain.clinician_signs import (
    StepReached,
    TickedSign,
)
from unspasm.domain.log_entries import (
    Helped,
    HowOften,
    SetOff,
    Spot,
)
from unspasm.domain.pain import Reading
from unspasm.domain.progress_view import ProgressDay


class Part(Enum):
    """What may be left out of the page."""

    PAIN = "pain"
    CHART = "chart"
    EASES = "eases"
    BEGAN = "began"
    CONDITIONS = "conditions"
    OFTEN = "often"
    ACTIVITY = "activity"
    WHERE = "where"
    SET_OFF = "set-off"
    MY_ACTIVITIES = "my-activities"
    COURSE = "course"
    SIGNS = "signs"
    TRIED = "tried"
    NOTES = "notes"


@dataclass(frozen=True)
class Wanted:
    """What the page is to tell of."""

    since: date | None = None
    """The first day, as lived; none for as far back as the entries go."""
    until: date | None = None
    """The last day; none for today."""
    without: frozenset[Part] = frozenset()

    def tells_of(self, day: date) -> bool:
        """Whether a day is told of. What lies ahead of a clock that was set back is, by itself."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True)
class HowBad:
    """The pain of the latest spasm, 0 to 10."""

    latest: Reading
    worst: Reading
    best: Reading
    first_days: float
    """The median of the first three days that were told of."""
    last_days: float
    """The median of the last three."""
    times: int
    """How often it was said."""


@dataclass(frozen=True)
class Eases:
    """How often the person said of one thing that it helped, and that it did not."""

    what: Helped
    helped: int
    not_helped: int


@dataclass(frozen=True)
class Began:
    """When the latest spasm began."""

    on: date
    day: int
    """Which day of it the page is made on, 0 for the first; the last one, once it is over."""
    over_on: date | None
    """When the person said that it was over."""
    first_told: date
    """The day of its first entry: what lies before was remembered."""


@dataclass(frozen=True)
class Conditions:
    """What is known of the person already."""

    own_words: str
    lasting: tuple[str, ...]
    """Lasting things that are true, in the words in which they were asked."""
    lasting_unsure: tuple[str, ...]
    asked: bool
    """Whether the page of lasting things was answered at all."""
    age: int | None
    pregnancy: str | None
    """`no`, or the sign; none if it was never asked."""


@dataclass(frozen=True)
class Often:
    """How often it comes."""

    said: HowOften | None
    spasms: tuple[tuple[date, date | None, int | None], ...]
    """Each spasm that was told of: when it began, was over, and its worst pain; latest first."""


@dataclass(frozen=True)
class HeavyWeek:
    """Whether there was heavy work or sport in the week before."""

    was: bool
    said_on: date


@dataclass(frozen=True)
class MyActivity:
    """How well one of the person's own activities goes, 0 (not at all) to 10 (as before)."""

    name: str
    first: int | None
    first_on: date | None
    latest: int | None
    latest_on: date | None


@dataclass(frozen=True)
class Course:
    """Which way it goes."""

    first: Reading
    latest: Reading
    trend: Trend
    improved_on: date | None
    """The last day on which it was meaningfully better than ever before."""


@dataclass(frozen=True)
class TriedWith:
    """Packs of one kind, or sessions, and the pain before and after where both were said."""

    what: Helped
    """Cold, heat or stretch."""
    times: int
    minutes: int
    """In all, as far as is known."""
    both_said: int
    """How often pain was said before and after."""
    before: float | None
    """The median of those."""
    after: float | None
    worse: int
    """How often it was worse after."""


@dataclass(frozen=True)
class Note:
    """What the person wrote."""

    at: datetime
    """As lived, without a zone."""
    text: str


@dataclass(frozen=True)
class ClinicianPage:
    """One page, as values. A part that was left out, or that nothing is known of, is empty."""

    made: datetime
    """As lived, without a zone."""
    since: date
    until: date
    left_out: tuple[Part, ...]
    how_bad: HowBad | None
    readings: tuple[Reading, ...]
    """Every time that the pain of the latest spasm was said."""
    days: tuple[ProgressDay, ...]
    """The same days for the chart, one after the other, with what was done on each."""
    eases: tuple[Eases, ...]
    began: Began | None
    conditions: Conditions | None
    often: Often | None
    heavy_week: HeavyWeek | None
    where: tuple[tuple[Spot, int], ...]
    """Each place and how many times it was named, the most often first."""
    set_off: tuple[tuple[SetOff, int], ...]
    my_activities: tuple[MyActivity, ...]
    course: Course | None
    steps: tuple[StepReached, ...]
    signs: tuple[TickedSign, ...]
    checks: int
    """How many full checks these days hold, whether or not a sign was ticked."""
    last_check: date | None
    tried: tuple[TriedWith, ...]
    notes: tuple[Note, ...]
    """The latest first."""
    nothing_told: bool
    """There is nothing to tell of these days, whatever was left out."""
