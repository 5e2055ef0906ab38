"""What all screens share: their help, and their keys in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.events import Compose, Event, Mount, Resize
from textual.geometry import Size
from textual.screen import Screen

from unspasm.widgets.rows import Row
from unspasm.words import GlossaryWords, HelpWords, KeyWords

Result = TypeVar("Result")


def bind(
    name: str,
    keys: str,
    action: str,
    *,
    show: bool = True,
    key_display: str | None = None,
    priority: bool = False,
) -> Binding:
    """Return a binding without its words, which stand in the content under its name; see `Told`.

    Until then it is called by its name: Textual would never show one that is called nothing.
    """
    return Binding(keys, action, name, show, key_display, priority, id=name)


def digits(action: str, last: int = 9, name: str = "") -> list[Binding]:
    """Return a binding for each digit from 1, kept out of the footer.

    Args:
        action: what each does, with its number.
        last: the last digit.
        name: what they are called, if it is not as the action.
    """
    return [
        bind(f"{name or action}.{number}", str(number), f"{action}({number})", show=False)
        for number in range(1, last + 1)
    ]


def scroll_keys(where: str) -> list[Binding]:
    """Return the keys that scroll, for a screen of that name; see `Scrolling`."""
    ways = {"down": "down", "up": "up", "page_down": "pagedown,space", "page_up": "pageup"}
    return [
        bind(f"{where}.{way}", keys, f"scroll('{way}')", show=False) for way, keys in ways.items()
    ]


def pack_keys(where: str) -> list[Binding]:
    """Return the keys of the strip, for a modal screen of that name: the app's stop there."""
    return [
        bind(f"{where}.pack_off", "o", "app.pack_off", show=False),
        bind(f"{where}.skin_fine", "f", "app.skin_fine", show=False),
    ]


def help_keys(where: str) -> list[Binding]:
    """Return the key of help, for a modal screen of that name: the app's stops there."""
    return [bind(f"{where}.help", "question_mark,f1", "app.help", key_display="?", show=False)]


class Told:
    """A screen whose keys are called what the content says."""

    @property
    def active_bindings(self: Any) -> dict[str, ActiveBinding]:
        """The keys that work now, each with its words: for the footer, for help and for Ctrl-P."""
        found = super().active_bindings  # type: ignore[misc] # it stands before a screen
        words = self.app.key_words
        return {key: _worded(one, _told(one.binding, words)) for key, one in found.items()}


def _worded(one: ActiveBinding, told: Binding) -> ActiveBinding:
    return one._replace(binding=told, tooltip=told.tooltip)


@lru_cache(maxsize=1024)  # a footer asks for all of them, again and again
def _told(binding: Binding, words: KeyWords) -> Binding:
    """The same with its words. What Textual binds for itself has no name, and is not shown."""
    if not binding.id:
        return binding
    text = words.of(binding.id, binding.action)
    return replace(binding, description=text.label, tooltip=text.tooltip)


class Scrolling:
    """A screen whose middle scrolls. Nothing moves by itself, so there is no animation."""

    def action_scroll(self: Any, way: str) -> None:
        """Scroll one line or one page."""
        getattr(self.query_one(VerticalScroll), f"scroll_{way}")(animate=False)


