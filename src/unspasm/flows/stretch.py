"""The full screen's side of sessions: which screen asks what."""

from collections.abc import Callable

from unspasm.domain.session import Session
from unspasm.domain.session_cues import SessionCue, more_bells
from unspasm.domain.session_entries import Feel
from unspasm.domain.stretches import Stretch
from unspasm.domain.which_routine import Chosen, Fitted
from unspasm.flows.gate import ScreenGate
from unspasm.flows.lead import Stage
from unspasm.flows.own_routines import OwnLead
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney
from unspasm.journeys.session_flow import NoSession, Offer, StretchFlow
from unspasm.journeys.sessions import Play, SessionJourney
from unspasm.screens.ask import MOST_OPTIONS
from unspasm.screens.pack_card import PackCardScreen
from unspasm.screens.session import SessionScreen
from unspasm.screens.session_after import SessionAfterScreen
from unspasm.screens.stretch_choose import StretchChooseScreen
from unspasm.widgets.cells import Marks
from unspasm.words.session_phrases import said_of_session, spoken_of, title_of_end
from unspasm.words.stretch_phrases import why_refused

_NONE = "none"
_MARKS = {"blocks": Marks.BLOCKS, "braille": Marks.BRAILLE}


class ScreenStretches(ScreenGate):
    """Asks about sessions and shows them, each on a screen of its own."""

    def __init__(self, stage: Stage, own: OwnLead) -> None:
        super().__init__(stage)
        self._words = stage.words.stretch
        self._own = own
        self.playing: SessionScreen | None = None
        """The player, while a session runs."""

    def flow(self) -> StretchFlow:
        """Return what leads through it."""
        return StretchFlow(self, self._house, self._all_words.calendar)

    # --- before -------------------------------------------------------------------------------

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Ask whether anything is new or worse; return whether it was answered."""
        return await self._questions(run)

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask which stretches do not suit; return whether it was answered."""
        return await self._questions(run)

    async def refuse(self, why: NoSession, fitted: Fitted | None = None) -> None:
        """Say why there is no session."""
        lines = list(why_refused(self._words, why.value, fitted))
        await self._ask(PackCardScreen(self._all_words, self._words.refused_heading, lines))

    async def choose(self, offer: Offer) -> Chosen | None:
        """Offer what fits today."""
        sources = self._care.source_lines(offer.suggested.routine.sources)
        screen = StretchChooseScreen(
            self._all_words, offer.body, offer.fitted, offer.suggested, offer.why, sources
        )
        return await self._ask(screen)

    async def own_routines(self) -> str | None:
        """Show the person's own routines; return the id of one that is to start."""
        return await self._own.lead()

    async def take_in(self, names: tuple[str, ...]) -> str | None:
        """Show the stretches that are left out; return the one that is taken in again."""
        stretches = self._house.library.every_stretch
        offered = names[:MOST_OPTIONS]
        options = [stretches[name].name for name in offered]
        place = await self._choice(self._words.take_in_ask, options)
        return None if place is None else offered[place]

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Offer a session that was cut short."""
        words = self._words
        question = words.resume_ask.format(name=fitted.routine.name)
        return await self._yes_or_no(question, words.resume_yes, words.resume_no)

    async def can_get_up(self) -> bool | None:
        """Ask for a phone in reach, and whether they can get up again."""
        words = self._words
        return await self._yes_or_no(words.get_up_ask, words.get_up_yes, words.get_up_no)

    # --- while it runs, and after -------------------------------------------------------------

    def cues(self, fitted: Fitted) -> Play:
        """What tells of changes in a session of that routine."""
        stretches = fitted.as_done

        def tell(cues: list[SessionCue], session: Session) -> None:
            stretch = stretches[session.phase.stretch]
            self._cues.give(spoken_of(self._words, cues, session, stretch))
            for seconds in more_bells(cues):
                self._app.set_timer(seconds, self._cues.ring)

        return tell

    async def play(self, run: SessionJourney) -> None:
        """Show the session until it has ended."""
        self.playing = SessionScreen(
            run,
            self._all_words,
            run.fitted.as_done,
            run.fitted.routine.name,
            self._sources_of,
            moves=self._app.animation_level != _NONE,
            marks=_MARKS.get(self._house.settings.now.figure),
        )
        try:
            await self._ask(self.playing)
        finally:
            self.playing = None

    def _sources_of(self, stretch: Stretch) -> list[str]:
        return self._care.source_lines(stretch.sources)

    async def after(self, run: SessionJourney, taken_out: frozenset[str]) -> None:
        """Say what was done, and ask how it is now."""
        words, stretches = self._words, run.fitted.as_done
        lines = [said_of_session(words, run.state)]
        if (run.too_late or run.locked) and not run.worse:
            lines.append(words.closed_since if run.locked else words.too_late)
        lines += [words.taken_out.format(name=stretches[one].name) for one in sorted(taken_out)]
        if not run.kept:
            lines.append(self._all_words.card.nothing_kept)
        said = run.worse
        if said:
            lines.append(words.worse_check)
        title = title_of_end(words, run.fitted, run.state)
        note: Callable[[int | None, Feel | None], None] = run.after
        await self._ask(SessionAfterScreen(self._all_words, title, lines, note))
        if run.worse and not said and self._app.screen.has_class("-high"):
            self._app.notify(words.worse_check, markup=False)  # in a low window it hides signs

    # --- pieces -------------------------------------------------------------------------------

    async def _questions(self, run: QuestionsJourney) -> bool:
        words = self._words
        screen = self._care.questions_screen(run, words.before_title, words.leave_ask)
        return await self._ask(screen) is True

    async def _yes_or_no(self, question: str, yes: str, no: str) -> bool | None:
        place = await self._choice(question, [yes, no])
        return None if place is None else place == 0
