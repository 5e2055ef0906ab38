"""The stretches of the library, to pick some of them."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.stretches import Stretch
from unspasm.screens.base import bind
from unspasm.screens.marking import MarkingScreen
from unspasm.words import Words


class PickScreen(MarkingScreen[tuple[str, ...]]):
    """Its result is the ids of what was picked, in the order of picking."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("pick.mark", "space", "pick"),
        bind("pick.done", "enter", "done"),
        bind("pick.leave", "escape", "dismiss(None)"),
    ]

    def __init__(self, words: Words, stretches: Iterable[Stretch]) -> None:
        super().__init__(words)
        self._stretches = tuple(stretches)
        self._picked: list[int] = []

    def title_line(self) -> str:
        """What this is, and how it is used."""
        return f"{self.words.own.pick_title}   {self.words.own.pick_hint}"

    def lines(self) -> Sequence[str]:
        """The name of each stretch; the one under the mark says what it is for."""
        return [self._line(place, one) for place, one in enumerate(self._stretches)]

    def _line(self, place: int, one: Stretch) -> str:
        here = place == self.at and one.what
        return self.words.own.step.format(name=one.name, dose=one.what) if here else one.name

    def mark_of(self, place: int) -> str:
        """Whether the person is on a line, and whether it is picked."""
        check = self.words.check
        picked = check.mark_yes if place in self._picked else check.mark_blank
        return f"{super().mark_of(place)} {picked}"

    def moved(self) -> None:
        """Say what the stretch is for on which the person is now."""
        self.call_later(self.show)

    async def action_pick(self) -> None:
        """Pick a line, or no longer."""
        if self.at in self._picked:
            self._picked.remove(self.at)
        else:
            self._picked.append(self.at)
        await self.show()

    def action_done(self) -> None:
        """Take what was picked."""
        picked = self._picked or [self.at]
        self.dismiss(tuple(self._stretches[place].id for place in picked))
