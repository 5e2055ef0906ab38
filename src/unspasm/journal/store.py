"""The append-only record, and what is unfinished."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from unspasm.domain.care_status import closed_by
from unspasm.domain.entries import Entry, Seen, TakenBack
from unspasm.journal.copies import Copy
from unspasm.journal.records import Row, RowError, checksum, to_entry, to_row
from unspasm.journal.schema import translated
from unspasm.journal.trouble import DamagedError, JournalError, Trouble

_COLUMNS = "id, at, kind, version, target, lock, crc32, body"
_CARE_KINDS = "('about', 'check', 'called', 'seen', 'taken-back', 'episode-over')"
_FULLY_SETTLED = f"""
    EXISTS (SELECT 1 FROM (SELECT {_COLUMNS} FROM entry WHERE target = e.id) AS s
            WHERE s.kind IN ('seen', 'taken-back') AND s.lock = ''
            AND intact(s.id, s.at, s.kind, s.version, s.target, s.lock, s.crc32, s.body))
"""
_HOME = f"""
    WITH chosen AS (
        SELECT id FROM entry e WHERE kind = 'check' AND lock <> '' AND NOT {_FULLY_SETTLED}
        UNION SELECT id FROM (SELECT id FROM entry WHERE kind = 'check' ORDER BY at DESC LIMIT 1)
        UNION SELECT id FROM (
            SELECT id FROM entry WHERE kind = 'check' AND lock = '' ORDER BY at DESC LIMIT 1)
        UNION SELECT id FROM (
            SELECT id FROM entry e WHERE kind = 'check' AND lock <> '' AND {_FULLY_SETTLED}
            ORDER BY at DESC LIMIT 1)
    )
    SELECT {_COLUMNS} FROM entry WHERE id IN (SELECT id FROM chosen)
    UNION SELECT {_COLUMNS} FROM entry WHERE target IN (SELECT id FROM chosen)
    UNION SELECT {_COLUMNS} FROM entry WHERE kind = 'episode-over'
    UNION SELECT * FROM (
        SELECT {_COLUMNS} FROM entry WHERE kind = 'about' ORDER BY at DESC LIMIT 5)
"""
"""What Home needs: a number of rows that does not grow with the years."""


@dataclass(frozen=True)
class Unfinished:
    """A journey that has not ended, as it stood after the last thing the person did."""

    id: str
    journey: str
    at: str
    """UTC, ISO 8601."""
    content: str
    """The version of the content it was asked with."""
    state: str
    """JSON, the journey's own."""


