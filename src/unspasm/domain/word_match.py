"""Words as they are typed in worry: folded, without their endings, and a letter wrong."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019]")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_STEM = 3
_SHORTEST_TYPO = 4
_TWO_WRONG_FROM = 8
"""From this length on two letters may be wrong."""


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes."""
    parts = normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    return _WORD.findall("".join(one for one in parts if not combining(one)))


def stem(word: str, endings: Iterable[str]) -> str:
    """Return a word without the first of these endings that it has, should enough be left of it.

    A letter that stands twice at the end is taken once: `sitting` is `sit`, as `sits` is.
    """
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    twice = len(word) > _SHORTEST_STEM and word[-1] == word[-2]
    return word[:-1] if twice else word


def letters_of(word: str) -> int:
    """Return which letters a word has, as bits: few differ between words that are nearly alike."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits


def wrong_allowed(word: str) -> int:
    """Return how many letters of a word may be wrong."""
    if len(word) < _SHORTEST_TYPO:
        return 0
    return 2 if len(word) >= _TWO_WRONG_FROM else 1


def wrong_letters(one: str, other: str, most: int) -> int:
    """Return how many letters were missed, added, mistaken or swapped; past `most`, more than it.

    Args:
        one: a word.
        other: another one.
        most: where it is given up.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(other) + 1)
    for place, letter in enumerate(one, start=1):
        two_before, before, row = before, row, [place]
        for there, found in enumerate(other, start=1):
            cost = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != found))
            swapped = (
                place > 1 and there > 1 and letter == other[there - 2] and found == one[place - 2]
            )
            row.append(min(cost, two_before[there - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
