"""The clocks of this machine, read together.

What each platform's clock counts stands in the table of `Moment`.
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from unspasm.domain.moment import Moment

_LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_WINDOWS_BOOT_ID = (
    r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
)


def now() -> Moment:
    """Read all clocks of this machine."""
    started, start = _start()
    wall = datetime.now(UTC)
    return Moment(
        wall=wall,
        utc_offset=wall.astimezone().utcoffset() or timedelta(0),
        awake=_awake_seconds(),
        boot=_boot_seconds() - started,
        boot_id=start,
    )


def boot_id() -> str:
    """Which start of this machine it is; empty where the system does not tell."""
    global _boot_id  # noqa: PLW0603 - it is the same as long as the process lives
    if _boot_id is None:
        _boot_id = _read_boot_id()
    return _boot_id


_boot_id: str | None = None
_run: tuple[float, str] | None = None


def _start() -> tuple[float, str]:
    """When the known start began, in seconds of the boot clock, and what it is called.

    Where the system does not tell one start of the machine from another, this run of the program
    stands for one: nothing from an earlier run is taken for certain.
    """
    global _run  # noqa: PLW0603 - as above
    if known := boot_id():
        return 0.0, known
    if _run is None:
        _run = (_boot_seconds(), f"run-{uuid4()}")
    return _run


if sys.platform == "linux":

    def _awake_seconds() -> float:
        return time.monotonic()

    def _boot_seconds() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def _read_boot_id() -> str:
        try:
            return _LINUX_BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            return ""

elif sys.platform == "darwin":

    def _awake_seconds() -> float:
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

    def _boot_seconds() -> float:
        # CLOCK_MONOTONIC goes on in sleep too, but is made of the wall clock, which can be set.
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

    def _read_boot_id() -> str:
        import ctypes  # noqa: PLC0415

        name, text = b"kern.bootsessionuuid", ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(text))
        try:
            failed = ctypes.CDLL(None).sysctlbyname(name, text, ctypes.byref(size), None, 0)
        except (OSError, AttributeError):
            return ""
        return "" if failed else text.value.decode("ascii", "replace")

elif sys.platform == "win32":

    def _awake_seconds() -> float:
        import ctypes  # noqa: PLC0415

        count = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(count))
        return count.value / 10_000_000

    def _boot_seconds() -> float:
        return time.monotonic()

    def _read_boot_id() -> str:
        import winreg  # noqa: PLC0415

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _WINDOWS_BOOT_ID) as key:
                return f"windows-{winreg.QueryValueEx(key, 'BootId')[0]}"
        except OSError:
            return ""

else:

    def _awake_seconds() -> float:
        return time.monotonic()

    def _boot_seconds() -> float:
        return time.monotonic()

    def _read_boot_id() -> str:
        return ""
