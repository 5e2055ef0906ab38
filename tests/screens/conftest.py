"""A real app on a record of its own, with a clock that tests move."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from unspasm.app import UnspasmApp
from unspasm.catalogue import Catalogue
from unspasm.domain.moment import Moment
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.words import Words, read_words

CONTENT = Path(__file__).parents[2] / "content" / "en"
START = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
NONE = ("0",)
QUESTIONS = ("3", "8", "enter", "1", "2", "enter", "6", "enter", "2", "1")
"""Age 38, not pregnant, day 2, pain 6, about the same, had it before."""
NOTHING = ("1", *NONE * 3, *QUESTIONS, *NONE * 3)
"""From Home through a whole check with no sign."""


class FakeClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> Moment:
        """Read the clock."""
        wall = START + timedelta(seconds=self.seconds)
        return Moment(wall, timedelta(0), self.seconds, self.seconds, "test")

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds


@dataclass
class Person:
    """Somebody in front of the screen."""

    app: UnspasmApp
    pilot: Pilot[None]
    clock: FakeClock
    house: House

    async def press(self, *keys: str, after: float = 2.0) -> None:
        """Press keys, each a while after the one before."""
        for key in keys:
            self.clock.advance(after)
            await self.pilot.press(key)
            await self.pilot.pause()

    async def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Let the app work until the condition holds."""
        for _ in range(200):
            if condition():
                return
            await self.pilot.pause()
        raise AssertionError(f"{what} did not happen; on screen:\n{self.text}")

    @property
    def text(self) -> str:
        """What is on screen, as rows of text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)

    @property
    def screen(self) -> str:
        """The name of the screen in front."""
        return type(self.app.screen).__name__


Visit = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def words() -> Words:
    return read_words(CONTENT)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def visit(home: Path, clock: FakeClock, words: Words, catalogue: Catalogue) -> Visit:
    """Start the app as a person would, in a window of that size."""

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24), *, check_first: bool = False, guest: bool = False
    ) -> AsyncIterator[Person]:
        house = House(CONTENT, clock, open_journal(home, clock()))
        house.catalogue = catalogue
        app = UnspasmApp(house, words, "GB", check_first=check_first, guest=guest)
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot, clock, house)
            await pilot.pause()
            await pilot.pause()
            yield person
        house.close()

    return start
