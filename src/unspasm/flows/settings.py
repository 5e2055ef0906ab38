"""The full screen's side of settings and of the first start. Screens are imported when wanted."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual import constants
from textual.app import App
from textual.keys import _normalize_key_list
from textual.theme import BUILTIN_THEMES

from unspasm import theme
from unspasm.flows.lead import Asker, Lead, Stage
from unspasm.journeys.sounds import sound_of
from unspasm.settings import SettingsFile
from unspasm.words import KeyWords, SettingsWords

if TYPE_CHECKING:
    from unspasm.journeys.settings import SettingsJourney
    from unspasm.screens.settings import SettingsScreen

_NONE = "none"
_PALETTE = "app.palette"


class _Called(Protocol):
    """The app, as far as its keys are told."""

    key_words: KeyWords


def refuse_unknown(file: SettingsFile, app: type[App[Any]], words: SettingsWords) -> None:
    """Note which theme and which keys of the settings the full screen does not know."""
    if file.now.theme not in {*BUILTIN_THEMES, theme.DARK.name, theme.LIGHT.name}:
        file.refuse([("theme", words.theme_bad)])
    if file.now.keys:
        from unspasm.flows.keymap import wrong_keys  # noqa: PLC0415 - it brings every screen

        wrong = wrong_keys(app, file.now.keys)
        file.refuse((f"keys.{name}", what) for name, what in wrong.items())


class SettingsLead(Lead):
    """Settings, as the app sees them."""

    groups = ("settings",)

    def __init__(self, stage: Stage, *, suggested: str | None, ease: Callable[[], None]) -> None:
        """Take what it leads through.

        Args:
            stage: what it works with.
            suggested: the country that this computer's settings name.
            ease: leads to positions of ease.
        """
        super().__init__(stage)
        self._words = stage.words.settings
        self._suggested = suggested
        self._ease = ease
        self._screen: SettingsScreen | None = None

    # --- what the app follows -----------------------------------------------------------------

    def begin(self) -> None:
        """Make the app follow what is preferred, and note what of it cannot be used."""
        file = self._house.settings
        refuse_unknown(file, type(self._app), self._words)
        if file.now.keys:
            self._app.set_keymap(dict(file.now.keys))
            if keys := file.now.keys.get(_PALETTE):
                # Textual's footer shows Ctrl-P, unless it is told of another key.
                first = _normalize_key_list(keys).partition(",")[0]
                self._app.COMMAND_PALETTE_BINDING = first  # type: ignore[misc] # for this app
        self._cues.use(sound_of(file.now, plain=False))
        self.apply()

    def apply(self) -> None:
        """Make the app follow what is preferred now. What the environment says goes first."""
        now, app = self._house.settings.now, self._app
        asked = os.environ.get("TEXTUAL_THEME", now.theme)
        known = asked if asked in app.available_themes else now.theme
        app.theme = "ansi-dark" if os.environ.get("NO_COLOR") else known
        moves = now.motion and constants.TEXTUAL_ANIMATIONS != _NONE
        app.animation_level = constants.TEXTUAL_ANIMATIONS if moves else "none"

    # --- the list -----------------------------------------------------------------------------

    def _journey(self) -> "SettingsJourney":
        from unspasm.journeys.settings import SettingsJourney  # noqa: PLC0415

        themes = tuple(self._app.available_themes)
        return SettingsJourney(self._house, self._all_words, self._cues, themes)

    def open(self) -> None:
        """Show the list, unless it is there already."""
        if self._screen in self._app.screen_stack:
            return
        from unspasm.screens.settings import SettingsScreen  # noqa: PLC0415

        run = self._journey()

        def rows() -> list[tuple[str, str, str]]:
            return [(one.id, one.label, one.value) for one in run.rows()]

        self._screen = SettingsScreen(self._all_words, rows, run.notes, self.change)
        self._app.push_screen(self._screen)

    def lines(self) -> list[tuple[str, str, str]]:
        """Every setting: its name, what it is called among the commands, and its value."""
        label = self._words.command
        return [
            (one.id, label.format(label=one.label), one.value) for one in self._journey().rows()
        ]

    # --- one of them --------------------------------------------------------------------------

    def change(self, name: str) -> None:
        """Change one setting, from its list or from anywhere."""
        match name:
            case "country":
                self._care.open_about(self._suggested)
            case "keys":
                self._show_keys()
            case "welcome":
                self.welcome()
            case _:
                self._go(partial(self._change, name))

    async def _change(self, name: str) -> None:
        from unspasm.screens.ask import AskText  # noqa: PLC0415

        run = self._journey()
        question = run.ask(name)
        if question is None:
            self._say(run.do(name))
            return
        if question.options:
            place = await self._choice(question.ask, question.options)
            if place is None:
                return
            said = run.choose(name, place)
            if said == "theme_name":
                await self._change(said)
                return
        else:
            line = AskText(question.ask, question.typed, self._all_words.about.text_keys, 160)
            text = await self._ask(line)
            if text is None:
                return
            said = run.type(name, text)
        self.apply()
        self._say(said)

    def _say(self, said: str) -> None:
        """Say it on the list, or in a corner of whatever is in front."""
        if self._screen is not None and self._app.screen is self._screen:
            self._screen.show(said)
        else:
            self._app.notify(said, markup=False)

    def _show_keys(self) -> None:
        from unspasm.flows.keymap import every_binding  # noqa: PLC0415
        from unspasm.screens.read import ReadScreen  # noqa: PLC0415

        words, now = self._words, self._house.settings.now.keys
        called = cast("_Called", self._app).key_words
        lines = [
            words.keys_line.format(
                id=one.id,
                keys=now.get(one.id, one.keys),
                what=called.of(one.id, one.action).label,
            )
            for one in every_binding(type(self._app)).values()
        ]
        page = [*words.keys_how, "\n".join(lines)]
        self._app.push_screen(ReadScreen(words.keys_title, page, self._all_words.help.close))

    # --- the first start ----------------------------------------------------------------------

    def welcome(self) -> None:
        """Show the first page."""
        from unspasm.screens.welcome import WelcomeScreen  # noqa: PLC0415

        def gone(way: str | None) -> None:
            if way == "check":
                self._go_home()
                self._care.open_check()
            elif way == "ease":
                self._go_home()
                self._ease()
            elif way == "set_up":
                self._go(self._set_up)

        self._app.push_screen(WelcomeScreen(self._all_words), gone)
        # Written once it can be read: it is shown once, whatever is done with it.
        self._app.call_after_refresh(self._house.settings.change, welcome=False)

    def _go_home(self) -> None:
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    async def _set_up(self) -> None:
        from unspasm.journeys.about import AboutJourney  # noqa: PLC0415
        from unspasm.journeys.set_up import SetUp  # noqa: PLC0415

        about = AboutJourney(self._house, self._suggested)
        face = _SetUp(self._stage)
        await SetUp(self._house, self._all_words, about, self._journey()).lead(face)


class _SetUp(Asker):
    """Asks the questions of setting up, each over the screen in front."""

    async def text(self, question: str, typed: str) -> str | None:
        """Ask for a line of text."""
        from unspasm.screens.ask import AskText  # noqa: PLC0415

        return await self._ask(AskText(question, typed, self._all_words.welcome.later))

    async def choice(self, question: str, options: tuple[str, ...]) -> int | None:
        """Ask for one of a few."""
        return await self._choice(question, options)

    async def say(self, words: str) -> None:
        """Say it in a corner."""
        self._app.notify(words, markup=False)
