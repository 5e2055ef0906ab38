"""Content read into values of the domain, with every fault told by file and line."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from pydantic import ValidationError

from unspasm.catalogue import cross, cross_care, cross_packs, shapes
from unspasm.catalogue.build import rules_from, sources_from
from unspasm.catalogue.build_care import care_from
from unspasm.catalogue.build_packs import packs_from
from unspasm.catalogue.build_stretches import library_from
from unspasm.catalogue.cross_course import findings_in_steps
from unspasm.catalogue.cross_stretches import findings_in_library, findings_in_sessions
from unspasm.catalogue.faults import (
    ContentFaultsError,
    Fault,
    Finding,
    Lines,
    dotted,
    line_in,
    short,
)
from unspasm.catalogue.shapes_packs import PacksShape
from unspasm.catalogue.shapes_stretches import RoutineShape, SessionsShape, StretchShape
from unspasm.catalogue.values import findings_in_values
from unspasm.domain.card_words import CareWords
from unspasm.domain.pack_rules import PackRules
from unspasm.domain.rules import Rules, Source
from unspasm.domain.stretches import Library

if TYPE_CHECKING:
    from unspasm.domain.tips import TipLibrary

__all__ = ["Catalogue", "ContentFaultsError", "Fault", "Source", "faults_of", "load"]

_FILES: dict[str, type[shapes.Shape]] = {
    "course.toml": shapes.CourseShape,
    "checklist.toml": shapes.ChecklistShape,
    "care.toml": shapes.CareShape,
}
_NUMBERS = {"emergency_numbers.toml": shapes.NumbersShape}
_PACKS = {"packs.toml": PacksShape}
_SOURCES = {"sources.toml": shapes.SourcesShape}
_PLAN = "plan.toml"
_AnyShape = TypeVar("_AnyShape", bound=shapes.Shape)


@dataclass(frozen=True)
class Catalogue:
    """All content that decides or tells."""

    rules: Rules
    care: CareWords
    version: str
    """A short mark that changes whenever the checklist or the course changes."""
    folder: Path

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id. A file of its own, read when somebody asks why.

        Raises:
            ContentFaultsError: with every fault in that file.
        """
        tree = _Tree(self.folder, _SOURCES)
        listed = tree.get(shapes.SourcesShape)
        if listed is None:
            raise ContentFaultsError(tree.faults)
        return sources_from(listed)

    @cached_property
    def packs(self) -> PackRules:
        """What there is to say and to ask about packs. Read when somebody wants one.

        Raises:
            ContentFaultsError: with every fault in that file.
        """
        tree = _Tree(self.folder, _PACKS)
        tree.look_across()
        return packs_from(tree.whole(PacksShape))

    @cached_property
    def library(self) -> Library:
        """Every stretch and every routine. Read when somebody wants one.

        Raises:
            ContentFaultsError: with every fault in those files.
        """
        tree = _Tree(self.folder, _library_files(self.folder))
        tree.look_across()
        sessions = tree.whole(SessionsShape)
        return library_from(tree.every(StretchShape), tree.every(RoutineShape), sessions)

    @cached_property
    def tips(self) -> "TipLibrary":
        """Everything there is to read, and the daily plan. Read when somebody wants it.

        Raises:
            ContentFaultsError: with every fault in those files.
        """
        # No command that only decides may wait for what only reads.
        from unspasm.catalogue.build_tips import tips_from  # noqa: PLC0415
        from unspasm.catalogue.shapes_tips import PlanShape, TopicShape  # noqa: PLC0415

        tree = _Tree(self.folder, _tip_files(self.folder))
        tree.look_across()
        plan = tree.whole(PlanShape)
        return tips_from(tree.every(TopicShape).values(), plan)


def _library_files(folder: Path) -> dict[str, type[shapes.Shape]]:
    """The files of stretches and routines: one each, in the order of their names."""
    kinds: dict[str, type[shapes.Shape]] = {"stretches": StretchShape, "routines": RoutineShape}
    found = {
        f"{kind}/{path.name}": shape
        for kind, shape in kinds.items()
        for path in sorted((folder / kind).glob("*.toml"))
    }
    return {"sessions.toml": SessionsShape, **found}


def _tip_files(folder: Path) -> dict[str, type[shapes.Shape]]:
    """The files of the daily plan and of tips: one a topic, in the order of their names."""
    from unspasm.catalogue.shapes_tips import PlanShape, TopicShape  # noqa: PLC0415

    found = sorted((folder / "tips").glob("*.toml"))
    return {_PLAN: PlanShape, **{f"tips/{path.name}": TopicShape for path in found}}


