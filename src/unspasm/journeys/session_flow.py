"""From "stretch" to a session and its end: the order of things, for both faces."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from unspasm.domain.gate import ask_page
from unspasm.domain.locks import Activity
from unspasm.domain.session import End
from unspasm.domain.session_record import ended_too_often
from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import (
    FIRST_AID,
    Body,
    Fitted,
    Why,
    all_fitted,
    fit,
    suggested,
)
from unspasm.journeys.gate_flow import GateFace, Outcome, pass_gate
from unspasm.journeys.house import House
from unspasm.journeys.questions import NowJourney, QuestionsJourney, what_to_ask
from unspasm.journeys.sessions import Play, SessionJourney, body_today, unfinished_session
from unspasm.words import CalendarWords
from unspasm.words.phrases import when


@dataclass(frozen=True)
class Offer:
    """What can be done today."""

    body: Body
    fitted: tuple[Fitted, ...]
    suggested: Fitted
    why: Why


@dataclass(frozen=True)
class Chosen:
    """What the person took, or changed about themselves to be offered something else."""

    routine: str | None
    floor: bool
    better: Direction | None
    ask_again: bool = False
    """What suits the person is to be asked again."""


class NoSession(Enum):
    """Why there is no session."""

    LOCKED = "locked"
    UNDER_16 = "under_16"
    NOTHING_LEFT = "nothing_left"


class StretchFace(GateFace, Protocol):
    """A face, as far as sessions go."""

    async def refuse(self, why: NoSession) -> None:
        """Say why there is no session."""

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask which stretches do not suit; return whether it was answered."""

    async def choose(self, offer: Offer) -> Chosen | None:
        """Offer what fits today."""

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Offer a session that was cut short; `None` leaves everything as it is."""

    async def can_get_up(self) -> bool | None:
        """Ask for a phone in reach, and whether they can get up again."""

    async def play(self, run: SessionJourney) -> None:
        """Show the session until it has ended."""

    def cues(self) -> Play:
        """What tells of changes."""

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

    async def open(self, routine: str | None = None) -> Outcome:
        """Lead to a session: of that routine, or of one that the person chooses."""
        if outcome := await self._refused(Activity.SESSION):
            return outcome
        outcome = await pass_gate(self._face, self._house, self._calendar, Activity.SESSION)
        if outcome:
            return outcome
        library = self._house.catalogue.library
        if routine is None and (kept := unfinished_session(self._house, library)):
            fitted, row = kept
            going_on = await self._face.go_on_with(fitted)
            if going_on is None:
                return Outcome.LEFT
            if going_on:
                return await self._play(SessionJourney(self._house, fitted, self._face.cues(), row))
            self._house.forget(row)
        if not self._house.status().about.unsuited_asked and not await self._ask_unsuited():
            return Outcome.LEFT
        return await self._choose(routine)

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
        """Two keys from pain to relief: one page, then positions of ease and breathing."""
        if outcome := await self._refused(Activity.EASE):
            return outcome
        since, now = what_to_ask(self._house).since, self._house.clock().lived
        asked = NowJourney(self._house, when(self._calendar, since, now))
        if not await self._face.ask_new(asked):
            return Outcome.LEFT
        if asked.pages:
            await self._face.check_signs()
            return Outcome.REFUSED
        if outcome := await self._refused(Activity.EASE):
            return outcome
        library = self._house.catalogue.library
        fitted = fit(library.routines[FIRST_AID], library, body_today(self._house, floor=False))
        if not fitted.phases:
            await self._face.refuse(NoSession.NOTHING_LEFT)
            return Outcome.REFUSED
        return await self._play(SessionJourney(self._house, fitted, self._face.cues()))

    # --- one step each ------------------------------------------------------------------------

    async def _refused(self, activity: Activity) -> Outcome | None:
        """A lock shows its card instead."""
        status = self._house.status()
        if activity not in status.closed:
            return None
        if status.card_first:
            await self._face.show_card(status.card_first.check)
        else:
            await self._face.refuse(NoSession.UNDER_16 if status.under_16 else NoSession.LOCKED)
        return Outcome.REFUSED

    async def _choose(self, routine: str | None) -> Outcome:
        library, face = self._house.catalogue.library, self._face
        floor, better, sure_of_floor = True, None, False
        while True:
            body = body_today(self._house, floor=floor, better=better)
            if routine is None:
                fitting, why = suggested(library, body)
                offer = Offer(body, tuple(all_fitted(library, body)), fitting, why)
                chosen = await face.choose(offer)
                if chosen is None:
                    return Outcome.LEFT
                floor, better, name = chosen.floor, chosen.better, chosen.routine
                if chosen.ask_again:
                    await self._ask_unsuited()
                if name is None:
                    continue
                body = body_today(self._house, floor=floor, better=better)
            else:
                name = routine
            fitted = fit(library.routines[name], library, body)
            if not fitted.phases:
                await face.refuse(NoSession.NOTHING_LEFT)
                return Outcome.REFUSED
            if any(one.place.is_floor for one in fitted.stretches) and not sure_of_floor:
                can = await face.can_get_up()
                if can is None:
                    return Outcome.LEFT
                floor, sure_of_floor = can, can
                if not can:
                    continue
            return await self._play(SessionJourney(self._house, fitted, face.cues()))

    async def _play(self, run: SessionJourney) -> Outcome:
        await self._face.play(run)
        if not run.state.ended:
            return Outcome.LEFT
        taken_out = frozenset[str]()
        if run.state.ended is End.WORSE:
            ended = ended_too_often(self._house.session_entries())
            taken_out = ended & {run.state.phase.stretch}
        await self._face.after(run, taken_out)
        if run.state.ended is End.WORSE:
            await self._face.check_signs()
        return Outcome.DONE
