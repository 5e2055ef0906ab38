"""The pain over days, drawn for paper and in plain signs."""

from collections.abc import Sequence

from unspasm.domain.pain_chart import pain_chart
from unspasm.domain.pain_chart_svg import pain_svg
from unspasm.domain.progress_view import ProgressDay

_WIDTH, _HEIGHT = 76, 13
"""Signs across and lines down."""


def drawing_of(days: Sequence[ProgressDay], title: str, months: Sequence[str]) -> str:
    """Return the chart as SVG, or nothing where there are no days.

    Args:
        days: one after the other.
        title: what it shows, for those who cannot see it.
        months: the names of the months.
    """
    return pain_svg(days, title, months=months) if days else ""


def signs_of(days: Sequence[ProgressDay], months: Sequence[str]) -> tuple[str, ...]:
    """Return the chart line by line, as many letters wide as a page of text."""
    rows = pain_chart(days, _WIDTH, _HEIGHT, months=months) if days else ()
    return tuple("".join(run.text for run in row).rstrip() for row in rows)
