"""The shape of `packs.toml`. See `shapes` for what all of them share."""

from datetime import date
from typing import Literal

from unspasm.catalogue.shapes import Shape

PackWord = Literal["cold", "heat"]


class PackNumberShape(Shape):
    """One number of the pack timer, and why it is what it is."""

    id: str
    value: int
    because: str
    sources: list[str]


class PackPageShape(Shape):
    """The frame of a page that is asked before a pack."""

    title: str
    ask: str


class PackPagesShape(Shape):
    """Asked once, and asked before each pack."""

    once: PackPageShape
    each: PackPageShape


class PackConditionShape(Shape):
    """Something that speaks against a pack."""

    id: str
    asked: Literal["once", "each"]
    packs: list[PackWord]
    ask: str
    find_out: str
    because: str
    answer: Literal["ask", "never", "not_now"]
    sources: list[str]


class PackTextShape(Shape):
    """What is said about one kind of pack."""

    id: PackWord
    name: str
    choose: str
    how: list[str]
    never: list[str]
    stop: list[str]
    evidence: list[str]
    sources: list[str]


class PackCardShape(Shape):
    """What is said in place of a timer, or about the skin."""

    heading: str
    act: list[str]
    sources: list[str]


class PackCardsShape(Shape):
    """The cards by what leads to them."""

    ask_first: PackCardShape
    never: PackCardShape
    not_now: PackCardShape
    skin: PackCardShape


class PacksShape(Shape):
    """`packs.toml`."""

    reviewed: date
    pain_ask: str
    number: list[PackNumberShape]
    page: PackPagesShape
    condition: list[PackConditionShape]
    pack: list[PackTextShape]
    card: PackCardsShape
