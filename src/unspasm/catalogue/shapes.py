"""The shape of each content file. An unknown key or a wrong type is a fault, never a guess.

Limits on single values (no empty words, the spelling of ids, ranges) stand in `cross`: as field
constraints they would cost every start of a command several times what all shapes cost now.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

UrgencyWord = Literal["self_care", "routine", "soon", "same_day", "emergency"]
LockWord = Literal["all", "sessions", "sessions+packs", "floor", "nothing"]
CallWord = Literal["maternity", "poisons", "crisis"]
TrendWord = Literal["improving", "not_improving", "worsening", "unknown"]

WhenWord = Literal[
    "lasts", "unimproved", "worse", "severe", "again", "made_worse", "eases_with_sign", "unhelped",
]  # fmt: skip
HelpedWord = Literal[
    "cold", "heat", "position", "pressure_or_massage", "roller", "breathing", "stretch", "walk",
    "rest", "medicine", "prescribed",
]  # fmt: skip


class Shape(BaseModel):
    """What all shapes share."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class AppliesShape(Shape):
    """When something comes up."""

    facts: list[str] = []
    days_over: float | None = None
    age_from: int | None = None
    age_to: int | None = None


class WorthShape(Shape):
    """What a sign or an option is worth."""

    covers: list[str]
    urgency: UrgencyWord
    locks: LockWord
    because: str
    say: str
    sources: list[str]
    call: CallWord | None = None
    watch: str = ""


class SignShape(WorthShape):
    """One line on a page."""

    id: str
    ask: str
    find_out: str


class PageShape(Shape):
    """One page of signs. Nine is the last digit there is."""

    id: str
    kind: Literal["now", "spasm", "lasting", "pregnancy", "long"]
    title: str
    ask: str
    applies: AppliesShape | None = None
    sign: list[SignShape]


class OptionShape(Shape):
    """One answer to a choice; with `covers` it is worth what a sign is worth."""

    words: str
    trend: TrendWord | None = None
    id: str | None = None
    covers: list[str] = []
    urgency: UrgencyWord | None = None
    locks: LockWord | None = None
    because: str = ""
    say: str = ""
    sources: list[str] = []
    call: CallWord | None = None
    watch: str = ""


class QuestionShape(Shape):
    """A question beside the pages."""

    id: str
    kind: Literal["number", "choice"]
    ask: str
    lowest: int | None = None
    highest: int | None = None
    fractions: bool = False
    applies: AppliesShape | None = None
    option: list[OptionShape] = []


class GroupShape(Shape):
    """A name for several facts."""

    id: str
    facts: list[str]


class RaiseShape(Shape):
    """What counts for more together."""

    id: str
    facts: list[str]
    companions: list[str] = Field(default=[], alias="with")
    with_pain: int | None = None
    with_age: int | None = None
    with_trend: TrendWord | None = None
    days_over: float | None = None
    to: UrgencyWord
    locks: LockWord
    call: CallWord | None = None
    because: str
    sources: list[str]


class UnderAgeShape(Shape):
    """The age below which there is no coaching."""

    age_below: int
    urgency: UrgencyWord
    locks: LockWord
    because: str
    say: str
    sources: list[str]


class NewLineShape(Shape):
    """One line of the page "new or worse"."""

    id: str
    ask: str
    find_out: str
    covers: list[str]
    applies_facts: list[str] = []


class NewOrWorseShape(Shape):
    """The page that is asked when everything else was asked lately."""

    title: str
    ask: str
    ask_first: str
    line: list[NewLineShape]


class ChecklistShape(Shape):
    """`checklist.toml`."""

    reviewed: date
    steps: list[str]
    unasked: list[str] = []
    under_16: UnderAgeShape
    new_or_worse: NewOrWorseShape
    group: list[GroupShape] = []
    page: list[PageShape]
    question: list[QuestionShape] = []
    raises: list[RaiseShape] = Field(default=[], alias="raise")


class CourseRuleShape(Shape):
    """A rule over time."""

    id: str
    days_over: float
    trend: list[TrendWord]
    urgency: UrgencyWord
    because: str
    sources: list[str]


class CourseStepShape(Shape):
    """A step at which the record says that somebody should have a look."""

    id: str
    when: WhenWord
    urgency: UrgencyWord
    heading: str
    because: str
    say: str
    sources: list[str]
    days_over: int | None = None
    trends: list[TrendWord] | None = None
    days: int | None = None
    pain_from: int | None = None
    times: int | None = None
    within_days: int | None = None
    facts: list[str] | None = None
    what: list[HelpedWord] | None = None


class CourseShape(Shape):
    """`course.toml`."""

    reviewed: date
    question: list[QuestionShape]
    rule: list[CourseRuleShape]
    step: list[CourseStepShape]


class CardShape(Shape):
    """One care card."""

    id: Literal["self_care", "routine", "soon", "same_day", "emergency", "under_16"]
    level: str
    heading: str
    act: list[str]
    meanwhile: list[str]
    tonight: list[str] = []
    call_now_if: list[str] = []
    seen_anyway: str
    check_again: str
    sources: list[str]


class CallShape(Shape):
    """Whom to call besides the general number."""

    id: CallWord
    act: str
    own: str
    sources: list[str]


class CareShape(Shape):
    """`care.toml`."""

    reviewed: date
    card: list[CardShape]
    call: list[CallShape]
    shared: dict[str, str]


class CountryShape(Shape):
    """The numbers of one country. All of them are text."""

    code: str
    name: str
    ambulance: list[str]
    agreement: Literal["agree", "partly", "differ"]
    note: str = ""
    by_text: str = ""
    advice: str = ""
    advice_number: str = ""
    advice_checked: bool = False
    advice_note: str = ""
    sources: list[str]


class NumbersShape(Shape):
    """`emergency_numbers.toml`."""

    reviewed: date
    sources: list[str]
    country: list[CountryShape]


class SourceShape(Shape):
    """Who says so."""

    id: str
    title: str
    publisher: str = ""
    where: str
    read: Literal["whole", "excerpt", "second-hand", "general"]
    year: int | None = None
    note: str = ""


class SourcesShape(Shape):
    """`sources.toml`."""

    reviewed: date
    source: list[SourceShape]
