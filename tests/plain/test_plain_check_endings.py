"""The checklist line by line: what is known already, how it ends, and what stays of it."""

from io import StringIO
from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    bodies,
    fill_disk,
    house_at,
    house_without_record,
    kept_in,
    record_of,
)
from tests.plain.talking import (
    AGAIN,
    NO_SIGN,
    REST,
    UP_TO_LASTING,
    WORDS,
    Talk,
    ask_of,
    lines_of,
    only_check,
    signs_of,
)

from unspasm.domain.check_events import Ending
from unspasm.domain.entries import About, Check, Said, SettledAnswer
from unspasm.domain.urgency import Urgency
from unspasm.journal import Trouble
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.memory import CHECK
from unspasm.plain.checks import PlainChecks
from unspasm.plain.lines import Lines

NOTHING_SET_IT_OFF = "1"
"""Who takes a blood thinner is asked what set it off."""


# --- the lasting page -----------------------------------------------------------------------------


def test_the_lasting_page_is_asked_once_and_confirmed_with_enter_afterwards(
    talk: Talk, house: House, clock: FakeClock
) -> None:
    talk.check(*UP_TO_LASTING, "3 5", NOTHING_SET_IT_OFF, "")
    clock.advance()
    said = talk.check(*AGAIN, NOTHING_SET_IT_OFF, "")

    assert WORDS.plain.page_known.format(ticks="3, 5") in said
    assert f"3. {ask_of('thinner')} (ticked)" in said
    first, second = bodies(house, Check)
    assert isinstance(first, Check)
    assert isinstance(second, Check)
    assert first.answers.yes == second.answers.yes == {"blood_thinner", "diabetes"}
    assert first.reasons == second.reasons


def test_nothing_lasting_is_confirmed_with_enter_as_well(talk: Talk, clock: FakeClock) -> None:
    talk.check(*NO_SIGN)
    clock.advance()
    said = talk.check(*AGAIN)

    assert WORDS.plain.page_known_none in said
    assert talk.urgency is Urgency.SELF_CARE


def test_what_lasts_can_be_changed_later(talk: Talk, house: House, clock: FakeClock) -> None:
    talk.check(*UP_TO_LASTING, "3 5", NOTHING_SET_IT_OFF, "")
    clock.advance()
    talk.check(*AGAIN[:-1], "5")

    assert house.status().about.lasting_yes == {"diabetes"}


def test_a_page_of_now_is_never_confirmed_with_enter_alone(talk: Talk, clock: FakeClock) -> None:
    talk.check(*NO_SIGN)
    clock.advance()
    said = talk.check("", "q")

    assert WORDS.check.nothing_ticked in said


# --- an emergency sign ----------------------------------------------------------------------------


def test_an_emergency_sign_ends_the_asking_at_once(talk: Talk, house: House) -> None:
    said = talk.check("1 6")

    assert talk.urgency is Urgency.EMERGENCY
    assert said.count("Page ") == 1
    assert "EMERGENCY. Get help now." in said
    assert f"- {ask_of('saddle')}" in lines_of(said)
    assert f"- {ask_of('limb_mild')}" in lines_of(said)
    assert not only_check(house).complete


def test_being_unsure_of_an_emergency_sign_ends_the_asking_too(talk: Talk) -> None:
    said = talk.check("1?", "?")

    assert talk.urgency is Urgency.EMERGENCY
    assert f"- {ask_of('saddle')} (not sure)" in lines_of(said)


def test_two_answers_that_are_an_emergency_together_end_it_on_the_second(talk: Talk) -> None:
    said = talk.check("0", "0", "3", *NO_SIGN[3:-1], "1")

    assert talk.urgency is Urgency.EMERGENCY
    assert "Fever or shivering together" in said


# --- left, or cut off -----------------------------------------------------------------------------


