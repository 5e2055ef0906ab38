"""Leaving when the system says so: the window was closed, or the machine shuts down."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NAMES = ("SIGTERM", "SIGHUP")
_PATIENCE_SECONDS = 2.0


@contextmanager
def leaving_on_signals(leave: Callable[[int], None]) -> Iterator[None]:
    """Call `leave` with the exit code when a signal asks the program to end.

    When the window is gone, Textual can wait for ever to write to it. So these are handlers of the
    process, which run all the same, and the end comes even if leaving in order does not. Everything
    acknowledged has been written by then.

    Args:
        leave: asks the app to leave; it must not wait.
    """

    def stop(number: int, _frame: object) -> None:
        end = threading.Timer(_PATIENCE_SECONDS, os._exit, (128 + number,))
        end.daemon = True
        end.start()
        leave(128 + number)

    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
