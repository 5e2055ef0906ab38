"""What the person says about themselves, line by line."""

from unspasm.domain.person import MAYBE_PREGNANT, NOT_PREGNANT, PREGNANT
from unspasm.domain.rules import Call
from unspasm.domain.runs import AboutRun
from unspasm.plain.lines import LEAVES, Lines
from unspasm.plain.telling import named_rows, numbered
from unspasm.words import AboutWords, PlainWords
from unspasm.words.phrases import about_rows, parted

_PREGNANCY = (NOT_PREGNANT, MAYBE_PREGNANT, PREGNANT)
_CALLS = (None, Call.MATERNITY, Call.POISONS, Call.CRISIS)


class PlainAbout:
    """The person's own page, line by line."""

    def __init__(self, run: AboutRun, lines: Lines, words: AboutWords, plain: PlainWords) -> None:
        self._run = run
        self._lines = lines
        self._words = words
        self._plain = plain

    def ask(self) -> None:
        """Show what is known and correct it until the person is done.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        while True:
            words, plain = self._words, self._plain
            self._lines.say("", words.title, words.intro)
            self._lines.say_all(numbered(plain, named_rows(plain, about_rows(self._run, words))))
            self._lines.say(words.lists.format(date=self._run.reviewed), plain.about_ask)
            match self._lines.ask(plain.prompt).casefold():
                case "" | "n" | "b" | "q":
                    return
                case "1":
                    self._age()
                case "2":
                    self._pregnancy()
                case "3":
                    self._country()
                case "4" | "5" | "6" | "7" as key:
                    self._number(_CALLS[int(key) - 4])
                case text:
                    self._lines.say(plain.not_understood.format(text=text))

    def _age(self) -> None:
        self._lines.say(self._words.age_ask)
        text = self._lines.ask(self._plain.prompt)
        if text.casefold() in {"", *LEAVES}:
            return
        done = self._run.set_age(text)
        self._lines.say(self._saved if done else self._words.age_bad)

    def _pregnancy(self) -> None:
        words = self._words
        options = [getattr(words, f"pregnancy_{one}") for one in _PREGNANCY]
        place = self._lines.choose(words.pregnancy, options, self._plain.prompt)
        if place is not None:
            self._run.set_pregnancy(_PREGNANCY[place])
            self._lines.say(self._saved)

    def _country(self) -> None:
        words = self._words
        self._lines.say(words.country_ask)
        text = self._lines.ask(self._plain.prompt)
        if text.casefold() in LEAVES:
            return
        found = self._run.find_countries(text)
        if not text or len(found) == 1:
            self._run.set_country(found[0].code if text else None)
            self._lines.say(self._saved)
        elif found:
            names = parted(words.also, (one.name for one in found))
            self._lines.say(words.country_many.format(names=names))
        else:
            self._lines.say(words.country_bad)

    def _number(self, call: Call | None) -> None:
        self._lines.say(self._words.number_ask)
        text = self._lines.ask(self._plain.prompt)
        if text.casefold() in LEAVES:
            return
        done = self._run.set_number(call, text)
        self._lines.say(self._saved if done else self._words.number_bad)

    @property
    def _saved(self) -> str:
        return self._words.saved if self._run.kept else self._words.not_kept
