"""Waits until a Textual app has nothing more to do, by looking at its event loop.

Textual's own pilot waits by the processor's clock and asks every widget, some 80 ms a key. Here the
app is at rest when no task of the loop is ready to run and no screen waits to be drawn.
"""

import asyncio
from unicodedata import lookup

from textual.app import App
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

TURNS = 20_000
"""So many turns of the loop before an app counts as never coming to rest."""
DRAWINGS = 100
"""So many times the screen may be drawn meanwhile."""
_CALM = 2


async def at_rest(app: App[None]) -> None:
    """Let the app work until it has drawn everything and waits for a person or a clock."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    calm = drawings = 0
    for _ in range(TURNS):
        await asyncio.sleep(0)
        if ready:
            calm = 0
        elif app._animator._animations or app._animator._scheduled:
            await asyncio.sleep(0.001)
            calm = 0
        elif app.screen_stack and app.screen._update_timer._active.is_set():
            app.screen._on_timer_update()
            calm, drawings = 0, drawings + 1
        else:
            calm += 1
        if calm == _CALM:
            return
        if drawings == DRAWINGS:
            break
    raise AssertionError("the app never came to rest")


def send_key(app: App[None], key: str) -> None:
    """Send the key as the terminal would, without waiting for anything."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    character: str | None
    try:
        character = lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None
    event = Key(key, character)
    event.set_sender(app)
    assert app._driver
    app._driver.send_message(event)
