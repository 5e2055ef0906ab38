"""How much of one core sessions and packs take while they run, beside an app that does nothing.

All programs run at the same time; what counts is the processor time that the system notes for each.
The sessions are at a stretch whose figure moves.
"""

import time
from pathlib import Path

from benchmarks.stage import HELLO, LARGE, SMALL, TALL, Line, Program, let_run, print_table

SESSION_BAR, PACK_BAR = 5.0, 2.0
"""Percent of one core, at most."""
WARM_UP = 3.0
"""Seconds that are left out: starting is measured elsewhere."""
MOST_SECONDS = 100.0
"""So long the figure moves: both sides of the stretch, and changing sides."""
ESCAPE, RIGHT = "\x1b", "\x1b[C"
SESSION = ["-m", "unspasm", "stretch", "ease"]


def lead_on_screen(session: Program) -> None:
    """Say that nothing is new and that the floor is fine, and go to where the figure moves."""
    session.wait_for("new or worse, even")
    session.wait_for("Yes, both", "0")
    session.wait_for("GET READY", "1")
    for name in ("Belly breathing", "Low back press", "Knee rolls"):
        session.press("s")
        session.wait_for(name)
    session.press(RIGHT)
    session.wait_for("MOVE")


def lead_by_line(session: Program) -> None:
    """Do the same line by line."""
    for words, keys in (
        ("new or worse, even", "0\n"),
        ("Yes, both", "1\n"),
        ("Next: Legs", "s\n"),
        ("Next: Belly", "s\n"),
        ("Next: Low back", "s\n"),
        ("Next: Knee rolls", "n\n"),
    ):
        session.wait_for(words)
        session.press(keys)
    session.wait_for("Move. ")


def begin(python: str, homes: dict[str, Path]) -> dict[str, Program]:
    """Start all programs, and lead each to what is measured.

    Args:
        python: the interpreter of the environment that is measured.
        homes: a record for each: `none`, `pack`, `strip`, and four for sessions.
    """
    app = ["-m", "unspasm"]
    programs = {
        "hello, 80x24": Program(python, ["-c", HELLO], homes["none"]),
        "hello, 200x50": Program(python, ["-c", HELLO], homes["none"], LARGE),
        "Home": Program(python, app, homes["none"]),
        "Home, pack on": Program(python, app, homes["strip"]),
        "pack": Program(python, app, homes["pack"]),
        "pack, --plain": Program(python, [*app, "--plain"], homes["pack"]),
        "session, 80x24": Program(python, SESSION, homes["session 1"], SMALL),
        "session, 200x50": Program(python, SESSION, homes["session 2"], LARGE),
        "session, paused": Program(python, SESSION, homes["session 3"], SMALL),
        "session, --plain": Program(python, [*SESSION, "--plain"], homes["session 4"], TALL),
    }
    sessions = {name: one for name, one in programs.items() if "session" in name}
    for name, one in sessions.items():
        (lead_by_line if "plain" in name else lead_on_screen)(one)
    programs["Home, pack on"].press(ESCAPE)
    for name, one in sessions.items():  # all of them from the beginning of the phase
        one.press("r\n" if "plain" in name else "r")
    sessions["session, paused"].press(" ")
    sessions["session, paused"].wait_for("PAUSED")
    return programs


def measure(python: str, seconds: float, homes: dict[str, Path]) -> None:
    """Print the share of one core that each program takes, in so many seconds."""
    programs: dict[str, Program] = {}
    seconds = min(seconds, MOST_SECONDS)
    try:
        programs = begin(python, homes)
        running = list(programs.values())
        let_run(running, WARM_UP)
        start, before = time.monotonic(), [(one.used, one.sent) for one in running]
        let_run(running, seconds)
        took, after = time.monotonic() - start, [(one.used, one.sent) for one in running]
    finally:
        for one in programs.values():
            one.end()
    lines = []
    for name, (used_before, sent_before), (used, sent) in zip(programs, before, after, strict=True):
        bars = {"session": SESSION_BAR, "pack": PACK_BAR}
        bar = bars.get(name.partition(",")[0])
        note = f"  {(sent - sent_before) / took:.0f} bytes/s"
        lines.append(Line(name, [100 * (used - used_before) / took], (), bar, note))
    print_table(f"Of one core, in {seconds:.0f} seconds", "%", lines)
