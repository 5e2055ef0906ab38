"""What the pages of a check say to what is typed."""

from unspasm.domain.check_events import Refusal
from unspasm.domain.check_state import CheckState
from unspasm.domain.rules import NumberQuestion
from unspasm.words.care_words import CheckWords
from unspasm.words.phrases import parted


def refusal(words: CheckWords, state: CheckState) -> str:
    """Return why the last thing changed nothing, or nothing."""
    match state.refusal:
        case None:
            return ""
        case Refusal.OUT_OF_RANGE:
            return _out_of_range(words, state)
        case Refusal.TICKED:
            return words.ticked.format(ticks=ticked_numbers(words, state))
        case _:
            return str(getattr(words, state.refusal.value))


def ticked_numbers(words: CheckWords, state: CheckState) -> str:
    """Return the numbers of the ticked lines of this page, as `1, 3`."""
    ticked = state.ticked_here
    signs = getattr(state.step, "signs", ())
    numbers = (str(number) for number, sign in enumerate(signs, start=1) if sign in ticked)
    return parted(words.also, numbers)


def _out_of_range(words: CheckWords, state: CheckState) -> str:
    step = state.step
    if isinstance(step, NumberQuestion):
        return words.out_of_range.format(lowest=step.lowest, highest=step.highest)
    return words.choice_keys
