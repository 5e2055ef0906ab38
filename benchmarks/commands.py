"""How long commands take until they have ended, as multiples of a Python that does nothing."""

import os
import subprocess
import time
from functools import partial
from pathlib import Path

from benchmarks.stage import ROOT, Line, in_turn, print_table, size_of

EXAMPLE = ROOT / "docs" / "examples" / "first-day.json"
NOTHING = "python -c pass"
BARS = {"--help": 4.0, "--version": 4.0, "check --answers": 16.0}
"""At most this many times a Python that does nothing."""
LOAD = (
    "from unspasm.catalogue import load; from unspasm.paths import content_folder as at; load(at())"
)


def run(command: list[str], home: Path) -> float:
    """Return how many seconds a command takes."""
    environment = {**os.environ, "UNSPASM_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(
        command, cwd=home.parent, env=environment, stdout=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - began


def measure(python: str, rounds: int, records: dict[int, Path]) -> None:
    """Print what commands cost, and how `progress` and `report` grow with the record."""
    unspasm, empty = [python, "-m", "unspasm"], records[0]
    what = {
        NOTHING: ([python, "-c", "pass"], empty),
        "--help": ([*unspasm, "--help"], empty),
        "--version": ([*unspasm, "--version"], empty),
        "check --answers": ([*unspasm, "check", "--answers", str(EXAMPLE), "--json"], empty),
        "content load": ([python, "-c", LOAD], empty),
    }
    notes = {}
    for entries, home in records.items():
        for name in ("progress", "report"):
            what[f"{name}, {entries:,} entries"] = ([*unspasm, name], home)
            notes[f"{name}, {entries:,} entries"] = f"  journal {size_of(home):.1f} MiB"
    found = in_turn(rounds, {name: partial(run, *one) for name, one in what.items()})
    print_table("Commands, beside a Python that does nothing", "seconds", [
        Line(name, taken, found[NOTHING] if name != NOTHING else (), BARS.get(name),
             notes.get(name, ""))
        for name, taken in found.items()
    ])  # fmt: skip
