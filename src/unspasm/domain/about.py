"""What a check teaches about the person."""

from dataclasses import replace

from unspasm.domain.answers import Answers
from unspasm.domain.check_events import UNSURE
from unspasm.domain.check_state import CheckState
from unspasm.domain.person import MAYBE_PREGNANT, NOT_PREGNANT, PREGNANT, About
from unspasm.domain.rules import PREGNANCY, ChoiceQuestion, Page, PageKind, Rules


def with_age(about: About, age: int, year: int) -> About:
    """Return `about` with the age said in that year."""
    known = about.age_in(year)
    born = about.year_of_birth if known == age else year - age
    return replace(about, year_of_birth=born, said_in=year)


def learned(state: CheckState, year: int) -> About:
    """Return what is known of the person after the confirmed steps of a check.

    Args:
        state: the check.
        year: the calendar year as lived.
    """
    about = state.about
    answers = state.answers
    if answers.age is not None and "age" in state.confirmed:
        about = with_age(about, answers.age, year)
    for step in state.rules.steps:
        if step.id not in state.confirmed:
            continue
        if isinstance(step, Page) and step.kind is PageKind.LASTING:
            signs = frozenset(sign.id for sign in step.signs)
            about = replace(
                about,
                lasting_yes=state.yes & signs,
                lasting_unsure=state.unsure & signs,
                lasting_known=True,
            )
        elif isinstance(step, ChoiceQuestion) and step.id == PREGNANCY:
            about = replace(about, pregnancy=_pregnancy(step, state.chosen.get(step.id, UNSURE)))
    return about


def from_answers(about: About, rules: Rules, answers: Answers, year: int) -> About:
    """Return what is known of the person after answers that state everything.

    Args:
        about: what was known before.
        rules: for the page of lasting things and the question about pregnancy.
        answers: complete ones.
        year: the calendar year as lived.
    """
    lasting = [
        sign
        for step in rules.steps
        if isinstance(step, Page) and step.kind is PageKind.LASTING
        for sign in step.signs
    ]
    yes = frozenset(sign.id for sign in lasting if answers.yes.intersection(sign.covers))
    unsure = frozenset(sign.id for sign in lasting if answers.unsure.intersection(sign.covers))
    pregnant = [sign for sign in (PREGNANT, MAYBE_PREGNANT) if sign in answers.true]
    about = replace(
        about,
        pregnancy=pregnant[0] if pregnant else NOT_PREGNANT,
        lasting_yes=yes,
        lasting_unsure=unsure - yes,
        lasting_known=True,
    )
    return about if answers.age is None else with_age(about, answers.age, year)


def _pregnancy(question: ChoiceQuestion, option: int) -> str:
    if option == UNSURE:
        return MAYBE_PREGNANT
    sign = question.options[option].sign
    return sign.id if sign else NOT_PREGNANT
