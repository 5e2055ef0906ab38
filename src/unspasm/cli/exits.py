"""What the exit code of a command means."""

from enum import IntEnum

from unspasm.domain.urgency import Urgency


class Exit(IntEnum):
    """Exit codes. By a signal it is 128 plus the signal; anything else is a bug."""

    DONE = 0
    NOT_FINISHED = 1
    """Not finished, nothing found, or a person's no."""
    BAD_INPUT = 2
    REFUSED = 3
    """A card, a rest or a cap was shown instead."""
    ROUTINE = 10
    SOON = 20
    SAME_DAY = 30
    EMERGENCY = 40


def exit_of(urgency: Urgency) -> Exit:
    """Return the exit code of a finished check: 0 for self-care, 10 to 40 by urgency."""
    return Exit(urgency * 10)
