"""How a value is declared."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
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
            _complete(kind)
        vars(kind)["__init__"](self, *values, **named)

    setattr(kind, __init__.__name__, __init__)
    return kind


def _complete(kind: type) -> None:
    """Give it its methods. Those that can do without are not compiled anew: that is half of it."""
    delattr(kind, "__init__")
    dataclass(frozen=True, repr=False, eq=False)(kind)
    names = tuple(one.name for one in fields(kind))
    parts: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - it becomes that method
        if other.__class__ is not self.__class__:
            return NotImplemented
        return parts(self) == parts(other)

    def __hash__(self: object) -> int:  # noqa: N807 - as above
        return hash(parts(self))

    def __repr__(self: object) -> str:  # noqa: N807 - as above
        said = (f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({', '.join(said)})"

    for method in (__eq__, __hash__, __repr__):
        setattr(kind, method.__name__, method)
