"""How long a start takes until all of the screen is there, and how much memory."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.stage import HAS_PROC, HELLO, Line, Program, in_turn, print_table, size_of

PAINT_BAR = MEMORY_BAR = 1.4
"""Times hello, at most, with the record of ten years."""
LINGER = 0.25
"""Seconds for which a painted screen is let alone before its memory is read."""
READ = 2.5
"""The same, so that the content has been read too."""
HOME = ("-m", "unspasm"), ("What now?", "quit")
BARE = ("-c", HELLO), ("Hello", "Change")


def start(
    python: str, home: Path, what: tuple[tuple[str, ...], tuple[str, ...]], peaks: list[float]
) -> float:
    """Start a program; return the seconds until its words stand there, and note its memory."""
    arguments, words = what
    program = Program(python, list(arguments), home)
    try:
        seconds = program.seconds_to_paint(*words)
        program.read_for(LINGER)
        if HAS_PROC:
            peaks.append(program.peak)
    finally:
        program.end()
    return seconds


def once_read(python: str, home: Path) -> float:
    """Return the most memory of Home with all of the content, in MiB."""
    program = Program(python, list(HOME[0]), home)
    try:
        program.seconds_to_paint(*HOME[1])
        program.read_for(READ)
        return program.peak
    finally:
        program.end()


def measure(python: str, rounds: int, records: dict[int, Path]) -> None:
    """Print the first paint and the memory of Home, beside hello, as the record grows."""
    peaks: dict[str, list[float]] = {"hello": []}
    measures: dict[str, Callable[[], float]] = {
        "hello": partial(start, python, records[0], BARE, peaks["hello"])
    }
    for entries, home in records.items():
        name = f"Home, {entries:,} entries"
        peaks[name] = []
        measures[name] = partial(start, python, home, HOME, peaks[name])
    found = in_turn(rounds, measures)
    largest = f"Home, {max(records):,} entries"
    sizes = {
        f"Home, {n:,} entries": f"  journal {size_of(at):.1f} MiB" for n, at in records.items()
    }
    bars = {largest: PAINT_BAR}
    hello = found["hello"]
    print_table("First paint, beside a bare Textual app", "seconds", [
        Line(name, taken, hello if name != "hello" else (), bars.get(name), sizes.get(name, ""))
        for name, taken in found.items()
    ])  # fmt: skip
    if not HAS_PROC:
        print("\nMemory is measured on Linux only.")
        return
    least = {name: taken[1:] for name, taken in peaks.items()}
    lines = [
        Line(name, taken, least["hello"] if name != "hello" else (), bars.get(name))
        for name, taken in least.items()
    ]
    after = [once_read(python, records[max(records)]) for _ in range(3)]
    lines.append(Line("and with content read", after, least["hello"][:3]))
    print_table("Memory at first paint", "MiB", lines)
