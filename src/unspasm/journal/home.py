"""What Home needs of the journal: a number of rows that does not grow with the years.

It is chosen by going through the table twice, bodies of checks aside. No index has a say:
`quick_check` does not compare an index with its table, and a check that a damaged index does not
name would lock nothing. Where a row is damaged, the choice errs towards what is closed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unspasm.journal.records import ROW_COLUMNS, Row

PACK_KINDS = "('pack-on', 'skin-check', 'pack-off', 'pack-after', 'arrived')"
SESSION_KINDS = "('session', 'session-after', 'left-out')"
LOG_KINDS = "('pain-log', 'background', 'my-activities')"
PLAN_KINDS = "('small-done')"
OTHER_KINDS = f"{PACK_KINDS[:-1]}, {SESSION_KINDS[1:-1]}, {LOG_KINDS[1:-1]}, {PLAN_KINDS[1:]}"
"""Known kinds that do not bear on care. A kind that nobody knows may be a damaged check."""

_HOME = f"""
    SELECT rowid, {ROW_COLUMNS.removesuffix("body")} CASE kind WHEN 'check' THEN '' ELSE body END
    FROM entry NOT INDEXED
    WHERE kind NOT IN ('called', 'nothing-new', {OTHER_KINDS[1:]}
    ORDER BY at DESC, id DESC
"""
"""The checks, which are many, come without what was answered."""
_CARE = f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE kind NOT IN {OTHER_KINDS}"
_PAINLESS = '"pain": 0,'
_LATEST_FIRST = "ORDER BY at DESC, id DESC"


def _logs(which: str) -> str:
    """Ask for the latest logs, so many as is said with it: by their places, without the bodies."""
    return f"""
        SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE rowid IN (
            SELECT rowid FROM entry NOT INDEXED WHERE kind = 'pain-log' {which}
            {_LATEST_FIRST} LIMIT ?
        ) {_LATEST_FIRST}
    """


_LOGS = _logs("")
_LOGS_OF_PAIN = _logs(f"AND NOT instr(body, '{_PAINLESS}')")
_MOST_LOGS = 20
"""They say whether the person is in a spasm, and how bad the pain was lately."""
_SETTLING = ("seen", "taken-back", "lapsed")
_MOST_ABOUT = 5


class _Check(NamedTuple):
    """A check without what was answered."""

    place: int
    id: str
    lock: str


def rows_for_home(connection: sqlite3.Connection) -> Iterator[Row]:
    """The rows from which care follows as it does from all."""
    home = _Home(connection)
    for check in home.checks():
        yield home.whole(check)
        query = f"SELECT {ROW_COLUMNS} FROM entry WHERE target = ?"
        yield from map(Row._make, connection.execute(query, (check.id,)))
    yield from home.others()
    yield from home.course()
    yield from _latest_logs(connection, home.hidden)


def rows_for_care(connection: sqlite3.Connection) -> Iterator[Row]:
    """Every row that bears on care, and of the logs those that Home has too."""
    rows = list(map(Row._make, connection.execute(_CARE)))
    yield from rows
    yield from _latest_logs(connection, hidden_by(rows))


def hidden_by(rows: Iterable[Row]) -> frozenset[str | None]:
    """The entries that intact retractions among these rows name."""
    return frozenset(row.target for row in rows if row.kind == "retracted" and row.intact)


def _latest_logs(connection: sqlite3.Connection, hidden: frozenset[str | None]) -> list[Row]:
    """The latest logs, with the latest one that tells of pain among them if there is any."""

    def seen(query: str, most: int) -> list[Row]:
        rows = map(Row._make, connection.execute(query, (most + len(hidden),)))
        return [row for row in rows if row.id not in hidden][:most]

    latest = seen(_LOGS, _MOST_LOGS)
    if len(latest) == _MOST_LOGS and all(_PAINLESS in row.body for row in latest):
        latest += seen(_LOGS_OF_PAIN, 1)
    return latest


def _tells(row: Row) -> bool:
    """Whether a check says how things stand: a few pages without a sign do not."""
    return '"complete": true' in row.body or '"reasons": []' not in row.body


def _outlasts(row: Row) -> bool:
    """Whether a step stands on when its spasm is over; so does one that nobody can read."""
    return not row.intact or '"outlasts": true' in row.body


class _Home:
    """All checks and what bears on them, the newest first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._checks: list[_Check] = []
        self._others: defaultdict[str, list[Row]] = defaultdict(list)
        for place, *columns in connection.execute(_HOME):
            row = Row._make(columns)
            if row.kind == "check":
                self._checks.append(_Check(place, row.id, row.lock))
            else:
                self._others[row.kind].append(row)

    def checks(self) -> list[_Check]:
        """What stands or may stand, and the newest that can be read."""
        settled = self._fully_settled()
        chosen = [one for one in self._checks if one.lock != "" and one.id not in settled]
        for check in self._checks:
            chosen.append(check)
            row = self.whole(check)
            if row.intact and _tells(row):
                break
        return list(dict.fromkeys(chosen))

    def others(self) -> Iterator[Row]:
        """What the person is, whether the spasm is over, and what is too damaged to say."""
        yield from self._others["about"][:_MOST_ABOUT]
        yield from self._overs()[:1]
        yield from [row for rows in self._others.values() for row in rows if not row.intact][:1]

    def course(self) -> Iterator[Row]:
        """The steps of the course that stand, and whether they were shown."""
        seen = {row.target for row in self._others["course-seen"] if row.intact}
        ended = {name for over in self._overs() for name in json.loads(over.body)["ends"]}
        standing = {
            row.id: row
            for row in self._others["course-reached"]
            if row.id not in seen and (row.id not in ended or _outlasts(row))
        }
        yield from standing.values()
        yield from [row for row in self._others["course-shown"] if row.target in standing]

    def whole(self, check: _Check) -> Row:
        """Return the row of a check."""
        query = f"SELECT {ROW_COLUMNS} FROM entry WHERE rowid = ?"
        return Row._make(self._connection.execute(query, (check.place,)).fetchone())

    @property
    def hidden(self) -> frozenset[str | None]:
        """What retractions name."""
        return hidden_by(self._others["retracted"])

    def _overs(self) -> list[Row]:
        """Where spasms were over, the latest first."""
        hidden = self.hidden
        rows = self._others["episode-over"]
        return [row for row in rows if row.intact and row.id not in hidden]

    def _fully_settled(self) -> set[str | None]:
        """The checks of which nothing is left closed, and no entry that settles them is damaged."""
        settling = [row for kind in _SETTLING for row in self._others[kind]]
        open_now = {row.target for row in settling if row.lock == ""}
        return open_now - {row.target for row in settling if not row.intact}
