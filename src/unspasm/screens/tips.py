"""Tips and prevention: topics, their tips, and a search that answers as one types."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Input

from unspasm.domain.tip_runs import TipsRun
from unspasm.domain.tips import Tip, Topic
from unspasm.screens.ask import Line as TypedLine
from unspasm.screens.base import HouseScreen, bind
from unspasm.widgets.marked_rows import Line, MarkedRows
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.tips_phrases import how_many, plan_note

PLAN = "plan"
"""What is opened that is no tip."""
_PAGE = 8
_LONGEST = 200
_NOT_FIRST = frozenset("0123456789?/")


@dataclass(frozen=True)
class _Doing:
    """A row, and what it leads to."""

    line: Line
    about: str
    """What there is, in a sentence or two."""
    to: str | Topic
    """A topic, the id of a tip, or `PLAN`."""

    def numbered(self, number: int) -> "_Doing":
        """The same with a digit that takes it, if there is one left."""
        key = str(number) if number <= 9 else ""
        return replace(self, line=replace(self.line, key=key))


class SearchField(TypedLine):
    """A line for words, that leaves the keys alone which no search begins with."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take no `!` at all, and digits and signs only after the first letter."""
        if character == "!" or (character in _NOT_FIRST and not self.value):
            return False
        return super().check_consume_key(key, character)


class TipsScreen(HouseScreen[None]):
    """All there is to read. The field has the keys: letters are what one looks for."""

    CSS_PATH = "tips.tcss"
    leads_on = True
    reading = True
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("tips.open", "enter", "open", key_display="\u2191\u2193 \u23ce", priority=True),
        bind("tips.back", "escape", "back"),
        bind("tips.down", "down", "move(1)", show=False),
        bind("tips.up", "up", "move(-1)", show=False),
        bind("tips.page_down", "pagedown", f"move({_PAGE})", show=False),
        bind("tips.page_up", "pageup", f"move(-{_PAGE})", show=False),
        *(
            bind(f"tips.take.{number}", str(number), f"take({number})", show=False, priority=True)
            for number in range(10)
        ),
        bind("tips.field", "slash", "field", show=False, priority=True),
        bind("tips.help", "question_mark", "help", key_display="?", priority=True),
    ]

    def __init__(
        self,
        run: TipsRun,
        words: Words,
        open_one: Callable[[str], object],
        topic: str | None = None,
    ) -> None:
        """Take what it shows.

        Args:
            run: the tips.
            words: all words.
            open_one: opens a tip by its id, or `PLAN`.
            topic: the id of the topic to begin with; none for all of them.
        """
        super().__init__()
        self._run = run
        self._words = words.tips
        self._open_one = open_one
        self._topic = next((one for one in run.library.topics if one.id == topic), None)
        """The topic that is open, if one is."""
        self._doings: list[_Doing] = []

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the field and the list."""
        yield Plain(self._words.title, id="title")
        yield SearchField(placeholder=self._words.field, max_length=_LONGEST, id="field")
        yield Plain(id="said")
        yield MarkedRows(id="list")
        yield Plain(id="preview")
        yield Plain(self._words.keys_list, id="keys-short")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Begin with the topics."""
        self.query_one(Input).focus()
        await self._show()

    async def on_screen_resume(self) -> None:
        """Come back from what was opened: the plan may have changed."""
        if self._doings:
            await self._show(self.query_one(MarkedRows).place)

    async def on_input_changed(self) -> None:
        """Answer as the person types."""
        await self._show()

    async def _show(self, place: int = 0) -> None:
        text = self.query_one(Input).value.strip()
        said = self._topic.title if self._topic else ""
        if text:
            found = self._run.find(text)
            said, self._doings = how_many(self._words, len(found)), list(map(self._tip, found))
        elif self._topic:
            tips = enumerate(map(self._tip, self._topic.tips), start=1)
            self._doings = [doing.numbered(number) for number, doing in tips]
        else:
            self._doings = list(self._start())
        self._tell("#said", said)
        await self.query_one(MarkedRows).fill([one.line for one in self._doings], place)
        self._preview()

    def _start(self) -> Iterator[_Doing]:
        """Today's tip, the topics, and the plan."""
        words = self._words
        if today := self._run.today:
            doing = self._tip(today)
            yield replace(doing, line=Line("", words.today.format(title=today.title)))
        for number, topic in enumerate(self._run.library.topics, start=1):
            yield _Doing(Line("", topic.title), topic.about, topic).numbered(number)
        note = plan_note(words, self._run.plan)
        line = Line("0", words.plan_row, note)
        yield _Doing(line, words.plan_intro, PLAN)

    def _tip(self, tip: Tip) -> _Doing:
        words = self._words
        note, mark = (words.check_now, words.check_mark) if tip.check else ("", " ")
        return _Doing(Line("", tip.title, note, mark), tip.lead, tip.id)

    def _preview(self) -> None:
        """Say what the marked row leads to."""
        place = self.query_one(MarkedRows).place
        self._tell("#preview", self._doings[place].about if place < len(self._doings) else "")

    def _tell(self, where: str, words: str) -> None:
        line = self.query_one(where, Plain)
        line.say(words)
        line.set_class(not words, "-empty")

    # --- keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take digits and signs for what they mean elsewhere only while nothing is typed."""
        if action in {"take", "help", "field"}:
            return not any(one.value for one in self.query(Input))
        return super().check_action(action, parameters)

    async def action_take(self, number: int) -> None:
        """Open the row with that digit."""
        for one in self._doings:
            if one.line.key == str(number):
                await self._open(one)
                return

    async def _open(self, one: _Doing) -> None:
        if isinstance(one.to, Topic):
            self._topic = one.to
            await self._show()
        else:
            self._open_one(one.to)

    async def action_help(self) -> None:
        """Show how this screen works."""
        await self.run_action("app.help")

    def action_field(self) -> None:
        """Go to the field, which has the keys anyway."""
        self.query_one(Input).focus()

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.query_one(MarkedRows).move(by)
        self._preview()

    async def action_open(self) -> None:
        """Open what is marked."""
        place = self.query_one(MarkedRows).place
        if place < len(self._doings):
            await self._open(self._doings[place])

    async def on_row_chosen(self, event: Row.Chosen) -> None:
        """Open what was clicked."""
        rows = self.query_one(MarkedRows)
        place = rows.place_of(event.row)
        if place is not None:
            rows.mark_at(place)
            await self.action_open()

    async def action_back(self) -> None:
        """Clear the search, else leave the topic, else leave."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
        elif self._topic:
            topics = list(self._run.library.topics)
            place = topics.index(self._topic) + bool(self._run.today)
            self._topic = None
            await self._show(place)
        else:
            self.dismiss(None)

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How to find something."""
        return self._words.help_list
