"""Content read into values of the domain, with every fault told by file and line."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from pydantic import ValidationError

from unspasm.catalogue import cross, shapes
from unspasm.catalogue.build import (
    Catalogue,
    care_from,
    rules_from,
    sources_from,
)
from unspasm.catalogue.faults import ContentFaultsError, Fault, Lines, dotted
from unspasm.domain.rules import Source

__all__ = ["Catalogue", "ContentFaultsError", "Fault", "Source", "faults_of", "load"]

_FILES: dict[str, type[shapes.Shape]] = {
    "sources.toml": shapes.SourcesShape,
    "course.toml": shapes.CourseShape,
    "checklist.toml": shapes.ChecklistShape,
    "care.toml": shapes.CareShape,
    "emergency_numbers.toml": shapes.NumbersShape,
}
_AnyShape = TypeVar("_AnyShape", bound=shapes.Shape)


def load(folder: Path) -> Catalogue:
    """Return all content of one language.

    Args:
        folder: such as `content/en`.

    Raises:
        ContentFaultsError: with every fault in every file, if there is any.
    """
    tree = _Tree(folder)
    tree.look_across()
    checklist = tree.get(shapes.ChecklistShape)
    course = tree.get(shapes.CourseShape)
    care = tree.get(shapes.CareShape)
    numbers = tree.get(shapes.NumbersShape)
    if tree.faults or not (checklist and course and care and numbers):
        raise ContentFaultsError(tree.faults)
    oldest = min(checklist.reviewed, course.reviewed, care.reviewed, numbers.reviewed)
    return Catalogue(
        rules=rules_from(checklist, course),
        care=care_from(care, numbers, oldest),
        sources=tree.sources,
        version=tree.version,
    )


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with the content in `folder`, in order of file and line."""
    tree = _Tree(folder)
    tree.look_across()
    return tuple(sorted(set(tree.faults)))


class _Tree:
    """The files of one folder, read as far as they can be."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[Fault] = []
        self._folder = folder
        self._texts: dict[str, bytes] = {}
        self._lines: dict[str, Lines] = {}
        self._shapes: dict[type[shapes.Shape], shapes.Shape] = {}
        for name, shape in _FILES.items():
            self._read(name, shape)
        listed = self.get(shapes.SourcesShape)
        self.sources = sources_from(listed) if listed else {}

    @property
    def version(self) -> str:
        """A mark of what is asked and what it is worth."""
        return f"{crc32(self._texts['checklist.toml'] + self._texts['course.toml']):08x}"

    def get(self, shape: type[_AnyShape]) -> _AnyShape | None:
        """The file of that shape, or `None` if it could not be read."""
        found = self._shapes.get(shape)
        return found if isinstance(found, shape) else None

    def _read(self, name: str, shape: type[shapes.Shape]) -> None:
        try:
            raw = (self._folder / name).read_bytes()
            text = raw.decode()
        except (OSError, UnicodeDecodeError) as error:
            self._fault(name, 1, "file", f"cannot be read: {_reason(error)}")
            return
        self._texts[name], self._lines[name] = raw, Lines(text)
        try:
            self._shapes[shape] = shape.model_validate(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            line = getattr(error, "lineno", None) or _line_in(str(error))
            self._fault(name, line, "file", str(error))
        except ValidationError as error:
            for one in error.errors(include_url=False):
                path = tuple(one["loc"])
                line = self._lines[name].of(path)
                self._fault(name, line, dotted(path), f"{one['msg']} (got {_short(one['input'])})")

    def look_across(self) -> None:
        """Find what is wrong between values and between files."""
        known = frozenset(self.sources)
        course = self.get(shapes.CourseShape)
        if listed := self.get(shapes.SourcesShape):
            self._add("sources.toml", cross.findings_in_sources(listed))
        if checklist := self.get(shapes.ChecklistShape):
            self._add("checklist.toml", cross.findings_in_checklist(checklist, course, known))
        if course:
            self._add("course.toml", cross.findings_in_course(course, known))
        if care := self.get(shapes.CareShape):
            self._add("care.toml", cross.findings_in_care(care, known))
        if numbers := self.get(shapes.NumbersShape):
            self._add("emergency_numbers.toml", cross.findings_in_numbers(numbers, known))

    def _add(self, name: str, findings: Iterable[cross.Finding]) -> None:
        for path, what in findings:
            self._fault(name, self._lines[name].of(path), dotted(path), what)

    def _fault(self, name: str, line: int, key: str, what: str) -> None:
        self.faults.append(Fault(str(self._folder / name), line, key, what))


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or "no such file" if isinstance(error, OSError) else "it is not UTF-8"


def _line_in(message: str) -> int:
    """The line that a TOML error names in its text; before Python 3.14 it is nowhere else."""
    words = message.replace(",", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else 1


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
