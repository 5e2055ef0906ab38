"""Which keys do what on which screen, and whether other keys may.

To tell, every screen is imported: only who changes keys, or asks, waits for that.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _normalize_key_list
from textual.screen import Screen

import unspasm.screens

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_WORSE = "exclamation_mark"
_ALWAYS = frozenset({_WORSE, "escape"})
_KNOWN = frozenset({str(one.value) for one in Keys}) | frozenset(KEY_NAME_REPLACEMENTS.values())
_PACKS = ("pack.", "ready.")
_OF_PACKS = (".pack_off", ".skin_fine")
_UNKNOWN_ID = "there is no such name; the settings screen lists them under Keys"
_UNKNOWN_KEY = "{key} is no key; keys are called such as f2, ctrl+k or p"
_KEEPS = "must keep {keys} among its keys, so that it can always be reached"
_TYPED = "{key} would be taken from what one types; use such as f2 or ctrl+k"
_TWICE = "{key} already does something else on the same screen: {other}"

Place = tuple[Binding, ...]
"""What is bound on one screen, and below it in the app."""


@dataclass(frozen=True)
class Bound:
    """What can be done by a key.

    Args:
        id: its name.
        keys: all of them, with commas between.
        action: what the screen is told.
        kept: those that it must keep.
        priority: they work even where one types.
    """

    id: str
    keys: str
    action: str
    kept: frozenset[str]
    priority: bool


def every_binding(app: type[App[Any]]) -> dict[str, Bound]:
    """Return everything that can be done by a key of ours, by its id."""
    found: dict[str, list[Binding]] = {}
    for place in _places(app):
        for one in place:
            if one.id and "." in one.id:
                found.setdefault(one.id, []).append(one)
    return {name: _bound(name, found[name]) for name in sorted(found)}


def wrong_keys(app: type[App[Any]], keymap: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with a key map, by id; the rest of it can be used.

    Args:
        app: the app, with its own keys.
        keymap: keys by id, several with commas between them.
    """
    known = every_binding(app)
    wrong = {name: what for name, keys in keymap.items() if (what := _alone(known, name, keys))}
    while True:
        used = {name: keys for name, keys in keymap.items() if name not in wrong}
        twice = {name: what for place in _places(app) for name, what in _twice(place, used)}
        if not twice:
            return wrong
        wrong |= twice


def _alone(known: Mapping[str, Bound], name: str, keys: str) -> str:
    """Return what is wrong with the keys of one id, whatever the others are."""
    if name not in known:
        return _UNKNOWN_ID
    bound, wanted = known[name], _keys(keys)
    for key in wanted:
        if not _is_key(key):
            return _UNKNOWN_KEY.format(key=key)
        if bound.priority and key not in _keys(bound.keys) and _is_typed(key):
            return _TYPED.format(key=key)
    if bound.kept - set(wanted):
        return _KEEPS.format(keys=" and ".join(_as_typed(key) for key in sorted(bound.kept)))
    return ""


def _as_typed(key: str) -> str:
    """Return a key as people type it, where Textual has a name for it."""
    return "!" if key == _WORSE else key


def _twice(place: Place, keymap: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What of a key map does two things at once on one screen."""
    before = [(key, one.id or one.action) for one in place for key in _keys(one.key)]
    after = [
        (key, one.id or one.action)
        for one in place
        for key in _keys(keymap.get(one.id or "", one.key))
    ]
    by_key: dict[str, list[str]] = {}
    for key, name in after:
        by_key.setdefault(key, []).append(name)
    for key, names in by_key.items():
        fresh = [name for name in names if (key, name) not in before and name in keymap]
        others = [name for name in names if name != (fresh or [""])[0]]
        if fresh and others:
            yield fresh[0], _TWICE.format(key=key, other=others[0])


def _bound(name: str, listed: list[Binding]) -> Bound:
    keys = tuple(dict.fromkeys(key for one in listed for key in _keys(one.key)))
    kept = {key for key in keys if key in _ALWAYS or key.isdecimal()}
    # The line on the screen, or the strip of a pack, tells this key.
    if len(name.rpartition(".")[2]) == 1 or name.startswith(_PACKS) or name.endswith(_OF_PACKS):
        kept.update(keys)
    priority = any(one.priority for one in listed)
    return Bound(name, ",".join(keys), listed[0].action, frozenset(kept), priority)


def _places(app: type[App[Any]]) -> list[Place]:
    below = _of(app)
    return [below, *((*_of(kind), *below) for kind in _screens())]


def _of(kind: type[Any]) -> Place:
    """The bindings of a class, inherited ones included."""
    found = kind._merge_bindings()  # noqa: SLF001 - Textual has no other way to ask a class
    return tuple(one for listed in found.key_to_bindings.values() for one in listed)


def _screens() -> list[type[Screen[Any]]]:
    modules = [
        import_module(f"{unspasm.screens.__name__}.{one.name}")
        for one in iter_modules(unspasm.screens.__path__)
    ]
    return [
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Screen) and one.__module__ == module.__name__
    ]


def _keys(keys: str) -> list[str]:
    return _normalize_key_list(keys).split(",")


def _is_key(key: str) -> bool:
    *modifiers, base = key.split("+")
    if not _MODIFIERS.issuperset(modifiers):
        return False
    return key in _KNOWN or base in _KNOWN or len(base) == 1 or _has_name(base)


def _has_name(key: str) -> bool:
    try:
        unicodedata.lookup(key.replace("_", " ").upper())
    except KeyError:
        return False
    return True


def _is_typed(key: str) -> bool:
    """Whether a key puts a sign where one types."""
    return len(key) == 1 or key == "space" or (key not in _KNOWN and _has_name(key))
