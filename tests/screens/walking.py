"""Somebody at the real app who presses, clicks and resizes, and does not wait for the processor."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.calm import at_rest, send_key
from tests.journeys.houses import CATALOGUE, CONTENT
from tests.screens.conftest import FakeClock
from textual.app import App
from textual.events import MouseDown, MouseUp, Paste, Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Footer

from unspasm.app import UnspasmApp
from unspasm.flows.errand import Errand
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.words import read_words

WORDS = read_words(CONTENT)
Seed = Callable[[House], None]


def blindfold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay screens out and never draw them, and leave out the footer: a third of the time.

    What is on screen can still be read with `drawn`.
    """

    def no_drawing(screen: Screen[object]) -> None:
        screen._dirty_widgets.clear()

    monkeypatch.setattr(Screen, "_compositor_refresh", no_drawing)
    monkeypatch.setattr(Footer, "compose", lambda _footer: iter(()))


def drawn(screen: Screen[Any]) -> str:
    """What is on a screen, as rows of text."""
    strips = screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


def press(app: App[None], key: str) -> None:
    """Press a key, and wait for nothing."""
    send_key(app, key)


def click(app: App[None], column: int, row: int) -> None:
    """Click on a cell, and wait for nothing."""
    at: dict[str, Any] = {"x": column, "y": row, "screen_x": column, "screen_y": row}
    held: dict[str, Any] = dict.fromkeys(("shift", "meta", "ctrl"), False)
    for kind in (MouseDown, MouseUp):
        app.post_message(kind(widget=None, delta_x=0, delta_y=0, button=1, **at, **held))


def paste(app: App[None], text: str) -> None:
    """Paste a text, and wait for nothing."""
    app.post_message(Paste(text))


def resize(app: App[None], columns: int, rows: int) -> None:
    """Make the window another size, and wait for nothing."""
    size = Size(columns, rows)
    driver: Any = app._driver
    driver._size = size
    app.post_message(Resize(size, size))


async def settle(app: App[None]) -> None:
    """Let the app work until it comes up with nothing more; raise what it has fallen over."""
    await at_rest(app)
    if app._exception:
        raise app._exception


@dataclass
class Walker:
    """Somebody in front of the screen."""

    app: UnspasmApp
    pilot: Pilot[None]
    clock: FakeClock
    house: House
    sent: list[str] = field(default_factory=list)

    @property
    def front(self) -> Screen[Any]:
        """The screen in front."""
        return self.app.screen

    @property
    def name(self) -> str:
        """What it is called."""
        return type(self.front).__name__

    @property
    def left(self) -> bool:
        """Whether the program has been left."""
        return self.app._exit

    async def press(self, *keys: str, after: float = 2.0) -> None:
        """Press keys, each a while after the one before."""
        for key in keys:
            self.clock.advance(after)
            press(self.app, key)
            await settle(self.app)

    async def click(self, column: int, row: int) -> None:
        """Click on a cell."""
        self.clock.advance(2.0)
        click(self.app, column, row)
        await settle(self.app)

    async def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        resize(self.app, columns, rows)
        await settle(self.app)

    async def look(self, seconds: float = 0.0) -> None:
        """Let time pass and the app look at the clock, as it does four times a second."""
        self.clock.advance(seconds)
        with self.app._context():
            self.app.packs.look()
        await settle(self.app)

    @property
    def text(self) -> str:
        """What is on screen, as rows of text."""
        return drawn(self.front)

    def keys(self) -> list[str]:
        """Every key that is heard now."""
        return sorted(
            key
            for one in self.front.active_bindings.values()
            for key in one.binding.key.split(",")
            if one.enabled
        )


@asynccontextmanager
async def walk(
    home: Path,
    *,
    size: tuple[int, int] = (80, 24),
    errand: Errand | None = None,
    seed: Seed = lambda _house: None,
) -> AsyncIterator[Walker]:
    """Start the app in a window of that size, on the record in `home`."""
    clock = FakeClock()
    house = House(CONTENT, clock, open_journal(home, clock()))
    house.catalogue = CATALOGUE
    seed(house)
    app = UnspasmApp(house, WORDS, "GB", errand)
    sent: list[str] = []
    app._cues._send = sent.append
    async with app.run_test(size=size) as pilot:
        walker = Walker(app, pilot, clock, house, sent)
        await settle(app)
        yield walker
    house.close()