class Choosing:
    """A screen with a few numbered options. Its result is the place of the chosen one, from 0."""

    _options: Sequence[str]

    def action_choose(self: Any, number: int) -> None:
        """Take an option."""
        if number <= len(self._options):
            self.dismiss(number - 1)

    def check_action(self: Any, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hear only the digits of the options."""
        if action == "choose":
            return parameters[0] in range(1, len(self._options) + 1)
        heard: bool | None = super().check_action(action, parameters)  # type: ignore[misc] # as below
        return heard

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """A click is the row's key."""
        self.action_choose(int(event.row.key))


class OneSize:
    """A screen that is laid out for the size of the window as it is now.

    Textual lays a screen out for every size in turn, and tells it of each once more when that is
    done. Of two sizes in its queue each would so call for the other again, without an end.
    """

    async def on_event(self: Any, event: Event) -> None:
        """Begin only on a screen that is laid out: one that is left at once never is."""
        if not (isinstance(event, Mount) and not self.children):
            await super().on_event(event)  # type: ignore[misc] # it stands before a screen

    def dismiss(self: Any, result: Any = None) -> AwaitComplete:  # noqa: ANN401 - of any screen
        """Go, unless it has gone: of two quick clicks the second would take the next screen too."""
        if self.app.screen is not self:
            return AwaitComplete()
        return cast("AwaitComplete", super().dismiss(result))  # type: ignore[misc] # as above

    def get_widget_and_offset_at(self: Any, x: int, y: int) -> tuple[Any, Any]:
        """Find nothing where a line has just gone: Textual would fall over its missing parent."""
        found = super().get_widget_and_offset_at(x, y)  # type: ignore[misc] # as above
        gone = found[0] is not None and found[0].parent is None and found[0] is not self
        return (None, None) if gone else found

    def on_resize(self: Any, event: Resize) -> None:
        """Pass over a size that is not the window's any more: another is on its way."""
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()


class Helped:
    """A screen with help: what it is for, its keys, and the words of the house that it uses."""

    house_words: ClassVar[tuple[str, ...]] = ()
    """By their names in the glossary."""

    def own_keys(self: Any) -> list[Binding]:
        """The keys that work here, each once, as they do now."""
        found = [one.binding for one in self.active_bindings.values() if one.enabled]
        told = [one for one in found if one.tooltip and not one.system]
        return list({one.id: one for one in told}.values())

    def key_lines(self: Any, words: HelpWords) -> Iterator[str]:
        """The keys that work here, each with what it does. Digits for lines are one."""
        for _, of_one in groupby(self.own_keys(), lambda one: one.action.partition("(")[0]):
            bindings = list(of_one)
            lines = [one for one in bindings if one.key.isdecimal()]
            if len(lines) > 1 and lines == bindings:
                keys = words.keys_from_to.format(first=lines[0].key, last=lines[-1].key)
                of_all = self.app.key_words.of(lines[0].id, lines[0].action).all
                what = words.key_label.format(label=of_all)
                yield words.one_key.format(key=f"{keys:10}", what=what)
                continue
            for binding in bindings:
                key = self.app.get_key_display(binding)
                same = binding.description == binding.tooltip
                pattern = words.key_label if same else words.key_label_more
                what = pattern.format(label=binding.description, tooltip=binding.tooltip)
                yield words.one_key.format(key=f"{key:10}", what=what)

    def help_lines(self) -> Iterable[str]:
        """What there is to know about this screen."""
        return ()

    def help_page(self, words: HelpWords, glossary: GlossaryWords) -> Iterator[str]:
        """All of its help, a paragraph each."""
        yield from self.help_lines() or words.ask
        yield "\n".join([words.keys_heading, *self.key_lines(words)])
        if self.house_words:
            meanings = [str(getattr(glossary, one)) for one in self.house_words]
            yield "\n".join([glossary.heading, *meanings])


class HouseScreen(Told, Helped, OneSize, Screen[Result], Generic[Result]):
    """A screen in its own right, rather than a question over one."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it without ClassVar
        (0, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - as above

    async def on_event(self, event: Event) -> None:
        """Be of the window's size from the beginning, and lay out nothing once the app ends.

        Textual looks at the size when all is laid out, and would then style everything anew. A
        screen that is mounted while the app ends has no widgets any more that could be filled.
        """
        if isinstance(event, Compose):
            self.update_classes(self._classes_for(self.app.size), update=False)
        if self.is_attached or not isinstance(event, Mount):
            await super().on_event(event)

    def _classes_for(self, size: Size) -> dict[str, bool]:
        """Which of the breakpoints holds of each direction."""
        ways = (size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)
        return {
            name: number == max(one for one, _ in limits if one <= length)
            for length, limits in ways
            for number, name in limits
        }

    leads_on: ClassVar[bool] = False
    """Whether it does not come up over a card from which nothing may lead on."""

    reading: ClassVar[bool] = False
    """Whether it is something to read, which a card of an emergency takes away."""

    @property
    def holds(self) -> bool:
        """Whether nothing may lead on from here."""
        return False

    @property
    def deaf(self) -> bool:
        """Whether it has just come up and takes no key yet."""
        return False

    async def action_why(self) -> None:
        """Show who says so."""
        await self.run_action("app.why")

    def why_lines(self) -> Iterable[str]:
        """Who says what this screen says."""
        return ()
