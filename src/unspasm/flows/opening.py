"""What comes first at a start: the first page, the content read late, and what waits.

Home is painted without the content. That is read a moment later, or with the first key.
"""

import gc
from collections.abc import Callable

from textual.timer import Timer

from unspasm.domain.home import HomeView
from unspasm.flows.errand import CheckErrand, Errand, StretchErrand
from unspasm.flows.guard import is_held
from unspasm.flows.home import HomeFlow
from unspasm.flows.lead import Stage, content_is_right
from unspasm.flows.log import LogLead
from unspasm.flows.stretch_lead import StretchLead
from unspasm.flows.watch import PackWatch
from unspasm.journeys.packs import PackPlan
from unspasm.words import KeyWords

_A_MOMENT = 0.5
"""Seconds that Home is there before the content is read, which holds everything up."""


class Opening:
    """Leads from the first paint to what the person came for, or to what waits for them."""

    def __init__(
        self,
        stage: Stage,
        home: HomeFlow,
        packs: PackWatch,
        stretches: StretchLead,
        logs: LogLead,
        errand: Errand | None,
        key_words: KeyWords,
    ) -> None:
        """Take where it may lead.

        Args:
            stage: what it works with.
            home: Home.
            packs: leads to packs.
            stretches: leads to sessions.
            logs: leads to logs, and to what the record has noticed.
            errand: what the program was started for, if not for everything.
            key_words: what keys are called; the rest of it is read with the content.
        """
        self._app = stage.app
        self._house = stage.house
        self._care = stage.care
        self._home = home
        self._packs = packs
        self._stretches = stretches
        self._logs = logs
        self._errand = errand
        self._key_words = key_words
        self._first_page = False
        """Whether this start began with the first page."""
        self._wait: Timer | None = None
        """Ends the moment in which Home is there and the content is not read yet."""

    def begin(self, welcome: Callable[[], None]) -> None:
        """Show the first page if there is to be one, and the rest once Home is painted.

        Args:
            welcome: shows the first page.
        """
        self._first_page = self._is_first_start
        if self._first_page:
            welcome()
        self._app.call_after_refresh(self.painted)

    @property
    def _is_first_start(self) -> bool:
        """Whether the first page comes before Home. Nothing that waits for the person may wait."""
        if self._errand or not self._house.settings.first_start:
            return False
        view = self._house.home()
        return not (view.first or view.course or view.unfinished is not None or view.pack)

    def painted(self) -> None:
        """Let Home get to the terminal before the content is read, unless it is not what comes."""
        if not gc.isenabled():
            gc.freeze()  # what is there now stays, and need not be looked through again
            gc.enable()
        view = self._house.home()
        comes_first = self._first_page or self._errand or view.first or view.unfinished or view.pack
        if comes_first or self._house.content_is_read:
            self._go_on()
        else:
            self._wait = self._app.set_timer(_A_MOMENT, self._go_on)

    def hurry(self) -> bool:
        """Wait no longer: the person does something.

        Returns:
            Whether there is anything to be done. Where the content has faults the app ends.
        """
        return self._wait is None or self._go_on()

    def _go_on(self) -> bool:
        """Read the content and show what comes before Home; return whether the app goes on."""
        if self._wait:
            self._wait.stop()
            self._wait = None
        if not content_is_right(self._app, self._read):
            return False
        self._house.back_up()
        self._home.content_is_read()
        if not self._first_page:  # which leads on by itself
            self._lead_on(self._house.home())
        return True

    def _read(self) -> None:
        """Read what Home was painted without."""
        _ = self._house.catalogue
        _ = self._key_words.texts

    def _lead_on(self, view: HomeView) -> None:
        """Show what was asked for, or else what comes before Home."""
        match self._errand:
            case CheckErrand():
                self._care.open_check()
            case PackPlan() as plan:
                self._packs.start(plan, self._errand_is_done)
            case StretchErrand() as errand:
                self._stretches.start(errand, self._errand_is_done)
            case _ if view.first:
                self._care.open_card(view.first)
            case _ if view.unfinished:
                self._care.open_check()
            case _ if view.pack:
                self._packs.show()
            case _:
                self._ask_or_notice()

    def _ask_or_notice(self) -> None:
        """Ask whether a quiet spasm is over, or show what the record has noticed."""
        spasm = self._house.spasm_now()
        if spasm and spasm.quiet:
            self._care.ask_over(self._logs.open, self._logs.notice)
        else:
            self._logs.notice()

    def _errand_is_done(self) -> None:
        """Leave when what was asked for has come to its end, or there is none of it."""
        if self._packs.keeper.look() is None and not is_held(self._app):
            self._app.exit()
