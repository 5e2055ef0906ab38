"""Finding a tip by what somebody types, on a few tips of the test's own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.tips import ENDINGS, FILLERS, LIBRARY, NUMB, PLAIN

from unspasm.domain.tip_search import MOST_FOUND, TipSearch
from unspasm.domain.tips import TipLibrary, Topic

SEARCH = TipSearch(LIBRARY, ENDINGS, FILLERS)
typed = st.text(max_size=40) | st.lists(
    st.sampled_from(["walk", "numb", "wiping", "cold", "back", "rset", "a"]), max_size=6
).map(" ".join)


def found(text: str) -> list[str]:
    """What is found, by id."""
    return [tip.id for tip in SEARCH.find(text)]


@pytest.mark.parametrize("text", ["", "  ", "?!", "back ", "is it my ", "zzzzz"])
def test_words_that_say_nothing_find_nothing(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("is walking good", "walk"),
        ("WALKED", "walk"),
        ("wlaking", "walk"),
        ("stroll", "walk"),
        ("strolll", "walk"),
        ("should i rest my back", "rest"),
        ("heat", "cold"),
        ("héat?", "cold"),
    ],
)
def test_the_tip_that_is_asked_for_comes_first(text: str, first: str) -> None:
    assert first == found(text)[0]


@pytest.mark.parametrize("text", ["w", "wa", "wal", "walk", "walki", "str"])
def test_a_word_is_found_while_it_is_being_typed(text: str) -> None:
    assert "walk" in found(text)


def test_a_word_that_is_done_is_not_taken_for_the_beginning_of_another() -> None:
    assert "walk" in found("wal")
    assert [] == found("wal ")


def test_a_filler_may_be_the_beginning_of_a_word() -> None:
    assert ["cold"] == [tip.id for tip in TipSearch(LIBRARY, (), ("co",)).find("co")]


@pytest.mark.parametrize("text", ["numb", "wiping", "numb down below"])
def test_a_warning_sign_that_fits_comes_first(text: str) -> None:
    assert "numb" == found(text)[0]


def test_a_whole_question_about_a_warning_sign_leads_whatever_else_is_typed() -> None:
    text = "is walking good when i rest with cold or heat and i am numb down below"

    assert "numb" == found(text)[0]


def test_a_warning_sign_that_hardly_fits_does_not_lead() -> None:
    assert "walk" == found("can i walk")[0]


def test_letters_may_be_wrong_only_in_a_word_that_no_tip_has() -> None:
    tips = (replace(PLAIN, title="Cold"), replace(PLAIN, id="gold", title="Gold"))
    search = TipSearch(TipLibrary((Topic("t", "T", "t", tips),), ()))

    assert ["gold"] == [tip.id for tip in search.find("gold ")]
    assert {"plain", "gold"} == {tip.id for tip in search.find("bold ")}


def test_never_more_are_found_than_fit_a_screen() -> None:
    tips = tuple(replace(PLAIN, id=f"tip-{number}") for number in range(40))
    search = TipSearch(TipLibrary((Topic("t", "T", "t", tips),), ()))

    assert [tip.id for tip in tips[:MOST_FOUND]] == [tip.id for tip in search.find("title")]


def test_a_page_that_was_pasted_is_read_in_part() -> None:
    assert ["walk"] == found("stroll " + "x " * 100_000)


def test_no_tips_at_all_find_nothing() -> None:
    assert () == TipSearch(TipLibrary((), ())).find("anything")


@given(typed)
def test_whatever_is_typed_finds_the_same_each_time_and_none_twice(text: str) -> None:
    ids = found(text)

    assert ids == [tip.id for tip in TipSearch(LIBRARY, ENDINGS, FILLERS).find(text)]
    assert len(ids) == len(set(ids))


@given(typed)
def test_more_words_never_hide_a_whole_question_about_a_warning_sign(text: str) -> None:
    assert NUMB.id == found(f"{text} numb down below ")[0]
