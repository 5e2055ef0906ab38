"""Keeps an eye on the pack whatever screen is in front: strip, window title, alarm, keys."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from unspasm.domain.pack_entries import Ended
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_watch import PackCue
from unspasm.flows.guard import is_held
from unspasm.flows.lead import Lead, Stage
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.screens.strip import PackStrip
from unspasm.words.pack_phrases import (
    clock,
    last_words,
    name_of,
    said_of_end,
    spoken,
    window_title,
)

if TYPE_CHECKING:
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.journeys.pack_flow import PackFlow

_Way = Callable[["PackFlow"], Coroutine[None, None, "Outcome"]]
_ASKED_FOR = "packs"
_ALARM = "alarm-"
"""Each pack has a group of its own: the alarm of a second ends no question after the first."""


class PackWatch(Lead):
    """The packs of this record, as the app sees them. Nothing here counts: it looks at clocks."""

    groups = (_ASKED_FOR,)

    def __init__(self, stage: Stage, refresh: Callable[[], None]) -> None:
        super().__init__(stage)
        self.keeper = PackKeeper(stage.house, self._tell)
        self._words = stage.words.pack
        self._refresh = refresh
        self._titled = False
        self.outcome: Outcome | None = None
        """What came of asking for a pack; once one is done, that."""
        self._off_here = False
        """It was noted here that the pack is off, and no other is on since."""

    def _tell(self, cues: list[PackCue], _pack: OnSkin) -> None:
        """Tell the person by bell and voice. What takes a pack off is silenced by nothing."""
        self._cues.give(spoken(self._words, cues), alarm=PackCue.TAKE_OFF in cues)

    # --- looking ------------------------------------------------------------------------------

    def look(self) -> None:
        """Look at the clock, and show what there is to see; called several times a second."""
        from unspasm.screens.ask import AskToLeave  # noqa: PLC0415
        from unspasm.screens.pack import PackScreen  # noqa: PLC0415

        front = self._app.screen
        pack = self.keeper.look()
        if pack or self._titled:
            title = window_title(self._words, pack) if pack else self._words.title_none
            self._cues.title(title)
            self._titled = True
        if pack:
            self._off_here = False
        if isinstance(front, PackScreen):
            if pack:
                front.show()
            else:
                front.is_gone(elsewhere=not self._off_here)
        else:
            self._show_strip(pack)
        leaving = isinstance(front, AskToLeave) and front.over
        if pack and pack.over and not is_held(self._app) and not leaving:
            self._bring_forward()

    def _show_strip(self, pack: OnSkin | None) -> None:
        front, rests_until = self._app.screen, self.keeper.rests_until()
        strip = next(iter(front.query(PackStrip)), None)
        if strip is None and front.is_attached and front.children and (pack or rests_until):
            strip = PackStrip(self._words)
            front.mount(strip, before=0)
        if strip:
            hears = pack is not None and "o" in front.active_bindings
            strip.show(pack, rests_until, keys=hears)

    def _bring_forward(self) -> None:
        """Show the pack, whatever is in front of it."""
        from unspasm.screens.pack import PackScreen  # noqa: PLC0415

        app = self._app
        there = next((one for one in app.screen_stack if isinstance(one, PackScreen)), None)
        if there is None:
            pack = self.keeper.pack
            self._lead(lambda flow: flow.watch(), f"{_ALARM}{pack.id if pack else ''}")
        elif there is not app.screen and app.screen.is_mounted:  # or else at the next look
            while there is not app.screen:
                app.pop_screen()
            there.show()

    # --- leading ------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a cold or a heat pack, or show the one that is on."""
        self._lead(lambda flow: flow.choose())

    def show(self) -> None:
        """Show the pack that is on."""
        self._lead(lambda flow: flow.watch())

    def start(self, plan: PackPlan, done: Callable[[], None]) -> None:
        """Lead to a pack, and tell when that has come to an end."""

        async def lead(flow: "PackFlow") -> "Outcome":
            outcome = await flow.open(plan)
            done()
            return outcome

        self._lead(lead)

    @property
    def _is_leading(self) -> bool:
        """Whether somebody has asked for a pack and is still on the way."""
        return any(one.group == _ASKED_FOR and not one.is_finished for one in self._app.workers)

    def stop_leading(self) -> None:
        """Give up what was asked for: the screens that waited for it go."""
        super().stop_leading()
        for one in list(self._app.workers):
            if one.group.startswith(_ALARM):
                one.cancel()

    def _lead(self, lead: _Way, group: str = _ASKED_FOR) -> None:
        """Lead somewhere. What was asked for before is given up, with the screens that wait."""
        from unspasm.flows.packs import ScreenPacks  # noqa: PLC0415
        from unspasm.journeys.gate_flow import Outcome  # noqa: PLC0415
        from unspasm.journeys.pack_flow import PackFlow  # noqa: PLC0415

        face = ScreenPacks(self._stage, self.keeper, self._alarm)
        flow = PackFlow(face, self._house, self.keeper, self._all_words.calendar)

        async def go() -> None:
            outcome = await lead(flow)
            if self.outcome is not Outcome.DONE:
                self.outcome = outcome
            self._refresh()
            self.look()

        if group == _ASKED_FOR and self._is_leading:
            self.stop_leading()
            while len(self._app.screen_stack) > 1:
                self._app.pop_screen()
        self._go(go, group)

    def _alarm(self) -> None:
        self._cues.give(self._words.say_alarm, alarm=True)

    # --- keys ---------------------------------------------------------------------------------

    def off(self) -> None:
        """Note that the pack is off, from any screen. While it may stay on, ask first."""
        from unspasm.screens.ask import AskAboutPack  # noqa: PLC0415

        pack, words = self.keeper.look(), self._words
        if pack is None:
            return
        if pack.over:
            self._off()
            return
        options = [words.off_yes, words.off_no]
        ask = AskAboutPack(words.off_ask, options, self._all_words.card.ask_keys)
        self._app.push_screen(ask, lambda place: self._off() if place == 0 else None)

    def _off(self) -> None:
        """Note it, and ask how the skin is, unless a card stands from which nothing leads on."""
        from unspasm.journeys.pack_flow import Off  # noqa: PLC0415

        pack = self.keeper.off()
        if pack is None:
            return
        self._off_here = True
        if is_held(self._app):
            self._app.notify(said_of_end(self._words, pack, Ended.OFF), markup=False)
            self._refresh()
        else:
            self._lead(lambda flow: flow.after(Off(pack, Ended.OFF)), f"{_ALARM}{pack.id}")

    def fine(self) -> None:
        """Note that the skin is fine."""
        pack = self.keeper.look()
        if pack and pack.asks:
            self.keeper.checked(fine=True)
            said = self._words.noted_fine.format(time=clock(pack.now))
            self._app.notify(said, markup=False)

    def next_sound(self) -> None:
        """Change what can be heard, and say so."""
        sound = self._cues.next_sound()
        said = str(getattr(self._words, f"sound_{sound.value}"))
        self._app.notify(said, markup=False)

    def ask_to_leave(self, leave: Callable[[str], None]) -> None:
        """Ask whether to quit while a pack is on.

        Args:
            leave: quits, and prints what it is given once the screen is gone.
        """
        from unspasm.screens.ask import AskToLeave  # noqa: PLC0415

        pack, words = self.keeper.look(), self._words
        if pack is None or isinstance(self._app.screen, AskToLeave):
            leave(self._last_words())
            return
        question = words.leave_running.format(name=name_of(words, pack.on.kind))
        stays = words.leave_stays.format(ends=clock(pack.ends))
        options = [words.leave_off, stays, words.leave_stay]

        def answer(place: int | None) -> None:
            if place == 0:
                self.keeper.off()
            if place in {0, 1}:
                leave(self._last_words())

        keys, over = self._all_words.card.ask_keys, pack.over is not None
        self._app.push_screen(AskToLeave(question, options, keys, over=over), answer)

    def _last_words(self) -> str:
        pack = self.keeper.look()
        return last_words(self._words, pack) if pack else ""
