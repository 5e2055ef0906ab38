"""The list that Ctrl-P opens, as the other screens are: it goes once, and only itself."""

from functools import partial
from typing import ClassVar

from rich.align import Align
from rich.text import Text
from textual import command
from textual.widgets.option_list import Option

from unspasm.screens.base import OneSize
from unspasm.words import AppWords


class CommandPalette(OneSize, command.CommandPalette):
    """Textual's own. A second click would take the screen under it away too, or end the app."""

    leads_on: ClassVar[bool] = True

    def __init__(self, words: AppWords, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(placeholder=words.palette_field, id=id)
        self._words = words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn no page where no line is seen: Textual would look for lines it has not counted."""
        if action == "command_list" and "page" in str(parameters[0]):
            return any(one.scrollable_content_region for one in self.query(command.CommandList))
        return super().check_action(action, parameters)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say in a moment that nothing is found. Textual can say it in English alone."""
        self._stop_no_matches_countdown()
        say = partial(self._say_nothing_is_found, search_value)
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say)

    def _say_nothing_is_found(self, search_value: str) -> None:
        if search_value:
            said = Align.center(Text(self._words.palette_none, style="not bold"))
            line = Option(said, disabled=True, id=self._NO_MATCHES)
            self.query_one(command.CommandList).add_option(line)
        self._list_visible = bool(search_value)
