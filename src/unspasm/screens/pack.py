"""A pack that is on the skin: how long it may stay, and what to do now."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Footer

from unspasm.domain.pack_entries import Ended
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.runs import PackRun
from unspasm.screens.ask import AskAboutPack
from unspasm.screens.base import HouseScreen, Scrolling, bind, scroll_keys
from unspasm.widgets.bar import Bar
from unspasm.widgets.numerals import Numerals
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.pack_phrases import clock, details, digits, keys, name_of, title_case, what_now

_DEAF_SECONDS = 1.0
"""How long an alarm that has just come up takes no key: it may have come up under a typing hand."""
_LONG_ENOUGH = 30
"""Seconds that it says what another copy has noted: nobody sits in front of a pack all the time."""

Said = tuple[OnSkin, Ended]
"""A pack as it was on the skin, and what was said when it came off."""


class PackScreen(Scrolling, HouseScreen[Said]):
    """The pack on the skin. Its result is what was said when it came off; none if it stays on."""

    CSS_PATH = "pack.tcss"
    house_words = ("pack", "skin_rest")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("pack.off", "o", "off"),
        bind("pack.fine", "f", "fine"),
        bind("pack.not_fine", "x", "not_fine"),
        bind("pack.earlier", "l", "earlier"),
        bind("pack.untouched", "u", "untouched"),
        bind("pack.sound", "m", "app.sound"),
        bind("pack.leave", "escape", "leave"),
        *scroll_keys("pack"),
    ]

    def __init__(
        self, run: PackRun, words: Words, now: Callable[[], float], why: Iterable[str]
    ) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.pack
        self._now = now
        self._why = tuple(why)
        self._over_since: float | None = None
        """When this screen first told to take it off, in seconds of the awake clock."""
        self._shown = ""
        """The time on the screen."""
        self._untouched = True

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the time, one sentence, and what else there is to know."""
        yield Plain(id="head")
        with VerticalScroll(id="pack", can_focus=False):
            yield Plain(self._words.over_title, id="call")
            yield Numerals(id="time")
            yield Plain(id="time-low")
            yield Plain(self._words.left_word, id="left")
            yield Bar(id="bar")
            yield Plain(id="now")
            yield Plain(id="details")
            yield Plain(id="keys")
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the pack."""
        self.say("")
        self.show()

    def show(self) -> None:
        """Show the pack as it is now; called several times a second."""
        pack = self._run.pack
        if pack is None or not self.query("#keys"):
            return  # on the way in not all lines are there yet, on the way out not any more
        if pack.over and self._over_since is None:
            self._over_since = self._now()
        over, asks = pack.over is not None, pack.asks
        if (over, asks) != (self.has_class("-over"), self.has_class("-asks")):
            self.set_class(over, "-over")
            self.set_class(asks, "-asks")
            self.say("")
            self.refresh_bindings()
            self._tell("#left", self._words.on_word if over else self._words.left_word)
        name = title_case(name_of(self._words, pack.on.kind))
        ends = "" if over else self._words.ends_at.format(time=clock(pack.ends))
        self._tell("#head", f"{name}   {ends}")
        self._show_time(pack)
        self._tell("#now", what_now(self._words, pack))
        lines = details(self._words, self._all_words.calendar, pack)
        self._tell("#details", "\n".join(lines))
        self._tell("#keys", keys(self._words, pack))
        if pack.can_be_untouched is not self._untouched:
            self._untouched = pack.can_be_untouched
            self.refresh_bindings()

    def is_gone(self, *, elsewhere: bool) -> None:
        """Go, and say so if it is another copy that has noted that it is off."""
        if elsewhere:
            self.app.notify(self._words.off_elsewhere, markup=False, timeout=_LONG_ENOUGH)
        self.dismiss(None)

    def _show_time(self, pack: OnSkin) -> None:
        """Show the time left, or once it is over the time on the skin."""
        on_for = pack.on_for or timedelta(0)
        shown = digits(on_for - timedelta(seconds=1)) if pack.over else digits(pack.left)
        if shown == self._shown:
            return
        self._shown = shown
        self.set_class(pack.on_for is None, "-unknown")
        # One of the two can be seen; to lay out the other would double the work of each second.
        if self.has_class("-low"):
            template = self._words.time_on if pack.over else self._words.time_left
            self._tell("#time-low", template.format(time=shown))
        else:
            self.query_one(Numerals).show(shown)
        self.query_one(Bar).show(min(1.0, on_for / pack.planned))

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - as Textual hands it on
        """Show the time where it can be seen in this size."""
        self._shown = ""
        self.call_after_refresh(self.show)

    def say(self, words: str) -> None:
        """Say what has just been noted."""
        self._tell("#said", words)
        self.query_one("#said").display = bool(words)

    def _tell(self, where: str, words: str) -> None:
        """Change a line only if it says something else: nothing moves but the time."""
        line = self.query_one(where, Plain)
        if line.words != words:
            line.say(words)

    # --- keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that mean something now."""
        pack = self._run.pack
        over = pack is not None and pack.over is not None
        match action:
            case "fine" | "not_fine":
                return pack is not None and pack.asks
            case "untouched":
                return pack is not None and not over and pack.can_be_untouched
            case "earlier":
                return pack is not None and over and pack.long_ago
            case "leave":
                return not over
            case _:
                return super().check_action(action, parameters)

    def _listens(self) -> bool:
        if self._over_since is not None and self._now() - self._over_since < _DEAF_SECONDS:
            self.say(self._words.deaf)
            return False
        return self._run.pack is not None

    def action_off(self) -> None:
        """Note that it is off. While it may stay on, a slip of a key is asked about."""
        if not self._listens():
            return
        pack = self._run.pack
        if pack and not pack.over and not pack.asks:
            words = self._words
            ask = AskAboutPack(words.off_ask, [words.off_yes, words.off_no], words.card_keys)
            self.app.push_screen(ask, lambda place: self._end(Ended.OFF) if place == 0 else None)
        else:
            self._end(Ended.OFF)

    def action_earlier(self) -> None:
        """Note that it came off long before."""
        if self._listens():
            self._end(Ended.EARLIER)

    def action_untouched(self) -> None:
        """Take it back: it never touched the skin."""
        self._end(Ended.UNTOUCHED)

    def _end(self, ended: Ended) -> None:
        if pack := self._run.off(ended):
            self.dismiss((pack, ended))

    def action_fine(self) -> None:
        """Note that the skin is fine."""
        self._run.checked(fine=True)
        self.show()
        if pack := self._run.pack:
            self.say(self._words.noted_fine.format(time=clock(pack.now)))

    def action_not_fine(self) -> None:
        """Note that the skin is not fine: the pack has to come off."""
        self._run.checked(fine=False)
        self.show()

    def action_leave(self) -> None:
        """Go home. The pack goes on counting."""
        self.dismiss(None)

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How the pack timer works."""
        return self._all_words.help.pack

    def why_lines(self) -> Iterable[str]:
        """Where each number of the timer comes from."""
        return self._why
