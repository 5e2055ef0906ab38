"""A session: one run through a routine, followed from the floor.

`pass_time` and `advance` take a session and return a new one. Only awake time between two looks
counts: a gap pauses the session and finishes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum

from unspasm.domain.moment import Moment
from unspasm.domain.session_entries import End
from unspasm.domain.session_plan import MOST_SECONDS, BodySide, Phase, PhaseKind, seconds_of
from unspasm.domain.values import value

GAP_SECONDS = 3.0
"""So long without a look, nobody was there: the machine slept, or the program stood still."""
BACK_SECONDS = 3.0
"""Within this time of a phase, back means the one before it."""
STEP_SECONDS = 10
LEAST_SECONDS = 5
_CAN_CHANGE = frozenset({PhaseKind.HOLD, PhaseKind.STAY, PhaseKind.REST})


class Pause(Enum):
    """Why a session stands still."""

    PERSON = "person"
    GAP = "gap"
    """Nobody looked at the clock for a while."""
    WAIT = "wait"
    """It waits until the person is ready."""


class Do(Enum):
    """What the person can do."""

    PAUSE = "pause"
    """Or go on."""
    BACK = "back"
    NEXT = "next"
    REPEAT = "repeat"
    SKIP = "skip"
    """The rest of this stretch."""
    LONGER = "longer"
    SHORTER = "shorter"
    WAIT = "wait"
    """Wait for me before each stretch, or no longer."""
    EASIER = "easier"
    """Show the gentler version of this stretch, or no longer."""
    LEAVE_OUT = "leave_out"
    """Leave this stretch out from now on."""
    STOP = "stop"
    WORSE = "worse"


@value
class Session:
    """Where a session stands."""

    routine: str
    phases: tuple[Phase, ...]
    last: Moment
    """The last look at the clock."""
    at: int = 0
    """The phase that runs."""
    into: float = 0.0
    """Seconds of it that have passed."""
    done: tuple[float, ...] = ()
    """Of each phase, the most that was done of it in one go, in seconds."""
    total: float = 0.0
    """Seconds that ran, repeats included, pauses not."""
    worked_last: str | None = None
    """The stretch that was done last: what hurts while the next is got ready for came from it."""
    paused: Pause | None = None
    ended: End | None = None
    waits: bool = False
    easier: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    """Stretches to be left out from now on."""
    refused: bool = False
    """The last key changed nothing, because it may not."""

    @property
    def phase(self) -> Phase:
        """The phase that runs."""
        return self.phases[self.at]

    @property
    def left(self) -> float:
        """Seconds left of it."""
        return max(0.0, self.phase.seconds - self.into)

    @property
    def plan_seconds(self) -> int:
        """How long all phases take together."""
        return seconds_of(self.phases)

    @property
    def passed_seconds(self) -> float:
        """How much of the plan lies behind."""
        return seconds_of(self.phases[: self.at]) + min(self.into, self.phase.seconds)

    @property
    def coming(self) -> Phase | None:
        """The next phase of another stretch or side; `None` if this is the last."""
        now = self.phase.stretch, self.phase.side
        ahead = (one for one in self.phases[self.at + 1 :] if one.kind.works)
        return next((one for one in ahead if (one.stretch, one.side) != now), None)

    @property
    def worked(self) -> dict[str, float]:
        """Seconds done of each stretch, both sides together. A phase counts once."""
        found: dict[str, float] = {}
        for phase, seconds in zip(self.phases, self.done, strict=True):
            if phase.kind.works and seconds:
                found[phase.stretch] = found.get(phase.stretch, 0.0) + seconds
        return found


def start(routine: str, phases: tuple[Phase, ...], now: Moment) -> Session:
    """Return a session at its first phase.

    Raises:
        ValueError: if there is nothing to do, or more than 20 minutes of it.
    """
    if not phases or seconds_of(phases) > MOST_SECONDS:
        raise ValueError(routine)
    return Session(routine, phases, now, done=(0.0,) * len(phases))


def pass_time(session: Session, now: Moment) -> Session:
    """Return the session after another look at the clock."""
    last = session.last
    session = replace(session, last=now)
    if session.ended or session.paused:
        return session
    if not 0 <= now.boot - last.boot <= GAP_SECONDS or now.boot_id != last.boot_id:
        return replace(session, paused=Pause.GAP)
    return _run(session, max(0.0, now.awake - last.awake))


def advance(session: Session, do: Do) -> Session:
    """Return the session after something that the person did."""
    if session.ended:
        return session
    return _DOES[do](replace(session, refused=False))


def _run(session: Session, seconds: float) -> Session:
    """Let awake time pass, over as many phases as it takes."""
    while seconds > 0 and not (session.ended or session.paused):
        room = min(session.left, MOST_SECONDS - session.total)
        part = min(seconds, room)
        seconds -= part
        into = session.into + part
        session = replace(
            session,
            into=into,
            total=session.total + part,
            done=_noted(session, into),
            worked_last=session.phase.stretch if session.phase.kind.works else session.worked_last,
        )
        if session.left <= 0:
            session = _end_phase(session)
        if session.total >= MOST_SECONDS and not session.ended:
            return replace(session, ended=End.LIMIT, paused=None)
    return session


def _noted(session: Session, into: float) -> tuple[float, ...]:
    done = list(session.done)
    done[session.at] = max(done[session.at], min(into, session.phase.seconds))
    return tuple(done)


def _end_phase(session: Session) -> Session:
    if session.waits and session.phase.kind is PhaseKind.READY:
        return replace(session, paused=Pause.WAIT)
    return _go(session, session.at + 1)


def _pause(session: Session) -> Session:
    if session.paused is None:
        return replace(session, paused=Pause.PERSON)
    going = replace(session, paused=None)
    return _go(going, session.at + 1) if session.paused is Pause.WAIT else going


def _go(session: Session, at: int) -> Session:
    """Go to the beginning of a phase; past the last one the session is done."""
    if at >= len(session.phases):
        return replace(session, ended=End.DONE, paused=None)
    paused = None if session.paused is Pause.WAIT else session.paused
    return replace(session, at=at, into=0.0, paused=paused)


def _after(session: Session) -> int:
    """The first phase of the next stretch."""
    name = session.phase.stretch
    rest = range(session.at, len(session.phases))
    return next((at for at in rest if session.phases[at].stretch != name), len(session.phases))


def _change(session: Session, seconds: int) -> Session:
    """Make a hold or a rest longer or shorter, on both sides alike, but not shorter than was done.

    On the second side nothing can be changed any more: the first one was held as it was.
    """
    phase = session.phase
    longer = phase.seconds + seconds
    twin = (phase.kind, phase.stretch, phase.repeat, phase.set)
    twins = [(one.kind, one.stretch, one.repeat, one.set) == twin for one in session.phases]
    done = [seconds for seconds, same in zip(session.done, twins, strict=True) if same]
    too_long = seconds > 0 and session.total + _still(session) + 2 * seconds > MOST_SECONDS
    if (
        phase.kind not in _CAN_CHANGE
        or (phase.side is BodySide.RIGHT and sum(twins) > 1)
        or longer < max(LEAST_SECONDS, *done)
        or too_long
    ):
        return replace(session, refused=True)
    phases = tuple(
        replace(one, seconds=longer) if same else one
        for one, same in zip(session.phases, twins, strict=True)
    )
    return replace(session, phases=phases)


def _still(session: Session) -> float:
    """Seconds that still lie ahead."""
    return session.left + seconds_of(session.phases[session.at + 1 :])


def _flip_wait(session: Session) -> Session:
    return replace(session, waits=not session.waits)


def _flip_easier(session: Session) -> Session:
    return replace(session, easier=session.easier ^ {session.phase.stretch})


def _leave_out(session: Session) -> Session:
    left_out = session.left_out | {session.phase.stretch}
    return _go(replace(session, left_out=left_out), _after(session))


def _back(session: Session) -> Session:
    return _go(session, max(0, session.at - (session.into <= BACK_SECONDS)))


_DOES: Mapping[Do, Callable[[Session], Session]] = {
    Do.PAUSE: _pause,
    Do.BACK: _back,
    Do.NEXT: lambda session: _go(session, session.at + 1),
    Do.REPEAT: lambda session: _go(session, session.at),
    Do.SKIP: lambda session: _go(session, _after(session)),
    Do.LONGER: lambda session: _change(session, STEP_SECONDS),
    Do.SHORTER: lambda session: _change(session, -STEP_SECONDS),
    Do.WAIT: _flip_wait,
    Do.EASIER: _flip_easier,
    Do.LEAVE_OUT: _leave_out,
    Do.STOP: lambda session: replace(session, ended=End.STOPPED, paused=None),
    Do.WORSE: lambda session: replace(session, ended=End.WORSE, paused=None),
}
