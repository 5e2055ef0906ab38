"""What no single value of a step over the record can get wrong by itself."""

from collections.abc import Iterator
from string import Formatter

from unspasm.catalogue.cross import all_facts
from unspasm.catalogue.faults import Finding, Path
from unspasm.catalogue.shapes import ChecklistShape, CourseShape, CourseStepShape
from unspasm.catalogue.values import twice, unknown_sources
from unspasm.domain.course_rules import NUMBERS, PLACEHOLDERS, When

_ALL_NUMBERS = frozenset[str]().union(*NUMBERS.values())
_COUNTED = ("days_over", "days", "times", "within_days")


def findings_in_steps(
    course: CourseShape, checklist: ChecklistShape | None, sources: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong across the steps, with the facts and names of the rest in mind."""
    yield from twice("step", [step.id for step in course.step])
    for when in sorted(When, key=lambda one: one.value):
        if all(step.when != when.value for step in course.step):
            yield ("step",), f"no step looks at {when.value!r}"
    rules = {rule.id for rule in course.rule}
    for place, step in enumerate(course.step):
        path = ("step", place)
        if step.id in rules:
            yield (*path, "id"), f"{step.id!r} is a rule already"
        if step.urgency in {"self_care", "emergency"}:
            yield (*path, "urgency"), "a step is routine, soon or same_day: only a sign is more"
        yield from _numbers(path, step)
        yield from _words(path, step)
        yield from unknown_sources((*path, "sources"), step.sources, sources)
        if checklist:
            yield from _facts(path, step, checklist, course)


def _numbers(path: Path, step: CourseStepShape) -> Iterator[Finding]:
    needed = NUMBERS[When(step.when)]
    for key in sorted(_ALL_NUMBERS):
        said = getattr(step, key) is not None
        if key in needed and not said:
            yield path, f"{step.when!r} needs {key!r}"
        if said and key not in needed:
            yield (*path, key), f"{step.when!r} does not look at it"
    for key in _COUNTED:
        number = getattr(step, key)
        if number is not None and number < 1:
            yield (*path, key), "must be 1 or more"
    if step.pain_from is not None and not 1 <= step.pain_from <= 10:
        yield (*path, "pain_from"), "must be from 1 to 10"


def _words(path: Path, step: CourseStepShape) -> Iterator[Finding]:
    known = PLACEHOLDERS[When(step.when)]
    for key in ("because", "say"):
        try:
            parsed = list(Formatter().parse(getattr(step, key)))
        except ValueError as error:
            yield (*path, key), str(error)
            continue
        for _, name, spec, conversion in parsed:
            if name is not None and (name not in known or spec or conversion):
                yield (*path, key), f"{step.when!r} knows no {{{name}}}"


def _facts(
    path: Path, step: CourseStepShape, checklist: ChecklistShape, course: CourseShape
) -> Iterator[Finding]:
    known = all_facts(checklist, course) | {group.id for group in checklist.group}
    for fact in step.facts or ():
        if fact not in known:
            yield (*path, "facts"), f"no sign covers {fact!r}"
