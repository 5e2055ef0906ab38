"""After a pack: how the skin looks, how the pain is, and how long the skin rests."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from unspasm.domain.pack_entries import SkinLook
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.runs import PackRun
from unspasm.screens.after import AfterScreen
from unspasm.screens.base import bind, digits, scroll_keys
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.pack_phrases import clock, said_of_rest

_LOOKS = (SkinLook.NORMAL, SkinLook.CHANGED)


class PackAfterScreen(AfterScreen[SkinLook]):
    """The end of a pack. Its result is what the skin looks like, if that was said."""

    house_words = ("pack", "skin_rest")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("digit"),
        bind("after.go_on", "enter", "go_on"),
        bind("after.rub_out", "backspace", "rub_out", show=False),
        bind("after.leave", "escape", "leave"),
        *scroll_keys("after"),
    ]

    def __init__(self, run: PackRun, words: Words, pack: OnSkin, said: str) -> None:
        own, kind = words.pack, pack.on.kind
        rest = run.rest(kind)
        until = (
            own.strip_rest.format(time=clock(pack.now + rest.left))
            if rest
            else said_of_rest(own, rest, kind, pack.now)
        )
        looks = tuple(zip(_LOOKS, own.skin_options, strict=False))
        super().__init__(words, said, [until], own.skin_ask, looks, own.pain_ask)
        self._run = run
        self._words = own
        self._pack = pack

    def on_mount(self) -> None:
        """Say if nothing could be kept."""
        if not self._run.kept:
            self.query_one("#said", Plain).say(self._all_words.card.nothing_kept)

    def answered(self, answer: SkinLook) -> None:
        """Note what the skin looks like, whatever is said of the pain; the rest goes by it."""
        pack, kind = self._pack, self._pack.on.kind
        self._run.after(pack.id, skin=answer)
        self.tell(said_of_rest(self._words, self._run.rest(kind), kind, pack.now))

    def ended(self, answer: SkinLook, pain: int | None) -> None:
        """Note the pain, if that was said."""
        del answer  # it has been noted
        if pain is not None:
            self._run.after(self._pack.id, pain=pain)

    def help_lines(self) -> Iterable[str]:
        """How the pack timer works."""
        return self._all_words.help.pack
