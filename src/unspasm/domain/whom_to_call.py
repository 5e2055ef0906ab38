"""Whom to phone: the emergency number, other help, and lines of advice, in the words of content."""

from collections.abc import Iterable, Iterator

from unspasm.domain.assess import Reason
from unspasm.domain.card_words import Agreement, CareWords, Country
from unspasm.domain.person import About


def number_to_call(words: CareWords, about: About) -> str:
    """Return the number for emergencies, as text to read: the person's own before any list."""
    shared = words.shared
    if about.emergency_number:
        return shared.number_own.format(number=about.emergency_number)
    country = _country(words, about)
    if country is None:
        return shared.number_generic
    numbers = shared.number_or.join(country.ambulance)
    template = (
        shared.number_unsure if country.agreement is Agreement.DIFFER else shared.number_known
    )
    return template.format(numbers=numbers, country=country.name)


def other_calls(
    words: CareWords, reasons: Iterable[Reason], about: About, call: str
) -> Iterator[str]:
    """Whom else to ring, each kind once, and the person's own number for it.

    Args:
        words: the sentences.
        reasons: what may name such help.
        about: the numbers that the person gave.
        call: the number for emergencies.
    """
    for kind in dict.fromkeys(reason.call for reason in reasons if reason.call):
        yield words.calls[kind].act.format(call=call)
        if number := about.numbers.get(kind):
            yield words.calls[kind].own.format(number=number)


def note_on_number(words: CareWords, about: About) -> Iterator[str]:
    """What is special about the country's number; a person's own number needs no note."""
    country = _country(words, about)
    if country and country.note and not about.emergency_number:
        yield country.note


def advice_line(words: CareWords, about: About) -> Iterator[str]:
    """Whom to ask for advice in the country, if a line is known."""
    country = _country(words, about)
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


def cannot_phone(words: CareWords, about: About) -> str:
    """Return what somebody can do who cannot speak on the phone."""
    country = _country(words, about)
    if country and country.by_text:
        return words.shared.by_text.format(number=country.by_text)
    return words.shared.cannot_phone


def _country(words: CareWords, about: About) -> Country | None:
    return words.countries.get(about.country or "")
