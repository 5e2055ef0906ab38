"""A care card line by line, with the words that ship."""

from dataclasses import replace
from pathlib import Path

import pytest

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import assess
from unspasm.domain.care import CareCard, write_card
from unspasm.domain.entries import About
from unspasm.plain.card import card_lines
from unspasm.words import CardWords, read_words


@pytest.fixture(scope="module")
def words(content_folder: Path) -> CardWords:
    """The words around a card."""
    return read_words(content_folder).card


def written(catalogue: Catalogue, *yes: str, age: int = 40) -> CareCard:
    rules, care = catalogue.rules, catalogue.care
    answers = Answers(age, 0, 3, Trend.IMPROVING, frozenset(yes))
    about = About(country="GB")
    return write_card(rules, care, answers, assess(rules, answers), about, care.reviewed)


EVERY_CARD = pytest.mark.parametrize(
    ("yes", "age"),
    [
        ([], 40),
        (["worried"], 40),
        (["leg_pain_one_below_knee"], 40),
        (["fever"], 40),
        (["saddle_numb", "waters_broken", "too_much_painkiller"], 40),
        (["worried"], 12),
    ],
)


@EVERY_CARD
def test_a_card_shows_everything_that_is_on_it(
    catalogue: Catalogue, words: CardWords, yes: list[str], age: int
) -> None:
    card = written(catalogue, *yes, age=age)
    shown = "\n".join(card_lines(card, words))

    for line in (card.level, card.heading, card.seen_anyway, card.check_again, *card.notes):
        assert line in shown
    for line in (*card.act, *card.why, *card.meanwhile, *card.tonight, *card.call_now_if):
        assert line in shown
    assert card.cannot_phone in shown


@EVERY_CARD
def test_no_placeholder_is_left_open(
    catalogue: Catalogue, words: CardWords, yes: list[str], age: int
) -> None:
    lines = list(card_lines(written(catalogue, *yes, age=age), words))

    assert not [line for line in lines if "{" in line or "}" in line]


@EVERY_CARD
def test_the_first_line_says_how_urgent_it_is_in_words(
    catalogue: Catalogue, words: CardWords, yes: list[str], age: int
) -> None:
    card = written(catalogue, *yes, age=age)

    assert f"{card.level}. {card.heading}." == next(iter(card_lines(card, words)))


def test_in_an_emergency_the_number_comes_second_and_reasons_later(
    catalogue: Catalogue, words: CardWords
) -> None:
    lines = list(card_lines(written(catalogue, "saddle_numb"), words))

    assert lines[1].startswith("Call 999")
    assert lines.index(f"{words.why}:") > 3


def test_self_care_says_that_nothing_was_ticked_and_gives_no_words_to_say(
    catalogue: Catalogue, words: CardWords
) -> None:
    shown = "\n".join(card_lines(written(catalogue), words))

    assert words.why_none in shown
    assert f"{words.say}:" not in shown


def test_another_language_may_order_and_point_a_card_otherwise(
    catalogue: Catalogue, words: CardWords
) -> None:
    other = replace(
        words,
        plain_head="{heading}! [{level}]",
        plain_heading="«{words}»",
        plain_point="* {words}",
        plain_named="{value} ({name})",
        plain_say="{said} <- {words}",
        plain_cannot_phone="{answer} {question}",
    )
    card = written(catalogue, "saddle_numb")
    lines = list(card_lines(card, other))

    assert lines[0] == f"{card.heading}! [{card.level}]"
    assert f"«{words.why}»" in lines
    assert all(f"* {line}" in lines for line in (*card.why, *card.meanwhile, *card.tonight))
    assert f"{card.say} <- {words.say}" in lines
    assert f"{card.cannot_phone} {words.cannot_phone}" in lines
    assert f"{card.seen_anyway} ({words.seen_anyway})" in lines
    assert f"{card.check_again} ({words.again})" in lines
