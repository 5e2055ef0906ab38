"""Tips are easy to read: short sentences, and a low reading age."""

import re
from pathlib import Path
from statistics import median

import pytest
from tests.content.reading import Reading
from tests.content.test_words_of_care import HIGHEST_MEDIAN, SENTENCE
from tests.content.texts import Text, texts_in

MOST_WORDS = 20
READ = {"title", "lead", "lines", "differs", "about", "do", "why"}


@pytest.fixture(scope="module")
def texts(content_folder: Path) -> tuple[Text, ...]:
    """Every string of the tips and the plan that a person reads."""
    every = texts_in(content_folder)
    return tuple(
        text for text in every if text.file.startswith(("tips/", "plan.toml")) and text.key in READ
    )


def test_no_sentence_is_long(texts: tuple[Text, ...]) -> None:
    long = [
        f"{text.file}: {sentence}"
        for text in texts
        for sentence in SENTENCE.split(text.words)
        if len(sentence.split()) > MOST_WORDS
    ]

    assert not long


def test_every_line_ends_as_a_sentence_does(texts: tuple[Text, ...]) -> None:
    said = [text for text in texts if text.key in {"lead", "lines", "differs", "about", "why"}]
    open_ended = [str(text) for text in said if not re.search(r"[.?:]$", text.words)]

    assert not open_ended


@pytest.mark.parametrize("key", sorted(READ - {"do"}))
def test_the_reading_age_of_tips_is_9_to_11(texts: tuple[Text, ...], key: str) -> None:
    readings = [Reading.of(text.words) for text in texts if text.key == key]
    middle = median(reading.grade for reading in readings)
    print(f"{key}: {len(readings)} texts, median grade {middle:.1f}")  # noqa: T201 - a report
    for reading in sorted(readings, key=lambda reading: -reading.grade)[:5]:
        print(f"  {reading.grade:4.1f}  {reading.text}")  # noqa: T201 - what to write afresh first
    assert middle <= HIGHEST_MEDIAN
