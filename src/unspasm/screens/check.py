"""The checklist: one page or one question at a time."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.widgets import Footer

from unspasm.domain.check_events import Back, Confirm, Event, NoneOfThese, Number, Shown
from unspasm.domain.check_state import SettledQuestion
from unspasm.domain.rules import NumberQuestion, Page, Sign, signs_of
from unspasm.domain.runs import CheckRun
from unspasm.screens.ask import AskChoice
from unspasm.screens.base import HouseScreen, Scrolling, bind, digits, scroll_keys
from unspasm.screens.check_keys import is_offered, of_digit, of_unsure
from unspasm.screens.check_step import StepView
from unspasm.widgets.number_line import NumberLine
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import CheckWords, Words
from unspasm.words.check_phrases import refusal


class CheckScreen(Scrolling, HouseScreen[bool]):
    """A check under way. Its result is whether it came to an end, rather than being left."""

    CSS_PATH = "check.tcss"
    leads_on = True
    house_words = ("sign", "check")
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("line"),
        bind("check.none", "0", "none"),
        bind("check.unsure", "u", "arm('u')"),
        bind("check.no", "n", "arm('n')"),
        bind("check.confirm", "enter", "confirm"),
        bind("check.back", "left", "back"),
        bind("check.leave", "escape", "leave"),
        bind("check.point", "full_stop,comma", "point", show=False),
        bind("check.rub_out", "backspace", "rub_out", show=False),
        *scroll_keys("check"),
    ]

    def __init__(
        self,
        run: CheckRun,
        words: Words,
        why: Callable[[Sign], Iterable[str]],
        seen_when: Callable[[datetime], str],
        own_words: CheckWords | None = None,
    ) -> None:
        super().__init__()
        self._run = run
        self._all_words = words
        self._words = own_words or words.check
        self.is_check = own_words is None
        """Whether it leads to an urgency, rather than asking a few things before a pack."""
        self._why = why
        self._view = StepView(self._words, seen_when)
        self._armed: str | None = None
        """A key that waits for a digit: `u` or `n`."""
        self._laid_out = False
        """Whether the step that is asked stands on the page. Until then nothing answers it."""

    def compose(self) -> ComposeResult:
        """Lay out head, page, what is said about it, and the keys."""
        yield Plain(id="head")
        yield Plain(id="ask")
        yield VerticalScroll(id="page", can_focus=False)
        yield Plain(id="said")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Show the first step. Who leaves at once finds nothing laid out."""
        if not self.query("#head"):
            return
        await self._show_step()
        if self._run.guest:
            self._say(self._words.guest_note)
        elif self._run.goes_on:
            self._say(self._words.goes_on)
        elif self._run.resumed:
            self._say(self._words.resumed)

    # --- showing ------------------------------------------------------------------------------

    async def _show_step(self) -> None:
        self._laid_out = False
        state = self._run.state
        step = state.step
        place = [one.id for one in state.steps].index(step.id) + 1
        title = self._words.title_guest if self._run.guest else self._words.title
        name = step.title if isinstance(step, Page) else ""
        head = title.format(number=place, total=len(state.steps))
        self.query_one("#head", Plain).say(f"{head}   {name}".strip())
        self.query_one("#ask", Plain).say(self._view.question(state))
        page = self.query_one("#page", VerticalScroll)
        await page.remove_children()
        await page.mount_all(self._view.lines(state))
        self._laid_out = True
        page.scroll_home(animate=False)
        self._armed = None
        self.refresh_bindings()
        self._say(self._words.known if state.already_known else "")
        self.call_after_refresh(self._report_shown)

    def _show_marks(self) -> None:
        step = self._run.state.step
        if isinstance(step, Page):
            for row, sign in zip(self.query(Row), step.signs, strict=False):
                mark = self._view.mark(self._run.state, sign)
                row.mark(mark, on=mark != self._words.mark_blank)

    def _say(self, words: str) -> None:
        self.query_one("#said", Plain).say(words)

    # --- what has been on screen --------------------------------------------------------------

    def on_resize(self, _event: Resize) -> None:
        """Look again at what can be seen."""
        self.call_after_refresh(self._report_shown)

    def _report_shown(self) -> None:
        """Tell the check which lines have been on screen to their last word.

        Who has left meanwhile has no page any more.
        """
        step = self._run.state.step
        if not (self.query("#page") and self.query("#said")):
            return
        page = self.query_one("#page", VerticalScroll)
        if not isinstance(step, Page) or not page.size.height:
            return
        bottom = page.scroll_offset.y + page.scrollable_content_region.height
        rows = list(zip(self.query(Row), step.signs, strict=False))
        seen = frozenset(sign.id for row, sign in rows if 0 < row.virtual_region.bottom <= bottom)
        self._run.tell(Shown(seen))
        rest = page.virtual_region_with_margin.height < page.virtual_size.height
        hidden = rest and bottom < page.virtual_size.height
        if hidden and not self.query_one("#said", Plain).has_class("-said"):
            self._say(self._words.more_below)

    def action_scroll(self, way: str) -> None:
        """Scroll the page, and look what can be seen now."""
        super().action_scroll(way)
        self.call_after_refresh(self._report_shown)

    def on_mouse_scroll_down(self) -> None:
        """Look again after the wheel."""
        self.call_after_refresh(self._report_shown)

    # --- keys ---------------------------------------------------------------------------------

    async def action_line(self, number: int) -> None:
        """Answer with a digit: a tick, an option, or a digit of a number."""
        step = self._run.state.step
        if isinstance(step, NumberQuestion):
            self._type(str(number))
        elif said := of_digit(step, number, self._armed):
            self._armed = None
            await self._tell(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that mean something at this step."""
        offered = is_offered(self._run.state.step, action, parameters)
        return super().check_action(action, parameters) if offered is None else offered

    def on_key(self, event: Key) -> None:
        """Type a nought: where a number is asked, 0 does not mean "none of these"."""
        if event.key == "0" and isinstance(self._run.state.step, NumberQuestion):
            event.stop()
            self._type("0")

    async def action_none(self) -> None:
        """Say that none of the page is true."""
        await self._tell(NoneOfThese())

    async def action_arm(self, key: str) -> None:
        """Let the next digit mean "not sure" or "not true"."""
        step = self._run.state.step
        if isinstance(step, Page):
            self._armed = key
            self._say(self._words.unsure_armed if key == "u" else self._words.no_armed)
        elif key == "u" and (said := of_unsure(step)):
            await self._tell(said)

    async def action_confirm(self) -> None:
        """Go on."""
        if isinstance(self._run.state.step, NumberQuestion):
            for line in self.query(NumberLine):
                await self._tell(Number(line.value))
        else:
            await self._tell(Confirm())

    async def action_back(self) -> None:
        """Go one step back."""
        await self._tell(Back())

    def action_point(self) -> None:
        """Type a point."""
        if isinstance(self._run.state.step, NumberQuestion):
            self._type(".")

    def action_rub_out(self) -> None:
        """Rub out the last digit."""
        if isinstance(self._run.state.step, NumberQuestion):
            for line in self.query(NumberLine):
                line.rub_out()

    def _type(self, sign: str) -> None:
        for line in self.query(NumberLine):
            line.add(sign)

    async def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key. A row of the step before says nothing about this one."""
        if not (self._laid_out and event.row.is_attached):
            return
        match event.row.key:
            case "0":
                await self.action_none()
            case "u":
                await self.action_arm("u")
            case key:
                await self.action_line(int(key))

    def action_leave(self) -> None:
        """Ask whether to leave; the ticks are kept either way."""
        words = self._words
        ask = AskChoice(
            words.leave_ask, [words.leave_yes, words.leave_no], self._all_words.card.ask_keys
        )
        self.app.push_screen(ask, self._left)

    def _left(self, answer: int | None) -> None:
        if answer == 0:
            self.dismiss(False)

    async def _tell(self, event: Event) -> None:
        if not self._laid_out:
            return
        before = self._run.state
        after = self._run.tell(event)
        if after.ending:
            self.dismiss(True)
        elif (after.at, after.opened) != (before.at, before.opened):
            await self._show_step()
        else:
            self._show_marks()
            self._say(refusal(self._words, after) or self._view.hint(after))

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How the checklist works, or the short questions before something."""
        words = self._all_words.help
        return words.check if self.is_check else words.questions

    def why_lines(self) -> Iterable[str]:
        """Where each sign of this page comes from."""
        step = self._run.state.step
        asked = [step.sign] if isinstance(step, SettledQuestion) else signs_of(step)
        return ["\n".join([sign.ask, *(f"  {line}" for line in self._why(sign))]) for sign in asked]
