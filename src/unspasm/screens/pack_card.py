"""What is said in place of a pack, or about the skin after one."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.screens.base import Choosing, HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words


class PackCardScreen(Choosing, Scrolling, HouseScreen[int]):
    """Its result is the place of the line that was chosen, from 0; none if it was only read."""

    CSS_PATH = "pack_card.tcss"
    house_words = ("pack", "session", "seen")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("choose"),
        bind("pack_card.leave", "escape,enter", "dismiss(None)"),
        *scroll_keys("pack_card"),
    ]

    def __init__(
        self,
        words: Words,
        heading: str,
        act: Sequence[str],
        because: Sequence[str] = (),
        options: Sequence[str] = (),
        why: Iterable[str] = (),
    ) -> None:
        super().__init__()
        self._words = words
        self._heading = heading
        self._act = act
        self._because = because
        self._options = options
        self._why = tuple(why)

    def compose(self) -> ComposeResult:
        """Lay out the card and what can be said to it."""
        yield Plain(self._heading, id="heading")
        with VerticalScroll(id="card", can_focus=False):
            for line in self._act:
                yield Plain(line, classes="act")
            if self._because:
                yield Plain(self._words.pack.card_because, classes="quiet")
                for line in self._because:
                    yield Plain(line, classes="point")
        for number, words in enumerate(self._options, start=1):
            yield Row(str(number), words)
        yield Footer(show_command_palette=False)

    def help_lines(self) -> Iterable[str]:
        """What a card is for that stands in place of something."""
        return self._words.help.before

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._why
