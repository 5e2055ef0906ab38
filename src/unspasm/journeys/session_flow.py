"""From "stretch" to a session and its end: the order of things, for both faces."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Protocol

from unspasm.domain.gate import ask_page
from unspasm.domain.locks import Activity
from unspasm.domain.moment import passed
from unspasm.domain.session_entries import LeftOut
from unspasm.domain.session_record import ended_too_often, left_out
from unspasm.domain.which_routine import (
    FIRST_AID,
    Body,
    Chosen,
    Fitted,
    Why,
    all_fitted,
    fit,
    suggested,
)
from unspasm.journal.store import Unfinished
from unspasm.journeys.gate_flow import GateFace, Outcome, pass_gate, since_in_words
from unspasm.journeys.house import House
from unspasm.journeys.questions import NowJourney, QuestionsJourney, tick_waits, what_to_ask
from unspasm.journeys.sessions import (
    Play,
    SessionJourney,
    settle_unfinished,
    unfinished_session,
)
from unspasm.journeys.today import body_today
from unspasm.words import CalendarWords

_ANSWERS_HOLD = timedelta(minutes=30)
"""After that, what was asked before a session is asked again: a screen may have stood open."""


@dataclass(frozen=True)
class Offer:
    """What can be done today."""

    body: Body
    fitted: tuple[Fitted, ...]
    suggested: Fitted
    why: Why


class NoSession(Enum):
    """Why there is no session."""

    LOCKED = "locked"
    UNDER_16 = "under_16"
    NOT_TODAY = "not_today"
    """Less than half of the routine fits today."""
    NOTHING_LEFT = "nothing_left"
    GONE = "gone"
    """The file of that routine is not there any more, or cannot be used."""


class StretchFace(GateFace, Protocol):
    """A face, as far as sessions go."""

    async def refuse(self, why: NoSession, fitted: Fitted | None = None) -> None:
        """Say why there is no session, with what is left of the routine that was asked for."""

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask which stretches do not suit; return whether it was answered."""

    async def choose(self, offer: Offer) -> Chosen | None:
        """Offer what fits today."""

    async def own_routines(self) -> str | None:
        """Show the person's own routines; return the id of one that is to start."""

    async def take_in(self, names: tuple[str, ...]) -> str | None:
        """Show the stretches that are left out; return the one that is taken in again."""

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Offer a session that was cut short; `None` leaves everything as it is."""

    async def can_get_up(self) -> bool | None:
        """Ask for a phone in reach, and whether they can get up again."""

    async def play(self, run: SessionJourney) -> None:
        """Show the session until it has ended."""

    def cues(self, fitted: Fitted) -> Play:
        """What tells of changes in a session of that routine."""

    async def after(self, run: SessionJourney, taken_out: frozenset[str]) -> None:
        """Say what was done, and ask how it is now."""

    async def check_signs(self) -> None:
        """Start a check."""


class StretchFlow:
    """Leads through sessions."""

    def __init__(self, face: StretchFace, house: House, calendar: CalendarWords) -> None:
        self._face = face
        self._house = house
        self._calendar = calendar
        self._asked = house.clock()
        """When the questions before a session were begun."""

    async def open(self, routine: str | None = None) -> Outcome:
        """Lead to a session: of that routine, or of one that the person chooses."""
        if outcome := await self._refused(Activity.SESSION):
            return outcome
        self._asked = self._house.clock()
        outcome = await pass_gate(self._face, self._house, self._calendar, Activity.SESSION)
        if outcome:
            return outcome
        library = self._house.library
        if kept := unfinished_session(self._house, library):
            fitted, row = kept
            if routine in {None, fitted.routine.id}:
                going_on = await self._face.go_on_with(fitted)
                sure = await self._sure_of_floor(fitted) if going_on else False
                if going_on is None or sure is None:
                    return Outcome.LEFT
                if going_on and sure:
                    return await self._begin(fitted, row)
        settle_unfinished(self._house)
        if not self._house.status().about.unsuited_asked and not await self._ask_unsuited():
            return Outcome.LEFT
        return await (self._choose() if routine is None else self._take(routine))

    async def _ask_unsuited(self) -> bool:
        """Ask once which stretches do not suit; return whether it was answered."""
        catalogue, moment = self._house.catalogue, self._house.clock()
        about = self._house.status().about
        state = ask_page(catalogue.rules, catalogue.library.unsuited, about.unsuited, moment)
        run = QuestionsJourney(self._house, state)
        answered = await self._face.ask_before(run)
        if answered:
            known = replace(about, unsuited=run.ticked, unsuited_asked=True)
            self._house.append([self._house.entry(known)])
        return answered

    async def ease_now(self) -> Outcome:
        """Two keys from pain to relief: one page, then positions of ease and breathing.

        A warning sign that was ticked and left without an answer comes first.
        """
        if outcome := await self._refused(Activity.EASE):
            return outcome
        if outcome := await self._ask_before_ease():
            return outcome
        if outcome := await self._refused(Activity.EASE):
            return outcome
        library = self._house.catalogue.library
        body = body_today(self._house, floor=False)
        fitted = fit(library.routines[FIRST_AID], library, body)
        if not fitted.phases:
            return await self._refuse(NoSession.NOTHING_LEFT)
        return await self._play(fitted)

    # --- one step each ------------------------------------------------------------------------

    async def _ask_before_ease(self) -> Outcome | None:
        """Ask the one page; return why it goes no further, `None` if it may go on."""
        if tick_waits(self._house):
            return await pass_gate(self._face, self._house, self._calendar, Activity.EASE)
        since = since_in_words(what_to_ask(self._house), self._house, self._calendar)
        asked = NowJourney(self._house, since)
        if not await self._face.ask_new(asked):
            return Outcome.LEFT
        if asked.pages:
            await self._face.check_signs()
            return Outcome.REFUSED
        return None

    async def _refused(self, activity: Activity) -> Outcome | None:
        """A lock shows its card instead."""
        status = self._house.status()
        if activity not in status.closed:
            return None
        if status.card_first:
            await self._face.show_card(status.card_first.check)
            return Outcome.REFUSED
        return await self._refuse(NoSession.UNDER_16 if status.under_16 else NoSession.LOCKED)

    async def _refuse(self, why: NoSession, fitted: Fitted | None = None) -> Outcome:
        await self._face.refuse(why, fitted)
        return Outcome.REFUSED

    async def _take(self, routine: str) -> Outcome:
        """Lead to the routine that was asked for by its name, if it can go by it today."""
        library = self._house.library
        if routine not in library.routines:
            return await self._refuse(NoSession.GONE)
        fitted = fit(library.routines[routine], library, body_today(self._house))
        if not fitted.is_itself:
            return await self._refuse(NoSession.NOT_TODAY, fitted)
        sure = await self._sure_of_floor(fitted)
        if sure is None:
            return Outcome.LEFT
        return await (self._begin(fitted) if sure else self._choose(floor=False))

    async def _choose(self, *, floor: bool = True) -> Outcome:
        better = None
        while True:
            library = self._house.library
            body = body_today(self._house, floor=floor, better=better)
            fitting, why = suggested(library, body)
            offer = Offer(body, tuple(all_fitted(library, body)), fitting, why)
            chosen = await self._face.choose(offer)
            if chosen is None:
                return Outcome.LEFT
            floor, better = chosen.floor, chosen.better
            if chosen.ask_again:
                await self._ask_unsuited()
            if chosen.take_in:
                await self._take_in()
            if chosen.own and (name := await self._face.own_routines()):
                return await self.open(name)
            if chosen.routine is None:
                continue
            body = body_today(self._house, floor=floor, better=better)
            fitted = fit(library.routines[chosen.routine], library, body)
            if not fitted.phases:
                return await self._refuse(NoSession.NOTHING_LEFT)
            sure = await self._sure_of_floor(fitted)
            if sure is None:
                return Outcome.LEFT
            if sure:
                return await self._begin(fitted)
            floor = False

    async def _sure_of_floor(self, fitted: Fitted) -> bool | None:
        """Whether they can get down and up again, if they have to; `None` leaves."""
        if not any(one.place.is_floor for one in fitted.stretches):
            return True
        return await self._face.can_get_up()

    async def _take_in(self) -> None:
        """Take stretches in again that were left out."""
        stretches = self._house.library.every_stretch
        while out := left_out(self._house.session_entries()) & stretches.keys():
            name = await self._face.take_in(tuple(one for one in stretches if one in out))
            if name is None:
                return
            self._house.append([self._house.entry(LeftOut(out - {name}))])

    async def _begin(self, fitted: Fitted, row: Unfinished | None = None) -> Outcome:
        """Begin, unless what it was chosen by has changed or grown old while a screen stood open.

        Another copy may have found a sign meanwhile, or the person may have said who they are.
        """
        body = fitted.body
        now = body_today(self._house, floor=body.floor, better=body.better)
        changed = now != body or Activity.SESSION in now.closed
        if changed or passed(self._asked, self._house.clock()) > _ANSWERS_HOLD:
            return await self.open(fitted.routine.id)
        return await self._play(fitted, row)

    async def _play(self, fitted: Fitted, row: Unfinished | None = None) -> Outcome:
        run = SessionJourney(self._house, fitted, self._face.cues(fitted), row)
        await self._face.play(run)
        if not run.state.ended:
            return Outcome.LEFT
        if run.found:
            await self._face.show_card(run.found)
            if any(one.stays for one in self._house.status().standing):
                return Outcome.DONE
        taken_out = ended_too_often(self._house.session_entries()) & {run.ended_by}
        await self._face.after(run, frozenset(name for name in taken_out if name))
        if run.worse:
            await self._face.check_signs()
        return Outcome.DONE
