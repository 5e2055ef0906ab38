"""Leads to sessions from wherever the person is. The screens are imported when one is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from unspasm.flows.errand import StretchErrand
from unspasm.flows.lead import Lead, Stage
from unspasm.flows.own_routines import OwnLead

if TYPE_CHECKING:
    from unspasm.flows.stretch import ScreenStretches
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.screens.session import SessionScreen


class StretchLead(Lead):
    """Sessions, as the app sees them."""

    groups = ("stretch",)

    def __init__(self, stage: Stage, refresh: Callable[[], None]) -> None:
        super().__init__(stage)
        self._refresh = refresh
        self.own = OwnLead(stage, self.start_own, self.open)
        """What leads to the routines of one's own."""
        self._face: ScreenStretches | None = None
        self.outcome: Outcome | None = None
        """What came of asking for a session; once one is done, that."""

    @property
    def running(self) -> "SessionScreen | None":
        """The session that runs, whatever lies over it. One whose screen has gone runs no more."""
        playing = self._face.playing if self._face else None
        return playing if playing in self._app.screen_stack else None

    def open(self) -> None:
        """Lead to a session that the person chooses."""
        self.start(StretchErrand(), lambda: None)

    def ease_now(self) -> None:
        """Lead at once to positions of ease."""
        self.start(StretchErrand(now=True), lambda: None)

    def start_own(self, name: str) -> None:
        """Lead to a session of the routine of that id."""
        self.start(StretchErrand(name), lambda: None)

    def start(self, errand: StretchErrand, done: Callable[[], None]) -> None:
        """Lead to a session, and tell when that has come to an end. One at a time."""
        if self.running:
            return
        from unspasm.flows.stretch import ScreenStretches  # noqa: PLC0415
        from unspasm.journeys.gate_flow import Outcome  # noqa: PLC0415

        face = self._face = ScreenStretches(self._stage, self.own)

        async def lead() -> None:
            flow = face.flow()
            outcome = await (flow.ease_now() if errand.now else flow.open(errand.routine))
            if self.outcome is not Outcome.DONE:
                self.outcome = outcome
            self._refresh()
            done()

        self._go(lead)

    def stop_leading(self) -> None:
        """Give up what was asked for: the screens that waited for it go."""
        super().stop_leading()
        self.own.stop_leading()
