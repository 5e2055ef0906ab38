"""What leads to packs, to sessions and to the routines of one's own, line by line."""

from unspasm.cues import Cues
from unspasm.domain.locks import Activity
from unspasm.journeys.house import House
from unspasm.plain.checks import PlainChecks
from unspasm.plain.lines import Lines
from unspasm.plain.pack_watch import PlainPackWatch
from unspasm.plain.packs import PlainPacks
from unspasm.plain.routines import PlainRoutines
from unspasm.plain.stretch import PlainStretches
from unspasm.words import Words


class PlainLeads:
    """Begins each of them afresh. The routines of one's own keep what was begun in them."""

    def __init__(
        self,
        house: House,
        words: Words,
        lines: Lines,
        cues: Cues,
        checks: PlainChecks,
        watch: PlainPackWatch,
    ) -> None:
        self._house = house
        self._words = words
        self._lines = lines
        self._cues = cues
        self._checks = checks
        self._watch = watch
        self._routines = PlainRoutines(house, words, lines)

    def packs(self, *, minutes_given: bool = False) -> PlainPacks:
        """Return what leads to a pack.

        Args:
            minutes_given: the person has said for how long, and is not asked again.
        """
        return PlainPacks(
            self._checks,
            self._house,
            self._words,
            self._lines,
            self._watch,
            minutes_given=minutes_given,
        )

    def show_waiting(self) -> bool:
        """Show a pack that has to come off or be looked at; return whether there is one.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        waits = self._watch.waits
        if waits:
            self.packs().show()
        return waits

    def stretches(self) -> PlainStretches:
        """Return what leads to a session."""
        return PlainStretches(
            self._checks, self._house, self._words, self._lines, self._cues, self._routines
        )

    def own(self) -> None:
        """Lead to the routines of one's own, and to a session of one.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        if Activity.SESSION in self._house.status().closed:
            self.stretches().lead()
        elif name := self._routines.lead():
            self.stretches().lead(name)
