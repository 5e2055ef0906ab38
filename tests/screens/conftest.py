"""A real app on a record of its own, with a clock that tests move."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.calm import at_rest, send_key
from tests.journeys.houses import hurry
from textual import _wait
from textual.pilot import Pilot

from unspasm.app import UnspasmApp
from unspasm.catalogue import Catalogue
from unspasm.domain.moment import Moment
from unspasm.flows.errand import Errand
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.words import Words, read_words

CONTENT = Path(__file__).parents[2] / "content" / "en"
START = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
NONE = ("0",)
QUESTIONS = ("3", "8", "enter", "1", "2", "enter", "6", "enter", "2", "1")
"""Age 38, not pregnant, day 2, pain 6, about the same, had it before."""
PATIENCE = 200
"""So often the app is let work before something counts as not happening."""
NOTHING = ("2", *NONE * 3, *QUESTIONS, *NONE * 3)
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
    sent: list[str] = field(default_factory=list)
    """What was sent to the terminal besides the screen."""
    told: list[str] = field(default_factory=list)
    """What was told in a corner of the screen."""

    async def press(self, *keys: str, after: float = 2.0) -> None:
        """Press keys, each a while after the one before."""
        for key in keys:
            self.clock.advance(after)
            send_key(self.app, key)
            await self.settle()

    async def later(self, seconds: float = 0.0) -> None:
        """Let time pass and the app look at the clock, as it does four times a second."""
        self.clock.advance(seconds)
        with self.app._context():  # there may be a second app in the same process
            self.app.packs.look()
        await self.settle()

    async def look_around(self) -> None:
        """Let the app see what another copy has written, as it does once a second."""
        with self.app._context():
            self.app.look_again()
        await self.later()

    async def settle(self) -> None:
        """Let the app work until it comes up with nothing more."""
        await at_rest(self.app)

    async def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Let the app work until the condition holds, and has been drawn."""
        for _ in range(PATIENCE):
            if condition():
                await self.settle()
                return
            await asyncio.sleep(0.001)
            await self.settle()
        raise AssertionError(f"{what} did not happen; on screen:\n{self.text}")

    @property
    def text(self) -> str:
        """What is on screen, as rows of text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)

    @property
    def says(self) -> str:
        """What is on screen, as running text."""
        return " ".join(self.text.split())

    def shows(self, *words: str) -> None:
        """All of these can be read."""
        for one in words:
            assert one in self.says, f"{one!r} cannot be read:\n{self.text}"

    @property
    def bells(self) -> int:
        """How often the bell has rung."""
        return sum(text == "\a" for text in self.sent)

    @property
    def screen(self) -> str:
        """The name of the screen in front."""
        return type(self.app.screen).__name__


Visit = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A capable terminal, a disk that nobody waits for, and a pilot that is not patient.

    Whether the app is idle is judged over 10 milliseconds, rather than 20.
    """
    hurry(monkeypatch)
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 1 / 100)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 1 / 100 / 20)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TMUX", "STY", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


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
def visit(
    home: Path,
    clock: FakeClock,
    words: Words,
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
) -> Visit:
    """Start the app as a person would, in a window of that size."""

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24),
        *,
        errand: Errand | None = None,
        seed: Callable[[House], None] = lambda _house: None,
    ) -> AsyncIterator[Person]:
        house = House(CONTENT, clock, open_journal(home, clock()))
        house.catalogue = catalogue
        seed(house)
        app = UnspasmApp(house, words, "GB", errand)
        sent: list[str] = []
        told: list[str] = []
        app._cues._send = sent.append
        monkeypatch.setattr(app, "notify", lambda words, **_named: told.append(words))
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot, clock, house, sent, told)
            await person.settle()
            yield person
        house.close()

    return start
