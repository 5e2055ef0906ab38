"""What is kept of a journey that has not ended."""

from unspasm.domain.values import value
from unspasm.journal.copies import Copy
from unspasm.journal.records import checksum

STEP_COLUMNS = "id, copy, pid, boot, journey, at, content, crc32, state"
"""The columns of the `unfinished` table."""

Step = tuple[object, ...]
"""One row of it."""


@value
class Unfinished:
    """A journey that has not ended, as it stood after the last thing the person did."""

    id: str
    journey: str
    at: str
    """UTC, ISO 8601."""
    content: str
    """The version of the content it was asked with."""
    state: str
    """JSON, the journey's own."""


def to_step(unfinished: Unfinished, copy: Copy) -> Step:
    """Return the row that keeps it, while `copy` is at it."""
    one = unfinished
    others = (one.id, copy.id, copy.pid, copy.boot, one.journey, one.at, one.content)
    return (*others, checksum(*others, one.state), one.state)


def is_intact(step: Step) -> bool:
    """Whether the checksum of a row fits."""
    *others, crc, state = step
    return crc == checksum(*others, state)
