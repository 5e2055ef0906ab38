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
_OF_PACKS = f"FROM entry NOT INDEXED WHERE kind IN {PACK_KINDS}"
_PACK = "coalesce(target, id)"
"""The pack that a row is about, or is."""
_ROWS = f"""
    WITH chosen (pack) AS (
        SELECT {_PACK} {_OF_PACKS}
            AND (at > ?1 OR kind = 'pack-after' AND instr(body, '"skin": "changed"'))
        UNION SELECT * FROM (
            SELECT {_PACK} {_OF_PACKS} AND instr(body, ?2) ORDER BY rowid DESC LIMIT {_MOST}
        )
        UNION SELECT id {_OF_PACKS} AND kind = 'pack-on' AND id NOT IN (
            SELECT {_PACK} {_OF_PACKS} AND kind = 'pack-off'
        )
        UNION SELECT * FROM (
            SELECT id {_OF_PACKS} AND kind = 'pack-on' ORDER BY at DESC LIMIT 2
        )
    )
    SELECT {ROW_COLUMNS} {_OF_PACKS} AND {_PACK} IN (SELECT pack FROM chosen)
"""


def rows_for_packs(connection: sqlite3.Connection, now: Moment) -> Iterator[Row]:
    """The rows from which the state of packs follows as it does from all."""
    try:
        since = written(now.wall - _LATELY)
    except OverflowError:
        since = ""
    this_start = f'"boot_id": {json.dumps(now.boot_id)}'
    yield from map(Row._make, connection.execute(_ROWS, (since, this_start)))
