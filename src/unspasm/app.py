"""The full-screen app: screens, keys and wiring; nothing else."""

import asyncio
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from unspasm import theme
from unspasm.domain.entries import Entry
from unspasm.domain.rules import Sign
from unspasm.domain.urgency import Urgency
from unspasm.journeys.house import House
from unspasm.screens.base import HouseScreen
from unspasm.screens.home import HomeScreen
from unspasm.signals import leaving_on_signals
from unspasm.words import Words
from unspasm.words.phrases import harmless, source_line, when

_NOT_FINISHED = 1
_BAD_CONTENT = 2
_POLL_SECONDS = 1.0


class UnspasmApp(App[None]):
    """unspasm on the full screen."""

    TITLE = "unspasm"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    ENABLE_COMMAND_PALETTE = True
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
        *,
        check_first: bool = False,
        guest: bool = False,
    ) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self.urgency: Urgency | None = None
        """The outcome of the last check that ended."""
        self._house = house
        self._words = words
        self._suggested = suggested_country
        self._check_first = check_first
        self._guest = guest
        self._home: HomeScreen | None = None
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self.register_theme(theme.DARK)
        self.register_theme(theme.LIGHT)
        chosen = os.environ.get("TEXTUAL_THEME", theme.DARK.name)
        known = chosen if chosen in self.available_themes else theme.DARK.name
        # Textual has taken TEXTUAL_THEME as it stood before our themes were known.
        self.set_reactive(App.theme, "textual-dark")
        self.theme = "ansi-dark" if no_colour else known

    def start(self) -> int:
        """Run until the person leaves; return the exit code, 0 if nothing stopped it."""
        with leaving_on_signals(self._leave_soon):
            self.run()
        return self.return_code or 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our words to every theme."""
        return theme.ANSI_DEFAULTS if self.current_theme.ansi else theme.DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """Home, painted from the words and the record alone."""
        self._home = HomeScreen(self._words, self._house.home(), self._troubles())
        return self._home

    def on_mount(self) -> None:
        """Look again every second, and do what comes first once Home is painted."""
        self._event_loop = asyncio.get_running_loop()
        self.set_interval(_POLL_SECONDS, self._look_again)
        self.call_after_refresh(self._first)

    def _leave_soon(self, code: int) -> None:
        """Leave with that exit code as soon as there is time."""
        if self._event_loop:
            self._event_loop.call_soon_threadsafe(self.exit, None, code)

    def _first(self) -> None:
        """Read the content, now that Home is painted, and show what comes before Home."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

        try:
            _ = self._house.catalogue
        except ContentFaultsError as error:
            self.exit(return_code=_BAD_CONTENT, message=Text(harmless(str(error))))
            return
        view = self._house.home()
        if self._check_first:
            self.open_check()
        elif view.first:
            self.open_card(view.first)
        elif view.unfinished:
            self.open_check()

    def _look_again(self) -> None:
        """Show what another copy has written, and the time."""
        if self._house.changed_elsewhere() or self.screen is self._home:
            self._refresh_home()

    def _refresh_home(self) -> None:
        if self._home and self._home.is_mounted:
            self._home.show(self._house.home(), self._troubles())

    def _troubles(self) -> list[str]:
        return [str(getattr(self._words.journal, one.value)) for one in self._house.troubles]

    # --- screens ------------------------------------------------------------------------------

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Do what was chosen on Home."""
        match event.what:
            case "check":
                self.open_check()
            case "card":
                self.open_card(None)
            case "about":
                self.open_about()
            case "over":
                self._ask_over()

    def open_check(self) -> None:
        """Start a check, or go on with the one that was not finished."""
        from unspasm.journeys.check import CheckJourney  # noqa: PLC0415
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        run = CheckJourney(self._house, guest=self._guest)

        def ended(came_to_an_end: bool | None) -> None:
            if came_to_an_end and run.entry:
                self.urgency = run.state.check.urgency
                self._show_card(run.entry)
            elif self._check_first:
                self.exit(return_code=_NOT_FINISHED)
            self._refresh_home()

        self.push_screen(CheckScreen(run, self._words, self._why, self._seen_when), ended)

    def open_card(self, check: str | None) -> None:
        """Show a check's card: the one named, the one that stands, or the latest."""
        status = self._house.status()
        entries = {entry.id: entry for entry in self._house.care_entries()}
        first = status.card_first.check if status.card_first else None
        entry = entries.get(check or "") or first or status.latest
        if entry is None:
            self.notify(self._words.card.no_card, markup=False)
        else:
            self._show_card(entry)

    def _show_card(self, entry: Entry) -> None:
        from unspasm.journeys.care import CareJourney  # noqa: PLC0415
        from unspasm.screens.care import CareScreen  # noqa: PLC0415

        run = CareJourney(self._house, entry, guest=self._guest)
        sources = self._house.catalogue.sources
        named = [name for name in run.card.sources if name in sources]
        why = [source_line(self._words.help, sources[name]) for name in named]

        def left(go_on: bool | None) -> None:
            if go_on:
                self.open_check()
            elif self._check_first:
                self.exit()
            self._refresh_home()

        self.push_screen(CareScreen(run, self._words, self._troubles(), why), left)

    def open_about(self) -> None:
        """Show what the person said about themselves."""
        from unspasm.journeys.about import AboutJourney  # noqa: PLC0415
        from unspasm.screens.about import AboutScreen  # noqa: PLC0415

        run = AboutJourney(self._house, self._suggested)
        self.push_screen(AboutScreen(run, self._words), lambda _: self._refresh_home())

    def _ask_over(self) -> None:
        from unspasm.screens.ask import AskChoice  # noqa: PLC0415

        home = self._words.home

        def note(place: int | None) -> None:
            if place == 0:
                self._house.end_episode()
                self.notify(home.over_done, markup=False)
                self._refresh_home()

        ask = AskChoice(home.over_ask, [home.over_yes, home.over_no], self._words.card.ask_keys)
        self.push_screen(ask, note)

    def _why(self, sign: Sign) -> Iterator[str]:
        sources = self._house.catalogue.sources
        yield from (source_line(self._words.help, sources[name]) for name in sign.sources)

    def _seen_when(self, at: datetime) -> str:
        moment = self._house.clock()
        lived = (at + moment.utc_offset).replace(tzinfo=None)
        return when(self._words.calendar, lived, moment.lived)

    # --- keys ---------------------------------------------------------------------------------

    def action_worse(self) -> None:
        """Ask at once. Where an emergency card stands, that is the answer already."""
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        if any(isinstance(one, CheckScreen) for one in self.screen_stack):
            return
        if self._held():
            self.notify(self._words.app.not_now, markup=False)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.open_check()

    def _held(self) -> bool:
        """Whether a card stands from which nothing may lead on."""
        return any(isinstance(one, HouseScreen) and one.holds for one in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave nothing to read or choose beside a card that stands."""
        if action in {"why", "command_palette"} and self._held():
            return False
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from unspasm.screens.read import ReadScreen  # noqa: PLC0415

        if isinstance(self.screen, HouseScreen):
            words = self._words
            page = [*self.screen.help_lines(), "\n".join(self.screen.key_lines())]
            page.append(f"{words.app.purpose} {words.app.limits} {words.app.private}")
            self.push_screen(ReadScreen(words.help.title, page, words.help.close))

    def action_why(self) -> None:
        """Show who says what this screen says."""
        from unspasm.screens.read import ReadScreen  # noqa: PLC0415

        if isinstance(self.screen, HouseScreen):
            words = self._words.help
            lines = list(self.screen.why_lines()) or [words.why_none]
            self.push_screen(ReadScreen(words.why_title, lines, words.close))

    def action_leave(self) -> None:
        """Quit. Everything said so far is kept; a check left early is not finished."""
        from unspasm.screens.check import CheckScreen  # noqa: PLC0415

        asking = any(isinstance(one, CheckScreen) for one in self.screen_stack)
        self.exit(return_code=_NOT_FINISHED if asking else 0)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action, by name."""
        words = self._words.app
        yield SystemCommand(words.palette_check, words.palette_check_help, self.action_worse)
        yield SystemCommand(
            words.palette_card, words.palette_card_help, lambda: self.open_card(None)
        )
        yield SystemCommand(words.palette_about, words.palette_about_help, self.open_about)
        yield SystemCommand(words.palette_help, words.palette_help_help, self.action_help)
        yield SystemCommand(words.palette_quit, words.palette_quit_help, self.action_leave)
        yield from (
            command for command in super().get_system_commands(screen) if command.title == "Theme"
        )
