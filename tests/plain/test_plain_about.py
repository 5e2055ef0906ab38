"""What the person says about themselves, line by line."""

from collections.abc import Callable
from io import StringIO

import pytest
from tests.journeys.houses import FakeClock, fill_disk, house_without_record
from tests.plain.talking import WORDS, assert_harmless, lines_of

from unspasm.domain.rules import Call
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.house import House
from unspasm.plain.about import PlainAbout
from unspasm.plain.lines import EndOfInputError, Lines

ABOUT = WORDS.about
Correct = Callable[..., list[str]]


@pytest.fixture
def run(house: House) -> AboutJourney:
    return AboutJourney(house, "IE")


@pytest.fixture
def correct(run: AboutJourney) -> Correct:
    return lambda *typed: correct_with(run, *typed)


def correct_with(run: AboutJourney, *typed: str) -> list[str]:
    """Type these lines on the page, then Enter; return the lines that were printed."""
    source, target = StringIO("".join(f"{line}\n" for line in (*typed, ""))), StringIO()
    PlainAbout(run, Lines(source, target), ABOUT, WORDS.plain).ask()
    assert not source.read()
    assert_harmless(target.getvalue())
    return lines_of(target.getvalue())


def test_the_page_shows_what_is_known_and_where_it_is_kept(correct: Correct) -> None:
    said = correct()

    assert ABOUT.title in said
    assert ABOUT.intro in said
    assert f"1. {ABOUT.age}: {ABOUT.unknown}" in said
    assert f"7. {ABOUT.crisis}: {ABOUT.unknown}" in said
    assert f"3. {ABOUT.country}: {ABOUT.suggested.format(country='Ireland')}" in said
    assert any(line.startswith("Numbers come from public lists") for line in said)


@pytest.mark.parametrize("typed", ["8", "0", "x", "1 2", "\x1b[31m", "9" * 5000])
def test_what_is_no_line_is_not_understood(correct: Correct, typed: str) -> None:
    said = correct(typed)

    assert any(line.startswith("Not understood") for line in said)
    assert said.count(ABOUT.title) == 2


@pytest.mark.parametrize("typed", ["q", "Q", ""])
def test_q_and_enter_lead_back(run: AboutJourney, typed: str) -> None:
    source = StringIO(f"{typed}\n")
    PlainAbout(run, Lines(source, StringIO()), ABOUT, WORDS.plain).ask()

    assert not source.read()


def test_the_end_of_input_ends_it(run: AboutJourney) -> None:
    with pytest.raises(EndOfInputError):
        PlainAbout(run, Lines(StringIO(), StringIO()), ABOUT, WORDS.plain).ask()


def test_the_age_is_corrected(correct: Correct, run: AboutJourney) -> None:
    said = correct("1", "38")

    assert ABOUT.saved in said
    assert f"1. {ABOUT.age}: 38" in said
    assert run.age == 38


@pytest.mark.parametrize("typed", ["121", "-1", "old", "9" * 5000, "\x1b"])
def test_what_is_no_age_is_said(correct: Correct, run: AboutJourney, typed: str) -> None:
    assert ABOUT.age_bad in correct("1", typed)
    assert run.age is None


@pytest.mark.parametrize(
    ("typed", "pregnancy", "words"),
    [
        ("1", "no", ABOUT.pregnancy_no),
        ("2", "maybe_pregnant", ABOUT.pregnancy_maybe_pregnant),
        ("3", "pregnant", ABOUT.pregnancy_pregnant),
    ],
)
def test_pregnancy_is_corrected(
    correct: Correct, run: AboutJourney, typed: str, pregnancy: str, words: str
) -> None:
    said = correct("2", typed)

    assert f"2. {ABOUT.pregnancy}: {words}" in said
    assert run.about.pregnancy == pregnancy


@pytest.mark.parametrize("typed", ["", "0", "4", "yes", "9" * 5000])
def test_what_is_no_option_leaves_pregnancy_as_it_was(
    correct: Correct, run: AboutJourney, typed: str
) -> None:
    assert ABOUT.saved not in correct("2", typed)
    assert run.about.pregnancy is None


@pytest.mark.parametrize("typed", ["GB", "gb", "united kingdom"])
def test_the_country_is_chosen(correct: Correct, run: AboutJourney, typed: str) -> None:
    said = correct("3", typed)

    assert f"3. {ABOUT.country}: {run.countries['GB'].name}" in said
    assert run.about.country == "GB"


def test_several_countries_that_fit_are_named(correct: Correct, run: AboutJourney) -> None:
    said = correct("3", "united")

    assert any(line.startswith("Which one: ") and "United States" in line for line in said)
    assert run.about.country is None


@pytest.mark.parametrize("typed", ["Atlantis", "\x1b[31m", "{names}", "9" * 5000])
def test_what_is_no_country_is_said(correct: Correct, run: AboutJourney, typed: str) -> None:
    assert ABOUT.country_bad in correct("3", typed)
    assert run.about.country is None


def test_an_empty_country_forgets_it(correct: Correct, run: AboutJourney) -> None:
    correct("3", "GB", "3", "")

    assert run.about.country is None


@pytest.mark.parametrize(
    ("key", "call"),
    [("4", None), ("5", Call.MATERNITY), ("6", Call.POISONS), ("7", Call.CRISIS)],
)
def test_a_number_of_ones_own_is_kept_and_forgotten(
    correct: Correct, run: AboutJourney, key: str, call: Call | None
) -> None:
    said = correct(key, "000 1")
    assert any(line.startswith(f"{key}. ") and line.endswith(": 000 1") for line in said)
    correct(key, "")

    assert run.about.emergency_number is None
    assert call not in run.about.numbers


@pytest.mark.parametrize("typed", ["ring", "1" * 25, "112\x1b[0m", "[b]1[/b]"])
def test_what_is_no_number_is_said(correct: Correct, run: AboutJourney, typed: str) -> None:
    assert ABOUT.number_bad in correct("4", typed)
    assert run.about.emergency_number is None


@pytest.mark.parametrize("typed", [("1", "38"), ("2", "1"), ("3", "GB"), ("4", "112")])
def test_what_could_not_be_kept_is_never_called_noted(
    run: AboutJourney, house: House, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, str]
) -> None:
    fill_disk(house, monkeypatch)
    said = correct_with(run, *typed)

    assert ABOUT.not_kept in said
    assert ABOUT.saved not in said


def test_without_a_record_it_is_not_called_noted_either(clock: FakeClock) -> None:
    run = AboutJourney(house_without_record(clock), None)

    assert ABOUT.not_kept in correct_with(run, "1", "38")
