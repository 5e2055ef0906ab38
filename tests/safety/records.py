"""A record that lives in memory and behaves as the journal does, for lives too many for a disk."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from unspasm.domain.entries import Entry
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackBody
from unspasm.journal import Trouble
from unspasm.journal.records import Row, to_entry, to_row


class Shelf:
    """What is kept, whoever has it open."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.rows: list[Row] = []
        self.writes = 0

    def keep(self, entries: Sequence[Entry]) -> None:
        """Keep these entries."""
        self.entries += entries
        self.rows += [to_row(one, "") for one in entries]
        self.writes += 1


class MemoryJournal:
    """One copy's way to it."""

    def __init__(self, shelf: Shelf) -> None:
        self.troubles: list[Trouble] = []
        self._shelf = shelf
        self._seen = shelf.writes

    def for_care(self) -> list[Entry]:
        """Every entry that bears on checks and care."""
        return [one for one in self._shelf.entries if not isinstance(one.body, PackBody)]

    def for_packs(self, _now: Moment) -> list[Entry]:
        """Every entry on packs."""
        return [one for one in self._shelf.entries if isinstance(one.body, PackBody)]

    def every_row(self) -> Iterator[Row]:
        """Every entry as a row."""
        return iter(list(self._shelf.rows))

    def append(self, entries: Sequence[Entry]) -> None:
        """Keep these entries."""
        self._shelf.keep(entries)
        self._seen += 1

    def decide(
        self, decide: Callable[[list[Entry]], Sequence[Entry]], _now: Moment | None = None
    ) -> Sequence[Entry]:
        """Decide on what stands now and keep the outcome."""
        outcome = decide(list(self._shelf.entries))
        self.append(outcome)
        return outcome

    def merge(
        self,
        rows: Iterable[Row],
        arrived: Callable[[list[Row]], Sequence[Entry]],
    ) -> int:
        """Add what is not there yet."""
        known = {one.id for one in self._shelf.entries}
        new = [row for row in rows if row.id not in known]
        self.append([*map(to_entry, new), *arrived(new)])
        return len(new)

    def changed_elsewhere(self) -> bool:
        """Whether another copy has written since this was last asked."""
        before, self._seen = self._seen, self._shelf.writes
        return before != self._seen

    def close(self) -> None:
        """Let go of it."""
