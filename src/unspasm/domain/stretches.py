"""What content says about stretches and routines."""

from collections.abc import Mapping
from enum import Enum

from unspasm.domain.figure import Figure
from unspasm.domain.rules import Page
from unspasm.domain.values import value


class Recovery(Enum):
    """The phase of recovery, as far as the record tells it."""

    ACUTE = "acute"
    EASING = "easing"
    PREVENTION = "prevention"


class Place(Enum):
    """Where a stretch is done."""

    BACK = "back"
    FRONT = "front"
    SIDE = "side"
    HANDS_KNEES = "hands_knees"
    HALF_KNEEL = "half_kneel"
    CHAIR = "chair"
    STANDING = "standing"
    WALKING = "walking"
    ANY = "any"

    @property
    def is_floor(self) -> bool:
        """Whether the person has to get down, and up again."""
        return self in _FLOOR


_FLOOR = frozenset({Place.BACK, Place.FRONT, Place.SIDE, Place.HANDS_KNEES, Place.HALF_KNEEL})


class Direction(Enum):
    """Which way a stretch takes the back."""

    BEND = "bend"
    ARCH = "arch"
    TWIST = "twist"
    NEUTRAL = "neutral"


class Beat(Enum):
    """How a stretch is timed."""

    HOLD = "hold"
    MOVE = "move"
    BREATHE = "breathe"
    REST = "rest"
    """A position to stay in."""
    WALK = "walk"


@value
class Dose:
    """How long and how often, for each side."""

    seconds: int
    """Of one hold, one movement or one breath; of all of it for a position or a walk."""
    repeats: int
    rest: int
    """Seconds between two repeats."""

    @property
    def total(self) -> int:
        """Seconds for one side."""
        return self.repeats * self.seconds + (self.repeats - 1) * self.rest


class Unsuited(Enum):
    """A reason to leave a stretch out."""

    OSTEOPOROSIS = "osteoporosis"
    BLOOD_THINNER = "blood_thinner"
    PREGNANT = "pregnant"
    CANNOT_GET_DOWN = "cannot_get_down"
    RECENT_OPERATION = "recent_operation"
    """Or a broken bone: no floor work and no strength work at all."""
    DIZZY = "dizzy"
    HIP_OR_KNEE_REPLACED = "hip_or_knee_replaced"
    KNEE_PAIN = "knee_pain"
    WRIST_PAIN = "wrist_pain"
    SHOULDER_PAIN = "shoulder_pain"
    NECK_PAIN = "neck_pain"
    LEG_PAIN_BELOW_KNEE = "leg_pain_below_knee"
    BENDING_WORSE = "bending_worse"
    ARCHING_WORSE = "arching_worse"
    POOR_BALANCE = "poor_balance"
    HIGH_BLOOD_PRESSURE = "high_blood_pressure"
    ACUTE_SEVERE = "acute_severe"


@value
class Stretch:
    """One exercise."""

    id: str
    name: str
    place: Place
    needs: tuple[str, ...]
    strength: bool
    direction: Direction
    beat: Beat
    sides: int
    """1, or 2 where it is done on each side."""
    what: str
    get_in: tuple[str, ...]
    steps: tuple[str, ...]
    get_out: tuple[str, ...]
    during: str
    cue: str
    """What a voice calls it."""
    easier: str
    stop: tuple[str, ...]
    sources: tuple[str, ...]
    skip: Mapping[Unsuited, str]
    """Reasons to leave it out, each with a sentence that says why."""
    doses: Mapping[Recovery, Dose]
    """It is not done in a phase of recovery that has none."""
    figure: Figure | None = None


@value
class Routine:
    """An ordered set of stretches."""

    id: str
    name: str
    recovery: Recovery | None
    """The phase of recovery it is for; `None` for any."""
    why: str
    stretches: tuple[str, ...]
    """Their ids, in order."""
    sources: tuple[str, ...]


@value
class Library:
    """Every stretch and every routine, by id, in the order of content."""

    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]
    unsuited: Page
    """What is asked once before the first session: the signs are named as reasons to skip are."""
