"""The line about the pack that every screen bears."""

from datetime import datetime

from unspasm.domain.pack_record import OnSkin
from unspasm.widgets.text import Plain
from unspasm.words.pack_phrases import strip, strip_plain
from unspasm.words.pack_words import PackWords


class PackStrip(Plain):
    """A pack that is on, or the rest of the skin. Without either it takes no room."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    PackStrip { dock: top; height: auto; max-height: 2; padding: 0 3; display: none; }
    PackStrip { background: $surface; color: $warning; }
    PackStrip.-pack { text-style: bold; }
    PackStrip.-over { background: $emergency-ground; color: $emergency-text; }
    PackStrip.-over:nocolor { text-style: bold reverse; }
    .-narrow PackStrip { padding: 0 1; }
    """

    def __init__(self, words: PackWords) -> None:
        super().__init__()
        self._pack_words = words

    def show(self, pack: OnSkin | None, rests_until: datetime | None, *, keys: bool) -> None:
        """Say how it is now; name the keys only where they are heard."""
        text = (strip if keys else strip_plain)(self._pack_words, pack, rests_until)
        if text != self.words:
            self.say(text)
            self.display = bool(text)
            self.set_class(pack is not None, "-pack")
            self.set_class(pack is not None and pack.over is not None, "-over")
