"""What the exit code of a command means."""

from enum import IntEnum
from typing import TYPE_CHECKING

from unspasm.domain.urgency import Urgency

if TYPE_CHECKING:
    from unspasm.journeys.gate_flow import Outcome


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


def exit_of_check(urgency: Urgency | None) -> Exit:
    """Return the exit code of a check; `None` stands for one that was left."""
    return Exit.NOT_FINISHED if urgency is None else exit_of(urgency)


def exit_of_outcome(outcome: "Outcome | None") -> Exit:
    """Return the exit code of a pack or a session by what came of it; `None` for nothing."""
    return {"done": Exit.DONE, "refused": Exit.REFUSED}.get(
        outcome.value if outcome else "", Exit.NOT_FINISHED
    )
