"""Somebody who talks to the plain face: by typed lines, or by reading what is asked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO

from tests.journeys.houses import AGE, CATALOGUE, CONTENT, bodies

from unspasm.domain.check_events import UNSURE
from unspasm.domain.entries import Check, SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Rules
from unspasm.domain.urgency import Urgency
from unspasm.journeys.house import House
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import EndOfInputError, Lines
from unspasm.words import Words, read_words

WORDS = read_words(CONTENT)
NO_SIGN = (
    *("0", "0", "0"),
    *(str(AGE), "1", "2", "6", "2", "1"),
    *("0", "0", "0"),
)
"""A whole check without a sign: three pages, six questions, three pages."""
UP_TO_LASTING = NO_SIGN[:-1]
REST = NO_SIGN[1:]
"""What follows the first page."""
AGAIN = ("0", "0", "0", "1", "2", "6", "2", "1", "0", "0", "")
"""The same once the age is known and the lasting page only wants confirming."""


def _pattern(template: str) -> re.Pattern[str]:
    """What a sentence looks like, whatever stands for its `{names}`."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*?)", re.escape(template)))


_HINT = _pattern(WORDS.check.not_sure_about)
_SETTLED = _pattern(WORDS.check.settled)
_PAGE = _pattern(WORDS.plain.page)
_NUMBERED = _pattern(WORDS.plain.numbered)
_BEFORE = _pattern(WORDS.plain.before)
_UNSURE = _pattern(WORDS.plain.before_unsure)
MENUS = {WORDS.plain.card_menu, WORDS.plain.card_menu_plain}


class Talk:
    """A conversation with the plain face."""

    def __init__(self, house: House, words: Words = WORDS, *, reads_all: bool = True) -> None:
        self.house = house
        self._reads_all = reads_all
        self.words = words
        self.urgency: Urgency | None = None
        self.ended_by_end_of_input = False
        self.said = ""
        """Everything the program has printed."""

    def check(self, *typed: str, guest: bool = False) -> str:
        """Go through a check with these lines; return what was printed."""
        return self._have("check", typed, guest=guest)

    def check_as(self, truth: "Truth") -> str:
        """Go through a check as somebody would for whom this is true."""
        typist = Typist(CATALOGUE.rules, truth)
        self.urgency = PlainApp(self.house, self.words, Lines(typist, typist.target), None).check()
        said = typist.target.getvalue()
        self.said += said
        assert_harmless(said)
        return said

    def app(self, *typed: str) -> str:
        """Use the whole app with these lines; return what was printed."""
        return self._have("app", typed)

    def _have(self, what: str, typed: Iterable[str], *, guest: bool = False) -> str:
        source = StringIO("".join(f"{line}\n" for line in typed))
        target = StringIO()
        app = PlainApp(self.house, self.words, Lines(source, target), None)
        self.ended_by_end_of_input = False
        try:
            if what == "check":
                self.urgency = app.check(guest=guest)
            else:
                app.run()
        except EndOfInputError:
            self.ended_by_end_of_input = True
        said = target.getvalue()
        self.said += said
        assert_harmless(said)
        rest = source.read()
        assert not (rest and self._reads_all), f"was not read: {rest!r}; after\n{said}"
        return said


def assert_harmless(said: str) -> None:
    """Nothing printed steers a terminal or draws a box."""
    for one in said:
        assert one.isprintable() or one == "\n", repr(one)
        assert not 0x2500 <= ord(one) <= 0x28FF, repr(one)


@dataclass(frozen=True)
class Truth:
    """What is true of somebody, by sign, number and choice."""

    yes: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=dict)
    chosen: Mapping[str, int] = field(default_factory=dict)
    """The option of each choice question; `UNSURE` is one as well."""
    still: Mapping[str, SettledAnswer] = field(default_factory=dict)
    """How each sign is for which a clinician has seen them."""


class Typist(StringIO):
    """Reads what the plain face has printed, and types what is true.

    It knows only the words on the page, as a person does: which lines are numbered, and what each
    says. Hand it to `Lines` as the source, with `target` as the target.
    """

    def __init__(self, rules: Rules, truth: Truth) -> None:
        super().__init__()
        self.target = StringIO()
        self.typed: list[str] = []
        self._signs = {sign.ask: sign.id for sign in rules.signs.values()}
        self._steps = {step.ask: step for step in rules.steps if not isinstance(step, Page)}
        self._truth = truth
        self._read = 0

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override] # as of any text
        """Type the answer to what was printed last."""
        asked = self.target.getvalue()[self._read :]
        self._read += len(asked)
        answer = self._answer(asked.splitlines())
        self.typed.append(answer)
        assert len(self.typed) < 200, "going round in circles"
        return f"{answer}\n"

    def _answer(self, lines: list[str]) -> str:
        if MENUS.intersection(lines):
            return "q"
        if any(_HINT.fullmatch(line) for line in lines):
            return "?"
        if any(_SETTLED.fullmatch(line) for line in lines):
            return self._settled(lines)
        for line in lines:
            question = self._steps.get(re.sub(r" \[[\d.]+\]$", "", line))
            if isinstance(question, NumberQuestion):
                return f"{self._truth.numbers[question.id]:g}"
            if isinstance(question, ChoiceQuestion):
                place = self._truth.chosen[question.id]
                return "u" if place == UNSURE else str(place + 1)
        assert any(_PAGE.fullmatch(line) for line in lines), lines
        return self._page(lines)

    def _page(self, lines: list[str]) -> str:
        answers = []
        for number, sign in self._numbered(lines):
            if sign in self._truth.yes:
                answers.append(number)
            elif sign in self._truth.unsure:
                answers.append(f"{number}?")
        return " ".join(answers) or "0"

    def _numbered(self, lines: list[str]) -> Iterator[tuple[str, str]]:
        for line in lines:
            found = _NUMBERED.fullmatch(line)
            if found and found["number"].isdecimal():
                marked = _BEFORE.fullmatch(found["words"]) or _UNSURE.fullmatch(found["words"])
                yield found["number"], self._signs[marked["words"] if marked else found["words"]]

    def _settled(self, lines: list[str]) -> str:
        sign = next(self._signs[line] for line in lines if line in self._signs)
        return str(list(SettledAnswer).index(self._truth.still[sign]) + 1)


def lines_of(said: str) -> list[str]:
    """The lines that were printed, prompts left out."""
    return [line.removeprefix(WORDS.plain.prompt) for line in said.splitlines()]


def number_of(sign: str) -> str:
    """The number that a sign has on its page."""
    for step in CATALOGUE.rules.steps:
        ids = [one.id for one in step.signs] if isinstance(step, Page) else []
        if sign in ids:
            return str(ids.index(sign) + 1)
    raise AssertionError(f"no page asks about {sign}")


def ask_of(sign: str) -> str:
    """The words of a sign."""
    return CATALOGUE.rules.signs[sign].ask


def only_check(house: House) -> Check:
    """The one check that was kept."""
    (check,) = bodies(house, Check)
    assert isinstance(check, Check)
    return check


def signs_of(check: Check) -> set[str]:
    """The signs that a check has reasons for."""
    return {reason.sign for reason in check.reasons}
