"""Reading `settings.toml`: whatever is wrong is told by its line, and its default holds."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from unspasm.domain import values
from unspasm.settings.values import CHECKS, Settings, as_kept, key_fault

KEYS = "keys"
MOST_BYTES = 200_000
_HEADER = r"^\s*\[+\s*([^\]#]*?)\s*\]"
_NAME = r"""^\s*(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_.-]+))\s*="""
_SAYS_LINE = r"line (\d+)"


@values.value
class Fault:
    """One thing that is wrong in one place of the file."""

    file: str
    line: int
    key: str
    what: str

    @property
    def place(self) -> tuple[str, int, str, str]:
        """What it is sorted by."""
        return self.file, self.line, self.key, self.what

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.what}"


@values.value
class Reading:
    """What a file of settings says.

    Args:
        settings: what it comes to.
        faults: what is wrong with it, in the order of its lines.
        text: what stands in it.
        readable: it is no file of settings if not, and nothing may be written to it.
    """

    settings: Settings
    faults: tuple[Fault, ...]
    text: str = ""
    readable: bool = True

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """Where each key stands, from 1; the keys of a table as `keys.app.help`."""
        return _lines_of(self.text)


def read_settings(path: Path) -> tuple[Settings, tuple[Fault, ...]]:
    """Return what a file says, with defaults for what is wrong or missing, and what is wrong."""
    reading = read_file(path)
    return reading.settings, reading.faults


def read_file(path: Path) -> Reading:
    """Return what a file says. One that is not there says nothing; that is no fault."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            return _unreadable(path, 1, f"is longer than {MOST_BYTES} bytes")
        return read_text(path, raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except FileNotFoundError:
        return Reading(Settings(), ())
    except OSError as error:
        return _unreadable(path, 1, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return _unreadable(path, 1, "is not UTF-8 text")


def read_text(path: Path, text: str) -> Reading:
    """Return what a text says.

    Args:
        path: which file to name in faults.
        text: its content.
    """
    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        said = re.search(_SAYS_LINE, str(error))
        last = text.count("\n") + 1
        line = min(int(said[1]), last) if said else last
        return _unreadable(path, line, "is not TOML: " + " ".join(str(error).split()))
    found = dict(_checked(told))
    lines = _lines_of(text) if found else {}
    faults = [Fault(str(path), _line(lines, key), key, what) for key, what in found.items()]
    faults.sort(key=lambda one: one.place)
    good: dict[str, Any] = {
        name: as_kept(name, value)
        for name, value in told.items()
        if name in CHECKS and name not in found
    }
    keys = told.get(KEYS, {})
    if isinstance(keys, dict):
        sound = {name: value for name, value in keys.items() if f"{KEYS}.{name}" not in found}
        good[KEYS] = MappingProxyType(sound)
    return Reading(replace(Settings(), **good), tuple(faults), text)


def _unreadable(path: Path, line: int, what: str) -> Reading:
    return Reading(Settings(), (Fault(str(path), line, "file", what),), readable=False)


def _checked(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every key with something wrong, and what."""
    for name, value in told.items():
        if name == KEYS:
            yield from _checked_keys(value)
        elif name not in CHECKS:
            yield name, "there is no such setting"
        elif what := CHECKS[name](value):
            yield name, what
    begin, end = told.get("quiet_from", ""), told.get("quiet_to", "")
    times = not (CHECKS["quiet_from"](begin) or CHECKS["quiet_to"](end))
    if times and bool(begin) != bool(end):
        there, missing = ("quiet_from", "quiet_to") if begin else ("quiet_to", "quiet_from")
        yield there, f"does nothing without {missing}"
    elif times and begin and begin == end:
        yield "quiet_to", "is the same time as quiet_from, so nothing is quiet"


def _checked_keys(table: object) -> Iterator[tuple[str, str]]:
    if not isinstance(table, dict):
        yield KEYS, "must be a table: [keys]"
        return
    for name, value in table.items():
        if isinstance(value, dict):
            yield f"{KEYS}.{name}", 'put the name in quotes, as in "app.help" = "f1"'
        elif what := key_fault(value):
            yield f"{KEYS}.{name}", what


def _lines_of(text: str) -> dict[str, int]:
    """The line of each key, as far as lines alone can tell; the first one counts."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := re.match(_HEADER, line):
            table = header[1].strip("\"' ")
            lines.setdefault(table, number)
        elif name := re.match(_NAME, line):
            key = name[1] or name[2] or name[3] or ""
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines


def _line(lines: Mapping[str, int], key: str) -> int:
    """The line of a key, or of the nearest thing around it."""
    while key and key not in lines:
        key, _, _ = key.rpartition(".")
    return lines.get(key, 1)
