"""The care card: what the person is told for an assessment.

Content gives the sentences; `write_card` picks them and fills in numbers and reasons. Both faces
and JSON show the same card.
"""

from collections.abc import Iterator
from datetime import date

from unspasm.domain.answers import Answers
from unspasm.domain.assess import UNDER_16, Assessment
from unspasm.domain.card_words import Card, CareWords, SharedWords
from unspasm.domain.person import About
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value
from unspasm.domain.whom_to_call import (
    advice_line,
    cannot_phone,
    note_on_number,
    number_to_call,
    other_calls,
)

DEAF_SECONDS = 1.0
"""How long an emergency card that has just come up takes no key."""


@value
class CareCard:
    """A card as the person reads it, from top to bottom."""

    urgency: Urgency
    id: str
    level: str
    heading: str
    act: tuple[str, ...]
    why: tuple[str, ...]
    say: str
    meanwhile: tuple[str, ...]
    tonight: tuple[str, ...]
    call_now_if_heading: str
    call_now_if: tuple[str, ...]
    cannot_phone: str
    seen_anyway: str
    check_again: str
    notes: tuple[str, ...]
    """What the program cannot know, and how old the advice is."""
    sources: tuple[str, ...] = ()


def write_card(
    rules: Rules,
    words: CareWords,
    answers: Answers,
    assessment: Assessment,
    about: About,
    today: date,
    *,
    pack_on: bool = False,
) -> CareCard:
    """Return the card for an assessment.

    Args:
        rules: for the words of what was ticked.
        words: the sentences and numbers.
        answers: what was ticked.
        assessment: what it adds up to.
        about: the country and numbers that the person chose.
        today: the calendar day as lived, for the age of the advice.
        pack_on: a pack is on the skin. In an emergency it comes off first, after the number.
    """
    card, call = _card_of(assessment, words), number_to_call(words, about)
    return CareCard(
        urgency=assessment.urgency,
        id=card.id,
        level=card.level,
        heading=card.heading,
        act=tuple(_act(rules, words, answers, assessment, about, pack_on=pack_on)),
        why=_why(rules, words.shared, answers, assessment),
        say=_say(rules, words.shared, answers, assessment),
        meanwhile=card.meanwhile,
        tonight=card.tonight,
        call_now_if_heading=words.shared.call_now_if_heading.format(call=call),
        call_now_if=card.call_now_if,
        cannot_phone=cannot_phone(words, about),
        seen_anyway=card.seen_anyway,
        check_again=card.check_again,
        notes=tuple(_notes(words, assessment, today)),
        sources=_sources(card, assessment),
    )


def _card_of(assessment: Assessment, words: CareWords) -> Card:
    """The card of its urgency, or that for people under 16."""
    young = any(reason.id == UNDER_16 for reason in assessment.reasons)
    if young and assessment.urgency <= Urgency.SOON:
        return words.cards[UNDER_16]
    return words.cards[assessment.urgency.word]


def _act(
    rules: Rules,
    words: CareWords,
    answers: Answers,
    assessment: Assessment,
    about: About,
    *,
    pack_on: bool,
) -> Iterator[str]:
    """What to do, the number first. An emergency leaves no time for anything less urgent."""
    emergency, call = assessment.urgency is Urgency.EMERGENCY, number_to_call(words, about)
    number, *others = (line.format(call=call) for line in _card_of(assessment, words).act)
    yield number
    if emergency and pack_on:
        yield words.shared.pack_first
    yield from others
    yield from note_on_number(words, about)
    yield from other_calls(words, assessment.reasons, about, call)
    if not emergency:
        yield from advice_line(words, about)
        yield from _watch(rules, answers)


def _watch(rules: Rules, answers: Answers) -> Iterator[str]:
    """What would make it urgent, for those signs that say so."""
    for sign in rules.signs.values():
        if sign.watch and answers.true.intersection(sign.covers):
            yield sign.watch


def _why(
    rules: Rules, shared: SharedWords, answers: Answers, assessment: Assessment
) -> tuple[str, ...]:
    """Everything that was ticked, in the words of the page, and what it means together.

    The reasons bear the words they were ticked in: the checklist may have others by now. What a
    clinician has seen and is the same is no reason any more, and not listed.
    """
    asked = [(reason.asked, reason.unsure) for reason in assessment.reasons if reason.asked]
    known = {reason.sign for reason in assessment.reasons if reason.asked}
    asked += [
        (sign.ask, not answers.yes.intersection(sign.covers))
        for sign in rules.signs.values()
        if sign.urgency is Urgency.SELF_CARE
        and sign.id not in known
        and answers.true.intersection(sign.covers)
    ]
    lines = [f"{words} {shared.not_sure_mark}" if unsure else words for words, unsure in asked]
    together = [reason.because for reason in assessment.reasons if not reason.asked]
    return (*lines, *together)


def _say(rules: Rules, shared: SharedWords, answers: Answers, assessment: Assessment) -> str:
    """The words for the phone call: how long, and then what matters most."""
    lowest = min(assessment.urgency, Urgency.SAME_DAY)
    said = [_say_days(shared, answers.days)]
    for reason in assessment.reasons:
        known = [sign.say for sign in rules.signs.values() if sign.id in reason.signs]
        if reason.urgency >= lowest or not reason.signs:
            said += known or filter(None, [reason.say])
    return " ".join(dict.fromkeys(said))


def _say_days(shared: SharedWords, days: float | None) -> str:
    if days is None:
        return shared.say_plain
    if days < 1:
        return shared.say_today
    if days < 2:
        return shared.say_yesterday
    return shared.say_days.format(days=int(days))


def _notes(words: CareWords, assessment: Assessment, today: date) -> Iterator[str]:
    shared = words.shared
    if any(reason.unsure for reason in assessment.reasons):
        yield shared.unsure
    yield shared.examine
    old = is_stale(words.reviewed, today)
    yield (shared.stale if old else shared.reviewed).format(date=words.reviewed.isoformat())


def _sources(card: Card, assessment: Assessment) -> tuple[str, ...]:
    """Those of the leading reasons, then those of the card, each once."""
    leading = (source for reason in assessment.leading for source in reason.sources)
    return tuple(dict.fromkeys([*leading, *card.sources]))


def is_stale(reviewed: date, today: date) -> bool:
    """Whether advice reviewed then is more than 12 months old today."""
    return (today.year, today.month, today.day) > (
        reviewed.year + 1,
        reviewed.month,
        reviewed.day,
    )
