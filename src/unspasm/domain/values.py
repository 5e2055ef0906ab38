"""How a value is declared."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[Kind]) -> type[Kind]:
    """Make the class what `dataclass(frozen=True)` makes of it, once the first one is made.

    To compile the methods of a dataclass takes a millisecond. There are a hundred kinds of values,
    of which a start needs a quarter, and the person waits for it.
    """

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807
        if vars(kind).get("__init__") is __init__:
            delattr(kind, "__init__")
            dataclass(frozen=True)(kind)
        vars(kind)["__init__"](self, *values, **named)

    setattr(kind, __init__.__name__, __init__)
    return kind
