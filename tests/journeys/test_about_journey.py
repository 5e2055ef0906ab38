"""What the person says about themselves, corrected at any time."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.journeys.houses import (
    START,
    FakeClock,
    answer_all,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)

from unspasm.domain.check_events import Ending
from unspasm.domain.entries import About
from unspasm.domain.locks import Activity
from unspasm.domain.rules import Call
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def run(house: House) -> AboutJourney:
    return AboutJourney(house, "GB")


@pytest.mark.parametrize("text", ["0", "7", "16", "38", "120"])
def test_an_age_is_kept(run: AboutJourney, text: str) -> None:
    assert run.set_age(text)
    assert run.age == int(text)
    assert run.kept


@pytest.mark.parametrize(
    "text", ["", "-1", "121", "38.5", "1e1", "forty", "0x10", "9" * 5000, "\x1b[31m", "3 8", "²"]
)
def test_what_is_no_age_changes_nothing(run: AboutJourney, text: str) -> None:
    assert not run.set_age(text)
    assert run.age is None
    assert run.about == About()


def test_an_age_grows_with_the_years(run: AboutJourney, clock: FakeClock) -> None:
    run.set_age("38")
    clock.advance(days=366)

    assert run.age == 39


def test_under_16_closes_everything_until_the_age_is_corrected(
    run: AboutJourney, house: House, clock: FakeClock
) -> None:
    run.set_age("15")
    assert house.home().under_16
    assert house.status().closed == frozenset(Activity)
    clock.advance()
    run.set_age("51")

    assert not house.home().under_16
    assert not house.status().closed


@pytest.mark.parametrize(
    ("pregnancy", "closed"),
    [("no", set()), ("maybe_pregnant", {Activity.FLOOR}), ("pregnant", {Activity.FLOOR})],
)
def test_pregnant_or_perhaps_closes_floor_work(
    run: AboutJourney, house: House, pregnancy: str, closed: set[Activity]
) -> None:
    run.set_pregnancy(pregnancy)

    assert house.status().closed == closed


@pytest.mark.parametrize("text", ["GB", "gb", " United Kingdom ", "united kingdom"])
def test_a_country_is_found_by_its_letters_or_its_name(run: AboutJourney, text: str) -> None:
    assert [country.code for country in run.find_countries(text)] == ["GB"]


def test_part_of_a_name_finds_every_country_that_has_it(run: AboutJourney) -> None:
    assert {"GB", "US"} <= {country.code for country in run.find_countries("united")}


@pytest.mark.parametrize("text", ["", "  ", "Atlantis", "ZZ", "\x1b", "9" * 5000])
def test_what_is_no_country_finds_none(run: AboutJourney, text: str) -> None:
    assert not run.find_countries(text)


def test_the_country_of_this_computer_is_suggested_until_one_is_chosen(
    run: AboutJourney,
) -> None:
    assert run.suggested is run.countries["GB"]
    run.set_country("FR")
    assert run.suggested is None
    assert run.about.country == "FR"


@pytest.mark.parametrize("suggested", [None, "", "ZZ"])
def test_a_country_that_is_not_listed_is_not_suggested(house: House, suggested: str | None) -> None:
    assert AboutJourney(house, suggested).suggested is None


@pytest.mark.parametrize("call", [None, *Call])
@pytest.mark.parametrize("text", ["0", "000", "+44 (0)1234 567-890", "*112#", "  08 00  "])
def test_a_number_of_ones_own_is_kept_as_text(
    run: AboutJourney, call: Call | None, text: str
) -> None:
    assert run.set_number(call, text)

    about = run.about
    kept = about.emergency_number if call is None else about.numbers[call]
    assert kept == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "ring me",
        "+",
        "()",
        "1" * 25,
        "112\x1b[31m",
        "[red]112",
        "{call}",
        "112; 113",
        "\uff11\uff11\uff12",
    ],
)
def test_what_is_no_number_changes_nothing(run: AboutJourney, text: str) -> None:
    run.set_number(None, "112")

    assert not run.set_number(None, text)
    assert run.about.emergency_number == "112"


@pytest.mark.parametrize("call", [None, *Call])
def test_an_empty_number_forgets_it_and_no_other(run: AboutJourney, call: Call | None) -> None:
    for one in (None, *Call):
        run.set_number(one, "112")
    assert run.set_number(call, " ")

    about = run.about
    assert about.numbers.keys() == set(Call) - {call}
    assert (about.emergency_number is None) is (call is None)


def test_everything_is_there_after_a_restart(
    run: AboutJourney, folder: Path, clock: FakeClock
) -> None:
    run.set_age("38")
    clock.advance()
    run.set_pregnancy("no")
    clock.advance()
    run.set_country("IE")
    clock.advance()
    run.set_number(Call.MATERNITY, "123")

    expected = About(
        year_of_birth=START.year - 38,
        said_in=START.year,
        pregnancy="no",
        country="IE",
        numbers={Call.MATERNITY: "123"},
    )
    assert AboutJourney(house_at(folder, clock), None).about == expected


@pytest.mark.parametrize("seconds", [0, -1, -86_400, -400 * 86_400])
def test_a_correction_counts_even_if_the_clock_was_set_back(
    run: AboutJourney, house: House, clock: FakeClock, seconds: float
) -> None:
    run.set_age("15")
    clock.advance(seconds)
    run.set_age("51")

    assert run.age == 51
    assert not house.status().closed


def test_a_record_from_the_end_of_time_stops_nothing(
    run: AboutJourney, house: House, clock: FakeClock
) -> None:
    end = datetime.max.replace(tzinfo=UTC)
    record_of(house).append([replace(house.entry(About(country="IE")), at=end)])
    run.set_age("38")

    assert answer_all(CheckJourney(house), clock).ending is Ending.COMPLETE


def test_correcting_one_thing_leaves_the_others(run: AboutJourney, clock: FakeClock) -> None:
    run.set_country("IE")
    clock.advance()
    run.set_age("70")

    assert run.about.country == "IE"


def test_what_could_not_be_kept_holds_while_the_program_runs(
    run: AboutJourney, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    assert run.set_age("15")

    assert not run.kept
    assert run.age == 15
    assert house.home().under_16


def test_without_a_record_it_holds_as_well(clock: FakeClock) -> None:
    run = AboutJourney(house_without_record(clock), None)
    run.set_country("IE")

    assert run.about.country == "IE"
    assert not run.kept
    assert run.reviewed
