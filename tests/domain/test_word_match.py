"""Words as people type them: folded, stemmed, and with letters wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.domain.word_match import letters_of, stem, words_in, wrong_allowed, wrong_letters

ENDINGS = ("ing", "ed", "es", "s")
short_words = st.text("abcd", max_size=7)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Can't PEE!!", ["cant", "pee"]),
        ("can\u2019t", ["cant"]),
        ("can`t", ["cant"]),
        ("café", ["cafe"]),
        ("a&e 999", ["a", "e", "999"]),
        ("under_score", ["under", "score"]),
        ("Straße", ["strasse"]),
        ("", []),
        ("\x1b[31m?!", ["31m"]),
    ],
)
def test_case_accents_and_apostrophes_do_not_matter(typed: str, words: list[str]) -> None:
    assert words == words_in(typed)


@pytest.mark.parametrize(
    ("word", "without"),
    [
        ("stretching", "stretch"),
        ("stretches", "stretch"),
        ("sitting", "sit"),
        ("sits", "sit"),
        ("pills", "pil"),
        ("pill", "pil"),
        ("fall", "fal"),
        ("falling", "fal"),
        ("bed", "bed"),
        ("ring", "ring"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_a_word_loses_its_ending_if_enough_is_left(word: str, without: str) -> None:
    assert without == stem(word, ENDINGS)


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("heart", "heart", 0),
        ("hart", "heart", 1),
        ("haert", "heart", 1),
        ("heartt", "heart", 1),
        ("heerd", "heart", 2),
        ("", "ab", 2),
        ("ab", "", 2),
    ],
)
def test_letters_that_are_missed_added_mistaken_or_swapped_are_counted(
    one: str, other: str, wrong: int
) -> None:
    assert wrong == wrong_letters(one, other, 2)


@pytest.mark.parametrize(("one", "other"), [("abc", "abcdef"), ("wxyz", "abcd"), ("xxab", "yyab")])
def test_past_the_most_it_is_only_said_that_there_are_more(one: str, other: str) -> None:
    assert 2 == wrong_letters(one, other, 1)


@given(short_words, short_words)
def test_it_does_not_matter_which_word_comes_first(one: str, other: str) -> None:
    assert wrong_letters(one, other, 9) == wrong_letters(other, one, 9)
    assert (one == other) == (wrong_letters(one, other, 9) == 0)


@given(short_words, short_words)
def test_words_that_are_nearly_alike_share_nearly_all_letters(one: str, other: str) -> None:
    differing = (letters_of(one) ^ letters_of(other)).bit_count()

    assert differing <= 2 * wrong_letters(one, other, 9)


@pytest.mark.parametrize(
    ("word", "allowed"), [("leg", 0), ("back", 1), ("numbers", 1), ("numbness", 2)]
)
def test_the_longer_a_word_the_more_may_be_wrong(word: str, allowed: int) -> None:
    assert allowed == wrong_allowed(word)
