"""What comes before and after a session, line by line."""

from unspasm.cues import Cues
from unspasm.domain.session_entries import Feel
from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import Chosen, Fitted
from unspasm.journeys.gate_flow import Outcome, walk
from unspasm.journeys.house import House
from unspasm.journeys.session_flow import NoSession, Offer, StretchFlow
from unspasm.journeys.sessions import Play, SessionJourney
from unspasm.plain.checks import PlainChecks
from unspasm.plain.gate import PlainGate
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.routines import PlainRoutines
from unspasm.plain.session import PlainPlayer
from unspasm.plain.telling import named_rows, numbered
from unspasm.plain.zero_to_ten import ask_zero_to_ten
from unspasm.words import Words
from unspasm.words.own_phrases import name_of
from unspasm.words.session_phrases import said_of_session
from unspasm.words.stretch_phrases import (
    left_out_today,
    what_is_known,
    what_it_takes,
    why_refused,
    why_suggested,
)

_BETTER = (None, Direction.BEND, Direction.ARCH)
_FEELS = tuple(Feel)


def _chosen(text: str, offer: Offer) -> Chosen | None:
    """Return what an answer to the offer means; `None` if it means nothing."""
    body, place = offer.body, whole_number(text)
    name = None
    if text == "":
        name = offer.suggested.routine.id
    elif place is not None and 1 <= place <= len(offer.fitted):
        name = offer.fitted[place - 1].routine.id
    better = _BETTER[(_BETTER.index(body.better) + 1) % len(_BETTER)]
    changes = {
        "f": Chosen(None, not body.floor, body.better),
        "d": Chosen(None, body.floor, better),
        "u": Chosen(None, body.floor, body.better, ask_again=True),
        "r": Chosen(None, body.floor, body.better, own=True),
    }
    if body.left_out:
        changes["l"] = Chosen(None, body.floor, body.better, take_in=True)
    return Chosen(name, body.floor, body.better) if name else changes.get(text)


class PlainStretches(PlainGate):
    """The line-by-line side of sessions: `StretchFace`, without ever suspending."""

    def __init__(
        self,
        checks: PlainChecks,
        house: House,
        words: Words,
        lines: Lines,
        cues: Cues,
        own: PlainRoutines,
    ) -> None:
        super().__init__(checks)
        self._house = house
        self._all_words = words
        self._words = words.stretch
        self._lines = lines
        self._own = own
        self._player = PlainPlayer(house, words, lines, cues)

    def lead(self, routine: str | None = None) -> Outcome:
        """Lead to a session: of that routine, or of one that the person chooses."""
        return walk(self._flow().open(routine))

    def ease_now(self) -> Outcome:
        """Lead at once to positions of ease."""
        return walk(self._flow().ease_now())

    def _flow(self) -> StretchFlow:
        return StretchFlow(self, self._house, self._all_words.calendar)

    # --- before -------------------------------------------------------------------------------

    async def refuse(self, why: NoSession, fitted: Fitted | None = None) -> None:
        """Say why there is no session."""
        heading = self._all_words.plain.heading.format(words=self._words.refused_heading)
        self._lines.say("", heading)
        self._lines.say_all(list(why_refused(self._words, why.value, fitted)))

    async def choose(self, offer: Offer) -> Chosen | None:
        """Offer what fits today."""
        words, lines, plain = self._words, self._lines, self._all_words.plain
        body, suggested = offer.body, offer.suggested
        lines.say("", why_suggested(words, suggested, offer.why), suggested.routine.why)
        if left := left_out_today(words, suggested):
            lines.say(left)
        rows = (
            (
                name_of(self._all_words.own, one.routine.name, yours=one.routine.yours),
                what_it_takes(words, one),
            )
            for one in offer.fitted
        )
        lines.say_all(numbered(plain, named_rows(plain, rows)))
        lines.say(" ".join(what_is_known(words, body)), words.honest)
        while True:
            lines.say(words.plain_choose.format(name=suggested.routine.name))
            text = lines.ask(plain.prompt).casefold()
            if text in LEAVES:
                return None
            if chosen := _chosen(text, offer):
                return chosen
            lines.say(plain.not_understood.format(text=text))

    async def own_routines(self) -> str | None:
        """Show the person's own routines; return the id of one that is to start."""
        return self._own.lead()

    async def take_in(self, names: tuple[str, ...]) -> str | None:
        """Show the stretches that are left out; return the one that is taken in again."""
        stretches = self._house.library.every_stretch
        place = self._choose(self._words.take_in_ask, tuple(stretches[name].name for name in names))
        return None if place is None else names[place]

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Offer a session that was cut short."""
        words = self._words
        question = words.resume_ask.format(name=fitted.routine.name)
        return self._yes_or_no(question, words.resume_yes, words.resume_no)

    async def can_get_up(self) -> bool | None:
        """Ask for a phone in reach, and whether they can get up again."""
        words = self._words
        return self._yes_or_no(words.get_up_ask, words.get_up_yes, words.get_up_no)

    # --- while it runs ------------------------------------------------------------------------

    def cues(self, fitted: Fitted) -> Play:
        """What tells of changes in a session of that routine: a line each, and aloud."""
        self._player.stretches = fitted.as_done
        return self._player.tell

    async def play(self, run: SessionJourney) -> None:
        """Tell every event until the session has ended.

        Raises:
            EndOfInputError: if there is no more to read before that.
        """
        self._player.play(run)

    # --- after --------------------------------------------------------------------------------

    async def after(self, run: SessionJourney, taken_out: frozenset[str]) -> None:
        """Say what was done, and ask how it is now."""
        words, stretches = self._words, run.fitted.as_done
        self._lines.say("", said_of_session(words, run.state))
        if (run.too_late or run.locked) and not run.worse:
            self._lines.say(words.closed_since if run.locked else words.too_late)
        for one in sorted(taken_out):
            self._lines.say(words.taken_out.format(name=stretches[one].name))
        if not run.kept:
            self._lines.say(self._all_words.card.nothing_kept)
        place = self._choose(words.feel_ask, words.feel_options)
        feel = None if place is None else _FEELS[place]
        run.after(ask_zero_to_ten(self._lines, self._all_words, self._words.pain_ask), feel)
        if run.worse:
            self._lines.say(words.worse_check)

    # --- pieces -------------------------------------------------------------------------------

    def _choose(self, question: str, options: tuple[str, ...]) -> int | None:
        return self._lines.choose(question, options, self._all_words.plain.prompt)

    def _yes_or_no(self, question: str, yes: str, no: str) -> bool | None:
        place = self._choose(question, (yes, no))
        return None if place is None else place == 0
