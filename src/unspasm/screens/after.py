"""After a pack or a session: one question with a few answers, then how the pain is."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Footer

from unspasm.domain.answers import WORST_PAIN
from unspasm.screens.base import HouseScreen, Scrolling
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

Answer = TypeVar("Answer")


class AfterScreen(Scrolling, HouseScreen[Answer], Generic[Answer]):
    """The end of something. Its result is the answer, if one was given."""

    CSS_PATH = "after.tcss"

    def __init__(
        self,
        words: Words,
        title: str,
        lines: Iterable[str],
        ask: str,
        answers: Sequence[tuple[Answer, str]],
        pain_ask: str,
    ) -> None:
        """Take what is said and asked.

        Args:
            words: all words.
            title: what came to its end.
            lines: what there is to say about that.
            ask: the question.
            answers: to the question, each with its words.
            pain_ask: asks how strong the pain is, from 0 to 10.
        """
        super().__init__()
        self._all_words = words
        self._title = title
        self._lines = tuple(lines)
        self._first_ask = ask
        self._answers = answers
        self._pain_ask = pain_ask
        self._answer: Answer | None = None

    def answered(self, answer: Answer) -> None:
        """Note the answer at once, where that does not wait for the pain."""

    def ended(self, answer: Answer, pain: int | None) -> None:
        """Note what was said, as the screen goes.

        Args:
            answer: to the question.
            pain: 0 to 10; `None` if it was left out.
        """
        raise NotImplementedError

    def tell(self, line: str) -> None:
        """Say something else in the first line."""
        self.query(".told").first(Plain).say(line)

    def compose(self) -> ComposeResult:
        """Lay out what there is to say, and the questions one after the other."""
        yield Plain(self._title, id="title")
        with VerticalScroll(id="after", can_focus=False):
            for line in self._lines:
                yield Plain(line, classes="told")
            yield Plain(self._first_ask, id="ask")
            for number, (_, words) in enumerate(self._answers, start=1):
                yield Row(str(number), words)
            number_line = NumberLine("")
            number_line.display = False  # here: a screen that is left at once is mounted empty
            yield number_line
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    # --- keys ---------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Type a nought: no binding has it."""
        if event.key == "0" and self._answer:
            event.stop()
            self.query_one(NumberLine).add("0")

    def action_digit(self, number: int) -> None:
        """Answer the question, then say how the pain is."""
        if self._answer is not None:
            self.query_one(NumberLine).add(str(number))
        elif number <= len(self._answers):
            self._answer = self._answers[number - 1][0]
            self.answered(self._answer)
            for row in self.query(Row):
                row.display = False
            self.query_one("#ask", Plain).say(self._pain_ask)
            self.query_one(NumberLine).display = True

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_digit(int(event.row.key))

    def action_rub_out(self) -> None:
        """Rub out the last digit."""
        self.query_one(NumberLine).rub_out()

    def action_go_on(self) -> None:
        """Take the pain, or leave it out."""
        if self._answer is None:
            return
        pain = self.query_one(NumberLine).value
        if pain is not None and (pain != int(pain) or not 0 <= pain <= WORST_PAIN):
            words = self._all_words.check.out_of_range
            self.query_one("#said", Plain).say(words.format(lowest=0, highest=WORST_PAIN))
            return
        self.ended(self._answer, None if pain is None else int(pain))
        self.dismiss(self._answer)

    def action_leave(self) -> None:
        """Leave the rest out."""
        if self._answer is not None:
            self.ended(self._answer, None)
        self.dismiss(self._answer)
