"""What the program was started for, if not for everything: it ends after it."""

from dataclasses import dataclass

from unspasm.journeys.packs import PackPlan


@dataclass(frozen=True)
class CheckErrand:
    """One check."""

    guest: bool = False
    """For somebody else: nothing is kept."""


@dataclass(frozen=True)
class StretchErrand:
    """One session."""

    routine: str | None = None
    now: bool = False
    """At once to positions of ease."""


Errand = CheckErrand | PackPlan | StretchErrand
