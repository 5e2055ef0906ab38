"""The full-screen app: screens, keys and wiring; nothing else.

The person waits for whatever a start does before Home is painted: it reads the words, opens the
journal, reads what Home shows, and imports what `tests/golden/modules-before-home.txt` lists.
Content, pydantic and every other screen come once Home has been seen, or with the first key.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import PurePath
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import DescendantFocus, Event, InputEvent, Key, MouseDown, Paste, Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from unspasm import theme
from unspasm.cues import Cues, Voice, to_terminal
from unspasm.flows.care import CareFlow
from unspasm.flows.errand import CheckErrand, Errand, StretchErrand
from unspasm.flows.log import LogLead
from unspasm.flows.settings import SettingsLead
from unspasm.flows.stretch_lead import StretchLead
from unspasm.flows.tips import TipsLead
from unspasm.flows.watch import PackWatch
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.screens.base import Helped, HouseScreen, OneSize
from unspasm.screens.home import HomeScreen
from unspasm.signals import leaving_on_signals
from unspasm.words import Words
from unspasm.words.phrases import harmless

if TYPE_CHECKING:
    from unspasm.domain.home import HomeView
    from unspasm.flows.commands import SettingCommands
    from unspasm.flows.palette import Palette
    from unspasm.flows.palette_tips import TipsProvider
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.screens.progress import ProgressScreen
    from unspasm.screens.session import SessionScreen

_NOT_FINISHED = 1
_BAD_CONTENT = 2
_PALETTE = "--command-palette"
"""By this id Textual knows whether it is open."""
_POLL_SECONDS = 1.0
_PACK_SECONDS = 0.25
_A_MOMENT = 0.5
"""Seconds that Home is there before the content is read, which holds everything up."""
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


class UnspasmApp(App[None]):
    """unspasm on the full screen."""

    TITLE = "unspasm"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    COMMANDS: ClassVar = {_palette, _tips, _settings}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "exclamation_mark", "worse", "worse", key_display="!", priority=True,
            id="app.worse", tooltip="Worse, or something new: check at once",
        ),
        Binding(
            "question_mark,f1", "help", "help", key_display="?", id="app.help",
            tooltip="What this screen is for, and its keys",
        ),
        Binding("i", "why", "why", id="app.why", tooltip="Who says so", show=False),
        Binding("o", "pack_off", "Pack is off", show=False, id="app.pack_off",
                tooltip="The pack is off the skin"),
        Binding("f", "skin_fine", "Skin is fine", show=False, id="app.skin_fine",
                tooltip="You looked at the skin under the pack: it is fine"),
        Binding("q", "leave", "quit", id="app.quit", tooltip="Quit; everything said is kept"),
        Binding(
            "ctrl+c,ctrl+q", "leave", "Quit", show=False, priority=True, id="app.quit_at_once",
            tooltip="Quit; everything said is kept",
        ),
        Binding(
            "ctrl+z", "suspend_process", "Suspend", show=False, id="app.suspend",
            tooltip="Back to the shell; fg returns",
        ),
    ]  # fmt: skip

    def __init__(
        self,
        house: House,
        words: Words,
        suggested_country: str | None,
        errand: Errand | None = None,
        voice: Voice | None = None,
    ) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self._house = house
        self._words = words
        self._suggested = suggested_country
        self.care = CareFlow(
            self,
            house,
            words,
            self._refresh_home,
            errand if isinstance(errand, CheckErrand) else None,
        )
        """What leads through check and card."""
        self._cues = Cues(self._send, voice, quiet=house.is_quiet)
        self.packs = PackWatch(self, self.care, house, words, self._cues, self._came_home)
        """What is on the skin, and what leads there."""
        self.stretches = StretchLead(self, self.care, house, words, self._cues, self._came_home)
        """What leads to sessions."""
        self.logs = LogLead(self, self.care, house, words, self._refresh_home)
        """What leads to logs, progress and what the record has noticed."""
        self.tips = TipsLead(self, self.care, house, words, self._refresh_home)
        """What leads to tips and to the plan of the day."""
        self.settings = SettingsLead(
            self, self.care, house, words, self._cues,
            suggested=suggested_country, ease=self.stretches.ease_now,
        )  # fmt: skip
        """What leads to settings, and makes the app follow them."""
        self._errand = errand
        self._home: HomeScreen | None = None
        self._first_page = False
        """Whether this start began with the first page."""
        self._read = False
        """Whether the content is read, which Home does not need for its first paint."""
        self._tip_wanted = False
        """Whether the tips may be read for Home, which has been painted with all the rest."""
        self._seen: tuple[bool, datetime] | None = None
        """Whether Home was in front at the last look, and in which minute."""
        self._waits: Timer | None = None
        """Ends the moment in which Home is there and the content is not read yet."""
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self.register_theme(theme.DARK)
        self.register_theme(theme.LIGHT)
        # Textual has taken TEXTUAL_THEME as it stood before our themes were known.
        self.set_reactive(App.theme, "textual-dark")
        self.settings.begin()

    def start(self) -> int:
        """Run until the person leaves; return the exit code, 0 if nothing stopped it."""
        with leaving_on_signals(self._leave_soon):
            self.run()
        self._cues.close()
        return self.return_code or 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our words to every theme."""
        return theme.ANSI_DEFAULTS if self.current_theme.ansi else theme.DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """Home, painted from the words and the record alone."""
        self._home = HomeScreen(self._words, self._house.home(), self.care.troubles())
        return self._home

    def on_mount(self) -> None:
        """Look again every second, and do what comes first once Home is painted."""
        self._event_loop = asyncio.get_running_loop()
        self._first_page = self._is_first_start
        if self._first_page:
            self.settings.welcome()
        self.set_interval(_POLL_SECONDS, self.look_again)
        self.set_interval(_PACK_SECONDS, self.look_at_pack)
        self.call_after_refresh(self._painted)

    async def on_event(self, event: Event) -> None:
        """Read the content at once when the person does something.

        Once the app is being left it hears no key and no click: no screen is there for them.
        """
        if self._exit and isinstance(event, InputEvent):
            return
        if self._waits and isinstance(event, _HANDS):
            self._first()
            if not self._read:
                return  # it has faults, and the app ends
        await super().on_event(event)

    @property
    def _is_first_start(self) -> bool:
        """Whether the first page comes before Home. Nothing that waits for the person may wait."""
        if self._errand or not self._house.settings.first_start:
            return False
        view = self._house.home()
        return not (view.first or view.course or view.unfinished is not None or view.pack)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let every cursor stand still, that of the palette as well as ours."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def _leave_soon(self, code: int) -> None:
        """Leave with that exit code as soon as there is time."""
        if self._event_loop:
            self._event_loop.call_soon_threadsafe(self.exit, None, code)

    def _painted(self) -> None:
        """Let Home get to the terminal before the content is read, unless it is not what comes."""
        if not gc.isenabled():
            gc.freeze()  # what is there now stays, and need not be looked through again
            gc.enable()
        view = self._house.home()
        comes_first = self._first_page or self._errand or view.first or view.unfinished or view.pack
        if comes_first or self._house.content_is_read:
            self._first()
        else:
            self._waits = self.set_timer(_A_MOMENT, self._first)

    def _first(self) -> None:
        """Read the content, now that Home is painted, and show what comes before Home."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

        if self._waits:
            self._waits.stop()
            self._waits = None
        try:
            _ = self._house.catalogue
        except ContentFaultsError as error:
            self.exit(return_code=_BAD_CONTENT, message=Text(harmless(str(error))))
            return
        self._read = True
        self._house.back_up()
        self._refresh_home()
        self.call_after_refresh(self._read_tips)
        if not self._first_page:  # which leads on by itself
            self._lead_on(self._house.home())

    def _lead_on(self, view: "HomeView") -> None:
        """Show what was asked for, or else what comes before Home."""
        if isinstance(self._errand, CheckErrand):
            self.care.open_check()
        elif isinstance(self._errand, PackPlan):
            self.packs.start(self._errand, self._asked_for_done)
        elif isinstance(self._errand, StretchErrand):
            self.stretches.start(self._errand, self._asked_for_done)
        elif view.first:
            self.care.open_card(view.first)
        elif view.unfinished:
            self.care.open_check()
        elif view.pack:
            self.packs.show()
        else:
            spasm = self._house.spasm_now()
            if spasm and spasm.quiet:
                self.care.ask_over(self.logs.open, self.logs.notice)
            else:
                self.logs.notice()

    def _read_tips(self) -> None:
        """Name the tip of today on Home: the tips are many, and the rest does not wait for them."""
        self._tip_wanted = True
        self._refresh_home()

    def look_at_pack(self) -> None:
        """Look at the clock for the pack. Timers run on while the screens are being closed."""
        if self.is_running:
            self.packs.look()

    def look_again(self) -> None:
        """Show what another copy has written, and the time."""
        if not self.is_running:
            return
        self._fit()
        changed = self._house.changed_elsewhere()
        if changed:
            self.packs.keeper.refresh()
            self.stretches.look()
        # The record grows with the years, and nothing finer than minutes is read from it on Home.
        home = self.screen is self._home
        seen = home, self._house.clock().lived.replace(second=0, microsecond=0)
        if changed or (home and seen != self._seen):
            self._refresh_home()
        self._seen = seen

    def _fit(self) -> None:
        """Take the size of the window, should Textual have heard of two in the wrong order.

        A signal that comes while the one before it is handled is handled first.
        """
        size = Size(*get_terminal_size())
        if size != self.size and not self.is_headless:
            self.post_message(Resize(size, size))

    def _refresh_home(self) -> None:
        self.tips.lay_aside()
        if self._home and self._home.is_mounted:
            spasm = self._house.spasm_now() if self._read else None
            look = self._tip_wanted and self.screen is self._home
            tip = self.tips.today(look=look) if self._read else None
            self._home.show(self._house.home(), self.care.troubles(), spasm, tip)

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
        if self.screen is self._home:
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
            "card": self._open_card,
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

    def _open_card(self) -> None:
        """Show the card that stands: of a check, or else of what the record has noticed."""
        if self._house.status().card_first or not self.logs.open_course():
            self.care.open_card(None)

    def on_progress_screen_wanted(self, event: "ProgressScreen.Wanted") -> None:
        """Do what was wanted on the screen of progress."""
        self.logs.wanted(event.what)

    @property
    def outcome(self) -> "Outcome | None":
        """What came of the pack or the session that was asked for."""
        of_session = isinstance(self._errand, StretchErrand)
        return self.stretches.outcome if of_session else self.packs.outcome

    def _asked_for_done(self) -> None:
        """Leave when what was asked for has come to its end, or there is none of it."""
        if self.packs.keeper.look() is None and not self.packs.held:
            self.exit()

    async def push_screen_wait(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Textual's
        """Give up what was asked for before a card came up from which nothing may lead on."""
        if self.packs.held and getattr(arguments[0], "leads_on", False):
            raise asyncio.CancelledError
        return await super().push_screen_wait(*arguments, **named)

    def push_screen(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Textual's
        """Show a screen, unless it leads on from a card from which nothing may."""
        if self.packs.held and getattr(arguments[0], "leads_on", False):
            return AwaitComplete()
        return super().push_screen(*arguments, **named)

    # --- keys ---------------------------------------------------------------------------------

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key stands for, once its screen has all of its parts.

        Who types fast is ahead of a screen that has just been asked for, or of one that has gone.
        """
        if isinstance(default_namespace, OneSize):
            screen = default_namespace
            while screen in self.screen_stack and not screen.is_mounted:  # noqa: ASYNC110 - no event
                await asyncio.sleep(0)
            if screen not in self.screen_stack:
                return True
        return await super().run_action(action, default_namespace, namespaces)

    def action_worse(self) -> None:
        """Ask at once. Where an emergency card stands, that is the answer already."""
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        if session := self.stretches.running:
            self._back_to(session)
            session.ask_worse()
            return
        if any(isinstance(one, CheckScreen) and one.is_check for one in self.screen_stack):
            return
        if self.packs.held:
            self.notify(self._words.app.not_now, markup=False)
            return
        self.packs.stop_leading()
        self.stretches.stop_leading()
        self.logs.stop_leading()
        self.settings.stop_leading()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.care.open_check()

    def _back_to(self, session: "SessionScreen") -> None:
        """Lay aside what is read over a session. What it asks itself stays."""
        self.packs.stop_leading()
        self.stretches.own.stop_leading()
        while not (self.screen is session or session.asks(self.screen)):
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave nothing to read or choose beside a card that stands."""
        if action in {"why", "command_palette"} and self.packs.held:
            return False
        if action in {"pack_off", "skin_fine"}:
            return self.packs.keeper.pack is not None
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Find anything by its name."""
        from unspasm.screens.palette import CommandPalette  # noqa: PLC0415

        if self.screen.id != _PALETTE:
            self.push_screen(CommandPalette(id=_PALETTE))

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from unspasm.screens.read import ReadScreen  # noqa: PLC0415

        if isinstance(self.screen, Helped):
            words = self._words
            page = list(self.screen.help_page(words.help, words.glossary))
            page.append(f"{words.app.purpose} {words.app.limits} {words.app.private}")
            self.push_screen(ReadScreen(words.help.title, page, words.help.close))

    def action_why(self) -> None:
        """Show who says what this screen says."""
        from unspasm.screens.read import ReadScreen  # noqa: PLC0415

        if isinstance(self.screen, HouseScreen):
            words = self._words.help
            lines = list(self.screen.why_lines()) or [words.why_none]
            self.push_screen(ReadScreen(words.why_title, lines, words.close))

    def action_pack_off(self) -> None:
        """Note that the pack is off."""
        if not (isinstance(self.screen, HouseScreen) and self.screen.deaf):
            self.packs.off()

    def action_skin_fine(self) -> None:
        """Note that the skin under the pack is fine."""
        if not (isinstance(self.screen, HouseScreen) and self.screen.deaf):
            self.packs.fine()

    def action_sound(self) -> None:
        """Change what can be heard."""
        self.packs.next_sound()

    def action_leave(self) -> None:
        """Quit. Everything said so far is kept; a session that runs asks first."""
        if session := self.stretches.running:
            self._back_to(session)
            session.ask_to_leave(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        """Quit. A check left early is not finished."""
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        asking = any(isinstance(one, CheckScreen) for one in self.screen_stack)
        code = _NOT_FINISHED if asking else 0
        self.packs.ask_to_leave(
            lambda said: self.exit(return_code=code, message=Text(said) if said else None)
        )

    def _send(self, text: str) -> None:
        """Write to the terminal, in the order in which the screen is written."""
        if self._driver and self.is_running:
            self._driver.write(text)
        elif sys.__stderr__ and sys.__stderr__.isatty():
            to_terminal(sys.__stderr__)(text)
