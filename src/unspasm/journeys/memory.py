"""What has been said: the record, and beside it what could not be written to it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from unspasm.domain.entries import About, Body, Entry
from unspasm.domain.moment import Moment
from unspasm.domain.retraction import retraction_of, without_hidden
from unspasm.journal.store import Journal, Unfinished
from unspasm.journal.trouble import JournalError, Trouble

CHECK = "check"
"""The journey's name in the record of unfinished ones."""
PROGRESS_DAYS = 400
"""A year, and what leads up to it: what progress tells, and what the course rests on."""
_NEXT = timedelta(microseconds=1)
_LAST = datetime.max.replace(tzinfo=UTC)
_FIRST = datetime.min.replace(tzinfo=UTC)


class Memory:
    """All that was said to one running copy of the program and to those before it.

    What cannot be written to the journal is remembered until the program ends, so that a full disk
    or a read-only folder changes nothing about what is safe to offer.
    """

    def __init__(
        self, clock: Callable[[], Moment], journal: Journal | None, trouble: Trouble | None = None
    ) -> None:
        """Take a record.

        Args:
            clock: reads all clocks.
            journal: the record; without one everything is only remembered.
            trouble: why there is none.
        """
        self.clock = clock
        self._journal = journal
        self._troubles: list[Trouble] = [trouble] if trouble else []
        self._unkept: list[Entry] = []
        self._unkept_check: Unfinished | None = None
        self._over: set[str] = set()
        """Checks that have ended, whatever an old row of them still says."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What the person should know about the record."""
        found = self._journal.troubles if self._journal else ()
        return tuple(dict.fromkeys([*self._troubles, *found]))

    @property
    def keeps(self) -> bool:
        """Whether everything said so far was written."""
        return self._journal is not None and not (self._unkept or self._unkept_check)

    def back_up(self) -> None:
        """Copy the record, once a day."""
        if self._journal:
            self._journal.back_up(self.clock().wall)

    def close(self) -> None:
        """Let go of the record."""
        if self._journal:
            self._journal.close()

    # --- reading ------------------------------------------------------------------------------

    def care_entries(self) -> list[Entry]:
        """Every entry that bears on checks and care."""
        return self._read(lambda journal: journal.for_care())

    def pack_entries(self) -> list[Entry]:
        """Every entry that says what is on the skin, and how long it rests."""
        now = self.clock()
        return self._read(lambda journal: journal.for_packs(now))

    def session_entries(self) -> list[Entry]:
        """The latest entries about sessions."""
        return self._read(lambda journal: journal.for_sessions())

    def progress_entries(self, days: int = PROGRESS_DAYS) -> list[Entry]:
        """Every entry of the last so many days, and all that settle, end or hide something."""
        try:
            since = self.clock().wall - timedelta(days=days)
        except OverflowError:
            since = _FIRST
        return self._read(lambda journal: journal.for_progress(since))

    def home_entries(self) -> list[Entry]:
        """Every entry that says how things stand, for Home."""
        return self._read(lambda journal: journal.for_home())

    def everything_told(self, days: int = PROGRESS_DAYS) -> list[Entry]:
        """Every entry of the last so many days, packs and what stands included, each once."""
        every = (*self.care_entries(), *self.pack_entries(), *self.progress_entries(days))
        return list({one.id: one for one in every}.values())

    def changed_elsewhere(self) -> bool:
        """Whether another copy of the program has written since this was last asked."""
        try:
            return bool(self._journal and self._journal.changed_elsewhere())
        except JournalError as error:
            self._note(error.trouble)
            return False

    def unfinished_check(self) -> Unfinished | None:
        """The newest check that was not finished, if no other copy is at it."""
        return self._unkept_check or self.unfinished(CHECK)

    def unfinished(self, journey: str) -> Unfinished | None:
        """The newest unfinished journey of that name, if no other copy is at it."""
        try:
            rows = self._journal.unfinished(journey) if self._journal else []
        except JournalError as error:
            self._note(error.trouble)
            rows = []
        return next((row for row in rows if row.id not in self._over), None)

    def state(self) -> tuple[int, int] | None:
        """What changes whenever anybody has written."""
        try:
            return self._journal.state() if self._journal else None
        except JournalError as error:
            self._note(error.trouble)
            return None

    def written_elsewhere(self) -> int | None:
        """What changes whenever another copy has written, however often it is asked for."""
        state = self.state()
        return state and state[0]

    def _read(self, read: Callable[[Journal], list[Entry]]) -> list[Entry]:
        try:
            kept = read(self._journal) if self._journal else []
        except JournalError as error:
            self._note(error.trouble)
            kept = []
        return without_hidden([*kept, *self._unkept])

    # --- writing ------------------------------------------------------------------------------

    def entry(self, body: Body) -> Entry:
        """Return a new entry that says `body`, now.

        Who somebody is goes by what was said last, so a clock that was set back must not put a
        correction before what it corrects.
        """
        moment = self.clock()
        at = moment.wall
        if isinstance(body, About):
            said = [one.at for one in self.care_entries() if isinstance(one.body, About)]
            at = max([at, *(before + _NEXT for before in said if before < _LAST)])
        return Entry(str(uuid4()), at, moment.utc_offset, body)

    def append(self, entries: Sequence[Entry], *, finishes: str | None = None) -> bool:
        """Keep these entries; return whether they were written."""
        if finishes:
            self._over.add(finishes)
        if self._unkept_check and self._unkept_check.id == finishes:
            self._unkept_check = None
        try:
            if self._journal:
                self._journal.append(entries, finishes=finishes)
                return True
        except JournalError as error:
            self._note(error.trouble)
        self._unkept.extend(entries)
        return False

    def decide(
        self, decide: Callable[[list[Entry]], Sequence[Entry]], *, or_nothing: bool = False
    ) -> bool:
        """Decide on what stands now and keep the outcome in one go.

        Args:
            decide: given every entry on care and on packs, returns the entries to keep.
            or_nothing: what cannot be written does not hold, not even until the program ends.

        Returns:
            Whether it was written.
        """
        try:
            if self._journal:
                now = self.clock()
                self._journal.decide(lambda kept: decide([*kept, *self._unkept]), now)
                return True
        except JournalError as error:
            self._note(error.trouble)
        if not or_nothing:
            self._unkept.extend(decide([*self.care_entries(), *self.pack_entries()]))
        return False

    def can_keep(self) -> bool:
        """Whether something said now could be written."""
        try:
            if self._journal:
                self._journal.try_to_write()
                return True
        except JournalError as error:
            self._note(error.trouble)
        return False

    def keep_unfinished(self, row: Unfinished) -> bool:
        """Keep where a journey stands; return whether it was written."""
        try:
            if self._journal:
                self._journal.keep_unfinished(row)
                return True
        except JournalError as error:
            self._note(error.trouble)
        return False

    def forget(self, row: Unfinished) -> None:
        """Let go of an unfinished journey that will not be gone on with."""
        self.append([], finishes=row.id)

    def keep_check(self, row: Unfinished) -> bool:
        """Keep where a check stands; return whether it was written."""
        kept = self.keep_unfinished(row)
        self._unkept_check = None if kept else row
        return kept

    def retract(self, entry: Entry) -> bool:
        """Hide an entry; return whether that was written.

        Raises:
            ValueError: if it may not be hidden.
        """
        hides = self.entry(retraction_of(entry))
        if entry in self._unkept:
            self._unkept.append(hides)
            return False
        return self.append([hides])

    def _note(self, trouble: Trouble) -> None:
        if trouble not in self._troubles:
            self._troubles.append(trouble)
