"""Home: how things stand, and what can be done now."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from unspasm.domain.home import HomeView
from unspasm.domain.locks import Activity
from unspasm.domain.urgency import Urgency
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.pack_phrases import home_note
from unspasm.words.phrases import head, home_sentences
from unspasm.words.tips_phrases import tips_on_home

if TYPE_CHECKING:
    from unspasm.domain.spasm_now import SpasmNow
    from unspasm.domain.tips import Tip

_LETTERS = "rcase"
"""The keys after the digits."""
_OVER = "e"


class HomeScreen(Scrolling, HouseScreen[None]):
    """Home."""

    house_words = ("spasm", "sign", "check", "card", "record")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("do", last=8),
        *scroll_keys("home"),
        *(bind(f"do.{key}", key, f"do('{key}')", show=False) for key in _LETTERS),
    ]

    class Chosen(Message):
        """The person wants to do one of the things on Home."""

        def __init__(self, what: str) -> None:
            self.what = what
            super().__init__()

    def __init__(self, words: Words, view: HomeView, troubles: Iterable[str]) -> None:
        super().__init__()
        self._words = words
        self._view = view
        self._troubles = tuple(troubles)
        self._spasm: SpasmNow | None = None
        """Known once Home is painted."""
        self._tip: Tip | None = None
        """Today's, known once Home is painted."""

    def compose(self) -> ComposeResult:
        """Lay out how things stand, and the list."""
        yield Plain(self._head, id="head")
        with VerticalScroll(id="home", can_focus=False):
            stands = Plain(self._stands, id="stands")
            self._mark(stands)
            yield stands
            yield Plain(self._words.home.what_now, id="what-now")
            for key, (_, words, note) in self._doings():
                row = Row(key, words, note, note_yields=True, shares=(2, 3), id=f"do-{key}")
                row.display = self._has(key)
                yield row
            yield Plain(self._words.home.worse, id="worse")
        yield Footer(show_command_palette=True)

    def show(
        self,
        view: HomeView,
        troubles: Iterable[str],
        spasm: "SpasmNow | None" = None,
        tip: "Tip | None" = None,
    ) -> None:
        """Say how things stand now; called whenever something was kept."""
        self._view, self._troubles, self._spasm, self._tip = view, tuple(troubles), spasm, tip
        # On the way out the lines go, one by one, before the app's clock stops.
        there = {one.id for one in self.query("#head, #stands, Row")}
        if there >= {"head", "stands", *(f"do-{key}" for key, _ in self._doings())}:
            self._say()

    def _say(self) -> None:
        self.query_one("#head", Plain).say(self._head)
        stands = self.query_one("#stands", Plain)
        stands.say(self._stands)
        self._mark(stands)
        for key, (_, doing, note) in self._doings():
            row = self.query_one(f"#do-{key}", Row)
            row.say(doing, note)
            row.display = self._has(key)

    @property
    def _head(self) -> str:
        return f"{self._words.app.name}   {head(self._words.calendar, self._view.now)}"

    @property
    def _stands(self) -> str:
        words = self._words
        lines = home_sentences(words.home, words.calendar, self._view, self._spasm)
        return "\n".join([*lines, *self._troubles])

    def _mark(self, stands: Plain) -> None:
        stands.set_class(self._view.standing is Urgency.EMERGENCY, "-emergency")
        stands.set_class(self._view.standing is Urgency.SAME_DAY, "-same-day")

    def _has(self, key: str) -> bool:
        return key != _OVER or self._view.in_episode

    def _doings(self) -> Iterator[tuple[str, tuple[str, str, str]]]:
        home, view = self._words.home, self._view
        waits = Activity.SESSION in view.waits or view.under_16
        quiet = self._spasm is not None and self._spasm.quiet
        yield "1", ("ease", home.ease, home.stretch_waits if waits else home.ease_note)
        check = home.check if view.unfinished is None else home.check_go_on
        yield "2", ("check", check, home.check_note)
        yield "3", ("stretch", home.stretch, home.stretch_waits if waits else home.stretch_note)
        yield "4", ("packs", home.packs, home_note(home, view))
        yield "5", ("log", home.log, home.log_note)
        yield "6", ("progress", home.progress, home.progress_note)
        tips = self._words.tips
        yield "7", ("tips", tips.home, tips_on_home(tips, view, self._tip))
        yield "8", ("page", home.page, home.page_note)
        yield _OVER, ("over", home.over, home.over_quiet if quiet else home.over_note)
        yield "r", ("own", home.own, home.own_note)
        has_card = view.has_card or view.course
        yield "c", ("card", home.card, home.card_note if has_card else home.card_none)
        yield "a", ("about", home.about, home.about_note)
        yield "s", ("settings", home.settings, home.settings_note)

    def action_do(self, pressed: int | str) -> None:
        """Do one of the things on the list."""
        for key, (what, _, _) in self._doings():
            if key == str(pressed) and self.query_one(f"#do-{key}", Row).display:
                self.post_message(self.Chosen(what))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hear only the keys of what is on the list."""
        if action == "do":
            there = str(parameters[0]) in {key for key, _ in self._doings()}
            return there and (parameters[0] != _OVER or self._view.in_episode)
        return super().check_action(action, parameters)

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Do what was clicked."""
        self.action_do(event.row.key)

    def help_lines(self) -> Iterable[str]:
        """What there is to know about Home."""
        return self._words.help.home
