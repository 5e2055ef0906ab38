"""The page for a clinician: one sheet of Markdown or HTML, or the same as JSON.

Everything that a person typed is escaped for its format, and what is too long for the sheet is cut.
"""

from enum import Enum

from unspasm.domain.clinician_values import ClinicianPage
from unspasm.report.as_json import as_json
from unspasm.report.fit import sheet_of
from unspasm.report.html import html
from unspasm.report.markdown import markdown
from unspasm.report.parts import parts
from unspasm.words.sets import Words

__all__ = ["Format", "page_parts", "write_page"]


class Format(Enum):
    """What the page is written as."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def page_parts(page: ClinicianPage, words: Words, version: str) -> list[tuple[str, str]]:
    """Return the page as a screen shows it: what kind each part is, and its words.

    Args:
        page: what it tells.
        words: all words.
        version: of the program.
    """
    return list(parts(sheet_of(page, words, version)))


def write_page(page: ClinicianPage, wanted: Format, words: Words, version: str) -> str:
    """Return the page in a format, with one newline at its end.

    Args:
        page: what it tells.
        wanted: the format.
        words: all words.
        version: of the program.
    """
    if wanted is Format.JSON:
        return as_json(page, words.report.not_a_diagnosis, version)
    sheet = sheet_of(page, words, version)
    return html(sheet) if wanted is Format.HTML else markdown(sheet)
