"""Search as you type, for questions asked in worry and seldom spelled right.

Each tip is a bag of words with weights: its title and the questions that people type count most,
then its lead, then the rest. A word that few tips have counts for more than one that many have. A
tip about a warning sign comes first when it fits: checking comes before reading.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from unspasm.domain.tips import Tip, TipLibrary
from unspasm.domain.word_match import letters_of, stem, words_in, wrong_allowed, wrong_letters

MOST_FOUND = 12
_TITLE, _ASKED, _LEAD, _LINES, _DIFFERS = 5.0, 4.0, 2.5, 1.0, 0.5
_BEGUN, _ONE_WRONG, _TWO_WRONG = 0.8, 0.6, 0.4
"""How much a match counts: of a word that is being typed, and with letters wrong."""
_PHRASE = 12.0
"""What a question that is typed just as the tip has it is worth."""
_WELL = 0.55
"""A tip about a warning sign fits from so much of the best score on."""
_LEAST = 0.12
"""Of the best score: what is below has little to do with the question."""


@dataclass(frozen=True)
class _Indexed:
    """One tip, as the search sees it."""

    tip: Tip
    weights: Mapping[str, float]
    """How much each stem says about it."""
    phrases: tuple[frozenset[str], ...]
    """The stems of its title and of each question that people type."""


class TipSearch:
    """The tips, ready to be searched."""

    def __init__(
        self, library: TipLibrary, endings: Sequence[str] = (), fillers: Iterable[str] = ()
    ) -> None:
        """Read every tip once.

        Args:
            library: the tips.
            endings: of words of the language, the longest first: `ing`, `ed`, `s`.
            fillers: words of the language that say nothing of what is asked: `is`, `the`.
        """
        self._endings = tuple(endings)
        self._fillers = frozenset(word for one in fillers for word in words_in(one))
        self._tips = [self._index(tip) for tip in library.tips.values()]
        count: defaultdict[str, int] = defaultdict(int)
        for one in self._tips:
            for name in one.weights:
                count[name] += 1
        self._rare = {name: log(1 + len(self._tips) / many) for name, many in count.items()}
        self._stems = sorted(self._rare)
        self._letters = {name: letters_of(name) for name in self._stems}
        self._known: dict[tuple[str, bool], dict[str, float]] = {}
        """Words that were typed, and whether they may go on, with what they may stand for."""

    def find(self, text: str) -> tuple[Tip, ...]:
        """Return the tips that answer a question, the best first; none for no words.

        Args:
            text: as typed so far; its last word may not be whole yet.
        """
        typed = words_in(text)
        open_end = bool(text) and not text[-1].isspace()
        told = [word for word in typed if word not in self._fillers]
        if not told:
            return self._by_fillers(typed, open_end=open_end)
        asked = [self._meant(word, begun=open_end and word == typed[-1]) for word in told]
        return self._ranked([one for one in asked if one], len(asked))

    def _by_fillers(self, typed: list[str], *, open_end: bool) -> tuple[Tip, ...]:
        """Words that say little may still be the beginning of one that says something."""
        if not typed or not open_end:
            return ()
        longer = dict.fromkeys(self._beginning_with(typed[-1]), _BEGUN)
        return self._ranked([longer], 1) if longer else ()

    # --- ranking ------------------------------------------------------------------------------

    def _ranked(self, asked: list[dict[str, float]], count: int) -> tuple[Tip, ...]:
        """Return the tips by score; equal ones as content has them."""
        if not asked:
            return ()
        scored = [(self._score(one, asked, count), one) for one in self._tips]
        best = max(score for score, _ in scored)
        if not best:
            return ()
        whole = frozenset(name for meant in asked for name in meant)
        first: list[Tip] = []
        then: list[Tip] = []
        for score, one in sorted(scored, key=lambda pair: -pair[0]):
            if score < _LEAST * best:
                break
            fits = one.tip.check and (score >= _WELL * best or _holds_phrase(one, whole))
            (first if fits else then).append(one.tip)
        return tuple([*first, *then][:MOST_FOUND])

    def _score(self, one: _Indexed, asked: list[dict[str, float]], count: int) -> float:
        """How well a tip answers: its words, how much of the question it holds, its phrases."""
        score, met = 0.0, 0
        seen: dict[str, float] = {}
        for meant in asked:
            best = 0.0
            for name, likely in meant.items():
                if name in one.weights:
                    best = max(best, likely * one.weights[name] * self._rare[name])
                    seen[name] = max(likely, seen.get(name, 0.0))
            score += best
            met += bool(best)
        if not met:
            return 0.0
        return score * met / count + _PHRASE * self._nearest(one, asked, seen)

    def _nearest(
        self, one: _Indexed, asked: list[dict[str, float]], seen: Mapping[str, float]
    ) -> float:
        """How much a question that the tip has is like the one typed, 0 to 1."""
        typed = sum(max(self._rare.get(name, 0.0) for name in meant) for meant in asked)
        best = 0.0
        for phrase in one.phrases:
            both = sum(self._rare[name] * seen[name] for name in phrase if name in seen)
            either = typed + sum(self._rare[name] for name in phrase) - both
            best = max(best, both / either if either > 0 else 0.0)
        return best

    # --- words --------------------------------------------------------------------------------

    def _meant(self, word: str, *, begun: bool) -> dict[str, float]:
        """Return the stems that a typed word may stand for, each with how likely, 0 to 1.

        Letters may be wrong only in a word that no tip has.
        """
        if (word, begun) not in self._known:
            self._known[word, begun] = self._likely(word, begun=begun)
        return self._known[word, begun]

    def _likely(self, word: str, *, begun: bool) -> dict[str, float]:
        name = stem(word, self._endings)
        likely = {name: 1.0} if name in self._rare else {}
        if begun:
            for longer in self._beginning_with(word):
                likely.setdefault(longer, _BEGUN)
        if likely:
            return likely
        allowed = wrong_allowed(word)
        letters = letters_of(name)
        for other in self._stems if allowed else ():
            if (letters ^ self._letters[other]).bit_count() > 2 * allowed:
                continue
            wrong = wrong_letters(name, other, allowed)
            if wrong <= allowed and len(other) > wrong + 1:
                likely[other] = _ONE_WRONG if wrong == 1 else _TWO_WRONG
        least = max(likely.values(), default=0.0)
        return {other: much for other, much in likely.items() if much == least}

    def _beginning_with(self, word: str) -> list[str]:
        found = []
        for place in range(bisect_left(self._stems, word), len(self._stems)):
            if not self._stems[place].startswith(word):
                break
            found.append(self._stems[place])
        return found

    def _index(self, tip: Tip) -> _Indexed:
        weights: dict[str, float] = {}
        parts = [(_TITLE, tip.title), *((_ASKED, one) for one in tip.asked), (_LEAD, tip.lead)]
        parts += [*((_LINES, line) for line in tip.lines), (_DIFFERS, tip.differs)]
        for weight, text in parts:
            for name in self._stems_of(text):
                weights[name] = max(weight, weights.get(name, 0.0))
        phrases = [frozenset(self._stems_of(text)) for text in (tip.title, *tip.asked)]
        return _Indexed(tip, weights, tuple(filter(None, phrases)))

    def _stems_of(self, text: str) -> list[str]:
        return [stem(word, self._endings) for word in words_in(text) if word not in self._fillers]


def _holds_phrase(one: _Indexed, typed: frozenset[str]) -> bool:
    """Whether a question that the tip has stands whole in what was typed."""
    return any(len(phrase) > 1 and phrase <= typed for phrase in one.phrases)
