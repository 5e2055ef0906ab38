"""What no single value of a tip or of the daily plan can get wrong by itself."""

import re
from collections.abc import Iterator, Mapping, Sequence

from unspasm.catalogue.cross import MOST_LINES
from unspasm.catalogue.faults import Finding, Path
from unspasm.catalogue.shapes_tips import PlanShape, SmallShape, TipShape, TopicShape
from unspasm.catalogue.values import twice, unknown_sources

_MOST_LETTERS = {"topic": 30, "title": 60, "do": 50, "about": 100}
_MOST_IN_LEAD = 3
_MOST_IN_LINE = 4
"""Sentences."""
_PHASES = ("acute", "easing", "prevention")
_SENTENCE_ENDS = re.compile(r"[.!?]+[\"')]*(?:\s|$)")


def findings_in_topics(
    topics: Mapping[str, TopicShape], sources: frozenset[str] | None
) -> Iterator[tuple[str, Finding]]:
    """What is wrong with tips, each with the name of its file."""
    known = {tip.id for topic in topics.values() for tip in topic.tip}
    seen: dict[str, str] = {}
    for name, topic in topics.items():
        for finding in _in_topic(name, topic):
            yield name, finding
        for place, tip in enumerate(topic.tip):
            path: Path = ("tip", place)
            if tip.id in seen:
                yield name, ((*path, "id"), f"{tip.id!r} stands in {seen[tip.id]} already")
            seen.setdefault(tip.id, name)
            for finding in _in_tip(path, tip, known, sources):
                yield name, finding


def findings_in_plan(
    plan: PlanShape,
    topics: Mapping[str, TopicShape],
    sources: frozenset[str] | None,
    *,
    with_topics: bool,
) -> Iterator[Finding]:
    """What is wrong with the small things of a day, and whether there is anything to read.

    Args:
        plan: them.
        topics: what could be read of the tips.
        sources: every source, if they could be read.
        with_topics: there are files of tips, whether or not they could be read.
    """
    if not with_topics:
        yield ("small",), "there is no file of a topic beside it"
    tips = {tip.id for topic in topics.values() for tip in topic.tip}
    yield from twice("small", [one.id for one in plan.small])
    for place, one in enumerate(plan.small):
        path: Path = ("small", place)
        yield from _in_small(path, one, sources)
        if with_topics and one.tip not in tips:
            yield (*path, "tip"), f"there is no tip {one.tip!r}"
    for phase in _PHASES:
        fitting = [place for place, one in enumerate(plan.small) if phase in one.phases]
        if len(fitting) > MOST_LINES:
            place = fitting[MOST_LINES]
            yield ("small", place, "phases"), f"{phase!r} has more than {MOST_LINES} small things"


def _in_topic(name: str, topic: TopicShape) -> Iterator[Finding]:
    if name != f"tips/{topic.id}.toml":
        yield ("id",), f"{topic.id!r} is not the name of its file"
    yield from _too_long(("title",), topic.title, _MOST_LETTERS["topic"])
    yield from _too_long(("about",), topic.about, _MOST_LETTERS["about"])


def _in_tip(
    path: Path, tip: TipShape, known: set[str], sources: frozenset[str] | None
) -> Iterator[Finding]:
    yield from _too_long((*path, "title"), tip.title, _MOST_LETTERS["title"])
    yield from _too_many((*path, "lead"), [tip.lead], _MOST_IN_LEAD)
    yield from _too_many((*path, "lines"), tip.lines, _MOST_IN_LINE)
    yield from unknown_sources((*path, "sources"), tip.sources, sources)
    if len(tip.related) > MOST_LINES:
        yield (*path, "related"), f"names more than {MOST_LINES} tips"
    for place, other in enumerate(tip.related):
        if other not in known:
            yield (*path, "related", place), f"there is no tip {other!r}"
        elif other == tip.id or other in tip.related[:place]:
            yield (*path, "related", place), f"{other!r} leads nowhere new"
    if tip.check and tip.phases:
        yield (*path, "phases"), "what asks about a warning sign is never today's tip"


def _in_small(path: Path, one: SmallShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    yield from _too_long((*path, "do"), one.do, _MOST_LETTERS["do"])
    yield from _too_many((*path, "why"), [one.why], 1)
    yield from unknown_sources((*path, "sources"), one.sources, sources)
    if not one.phases:
        yield (*path, "phases"), "names no phase of recovery"


def _too_long(path: Path, text: str, most: int) -> Iterator[Finding]:
    if len(text) > most:
        yield path, f"has {len(text)} letters, and {most} is the most"


def _too_many(path: Path, texts: Sequence[str], most: int) -> Iterator[Finding]:
    for text in texts:
        if len(_SENTENCE_ENDS.findall(text)) > most:
            yield path, f"has more than {most} sentences: {text[:40]!r}"
