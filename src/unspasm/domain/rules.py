"""The shape of the rules: what content says about signs, raises and time.

These are values without behaviour beyond reading themselves. `assess` applies them, `checklist`
asks them, and the files in `content/en` fill them.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property

from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.course_rules import CourseStep
from unspasm.domain.locks import Lock
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value

PREGNANCY = "pregnancy"
"""The question whose answer is kept with what is known of the person."""
COACHED_FROM_AGE = 16
"""unspasm is for people of this age or older. Content repeats it and may not change it."""


class Call(Enum):
    """Whom a reason asks to ring besides, or before, the general number."""

    MATERNITY = "maternity"
    POISONS = "poisons"
    CRISIS = "crisis"


@value
class Sign:
    """One thing asked about. Ticking it makes all its facts true; all are worth the same."""

    id: str
    ask: str
    covers: tuple[Fact, ...]
    urgency: Urgency
    locks: Lock
    because: str
    """The reason shown on the card. It names no disease as the person's."""
    say: str
    """The words for the phone call."""
    sources: tuple[str, ...]
    find_out: str = ""
    """One harmless way to tell, shown after "not sure"."""
    call: Call | None = None
    watch: str = ""
    """What would make it urgent, shown on every card below emergency."""


@value
class Applies:
    """When a page or a question comes up: any of these suffices. Empty means always."""

    facts: frozenset[Fact] = frozenset()
    days_over: float | None = None
    age_from: int | None = None
    age_to: int | None = None

    def to(self, answers: Answers) -> bool:
        """Whether it comes up for these answers."""
        if self == _ALWAYS:
            return True
        return bool(self.facts & answers.true) or self._by_days(answers) or self._by_age(answers)

    def _by_days(self, answers: Answers) -> bool:
        return (
            self.days_over is not None
            and answers.days is not None
            and answers.days > self.days_over
        )

    def _by_age(self, answers: Answers) -> bool:
        if answers.age is None or (self.age_from is None and self.age_to is None):
            return False
        lowest = 0 if self.age_from is None else self.age_from
        return lowest <= answers.age and (self.age_to is None or answers.age <= self.age_to)


_ALWAYS = Applies()


class PageKind(Enum):
    """How a page of signs is asked."""

    NOW = "now"
    """Asked again every day."""
    SPASM = "spasm"
    """About this spasm."""
    LASTING = "lasting"
    """About the person; asked once, then confirmed."""
    PREGNANCY = "pregnancy"
    LONG = "long"
    """For pain that has lasted weeks."""


@value
class Page:
    """One page of signs."""

    id: str
    kind: PageKind
    title: str
    ask: str
    signs: tuple[Sign, ...]
    applies: Applies = _ALWAYS


@value
class Option:
    """One answer to a choice. Most stand for a sign or a trend; one may stand for neither."""

    words: str
    sign: Sign | None = None
    trend: Trend | None = None


@value
class NumberQuestion:
    """A question whose answer is a number."""

    id: str
    ask: str
    lowest: int
    highest: int
    fractions: bool = False
    applies: Applies = _ALWAYS


@value
class ChoiceQuestion:
    """A question with one answer out of a few."""

    id: str
    ask: str
    options: tuple[Option, ...]
    applies: Applies = _ALWAYS


Step = Page | NumberQuestion | ChoiceQuestion


@value
class Raise:
    """What counts for more together.

    It holds when one of `facts` is true and one companion is: a fact of `companions`, pain of at
    least `with_pain`, age of at least `with_age`, or the trend `with_trend`; and `days_over`, if
    given, is passed.
    """

    id: str
    facts: tuple[Fact, ...]
    to: Urgency
    locks: Lock
    because: str
    sources: tuple[str, ...]
    companions: tuple[Fact, ...] = ()
    with_pain: int | None = None
    with_age: int | None = None
    with_trend: Trend | None = None
    days_over: float | None = None
    call: Call | None = None


@value
class CourseRule:
    """What lasting this long, going this way, is worth."""

    id: str
    days_over: float
    trends: frozenset[Trend]
    urgency: Urgency
    because: str
    sources: tuple[str, ...]


@value
class UnderAge:
    """People younger than this get a card and no coaching."""

    age_below: int
    urgency: Urgency
    locks: Lock
    because: str
    say: str
    sources: tuple[str, ...]


@value
class NewLine:
    """One line of the page "new or worse": it names many signs at once and is worth nothing."""

    sign: Sign
    facts: frozenset[Fact] = frozenset()
    """It comes up only if one of these is known. Empty means always."""


@value
class NewOrWorse:
    """The page that is asked when everything else was asked lately. See `gate`."""

    title: str
    ask: str
    """With `{when}` for the time since which."""
    ask_first: str
    """The same where nothing was ever asked before."""
    lines: tuple[NewLine, ...]


@value
class Source:
    """Who says so."""

    id: str
    title: str
    publisher: str
    where: str
    read: str
    """How much of it was read: `whole`, `excerpt`, `second-hand` or `general`."""


@value
class Rules:
    """Everything that decides an urgency, and everything that is asked for it."""

    steps: tuple[Step, ...]
    raises: tuple[Raise, ...]
    course: tuple[CourseRule, ...]
    under_16: UnderAge
    new_or_worse: NewOrWorse
    unasked: frozenset[Fact] = frozenset()
    """Facts that are worth nothing and never asked."""
    course_steps: tuple[CourseStep, ...] = ()
    """What the record over time is worth."""

    @cached_property
    def signs(self) -> dict[str, Sign]:
        """Every sign by id, those behind an option included, in the order they are asked."""
        return {sign.id: sign for step in self.steps for sign in signs_of(step)}

    @cached_property
    def sign_of(self) -> dict[Fact, Sign]:
        """The sign that covers each fact."""
        return {fact: sign for sign in self.signs.values() for fact in sign.covers}

    @cached_property
    def home_of(self) -> dict[str, str]:
        """The step that asks about each sign, both by id."""
        return {sign.id: step.id for step in self.steps for sign in signs_of(step)}

    @cached_property
    def facts(self) -> frozenset[Fact]:
        """Every fact that `--answers` may name."""
        return frozenset(self.sign_of) | self.unasked


def signs_of(step: Step) -> Iterator[Sign]:
    """The signs that a step asks about."""
    match step:
        case Page():
            yield from step.signs
        case ChoiceQuestion():
            yield from (option.sign for option in step.options if option.sign)
        case _:
            return
