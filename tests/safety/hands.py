"""What somebody does who hammers on the app: at times with an aim, at times none."""

from collections.abc import Sequence
from random import Random
from typing import Any

from tests.screens.walking import click, paste, press, resize
from textual.app import App
from textual.screen import Screen

from unspasm.domain.rules import Page
from unspasm.screens.check import CheckScreen
from unspasm.screens.home import HomeScreen
from unspasm.widgets.rows import Row

SIZES = ((80, 24), (40, 12), (20, 6), (120, 40), (9, 4), (3, 2), (200, 50))
NOT_PRESSED = {"ctrl+z"}
"""It stops the process."""
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz0123456789!?/+-=[ .")
ANY = (
    *LETTERS,
    *("enter", "escape", "tab", "shift+tab", "backspace", "delete", "insert", "home", "end"),
    *("up", "down", "left", "right", "pageup", "pagedown", "shift+up", "shift+down", "f1", "f5"),
    *("ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+c", "ctrl+q", "ctrl+p", "ctrl+left"),
)
PASTES = (
    "", "!", "q", "12", "bridge 10 x 3, hold 5 s", "[bold]red[/] [/none] [[", "\x1b[31m\x07\x00",
    "one\ntwo\r\nthree\ttab",
    "\u0645\u0631\u062d\u0628\u0627 \u65e5\u672c \U0001f600\u200d e\u0301",
    "x" * 5000,
)  # fmt: skip
AIMS = {
    "HomeScreen": (*tuple("44443577srca62e8"), "ctrl+p"),
    "PackReadyScreen": ("y", "enter", "4"),
    "PackScreen": ("f", "o", "o", "u", "x"),
    "PackAfterScreen": ("1", "3", "enter"),
    "PackCardScreen": ("escape", "2"),
    "AskChoice": ("1", "1", "2", "3"),
    "AskAboutPack": ("1", "2"),
    "AskToLeave": ("3", "3", "2"),
    "AskMany": ("escape", "1", "enter"),
    "AskText": ("escape", "enter", "enter", "4", "5", "w", "backspace"),
    "AboutScreen": ("escape", "1", "2", "3"),
    "CareScreen": ("escape", "3", "2"),
    "ReadScreen": ("escape",),
    "StretchChooseScreen": ("enter", "escape"),
    "SessionScreen": ("escape", "right", "right", "space"),
    "SessionAfterScreen": ("1", "3", "enter", "escape"),
    "LogScreen": ("enter", "escape", "4", "m"),
    "BodyMapScreen": ("escape", "enter"),
    "ProgressScreen": ("escape", "u", "p"),
    "ReportScreen": ("escape", "n", "s"),
    "TipsScreen": (*tuple("1234590"), "enter", "down", "escape", "l", "e", "g", "backspace"),
    "TipScreen": ("1", "2", "escape", "down"),
    "PlanScreen": ("1", "3", "space", "enter", "down", "escape"),
    "SettingsScreen": (*"123456789abcd", "enter", "down", "escape"),
    "WelcomeScreen": ("1", "2", "3", "4", "escape"),
    "RoutinesScreen": ("n", "n", "e", "enter", "a", "c", "p", "x", "down", "escape"),
    "RoutineScreen": (*"taasynxdjk+-gb", "enter", "left", "right", "down", "up", "escape"),
    "ExerciseScreen": (*"123456789", "enter", "enter", "space"),
    "PickScreen": ("space", "down", "enter", "enter", "escape"),
    "CommandPalette": ("enter", "escape", "s", "t", "down"),
}
"""What leads on, on each screen."""
TO_A_PACK = "44444435"
"""What leads on from Home for hands that are not wild."""


def aims(front: Screen[object]) -> Sequence[str]:
    """What leads on from this screen."""
    if isinstance(front, CheckScreen):
        return ("0",) if isinstance(front._run.state.step, Page) else ("4", "enter", "enter")
    return AIMS.get(type(front).__name__, ())


class Hands:
    """They press keys that lead on, keys that are heard, and any; click, paste and resize."""

    def __init__(self, chance: Random, *, wild: bool) -> None:
        """Begin.

        Args:
            chance: what they go by.
            wild: they do anything but press keys too, and so get less far.
        """
        self._chance = chance
        self._wild = wild

    def act(self, app: App[None]) -> str:
        """Do one thing, wait for nothing, and return what it was."""
        chance = self._chance.random()
        if not self._wild or chance >= 0.25:
            key = self._key(app.screen)
            press(app, key)
            return key
        if chance < 0.04:
            size = self._chance.choice(SIZES)
            resize(app, *size)
            return f"size {size}"
        if chance < 0.14:
            return self._click(app)
        if chance < 0.18:
            text = self._chance.choice(PASTES)
            paste(app, text)
            return f"paste {text[:20]!r}"
        key = self._chance.choice(ANY)
        press(app, key)
        return key

    def _key(self, front: Screen[Any]) -> str:
        """A key that leads on, or any that the screen hears."""
        keys = list(aims(front))
        if not self._wild and isinstance(front, HomeScreen):
            keys = list(TO_A_PACK)
        if not keys or self._chance.random() < 0.15:
            heard = {one.binding.key for one in front.active_bindings.values()}
            keys = sorted(heard - NOT_PRESSED) or ["escape"]
        return self._chance.choice(keys)

    def _click(self, app: App[None]) -> str:
        """Click on a line that can be chosen, or anywhere."""
        size, rows = app.size, [one.region for one in app.screen.query(Row) if one.region]
        place = self._chance.choice(rows).offset if rows and self._chance.random() < 0.7 else None
        column = self._chance.randrange(size.width) if place is None else place.x
        row = self._chance.randrange(size.height) if place is None else place.y
        column, row = min(max(column, 0), size.width - 1), min(max(row, 0), size.height - 1)
        click(app, column, row)
        return f"click {column},{row}"
