"""Every key of every screen can be remapped, found in the palette of keys, and told in help."""

from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from tests.journeys.houses import CONTENT
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

import unspasm.screens
from unspasm.app import UnspasmApp
from unspasm.words import KeyWords

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
KEY_WORDS = KeyWords(CONTENT)


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
def test_every_binding_has_an_id_and_its_words_in_the_content(
    kind: type[Screen[object]] | type[App[None]],
) -> None:
    for one in own_bindings(kind):
        assert one.id, one.key
        assert KEY_WORDS.place(one.id), one.id
        assert one.tooltip == "", "its words stand in the content alone"


def test_every_text_for_a_key_is_that_of_a_binding() -> None:
    listed = [*own_bindings(UnspasmApp), *(one for kind in SCREENS for one in own_bindings(kind))]
    used = {KEY_WORDS.place(one.id) for one in listed if one.id}

    assert set(KEY_WORDS.texts) == used


def test_the_keys_of_a_row_differ_in_their_words_and_are_told_together() -> None:
    rows = {name: text for name, text in KEY_WORDS.texts.items() if "{" in text.label}

    assert len(rows) > 10
    assert all(text.all for text in rows.values())
    assert not any(text.all for name, text in KEY_WORDS.texts.items() if name not in rows)


@pytest.mark.parametrize("kind", [UnspasmApp, *SCREENS], ids=lambda kind: kind.__name__)
def test_no_two_bindings_of_a_screen_share_an_id_or_a_key(
    kind: type[Screen[object]] | type[App[None]],
) -> None:
    listed = vars(kind).get("BINDINGS", ())
    ids = Counter(one.id for one in listed)
    keys = Counter(key for one in listed for key in one.key.split(","))

    assert [] == [name for name, count in (ids + keys).items() if count > 1]
