"""From the shapes of steps over the record to the values of the domain."""

from unspasm.catalogue.shapes import ChecklistShape, CourseShape, CourseStepShape
from unspasm.domain.answers import Trend
from unspasm.domain.course_rules import CourseStep, When
from unspasm.domain.log_entries import Helped
from unspasm.domain.urgency import Urgency


def course_steps_from(checklist: ChecklistShape, course: CourseShape) -> tuple[CourseStep, ...]:
    """Return the steps that `course.toml` states, facts and groups made into signs."""
    return tuple(_step(shape, checklist) for shape in course.step)


def _step(shape: CourseStepShape, checklist: ChecklistShape) -> CourseStep:
    return CourseStep(
        id=shape.id,
        when=When(shape.when),
        urgency=Urgency.from_word(shape.urgency),
        heading=shape.heading,
        because=shape.because,
        say=shape.say,
        sources=tuple(shape.sources),
        days_over=shape.days_over or 0,
        trends=frozenset(map(Trend, shape.trends or ())),
        days=shape.days or 0,
        pain_from=shape.pain_from or 0,
        times=shape.times or 0,
        within_days=shape.within_days or 0,
        signs=_signs(shape.facts or [], checklist),
        what=frozenset(map(Helped, shape.what or ())),
    )


def _signs(named: list[str], checklist: ChecklistShape) -> frozenset[str]:
    groups = {group.id: group.facts for group in checklist.group}
    facts = {fact for name in named for fact in groups.get(name, [name])}
    signs = (sign for page in checklist.page for sign in page.sign)
    return frozenset(sign.id for sign in signs if not facts.isdisjoint(sign.covers))
