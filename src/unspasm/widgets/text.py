"""Text that is never read as markup."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from unspasm.words.phrases import harmless


class Plain(Static):
    """Words as they are: brackets mean nothing, and control characters are not sent."""

    def __init__(
        self,
        words: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str = "",
    ) -> None:
        super().__init__(Content(harmless(words)), name=name, id=id, classes=classes, markup=False)
        self.words = words
        """What it says."""
        self._style = ""

    def say(self, words: str, *, layout: bool = True, style: str = "") -> None:
        """Show other words.

        Args:
            words: what it says from now on.
            layout: it may need more or less room than before, so the screen is laid out anew.
            style: of the words, such as `bold $warning`; this is quicker than a class.
        """
        if (words, style) != (self.words, self._style):
            self.update(Content.styled(harmless(words), style), layout=layout)
            self.words, self._style = words, style

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other content; text is taken as it is."""
        shown = Content(harmless(content)) if isinstance(content, str) else content
        super().update(shown, layout=layout)
        self.words, self._style = str(shown), ""
