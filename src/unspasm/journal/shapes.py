"""The shape of each line of an export. An unknown key or a wrong type refuses the whole file."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """What all shapes share."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


_Id = Annotated[str, Field(pattern=r"^[!-~]{1,64}$")]
_Lock = Annotated[str, Field(pattern=r"^[a-z,]{0,64}$")]
_Year = Annotated[int, Field(ge=1, le=9999)]
_Number = Annotated[float, Field(allow_inf_nan=False)]
_Urgency = Literal["self_care", "routine", "soon", "same_day", "emergency"]
_Call = Literal["maternity", "poisons", "crisis"]
_Pack = Literal["cold", "heat"]
_Pain = Annotated[int, Field(ge=0, le=10)]
_Span = Annotated[float, Field(ge=0, le=1e10, allow_inf_nan=False)]
"""Seconds."""


class Header(Shape):
    """The first line of an export."""

    unspasm: Literal["journal"]
    version: Annotated[int, Field(ge=1)]
    program: str


class Line(Shape):
    """Any other line."""

    id: _Id
    at: str
    kind: str
    version: int
    target: _Id | None
    lock: _Lock
    crc32: int
    body: dict[str, Any]


class Body(Shape):
    """What every body says."""

    utc_offset: Annotated[float, Field(gt=-86_400, lt=86_400)]


class _About(Body):
    year_of_birth: _Year | None
    said_in: _Year | None
    pregnancy: str | None
    lasting_yes: list[str]
    lasting_unsure: list[str]
    lasting_known: bool
    country: str | None
    emergency_number: str | None
    numbers: dict[_Call, str]
    pack_yes: list[str] = []
    pack_unsure: list[str] = []
    pack_asked: list[str] = []
    pack_cleared: list[str] = []
    unsuited: list[str] = []
    unsuited_asked: bool = False


class _Answers(Shape):
    age: int | None
    days: int | _Number | None
    pain: int | None
    trend: Literal["improving", "not_improving", "worsening", "unknown"]
    yes: list[str]
    unsure: list[str]


class _Reason(Shape):
    id: str
    sign: str
    urgency: _Urgency
    locks: Literal["all", "sessions+packs", "sessions", "floor", "nothing"]
    because: str
    sources: list[str]
    say: str
    call: _Call | None
    unsure: bool
    signs: list[str]
    asked: str


class _Check(Body):
    answers: _Answers
    urgency: _Urgency
    reasons: list[_Reason]
    complete: bool
    settled: dict[str, Literal["same", "gone", "worse", "different", "unsure"]]
    stopped_at: str | None
    answered: list[str] = []


class _Seen(Body):
    reasons: list[str]
    on: str
    said: Literal["go_on", "not_yet", "did_not_say"]


class _TakenBack(Body):
    reasons: list[str]


class _EpisodeOver(Body):
    ends: list[str]


class _Stamped(Body):
    wall: str
    boot: _Span
    boot_id: str


class _PackOn(_Stamped):
    pack: _Pack
    minutes: Annotated[int, Field(ge=1, le=20)]
    carried: _Span
    sooner: bool
    before: _Pain | None


class _SkinCheck(Body):
    after: _Span
    fine: bool


class _PackOff(_Stamped):
    pack: _Pack
    ended: Literal["off", "untouched", "earlier"]
    on_for: _Span | None
    over_for: _Span | None


class _PackAfter(Body):
    skin: Literal["normal", "changed"] | None
    pain: _Pain | None


class _Arrived(_Stamped):
    entries: list[_Id]


class _Session(Body):
    routine: _Id
    seconds: _Span
    worked: dict[_Id, _Span]
    end: Literal["done", "stopped", "limit", "worse"]
    ended_by: _Id | None
    before: _Pain | None


class _SessionAfter(Body):
    pain: _Pain | None
    feel: Literal["better", "same", "worse"] | None


class _LeftOut(Body):
    stretches: list[_Id]


_Helped = Literal[
    "cold", "heat", "position", "pressure_or_massage", "roller", "breathing",
    "stretch", "walk", "rest", "medicine", "prescribed",
]  # fmt: skip
_Area = Literal["neck", "upper", "middle", "lower", "buttock", "thigh", "below_knee", "arm"]
_SetOff = Literal[
    "lifting", "bending", "twisting", "sudden_move", "cough_or_sneeze", "fall", "sitting",
    "standing", "lying", "work", "sport", "cold", "stress", "nothing",
]  # fmt: skip
_Spot = Annotated[list[_Area | Literal["left", "right"]], Field(min_length=1, max_length=2)]
_Days = Annotated[int, Field(ge=0, le=4_000_000)]


class _PainLog(Body):
    pain: _Pain
    feel: Literal["better", "same", "worse"] | None
    felt_at: str | None
    spots: list[
        Annotated[list[_Area | Literal["left", "right"]], Field(min_length=1, max_length=2)]
    ]
    set_off: list[_SetOff]
    helped: list[_Helped]
    not_helped: list[_Helped]
    activities: dict[str, _Pain]
    note: str


class _Background(Body):
    conditions: str
    how_often: Literal["first", "rarely", "some_a_year", "monthly", "weekly"] | None
    heavy_week: bool | None


class _MyActivities(Body):
    names: Annotated[list[str], Field(max_length=3)]


class _CourseReached(Body):
    reason: _Reason
    heading: str
    day: _Days
    days_over: _Days
    outlasts: bool
    not_helped: list[_Helped]


class _CourseSeen(Body):
    step: _Id
    on: str
    mistaken: bool


class _SmallDone(Body):
    small: _Id


BODIES: dict[str, type[Body]] = {
    "about": _About,
    "check": _Check,
    "called": Body,
    "seen": _Seen,
    "taken-back": _TakenBack,
    "episode-over": _EpisodeOver,
    "lapsed": _TakenBack,
    "nothing-new": Body,
    "pack-on": _PackOn,
    "skin-check": _SkinCheck,
    "pack-off": _PackOff,
    "pack-after": _PackAfter,
    "arrived": _Arrived,
    "session": _Session,
    "session-after": _SessionAfter,
    "left-out": _LeftOut,
    "pain-log": _PainLog,
    "background": _Background,
    "my-activities": _MyActivities,
    "retracted": Body,
    "course-reached": _CourseReached,
    "course-shown": Body,
    "course-seen": _CourseSeen,
    "small-done": _SmallDone,
}
"""The body of each kind of entry."""
