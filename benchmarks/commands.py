"""How long the commands take, as ratios to a Python that does nothing.

    python benchmarks/commands.py [--rounds N] [--python PYTHON]

All commands are timed side by side, round by round, so that a busy machine slows them alike. Run it
with the Python of an environment into which the wheel was installed, bytecode compiled. What counts
are the ratios; the seconds are one machine's on one day.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "examples" / "first-day.json"
BARS = {"--help": 4.0, "--version": 4.0, "check --answers": 16.0}
"""At most this many times `python -c pass`."""


def commands(python: str) -> dict[str, list[str]]:
    """Return what is timed, by name; the first is what the others are compared with."""
    unspasm = [python, "-m", "unspasm"]
    return {
        "python -c pass": [python, "-c", "pass"],
        "--help": [*unspasm, "--help"],
        "--version": [*unspasm, "--version"],
        "check --answers": [*unspasm, "check", "--answers", str(EXAMPLE), "--json"],
    }


def measure(rounds: int, python: str) -> dict[str, list[float]]:
    """Return the seconds of every round, by command. One round more is run first, and dropped."""
    times: dict[str, list[float]] = {name: [] for name in commands(python)}
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "UNSPASM_HOME": home}
        for number in range(rounds + 1):
            for name, command in commands(python).items():
                start = time.perf_counter()
                subprocess.run(
                    command, cwd=home, env=environment, stdout=subprocess.DEVNULL, check=False
                )
                if number:
                    times[name].append(time.perf_counter() - start)
    return times


def main() -> None:
    """Print a table of medians, spreads and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    times = measure(arguments.rounds, arguments.python)
    base = times["python -c pass"]
    print(f"{arguments.rounds} rounds, Python {sys.version.split()[0]}")
    print(f"{'command':18} {'median s':>9} {'min':>7} {'max':>7} {'ratio':>7} {'bar':>5}")
    for name, found in times.items():
        ratio = statistics.median(one / zero for one, zero in zip(found, base, strict=True))
        bar = f"{BARS[name]:.0f}" if name in BARS else ""
        print(
            f"{name:18} {statistics.median(found):9.3f} {min(found):7.3f} {max(found):7.3f}"
            f" {ratio:7.2f} {bar:>5}"
        )


if __name__ == "__main__":
    main()
