"""Few signs matter more than many: how much somebody with none of them has to read and press."""

import pytest
from tests.domain.walking import Person, Walk

from unspasm.domain.check_events import Confirm, Ending, NoneOfThese
from unspasm.domain.check_state import CheckState
from unspasm.domain.entries import About
from unspasm.domain.rules import Page, Rules

MOST_SIGNS = 35
MOST_WORDS = 500
MOST_PRESSES = 12
AGES = pytest.mark.parametrize("age", [17, 40, 50, 70])


def words(text: str) -> int:
    return len(text.split())


def pages_of(state: CheckState) -> list[Page]:
    return [step for step in state.steps if isinstance(step, Page)]


@AGES
def test_somebody_with_none_of_the_signs_reads_little(rules: Rules, age: int) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(age=age))
    pages = pages_of(walk.state)
    signs = [sign for page in pages for sign in page.signs]
    read = sum(words(sign.ask) for sign in signs)
    read += sum(words(page.title) + words(page.ask) for page in pages)

    assert walk.state.ending is Ending.COMPLETE
    assert len(signs) <= MOST_SIGNS
    assert read <= MOST_WORDS


@AGES
def test_somebody_with_none_of_the_signs_presses_few_keys(rules: Rules, age: int) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(age=age))
    presses = [event for event in walk.events if isinstance(event, NoneOfThese | Confirm)]

    assert len(pages_of(walk.state)) == len(presses)
    assert len(presses) <= MOST_PRESSES


def test_a_second_check_asks_no_more_than_the_first(rules: Rules) -> None:
    first = Walk(rules)
    first.to_the_end()
    second = Walk(rules, About(year_of_birth=1986, said_in=2026, lasting_known=True))
    second.to_the_end()

    assert len(second.events) < len(first.events)


@AGES
def test_what_is_asked_beside_the_pages_is_short(rules: Rules, age: int) -> None:
    walk = Walk(rules)
    walk.to_the_end(Person(age=age))
    beside = [step.id for step in walk.state.steps if not isinstance(step, Page)]
    expected = {"age", "days", "pain", "trend", "recurrence"}
    expected |= {"pregnancy"} if age < 60 else {"began_with"}

    assert expected == set(beside)
