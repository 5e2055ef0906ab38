"""Every key of every screen can be remapped, found in the palette of keys, and told in help."""

from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

import unspasm.screens
from unspasm.app import UnspasmApp

MODULES = [import_module(f"unspasm.screens.{found.name}") for found in iter_modules(
    [str(Path(unspasm.screens.__path__[0]))])]  # fmt: skip
SCREENS = sorted(
    {
        one
        for module in MODULES
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Screen) and one.__module__ == module.__name__
    },
    key=lambda one: one.__name__,
)


def own_bindings(kind: type[Screen[object]] | type[App[None]]) -> list[Binding]:
    """The bindings that we have given to a screen."""
    ours = [one for one in kind.__mro__ if one.__module__.startswith("unspasm.")]
    listed = [binding for one in ours for binding in vars(one).get("BINDINGS", ())]
    assert all(isinstance(one, Binding) for one in listed)
    return [one for one in listed if isinstance(one, Binding)]


def test_the_screens_are_found() -> None:
    assert {"HomeScreen", "PackScreen", "PackReadyScreen", "AskText"} <= {
        one.__name__ for one in SCREENS
    }


@pytest.mark.parametrize("kind", [UnspasmApp, *SCREENS], ids=lambda kind: kind.__name__)
def test_every_binding_has_an_id_a_description_and_a_tooltip(
    kind: type[Screen[object]] | type[App[None]],
) -> None:
    for one in own_bindings(kind):
        assert one.id, one.key
        assert one.description, one.key
        assert one.tooltip, one.key


@pytest.mark.parametrize("kind", [UnspasmApp, *SCREENS], ids=lambda kind: kind.__name__)
def test_no_two_bindings_of_a_screen_share_an_id_or_a_key(
    kind: type[Screen[object]] | type[App[None]],
) -> None:
    listed = vars(kind).get("BINDINGS", ())
    ids = Counter(one.id for one in listed)
    keys = Counter(key for one in listed for key in one.key.split(","))

    assert [] == [name for name, count in (ids + keys).items() if count > 1]
