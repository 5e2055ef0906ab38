"""Other keys: what may be changed, what is refused, and that every key has a name."""

import pytest
from tests.plain.talking import WORDS
from tests.screens.test_bindings import SCREENS, own_bindings

from unspasm.app import UnspasmApp
from unspasm.flows.keymap import every_binding, wrong_keys


def test_everything_with_a_key_of_ours_has_a_name_that_the_settings_know() -> None:
    listed = own_bindings(UnspasmApp) + [one for kind in SCREENS for one in own_bindings(kind)]
    ids = {one.id for one in listed}

    assert ids == set(every_binding(UnspasmApp))


@pytest.mark.parametrize(
    "keymap",
    [
        {},
        {"session.pause": "space,p"},
        {"session.pause": "s", "session.skip": "space"},
        {"app.worse": "exclamation_mark,f2"},
        {"app.worse": "!,f12"},
        {"app.help": "f3"},
        {"home.down": "down,j", "home.up": "up,k"},
        {"care.home": "escape,h"},
        {"do.1": "1,z"},
        {"app.quit": "ctrl+x"},
        {"app.pack_off": "o,f9"},
    ],
    ids=str,
)
def test_other_keys_may_be_chosen(keymap: dict[str, str]) -> None:
    assert {} == wrong_keys(UnspasmApp, keymap)


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"no.such": "x"}, "there is no such name"),
        ({"session.pause": "hello"}, "hello is no key"),
        ({"session.pause": "ctrl+"}, "is no key"),
        ({"app.worse": "f2"}, "must keep ! among"),
        ({"care.home": "x"}, "must keep escape"),
        ({"app.pack_off": "f9"}, "must keep o"),
        ({"ask.skin_fine": "f9"}, "must keep f"),
        ({"pack.off": "x"}, "must keep o"),
        ({"do.1": "z"}, "must keep 1"),
        ({"do.s": "z"}, "must keep s"),
        ({"app.worse": "!,h"}, "h would be taken from what one types"),
        ({"app.quit_at_once": "x"}, "x would be taken from what one types"),
        ({"session.pause": "s"}, "s already does something else"),
        ({"session.pause": "o"}, "o already does something else"),
        ({"app.quit": "m"}, "m already does something else"),
        ({"app.help": "1"}, "1 already does something else"),
        ({"session.pause": "k", "session.skip": "k"}, "k already does something else"),
        ({"session.pause": "!"}, "exclamation_mark already does something else"),
    ],
    ids=str,
)
def test_what_would_take_something_away_is_refused(keymap: dict[str, str], said: str) -> None:
    wrong = wrong_keys(UnspasmApp, keymap)

    assert wrong
    assert any(said in one for one in wrong.values()), wrong


def test_a_fault_leaves_the_other_keys_as_they_were_chosen() -> None:
    wrong = wrong_keys(UnspasmApp, {"app.worse": "f2", "app.help": "f3", "x": "y"})

    assert {"app.worse", "x"} == set(wrong)


def test_what_no_longer_makes_room_is_refused_as_well() -> None:
    wrong = wrong_keys(UnspasmApp, {"session.skip": "space", "session.pause": "nothing"})

    assert {"session.skip", "session.pause"} == set(wrong)


def test_the_line_about_keys_names_a_key_that_may_be_chosen() -> None:
    assert any('"session.pause" = "space,p"' in one for one in WORDS.settings.keys_how)
