"""The care card: what the person is told for an assessment.

Content gives the sentences; `write_card` picks them and fills in numbers and reasons. Both faces
and JSON show the same card.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from unspasm.domain.answers import Answers
from unspasm.domain.assess import UNDER_16, Assessment, Reason
from unspasm.domain.person import About
from unspasm.domain.rules import Call, Rules
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value

DEAF_SECONDS = 1.0
"""How long an emergency card that has just come up takes no key."""


class Agreement(Enum):
    """How well public lists agree about a country's ambulance number."""

    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"


@value
class Country:
    """Whom to phone in one country. Every number is text: 000 is not 0."""

    code: str
    """ISO 3166 alpha-2."""
    name: str
    ambulance: tuple[str, ...]
    agreement: Agreement
    note: str = ""
    by_text: str = ""
    advice: str = ""
    advice_number: str = ""
    advice_checked: bool = False
    advice_note: str = ""


@value
class Card:
    """The fixed words of one card. `{call}` in them stands for the number to ring."""

    id: str
    level: str
    heading: str
    act: tuple[str, ...]
    meanwhile: tuple[str, ...]
    seen_anyway: str
    check_again: str
    sources: tuple[str, ...]
    tonight: tuple[str, ...] = ()
    call_now_if: tuple[str, ...] = ()


@value
class CallWords:
    """The words for one kind of help besides the general number."""

    act: str
    own: str


@dataclass(frozen=True)
class SharedWords:
    """Sentences that every card may need. See `care.toml`."""

    call_now_if_heading: str
    cannot_phone: str
    by_text: str
    unsure: str
    stale: str
    reviewed: str
    examine: str
    not_sure_mark: str
    say_today: str
    say_yesterday: str
    say_days: str
    say_plain: str
    number_generic: str
    number_or: str
    number_known: str
    number_own: str
    number_unsure: str
    advice_line: str
    advice_line_number: str
    advice_unchecked: str
    pack_first: str


@value
class CareWords:
    """All words of the cards, and the numbers of all countries."""

    cards: Mapping[str, Card]
    """By urgency, and `under_16`."""
    calls: Mapping[Call, CallWords]
    shared: SharedWords
    countries: Mapping[str, Country]
    reviewed: date
    """The oldest review of all that the card rests on."""


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
    sources: tuple[str, ...] = field(default=())


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
    card = words.cards[_card_id(assessment)]
    call = number_to_call(words, about)
    emergency = assessment.urgency is Urgency.EMERGENCY
    return CareCard(
        urgency=assessment.urgency,
        id=card.id,
        level=card.level,
        heading=card.heading,
        act=(
            *_act(card, call, words.shared.pack_first if emergency and pack_on else None),
            *_note(words, about),
            *_calls(words, assessment.reasons, about, call),
            *(() if emergency else _advice_line(words, about)),
            *(() if emergency else _watch(rules, answers)),
        ),
        why=_why(rules, words.shared, answers, assessment),
        say=_say(rules, words.shared, answers, assessment),
        meanwhile=card.meanwhile,
        tonight=card.tonight,
        call_now_if_heading=words.shared.call_now_if_heading.format(call=call),
        call_now_if=card.call_now_if,
        cannot_phone=_cannot_phone(words, about),
        seen_anyway=card.seen_anyway,
        check_again=card.check_again,
        notes=tuple(_notes(words, assessment, today)),
        sources=tuple(
            dict.fromkeys(
                [*(s for reason in assessment.leading for s in reason.sources), *card.sources]
            )
        ),
    )


def _act(card: Card, call: str, pack_first: str | None) -> Iterable[str]:
    number, *others = (line.format(call=call) for line in card.act)
    return (number, *filter(None, [pack_first]), *others)


def _card_id(assessment: Assessment) -> str:
    young = any(reason.id == UNDER_16 for reason in assessment.reasons)
    if young and assessment.urgency <= Urgency.SOON:
        return UNDER_16
    return assessment.urgency.word


def number_to_call(words: CareWords, about: About) -> str:
    """Return the number for emergencies, as text to read: the person's own before any list."""
    shared = words.shared
    if about.emergency_number:
        return shared.number_own.format(number=about.emergency_number)
    country = words.countries.get(about.country or "")
    if country is None:
        return shared.number_generic
    numbers = shared.number_or.join(country.ambulance)
    template = (
        shared.number_unsure if country.agreement is Agreement.DIFFER else shared.number_known
    )
    return template.format(numbers=numbers, country=country.name)


def _calls(words: CareWords, reasons: Iterable[Reason], about: About, call: str) -> Iterable[str]:
    for kind in dict.fromkeys(reason.call for reason in reasons if reason.call):
        yield words.calls[kind].act.format(call=call)
        if number := about.numbers.get(kind):
            yield words.calls[kind].own.format(number=number)


def _note(words: CareWords, about: About) -> Iterable[str]:
    """What is special about the country's number; a person's own number needs no note."""
    country = words.countries.get(about.country or "")
    if country and country.note and not about.emergency_number:
        yield country.note


def _advice_line(words: CareWords, about: About) -> Iterable[str]:
    country = words.countries.get(about.country or "")
    if country is None or not country.advice:
        return
    shared = words.shared
    if not country.advice_checked:
        template = shared.advice_unchecked
    elif country.advice_number and country.advice_number not in country.advice:
        template = shared.advice_line_number
    else:
        template = shared.advice_line
    line = template.format(country=country.name, name=country.advice, number=country.advice_number)
    yield f"{line} {country.advice_note}".strip()


def _watch(rules: Rules, answers: Answers) -> Iterable[str]:
    """What would make it urgent, for those signs that say so."""
    for sign in rules.signs.values():
        if sign.watch and answers.true.intersection(sign.covers):
            yield sign.watch


def _cannot_phone(words: CareWords, about: About) -> str:
    country = words.countries.get(about.country or "")
    if country and country.by_text:
        return words.shared.by_text.format(number=country.by_text)
    return words.shared.cannot_phone


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


def _notes(words: CareWords, assessment: Assessment, today: date) -> Iterable[str]:
    shared = words.shared
    if any(reason.unsure for reason in assessment.reasons):
        yield shared.unsure
    yield shared.examine
    old = is_stale(words.reviewed, today)
    yield (shared.stale if old else shared.reviewed).format(date=words.reviewed.isoformat())


def is_stale(reviewed: date, today: date) -> bool:
    """Whether advice reviewed then is more than 12 months old today."""
    return (today.year, today.month, today.day) > (
        reviewed.year + 1,
        reviewed.month,
        reviewed.day,
    )
