"""From the shapes of the care cards and of the emergency numbers to the words of the cards."""

from datetime import date

from unspasm.catalogue.shapes import CardShape, CareShape, CountryShape, NumbersShape
from unspasm.domain.card_words import Agreement, CallWords, Card, CareWords, Country, SharedWords
from unspasm.domain.rules import Call


def care_from(care: CareShape, numbers: NumbersShape | None, oldest: date) -> CareWords:
    """Return the words of the cards.

    Args:
        care: `care.toml`.
        numbers: `emergency_numbers.toml`; without it no country is known.
        oldest: the oldest review of everything that a card rests on.
    """
    return CareWords(
        cards={card.id: _card(card) for card in care.card},
        calls={Call(call.id): CallWords(call.act, call.own) for call in care.call},
        shared=SharedWords(**care.shared),
        countries={row.code: _country(row) for row in (numbers.country if numbers else ())},
        reviewed=oldest,
    )


def _card(shape: CardShape) -> Card:
    return Card(
        id=shape.id,
        level=shape.level,
        heading=shape.heading,
        act=tuple(shape.act),
        meanwhile=tuple(shape.meanwhile),
        seen_anyway=shape.seen_anyway,
        check_again=shape.check_again,
        sources=tuple(shape.sources),
        tonight=tuple(shape.tonight),
        call_now_if=tuple(shape.call_now_if),
    )


def _country(shape: CountryShape) -> Country:
    return Country(
        code=shape.code,
        name=shape.name,
        ambulance=tuple(shape.ambulance),
        agreement=Agreement(shape.agreement),
        note=shape.note,
        by_text=shape.by_text,
        advice=shape.advice,
        advice_number=shape.advice_number,
        advice_checked=shape.advice_checked,
        advice_note=shape.advice_note,
    )
