"""Sessions line by line: one line an event, and a whole session runs without a key."""

from typing import Protocol

from unspasm.cues import Cues
from unspasm.domain.entries import Entry
from unspasm.domain.runs import CheckRun
from unspasm.domain.session import Do, Pause, Session
from unspasm.domain.session_cues import SessionCue, more_bells
from unspasm.domain.session_entries import Feel
from unspasm.domain.session_plan import PhaseKind
from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import Chosen, Fitted
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.gate_flow import Outcome, walk
from unspasm.journeys.house import House
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney
from unspasm.journeys.session_flow import NoSession, Offer, StretchFlow
from unspasm.journeys.sessions import Play, SessionJourney
from unspasm.plain.lines import EndOfInputError, Lines, whole_number
from unspasm.words import Words
from unspasm.words.stretch_phrases import (
    kind_of_phase,
    left_out_today,
    said_of_session,
    side_of,
    span_of,
    spoken_of,
    what_is_known,
    what_it_takes,
    why_refused,
    why_suggested,
)

_TICK_SECONDS = 0.25
_BETTER = (None, Direction.BEND, Direction.ARCH)
_FEELS = tuple(Feel)
_WORST = 10
_KEYS = {
    "": Do.PAUSE, "p": Do.PAUSE, "b": Do.BACK, "n": Do.NEXT, "r": Do.REPEAT, "s": Do.SKIP,
    "+": Do.LONGER, "-": Do.SHORTER, "w": Do.WAIT, "e": Do.EASIER, "x": Do.LEAVE_OUT,
    "q": Do.STOP,
}  # fmt: skip


class PlainHost(Protocol):
    """The app line by line, as far as sessions need it."""

    def ask_check(self, run: CheckRun) -> bool:
        """Go through pages; return whether they were answered to the end."""

    def show_card(self, entry: Entry) -> bool:
        """Show a card; return whether its check is to go on."""

    def check(self) -> object:
        """Go through a check and its card."""


