"""What is asked before a pack or a session, in the same order whichever face asks."""

from collections.abc import Coroutine
from enum import Enum
from typing import Protocol, TypeVar

from unspasm.domain.entries import Entry
from unspasm.domain.gate import Asking, Gate
from unspasm.domain.locks import Activity
from unspasm.domain.urgency import Urgency
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.questions import NewOrWorseJourney, what_to_ask
from unspasm.words import CalendarWords
from unspasm.words.phrases import when

Result = TypeVar("Result")


class Outcome(Enum):
    """What came of asking for a pack or a session."""

    DONE = "done"
    LEFT = "left"
    REFUSED = "refused"
    """A card, a rest or a cap was shown instead."""


class GateFace(Protocol):
    """A face, as far as the gate goes."""

    async def show_card(self, entry: Entry) -> None:
        """Show the care card of a check."""

    async def check(self, run: CheckJourney) -> bool:
        """Go through a check; return whether it came to its end."""

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Ask whether anything is new or worse; return whether it was answered."""


async def pass_gate(
    face: GateFace, house: House, calendar: CalendarWords, activity: Activity
) -> Outcome | None:
    """Ask what has to be asked; return why it goes no further, `None` if it may go on."""
    gate = what_to_ask(house)
    only, instead_of = gate.pages, None
    if gate.asking is Asking.NEW:
        new = NewOrWorseJourney(house, asked_when(gate, house, calendar))
        if not await face.ask_new(new):
            return Outcome.LEFT
        only, instead_of = new.pages, new.id
        if not only:
            return None
    run = CheckJourney(house, only=only, instead_of=instead_of)
    if not await face.check(run) or run.entry is None:
        return Outcome.LEFT
    check = run.state.check
    if check.complete or check.urgency > Urgency.SELF_CARE:
        await face.show_card(run.entry)
    return Outcome.REFUSED if activity in house.status().closed else None


def asked_when(gate: Gate, house: House, calendar: CalendarWords) -> str:
    """Return when the signs were last asked about, in words; nothing where they never were."""
    return when(calendar, gate.since, house.clock().lived) if gate.since else ""


def walk(steps: Coroutine[None, None, Result]) -> Result:
    """Run steps of a face that never suspends."""
    try:
        steps.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    raise RuntimeError("a face suspended that should have waited by itself")
