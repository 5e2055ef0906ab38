"""The checklist line by line."""

import re

import pytest
from tests.journeys.houses import (
    CATALOGUE,
)
from tests.plain.talking import (
    NO_SIGN,
    REST,
    WORDS,
    Talk,
    Truth,
    ask_of,
    lines_of,
    number_of,
    only_check,
    signs_of,
)

from unspasm.domain.check_events import UNSURE
from unspasm.domain.rules import Page, Sign
from unspasm.domain.urgency import Urgency
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House

NOBODY_ELSE = {"pregnancy": 0, "trend": 1, "recurrence": 0}


def signs_of_page(place: int) -> tuple[Sign, ...]:
    page = CATALOGUE.rules.steps[place]
    assert isinstance(page, Page)
    return page.signs


# --- a whole check --------------------------------------------------------------------------------


def test_a_check_is_asked_a_page_at_a_time(talk: Talk) -> None:
    said = talk.check(*NO_SIGN)

    assert talk.urgency is Urgency.SELF_CARE
    pages = re.findall(r"^Page (\d+) of (\d+): (.*)\.$", said, flags=re.MULTILINE)
    assert [title for _, _, title in pages] == [
        "Pelvis, legs and arms",
        "Chest, belly, collapse, accident",
        "Feeling ill, pee, medicines, mood",
        "This spasm",
        *[step.title for step in CATALOGUE.rules.steps if isinstance(step, Page)][4:6],
    ]
    assert all(int(number) <= int(total) for number, total, _ in pages)


def test_every_line_of_a_page_has_its_number(talk: Talk) -> None:
    said = talk.check("q")

    for number, sign in enumerate(signs_of_page(0), start=1):
        assert f"{number}. {sign.ask}" in lines_of(said)


def test_no_sign_gives_the_card_that_does_not_say_all_is_well(talk: Talk) -> None:
    said = talk.check(*NO_SIGN)

    assert WORDS.card.why_none in said
    assert "does not mean that nothing is wrong" in said


@pytest.mark.parametrize("typed", ["6", " 6 ", "06", "6 6"])
def test_a_number_ticks_its_line(talk: Talk, house: House, typed: str) -> None:
    talk.check(typed, *REST, "")

    assert signs_of(only_check(house)) == {"limb_mild"}
    assert talk.urgency is Urgency.SAME_DAY


FEVER, PAINKILLER = number_of("fever"), number_of("painkiller")
"""Two signs of the third page that bring up no other page."""


@pytest.mark.parametrize(
    "typed", ["{0} {1}", "{0}, {1}", "{0},{1}", "{1} {0}", "{0};{1}", "{0}   {1}", "{0}\t{1}"]
)
def test_several_numbers_tick_several_lines(talk: Talk, house: House, typed: str) -> None:
    talk.check("0", "0", typed.format(FEVER, PAINKILLER), *NO_SIGN[3:], "")

    assert signs_of(only_check(house)) == {"fever", "painkiller"}


def test_typing_a_page_again_replaces_what_was_ticked(talk: Talk, house: House) -> None:
    talk.check("0", "0", f"{FEVER} {PAINKILLER}", "b", PAINKILLER, *NO_SIGN[3:], "")

    assert signs_of(only_check(house)) == {"painkiller"}


# --- not sure -------------------------------------------------------------------------------------


def test_not_sure_tells_one_way_to_find_out_and_takes_y(talk: Talk, house: House) -> None:
    said = talk.check("6?", "y", *REST, "")

    assert CATALOGUE.rules.signs["limb_mild"].find_out in said
    assert CATALOGUE.rules.sign_of["hand_clumsy"].covers[0] in only_check(house).answers.yes
    assert WORDS.plain.unsure_counts not in said


def test_not_sure_and_then_no_leaves_the_page_to_be_answered(talk: Talk, house: House) -> None:
    talk.check("6?", "n", "0", *REST)

    assert not only_check(house).answers.true
    assert talk.urgency is Urgency.SELF_CARE


def test_still_not_sure_counts_as_yes_and_says_so(talk: Talk, house: House) -> None:
    said = talk.check("6?", "?", *REST, "")

    check = only_check(house)
    assert WORDS.plain.unsure_counts in said
    assert set(CATALOGUE.rules.signs["limb_mild"].covers) == check.answers.unsure
    assert talk.urgency is Urgency.SAME_DAY
    assert CATALOGUE.care.shared.unsure in said
    assert f"{ask_of('limb_mild')} (not sure)" in said


def test_not_sure_asks_until_there_is_an_answer(talk: Talk) -> None:
    said = talk.check("6?", "", "perhaps", "u", "0", "y", "q")

    assert said.count(CATALOGUE.rules.signs["limb_mild"].find_out) == 5


def test_several_not_sure_are_asked_one_after_the_other(talk: Talk, house: House) -> None:
    talk.check("0", "0", f"{FEVER}? {PAINKILLER}?", "y", "?", *NO_SIGN[3:], "")

    check = only_check(house)
    assert set(CATALOGUE.rules.signs["fever"].covers) == check.answers.yes
    assert set(CATALOGUE.rules.signs["painkiller"].covers) == check.answers.unsure


@pytest.mark.parametrize("typed", ["6 6?", "6? 6", "06? 6"])
def test_a_line_that_is_yes_and_not_sure_is_yes(talk: Talk, house: House, typed: str) -> None:
    talk.check(typed, *REST, "")

    assert not only_check(house).answers.unsure


@pytest.mark.parametrize("typed", ["06?", "٦?"])
def test_not_sure_is_understood_however_the_number_is_written(talk: Talk, typed: str) -> None:
    said = talk.check(typed, "y", "q")

    assert CATALOGUE.rules.signs["limb_mild"].find_out in said


