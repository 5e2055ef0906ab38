"""The words of the screens and of the plain face, read from `interface.toml`.

Every field of every set must stand in the file and every key in the file must be a field, so a
translation cannot quietly lose a sentence. No pydantic here: Home paints from this.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import Field, fields
from pathlib import Path
from typing import Any, cast

from unspasm.words import key_words
from unspasm.words.body_words import BodyWords
from unspasm.words.care_words import AboutWords, CardWords, CheckWords
from unspasm.words.glossary_words import GlossaryWords
from unspasm.words.key_words import KEY_FILES, KeyWords
from unspasm.words.log_words import LogWords
from unspasm.words.own_words import OwnWords
from unspasm.words.pack_words import PackWords
from unspasm.words.progress_words import ProgressWords
from unspasm.words.record_words import DoctorWords, JournalWords
from unspasm.words.remind_words import RemindWords
from unspasm.words.report_words import ReportWords
from unspasm.words.sets import (
    AppWords,
    CalendarWords,
    HelpWords,
    HomeWords,
    PlainWords,
    Words,
)
from unspasm.words.settings_words import SettingsWords, WelcomeWords
from unspasm.words.stretch_words import StretchWords
from unspasm.words.tips_words import TipsWords
from unspasm.words.word_set import WordsError

__all__ = [
    "FILE",
    "KEY_FILES",
    "AboutWords",
    "AppWords",
    "BodyWords",
    "CalendarWords",
    "CardWords",
    "CheckWords",
    "DoctorWords",
    "GlossaryWords",
    "HelpWords",
    "HomeWords",
    "JournalWords",
    "KeyWords",
    "LogWords",
    "OwnWords",
    "PackWords",
    "PlainWords",
    "ProgressWords",
    "RemindWords",
    "ReportWords",
    "SettingsWords",
    "StretchWords",
    "TipsWords",
    "WelcomeWords",
    "Words",
    "WordsError",
    "faults_in",
    "faults_in_keys",
    "read_words",
]

FILE = "interface.toml"

Place = tuple[str | int, ...]


def read_words(folder: Path) -> Words:
    """Return the words of one language.

    Args:
        folder: such as `content/en`.

    Raises:
        WordsError: if the file cannot be read or has faults; the message tells all of them.
    """
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise WordsError(f"{folder / FILE}: cannot be read") from error
    except (ValueError, RecursionError) as error:  # no TOML, a number too long, brackets too deep
        raise WordsError(f"{folder / FILE}: file: {error}") from error
    if found := [f"{'.'.join(place)}: {what}" for place, what in _faults_in_tables(tables)]:
        raise WordsError(f"{folder / FILE}: " + "; ".join(found))
    parts = {part.name: _part(part, tables[part.name]) for part in fields(Words)}
    return Words(**parts)


def faults_in(text: str) -> Iterator[tuple[int | None, Place, str]]:
    """What is wrong with a file of words: the line if known, the place, and what."""
    return _faults(text, _faults_in_tables)


def faults_in_keys(text: str) -> Iterator[tuple[int | None, Place, str]]:
    """The same for a file of what keys are called; see `KEY_FILES`."""
    return _faults(text, key_words.faults_in_keys)


def _faults(
    text: str, faults_in_tables: Callable[[dict[str, Any]], Iterator[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[int | None, Place, str]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        yield int(line[1]) if line else 1, (), str(error)
        return
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        yield 1, (), str(error)
        return
    for place, what in faults_in_tables(tables):
        yield None, place, what


def _faults_in_tables(tables: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    names = {part.name for part in fields(Words)}
    for name in tables:
        if name not in names:
            yield (name,), "unknown key"
    for part in fields(Words):
        table = tables.get(part.name)
        if not isinstance(table, dict):
            yield (part.name,), "there is no such table"
            continue
        for key, what in _faults_in_part(part, table):
            yield (part.name, key), what


def _part(part: "Field[Any]", table: dict[str, Any]) -> Any:  # noqa: ANN401 - one of the above
    kind = cast("type[Any]", part.type)
    values = {_name(key): value for key, value in table.items()}
    return kind(
        **{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    )


def _faults_in_part(part: "Field[Any]", table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    wanted = {field.name: field.type for field in fields(cast("type[Any]", part.type))}
    given = {_name(key): key for key in table}
    for name in wanted.keys() - given.keys():
        yield name, "is missing"
    for name, key in given.items():
        if name not in wanted:
            yield key, "unknown key"
        elif wanted[name] is str and not (isinstance(table[key], str) and table[key]):
            yield key, "must be words"
        elif wanted[name] is not str and not _is_list_of_words(table[key]):
            yield key, "must be a list of words"


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _name(key: str) -> str:
    return key.replace("-", "_")
