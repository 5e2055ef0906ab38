"""One tip: the answer first, then the rest, where evidence differs, and what else there is."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.domain.tips import Tip
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.tips_phrases import tip_body


class TipScreen(Scrolling, HouseScreen[str]):
    """Its result is the id of the tip to read next; none if the person goes back."""

    CSS_PATH = "tip.tcss"
    leads_on = True
    reading = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("read"),
        bind("tip.why", "i", "why"),
        bind("tip.back", "escape", "dismiss(None)"),
        *scroll_keys("tip"),
    ]

    def __init__(
        self,
        tip: Tip,
        related: Iterable[Tip],
        words: Words,
        sources: Callable[[Tip], Iterable[str]],
    ) -> None:
        super().__init__()
        self._tip = tip
        self._related = tuple(related)
        self._words = words.tips
        self._sources = sources

    def compose(self) -> ComposeResult:
        """Lay out the tip from its answer on."""
        words, tip = self._words, self._tip
        yield Plain(tip.title, id="title")
        with VerticalScroll(id="tip", can_focus=False):
            if tip.check:
                yield Plain(words.check_first, classes="check")
            yield Plain(tip.lead, classes="lead")
            for paragraph in tip_body(words, tip):
                yield Plain(paragraph)
            if self._related:
                yield Plain(words.related, classes="heading")
            for number, one in enumerate(self._related, start=1):
                yield Row(str(number), one.title)
        yield Plain(words.keys_tip, id="keys-short")
        yield Footer(show_command_palette=False)

    def action_read(self, number: int) -> None:
        """Read on about something near."""
        if number <= len(self._related):
            self.dismiss(self._related[number - 1].id)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_read(int(event.row.key))

    def help_lines(self) -> Iterable[str]:
        """How a tip is read."""
        return self._words.help_tip

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._sources(self._tip)
