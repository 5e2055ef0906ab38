"""The checklist as a state machine: page by page, from the first question to an assessment.

`advance` takes a state and an event and returns a new state. Nothing is kept outside the state, so
that both faces, a restart and a test walk the same path.
"""

from dataclasses import replace

from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import (
    UNSURE,
    Back,
    Choose,
    Confirm,
    Ending,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Refusal,
    Shown,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, CheckStep, SettledQuestion, signs_here
from unspasm.domain.entries import About, SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Rules, Sign
from unspasm.domain.urgency import Urgency

DEAF_SECONDS = 1.0
"""How long a page that has just come up does not take "none of these"."""
HELD_KEY_SECONDS = 0.25
"""A key again within this time comes from a finger that has not let go."""


def begin(
    rules: Rules,
    about: About,
    settled: Settled,
    year: int,
    now: float,
    only: frozenset[str] | None = None,
) -> CheckState:
    """Return a check at its first step.

    What is known of the person is filled in. It still has to be confirmed, but for the age, which
    counts as answered unless another year has begun since it was said.

    Args:
        rules: what is asked.
        about: what is known of the person.
        settled: what clinicians have seen.
        year: the calendar year as lived.
        now: seconds of the awake clock.
        only: the steps to ask; `None` for all that apply.
    """
    age = about.age_in(year)
    state = CheckState(
        rules=rules,
        settled=settled,
        about=about,
        at="",
        only=only,
        yes=about.lasting_yes & frozenset(rules.signs),
        unsure=about.lasting_unsure & frozenset(rules.signs),
        numbers={} if age is None else {"age": age},
        confirmed=frozenset({"age"}) if age is not None and about.said_in == year else frozenset(),
    )
    return _to_next(state, now)


def advance(  # noqa: C901, PLR0911 - one line an event
    state: CheckState, event: Event, now: float
) -> CheckState:
    """Return the state after `event`.

    Args:
        state: a check that has not ended; one that has is returned as it is.
        event: what the person did. An event that does not fit the step is refused or passed over.
        now: seconds of the awake clock.
    """
    if state.ending:
        return state
    state, held = _press(replace(state, refusal=None), event, now)
    if held:
        return replace(state, refusal=held)
    match event:
        case Tick(sign) | NotSure(sign) | Untick(sign) if sign in _ids(state.step):
            return _mark(state, event, sign)
        case Shown(signs):
            return replace(state, shown=state.shown | (signs & _ids(state.step)))
        case NoneOfThese(typed) if isinstance(state.step, Page):
            return _none_of_these(state, now, typed=typed)
        case Confirm(typed) if isinstance(state.step, Page):
            return _confirm_page(state, now, typed=typed)
        case Number(value) if isinstance(state.step, NumberQuestion):
            return _number(state, state.step, value, now)
        case Choose(option) if isinstance(state.step, ChoiceQuestion):
            return _choose(state, state.step, option, now)
        case StillSettled(answer) if isinstance(state.step, SettledQuestion):
            return _still(state, state.step.sign, answer, now)
        case Back():
            return _back(state, now)
        case _:
            return state


def take_up_again(
    state: CheckState, settled: Settled, taken_back: frozenset[str], now: float
) -> CheckState:
    """Return the check that an emergency sign ended, going on at that page.

    Args:
        state: the ended check.
        settled: what clinicians have seen by now.
        taken_back: the signs that were ticked by mistake.
        now: seconds of the awake clock.
    """
    homes = {state.rules.home_of[sign] for sign in taken_back}
    asked_again = {
        step.id
        for step in state.rules.steps
        if isinstance(step, ChoiceQuestion) and step.id in homes
    }
    reopened = replace(
        state,
        settled=settled,
        still={sign: said for sign, said in state.still.items() if sign in settled.signs},
        yes=state.yes - taken_back,
        unsure=state.unsure - taken_back,
        chosen={step: at for step, at in state.chosen.items() if step not in asked_again},
        confirmed=state.confirmed - {state.at} - asked_again,
        ending=None,
    )
    return _to_next(reopened, now)


def from_the_start(state: CheckState, now: float) -> CheckState:
    """Return the same ticks with every step to be confirmed anew: its answers have grown old."""
    return _to_next(replace(state, confirmed=state.confirmed & {"age"}, ending=None), now)


# --- one event each -------------------------------------------------------------------------------


def _press(state: CheckState, event: Event, now: float) -> tuple[CheckState, Refusal | None]:
    """Remember a key that answers a whole step, and tell whether it has not been let go.

    A key that is held comes again after about half a second and then many times a second. So the
    same key is not taken in a step's first second, nor shortly after itself.
    """
    if not isinstance(event, NoneOfThese | Confirm | Choose | StillSettled) or event.typed:
        return state, None
    held = None
    if event == state.last_key:
        if now - state.last_key_at < HELD_KEY_SECONDS:
            held = Refusal.HELD_KEY
        elif now - state.opened < DEAF_SECONDS:
            held = Refusal.TOO_SOON
    return replace(state, last_key=event, last_key_at=now), held


def _mark(state: CheckState, event: Tick | NotSure | Untick, sign: str) -> CheckState:
    yes, unsure = state.yes - {sign}, state.unsure - {sign}
    match event:
        case Tick():
            return replace(state, yes=yes | {sign}, unsure=unsure, hint=None)
        case NotSure():
            return replace(state, yes=yes, unsure=unsure | {sign}, hint=sign)
        case _:
            return replace(state, yes=yes, unsure=unsure, hint=None)


def _none_of_these(state: CheckState, now: float, *, typed: bool) -> CheckState:
    refusal = _guard(state, now, typed=typed)
    return replace(state, refusal=refusal) if refusal else _confirm(state, now)


def _guard(state: CheckState, now: float, *, typed: bool) -> Refusal | None:
    """Why "none of these" may not pass: it is an act, never a default."""
    if state.ticked_here:
        return Refusal.TICKED
    if typed:
        return None
    if now - state.opened < DEAF_SECONDS:
        return Refusal.TOO_SOON
    if not _all_shown(state):
        return Refusal.NOT_ALL_SHOWN
    return None


def _confirm_page(state: CheckState, now: float, *, typed: bool) -> CheckState:
    """An emergency sign needs no more looking; anything else waits until the page has been seen."""
    if not (state.ticked_here or state.already_known):
        return replace(state, refusal=Refusal.NOTHING_TICKED)
    if state.already_known and not typed and now - state.opened < DEAF_SECONDS:
        return replace(state, refusal=Refusal.TOO_SOON)
    confirmed = _confirm(state, now)
    if not (typed or confirmed.ending is Ending.EMERGENCY or _all_shown(state)):
        return replace(state, refusal=Refusal.NOT_ALL_SHOWN)
    return confirmed


def _all_shown(state: CheckState) -> bool:
    return _ids(state.step) <= state.shown


def _number(state: CheckState, step: NumberQuestion, value: float | None, now: float) -> CheckState:
    if value is None or not step.lowest <= value <= step.highest:
        return replace(state, refusal=Refusal.OUT_OF_RANGE)
    if not step.fractions and value != int(value):
        return replace(state, refusal=Refusal.OUT_OF_RANGE)
    return _confirm(replace(state, numbers={**state.numbers, step.id: value}), now)


def _choose(state: CheckState, step: ChoiceQuestion, option: int, now: float) -> CheckState:
    if option != UNSURE and not 0 <= option < len(step.options):
        return replace(state, refusal=Refusal.OUT_OF_RANGE)
    every = _ids(step)
    yes, unsure = state.yes - every, state.unsure - every
    if option == UNSURE:
        unsure |= every
    elif sign := step.options[option].sign:
        yes |= {sign.id}
    chosen = {**state.chosen, step.id: option}
    return _confirm(replace(state, yes=yes, unsure=unsure, chosen=chosen), now)


def _still(state: CheckState, sign: Sign, answer: SettledAnswer, now: float) -> CheckState:
    yes, unsure = state.yes - {sign.id}, state.unsure - {sign.id}
    if answer is SettledAnswer.UNSURE:
        unsure |= {sign.id}
    elif answer is not SettledAnswer.GONE:
        yes |= {sign.id}
    still = {**state.still, sign.id: answer}
    return _confirm(replace(state, yes=yes, unsure=unsure, still=still), now)


def _confirm(state: CheckState, now: float) -> CheckState:
    state = replace(state, confirmed=state.confirmed | {state.at}, hint=None)
    if state.assessment.urgency is Urgency.EMERGENCY:
        return replace(state, ending=Ending.EMERGENCY)
    return _to_next(state, now)


def _to_next(state: CheckState, now: float) -> CheckState:
    """Go to the first step that applies and has not been answered; past the last one, end."""
    for step in state.steps:
        if step.id not in state.confirmed:
            return _open(state, step.id, now)
    return replace(state, ending=Ending.COMPLETE)


def _back(state: CheckState, now: float) -> CheckState:
    ids = [step.id for step in state.steps]
    place = ids.index(state.at)
    if place == 0:
        return replace(state, refusal=Refusal.FIRST_STEP)
    earlier = ids[place - 1]
    return _open(replace(state, confirmed=state.confirmed - {earlier}), earlier, now)


def _open(state: CheckState, step: str, now: float) -> CheckState:
    return replace(state, at=step, opened=now, shown=frozenset(), hint=None)


def _ids(step: CheckStep) -> frozenset[str]:
    return frozenset(sign.id for sign in signs_here(step))
