"""The shape of each file of a stretch and of a routine."""

from datetime import date
from typing import Literal

from unspasm.catalogue.figures import FigureShape
from unspasm.catalogue.shapes import Shape

RecoveryWord = Literal["acute", "easing", "prevention"]
PlaceWord = Literal[
    "back", "front", "side", "hands_knees", "half_kneel", "chair", "standing", "walking", "any"
]
NeedWord = Literal["chair", "wall", "cushion", "support", "roller"]
UnsuitedWord = Literal[
    "osteoporosis", "blood_thinner", "pregnant", "cannot_get_down", "recent_operation", "dizzy",
    "hip_or_knee_replaced", "knee_pain", "wrist_pain", "shoulder_pain", "neck_pain",
    "leg_pain_below_knee", "bending_worse",
    "arching_worse", "poor_balance", "high_blood_pressure", "acute_severe",
]  # fmt: skip


class DoseShape(Shape):
    """How long and how often, for each side."""

    seconds: int
    repeats: int
    rest: int


class DosesShape(Shape):
    """The dose for each phase of recovery; none where it is not done."""

    acute: DoseShape | None = None
    easing: DoseShape | None = None
    prevention: DoseShape | None = None


class SkipShape(Shape):
    """A reason to leave it out."""

    when: UnsuitedWord
    say: str


class StretchShape(Shape):
    """`stretches/*.toml`."""

    id: str
    number: int
    name: str
    reviewed: date
    place: PlaceWord
    needs: list[NeedWord]
    strength: bool
    direction: Literal["bend", "arch", "twist", "neutral"]
    kind: Literal["hold", "move", "breathe", "rest", "walk"]
    sides: Literal[1, 2]
    what: str
    get_in: list[str]
    steps: list[str]
    get_out: list[str]
    during: str
    cue: str
    easier: str
    stop: list[str]
    sources: list[str]
    skip: list[SkipShape] = []
    dose: DosesShape
    figure: FigureShape | None = None


class RoutineShape(Shape):
    """`routines/*.toml`."""

    id: str
    name: str
    reviewed: date
    phase: Literal["acute", "easing", "prevention", "any"]
    why: str
    stretches: list[str]
    sources: list[str]


class UnsuitedPageShape(Shape):
    """The frame of the page that is asked before the first session."""

    title: str
    ask: str


class UnsuitedLineShape(Shape):
    """One line of it."""

    id: UnsuitedWord
    ask: str
    find_out: str
    sources: list[str]


class OwnAdviceShape(Shape):
    """What is said with every exercise that is not in the library."""

    why: str
    given_by: str
    get_in: list[str]
    get_down: list[str]
    get_out: list[str]
    get_up: list[str]
    steps: list[str]
    during: str
    easier: str
    stop: list[str]
    sources: list[str]
    skip: list[SkipShape]


class SessionsShape(Shape):
    """`sessions.toml`."""

    reviewed: date
    page: UnsuitedPageShape
    own: OwnAdviceShape
    unsuited: list[UnsuitedLineShape]
