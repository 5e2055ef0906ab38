"""Whom to call: a line in the settings goes before the record, and the card follows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.houses import CATALOGUE, CONTENT, FakeClock, bodies
from tests.plain.talking import Talk

from unspasm.cues import Cues, Sound
from unspasm.domain.entries import About, Check
from unspasm.domain.rules import Call
from unspasm.journal import open_journal
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.care import CareJourney
from unspasm.journeys.house import House
from unspasm.journeys.log import LogJourney
from unspasm.journeys.preferences import preferred
from unspasm.journeys.sounds import sound_of
from unspasm.settings import Settings, SettingsFile
from unspasm.words import Words, read_words

WORDS: Words = read_words(CONTENT)
At = Callable[..., House]


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "settings.toml"


@pytest.fixture
def house(folder: Path, path: Path, clock: FakeClock) -> At:
    """A house with these settings, as each start of the program makes one."""

    def start(text: str | None = None) -> House:
        if text is not None:
            folder.mkdir(mode=0o700, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        house = House(CONTENT, clock, open_journal(folder, clock()), settings=SettingsFile(path))
        house.catalogue = CATALOGUE
        return house

    return start


def emergency_of(house: House) -> str:
    """What an emergency card tells to do."""
    if not bodies(house, Check):
        Talk(house, reads_all=False).check("1")
    entry = next(one for one in house.care_entries() if isinstance(one.body, Check))
    return " ".join(CareJourney(house, entry).card.act)


def test_without_a_line_what_was_said_in_the_app_counts(house: At) -> None:
    first = house()
    run = AboutJourney(first, None)
    run.set_country("DE")
    assert "112" in emergency_of(first)
    run.set_number(None, "555 01")

    assert "555 01" in emergency_of(first)
    assert run.kept


def test_a_line_goes_before_what_was_said_and_taken_out_it_counts_again(house: At) -> None:
    run = AboutJourney(house(), None)
    run.set_country("DE")
    run.set_number(None, "555 01")

    assert "777 02" in emergency_of(house('emergency_number = "777 02"\n'))
    assert "555 01" not in emergency_of(house())
    assert "555 01" in emergency_of(house(""))


def test_the_country_of_a_line_goes_before_the_one_that_was_said(house: At) -> None:
    AboutJourney(house(), None).set_country("US")
    assert "911" in emergency_of(house())

    act = emergency_of(house('country = "GB"\n'))
    assert "999" in act
    assert "911" not in act


def test_a_country_without_numbers_takes_no_number_away(house: At) -> None:
    AboutJourney(house(), None).set_country("US")

    assert "911" in emergency_of(house('country = "ZZ"\n'))


@pytest.mark.parametrize("line", ['emergency_number = "call mum"', "emergency_number = 112", "= ="])
def test_a_line_that_means_nothing_takes_no_number_away(house: At, line: str) -> None:
    AboutJourney(house(), None).set_number(None, "555 01")

    assert "555 01" in emergency_of(house(f"{line}\n"))


def test_what_is_said_in_the_app_changes_the_line_that_would_go_first(
    house: At, path: Path
) -> None:
    run = AboutJourney(house('# mine\nemergency_number = "777 02" # old\n'), None)
    assert run.set_number(None, "555 01")

    assert run.kept
    assert "555 01" == run.about.emergency_number
    assert '# mine\nemergency_number = "555 01" # old\n' == path.read_text(encoding="utf-8")
    assert "555 01" in emergency_of(house())


def test_a_number_forgotten_in_the_app_is_forgotten_in_both_places(house: At, path: Path) -> None:
    run = AboutJourney(house('crisis_number = "777"\n'), None)
    run.set_number(Call.CRISIS, "555")
    run.set_number(Call.CRISIS, "")

    assert Call.CRISIS not in run.about.numbers
    assert "crisis" not in path.read_text(encoding="utf-8")


def test_what_the_file_says_is_not_written_to_the_record(house: At) -> None:
    preferring = house('country = "GB"\nemergency_number = "777 02"\n')
    run = AboutJourney(preferring, None)
    run.set_age("38")
    emergency_of(preferring)

    said = [one for one in bodies(preferring, About) if isinstance(one, About)]
    assert said
    assert all(one.country is None and one.emergency_number is None for one in said)


def test_a_file_that_cannot_be_written_is_told_and_holds_until_the_end(
    house: At, path: Path
) -> None:
    preferring = house('emergency_number = "777 02"\n')
    path.write_text("= =", encoding="utf-8")
    run = AboutJourney(preferring, None)
    run.set_number(None, "555 01")

    assert not run.kept
    assert "555 01" in emergency_of(preferring)
    assert "= =" == path.read_text(encoding="utf-8")


def test_for_somebody_else_no_number_of_mine_is_shown(house: At) -> None:
    mine = house('emergency_number = "777 02"\n')
    emergency_of(mine)
    entry = next(one for one in mine.care_entries() if isinstance(one.body, Check))

    assert "777 02" not in " ".join(CareJourney(mine, entry, guest=True).card.act)


def test_all_numbers_are_preferred_one_by_one() -> None:
    about = About(numbers={Call.CRISIS: "1", Call.POISONS: "2"}, country="US")
    settings = Settings(poisons_number="3", maternity_number="4", country="gb".upper())

    found = preferred(about, settings, {"GB"})
    assert {Call.CRISIS: "1", Call.POISONS: "3", Call.MATERNITY: "4"} == found.numbers
    assert "GB" == found.country


def test_activities_of_a_line_go_before_those_of_the_record(house: At, path: Path) -> None:
    LogJourney(house()).name_activities("walk, swim")
    assert ("walk", "swim") == LogJourney(house()).activities

    run = LogJourney(house('activities = ["knit"]\n'))
    assert ("knit",) == run.activities
    run.name_activities("ride")
    assert ("ride",) == run.activities
    assert 'activities = ["ride"]\n' == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sound", "plain_voice", "on_screen", "in_lines"),
    [
        ("bell", False, Sound.BELL, Sound.BELL),
        ("voice", False, Sound.BELL_AND_VOICE, Sound.BELL),
        ("voice", True, Sound.BELL_AND_VOICE, Sound.BELL_AND_VOICE),
        ("note", False, Sound.BELL_VOICE_AND_NOTE, Sound.BELL_AND_NOTE),
        ("note", True, Sound.BELL_VOICE_AND_NOTE, Sound.BELL_VOICE_AND_NOTE),
        ("off", True, Sound.NOTHING, Sound.NOTHING),
    ],
)
def test_our_voice_is_silent_line_by_line_unless_it_is_asked_for(
    sound: str, *, plain_voice: bool, on_screen: Sound, in_lines: Sound
) -> None:
    settings = Settings(sound=sound, plain_voice=plain_voice)

    assert on_screen is sound_of(settings, plain=False)
    assert in_lines is sound_of(settings, plain=True)


def test_the_sound_goes_round_from_wherever_it_is() -> None:
    cues = Cues(lambda _text: None, None, {"TERM": "xterm"}, sound=Sound.BELL_AND_NOTE)

    assert len({cues.next_sound() for _ in range(4)}) == 3


def test_a_country_whose_numbers_nobody_knows_is_passed_over() -> None:
    found = preferred(About(country="GB"), Settings(country="ZZ"), {"GB"})
    assert "GB" == found.country
