"""The small things of a day: ticked when done, and nothing said of what is not."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer

from unspasm.domain.tip_runs import TipsRun
from unspasm.domain.tips import Small
from unspasm.screens.base import HouseScreen, bind, digits
from unspasm.widgets.marked_rows import Line, MarkedRows
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.tips_phrases import plan_days


class PlanScreen(HouseScreen[None]):
    """Small things for today."""

    CSS_PATH = "plan.tcss"
    leads_on = True
    reading = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("tick"),
        bind("plan.tick", "space", "tick_marked"),
        bind("plan.more", "enter", "more"),
        bind("plan.down", "down", "move(1)", show=False),
        bind("plan.up", "up", "move(-1)", show=False),
        bind("plan.back", "escape", "dismiss(None)"),
    ]

    def __init__(
        self,
        run: TipsRun,
        words: Words,
        open_tip: Callable[[str], object],
        sources: Callable[[Small], Iterable[str]],
    ) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = words.tips
        self._open_tip = open_tip
        self._sources = sources
        self._plan = run.plan

    def compose(self) -> ComposeResult:
        """Lay out what can be done today."""
        words = self._words
        yield Plain(words.plan_title, id="title")
        yield Plain(words.plan_intro, id="intro")
        yield MarkedRows(id="plan")
        yield Plain(id="why")
        yield Plain(id="days")
        yield Plain(id="said")
        yield Plain(words.keys_plan, id="keys-short")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Show what is done."""
        await self._show(0)

    async def _show(self, place: int) -> None:
        plan = self._plan
        lines = [
            Line(str(number) if number <= 9 else "", one.do, mark=self._mark(one))
            for number, one in enumerate(plan.smalls, start=1)
        ]
        await self.query_one(MarkedRows).fill(lines, place)
        self._tell("#days", plan_days(self._words, plan))
        self._tell("#said", "" if self._run.kept else self._all_words.card.nothing_kept)
        self._say_why()

    def _mark(self, one: Small) -> str:
        done = one.id in self._plan.done
        return self._words.plan_mark if done else self._words.plan_blank

    def _tell(self, where: str, words: str) -> None:
        line = self.query_one(where, Plain)
        line.say(words)
        line.set_class(not words, "-empty")

    def _say_why(self) -> None:
        one = self._marked
        self._tell("#why", one.why if one else "")

    @property
    def _marked(self) -> Small | None:
        place = self.query_one(MarkedRows).place
        return self._plan.smalls[place] if place < len(self._plan.smalls) else None

    # --- keys ---------------------------------------------------------------------------------

    async def action_tick(self, number: int) -> None:
        """Tick a line, or take the tick back."""
        if number <= len(self._plan.smalls):
            self._run.tick(self._plan.smalls[number - 1].id)
            self._plan = self._run.plan
            await self._show(number - 1)

    async def action_tick_marked(self) -> None:
        """Tick the line that is marked, or take the tick back."""
        await self.action_tick(self.query_one(MarkedRows).place + 1)

    async def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click ticks."""
        place = self.query_one(MarkedRows).place_of(event.row)
        if place is not None:
            await self.action_tick(place + 1)

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.query_one(MarkedRows).move(by)
        self._say_why()

    def action_more(self) -> None:
        """Read the tip behind what is marked."""
        if one := self._marked:
            self._open_tip(one.tip)

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """What the plan is."""
        return self._words.help_plan

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        one = self._marked
        return self._sources(one) if one else ()
