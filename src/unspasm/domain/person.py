"""What is known of the person."""

from collections.abc import Mapping
from dataclasses import field

from unspasm.domain.rules import Call
from unspasm.domain.values import value

NOT_PREGNANT = "no"
MAYBE_PREGNANT = "maybe_pregnant"
PREGNANT = "pregnant"
"""What is said of a pregnancy."""


@value
class About:
    """What holds for the person and decides what is safe to offer. The latest one counts."""

    year_of_birth: int | None = None
    said_in: int | None = None
    """The year in which the age was last said, to ask again when another year has begun."""
    pregnancy: str | None = None
    """`no`, or the sign `maybe_pregnant` or `pregnant`; `None` when never asked."""
    lasting_yes: frozenset[str] = frozenset()
    """Signs of the lasting page that are true."""
    lasting_unsure: frozenset[str] = frozenset()
    lasting_known: bool = False
    """Whether the lasting page has been answered at all."""
    country: str | None = None
    """ISO 3166 alpha-2, chosen by the person."""
    emergency_number: str | None = None
    """The person's own choice, before any list."""
    numbers: Mapping[Call, str] = field(default_factory=dict)
    """The person's own numbers for maternity, poisons and crisis."""
    pack_yes: frozenset[str] = frozenset()
    """Lasting conditions that speak against a pack."""
    pack_unsure: frozenset[str] = frozenset()
    pack_asked: frozenset[str] = frozenset()
    """The conditions of that page that were asked, whatever the answer was."""
    pack_cleared: frozenset[str] = frozenset()
    """Those for which a clinician has said that packs are fine, as the person says."""
    unsuited: frozenset[str] = frozenset()
    """Reasons to leave stretches out, true or not sure."""
    unsuited_asked: bool = False

    def youngest_in(self, year: int) -> int | None:
        """The least age the person can have in that year: the birthday may be still to come."""
        age = self.age_in(year)
        said_earlier = self.said_in is not None and year > self.said_in
        return None if age is None else max(0, age - said_earlier)

    def age_in(self, year: int) -> int | None:
        """The age reached in that year, or `None` if it was never said. Never negative."""
        return None if self.year_of_birth is None else max(0, year - self.year_of_birth)
