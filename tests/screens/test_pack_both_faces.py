"""Rule 16: the same answers about packs are kept as the same entries, whichever face asks."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from tests.journeys.houses import CATALOGUE, house_at
from tests.journeys.houses import FakeClock as PlainClock
from tests.plain.script import PackTalk
from tests.screens.conftest import Person, Visit
from tests.seeds import checked, put_on, take_off

from unspasm.domain.entries import About, Body
from unspasm.domain.pack_entries import PackKind
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan

COLD, HEAT = PackPlan(PackKind.COLD), PackPlan(PackKind.HEAT)
Steps = tuple[str | float, ...]
"""Keys or lines, and the seconds between them."""
ON_KEYS: Steps = ("0", "0", "6", "enter", "3", "y", "enter")
ON_LINES: Steps = ("0", "0", "6", "15", "y", "")
"""Nothing new, nothing against it now, pain 6, 15 minutes, the alarm heard, it is on."""


def asked_nothing(house: House) -> None:
    """A check was done, but nobody has asked for a pack before."""
    checked(house, About())


def heat_for_20(house: House) -> None:
    """Heat is on, for the longest time there is."""
    put_on(house, PackKind.HEAT, 20)


def an_hour_after_cold(house: House) -> None:
    """A cold pack came off an hour ago."""
    checked(house)
    put_on(house)
    take_off(house)
    house.clock.advance(3600)  # type: ignore[attr-defined] # both clocks of tests can


WAYS: dict[str, tuple[Callable[[House], None], PackPlan | None, Steps, Steps]] = {
    "from the questions to the end": (
        checked, COLD,
        (*ON_KEYS, 300.0, "f", 300.0, "f", 300.0, 2.0, "o", "1", "4", "enter"),
        (*ON_LINES, 300.0, "y", 300.0, "y", 300.0, 2.0, "", "1", "4"),
    ),
    "off before its time": (
        put_on, None,
        (200.0, "o", "1", "1", "enter"),
        (200.0, "", "y", "1", "", "q"),
    ),
    "skin that is not fine": (
        put_on, None,
        (301.0, "x", 2.0, "o", "2", "9", "enter", "escape"),
        (301.0, "n", 2.0, "", "2", "9", "q"),
    ),
    "two checks without an answer": (
        heat_for_20, None,
        (300.0, 300.0, 30.0, 30.0, 2.0, "o", "1", "0", "enter"),
        (300.0, 300.0, 30.0, 30.0, 2.0, "", "1", "0", "q"),
    ),
    "it never touched the skin": (
        put_on, None,
        (40.0, "u", "1", "enter"),
        (40.0, "u", "1", "", "q"),
    ),
    "it came off long before": (
        put_on, None,
        (9 * 3600.0, 2.0, "l", "1", "enter"),
        (9 * 3600.0, 2.0, "l", "1", "", "q"),
    ),
    "sooner than public advice": (
        an_hour_after_cold, COLD,
        ("2", *ON_KEYS, 60.0, "o", "1", "1", "enter"),
        ("2", *ON_LINES, 60.0, "", "y", "1", ""),
    ),
    "a clinician said that it is fine": (
        asked_nothing, COLD,
        ("0", "1", "u", "6", "enter", "2", "escape", "1"),
        ("0", "1 6?", "?", "2", "q"),
    ),
    "no pack for who feels less": (
        asked_nothing, HEAT,
        ("0", "4", "enter", "escape"),
        ("0", "4", ""),
    ),
    "a sign on the way": (
        checked, COLD,
        ("1", "6", "enter", "1", "4", "enter", "1"),
        ("1 6", "1 4", "1", "q"),
    ),
}  # fmt: skip


def kept(house: House) -> list[Body]:
    """Everything that was said, without the time and the names of entries."""
    entries = {entry.id: entry for entry in (*house.care_entries(), *house.pack_entries())}
    return [plain(entry.body) for entry in sorted(entries.values(), key=lambda entry: entry.at)]


def plain(body: Body) -> Body:
    """What was said, without the clocks and the names of entries."""
    names = {field.name for field in fields(body)} & {"stamp", "pack", "check"}
    return replace(body, **dict.fromkeys(names))  # type: ignore[arg-type] # of any kind


async def by_keys(person: Person, steps: Steps) -> None:
    """Press the keys: on pages a while after each other, on the pack at once."""
    for step in steps:
        if isinstance(step, float):
            await person.later(step)
            await person.later()
        else:
            on_pack = person.app.packs.keeper.pack is not None
            await person.press(step, after=0 if on_pack else 2)


@pytest.mark.parametrize("way", WAYS)
async def test_both_faces_keep_the_same(visit: Visit, way: str, tmp_path: Path) -> None:
    seed, plan, keys, lines = WAYS[way]
    async with visit(seed=seed, errand=plan) as person:
        await by_keys(person, keys)
        keyed = kept(person.house)
    clock = PlainClock()
    house = house_at(tmp_path / "lines", clock)
    seed(house)
    talk = PackTalk(house, clock)
    talk.pack(plan, *lines) if plan else talk.app(*lines)

    assert kept(house) == keyed
    assert len(keyed) > 2


def test_every_way_a_pack_can_end_is_among_them() -> None:
    assert {"o", "u", "l", "x", "f"} <= {step for way in WAYS.values() for step in way[2]}
    assert len(CATALOGUE.packs.conditions) > 4
