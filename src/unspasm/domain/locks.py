"""What a sign closes until a clinician has seen the person for it."""

from enum import Enum


class Activity(Enum):
    """What can be open or closed to a person."""

    EASE = "ease"
    """Positions of ease and breathing."""
    PACK = "pack"
    """Cold and heat packs."""
    SESSION = "session"
    """Stretch sessions that need no floor."""
    FLOOR = "floor"
    """Floor work and strength work."""


class Lock(Enum):
    """How much a sign closes. The values are the words used in content."""

    ALL = "all"
    SESSIONS_AND_PACKS = "sessions+packs"
    SESSIONS = "sessions"
    FLOOR = "floor"
    NOTHING = "nothing"

    @property
    def closes(self) -> frozenset[Activity]:
        """The activities that this lock closes."""
        return _CLOSES[self]


_CLOSES = {
    Lock.ALL: frozenset(Activity),
    Lock.SESSIONS_AND_PACKS: frozenset(Activity),
    Lock.SESSIONS: frozenset({Activity.EASE, Activity.SESSION, Activity.FLOOR}),
    Lock.FLOOR: frozenset({Activity.FLOOR}),
    Lock.NOTHING: frozenset[Activity](),
}
