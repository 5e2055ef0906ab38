"""What the journal keeps of the daily plan."""

from unspasm.domain.values import value


@value
class SmallDone:
    """A small thing was done on the day of the entry, as lived. It is undone by hiding it."""

    small: str
    """Its id."""


PlanBody = SmallDone
