"""Keeps an eye on the pack whatever screen is in front: strip, window title, alarm, keys."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from textual.app import App

from unspasm.cues import Cues
from unspasm.domain.pack_entries import Ended
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_watch import PackCue
from unspasm.flows.care import CareFlow
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.screens.base import HouseScreen
from unspasm.screens.strip import PackStrip
from unspasm.words import Words
from unspasm.words.pack_phrases import clock, name_of, said_of_end, spoken, window_title

if TYPE_CHECKING:
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.journeys.pack_flow import PackFlow

Lead = Callable[["PackFlow"], Coroutine[None, None, "Outcome"]]
_ASKED_FOR = "packs"
_ALARM = "alarm"


class PackWatch:
    """The packs of this record, as the app sees them. Nothing here counts: it looks at clocks."""

    def __init__(
        self,
        app: App[None],
        care: CareFlow,
        house: House,
        words: Words,
        cues: Cues,
        refresh: Callable[[], None],
    ) -> None:
        self.keeper = PackKeeper(house, self._tell)
        self._app = app
        self._care = care
        self._house = house
        self._all_words = words
        self._words = words.pack
        self._cues = cues
        self._refresh = refresh
        self._titled = False

    def _tell(self, cues: list[PackCue], _pack: OnSkin) -> None:
        """Tell the person by bell and voice. What takes a pack off is silenced by nothing."""
        self._cues.give(spoken(self._words, cues), alarm=PackCue.TAKE_OFF in cues)

    # --- looking ------------------------------------------------------------------------------

    def look(self) -> None:
        """Look at the clock, and show what there is to see; called several times a second."""
        from unspasm.screens.pack import PackScreen  # noqa: PLC0415

        front = self._app.screen
        pack = self.keeper.look()
        if pack or self._titled:
            title = window_title(self._words, pack) if pack else self._words.title_none
            self._cues.title(title)
            self._titled = True
        if isinstance(front, PackScreen):
            front.show()
        else:
            self._show_strip(pack)
        if pack and pack.over and not (isinstance(front, HouseScreen) and front.holds):
            self._bring_forward(PackScreen)

    def _show_strip(self, pack: OnSkin | None) -> None:
        front, rests_until = self._app.screen, self.keeper.rests_until()
        strip = next(iter(front.query(PackStrip)), None)
        if strip:
            strip.show(pack, rests_until)
        elif front.is_mounted and (pack or rests_until):
            strip = PackStrip(self._words)
            front.mount(strip, before=0)
            strip.show(pack, rests_until)

    def _bring_forward(self, screen: type[object]) -> None:
        """Show the pack, whatever is in front of it."""
        app = self._app
        if any(isinstance(one, screen) for one in app.screen_stack):
            while not isinstance(app.screen, screen):
                app.pop_screen()
        else:
            self._lead(lambda flow: flow.watch(), _ALARM)

    # --- leading ------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a cold or a heat pack, or show the one that is on."""
        self._lead(lambda flow: flow.choose())

    def show(self) -> None:
        """Show the pack that is on."""
        self._lead(lambda flow: flow.watch())

    def start(self, plan: PackPlan, done: "Callable[[Outcome], None]") -> None:
        """Lead to a pack, and tell what came of it."""

        async def lead(flow: "PackFlow") -> "Outcome":
            outcome = await flow.open(plan)
            done(outcome)
            return outcome

        self._lead(lead)

    def stop_leading(self) -> None:
        """Give up what was asked for: the screens that waited for it go."""
        for group in (_ASKED_FOR, _ALARM):
            self._app.workers.cancel_group(self._app, group)

    def _lead(self, lead: Lead, group: str = _ASKED_FOR) -> None:
        from unspasm.flows.packs import ScreenPacks  # noqa: PLC0415
        from unspasm.journeys.pack_flow import PackFlow  # noqa: PLC0415

        words = self._all_words
        face = ScreenPacks(self._app, self._care, self._house, words, self.keeper, self._alarm)
        flow = PackFlow(face, self._house, self.keeper, words.calendar)

        async def go() -> None:
            await lead(flow)
            self._refresh()

        self._app.run_worker(go(), group=group, exclusive=True)

    def _alarm(self) -> None:
        self._cues.give(self._words.say_alarm, alarm=True)

    # --- keys ---------------------------------------------------------------------------------

    def off(self) -> None:
        """Note that the pack is off, from any screen. While it may stay on, ask first."""
        from unspasm.screens.ask import AskChoice  # noqa: PLC0415

        pack, words = self.keeper.look(), self._words
        if pack is None:
            return
        if pack.over:
            self._off()
            return
        ask = AskChoice(words.off_ask, [words.off_yes, words.off_no], self._all_words.card.ask_keys)
        self._app.push_screen(ask, lambda place: self._off() if place == 0 else None)

    def _off(self) -> None:
        """Note it, and ask how the skin is, unless a card stands from which nothing leads on."""
        from unspasm.journeys.pack_flow import Off  # noqa: PLC0415

        pack = self.keeper.off()
        if pack is None:
            return
        front = self._app.screen
        if isinstance(front, HouseScreen) and front.holds:
            self._app.notify(said_of_end(self._words, pack, Ended.OFF), markup=False)
        else:
            self._lead(lambda flow: flow.after(Off(pack, Ended.OFF)), _ALARM)
        self._refresh()

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
        from unspasm.screens.ask import AskChoice  # noqa: PLC0415

        pack, words = self.keeper.look(), self._words
        if pack is None or isinstance(self._app.screen, AskChoice):
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

        self._app.push_screen(AskChoice(question, options, self._all_words.card.ask_keys), answer)

    def _last_words(self) -> str:
        """What is left on the terminal when the program ends while a pack is on."""
        pack, words = self.keeper.look(), self._words
        if pack is None:
            return ""
        template = words.left_over if pack.over else words.left_running
        return template.format(name=name_of(words, pack.on.kind), ends=clock(pack.ends))
