"""The list that Ctrl-P opens, as the other screens are: it goes once, and only itself."""

from typing import ClassVar

from textual import command

from unspasm.screens.base import OneSize


class CommandPalette(OneSize, command.CommandPalette):
    """Textual's own. A second click would take the screen under it away too, or end the app."""

    leads_on: ClassVar[bool] = True
