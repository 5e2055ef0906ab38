"""What can happen in a check: the events, and why one may be refused."""

from enum import Enum

from unspasm.domain.entries import SettledAnswer
from unspasm.domain.values import value

UNSURE = -1
"""The choice "not sure" of a choice question, beside the numbers of its options."""


@value
class Tick:
    """A sign of this page is true. Ticking it again changes nothing: no key cycles through yes."""

    sign: str


@value
class NotSure:
    """The person cannot tell whether a sign of this page is true."""

    sign: str


@value
class Untick:
    """A sign of this page is not true after all."""

    sign: str


@value
class Shown:
    """These signs of the page have been on screen."""

    signs: frozenset[str]


@value
class NoneOfThese:
    """The person says that no sign of this page is true."""

    typed: bool = False
    """It came as a line. A key may be held down or pressed by mistake, so it is guarded."""


@value
class Confirm:
    """Go on with this page as it stands."""

    typed: bool = False


@value
class Number:
    """The answer to a number question; `None` where what was typed is no number."""

    value: float | None


@value
class Choose:
    """The answer to a choice question: the option's place from 0, or `UNSURE`."""

    option: int
    typed: bool = False


@value
class StillSettled:
    """The answer to a question about a settled sign."""

    answer: SettledAnswer
    typed: bool = False


@value
class Back:
    """One step back."""


Event = (
    Tick | NotSure | Untick | Shown | NoneOfThese | Confirm | Number | Choose | StillSettled | Back
)


class Refusal(Enum):
    """Why the last event changed nothing."""

    TOO_SOON = "too_soon"
    HELD_KEY = "held_key"
    NOT_ALL_SHOWN = "not_all_shown"
    TICKED = "ticked"
    """ "None of these" with something ticked asks instead of clearing."""
    NOTHING_TICKED = "nothing_ticked"
    OUT_OF_RANGE = "out_of_range"
    FIRST_STEP = "first_step"


class Ending(Enum):
    """How a check ended."""

    COMPLETE = "complete"
    EMERGENCY = "emergency"
