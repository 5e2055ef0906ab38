"""The list that Ctrl-P opens, as the other screens are: it goes once, and only itself."""

from typing import ClassVar

from textual import command

from unspasm.screens.base import OneSize


class CommandPalette(OneSize, command.CommandPalette):
    """Textual's own. A second click would take the screen under it away too, or end the app."""

    leads_on: ClassVar[bool] = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn no page where no line is seen: Textual would look for lines it has not counted."""
        if action == "command_list" and "page" in str(parameters[0]):
            return any(one.scrollable_content_region for one in self.query(command.CommandList))
        return super().check_action(action, parameters)
