"""Routines of one's own that tests begin with."""

from collections.abc import Mapping
from pathlib import Path

from unspasm.catalogue.own_routines import read_own
from unspasm.domain.own_routines import OwnRoutine
from unspasm.domain.stretches import Library
from unspasm.journeys.house import House

HEAD = 'id = "mine"\nname = "Mine"\n'
CHAIR = """\
[[step]]
name = "Arm reach"
steps = ["Sit tall.", "Reach up with one arm."]
seconds = 5
repeats = 6
place = "chair"
strength = false
back = "neutral"
"""
"""An exercise for which nothing speaks against a session."""
UNSAID = '[[step]]\nname = "Heel slides"\nseconds = 4\nrepeats = 10\nsides = "both"\n'
"""An exercise of which nothing is said."""
BRIDGE = '[[step]]\nstretch = "bridge"\nseconds = 5\nrepeats = 10\nsets = 3\n'


def own_of(text: str, library: Library) -> OwnRoutine:
    """Read a routine from its text."""
    return read_own(text.encode(), "mine.toml", library)


def put_files(house: House, folder: Path, files: Mapping[str, str]) -> Path:
    """Give a house these files of routines, by their ids; return their folder."""
    house.routines = folder / "routines"
    house.routines.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (house.routines / f"{name}.toml").write_text(text, encoding="utf-8")
    return house.routines
