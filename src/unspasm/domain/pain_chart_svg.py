"""Pain over days as a drawing for paper: the same facts as `pain_chart`, black on white, as SVG.

It stands alone: no font, no picture and no rule is fetched from anywhere.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.pain_chart import SIGNS, average_after, columns_of, date_labels
from unspasm.domain.progress_view import DayOfPain, Mark, ProgressDay

WIDTH = 720
MOST_COLUMNS = 100
_LEFT, _RIGHT, _TOP, _PLOT = 34, 12, 12, 200
_LINE = 14
"""How high a line of marks is."""
_LETTER = 6.5
"""How wide a letter is, about, to keep dates apart."""
_WIDEST_DAY = 40.0
_NOTE = 110
"""About so many letters stand on a line of notes."""
_STYLE = (
    "text{font:11px sans-serif;fill:#000}.grid{stroke:#ddd}.axis{stroke:#000}"
    ".range{stroke:#000;stroke-width:1.2}.median{fill:#000}"
    ".average{fill:none;stroke:#666;stroke-width:1.2;stroke-dasharray:1.5 4;stroke-linecap:round}"
    ".mark{text-anchor:middle}.side{text-anchor:end}"
)


def pain_svg(
    days: Sequence[ProgressDay],
    title: str,
    *,
    months: Sequence[str],
    notes: Sequence[str] = (),
    average_from: date | None = None,
) -> str:
    """Return a whole SVG.

    Args:
        days: every day of the range, the earliest first.
        title: what it shows, for those who cannot see it.
        months: the names of the months.
        notes: what the marks and the dotted line are, written under it.
        average_from: the day on which the pain began, to draw the average of people in studies.
    """
    columns = columns_of(days, MOST_COLUMNS)
    step = min(_WIDEST_DAY, (WIDTH - _LEFT - _RIGHT) / max(1, len(columns)))
    there = frozenset[Mark]().union(*(one.marks for one in columns))
    kinds = [mark for mark in Mark if mark in there]
    dates = _TOP + _PLOT + _LINE * (len(kinds) + 1) + 6
    lines = [line for note in notes for line in _wrapped(note)]
    height = dates + _LINE * len(lines) + 12
    parts = [
        *_axis(),
        *(_average(columns, step, average_from) if average_from else ()),
        *(_day(_across(at, step), one.pain) for at, one in enumerate(columns) if one.pain),
        *_marks(columns, step, kinds),
        *_dates(columns, step, months, dates),
        *(_text(_LEFT, dates + 4 + _LINE * at, line) for at, line in enumerate(lines, start=1)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f"<title>{_plain(title)}</title><style>{_STYLE}</style>"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>'
    )


def _across(column: int, step: float) -> float:
    return _LEFT + (column + 0.5) * step


def _down(pain: float) -> float:
    return _TOP + _PLOT * (1 - pain / WORST_PAIN)


def _axis() -> Iterator[str]:
    right = WIDTH - _RIGHT
    for pain in range(WORST_PAIN + 1):
        y = _n(_down(pain))
        kind = "grid" if pain else "axis"
        yield f'<path class="{kind}" d="M{_LEFT} {y}H{right}"/>'
        if pain in {0, WORST_PAIN // 2, WORST_PAIN}:
            yield _text(_LEFT - 6, _down(pain) + 4, str(pain), "side")
    yield f'<path class="axis" d="M{_LEFT} {_TOP}V{_TOP + _PLOT}"/>'


def _average(columns: Sequence[ProgressDay], step: float, since: date) -> Iterator[str]:
    points = [
        f"{_n(_across(at, step))} {_n(_down(average))}"
        for at, one in enumerate(columns)
        if (average := average_after((one.day - since).days)) is not None
    ]
    if points:
        yield f'<path class="average" d="M{"L".join(points)}"/>'


def _day(x: float, pain: DayOfPain) -> str:
    """A thin bar over the range, and a dot in the middle of it."""
    low, high = _n(_down(pain.lowest)), _n(_down(pain.highest))
    bar = f'<path class="range" d="M{_n(x)} {low}V{high}"/>' if low != high else ""
    dot = f'<circle class="median" cx="{_n(x)}" cy="{_n(_down(pain.median))}" r="2.6"/>'
    return bar + dot


def _marks(columns: Sequence[ProgressDay], step: float, kinds: Sequence[Mark]) -> Iterator[str]:
    for line, mark in enumerate(kinds, start=1):
        y = _TOP + _PLOT + _LINE * line
        yield _text(_LEFT - 6, y, SIGNS[mark], "side")
        for at, one in enumerate(columns):
            if mark in one.marks:
                yield _text(_across(at, step), y, SIGNS[mark], "mark")


def _dates(
    columns: Sequence[ProgressDay], step: float, months: Sequence[str], y: int
) -> Iterator[str]:
    free = 0.0
    for column, label in date_labels(columns, months):
        x, wide = _across(column, step), len(label) * _LETTER
        start = min(x, WIDTH - wide)
        if free <= start:
            free = start + wide + 2 * _LETTER
            yield f'<path class="axis" d="M{_n(x)} {_TOP + _PLOT}v4"/>'
            yield _text(start, y, label)


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{named}>{_plain(words)}</text>'


def _plain(words: str) -> str:
    """Words as XML takes them: nothing in them is markup, and control characters are replaced."""
    return escape("".join(one if one.isprintable() else "?" for one in words))


def _wrapped(words: str) -> Iterator[str]:
    """The words in lines that fit; a word that is longer than a line is cut."""
    line = ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > _NOTE:
            yield line
            line = word[:_NOTE]
        else:
            line = f"{line} {word}".strip()[:_NOTE]
    if line:
        yield line


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
