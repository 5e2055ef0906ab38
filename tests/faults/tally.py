"""How often each fault was tried, how often all went on, and what it has cost."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

PROPERTY = "tally"
"""Under which name a test hands on what it has counted."""
FAULTS, FUZZ = "fault", "fuzz"
"""The two tables."""
_HEADS = {
    FAULTS: ("fault", "tried", "survived", "lost", "destroyed and told"),
    FUZZ: ("thrown at it at random", "tried", "survived"),
}


def often(few: int, many: int) -> range:
    """Return the seeds of a trial: a few in the ordinary tests, many in the long command."""
    return range(many if os.environ.get("UNSPASM_TESTS") == "deep" else few)


@dataclass
class Count:
    """What one fault came to."""

    tried: int = 0
    survived: int = 0
    """The program went on as it should, or refused in words."""
    lost: int = 0
    """What was acknowledged and is absent, without a word."""
    told: int = 0
    """What damage has destroyed in the file itself, and the person was told."""

    def hold(self, shown: Iterable[str], found: Iterable[str], *, told: bool = False) -> None:
        """Hold what was acknowledged against what is there.

        Args:
            shown: names of everything that was acknowledged.
            found: names of what is there afterwards.
            told: the person is told that damage has destroyed something.
        """
        missing = set(shown) - set(found)
        if told:
            self.told += len(missing)
        else:
            self.lost += len(missing)
            assert not missing, f"acknowledged, and not there: {sorted(missing)}"


class Tally:
    """What one test has counted."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], Count] = {}

    @contextmanager
    def __call__(self, what: str, times: int = 1, *, table: str = FAULTS) -> Iterator[Count]:
        """Count one trial, or several: tried, and survived if nothing in it fails."""
        count = self.counts.setdefault((table, what), Count())
        count.tried += times
        yield count
        count.survived += times

    @property
    def properties(self) -> list[tuple[str, object]]:
        """What has been counted, in a shape that goes from process to process."""
        return [
            (PROPERTY, [table, what, one.tried, one.survived, one.lost, one.told])
            for (table, what), one in self.counts.items()
        ]


class Tables:
    """What all tests together have counted."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, list[int]]] = {FAULTS: {}, FUZZ: {}}

    def add(self, table: str, what: str, *numbers: int) -> None:
        """Add what one test has counted."""
        known = self._counts[table].get(what, [0] * len(numbers))
        self._counts[table][what] = [a + b for a, b in zip(known, numbers, strict=True)]

    @property
    def whole(self) -> bool:
        """Whether every trial was survived, and nothing lost."""
        rows = [row for table in self._counts.values() for row in table.values()]
        return all(tried == survived and not lost for tried, survived, lost, _ in rows)

    def lines(self) -> Iterator[str]:
        """Return both tables in Markdown, each with its sum."""
        for table, rows in self._counts.items():
            heads = _HEADS[table]
            numbers = [row[: len(heads) - 1] for row in rows.values()]
            body = [[what, *map(str, row[: len(heads) - 1])] for what, row in sorted(rows.items())]
            total = [str(sum(column)) for column in zip(*numbers, strict=True)]
            yield from _markdown([heads, *body, ["together", *total]])
            yield ""


def _markdown(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        first, *rest = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield f"| {' | '.join([first, *rest])} |"
        if number == 0:
            rules = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
            yield f"| {' | '.join(rules)} |"
