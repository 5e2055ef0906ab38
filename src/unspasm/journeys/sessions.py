"""A session under way: looks at the clock, writes what was done, plays the cues."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from unspasm.domain.entries import Entry
from unspasm.domain.locks import Activity
from unspasm.domain.moment import passed
from unspasm.domain.session import Do, Session, advance, pass_time, start
from unspasm.domain.session_cues import SessionCue, cues_between
from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.session_record import left_out
from unspasm.domain.stretches import Library
from unspasm.domain.which_routine import Fitted, fit
from unspasm.journal.store import Unfinished
from unspasm.journeys import session_kept
from unspasm.journeys.house import House
from unspasm.journeys.today import body_today, pain_just_now

SESSION = "session"
"""The journey's name in the record of unfinished ones."""
FRESH = timedelta(hours=2)
"""How long an unfinished session is offered again."""
Play = Callable[[list[SessionCue], Session], None]


class SessionJourney:
    """One session. Every key, every new phase and every second is written before it is shown."""

    def __init__(
        self, house: House, fitted: Fitted, play: Play, resumed: Unfinished | None = None
    ) -> None:
        self.fitted = fitted
        self.kept = True
        """Whether everything so far was written."""
        self.entry: Entry | None = None
        """What it has come to, once it has ended."""
        self.too_late = False
        """Whether it stood still for so long that it is not gone on with."""
        self.locked = False
        """Whether something that was said meanwhile closes it."""
        self.worse = False
        """Whether anything was said of it that calls for the warning signs."""
        self._house = house
        self._play = play
        self._id = resumed.id if resumed else str(uuid4())
        self._pain = pain_just_now(house)
        fresh = start(fitted.routine.id, fitted.phases, house.clock())
        self.state = session_kept.restored(resumed.state, fresh) if resumed else fresh
        self._ran = fresh.last
        """When it did not stand still the last time."""
        self._seen: Session | None = None
        self.found: Entry | None = None
        """The check of another copy that closes it: its card has not been read here."""
        self._written = house.written_elsewhere()
        self._keep()

    def look(self) -> Session:
        """Look at the clock, write what has ended, and tell what is due.

        One that runs ends where another copy has found what closes it.
        """
        state = self._become(pass_time(self.state, self._house.clock()))
        if state.paused or state.ended:
            return state
        if self._others_wrote():
            self._ask_locks()
            self._written = self._house.written_elsewhere()
        return self._become(advance(state, Do.STOP)) if self.locked else state

    def do(self, what: Do) -> Session:
        """Do something; return the session after it.

        What was asked before it holds no longer than for one that was cut short: then it ends. So
        it does where a sign was found, or something was said of the person, while it stood still.
        """
        state = self.look()
        if state.paused:
            self._ask_locks()
        self.too_late |= bool(state.paused) and passed(self._ran, state.last) > FRESH
        if (self.too_late or self.locked) and what is not Do.WORSE:
            what = Do.STOP
        return self._become(advance(state, what))

    def _others_wrote(self) -> bool:
        return self._house.written_elsewhere() != self._written

    def _ask_locks(self) -> None:
        """Note whether anything that this session takes is closed that was open when it began."""
        status, before = self._house.status(), self.fitted.body.closed
        heavy = any(one.place.is_floor or one.strength for one in self.fitted.stretches)
        takes = {Activity.SESSION, Activity.FLOOR} if heavy else {Activity.SESSION}
        self.locked |= bool(takes & (status.closed - before))
        if self.locked and self._others_wrote():
            closing = (one for one in status.standing if one.reasons and one.closed - before)
            self.found = next((one.check for one in closing), None)

    def _become(self, state: Session) -> Session:
        before, self.state = self.state, state
        if not state.paused:
            self._ran = state.last
        if state.ended and not before.ended:
            self._end(state)
        elif not state.ended and _worth_keeping(before, state):
            self._keep()
        if cues := cues_between(self._seen, state):
            self._play(cues, state)
        self._seen = state
        return state

    def after(self, pain: int | None, feel: Feel | None) -> None:
        """Note how it is after it."""
        self.worse |= feel is Feel.WORSE
        if self.entry:
            after = SessionAfter(self.entry.id, pain, feel)
            self.kept &= self._house.append([self._house.entry(after)])

    @property
    def ended_by(self) -> str | None:
        """The stretch that brought something that is not all right, once that was said."""
        return self.state.worked_last if self.state.ended is End.WORSE else None

    def _end(self, state: Session) -> None:
        done = SessionDone(
            routine=state.routine,
            seconds=state.total,
            worked=state.worked,
            end=state.ended or End.DONE,
            ended_by=self.ended_by,
            before=self._pain,
        )
        self.entry = self._house.entry(done)
        self.worse = state.ended is End.WORSE
        entries = [self.entry]
        if state.left_out:
            known = left_out([*self._house.session_entries(), self.entry])
            entries.append(self._house.entry(LeftOut(known | state.left_out)))
        self.kept &= self._house.append(entries, finishes=self._id)

    def _keep(self) -> None:
        row = Unfinished(
            id=self._id,
            journey=SESSION,
            at=self._house.clock().wall.isoformat(),
            content=self._house.catalogue.version,
            state=session_kept.to_json(self.state, self.fitted),
        )
        self.kept &= self._house.keep_unfinished(row)


def _worth_keeping(before: Session, after: Session) -> bool:
    """Whether another second has begun, or something changed besides the time."""
    if int(before.total) != int(after.total):
        return True
    time = replace(after, last=before.last, into=before.into, done=before.done, total=before.total)
    return time != before


def unfinished_session(house: House, library: Library) -> tuple[Fitted, Unfinished] | None:
    """Return the session that was cut short a while ago, if it still fits today."""
    row = house.unfinished(SESSION)
    if row is None or row.content != house.catalogue.version:
        return None
    age = house.clock().wall - datetime.fromisoformat(row.at)
    kept = session_kept.what_was_kept(row.state)
    if kept is None or not timedelta(0) <= age < FRESH or kept.routine not in library.routines:
        return None
    body = body_today(house, floor=kept.floor, better=kept.better)
    fitted = fit(library.routines[kept.routine], library, body)
    return (fitted, row) if session_kept.is_the_same(kept, fitted) else None


def settle_unfinished(house: House) -> None:
    """Take down what the sessions that were cut short have come to: they are not gone on with."""
    while row := house.unfinished(SESSION):
        kept = session_kept.what_was_kept(row.state)
        if kept is None or not kept.total:
            house.forget(row)
            continue
        done = SessionDone(kept.routine, kept.total, kept.worked, End.STOPPED)
        entry = replace(house.entry(done), at=datetime.fromisoformat(row.at))
        house.append([entry], finishes=row.id)
