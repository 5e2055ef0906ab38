"""The full screen's side of packs: which screen asks what."""

from asyncio import shield
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from textual.screen import Screen

from unspasm.domain.pack_entries import PackKind, SkinLook
from unspasm.domain.pack_rules import PackCard
from unspasm.domain.pack_setup import NotThisPack
from unspasm.domain.pack_start import NoPack
from unspasm.flows.gate import ScreenGate
from unspasm.flows.lead import Result, Stage
from unspasm.journeys.pack_flow import Against, Off
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.journeys.questions import NewOrWorseJourney, QuestionsJourney
from unspasm.screens.pack import PackScreen
from unspasm.screens.pack_after import PackAfterScreen
from unspasm.screens.pack_card import PackCardScreen
from unspasm.screens.pack_ready import PackReadyScreen
from unspasm.words.pack_phrases import clock, name_of, said_of_end, title_case, why_not


class ScreenPacks(ScreenGate):
    """Asks about packs and shows them, each on a screen of its own."""

    def __init__(self, stage: Stage, keeper: PackKeeper, alarm: Callable[[], None]) -> None:
        super().__init__(stage)
        self._words = stage.words.pack
        self._keeper = keeper
        self._alarm = alarm

    async def choose(self) -> PackKind | None:
        """Ask whether it is to be cold or heat."""
        texts = self._house.catalogue.packs.texts
        options = [
            self._words.choose_option.format(name=texts[kind].name, choose=texts[kind].choose)
            for kind in PackKind
        ]
        place = await self._choice(self._words.choose, options)
        return None if place is None else tuple(PackKind)[place]

    async def sooner(self, until: datetime) -> bool:
        """Ask whether the person will not wait for the rest that public advice wants."""
        words, time = self._words, clock(until)
        options = [words.sooner_no.format(time=time), words.sooner_yes]
        return await self._choice(words.sooner_ask.format(time=time), options) == 1

    async def refuse(self, no: NoPack, kind: PackKind) -> None:
        """Say why there is no pack, and until when."""
        now, young = self._house.clock().lived, self._house.status().under_16
        lines = why_not(self._words, self._all_words.calendar, no, kind, now, under_16=young)
        await self._show(self._words.refused_heading, lines)

    async def refuse_unkept(self) -> None:
        """Say that the record cannot be written, so that there is no pack."""
        await self._show(self._words.refused_heading, [self._words.refused_not_kept])

    async def ask_new(self, run: NewOrWorseJourney) -> bool:
        """Ask whether anything is new or worse; return whether it was answered."""
        return await self._questions(run, self._words.new_title)

    async def ask_before(self, run: QuestionsJourney) -> bool:
        """Ask what must be known before a pack; return whether it was answered."""
        return await self._questions(run, self._words.questions_title)

    async def against(self, against: NotThisPack, options: tuple[Against, ...]) -> Against | None:
        """Show the card that stands in place of a pack, and take what is said to it."""
        card = self._house.catalogue.packs.cards[against.answer]
        because = [one.sign.because for one in against.because]
        sources = [name for one in against.because for name in one.sign.sources]
        lines = [str(getattr(self._words, f"against_{one.value}")) for one in options]
        place = await self._card(card, because, lines, sources)
        return None if place is None else options[place]

    async def skin_card(self) -> None:
        """Say what to do about skin that a pack has changed."""
        await self._card(self._house.catalogue.packs.skin)

    async def ready(self, plan: PackPlan, used: timedelta) -> int | None:
        """Say how, play the alarm, and return for how many minutes it is on now."""
        text = self._house.catalogue.packs.texts[plan.kind]
        screen = PackReadyScreen(
            self._all_words,
            text,
            plan.minutes,
            used,
            lambda: self._house.clock().lived,
            self._alarm,
            self._care.source_lines(text.sources),
        )
        return await self._ask(screen)

    async def watch(self) -> Off | None:
        """Show the pack that is on until it is off, or the person goes home."""
        why = [
            "\n".join(
                [one.because, *(f"  {line}" for line in self._care.source_lines(one.sources))]
            )
            for one in self._house.catalogue.packs.numbers
        ]
        clocks = self._house.clock
        screen = PackScreen(self._keeper, self._all_words, lambda: clocks().awake, why)
        said = await self._ask(screen)
        return Off(*said) if said else None

    async def after(self, off: Off) -> SkinLook | None:
        """Say what was noted, ask how skin and pain are, and return how the skin looks."""
        name = title_case(name_of(self._words, off.pack.on.kind))
        said = said_of_end(self._words, off.pack, off.ended)
        title = self._words.off_named.format(name=name, said=said)
        return await self._ask(PackAfterScreen(self._keeper, self._all_words, off.pack, title))

    # --- pieces -------------------------------------------------------------------------------

    async def _ask(self, screen: Screen[Result]) -> Result | None:
        # Who waits may be called away; the screen, should it still be there, must not mind.
        return await shield(self._app.push_screen(screen, wait_for_dismiss=True))

    async def _questions(self, run: QuestionsJourney, title: str) -> bool:
        """Ask short pages; return whether they were answered to the end."""
        answered = await self._ask(self._care.questions_screen(run, title))
        return answered is True

    async def _card(
        self,
        card: PackCard,
        because: Iterable[str] = (),
        options: Iterable[str] = (),
        sources: Iterable[str] = (),
    ) -> int | None:
        why = self._care.source_lines(dict.fromkeys([*sources, *card.sources]))
        return await self._show(card.heading, card.act, because, options, why)

    async def _show(
        self,
        heading: str,
        act: Iterable[str],
        because: Iterable[str] = (),
        options: Iterable[str] = (),
        why: Iterable[str] = (),
    ) -> int | None:
        screen = PackCardScreen(
            self._all_words, heading, tuple(act), tuple(because), tuple(options), why
        )
        return await self._ask(screen)
