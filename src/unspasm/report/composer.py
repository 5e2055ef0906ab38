"""The page for a clinician from top to bottom: its head, and its sections in their order."""

from collections.abc import Iterator

from unspasm.domain.clinician_values import ClinicianPage, Part
from unspasm.report.answers import answers
from unspasm.report.chart import drawing_of, signs_of
from unspasm.report.phrasing import Phrasing
from unspasm.report.sheet import Section, Sheet
from unspasm.report.signs import sign_lines
from unspasm.report.typed import typed
from unspasm.words.phrases import parted


def compose(page: ClinicianPage, say: Phrasing, version: str) -> Sheet:
    """Return all sections that say something, below their head."""
    every = (*_wide(page, say), *answers(page, say), _notes(page, say))
    said = tuple(section for section in every if section.lines)
    return Sheet(say.words.title, tuple(_head(page, say, version)), said)


def _head(page: ClinicianPage, say: Phrasing, version: str) -> Iterator[str]:
    words = say.words
    yield words.not_a_diagnosis
    yield words.made.format(
        date=say.day(page.made.date()),
        time=f"{page.made:%H:%M}",
        version=version,
        since=say.day(page.since),
        until=say.day(page.until),
    )
    if page.left_out:
        parts = parted(words.also, (say.word("part", part.value) for part in page.left_out))
        yield words.left_out.format(parts=parts)
    if page.nothing_told:
        yield words.nothing


def _wide(page: ClinicianPage, say: Phrasing) -> Iterator[Section]:
    """Over the whole width: what must not be missed, and the course at a glance."""
    if Part.SIGNS not in page.left_out:
        lines = tuple(sign_lines(page, say))
        yield Section(Part.SIGNS, say.words.heading_signs, lines, wide=True)
    if page.readings:
        yield _chart(page, say)


def _chart(page: ClinicianPage, say: Phrasing) -> Section:
    words, drawn = say.words, say.limits.drawing
    first, last = page.readings[0].day, page.readings[-1].day
    said = words.chart_words.format(
        first=say.day(first), last=say.day(last), count=len(page.readings)
    )
    return Section(
        Part.CHART,
        words.heading_chart,
        (said, words.chart_signs) if drawn else (said,),
        wide=True,
        drawing=drawing_of(page.days, said, say.months) if drawn else "",
        signs=signs_of(page.days, say.months) if drawn else (),
    )


def _notes(page: ClinicianPage, say: Phrasing) -> Section:
    words, limits = say.words, say.limits
    lines = [
        words.note.format(
            date=say.day(note.at.date()), note=typed(note.text, limits.cells, words.cut)
        )
        for note in page.notes
    ]
    return Section(Part.NOTES, words.heading_notes, say.bounded(lines, limits.notes), wide=True)
