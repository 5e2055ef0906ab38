"""What each part of the program reads of the record: rows that fail are set aside and told."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from unspasm.domain.entries import Entry
from unspasm.domain.moment import Moment
from unspasm.domain.retraction import without_hidden
from unspasm.journal.home import SESSION_KINDS, rows_for_care, rows_for_home
from unspasm.journal.packs import rows_for_packs
from unspasm.journal.progress import ALWAYS_KINDS
from unspasm.journal.records import KINDS, ROW_COLUMNS, Row, RowError, to_entry, written
from unspasm.journal.trouble import SQLITE_ERRORS, DamagedError, JournalError, Trouble, translated

_LATEST_SESSIONS = 400
State = tuple[int, int]
Known = TypeVar("Known")


class Reading:
    """One open connection to the record, as far as it is read."""

    def __init__(self, connection: sqlite3.Connection, troubles: Iterable[Trouble]) -> None:
        self.troubles = list(troubles)
        """What the person should know, in the order it was found."""
        self._connection = connection
        self._for_home: tuple[State, list[Entry]] | None = None
        self._for_packs: tuple[State, Moment, list[Entry]] | None = None
        """What was read last, of which state of the journal."""

    def state(self) -> State:
        """Return what changes whenever anybody has written, this copy or another.

        Raises:
            JournalError: if the journal cannot be read.
        """
        return self._version(), self._connection.total_changes

    def _version(self) -> int:
        with self._translating():
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def for_home(self) -> list[Entry]:
        """The entries that say how things stand. Their number does not grow with the years.

        Home asks again and again, so they are read again only when somebody has written.
        """
        state, known = self.state(), self._for_home
        if known is None or known[0] != state:
            with self._translating():
                known = state, self._read(rows_for_home(self._connection))
            self._for_home = self._to_remember(known)
        return list(known[1])

    def for_care(self) -> list[Entry]:
        """Every entry that bears on checks and care, and the latest logs."""
        with self._translating():
            return without_hidden(self._read(rows_for_care(self._connection)))

    def for_packs(self, now: Moment) -> list[Entry]:
        """The entries that say what is on the skin, and how long it rests.

        What was read at an earlier moment of the same start has everything that bears on this one.
        """
        state, known = self.state(), self._for_packs
        if known is None or known[0] != state or not _is_earlier(known[1], now):
            with self._translating():
                known = state, now, self._read(rows_for_packs(self._connection, now))
            self._for_packs = self._to_remember(known)
        return list(known[2])

    def _to_remember(self, read: Known) -> Known | None:
        """Return what was read, but for what a transaction that may yet fail has written."""
        return None if self._connection.in_transaction else read

    def for_sessions(self) -> list[Entry]:
        """The latest entries about sessions, and what is left out of them."""
        query = (
            f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE kind = 'left-out' OR rowid IN"
            f" (SELECT rowid FROM entry NOT INDEXED WHERE kind IN {SESSION_KINDS}"
            f" ORDER BY at DESC, id DESC LIMIT {_LATEST_SESSIONS})"
        )
        return self._without_hidden(self._entries(query))

    def for_progress(self, since: datetime) -> list[Entry]:
        """The entries from then on, and all that settle, end or hide something."""
        query = (
            f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED"
            f" WHERE at >= ? AND kind <> 'retracted' OR kind IN {ALWAYS_KINDS}"
        )
        return self._without_hidden(self._entries(query, (written(since),)))

    def every_row(self) -> Iterator[Row]:
        """Every row, intact or not, in the order it was written."""
        with self._translating():
            for columns in self._connection.execute(
                f"SELECT {ROW_COLUMNS} FROM entry ORDER BY rowid"
            ):
                yield Row._make(columns)

    def is_empty(self) -> bool:
        """Whether there is no entry at all."""
        with self._translating():
            return self._connection.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None

    def checked_since(self, at: datetime) -> bool:
        """Whether there is a full check after that time."""
        query = (
            "SELECT 1 FROM entry WHERE kind = 'check' AND at > ?"
            """ AND instr(body, '"complete": true') LIMIT 1"""
        )
        with self._translating():
            return self._connection.execute(query, (written(at),)).fetchone() is not None

    def _entries(self, query: str, parameters: Sequence[str] = ()) -> list[Entry]:
        with self._translating():
            return self._read(map(Row._make, self._connection.execute(query, parameters)))

    def _without_hidden(self, entries: list[Entry]) -> list[Entry]:
        """These entries without those that are hidden, wherever the retraction was written."""
        query = f"SELECT {ROW_COLUMNS} FROM entry NOT INDEXED WHERE kind = 'retracted'"
        retractions = self._entries(query)
        return without_hidden([*retractions, *entries])[len(retractions) :]

    def _read(self, rows: Iterable[Row]) -> list[Entry]:
        found: list[Entry] = []
        for row in rows:
            try:
                found.append(to_entry(row))
            except RowError:
                if not row.intact or row.kind in KINDS:
                    self.note(Trouble.ROWS)
        return found

    def note(self, trouble: Trouble) -> None:
        """Remember what the person should know, once."""
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except SQLITE_ERRORS as error:
            meant = translated(error)
            if isinstance(meant, DamagedError):
                raise JournalError(Trouble.ROWS, str(meant)) from error
            raise meant from error


def _is_earlier(before: Moment, now: Moment) -> bool:
    """Whether nothing but time has passed since: the wall clock was not set back."""
    return before.boot_id == now.boot_id and before.wall <= now.wall
