"""What a copy of the content still owes, measured by the original it was made from.

What a text decides stays as it is in every language; what it tells is to be said anew, with the
same named places for values.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from string import Formatter
from typing import Any

from unspasm.catalogue.faults import Fault, Finding, Lines, Path, dotted

SAME = "same.toml"
"""A translator's own list of texts that read the same in both languages: `same = ["file: key"]`."""
_KEYS = frozenset({"keys.toml", "keys_screens.toml"})
"""What keys are called: nothing in code says which of them there are, so the original does."""
_WORDS = _KEYS | {"interface.toml"}
"""Words of the program itself, of which none decides anything."""
_NAMES = frozenset({"sources.toml"})
"""Titles of pages and whom they are by: they stay in the language of the page."""
_OWN = frozenset({"sources.toml", "emergency_numbers.toml"})
"""What may rest on other pages, and on other numbers, in another language."""
_OF_A_COUNTRY = frozenset({"advice", "advice_number", "ambulance", "by_text", "code", "name"})
"""Names and numbers of a country."""
_SAME_TEXTS = frozenset({"unspasm"})
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_SHORT = 60


@dataclass(frozen=True)
class Comparison:
    """What is wrong with a copy, and what has not been translated."""

    faults: tuple[Fault, ...]
    owed: tuple[Fault, ...]


@dataclass(frozen=True)
class _Found:
    path: Path
    what: str
    owed: bool = False
    """Not wrong, but still to be done."""


def compare(folder: File, original: File) -> Comparison:
    """Compare a copy with the original. A copy of the same name is in the same language.

    Files that cannot be read are passed over: `faults_of` tells of them.
    """
    translated = folder.resolve().name != original.resolve().name
    same = _texts_that_are_the_same(folder)
    faults: list[Fault] = []
    owed: list[Fault] = []
    for file in sorted(original.rglob("*.toml")):
        name = file.relative_to(original).as_posix()
        copy = folder / name
        if not copy.is_file():
            if translated:
                faults.append(Fault(str(copy), 1, "file", "is missing"))
            continue
        if not translated and copy.read_bytes() == file.read_bytes():
            continue
        text, tables = _read(copy)
        lines = Lines(text)
        for found in _differences(name, _read(file)[1], tables, translated=translated):
            key = dotted(found.path)
            fault = Fault(str(copy), lines.of(found.path), key, found.what)
            if not found.owed:
                faults.append(fault)
            elif f"{name}: {key}" not in same:
                owed.append(fault)
    return Comparison(tuple(faults), tuple(sorted(owed)))


def told_texts(folder: File) -> Iterator[tuple[str, Path, str]]:
    """Return every text that people read: its file, its place, and the text itself."""
    for file in sorted(folder.rglob("*.toml")):
        name, tables = file.relative_to(folder).as_posix(), _read(file)[1]
        for path, text, _ in _pairs(tables, tables, ()) if name not in _NAMES else ():
            if isinstance(text, str) and not _is_name(name, path) and _is_told(name, path, text):
                yield name, path, text


def _read(file: File) -> tuple[str, dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "", {}


def _texts_that_are_the_same(folder: File) -> frozenset[str]:
    listed = _read(folder / SAME)[1].get("same", ())
    return frozenset(one for one in listed if isinstance(one, str))


def _differences(
    name: str, original: Mapping[str, Any], copy: Mapping[str, Any], *, translated: bool
) -> Iterator[_Found]:
    """Every difference in one file that matters; none if the copy cannot be read."""
    for path, ours, theirs in _pairs(original, copy, ()) if copy else ():
        if isinstance(ours, str) and isinstance(theirs, str) and _is_told(name, path, ours):
            whole = translated or name in _WORDS
            for what in _in_places(ours, theirs, all_of_them=whole):
                yield _Found(path, what)
            if translated and ours == theirs and not _may_stay(name, path, ours):
                yield _Found(path, f"still reads as the original: {_short(ours)}", owed=True)
        elif (translated or name in _KEYS) and (what := _not_the_same(name, path, ours, theirs)):
            yield _Found(path, what)


def _not_the_same(name: str, path: Path, ours: object, theirs: object) -> str:
    """What is wrong with a value that has to be as in the original, if anything is."""
    own = name in _OWN or path[-1:] == ("reviewed",)
    if theirs is None:
        return "is missing"
    if ours is None:
        return "" if own else "stands in no original"
    if isinstance(ours, list) and isinstance(theirs, list):
        much = f"has {len(theirs)} entries, the original has {len(ours)}"
        return much if len(ours) != len(theirs) and not own else ""
    return "" if own or ours == theirs else f"decides, so it stays {ours!r}"


def _pairs(ours: object, theirs: object, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Every value of both, side by side; `None` where one has none. Lists go before their parts."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*ours, *(one for one in theirs if one not in ours)]:
            yield from _pairs(ours.get(key), theirs.get(key), (*path, key))
    elif isinstance(ours, list) and isinstance(theirs, list):
        yield path, ours, theirs
        named = {_name(one): place for place, one in enumerate(theirs) if _name(one)}
        for place, one in enumerate(ours):
            there = named.get(_name(one)) if _name(one) else place
            if there is not None and there < len(theirs):
                yield from _pairs(one, theirs[there], (*path, there))
            elif _name(one):
                yield (*path, _name(one)), one, None
    else:
        yield path, ours, theirs


def _name(one: object) -> str:
    """What an entry of a list goes by."""
    found = (one.get("id") or one.get("code") or one.get("when")) if isinstance(one, dict) else ""
    return found if isinstance(found, str) else ""


def _is_told(name: str, path: Path, text: str) -> bool:
    """Whether a text is read by people, rather than deciding something."""
    return name in _WORDS or _is_name(name, path) or not _ID.fullmatch(text)


def _is_name(name: str, path: Path) -> bool:
    """Whether a text is a name or a number, which the language does not decide."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    return name in _NAMES or (path[0] == "country" and key in _OF_A_COUNTRY)


def _may_stay(name: str, path: Path, text: str) -> bool:
    """Whether a text may read the same in every language."""
    bare = re.sub(r"\{\w*\}", "", text)
    nothing_to_say = not any(one.isalpha() for one in bare)
    return nothing_to_say or _is_name(name, path) or text in _SAME_TEXTS


def _in_places(ours: str, theirs: str, *, all_of_them: bool) -> Iterator[str]:
    """What is wrong with the named places for values, in a text of our own and in theirs."""
    try:
        wanted, given = places_in(ours), places_in(theirs)
    except ValueError as error:
        yield str(error)
        return
    for one in sorted(given - wanted):
        yield f"{{{one}}} stands for nothing here"
    for one in sorted(wanted - given) if all_of_them else ():
        yield f"lacks {{{one}}}"


def faults_in_places(text: str) -> Iterator[Finding]:
    """What is wrong with the named places of a file of words, wherever it was made from."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for path, words, _ in _pairs(tables, tables, ()):
        try:
            places_in(words if isinstance(words, str) else "")
        except ValueError as error:
            yield path, str(error)


def places_in(text: str) -> frozenset[str]:
    """Return the named places of a text, each with how it is to be shown.

    Raises:
        ValueError: if its brackets do not close.
    """
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _, name, spec, conversion in Formatter().parse(text)
        if name is not None
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."
