"""What a single value may be: words that are not empty, ids that are spelled right, ranges."""

import re
from collections.abc import Iterator
from math import isfinite

from unspasm.catalogue.faults import Finding, Path

_ID = re.compile(r"[a-z][a-z0-9_]*")
_SOURCE = re.compile(r"[a-z0-9][a-z0-9-]*")
_FILE_ID = re.compile(r"[a-z][a-z0-9_-]*")
"""Of what a whole file is about."""
_WITH_HYPHENS = {"source", "tip", "small"}
"""Tables whose ids are spelled as those of sources are."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_IDS = {"id", "facts", "applies_facts", "covers", "unasked", "with"}
_RANGES = {"with_pain": (0, 10), "with_age": (0, 120), "age_from": (0, 120), "age_to": (0, 120)}
_MAY_BE_EMPTY = {
    *("unasked", "with", "facts", "applies_facts", "covers", "sources", "call_now_if", "tonight"),
    *("needs", "skip", "asked", "related", "phases"),
}
"""Lists that say nothing when empty; `cross` tells where one must not be."""


def findings_in_values(value: object, path: Path = ()) -> Iterator[Finding]:
    """Every value of a TOML file that cannot be right, whatever stands around it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from findings_in_values(inner, (*path, key))
    elif isinstance(value, list):
        if not value and path[-1] not in _MAY_BE_EMPTY:
            yield path, "must not be empty"
        for place, inner in enumerate(value):
            yield from findings_in_values(inner, (*path, place))
    elif isinstance(value, str):
        yield from _findings_in_text(value, path)
    elif isinstance(value, float) and not isfinite(value):
        yield path, "must be a number"
    elif isinstance(value, int | float) and path[-1] in _RANGES:
        lowest, highest = _RANGES[str(path[-1])]
        if not lowest <= value <= highest:
            yield path, f"must be from {lowest} to {highest}"


def _findings_in_text(text: str, path: Path) -> Iterator[Finding]:
    key = next(part for part in reversed(path) if isinstance(part, str))
    if not text.strip():
        yield path, "must not be empty"
    elif key == "sources" or (key == "id" and path[0] == "source"):
        if not _SOURCE.fullmatch(text):
            yield path, f"{text!r} is not spelled like the id of a source"
    elif key in _IDS and not _spelling(path).fullmatch(text):
        yield path, f"{text!r} is not spelled like an id"
    elif key == "code" and not _COUNTRY.fullmatch(text):
        yield path, f"{text!r} is not a country's two letters"


def _spelling(path: Path) -> re.Pattern[str]:
    """How an id that stands there is spelled."""
    if path == ("id",):
        return _FILE_ID
    return _SOURCE if path[0] in _WITH_HYPHENS else _ID


def unknown_sources(path: Path, ids: list[str], known: frozenset[str] | None) -> Iterator[Finding]:
    """Every named source that does not exist, and a claim that names none.

    Without the known ones nothing is said about those that are named.
    """
    if not ids:
        yield path, "names no source"
    for source in ids:
        if known is not None and source not in known:
            yield path, f"no source is called {source!r}"


def twice(kind: str, ids: list[str], *, key: str = "id") -> Iterator[Finding]:
    """Every name that stands a second time in a list."""
    for place, name in enumerate(ids):
        if name in ids[:place]:
            yield (kind, place, key), f"{name!r} stands here a second time"
