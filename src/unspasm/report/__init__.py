"""The page for a clinician: one sheet of Markdown or HTML, or the same as JSON.

Everything that a person typed is escaped for its format, and what is too long for the sheet is cut.
"""

from enum import Enum

from unspasm.domain.clinician_values import ClinicianPage
from unspasm.report.as_json import as_json
from unspasm.report.html import html
from unspasm.report.markdown import markdown
from unspasm.report.parts import parts
from unspasm.report.sheet import sheet_of
from unspasm.words.report_words import ReportWords
from unspasm.words.sets import CalendarWords

__all__ = ["Format", "page_parts", "write_page"]


class Format(Enum):
    """What the page is written as."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def page_parts(
    page: ClinicianPage, words: ReportWords, calendar: CalendarWords, version: str
) -> list[tuple[str, str]]:
    """Return the page as a screen shows it: what kind each part is, and its words."""
    return list(parts(sheet_of(page, words, calendar, version)))


def write_page(
    page: ClinicianPage,
    wanted: Format,
    words: ReportWords,
    calendar: CalendarWords,
    version: str,
) -> str:
    """Return the page in a format, with one newline at its end."""
    if wanted is Format.JSON:
        return as_json(page, words.not_a_diagnosis, version)
    sheet = sheet_of(page, words, calendar, version)
    return html(sheet) if wanted is Format.HTML else markdown(sheet)
