"""What can still be read of a damaged journal."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from unspasm.journal.carve import Columns, records
from unspasm.journal.folder import content_of, log_of
from unspasm.journal.records import ROW_COLUMNS, Row
from unspasm.journal.rotate import day_copies
from unspasm.journal.unfinished import STEP_COLUMNS, is_intact

_ROW_LENGTH = ROW_COLUMNS.count(",") + 1
_STEP_LENGTH = STEP_COLUMNS.count(",") + 1


@dataclass(frozen=True)
class Found:
    """What was found intact."""

    rows: tuple[Row, ...]
    unfinished: tuple[Columns, ...]
    """Rows of the table `unfinished`, as they stand there."""


def found_in(journal: Path) -> Found:
    """Return what is intact in a journal that was set aside. Nothing is changed there."""
    return _found(records(content_of(journal), content_of(log_of(journal))))


def found_in_log(log: bytes) -> tuple[Row, ...]:
    """Return the rows that are intact in a write-ahead log."""
    return _found(records(b"", log)).rows


def found_in_copies(folder: Path) -> tuple[Row, ...]:
    """Return the rows that are intact in the copies of the last days, each once."""
    rows: dict[str, Row] = {}
    for path in day_copies(folder):
        with suppress(OSError):
            rows |= {row.id: row for row in found_in(path).rows}
    return tuple(rows.values())


def _found(records_there: Iterable[Columns]) -> Found:
    rows: dict[str, Row] = {}
    unfinished: dict[object, Columns] = {}
    for columns in records_there:
        if len(columns) == _ROW_LENGTH:
            row = Row._make(columns)
            if row.intact:
                rows[row.id] = row
        elif len(columns) == _STEP_LENGTH and is_intact(columns):
            unfinished[columns[0]] = columns
    return Found(tuple(rows.values()), tuple(unfinished.values()))
