"""What the journal keeps of a log: pain and what goes with it, and what is hidden again."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from unspasm.domain.feel import Feel
from unspasm.domain.values import value


class Area(Enum):
    """Where it hurts, from the top down."""

    NECK = "neck"
    UPPER = "upper"
    MIDDLE = "middle"
    LOWER = "lower"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    BELOW_KNEE = "below_knee"
    ARM = "arm"


class Side(Enum):
    """Of the person, not of the picture."""

    LEFT = "left"
    RIGHT = "right"


class Spot(NamedTuple):
    """One place on the body map."""

    area: Area
    side: Side | None = None
    """`None` is the middle, both sides, or not said."""


class SetOff(Enum):
    """What set it off, as far as the person can tell."""

    LIFTING = "lifting"
    BENDING = "bending"
    TWISTING = "twisting"
    SUDDEN_MOVE = "sudden_move"
    COUGH_OR_SNEEZE = "cough_or_sneeze"
    FALL = "fall"
    SITTING = "sitting"
    STANDING = "standing"
    LYING = "lying"
    WORK = "work"
    SPORT = "sport"
    COLD = "cold"
    STRESS = "stress"
    NOTHING = "nothing"
    """It came by itself."""


class Helped(Enum):
    """What the person tried against it."""

    COLD = "cold"
    HEAT = "heat"
    POSITION = "position"
    PRESSURE_OR_MASSAGE = "pressure_or_massage"
    ROLLER = "roller"
    BREATHING = "breathing"
    STRETCH = "stretch"
    WALK = "walk"
    REST = "rest"
    MEDICINE = "medicine"
    """Without a prescription, and without a dose: this program does not keep one."""
    PRESCRIBED = "prescribed"
    """Medicine that a clinician has prescribed."""


@value
class PainLog:
    """How the pain is, or was at an earlier time."""

    pain: int
    """0 (none) to 10 (the worst the person can think of)."""
    feel: Feel | None = None
    """Against the last time, as the person feels it."""
    felt_at: datetime | None = None
    """UTC, aware; `None` when it was felt at the time of the entry."""
    spots: frozenset[Spot] = frozenset()
    set_off: frozenset[SetOff] = frozenset()
    helped: frozenset[Helped] = frozenset()
    not_helped: frozenset[Helped] = frozenset()
    """Tried, and it did not help."""
    activities: Mapping[str, int] = field(default_factory=dict)
    """How well each of the person's own activities goes, 0 (not at all) to 10 (as before)."""
    note: str = ""


class HowOften(Enum):
    """How often the person's back goes into spasm."""

    FIRST = "first"
    RARELY = "rarely"
    """Once a year or less."""
    SOME_A_YEAR = "some_a_year"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


@value
class Background:
    """What a clinician asks besides. What was not said is empty; the latest entry counts."""

    conditions: str = ""
    """Conditions that are known already, in the person's own words."""
    how_often: HowOften | None = None
    heavy_week: bool | None = None
    """Whether there was heavy work or sport in the week before."""


MOST_ACTIVITIES = 3
ACTIVITY_LETTERS = 60
"""Of the name of one."""
NOTE_LETTERS = 100_000
"""A note of any length that a person would type; what is longer was pasted by mistake, and would
make a line of an export that is too long to be imported."""


@value
class MyActivities:
    """What the person wants to be able to do again, in their own words; the latest entry counts."""

    names: tuple[str, ...]
    """At most three."""


@value
class Retracted:
    """The person takes an entry out of the record. It is hidden, never erased."""

    target: str
    """The entry. See `retraction` for what may be hidden."""


LogBody = PainLog | Background | MyActivities | Retracted
