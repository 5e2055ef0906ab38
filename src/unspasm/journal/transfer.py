"""Export and import: one JSON object a line.

An export holds every entry that can be read, in the order it was written. An import is taken whole
or refused whole.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from unspasm import __version__
from unspasm.domain.entries import Check
from unspasm.domain.urgency import Urgency
from unspasm.journal.locks import lock_of
from unspasm.journal.records import KINDS, Row, RowError, body_text, to_entry, to_row
from unspasm.journal.records import VERSION as ROW_VERSION
from unspasm.journal.store import ClashError, Journal
from unspasm.journal.trouble import Trouble

VERSION = 1
"""The version of the file."""
_MOST_CHARACTERS = 1_000_000
_NEWER = "written by a newer unspasm"


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


# --- shapes ---------------------------------------------------------------------------------------


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


_Fitting = TypeVar("_Fitting", bound=_Shape)
_Id = Annotated[str, Field(pattern=r"^[!-~]{1,64}$")]
_Year = Annotated[int, Field(ge=1, le=9999)]
_Number = Annotated[float, Field(allow_inf_nan=False)]
_Urgency = Literal["self_care", "routine", "soon", "same_day", "emergency"]
_Call = Literal["maternity", "poisons", "crisis"]


class _Header(_Shape):
    unspasm: Literal["journal"]
    version: Annotated[int, Field(ge=1)]
    program: str


class _Line(_Shape):
    id: _Id
    at: str
    kind: str
    version: int
    target: _Id | None
    lock: str
    crc32: int
    body: dict[str, Any]


class _Body(_Shape):
    utc_offset: Annotated[float, Field(gt=-86_400, lt=86_400)]


class _About(_Body):
    year_of_birth: _Year | None
    said_in: _Year | None
    pregnancy: str | None
    lasting_yes: list[str]
    lasting_unsure: list[str]
    lasting_known: bool
    country: str | None
    emergency_number: str | None
    numbers: dict[_Call, str]


class _Answers(_Shape):
    age: int | None
    days: int | _Number | None
    pain: int | None
    trend: Literal["improving", "not_improving", "worsening", "unknown"]
    yes: list[str]
    unsure: list[str]


class _Reason(_Shape):
    id: str
    sign: str
    urgency: _Urgency
    locks: Literal["all", "sessions+packs", "sessions", "floor", "nothing"]
    because: str
    sources: list[str]
    say: str
    call: _Call | None
    unsure: bool
    signs: list[str]
    asked: str


class _Check(_Body):
    answers: _Answers
    urgency: _Urgency
    reasons: list[_Reason]
    complete: bool
    settled: dict[str, Literal["same", "gone", "worse", "different", "unsure"]]
    stopped_at: str | None


class _Seen(_Body):
    reasons: list[str]
    on: str
    said: Literal["go_on", "not_yet", "did_not_say"]


class _TakenBack(_Body):
    reasons: list[str]


class _EpisodeOver(_Body):
    ends: list[str]


_BODIES: dict[str, type[_Body]] = {
    "about": _About,
    "check": _Check,
    "called": _Body,
    "seen": _Seen,
    "taken-back": _TakenBack,
    "episode-over": _EpisodeOver,
    "lapsed": _TakenBack,
}


# --- import ---------------------------------------------------------------------------------------


def import_lines(journal: Journal, lines: Iterable[str]) -> Imported:
    """Merge an export into the journal, by id. To import it again changes nothing.

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
        new = journal.merge(rows.values())
    except ClashError as error:
        place = line_of[error.row.id]
        raise ImportRefusedError(place, "says something else than the entry here") from error
    return Imported(new, count - new)


def _read_header(line: str) -> None:
    raw = _read_json(1, line)
    if raw.get("unspasm") != "journal":
        raise ImportRefusedError(1, "this is not an export of unspasm")
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ImportRefusedError(1, _NEWER)
    _fit(1, _Header, raw)


def _read_row(number: int, text: str) -> Row:
    line = _fit(number, _Line, _read_json(number, text))
    if line.version > ROW_VERSION:
        raise ImportRefusedError(number, _NEWER)
    if line.kind not in KINDS:
        raise ImportRefusedError(number, f"an unknown kind of entry: {_shown(line.kind)}")
    _fit(number, _BODIES[line.kind], line.body)
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
