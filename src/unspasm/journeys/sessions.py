"""A session under way: looks at the clock, writes what was done, plays the cues."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from unspasm.domain.care_status import CareStatus
from unspasm.domain.entries import Check, Entry
from unspasm.domain.gate import in_a_spasm
from unspasm.domain.session import Do, End, Pause, Session, advance, pass_time, start
from unspasm.domain.session_cues import SessionCue, cues_between
from unspasm.domain.session_entries import Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.session_record import left_out
from unspasm.domain.stretches import Direction, Library, Unsuited
from unspasm.domain.which_routine import Body, Fitted, Spasm, fit
from unspasm.journal.store import Unfinished
from unspasm.journeys.house import House

SESSION = "session"
"""The journey's name in the record of unfinished ones."""
FRESH = timedelta(hours=2)
"""How long an unfinished session is offered again."""
_WEAK_BONES = frozenset({"osteoporosis", "steroids_long"})
_LEG_PAIN = frozenset({"leg_pain_one_below_knee", "leg_tingle_numb_one"})
_REASONS = frozenset(one.value for one in Unsuited)
Play = Callable[[list[SessionCue], Session], None]


def body_today(house: House, *, floor: bool = True, better: Direction | None = None) -> Body:
    """Return what the record says about which stretches suit the person today."""
    status, entries = house.status(), house.care_entries()
    about, facts = status.about, _facts(house, status)
    return Body(
        spasm=_spasm(house, entries),
        closed=status.closed,
        pregnant=about.pregnancy not in {None, "no"},
        weak_bones=bool(facts & _WEAK_BONES),
        blood_thinner="blood_thinner" in facts,
        unsuited=frozenset(Unsuited(one) for one in about.unsuited if one in _REASONS),
        leg_pain=bool(facts & _LEG_PAIN),
        floor=floor,
        better=better,
        left_out=left_out(house.session_entries()),
    )


def _facts(house: House, status: CareStatus) -> frozenset[str]:
    """What is known to be true: lasting things, and what the last check said."""
    signs = house.catalogue.rules.signs
    about = status.about
    ids = about.lasting_yes | about.lasting_unsure
    facts = {fact for sign in ids if sign in signs for fact in signs[sign].covers}
    latest = status.latest.body if status.latest else None
    return frozenset(facts) | (latest.answers.true if isinstance(latest, Check) else frozenset())


def _spasm(house: House, entries: list[Entry]) -> Spasm | None:
    """How the spasm stands by its last full check, its days counted on."""
    now = house.clock()
    if not in_a_spasm(entries, now):
        return None
    full = [e for e in entries if isinstance(e.body, Check) and e.body.complete]
    latest = max(full, key=lambda entry: entry.at, default=None)
    if latest is None or not isinstance(latest.body, Check):
        return None
    answers = latest.body.answers
    since = max(0, (now.day - latest.lived.date()).days)
    return Spasm((answers.days or 0) + since, answers.pain or 0, answers.trend)


class SessionJourney:
    """One session. Every key and every new phase is written before it is shown."""

    def __init__(
        self, house: House, fitted: Fitted, play: Play, resumed: Unfinished | None = None
    ) -> None:
        self.fitted = fitted
        self.kept = True
        """Whether everything so far was written."""
        self.entry: Entry | None = None
        """What it has come to, once it has ended."""
        self._house = house
        self._play = play
        self._id = resumed.id if resumed else str(uuid4())
        fresh = start(fitted.routine.id, fitted.phases, house.clock())
        self.state = _restored(resumed.state, fresh) if resumed else fresh
        self._seen: Session | None = None
        self._keep()

    def look(self) -> Session:
        """Look at the clock, write what has ended, and tell what is due."""
        return self._become(pass_time(self.state, self._house.clock()))

    def do(self, what: Do) -> Session:
        """Do something; return the session after it."""
        return self._become(advance(self.look(), what))

    def _become(self, state: Session) -> Session:
        before, self.state = self.state, state
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
        if self.entry:
            after = SessionAfter(self.entry.id, pain, feel)
            self.kept &= self._house.append([self._house.entry(after)])

    def _end(self, state: Session) -> None:
        done = SessionDone(
            routine=state.routine,
            seconds=state.total,
            worked=state.worked,
            end=state.ended or End.DONE,
            ended_by=state.phase.stretch if state.ended is End.WORSE else None,
        )
        self.entry = self._house.entry(done)
        entries = [self.entry]
        if state.left_out:
            known = left_out([*self._house.session_entries(), self.entry])
            entries.append(self._house.entry(LeftOut(known | state.left_out)))
        self.kept &= self._house.append(entries, finishes=self._id)

    def _keep(self) -> None:
        state = self.state
        row = Unfinished(
            id=self._id,
            journey=SESSION,
            at=self._house.clock().wall.isoformat(),
            content=self._house.catalogue.version,
            state=json.dumps(
                {
                    "routine": state.routine,
                    "stretches": [stretch.id for stretch in self.fitted.stretches],
                    "plan": [phase.seconds for phase in self.fitted.phases],
                    "seconds": [phase.seconds for phase in state.phases],
                    "at": state.at,
                    "into": state.into,
                    "done": list(state.done),
                    "total": state.total,
                    "waits": state.waits,
                    "left_out": sorted(state.left_out),
                }
            ),
        )
        self.kept &= self._house.keep_unfinished(row)


def _worth_keeping(before: Session, after: Session) -> bool:
    """Whether something changed besides the time."""
    time = replace(after, last=before.last, into=before.into, done=before.done, total=before.total)
    return time != before


def _restored(text: str, fresh: Session) -> Session:
    """Return the kept session, standing still; a fresh one if it differs."""
    body: Mapping[str, Any] = json.loads(text)
    same = len(body["seconds"]) == len(fresh.phases) == len(body["done"])
    if not same or body["at"] >= len(fresh.phases):
        return fresh
    phases = tuple(
        replace(phase, seconds=seconds)
        for phase, seconds in zip(fresh.phases, body["seconds"], strict=True)
    )
    return replace(
        fresh,
        phases=phases,
        at=body["at"],
        into=body["into"],
        done=tuple(body["done"]),
        total=body["total"],
        waits=body["waits"],
        left_out=frozenset(body["left_out"]),
        paused=Pause.GAP,
    )


def unfinished_session(house: House, library: Library) -> tuple[Fitted, Unfinished] | None:
    """Return the session that was cut short a while ago, if it still fits today."""
    row = house.unfinished(SESSION)
    if row is None or row.content != house.catalogue.version:
        return None
    age = house.clock().wall - datetime.fromisoformat(row.at)
    body: Mapping[str, Any] = json.loads(row.state)
    name = body["routine"]
    if not timedelta(0) <= age < FRESH or name not in library.routines:
        return None
    fitted = fit(library.routines[name], library, body_today(house))
    plan = [phase.seconds for phase in fitted.phases]
    same = [stretch.id for stretch in fitted.stretches] == body["stretches"]
    return (fitted, row) if same and plan == body.get("plan") else None
