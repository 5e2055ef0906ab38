"""The two faces of a pack in a real terminal: how each is started, what it says and is told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tests.pty.terminal import Terminal, since_start

OVER = "Take the pack off now."
LOOK = "Look at your skin"
OFF = "Off. It was on for"
READY = "Did you hear it?"
SKIN = "Look at the skin. How is it?"
PAIN = "How bad is the pain now, 0 to 10?"
REST = "Skin rest until"

_NEW = "new or worse, even"
_NOW = "Is any of these true now?"
_BEFORE = "How bad is the pain now"
_A_WHILE = 1.1
"""Seconds: longer than any screen is deaf, or takes a key for one that is held down."""
_TIME_LEFT = re.compile(r"(\d+):(\d\d) left")

Dialogue = tuple[tuple[str, str], ...]
"""What is typed, and what is shown then."""


@dataclass(frozen=True)
class Face:
    """One of the two."""

    name: str
    arguments: tuple[str, ...]
    size: tuple[int, int]
    running: str
    """Words that are shown while a pack may stay on, and only then."""
    to_ready: Dialogue
    """From the first question before a pack to the last words before it is on."""
    to_running: Dialogue
    """From there on."""
    tick: str
    leave: Dialogue
    """From a check to Home."""
    fine: str
    off: str
    first: str
    """What is typed to take the first of a few answers."""
    waits_with: frozenset[str] = frozenset()
    """Keys that a screen which has just come up does not take."""

    def open(
        self,
        home: Path,
        *command: str,
        size: tuple[int, int] | None = None,
        environment: Mapping[str, str] = MappingProxyType({}),
        under: Sequence[str] = (),
    ) -> Terminal:
        """Start unspasm with this face."""
        return Terminal(
            home,
            *command,
            *self.arguments,
            size=size or self.size,
            environment={"TZ": "UTC", **environment},
            under=under,
        )

    def watch(
        self, home: Path, words: str, environment: Mapping[str, str] = MappingProxyType({})
    ) -> Terminal:
        """Start unspasm, and wait until it shows these words."""
        terminal = self.open(home, environment=environment)
        terminal.wait_for(words)
        return terminal

    def tell(self, terminal: Terminal, *dialogue: tuple[str, str]) -> None:
        """Type each line once its turn has come."""
        for keys, then in dialogue:
            if keys in self.waits_with:
                _insist(terminal, keys, then)
            else:
                terminal.press(keys)
                terminal.wait_for(then)

    def lead_to_ready(self, home: Path) -> Terminal:
        """Ask for a cold pack, and answer that nothing speaks against it."""
        terminal = self.open(home, "cold")
        terminal.wait_for(_NEW)
        self.tell(terminal, *self.to_ready)
        return terminal

    def take_off(self, terminal: Terminal) -> None:
        """Say that a pack which is over is off."""
        self.tell(terminal, (self.off, OFF))


def _insist(terminal: Terminal, keys: str, then: str) -> None:
    """Type a key when the screen has been there for a while, as often as it takes."""
    last = since_start()

    def heard() -> bool:
        nonlocal last
        if then not in terminal.text and since_start() - last >= _A_WHILE:
            terminal.press(keys)
            last = since_start()
        return then in terminal.text

    terminal.wait_for_any(heard, then)


def seconds_left(terminal: Terminal) -> int:
    """The time left, in seconds, as soon as a low window shows it."""
    terminal.wait_for_any(lambda: _TIME_LEFT.search(terminal.text) is not None, "the time left")
    ((minutes, seconds),) = _TIME_LEFT.findall(terminal.text)
    return 60 * int(minutes) + int(seconds)


LOW = (80, 12)
FULL = Face(
    name="full",
    arguments=(),
    size=(80, 24),
    running="No key makes this longer",
    to_ready=(("0", _NOW), ("0", _BEFORE), ("4\r", READY)),
    to_running=(("y", "Heard."), ("\r", "No key makes this longer")),
    tick="1",
    leave=(("\x1b", "Leave the check?"), ("1", "What now?")),
    fine="f",
    off="o",
    first="1",
    waits_with=frozenset("0o"),
)
PLAIN = Face(
    name="plain",
    arguments=("--plain",),
    size=(80, 200),
    running="Cold pack on. Ends at",
    to_ready=(("0\n", _NOW), ("0\n", _BEFORE), ("4\n", "How many minutes"), ("\n", READY)),
    to_running=(("y\n", "Press Enter when it is on"), ("\n", "Cold pack on. Ends at")),
    tick="1\n",
    leave=(("q\n", "What now?"),),
    fine="y\n",
    off="\n",
    first="1\n",
)
