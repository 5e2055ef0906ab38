"""From `packs.toml` to the values of the domain."""

from unspasm.catalogue.build import unworthy_sign
from unspasm.catalogue.shapes_packs import PackCardShape, PackPageShape, PacksShape
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_rules import Answer, Condition, Number, PackCard, PackRules, PackText
from unspasm.domain.rules import Page, PageKind


def packs_from(shape: PacksShape) -> PackRules:
    """Return what the file says about packs."""
    return PackRules(
        once=_page("pack_once", shape.page.once),
        each=_page("pack_each", shape.page.each),
        pain_ask=shape.pain_ask,
        conditions=tuple(
            Condition(
                sign=unworthy_sign(one.id, one.ask, one.find_out, one.because, one.sources),
                packs=frozenset(PackKind(word) for word in one.packs),
                lasting=one.asked == "once",
                answer=Answer(one.answer),
            )
            for one in shape.condition
        ),
        texts={
            PackKind(one.id): PackText(
                name=one.name,
                choose=one.choose,
                how=tuple(one.how),
                never=tuple(one.never),
                stop=tuple(one.stop),
                evidence=tuple(one.evidence),
                sources=tuple(one.sources),
            )
            for one in shape.pack
        },
        numbers=tuple(
            Number(one.id, one.value, one.because, tuple(one.sources)) for one in shape.number
        ),
        cards={
            Answer.ASK: _card(shape.card.ask_first),
            Answer.NEVER: _card(shape.card.never),
            Answer.NOT_NOW: _card(shape.card.not_now),
        },
        skin=_card(shape.card.skin),
    )


def _page(name: str, shape: PackPageShape) -> Page:
    return Page(name, PageKind.SPASM, shape.title, shape.ask, signs=())


def _card(shape: PackCardShape) -> PackCard:
    return PackCard(shape.heading, tuple(shape.act), tuple(shape.sources))
