"""The care card: when and where to get care, why, and what became of it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer

from unspasm.domain.care import CareCard
from unspasm.domain.entries import Said
from unspasm.domain.runs import CardRun
from unspasm.domain.urgency import Urgency
from unspasm.screens.ask import AskChoice, AskMany, AskText
from unspasm.screens.base import HouseScreen, Scrolling, bind, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words

_SAID = (Said.GO_ON, Said.NOT_YET, Said.DID_NOT_SAY)
_MOST_DIGITS = 4
"""Of days ago: nobody is asked about more than a lifetime."""


class CareScreen(Scrolling, HouseScreen[bool]):
    """One care card. Its result is whether the check is to go on where it stopped."""

    CSS_PATH = "care.tcss"
    house_words = ("card", "sign", "seen")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("care.called", "1", "called", show=False),
        bind("care.seen", "2", "seen", show=False),
        bind("care.mistake", "3", "mistake", show=False),
        bind("care.go_on", "g", "go_on", show=False),
        bind("care.why", "i", "why"),
        bind("care.home", "escape", "home"),
        *scroll_keys("care"),
    ]

    def __init__(
        self, run: CardRun, words: Words, troubles: Iterable[str], why: Iterable[str]
    ) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.card
        self._troubles = tuple(troubles)
        self._why = tuple(why)
        self.add_class(f"-{run.card.urgency.word.replace('_', '-')}")

    # --- layout -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the card, and the three things that can be said about it."""
        card = self._run.card
        yield Plain(f"{card.level}  {card.heading}", id="level")
        with VerticalScroll(id="card", can_focus=False):
            for words, kind in _paragraphs(
                card, self._all_words, from_record=self._run.from_record
            ):
                yield Plain(words, classes=kind)
            for trouble in self._troubles:
                yield Plain(trouble, classes="heading")
        yield Plain(id="said")
        with Horizontal(id="answers"):
            if self._run.answerable:
                yield Row("1", self._words.called)
                yield Row("2", self._words.seen)
                yield Row("3", self._words.mistake, classes="wide")
            if self._run.can_go_on:
                yield Row("g", self._words.go_on, classes="wide")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Say what the person should know first."""
        self._say("")
        if self._run.guest:
            self._say(self._words.guest)
        elif self._run.open and self._run.card.urgency is Urgency.SAME_DAY:
            self._say(self._words.spoken)
        elif not self._run.kept:
            self._say(self._words.nothing_kept)

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Plain)
        said.say(words)
        said.display = bool(words)

    # --- keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what would lead on while an emergency card stands."""
        if action in {"why", "home"} and self._run.stays:
            return False
        return super().check_action(action, parameters)

    def _listens(self) -> bool:
        """Whether a key is taken: not in the first second of an emergency, not for a guest."""
        if self._run.deaf:
            self._say(self._words.deaf)
            return False
        return self._run.answerable

    def action_called(self) -> None:
        """Note that the person has called."""
        if self._listens():
            self._done(self._run.called(), self._words.called_short)

    def action_seen(self) -> None:
        """Ask when the person was seen, and what was said about exercise."""
        if self._listens():
            words = self._words
            ask = AskChoice(words.seen_when_ask, words.seen_when, words.ask_keys)
            self.app.push_screen(ask, self._seen_when)

    def _seen_when(self, place: int | None) -> None:
        if place is None:
            return
        if place < len(self._words.seen_when) - 1:
            self._ask_said(place)
        else:
            ask = AskText(self._words.seen_days_ask, "", self._all_words.about.text_keys)
            self.app.push_screen(ask, self._seen_days)

    def _seen_days(self, text: str | None) -> None:
        if text is None:
            return
        if text.isdecimal() and len(text) <= _MOST_DIGITS:
            self._ask_said(int(text))
        else:
            self._say(self._all_words.plain.not_understood.format(text=text))

    def _ask_said(self, days: int) -> None:
        words = self._words
        if self._run.from_record:  # it closes nothing, so nothing waits for what was said
            self._done(self._run.seen(days, Said.DID_NOT_SAY), words.seen_done_step)
            return

        def note(place: int | None) -> None:
            if place is not None:
                said = _SAID[place]
                done = str(getattr(words, f"seen_done_{said.value}"))
                self._done(self._run.seen(days, said), done)

        ask = AskChoice(words.seen_said_ask, words.seen_said, words.ask_keys)
        self.app.push_screen(ask, note)

    def action_mistake(self) -> None:
        """Ask which tick was a mistake."""
        if self._listens() and self._run.ticks:
            check = self._all_words.check
            ask = AskMany(
                self._words.mistake_ask,
                [asked for _, asked in self._run.ticks],
                self._words.many_keys,
                (check.mark_blank, check.mark_yes),
            )
            self.app.push_screen(ask, self._mistakes)

    def _mistakes(self, places: frozenset[int] | None) -> None:
        words = self._words
        if not places:
            self._say(words.mistake_none)
            return
        chosen = [self._run.ticks[place] for place in sorted(places)]
        question = "\n".join([words.mistake_confirm, *(f"  {asked}" for _, asked in chosen)])

        def take_back(place: int | None) -> None:
            if place == 0:
                written = self._run.take_back(frozenset(sign for sign, _ in chosen))
                self._done(written, words.mistake_done)
            else:
                self._say(words.mistake_none)

        ask = AskChoice(question, [words.mistake_yes, words.mistake_no], words.ask_keys)
        self.app.push_screen(ask, take_back)

    def _done(self, written: bool, words: str) -> None:
        self._say(words if written else self._words.nothing_kept)
        self.refresh_bindings()
        if self._run.can_go_on and not self.query("#answers Row.go-on"):
            self.query_one("#answers", Horizontal).mount(
                Row("g", self._words.go_on, classes="wide go-on")
            )

    def action_go_on(self) -> None:
        """Go on with the check where it stopped."""
        if self._run.deaf:
            self._say(self._words.deaf)
        elif self._run.can_go_on:
            self.dismiss(True)

    def action_home(self) -> None:
        """Go back to Home."""
        if self._run.deaf:
            self._say(self._words.deaf)
        else:
            self.dismiss(False)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        {
            "1": self.action_called,
            "2": self.action_seen,
            "3": self.action_mistake,
            "g": self.action_go_on,
        }[event.row.key]()

    # --- help ---------------------------------------------------------------------------------

    @property
    def holds(self) -> bool:
        """Whether nothing may lead on from here."""
        return self._run.stays or self._run.deaf

    @property
    def deaf(self) -> bool:
        """Whether it has just come up and takes no key yet."""
        return self._run.deaf

    def help_lines(self) -> Iterable[str]:
        """What the card is for."""
        return self._all_words.help.card

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._why


