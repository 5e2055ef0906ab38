"""The page for a clinician as a screen shows it: no mark of any format, and nothing escaped."""

from collections.abc import Iterator

from unspasm.report.sheet import Sheet
from unspasm.report.typed import without_marks


def parts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Return the page from top to bottom: what kind a part is, and its words.

    The kinds are `name`, `head`, `heading`, `signs` and `point`. What belongs to a picture of
    signs is of the kind `drawn` besides.
    """
    yield "name", sheet.title
    yield from (("head", without_marks(line)) for line in sheet.head)
    for section in sheet.sections:
        drawn = " drawn" if section.signs else ""
        yield f"heading{drawn}", section.heading
        if section.signs:
            yield f"signs{drawn}", "\n".join(section.signs)
        yield from ((f"point{drawn}", f"- {without_marks(line)}") for line in section.lines)
