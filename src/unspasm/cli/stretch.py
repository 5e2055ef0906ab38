"""`unspasm stretch` and `unspasm now`: a session, or the list of routines."""

import argparse
import json
from difflib import get_close_matches
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain

if TYPE_CHECKING:
    from unspasm.domain.stretches import Library
    from unspasm.domain.which_routine import Fitted
    from unspasm.journeys.house import House
    from unspasm.words import Words

_WHO = "unspasm stretch"


def run_stretch(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house, start_stretch  # noqa: PLC0415
    from unspasm.flows.errand import StretchErrand  # noqa: PLC0415

    if arguments.command == "now":
        return start_stretch(StretchErrand(now=True), plain=arguments.plain)
    if arguments.json and not arguments.list:
        return complain(_WHO, "--json wants --list")
    if arguments.list:
        return start_in_house(lambda house, words: _list(house, words, as_json=arguments.json))
    name: str | None = arguments.routine

    def check_name(house: "House", words: "Words") -> int | None:
        library = house.library
        return None if name is None else _unknown(library, words, name)

    return start_stretch(StretchErrand(name), plain=arguments.plain, first=check_name)


def _unknown(library: "Library", words: "Words", name: str) -> int | None:
    """Complain about a routine that there is none of, with the names near it."""
    if name in library.routines:
        return None
    from unspasm.words.phrases import parted  # noqa: PLC0415

    near = get_close_matches(name, library.routines, n=3, cutoff=0.4)
    stretch = words.stretch
    if near:
        return complain(_WHO, stretch.unknown.format(name=name, near=parted(stretch.also, near)))
    return complain(_WHO, stretch.unknown_none.format(name=name))


def _list(house: "House", words: "Words", *, as_json: bool) -> int:
    from unspasm.domain.which_routine import fit  # noqa: PLC0415
    from unspasm.journeys.today import body_today  # noqa: PLC0415
    from unspasm.words.own_phrases import name_of  # noqa: PLC0415
    from unspasm.words.phrases import harmless  # noqa: PLC0415
    from unspasm.words.stretch_phrases import what_it_takes  # noqa: PLC0415

    library, body = house.library, body_today(house)
    fitted = [fit(routine, library, body) for routine in library.routines.values()]
    if as_json:
        print(json.dumps({"routines": [_as_json(one) for one in fitted]}, indent=2))
        return Exit.DONE
    for one in fitted:
        name = name_of(words.own, one.routine.name, yours=one.routine.yours)
        line = f"{one.routine.id:16} {name:24} {what_it_takes(words.stretch, one)}"
        print(harmless(line))
    return Exit.DONE


def _as_json(fitted: "Fitted") -> dict[str, object]:
    from unspasm.domain.session_plan import seconds_of  # noqa: PLC0415

    routine = fitted.routine
    return {
        "id": routine.id,
        "name": routine.name,
        "yours": routine.yours,
        "why": routine.why,
        "recovery": fitted.recovery.value,
        "seconds": seconds_of(fitted.phases),
        "floor": any(stretch.place.is_floor for stretch in fitted.stretches),
        "stretches": [stretch.id for stretch in fitted.stretches],
        "left_out": [
            {"id": stretch.id, "why": left.value, "say": say}
            for stretch, left, say in fitted.left_out
        ],
        "sources": list(routine.sources),
    }
