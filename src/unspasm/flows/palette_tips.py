"""Topics and tips in the palette of commands."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol, cast

from textual.command import Hits, Provider
from textual.content import Content

from unspasm.domain.tips import Tip, TipLibrary, Topic
from unspasm.flows.found import hit
from unspasm.flows.tips import TipsLead
from unspasm.words.phrases import harmless

_FIRST, _STEP = 0.6, 0.01
"""How well the best tip fits, and each one after it: what one can do stands above what one can
read."""


class _Reading(Protocol):
    """The app, as far as tips go."""

    tips: TipsLead


class TipsProvider(Provider):
    """Finds tips as their own search does, and topics by their titles."""

    async def search(self, query: str) -> Hits:
        """Yield the tips and topics that fit, none while a card comes before reading."""
        lead = cast("_Reading", self.app).tips
        library = lead.readable()
        if library is None:
            return
        found = [*_topics(query, library), *_tips(query, lead, library)]
        for place, (what, about) in enumerate(found):
            opens = lead.open if isinstance(what, Topic) else lead.read
            yield hit(
                max(_FIRST - place * _STEP, _STEP),
                Content(harmless(what.title)),
                about,
                partial(opens, what.id),
            )


def _topics(query: str, library: TipLibrary) -> Iterator[tuple[Topic | Tip, str]]:
    for topic in library.topics:
        if query.casefold() in topic.title.casefold():
            yield topic, topic.about


def _tips(query: str, lead: TipsLead, library: TipLibrary) -> Iterator[tuple[Topic | Tip, str]]:
    titles = {topic.id: topic.title for topic in library.topics}
    for tip in lead.run.find(query):
        yield tip, lead.topic_line(titles[tip.topic])
