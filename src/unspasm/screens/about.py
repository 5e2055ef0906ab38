"""About you: what decides what is safe to offer, and whom to call."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.domain.person import MAYBE_PREGNANT, NOT_PREGNANT, PREGNANT
from unspasm.domain.rules import Call
from unspasm.domain.runs import AboutRun
from unspasm.screens.ask import AskChoice, AskText
from unspasm.screens.base import HouseScreen, bind, digits
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.phrases import about_rows, parted

_PREGNANCY = (NOT_PREGNANT, MAYBE_PREGNANT, PREGNANT)
_CALLS = (None, Call.MATERNITY, Call.POISONS, Call.CRISIS)


class AboutScreen(HouseScreen[None]):
    """The person's own page."""

    CSS_PATH = "about.tcss"
    leads_on = True
    house_words = ("record",)
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("correct", last=7),
        bind("about.home", "escape", "dismiss(None)"),
    ]

    def __init__(self, run: AboutRun, words: Words) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.about

    def compose(self) -> ComposeResult:
        """Lay out what is known."""
        yield Plain(self._words.title, id="title")
        with VerticalScroll(id="about", can_focus=False):
            yield Plain(self._words.intro, classes="quiet")
            for number, (label, value) in enumerate(about_rows(self._run, self._words), start=1):
                yield Row(str(number), label, value)
            lists = self._words.lists.format(date=self._run.reviewed)
            yield Plain(lists, id="lists", classes="quiet")
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def _changed(self, done: bool, otherwise: str = "") -> None:
        rows = zip(self.query(Row), about_rows(self._run, self._words), strict=True)
        for row, (label, value) in rows:
            row.say(label, value)
        saved = self._words.saved if self._run.kept else self._words.not_kept
        self.query_one("#said", Plain).say(saved if done else otherwise)

    def action_correct(self, number: int) -> None:
        """Correct one line."""
        match number:
            case 1:
                self._ask_text(self._words.age_ask, str(self._run.age or ""), self._age)
            case 2:
                options = [getattr(self._words, f"pregnancy_{one}") for one in _PREGNANCY]
                keys = self._all_words.card.ask_keys
                self.app.push_screen(
                    AskChoice(self._words.pregnancy, options, keys), self._pregnancy
                )
            case 3:
                suggested = self._run.suggested
                self._ask_text(
                    self._words.country_ask, suggested.code if suggested else "", self._country
                )
            case _:
                self._ask_number(_CALLS[number - 4])

    def _ask_text(self, question: str, value: str, then: Callable[[str | None], None]) -> None:
        self.app.push_screen(AskText(question, value, self._words.text_keys), then)

    def _age(self, text: str | None) -> None:
        if text is not None:
            self._changed(self._run.set_age(text), self._words.age_bad)

    def _pregnancy(self, place: int | None) -> None:
        if place is not None:
            self._run.set_pregnancy(_PREGNANCY[place])
            self._changed(done=True)

    def _country(self, text: str | None) -> None:
        if text is None:
            return
        found = self._run.find_countries(text)
        if not text or len(found) == 1:
            self._run.set_country(found[0].code if text else None)
            self._changed(done=True)
        elif found:
            names = parted(self._words.also, (one.name for one in found))
            self._changed(False, self._words.country_many.format(names=names))
        else:
            self._changed(False, self._words.country_bad)

    def _ask_number(self, call: Call | None) -> None:
        about = self._run.about
        before = about.emergency_number if call is None else about.numbers.get(call)

        def note(text: str | None) -> None:
            if text is not None:
                self._changed(self._run.set_number(call, text), self._words.number_bad)

        self._ask_text(self._words.number_ask, before or "", note)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Correct what was clicked."""
        self.action_correct(int(event.row.key))

    def help_lines(self) -> Iterable[str]:
        """What this page is for."""
        return self._all_words.help.about_screen
