"""Text that is never read as markup."""

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from unspasm.words.phrases import harmless

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


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
        """Show other content; text is taken as it is.

        The screen is laid out anew only where the content needs another number of lines.
        """
        shown = Content(harmless(content)) if isinstance(content, str) else content
        super().update(shown, layout=False)
        self.words, self._style = str(shown), ""
        if layout and self._needs_other_room:
            self.refresh(layout=True)

    @property
    def _needs_other_room(self) -> bool:
        styles, size = self.styles, self.content_size
        if styles.is_auto_width or not size:
            return True
        rules = cast("RulesMap", styles)  # which they are, as Textual uses them
        return styles.is_auto_height and self.visual.get_height(rules, size.width) != size.height
