"""What `word_set` declares holds all of its words, and they stay."""

from dataclasses import fields, replace

import pytest

from unspasm.words.word_set import word_set


@word_set
class _Greeting:
    morning: str
    evening: str


def test_every_word_must_be_given_and_no_other() -> None:
    with pytest.raises(TypeError, match="evening"):
        _Greeting(morning="a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="noon"):
        _Greeting(morning="a", evening="b", noon="c")  # type: ignore[call-arg]


def test_words_stay_and_others_are_made_of_them() -> None:
    words = _Greeting(morning="a", evening="b")
    with pytest.raises(AttributeError):
        words.morning = "c"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del words.morning
    assert ["morning", "evening"] == [one.name for one in fields(words)]
    changed = replace(words, evening="c")
    assert ("a", "c") == (changed.morning, changed.evening)
