"""The shape of a file of a routine of one's own."""

from typing import Literal

from pydantic import Field

from unspasm.catalogue.shapes import Shape
from unspasm.catalogue.shapes_stretches import NeedWord


class OwnStepShape(Shape):
    """One step: `stretch` names one of the library, `name` an exercise that is not in it."""

    stretch: str | None = None
    name: str | None = None
    seconds: int | None = None
    repeats: int | None = None
    rest: int | None = None
    sets: int | None = None
    between: int | None = None
    sides: Literal["none", "both", "left", "right"] | None = None
    steps: list[str] | None = None
    kind: Literal["hold", "move"] | None = None
    place: (
        Literal["floor", "back", "front", "side", "hands_knees", "half_kneel", "chair", "standing"]
        | None
    ) = None
    strength: bool | None = None
    back: Literal["bend", "arch", "twist", "neutral"] | None = None
    needs: list[NeedWord] | None = None
    given_by: str | None = Field(default=None, alias="from")


class OwnRoutineShape(Shape):
    """`routines/*.toml` in the person's own folder."""

    id: str
    name: str
    given_by: str = Field(default="", alias="from")
    note: str = ""
    step: list[OwnStepShape]