class Journal:
    """One open connection to the record. Use it from one thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        file: Path,
        copy: Copy,
        *,
        writable: bool = True,
        troubles: Iterable[Trouble] = (),
        clean_up: Callable[[], None] | None = None,
    ) -> None:
        self.file = file
        self.writable = writable
        self.troubles = list(troubles)
        """What the person should know, in the order it was found."""
        self._copy = copy
        self._connection = connection
        self._clean_up = clean_up
        self._data_version = self._version()

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        self._connection.close()
        if self._clean_up:
            self._clean_up()

    # --- reading ------------------------------------------------------------------------------

    def for_home(self) -> list[Entry]:
        """The entries that say how things stand. Their number does not grow with the years."""
        return self._entries(_HOME)

    def for_care(self) -> list[Entry]:
        """Every entry that bears on checks and care."""
        return self._entries(f"SELECT {_COLUMNS} FROM entry WHERE kind IN {_CARE_KINDS}")

    def every_row(self) -> Iterator[Row]:
        """Every row, intact or not, in the order it was written."""
        with self._translating():
            for columns in self._connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY rowid"):
                yield Row(*columns)

    def _entries(self, query: str) -> list[Entry]:
        found: list[Entry] = []
        with self._translating():
            rows = [Row(*columns) for columns in self._connection.execute(query)]
        for row in rows:
            try:
                found.append(to_entry(row))
            except RowError:
                self._note(Trouble.ROWS)
        return found

    def _note(self, trouble: Trouble) -> None:
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def changed_elsewhere(self) -> bool:
        """Whether another copy has written since this was last asked."""
        before, self._data_version = self._data_version, self._version()
        return before != self._data_version

    def _version(self) -> int:
        with self._translating():
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    # --- writing ------------------------------------------------------------------------------

    def append(self, entries: Sequence[Entry], *, finishes: str | None = None) -> None:
        """Keep these entries, all or none, and end an unfinished journey with them.

        Raises:
            JournalError: if they could not be kept.
        """
        with self._transaction():
            self._insert(entries)
            if finishes:
                self._connection.execute("DELETE FROM unfinished WHERE id = ?", (finishes,))

    def decide(self, decide: Callable[[list[Entry]], Sequence[Entry]]) -> Sequence[Entry]:
        """Decide on what stands now and keep the outcome, with no other copy in between.

        Args:
            decide: given every entry on care, returns the entries to keep; none is a no.

        Raises:
            JournalError: if they could not be kept.
        """
        with self._transaction():
            entries = decide(self.for_care())
            self._insert(entries)
        return entries

    def merge(self, rows: Iterable[Row]) -> int:
        """Add the rows whose ids are not there yet, all or none; return how many were new.

        Raises:
            JournalError: if they could not be kept.
        """
        with self._transaction():
            before = self._connection.total_changes
            self._connection.executemany(
                f"INSERT OR IGNORE INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [_columns(row) for row in rows],
            )
            return self._connection.total_changes - before

    def _insert(self, entries: Sequence[Entry]) -> None:
        settling = any(isinstance(entry.body, Seen | TakenBack) for entry in entries)
        known = [*(self.for_care() if settling else ()), *entries]
        rows = [to_row(entry, closed_by(entry, known)) for entry in entries]
        self._connection.executemany(
            f"INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [_columns(row) for row in rows],
        )

    # --- unfinished ---------------------------------------------------------------------------

    def keep_unfinished(self, row: Unfinished) -> None:
        """Keep where a journey stands, in place of where it stood.

        Raises:
            JournalError: if it could not be kept.
        """
        crc = checksum(row.id, row.journey, row.at, row.content, row.state)
        with self._transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO unfinished"
                " (id, copy, pid, boot, journey, at, content, crc32, state)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row.id, self._copy.id, self._copy.pid, self._copy.boot,
                    row.journey, row.at, row.content, crc, row.state,
                ),
            )  # fmt: skip

    def drop_unfinished(self, name: str) -> None:
        """Forget an unfinished journey.

        Raises:
            JournalError: if it could not be forgotten.
        """
        with self._transaction():
            self._connection.execute("DELETE FROM unfinished WHERE id = ?", (name,))

    def unfinished(self, journey: str) -> list[Unfinished]:
        """The unfinished journeys of this kind that no other running copy is at, newest first."""
        with self._translating():
            rows = self._connection.execute(
                "SELECT id, copy, pid, boot, journey, at, content, crc32, state FROM unfinished"
                " WHERE journey = ? ORDER BY at DESC",
                (journey,),
            ).fetchall()
        return [
            Unfinished(name, kind, at, content, state)
            for name, owner, pid, boot, kind, at, content, crc, state in rows
            if crc == checksum(name, kind, at, content, state)
            and not self._copy.other_runs(owner, pid, boot)
        ]

    # --- transactions -------------------------------------------------------------------------

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if not self.writable:
            raise JournalError(Trouble.READ_ONLY)
        with self._translating():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            meant = translated(error)
            if isinstance(meant, DamagedError):
                raise JournalError(Trouble.ROWS, str(meant)) from error
            raise meant from error


def _columns(row: Row) -> tuple[object, ...]:
    return (row.id, row.at, row.kind, row.version, row.target, row.lock, row.crc, row.body)