class PlainStretches:
    """The line-by-line side of sessions: `StretchFace`, without ever suspending."""

    def __init__(
        self, host: PlainHost, house: House, words: Words, lines: Lines, cues: Cues
    ) -> None:
        self._host = host
        self._house = house
        self._all_words = words
        self._words = words.stretch
        self._lines = lines
        self._cues = cues
        self._bells: list[float] = []
        """When the bell is to ring again, in seconds of the awake clock."""

    def lead(self, routine: str | None = None) -> Outcome:
        """Lead to a session: of that routine, or of one that the person chooses."""
        return walk(self._flow().open(routine))

    def ease_now(self) -> Outcome:
        """Lead at once to positions of ease."""
        return walk(self._flow().ease_now())

    def _flow(self) -> StretchFlow:
        return StretchFlow(self, self._house, self._all_words.calendar)

    # --- before -------------------------------------------------------------------------------

    async def show_card(self, entry: Entry) -> None:
        """Show the care card of a check."""
        if self._host.show_card(entry):
            self._host.check()

    async def check(self, run: CheckJourney) -> bool:
        """Go through a check; return whether it came to its end."""
        return self._host.ask_check(run)

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Ask whether anything is new or worse; return whether it was answered."""
        return self._host.ask_check(run)

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask which stretches do not suit; return whether it was answered."""
        return self._host.ask_check(run)

    async def refuse(self, why: NoSession, fitted: Fitted | None = None) -> None:
        """Say why there is no session."""
        self._lines.say("", f"{self._words.refused_heading}.")
        self._lines.say_all(list(why_refused(self._words, why.value, fitted)))

    async def choose(self, offer: Offer) -> Chosen | None:
        """Offer what fits today."""
        words, lines, plain = self._words, self._lines, self._all_words.plain
        body, suggested = offer.body, offer.suggested
        lines.say("", why_suggested(words, suggested, offer.why), suggested.routine.why)
        if left := left_out_today(words, suggested):
            lines.say(left)
        for number, one in enumerate(offer.fitted, start=1):
            said = f"{one.routine.name}: {what_it_takes(words, one)}"
            lines.say(plain.numbered.format(number=number, words=said))
        lines.say(" ".join(what_is_known(words, body)), words.honest)
        while True:
            lines.say(words.plain_choose.format(name=suggested.routine.name))
            text = lines.ask(plain.prompt).casefold()
            place = whole_number(text)
            if text == "q":
                return None
            if text == "f":
                return Chosen(None, not body.floor, body.better)
            if text == "b":
                better = _BETTER[(_BETTER.index(body.better) + 1) % len(_BETTER)]
                return Chosen(None, body.floor, better)
            if text == "u":
                return Chosen(None, body.floor, body.better, ask_again=True)
            if text == "l" and body.left_out:
                return Chosen(None, body.floor, body.better, take_in=True)
            if text == "":
                return Chosen(suggested.routine.id, body.floor, body.better)
            if place is not None and 1 <= place <= len(offer.fitted):
                return Chosen(offer.fitted[place - 1].routine.id, body.floor, body.better)
            lines.say(plain.not_understood.format(text=text))

    async def take_in(self, names: tuple[str, ...]) -> str | None:
        """Show the stretches that are left out; return the one that is taken in again."""
        stretches = self._house.catalogue.library.stretches
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

    async def check_signs(self) -> None:
        """Start a check."""
        self._host.check()

    # --- while it runs ------------------------------------------------------------------------

    def cues(self) -> Play:
        """What tells of changes: a line each, and aloud."""
        return self._tell

    def _tell(self, cues: list[SessionCue], session: Session) -> None:
        stretch = self._house.catalogue.library.stretches[session.phase.stretch]
        for cue in cues:
            self._lines.say_all(self._said(cue, session))
        self._cues.give(spoken_of(self._words, cues, session, stretch))
        now = self._house.clock().awake
        self._bells += [now + seconds for seconds in more_bells(cues)]

    def _said(self, cue: SessionCue, session: Session) -> list[str]:
        words, phase, seconds = self._words, session.phase, round(session.left)
        named = side_of(words, phase.side)
        match cue:
            case SessionCue.READY:
                stretch = self._house.catalogue.library.stretches[phase.stretch]
                side = words.plain_side.format(side=named) if named else ""
                line = words.plain_ready.format(name=stretch.name, side=side, seconds=seconds)
                get_in = stretch.get_in if phase.moves_over else ()
                lines = ["", line, *get_in, *stretch.steps]
            case SessionCue.START:
                lines = self._said_of_start(session, named)
            case SessionCue.CHANGE:
                lines = [words.plain_change.format(side=named, seconds=seconds)]
            case SessionCue.REST:
                lines = [words.plain_rest.format(seconds=seconds)]
            case SessionCue.PAUSED:
                why = session.paused or Pause.PERSON
                lines = [str(getattr(words, f"paused_{why.value}"))]
            case SessionCue.FINISHED:
                lines = []
            case _:
                lines = [str(getattr(words, f"plain_{cue.value}"))]
        return lines

    def _said_of_start(self, session: Session, side: str) -> list[str]:
        words, phase = self._words, session.phase
        stretch = self._house.catalogue.library.stretches[phase.stretch]
        counted = phase.kind is PhaseKind.HOLD and phase.repeats > 1
        again = words.plain_repeat.format(number=phase.repeat, total=phase.repeats)
        line = words.plain_work.format(
            kind=kind_of_phase(words, phase).capitalize(),
            seconds=round(session.left),
            name=stretch.name,
            side=words.plain_side.format(side=side) if side else "",
            repeat=again if counted else "",
        )
        return [line, stretch.during] if phase.repeat <= 1 else [line]

    async def play(self, run: SessionJourney) -> None:
        """Tell every event until the session has ended.

        Raises:
            EndOfInputError: if there is no more to read before that.
        """
        words = self._words
        minutes = span_of(words, run.state.plan_seconds)
        self._lines.say("", words.plain_start.format(name=run.fitted.routine.name, minutes=minutes))
        while not run.look().ended:
            self._ring()
            if self._lines.meanwhile:
                self._lines.meanwhile()
            try:
                text = self._lines.ask_within(_TICK_SECONDS)
                if text is not None:
                    self._answer(run, text.casefold())
            except KeyboardInterrupt:
                run.do(Do.STOP)
            except EndOfInputError:
                run.do(Do.STOP)
                raise

    def _ring(self) -> None:
        now = self._house.clock().awake
        due = [time for time in self._bells if time <= now]
        self._bells = [time for time in self._bells if time > now]
        for _ in due:
            self._cues.ring()

    def _answer(self, run: SessionJourney, text: str) -> None:
        words = self._words
        if text == "!":
            self._worse(run)
        elif text == "m":
            sound = self._cues.next_sound()
            self._lines.say(str(getattr(self._all_words.pack, f"sound_{sound.value}")))
        elif text in _KEYS:
            before = run.state.phase.stretch
            state = run.do(_KEYS[text])
            self._lines.say_all(self._said_of_key(_KEYS[text], state, before))
        else:
            self._lines.say(self._all_words.plain.not_understood.format(text=text))
            self._lines.say(words.plain_keys)

    def _said_of_key(self, do: Do, state: Session, before: str) -> list[str]:
        words = self._words
        stretch = self._house.catalogue.library.stretches[before]
        if state.refused:
            return [words.refused_change]
        match do:
            case Do.LONGER | Do.SHORTER:
                return [words.said_longer.format(seconds=state.phase.seconds)]
            case Do.WAIT:
                return [words.waits_on if state.waits else words.waits_off]
            case Do.EASIER:
                gentler = words.easier_on.format(easier=stretch.easier)
                return [gentler if before in state.easier else words.easier_off]
            case Do.LEAVE_OUT:
                return [words.left_out_done.format(name=stretch.name)]
            case _:
                return []

    def _worse(self, run: SessionJourney) -> None:
        """Is this pain all right? Meanwhile it stands still."""
        ran = run.look().paused is None
        if ran:
            run.do(Do.PAUSE)
        place = self._choose(self._words.worse_ask, self._words.worse_options)
        if place is not None and place >= 1:
            run.do(Do.WORSE)
        elif run.state.paused is Pause.PERSON and (ran or place == 0):
            run.do(Do.PAUSE)

    # --- after --------------------------------------------------------------------------------

    async def after(self, run: SessionJourney, taken_out: frozenset[str]) -> None:
        """Say what was done, and ask how it is now."""
        words, stretches = self._words, self._house.catalogue.library.stretches
        self._lines.say("", said_of_session(words, run.state))
        for one in sorted(taken_out):
            self._lines.say(words.taken_out.format(name=stretches[one].name))
        if not run.kept:
            self._lines.say(self._all_words.card.nothing_kept)
        place = self._choose(words.feel_ask, words.feel_options)
        feel = None if place is None else _FEELS[place]
        run.after(self._ask_pain(), feel)
        if run.worse:
            self._lines.say(words.worse_check)

    def _ask_pain(self) -> int | None:
        while True:
            self._lines.say(self._words.pain_ask)
            text = self._lines.ask(self._all_words.plain.prompt)
            number = whole_number(text)
            if not text or (number is not None and number <= _WORST):
                return number
            words = self._all_words.check.out_of_range
            self._lines.say(words.format(lowest=0, highest=_WORST))

    # --- pieces -------------------------------------------------------------------------------

    def _choose(self, question: str, options: tuple[str, ...]) -> int | None:
        return self._lines.choose(question, options, self._all_words.plain.prompt)

    def _yes_or_no(self, question: str, yes: str, no: str) -> bool | None:
        place = self._choose(question, (yes, no))
        return None if place is None else place == 0
