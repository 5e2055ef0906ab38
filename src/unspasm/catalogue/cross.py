"""What no single value can get wrong by itself: names that must resolve, and limits over all."""

from collections.abc import Iterable, Iterator

from unspasm.catalogue.faults import Finding, Path
from unspasm.catalogue.shapes import ChecklistShape, CourseShape, OptionShape, QuestionShape
from unspasm.catalogue.values import twice, unknown_sources
from unspasm.domain.rules import COACHED_FROM_AGE

NUMBERS_ASKED = frozenset({"age", "days", "pain"})
MOST_WORDS = 14
MOST_LETTERS = 100
MOST_LINES = 9
"""Of a page or a choice: nine is the last digit there is."""
MOST_NOW_SIGNS = 6


def findings_in_checklist(
    checklist: ChecklistShape, course: CourseShape | None, sources: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong across `checklist.toml`, with what `course.toml` asks in mind."""
    others = course.question if course else []
    if course:  # without it nobody can tell what is missing
        yield from _steps(checklist, others)
        yield from _facts(checklist, all_facts(checklist, course))
    if checklist.under_16.age_below != COACHED_FROM_AGE:
        yield ("under_16", "age_below"), f"unspasm coaches from {COACHED_FROM_AGE}, no other age"
    if checklist.under_16.locks != "all":
        yield ("under_16", "locks"), "under 16 locks all"
    yield from _covered_once(checklist, others)
    yield from _named_once(checklist, others)
    yield from _locks(checklist)
    yield from _lengths(checklist)
    yield from _questions(checklist.question)
    for path, ids in _sources_of_checklist(checklist):
        yield from unknown_sources(path, ids, sources)


def findings_in_course(
    course: CourseShape, checklist: ChecklistShape | None, sources: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong across `course.toml`, with the facts and names of `checklist.toml` in mind."""
    yield from _questions(course.question)
    yield from twice("rule", [rule.id for rule in course.rule])
    taken = set(_ids_of_checklist(checklist)) if checklist else set[str]()
    facts = all_facts(checklist, course) if checklist else None
    for place, question in enumerate(course.question):
        for fact in question.applies.facts if question.applies else ():
            if facts is not None and fact not in facts:
                yield ("question", place, "applies"), f"no sign covers {fact!r}"
    for place, rule in enumerate(course.rule):
        if rule.id in taken:
            yield ("rule", place, "id"), f"{rule.id!r} stands in the checklist already"
        if rule.urgency in {"same_day", "emergency"}:
            yield (
                ("rule", place, "urgency"),
                "a rule over time locks nothing, so it is soon at most",
            )
        if not rule.trend:
            yield ("rule", place, "trend"), "names no trend"
        yield from unknown_sources(("rule", place, "sources"), rule.sources, sources)
    covered: set[str] = set()
    for path, option in _options(course.question):
        if option.covers:
            yield from unknown_sources((*path, "sources"), option.sources, sources)
        yield from _covers_again(path, option.covers, covered)


def _options(questions: list[QuestionShape]) -> Iterator[tuple[Path, OptionShape]]:
    for place, question in enumerate(questions):
        for number, option in enumerate(question.option):
            yield ("question", place, "option", number), option


def _worths(
    pages: Iterable[object], questions: list[QuestionShape]
) -> Iterator[tuple[Path, list[str]]]:
    for place, page in enumerate(pages):
        for number, sign in enumerate(getattr(page, "sign", ())):
            yield ("page", place, "sign", number), sign.covers
    for path, option in _options(questions):
        yield path, option.covers


def _steps(checklist: ChecklistShape, others: list[QuestionShape]) -> Iterator[Finding]:
    names = [page.id for page in checklist.page]
    names += [question.id for question in (*checklist.question, *others)]
    for name in sorted(set(names) - set(checklist.steps)):
        yield ("steps",), f"{name!r} is never asked"
    for name in sorted(set(checklist.steps) - set(names)):
        yield ("steps",), f"there is no page or question {name!r}"
    for name in sorted(NUMBERS_ASKED - set(checklist.steps)):
        yield ("steps",), f"{name!r} must be asked"
    yield from twice("page", [page.id for page in checklist.page])
    yield from twice("question", [question.id for question in checklist.question])
    if len(set(checklist.steps)) != len(checklist.steps):
        yield ("steps",), "a step stands here twice"


def _facts(checklist: ChecklistShape, known: set[str]) -> Iterator[Finding]:
    groups = {group.id for group in checklist.group}
    named: list[tuple[Path, str]] = []
    for place, group in enumerate(checklist.group):
        named += [(("group", place, "facts"), fact) for fact in group.facts]
    for place, rule in enumerate(checklist.raises):
        named += [(("raise", place, "facts"), fact) for fact in rule.facts]
        named += [
            (("raise", place, "with"), fact) for fact in rule.companions if fact not in groups
        ]
        if not (rule.companions or rule.with_pain or rule.with_age or rule.with_trend):
            yield ("raise", place), "has no companion, so it never holds"
    for place, page in enumerate(checklist.page):
        if page.applies:
            named += [(("page", place, "applies"), fact) for fact in page.applies.facts]
    for place, question in enumerate(checklist.question):
        if question.applies:
            named += [(("question", place, "applies"), fact) for fact in question.applies.facts]
    for path, fact in named:
        if fact not in known:
            yield path, f"no sign covers {fact!r}"


def _covered_once(checklist: ChecklistShape, others: list[QuestionShape]) -> Iterator[Finding]:
    seen: set[str] = {fact for _, covers in _worths([], others) for fact in covers}
    seen |= set(checklist.unasked)
    for path, covers in _worths(checklist.page, checklist.question):
        yield from _covers_again(path, covers, seen)


def _covers_again(path: Path, covers: list[str], seen: set[str]) -> Iterator[Finding]:
    """Every fact that was seen before; the others have been seen from now on."""
    for fact in covers:
        if fact in seen:
            yield (*path, "covers"), f"{fact!r} is covered already, or said never to be asked"
        seen.add(fact)


def _named_once(checklist: ChecklistShape, others: list[QuestionShape]) -> Iterator[Finding]:
    """Signs, options and raises share one set of names: what is seen or taken back is named so."""
    seen = {option.id for _, option in _options(others) if option.id}
    named: list[tuple[Path, str]] = []
    for place, page in enumerate(checklist.page):
        for number, sign in enumerate(page.sign):
            named.append((("page", place, "sign", number, "id"), sign.id))
    named += [((*path, "id"), one.id) for path, one in _options(checklist.question) if one.id]
    named += [(("raise", place, "id"), rule.id) for place, rule in enumerate(checklist.raises)]
    for path, name in named:
        if name in seen:
            yield path, f"{name!r} stands here again"
        seen.add(name)


def _ids_of_checklist(checklist: ChecklistShape) -> Iterator[str]:
    yield from (sign.id for page in checklist.page for sign in page.sign)
    yield from (option.id for _, option in _options(checklist.question) if option.id)
    yield from (rule.id for rule in checklist.raises)


def all_facts(checklist: ChecklistShape, course: CourseShape | None) -> set[str]:
    """Return every fact that a sign, an option or the list of unasked ones names."""
    facts = {fact for _, worth in _worths(checklist.page, checklist.question) for fact in worth}
    facts |= {fact for _, worth in _worths([], course.question if course else []) for fact in worth}
    return facts | set(checklist.unasked)


def _locks(checklist: ChecklistShape) -> Iterator[Finding]:
    for place, page in enumerate(checklist.page):
        for number, sign in enumerate(page.sign):
            yield from _lock(("page", place, "sign", number, "locks"), sign.urgency, sign.locks)
    for place, rule in enumerate(checklist.raises):
        yield from _lock(("raise", place, "locks"), rule.to, rule.locks)
    for path, option in _options(checklist.question):
        # Being pregnant closes floor work, and is an ordinary visit at most.
        if option.urgency and option.locks and option.locks != "floor":
            yield from _lock((*path, "locks"), option.urgency, option.locks)


def _lock(path: Path, urgency: str, locks: str) -> Iterator[Finding]:
    if urgency == "emergency" and locks != "all":
        yield path, "an emergency locks all"
    if urgency == "same_day" and locks in {"nothing", "all"}:
        yield path, "a same-day reason locks sessions, sessions+packs or floor"
    if urgency in {"soon", "routine"} and locks != "nothing":
        yield path, f"{urgency} locks nothing"


def _lengths(checklist: ChecklistShape) -> Iterator[Finding]:
    for place, page in enumerate(checklist.page):
        if page.kind == "now" and len(page.sign) > MOST_NOW_SIGNS:
            yield ("page", place), f"a page of now has at most {MOST_NOW_SIGNS} signs"
        for number, sign in enumerate(page.sign):
            if len(sign.ask.split()) > MOST_WORDS:
                path = ("page", place, "sign", number, "ask")
                yield path, f"a sign has at most {MOST_WORDS} words"
            if len(sign.ask) > MOST_LETTERS:
                path = ("page", place, "sign", number, "ask")
                yield path, f"a sign has at most {MOST_LETTERS} letters"
            if not sign.covers:
                yield ("page", place, "sign", number, "covers"), "covers nothing"
        if not 0 < len(page.sign) <= MOST_LINES:
            yield ("page", place), f"a page has 1 to {MOST_LINES} signs"


def _questions(questions: list[QuestionShape]) -> Iterator[Finding]:
    for place, question in enumerate(questions):
        if question.kind == "choice" and not 0 < len(question.option) <= MOST_LINES:
            yield ("question", place), f"a choice has 1 to {MOST_LINES} options"
        if question.kind == "number":
            if question.lowest is None or question.highest is None:
                yield ("question", place), "a number needs lowest and highest"
            elif question.lowest > question.highest:
                yield ("question", place), "lowest is above highest"
    for path, option in _options(questions):
        worth = (option.id, option.urgency, option.locks, option.because, option.say)
        if option.covers and not (all(worth) and option.sources):
            yield path, "an option with covers needs id, urgency, locks, because, say and sources"
        if not option.covers and any(worth):
            yield path, "an option without covers is worth nothing"


def _sources_of_checklist(checklist: ChecklistShape) -> Iterator[tuple[Path, list[str]]]:
    yield ("under_16", "sources"), checklist.under_16.sources
    for place, page in enumerate(checklist.page):
        for number, sign in enumerate(page.sign):
            yield ("page", place, "sign", number, "sources"), sign.sources
    for path, option in _options(checklist.question):
        if option.covers:
            yield (*path, "sources"), option.sources
    for place, rule in enumerate(checklist.raises):
        yield ("raise", place, "sources"), rule.sources
