"""What no single value of `packs.toml`, or of the page "new or worse", can get wrong by itself."""

from collections.abc import Iterator
from string import Formatter

from unspasm.catalogue.cross import MOST_LETTERS, MOST_LINES
from unspasm.catalogue.faults import Finding, Path
from unspasm.catalogue.shapes import ChecklistShape
from unspasm.catalogue.shapes_packs import PacksShape
from unspasm.catalogue.values import twice, unknown_sources
from unspasm.domain.pack_rules import NUMBERS

_CARDS = ("ask_first", "never", "not_now", "skin")


def findings_in_new_or_worse(checklist: ChecklistShape, known: set[str]) -> Iterator[Finding]:
    """What is wrong with the page: every fact that is an emergency alone has to be on it."""
    shape, path = checklist.new_or_worse, ("new_or_worse",)
    if len(shape.line) > MOST_LINES:
        yield path, f"has more than {MOST_LINES} lines"
    fields = {name for _, name, spec, conversion in Formatter().parse(shape.ask)
              if name is not None and not spec and not conversion}  # fmt: skip
    if fields != {"when"}:
        yield (*path, "ask"), "names {when} and nothing else"
    covered: set[str] = set()
    for place, line in enumerate(shape.line):
        here = (*path, "line", place)
        if len(line.ask) > MOST_LETTERS:
            yield (*here, "ask"), f"is longer than {MOST_LETTERS} letters"
        named = [("covers", fact) for fact in line.covers]
        named += [("applies_facts", fact) for fact in line.applies_facts]
        for key, fact in named:
            if fact not in known:
                yield (*here, key), f"no sign covers {fact!r}"
        for fact in line.covers:
            if fact in covered:
                yield (*here, "covers"), f"{fact!r} is covered twice"
            covered.add(fact)
    worst = {fact for page in checklist.page for sign in page.sign
             if sign.urgency == "emergency" for fact in sign.covers}  # fmt: skip
    for fact in sorted(worst - covered):
        yield (*path, "line"), f"no line covers {fact!r}, which is an emergency"


def findings_in_packs(
    packs: PacksShape, checklist: ChecklistShape | None, sources: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong across `packs.toml`."""
    yield from _numbers(packs)
    yield from _conditions(packs, checklist)
    ids = [one.id for one in packs.pack]
    yield from twice("pack", list(ids))
    for kind in sorted({"cold", "heat"} - set(ids)):
        yield ("pack",), f"there is no {kind!r}"
    named: list[tuple[Path, list[str]]] = [
        *((("number", at, "sources"), one.sources) for at, one in enumerate(packs.number)),
        *((("condition", at, "sources"), one.sources) for at, one in enumerate(packs.condition)),
        *((("pack", at, "sources"), one.sources) for at, one in enumerate(packs.pack)),
        *((("card", name, "sources"), getattr(packs.card, name).sources) for name in _CARDS),
    ]
    for path, listed in named:
        yield from unknown_sources(path, listed, sources)


def _numbers(packs: PacksShape) -> Iterator[Finding]:
    """The numbers are those of the program: to change one here would only make it say otherwise."""
    yield from twice("number", [one.id for one in packs.number])
    for place, one in enumerate(packs.number):
        if one.id not in NUMBERS:
            yield ("number", place, "id"), f"the timer has no number {one.id!r}"
        elif one.value != NUMBERS[one.id]:
            yield ("number", place, "value"), f"the timer goes by {NUMBERS[one.id]}"
    for name in sorted(NUMBERS.keys() - {one.id for one in packs.number}):
        yield ("number",), f"does not tell {name!r}"


def _conditions(packs: PacksShape, checklist: ChecklistShape | None) -> Iterator[Finding]:
    yield from twice("condition", [one.id for one in packs.condition])
    signs = {sign.id for page in checklist.page for sign in page.sign} if checklist else set()
    for place, one in enumerate(packs.condition):
        path = ("condition", place)
        if one.id in signs:
            yield (*path, "id"), f"{one.id!r} stands in the checklist already"
        if len(one.ask) > MOST_LETTERS:
            yield (*path, "ask"), f"is longer than {MOST_LETTERS} letters"
        if one.asked == "once" and one.answer == "not_now":
            yield (*path, "answer"), "what lasts does not pass"
    for kind in ("cold", "heat"):
        for asked in ("once", "each"):
            bearing = [c for c in packs.condition if kind in c.packs and c.asked == asked]
            if not 1 <= len(bearing) <= MOST_LINES:
                what = f"{kind}, {asked}: {len(bearing)} lines on a page of 1 to {MOST_LINES}"
                yield ("condition",), what
