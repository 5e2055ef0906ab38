"""From "cold or heat" to a pack on the skin, and from there to its end: the order of things.

Both faces walk it, so that they ask, refuse and keep the same. A face shows and asks; it is awaited
because a screen has to wait for the person. A face that waits by itself, line by line, never
suspends: `gate_flow.walk` runs it to its end.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from unspasm.domain.locks import Activity
from unspasm.domain.moment import elapsed_at_most
from unspasm.domain.pack_entries import Ended, PackKind, SkinLook
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_setup import (
    PAIN,
    NotThisPack,
    against_lasting,
    against_now,
    ask_each_time,
    ask_once,
    is_asked_once,
    with_answers,
    with_clearance,
)
from unspasm.domain.pack_start import NoPack, Why
from unspasm.journeys.gate_flow import GateFace, Outcome, pass_gate
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.journeys.questions import QuestionsJourney
from unspasm.words import CalendarWords

_ANSWERS_HOLD = timedelta(minutes=30)
"""After that, what was asked before a pack is asked again: a screen may have stood open."""
_SKIN_NOT_NORMAL = "skin_not_normal"


@dataclass(frozen=True)
class Off:
    """The person said that a pack is off."""

    pack: OnSkin
    """As it was on the skin."""
    ended: Ended


class Against(Enum):
    """What can be said to a card that stands in place of a pack."""

    ASK_AGAIN = "ask_again"
    """What is true for me is something else."""
    CLEARED = "cleared"
    """A clinician said that packs are fine for me."""
    CHECK_SIGNS = "check_signs"


class PackFace(GateFace, Protocol):
    """A face, as far as packs go."""

    async def choose(self) -> PackKind | None:
        """Ask whether it is to be cold or heat."""

    async def sooner(self, until: datetime) -> bool:
        """Ask whether the person will not wait for the rest that public advice wants."""

    async def refuse(self, no: NoPack, kind: PackKind) -> None:
        """Say why there is no pack, and until when."""

    async def refuse_unkept(self) -> None:
        """Say that the record cannot be written, so that there is no pack."""

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask what must be known before a pack; return whether it was answered."""

    async def against(self, against: NotThisPack, options: tuple[Against, ...]) -> Against | None:
        """Show the card that stands in place of a pack, and take what is said to it."""

    async def skin_card(self) -> None:
        """Say what to do about skin that a pack has changed."""

    async def check_signs(self) -> None:
        """Start a check."""

    async def ready(self, plan: PackPlan, used: timedelta) -> int | None:
        """Say how, play the alarm, and return for how many minutes it is on now."""

    async def watch(self) -> Off | None:
        """Show the pack that is on until it is off, or the person looks away from it."""

    async def after(self, off: Off) -> SkinLook | None:
        """Say what was noted, ask how skin and pain are, and return how the skin looks."""


