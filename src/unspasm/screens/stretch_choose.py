"""Which routine today: what fits, why, how long, and what it needs."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import Body, Chosen, Fitted, Why
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.own_phrases import name_of
from unspasm.words.stretch_phrases import (
    left_out_today,
    what_is_known,
    what_it_takes,
    why_suggested,
)

_LETTERS = "cdghjkmnpstvwxyz"
"""The keys after the digits: those that nothing else on this screen or in the app has."""
_KEYS = f"123456789{_LETTERS}"
_BETTER = (None, Direction.BEND, Direction.ARCH)


class StretchChooseScreen(Scrolling, HouseScreen[Chosen]):
    """Its result is what was taken or changed; none if the person leaves."""

    CSS_PATH = "stretch_choose.tcss"
    leads_on = True
    house_words = ("routine", "stretch", "session", "floor")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("take"),
        bind("stretch.start", "enter", "start"),
        bind("stretch.floor", "f", "floor"),
        bind("stretch.better", "b", "better"),
        bind("stretch.unsuited", "u", "unsuited"),
        bind("stretch.own", "r", "own"),
        *(
            bind(f"take.{key}", key, f"take({number})", show=False)
            for number, key in enumerate(_LETTERS, start=10)
        ),
        bind("stretch.take_in", "l", "take_in", show=False),
        bind("stretch.leave", "escape", "dismiss(None)"),
        *scroll_keys("stretch"),
    ]

    def __init__(
        self,
        words: Words,
        body: Body,
        fitted: Iterable[Fitted],
        suggested: Fitted,
        why: Why,
        sources: Iterable[str],
    ) -> None:
        super().__init__()
        self._all_words = words
        self._words = words.stretch
        self._body = body
        self._fitted = tuple(fitted)
        self._chosen = suggested
        self._why = why
        self._sources = tuple(sources)

    def compose(self) -> ComposeResult:
        """Lay out why, the routines, and what the choice rests on."""
        words = self._words
        yield Plain(words.choose_title, id="title")
        with VerticalScroll(id="stretch", can_focus=False):
            yield Plain(why_suggested(words, self._chosen, self._why), id="why")
            for key, one in zip(_KEYS, self._fitted, strict=False):
                note = what_it_takes(words, one)
                name = name_of(self._all_words.own, one.routine.name, yours=one.routine.yours)
                yield Row(key, name, note, mark=self._mark(one), note_yields=True)
            yield Plain(id="takes")
            yield Plain(id="about")
            yield Plain(" ".join(what_is_known(words, self._body)), classes="quiet")
            yield Plain(words.honest, classes="quiet")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Say what is marked."""
        self._show()

    def _mark(self, one: Fitted) -> str:
        check = self._all_words.check
        marked = one.routine.id == self._chosen.routine.id
        return check.mark_yes if marked else check.mark_blank

    def _show(self) -> None:
        for row, one in zip(self.query(Row), self._fitted, strict=False):
            row.mark(self._mark(one), on=one.routine.id == self._chosen.routine.id)
        takes = self._words.takes.format(what=what_it_takes(self._words, self._chosen))
        self.query_one("#takes", Plain).say(takes)
        said = [self._chosen.routine.why, left_out_today(self._words, self._chosen)]
        self.query_one("#about", Plain).say("\n".join(filter(None, said)))

    # --- keys ---------------------------------------------------------------------------------

    def action_take(self, number: int) -> None:
        """Mark a routine; a second time starts it."""
        if number > min(len(self._fitted), len(_KEYS)):
            return
        again = self._fitted[number - 1].routine.id == self._chosen.routine.id
        self._chosen = self._fitted[number - 1]
        if again:
            self.action_start()
        else:
            self._show()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_take(_KEYS.index(event.row.key) + 1)

    def action_start(self) -> None:
        """Start what is marked. If nothing of it fits, that is said then."""
        self._take(self._chosen.routine.id)

    def action_floor(self) -> None:
        """Say whether the floor will do."""
        self.dismiss(Chosen(None, not self._body.floor, self._body.better))

    def action_better(self) -> None:
        """Say which way feels better."""
        place = (_BETTER.index(self._body.better) + 1) % len(_BETTER)
        self.dismiss(Chosen(None, self._body.floor, _BETTER[place]))

    def action_unsuited(self) -> None:
        """Ask again what does not suit."""
        self._take(None, ask_again=True)

    def action_take_in(self) -> None:
        """See what was left out."""
        self._take(None, take_in=True)

    def action_own(self) -> None:
        """See the routines of one's own."""
        self._take(None, own=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing to take in where nothing was left out."""
        if action == "take":
            return parameters[0] in range(1, len(self._fitted) + 1)
        if action == "take_in":
            return bool(self._body.left_out)
        return super().check_action(action, parameters)

    def _take(
        self,
        routine: str | None,
        *,
        ask_again: bool = False,
        take_in: bool = False,
        own: bool = False,
    ) -> None:
        body = self._body
        self.dismiss(Chosen(routine, body.floor, body.better, ask_again, take_in, own))

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How sessions work."""
        return self._all_words.help.stretch

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._sources
