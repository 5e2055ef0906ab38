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
    cannot_phone = words.plain_cannot_phone.format(
        question=words.cannot_phone, answer=card.cannot_phone
    )
    yield words.plain_head.format(level=card.level, heading=card.heading)
    yield from card.act
    if card.urgency is Urgency.EMERGENCY:
        yield cannot_phone
    yield ""
    if card.why:
        yield from _list(words, words.why_record if from_record else words.why, card.why)
    else:
        yield words.why_none
    if card.urgency > Urgency.SELF_CARE:
        yield ""
        yield words.plain_say.format(words=words.say, said=card.say)
    yield ""
    emergency = card.urgency is Urgency.EMERGENCY
    meanwhile = words.meanwhile_emergency if emergency else words.meanwhile
    yield from _list(words, meanwhile, card.meanwhile)
    if card.tonight:
        yield ""
        yield from _list(words, words.tonight, card.tonight)
    if card.call_now_if:
        yield ""
        yield card.call_now_if_heading
        yield from _points(words, card.call_now_if)
        yield cannot_phone
    yield ""
    yield words.plain_named.format(name=words.seen_anyway, value=card.seen_anyway)
    yield words.plain_named.format(name=words.again, value=card.check_again)
    yield from card.notes


def _list(words: CardWords, heading: str, lines: tuple[str, ...]) -> Iterator[str]:
    yield words.plain_heading.format(words=heading)
    yield from _points(words, lines)


def _points(words: CardWords, lines: tuple[str, ...]) -> Iterator[str]:
    yield from (words.plain_point.format(words=line) for line in lines)
