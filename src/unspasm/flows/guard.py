"""What guards a card that has come up: what may not come after it, and what it does not hear."""

from textual.app import App

from unspasm.screens.base import HouseScreen


def is_held(app: App[None]) -> bool:
    """Return whether a card stands, perhaps under a question, from which nothing may lead on."""
    return any(isinstance(one, HouseScreen) and one.holds for one in app.screen_stack)


def is_kept_back(app: App[None], screen: object) -> bool:
    """Return whether a screen may not come up, because it would lead on from such a card.

    Args:
        app: the app.
        screen: a screen, or its name.
    """
    return bool(getattr(screen, "leads_on", False)) and is_held(app)


def is_deaf(app: App[None]) -> bool:
    """Return whether the screen in front has just come up and takes no key yet."""
    return isinstance(app.screen, HouseScreen) and app.screen.deaf
