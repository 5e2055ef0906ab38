"""Short pages of questions: before a pack, and "is anything new or worse?"."""

from dataclasses import replace
from uuid import uuid4

from unspasm.domain.about import learned
from unspasm.domain.answers import Answers
from unspasm.domain.assess import assess
from unspasm.domain.check_events import Event
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import advance
from unspasm.domain.entries import NothingNew
from unspasm.domain.gate import Asking, Gate, ask_new_or_worse, gate, pages_behind, with_person
from unspasm.domain.locks import Activity
from unspasm.journal.store import Unfinished
from unspasm.journeys import record
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.memory import CHECK


class QuestionsJourney:
    """Pages of which only the outcome matters. Nothing of them is kept before the end."""

    guest = False
    resumed = False
    goes_on = False

    def __init__(self, house: House, state: CheckState) -> None:
        self.state = state
        self.kept = True
        """Whether everything so far was written."""
        self._house = house

    def tell(self, event: Event) -> CheckState:
        """Tell what the person did; return the pages after it."""
        self.state = advance(self.state, event, self._house.clock().awake)
        return self.state

    @property
    def ticked(self) -> frozenset[str]:
        """What is true, or may be."""
        return self.state.yes | self.state.unsure


class NewOrWorseJourney(QuestionsJourney):
    """Is anything new or worse? Ticks are kept at once, as those of a check are."""

    def __init__(self, house: House, when: str | None) -> None:
        rules = house.catalogue.rules
        self._about = house.status().about
        state = ask_new_or_worse(rules, self._about, when, house.clock())
        super().__init__(house, state)
        self.id = str(uuid4())
        """Under which a check that this leads to is kept too, in place of it."""

    @property
    def ticked(self) -> frozenset[str]:
        """The lines that are true, or may be."""
        lines = {line.sign.id for line in self._house.catalogue.rules.new_or_worse.lines}
        return super().ticked & lines

    @property
    def pages(self) -> frozenset[str]:
        """The pages that what was ticked leads to; none if nothing is new."""
        return pages_behind(self._house.catalogue.rules, self.ticked, self._about)

    def tell(self, event: Event) -> CheckState:
        """Tell what the person did; return the page after it, already kept."""
        before = self.ticked
        state = super().tell(event)
        if state.ending and not self.ticked:
            entry = self._house.entry(NothingNew())
            self.kept &= self._house.append([entry], finishes=self.id)
        elif self.ticked != before:
            self._keep()
        return state

    def _keep(self) -> None:
        """Keep what is ticked. A slip that was taken back leaves nothing that must be finished."""
        if not self.ticked:
            self.kept &= self._house.append([], finishes=self.id)
            self.id = str(uuid4())
            return
        row = Unfinished(
            id=self.id,
            journey=CHECK,
            at=self._house.clock().wall.isoformat(),
            content=self._house.catalogue.version,
            state=record.to_json(self.state, None),
        )
        self.kept &= self._house.keep_check(row)


class NowJourney(NewOrWorseJourney):
    """The same page, with age and pregnancy if they are not known: no check is asked for."""

    def __init__(self, house: House, when: str | None) -> None:
        super().__init__(house, when)
        self.state = with_person(self.state, house.catalogue.rules, self._about, house.clock())

    def tell(self, event: Event) -> CheckState:
        """Tell what the person did; what was said about them is kept at the end."""
        before = self.state.ending
        state = super().tell(event)
        if state.ending and not before:
            year = self._house.clock().lived.year
            about = learned(replace(state, about=self._about), year)
            if about != self._about:
                self.kept &= self._house.append([self._house.entry(about)])
        return state


def what_to_ask(house: House) -> Gate:
    """Return what has to be asked before a pack. A check that was left has to be finished first."""
    found = gate(house.catalogue.rules, house.care_entries(), house.clock())
    return found if house.unfinished_check() is None else Gate(Asking.FULL, found.since)


def tick_waits(house: House) -> bool:
    """Whether something was ticked and left that, once confirmed, may close positions of ease."""
    row = house.unfinished_check()
    if row is None:
        return False
    state, rules = CheckJourney(house).state, house.catalogue.rules
    lines = record.signs_in(row.state) - rules.signs.keys()
    ticks = (state.yes | state.unsure) - state.settled.signs.keys()
    facts = frozenset(fact for sign in ticks for fact in rules.signs[sign].covers)
    reasons = assess(rules, Answers(None, None, None, yes=facts)).reasons
    return bool(lines) or any(Activity.EASE in reason.locks.closes for reason in reasons)
