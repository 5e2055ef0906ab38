"""The shape of each content file. An unknown key or a wrong type is a fault, never a guess."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

UrgencyWord = Literal["self_care", "routine", "soon", "same_day", "emergency"]
LockWord = Literal["all", "sessions", "sessions+packs", "floor", "nothing"]
CallWord = Literal["maternity", "poisons", "crisis"]
TrendWord = Literal["improving", "not_improving", "worsening", "unknown"]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
SourceId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Words = Annotated[str, Field(min_length=1)]
Sources = Annotated[list[SourceId], Field(min_length=1)]


class Shape(BaseModel):
    """What all shapes share."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class AppliesShape(Shape):
    """When something comes up."""

    facts: list[Id] = []
    days_over: float | None = None
    age_from: int | None = None
    age_to: int | None = None


class WorthShape(Shape):
    """What a sign or an option is worth."""

    covers: Annotated[list[Id], Field(min_length=1)]
    urgency: UrgencyWord
    locks: LockWord
    because: Words
    say: Words
    sources: Sources
    call: CallWord | None = None


class SignShape(WorthShape):
    """One line on a page."""

    id: Id
    ask: Annotated[str, Field(min_length=1, max_length=100)]
    find_out: Words


class PageShape(Shape):
    """One page of signs. Nine is the last digit there is."""

    id: Id
    kind: Literal["now", "spasm", "lasting", "pregnancy", "long"]
    title: Words
    ask: Words
    applies: AppliesShape = AppliesShape()
    sign: Annotated[list[SignShape], Field(min_length=1, max_length=9)]


class OptionShape(Shape):
    """One answer to a choice; with `covers` it is worth what a sign is worth."""

    words: Words
    trend: TrendWord | None = None
    id: Id | None = None
    covers: list[Id] = []
    urgency: UrgencyWord | None = None
    locks: LockWord | None = None
    because: str = ""
    say: str = ""
    sources: list[SourceId] = []
    call: CallWord | None = None


class QuestionShape(Shape):
    """A question beside the pages."""

    id: Id
    kind: Literal["number", "choice"]
    ask: Words
    lowest: int | None = None
    highest: int | None = None
    fractions: bool = False
    applies: AppliesShape = AppliesShape()
    option: Annotated[list[OptionShape], Field(max_length=9)] = []


class GroupShape(Shape):
    """A name for several facts."""

    id: Id
    facts: Annotated[list[Id], Field(min_length=1)]


class RaiseShape(Shape):
    """What counts for more together."""

    id: Id
    facts: Annotated[list[Id], Field(min_length=1)]
    companions: Annotated[list[Id], Field(alias="with")] = []
    with_pain: Annotated[int, Field(ge=0, le=10)] | None = None
    with_age: Annotated[int, Field(ge=0, le=120)] | None = None
    with_trend: TrendWord | None = None
    days_over: float | None = None
    to: UrgencyWord
    locks: LockWord
    call: CallWord | None = None
    because: Words
    sources: Sources


class UnderAgeShape(Shape):
    """The age below which there is no coaching."""

    age_below: int
    urgency: UrgencyWord
    locks: LockWord
    because: Words
    say: Words
    sources: Sources


class ChecklistShape(Shape):
    """`checklist.toml`."""

    reviewed: date
    steps: list[Id]
    unasked: list[Id] = []
    under_16: UnderAgeShape
    group: list[GroupShape] = []
    page: list[PageShape]
    question: list[QuestionShape] = []
    raises: Annotated[list[RaiseShape], Field(alias="raise")] = []


class CourseRuleShape(Shape):
    """A rule over time."""

    id: Id
    days_over: float
    trend: Annotated[list[TrendWord], Field(min_length=1)]
    urgency: UrgencyWord
    because: Words
    sources: Sources


class CourseShape(Shape):
    """`course.toml`."""

    reviewed: date
    question: list[QuestionShape]
    rule: list[CourseRuleShape]


class CardShape(Shape):
    """One care card."""

    id: Literal["self_care", "routine", "soon", "same_day", "emergency", "under_16"]
    level: Words
    heading: Words
    act: Annotated[list[Words], Field(min_length=1)]
    meanwhile: list[Words]
    tonight: list[Words] = []
    call_now_if: list[Words] = []
    seen_anyway: Words
    check_again: Words
    sources: Sources


class CallShape(Shape):
    """Whom to call besides the general number."""

    id: CallWord
    act: Words
    own: Words
    label: Words
    sources: Sources


class CareShape(Shape):
    """`care.toml`."""

    reviewed: date
    card: list[CardShape]
    call: list[CallShape]
    shared: dict[str, Words]


class CountryShape(Shape):
    """The numbers of one country. All of them are text."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    name: Words
    ambulance: Annotated[list[Words], Field(min_length=1)]
    agreement: Literal["agree", "partly", "differ"]
    note: str = ""
    by_text: str = ""
    advice: str = ""
    advice_number: str = ""
    advice_checked: bool = False
    advice_note: str = ""
    sources: Sources


class NumbersShape(Shape):
    """`emergency_numbers.toml`."""

    reviewed: date
    sources: Sources
    generic: Words
    generic_note: Words
    country: list[CountryShape]


class SourceShape(Shape):
    """Who says so."""

    id: SourceId
    title: Words
    publisher: str = ""
    where: Words
    read: Literal["whole", "excerpt", "second-hand", "general"]
    year: int | None = None
    note: str = ""


class SourcesShape(Shape):
    """`sources.toml`."""

    reviewed: date
    source: list[SourceShape]
