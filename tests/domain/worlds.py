"""Machines in one world: true time passes in it, whatever their clocks say."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from unspasm.domain.moment import Moment, Stamp

START = datetime(2026, 5, 3, 14, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
NOTHING = timedelta(0)


@dataclass
class World:
    """True time, which nobody in it can read."""

    true: timedelta = NOTHING

    def passes(self, hours: float = 0, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass for every machine."""
        self.true += timedelta(hours=hours, minutes=minutes, seconds=seconds)


class Machine:
    """A machine that has been on for ten hours, with a wall clock that is right for now."""

    def __init__(self, world: World | None = None, name: str = "here") -> None:
        self.world = world or World()
        self.zone = HOUR
        self._name = name
        self._starts = 1
        self._started = self.world.true - 10 * HOUR
        self._asleep = NOTHING
        self._wrong = NOTHING

    def __call__(self) -> Moment:
        """Read all clocks, as `unspasm.clock.now` does."""
        on = self.world.true - self._started
        return Moment(
            wall=START + self.world.true + self._wrong,
            utc_offset=self.zone,
            awake=(on - self._asleep).total_seconds(),
            boot=on.total_seconds(),
            boot_id=f"{self._name}-{self._starts}",
        )

    @property
    def now(self) -> Moment:
        """The same, to read as a sentence."""
        return self()

    @property
    def stamp(self) -> Stamp:
        """What is kept of now."""
        return self().stamp

    def passes(self, hours: float = 0, *, minutes: float = 0, seconds: float = 0) -> "Machine":
        """Let time pass."""
        self.world.passes(hours, minutes=minutes, seconds=seconds)
        return self

    def sleeps(self, hours: float = 0, *, minutes: float = 0, seconds: float = 0) -> "Machine":
        """Let time pass while the machine is suspended."""
        self._asleep += timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return self.passes(hours, minutes=minutes, seconds=seconds)

    def is_set(self, hours: float = 0, *, minutes: float = 0, days: float = 0) -> "Machine":
        """Set the wall clock forward, or back."""
        self._wrong += timedelta(days=days, hours=hours, minutes=minutes)
        return self

    def is_set_to(self, wall: datetime) -> "Machine":
        """Set the wall clock to that time."""
        self._wrong = wall - START - self.world.true
        return self

    def is_set_right(self) -> "Machine":
        """Set the wall clock to the true time."""
        self._wrong = NOTHING
        return self

    def restarts(self) -> "Machine":
        """Start the machine anew."""
        self._starts += 1
        self._started = self.world.true
        self._asleep = NOTHING
        return self

    @property
    def wrong(self) -> timedelta:
        """By how much the wall clock is ahead."""
        return self._wrong
