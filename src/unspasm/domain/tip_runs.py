"""What a face needs of the reading of tips and of the daily plan. See `runs` for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from unspasm.domain.plan import PlanView
    from unspasm.domain.tips import Tip, TipLibrary


class TipsRun(Protocol):
    """All there is to read."""

    @property
    def library(self) -> TipLibrary:
        """All topics."""

    @property
    def today(self) -> Tip | None:
        """The tip of this day."""

    @property
    def plan(self) -> PlanView:
        """The small things of today, and which of them are done."""

    @property
    def kept(self) -> bool:
        """Whether everything said here was written."""

    def find(self, text: str) -> tuple[Tip, ...]:
        """Return the tips that answer what was typed, the best first."""

    def related(self, tip: Tip) -> tuple[Tip, ...]:
        """Return the tips that a tip leads on to."""

    def tick(self, small: str) -> bool:
        """Note that a small thing is done today, or that it is not; return whether it was kept."""
