"""A face that follows a script: somebody who uses stretches without a screen."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.journeys.houses import FakeClock, answer_all

from unspasm.domain.check_events import Choose, Confirm, NoneOfThese, Number, Shown, Tick
from unspasm.domain.check_state import signs_here
from unspasm.domain.entries import Entry
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion
from unspasm.domain.session import Do, Session
from unspasm.domain.session_cues import SessionCue
from unspasm.domain.session_entries import Feel
from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.domain.which_routine import Chosen, Fitted
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney
from unspasm.journeys.session_flow import NoSession, Offer
from unspasm.journeys.sessions import Play, SessionJourney

MOST_STEPS = 20


def answer_questions(
    run: QuestionsJourney, clock: FakeClock, *yes: str, age: int = 40, pregnant: int = 0
) -> None:
    """Answer all pages of a short journey; the signs in `yes` are true."""
    for _ in range(MOST_STEPS):
        if run.state.ending:
            return
        step = run.state.step
        run.tell(Shown(frozenset(sign.id for sign in signs_here(step))))
        clock.advance()
        match step:
            case NumberQuestion():
                run.tell(Number(age))
            case ChoiceQuestion():
                run.tell(Choose(pregnant))
            case _:
                ticks = [Tick(sign.id) for sign in signs_here(step) if sign.id in yes]
                known = run.state.already_known or run.state.ticked_here
                for event in [*ticks, Confirm() if ticks or known else NoneOfThese()]:
                    clock.advance()
                    run.tell(event)
    raise AssertionError(f"never came to the end; now at {run.state.at}: {run.state.refusal}")


def to_the_end(run: SessionJourney, clock: FakeClock) -> None:
    """Look at the clock every second until it is over."""
    run.look()
    if run.state.paused:
        run.do(Do.PAUSE)
    for _ in range(MOST_SECONDS + 1):
        if run.state.ended:
            return
        clock.advance(1)
        run.look()
    raise AssertionError(f"never ended; now at {run.state.at}: {run.state.paused}")


@dataclass
class Scripted:
    """What the person answers, and what the face was asked for."""

    house: House
    clock: FakeClock
    told: list[str] = field(default_factory=list)
    """The names of what was shown or asked, in order."""
    checks: bool = True
    """Whether they go through checks."""
    signs: tuple[str, ...] = ()
    """What is true in checks."""
    new: tuple[str, ...] | None = ()
    """The lines of "new or worse" that are true; `None` leaves the page."""
    age: int = 40
    pregnant: int = 0
    unsuited: tuple[str, ...] | None = ()
    choices: list[Chosen | None] = field(default_factory=list)
    take: tuple[str, ...] = ()
    """The stretches that they take in again."""
    go_on: bool | None = True
    up: list[bool | None] = field(default_factory=list)
    """Whether they can get up again, each time it is asked."""
    plays: Callable[[SessionJourney, FakeClock], None] = to_the_end
    pain: int | None = 3
    feel: Feel | None = Feel.SAME
    offers: list[Offer] = field(default_factory=list)
    refused: list[NoSession] = field(default_factory=list)
    refused_of: list[str | None] = field(default_factory=list)
    """The routines that were asked for, if they were asked for by name."""
    runs: list[SessionJourney] = field(default_factory=list)
    cards: list[Entry] = field(default_factory=list)
    taken_out: list[frozenset[str]] = field(default_factory=list)
    cued: list[SessionCue] = field(default_factory=list)

    async def show_card(self, entry: Entry) -> None:
        """Note the card."""
        self.told.append("card")
        self.cards.append(entry)

    async def check(self, run: CheckJourney) -> bool:
        """Go through it, or leave it."""
        self.told.append("check")
        if self.checks:
            answer_all(run, self.clock, *self.signs)
        return self.checks

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Answer it, or leave it."""
        self.told.append("new")
        if self.new is None:
            return False
        answer_questions(run, self.clock, *self.new, age=self.age, pregnant=self.pregnant)
        return True

    async def refuse(self, why: NoSession, fitted: Fitted | None = None) -> None:
        """Note why."""
        self.told.append("refuse")
        self.refused.append(why)
        self.refused_of.append(fitted.routine.id if fitted else None)

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Answer it, or leave it."""
        self.told.append("before")
        if self.unsuited is None:
            return False
        answer_questions(run, self.clock, *self.unsuited)
        return True

    async def choose(self, offer: Offer) -> Chosen | None:
        """Take the next choice of the script, or what is suggested."""
        self.told.append("choose")
        self.offers.append(offer)
        if self.choices:
            return self.choices.pop(0)
        return Chosen(offer.suggested.routine.id, offer.body.floor, offer.body.better)

    async def take_in(self, names: tuple[str, ...]) -> str | None:
        """Take what the script says, as long as it is there."""
        self.told.append(f"take in {' '.join(names)}")
        return next((name for name in self.take if name in names), None)

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Go on, or not."""
        self.told.append(f"go on with {fitted.routine.id}")
        return self.go_on

    async def can_get_up(self) -> bool | None:
        """Answer as the script says, else yes."""
        self.told.append("up")
        return self.up.pop(0) if self.up else True

    async def play(self, run: SessionJourney) -> None:
        """Follow it."""
        self.told.append("play")
        self.runs.append(run)
        self.plays(run, self.clock)

    async def own_routines(self) -> str | None:
        """Look at no routine of one's own."""
        return None

    def cues(self, _fitted: Fitted) -> Play:
        """Note every cue."""

        def play(cues: list[SessionCue], _session: Session) -> None:
            self.cued += cues

        return play

    async def after(self, run: SessionJourney, taken_out: frozenset[str]) -> None:
        """Say how it is."""
        self.told.append("after")
        self.taken_out.append(taken_out)
        run.after(self.pain, self.feel)

    async def check_signs(self) -> None:
        """Note it."""
        self.told.append("signs")


def until(stretch: str, *what: Do) -> Callable[[SessionJourney, FakeClock], None]:
    """Somebody who goes on to a stretch, waits until it runs, and does something there."""

    def plays(run: SessionJourney, clock: FakeClock) -> None:
        while run.state.phase.stretch != stretch:
            assert not run.do(Do.SKIP).ended
        while not run.state.phase.kind.works:
            assert not run.state.paused
            clock.advance(1)
            run.look()
        for one in what:
            clock.advance(1)
            run.do(one)

    return plays
