"""What Home needs of the journal: a number of rows that does not grow with the years.

It is chosen by going through the table, bodies of checks aside. No index has a say: `quick_check`
does not compare an index with its table, and a check that a damaged index does not name would lock
nothing. Where a row is damaged, the choice errs towards what is closed.
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

_CHECKS = (
    "SELECT rowid, id, lock FROM entry NOT INDEXED WHERE kind = 'check' ORDER BY at DESC, id DESC"
)
_OTHERS = (
    f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED"
    f" WHERE kind NOT IN ('check', 'called', 'nothing-new') AND kind NOT IN {OTHER_KINDS}"
    " ORDER BY at DESC, id DESC"
)
_CARE = f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE kind NOT IN {OTHER_KINDS}"
_PAINLESS = '"pain": 0,'
_LATEST_FIRST = "ORDER BY at DESC, id DESC"
_LOGS = f"""
    WITH known AS (
        SELECT rowid AS place, at, id, instr(body, '{_PAINLESS}') AS painless
        FROM entry NOT INDEXED WHERE kind = 'pain-log'
    )
    SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE rowid IN (
        SELECT * FROM (SELECT place FROM known {_LATEST_FIRST} LIMIT ?1)
        UNION SELECT * FROM (
            SELECT place FROM known WHERE NOT painless {_LATEST_FIRST} LIMIT ?2
        )
    ) {_LATEST_FIRST}
"""
"""The latest, and the latest of those that tell of pain; the table is gone through once."""
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
    most = _MOST_LOGS + len(hidden), 1 + len(hidden)
    rows = map(Row._make, connection.execute(_LOGS, most))
    seen = [row for row in rows if row.id not in hidden]
    latest, others = seen[:_MOST_LOGS], seen[_MOST_LOGS:]
    if all(_PAINLESS in row.body for row in latest):
        latest += [row for row in others if _PAINLESS not in row.body][:1]
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
        self._checks = list(map(_Check._make, connection.execute(_CHECKS)))
        self._others: defaultdict[str, list[Row]] = defaultdict(list)
        for row in map(Row._make, connection.execute(_OTHERS)):
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
