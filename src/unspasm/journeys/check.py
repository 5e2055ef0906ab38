"""One run through the checklist, kept as it goes."""

from datetime import datetime, timedelta
from uuid import uuid4

from unspasm.domain.about import learned
from unspasm.domain.care_status import Settled, lapsing
from unspasm.domain.check_events import Ending, Event
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import advance, begin, take_up_again
from unspasm.domain.entries import About, Check, Entry, EpisodeOver, Lapsed, TakenBack
from unspasm.journal.store import Unfinished
from unspasm.journeys import record
from unspasm.journeys.house import House
from unspasm.journeys.memory import CHECK

FRESH = timedelta(hours=24)
"""How long the answers of an unfinished check count. After that only its ticks are kept."""


class CheckJourney:
    """A check under way. Every step is written before it is shown."""

    def __init__(
        self,
        house: House,
        *,
        guest: bool = False,
        only: frozenset[str] | None = None,
        instead_of: str | None = None,
    ) -> None:
        """Begin a check, or take up the one that was not finished.

        Args:
            house: the house.
            guest: it is for somebody else: keep nothing.
            only: the pages to ask, of a check that is no full one.
            instead_of: the unfinished journey that led here, in whose place this one is kept.
        """
        self.guest = guest
        self.resumed = False
        """Whether ticks of an unfinished check were taken over."""
        self.goes_on = False
        """Whether it goes on where an emergency sign had ended it."""
        self.kept = True
        """Whether everything so far was written."""
        self.entry: Entry | None = None
        """What the check has led to, once it has ended."""
        self._house = house
        self._only = only
        self._id = instead_of or str(uuid4())
        self._about = About()
        self.state = self._begin()

    def tell(self, event: Event) -> CheckState:
        """Tell what the person did; return the check after it, already kept."""
        moment = self._house.clock()
        before = self.state
        after = advance(before, event, moment.awake)
        if after.ending and not before.ending:
            self._end(after)
        elif record.to_json(after, None) != record.to_json(before, None):
            self._keep(after, None)
        self.state = after
        return after

    def _begin(self) -> CheckState:
        moment, rules = self._house.clock(), self._house.catalogue.rules
        if self.guest:
            return begin(rules, About(), Settled(), moment.lived.year, moment.awake)
        status = self._house.status()
        self._about = status.about
        year, now = moment.lived.year, moment.awake
        fresh = begin(rules, status.about, status.settled, year, now, self._only)
        row = self._house.unfinished_check() if self._only is None else None
        return self._take_up(row, fresh) if row else fresh

    def _take_up(self, row: Unfinished, fresh: CheckState) -> CheckState:
        moment = self._house.clock()
        self._id = row.id
        age = moment.wall - datetime.fromisoformat(row.at)
        anew = row.content != self._house.catalogue.version or not timedelta(0) <= age < FRESH
        state = record.restored(row.state, fresh, moment.awake, anew=anew)
        self.resumed = bool(state.yes | state.unsure or state.confirmed - fresh.confirmed)
        self.goes_on = state.ending is not None
        if state.ending:
            entry = record.check_of(row.state)
            state = take_up_again(state, fresh.settled, self._mistakes(entry), moment.awake)
        return state

    def _mistakes(self, check: str | None) -> frozenset[str]:
        """The signs of that check that were taken back since."""
        entries = self._house.care_entries()
        bodies = {entry.id: entry.body for entry in entries}
        ended = bodies.get(check or "")
        if not isinstance(ended, Check):
            return frozenset()
        taken = [body for body in bodies.values() if isinstance(body, TakenBack)]
        reasons = frozenset[str]().union(*(one.reasons for one in taken if one.check == check))
        return frozenset(
            reason.sign for reason in ended.reasons if reason.id in reasons and reason.asked
        )

    def _end(self, state: CheckState) -> None:
        self.entry = self._house.entry(state.check)
        if self.guest:
            return
        about = learned(state, self._house.clock().lived.year)
        entries = [self.entry, *map(self._house.entry, self._lapsing(state.check))]
        if about != self._about:
            entries.append(self._house.entry(about))
        complete = state.ending is Ending.COMPLETE
        self.kept &= self._house.append(entries, finishes=self._id if complete else None)
        if not complete:
            self._keep(state, self.entry.id)

    def _lapsing(self, check: Check) -> list[Lapsed]:
        """The locks of spasms that are over which lapse with this check."""
        bodies = [entry.body for entry in self._house.care_entries()]
        overs = [body for body in bodies if isinstance(body, EpisodeOver)]
        return lapsing(self._house.status(), overs, check)

    def _keep(self, state: CheckState, check: str | None) -> None:
        if self.guest:
            return
        house = self._house
        row = Unfinished(
            id=self._id,
            journey=CHECK,
            at=house.clock().wall.isoformat(),
            content=house.catalogue.version,
            state=record.to_json(state, check),
        )
        self.kept &= house.keep_check(row)
