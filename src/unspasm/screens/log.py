"""A log: a number and Enter is enough; the rest may be said."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Footer

from unspasm.domain.answers import WORST_PAIN
from unspasm.domain.runs import LogRun
from unspasm.screens.ask import AskChoice
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.screens.log_rows import LogRows
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.log_phrases import background_of, rows_of


class LogScreen(Scrolling, HouseScreen[bool]):
    """Its result is whether the log was kept."""

    CSS_PATH = "log.tcss"
    leads_on = True
    house_words = ("log", "spasm", "record")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit"),
        bind("log.go_on", "enter", "go_on"),
        bind("log.rub_out", "backspace", "rub_out"),
        bind("log.leave", "escape", "home"),
        bind("log.quit", "q", "quit"),
        *scroll_keys("log"),
    ]

    def __init__(
        self,
        run: LogRun,
        words: Words,
        now: Callable[[], datetime],
        sources: Iterable[str] = (),
    ) -> None:
        super().__init__()
        self._sources = tuple(sources)
        self._run = run
        self._all_words = words
        self._words = words.log
        self._now = now
        self._typing = not run.told
        """Whether digits make the number; else they choose a row."""

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the number, and what may be said besides."""
        words = self._words
        yield Plain(words.title, id="title")
        with VerticalScroll(id="log", can_focus=False):
            yield Plain(words.pain_ask, id="ask")
            yield NumberLine(str(self._run.draft.pain) if self._run.told else "")
            for line in words.severity:
                yield Plain(line, classes="severity")
            yield Plain(words.more, id="more")
            for number, (label, value) in enumerate(self._rows(), start=1):
                yield Row(str(number), label, value, id=f"row-{number}")
        yield Plain(id="said")
        yield Plain(words.keys_short, id="keys-short")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the number, or where a log was left that `!` broke off."""
        self._say("")
        self._show()

    def _rows(self) -> list[tuple[str, str]]:
        run, words = self._run, self._all_words
        rows = rows_of(words.log, words.body, words.calendar, run.draft, run.felt, self._now())
        return [*rows, (self._words.row_background, background_of(self._words, run.background))]

    def _show(self) -> None:
        words, told = self._words, not self._typing
        said = words.pain_said.format(pain=self._run.draft.pain)
        self.query_one("#ask", Plain).say(said if told else words.pain_ask)
        self.query_one(NumberLine).display = self._typing
        self.query_one("#more").display = told
        for line in self.query(".severity"):
            line.display = self._typing
        for number, (label, value) in enumerate(self._rows(), start=1):
            row = self.query_one(f"#row-{number}", Row)
            row.display = told
            row.say(label, value)

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Plain)
        said.say(words)
        said.display = bool(words)

    # --- the number ---------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Type a nought: no binding has it."""
        if event.key == "0" and self._typing:
            event.stop()
            self.query_one(NumberLine).add("0")

    def action_digit(self, number: int) -> None:
        """Type the pain; later choose a row."""
        if self._typing:
            self.query_one(NumberLine).add(str(number))
            return
        self._say("")
        LogRows(self.app, self._run, self._all_words, self._show, self._say).ask(number)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_digit(int(event.row.key))

    def action_rub_out(self) -> None:
        """Rub out the last digit, or take up the number again."""
        if self._typing:
            self.query_one(NumberLine).rub_out()
        else:
            self._turn(typing=True)

    def action_go_on(self) -> None:
        """Take the number; the second time keep the log."""
        if not self._typing:
            self._run.keep()
            self.dismiss(True)
            return
        number = self.query_one(NumberLine)
        pain = number.value
        if pain is None or pain != int(pain) or not 0 <= pain <= WORST_PAIN:
            out = self._all_words.check.out_of_range
            self._say(out.format(lowest=0, highest=WORST_PAIN))
            number.again()
            return
        self._run.say_pain(int(pain))
        self._turn(typing=False)

    def _turn(self, *, typing: bool) -> None:
        self._typing = typing
        self._say("")
        self._show()
        self.query_one("#log", VerticalScroll).scroll_home(animate=False)

    def action_home(self) -> None:
        """Leave; ask first if something was said."""
        self._leave(lambda: self.dismiss(False))

    def action_quit(self) -> None:
        """Quit; ask first if something was said."""
        self._leave(lambda: self.app.call_later(self.run_action, "app.leave"))

    def _leave(self, leave: Callable[[], object]) -> None:
        words = self._words

        def left(place: int | None) -> None:
            if place == 0:
                leave()

        if self._run.told:
            options = [words.leave_yes, words.leave_no]
            ask = AskChoice(words.leave_ask, options, self._all_words.card.ask_keys)
            self.app.push_screen(ask, left)
        else:
            leave()

    def why_lines(self) -> Iterable[str]:
        """Who grades pain in these words."""
        return self._sources

    def help_lines(self) -> Iterable[str]:
        """How logs work."""
        return self._all_words.help.log
