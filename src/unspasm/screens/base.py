"""What all screens share: their help, and their keys in words."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import Compose, Event, Mount, Resize
from textual.geometry import Size
from textual.screen import Screen

from unspasm.words import GlossaryWords, HelpWords

Result = TypeVar("Result")


def digits(action: str, what: str, last: int = 9) -> list[Binding]:
    """Return a binding for each digit from 1, kept out of the footer."""
    return [
        Binding(
            str(number),
            f"{action}({number})",
            f"{what} {number}",
            show=False,
            id=f"{action}.{number}",
            tooltip=f"{what} {number}",
        )
        for number in range(1, last + 1)
    ]


def scroll_keys(where: str) -> list[Binding]:
    """Return the keys that scroll, for a screen of that name; see `Scrolling`."""
    ways = {
        "down": ("down", "Down"),
        "up": ("up", "Up"),
        "page_down": ("pagedown,space", "A page down"),
        "page_up": ("pageup", "A page up"),
    }
    return [
        Binding(key, f"scroll('{way}')", what, show=False, id=f"{where}.{way}", tooltip=what)
        for way, (key, what) in ways.items()
    ]


def pack_keys(where: str) -> list[Binding]:
    """Return the keys of the strip, for a modal screen of that name: the app's stop there."""
    return [
        Binding("o", "app.pack_off", "Pack is off", show=False, id=f"{where}.pack_off",
                tooltip="The pack is off the skin"),
        Binding("f", "app.skin_fine", "Skin is fine", show=False, id=f"{where}.skin_fine",
                tooltip="You looked at the skin under the pack: it is fine"),
    ]  # fmt: skip


def help_keys(where: str) -> list[Binding]:
    """Return the key of help, for a modal screen of that name: the app's stops there."""
    return [
        Binding("question_mark,f1", "app.help", "help", key_display="?", show=False,
                id=f"{where}.help", tooltip="What this is for, and its keys"),
    ]  # fmt: skip


class Scrolling:
    """A screen whose middle scrolls. Nothing moves by itself, so there is no animation."""

    def action_scroll(self: Any, way: str) -> None:
        """Scroll one line or one page."""
        getattr(self.query_one(VerticalScroll), f"scroll_{way}")(animate=False)


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
                what = lines[0].description.removesuffix(f" {lines[0].key}")
                yield words.one_key.format(key=f"{keys:10}", what=f"{what}.")
                continue
            for binding in bindings:
                key = self.app.get_key_display(binding)
                said = dict.fromkeys([binding.description, binding.tooltip])
                what = " ".join(f"{one}." for one in said)
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


class HouseScreen(Helped, OneSize, Screen[Result], Generic[Result]):
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
