"""What content says about stretches and routines."""

from collections.abc import Mapping
from dataclasses import field
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
    FLOOR = "floor"
    """Somewhere on the floor: all that is known of an exercise of one's own."""

    @property
    def is_floor(self) -> bool:
        """Whether the person has to get down, and up again."""
        return self in _FLOOR


_FLOOR = frozenset(
    {Place.BACK, Place.FRONT, Place.SIDE, Place.HANDS_KNEES, Place.HALF_KNEEL, Place.FLOOR}
)


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
    sets: int = 1
    """How often all repeats are done over, with a longer rest between."""
    between: int = 0
    """Seconds between two sets."""

    @property
    def total(self) -> int:
        """Seconds for one side."""
        return self.sets * self.set_seconds + (self.sets - 1) * self.between

    @property
    def set_seconds(self) -> int:
        """Seconds of one set."""
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
    one_side: str = ""
    """`left` or `right` where it is done on that side alone."""


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
    yours: bool = False
    """The person made it, or was given it."""
    own: Mapping[str, Stretch] = field(default_factory=dict)
    """Stretches as this routine has them, by id: in a dose of its own, or not in the library."""

    def stretch(self, name: str, library: Mapping[str, Stretch]) -> Stretch:
        """Return one of its stretches, as it has it.

        Raises:
            KeyError: if neither the routine nor the library has it.
        """
        return self.own[name] if name in self.own else library[name]


@value
class OwnAdvice:
    """What is said with every exercise that is not in the library."""

    why: str
    """Why somebody would take a routine of their own."""
    given_by: str
    """The same where somebody gave it to them: `{name}`."""
    get_in: tuple[str, ...]
    get_down: tuple[str, ...]
    """In its place where it is done on the floor."""
    get_out: tuple[str, ...]
    get_up: tuple[str, ...]
    steps: tuple[str, ...]
    """Where the person wrote none."""
    during: str
    easier: str
    stop: tuple[str, ...]
    skip: Mapping[Unsuited, str]
    sources: tuple[str, ...]


@value
class Library:
    """Every stretch and every routine, by id, in the order of content."""

    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]
    unsuited: Page
    """What is asked once before the first session: the signs are named as reasons to skip are."""
    advice: OwnAdvice
    """What goes with exercises of one's own."""

    @property
    def every_stretch(self) -> Mapping[str, Stretch]:
        """Every stretch by id, and every exercise that only a routine of one's own has."""
        own = {name: one for routine in self.routines.values() for name, one in routine.own.items()}
        return {**own, **self.stretches}
