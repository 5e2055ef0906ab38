"""Measure everything that has a bar, in one run.

    python -m benchmarks [--quick] [--rounds N] [--seconds N] [--python PYTHON] [--only PART ...]

What counts are the ratios to a bare Textual app and to a Python that does nothing, measured side by
side: the seconds are one machine's on one day. Run it on a quiet machine, with the Python of an
environment into which the wheel was installed by pip, bytecode compiled. The windows need a system
with pseudo-terminals; memory and processor time need Linux.
"""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import commands, keys, running, start
from benchmarks.stage import HAS_PROC, make_record

ENTRIES = (0, 1_000, 18_000)
"""A new record, half a year, and ten years."""
PARTS = ("start", "commands", "keys", "running")
ROUNDS, SECONDS = 9, 60.0
QUICK_ROUNDS, QUICK_SECONDS = 3, 10.0


def main() -> None:
    """Print a table for each part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="few rounds, for a first look")
    parser.add_argument("--rounds", type=int, help=f"measured rounds ({ROUNDS})")
    parser.add_argument("--seconds", type=float, help=f"of running ({SECONDS:.0f})")
    parser.add_argument("--python", default=sys.executable, help="measure this environment")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="some parts")
    words = parser.parse_args()
    rounds = words.rounds or (QUICK_ROUNDS if words.quick else ROUNDS)
    seconds = words.seconds or (QUICK_SECONDS if words.quick else SECONDS)
    print(f"{rounds} rounds, Python {platform.python_version()} on {platform.system()}, "
          f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="unspasm-benchmarks-") as folder:
        measure(words.python, rounds, seconds, words.only, Path(folder))


def measure(python: str, rounds: int, seconds: float, parts: list[str], folder: Path) -> None:
    """Measure these parts, with records in that folder."""
    if "start" in parts or "commands" in parts:
        records = {count: make_record(python, folder / f"{count}", count) for count in ENTRIES}
        if "start" in parts:
            start.measure(python, rounds, records)
        if "commands" in parts:
            commands.measure(python, rounds, records)
    if "keys" in parts:
        keys.measure(python, rounds, make_record(python, folder / "keys", 0))
    if "running" in parts and HAS_PROC:
        sessions = {f"session {number}": () for number in range(1, 5)}
        said = {"none": (), "pack": ("--pack",), "strip": ("--pack",), **sessions}
        homes = {name: make_record(python, folder / name, 0, *more) for name, more in said.items()}
        running.measure(python, seconds, homes)


if __name__ == "__main__":
    main()
