"""A log: a number and Enter is enough; the rest may be said."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Footer

from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    MOST_ACTIVITIES,
    Background,
    Helped,
    HowOften,
    SetOff,
    Spot,
)
from unspasm.domain.runs import LogRun
from unspasm.screens.ask import AskChoice, AskMany, AskText
from unspasm.screens.base import HouseScreen, Scrolling, digits, scroll_keys
from unspasm.screens.body_map import BodyMapScreen
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.log_phrases import background_of, named, rows_of

_WORST = 10
_NOTE_LETTERS = 100_000
_ACTIVITY_LETTERS = 40
Marked = TypeVar("Marked", bound=Enum)


class LogScreen(Scrolling, HouseScreen[bool]):
    """Its result is whether the log was kept."""

    CSS_PATH = "log.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit", "Choose"),
        Binding("enter", "go_on", "keep", id="log.go_on", tooltip="Go on; then keep it"),
        Binding("backspace", "rub_out", "Rub out", show=False, id="log.rub_out",
                tooltip="Rub out the last digit"),
        Binding("escape", "leave", "home", id="log.leave", tooltip="Leave it"),
        *scroll_keys("log"),
    ]  # fmt: skip

    def __init__(self, run: LogRun, words: Words, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.log
        self._now = now

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the number, and what may be said besides."""
        words = self._words
        yield Plain(words.title, id="title")
        with VerticalScroll(id="log", can_focus=False):
            yield Plain(words.pain_ask, id="ask")
            yield NumberLine("")
            for line in words.severity:
                yield Plain(line, classes="severity")
            yield Plain(words.more, id="more")
            for number, (label, value) in enumerate(self._rows(), start=1):
                yield Row(str(number), label, value, id=f"row-{number}")
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the number."""
        self._show()

    def _rows(self) -> list[tuple[str, str]]:
        run, words = self._run, self._all_words
        rows = rows_of(words.log, words.body, words.calendar, run.draft, run.felt, self._now())
        return [*rows, (self._words.row_background, background_of(self._words, run.background))]

    def _show(self) -> None:
        told = self._run.told
        self.query_one("#more").display = told
        for line in self.query(".severity"):
            line.display = not told
        for number, (label, value) in enumerate(self._rows(), start=1):
            row = self.query_one(f"#row-{number}", Row)
            row.display = told
            row.say(label, value)

    def _say(self, words: str) -> None:
        self.query_one("#said", Plain).say(words)

    # --- the number ---------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Type a nought: no binding has it."""
        if event.key == "0" and not self._run.told:
            event.stop()
            self.query_one(NumberLine).add("0")

    def action_digit(self, number: int) -> None:
        """Type the pain; later choose a row."""
        if not self._run.told:
            self.query_one(NumberLine).add(str(number))
            return
        self._say("")
        asks = (
            self._ask_feel, self._ask_spots, self._ask_set_off, self._ask_helped,
            self._ask_not_helped, self._ask_activities, self._ask_note, self._ask_when,
            self._ask_background,
        )  # fmt: skip
        asks[number - 1]()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_digit(int(event.row.key))

    def action_rub_out(self) -> None:
        """Rub out the last digit."""
        if not self._run.told:
            self.query_one(NumberLine).rub_out()

    def action_go_on(self) -> None:
        """Take the number; the second time keep the log."""
        if self._run.told:
            self._run.keep()
            self.dismiss(True)
            return
        pain = self.query_one(NumberLine).value
        if pain is None or pain != int(pain) or not 0 <= pain <= _WORST:
            out = self._all_words.check.out_of_range
            self._say(out.format(lowest=0, highest=_WORST))
            return
        self._say("")
        self._run.say_pain(int(pain))
        self._show()

    def action_leave(self) -> None:
        """Leave; ask first if something was said."""
        if not self._run.told:
            self.dismiss(False)
            return
        words = self._words

        def leave(place: int | None) -> None:
            if place == 0:
                self.dismiss(False)

        self._choose(words.leave_ask, [words.leave_yes, words.leave_no], leave)

    # --- what goes with it --------------------------------------------------------------------

    def _ask_feel(self) -> None:
        words = self._words
        feels = tuple(Feel)
        options = [str(getattr(words, f"feel_{feel.value}")) for feel in feels]
        self._choose(words.feel_ask, options, lambda place: self._note(feel=_at(feels, place)))

    def _ask_spots(self) -> None:
        def note(spots: frozenset[Spot] | None) -> None:
            if spots is not None:
                self._note(spots=spots)

        self.app.push_screen(BodyMapScreen(self._all_words.body, self._run.draft.spots), note)

    def _ask_set_off(self) -> None:
        self._mark(self._words.set_off_ask, SetOff, self._run.draft.set_off,
                   lambda marked: self._note(set_off=marked))  # fmt: skip

    def _ask_helped(self) -> None:
        self._mark(self._words.helped_ask, Helped, self._run.draft.helped,
                   lambda marked: self._note(
                       helped=marked, not_helped=self._run.draft.not_helped - marked))  # fmt: skip

    def _ask_not_helped(self) -> None:
        self._mark(self._words.not_helped_ask, Helped, self._run.draft.not_helped,
                   lambda marked: self._note(
                       not_helped=marked, helped=self._run.draft.helped - marked))  # fmt: skip

    def _ask_note(self) -> None:
        self._type(self._words.note_ask, self._run.draft.note, _NOTE_LETTERS,
                   lambda text: self._note(note=text))  # fmt: skip

    def _ask_when(self) -> None:
        def note(text: str) -> None:
            if not self._run.say_when(text):
                self._say(self._words.when_not.format(text=text))
            self._show()

        self._type(self._words.when_ask, "", _ACTIVITY_LETTERS, note)

    def _ask_activities(self) -> None:
        """Name them the first time; then score one after the other."""

        def name(text: str) -> None:
            names = [one.strip()[:_ACTIVITY_LETTERS] for one in text.split(",")]
            named = tuple(dict.fromkeys(filter(None, names)))[:MOST_ACTIVITIES]
            if named:
                self._run.name_activities(named)
                self._score(named)

        known = self._run.activities
        if known and not self._run.draft.activities:
            self._score(known)
        else:
            longest = MOST_ACTIVITIES * (_ACTIVITY_LETTERS + 2)
            self._type(self._words.activities_ask, ", ".join(known), longest, name)

    def _score(self, names: Sequence[str]) -> None:
        if not names:
            self._show()
            return
        first, *rest = names

        def note(text: str) -> None:
            if text.isdecimal() and int(text) <= _WORST:
                self._note(activities={**self._run.draft.activities, first: int(text)})
            elif text:
                out = self._all_words.check.out_of_range
                self._say(out.format(lowest=0, highest=_WORST))
            self._score(rest)

        self._type(self._words.activities_score.format(name=first), "", 2, note)

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

        self._type(words.conditions_ask, known.conditions, _NOTE_LETTERS, conditions)

    # --- pieces -------------------------------------------------------------------------------

    def _note(self, **said: object) -> None:
        self._run.say(**said)
        self._show()

    def _choose(
        self, question: str, options: Sequence[str], then: Callable[[int | None], None]
    ) -> None:
        ask = AskChoice(question, options, self._all_words.card.ask_keys)
        self.app.push_screen(ask, then)

    def _type(self, question: str, value: str, longest: int, then: Callable[[str], None]) -> None:
        def typed(text: str | None) -> None:
            if text is not None:
                then(text)

        ask = AskText(question, value, self._all_words.about.text_keys, longest)
        self.app.push_screen(ask, typed)

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
        self.app.push_screen(ask, note)

    def help_lines(self) -> Iterable[str]:
        """How logs work."""
        return self._all_words.help.log


Value = TypeVar("Value")


def _at(values: Sequence[Value], place: int | None) -> Value | None:
    return None if place is None else values[place]
