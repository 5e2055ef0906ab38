"""Which copy of the program this is, and whether another one still runs."""

import os
import sys
from uuid import uuid4

from unspasm.domain.values import value


@value
class Copy:
    """One running copy of the program."""

    id: str
    pid: int
    boot: str
    """Which start of the machine; empty where the system does not tell."""

    def other_runs(self, owner: str, pid: int, boot: str) -> bool:
        """Whether the copy `owner` is another one that is still running."""
        return owner != self.id and boot == self.boot and pid != self.pid and _runs(pid)


def this_copy(boot: str) -> Copy:
    """Return this copy, told apart from any other even in the same process."""
    return Copy(uuid4().hex, os.getpid(), boot)


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if sys.platform == "win32":

    def _runs_on_windows(pid: int) -> bool:
        """Ask for a handle: on Windows `os.kill` would end the process."""
        import ctypes  # noqa: PLC0415

        synchronize = 0x00100000
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, 0, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
