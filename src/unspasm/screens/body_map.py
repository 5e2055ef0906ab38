"""Where does it hurt? A map of the body over a screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region
from textual.screen import ModalScreen

from unspasm.domain.body_map import (
    MARK,
    Way,
    cycled,
    first_of,
    lines_of,
    size_for,
    spread,
    step,
    toggled,
)
from unspasm.domain.log_entries import Area, Spot
from unspasm.screens.base import Helped, OneSize, Told, bind, digits, help_keys, pack_keys
from unspasm.widgets.body_map import BodyMap
from unspasm.widgets.rows import Row
from unspasm.widgets.text import Plain
from unspasm.words.body_phrases import area_in_words, spots_in_words
from unspasm.words.body_words import BodyWords

_AREAS = tuple(Area)
"""Each has its digit."""
_BLANK = " "


class BodyMapScreen(Told, Helped, OneSize, ModalScreen[frozenset[Spot] | None]):
    """Ticks spots. Its result is all that are ticked, or `None` to leave it as it was."""

    CSS_PATH = "body_map.tcss"
    leads_on = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]  # noqa: RUF012 - as Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - as Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(f"body.{way.value}", way.value, f"go('{way.value}')", show=False) for way in Way),
        bind("body.mark", "space", "mark"),
        *digits("mark_area", last=len(_AREAS)),
        bind("body.done", "enter", "done"),
        bind("body.back", "escape", "dismiss(None)"),
        *help_keys("body"),
        *pack_keys("body"),
    ]

    def __init__(self, words: BodyWords, ticked: Iterable[Spot] = ()) -> None:
        super().__init__()
        self._words = words
        self._ticked = spread(ticked)
        self._here = first_of(self._ticked)

    def compose(self) -> ComposeResult:
        """Lay out the question, the map, the areas and what is marked."""
        words = self._words
        with Vertical(id="box"):
            yield Plain(words.question, id="question")
            with VerticalScroll(id="middle", can_focus=False), Horizontal(id="both"):
                yield BodyMap((words.left, words.right), id="map")
                with Vertical(id="areas"):
                    for number, area in enumerate(_AREAS, start=1):
                        yield Row(str(number), area_in_words(words, area), mark=_BLANK)
            yield Plain(id="spots")
            yield Plain(words.keys, id="keys")
            yield Plain(words.keys_short, id="keys-short")

    def on_mount(self) -> None:
        """Show what was ticked before."""
        self._show()

    def _show(self) -> None:
        """Show what is marked, on the map, in the list and in words."""
        picture = self.query_one(BodyMap)
        picture.show(self._ticked, self._here)
        areas = {spot.area for spot in self._ticked}
        for area, row in zip(_AREAS, self.query(Row), strict=True):
            row.mark(MARK if area in areas else _BLANK, on=area in areas)
        self.query_one("#spots", Plain).say(spots_in_words(self._words, self._ticked))
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Keep the spot that the keys have reached in sight."""
        if not (self.query(BodyMap) and self.query("#middle")):
            return  # who has left meanwhile has no map any more
        picture = self.query_one(BodyMap)
        lines = lines_of(self._here, size_for(*picture.size))
        place = Region(0, lines.start, picture.size.width, len(lines))
        self.query_one("#middle", VerticalScroll).scroll_to_region(place, animate=False)

    def action_go(self, way: str) -> None:
        """Go to the next spot."""
        self._here = step(self._here, Way(way))
        self._show()

    def action_mark(self) -> None:
        """Mark the spot that the keys have reached, or unmark it."""
        self._ticked = toggled(self._ticked, self._here)
        self._show()

    def action_mark_area(self, number: int) -> None:
        """Mark an area; one that is there twice goes left, right, both, none."""
        self._ticked = cycled(self._ticked, _AREAS[number - 1])
        self._show()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Mark the area that was clicked."""
        self.action_mark_area(int(event.row.key))

    def on_body_map_clicked(self, event: BodyMap.Clicked) -> None:
        """Mark the spot that was clicked, or unmark it."""
        self._here = event.spot
        self.action_mark()

    def action_done(self) -> None:
        """Go on with what is marked."""
        self.dismiss(self._ticked)
