"""What the care cards, numbers and sources get wrong between values."""

from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

from unspasm.catalogue.faults import Finding, Path
from unspasm.catalogue.shapes import CardShape, CareShape, NumbersShape, SourcesShape
from unspasm.catalogue.values import twice, unknown_sources
from unspasm.domain.card_words import SharedWords

CALL_NOW_LINES = 6
CARDS = frozenset({"self_care", "routine", "soon", "same_day", "emergency", "under_16"})
CALLS = frozenset({"maternity", "poisons", "crisis"})


def findings_in_care(care: CareShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    """What is wrong across `care.toml`."""
    yield from twice("card", [card.id for card in care.card])
    for missing in sorted(CARDS - {card.id for card in care.card}):
        yield ("card",), f"there is no card {missing!r}"
    for missing in sorted(CALLS - {call.id for call in care.call}):
        yield ("call",), f"there is no call {missing!r}"
    for place, card in enumerate(care.card):
        wanted = 0 if card.id == "emergency" else CALL_NOW_LINES
        if len(card.call_now_if) != wanted:
            yield (
                ("card", place, "call_now_if"),
                f"wants {wanted} lines, has {len(card.call_now_if)}",
            )
        yield from unknown_sources(("card", place, "sources"), card.sources, sources)
        for key, lines in _lines(card).items():
            allowed = {"call"} if key == "act" else set[str]()
            for line in lines:
                yield from _placeholders(("card", place, key), line, allowed)
    for place, call in enumerate(care.call):
        yield from unknown_sources(("call", place, "sources"), call.sources, sources)
        yield from _placeholders(("call", place, "act"), call.act, {"call"})
        yield from _placeholders(("call", place, "own"), call.own, {"number"})
    yield from _shared(care)


_SHARED_PLACEHOLDERS = {
    "call_now_if_heading": {"call"},
    "by_text": {"number"},
    "stale": {"date"},
    "reviewed": {"date"},
    "say_days": {"days"},
    "number_known": {"numbers", "country"},
    "number_own": {"number"},
    "number_unsure": {"numbers", "country"},
    "advice_line": {"country", "name", "number"},
    "advice_line_number": {"country", "name", "number"},
    "advice_unchecked": {"country", "name", "number"},
}


def _shared(care: CareShape) -> Iterator[Finding]:
    wanted = {field.name for field in fields(SharedWords)}
    for key in sorted(wanted - set(care.shared)):
        yield ("shared",), f"there is no {key!r}"
    for key in sorted(set(care.shared) - wanted):
        yield ("shared", key), "unknown key"
    for key, words in care.shared.items():
        yield from _placeholders(("shared", key), words, _SHARED_PLACEHOLDERS.get(key, set()))


def _lines(card: CardShape) -> dict[str, list[str]]:
    """The lines of a card, by key."""
    return {
        "level": [card.level],
        "heading": [card.heading],
        "act": card.act,
        "meanwhile": card.meanwhile,
        "tonight": card.tonight,
        "call_now_if": card.call_now_if,
        "seen_anyway": [card.seen_anyway],
        "check_again": [card.check_again],
    }


def findings_in_numbers(numbers: NumbersShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    """What is wrong across `emergency_numbers.toml`."""
    yield from unknown_sources(("sources",), numbers.sources, sources)
    yield from twice("country", [row.code for row in numbers.country], key="code")
    for place, row in enumerate(numbers.country):
        yield from unknown_sources(("country", place, "sources"), row.sources, sources)


def findings_in_sources(shape: SourcesShape) -> Iterator[Finding]:
    """What is wrong across `sources.toml`."""
    yield from twice("source", [row.id for row in shape.source])


def _placeholders(path: Path, words: str, allowed: set[str]) -> Iterator[Finding]:
    """Every placeholder that nothing fills in, or that asks for more than words."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError as error:
        yield path, str(error)
        return
    for _, name, spec, conversion in parts:
        if name is not None and (name not in allowed or spec or conversion):
            yield path, f"{{{name}}} stands for nothing here"
