"""What keys are called, read from two files: the one for Home is small, for Home waits for it."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from unspasm.words.word_set import WordsError, word_set

HOME_FILE = "keys.toml"
SCREENS_FILE = "keys_screens.toml"
KEY_FILES = (HOME_FILE, SCREENS_FILE)

_AT_HOME = frozenset({"app", "do", "home"})
"""What the names of those keys begin with that are heard on Home."""
_EVERY = "every"
_LABEL, _TOOLTIP, _ALL = "label", "tooltip", "all"
_TEXTS = frozenset({_LABEL, _TOOLTIP, _ALL})


@word_set
class KeyText:
    """What one key is called."""

    label: str
    """In a word or two."""
    tooltip: str
    """In a sentence."""
    all: str
    """What the keys of a row do together; empty for a key that is in none."""

    def at(self, key: str, number: str) -> "KeyText":
        """The same for one key of a row, which takes the line of that number."""

        def put(text: str) -> str:
            return text.replace("{key}", key).replace("{number}", number)

        return KeyText(label=put(self.label), tooltip=put(self.tooltip), all=self.all)


class KeyWords:
    """What all keys are called.

    Args:
        folder: such as `content/en`.

    Raises:
        WordsError: if a file cannot be read or has faults. That of the other screens is read when
            the first of their keys is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._at_home = _read(folder / HOME_FILE)

    @cached_property
    def texts(self) -> Mapping[str, KeyText]:
        """Every text, by the name under which it stands in its file."""
        return self._at_home | _read(self._folder / SCREENS_FILE)

    def of(self, name: str, action: str) -> KeyText:
        """Return what a key is called; its bare name if nobody has said.

        Args:
            name: what it does, such as `session.pause`, or `take.3` for one of a row.
            action: what the screen is told, such as `take(3)`.
        """
        place = self.place(name)
        if place is None:
            return KeyText(label=name, tooltip=name, all="")
        number = action.partition("(")[2].removesuffix(")")
        return self._known(name)[place].at(name.rpartition(".")[2], number)

    def place(self, name: str) -> str | None:
        """Return where the text of a key stands: its own, its row's, or that of all screens."""
        row, _, what = name.rpartition(".")
        own = name, *((row,) if len(what) == 1 else ()), f"{_EVERY}.{what}"
        known = self._known(name)
        return next((one for one in own if one in known), None)

    def _known(self, name: str) -> Mapping[str, KeyText]:
        return self._at_home if name.partition(".")[0] in _AT_HOME else self.texts


def faults_in_keys(tables: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with a file of keys: the place, and what."""
    for place, table in _tables(tables, ()):
        for key in sorted({_LABEL, _TOOLTIP} - table.keys() if _TEXTS & table.keys() else ()):
            yield (*place, key), "is missing"
        for key, text in table.items():
            if key in _TEXTS and not _can_be_shown(text):
                yield (*place, key), "must be words on one line, without ["
            elif key not in _TEXTS and not isinstance(text, dict):
                yield (*place, key), "unknown key"


def _can_be_shown(text: object) -> bool:
    """Whether it is a text, in which Textual finds no markup."""
    return isinstance(text, str) and bool(text) and text.isprintable() and "[" not in text


def _tables(
    table: Mapping[str, Any], place: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Every table in a table, itself included, each with where it stands."""
    yield place, table
    for key, inner in table.items():
        if isinstance(inner, dict):
            yield from _tables(inner, (*place, key))


def _read(file: Path) -> dict[str, KeyText]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WordsError(f"{file}: cannot be read") from error
    except (ValueError, RecursionError) as error:  # no TOML, a number too long, brackets too deep
        raise WordsError(f"{file}: file: {error}") from error
    if found := [f"{'.'.join(place)}: {what}" for place, what in faults_in_keys(tables)]:
        raise WordsError(f"{file}: " + "; ".join(found))
    return {
        ".".join(place): KeyText(**{_ALL: "", **texts})
        for place, table in _tables(tables, ())
        if (texts := {key: text for key, text in table.items() if key in _TEXTS})
    }
