"""What the palette of commands finds besides the app's own: every setting, by its name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, cast

from textual.command import Hits, Provider

from unspasm.flows.found import hit, marked, offered

Command = tuple[str, str, Callable[[], None]]
"""What it is called, what more there is to say, and what it does."""


class Settings(Protocol):
    """What leads to settings."""

    def lines(self) -> list[tuple[str, str, str]]:
        """Every setting: its name, what it is called among the commands, and its value."""

    def change(self, name: str) -> None:
        """Change one of them."""


class _App(Protocol):
    """The app, as far as these commands need it."""

    @property
    def settings(self) -> Settings:
        """What leads to settings."""


class SettingCommands(Provider):
    """Every setting."""

    def _commands(self) -> Iterator[Command]:
        settings = cast("_App", self.app).settings
        for name, label, value in settings.lines():
            yield label, value, partial(settings.change, name)

    async def discover(self) -> Hits:
        """Offer all of them."""
        for label, value, do in self._commands():
            yield offered(label, value, do)

    async def search(self, query: str) -> Hits:
        """Offer those that fit what is typed."""
        matcher = self.matcher(query)
        for label, value, do in self._commands():
            if (fits := matcher.match(label)) > 0:
                yield hit(fits, marked(matcher, label), value, do)