def _paragraphs(
    card: CareCard, all_words: Words, *, from_record: bool
) -> Iterator[tuple[str, str]]:
    """The card from top to bottom: words, and what kind they are."""
    words = all_words.card
    emergency = card.urgency is Urgency.EMERGENCY
    for number, line in enumerate(card.act):
        yield line, "act first" if not number else "act"
    if card.why:
        yield (words.why_record if from_record else words.why), "heading"
        yield from ((line, "point") for line in card.why)
    else:
        yield words.why_none, "heading"
    if card.urgency > Urgency.SELF_CARE:
        yield words.say, "heading"
        yield f'"{card.say}"', "say"
    yield (words.meanwhile_emergency if emergency else words.meanwhile), "heading"
    yield from ((line, "point") for line in card.meanwhile)
    if card.tonight:
        yield words.tonight, "heading"
        yield from ((line, "point") for line in card.tonight)
    if card.call_now_if:
        yield card.call_now_if_heading, "heading"
        yield from ((line, "point") for line in card.call_now_if)
    yield words.cannot_phone, "heading"
    yield card.cannot_phone, "point"
    yield words.seen_anyway, "heading"
    yield card.seen_anyway, "point"
    yield words.again, "heading"
    yield card.check_again, "point"
    yield from ((note, "note") for note in card.notes)
