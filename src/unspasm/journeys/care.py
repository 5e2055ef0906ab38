"""A care card, and what the person says became of it."""

from datetime import timedelta

from unspasm.domain.assess import Assessment
from unspasm.domain.care import DEAF_SECONDS, CareCard, write_card
from unspasm.domain.care_status import Standing, reasons_without
from unspasm.domain.entries import About, Called, Check, Entry, Said, Seen, TakenBack
from unspasm.domain.urgency import Urgency
from unspasm.journeys import record
from unspasm.journeys.house import House


class CareJourney:
    """One check's card."""

    from_record = False

    def __init__(self, house: House, entry: Entry, *, guest: bool = False) -> None:
        assert isinstance(entry.body, Check)  # noqa: S101 - only checks have cards
        self.check: Check = entry.body
        self.guest = guest
        self.kept = True
        """Whether everything said here was written."""
        self._house = house
        self._entry = entry
        self._opened = house.clock().awake
        catalogue = house.catalogue
        about = About() if guest else house.about()
        self.card: CareCard = write_card(
            catalogue.rules,
            catalogue.care,
            self.check.answers,
            Assessment(self.check.urgency, self.check.reasons),
            about,
            house.clock().day,
            pack_on=not guest and house.pack_is_on(),
        )

    @property
    def deaf(self) -> bool:
        """Whether the card has just come up and takes no key yet."""
        emergency = self.check.urgency is Urgency.EMERGENCY
        return emergency and self._house.clock().awake - self._opened < DEAF_SECONDS

    @property
    def answerable(self) -> bool:
        """Whether there is something to be seen for, called about or taken back."""
        return not self.guest and bool(self.check.reasons)

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self._standing is not None

    @property
    def stays(self) -> bool:
        """Whether it is an emergency of which nothing was said yet, so that nothing leads on."""
        return self._standing is not None and self._standing.stays

    @property
    def _standing(self) -> Standing | None:
        """This check, while something of it still waits for a clinician."""
        if self.guest:
            return None
        return next(
            (
                standing
                for standing in self._house.status().standing
                if standing.check.id == self._entry.id and standing.reasons
            ),
            None,
        )

    @property
    def can_go_on(self) -> bool:
        """Whether the check was ended by an emergency sign and can be taken up again."""
        row = None if self.guest else self._house.unfinished_check()
        return row is not None and record.check_of(row.state) == self._entry.id and not self.open

    @property
    def ticks(self) -> tuple[tuple[str, str], ...]:
        """What can have been ticked by mistake: sign and words."""
        return tuple((r.sign, r.asked) for r in self.check.reasons if r.asked)

    def called(self) -> bool:
        """Note that the person has called; return whether it was written."""
        return self._done(self._house.append([self._house.entry(Called(self._entry.id))]))

    def seen(self, days_ago: int, said: Said) -> bool:
        """Note that a clinician has seen the person for all of this.

        Args:
            days_ago: calendar days as lived; 0 is today.
            said: what the clinician said about exercise.

        Returns:
            Whether it was written.
        """
        on = self._house.clock().day - timedelta(days=days_ago)
        reasons = frozenset(reason.id for reason in self.check.reasons)
        entry = self._house.entry(Seen(self._entry.id, reasons, on, said))
        return self._done(self._house.decide(lambda _standing: [entry]))

    def take_back(self, signs: frozenset[str]) -> bool:
        """Note that these signs were ticked by mistake; return whether it was written."""
        reasons = reasons_without(self._house.catalogue.rules, self.check, signs)
        entry = self._house.entry(TakenBack(self._entry.id, reasons))
        return self._done(self._house.decide(lambda _standing: [entry]))

    def _done(self, written: bool) -> bool:  # noqa: FBT001 - it passes a fact on
        self.kept &= written
        return written
