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
_MOST_LETTERS, _MOST_WORDS = 2000, 60
"""Of a question. What is longer was pasted by mistake."""
_TITLE, _ASKED, _LEAD, _LINES, _DIFFERS = 5.0, 4.0, 2.5, 1.0, 0.5
_BEGUN, _MAY_GO_ON, _ONE_WRONG, _TWO_WRONG = 0.8, 0.4, 0.6, 0.4
"""How much a match counts: of a word that is being typed, of one that is a word already and may go
on, and with letters wrong."""
_QUESTION = 12.0
"""What a question that is typed just as the tip has it is worth."""
_NEAR = 0.5
"""How like a question must be that shares nothing but fillers with it."""
_OF_FILLER = 0.3
"""How much a filler counts when whole questions are compared; another word counts about 1 to 5."""
_WELL = 0.7
"""A tip about a warning sign fits from so much of the best score on."""
_MOST_LEADING = 2
"""So many of them stand before the best of the others."""
_LEAST = 0.12
"""Of the best score: what is below has little to do with the question."""


@dataclass(frozen=True)
class _Indexed:
    """One tip, as the search sees it."""

    tip: Tip
    weights: Mapping[str, float]
    """How much each stem says about it."""
    questions: tuple[frozenset[str], ...]
    """The stems of its title and of each question that people type."""
    cores: tuple[frozenset[str], ...]
    """The same without fillers, where at least two stems are left."""


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
        self._filler_words = frozenset(words_in(" ".join(fillers)))
        self._fillers = frozenset(stem(word, self._endings) for word in self._filler_words)
        self._tips = [self._index(tip) for tip in library.tips.values()]
        count: defaultdict[str, int] = defaultdict(int)
        for one in self._tips:
            for name in one.weights:
                count[name] += 1
        self._rare = {
            name: _OF_FILLER if name in self._fillers else log(1 + len(self._tips) / many)
            for name, many in count.items()
        }
        self._stems = sorted(self._rare)
        self._letters = {name: letters_of(name) for name in self._stems}
        self._known: dict[tuple[str, bool], dict[str, float]] = {}
        """Words that were typed, and whether they may go on, with what they may stand for."""

    def find(self, text: str) -> tuple[Tip, ...]:
        """Return the tips that answer a question, the best first; none for no words.

        Args:
            text: as typed so far; its last word may not be whole yet.
        """
        typed = words_in(text[:_MOST_LETTERS])[:_MOST_WORDS]
        open_end = bool(text) and not text[-1].isspace()
        if not typed:
            return ()
        *whole, last = typed
        alone = not whole or self._stem(last) not in self._fillers
        asked = [self._meant(word, begun=False) for word in whole]
        return self._ranked([*asked, self._meant(last, begun=open_end and alone)])

    # --- ranking ------------------------------------------------------------------------------

    def _ranked(self, asked: list[dict[str, float]]) -> tuple[Tip, ...]:
        """Return the tips by score; equal ones as content has them."""
        telling = sum(not (meant and self._fillers.issuperset(meant)) for meant in asked)
        scored = [(self._score(one, asked, telling), one) for one in self._tips]
        best = max((score for score, _ in scored), default=0.0)
        if not best:
            return ()
        whole = frozenset(name for meant in asked for name in meant)
        first: list[Tip] = []
        then: list[Tip] = []
        for score, one in sorted(scored, key=lambda pair: -pair[0]):
            holds = one.tip.check and _holds_question(one, whole)
            if holds or (one.tip.check and score >= _WELL * best):
                first.append(one.tip)
            elif score >= _LEAST * best:
                then.append(one.tip)
        led, late = first[:_MOST_LEADING], first[_MOST_LEADING:]
        return tuple([*led, *then[:1], *late, *then[1:]][:MOST_FOUND])

    def _score(self, one: _Indexed, asked: list[dict[str, float]], telling: int) -> float:
        """How well a tip answers: its words, how much of the question it holds, its questions.

        Args:
            one: the tip.
            asked: the words of the question, each as what it may stand for.
            telling: how many of them are no fillers.
        """
        score, met = 0.0, 0
        seen: dict[str, float] = {}
        for meant in asked:
            best = 0.0
            for name, likely in meant.items():
                if name in one.weights:
                    seen[name] = max(likely, seen.get(name, 0.0))
                    if name not in self._fillers:
                        best = max(best, likely * one.weights[name] * self._rare[name])
            score += best
            met += bool(best)
        nearest = self._nearest(one, asked, seen)
        if not met:
            return _QUESTION * nearest if nearest >= _NEAR else 0.0
        return score * met / telling + _QUESTION * nearest

    def _nearest(
        self, one: _Indexed, asked: list[dict[str, float]], seen: Mapping[str, float]
    ) -> float:
        """How much a question that the tip has is like the one typed, 0 to 1."""
        if not seen:
            return 0.0
        typed = sum(map(self._told_by, asked))
        best = 0.0
        for question in one.questions:
            both = sum(self._rare[name] * seen[name] for name in question if name in seen)
            either = typed + sum(self._rare[name] for name in question) - both
            best = max(best, both / either)
        return best

    def _told_by(self, meant: Mapping[str, float]) -> float:
        """How much a word of the question counts: by what it most likely stands for."""
        most = max(meant.values(), default=0.0)
        return max((self._rare[name] for name in meant if meant[name] == most), default=0.0)

    # --- words --------------------------------------------------------------------------------

    def _meant(self, word: str, *, begun: bool) -> dict[str, float]:
        """Return the stems that a typed word may stand for, each with how likely, 0 to 1.

        Letters may be wrong only in a word that no tip has.
        """
        if (word, begun) not in self._known:
            self._known[word, begun] = self._likely(word, begun=begun)
        return self._known[word, begun]

    def _likely(self, word: str, *, begun: bool) -> dict[str, float]:
        name = self._stem(word)
        likely = {name: 1.0} if name in self._rare else {}
        if begun:
            much = _MAY_GO_ON if likely else _BEGUN
            likely = dict.fromkeys(self._beginning_with(word), much) | likely
        if likely or name in self._fillers:
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
        questions = [frozenset(self._stems_of(text)) for text in (tip.title, *tip.asked)]
        cores = [question - self._fillers for question in questions]
        return _Indexed(
            tip,
            weights,
            tuple(filter(None, questions)),
            tuple(core for core in cores if len(core) > 1),
        )

    def _stems_of(self, text: str) -> list[str]:
        return [self._stem(word) for word in words_in(text)]

    def _stem(self, word: str) -> str:
        """Return the stem of a word, never a filler for another word: `butt` is not `but`."""
        name = stem(word, self._endings)
        return word if name in self._fillers and word not in self._filler_words else name


def _holds_question(one: _Indexed, typed: frozenset[str]) -> bool:
    """Whether a question that the tip has stands whole in what was typed."""
    return any(core <= typed for core in one.cores)
