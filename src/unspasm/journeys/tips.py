"""Reading tips, finding them, and the small things of a day: the same on both faces."""

from collections.abc import Sequence
from functools import cached_property

from unspasm.domain.entries import Entry
from unspasm.domain.plan import PLAN_DAYS, PlanView, plan_view, ticks_of
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.reading_gate import may_read
from unspasm.domain.stretches import Recovery
from unspasm.domain.tip_search import TipSearch
from unspasm.domain.tips import Tip, TipLibrary, todays_tip
from unspasm.journeys.house import House
from unspasm.journeys.today import recovery_today
from unspasm.words.tips_words import TipsWords


class TipsJourney:
    """Everything there is to read, as far as there may be reading now."""

    def __init__(self, house: House, words: TipsWords) -> None:
        self.kept = True
        """Whether everything said here was written."""
        self._house = house
        self._words = words

    @property
    def open(self) -> bool:
        """Whether there may be reading now; otherwise a card comes first."""
        return may_read(self._house.status())

    # --- reading ------------------------------------------------------------------------------

    @property
    def library(self) -> TipLibrary:
        """All topics.

        Raises:
            ContentFaultsError: if they cannot be used.
        """
        return self._house.catalogue.tips

    @property
    def today(self) -> Tip | None:
        """The tip of this day."""
        tips = self.library.tips.values()
        return todays_tip(tips, self._recovery, self._house.clock().day)

    def today_for_home(self) -> Tip | None:
        """Return the tip of this day; none where the tips have faults, which keep nobody out."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

        try:
            return self.today
        except ContentFaultsError:
            return None

    def find(self, text: str) -> tuple[Tip, ...]:
        """Return the tips that answer what was typed, the best first."""
        return self._search.find(text)

    def related(self, tip: Tip) -> tuple[Tip, ...]:
        """Return the tips that a tip leads on to."""
        return self.library.related(tip)

    @cached_property
    def _search(self) -> TipSearch:
        return TipSearch(self.library, self._words.endings, self._words.fillers)

    # --- the plan -----------------------------------------------------------------------------

    @property
    def plan(self) -> PlanView:
        """The small things of today, and which of them are done."""
        today = self._house.clock().day
        closed = self._house.status().closed
        return plan_view(self.library.smalls, self._entries(), self._recovery, closed, today)

    def tick(self, small: str) -> bool:
        """Note that a small thing is done today, or that it is not; return whether it was kept."""
        ticks = ticks_of(self._entries(), small, self._house.clock().day)
        if ticks:
            written = [self._house.retract(entry) for entry in ticks]
        else:
            written = [self._house.append([self._house.entry(SmallDone(small))])]
        self.kept &= all(written)
        return all(written)

    def _entries(self) -> Sequence[Entry]:
        return self._house.progress_entries(PLAN_DAYS + 1)

    @property
    def _recovery(self) -> Recovery:
        return recovery_today(self._house)
