"""What somebody types in worry finds its answer, and what cannot wait leads to the check."""

from time import process_time

import pytest
from tests.content.tip_questions import QUESTIONS, Asked
from tests.journeys.houses import CATALOGUE, CONTENT

from unspasm.domain.tip_search import TipSearch
from unspasm.words import read_words

WORDS = read_words(CONTENT).tips
SEARCH = TipSearch(CATALOGUE.tips, WORDS.endings, WORDS.fillers)
MOST_MS_A_KEY = 20


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.typed)
def test_a_question_typed_in_worry_finds_its_answer(asked: Asked) -> None:
    found = SEARCH.find(asked.typed)

    first = [tip.id for tip in found[:3]]
    assert set(first) & set(asked.answers.split()), first
    if asked.sign:
        assert found[0].check, first


def test_there_are_forty_questions_and_their_answers_are_there() -> None:
    named = {name for asked in QUESTIONS for name in asked.answers.split()}

    assert len(QUESTIONS) >= 40
    assert named <= set(CATALOGUE.tips.tips)


def test_every_tip_is_found_by_its_own_title() -> None:
    lost = [tip for tip in CATALOGUE.tips.tips.values() if tip not in SEARCH.find(tip.title)[:3]]

    assert not lost


def test_every_warning_sign_leads_by_each_of_its_own_questions() -> None:
    wrong = [
        (asked, found[0].id if found else None)
        for tip in CATALOGUE.tips.tips.values()
        if tip.check
        for asked in tip.asked
        if not (found := SEARCH.find(asked)) or not found[0].check
    ]

    assert not wrong


def test_every_question_of_a_tip_finds_it() -> None:
    lost = [
        (tip.id, asked)
        for tip in CATALOGUE.tips.tips.values()
        for asked in tip.asked
        if tip not in SEARCH.find(asked)[:5]
    ]

    assert not lost


def test_a_key_costs_a_few_milliseconds_with_the_whole_library() -> None:
    search = TipSearch(CATALOGUE.tips, WORDS.endings, WORDS.fillers)
    keys = [asked.typed[:end] for asked in QUESTIONS for end in range(1, len(asked.typed) + 1)]
    began = process_time()
    for typed in keys:
        search.find(typed)

    assert (process_time() - began) / len(keys) * 1000 < MOST_MS_A_KEY
