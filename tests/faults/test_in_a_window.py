"""The full screen in a real terminal that is killed, closed, stopped, or made any size."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.faults.tally import Tally, often
from tests.pty.faces import FULL
from tests.pty.terminal import Terminal
from tests.pty.ticks import tick_saddle

SIZES = (
    *((1, 1), (300, 100), (2, 60), (250, 2), (1, 100), (300, 1), (40, 12), (3, 3), (17, 5)),
    *((200, 50), (20, 90), (80, 24)),
)
PLACES = ("", "a", "5", "6", "8", "3")
"""Keys of Home that lead to other screens; none stays with the check."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    Terminal.close_all()


def tick_some(home: Path, chance: Random) -> tuple[Terminal, set[str]]:
    """Tick signs of the first page, and press more that is not waited for; return what showed."""
    terminal = tick_saddle(home)
    shown = {"1"}
    for digit in chance.sample("2345", chance.randint(0, 3)):
        terminal.press(digit)
        terminal.wait_for(f"{digit} [x]")
        shown.add(digit)
    terminal.press("".join(chance.choices(["j", "k", "\x1b[B", "\x1b[A", "u"], k=3)))
    return terminal, shown


def offered_again(home: Path, shown: set[str]) -> set[str]:
    """Start again; return the ticks that are there of those that were shown."""
    terminal = Terminal(home)
    terminal.wait_for("1 [x] Numb")
    terminal.wait_for("You had not finished")
    found = {digit for digit in shown if f"{digit} [x]" in terminal.text}
    terminal.press("q")
    assert 1 == terminal.exit_code()
    return found


@pytest.mark.parametrize("seed", often(1, 20))
def test_a_kill_loses_no_tick_that_was_shown(home: Path, tally: Tally, seed: int) -> None:
    with tally("kill -9, full screen") as count:
        terminal, shown = tick_some(home, Random(seed))  # noqa: S311
        terminal.signal(signal.SIGKILL)
        assert -signal.SIGKILL == terminal.exit_code()
        count.hold(shown, offered_again(home, shown))


@pytest.mark.parametrize("seed", often(1, 20))
def test_a_closed_window_loses_no_tick_and_leaves_nothing_running(
    home: Path, tally: Tally, seed: int
) -> None:
    with tally("window closed") as count:
        terminal, shown = tick_some(home, Random(seed))  # noqa: S311
        terminal.close_window()
        terminal.code_after_closing()
        count.hold(shown, offered_again(home, shown))


def go(terminal: Terminal, key: str) -> None:
    """Leave the check for another screen, if there is a key."""
    if key:
        FULL.tell(terminal, *FULL.leave)
        terminal.press(key)
        terminal.wait_for_any(lambda: "What now?" not in terminal.text, f"what {key} opens")


def resize_and_see(terminal: Terminal, size: tuple[int, int]) -> None:
    """Make the window that size, and see that something is drawn anew."""
    drawn = len(terminal.raw)
    terminal.resize(*size)
    terminal.wait_for_any(lambda: len(terminal.raw) > drawn, f"a screen of {size}")


@pytest.mark.parametrize("seed", often(1, 12))
def test_no_size_of_the_window_breaks_anything(home: Path, tally: Tally, seed: int) -> None:
    """After each size the screen is drawn anew; at the end the tick still stands."""
    chance = Random(seed)  # noqa: S311
    by_chance = [(chance.randint(1, 300), chance.randint(1, 100)) for _ in often(0, 30)]
    terminal = tick_saddle(home)
    go(terminal, PLACES[seed % len(PLACES)])
    for size in [*SIZES, *by_chance]:
        with tally("window made any size, 1x1 to 300x100"):
            resize_and_see(terminal, size)
    with tally("stopped and continued, full screen", times=3):
        for rows in (20, 30, 24):
            terminal.signal(signal.SIGSTOP)
            terminal.resize(80, rows)
            terminal.signal(signal.SIGCONT)
        terminal.press("\x03")
        assert terminal.exit_code() in {0, 1}
    with tally("window made any size, 1x1 to 300x100") as count:
        count.hold({"1"}, offered_again(home, {"1"}))
