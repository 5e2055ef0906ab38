"""The record as a table for a spreadsheet: comma-separated values, one entry a line."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from unicodedata import category

from unspasm.journal.records import Row
from unspasm.journal.store import Journal
from unspasm.journal.trouble import Trouble

_COLUMNS = ("when", "kind", "pain", "note", "id", "about", "rest")
_NUMBERS = ("pain", "before")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would take text that begins so for something to work out."""
_NO_TEXT = frozenset({"Cc", "Cs"})
"""Control characters, and the bytes of a terminal that are no UTF-8."""


def table_lines(journal: Journal) -> Iterator[str]:
    """Return the lines of the table, heading first.

    Times are those lived; of what was felt earlier than it was told, the time that it was felt.
    """
    yield _line(_COLUMNS)
    for row in journal.every_row():
        cells = _cells(row)
        if cells is None:
            journal.note(Trouble.ROWS)
        else:
            yield _line(cells)


def _cells(row: Row) -> tuple[str, ...] | None:
    if not row.intact:
        return None
    try:
        body = json.loads(row.body)
        offset = timedelta(seconds=body.pop("utc_offset"))
        felt = datetime.fromisoformat(body.get("felt_at") or row.at)
        lived = (felt.astimezone(UTC) + offset).replace(tzinfo=None)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None
    numbers = [body.pop(name) for name in _NUMBERS if body.get(name) is not None]
    answers = body.get("answers")
    if isinstance(answers, dict) and answers.get("pain") is not None:
        numbers.append(answers["pain"])
    pain = str(numbers[0]) if numbers else ""
    rest = {key: value for key, value in body.items() if value not in (None, "", [], {})}
    note = rest.pop("note", "")
    return (
        lived.isoformat(" ", "minutes"),
        row.kind,
        pain,
        note,
        row.id,
        row.target or "",
        json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else "",
    )


def _line(cells: tuple[str, ...]) -> str:
    text = io.StringIO()
    # The writer puts only cells with its own line break between quotes.
    csv.writer(text, lineterminator="\n").writerow(_harmless(cell) for cell in cells)
    return text.getvalue().removesuffix("\n")


def _harmless(cell: str) -> str:
    """Return text that works nothing out, steers no terminal, and can be written at all."""
    guarded = f"'{cell}" if cell.startswith(_FORMULA) else cell
    lines = guarded.replace("\r\n", "\n")
    return "".join("?" if category(one) in _NO_TEXT and one not in "\n\t" else one for one in lines)