class PackFlow:
    """Leads through packs."""

    def __init__(
        self, face: PackFace, house: House, keeper: PackKeeper, calendar: CalendarWords
    ) -> None:
        self._face = face
        self._house = house
        self._keeper = keeper
        self._calendar = calendar
        self._asked = house.clock().stamp
        """When the questions before a pack were begun."""

    async def choose(self) -> Outcome:
        """Ask whether it is to be cold or heat, unless a pack is on."""
        if self._keeper.look():
            return await self.watch()
        kind = await self._face.choose()
        return Outcome.LEFT if kind is None else await self._planned(kind)

    async def _planned(self, kind: PackKind) -> Outcome:
        """Lead to a pack for as long as the person prefers."""
        return await self.open(PackPlan(kind, self._house.settings.now.pack_minutes))

    async def open(self, plan: PackPlan) -> Outcome:
        """Lead to a pack, or say why there is none."""
        for step in (self._first, self._gate, self._lasting, self._each_time, self._put_on):
            going_on = await step(plan)
            if isinstance(going_on, Outcome):
                return going_on
            plan = going_on
        return await self.watch()

    async def watch(self) -> Outcome:
        """Show the pack that is on, until it is off or the person goes home."""
        if self._keeper.look() is None:
            return Outcome.LEFT
        off = await self._face.watch()
        return Outcome.LEFT if off is None else await self.after(off)

    async def after(self, off: Off) -> Outcome:
        """Ask how the skin and the pain are."""
        if await self._face.after(off) is SkinLook.CHANGED:
            await self._face.skin_card()
        return Outcome.DONE

    # --- one step each ------------------------------------------------------------------------

    async def _first(self, plan: PackPlan) -> PackPlan | Outcome:
        """Is there anything that no question can change?"""
        no = self._keeper.no_pack(plan.kind)
        if no and not (no.why is Why.SOONER and no.until):
            return await self._refuse(no, plan.kind)
        if not self._house.can_keep():
            await self._face.refuse_unkept()
            return Outcome.REFUSED
        if no and no.until:
            going_on = await self._face.sooner(no.until)
            return replace(plan, sooner=True) if going_on else Outcome.REFUSED
        return plan

    async def _refuse(self, no: NoPack, kind: PackKind) -> Outcome:
        first = self._house.status().card_first
        if no.why is Why.LOCKED and first:
            await self._face.show_card(first.check)
        else:
            await self._face.refuse(no, kind)
        return Outcome.REFUSED

    async def _gate(self, plan: PackPlan) -> PackPlan | Outcome:
        """Has everything been asked that must have been?"""
        self._asked = self._house.clock().stamp
        return await pass_gate(self._face, self._house, self._calendar, Activity.PACK) or plan

    async def _lasting(self, plan: PackPlan) -> PackPlan | Outcome:
        """Who must ask first?"""
        packs = self._house.catalogue.packs
        asked = is_asked_once(packs, plan.kind, self._house.status().about)
        while True:
            if not asked and not await self._ask_lasting(plan.kind):
                return Outcome.LEFT
            about = self._house.status().about
            against = against_lasting(packs, plan.kind, about)
            if against is None:
                return plan
            options = [Against.ASK_AGAIN, *([Against.CLEARED] if against.can_be_cleared else [])]
            said = await self._face.against(against, tuple(options))
            if said is None:
                return Outcome.REFUSED
            if said is Against.CLEARED:
                cleared = with_clearance(about, against.because)
                self._house.append([self._house.entry(cleared)])
            asked = said is Against.CLEARED

    async def _ask_lasting(self, kind: PackKind) -> bool:
        catalogue, about = self._house.catalogue, self._house.status().about
        moment = self._house.clock()
        state = ask_once(catalogue.rules, catalogue.packs, kind, about, moment)
        run = QuestionsJourney(self._house, state)
        answered = await self._face.ask_before(run)
        if answered:
            self._house.append([self._house.entry(with_answers(about, run.state))])
        return answered

    async def _each_time(self, plan: PackPlan) -> PackPlan | Outcome:
        """Does anything speak against it now, and how bad is the pain?"""
        catalogue = self._house.catalogue
        moment = self._house.clock()
        state = ask_each_time(catalogue.rules, catalogue.packs, plan.kind, moment)
        run = QuestionsJourney(self._house, state)
        if not await self._face.ask_before(run):
            return Outcome.LEFT
        against = against_now(catalogue.packs, run.state)
        if against is None:
            return replace(plan, before=int(run.state.numbers[PAIN]))
        if self._keeper.skin_changed and _SKIN_NOT_NORMAL in run.ticked:
            await self._face.skin_card()
        elif await self._face.against(against, (Against.CHECK_SIGNS,)):
            await self._face.check_signs()
        return Outcome.REFUSED

    async def _put_on(self, plan: PackPlan) -> PackPlan | Outcome:
        """How, never, for how long; then it is on."""
        minutes = await self._face.ready(plan, self._keeper.carried())
        if minutes is None:
            return Outcome.LEFT
        plan = replace(plan, minutes=minutes)
        since = elapsed_at_most(self._asked, self._house.clock())
        if since is None or since > _ANSWERS_HOLD:
            return await self.open(plan)
        if no := self._keeper.begin(plan):
            return await self._refuse(no, plan.kind)
        if not self._keeper.kept:
            await self._face.refuse_unkept()
            return Outcome.REFUSED
        return plan
