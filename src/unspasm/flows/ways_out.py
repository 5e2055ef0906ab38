"""The two ways out of anything: to the check with `!`, and out of the program."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import App

from unspasm.flows.care import CareFlow
from unspasm.flows.errand import NOT_FINISHED
from unspasm.flows.guard import is_held
from unspasm.flows.lead import Lead
from unspasm.flows.stretch_lead import StretchLead
from unspasm.flows.watch import PackWatch
from unspasm.screens.check import CheckScreen
from unspasm.words import Words

if TYPE_CHECKING:
    from unspasm.screens.session import SessionScreen


class WaysOut:
    """Lays aside what lies in the way. A session that runs asks first."""

    def __init__(
        self,
        app: App[None],
        words: Words,
        care: CareFlow,
        packs: PackWatch,
        stretches: StretchLead,
        others: tuple[Lead, ...],
    ) -> None:
        """Take what may be under way.

        Args:
            app: shows the screens.
            words: all words.
            care: leads to the check.
            packs: leads to packs, and asks before one is left.
            stretches: leads to sessions.
            others: what else may wait for the person.
        """
        self._app = app
        self._words = words
        self._care = care
        self._packs = packs
        self._stretches = stretches
        self._others = others

    def worse(self) -> None:
        """Ask at once. Where an emergency card stands, that is the answer already."""
        app = self._app
        if session := self._stretches.running:
            self._back_to(session)
            session.ask_worse()
            return
        if any(isinstance(one, CheckScreen) and one.is_check for one in app.screen_stack):
            return
        if is_held(app):
            app.notify(self._words.app.not_now, markup=False)
            return
        for lead in (self._packs, self._stretches, *self._others):
            lead.stop_leading()
        while len(app.screen_stack) > 1:
            app.pop_screen()
        self._care.open_check()

    def leave(self) -> None:
        """Quit. Everything said so far is kept."""
        if session := self._stretches.running:
            self._back_to(session)
            session.ask_to_leave(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        """Quit. A check left early is not finished."""
        app = self._app
        asking = any(isinstance(one, CheckScreen) for one in app.screen_stack)
        code = NOT_FINISHED if asking else 0
        self._packs.ask_to_leave(
            lambda said: app.exit(return_code=code, message=Text(said) if said else None)
        )

    def _back_to(self, session: "SessionScreen") -> None:
        """Lay aside what is read over a session. What it asks itself stays."""
        self._packs.stop_leading()
        self._stretches.own.stop_leading()
        while not (self._app.screen is session or session.asks(self._app.screen)):
            self._app.pop_screen()
