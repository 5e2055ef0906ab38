"""What there is to tell while a session runs: each change with its own words and its own sound."""

from collections.abc import Iterable
from enum import Enum

from unspasm.domain.session import Session
from unspasm.domain.session_plan import Phase, PhaseKind

_HALF_WAY_FROM = 20
"""A hold of so many seconds has a half."""
_LAST = 3


class SessionCue(Enum):
    """What there is to tell."""

    READY = "ready"
    """The next stretch and side, before it begins."""
    START = "start"
    HALF_WAY = "half_way"
    LAST_THREE = "last_three"
    CHANGE = "change"
    REST = "rest"
    FINISHED = "finished"
    PAUSED = "paused"
    GOES_ON = "goes_on"


PATTERNS = {
    SessionCue.READY: (0.0,),
    SessionCue.START: (0.0, 0.2),
    SessionCue.HALF_WAY: (0.0,),
    SessionCue.LAST_THREE: (0.0, 1.0, 2.0),
    SessionCue.CHANGE: (0.0, 0.5),
    SessionCue.REST: (0.0,),
    SessionCue.FINISHED: (0.0, 0.3, 0.6),
    SessionCue.PAUSED: (0.0,),
    SessionCue.GOES_ON: (0.0, 0.2),
}
"""When the bell rings for each, in seconds from the change."""
_BEGINNING = {
    PhaseKind.READY: SessionCue.READY,
    PhaseKind.CHANGE: SessionCue.CHANGE,
    PhaseKind.REST: SessionCue.REST,
}


def beginning_of(phase: Phase) -> SessionCue:
    """Return what tells of the beginning of a phase."""
    return _BEGINNING.get(phase.kind, SessionCue.START)


def more_bells(cues: Iterable[SessionCue]) -> list[float]:
    """Return when the bell rings again after its first ring, in seconds."""
    return sorted({time for cue in cues for time in PATTERNS[cue] if time})


def cues_between(before: Session | None, after: Session) -> list[SessionCue]:
    """Return what is to be told, having seen `before` last."""
    if after.ended:
        return [] if before and before.ended else [SessionCue.FINISHED]
    if after.paused:
        return [] if before and before.paused else [SessionCue.PAUSED]
    if before is None or before.at != after.at or after.into < before.into:
        return [beginning_of(after.phase)]
    if before.paused:
        return [SessionCue.GOES_ON]
    cues = []
    seconds = after.phase.seconds
    if seconds >= _HALF_WAY_FROM and before.into < seconds / 2 <= after.into:
        cues.append(SessionCue.HALF_WAY)
    if after.phase.kind.works and seconds > 2 * _LAST and before.left > _LAST >= after.left:
        cues.append(SessionCue.LAST_THREE)
    return cues
