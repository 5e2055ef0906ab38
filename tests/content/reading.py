"""How hard a text is to read: a rough count, good enough to show what to write afresh first."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es?|[^aeiouydt]ed)$")


def syllables(word: str) -> int:
    """Count the groups of vowels, without a silent e at the end. At least one."""
    word = word.lower().strip("'")
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT.search(word) and not word.endswith(("ses", "zes", "ches", "shes")):
        groups -= 1
    return max(1, groups)


@dataclass(frozen=True)
class Reading:
    """What a text is made of."""

    text: str
    words: int
    sentences: int
    syllables: int

    @classmethod
    def of(cls, text: str) -> "Reading":
        """Count words, sentences and syllables."""
        words = _WORD.findall(text)
        sentences = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
        return cls(text, len(words), len(sentences), sum(map(syllables, words)))

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: about the years at school that it takes, from 0."""
        if not self.words:
            return 0.0
        per_sentence, per_word = self.words / self.sentences, self.syllables / self.words
        return max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59)
