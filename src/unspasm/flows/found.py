"""What the palette of commands finds, as it is: names that a person gave are no markup."""

from collections.abc import Callable
from typing import cast

from textual.command import DiscoveryHit, Hit
from textual.content import Content
from textual.fuzzy import Matcher

from unspasm.words.phrases import harmless

Do = Callable[[], object]


def hit(score: float, title: Content, about: str, do: Do) -> Hit:
    """Return a hit.

    Args:
        score: how well it fits, from 0 to 1.
        title: what is found, with what fits in it marked; see `marked`.
        about: what more there is to say.
        do: what it does.
    """
    return Hit(score, title, do, text=title.plain, help=_as_it_is(about))


def offered(title: str, about: str, do: Do) -> DiscoveryHit:
    """Return what is offered before anything is typed."""
    return DiscoveryHit(Content(harmless(title)), do, text=harmless(title), help=_as_it_is(about))


def marked(matcher: Matcher, title: str) -> Content:
    """Return a title in which the letters that fit are marked.

    Textual's own `highlight` would read it as markup.
    """
    shown = Content(harmless(title))
    score, places = matcher.fuzzy_search.match(matcher.query, title)
    for place in places if score else ():
        if not title[place].isspace():
            shown = shown.stylize(matcher.match_style, place, place + 1)
    return shown


def _as_it_is(text: str) -> str:
    """Return text that Textual shows as it is: it reads a `str` as markup, and content never."""
    return cast("str", Content(harmless(text)))
