"""The clocks of this machine, read together."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from unspasm.domain.moment import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def now() -> Moment:
    """Read all clocks of this machine."""
    wall = datetime.now(UTC)
    return Moment(
        wall=wall,
        utc_offset=wall.astimezone().utcoffset() or timedelta(0),
        awake=time.monotonic(),
        boot=_boot_seconds(),
        boot_id=boot_id(),
    )


def boot_id() -> str:
    """Which start of this machine it is; empty where the system does not tell."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _boot_seconds() -> float:
    """Seconds on a clock that goes on while the machine sleeps, where there is one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
