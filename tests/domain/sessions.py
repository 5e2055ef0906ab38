"""Stretches and clocks for the tests of sessions."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from unspasm.domain.moment import Moment
from unspasm.domain.rules import Page, PageKind
from unspasm.domain.session import Session, pass_time, start
from unspasm.domain.session_plan import lay_out
from unspasm.domain.stretches import (
    Beat,
    Direction,
    Dose,
    Library,
    OwnAdvice,
    Place,
    Recovery,
    Routine,
    Stretch,
    Unsuited,
)

NOW = Moment(datetime(2026, 11, 21, 14, 2, tzinfo=UTC), timedelta(0), 100.0, 100.0, "a-boot")
PLAIN = Stretch(
    id="plain",
    name="Plain",
    place=Place.CHAIR,
    needs=("chair",),
    strength=False,
    direction=Direction.NEUTRAL,
    beat=Beat.HOLD,
    sides=1,
    what="",
    get_in=("Sit.",),
    steps=("Hold.",),
    get_out=("Stand.",),
    during="Breathe.",
    cue="Plain",
    easier="Less.",
    stop=("Stop.",),
    sources=("a-source",),
    skip={},
    doses=dict.fromkeys(Recovery, Dose(10, 2, 3)),
)
SIDED = replace(
    PLAIN, id="sided", name="Sided", sides=2, doses=dict.fromkeys(Recovery, Dose(20, 1, 0))
)
BREATHS = replace(
    PLAIN, id="breaths", name="Breaths", beat=Beat.BREATHE, place=Place.ANY,
    doses=dict.fromkeys(Recovery, Dose(10, 6, 0)),
)  # fmt: skip
LYING = replace(PLAIN, id="lying", name="Lying", place=Place.BACK)
ADVICE = OwnAdvice(
    why="Yours.",
    given_by="From {name}.",
    get_in=("In.",),
    get_down=("Down.",),
    get_out=("Out.",),
    get_up=("Up.",),
    steps=("As shown.",),
    during="Breathe.",
    easier="Less.",
    stop=("Stop.",),
    skip={reason: f"Not with {reason.value}." for reason in Unsuited},
    sources=("a-source",),
)


def library(*stretches: Stretch, **routines: tuple[Recovery | None, tuple[str, ...]]) -> Library:
    """Return a library of these stretches and routines."""
    return Library(
        stretches={one.id: one for one in stretches},
        routines={
            name: Routine(name, name.title(), recovery, "Why.", names, ("a-source",))
            for name, (recovery, names) in routines.items()
        },
        unsuited=Page("unsuited", PageKind.SPASM, "", "", ()),
        advice=ADVICE,
    )


@dataclass
class Run:
    """A session and its clock."""

    session: Session
    now: Moment = NOW

    @classmethod
    def of(cls, *stretches: Stretch) -> "Run":
        """Start a session of these stretches."""
        return cls(start("a-routine", lay_out(stretches, Recovery.EASING), NOW))

    def wait(self, seconds: float, *, step: float = 0.25) -> Session:
        """Let awake time pass, with a look at every step."""
        while seconds > 0:
            part = min(step, seconds)
            seconds -= part
            self.gap(boot=part, awake=part)
        return self.session

    def gap(self, boot: float, awake: float = 0.0) -> Session:
        """Let time pass without a look, then look."""
        self.now = replace(
            self.now,
            wall=self.now.wall + timedelta(seconds=boot),
            boot=self.now.boot + boot,
            awake=self.now.awake + awake,
        )
        self.session = pass_time(self.session, self.now)
        return self.session
