"""What a person typed, made fit for one line of the page.

A typed text stands between two marks until a format is written, so that each format can keep its
direction from running into the words around it.
"""

from unicodedata import combining, east_asian_width

from unspasm.words.phrases import harmless

OPEN, CLOSE = "\u2068", "\u2069"
"""The marks: the first strong isolate of Unicode, and its end. No typed text bears them."""
_JOINERS = frozenset("\u200c\u200d")
"""They hold emoji, and letters of some scripts, together, and steer nothing."""
_MOST_MARKS = 2
"""On one letter; more of them run over the lines above and below."""


def typed(text: str, cells: int, cut: str) -> str:
    """Return a text as one line between marks, cut where it is longer than so many cells.

    Args:
        text: what was typed, as it is.
        cells: how wide it may become; a wide letter counts as two.
        cut: said after what was cut.
    """
    room = 8 * cells + 64
    line = " ".join(text[:room].split())
    kept, wide, marks = [], 0, 0
    for one in line:
        marks = marks + 1 if combining(one) else 0
        if marks > _MOST_MARKS:
            continue
        wide += 0 if marks else _width(one)
        if wide > cells:
            break
        kept.append(one if one in _JOINERS else harmless(one))
    whole = len(text) <= room and wide <= cells
    return f"{OPEN}{''.join(kept).rstrip()}{CLOSE}" + ("" if whole else f" {cut}")


def without_marks(text: str) -> str:
    """Return a line of the page as it reads."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def cells_of(text: str) -> int:
    """Return how wide a line is."""
    return sum(0 if combining(one) else _width(one) for one in text)


def _width(one: str) -> int:
    return 2 if east_asian_width(one) in {"W", "F"} else 1
