"""The routines of one's own: start, change, copy, print, remove, make, and add from a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.own_routines import OwnRoutine
from unspasm.domain.stretches import Library
from unspasm.domain.which_routine import Body
from unspasm.screens.base import bind
from unspasm.screens.marking import MarkingScreen
from unspasm.words import Words
from unspasm.words.own_phrases import row_of, why_closed
from unspasm.words.phrases import harmless

_WITHOUT_ONE = frozenset({"new", "add"})
"""What can be wanted where there is no routine yet."""


@dataclass(frozen=True)
class Wanted:
    """What the person wants, and of which routine."""

    what: str
    routine: str = ""
    """Its id."""


class RoutinesScreen(MarkingScreen[Wanted]):
    """The list. Its result is what is wanted; none if the person leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("routines.start", "enter", "want('start')"),
        bind("routines.edit", "e", "want('edit')"),
        bind("routines.new", "n", "want('new')"),
        bind("routines.add", "a", "want('add')"),
        bind("routines.copy", "c", "want('copy')"),
        bind("routines.print", "p", "want('print')"),
        bind("routines.remove", "x", "want('remove')", show=False),
        bind("routines.leave", "escape", "dismiss(None)"),
    ]

    def __init__(
        self,
        words: Words,
        routines: Mapping[str, OwnRoutine],
        library: Library,
        body: Body,
        faults: Iterable[str],
        said: str = "",
    ) -> None:
        super().__init__(words, said)
        self._routines = tuple(routines.values())
        self._library = library
        self._body = body
        self._faults = tuple(faults)

    def title_line(self) -> str:
        """What this is."""
        return self.words.own.title

    def lines(self) -> Sequence[str]:
        """Each routine, and what it takes."""
        words = self.words.own
        return [
            words.step.format(name=own.name, dose=row_of(words, own, self._library, self._body))
            for own in self._routines
        ]

    def notes(self) -> Iterable[str]:
        """What there is to know, and which files cannot be used."""
        words = self.words.own
        if not self._routines:
            yield words.none
        yield from why_closed(words, self._routines, self._library, self._body)
        yield words.limits
        yield from (words.fault.format(fault=harmless(fault)) for fault in self._faults)

    def keys_line(self) -> str:
        """The keys that matter most."""
        return self.words.own.list_keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing to be done with a routine where there is none."""
        if action == "want":
            return bool(self._routines) or parameters[0] in _WITHOUT_ONE
        return super().check_action(action, parameters)

    def action_want(self, what: str) -> None:
        """Want something, of what is marked."""
        marked = self._routines[self.at].id if self._routines else ""
        self.dismiss(Wanted(what, marked))
