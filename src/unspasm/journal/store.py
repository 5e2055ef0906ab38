"""The append-only record, and what is unfinished."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from unspasm.domain.entries import Entry
from unspasm.domain.log_entries import Retracted
from unspasm.domain.moment import Moment
from unspasm.journal.copies import Copy
from unspasm.journal.locks import check_of, lock_of
from unspasm.journal.reading import Reading
from unspasm.journal.records import (
    HIDABLE_KINDS,
    ROW_COLUMNS,
    Row,
    RowError,
    to_entry,
    to_row,
)
from unspasm.journal.rotate import back_up
from unspasm.journal.trouble import JournalError, Trouble
from unspasm.journal.unfinished import STEP_COLUMNS, Step, Unfinished, is_intact, to_step

__all__ = ["ClashError", "Journal", "Unfinished"]

_INSERT = f"INSERT INTO entry ({ROW_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_STEP = (
    f"INSERT OR REPLACE INTO unfinished ({STEP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_TRIAL = "trial"
"""The id of a row that no reader ever sees."""


class ClashError(JournalError):
    """Two rows bear the same id and say different things."""

    def __init__(self, row: Row) -> None:
        self.row = row
        super().__init__(Trouble.WRITE_FAILED, f"another entry is called {row.id!r}")


class Journal(Reading):
    """One open connection to the record. Use it from one thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        file: Path,
        copy: Copy,
        *,
        writable: bool = True,
        troubles: Iterable[Trouble] = (),
    ) -> None:
        super().__init__(connection, troubles)
        self.file = file
        self.writable = writable
        self._copy = copy
        self._identity = self._identity_now()
        self._data_version = self._version()

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        self._connection.close()

    # --- what others write --------------------------------------------------------------------

    def changed_elsewhere(self) -> bool:
        """Whether another copy has written since this was last asked."""
        before, self._data_version = self._data_version, self._version()
        return before != self._data_version

    def back_up(self, now: datetime) -> Path | None:
        """Copy it once a day; return the copy, `None` if today has one or none can be made."""
        if not self.writable or self.is_empty():
            return None
        try:
            return back_up(self.file.parent, now)
        except (OSError, sqlite3.Error):
            return None  # what was kept is safe without a copy of it

    # --- writing ------------------------------------------------------------------------------

    def append(self, entries: Sequence[Entry], *, finishes: str | None = None) -> None:
        """Keep these entries, all or none, and end an unfinished journey with them.

        Raises:
            JournalError: if they could not be kept.
            ValueError: if one would hide what may not be hidden.
        """
        with self._transaction():
            self._refuse_to_hide(entries)
            self._insert(entries)
            if finishes:
                self._connection.execute("DELETE FROM unfinished WHERE id = ?", (finishes,))

    def decide(
        self, decide: Callable[[list[Entry]], Sequence[Entry]], now: Moment | None = None
    ) -> Sequence[Entry]:
        """Decide on what stands now and keep the outcome, with no other copy in between.

        Args:
            decide: given every entry on care, returns the entries to keep; none is a no.
            now: this moment, if the entries on packs are to be given too.

        Raises:
            JournalError: if they could not be kept.
        """
        with self._transaction():
            packs = self.for_packs(now) if now else []
            entries = decide([*self.for_care(), *packs])
            self._insert(entries)
        return entries

    def merge(
        self,
        rows: Iterable[Row],
        unfinished: Iterable[Step] = (),
        arrived: Callable[[list[Row]], Sequence[Entry]] | None = None,
    ) -> int:
        """Add the rows whose ids are not there yet, all or none; return how many were new.

        An intact row takes the place of a damaged one. What settles a check is looked at again
        among all that is known then: it may rest on a row that has not come along.

        Args:
            rows: the rows.
            unfinished: rows of the other table.
            arrived: given the new rows, returns what else to keep together with them.

        Raises:
            JournalError: if they could not be kept.
            ClashError: if a row says something else than the one with its id.
        """
        with self._transaction():
            new = [row for row in rows if self._is_new(row)]
            self._connection.executemany(_INSERT, new)
            self._connection.executemany(_INSERT_STEP, unfinished)
            for row in new:
                self._look_again_at(row)
            self._insert(arrived(new) if arrived else ())
        return len(new)

    def _is_new(self, row: Row) -> bool:
        known = self._row(row.id)
        if known and known.intact:
            if not known.says_what(row):
                raise ClashError(row)
            return False
        self._connection.execute("DELETE FROM entry WHERE id = ?", (row.id,))
        return True

    def _row(self, name: str) -> Row | None:
        query = f"SELECT {ROW_COLUMNS} FROM entry WHERE id = ?"
        columns = self._connection.execute(query, (name,)).fetchone()
        return Row._make(columns) if columns else None

    def _look_again_at(self, row: Row) -> None:
        """Work out the lock of a row anew; that of a kind from a newer program stays as it is."""
        with suppress(RowError):
            lock = lock_of(to_entry(row), self._on_check(row.target))
            if lock != row.lock:
                change = "UPDATE entry SET lock = ?, crc32 = ? WHERE id = ?"
                self._connection.execute(change, (lock, row.with_lock(lock).crc, row.id))

    def _on_check(self, check: str | None) -> list[Entry]:
        """The check, and every entry about it."""
        query = f"SELECT {ROW_COLUMNS} FROM entry WHERE id = ?1 OR target = ?1"
        return self._entries(query, (check,)) if check else []

    def _refuse_to_hide(self, entries: Sequence[Entry]) -> None:
        """Refuse to hide what never is. Where a retraction came first, reads pass over it."""
        for entry in entries:
            if isinstance(entry.body, Retracted):
                row = self._row(entry.body.target)
                if row and row.kind not in HIDABLE_KINDS:
                    raise ValueError(f"a {row.kind} may not be hidden")

    def _insert(self, entries: Sequence[Entry]) -> None:
        on_check: defaultdict[str | None, list[Entry]] = defaultdict(list)
        for entry in entries:
            on_check[check_of(entry)].append(entry)
        for check, known in on_check.items():
            known.extend(self._on_check(check))
        rows = [to_row(entry, lock_of(entry, on_check[check_of(entry)])) for entry in entries]
        self._connection.executemany(_INSERT, rows)

    # --- unfinished ---------------------------------------------------------------------------

    def keep_unfinished(self, unfinished: Unfinished) -> None:
        """Keep where a journey stands, in place of where it stood.

        Raises:
            JournalError: if it could not be kept.
        """
        with self._transaction():
            self._connection.execute(_INSERT_STEP, to_step(unfinished, self._copy))

    def try_to_write(self) -> None:
        """Write a row and take it back in one go, so that a full disk shows before it matters.

        Raises:
            JournalError: if nothing can be kept now.
        """
        row = Unfinished(_TRIAL, _TRIAL, "", "", "")
        with self._transaction():
            self._connection.execute(_INSERT_STEP, to_step(row, self._copy))
            self._connection.execute("DELETE FROM unfinished WHERE id = ?", (_TRIAL,))

    def unfinished(self, journey: str) -> list[Unfinished]:
        """The unfinished journeys of this kind that no other running copy is at, newest first."""
        query = f"SELECT {STEP_COLUMNS} FROM unfinished ORDER BY at DESC"
        found = []
        with self._translating():
            steps = self._connection.execute(query).fetchall()
        for step in steps:
            name, owner, pid, boot, kind, at, content, _crc, state = step
            if not is_intact(step):
                self.note(Trouble.ROWS)
            elif kind == journey and not self._copy.other_runs(owner, pid, boot):
                found.append(Unfinished(name, kind, at, content, state))
        return found

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
        # After the commit, so that whoever moves the file later finds the entries in it.
        if self._identity_now() != self._identity:
            raise JournalError(Trouble.WRITE_FAILED, "the file was moved or deleted")

    def _identity_now(self) -> tuple[int, int] | None:
        """Which file has the journal's name: another copy may have set ours aside as damaged."""
        try:
            found = self.file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
