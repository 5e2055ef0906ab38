"""What the keys of the checklist mean at a step: a pure table of step and key."""

from collections.abc import Mapping

from unspasm.domain.check_events import (
    UNSURE,
    Choose,
    Event,
    NotSure,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckStep, SettledQuestion
from unspasm.domain.entries import SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page

_SETTLED = tuple(SettledAnswer)
_AFTER_A_KEY: Mapping[str | None, type[NotSure | Untick]] = {"u": NotSure, "n": Untick}
"""What a digit says of its line after one of these; by itself it is a tick."""


def of_digit(step: CheckStep, number: int, armed: str | None) -> Event | None:
    """Return what a digit says; `None` if there is no such line, or a number is typed.

    Args:
        step: what is asked.
        number: the digit, from 1.
        armed: the key that waited for it: `u`, `n` or none.
    """
    match step:
        case Page(signs=signs) if number <= len(signs):
            return _AFTER_A_KEY.get(armed, Tick)(signs[number - 1].id)
        case ChoiceQuestion():
            return Choose(number - 1)
        case SettledQuestion() if number < len(_SETTLED):
            return StillSettled(_SETTLED[number - 1])
    return None


def of_unsure(step: CheckStep) -> Event | None:
    """Return what "not sure" says by itself; `None` where it waits for a line, or is no answer."""
    match step:
        case ChoiceQuestion():
            return Choose(UNSURE)
        case SettledQuestion():
            return StillSettled(SettledAnswer.UNSURE)
    return None


def is_offered(step: CheckStep, action: str, parameters: tuple[object, ...]) -> bool | None:
    """Return whether a key means something at this step; `None` for keys that always do."""
    match action:
        case "none":
            return isinstance(step, Page)
        case "confirm":
            return isinstance(step, Page | NumberQuestion)
        case "arm":
            unsure = parameters == ("u",) and not isinstance(step, NumberQuestion)
            return isinstance(step, Page) or unsure
    return None
