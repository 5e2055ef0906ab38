"""What one picture of the figure costs: the pose, the cells, and the whole way to the screen.

    python benchmarks/figure_cost.py [--rounds N]

The last column is the part of one core that ten pictures a second take; the milliseconds are one
machine's on one day.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.app import App, ComposeResult

from unspasm.catalogue.figures import figures_in
from unspasm.domain.figure import Figure, pose_at
from unspasm.theme import DARK, DEFAULTS
from unspasm.widgets.cells import Marks, cells_of
from unspasm.widgets.figure import FigureView

FIGURES = Path(__file__).resolve().parents[1] / "content" / "en" / "stretches"
SIZES = ((20, 8), (38, 14), (76, 18), (200, 60))
A_SECOND = 10
"""Pictures."""


class _Stage(App[None]):
    """Nothing but a figure."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield FigureView()

    def on_mount(self) -> None:
        """Take the theme."""
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Know the words of the theme before it is set."""
        return DEFAULTS


def cells_at(figure: Figure, size: tuple[int, int], marks: Marks, seconds: float) -> object:
    """Work out a pose and draw it."""
    return cells_of(figure, pose_at(figure, seconds), *size, marks=marks)


def cost_of(work: Callable[[float], object], rounds: int) -> float:
    """Return the median milliseconds of CPU time of one picture, each at another second."""
    spent = []
    for number in range(rounds):
        start = time.process_time()
        for part in range(A_SECOND):
            work(number + part / A_SECOND)
        spent.append((time.process_time() - start) / A_SECOND * 1000)
    return statistics.median(spent)


async def cost_on_screen(figure: Figure, size: tuple[int, int], rounds: int) -> float:
    """Return the milliseconds of CPU time of one picture in a running app without a terminal."""
    stage = _Stage()
    async with stage.run_test(size=size) as pilot:
        view = stage.query_one(FigureView)
        await pilot.pause()
        start = time.process_time()
        for number in range(rounds * A_SECOND):
            view.show(figure, pose_at(figure, number / A_SECOND))
            await asyncio.sleep(1 / A_SECOND / 4)
        return (time.process_time() - start) / (rounds * A_SECOND) * 1000


def main() -> None:
    """Print a table: the dearest figure of each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    figures = figures_in(FIGURES)
    poses = {name: cost_of(partial(pose_at, one), rounds) for name, one in figures.items()}
    cost, dearest = max((cost, name) for name, cost in poses.items())
    print(f"a pose: median {statistics.median(poses.values()):.3f} ms, "
          f"most {cost:.3f} ms ({dearest})")  # fmt: skip
    print(f"{'cells':>8} {'marks':>8} {'median ms':>10} {'most ms':>8}  of one core")
    for wide, high in SIZES:
        for marks in Marks:
            costs = [
                cost_of(partial(cells_at, one, (wide, high), marks), rounds)
                for one in figures.values()
            ]
            middle, most = statistics.median(costs), max(costs)
            part = middle * A_SECOND / 10
            print(f"{wide:>4}x{high:<3} {marks.name.lower():>8} {middle:>10.2f} {most:>8.2f}"
                  f"  {part:.1f} %")  # fmt: skip
    for wide, high in SIZES[:3]:
        cost = asyncio.run(cost_on_screen(figures["single_knee_to_chest"], (wide, high), rounds))
        print(f"{wide:>4}x{high:<3} on a screen: {cost:.2f} ms, {cost * A_SECOND / 10:.1f} %")


if __name__ == "__main__":
    main()
