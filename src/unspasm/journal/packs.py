"""What the pack timer needs of the journal: a number of rows that does not grow with the years.

Each pack that may still matter, with all that was said of it: what is on the skin, however old;
what bears a time of the last day or two, or of the future; what was written lately in this start
of the machine, by the order of writing, since no clock can change that; and what says whether the
skin is still changed.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta

from unspasm.domain.moment import Moment
from unspasm.journal.home import PACK_KINDS
from unspasm.journal.records import ROW_COLUMNS, Row, written

_LATELY = timedelta(hours=48)
_MOST = 200
"""Ten packs a day are about sixty rows."""
_ROWS = f"""
    WITH known AS (
        SELECT rowid AS place, coalesce(target, id) AS pack, at,
            kind = 'pack-on' AS put_on, kind = 'pack-off' AS taken_off,
            kind = 'pack-after' AND instr(body, '"skin": "changed"') AS changed,
            instr(body, ?2) AS this_start
        FROM entry NOT INDEXED WHERE kind IN {PACK_KINDS}
    ), chosen (pack) AS (
        SELECT pack FROM known WHERE at > ?1 OR changed
        UNION ALL SELECT * FROM (
            SELECT pack FROM known WHERE this_start ORDER BY place DESC LIMIT {_MOST}
        )
        UNION ALL SELECT pack FROM known WHERE put_on AND pack NOT IN (
            SELECT pack FROM known WHERE taken_off
        )
        UNION ALL SELECT * FROM (
            SELECT pack FROM known WHERE put_on ORDER BY at DESC LIMIT 2
        )
    )
    SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE rowid IN (
        SELECT place FROM known WHERE pack IN (SELECT pack FROM chosen)
    )
"""
"""The table is gone through once, for `known`; `pack` is the pack that a row is about, or is.
What is chosen twice does no harm, and to find it would take as long as all the rest.
"""


def rows_for_packs(connection: sqlite3.Connection, now: Moment) -> Iterator[Row]:
    """The rows from which the state of packs follows as it does from all."""
    try:
        since = written(now.wall - _LATELY)
    except OverflowError:
        since = ""
    this_start = f'"boot_id": {json.dumps(now.boot_id)}'
    yield from map(Row._make, connection.execute(_ROWS, (since, this_start)))
