"""A session line by line: one line an event, and a whole session runs without a key."""

from collections.abc import Mapping

from unspasm.cues import Cues
from unspasm.domain.session import Do, Pause, Session
from unspasm.domain.session_cues import SessionCue, beginning_of, more_bells
from unspasm.domain.session_plan import PhaseKind
from unspasm.domain.stretches import Stretch
from unspasm.journeys.house import House
from unspasm.journeys.sessions import SessionJourney
from unspasm.plain.lines import WORSE, EndOfInputError, Lines, WorseError
from unspasm.words import Words
from unspasm.words.session_phrases import (
    kind_of_phase,
    place_of,
    said_of_key,
    side_of,
    spoken_of,
)
from unspasm.words.stretch_phrases import span_of

_TICK_SECONDS = 0.25
_KEYS = {
    "": Do.PAUSE, "p": Do.PAUSE, "b": Do.BACK, "n": Do.NEXT, "r": Do.REPEAT, "s": Do.SKIP,
    "+": Do.LONGER, "-": Do.SHORTER, "h": Do.WAIT, "e": Do.EASIER, "x": Do.LEAVE_OUT,
    "q": Do.STOP,
}  # fmt: skip


class PlainPlayer:
    """Tells a session and takes its keys, each with Enter."""

    def __init__(self, house: House, words: Words, lines: Lines, cues: Cues) -> None:
        self._house = house
        self._all_words = words
        self._words = words.stretch
        self._lines = lines
        self._cues = cues
        self.stretches: Mapping[str, Stretch] = {}
        """The stretches of the session, by id."""
        self._bells: list[float] = []
        """When the bell is to ring again, in seconds of the awake clock."""

    def tell(self, cues: list[SessionCue], session: Session) -> None:
        """Tell of changes: a line each, and aloud."""
        stretch = self.stretches[session.phase.stretch]
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
                stretch = self.stretches[phase.stretch]
                side = words.plain_side.format(side=named) if named else ""
                number, total = place_of(session)
                line = words.plain_ready.format(
                    name=stretch.name, side=side, seconds=seconds, number=number, total=total
                )
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
                lines = [str(getattr(words, f"plain_paused_{why.value}"))]
            case SessionCue.GOES_ON:
                lines = [words.plain_goes_on, *self._said(beginning_of(phase), session)]
            case SessionCue.FINISHED:
                lines = []
            case _:
                lines = [str(getattr(words, f"plain_{cue.value}"))]
        return lines

    def _said_of_start(self, session: Session, side: str) -> list[str]:
        words, phase = self._words, session.phase
        stretch = self.stretches[phase.stretch]
        counted = phase.kind is PhaseKind.HOLD and phase.repeats > 1
        again = words.plain_repeat.format(number=phase.repeat, total=phase.repeats)
        sets = words.plain_set.format(number=phase.set, total=phase.sets)
        line = words.plain_work.format(
            kind=kind_of_phase(words, phase).capitalize(),
            seconds=round(session.left),
            name=stretch.name,
            side=words.plain_side.format(side=side) if side else "",
            repeat=(again if counted else "") + (sets if phase.sets > 1 else ""),
        )
        first = phase.repeat <= 1 and phase.set == 1
        return [line, stretch.during] if first else [line]

    def play(self, run: SessionJourney) -> None:
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
        if text in WORSE:
            self._worse(run)
        elif text == "m":
            sound = self._cues.next_sound()
            self._lines.say(str(getattr(self._all_words.pack, f"sound_{sound.value}")))
        elif text in _KEYS:
            before = run.state.phase.stretch
            state = run.do(_KEYS[text])
            if said := said_of_key(words, _KEYS[text], state, self.stretches[before]):
                self._lines.say(said)
        else:
            self._lines.say(self._all_words.plain.not_understood.format(text=text))
            self._lines.say(words.plain_keys)

    def _worse(self, run: SessionJourney) -> None:
        """Is this pain all right? Meanwhile it stands still."""
        ran = run.look().paused is None
        if ran:
            run.do(Do.PAUSE)
        words, prompt = self._words, self._all_words.plain.prompt
        try:
            place = self._lines.choose(words.worse_ask, words.worse_options, prompt)
        except WorseError:  # asked for twice, it is not all right
            place = 1
        if place is not None and place >= 1:
            run.do(Do.WORSE)
        elif run.state.paused is Pause.PERSON and (ran or place == 0):
            run.do(Do.PAUSE)
