"""The steps at which a record says that somebody should have a look."""

from collections.abc import Mapping
from enum import Enum

from unspasm.domain.answers import Trend
from unspasm.domain.log_entries import Helped
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value


class When(Enum):
    """What a step looks at."""

    LASTS = "lasts"
    """How many days the episode has lasted."""
    UNIMPROVED = "unimproved"
    """How many days it has not become better."""
    WORSE = "worse"
    """Pain that grows."""
    SEVERE = "severe"
    """Strong pain, day after day, that nothing has brought down."""
    AGAIN = "again"
    """How often it has come back."""
    MADE_WORSE = "made_worse"
    """Sessions and packs after which it was worse."""
    EASES_WITH_SIGN = "eases_with_sign"
    """Pain that falls while something was ticked that speaks of a nerve."""
    UNHELPED = "unhelped"
    """Something that was tried and did not help."""


ABOUT_LASTING = frozenset({When.LASTS, When.UNIMPROVED})
"""Of these steps only the most serious speaks."""
OUTLASTING = frozenset({When.AGAIN, When.EASES_WITH_SIGN})
"""That a spasm is over does not settle these: each may be all the more serious then."""
PLACEHOLDERS: Mapping[When, frozenset[str]] = {
    When.LASTS: frozenset({"day"}),
    When.UNIMPROVED: frozenset({"day", "days"}),
    When.WORSE: frozenset({"day", "before", "pain"}),
    When.SEVERE: frozenset({"day", "days", "pain"}),
    When.AGAIN: frozenset({"day", "times"}),
    When.MADE_WORSE: frozenset({"day", "times"}),
    When.EASES_WITH_SIGN: frozenset({"day", "before", "pain"}),
    When.UNHELPED: frozenset({"day"}),
}
"""The numbers that the words of a step may name."""
NUMBERS: Mapping[When, frozenset[str]] = {
    When.LASTS: frozenset({"days_over", "trends"}),
    When.UNIMPROVED: frozenset({"days_over"}),
    When.WORSE: frozenset(),
    When.SEVERE: frozenset({"days", "pain_from"}),
    When.AGAIN: frozenset({"times", "within_days"}),
    When.MADE_WORSE: frozenset({"times"}),
    When.EASES_WITH_SIGN: frozenset({"facts"}),
    When.UNHELPED: frozenset({"what"}),
}
"""What a step of each kind has to say, and nothing besides."""


@value
class CourseStep:
    """One step. What its kind does not look at stays empty."""

    id: str
    when: When
    urgency: Urgency
    heading: str
    because: str
    """With placeholders, see `PLACEHOLDERS`."""
    say: str
    """The words for the phone call; the same placeholders."""
    sources: tuple[str, ...]
    days_over: int = 0
    """It holds after more days than these."""
    trends: frozenset[Trend] = frozenset()
    """It holds while the pain goes one of these ways."""
    days: int = 0
    """It holds once it was so on as many calendar days, the first and the last counted."""
    pain_from: int = 0
    """Pain counts from here on, 0 to 10."""
    times: int = 0
    """It holds from so many times on."""
    within_days: int = 0
    """And within so many days."""
    signs: frozenset[str] = frozenset()
    """What was ticked in a check of the episode."""
    what: frozenset[Helped] = frozenset()
    """What did not help."""

    @property
    def is_about_lasting(self) -> bool:
        """Whether it looks at days alone."""
        return self.when in ABOUT_LASTING
