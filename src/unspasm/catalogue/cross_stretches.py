"""What no single value of a stretch or a routine can get wrong by itself."""

from collections.abc import Iterator, Mapping

from unspasm.catalogue.build_stretches import routine_from, stretch_from
from unspasm.catalogue.cross import MOST_LINES
from unspasm.catalogue.faults import Finding
from unspasm.catalogue.figures import findings_in_figure
from unspasm.catalogue.shapes_stretches import (
    DoseShape,
    OwnAdviceShape,
    RoutineShape,
    SessionsShape,
    StretchShape,
)
from unspasm.catalogue.values import twice, unknown_sources
from unspasm.domain.own_routines import OWN_REASONS
from unspasm.domain.session_plan import MOST_SECONDS, of_routine, seconds_of
from unspasm.domain.stretches import Recovery

_RECOVERIES = tuple(recovery.value for recovery in Recovery)
_NEEDED_ROUTINES = ("ease", "loosen", "strong", "extension", "first_aid", "desk_break")
"""Those that are suggested."""


def findings_in_library(
    stretches: Mapping[str, StretchShape],
    routines: Mapping[str, RoutineShape],
    sources: frozenset[str] | None,
) -> Iterator[tuple[str, Finding]]:
    """What is wrong with stretches and routines, each with the name of its file."""
    for name, stretch in stretches.items():
        for finding in _in_stretch(name, stretch, sources):
            yield name, finding
    known = {stretch.id for stretch in stretches.values()}
    for name, routine in routines.items():
        for finding in _in_routine(name, routine, known, sources):
            yield name, finding
    if stretches and routines and all(set(one.stretches) <= known for one in routines.values()):
        yield from _too_long(stretches, routines)
    there = {routine.id for routine in routines.values()}
    missing = [one for one in _NEEDED_ROUTINES if one not in there]
    if routines and missing:
        yield next(iter(routines)), (("id",), f"there is no routine {missing[0]!r} beside it")


def findings_in_sessions(
    sessions: SessionsShape, sources: frozenset[str] | None, *, with_routines: bool
) -> Iterator[Finding]:
    """What is wrong with the page before the first session, and whether there is any session."""
    if not with_routines:
        yield ("page",), "there is no file of a routine beside it"
    yield from twice("unsuited", [one.id for one in sessions.unsuited])
    if len(sessions.unsuited) > MOST_LINES:
        yield ("unsuited", MOST_LINES), f"has more than {MOST_LINES} lines"
    for place, one in enumerate(sessions.unsuited):
        yield from unknown_sources(("unsuited", place, "sources"), one.sources, sources)
    yield from _in_own_advice(sessions.own, sources)


def _in_own_advice(own: OwnAdviceShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    yield from unknown_sources(("own", "sources"), own.sources, sources)
    if "{name}" not in own.given_by:
        yield ("own", "given_by"), "says {name} nowhere"
    there = {one.when for one in own.skip}
    for reason in OWN_REASONS:
        if reason.value not in there:
            yield ("own", "skip"), f"says nothing for {reason.value!r}"


def _in_stretch(
    name: str, stretch: StretchShape, sources: frozenset[str] | None
) -> Iterator[Finding]:
    if name != f"stretches/{stretch.id}.toml":
        yield ("id",), f"{stretch.id!r} is not the name of its file"
    doses = [(one, getattr(stretch.dose, one)) for one in _RECOVERIES]
    if not any(dose for _, dose in doses):
        yield ("dose",), "has no dose for any phase of recovery"
    for one, dose in doses:
        if dose:
            yield from _in_dose(one, dose)
    if stretch.strength and stretch.dose.acute:
        yield ("dose", "acute"), "strength work is never done in the acute phase"
    yield from twice("skip", [one.when for one in stretch.skip], key="when")
    yield from unknown_sources(("sources",), stretch.sources, sources)
    if stretch.figure:
        yield from ((("figure", *path), what) for path, what in findings_in_figure(stretch.figure))


def _in_dose(name: str, dose: DoseShape) -> Iterator[Finding]:
    for key, lowest in (("seconds", 1), ("repeats", 1), ("rest", 0)):
        if getattr(dose, key) < lowest:
            yield ("dose", name, key), f"must be {lowest} or more"


def _in_routine(
    name: str, routine: RoutineShape, known: set[str], sources: frozenset[str] | None
) -> Iterator[Finding]:
    if name != f"routines/{routine.id}.toml":
        yield ("id",), f"{routine.id!r} is not the name of its file"
    for place, stretch in enumerate(routine.stretches):
        if stretch not in known:
            yield ("stretches", place), f"there is no stretch {stretch!r}"
    yield from unknown_sources(("sources",), routine.sources, sources)


def _too_long(
    stretches: Mapping[str, StretchShape], routines: Mapping[str, RoutineShape]
) -> Iterator[tuple[str, Finding]]:
    """Every routine that would run past twenty minutes in some phase of recovery."""
    built = {shape.id: stretch_from(shape) for shape in stretches.values()}
    for name, shape in routines.items():
        routine = routine_from(shape)
        longest = max(seconds_of(of_routine(routine, built, recovery)) for recovery in Recovery)
        if longest > MOST_SECONDS:
            what = f"{shape.name!r} takes {longest // 60} minutes, and 20 is the most"
            yield name, (("stretches",), what)
