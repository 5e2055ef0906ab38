"""What the program was started for, if not for everything; and how it ends."""

from unspasm.domain.values import value
from unspasm.journeys.packs import PackPlan

NOT_FINISHED, BAD_CONTENT = 1, 2
"""Exit codes: what was asked for was left early; the content has faults."""


@value
class CheckErrand:
    """One check."""

    guest: bool = False
    """For somebody else: nothing is kept."""


@value
class StretchErrand:
    """One session."""

    routine: str | None = None
    now: bool = False
    """At once to positions of ease."""


Errand = CheckErrand | PackPlan | StretchErrand
