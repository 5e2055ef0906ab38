"""How the page for a clinician says things: days, values by their names, lists that are bounded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from unspasm.domain.log_entries import Spot
from unspasm.words.body_phrases import spot_in_words
from unspasm.words.phrases import harmless, parted
from unspasm.words.sets import Words


@dataclass(frozen=True)
class Limits:
    """How much of each list is shown."""

    signs: int
    """Each on a line of its own."""
    signs_also: int
    """More of them, one after the other."""
    groups: int
    """Of the ticks of one sign, by what became of them."""
    steps: int
    notes: int
    cells: int
    """Of a note."""
    few: int
    """Of any other list."""
    drawing: bool = True
    """Whether there is room for the chart."""


class Phrasing:
    """The words of one page, with as much of each list as there is room for."""

    def __init__(self, words: Words, year: int, limits: Limits) -> None:
        """Take what it says things with.

        Args:
            words: all words.
            year: in which the page is made; days of another year name theirs.
            limits: how much of each list is shown.
        """
        self.words = words.report
        self.months = words.calendar.months
        self.limits = limits
        self._body = words.body
        self._year = year

    def day(self, day: date) -> str:
        """Return a day, such as `3 May`."""
        month = self.months[day.month - 1][:3]
        said = self.words.date if day.year == self._year else self.words.date_year
        return said.format(day=day.day, month=month, year=day.year)

    def word(self, kind: str, value: str) -> str:
        """Return a word by the value that it speaks of; what nobody knows is said by its name."""
        name = f"{kind}_{value.replace('-', '_')}"
        return str(getattr(self.words, name, harmless(value)))

    def spot(self, spot: Spot) -> str:
        """Return a place on the body."""
        return spot_in_words(self._body, spot)

    def bounded(self, lines: list[str], most: int) -> tuple[str, ...]:
        """Return the first of them, and how many more there are."""
        left = len(lines) - most
        more = [self.words.more.format(count=left)] if left > 0 else []
        return (*lines[:most], *more)

    def in_a_row(self, names: list[str]) -> Iterable[str]:
        """Return names on one line; none without names."""
        if not names:
            return []
        return [parted(self.words.also_long, self.bounded(names, self.limits.few))]
