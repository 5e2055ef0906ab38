"""Rules that hold on every screen, whatever was pressed."""

from dataclasses import dataclass, field

from unspasm.app import UnspasmApp
from unspasm.domain.locks import Activity
from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.domain.which_routine import FIRST_AID
from unspasm.flows.guard import is_held
from unspasm.journeys.house import House
from unspasm.journeys.sessions import SessionJourney
from unspasm.screens.session import SessionScreen

LEADS_ON = frozenset(
    {
        *("StretchChooseScreen", "SessionScreen", "PackReadyScreen", "CommandPalette"),
        *("LogScreen", "ProgressScreen", "ReportScreen", "BodyMapScreen", "AboutScreen"),
        *("TipsScreen", "TipScreen", "PlanScreen", "SettingsScreen", "WelcomeScreen"),
        *("RoutinesScreen", "RoutineScreen", "CheckScreen"),
    }
)
"""No card of an emergency leads to these."""


@dataclass
class Watcher:
    """Remembers what has been seen, to notice what is new."""

    sessions: set[int] = field(default_factory=set)
    emergencies: int = 0
    """How often an emergency card was in front."""

    def hold(self, app: UnspasmApp, house: House) -> None:
        """Hold what the app shows against the rules."""
        assert app._exception is None
        stack = app.screen_stack
        for screen in stack:
            if isinstance(screen, SessionScreen):
                self.hold_session(screen, house)
        if is_held(app):
            self.emergencies += 1
            place = next(place for place, one in enumerate(stack) if getattr(one, "holds", False))
            over = {type(one).__name__ for one in stack[place + 1 :]}
            assert not over & LEADS_ON, f"an emergency card has led to {over}"

    def hold_session(self, screen: SessionScreen, house: House) -> None:
        """No session is begun under a lock, none has floor work under one, none runs too long."""
        run = screen._run
        assert isinstance(run, SessionJourney)
        assert run.state.total <= MOST_SECONDS
        if id(run) in self.sessions:
            return
        self.sessions.add(id(run))
        closed, fitted = house.status().closed, run.fitted
        needs = Activity.EASE if fitted.routine.id == FIRST_AID else Activity.SESSION
        assert needs not in closed, f"{fitted.routine.id} was begun under a lock"
        floor = [one.id for one in fitted.stretches if one.place.is_floor or one.strength]
        assert not (floor and Activity.FLOOR in closed), f"{floor} was begun under a lock"
