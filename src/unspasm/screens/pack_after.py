"""After a pack: how the skin looks, how the pain is, and how long the skin rests."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Footer

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.pack_entries import SkinLook
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.runs import PackRun
from unspasm.screens.base import HouseScreen, Scrolling, digits, scroll_keys
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.pack_phrases import clock, said_of_rest

_LOOKS = (SkinLook.NORMAL, SkinLook.CHANGED)


class PackAfterScreen(Scrolling, HouseScreen[SkinLook]):
    """The end of a pack. Its result is what the skin looks like, if that was said."""

    CSS_PATH = "pack_after.tcss"
    house_words = ("pack", "skin_rest")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit", "Choose"),
        Binding("enter", "go_on", "go on", id="after.go_on", tooltip="Go on"),
        Binding("backspace", "rub_out", "Rub out", show=False, id="after.rub_out",
                tooltip="Rub out the last digit"),
        Binding("escape", "leave", "home", id="after.leave", tooltip="Home; the rest is left out"),
        *scroll_keys("after"),
    ]  # fmt: skip

    def __init__(self, run: PackRun, words: Words, pack: OnSkin, said: str) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.pack
        self._pack = pack
        self._said = said
        self._look: SkinLook | None = None

    def compose(self) -> ComposeResult:
        """Lay out what was noted, and the questions one after the other."""
        yield Plain(self._said, id="title")
        with VerticalScroll(id="after", can_focus=False):
            yield Plain(self._until(), id="rest")
            yield Plain(self._words.skin_ask, id="ask")
            for number, words in enumerate(self._words.skin_options, start=1):
                yield Row(str(number), words)
            number_line = NumberLine("")
            number_line.display = False  # here: a screen that is left at once is mounted empty
            yield number_line
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def _until(self) -> str:
        """Until when the skin rests, and from when on it need not: once it was looked at."""
        pack = self._pack
        rest = self._run.rest(pack.on.kind)
        if rest and not self._look:
            return self._words.strip_rest.format(time=clock(pack.now + rest.left))
        return said_of_rest(self._words, rest, pack.on.kind, pack.now)

    def on_mount(self) -> None:
        """Say if nothing could be kept."""
        if not self._run.kept:
            self._say(self._all_words.card.nothing_kept)

    def _say(self, words: str) -> None:
        self.query_one("#said", Plain).say(words)

    # --- keys ---------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Type a nought: no binding has it."""
        if event.key == "0" and self._look:
            event.stop()
            self.query_one(NumberLine).add("0")

    def action_digit(self, number: int) -> None:
        """Say what the skin looks like, then how the pain is."""
        if self._look is not None:
            self.query_one(NumberLine).add(str(number))
        elif number <= len(_LOOKS):
            self._look = _LOOKS[number - 1]
            self._run.after(self._pack.id, skin=self._look)
            for row in self.query(Row):
                row.display = False
            self.query_one("#rest", Plain).say(self._until())
            self.query_one("#ask", Plain).say(self._words.pain_ask)
            self.query_one(NumberLine).display = True

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_digit(int(event.row.key))

    def action_rub_out(self) -> None:
        """Rub out the last digit."""
        self.query_one(NumberLine).rub_out()

    def action_go_on(self) -> None:
        """Take the pain, or leave it out."""
        if self._look is None:
            return
        pain = self.query_one(NumberLine).value
        if pain is None:
            self.dismiss(self._look)
        elif pain != int(pain) or not 0 <= pain <= WORST_PAIN:
            words = self._all_words.check.out_of_range
            self._say(words.format(lowest=0, highest=WORST_PAIN))
        else:
            self._run.after(self._pack.id, pain=int(pain))
            self.dismiss(self._look)

    def action_leave(self) -> None:
        """Leave the rest out."""
        self.dismiss(self._look)

    def help_lines(self) -> Iterable[str]:
        """How the pack timer works."""
        return self._all_words.help.pack
