"""A care card as lines."""

from collections.abc import Iterator

from unspasm.domain.care import CareCard
from unspasm.domain.urgency import Urgency
from unspasm.words import CardWords


def card_lines(card: CareCard, words: CardWords, *, from_record: bool = False) -> Iterator[str]:
    """The card from top to bottom, one sentence or one point a line.

    Args:
        card: what it says.
        words: of cards.
        from_record: its reason is what the record has noticed, and not a tick.
    """
    yield f"{card.level}. {card.heading}."
    yield from card.act
    if card.urgency is Urgency.EMERGENCY:
        yield f"{words.cannot_phone} {card.cannot_phone}"
    yield ""
    if card.why:
        yield f"{words.why_record if from_record else words.why}:"
        yield from _points(card.why)
    else:
        yield words.why_none
    if card.urgency > Urgency.SELF_CARE:
        yield ""
        yield f'{words.say}: "{card.say}"'
    yield ""
    emergency = card.urgency is Urgency.EMERGENCY
    yield f"{words.meanwhile_emergency if emergency else words.meanwhile}:"
    yield from _points(card.meanwhile)
    if card.tonight:
        yield ""
        yield f"{words.tonight}:"
        yield from _points(card.tonight)
    if card.call_now_if:
        yield ""
        yield card.call_now_if_heading
        yield from _points(card.call_now_if)
        yield f"{words.cannot_phone} {card.cannot_phone}"
    yield ""
    yield f"{words.seen_anyway}: {card.seen_anyway}"
    yield f"{words.again}: {card.check_again}"
    yield from card.notes


def _points(lines: tuple[str, ...]) -> Iterator[str]:
    yield from (f"- {line}" for line in lines)
