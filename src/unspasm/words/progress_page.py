"""Progress as lines: the pictures, and the same facts in sentences under each."""

from collections.abc import Iterable, Iterator

from unspasm.domain.pain_chart import Row, pain_chart
from unspasm.domain.progress_view import ProgressView
from unspasm.domain.weeks_chart import weeks_chart
from unspasm.words.progress_phrases import (
    legend_of_pain,
    legend_of_weeks,
    said_of_helped,
    said_of_pain,
    said_of_spasms,
    said_of_weeks,
)
from unspasm.words.progress_words import ProgressWords
from unspasm.words.sets import CalendarWords

CHART_LINES = 13
WEEKS_LINES = 8
_WIDEST = 100


def progress_lines(
    words: ProgressWords,
    calendar: CalendarWords,
    view: ProgressView,
    width: int,
    *,
    average: bool = False,
    pictures: bool = True,
) -> Iterator[str]:
    """Return everything there is to tell of the course of the pain.

    Args:
        words: of progress.
        calendar: of days and months.
        view: what there is.
        width: cells across.
        average: draw the average of people in studies too.
        pictures: otherwise only the sentences, which say the same.
    """
    room = min(width, _WIDEST)
    yield words.pain_heading
    if pictures:
        yield from _picture_of_pain(words, calendar, view, room, average=average)
    yield from said_of_pain(words, calendar, view)
    yield said_of_spasms(words, view)
    yield ""
    yield words.weeks_heading
    if pictures:
        yield from _picture_of_weeks(words, calendar, view, room)
    yield from said_of_weeks(words, view)
    yield ""
    yield words.helped_heading
    yield from said_of_helped(words, view)


def _picture_of_pain(
    words: ProgressWords, calendar: CalendarWords, view: ProgressView, room: int, *, average: bool
) -> Iterator[str]:
    began = view.began if average else None
    yield from _as_text(
        pain_chart(view.days, room, CHART_LINES, months=calendar.months, average_from=began)
    )
    yield from legend_of_pain(words, view.days)
    if began:
        yield words.average


def _picture_of_weeks(
    words: ProgressWords, calendar: CalendarWords, view: ProgressView, room: int
) -> Iterator[str]:
    yield from _as_text(
        weeks_chart(view.weeks, room, WEEKS_LINES, weekdays=calendar.days, months=calendar.months)
    )
    yield legend_of_weeks(words)


def _as_text(rows: Iterable[Row]) -> Iterator[str]:
    yield from ("".join(run.text for run in row).rstrip() for row in rows)
