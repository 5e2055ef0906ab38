"""Make the sheet of all figures: `python scripts/make_figures.py [--check] [FILE]`.

Each exercise is shown in two of its poses, with its name. With `--check` nothing is written; the
exit code says whether the sheet is current.
"""

import sys
import tomllib
from html import escape
from itertools import combinations
from pathlib import Path

from unspasm.catalogue.figures import figures_in
from unspasm.domain.figure import Figure
from unspasm.domain.figure_svg import ON_DARK, ON_LIGHT, UNITS, drawing, room_of, style_of
from unspasm.domain.skeleton import Pose

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content" / "en"
TARGET = ROOT / "docs" / "pictures" / "figures.svg"
ACROSS = 3
"""Exercises in a row."""
CELL = (300, 150)
"""The room of one exercise, in units of the picture: two poses side by side."""
NAME = 26
"""The room of a name, in the same units."""
HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>The figures of all exercises</title>
<style>
text{{font:13px sans-serif;fill:{ink}}}
.ground{{fill:{ground}}}
{light}
@media (prefers-color-scheme:dark){{text{{fill:{dark_ink}}}.ground{{fill:{dark_ground}}}{dark}}}
</style>
<rect class="ground" width="{width}" height="{height}"/>
"""


def sheet(figures: dict[str, tuple[str, Figure]]) -> str:
    """Return the picture.

    Args:
        figures: for each exercise its name and its figure, by id.
    """
    wide, high = CELL
    rows = -(-len(figures) // ACROSS)
    head = HEAD.format(
        width=wide * ACROSS,
        height=(high + NAME) * rows,
        ink=ON_LIGHT.body,
        ground=ON_LIGHT.ground,
        light=style_of(ON_LIGHT),
        dark_ink=ON_DARK.body,
        dark_ground=ON_DARK.ground,
        dark=style_of(ON_DARK),
    )
    cells = []
    for place, (name, figure) in enumerate(figures.values()):
        x, y = place % ACROSS * wide, place // ACROSS * (high + NAME)
        cells.append(f'<text x="{x + 12}" y="{y + NAME - 6}">{escape(name)}</text>')
        for number, pose in enumerate(two_of(figure)):
            cells.append(placed(figure, pose, (x + number * wide / 2, y + NAME)))
    return head + "\n".join(cells) + "\n</svg>\n"


def two_of(figure: Figure) -> tuple[Pose, Pose]:
    """Return the two poses that are stayed in longest; of those alike, two half a round apart."""
    keys, half = figure.keys, len(figure.keys) // 2

    def worth(pair: tuple[int, int]) -> tuple[float, int]:
        one, other = pair
        return keys[one].stay + keys[other].stay, -abs(other - one - half)

    one, other = max(combinations(range(len(keys)), 2), key=worth)
    return keys[one].pose, keys[other].pose


def placed(figure: Figure, pose: Pose, corner: tuple[float, float]) -> str:
    """Return the marks of a pose, as large as half of a cell allows, on its lower edge."""
    wide, high = CELL[0] / 2 - 16, CELL[1] - 12
    room = room_of(figure)
    across, down = (room.right - room.left) * UNITS, (room.top - room.bottom) * UNITS
    scale = min(wide / across, high / down)
    x = corner[0] + 8 + (wide - across * scale) / 2 - room.left * UNITS * scale
    y = corner[1] + high + room.bottom * UNITS * scale
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) scale({scale:.3f})">{drawing(figure, pose)}</g>'
    )


def named_figures() -> dict[str, tuple[str, Figure]]:
    """Return every figure with the name of its exercise, in the order of the exercises."""
    figures = figures_in(CONTENT / "stretches")
    told = {}
    for file in (CONTENT / "stretches").glob("*.toml"):
        stretch = tomllib.loads(file.read_text(encoding="utf-8"))
        told[stretch["id"]] = (stretch["number"], stretch["name"])
    order = sorted(figures, key=lambda name: told[name])
    return {name: (told[name][1], figures[name]) for name in order}


def main() -> int:
    """Write the sheet, or say whether it is current."""
    words = sys.argv[1:]
    check = "--check" in words
    named = [word for word in words if word != "--check"]
    target = Path(named[0]) if named else TARGET
    made = sheet(named_figures())
    if check:
        current = target.exists() and target.read_text(encoding="utf-8") == made
        print(f"{target} is {'current' if current else 'out of date'}")
        return 0 if current else 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made, encoding="utf-8")
    print(f"{target} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
