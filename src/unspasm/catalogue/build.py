"""From the shapes of the checklist, the course and the sources to the rules of the domain."""

from collections.abc import Mapping, Sequence

from unspasm.catalogue.build_course import course_steps_from
from unspasm.catalogue.shapes import (
    AppliesShape,
    ChecklistShape,
    CourseShape,
    NewOrWorseShape,
    OptionShape,
    PageShape,
    QuestionShape,
    RaiseShape,
    SignShape,
    SourcesShape,
)
from unspasm.domain.answers import Trend
from unspasm.domain.locks import Lock
from unspasm.domain.rules import (
    Applies,
    Call,
    ChoiceQuestion,
    CourseRule,
    NewLine,
    NewOrWorse,
    NumberQuestion,
    Option,
    Page,
    PageKind,
    Raise,
    Rules,
    Sign,
    Source,
    Step,
    UnderAge,
)
from unspasm.domain.urgency import Urgency


def rules_from(checklist: ChecklistShape, course: CourseShape) -> Rules:
    """Return the rules that the two files state."""
    groups = {group.id: group.facts for group in checklist.group}
    steps: dict[str, Step] = {page.id: _page(page) for page in checklist.page}
    steps |= {
        question.id: _question(question) for question in (*checklist.question, *course.question)
    }
    young = checklist.under_16
    return Rules(
        steps=tuple(steps[step] for step in checklist.steps),
        raises=tuple(_raise(shape, groups) for shape in checklist.raises),
        course=tuple(
            CourseRule(
                id=rule.id,
                days_over=rule.days_over,
                trends=frozenset(Trend(word) for word in rule.trend),
                urgency=Urgency.from_word(rule.urgency),
                because=rule.because,
                sources=tuple(rule.sources),
            )
            for rule in course.rule
        ),
        under_16=UnderAge(
            age_below=young.age_below,
            urgency=Urgency.from_word(young.urgency),
            locks=Lock(young.locks),
            because=young.because,
            say=young.say,
            sources=tuple(young.sources),
        ),
        new_or_worse=_new_or_worse(checklist.new_or_worse),
        unasked=frozenset(checklist.unasked),
        course_steps=course_steps_from(checklist, course),
    )


def _new_or_worse(shape: NewOrWorseShape) -> NewOrWorse:
    return NewOrWorse(
        title=shape.title,
        ask=shape.ask,
        ask_first=shape.ask_first,
        lines=tuple(
            NewLine(
                unworthy_sign(line.id, line.ask, line.find_out, covers=tuple(line.covers)),
                frozenset(line.applies_facts),
            )
            for line in shape.line
        ),
    )


def unworthy_sign(
    name: str,
    ask: str,
    find_out: str,
    because: str = "",
    sources: Sequence[str] = (),
    covers: tuple[str, ...] = (),
) -> Sign:
    """Return a line of a page that by itself is worth nothing and locks nothing."""
    return Sign(
        id=name,
        ask=ask,
        covers=covers or (name,),
        urgency=Urgency.SELF_CARE,
        locks=Lock.NOTHING,
        because=because,
        say="",
        sources=tuple(sources),
        find_out=find_out,
    )


def _page(shape: PageShape) -> Page:
    return Page(
        id=shape.id,
        kind=PageKind(shape.kind),
        title=shape.title,
        ask=shape.ask,
        signs=tuple(_sign(sign) for sign in shape.sign),
        applies=_applies(shape.applies),
    )


def _sign(shape: SignShape) -> Sign:
    return Sign(
        id=shape.id,
        ask=shape.ask,
        covers=tuple(shape.covers),
        urgency=Urgency.from_word(shape.urgency),
        locks=Lock(shape.locks),
        because=shape.because,
        say=shape.say,
        sources=tuple(shape.sources),
        find_out=shape.find_out,
        call=_call(shape.call),
        watch=shape.watch,
    )


def _question(shape: QuestionShape) -> NumberQuestion | ChoiceQuestion:
    if shape.kind == "number":
        return NumberQuestion(
            id=shape.id,
            ask=shape.ask,
            lowest=shape.lowest or 0,
            highest=shape.highest or 0,
            fractions=shape.fractions,
            applies=_applies(shape.applies),
        )
    return ChoiceQuestion(
        id=shape.id,
        ask=shape.ask,
        options=tuple(_option(option) for option in shape.option),
        applies=_applies(shape.applies),
    )


def _option(shape: OptionShape) -> Option:
    sign = None
    if shape.id and shape.urgency and shape.locks:
        sign = Sign(
            id=shape.id,
            ask=shape.because,
            covers=tuple(shape.covers),
            urgency=Urgency.from_word(shape.urgency),
            locks=Lock(shape.locks),
            because=shape.because,
            say=shape.say,
            sources=tuple(shape.sources),
            call=_call(shape.call),
            watch=shape.watch,
        )
    return Option(shape.words, sign, Trend(shape.trend) if shape.trend else None)


def _applies(shape: AppliesShape | None) -> Applies:
    if shape is None:
        return Applies()
    return Applies(frozenset(shape.facts), shape.days_over, shape.age_from, shape.age_to)


def _call(word: str | None) -> Call | None:
    return Call(word) if word else None


def _raise(shape: RaiseShape, groups: Mapping[str, list[str]]) -> Raise:
    companions = [fact for name in shape.companions for fact in groups.get(name, [name])]
    return Raise(
        id=shape.id,
        facts=tuple(shape.facts),
        to=Urgency.from_word(shape.to),
        locks=Lock(shape.locks),
        because=shape.because,
        sources=tuple(shape.sources),
        companions=tuple(companions),
        with_pain=shape.with_pain,
        with_age=shape.with_age,
        with_trend=Trend(shape.with_trend) if shape.with_trend else None,
        days_over=shape.days_over,
        call=_call(shape.call),
    )


def sources_from(shape: SourcesShape) -> dict[str, Source]:
    """Return every source by id."""
    return {
        row.id: Source(row.id, row.title, row.publisher, row.where, row.read)
        for row in shape.source
    }
