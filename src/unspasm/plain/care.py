"""A care card line by line, and what became of it."""

from collections.abc import Callable
from typing import TypeVar

from unspasm.domain.entries import Said
from unspasm.domain.runs import CardRun
from unspasm.domain.urgency import Urgency
from unspasm.plain.card import card_lines
from unspasm.plain.lines import LEAVES, WORSE, Lines, whole_number
from unspasm.plain.telling import numbered
from unspasm.words import CardWords, PlainWords

Answer = TypeVar("Answer")
_SAID = (Said.GO_ON, Said.NOT_YET, Said.DID_NOT_SAY)
_MOST_DAYS = 3650


class PlainCard:
    """One card, told and answered line by line."""

    def __init__(self, run: CardRun, lines: Lines, words: CardWords, plain: PlainWords) -> None:
        self._run = run
        self._lines = lines
        self._words = words
        self._plain = plain

    def tell(self) -> None:
        """Print the card."""
        self._lines.say("")
        lines = card_lines(self._run.card, self._words, from_record=self._run.from_record)
        self._lines.say_all(lines)
        if self._run.card.urgency is Urgency.EMERGENCY:
            self._lines.drop_typed()  # nobody had read it yet

    def ask(self) -> bool:
        """Ask what became of it; return whether the check is to go on where it stopped.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        if self._run.open and self._run.card.urgency is Urgency.SAME_DAY:
            self._lines.say("", self._words.spoken)
        while self._run.answerable:
            self._lines.say("", self._menu())
            if self._run.can_go_on:
                self._lines.say(self._plain.card_menu_go_on)
            match self._asked():
                case "1":
                    self._done(self._run.called(), self._words.called_short)
                case "2":
                    self._answered(self._seen)
                case "3":
                    self._answered(self._mistake)
                case "g" if self._run.can_go_on:
                    return True
                case "q":
                    return False
                case "" | "n" | "b" if not self._run.stays:
                    return False
                case text:
                    self._say_what_else(text)
        return False

    def _say_what_else(self, text: str) -> None:
        """Say why nothing came of an answer."""
        if text in WORSE:
            self._lines.say(self._plain.not_now)
        elif text not in {"", *LEAVES}:
            self._lines.say(self._plain.not_understood.format(text=text))

    def _asked(self) -> str:
        """Take an answer, but none that hands gave before they can have read the card.

        Where an emergency stands, the card itself is what `!` would lead to.
        """
        while True:
            text = self._answered(lambda: self._lines.ask(self._plain.prompt)).casefold()
            if not (self._run.deaf and self._lines.by_hand):
                return text
            self._lines.say(self._words.deaf)

    def _answered(self, ask: Callable[[], Answer]) -> Answer:
        if not self._run.stays:
            return ask()
        with self._lines.unheeding():
            return ask()

    def _menu(self) -> str:
        return self._plain.card_menu if self._run.stays else self._plain.card_menu_plain

    def _seen(self) -> None:
        words, prompt = self._words, self._plain.prompt
        place = self._lines.choose(words.seen_when_ask, words.seen_when, prompt)
        if place is None:
            return
        days = place
        if place == len(words.seen_when) - 1:
            self._lines.say(words.seen_days_ask)
            text = self._lines.ask(prompt)
            if text.casefold() in {"", *LEAVES}:
                return
            number = whole_number(text)
            if number is None or number > _MOST_DAYS:
                self._lines.say(self._plain.not_understood.format(text=text))
                return
            days = number
        if self._run.from_record:  # it closes nothing, so nothing waits for what was said
            self._done(self._run.seen(days, Said.DID_NOT_SAY), words.seen_done_step)
            return
        said = self._lines.choose(words.seen_said_ask, words.seen_said, prompt)
        if said is not None:
            done = str(getattr(words, f"seen_done_{_SAID[said].value}"))
            self._done(self._run.seen(days, _SAID[said]), done)

    def _mistake(self) -> None:
        words, ticks = self._words, self._run.ticks
        self._lines.say(self._plain.many_ask)
        self._lines.say_all(numbered(self._plain, (asked for _, asked in ticks)))
        answer = self._lines.ask(self._plain.prompt)
        numbers = {whole_number(one) for one in answer.replace(",", " ").split()}
        chosen = [tick for number, tick in enumerate(ticks, start=1) if number in numbers]
        if not chosen:
            self._lines.say(words.mistake_none)
            return
        self._lines.say(*(asked for _, asked in chosen))
        asked = self._plain.asked.format(question=words.mistake_confirm)
        if self._lines.confirm(asked, self._plain.prompt):
            written = self._run.take_back(frozenset(sign for sign, _ in chosen))
            self._done(written, words.mistake_done)
        else:
            self._lines.say(words.mistake_none)

    def _done(self, written: bool, words: str) -> None:  # noqa: FBT001 - it passes a fact on
        self._lines.say(words if written else self._words.nothing_kept)
