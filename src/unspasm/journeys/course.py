"""The card of a step of the course, and what the person says became of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from unspasm.domain.answers import Answers
from unspasm.domain.assess import UNDER_16, Reason, assess, assessment_of
from unspasm.domain.care import CareCard, write_card
from unspasm.domain.course_entries import CourseSeen, CourseShown
from unspasm.domain.course_record import CourseStanding, seen_for
from unspasm.domain.entries import Called, Said
from unspasm.journeys.house import House

_UNASKED = Answers(age=None, days=None, pain=None)
"""A step rests on the record: the card must not tell of answers that nobody gave."""


class CourseJourney:
    """One step's card. It is answered as the card of a check is, and closes nothing."""

    guest = False
    from_record = True
    deaf = False
    stays = False
    can_go_on = False
    answerable = True

    def __init__(self, house: House, standing: CourseStanding, tried: str) -> None:
        """Show a step.

        Args:
            house: keeps what is said.
            standing: the step.
            tried: a sentence that names what did not help; empty if nothing is known.
        """
        self.kept = True
        """Whether everything said here was written."""
        self._house = house
        self._standing = standing
        reason, catalogue = standing.reached.reason, house.catalogue
        card = write_card(
            catalogue.rules,
            catalogue.care,
            _UNASKED,
            assessment_of([reason, *self._for_the_young()]),
            house.about(),
            house.clock().day,
        )
        why = (*card.why, tried) if tried else card.why
        heading = card.heading if card.id == UNDER_16 else standing.reached.heading
        self.card: CareCard = replace(card, heading=heading, why=why)
        if not standing.shown:
            self._done(CourseShown(standing.entry.id))

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return any(one.entry.id == self._standing.entry.id for one in self._house.course())

    @property
    def ticks(self) -> tuple[tuple[str, str], ...]:
        """What can have been said by mistake: the step and its reason."""
        reason = self._standing.reached.reason
        return ((reason.id, reason.because),)

    def called(self) -> bool:
        """Note that the person has called; return whether it was written."""
        return self._done(Called(self._standing.entry.id))

    def seen(self, days_ago: int, said: Said) -> bool:  # noqa: ARG002 - a step closes nothing
        """Note that a clinician has seen the person; return whether it was written.

        Args:
            days_ago: calendar days as lived; 0 is today.
            said: what was said about exercise.
        """
        on = self._house.clock().day - timedelta(days=days_ago)
        return self._done(*seen_for(self._standing, on))

    def take_back(self, signs: frozenset[str]) -> bool:  # noqa: ARG002 - there is one only
        """Note that it rested on a mistake; return whether it was written."""
        return self._done(*seen_for(self._standing, self._house.clock().day, mistaken=True))

    def _done(self, *bodies: CourseShown | Called | CourseSeen) -> bool:
        written = self._house.append([self._house.entry(body) for body in bodies])
        self.kept &= written
        return written

    def _for_the_young(self) -> Iterator[Reason]:
        """Under 16 there is a card of its own, whatever led to it."""
        if self._house.status().under_16:
            found = assess(self._house.catalogue.rules, replace(_UNASKED, age=0))
            yield from (one for one in found.reasons if one.id == UNDER_16)
