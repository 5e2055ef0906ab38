"""One reading of all clocks together, and what two readings prove about the time between them."""

from datetime import date, datetime, timedelta

from unspasm.domain.values import value

LONG_AGO = timedelta(hours=8)
"""A difference of wall clocks as large as this is believed even across starts of the machine."""
_NOTHING = timedelta(0)


@value
class Stamp:
    """What is kept of a moment: enough to bound, later on, how long ago it was."""

    wall: datetime
    """UTC, aware. It can jump."""
    boot: float
    """Seconds on a clock that goes on while the machine sleeps."""
    boot_id: str
    """Which start of which machine `boot` belongs to."""


@value
class Moment:
    """One reading of all clocks together. `unspasm.clock` takes it; nothing here does.

    What each platform's clock counts:

    | field   | Linux            | macOS            | Windows                    | asleep |
    |---------|------------------|------------------|----------------------------|--------|
    | wall    | CLOCK_REALTIME   | CLOCK_REALTIME   | system time                | counts |
    | awake   | CLOCK_MONOTONIC  | CLOCK_UPTIME_RAW | QueryUnbiasedInterruptTime | stands |
    | boot    | CLOCK_BOOTTIME   | .._MONOTONIC_RAW | time.monotonic             | counts |
    | boot_id | random/boot_id   | bootsessionuuid  | BootId in the registry     |        |

    All of them run on while a process is stopped. Only the wall clock can be set. Linux is proved
    by tests; macOS and Windows rest on their documentation. Where the system does not tell one
    start from another, each run of the program counts as a start of its own.
    """

    wall: datetime
    """UTC, aware. It can jump."""
    utc_offset: timedelta
    """The offset from UTC lived in at that moment."""
    awake: float
    """Seconds on a clock that stops while the machine sleeps."""
    boot: float
    """Seconds since the machine started, on a clock that goes on while it sleeps."""
    boot_id: str
    """Which start of which machine `awake` and `boot` belong to; empty where none is known."""

    @property
    def lived(self) -> datetime:
        """The wall time as the person reads it on a clock, without a zone."""
        return (self.wall + self.utc_offset).replace(tzinfo=None)

    @property
    def day(self) -> date:
        """The calendar day as lived."""
        return self.lived.date()

    @property
    def stamp(self) -> Stamp:
        """What is worth keeping of this moment."""
        return Stamp(self.wall, self.boot, self.boot_id)


def passed(before: Moment, now: Moment) -> timedelta:
    """Return the longest that may have passed between two moments of one running copy."""
    return max(now.wall - before.wall, timedelta(seconds=now.boot - before.boot))


def elapsed_at_most(since: Stamp, now: Moment) -> timedelta | None:
    """Return the longest that may have passed: the larger of what two clocks say.

    It counts the time on skin, so too much is the careful side. `None` means that nothing bounds
    it: the stamp is of another start of the machine, of another machine, or of no known one.
    """
    if not _same_start(since, now):
        return None
    return max(_since_boot(since, now), now.wall - since.wall)


def elapsed_at_least(since: Stamp, now: Moment, arrived: Stamp | None = None) -> timedelta:
    """Return the time that has passed for certain.

    It counts the rest of the skin, so too little is the careful side. Within one start of the
    machine only the clock that nobody can set has a say. From another start, or another machine,
    nothing is proved but the time since this start, or since the stamp came here; and the wall
    clocks must agree with that, unless they are eight hours apart.

    Args:
        since: the beginning.
        now: this moment.
        arrived: when the stamp came here with an import, if it did.
    """
    if _same_start(since, now):
        return _since_boot(since, now)
    by_wall = now.wall - since.wall
    if by_wall >= LONG_AGO:
        return by_wall
    here = timedelta(seconds=now.boot)
    if arrived is not None and _same_start(arrived, now):
        here = _since_boot(arrived, now)
    return max(_NOTHING, min(here, by_wall))


def _same_start(since: Stamp, now: Moment) -> bool:
    return bool(since.boot_id) and since.boot_id == now.boot_id and since.boot <= now.boot


def _since_boot(since: Stamp, now: Moment) -> timedelta:
    return timedelta(seconds=now.boot - since.boot)
