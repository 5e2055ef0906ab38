"""What the journal keeps of sessions."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from unspasm.domain.feel import Feel
from unspasm.domain.values import value

__all__ = ["End", "Feel", "LeftOut", "SessionAfter", "SessionBody", "SessionDone"]


class End(Enum):
    """How a session came to its end."""

    DONE = "done"
    STOPPED = "stopped"
    LIMIT = "limit"
    """Twenty minutes have passed."""
    WORSE = "worse"
    """It brought something that is not all right."""


@value
class SessionDone:
    """A session, to its end or to where it was stopped."""

    routine: str
    seconds: float
    """Awake time that ran, pauses excluded."""
    worked: Mapping[str, float]
    """Seconds of each stretch."""
    end: End
    ended_by: str | None = None
    """The stretch that was done last when it was stopped because something was not all right."""
    before: int | None = None
    """The pain that was said last within the hour before it, 0 to 10."""


@value
class SessionAfter:
    """How it is after a session. What was not said is `None`."""

    session: str
    """The entry of the session."""
    pain: int | None = None
    feel: Feel | None = None


@value
class LeftOut:
    """Stretches to leave out from now on, all of them: the latest entry counts."""

    stretches: frozenset[str] = field(default_factory=frozenset)


SessionBody = SessionDone | SessionAfter | LeftOut