@pytest.mark.parametrize("answered", range(len(NO_SIGN)))
def test_the_end_of_input_half_way_is_never_a_verdict(
    talk: Talk, house: House, answered: int
) -> None:
    said = talk.check(*NO_SIGN[:answered])

    assert talk.ended_by_end_of_input
    assert talk.urgency is None
    assert not bodies(house)
    assert "SELF-CARE" not in said
    assert WORDS.card.why_none not in said


def test_the_end_of_input_within_not_sure_is_never_a_verdict(talk: Talk, house: House) -> None:
    talk.check("6?")

    assert talk.ended_by_end_of_input
    assert not bodies(house, Check)
    assert CheckJourney(house).state.unsure == {"limb_mild"}


@pytest.mark.parametrize("answered", range(1, len(NO_SIGN)))
def test_what_was_answered_is_kept_and_offered_at_the_next_start(
    talk: Talk, folder: Path, clock: FakeClock, answered: int
) -> None:
    talk.check("6", *NO_SIGN[1:answered])
    later = Talk(house_at(folder, clock))
    said = later.check(*NO_SIGN[answered:], "")

    assert WORDS.check.resumed in said
    assert later.urgency is Urgency.SAME_DAY
    (check,) = kept_in(folder, clock, Check)
    assert isinstance(check, Check)
    assert check.complete
    assert signs_of(check) == {"limb_mild"}


def test_leaving_keeps_what_was_answered_and_says_so(talk: Talk, house: House) -> None:
    said = talk.check("6", "q")

    assert talk.urgency is None
    assert lines_of(said)[-1] == WORDS.plain.left
    assert record_of(house).unfinished(CHECK)


def test_leaving_says_nothing_of_keeping_where_nothing_was_kept(clock: FakeClock) -> None:
    said = Talk(house_without_record(clock)).check("6", "q")

    assert lines_of(said)[-1] == WORDS.plain.left_guest


