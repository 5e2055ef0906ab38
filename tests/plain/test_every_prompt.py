"""Every prompt takes Enter, n, b, w, ! and q: none is a mistake, and w leads to the signs."""

import pytest
from tests.journeys.houses import FakeClock
from tests.plain.script import Script, Step
from tests.plain.talking import NO_SIGN, WORDS, Talk, assert_harmless
from tests.seeds import coached, put_on, say

from unspasm.cues import Cues
from unspasm.domain.log_entries import PainLog
from unspasm.journeys.house import House
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import EndOfInputError

PLAIN = WORDS.plain
CHECK_BEGINS = PLAIN.page.split("{", maxsplit=1)[0] + "1 of"
LETTERS = ("", "n", "b", "q")
READY = ("4", "1", "0", "0", "6", "", "y")
OWN = ("r", "m", "Mine", "Heel slides 10 x")
KEPT = ("r", "m", "Mine", "walk 60 s", "s", "q")
PROMPTS: dict[str, tuple[Step, ...]] = {
    "Home": (),
    "About you": ("a",),
    "age": ("a", "1"),
    "pregnancy": ("a", "2"),
    "country": ("a", "3"),
    "number": ("a", "4"),
    "another number": ("a", "7"),
    "pain of a log": ("5",),
    "more of a log": ("5", "4"),
    "feel": ("5", "4", "1"),
    "where": ("5", "4", "2"),
    "set off by": ("5", "4", "3"),
    "helped": ("5", "4", "4"),
    "did not help": ("5", "4", "5"),
    "activities": ("5", "4", "6"),
    "score": ("5", "4", "6", "walk"),
    "note": ("5", "4", "7"),
    "when": ("5", "4", "8"),
    "background": ("5", "4", "9"),
    "how often": ("5", "4", "9", "asthma"),
    "heavy week": ("5", "4", "9", "asthma", "1"),
    "after a log": ("5", "4", ""),
    "page": ("8",),
    "settings": ("s",),
    "theme": ("s", "1"),
    "theme by name": ("s", "1", "4"),
    "quiet hours": ("s", "6"),
    "minutes preferred": ("s", "7"),
    "my activities": ("s", "10"),
    "first page": ("s", "14"),
    "set up: country": ("s", "14", "3"),
    "set up: number": ("s", "14", "3", "GB"),
    "set up: age": ("s", "14", "3", "GB", ""),
    "set up: pregnancy": ("s", "14", "3", "GB", "", "38"),
    "set up: sound": ("s", "14", "3", "GB", "", "38", "1"),
    "is it over": ("e",),
    "cold or heat": ("4",),
    "new or worse": ("4", "1"),
    "now": ("4", "1", "0"),
    "pain before": ("4", "1", "0", "0"),
    "minutes": ("4", "1", "0", "0", "6"),
    "alarm heard": ("4", "1", "0", "0", "6", ""),
    "it is on": READY,
    "while it is on": (*READY, ""),
    "is it off": (*READY, "", 60.0, ""),
    "skin after": (*READY, "", 60.0, "", "y"),
    "pain after": (*READY, "", 60.0, "", "y", "1"),
    "which routine": ("3", "0"),
    "floor": ("3", "0", "1"),
    "own routines": ("r",),
    "a new routine": ("r", "m", "Mine"),
    "a file to add": ("r", "a"),
    "name of a routine": ("r", "m"),
    "an own exercise": OWN,
    "which of ours": ("r", "m", "Mine", "knee"),
    "steps": (*OWN, "2"),
    "dose": (*OWN, "3"),
    "hold or move": (*OWN, "4"),
    "where on the body": (*OWN, "6"),
    "given by": (*OWN, "9"),
    "picked of ours": ("r", "m", "Mine", "a"),
    "new name": ("r", "m", "Mine", "r"),
    "from": ("r", "m", "Mine", "f"),
    "note of a routine": ("r", "m", "Mine", "o"),
    "leave a routine": ("r", "m", "Mine", "walk 60 s", "q"),
    "name to keep it": ("r", "m", "", "walk 60 s", "s"),
    "to change one": (*KEPT, "e1"),
    "file to copy to": (*KEPT, "c1"),
    "file to print to": (*KEPT, "p1"),
    "remove one": (*KEPT, "x1"),
    "topics": ("7",),
    "a topic": ("7", "1"),
    "a tip": ("7", "1", "1"),
    "found tips": ("7", "cold"),
    "plan": ("7", "p"),
    "tip of the plan": ("7", "p", "t1"),
    "motion": ("s", "2"),
    "figure": ("s", "3"),
    "sound": ("s", "4"),
    "own numbers": ("a", "5"),
    "what does not suit": ("3", "0", "u"),
    "bending or arching": ("3", "0", "d"),
    "session": ("3", "0", "1", "1", 20.0),
    "feel after a session": ("3", "0", "1", "1", 20.0, "q"),
    "pain after a session": ("3", "0", "1", "1", 20.0, "q", "1"),
}
"""What is typed to come to each."""
IN_CHECK: dict[str, tuple[Step, ...]] = {
    "page of signs": ("2",),
    "not sure": ("2", "6?"),
    "days": ("2", "0", "0", "0"),
    "pain": ("2", "0", "0", "0", "2"),
    "trend": ("2", "0", "0", "0", "2", "6"),
}
"""The same, within a check: there `w` is what one is asked already."""


