"""How long it takes from a key to the change on screen, beside a bare Textual app.

In each round the keys of all are pressed in turn, at moments that fall in with no clock of theirs;
a key is timed from the write to the first read after which the words it brings have all come. What
is compared are the medians of a round. All rounds have to end before the hold of the session does,
which lasts two minutes.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.stage import HELLO, Line, Program, let_run, print_table

BAR = 1.5
"""Times hello, at most."""
KEYS = 4
REST = (0.08, 0.2)
"""Seconds between two keys."""
RIGHT = "\x1b[C"


def lead(session: Program) -> None:
    """Say that nothing is new and that the floor is fine, and go to what can be made longer."""
    session.wait_for("new or worse, even")
    session.wait_for("Yes, both", "0")
    session.wait_for("GET READY", "1")
    session.seconds_to("STAY", RIGHT)


def measure(python: str, rounds: int, home: Path) -> None:
    """Print how long keys take.

    Args:
        python: the interpreter of the environment that is measured.
        rounds: so often every key is pressed `2 * KEYS` times.
        home: a record with which a session can begin; it is written to.
    """
    chance = Random(0)  # noqa: S311 - any moments will do
    programs = [
        Program(python, ["-c", HELLO], home),
        Program(python, ["-m", "unspasm", "stretch", "ease"], home),
    ]
    hello, session = programs
    found: dict[str, list[float]] = {}
    try:
        hello.wait_for("Hello")
        lead(session)
        pressed: dict[str, tuple[Program, Iterator[tuple[str, str]]]] = {
            "hello: a": (hello, cycle([("Changed", "a"), ("Hello", "a")])),
            "session: + and -": (session, cycle([("Now 130", "+"), ("Now 120", "-")])),
            "session: space": (session, cycle([("PAUSED", " "), ("STAY", " ")])),
        }
        for number in range(rounds + 1):
            for name, (program, ways) in pressed.items():
                taken = []
                for _ in range(2 * KEYS):
                    let_run(programs, chance.uniform(*REST))
                    taken.append(program.seconds_to(*next(ways)))
                if number:  # the first round only warms up
                    found.setdefault(name, []).append(1000 * median(taken))
    finally:
        for one in programs:
            one.end()
    base = found["hello: a"]
    print_table("From a key to the screen, beside a bare Textual app", "ms", [
        Line(name, taken, *((base, BAR) if name.startswith("session") else ()))
        for name, taken in found.items()
    ])  # fmt: skip
