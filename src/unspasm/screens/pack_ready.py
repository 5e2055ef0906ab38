"""The last look before a pack goes on: how, never, for how long, and whether the alarm is heard."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widgets import Footer

from unspasm.domain.pack_rules import MOST_MINUTES, PackText
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.pack_phrases import clock

_LENGTHS = (10, 12, 15, MOST_MINUTES)


class PackReadyScreen(Scrolling, HouseScreen[int]):
    """Its result is how many minutes the pack is to stay on; none if there is to be no pack."""

    CSS_PATH = "pack_ready.tcss"
    leads_on = True
    house_words = ("pack", "skin_rest")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("length", last=len(_LENGTHS)),
        bind("ready.heard", "y", "heard(True)"),
        bind("ready.not_heard", "n", "heard(False)"),
        bind("ready.again", "a", "again"),
        bind("ready.start", "enter", "start"),
        bind("ready.sound", "m", "app.sound"),
        bind("ready.leave", "escape", "dismiss(None)"),
        *scroll_keys("ready"),
    ]

    def __init__(
        self,
        words: Words,
        text: PackText,
        minutes: int,
        used: timedelta,
        now: Callable[[], datetime],
        alarm: Callable[[], None],
        why: Iterable[str],
    ) -> None:
        super().__init__()
        self._all_words = words
        self._words = words.pack
        self._text = text
        self._minutes = minutes
        self._used = used
        """What a pack that never touched the skin has used up of the time."""
        self._now = now
        self._alarm = alarm
        self._why = tuple(why)
        self._heard: bool | None = None

    def compose(self) -> ComposeResult:
        """Lay out how, never, and for how long."""
        words, text = self._words, self._text
        yield Plain(words.ready_title.format(name=text.name), id="title")
        with VerticalScroll(id="ready", can_focus=False):
            for line in words.ready_first:
                yield Plain(line, classes="first")
            for heading, lines in (
                (words.heading_how, text.how),
                (words.heading_never, text.never),
                (words.heading_stop, text.stop),
            ):
                yield Plain(heading, classes="heading")
                for line in lines:
                    yield Plain(line, classes="point")
        with Horizontal(id="lengths"):
            if self._minutes in _LENGTHS:
                for number, minutes in enumerate(_LENGTHS, start=1):
                    yield Row(str(number), self._option(minutes), mark=self._mark(minutes))
        yield Plain(id="length")
        yield Plain(words.heard_ask, id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Play the alarm once."""
        self._show()
        self._alarm()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - as Textual hands it on
        """Name the lengths in as many words as there is room for."""
        for row, minutes in zip(self.query(Row), _LENGTHS, strict=False):
            row.say(self._option(minutes), "")

    def _option(self, minutes: int) -> str:
        words = self._words
        if self.has_class("-low") and self.has_class("-narrow"):
            return words.length_option.format(minutes=minutes)
        if minutes == MOST_MINUTES:
            return words.length_longest.format(minutes=minutes)
        template = words.length_suggested if minutes == _LENGTHS[1] else words.length_option
        return template.format(minutes=minutes)

    def _mark(self, minutes: int) -> str:
        check = self._all_words.check
        return check.mark_yes if minutes == self._minutes else check.mark_blank

    def _show(self) -> None:
        for row, minutes in zip(self.query(Row), _LENGTHS, strict=False):
            row.mark(self._mark(minutes), on=minutes == self._minutes)
        left = timedelta(minutes=self._minutes) - self._used
        words = self._words
        line = words.length.format(minutes=self._minutes, time=clock(self._now() + left))
        if self._used:
            seconds = int(self._used.total_seconds())
            line = f"{line} {words.carried.format(seconds=seconds)}"
        self.query_one("#length", Plain).say(line)

    def _say(self, words: str) -> None:
        self.query_one("#said", Plain).say(words)

    # --- keys ---------------------------------------------------------------------------------

    def action_length(self, number: int) -> None:
        """Choose how long."""
        if self.query(Row):
            self._minutes = _LENGTHS[number - 1]
            self._show()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_length(int(event.row.key))

    def action_again(self) -> None:
        """Play the alarm again."""
        self._alarm()
        self._say(self._words.heard_ask)

    def action_heard(self, heard: bool) -> None:
        """Say whether the alarm was heard."""
        self._heard = heard
        words = self._words
        self._say(f"{words.heard_yes if heard else words.heard_no} {words.start}")

    def action_start(self) -> None:
        """The pack is on the skin."""
        if self._heard is None:
            self._say(self._words.heard_first)
        else:
            self.dismiss(self._minutes)

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How the pack timer works, and what is known of packs."""
        return [*self._text.evidence, *self._all_words.help.pack]

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._why
