"""What the journal keeps of the course of a spasm: each step that the record has reached.

A step that was reached stays so, whatever is hidden, imported or said later and whatever the clock
says: only the person ends it, by saying that they were seen for it.
"""

from datetime import date

from unspasm.domain.assess import Reason
from unspasm.domain.log_entries import Helped
from unspasm.domain.values import value


@value
class CourseReached:
    """The record has come to a step at which somebody should have a look."""

    reason: Reason
    """Its urgency and its words, with what the person's own entries say; its id is the step's."""
    heading: str
    day: int
    """Of the episode, 0 for the first."""
    days_over: int = 0
    """Of a step about how long it lasts: so many days. 0 for any other."""
    outlasts: bool = False
    """It stands on when the spasm is over."""
    not_helped: frozenset[Helped] = frozenset()
    """What the person tried in this episode without help."""


@value
class CourseShown:
    """The person has seen the card of a step."""

    reached: str
    """The entry of the step."""


@value
class CourseSeen:
    """A clinician has seen the person for a step; the step's own clock starts again."""

    reached: str
    """The entry of the step."""
    step: str
    """Its id, said again, should that entry be lost."""
    on: date
    """The day, as lived."""
    mistaken: bool = False
    """Nobody has seen the person: what the step rested on was said by mistake. No clock starts
    again then, and the step comes back if the record still leads to it."""


CourseBody = CourseReached | CourseShown | CourseSeen
