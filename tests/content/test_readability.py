"""How easily the content reads: reading age 9 to 11 is school year 4 to 6."""

from pathlib import Path

import pytest

from unspasm.catalogue.compare import told_texts
from unspasm.catalogue.readability import readability_of, syllables

GRADE = 6.0
"""What every file must stay below."""


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("back", 1),
        ("spasm", 1),
        ("walk", 1),
        ("ease", 1),
        ("pages", 2),
        ("asked", 1),
        ("ended", 2),
        ("little", 2),
        ("today", 2),
        ("routine", 2),
        ("emergency", 4),
        ("medicine", 3),
        ("112", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_longer_sentences_and_words_raise_the_grade() -> None:
    plain = readability_of(["Sit down. Breathe out slowly."])
    hard = readability_of(
        ["Immediately discontinue strenuous physiotherapeutic exercise programmes altogether."]
    )

    assert plain.grade < 3
    assert hard.grade > 12


def test_a_value_that_is_put_in_is_one_short_word() -> None:
    assert readability_of(["Off after {time}."]).words == 3


def test_the_longest_sentence_comes_first() -> None:
    found = readability_of(["One two. One two three four.", "One."])

    assert found.long[0] == (4, "One two three four.")
    assert (found.sentences, found.words) == (3, 7)


def test_nothing_is_read_easily() -> None:
    assert readability_of([]).grade == 0


def test_every_file_reads_at_the_age_of_nine_to_eleven(content_folder: Path) -> None:
    texts: dict[str, list[str]] = {}
    for name, _, text in told_texts(content_folder):
        texts.setdefault(name.partition("/")[0], []).append(text)

    assert {name: round(readability_of(found).grade, 1) for name, found in texts.items()
            if readability_of(found).grade >= GRADE} == {}  # fmt: skip
