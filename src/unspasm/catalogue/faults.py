"""What is wrong with content, and on which line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands in a file, such as `("page", 0, "sign", 2, "urgency")`."""

Finding = tuple[Path, str]
"""Where in a file, and what is wrong."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in one place."""

    file: str
    line: int
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.what}"


class ContentFaultsError(Exception):
    """Content cannot be used. All faults are told at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Lines:
    """The line on which each value of a TOML text stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        counts: dict[Path, int] = {}
        prefix: Path = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                prefix = self._enter(header[2].split("."), counts, is_list=header[1] == "[[")
                self._lines[prefix] = number
            elif key := _KEY.match(line):
                self._lines.setdefault((*prefix, key[1]), number)

    @staticmethod
    def _enter(names: list[str], counts: dict[Path, int], *, is_list: bool) -> Path:
        """The path of a header, with the places of the lists it stands in."""
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in counts:
                path = (*path, counts[path] - 1)
        path = (*path, names[-1])
        if not is_list:
            return path
        counts[path] = counts.get(path, 0) + 1
        return (*path, counts[path] - 1)

    def of(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]


def dotted(path: Path) -> str:
    """A path as people write it: `page.0.sign.2.urgency`."""
    return ".".join(str(part) for part in path) or "file"


def line_in(message: str) -> int:
    """The line that a TOML error names in its text; before Python 3.14 it is nowhere else."""
    words = message.replace(",", " ").split()
    named = words[words.index("line") + 1] if "line" in words[:-1] else ""
    digits = named.rstrip(").")
    return int(digits) if digits.isdecimal() else 1


def short(value: object) -> str:
    """A value as faults tell it."""
    try:
        text = repr(value)
    except RecursionError:  # tables in tables in tables
        return "..."
    return text if len(text) <= 40 else f"{text[:37]}..."
