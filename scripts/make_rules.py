"""Write docs/rules.md from the content: `python scripts/make_rules.py [--check]`.

With `--check` nothing is written; the exit code says whether the page is current.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from unspasm.catalogue import Catalogue, load
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_rules import PackRules
from unspasm.domain.rules import (
    Applies,
    ChoiceQuestion,
    NumberQuestion,
    Page,
    Raise,
    Rules,
    Sign,
    signs_of,
)

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "rules.md"
HEAD = """\
# The rules

This page is made from `content/en` by `scripts/make_rules.py`; do not edit it by hand.

It is written for somebody who knows backs and not programs. Every line that unspasm asks is here,
with what it is worth by itself, what raises it, what it closes, and who says so. The urgency of a
check is the highest of all that holds. Nothing lowers it, and "not sure" counts as yes.

| urgency | what the person is told |
|---|---|
| `emergency` | get help now |
| `same_day` | speak to a health professional today |
| `soon` | be seen in the next few days |
| `routine` | book an ordinary visit |
| `self_care` | none of the listed signs, which does not mean that nothing is wrong |

| closes | until a clinician has seen the person for it, or it is taken back as a mistake |
|---|---|
| `all`, `sessions+packs` | stretches, breathing, positions of ease, cold and heat packs |
| `sessions` | stretches, breathing and positions of ease |
| `floor` | floor and strength work only |
| `nothing` | nothing |

