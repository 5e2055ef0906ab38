"""How easily content reads: the school grade of Flesch and Kincaid, and the longest sentences.

A rule of thumb for English. Syllables are counted by groups of vowels, which is nearly right.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONG = 20
"""A sentence of more words than this is long."""
_END = re.compile(r"(?<=[.?!])\s+|\n")
_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d+(?:[.,:]\d+)*")
_PLACE = re.compile(r"\{\w*[^}]*\}")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Readability:
    """How a number of texts reads."""

    sentences: int
    words: int
    grade: float
    """The school year that can read it: 5 is about ages 10 to 11."""
    long: tuple[tuple[int, str], ...]
    """The longest sentences first, each with its number of words."""

    @property
    def too_long(self) -> int:
        """How many sentences are long."""
        return sum(words > LONG for words, _ in self.long)


def readability_of(texts: Iterable[str]) -> Readability:
    """Measure texts. A value that is put in counts as a word of one syllable."""
    sentences = [one for text in texts for one in _sentences(text)]
    counted = [(len(words), one) for one, words in sentences]
    words = [word for _, found in sentences for word in found]
    if not words:
        return Readability(0, 0, 0.0, ())
    of_sentences, of_words = len(words) / len(sentences), sum(map(syllables, words)) / len(words)
    grade = 0.39 * of_sentences + 11.8 * of_words - 15.59
    long = sorted(counted, key=lambda one: (-one[0], one[1]))
    return Readability(len(sentences), len(words), grade, tuple(long))


def _sentences(text: str) -> list[tuple[str, list[str]]]:
    parts = [part.strip() for part in _END.split(text)]
    found = [(part, _WORD.findall(_PLACE.sub("x", part))) for part in parts]
    return [(part, words) for part, words in found if words]


def syllables(word: str) -> int:
    """Count the syllables of an English word, or nearly so."""
    word = word.casefold()
    groups = len(_VOWELS.findall(word))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxzg]es$", word)
    return max(1, groups - 1 if silent else groups)
