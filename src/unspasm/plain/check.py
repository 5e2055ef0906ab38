"""The checklist line by line."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from math import isfinite
from typing import Protocol

from unspasm.domain.check_events import (
    UNSURE,
    Back,
    Choose,
    Confirm,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Refusal,
    Shown,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, SettledQuestion
from unspasm.domain.entries import SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Sign
from unspasm.domain.runs import CheckRun
from unspasm.plain.lines import LEAVES, WORSE, Lines, whole_number
from unspasm.plain.telling import numbered
from unspasm.words import CheckWords, PlainWords
from unspasm.words.check_phrases import refusal, ticked_numbers

_TICKS = re.compile(r"(\d{1,9}\??)(?:[\s,;]+(\d{1,9}\??))*")
_SETTLED = tuple(SettledAnswer)
_NO_OPTION = 99
"""A place that no option has: 0 would be the place before the first, which means "not sure"."""


class Why(Protocol):
    """Where a sign comes from, in words."""

    def __call__(self, sign: Sign) -> Iterable[str]:
        """The sources of a sign, one a line."""


class PlainCheck:
    """One check, asked line by line."""

    def __init__(
        self,
        run: CheckRun,
        lines: Lines,
        words: CheckWords,
        plain: PlainWords,
        why: Why,
        seen_when: Callable[[datetime], str],
        *,
        is_check: bool,
    ) -> None:
        self._run = run
        self._lines = lines
        self._words = words
        self._plain = plain
        self._why = why
        self._seen_when = seen_when
        """A moment, UTC, as people say it."""
        self._is_check = is_check
        """Whether it is the whole check, and not a few questions before something else."""

    def ask(self) -> bool:
        """Ask until the check has ended; return whether it did, rather than being left.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if something is worse, at questions that are no check.
        """
        if not self._is_check:
            return self._ask()
        with self._lines.unheeding():
            return self._ask()

    def _ask(self) -> bool:
        while not self._run.state.ending:
            self._lines.say("")
            match self._run.state.step:
                case Page() as page:
                    going_on = self._page(page)
                case NumberQuestion() as question:
                    going_on = self._number(question)
                case ChoiceQuestion() as question:
                    options = [option.words for option in question.options]
                    going_on = self._choice(question.ask, options)
                case SettledQuestion(sign):
                    going_on = self._settled(sign)
            if not going_on:
                return False
        return True

    # --- one step each ------------------------------------------------------------------------

    def _page(self, page: Page) -> bool:
        self._say_page(page)
        answer = self._lines.ask(self._plain.prompt).casefold()
        if answer == "i":
            for sign in page.signs:
                self._lines.say(sign.ask)
                self._lines.say_all(self._why(sign))
        elif answer == "":
            self._tell_page(Confirm(typed=True), page)
        elif answer == "0":
            self._none(page)
        elif _TICKS.fullmatch(answer):
            return self._ticks(page, answer)
        elif answer == "n":
            self._lines.say(self._plain.none_is_0)
        else:
            return self._other(answer)
        return True

    def _say_page(self, page: Page) -> None:
        state, plain = self._run.state, self._plain
        place = [step.id for step in state.steps].index(page.id) + 1
        self._lines.say(
            plain.page.format(number=place, total=len(state.steps), title=page.title), page.ask
        )
        for number, sign in enumerate(page.signs, start=1):
            words = sign.ask
            if sign.id in state.yes:
                words = plain.before.format(words=words)
            elif sign.id in state.unsure:
                words = plain.before_unsure.format(words=words)
            self._lines.say(plain.numbered.format(number=number, words=words))
        self._lines.say(plain.page_ask)
        if ticks := ticked_numbers(self._words, state):
            self._lines.say(plain.page_known.format(ticks=ticks))
        elif state.already_known:
            self._lines.say(plain.page_known_none)
        self._lines.say(plain.page_more)

    def _none(self, page: Page) -> None:
        state = self._tell_page(NoneOfThese(typed=True), page, quiet={Refusal.TICKED})
        if state.refusal is Refusal.TICKED:
            question = self._plain.take_back_all.format(ticks=ticked_numbers(self._words, state))
            if self._lines.confirm(question, self._plain.prompt):
                for sign in page.signs:
                    self._run.tell(Untick(sign.id))
                self._tell_page(NoneOfThese(typed=True), page)

    def _ticks(self, page: Page, answer: str) -> bool:
        """Take the lines that are true or not sure; return whether to go on."""
        found = re.findall(r"(\d+)(\??)", answer)
        yes = {int(number) for number, mark in found if not mark}
        unsure = {int(number) for number, mark in found if mark} - yes
        if 0 in yes | unsure:
            self._lines.say(self._plain.both)
            return True
        if not yes | unsure <= set(range(1, len(page.signs) + 1)):
            self._lines.say(self._plain.not_understood.format(text=answer))
            return True
        for number, sign in enumerate(page.signs, start=1):
            if number in unsure:
                left = self._not_sure(number, sign)
                if left:
                    return left == "b"
            else:
                self._run.tell(Tick(sign.id) if number in yes else Untick(sign.id))
        if self._run.state.ticked_here:
            self._tell_page(Confirm(typed=True), page)
        return True

    def _not_sure(self, number: int, sign: Sign) -> str:
        """Tell one way to find out, then take the answer; still not sure counts as yes.

        Returns:
            `b` or `q` if the question was left; until then it stays not sure.
        """
        self._run.tell(NotSure(sign.id))
        hint = self._words.not_sure_about.format(number=number, find_out=sign.find_out)
        while True:
            self._lines.say(hint, self._plain.still_unsure.format(number=number))
            match self._lines.ask(self._plain.prompt).casefold():
                case "y":
                    self._run.tell(Tick(sign.id))
                case "n":
                    self._run.tell(Untick(sign.id))
                case "?":
                    self._lines.say(self._plain.unsure_counts)
                case "w" | "!":
                    self._lines.say(self._plain.already)
                    continue
                case "b" | "q" as left:
                    return left
                case _:
                    continue
            return ""

    def _number(self, question: NumberQuestion) -> bool:
        before = self._run.state.numbers.get(question.id)
        known = "" if before is None else f" [{before:g}]"
        self._lines.say(question.ask + known)
        answer = self._lines.ask(self._plain.prompt).casefold()
        if answer in LEAVES | WORSE:
            return self._other(answer)
        self._tell(Number(number_in(answer) if answer else before))
        return True

    def _choice(self, ask: str, options: Iterable[str]) -> bool:
        self._lines.say(ask)
        self._lines.say_all(numbered(self._plain, options))
        self._lines.say(self._plain.choice_ask)
        answer = self._lines.ask(self._plain.prompt).casefold()
        if answer in {"u", "?"}:
            self._tell(Choose(UNSURE, typed=True))
        elif answer.isdecimal():
            place = whole_number(answer) or _NO_OPTION
            self._tell(Choose(place - 1, typed=True))
        else:
            return self._other(answer)
        return True

    def _settled(self, sign: Sign) -> bool:
        at = self._run.state.settled.signs[sign.id]
        self._lines.say(sign.ask, self._words.settled.format(when=self._seen_when(at)))
        self._lines.say_all(numbered(self._plain, self._words.settled_options))
        answer = self._lines.ask(self._plain.prompt).casefold()
        place = whole_number(answer)
        if place is not None and 1 <= place <= len(_SETTLED):
            self._tell(StillSettled(_SETTLED[place - 1], typed=True))
            return True
        return self._other(answer)

    # --- telling ------------------------------------------------------------------------------

    def _other(self, answer: str) -> bool:
        """Take one of the letters that work everywhere; return whether to go on."""
        match answer:
            case "b":
                self._tell(Back())
            case "q":
                return False
            case "w" | "!":
                self._lines.say(self._plain.already)
            case "" | "n":
                self._lines.say(self._plain.needs_answer)
            case _:
                self._lines.say(self._plain.letters)
        return True

    def _tell_page(self, event: Event, page: Page, quiet: Iterable[Refusal] = ()) -> CheckState:
        """Tell an event about a page whose every line has been printed."""
        self._run.tell(Shown(frozenset(sign.id for sign in page.signs)))
        return self._tell(event, quiet)

    def _tell(self, event: Event, quiet: Iterable[Refusal] = ()) -> CheckState:
        state = self._run.tell(event)
        if state.refusal and state.refusal not in set(quiet):
            self._lines.say(refusal(self._words, state))
        return state


def number_in(text: str) -> float | None:
    """Return the number that was typed, or `None`. A comma may stand for the point."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None
