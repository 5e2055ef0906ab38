"""What all screens share: their help, and their keys in words."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import Compose, Event, Mount, Resize
from textual.geometry import Size
from textual.screen import Screen

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

    def on_resize(self: Any, event: Resize) -> None:
        """Pass over a size that is not the window's any more: another is on its way."""
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()


class HouseScreen(OneSize, Screen[Result], Generic[Result]):
    """A screen with help of its own."""

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

    def key_lines(self) -> Iterable[str]:
        """The keys that work here, each with what it does."""
        bindings = {one.binding.id: one.binding for one in self.active_bindings.values()}
        for binding in bindings.values():
            if binding.tooltip and not binding.system:
                key = self.app.get_key_display(binding)
                yield f"{key:10} {binding.description}. {binding.tooltip}."

    def help_lines(self) -> Iterable[str]:
        """What there is to know about this screen."""
        return ()

    def why_lines(self) -> Iterable[str]:
        """Who says what this screen says."""
        return ()
