"""Rule 8 once more: one page of its own, who the person is, and whether they are in a spasm."""

from datetime import timedelta

import pytest
from tests.domain.record import HOUR, START, YEAR, Record
from tests.domain.walking import Person, Walk

from unspasm.domain.about import learned
from unspasm.domain.check_events import Ending
from unspasm.domain.check_state import CheckState
from unspasm.domain.entries import About, EpisodeOver
from unspasm.domain.gate import (
    NEW_OR_WORSE,
    ask_new_or_worse,
    ask_page,
    in_a_spasm,
    with_person,
)
from unspasm.domain.moment import Moment
from unspasm.domain.rules import PREGNANCY, Page, PageKind, Rules
from unspasm.domain.urgency import Urgency

NOW = Moment(START, HOUR, 100.0, 100.0, "here")
DAY = timedelta(days=1)
KNOWN = About(year_of_birth=YEAR - 40, said_in=YEAR, pregnancy="no")


def asked_with(rules: Rules, about: About) -> CheckState:
    """The page "new or worse" and what is not known of the person."""
    return with_person(ask_new_or_worse(rules, about, "14:10", NOW), rules, about, NOW)


def steps(state: CheckState) -> list[str]:
    return [step.id for step in state.rules.steps]


def answered(state: CheckState, rules: Rules, person: Person) -> CheckState:
    walk = Walk(rules)
    walk.state = state
    return walk.to_the_end(person)


# --- who the person is ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "asked"),
    [
        (About(), ["age", PREGNANCY]),
        (KNOWN, []),
        (About(year_of_birth=1986, said_in=YEAR), [PREGNANCY]),
        (About(pregnancy="no"), ["age"]),
        (About(pregnancy="pregnant"), ["age"]),
        (About(year_of_birth=1986, said_in=YEAR - 1, pregnancy="no"), ["age"]),
        (About(year_of_birth=1986, said_in=YEAR + 1, pregnancy="no"), ["age"]),
    ],
)
def test_age_and_pregnancy_are_asked_as_far_as_they_are_not_known(
    rules: Rules, about: About, asked: list[str]
) -> None:
    assert [NEW_OR_WORSE, *asked] == steps(asked_with(rules, about))


def test_the_page_is_asked_first_and_nothing_is_ticked(rules: Rules) -> None:
    about = About(lasting_yes=frozenset({"osteoporosis"}), year_of_birth=1980, said_in=YEAR - 1)
    state = asked_with(rules, about)

    assert (NEW_OR_WORSE, about) == (state.at, state.about)
    lines = {line.sign.id for line in rules.new_or_worse.lines}
    assert not lines & (state.yes | state.unsure)


def test_what_is_said_is_learned(rules: Rules) -> None:
    state = answered(asked_with(rules, About()), rules, Person(age=40))
    about = learned(state, YEAR)

    assert Ending.COMPLETE is state.ending
    assert (40, YEAR, "no") == (about.age_in(YEAR), about.said_in, about.pregnancy)


def test_pregnancy_is_learned_too(rules: Rules) -> None:
    person = Person(yes=frozenset({"pregnant"}))

    state = answered(asked_with(rules, About()), rules, person)
    assert "pregnant" == learned(state, YEAR).pregnancy


def test_somebody_under_16_is_found_out(rules: Rules) -> None:
    state = answered(asked_with(rules, About()), rules, Person(age=15))

    assert 15 == learned(state, YEAR).age_in(YEAR)


# --- one page -------------------------------------------------------------------------------------


@pytest.fixture
def page(rules: Rules) -> Page:
    """Some page of the checklist."""
    return next(
        step for step in rules.steps if isinstance(step, Page) and step.kind is PageKind.NOW
    )


def test_a_page_alone_shows_what_was_ticked_before_and_nothing_else(
    rules: Rules, page: Page
) -> None:
    first = page.signs[0].id
    state = ask_page(rules, page, frozenset({first, "something_else"}), NOW)

    assert [page.id] == steps(state)
    assert (page.id, frozenset({first}), None) == (state.at, state.yes, state.ending)


def test_a_page_alone_is_worth_nothing(rules: Rules, page: Page) -> None:
    state = ask_page(rules, page, frozenset(), NOW)

    assert ((), ()) == (state.rules.raises, state.rules.course)
    ended = answered(state, rules, Person())
    assert Urgency.SELF_CARE is ended.assessment.urgency


# --- in a spasm -----------------------------------------------------------------------------------


@pytest.fixture
def record(rules: Rules) -> Record:
    return Record(rules)


def test_nobody_is_in_a_spasm_who_was_never_checked(record: Record) -> None:
    assert not in_a_spasm(record.entries, NOW)


def test_a_check_begins_a_spasm_and_its_end_ends_it(record: Record) -> None:
    later = Moment(START + 9 * DAY, HOUR, 100.0, 100.0, "here")
    record.check()

    assert in_a_spasm(record.entries, later)
    record.over()
    assert not in_a_spasm(record.entries, later)
    record.check()
    assert in_a_spasm(record.entries, later)


def test_what_is_in_the_future_has_not_happened(record: Record) -> None:
    record.check(at=START + DAY)

    assert not in_a_spasm(record.entries, NOW)


def test_an_end_in_the_future_ends_nothing_yet(record: Record) -> None:
    record.check()
    record.add(EpisodeOver(), at=START + DAY)

    assert in_a_spasm(record.entries, NOW)
