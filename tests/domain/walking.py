"""Somebody who goes through the checklist, with a clock of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import (
    UNSURE,
    Back,
    Choose,
    Confirm,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Shown,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, SettledQuestion, signs_here
from unspasm.domain.checklist import advance, begin
from unspasm.domain.entries import About, SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Rules

YEAR = 2026
A_WHILE = 2.0
"""Seconds between two events: longer than any guard."""
MOST_STEPS = 200
"""A walk that takes more is going round in circles."""


@dataclass(frozen=True)
class Person:
    """What is true of somebody, in signs and numbers."""

    yes: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    age: int = 40
    days: float = 1
    pain: int = 5
    trend: Trend = Trend.NOT_IMPROVING
    still: Callable[[str], SettledAnswer] = field(default=lambda _: SettledAnswer.SAME)
    """How each sign is that a clinician has seen."""

    def answers(self, rules: Rules) -> Answers:
        """What they would answer, as facts."""
        yes = frozenset(fact for sign in self.yes for fact in rules.signs[sign].covers)
        unsure = frozenset(fact for sign in self.unsure for fact in rules.signs[sign].covers)
        return Answers(self.age, self.days, self.pain, self.trend, yes, unsure)


class Walk:
    """A check under way. Every event comes a while after the last one unless told otherwise."""

    def __init__(
        self, rules: Rules, about: About | None = None, settled: Settled | None = None
    ) -> None:
        self.now = 100.0
        self.state = begin(rules, about or About(), settled or Settled(), YEAR, self.now)
        self.events: list[Event] = []

    def tell(self, *events: Event, after: float = A_WHILE) -> CheckState:
        """Tell what the person did, each event `after` seconds after the one before."""
        for event in events:
            self.now += after
            self.events.append(event)
            self.state = advance(self.state, event, self.now)
        return self.state

    def show(self, after: float = A_WHILE) -> CheckState:
        """Scroll over all signs of the page."""
        signs = frozenset(sign.id for sign in signs_here(self.state.step))
        return self.tell(Shown(signs), after=after)

    def answer(self, person: Person) -> CheckState:
        """Answer the step that is being asked."""
        self.show()
        return self.tell(*answers_to(self.state, person))

    def to(self, step: str, person: Person | None = None) -> CheckState:
        """Answer everything before a step."""
        for _ in self.steps_to(lambda state: state.at == step):
            self._answered(person or Person())
        return self.state

    def to_the_end(self, person: Person | None = None) -> CheckState:
        """Answer everything that is asked."""
        for _ in self.steps_to(lambda state: state.ending is not None):
            self._answered(person or Person())
        return self.state

    def steps_to(self, arrived: Callable[[CheckState], bool]) -> Iterator[CheckState]:
        """Each state on the way there, for as long as somebody can be expected to go on."""
        for _ in range(MOST_STEPS):
            if arrived(self.state):
                return
            yield self.state
        raise RuntimeError(f"never arrived; now at {self.state.at}")

    def _answered(self, person: Person) -> None:
        self.answer(person)
        if self.state.refusal:
            raise RuntimeError(f"refused at {self.state.at}: {self.state.refusal}")


def answers_to(state: CheckState, person: Person) -> Iterator[Event]:
    """The keys with which the person answers the step that is being asked."""
    match state.step:
        case SettledQuestion(sign=sign):
            yield StillSettled(person.still(sign.id))
        case NumberQuestion(id=step):
            yield Number({"age": person.age, "days": person.days, "pain": person.pain}[step])
        case ChoiceQuestion() as question:
            yield Choose(_option(question, person))
        case Page(signs=signs):
            for sign in signs:
                if sign.id in person.yes:
                    yield Tick(sign.id)
                elif sign.id in person.unsure:
                    yield NotSure(sign.id)
                elif sign.id in state.yes | state.unsure:
                    yield Untick(sign.id)
            ticked = any(sign.id in person.yes | person.unsure for sign in signs)
            yield Confirm() if ticked or state.already_known else NoneOfThese()


def _option(question: ChoiceQuestion, person: Person) -> int:
    signs = [option.sign.id if option.sign else None for option in question.options]
    if person.unsure.intersection(filter(None, signs)):
        return UNSURE
    for place, option in enumerate(question.options):
        if option.sign and option.sign.id in person.yes:
            return place
        if option.trend and option.trend is person.trend:
            return place
    return UNSURE if question.options[0].trend else 0


def back_and_forth(walk: Walk, steps: int, person: Person) -> None:
    """Go some steps back and answer them once more."""
    for _ in range(steps):
        walk.tell(Back())
    for _ in range(steps):
        if walk.state.ending is None:
            walk.answer(person)
