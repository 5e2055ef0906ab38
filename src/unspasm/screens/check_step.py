"""What one step of the checklist looks like."""

from collections.abc import Callable
from datetime import datetime

from unspasm.domain.check_state import CheckState, SettledQuestion
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Sign
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import CheckWords


class StepView:
    """Draws a step from the state of the check."""

    def __init__(self, words: CheckWords, seen_when: Callable[[datetime], str]) -> None:
        self._words = words
        self._seen_when = seen_when
        """A moment in UTC, in words."""

    def question(self, state: CheckState) -> str:
        """What is asked."""
        match state.step:
            case SettledQuestion(sign):
                seen = self._seen_when(state.settled.signs[sign.id])
                return f"{sign.ask}\n{self._words.settled.format(when=seen)}"
            case step:
                return step.ask

    def lines(self, state: CheckState) -> list[Row | NumberLine | Plain]:
        """The lines under the question."""
        match state.step:
            case Page(signs=signs):
                rows = [
                    Row(str(number), sign.ask, mark=self.mark(state, sign))
                    for number, sign in enumerate(signs, start=1)
                ]
                return [*rows, Row("0", self._words.none, classes="none")]
            case NumberQuestion(id=name):
                before = state.numbers.get(name)
                line = NumberLine("" if before is None else f"{before:g}")
                return [line, Plain(self._words.number_prompt, classes="quiet")]
            case ChoiceQuestion(options=options):
                names = [option.words for option in options]
            case SettledQuestion():
                names = list(self._words.settled_options[:-1])
        choices = [Row(str(number), name) for number, name in enumerate(names, start=1)]
        return [*choices, Row("u", self._words.unsure_choice, classes="none")]

    def mark(self, state: CheckState, sign: Sign) -> str:
        """The glyph before a sign: ticked, not sure, or neither."""
        if sign.id in state.yes:
            return self._words.mark_yes
        return self._words.mark_unsure if sign.id in state.unsure else self._words.mark_blank

    def hint(self, state: CheckState) -> str:
        """How to find out about the sign that is "not sure" now, if there is one."""
        if not (state.hint and isinstance(state.step, Page)):
            return ""
        ids = [sign.id for sign in state.step.signs]
        number = ids.index(state.hint) + 1
        find_out = state.step.signs[number - 1].find_out
        asked = self._words.not_sure_about.format(number=number, find_out=find_out)
        return f"{asked} {self._words.not_sure_counts}"
