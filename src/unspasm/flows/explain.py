"""What can be read about the screen in front: what it is for with its keys, and who says so."""

from textual.screen import Screen

from unspasm.screens.base import Helped, HouseScreen
from unspasm.screens.read import ReadScreen
from unspasm.words import Words


def help_on(screen: Screen[object], words: Words) -> ReadScreen | None:
    """Return what a screen is for, its keys, and what the program is; `None` if it has no help."""
    if not isinstance(screen, Helped):
        return None
    page = list(screen.help_page(words.help, words.glossary))
    page.append(f"{words.app.purpose} {words.app.limits} {words.app.private}")
    return ReadScreen(words.help.title, page, words.help.close)


def sources_of(screen: Screen[object], words: Words) -> ReadScreen | None:
    """Return who says what a screen says; `None` for a question over one."""
    if not isinstance(screen, HouseScreen):
        return None
    lines = list(screen.why_lines()) or [words.help.why_none]
    return ReadScreen(words.help.why_title, lines, words.help.close)
