"""What Ctrl-P finds: everything that can be done, every key of the screen, routine and stretch."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from textual.command import Hits, Provider
from textual.screen import Screen

from unspasm.domain.locks import Activity
from unspasm.domain.stretches import Stretch
from unspasm.flows.care import CareFlow
from unspasm.flows.errand import StretchErrand
from unspasm.flows.found import hit, marked, offered
from unspasm.flows.stretch_lead import StretchLead
from unspasm.journeys.house import House
from unspasm.screens.base import Helped
from unspasm.screens.read import ReadScreen
from unspasm.words import AppWords, Words
from unspasm.words.own_phrases import name_of

_KEYS, _ROUTINES, _STRETCHES = 0.9, 0.8, 0.7
"""Of two that fit as well, what can be done comes before what a key does, and so on."""


class PaletteApp(Protocol):
    """The app, as far as the palette needs it."""

    care: CareFlow
    stretches: StretchLead

    @property
    def house(self) -> House:
        """The house."""

    @property
    def words(self) -> Words:
        """All words."""

    @property
    def doings(self) -> Mapping[str, Callable[[], object]]:
        """What can be done, by name."""

    def push_screen(self, screen: ReadScreen) -> object:
        """Show a screen."""


@dataclass(frozen=True)
class Command:
    """One thing that is found."""

    title: str
    about: str
    do: Callable[[], object]
    weight: float = 1.0


class Palette(Provider):
    """Finds commands by their names."""

    async def discover(self) -> Hits:
        """What is offered before anything is typed."""
        for one in sorted(doings(self._here), key=lambda one: one.title):
            yield offered(one.title, one.about, one.do)

    async def search(self, query: str) -> Hits:
        """What fits the words that were typed."""
        matcher = self.matcher(query)
        for one in everything(self._here, self.screen):
            if (score := matcher.match(one.title)) > 0:
                yield hit(score * one.weight, marked(matcher, one.title), one.about, one.do)

    @property
    def _here(self) -> PaletteApp:
        return cast("PaletteApp", self.app)


def everything(app: PaletteApp, screen: Screen[object]) -> Iterator[Command]:
    """Return all that can be found over a screen."""
    yield from doings(app)
    yield from _keys(screen)
    yield from _routines(app)
    yield from _stretches(app)


def doings(app: PaletteApp) -> Iterator[Command]:
    """Return what can be done from anywhere. The words of each go by its name."""
    words, in_episode = app.words.app, app.house.home().in_episode
    for name, do in app.doings.items():
        if name == "over" and not in_episode:
            continue
        title, about = (str(getattr(words, f"palette_{name}{part}")) for part in ("", "_help"))
        yield Command(title, about, do)


def _keys(screen: Screen[object]) -> Iterator[Command]:
    """What each key of the screen does. A digit means its line, which can be seen."""
    for binding in screen.own_keys() if isinstance(screen, Helped) else ():
        if not binding.key.isdecimal():
            do = partial(screen.run_action, binding.action)
            yield Command(binding.description, binding.tooltip, do, _KEYS)


def _routines(app: PaletteApp) -> Iterator[Command]:
    """Every routine, through the questions that come before any session."""
    for routine in app.house.library.routines.values():
        name = name_of(app.words.own, routine.name, yours=routine.yours)
        title = app.words.app.palette_routine.format(name=name)
        start = partial(app.stretches.start, StretchErrand(routine.id), _nothing)
        yield Command(title, routine.why, start, _ROUTINES)


def _nothing() -> None:
    """Nothing follows."""


def _stretches(app: PaletteApp) -> Iterator[Command]:
    """The steps of every stretch."""
    for stretch in app.house.catalogue.library.stretches.values():
        title = app.words.app.palette_one_stretch.format(name=stretch.name)
        yield Command(title, stretch.what, partial(read_stretch, app, stretch), _STRETCHES)


def read_stretch(app: PaletteApp, stretch: Stretch) -> None:
    """Show how a stretch is done. A sign that locks sessions, or floor work, locks it too."""
    closed = app.house.status().closed
    if Activity.SESSION in closed:
        app.stretches.open()
        return
    heavy = stretch.place.is_floor or stretch.strength
    if Activity.FLOOR in closed and heavy:
        page: Iterable[str] = [app.words.home.waits_floor]
    else:
        page = [*_steps(app.words.app, stretch), *app.care.source_lines(stretch.sources)]
    app.push_screen(ReadScreen(stretch.name, list(page), app.words.help.close))


def _steps(words: AppWords, stretch: Stretch) -> Iterator[str]:
    yield stretch.what
    yield "\n".join([*stretch.get_in, *stretch.steps, stretch.during, *stretch.get_out])
    yield "\n".join([words.palette_stop, *(f"- {one}" for one in stretch.stop)])
    if stretch.skip:
        yield "\n".join(dict.fromkeys(stretch.skip.values()))
