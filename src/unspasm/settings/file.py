"""The file of settings, as one running copy of the program knows it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from unspasm.settings.reading import Fault, Reading, read_file
from unspasm.settings.values import Settings


class SettingsFile:
    """What is preferred, where that is kept, and what is wrong with it."""

    def __init__(self, path: Path | None = None, comments: Mapping[str, str] | None = None) -> None:
        """Read it.

        Args:
            path: of the file, which need not be there; without one nothing outlives the program.
            comments: what a new file says about each setting, and in front of all of them.
        """
        self.path = path
        self._comments = comments or {}
        self._reading = read_file(path) if path else Reading(Settings(), ())
        self._more: tuple[Fault, ...] = ()

    @property
    def now(self) -> Settings:
        """What is preferred."""
        return self._reading.settings

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the file, in the order of its lines."""
        return tuple(sorted({*self._reading.faults, *self._more}, key=lambda one: one.place))

    @property
    def readable(self) -> bool:
        """Whether it can be read at all; if not, nothing is written to it."""
        return self._reading.readable

    @property
    def first_start(self) -> bool:
        """Whether the first page is still to be shown."""
        return self.path is not None and self.readable and self.now.welcome

    def refuse(self, found: Iterable[tuple[str, str]]) -> None:
        """Note what is wrong as far as only somebody else can tell: an unknown theme or key.

        Args:
            found: which setting, or `keys.` and an id, and what is wrong. Its default holds.
        """
        default, refused = Settings(), dict(found)
        keys = {
            name: value for name, value in self.now.keys.items() if f"keys.{name}" not in refused
        }
        plain = {one.name: getattr(default, one.name) for one in fields(Settings)
                 if one.name in refused}  # fmt: skip
        settings = replace(self.now, keys=keys, **plain)
        file, lines = str(self.path or ""), self._reading.lines
        self._reading = replace(self._reading, settings=settings)
        self._more = (
            *self._more,
            *(Fault(file, lines.get(name, 1), name, what) for name, what in refused.items()),
        )

    def change(self, **values: Any) -> bool:  # noqa: ANN401 - by the names of Settings
        """Prefer something else from now on; return whether that was written.

        What cannot be written holds until the program ends.
        """
        written = False
        if self.path and self.readable:
            from unspasm.settings.writing import write  # noqa: PLC0415 - it brings tomlkit along

            written = write(self.path, values, self._comments)
        settings = replace(self.now, **values)
        if written and self.path:
            self._reading = replace(read_file(self.path), settings=settings)
            self._more = tuple(one for one in self._more if one.key not in values)
        else:
            self._reading = replace(self._reading, settings=settings)
        return written