"Not sure" about a `same_day` sign closes floor work only. No clinician has reviewed these rules.
"""


def page(catalogue: Catalogue) -> Iterator[str]:
    """The page, paragraph by paragraph."""
    rules = catalogue.rules
    yield HEAD
    yield "## What is asked, in this order\n"
    for step in rules.steps:
        match step:
            case Page(title=title, ask=ask, applies=applies):
                yield f"### {title}\n\n*{ask}*{_when(applies)}\n"
            case NumberQuestion(ask=ask, lowest=lowest, highest=highest, applies=applies):
                yield f"### {ask}\n\nA number from {lowest} to {highest}.{_when(applies)}\n"
            case ChoiceQuestion(ask=ask, options=options, applies=applies):
                answers = "; ".join(option.words for option in options)
                yield f"### {ask}\n\nOne of: {answers}.{_when(applies)}\n"
        for sign in signs_of(step):
            yield from _sign(rules, sign)
    yield from _together(rules)
    yield from _over_time(rules)
    yield from _new_or_worse(rules)
    yield from _packs(catalogue.packs)
    yield from _sources(catalogue)


def _when(applies: Applies) -> str:
    parts = []
    if applies.facts:
        parts.append("one of " + ", ".join(f"`{fact}`" for fact in sorted(applies.facts)))
    if applies.days_over is not None:
        parts.append(f"more than {applies.days_over:g} days")
    if applies.age_from is not None or applies.age_to is not None:
        parts.append(f"age {applies.age_from or 0} to {applies.age_to or 'any'}")
    return f" Only with {', or '.join(parts)}." if parts else ""


def _sign(rules: Rules, sign: Sign) -> Iterator[str]:
    facts = ", ".join(f"`{fact}`" for fact in sign.covers)
    lines = [f"- **{sign.ask}** (`{sign.id}`)"]
    lines.append(f"  - worth `{sign.urgency.word}`, closes `{sign.locks.value}`")
    if sign.call:
        lines[-1] += f", asks to call {sign.call.value} first"
    lines.append(f"  - facts: {facts}")
    if sign.find_out:
        lines.append(f"  - not sure? {sign.find_out}")
    raised = [rule for rule in rules.raises if set(rule.facts) & set(sign.covers)]
    lines += [
        f"  - raised to `{rule.to.word}` {_condition(rule, rules)} (`{rule.id}`)" for rule in raised
    ]
    lines.append(f"  - sources: {', '.join(sign.sources)}")
    yield "\n".join(lines) + "\n"


def _condition(rule: Raise, rules: Rules) -> str:
    parts = []
    if rule.companions:
        signs = dict.fromkeys(rules.sign_of[fact].id for fact in rule.companions)
        parts.append("with " + ", ".join(f"`{sign}`" for sign in signs))
    if rule.with_pain is not None:
        parts.append(f"with pain of {rule.with_pain} or more")
    if rule.with_age is not None:
        parts.append(f"from age {rule.with_age}")
    if rule.with_trend is not None:
        parts.append(f"if {rule.with_trend.value}")
    after = f", after more than {rule.days_over:g} days" if rule.days_over is not None else ""
    return " or ".join(parts) + after


def _together(rules: Rules) -> Iterator[str]:
    yield "## What counts for more together\n"
    for rule in rules.raises:
        facts = ", ".join(f"`{fact}`" for fact in rule.facts)
        others = ", ".join(f"`{fact}`" for fact in rule.companions)
        line = f"- `{rule.id}`: {facts} -> `{rule.to.word}`, closes `{rule.locks.value}`"
        line += f"\n  - {_condition(rule, rules)}"
        line += f"\n  - the facts that raise it: {others}" if others else ""
        line += f"\n  - {rule.because}\n  - sources: {', '.join(rule.sources)}\n"
        yield line


def _over_time(rules: Rules) -> Iterator[str]:
    young = rules.under_16
    yield "## Time and age\n"
    yield (
        f"- under {young.age_below}: at least `{young.urgency.word}`, closes `{young.locks.value}`,"
        f" whatever else; sources: {', '.join(young.sources)}"
    )
    for rule in rules.course:
        trends = ", ".join(sorted(trend.value for trend in rule.trends))
        yield (
            f"- more than {rule.days_over:g} days, {trends}: `{rule.urgency.word}`"
            f" (`{rule.id}`); sources: {', '.join(rule.sources)}"
        )
    yield from _over_the_record(rules)
    facts = ", ".join(f"`{fact}`" for fact in sorted(rules.unasked))
    yield f"\nNever asked and worth nothing: {facts}.\n"


def _over_the_record(rules: Rules) -> Iterator[str]:
    yield (
        "\n### What the record says by itself\n\nBetter and worse mean by 2 points and by 30 %,"
        " between medians of three days. What is reached stands until the person says that they"
        " were seen for it; then its own clock starts again.\n"
    )
    for step in rules.course_steps:
        numbers = {
            "more than {} days": step.days_over,
            "on {} days": step.days,
            "pain from {}": step.pain_from,
            "{} times": step.times,
            "within {} days": step.within_days,
        }
        said = [words.format(number) for words, number in numbers.items() if number]
        said += [trend.value for trend in sorted(step.trends, key=lambda trend: trend.value)]
        said += [f"`{sign}`" for sign in sorted(step.signs)]
        said += [what.value for what in step.what]
        looks = f"{step.when.value}: {', '.join(said)}" if said else step.when.value
        yield (
            f"- `{step.id}`: {looks} -> `{step.urgency.word}`\n  - {step.heading}: {step.because}"
            f"\n  - sources: {', '.join(step.sources)}"
        )


def _new_or_worse(rules: Rules) -> Iterator[str]:
    yield "## New or worse?\n"
    yield (
        "Before every pack: the full check if this spasm has none, or none in 7 days (outside a"
        " spasm: 90 days); else the three pages about now if they were not answered for 24 hours;"
        " else this page. It gives no verdict: a yes or a not sure opens the full pages of what it"
        " names, and a sign ticked there makes it a full check.\n"
    )
    yield f"*{rules.new_or_worse.ask}*\n"
    yield f"Where nothing was ever asked: *{rules.new_or_worse.ask_first}*\n"
    for line in rules.new_or_worse.lines:
        facts = ", ".join(f"`{fact}`" for fact in line.sign.covers)
        only = f"\n  - only with {', '.join(sorted(line.facts))}" if line.facts else ""
        yield f"- **{line.sign.ask}**{only}\n  - not sure? {line.sign.find_out}\n  - {facts}\n"


def _packs(packs: PackRules) -> Iterator[str]:
    yield "## Cold and heat packs\n"
    yield "| number | value | why | sources |\n|---|---|---|---|"
    for number in packs.numbers:
        name, sources = number.id.replace("_", " "), ", ".join(number.sources)
        yield f"| {name} | {number.value} | {number.because} | {sources} |"
    yield "\n| a yes means | what happens |\n|---|---|"
    for answer, card in packs.cards.items():
        yield f"| `{answer.value}` | {card.heading}. {card.act[0]} |"
    for lasting, heading in ((True, "Asked once"), (False, "Asked before every pack")):
        yield f"\n### {heading}\n"
        for one in packs.conditions:
            if one.lasting is lasting:
                kinds = " and ".join(kind.value for kind in PackKind if kind in one.packs)
                yield (
                    f"- **{one.sign.ask}** (`{one.sign.id}`)\n  - {kinds}: `{one.answer.value}`"
                    f"\n  - not sure? {one.sign.find_out}\n  - {one.sign.because}"
                    f"\n  - sources: {', '.join(one.sign.sources)}\n"
                )
    for kind, text in packs.texts.items():
        yield f"### {text.name}\n"
        for heading, lines in (
            ("How", text.how), ("Never", text.never), ("Take it off at once if", text.stop),
            ("What is known", text.evidence),
        ):  # fmt: skip
            yield f"{heading}:\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
        yield f"Sources of {kind.value}: {', '.join(text.sources)}.\n"
    yield f"### {packs.skin.heading}\n"
    yield "\n".join(f"- {line}" for line in packs.skin.act) + "\n"
    yield f"Sources: {', '.join(packs.skin.sources)}.\n"


def _sources(catalogue: Catalogue) -> Iterator[str]:
    yield "## Sources\n"
    yield (
        "`whole`: read to its end. `excerpt`: the part that matters. `second-hand`: read in"
        " a copy or a summary. `general`: general knowledge, not checked.\n"
    )
    used = {source for sign in catalogue.rules.signs.values() for source in sign.sources}
    used |= {source for rule in catalogue.rules.raises for source in rule.sources}
    used |= {source for rule in catalogue.rules.course for source in rule.sources}
    used |= {source for step in catalogue.rules.course_steps for source in step.sources}
    used |= set(catalogue.rules.under_16.sources)
    used |= {source for card in catalogue.care.cards.values() for source in card.sources}
    packs = catalogue.packs
    used |= {source for number in packs.numbers for source in number.sources}
    used |= {source for text in packs.texts.values() for source in text.sources}
    used |= {source for card in (*packs.cards.values(), packs.skin) for source in card.sources}
    used |= {source for one in packs.conditions for source in one.sign.sources}
    for name in sorted(used):
        source = catalogue.sources[name]
        yield f"- `{name}`: {source.title}. {source.publisher}. {source.where} ({source.read})"


def main() -> int:
    """Write the page, or with --check compare it."""
    text = "\n".join(page(load(ROOT / "content" / "en"))).rstrip() + "\n"
    if "--check" in sys.argv[1:]:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print("docs/rules.md is current." if current else "docs/rules.md is out of date.")
        return 0 if current else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(text.splitlines())} lines in docs/rules.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
