"""The full-screen app: screens, keys and wiring; nothing else.

The person waits for whatever a start does before Home is painted: it reads the words, opens the
journal, reads what Home shows, and imports what `tests/golden/modules-before-home.txt` lists.
Content, pydantic and every other screen come once Home has been seen, or with the first key.
"""

import asyncio
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.events import Event, Key, MouseDown, Paste
from textual.screen import Screen

from unspasm.cues import Voice
from unspasm.flows.care import CareFlow
from unspasm.flows.errand import CheckErrand, Errand, StretchErrand
from unspasm.flows.full_screen import FullScreen
from unspasm.flows.guard import is_deaf, is_held, is_kept_back
from unspasm.flows.home import HomeFlow
from unspasm.flows.lead import Stage
from unspasm.flows.log import LogLead
from unspasm.flows.opening import Opening
from unspasm.flows.settings import SettingsLead
from unspasm.flows.stretch_lead import StretchLead
from unspasm.flows.tips import TipsLead
from unspasm.flows.watch import PackWatch
from unspasm.journeys.house import House
from unspasm.screens.base import bind
from unspasm.screens.home import HomeScreen
from unspasm.words import KeyWords, Words

if TYPE_CHECKING:
    from unspasm.flows.commands import SettingCommands
    from unspasm.flows.palette import Palette
    from unspasm.flows.palette_tips import TipsProvider
    from unspasm.flows.ways_out import WaysOut
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.screens.progress import ProgressScreen

_PALETTE = "--command-palette"
"""By this id Textual knows whether it is open."""
_POLL_SECONDS = 1.0
_PACK_SECONDS = 0.25
_HANDS = (Key, MouseDown, Paste)
"""What the person does, and does not wait for anything to happen before."""


def _palette() -> "type[Palette]":
    """What Ctrl-P finds; imported when it is pressed."""
    from unspasm.flows.palette import Palette  # noqa: PLC0415

    return Palette


def _tips() -> "type[TipsProvider]":
    """The same for tips."""
    from unspasm.flows.palette_tips import TipsProvider  # noqa: PLC0415

    return TipsProvider


def _settings() -> "type[SettingCommands]":
    """The same for settings."""
    from unspasm.flows.commands import SettingCommands  # noqa: PLC0415

    return SettingCommands