def load(folder: Path, *, with_countries: bool = True) -> Catalogue:
    """Return all content of one language.

    That every source resolves is proved by `faults_of`, not at every start.

    Args:
        folder: such as `content/en`.
        with_countries: read the emergency numbers too; without them the generic text is used.

    Raises:
        ContentFaultsError: with every fault in every file, if there is any.
    """
    tree = _Tree(folder, {**_FILES, **_NUMBERS} if with_countries else _FILES)
    tree.look_across()
    checklist = tree.get(shapes.ChecklistShape)
    course = tree.get(shapes.CourseShape)
    care = tree.get(shapes.CareShape)
    numbers = tree.get(shapes.NumbersShape)
    if tree.faults or not (checklist and course and care):
        raise ContentFaultsError(tree.faults)
    oldest = min(file.reviewed for file in (checklist, course, care, numbers) if file)
    return Catalogue(
        rules=rules_from(checklist, course),
        care=care_from(care, numbers, oldest),
        version=tree.version,
        folder=folder,
    )


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with the content in `folder`, in order of file and line."""
    of_folders = {**_library_files(folder), **_tip_files(folder)}
    tree = _Tree(folder, {**_SOURCES, **_FILES, **_NUMBERS, **_PACKS, **of_folders})
    tree.look_across()
    return tuple(sorted(set(tree.faults)))


class _Tree:
    """The files of one folder, read as far as they can be."""

    def __init__(self, folder: Path, files: Mapping[str, type[shapes.Shape]]) -> None:
        self.faults: list[Fault] = []
        self._folder = folder
        self._names = tuple(files)
        self._texts: dict[str, str] = {}
        self._lines: dict[str, Lines] = {}
        self._shapes: dict[type[shapes.Shape], shapes.Shape] = {}
        self._by_name: dict[str, shapes.Shape] = {}
        for name, shape in files.items():
            self._read(name, shape)

    @property
    def version(self) -> str:
        """A mark of what is asked and what it is worth."""
        asked = self._texts["checklist.toml"] + self._texts["course.toml"]
        return f"{crc32(asked.encode()):08x}"

    def get(self, shape: type[_AnyShape]) -> _AnyShape | None:
        """The file of that shape, or `None` if it could not be read."""
        found = self._shapes.get(shape)
        return found if isinstance(found, shape) else None

    def whole(self, shape: type[_AnyShape]) -> _AnyShape:
        """The file of that shape, if nothing is wrong with any of the files.

        Raises:
            ContentFaultsError: with every fault that was found.
        """
        found = self.get(shape)
        if found is None or self.faults:
            raise ContentFaultsError(self.faults)
        return found

    def every(self, shape: type[_AnyShape]) -> dict[str, _AnyShape]:
        """Every file of that shape that could be read, by its name."""
        return {name: one for name, one in self._by_name.items() if isinstance(one, shape)}

    def _read(self, name: str, shape: type[shapes.Shape]) -> None:
        try:
            text = (self._folder / name).read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            self._fault(name, 1, "file", f"cannot be read: {_reason(error)}")
            return
        self._texts[name] = text
        try:
            raw_values = tomllib.loads(text)
            self._add(name, findings_in_values(raw_values))
            self._shapes[shape] = self._by_name[name] = shape.model_validate(raw_values)
        except tomllib.TOMLDecodeError as error:
            line = getattr(error, "lineno", None) or line_in(str(error))
            self._fault(name, line, "file", str(error))
        except ValidationError as error:
            for one in error.errors(include_url=False):
                found = f"{one['msg']} (got {short(one['input'])})"
                self._add(name, [(tuple(one["loc"]), found)])
        except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
            self._fault(name, 1, "file", str(error))

    def look_across(self) -> None:
        """Find what is wrong between values and between files."""
        listed = self.get(shapes.SourcesShape)
        known = frozenset(source.id for source in listed.source) if listed else None
        course = self.get(shapes.CourseShape)
        if listed:
            self._add("sources.toml", cross_care.findings_in_sources(listed))
        checklist = self.get(shapes.ChecklistShape)
        if checklist:
            self._add("checklist.toml", cross.findings_in_checklist(checklist, course, known))
        if course:
            self._add("course.toml", cross.findings_in_course(course, checklist, known))
            self._add("course.toml", findings_in_steps(course, checklist, known))
        if checklist and course:
            facts = cross.all_facts(checklist, course)
            new = cross_packs.findings_in_new_or_worse(checklist, facts)
            self._add("checklist.toml", new)
        if packs := self.get(PacksShape):
            found = cross_packs.findings_in_packs(packs, checklist, known)
            self._add("packs.toml", found)
        if sessions := self.get(SessionsShape):
            some = any(name.startswith("routines/") for name in self._names)
            found = findings_in_sessions(sessions, known, with_routines=some)
            self._add("sessions.toml", found)
        stretches, routines = self.every(StretchShape), self.every(RoutineShape)
        for name, finding in findings_in_library(stretches, routines, known):
            self._add(name, [finding])
        self._look_across_tips(known)
        if care := self.get(shapes.CareShape):
            self._add("care.toml", cross_care.findings_in_care(care, known))
        if numbers := self.get(shapes.NumbersShape):
            self._add("emergency_numbers.toml", cross_care.findings_in_numbers(numbers, known))

    def _look_across_tips(self, known: frozenset[str] | None) -> None:
        if _PLAN not in self._names:
            return
        from unspasm.catalogue.cross_tips import (  # noqa: PLC0415
            findings_in_plan,
            findings_in_topics,
        )
        from unspasm.catalogue.shapes_tips import PlanShape, TopicShape  # noqa: PLC0415

        topics = self.every(TopicShape)
        for name, finding in findings_in_topics(topics, known):
            self._add(name, [finding])
        if plan := self.get(PlanShape):
            some = any(name.startswith("tips/") for name in self._names)
            self._add(_PLAN, findings_in_plan(plan, topics, known, with_topics=some))

    def _add(self, name: str, findings: Iterable[Finding]) -> None:
        for path, what in findings:
            if name not in self._lines:
                self._lines[name] = Lines(self._texts[name])
            self._fault(name, self._lines[name].of(path), dotted(path), what)

    def _fault(self, name: str, line: int, key: str, what: str) -> None:
        self.faults.append(Fault(str(self._folder / name), line, key, what))


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or "no such file" if isinstance(error, OSError) else "it is not UTF-8"
