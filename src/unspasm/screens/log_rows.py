"""What goes with the number of a log: each row, and what it asks."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, TypeVar

from textual.app import App

from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    ACTIVITY_LETTERS,
    MOST_ACTIVITIES,
    NOTE_LETTERS,
    Background,
    Helped,
    HowOften,
    SetOff,
    Spot,
)
from unspasm.domain.runs import LogRun
from unspasm.screens.ask import AskChoice, AskMany, AskText
from unspasm.screens.body_map import BodyMapScreen
from unspasm.words import Words
from unspasm.words.log_phrases import named

_AS_BEFORE = 10
"""The score of an activity that goes as it did before; 0 is not at all."""
Marked = TypeVar("Marked", bound=Enum)
Value = TypeVar("Value")


class LogRows:
    """Asks what a row is about, over the screen of the log."""

    def __init__(
        self,
        app: App[Any],
        run: LogRun,
        words: Words,
        show: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        """Take what it asks for.

        Args:
            app: shows the questions.
            run: the log.
            words: all words.
            show: shows what was said.
            say: shows a line under the log.
        """
        self._app = app
        self._run = run
        self._all_words = words
        self._words = words.log
        self._show = show
        self._say = say

    def ask(self, number: int) -> None:
        """Ask what the row of that number is about."""
        asks = (
            self._ask_feel, self._ask_spots, self._ask_set_off, self._ask_helped,
            self._ask_not_helped, self._ask_activities, self._ask_note, self._ask_when,
            self._ask_background,
        )  # fmt: skip
        asks[number - 1]()

    def _ask_feel(self) -> None:
        words = self._words
        feels = tuple(Feel)
        options = [str(getattr(words, f"feel_{feel.value}")) for feel in feels]
        self._choose(words.feel_ask, options, lambda place: self._note(feel=_at(feels, place)))

    def _ask_spots(self) -> None:
        def note(spots: frozenset[Spot] | None) -> None:
            if spots is not None:
                self._note(spots=spots)

        self._app.push_screen(BodyMapScreen(self._all_words.body, self._run.draft.spots), note)

    def _ask_set_off(self) -> None:
        self._mark(self._words.set_off_ask, SetOff, self._run.draft.set_off,
                   lambda marked: self._note(set_off=marked))  # fmt: skip

    def _ask_helped(self) -> None:
        def helped(marked: frozenset[Helped]) -> None:
            self._run.say_helped(marked)
            self._show()

        self._mark(self._words.helped_ask, Helped, self._run.draft.helped, helped)

    def _ask_not_helped(self) -> None:
        def in_vain(marked: frozenset[Helped]) -> None:
            self._run.say_not_helped(marked)
            self._show()

        self._mark(self._words.not_helped_ask, Helped, self._run.draft.not_helped, in_vain)

    def _ask_note(self) -> None:
        self._type(self._words.note_ask, self._run.draft.note, NOTE_LETTERS,
                   lambda text: self._note(note=text))  # fmt: skip

    def _ask_when(self) -> None:
        def note(text: str) -> None:
            if not self._run.say_when(text):
                self._say(self._words.when_not.format(text=text))
            self._show()

        self._type(self._words.when_ask, "", ACTIVITY_LETTERS, note)

    def _ask_activities(self) -> None:
        """Name them the first time; then score one after the other."""

        def name(text: str) -> None:
            if names := self._run.name_activities(text):
                self._score(names)

        known = self._run.activities
        if known and not self._run.draft.activities:
            self._score(known)
        else:
            longest = MOST_ACTIVITIES * (ACTIVITY_LETTERS + 2)
            self._type(self._words.activities_ask, ", ".join(known), longest, name)

    def _score(self, names: Sequence[str], trouble: str = "") -> None:
        if not names:
            self._show()
            return
        first, *rest = names

        def note(text: str) -> None:
            if text.isdecimal() and int(text) <= _AS_BEFORE:
                self._note(activities={**self._run.draft.activities, first: int(text)})
            elif text:
                self._score(names, self._all_words.check.out_of_range)
                return
            self._score(rest)

        question = self._words.activities_score.format(name=first)
        trouble = trouble.format(lowest=0, highest=_AS_BEFORE)
        self._type(f"{question}\n{trouble}".rstrip(), "", 2, note)

    def _ask_background(self) -> None:
        """Three short questions, one after the other."""
        words, known = self._words, self._run.background

        def conditions(text: str) -> None:
            often = [named(words, one) for one in HowOften]
            self._choose(words.how_often_ask, often, lambda place: heavy(text, place))

        def heavy(text: str, place: int | None) -> None:
            often = _at(tuple(HowOften), place) or known.how_often
            self._choose(words.heavy_week_ask, words.yes_no,
                         lambda answer: keep(text, often, answer))  # fmt: skip

        def keep(text: str, often: HowOften | None, answer: int | None) -> None:
            heavy_week = known.heavy_week if answer is None else answer == 0
            self._run.say_background(Background(text, often, heavy_week))
            self._show()

        self._type(words.conditions_ask, known.conditions, NOTE_LETTERS, conditions)

    # --- pieces -------------------------------------------------------------------------------

    def _note(self, **said: object) -> None:
        self._run.say(**said)
        self._show()

    def _choose(
        self, question: str, options: Sequence[str], then: Callable[[int | None], None]
    ) -> None:
        ask = AskChoice(question, options, self._all_words.card.ask_keys)
        self._app.push_screen(ask, then)

    def _type(self, question: str, value: str, longest: int, then: Callable[[str], None]) -> None:
        def typed(text: str | None) -> None:
            if text is not None:
                then(text)

        ask = AskText(question, value, self._all_words.about.text_keys, longest)
        self._app.push_screen(ask, typed)

    def _mark(
        self,
        question: str,
        kind: type[Marked],
        marked: frozenset[Marked],
        then: Callable[[frozenset[Marked]], None],
    ) -> None:
        everything = tuple(kind)
        check = self._all_words.check

        def note(places: frozenset[int] | None) -> None:
            if places is not None:
                then(frozenset(everything[place] for place in places))

        chosen = frozenset(everything.index(one) for one in marked)
        options = [named(self._words, one) for one in everything]
        marks = (check.mark_blank, check.mark_yes)
        ask = AskMany(question, options, self._words.many_keys, marks, chosen)
        self._app.push_screen(ask, note)


def _at(values: Sequence[Value], place: int | None) -> Value | None:
    return None if place is None else values[place]
