"""One reading of all clocks together."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Moment:
    """One reading of all clocks together. `unspasm.clock` takes it; nothing here does."""

    wall: datetime
    """UTC, aware. It can jump."""
    utc_offset: timedelta
    """The offset from UTC lived in at that moment."""
    awake: float
    """Seconds on a clock that stops while the machine sleeps."""
    boot: float
    """Seconds on a clock that goes on while the machine sleeps."""
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
