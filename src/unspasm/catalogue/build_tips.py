"""From the files of tips and of the daily plan to the values of the domain."""

from collections.abc import Iterable

from unspasm.catalogue.shapes_tips import PlanShape, SmallShape, TipShape, TopicShape
from unspasm.domain.locks import Activity
from unspasm.domain.stretches import Recovery
from unspasm.domain.tips import Small, Tip, TipLibrary, Topic


def tips_from(topics: Iterable[TopicShape], plan: PlanShape) -> TipLibrary:
    """Return every topic, in the order of its number, and the small things of a day."""
    ordered = sorted(topics, key=lambda shape: (shape.order, shape.id))
    return TipLibrary(tuple(map(_topic, ordered)), tuple(map(_small, plan.small)))


def _topic(shape: TopicShape) -> Topic:
    return Topic(
        shape.id, shape.title, shape.about, tuple(_tip(shape.id, one) for one in shape.tip)
    )


def _tip(topic: str, shape: TipShape) -> Tip:
    return Tip(
        id=shape.id,
        topic=topic,
        title=shape.title,
        lead=shape.lead,
        lines=tuple(shape.lines),
        sources=tuple(shape.sources),
        differs=shape.differs or "",
        check=shape.check,
        asked=tuple(shape.asked),
        phases=frozenset(map(Recovery, shape.phases)),
        related=tuple(shape.related),
    )


def _small(shape: SmallShape) -> Small:
    return Small(
        id=shape.id,
        do=shape.do,
        why=shape.why,
        tip=shape.tip,
        phases=frozenset(map(Recovery, shape.phases)),
        sources=tuple(shape.sources),
        needs=Activity(shape.needs) if shape.needs else None,
    )
