"""Textual's app as ours has to be: it ends well, and no key comes too early or too late."""

import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from shutil import get_terminal_size

from textual.app import App
from textual.dom import DOMNode
from textual.events import DescendantFocus, Event, InputEvent, Resize
from textual.geometry import Size

from unspasm import theme
from unspasm.cues import Cues, Voice, to_terminal
from unspasm.screens.base import OneSize
from unspasm.signals import leaving_on_signals


class FullScreen(App[None]):
    """A full screen in our themes, with all that tells the person something besides it."""

    def __init__(self, voice: Voice | None, quiet: Callable[[], bool]) -> None:
        """Paint nothing yet.

        Args:
            voice: the system's, if it has one.
            quiet: whether these are hours in which bell and voice are silent.
        """
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self._cues = Cues(self._send, voice, quiet=quiet)
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self.register_theme(theme.DARK)
        self.register_theme(theme.LIGHT)
        # Textual has taken TEXTUAL_THEME as it stood before our themes were known.
        self.set_reactive(App.theme, "textual-dark")

    def start(self) -> int:
        """Run until the person leaves; return the exit code, 0 if nothing stopped it."""
        with leaving_on_signals(self._leave_soon):
            self.run()
        self._cues.close()
        return self.return_code or 0

    def _leave_soon(self, code: int) -> None:
        """Leave with that exit code as soon as there is time."""
        if self._event_loop:
            self._event_loop.call_soon_threadsafe(self.exit, None, code)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our words to every theme."""
        return theme.ANSI_DEFAULTS if self.current_theme.ansi else theme.DEFAULTS

    def on_mount(self) -> None:
        """Begin, once a signal can end it."""
        self._event_loop = asyncio.get_running_loop()
        self._begin()

    def _begin(self) -> None:
        """Do what comes first, now that there is a screen."""
        raise NotImplementedError

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let every cursor stand still, that of the palette as well as ours."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    # --- early and late keys ------------------------------------------------------------------

    async def on_event(self, event: Event) -> None:
        """Hear no key and no click once the app is being left: no screen is there for them."""
        if not (self._exit and isinstance(event, InputEvent)):
            await super().on_event(event)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key stands for, once its screen has all of its parts.

        Who types fast is ahead of a screen that has just been asked for, or of one that has gone.
        """
        if isinstance(default_namespace, OneSize):
            screen = default_namespace
            while screen in self.screen_stack and not screen.is_mounted:  # noqa: ASYNC110 - no event
                await asyncio.sleep(0)
            if screen not in self.screen_stack:
                return True
        return await super().run_action(action, default_namespace, namespaces)

    # --- the terminal -------------------------------------------------------------------------

    def _fit(self) -> None:
        """Take the size of the window, should Textual have heard of two in the wrong order.

        A signal that comes while the one before it is handled is handled first.
        """
        size = Size(*get_terminal_size())
        if size != self.size and not self.is_headless:
            self.post_message(Resize(size, size))

    def _send(self, text: str) -> None:
        """Write to the terminal, in the order in which the screen is written."""
        if self._driver and self.is_running:
            self._driver.write(text)
        elif sys.__stderr__ and sys.__stderr__.isatty():
            to_terminal(sys.__stderr__)(text)
