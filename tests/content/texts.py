"""Every string of the content, with the file, the keys and the ids that lead to it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Text:
    """One string, and where it stands."""

    file: str
    place: tuple[str, ...]
    """Keys, and ids of the items in lists, from the outside in."""
    words: str

    @property
    def key(self) -> str:
        """The key that it stands under."""
        return next(part for part in reversed(self.place) if not part.isdigit())

    def __str__(self) -> str:
        return f"{self.file}: {'.'.join(self.place)}: {self.words}"


def values_in(folder: Path) -> dict[str, dict[str, Any]]:
    """Every file of content, by name, as TOML gives it."""
    files = sorted(folder.rglob("*.toml"))
    return {
        str(file.relative_to(folder)): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in files
    }


def texts_in(folder: Path) -> Iterator[Text]:
    """Every string of the content."""
    for file, values in values_in(folder).items():
        for place, words in _strings(values, ()):
            yield Text(file, place, words)


def _strings(value: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    match value:
        case str():
            yield place, value
        case dict():
            for key, inner in value.items():
                yield from _strings(inner, (*place, key))
        case list():
            for number, inner in enumerate(value):
                name = inner.get("id", inner.get("code")) if isinstance(inner, dict) else None
                yield from _strings(inner, (*place, name or str(number)))
