"""Leads to tips and to the plan of the day. Screens and tips are read when wanted."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from unspasm.flows.lead import Lead, Stage, content_is_right

if TYPE_CHECKING:
    from unspasm.domain.tips import Small, Tip, TipLibrary
    from unspasm.journeys.tips import TipsJourney


class TipsLead(Lead):
    """Tips and the daily plan, as the app sees them."""

    def __init__(self, stage: Stage, refresh: Callable[[], None]) -> None:
        super().__init__(stage)
        self._refresh = refresh
        self._today: Tip | None = None
        self._today_of: tuple[object, date] | None = None
        """What the tip of today was found from."""

    @cached_property
    def run(self) -> "TipsJourney":
        """All there is to read."""
        from unspasm.journeys.tips import TipsJourney  # noqa: PLC0415

        return TipsJourney(self._house, self._all_words.tips)

    def today(self, *, look: bool) -> "Tip | None":
        """Return the tip of today, for Home.

        Args:
            look: find it anew if need be; otherwise only what was found before is told.
        """
        wanted = self._house.state(), self._house.clock().day
        if look and self._today_of != wanted:
            self._today_of = wanted
            self._today = self.run.today_for_home()
        return self._today

    def readable(self) -> "TipLibrary | None":
        """Everything there is to read; nothing while a card comes first, or with faults in it."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

        try:
            return self.run.library if self.run.open else None
        except ContentFaultsError:
            return None

    def topic_line(self, title: str) -> str:
        """Return what the palette says of a tip of that topic."""
        return self._all_words.tips.palette_tip.format(topic=title)

    def open(self, topic: str | None = None) -> None:
        """Show the topics and the search, or one topic.

        Args:
            topic: its id.
        """
        from unspasm.screens.tips import PLAN, TipsScreen  # noqa: PLC0415

        def open_one(name: str) -> None:
            if name == PLAN:
                self.plan()
            else:
                self.read(name)

        if self._may_read():
            screen = TipsScreen(self.run, self._all_words, open_one, topic)
            self._app.push_screen(screen, lambda _: self._refresh())

    def read(self, name: str, *before: str) -> None:
        """Show one tip, and those it leads on to; the way back is the way they were read.

        Args:
            name: the id of the tip.
            before: the tips that led here, the first one first.
        """
        from unspasm.screens.tip import TipScreen  # noqa: PLC0415

        if not self._may_read():
            return

        def left(then: str | None) -> None:
            if then:
                self.read(then, *before, name)
            elif before:
                self.read(before[-1], *before[:-1])

        tip = self.run.library.tips[name]
        screen = TipScreen(tip, self.run.related(tip), self._all_words, self._sources)
        self._app.push_screen(screen, left)

    def plan(self) -> None:
        """Show the small things of today."""
        from unspasm.screens.plan import PlanScreen  # noqa: PLC0415

        if self._may_read():
            screen = PlanScreen(self.run, self._all_words, self.read, self._sources)
            self._app.push_screen(screen, lambda _: self._refresh())

    def lay_aside(self) -> None:
        """Take away what is in front to be read, should a card have come before reading since."""
        while getattr(self._app.screen, "reading", False) and not self.run.open:
            self._app.pop_screen()

    def _may_read(self) -> bool:
        """Return whether there may be reading; otherwise show what comes before it."""
        if not self.run.open:
            self._show_card()
            return False
        return content_is_right(self._app, lambda: self.run.library)

    def _show_card(self) -> None:
        """Show the card that comes before reading, in the place of anything that was read."""
        from unspasm.screens.pack_card import PackCardScreen  # noqa: PLC0415
        from unspasm.screens.plan import PlanScreen  # noqa: PLC0415
        from unspasm.screens.tip import TipScreen  # noqa: PLC0415
        from unspasm.screens.tips import TipsScreen  # noqa: PLC0415

        while isinstance(self._app.screen, TipsScreen | TipScreen | PlanScreen):
            self._app.pop_screen()
        words = self._all_words.tips
        if self._house.status().card_first:
            self._care.open_card(None)
        else:
            lines = [words.refused_under_16]
            self._app.push_screen(PackCardScreen(self._all_words, words.refused_heading, lines))

    def _sources(self, of: "Tip | Small") -> Iterable[str]:
        return self._care.source_lines(of.sources)
