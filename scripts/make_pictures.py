"""Make the pictures of the README: `python scripts/make_pictures.py [FOLDER]`.

Runs the real app on a record of its own, presses the keys a person would press, and writes one SVG
a screen. Nothing in the pictures is drawn by hand.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import chdir
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from unspasm.app import UnspasmApp
from unspasm.domain.entries import Body
from unspasm.domain.log_entries import Helped, PainLog
from unspasm.domain.moment import Moment
from unspasm.domain.session_entries import End, SessionDone
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.screens.session import SessionScreen
from unspasm.settings import SettingsFile
from unspasm.words import read_words

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content" / "en"
START = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
HURTS = 6
"""From this pain on nothing has helped, in the made-up days."""
NONE = ("0",)
"""The keys for a page with no sign."""
QUESTIONS = ("3", "8", "enter", "1", "2", "enter", "6", "enter", "2", "1")
"""Age 38, not pregnant, day 2, pain 6, about the same, had it before."""


def typed(text: str) -> list[str]:
    """Return the keys of a text."""
    names = {" ": "space", ",": "comma", "?": "question_mark"}
    return [names.get(letter, letter) for letter in text]


HOME_PROGRAMME = (
    "r", "n", "t", *typed("bridge 10 x 3, hold 5 s"), "enter", *typed("cat cow"), "enter",
    *typed("Heel slides 10 times each side"), "enter", "6", "2", "enter", "enter",
)  # fmt: skip
"""A programme typed as it stands on paper, and what there is to say of an exercise that is new."""


class StillClock:
    """A clock that moves on only when a key is pressed, and then by two seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> Moment:
        """Read the clock."""
        wall = START + timedelta(seconds=self.seconds)
        return Moment(wall, timedelta(0), self.seconds, self.seconds, "picture")


async def picture(
    name: str,
    folder: Path,
    keys: Sequence[str | int],
    *,
    size: tuple[int, int] = (80, 24),
    shrunk: tuple[int, int] | None = None,
    seed: Callable[[House, Path], None] | None = None,
) -> None:
    """Press the keys in a fresh app and save what it shows then. A number lets seconds pass."""
    clock = StillClock()
    with tempfile.TemporaryDirectory() as home, chdir(home):
        house = House(CONTENT, clock, open_journal(Path(home), clock()))
        if seed:
            seed(house, Path(home))
        app = UnspasmApp(house, read_words(CONTENT), "GB")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                clock.seconds += key if isinstance(key, int) else 2
                if isinstance(key, str):
                    await pilot.press(key)
                app.packs.look()
                if isinstance(app.screen, SessionScreen):
                    app.screen.look()
                await pilot.pause()
                await pilot.pause()
            if shrunk:
                await pilot.resize_terminal(*shrunk)
                await pilot.pause()
                await pilot.pause()
            svg = app.export_screenshot(title="unspasm")
        house.close()
    (folder / f"{name}.svg").write_text(without_downloads(svg), encoding="utf-8")


SETTINGS = Path("settings.toml")
"""Where the app that is pictured keeps its settings; no folder of this machine is in a picture."""


def first_start(house: House, _: Path) -> None:
    """Follow settings that do not exist yet, as at the first start."""
    house.settings = SettingsFile(SETTINGS)


def in_light(house: House, home: Path) -> None:
    """Follow settings that say the light theme."""
    text = 'welcome = false\ntheme = "unspasm-light"\n'
    SETTINGS.write_text(text, encoding="utf-8")
    first_start(house, home)


def known(house: House, home: Path) -> None:
    """Follow settings of somebody who has been here before."""
    SETTINGS.write_text("welcome = false\n", encoding="utf-8")
    first_start(house, home)
    house.routines = home / "routines"


def twelve_days(house: House, _: Path) -> None:
    """Keep the logs of a spasm that eases, with two days of silence, heat packs and a session."""
    now = house.clock()
    for ago, pain in enumerate((4, 4, 5, None, 4, 5, 6, None, 6, 6, 7, 6, 8)):
        if pain is None:
            continue
        at = now.wall - timedelta(days=ago, hours=2)
        heat = frozenset({Helped.HEAT}) if pain < HURTS else frozenset[Helped]()
        bodies: list[Body] = [PainLog(pain, helped=heat)]
        if ago in {1, 4}:
            bodies.append(SessionDone("ease", 540.0, {"walk": 120.0}, End.DONE))
        house.append([replace(house.entry(body), at=at) for body in bodies])


def without_downloads(svg: str) -> str:
    """Return the picture without the web font that Textual would have a browser fetch."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


async def all_pictures(folder: Path) -> None:
    """Make every picture of the README."""
    nothing = ("2", *NONE * 3, *QUESTIONS, *NONE * 3)
    await picture("first-page", folder, (), seed=first_start)
    await picture("home", folder, (*nothing, "escape"))
    await picture("home-light", folder, (*nothing, "escape"), seed=in_light)
    await picture("check", folder, ("2", "6", "u", "3"))
    await picture("emergency", folder, ("2", "1", "enter"))
    await picture("emergency-40x12", folder, ("2", "1", "enter"), size=(40, 12))
    await picture("today", folder, ("2", *NONE * 2, "3", "enter", *QUESTIONS, *NONE * 3))
    await picture("self-care", folder, nothing)
    await picture("about", folder, ("a",))
    ready = (*nothing, "escape", "4", "1", *NONE * 3, "6", "enter")
    on = (*ready, "y", "enter")
    await picture("pack-ready", folder, ready)
    await picture("pack", folder, (*on, 192))
    await picture("pack-check", folder, (*on, 301))
    await picture("pack-over", folder, (*on, 302, "f", 300, "f", 130, 3))
    offer = (*nothing, "escape", "3", *NONE * 2)
    await picture("stretch", folder, offer)
    holding = (*offer, "enter", "1", "s", "s", "s", "s", "right", 1)
    await picture("session", folder, holding)
    await picture("session-40x12", folder, holding, shrunk=(40, 12))
    await picture("progress", folder, (*nothing, "escape", "6"), seed=twelve_days, size=(80, 30))
    marked = (*nothing, "escape", "5", "4", "enter", "2", "4", "left", "space")
    await picture("body-map", folder, marked)
    asked = ("7", *typed("can i drive"))
    await picture("tips", folder, ("7",))
    await picture("tips-search", folder, asked)
    await picture("tip", folder, (*asked, "enter"))
    await picture("plan", folder, ("7", "0", "2", "3"))
    await picture("settings", folder, ("s",), seed=known)
    await picture("own-routine", folder, HOME_PROGRAMME, seed=known)
    await picture("pack-40x12", folder, (*on, 192), shrunk=(40, 12))
    await picture("pack-check-40x12", folder, (*on, 301), shrunk=(40, 12))


def main() -> None:
    """Make the pictures in the folder named, or in docs/pictures."""
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder = named.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("TERM", "xterm-256color")
    asyncio.run(all_pictures(folder))
    print(f"{len(list(folder.glob('*.svg')))} pictures in {folder}")


if __name__ == "__main__":
    main()
