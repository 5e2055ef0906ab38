"""The page for a clinician, from a record that is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.journeys.houses import CATALOGUE, FakeClock, house_at, house_without_record

from unspasm.domain.answers import Answers
from unspasm.domain.assess import assess
from unspasm.domain.clinician_values import Wanted
from unspasm.domain.entries import About, Body, Check
from unspasm.domain.log_entries import PainLog
from unspasm.journeys.house import House
from unspasm.journeys.memory import PROGRESS_DAYS
from unspasm.journeys.report import report_of

OLD = PROGRESS_DAYS + 100
"""Days ago."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house on a record of its own."""
    opened = house_at(tmp_path / "home", FakeClock())
    yield opened
    opened.close()


def keep(house: House, body: Body, *, days_ago: float = 0) -> None:
    """Keep an entry as if it had been made then."""
    entry = house.entry(body)
    assert house.append([replace(entry, at=entry.at - timedelta(days=days_ago))])


def check(*signs: str) -> Check:
    """A full check with these signs."""
    facts = frozenset(fact for sign in signs for fact in CATALOGUE.rules.signs[sign].covers)
    answers = Answers(age=40, days=0, pain=4, yes=facts)
    found = assess(CATALOGUE.rules, answers)
    return Check(answers, found.urgency, found.reasons, complete=True)


def test_it_tells_of_what_is_kept(house: House) -> None:
    keep(house, About(lasting_yes=frozenset({"diabetes"}), pack_yes=frozenset({"numb"})))
    keep(house, PainLog(6), days_ago=3)
    keep(house, check("fever"), days_ago=2)
    page = report_of(house, Wanted())

    assert page.how_bad is not None
    assert (page.how_bad.worst.pain, page.how_bad.latest.pain) == (6, 4)
    assert [sign.id for sign in page.signs] == ["fever"]
    assert page.conditions is not None
    assert "You have diabetes" in page.conditions.lasting
    assert page.since == house.clock().day - timedelta(days=3)


def test_it_goes_back_a_year_unless_a_day_is_named(house: House) -> None:
    keep(house, PainLog(9, note="long ago"), days_ago=OLD)
    keep(house, check("leg_one"), days_ago=OLD)
    keep(house, PainLog(6), days_ago=3)
    page = report_of(house, Wanted())
    assert not page.notes
    assert not page.signs
    assert (house.clock().day - page.since).days == PROGRESS_DAYS

    page = report_of(house, Wanted(since=date(2025, 1, 1)))
    assert [note.text for note in page.notes] == ["long ago"]
    assert [sign.id for sign in page.signs] == ["leg_one"]


def test_what_stands_is_told_from_whatever_day(house: House) -> None:
    keep(house, check("saddle"), days_ago=OLD)

    assert [sign.id for sign in report_of(house, Wanted()).signs] == ["saddle"]


def test_without_a_record_it_tells_of_what_was_said_since_the_start() -> None:
    house = house_without_record(FakeClock())
    assert report_of(house, Wanted()).nothing_told

    house.append([house.entry(PainLog(5))])
    assert not report_of(house, Wanted()).nothing_told
