"""What no single value can get wrong by itself: names that must resolve, and limits over all."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from string import Formatter

from unspasm.catalogue.faults import Path
from unspasm.catalogue.shapes import (
    CareShape,
    ChecklistShape,
    CourseShape,
    NumbersShape,
    OptionShape,
    QuestionShape,
    SourcesShape,
)
from unspasm.domain.care import SharedWords
from unspasm.domain.rules import COACHED_FROM_AGE

Finding = tuple[Path, str]
"""Where in the file, and what is wrong."""

NUMBERS_ASKED = frozenset({"age", "days", "pain"})
MOST_WORDS = 14
MOST_LETTERS = 100
MOST_LINES = 9
"""Of a page or a choice: nine is the last digit there is."""
MOST_NOW_SIGNS = 6
CALL_NOW_LINES = 6
CARDS = frozenset({"self_care", "routine", "soon", "same_day", "emergency", "under_16"})
CALLS = frozenset({"maternity", "poisons", "crisis"})


def findings_in_checklist(
    checklist: ChecklistShape, course: CourseShape | None, sources: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong across `checklist.toml`, with what `course.toml` asks in mind."""
    others = course.question if course else []
    yield from _steps(checklist, others)
    if checklist.under_16.age_below != COACHED_FROM_AGE:
        yield ("under_16", "age_below"), f"unspasm coaches from {COACHED_FROM_AGE}, no other age"
    covered = {fact for _, worth in _worths(checklist.page, checklist.question) for fact in worth}
    covered |= {fact for _, worth in _worths([], others) for fact in worth}
    yield from _facts(checklist, covered | set(checklist.unasked))
    yield from _covered_once(checklist, others)
    yield from _locks(checklist)
    yield from _lengths(checklist)
    yield from _questions(checklist.question)
    for path, ids in _sources_of_checklist(checklist):
        yield from unknown_sources(path, ids, sources)


def findings_in_course(course: CourseShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    """What is wrong across `course.toml`."""
    yield from _questions(course.question)
    yield from _twice("rule", [rule.id for rule in course.rule])
    for place, rule in enumerate(course.rule):
        if not rule.trend:
            yield ("rule", place, "trend"), "names no trend"
        yield from unknown_sources(("rule", place, "sources"), rule.sources, sources)
    for path, option in _options(course.question):
        if option.covers:
            yield from unknown_sources((*path, "sources"), option.sources, sources)


def findings_in_care(care: CareShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    """What is wrong across `care.toml`."""
    yield from _twice("card", [card.id for card in care.card])
    for missing in sorted(CARDS - {card.id for card in care.card}):
        yield ("card",), f"there is no card {missing!r}"
    for missing in sorted(CALLS - {call.id for call in care.call}):
        yield ("call",), f"there is no call {missing!r}"
    for place, card in enumerate(care.card):
        wanted = 0 if card.id == "emergency" else CALL_NOW_LINES
        if len(card.call_now_if) != wanted:
            yield (
                ("card", place, "call_now_if"),
                f"wants {wanted} lines, has {len(card.call_now_if)}",
            )
        yield from unknown_sources(("card", place, "sources"), card.sources, sources)
        for line in card.act:
            yield from _placeholders(("card", place, "act"), line, {"call"})
    for place, call in enumerate(care.call):
        yield from unknown_sources(("call", place, "sources"), call.sources, sources)
        yield from _placeholders(("call", place, "act"), call.act, {"call"})
        yield from _placeholders(("call", place, "own"), call.own, {"number"})
    yield from _shared(care)


_SHARED_PLACEHOLDERS = {
    "call_now_if_heading": {"call"},
    "by_text": {"number"},
    "stale": {"date"},
    "reviewed": {"date"},
    "say_days": {"days"},
    "number_known": {"numbers", "country"},
    "number_own": {"number"},
    "number_unsure": {"numbers", "country"},
    "advice_line": {"country", "name", "number"},
    "advice_line_number": {"country", "name", "number"},
    "advice_unchecked": {"country", "name", "number"},
}


def _shared(care: CareShape) -> Iterator[Finding]:
    wanted = {field.name for field in fields(SharedWords)}
    for key in sorted(wanted - set(care.shared)):
        yield ("shared",), f"there is no {key!r}"
    for key in sorted(set(care.shared) - wanted):
        yield ("shared", key), "unknown key"
    for key, words in care.shared.items():
        yield from _placeholders(("shared", key), words, _SHARED_PLACEHOLDERS.get(key, set()))


def findings_in_numbers(numbers: NumbersShape, sources: frozenset[str] | None) -> Iterator[Finding]:
    """What is wrong across `emergency_numbers.toml`."""
    yield from unknown_sources(("sources",), numbers.sources, sources)
    yield from _twice("country", [row.code for row in numbers.country])
    for place, row in enumerate(numbers.country):
        yield from unknown_sources(("country", place, "sources"), row.sources, sources)


def findings_in_sources(shape: SourcesShape) -> Iterator[Finding]:
    """What is wrong across `sources.toml`."""
    yield from _twice("source", [row.id for row in shape.source])


def unknown_sources(path: Path, ids: list[str], known: frozenset[str] | None) -> Iterator[Finding]:
    """Every named source that does not exist, and a claim that names none.

    Without the known ones nothing is said about those that are named.
    """
    if not ids:
        yield path, "names no source"
    for source in ids:
        if known is not None and source not in known:
            yield path, f"no source is called {source!r}"


def _placeholders(path: Path, words: str, allowed: set[str]) -> Iterator[Finding]:
    try:
        names = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError as error:
        yield path, str(error)
        return
    for name in sorted(names - allowed):
        yield path, f"{{{name}}} stands for nothing here"


def _twice(kind: str, ids: list[str]) -> Iterator[Finding]:
    for place, name in enumerate(ids):
        if name in ids[:place]:
            yield (kind, place, "id"), f"{name!r} stands here a second time"


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
    yield from _twice("page", [page.id for page in checklist.page])
    yield from _twice("question", [question.id for question in checklist.question])
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
    yield from _twice("raise", [rule.id for rule in checklist.raises])


def _covered_once(checklist: ChecklistShape, others: list[QuestionShape]) -> Iterator[Finding]:
    seen: set[str] = {fact for _, covers in _worths([], others) for fact in covers}
    ids: set[str] = {option.id for _, option in _options(others) if option.id}
    for place, page in enumerate(checklist.page):
        for number, sign in enumerate(page.sign):
            if sign.id in ids:
                yield ("page", place, "sign", number, "id"), f"{sign.id!r} stands here again"
            ids.add(sign.id)
    for path, covers in _worths(checklist.page, checklist.question):
        for fact in covers:
            if fact in seen:
                yield (*path, "covers"), f"{fact!r} is covered by another sign already"
            seen.add(fact)


def _locks(checklist: ChecklistShape) -> Iterator[Finding]:
    for place, page in enumerate(checklist.page):
        for number, sign in enumerate(page.sign):
            path = ("page", place, "sign", number, "locks")
            yield from _lock(path, sign.urgency, sign.locks)
    for place, rule in enumerate(checklist.raises):
        yield from _lock(("raise", place, "locks"), rule.to, rule.locks)


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
        if question.kind == "number" and (question.lowest is None or question.highest is None):
            yield ("question", place), "a number needs lowest and highest"
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
