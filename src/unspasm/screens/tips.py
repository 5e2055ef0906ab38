"""Tips and prevention: topics, their tips, and a search that answers as one types."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Input

from unspasm.domain.tip_runs import TipsRun
from unspasm.domain.tips import Tip, Topic
from unspasm.screens.ask import Line as TypedLine
from unspasm.screens.base import HouseScreen
from unspasm.widgets.marked_rows import Line, MarkedRows
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.tips_phrases import how_many, plan_note

PLAN = "plan"
"""What is opened that is no tip."""
_PAGE = 8
_LONGEST = 200
_Doing = Callable[[], object]


class TipsScreen(HouseScreen[None]):
    """All there is to read. The field has the keys: letters are what one looks for."""

    CSS_PATH = "tips.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="tips.open", priority=True,
                tooltip="Open what is marked"),
        Binding("escape", "back", "back", id="tips.back",
                tooltip="Clear the search; then to the topics; then Home"),
        Binding("down", "move(1)", "Down", show=False, id="tips.down", tooltip="Mark the next"),
        Binding("up", "move(-1)", "Up", show=False, id="tips.up", tooltip="Mark the one before"),
        Binding("pagedown", f"move({_PAGE})", "Down", show=False, id="tips.page_down",
                tooltip="Further down"),
        Binding("pageup", f"move(-{_PAGE})", "Up", show=False, id="tips.page_up",
                tooltip="Further up"),
        *(
            Binding(str(number), f"take({number})", f"Row {number}", show=False, priority=True,
                    id=f"tips.take.{number}", tooltip=f"Row {number}, while nothing is typed")
            for number in range(10)
        ),
        Binding("slash", "field", "search", show=False, priority=True, id="tips.field",
                tooltip="Search: just type"),
        Binding("question_mark", "help", "help", key_display="?", priority=True, id="tips.help",
                tooltip="How this screen works, while nothing is typed"),
        *(
            Binding(letter, f"type('{letter}')", letter, show=False, system=True,
                    id=f"tips.type.{letter}", tooltip="A letter like any other here")
            for letter in "ifoq"
        ),
    ]  # fmt: skip

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
        self._doings: list[tuple[Line, _Doing]] = []

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the field and the list."""
        yield Plain(self._words.title, id="title")
        yield TypedLine(placeholder=self._words.field, max_length=_LONGEST, id="field")
        yield Plain(id="said")
        yield MarkedRows(id="list")
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
        if text:
            found = self._run.find(text)
            said, self._doings = how_many(self._words, len(found)), list(map(self._row, found))
        elif self._topic:
            said = f"{self._topic.title}. {self._topic.about}"
            self._doings = [
                (self._numbered(number, line), doing)
                for number, (line, doing) in enumerate(map(self._row, self._topic.tips), start=1)
            ]
        else:
            said, self._doings = "", self._start()
        self.query_one("#said", Plain).say(said)
        self.query_one("#said").display = bool(said)
        await self.query_one(MarkedRows).fill([line for line, _ in self._doings], place)

    def _start(self) -> list[tuple[Line, _Doing]]:
        words, today = self._words, self._run.today
        plan = Line("0", words.plan_row, plan_note(words, self._run.plan))
        found: list[tuple[Line, _Doing]] = []
        if today:
            line, doing = self._row(today)
            found.append((Line(line.key, words.today.format(title=today.title)), doing))
        found += [
            (self._numbered(number, Line("", topic.title, topic.about)), self._into(topic))
            for number, topic in enumerate(self._run.library.topics, start=1)
        ]
        return [*found, (plan, lambda: self._open_one(PLAN))]

    def _row(self, tip: Tip) -> tuple[Line, _Doing]:
        note = self._words.check_now if tip.check else ""
        return Line("", tip.title, note), lambda: self._open_one(tip.id)

    @staticmethod
    def _numbered(number: int, line: Line) -> Line:
        return Line(str(number) if number <= 9 else "", line.words, line.note)

    def _into(self, topic: Topic) -> _Doing:
        async def enter() -> None:
            self._topic = topic
            await self._show()

        return lambda: self.run_worker(enter(), exclusive=True)

    # --- keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take digits and signs for what they mean elsewhere only while nothing is typed."""
        if action in {"take", "help", "field"}:
            return not self.query_one(Input).value
        return super().check_action(action, parameters)

    def action_take(self, number: int) -> None:
        """Open the row with that digit."""
        for line, doing in self._doings:
            if line.key == str(number):
                doing()
                return

    async def action_help(self) -> None:
        """Show how this screen works."""
        await self.run_action("app.help")

    def action_field(self) -> None:
        """Go to the field, which has the keys anyway."""
        self.query_one(Input).focus()

    def action_type(self, letter: str) -> None:
        """Type a letter that has another meaning on other screens."""
        self.query_one(Input).insert_text_at_cursor(letter)

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.query_one(MarkedRows).move(by)

    def action_open(self) -> None:
        """Open what is marked."""
        place = self.query_one(MarkedRows).place
        if place < len(self._doings):
            self._doings[place][1]()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Open what was clicked."""
        rows = self.query_one(MarkedRows)
        rows.mark_at(rows.place_of(event.row))
        self.action_open()

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
