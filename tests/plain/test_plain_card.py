"""A care card line by line, and what became of it."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from tests.journeys.houses import CATALOGUE, FakeClock, bodies, fill_disk, house_at
from tests.plain.talking import NO_SIGN, WORDS, Talk, ask_of, lines_of
from tests.seeds import tick

from unspasm.domain.entries import Called, Said, Seen, TakenBack
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.urgency import Urgency
from unspasm.journeys.house import House
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import Lines

EMERGENCY = ("1 6",)
SAME_DAY = ("6", *NO_SIGN[1:])
CARD, PLAIN = WORDS.card, WORDS.plain
EVERYTHING = frozenset(Activity)


# --- what it says ---------------------------------------------------------------------------------


def test_an_emergency_card_says_whom_to_call_before_anything_else(talk: Talk) -> None:
    said = lines_of(talk.check(*EMERGENCY))

    top = said.index("EMERGENCY. Get help now.")
    assert said[top + 1].startswith("Call ")
    assert said[top + 2] == "Do not drive yourself."
    assert said[top + 3].startswith(CARD.cannot_phone)


def test_the_card_says_why_and_what_to_say_and_what_to_do_meanwhile(talk: Talk) -> None:
    said = lines_of(talk.check(*EMERGENCY))

    parts = [f"{CARD.why}:", f"- {ask_of('saddle')}", f"{CARD.meanwhile_emergency}:"]
    places = [said.index(part) for part in parts]
    assert sorted(places) == places
    (words,) = [line for line in said if line.startswith(f"{CARD.say}: ")]
    assert CATALOGUE.rules.signs["saddle"].say in words
    assert CATALOGUE.rules.signs["limb_mild"].say in words


def test_a_same_day_card_says_what_to_do_at_night_and_when_to_call_at_once(talk: Talk) -> None:
    said = lines_of(talk.check(*SAME_DAY, ""))
    card = CATALOGUE.care.cards["same_day"]

    assert f"{card.level}. {card.heading}." in said
    assert f"{CARD.tonight}:" in said
    assert all(f"- {line}" in said for line in (*card.meanwhile, *card.tonight, *card.call_now_if))
    assert f"{CARD.again}: {card.check_again}" in said


def test_every_card_says_that_nobody_was_examined(talk: Talk) -> None:
    assert CATALOGUE.care.shared.examine in lines_of(talk.check(*NO_SIGN))


def test_a_card_is_one_point_a_line(talk: Talk) -> None:
    said = lines_of(talk.check(*SAME_DAY, ""))

    assert all(len(line) < 200 for line in said)
    assert not any(line.endswith(" ") for line in said)


# --- it stays until something is said -------------------------------------------------------------


@pytest.mark.parametrize("typed", ["", "0", "g", "4", "x", "home", "9" * 5000, "\x1b", "b", "!"])
def test_an_emergency_card_stays_whatever_is_typed(talk: Talk, house: House, typed: str) -> None:
    said = talk.check(*EMERGENCY, typed, typed)

    assert said.count(PLAIN.card_menu) == 3
    assert "Page 2" not in said
    assert house.home().standing is Urgency.EMERGENCY


@pytest.mark.parametrize(
    "typed", [("2", "w"), ("2", "1", "!"), ("2", "4", "w"), ("3", "!"), ("3", "1", "w", "n")]
)
def test_worse_leads_nowhere_from_what_an_emergency_card_asks(
    talk: Talk, house: House, typed: tuple[str, ...]
) -> None:
    tick(house, "saddle")
    said = talk.app(*typed, "q")

    assert PLAIN.menu_heading not in said
    assert WORDS.check.resumed not in said
    assert house.status().card_first


class Hands(StringIO):
    """Somebody at a terminal: what they type, and how many seconds they take for it."""

    def __init__(self, clock: FakeClock, *typed: tuple[float, str]) -> None:
        super().__init__()
        self._clock = clock
        self._typed = list(typed)

    def isatty(self) -> bool:  # noqa: D102 - the class says it
        return True

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override] # as of any text
        """Type the next line."""
        if not self._typed:
            return ""
        seconds, text = self._typed.pop(0)
        self._clock.advance(seconds)
        return f"{text}\n"


@pytest.mark.parametrize("typed", ["1", "2", "3", "q", "!", "nonsense"])
def test_in_its_first_second_an_emergency_card_takes_nothing_that_is_typed(
    house: House, clock: FakeClock, typed: str
) -> None:
    hands = Hands(clock, (5, "1"), (0.5, typed), (0.4, typed), (0.2, "1"), (1, "q"))
    target = StringIO()
    PlainApp(house, WORDS, Lines(hands, target), None).check()

    said = lines_of(target.getvalue())
    assert 2 == said.count(CARD.deaf)
    assert len(bodies(house, Called)) == 1
    assert not bodies(house, Seen, TakenBack)


def test_a_script_is_heard_at_once(talk: Talk, house: House) -> None:
    talk.check(*EMERGENCY, "1", "q")

    assert bodies(house, Called)


def test_q_leaves_an_emergency_card_standing(talk: Talk, house: House) -> None:
    talk.check(*EMERGENCY, "q")

    assert talk.urgency is Urgency.EMERGENCY
    assert house.home().standing is Urgency.EMERGENCY


def test_the_end_of_input_after_the_card_is_a_result(talk: Talk) -> None:
    talk.check(*EMERGENCY)

    assert not talk.ended_by_end_of_input
    assert talk.urgency is Urgency.EMERGENCY


def test_any_other_card_is_left_with_enter(talk: Talk) -> None:
    said = talk.check(*SAME_DAY, "")

    assert PLAIN.card_menu_plain in said
    assert talk.urgency is Urgency.SAME_DAY


def test_a_same_day_card_asks_whether_they_spoke_to_someone(talk: Talk) -> None:
    said = lines_of(talk.check(*SAME_DAY, "2", "1", "1", ""))

    assert said.count(CARD.spoken) == 1
    assert said.index(CARD.spoken) < said.index(PLAIN.card_menu_plain)


def test_an_emergency_card_does_not_ask_it(talk: Talk) -> None:
    assert CARD.spoken not in talk.check(*EMERGENCY, "q")


def test_without_a_reason_there_is_nothing_to_say_about_a_card(talk: Talk) -> None:
    said = talk.check(*NO_SIGN)

    assert PLAIN.card_menu_plain not in said
    assert PLAIN.card_menu not in said


# --- called ---------------------------------------------------------------------------------------


def test_having_called_is_noted_and_lets_the_card_go(talk: Talk, house: House) -> None:
    said = talk.check(*EMERGENCY, "1", "")

    assert CARD.called_short in lines_of(said)
    assert len(bodies(house, Called)) == 1
    assert house.status().closed == EVERYTHING
    assert PLAIN.card_menu_go_on not in said


# --- seen -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "on"),
    [
        (["1"], date(2026, 11, 21)),
        (["2"], date(2026, 11, 20)),
        (["3", "0"], date(2026, 11, 21)),
        (["3", "5"], date(2026, 11, 16)),
        (["3", "3650"], date(2016, 11, 23)),
    ],
)
@pytest.mark.parametrize(("said", "typed"), [(Said.GO_ON, "1"), (Said.DID_NOT_SAY, "3")])
def test_having_been_seen_is_noted_with_the_day_and_what_was_said(
    talk: Talk, house: House, when: list[str], on: date, said: Said, typed: str
) -> None:
    talk.check(*EMERGENCY, "2", *when, typed, "")

    (seen,) = bodies(house, Seen)
    assert isinstance(seen, Seen)
    assert (seen.on, seen.said) == (on, said)
    assert seen.reasons == {"saddle", "limb_mild"}


@pytest.mark.parametrize(
    ("typed", "words", "closed"),
    [
        ("1", CARD.seen_done_go_on, frozenset()),
        ("2", CARD.seen_done_not_yet, EVERYTHING),
        ("3", CARD.seen_done_did_not_say, frozenset({Activity.SESSION, Activity.FLOOR})),
    ],
)
def test_what_the_clinician_said_is_repeated_and_decides(
    talk: Talk, house: House, typed: str, words: str, closed: frozenset[Activity]
) -> None:
    said = talk.check(*EMERGENCY, "2", "1", typed, "")

    assert words in lines_of(said)
    assert house.status().closed == closed


@pytest.mark.parametrize(
    "typed",
    [
        ["4"], ["0"], [""], ["x"], ["9" * 5000], ["1", "4"], ["1", ""], ["1", "0"],
        ["3", ""], ["3", "-1"], ["3", "3651"], ["3", "some"], ["3", "9" * 5000], ["3", "1.5"],
        ["3", "\x1b[31m"], ["3", "5", "x"],
    ],
)  # fmt: skip
def test_a_wrong_answer_about_being_seen_notes_nothing(
    talk: Talk, house: House, typed: list[str]
) -> None:
    said = talk.check(*EMERGENCY, "2", *typed, "q")

    assert not bodies(house, Seen)
    assert said.count(PLAIN.card_menu) == 2
    assert house.home().standing is Urgency.EMERGENCY


# --- by mistake -----------------------------------------------------------------------------------


def test_a_tick_can_be_taken_back_after_a_second_question(talk: Talk, house: House) -> None:
    said = talk.check(*EMERGENCY, "3", "1", "y", "")

    assert f"1. {ask_of('saddle')}" in lines_of(said)
    assert f"2. {ask_of('limb_mild')}" in lines_of(said)
    assert CARD.mistake_done in lines_of(said)
    (taken,) = bodies(house, TakenBack)
    assert isinstance(taken, TakenBack)
    assert taken.reasons == {"saddle"}
    assert house.status().closed == Lock.SESSIONS.closes


@pytest.mark.parametrize("typed", ["1 2", "1,2", "2, 1", "1 2 3", "x 1 2"])
def test_several_ticks_can_be_taken_back_at_once(talk: Talk, house: House, typed: str) -> None:
    talk.check(*EMERGENCY, "3", typed, "y", "")

    assert not house.status().closed


def test_a_mistake_wants_a_clear_yes(talk: Talk, house: House) -> None:
    said = talk.check(*EMERGENCY, "3", "1", "", "perhaps", "1", "n", "q")

    assert said.count(CARD.mistake_confirm) == 4
    assert CARD.mistake_none in lines_of(said)
    assert not bodies(house, TakenBack)


@pytest.mark.parametrize("typed", ["", "0", "3", "x", "9" * 5000, "-1", "1?", "\x1b"])
def test_no_number_takes_nothing_back(talk: Talk, house: House, typed: str) -> None:
    said = talk.check(*EMERGENCY, "3", typed, "q")

    assert CARD.mistake_none in lines_of(said)
    assert not bodies(house, TakenBack)


# --- going on -------------------------------------------------------------------------------------


def test_after_a_mistake_the_check_goes_on_at_that_page(talk: Talk, house: House) -> None:
    said = talk.check(*EMERGENCY, "3", "1 2", "y", "g", *NO_SIGN)

    assert PLAIN.card_menu_go_on in said
    assert WORDS.check.goes_on in lines_of(said)
    assert talk.urgency is Urgency.SELF_CARE
    assert not house.status().closed


def test_after_being_seen_the_check_asks_how_it_is_now(talk: Talk) -> None:
    said = talk.check("1", "2", "1", "1", "g", "1", *NO_SIGN)

    assert WORDS.check.settled.format(when="today at 15:02") in said
    assert talk.urgency is Urgency.SELF_CARE


def test_after_not_yet_the_check_goes_on_and_the_lock_stands(talk: Talk, house: House) -> None:
    talk.check("1", "2", "1", "2", "g", "1", *NO_SIGN)

    assert talk.urgency is Urgency.SELF_CARE
    assert house.status().closed == EVERYTHING
    assert house.home().waits == EVERYTHING


def test_not_having_said_anything_the_check_does_not_go_on(talk: Talk) -> None:
    said = talk.check(*EMERGENCY, "g", "1", "g", "q")

    assert said.count(PLAIN.not_understood.format(text="g")) == 2
    assert WORDS.check.goes_on not in said


# --- nothing kept ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "otherwise"),
    [
        (["1"], CARD.called_short),
        (["2", "1", "1"], CARD.seen_done_go_on),
        (["3", "1", "y"], CARD.mistake_done),
    ],
)
def test_what_could_not_be_kept_is_never_called_noted(
    talk: Talk,
    house: House,
    folder: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    otherwise: str,
) -> None:
    talk.check(*EMERGENCY, "q")
    later = house_at(folder, clock)
    fill_disk(later, monkeypatch)
    said = Talk(later).app(*typed, "q", "q")

    assert CARD.nothing_kept in lines_of(said)
    assert otherwise not in lines_of(said)


def test_somebody_elses_card_has_nothing_to_be_said_about(talk: Talk, house: House) -> None:
    said = talk.check(*EMERGENCY, guest=True)

    assert "EMERGENCY. Get help now." in lines_of(said)
    assert PLAIN.card_menu not in said
    assert not bodies(house)
