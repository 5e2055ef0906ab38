"""What a person answered in one check."""

from enum import Enum

from unspasm.domain.values import value

Fact = str
"""The finest grain of what can be true, such as `saddle_numb`. The vocabulary is in content."""

WORST_PAIN = 10
"""The worst that a person can think of; 0 is none."""


class Trend(Enum):
    """Which way the pain has gone since it began. The values are the words of `--answers`."""

    IMPROVING = "improving"
    NOT_IMPROVING = "not_improving"
    WORSENING = "worsening"
    UNKNOWN = "unknown"


@value
class Answers:
    """Everything that an assessment rests on.

    A number that is `None` has not been asked yet; no rule that needs it holds then. Only a check
    under way has such gaps: a finished one has none.
    """

    age: int | None
    """Years."""
    days: float | None
    """Days since this pain began; 0.5 is twelve hours."""
    pain: int | None
    """0 (none) to 10 (the worst the person can think of)."""
    trend: Trend = Trend.UNKNOWN
    yes: frozenset[Fact] = frozenset()
    unsure: frozenset[Fact] = frozenset()
    """Facts the person was not sure of. They count as yes; what is in both is a yes."""

    @property
    def true(self) -> frozenset[Fact]:
        """The facts that count: yes and not sure alike."""
        return self.yes | self.unsure
