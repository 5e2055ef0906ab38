"""A log line by line: a number and Enter is enough; the rest may be said."""

from collections.abc import Callable
from enum import Enum
from itertools import product
from typing import TypeVar

from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    NOTE_LETTERS,
    Area,
    Background,
    Helped,
    HowOften,
    SetOff,
    Side,
    Spot,
)
from unspasm.journeys.house import House
from unspasm.journeys.log import LogJourney
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.telling import named_rows, numbered
from unspasm.plain.zero_to_ten import ask_zero_to_ten
from unspasm.words import Words
from unspasm.words.body_phrases import spots_in_words
from unspasm.words.log_phrases import background_of, kept, named, rows_of

_FEELS = tuple(Feel)
_PAIRED = (Area.BUTTOCK, Area.THIGH, Area.BELOW_KNEE, Area.ARM)
_SPOTS = tuple(
    Spot(area, side)
    for area, side in product(Area, (None, Side.LEFT, Side.RIGHT))
    if side or area not in _PAIRED
)
Marked = TypeVar("Marked", bound=Enum)


class PlainLog:
    """One log."""

    def __init__(
        self, house: House, words: Words, lines: Lines, check: Callable[[], object]
    ) -> None:
        self._house = house
        self._all_words = words
        self._words = words.log
        self._lines = lines
        self._check = check
        self._begun: LogJourney | None = None
        """What was begun and neither kept nor left."""

    @property
    def begun(self) -> bool:
        """Whether a log was broken off in which something was said."""
        return self._begun is not None and self._begun.told

    def drop(self) -> None:
        """Drop a log that was broken off, and say so."""
        if self.begun:
            self._lines.say(self._words.dropped)
        self._begun = None

    def go_on(self) -> bool:
        """Offer to go on with a log that was broken off; return whether it was kept.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if something is worse, whatever is asked.
        """
        run = self._begun
        if run is None:
            return False
        question = self._words.go_on_ask.format(pain=run.draft.pain)
        asked = self._all_words.plain.asked.format(question=question)
        if self._lines.confirm(asked, self._prompt):
            return self._more(run)
        self.drop()
        return False

    def ask(self) -> bool:
        """Ask for a log, keep it, and ask for what must not be missed; return whether it was kept.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if something is worse, whatever is asked.
        """
        run = LogJourney(self._house)
        heading = self._all_words.plain.heading.format(words=self._words.title)
        self._lines.say("", heading)
        pain = self._number(self._words.pain_ask, *self._words.severity)
        if pain is None:
            return False
        run.say_pain(pain)
        self._begun = run
        return self._more(run)

    def _more(self, run: LogJourney) -> bool:
        """Ask for what goes with it until it is kept or left; return whether it was kept."""
        while True:
            self._offer(run)
            text = self._heard().casefold()
            if text == "":
                run.keep()
                self._begun = None
                self._after(run)
                return True
            if text in {"n", "q"}:
                self._begun = None
                return False
            if text == "b":
                self._pain_again(run)
                continue
            self._choose(run, text)

    def _pain_again(self, run: LogJourney) -> None:
        pain = self._number(self._words.pain_ask, *self._words.severity)
        if pain is not None:
            run.say_pain(pain)

    def _after(self, run: LogJourney) -> None:
        words, now = self._words, self._house.clock().lived
        calendar = self._all_words.calendar
        self._lines.say(kept(words, calendar, run.draft, run.felt, now))
        if not run.kept:
            self._lines.say(self._all_words.card.nothing_kept)
        place = self._lines.choose(words.nerves, words.after_options, self._prompt)
        if place == 1:
            self._check()
        elif place == 2:
            undone = run.undo()
            self._lines.say(words.undone if undone else self._all_words.card.nothing_kept)

    # --- what goes with it --------------------------------------------------------------------

    def _offer(self, run: LogJourney) -> None:
        words, plain = self._all_words, self._all_words.plain
        now = self._house.clock().lived
        rows = rows_of(words.log, words.body, words.calendar, run.draft, run.felt, now)
        background = background_of(self._words, run.background)
        everything = [*rows, (self._words.row_background, background)]
        self._lines.say("", self._words.more)
        self._lines.say_all(numbered(plain, named_rows(plain, everything)))
        self._lines.say(self._words.plain_menu)

    def _choose(self, run: LogJourney, text: str) -> None:
        asks = {
            "1": self._feel, "2": self._spots, "3": self._set_off, "4": self._helped,
            "5": self._not_helped, "6": self._activities, "7": self._note, "8": self._when,
            "9": self._background,
        }  # fmt: skip
        if ask := asks.get(text):
            ask(run)
        else:
            self._lines.say(self._all_words.plain.not_understood.format(text=text))

    def _feel(self, run: LogJourney) -> None:
        words = self._words
        options = [str(getattr(words, f"feel_{feel.value}")) for feel in _FEELS]
        place = self._lines.choose(words.feel_ask, options, self._prompt)
        run.say(feel=None if place is None else _FEELS[place])

    def _set_off(self, run: LogJourney) -> None:
        if (marked := self._mark(self._words.set_off_ask, SetOff)) is not None:
            run.say(set_off=marked)

    def _helped(self, run: LogJourney) -> None:
        if (marked := self._mark(self._words.helped_ask, Helped)) is not None:
            run.say_helped(marked)

    def _not_helped(self, run: LogJourney) -> None:
        if (marked := self._mark(self._words.not_helped_ask, Helped)) is not None:
            run.say_not_helped(marked)

    def _note(self, run: LogJourney) -> None:
        if (text := self._text(self._words.note_ask)) is not None:
            run.say(note=text)

    def _when(self, run: LogJourney) -> None:
        typed = self._text(self._words.when_ask)
        if typed is not None and not run.say_when(typed):
            self._lines.say(self._words.when_not.format(text=typed))

    def _spots(self, run: LogJourney) -> None:
        body = self._all_words.body
        options = [spots_in_words(body, {spot}) for spot in _SPOTS]
        places = self._places(self._words.spots_ask, options)
        if places is not None:
            run.say(spots=frozenset(_SPOTS[place] for place in places))

    def _mark(self, question: str, kind: type[Marked]) -> frozenset[Marked] | None:
        everything = tuple(kind)
        places = self._places(question, [named(self._words, one) for one in everything])
        return None if places is None else frozenset(everything[place] for place in places)

    def _activities(self, run: LogJourney) -> None:
        """Name them the first time, or once scored; then score one after the other."""
        words = self._words
        names = run.activities
        if not names or run.draft.activities:
            names = run.name_activities(self._text(words.activities_ask) or "")
        for name in names:
            score = self._number(words.activities_score.format(name=name))
            if score is not None:
                run.say(activities={**run.draft.activities, name: score})

    def _background(self, run: LogJourney) -> None:
        words, known = self._words, run.background
        conditions = self._text(words.conditions_ask) or known.conditions
        often = [named(words, one) for one in HowOften]
        place = self._lines.choose(words.how_often_ask, often, self._prompt)
        how_often = known.how_often if place is None else tuple(HowOften)[place]
        answer = self._lines.choose(words.heavy_week_ask, words.yes_no, self._prompt)
        heavy_week = known.heavy_week if answer is None else answer == 0
        run.say_background(Background(conditions, how_often, heavy_week))

    # --- pieces -------------------------------------------------------------------------------

    @property
    def _prompt(self) -> str:
        return self._all_words.plain.prompt

    def _heard(self) -> str:
        return self._lines.ask(self._prompt)

    def _text(self, question: str) -> str | None:
        """Ask for a text; `None` leaves it as it was."""
        self._lines.say(question)
        text = self._heard()
        return None if text.casefold() in LEAVES else text[:NOTE_LETTERS]

    def _number(self, *question: str) -> int | None:
        return ask_zero_to_ten(self._lines, self._all_words, *question)

    def _places(self, question: str, options: list[str]) -> frozenset[int] | None:
        """Ask for any of the options, by their numbers on one line; return their places from 0.

        `None` leaves them as they were.
        """
        plain = self._all_words.plain
        self._lines.say(question)
        self._lines.say_all(numbered(plain, options))
        self._lines.say(self._words.plain_many)
        while True:
            text = self._heard()
            if text.casefold() in LEAVES:
                return None
            numbers = [whole_number(one) for one in text.replace(",", " ").split()]
            if all(number and number <= len(options) for number in numbers):
                return frozenset(number - 1 for number in numbers if number)
            self._lines.say(plain.not_understood.format(text=text))
