"""Where it hurts, in words."""

from collections.abc import Iterable

from unspasm.domain.log_entries import Area, Side, Spot
from unspasm.words.body_words import BodyWords

_AREAS = tuple(Area)


def area_in_words(words: BodyWords, area: Area) -> str:
    """Return the name of an area, as it stands alone."""
    return _capital(_name(words, area))


def spot_in_words(words: BodyWords, spot: Spot) -> str:
    """Return one spot, as it stands within a sentence: `lower back, left`."""
    return _patterns(words)[frozenset({spot.side})].format(area=_name(words, spot.area))


def spots_in_words(words: BodyWords, spots: Iterable[Spot]) -> str:
    """Return where it hurts, from the top down: `Lower back, left; buttock, left`.

    An area without a side is named alone: that says no more than was said.
    """
    sides: dict[Area, set[Side | None]] = {}
    for spot in spots:
        sides.setdefault(spot.area, set()).add(spot.side)
    parts = [
        _patterns(words)[frozenset(sides[area])].format(area=name)
        for area, name in zip(_AREAS, words.areas, strict=True)
        if area in sides
    ]
    return _capital(words.between.join(parts)) if parts else words.none


def _name(words: BodyWords, area: Area) -> str:
    return words.areas[_AREAS.index(area)]


def _patterns(words: BodyWords) -> dict[frozenset[Side | None], str]:
    left, right = Side.LEFT, Side.RIGHT
    return {
        frozenset({None}): "{area}",
        frozenset({left}): words.on_left,
        frozenset({right}): words.on_right,
        frozenset({left, right}): words.both,
        frozenset({None, left}): words.middle_left,
        frozenset({None, right}): words.middle_right,
        frozenset({None, left, right}): words.across,
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