def test_a_day_later_everything_is_asked_again_with_the_ticks_shown(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.check("6", "0", "q")
    clock.advance(days=1)
    said = Talk(house_at(folder, clock)).check("q")

    assert WORDS.check.resumed in said
    assert f"6. {ask_of('limb_mild')} (ticked)" in said
    assert WORDS.plain.page_known.format(ticks="6") in said


# --- for somebody else ----------------------------------------------------------------------------


def test_for_somebody_else_nothing_is_kept_and_nothing_is_known(
    talk: Talk, house: House, clock: FakeClock
) -> None:
    talk.check(*UP_TO_LASTING, "3", NOTHING_SET_IT_OFF, "")
    before = bodies(house)
    clock.advance()
    said = talk.check("6", *REST, guest=True)

    assert WORDS.check.guest_note in said
    assert WORDS.plain.page_known.format(ticks="3") not in said
    assert talk.urgency is Urgency.SAME_DAY
    assert bodies(house) == before
    assert WORDS.card.called not in said


def test_leaving_a_check_for_somebody_else_says_that_nothing_is_kept(talk: Talk) -> None:
    assert lines_of(talk.check("6", "q", guest=True))[-1] == WORDS.plain.left_guest


# --- once seen ------------------------------------------------------------------------------------


def seen_for(house: House, talk: Talk, sign_line: str, said: Said = Said.GO_ON) -> None:
    talk.check(sign_line, *([] if sign_line == "1" else [*REST, ""]))
    latest = house.status().latest
    assert latest is not None
    CareJourney(house, latest).seen(1, said)


@pytest.mark.parametrize(
    ("typed", "answer", "urgency"),
    [
        ("1", SettledAnswer.SAME, Urgency.SELF_CARE),
        ("2", SettledAnswer.GONE, Urgency.SELF_CARE),
        ("3", SettledAnswer.WORSE, Urgency.SAME_DAY),
        ("4", SettledAnswer.DIFFERENT, Urgency.SAME_DAY),
        ("5", SettledAnswer.UNSURE, Urgency.SAME_DAY),
    ],
)
def test_a_sign_that_was_seen_is_asked_about_as_such(
    talk: Talk,
    house: House,
    clock: FakeClock,
    typed: str,
    answer: SettledAnswer,
    urgency: Urgency,
) -> None:
    seen_for(house, talk, "6")
    clock.advance(days=1)
    said = talk.check(typed, *AGAIN, *([] if urgency is Urgency.SELF_CARE else [""]))

    assert talk.urgency is urgency
    assert ask_of("limb_mild") in said
    assert WORDS.check.settled.format(when="yesterday at 15:02") in said
    check = bodies(house, Check)[-1]
    assert isinstance(check, Check)
    assert check.settled == {"limb_mild": answer}


def test_a_sign_that_was_seen_wants_one_of_its_answers(
    talk: Talk, house: House, clock: FakeClock
) -> None:
    seen_for(house, talk, "6")
    clock.advance()
    said = talk.check("0", "6", "", "y", "9" * 5000, "b", "w", "1", "b", "1", "q")

    assert said.count(WORDS.plain.letters) == 4
    assert WORDS.plain.needs_answer in said
    assert WORDS.plain.already in said
    assert WORDS.check.first_step in said
    assert CheckJourney(house).state.still == {"limb_mild": SettledAnswer.SAME}


def test_an_emergency_that_was_seen_goes_on_at_its_page(
    talk: Talk, house: House, clock: FakeClock
) -> None:
    seen_for(house, talk, "1")
    clock.advance()
    said = talk.check("1", *NO_SIGN)

    assert WORDS.check.goes_on in said
    assert talk.urgency is Urgency.SELF_CARE
    ends = [check.complete for check in bodies(house, Check) if isinstance(check, Check)]
    assert ends == [False, True]


def test_an_emergency_that_was_seen_and_grew_worse_is_one_again(
    talk: Talk, house: House, clock: FakeClock
) -> None:
    seen_for(house, talk, "1")
    clock.advance()
    said = talk.check("3")

    assert talk.urgency is Urgency.EMERGENCY
    assert "Get help now" in said
    assert house.home().standing is Urgency.EMERGENCY


def test_a_seen_sign_that_another_copy_answers_meanwhile_is_still_asked_about(
    talk: Talk, house: House, folder: Path, clock: FakeClock
) -> None:
    seen_for(house, talk, "6")
    clock.advance()
    run, other = CheckJourney(house), house_at(folder, clock)
    Talk(other).check("3", *AGAIN, "")
    assert "limb_mild" not in house.status().settled.signs
    target = StringIO()
    checks = PlainChecks(house, WORDS, Lines(StringIO("1\nq\n"), target))

    assert not checks.ask(run)
    assert WORDS.check.settled.format(when="today at 15:02") in target.getvalue()


# --- nothing can be kept --------------------------------------------------------------------------


def test_without_a_record_the_check_works_and_says_that_nothing_was_kept(
    clock: FakeClock,
) -> None:
    talk = Talk(house_without_record(clock, Trouble.NOT_OURS))
    said = talk.check("6", *REST, "")

    assert talk.urgency is Urgency.SAME_DAY
    assert WORDS.journal.not_ours in said


def test_on_a_full_disk_the_check_works_and_says_that_nothing_was_kept(
    talk: Talk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)
    said = talk.check("1")

    assert talk.urgency is Urgency.EMERGENCY
    assert WORDS.journal.full in said
    assert said.index("Get help now") < said.index(WORDS.journal.full)


def test_under_16_there_is_a_card_of_its_own(talk: Talk, house: House) -> None:
    said = talk.check("0", "0", "0", "15", *NO_SIGN[4:], "")

    assert talk.urgency is Urgency.SOON
    assert CATALOGUE.care.cards["under_16"].heading in said
    assert "I am under 16." in said
    assert house.home().under_16
    about = house.status().about
    assert isinstance(about, About)


def test_a_check_ends_once(house: House, talk: Talk) -> None:
    talk.check(*NO_SIGN)

    assert CheckJourney(house).state.ending is not Ending.COMPLETE
    assert len(bodies(house, Check)) == 1
