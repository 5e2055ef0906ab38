"""How much of the page for a clinician fits on one sheet of paper.

Its lists are bounded so that it stays on one: the more there is to tell, the less of each list is
shown, and what is left out is counted. A warning sign is never left out before a note.
"""

from math import ceil

from unspasm.domain.clinician_values import ClinicianPage
from unspasm.report.composer import compose
from unspasm.report.phrasing import Limits, Phrasing
from unspasm.report.sheet import BESIDE, Sheet
from unspasm.report.typed import cells_of, without_marks
from unspasm.words.sets import Words

_LIMITS = (
    Limits(signs=20, signs_also=60, groups=4, steps=5, notes=6, cells=400, few=8),
    Limits(signs=16, signs_also=60, groups=4, steps=4, notes=4, cells=220, few=6),
    Limits(signs=12, signs_also=60, groups=3, steps=4, notes=3, cells=200, few=5),
    Limits(signs=10, signs_also=60, groups=2, steps=3, notes=3, cells=160, few=4),
    Limits(signs=8, signs_also=60, groups=2, steps=2, notes=2, cells=100, few=3),
    Limits(signs=6, signs_also=60, groups=1, steps=1, notes=1, cells=100, few=2, drawing=False),
    *(
        Limits(also // 8, also, groups=1, steps=1, notes=1, cells=70, few=1, drawing=False)
        for also in range(56, -1, -4)
    ),
)
"""From much to little. The first that fits is taken."""
LINES = 74
"""Of a sheet, at the size of letter that the printed page has, wide letters and all; a reserve is
kept. Measured by printing it."""
WIDE, NARROW = 116, 54
"""Letters on a line, over the whole width and in one of two columns."""
DRAWING = 18
"""Lines that the chart takes with what stands beside it."""


def sheet_of(page: ClinicianPage, words: Words, version: str) -> Sheet:
    """Return the page in words, short enough for one sheet of paper.

    Args:
        page: what it tells.
        words: all words.
        version: of the program that makes it.
    """
    for limits in _LIMITS:
        sheet = compose(page, Phrasing(words, page.made.year, limits), version)
        if height(sheet) <= LINES:
            break
    return sheet


def height(sheet: Sheet) -> int:
    """Return about how many lines the sheet takes on paper."""
    drawn = any(section.drawing for section in sheet.sections)
    wide = 3 + sum(_lines(line, WIDE) for line in sheet.head) + (DRAWING if drawn else 0)
    narrow = 3
    for section in sheet.sections:
        if drawn and (section.drawing or section.part in BESIDE):
            continue
        width = WIDE if section.wide else NARROW
        lines = 2 + sum(_lines(line, width) for line in section.lines)
        wide += lines if section.wide else 0
        narrow += 0 if section.wide else lines
    return wide + ceil(narrow / 2)


def _lines(line: str, width: int) -> int:
    return max(1, ceil(cells_of(without_marks(line)) / width))