@pytest.fixture
def known(house: House, clock: FakeClock) -> House:
    coached(house)
    say(house, PainLog(5))
    clock.advance(60)
    return house


def talk(house: House, clock: FakeClock, *steps: Step) -> str:
    """Type this at the app; return what was printed."""
    script = Script(clock, *steps)
    with pytest.raises(EndOfInputError):
        PlainApp(house, WORDS, script, "GB", Cues(lambda _text: None, None, {})).run()
    said = script.target.getvalue()
    assert_harmless(said)
    assert [] == list(script.steps)
    return said


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("name", [*PROMPTS, *IN_CHECK])
def test_no_prompt_takes_its_letters_for_a_mistake(
    known: House, clock: FakeClock, name: str, letter: str
) -> None:
    if (name, letter) == ("Home", "q"):
        return  # it ends the program
    said = talk(known, clock, *(PROMPTS | IN_CHECK)[name], letter)

    assert PLAIN.not_understood.format(text=letter) not in said.splitlines()
    assert PLAIN.letters not in said


@pytest.mark.parametrize("name", PROMPTS)
def test_w_leads_to_the_signs_from_everywhere(known: House, clock: FakeClock, name: str) -> None:
    # A session asks first whether the pain is all right, and afterwards how it is now.
    more = ("2", "", "") if name == "session" else ()
    said = talk(known, clock, *PROMPTS[name], "w", *more)

    assert said.rpartition(CHECK_BEGINS)[2].count(PLAIN.prompt) == 1, said


@pytest.mark.parametrize("name", ["Home", "note", "minutes", "which routine", "while it is on"])
@pytest.mark.parametrize("letter", ["!", "W"])
def test_so_does_the_mark_of_the_full_screen(
    known: House, clock: FakeClock, name: str, letter: str
) -> None:
    said = talk(known, clock, *PROMPTS[name], letter)

    assert said.rpartition(CHECK_BEGINS)[2].count(PLAIN.prompt) == 1, said


def test_worse_twice_in_a_session_is_worse(known: House, clock: FakeClock) -> None:
    said = talk(known, clock, *PROMPTS["session"], "w", "w", "", "")

    assert CHECK_BEGINS in said.rpartition(WORDS.stretch.worse_ask)[2]


@pytest.mark.parametrize("letter", ["w", "!"])
@pytest.mark.parametrize("name", IN_CHECK)
def test_in_a_check_w_says_that_this_is_it(
    known: House, clock: FakeClock, name: str, letter: str
) -> None:
    assert PLAIN.already in talk(known, clock, *IN_CHECK[name], letter)


def test_where_an_emergency_stands_nothing_is_more_urgent(house: House) -> None:
    Talk(house, reads_all=False).check("1")
    said = Talk(house).app("w", "!", "n", "b", "")

    assert said.count(PLAIN.not_now) == 2
    assert PLAIN.not_understood.format(text="n") not in said


@pytest.mark.parametrize("letter", LETTERS)
def test_a_card_takes_them_as_well(house: House, clock: FakeClock, letter: str) -> None:
    Talk(house, reads_all=False).check("6", *NO_SIGN[1:])
    said = talk(house, clock, letter)

    assert PLAIN.not_understood.format(text=letter) not in said.splitlines()


def test_from_a_card_w_leads_to_the_signs(house: House, clock: FakeClock) -> None:
    Talk(house, reads_all=False).check("6", *NO_SIGN[1:])

    assert CHECK_BEGINS in talk(house, clock, "w")


def test_b_and_n_never_start_a_pack_or_end_one(known: House, clock: FakeClock) -> None:
    for letter in ("n", "b", "q"):
        talk(known, clock, *READY, letter)
        assert not known.pack_is_on()
    put_on(known)
    for letter in ("n", "b", "q"):
        talk(known, clock, letter)
        assert known.pack_is_on()


def test_n_on_a_page_of_signs_says_nothing_about_any(house: House, clock: FakeClock) -> None:
    said = talk(house, clock, "2", "n")

    assert PLAIN.none_is_0 in said
    assert said.count(CHECK_BEGINS) == 2


def test_the_letters_are_told_before_home(house: House, clock: FakeClock) -> None:
    assert PLAIN.every_prompt in talk(house, clock).splitlines()
