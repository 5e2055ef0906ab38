"""The content as it ships: without faults, with a source for everything, and no number lost."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.content.texts import values_in

from unspasm.catalogue import Catalogue, faults_of, load
from unspasm.domain.assess import UNDER_16
from unspasm.domain.card_words import Agreement
from unspasm.domain.locks import Lock
from unspasm.domain.person import MAYBE_PREGNANT, NOT_PREGNANT
from unspasm.domain.rules import (
    PREGNANCY,
    Call,
    ChoiceQuestion,
    NumberQuestion,
    Page,
    PageKind,
    Rules,
)
from unspasm.domain.urgency import Urgency

DIALLED = re.compile(r"\+?\d[\d ]*")


@pytest.fixture(scope="module")
def values(content_folder: Path) -> dict[str, dict[str, Any]]:
    """Every file, as TOML gives it."""
    return values_in(content_folder)


def test_the_content_has_no_faults(content_folder: Path) -> None:
    assert faults_of(content_folder) == ()


def test_the_content_is_the_same_each_time_it_is_read(
    content_folder: Path, catalogue: Catalogue
) -> None:
    again = load(content_folder)

    assert catalogue.rules == again.rules
    assert catalogue.care == again.care
    assert catalogue.version == again.version


# --- sources --------------------------------------------------------------------------------------


def sources_named(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    match value:
        case dict():
            if isinstance(value.get("sources"), list):
                yield from value["sources"]
            for inner in value.values():
                yield from sources_named(inner)
        case list():
            for inner in value:
                yield from sources_named(inner)


def test_every_source_that_is_named_resolves(
    values: dict[str, dict[str, Any]], catalogue: Catalogue
) -> None:
    named = {source for file in values.values() for source in sources_named(file)}

    assert named
    assert named <= catalogue.sources.keys()


def test_everything_that_decides_names_a_source(rules: Rules) -> None:
    named = [(one.id, one.sources) for one in rules.signs.values()]
    named += [(one.id, one.sources) for one in rules.raises]
    named += [(one.id, one.sources) for one in rules.course]
    named += [(UNDER_16, rules.under_16.sources)]

    assert not [name for name, sources in named if not sources]


def test_everything_that_advises_names_a_source(values: dict[str, dict[str, Any]]) -> None:
    care, numbers = values["care.toml"], values["emergency_numbers.toml"]

    assert all(one["sources"] for one in (*care["card"], *care["call"], *numbers["country"]))
    exercises = [
        file for name, file in values.items() if name.startswith(("stretches/", "routines/"))
    ]
    assert all(one["sources"] for one in (*exercises, *values["sessions.toml"]["unsuited"]))


def is_reviewed(file: dict[str, Any]) -> bool:
    """Whether a file, or each tip and small thing in it, says when it was reviewed."""
    items = [*file.get("tip", ()), *file.get("small", ())]
    return "reviewed" in file or bool(items and all("reviewed" in one for one in items))


def test_every_file_says_when_it_was_reviewed(values: dict[str, dict[str, Any]]) -> None:
    without = {name for name, file in values.items() if not is_reviewed(file)}

    assert without == {"interface.toml", "keys.toml", "keys_screens.toml"}


def test_every_source_says_how_it_was_read(values: dict[str, dict[str, Any]]) -> None:
    ways = {source["read"] for source in values["sources.toml"]["source"]}

    assert ways <= {"whole", "excerpt", "second-hand", "general"}


# --- names ----------------------------------------------------------------------------------------


def test_no_two_reasons_share_a_name(rules: Rules) -> None:
    signs = [sign.id for step in rules.steps for sign in _signs(step)]
    names = [
        *signs,
        *(rule.id for rule in rules.raises),
        *(rule.id for rule in rules.course),
        UNDER_16,
    ]

    assert not [name for name, count in Counter(names).items() if count > 1]


def _signs(step: object) -> list[Any]:
    match step:
        case Page(signs=signs):
            return list(signs)
        case ChoiceQuestion(options=options):
            return [option.sign for option in options if option.sign]
        case _:
            return []


def test_no_two_steps_share_a_name(rules: Rules) -> None:
    names = [step.id for step in rules.steps]

    assert len(names) == len(set(names))


def test_the_numbers_that_rules_rest_on_are_asked(rules: Rules) -> None:
    asked = {step.id for step in rules.steps if isinstance(step, NumberQuestion)}

    assert asked == {"age", "days", "pain"}


def test_pregnancy_is_asked_by_the_names_that_the_program_knows(rules: Rules) -> None:
    question = next(step for step in rules.steps if step.id == PREGNANCY)
    assert isinstance(question, ChoiceQuestion)
    names = [option.sign.id if option.sign else NOT_PREGNANT for option in question.options]

    assert names == [NOT_PREGNANT, MAYBE_PREGNANT, "pregnant"]


def test_there_is_one_lasting_page(rules: Rules) -> None:
    lasting = [
        step for step in rules.steps if isinstance(step, Page) and step.kind is PageKind.LASTING
    ]

    assert len(lasting) == 1


# --- what locks -----------------------------------------------------------------------------------


def test_every_emergency_locks_all(rules: Rules) -> None:
    open_ = [
        one.id
        for one in rules.signs.values()
        if one.urgency is Urgency.EMERGENCY and one.locks is not Lock.ALL
    ]
    open_ += [
        one.id for one in rules.raises if one.to is Urgency.EMERGENCY and one.locks is not Lock.ALL
    ]

    assert not open_


def test_every_same_day_reason_locks_floor_work_at_least(rules: Rules) -> None:
    reasons = [(one.id, one.urgency, one.locks) for one in rules.signs.values()]
    reasons += [(one.id, one.to, one.locks) for one in rules.raises]

    assert not [
        name
        for name, urgency, locks in reasons
        if urgency is Urgency.SAME_DAY and not locks.closes >= Lock.FLOOR.closes
    ]


def test_only_pregnancy_locks_anything_below_same_day(rules: Rules) -> None:
    locking = {
        one.id
        for one in rules.signs.values()
        if one.urgency < Urgency.SAME_DAY and one.locks is not Lock.NOTHING
    }

    assert locking == {"maybe_pregnant", "pregnant"}


def test_no_rule_over_time_is_as_high_as_same_day(rules: Rules) -> None:
    assert max(rule.urgency for rule in rules.course) < Urgency.SAME_DAY


# --- cards and numbers ----------------------------------------------------------------------------


def test_there_is_a_card_for_everything(catalogue: Catalogue) -> None:
    expected = {*(urgency.word for urgency in Urgency), UNDER_16}

    assert expected == catalogue.care.cards.keys()
    assert frozenset(Call) == catalogue.care.calls.keys()


def test_every_number_to_dial_is_text(values: dict[str, dict[str, Any]]) -> None:
    dialled = [
        number
        for country in values["emergency_numbers.toml"]["country"]
        for number in (*country["ambulance"], country.get("by_text"), country.get("advice_number"))
        if number
    ]

    assert dialled
    assert not [number for number in dialled if not isinstance(number, str)]


def test_every_ambulance_number_can_be_dialled(catalogue: Catalogue) -> None:
    odd = [
        (code, number)
        for code, country in catalogue.care.countries.items()
        for number in country.ambulance
        if not DIALLED.fullmatch(number)
    ]

    assert not odd


def test_numbers_keep_their_zeros(catalogue: Catalogue) -> None:
    assert catalogue.care.countries["AU"].ambulance[0] == "000"


@pytest.mark.parametrize("agreement", Agreement)
def test_lists_agree_more_or_less(catalogue: Catalogue, agreement: Agreement) -> None:
    assert [one for one in catalogue.care.countries.values() if one.agreement is agreement]


def test_an_advice_number_belongs_to_a_named_advice_line(catalogue: Catalogue) -> None:
    nameless = [
        code
        for code, country in catalogue.care.countries.items()
        if (country.advice_number or country.advice_checked) and not country.advice
    ]

    assert not nameless


def test_the_oldest_review_counts(catalogue: Catalogue, values: dict[str, dict[str, Any]]) -> None:
    files = ["checklist.toml", "course.toml", "care.toml", "emergency_numbers.toml"]

    assert min(values[file]["reviewed"] for file in files) == catalogue.care.reviewed