class UnspasmApp(FullScreen):
    """unspasm on the full screen."""

    TITLE = "unspasm"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    COMMANDS: ClassVar = {_palette, _tips, _settings}
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("app.worse", "exclamation_mark", "worse", key_display="!", priority=True),
        bind("app.help", "question_mark,f1", "help", key_display="?"),
        bind("app.why", "i", "why", show=False),
        bind("app.pack_off", "o", "pack_off", show=False),
        bind("app.skin_fine", "f", "skin_fine", show=False),
        bind("app.quit", "q", "leave"),
        bind("app.quit_at_once", "ctrl+c,ctrl+q", "leave", show=False, priority=True),
        bind("app.suspend", "ctrl+z", "suspend_process", show=False),
        bind("app.palette", "ctrl+p", "command_palette", show=False, priority=True),
    ]

    def __init__(
        self,
        house: House,
        words: Words,
        suggested_country: str | None,
        errand: Errand | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(voice, house.is_quiet)
        self._house = house
        self._words = words
        self.key_words = KeyWords(house.content)
        """What keys are called."""
        self._suggested = suggested_country
        self._errand = errand
        self._furnish()
        self.settings.begin()

    def _furnish(self) -> None:
        """Give every lead what it needs of the others."""
        errand, refresh = self._errand, self._refresh_home
        check = errand if isinstance(errand, CheckErrand) else None
        self.care = CareFlow(self, self._house, self._words, refresh, check)
        """What leads through check and card."""
        stage = Stage(self, self._house, self._words, self.care, self._cues)
        self.packs = PackWatch(stage, self._came_home)
        """What is on the skin, and what leads there."""
        self.stretches = StretchLead(stage, self._came_home)
        """What leads to sessions."""
        self.logs = LogLead(stage, refresh)
        """What leads to logs, progress and what the record has noticed."""
        self.tips = TipsLead(stage, refresh)
        """What leads to tips and to the plan of the day."""
        self.settings = SettingsLead(stage, suggested=self._suggested, ease=self.stretches.ease_now)
        """What leads to settings, and makes the app follow them."""
        self._home = HomeFlow(stage, self.tips, self.packs.keeper)
        self._opening = Opening(
            stage, self._home, self.packs, self.stretches, self.logs, errand, self.key_words
        )

    @cached_property
    def _ways_out(self) -> "WaysOut":
        """What leads to the check at once, and out; imported when it is wanted."""
        from unspasm.flows.ways_out import WaysOut  # noqa: PLC0415

        others = (self.logs, self.settings)
        return WaysOut(self, self._words, self.care, self.packs, self.stretches, others)

    def get_default_screen(self) -> Screen[None]:
        """Home, painted from the words and the record alone."""
        return self._home.screen()

    def _begin(self) -> None:
        """Look again every second, and do what comes first once Home is painted."""
        self.set_interval(_POLL_SECONDS, self.look_again)
        self.set_interval(_PACK_SECONDS, self.look_at_pack)
        self._opening.begin(self.settings.welcome)

    async def on_event(self, event: Event) -> None:
        """Read the content at once when the person does something."""
        if self._exit or not isinstance(event, _HANDS) or self._opening.hurry():
            await super().on_event(event)

    def look_at_pack(self) -> None:
        """Look at the clock for the pack. Timers run on while the screens are being closed."""
        if self.is_running:
            self.packs.look()

    def look_again(self) -> None:
        """Show what another copy has written, and the time."""
        if self.is_running:
            self._fit()
            self._home.look_again()

    def _refresh_home(self) -> None:
        self._home.refresh()

    def _came_home(self) -> None:
        """After a session or a pack: say how things stand, and look at what it has come to.

        Who started it from a shell leaves now, and would not read a card.
        """
        self._refresh_home()
        if self._errand is None:
            self.logs.notice()

    # --- screens ------------------------------------------------------------------------------

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Do what was chosen on Home, unless something else has come up since."""
        if self._home.is_in_front:
            self.doings[event.what]()

    @property
    def house(self) -> House:
        """The house, for what is found in it."""
        return self._house

    @property
    def words(self) -> Words:
        """All words."""
        return self._words

    @property
    def doings(self) -> Mapping[str, Callable[[], object]]:
        """What can be done on Home and from the palette. The palette's words go by the names."""
        found: dict[str, Callable[[], object]] = {
            "check": self.care.open_check,
            "card": self.logs.open_card,
            "log": self.logs.open,
            "progress": self.logs.progress,
            "tips": self.tips.open,
            "page": lambda: self.logs.wanted("page"),
            "plan": self.tips.plan,
            "ease": self.stretches.ease_now,
            "stretch": self.stretches.open,
            "packs": self.packs.choose,
            "own": self.stretches.own.open,
            "about": lambda: self.care.open_about(self._suggested),
            "over": self.care.ask_over,
            "settings": self.settings.open,
            "help": self.action_help,
            "quit": self.action_leave,
        }
        return found

    def on_progress_screen_wanted(self, event: "ProgressScreen.Wanted") -> None:
        """Do what was wanted on the screen of progress."""
        self.logs.wanted(event.what)

    @property
    def outcome(self) -> "Outcome | None":
        """What came of the pack or the session that was asked for."""
        of_session = isinstance(self._errand, StretchErrand)
        return self.stretches.outcome if of_session else self.packs.outcome

    async def push_screen_wait(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Textual's
        """Give up what was asked for before a card came up from which nothing may lead on."""
        if is_kept_back(self, arguments[0]):
            raise asyncio.CancelledError
        return await super().push_screen_wait(*arguments, **named)

    def push_screen(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Textual's
        """Show a screen, unless it leads on from a card from which nothing may."""
        if is_kept_back(self, arguments[0]):
            return AwaitComplete()
        return super().push_screen(*arguments, **named)

    # --- keys ---------------------------------------------------------------------------------

    def action_worse(self) -> None:
        """Ask at once. Where an emergency card stands, that is the answer already."""
        self._ways_out.worse()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave nothing to read or choose beside a card that stands."""
        if action in {"why", "command_palette"} and is_held(self):
            return False
        if action in {"pack_off", "skin_fine"}:
            return self.packs.keeper.pack is not None
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Find anything by its name."""
        from unspasm.screens.palette import CommandPalette  # noqa: PLC0415

        if self.screen.id != _PALETTE:
            self.push_screen(CommandPalette(self._words.app, _PALETTE))

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from unspasm.flows.explain import help_on  # noqa: PLC0415

        if page := help_on(self.screen, self._words):
            self.push_screen(page)

    def action_why(self) -> None:
        """Show who says what this screen says."""
        from unspasm.flows.explain import sources_of  # noqa: PLC0415

        if page := sources_of(self.screen, self._words):
            self.push_screen(page)

    def action_pack_off(self) -> None:
        """Note that the pack is off."""
        if not is_deaf(self):
            self.packs.off()

    def action_skin_fine(self) -> None:
        """Note that the skin under the pack is fine."""
        if not is_deaf(self):
            self.packs.fine()

    def action_sound(self) -> None:
        """Change what can be heard."""
        self.packs.next_sound()

    def action_leave(self) -> None:
        """Quit. Everything said so far is kept; a session that runs asks first."""
        self._ways_out.leave()
