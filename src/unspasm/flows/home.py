"""Home: painted from the words and the record alone, and brought up to date while it stands."""

from datetime import datetime

from unspasm.flows.lead import Stage
from unspasm.flows.tips import TipsLead
from unspasm.journeys.packs import PackKeeper
from unspasm.screens.home import HomeScreen


class HomeFlow:
    """What Home shows, and when it is read anew."""

    def __init__(self, stage: Stage, tips: TipsLead, keeper: PackKeeper) -> None:
        """Take what there is to show.

        Args:
            stage: what it works with.
            tips: finds the tip of today.
            keeper: the packs of this record.
        """
        self._app = stage.app
        self._house = stage.house
        self._words = stage.words
        self._care = stage.care
        self._tips = tips
        self._keeper = keeper
        self._screen: HomeScreen | None = None
        self._seen: tuple[bool, datetime] | None = None
        """Whether Home was in front at the last look, and in which minute."""
        self._content_is_read = False
        """Whether the content is there, which Home does not need for its first paint."""
        self._tip_is_wanted = False
        """Whether the tips may be read for Home, which has been painted with all the rest."""

    def screen(self) -> HomeScreen:
        """Return a new screen of Home, as things stand."""
        self._screen = HomeScreen(self._words, self._house.home(), self._care.troubles())
        return self._screen

    @property
    def is_in_front(self) -> bool:
        """Whether nothing lies over Home."""
        return self._app.screen is self._screen

    def content_is_read(self) -> None:
        """Show what rests on the content, and then, once that is painted, the tip of today.

        The tips are many, and the rest does not wait for them.
        """
        self._content_is_read = True
        self.refresh()
        self._app.call_after_refresh(self._show_tip)

    def _show_tip(self) -> None:
        self._tip_is_wanted = True
        self.refresh()

    def look_again(self) -> None:
        """Show what another copy has written, and the time.

        The record grows with the years, and nothing finer than minutes is read from it on Home.
        """
        changed = self._house.changed_elsewhere()
        if changed:
            self._keeper.refresh()
        home = self.is_in_front
        seen = home, self._house.clock().lived.replace(second=0, microsecond=0)
        if changed or (home and seen != self._seen):
            self.refresh()
        self._seen = seen

    def refresh(self) -> None:
        """Bring Home up to date, if it is there, and leave no tip open that is closed now."""
        self._tips.lay_aside()
        if self._screen and self._screen.is_mounted:
            spasm = self._house.spasm_now() if self._content_is_read else None
            look = self._tip_is_wanted and self.is_in_front
            tip = self._tips.today(look=look) if self._content_is_read else None
            self._screen.show(self._house.home(), self._care.troubles(), spasm, tip)