def test_not_sure_of_a_choice_counts_as_every_option(talk: Talk, house: House) -> None:
    numbers = {"age": 38, "days": 2, "pain": 6}
    talk.check_as(Truth(numbers=numbers, chosen={**NOBODY_ELSE, "pregnancy": UNSURE}))

    assert {"maybe_pregnant", "pregnant"} <= only_check(house).answers.unsure
    assert house.status().about.pregnancy == "maybe_pregnant"


@pytest.mark.parametrize("typed", ["u", "U", "?"])
def test_not_sure_of_a_choice_has_two_keys(talk: Talk, house: House, typed: str) -> None:
    talk.check(*NO_SIGN[:7], typed, "q")

    assert CheckJourney(house).state.chosen["trend"] == UNSURE


# --- none of these --------------------------------------------------------------------------------


def test_an_empty_line_is_never_none_of_these(talk: Talk) -> None:
    said = talk.check("", "", "   ", "q")

    assert said.count(WORDS.check.nothing_ticked) == 3
    assert said.count("Page 1 of ") == 4


def test_none_beside_a_number_is_asked_again(talk: Talk) -> None:
    said = talk.check("0 1", "1 0", "0?", "q")

    assert said.count(WORDS.plain.both) == 3


def test_none_with_something_ticked_asks_before_it_takes_it_back(talk: Talk, house: House) -> None:
    said = talk.check("6", "b", "0", "perhaps", "n", "q")

    assert said.count(WORDS.plain.take_back_all.format(ticks="6")) == 2
    assert CheckJourney(house).state.yes == {"limb_mild"}


def test_none_with_something_ticked_takes_it_back_on_a_yes(talk: Talk, house: House) -> None:
    talk.check("6", "b", "0", "y", *REST)

    assert talk.urgency is Urgency.SELF_CARE
    assert not only_check(house).answers.true


# --- letters and rubbish --------------------------------------------------------------------------


def test_b_goes_back_and_not_further_than_the_first_page(talk: Talk) -> None:
    said = talk.check("0", "b", "b", "q")

    assert said.count("Page 1 of ") == 3
    assert WORDS.check.first_step in said


def test_b_goes_back_from_every_kind_of_question(talk: Talk, house: House) -> None:
    back = [line for typed in NO_SIGN[:-1] for line in (typed, "b", typed)]
    talk.check(*back, NO_SIGN[-1])

    assert talk.urgency is Urgency.SELF_CARE
    assert only_check(house).answers.age == 38


def test_i_tells_where_every_line_of_the_page_comes_from(talk: Talk) -> None:
    said = talk.check("i", "q")

    titles = {
        CATALOGUE.sources[source].title for sign in signs_of_page(0) for source in sign.sources
    }
    assert titles
    assert all(f"- {title}." in said for title in titles)


@pytest.mark.parametrize("capital", ["B", "W", "Q"])
def test_a_capital_letter_is_understood_as_well(talk: Talk, capital: str) -> None:
    assert WORDS.plain.letters not in talk.check("0", capital, *([] if capital == "Q" else ["q"]))


@pytest.mark.parametrize(
    "typed",
    ["7", "99", "1 7", "7?", "123456789"],
)
def test_a_number_that_is_not_there_ticks_nothing(talk: Talk, house: House, typed: str) -> None:
    said = talk.check(typed, "q")

    assert WORDS.plain.not_understood.format(text=typed) in lines_of(said)
    assert not CheckJourney(house).state.yes


@pytest.mark.parametrize(
    "typed",
    [
        "x", "yes", "-1", "1-3", "??", "?1", "1 ?", "²", "!", "1 3 x", "[red]", "{0}", "%s",
        "9" * 5000, f"{'9' * 5000}?", "1 " * 5000 + "x", "\x1b[2J", "\x07", "\u202e1", "a\tb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [NO_SIGN[:0], NO_SIGN[:3], NO_SIGN[:4], NO_SIGN[:5]])
def test_rubbish_is_never_an_answer(
    talk: Talk, house: House, typed: str, before: tuple[str, ...]
) -> None:
    talk.check(*before, typed, "q")

    state = CheckJourney(house).state
    assert not state.yes | state.unsure
    assert len(state.confirmed) == len(before)
    assert talk.urgency is None


@pytest.mark.parametrize("typed", ["0", "00", "\u0660", "4", "9" * 5000])
def test_an_option_that_is_not_there_is_no_answer(talk: Talk, house: House, typed: str) -> None:
    said = talk.check(*NO_SIGN[:4], typed, "q")

    assert WORDS.check.choice_keys in said
    assert "pregnancy" not in CheckJourney(house).state.confirmed


@pytest.mark.parametrize("typed", ["-1", "121", "38.5", "nan", "inf", "1e999", "", "٣٨٠"])
def test_an_age_out_of_range_is_asked_again(talk: Talk, typed: str) -> None:
    said = talk.check(*NO_SIGN[:3], typed, "q")

    assert WORDS.check.out_of_range.format(lowest=0, highest=120) in said


@pytest.mark.parametrize(("typed", "days"), [("0", 0), ("0.5", 0.5), ("0,5", 0.5), ("٣", 3)])
def test_days_may_be_a_fraction_with_a_point_or_a_comma(
    talk: Talk, house: House, typed: str, days: float
) -> None:
    talk.check(*NO_SIGN[:5], typed, *NO_SIGN[6:])

    assert only_check(house).answers.days == days


def test_going_back_to_a_number_shows_it_and_enter_keeps_it_to_the_last_digit(
    talk: Talk, house: House
) -> None:
    said = talk.check(*NO_SIGN[:5], "1234.5678", "b", "", *NO_SIGN[6:-1], "0", "0", "")

    assert only_check(house).answers.days == 1234.5678
    assert "[1234.57]" in said
