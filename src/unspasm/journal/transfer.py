"""Export and import: one JSON object a line.

An export holds every entry that can be read, in the order it was written. An import is taken whole
or refused whole.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar
from uuid import uuid4

from pydantic import ValidationError

from unspasm import __version__
from unspasm.domain.entries import Check, Entry
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import Arrived
from unspasm.domain.urgency import Urgency
from unspasm.journal.locks import lock_of
from unspasm.journal.records import KINDS, Row, RowError, body_text, to_entry, to_row
from unspasm.journal.records import VERSION as ROW_VERSION
from unspasm.journal.shapes import BODIES, Header, Line, Shape
from unspasm.journal.store import ClashError, Journal
from unspasm.journal.trouble import Trouble

VERSION = 1
"""The version of the file."""
_MOST_CHARACTERS = 1_500_000
"""A hundred thousand emoji in a note, written in ASCII, are 1.2 million."""
_NEWER = "written by a newer unspasm"
_STAMPED = frozenset({"pack-on", "pack-off"})
_YEARS = range(2, 9999)
"""Beyond them a zone or a day to wait may lead out of the calendar."""
_MOST_ARRIVALS = 1000
"""So many to an entry: a line of an export must not grow too long to be imported."""
_Fitting = TypeVar("_Fitting", bound=Shape)


class ImportRefusedError(Exception):
    """Nothing of the file was imported. The message is one line."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


@dataclass(frozen=True)
class Imported:
    """What an import came to."""

    new: int
    known: int


# --- export ---------------------------------------------------------------------------------------


class Export(Iterator[str]):
    """The lines of an export."""

    def __init__(self, journal: Journal) -> None:
        self.left_out = 0
        """How many entries so far are damaged and were left out."""
        self._journal = journal
        self._lines = self._write()

    def __next__(self) -> str:
        return next(self._lines)

    def _write(self) -> Iterator[str]:
        yield json.dumps({"unspasm": "journal", "version": VERSION, "program": __version__})
        for row in self._journal.every_row():
            line = _line(row)
            if line is None:
                self.left_out += 1
                self._journal.note(Trouble.ROWS)
            else:
                yield line


def export_lines(journal: Journal) -> Export:
    """Return the lines of an export. What is unfinished stays on this machine."""
    return Export(journal)


def _line(row: Row) -> str | None:
    if not row.intact:
        return None
    body = json.loads(row.body)
    # The checksum is that of the one way to write a body: a reader sees the object, not the text.
    row = row._replace(body=body_text(body)).with_lock(row.lock)
    columns = {"id": row.id, "at": row.at, "kind": row.kind, "version": row.version}
    about = {"target": row.target, "lock": row.lock, "crc32": row.crc}
    return json.dumps({**columns, **about, "body": body})


# --- import ---------------------------------------------------------------------------------------


def import_lines(journal: Journal, lines: Iterable[str], now: Moment) -> Imported:
    """Merge an export into the journal, by id. To import it again changes nothing.

    When packs came here is kept beside them: their own stamps are of another machine, and prove
    nothing about the rest of the skin.

    Args:
        journal: where to.
        lines: the file.
        now: this moment.

    Raises:
        ImportRefusedError: if anything in it is not right. Nothing was imported then.
        JournalError: if it could not be kept.
    """
    numbered = enumerate(lines, start=1)
    _read_header(next(numbered, (1, ""))[1])
    rows: dict[str, Row] = {}
    line_of: dict[str, int] = {}
    count = 0
    for number, line in numbered:
        count += 1
        row = _read_row(number, line)
        if not rows.get(row.id, row).says_what(row):
            raise ImportRefusedError(number, f"says something else than line {line_of[row.id]}")
        rows[row.id] = row
        line_of[row.id] = number
    try:
        new = journal.merge(rows.values(), arrived=lambda new: _arrivals(new, now))
    except ClashError as error:
        place = line_of[error.row.id]
        raise ImportRefusedError(place, "says something else than the entry here") from error
    return Imported(new, count - new)


def _arrivals(new: list[Row], now: Moment) -> list[Entry]:
    packs = [row.id for row in new if row.kind in _STAMPED]
    return [
        Entry(
            str(uuid4()),
            now.wall,
            now.utc_offset,
            Arrived(frozenset(packs[place : place + _MOST_ARRIVALS]), now.stamp),
        )
        for place in range(0, len(packs), _MOST_ARRIVALS)
    ]


def _read_header(line: str) -> None:
    raw = _read_json(1, line)
    if raw.get("unspasm") != "journal":
        raise ImportRefusedError(1, "this is not an export of unspasm")
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ImportRefusedError(1, _NEWER)
    _fit(1, Header, raw)


def _read_row(number: int, text: str) -> Row:
    line = _fit(number, Line, _read_json(number, text))
    if line.version > ROW_VERSION:
        raise ImportRefusedError(number, _NEWER)
    if line.kind not in KINDS:
        raise ImportRefusedError(number, f"an unknown kind of entry: {_shown(line.kind)}")
    _fit(number, BODIES[line.kind], line.body)
    row = Row(
        line.id, line.at, line.kind, line.version, line.target, line.lock,
        line.crc32, body_text(line.body),
    )  # fmt: skip
    try:
        entry = to_entry(row)
    except RowError as error:
        raise ImportRefusedError(number, _shown(str(error))) from error
    if to_row(entry, row.lock) != row:
        raise ImportRefusedError(number, "not written as unspasm writes")
    if entry.at.year not in _YEARS:
        raise ImportRefusedError(number, "its time is out of range")
    if isinstance(entry.body, Check):
        _refuse_a_check_without_its_lock(number, row, entry.body, lock_of(entry, ()))
    return row


def _refuse_a_check_without_its_lock(number: int, row: Row, check: Check, lock: str) -> None:
    if row.lock != lock:
        raise ImportRefusedError(number, "its lock is not what its reasons close")
    if any(r.urgency >= Urgency.SAME_DAY and not r.locks.closes for r in check.reasons):
        raise ImportRefusedError(number, "a reason of same day or above closes nothing")


def _read_json(number: int, text: str) -> dict[str, Any]:
    if len(text) > _MOST_CHARACTERS:
        raise ImportRefusedError(number, "too long")
    try:
        raw = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(number, "not JSON, or cut short") from error
    if not isinstance(raw, dict):
        raise ImportRefusedError(number, "not an object")
    return raw


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _fit(number: int, shape: type[_Fitting], raw: dict[str, Any]) -> _Fitting:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ImportRefusedError(number, _shown(f"{where}: {first['msg']}")) from error


def _shown(text: str) -> str:
    """Text from the file, without anything that a terminal would obey."""
    return ascii(text[:100])[1:-1]
