"""Rule 16: the same answers about logs and the course become the same entries on both faces."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.journeys.houses import START, house_at
from tests.journeys.houses import FakeClock as PlainClock
from tests.plain.talking import Talk
from tests.screens.conftest import Visit
from tests.screens.test_course_card import nine_days
from tests.seeds import coached

from unspasm.domain.course_entries import CourseSeen
from unspasm.domain.entries import Body, Entry
from unspasm.domain.log_entries import Background, MyActivities, PainLog
from unspasm.journeys.house import House

Steps = tuple[str, ...]
HOUR = timedelta(hours=1)


def known_activities(house: House) -> None:
    """The activities were named before."""
    coached(house)
    assert house.append([house.entry(MyActivities(("walk", "sleep")))])


UNHELPED_KEYS: Steps = ("5", "8", "enter", "5", "b", "enter", "enter")
UNHELPED_LINES: Steps = ("5", "8", "5", "11", "")
"""A prescribed medicine did not help: a log that comes to a step at once."""


WAYS: dict[str, tuple[Callable[[House], None], Steps, Steps]] = {
    "a number": (
        coached,
        ("5", "6", "enter", "enter", "1"),
        ("5", "6", "", "1", "q"),
    ),
    "none, and the worst": (
        coached,
        ("5", "0", "enter", "enter", "1", "5", "1", "0", "enter", "enter", "1"),
        ("5", "0", "", "1", "5", "10", "", "1", "q"),
    ),
    "a number that is none first": (
        coached,
        ("5", "1", "1", "enter", "4", "enter", "enter", "1"),
        ("5", "11", "4", "", "1", "q"),
    ),
    "better, and what set it off": (
        coached,
        ("5", "6", "enter", "1", "1", "3", "1", "a", "enter", "enter", "1"),
        ("5", "6", "1", "1", "3", "1 10", "", "1", "q"),
    ),
    "what helped, and then did not": (
        coached,
        ("5", "6", "enter", "4", "1", "2", "enter", "5", "1", "9", "enter", "enter", "1"),
        ("5", "6", "4", "1 2", "5", "1 9", "", "1", "q"),
    ),
    "where it hurts": (
        coached,
        ("5", "6", "enter", "2", "4", "enter", "enter", "1"),
        ("5", "6", "2", "10", "", "1", "q"),
    ),
    "a note and an earlier time": (
        coached,
        ("5", "6", "enter", "7", *"a [b]note[/]", "enter", "8", *"3h", "enter", "enter", "1"),
        ("5", "6", "7", "a [b]note[/]", "8", "3h", "", "1", "q"),
    ),
    "a time that is none": (
        coached,
        ("5", "6", "enter", "8", *"soon", "enter", "enter", "1"),
        ("5", "6", "8", "soon", "", "1", "q"),
    ),
    "activities named": (
        coached,
        ("5", "6", "enter", "6", *"walk, sleep", "enter", "3", "enter", "1", "1", "enter",
         "9", "enter", "enter", "1"),
        ("5", "6", "6", "walk, sleep", "3", "11", "9", "", "1", "q"),
    ),
    "activities scored, one left out": (
        known_activities,
        ("5", "6", "enter", "6", "3", "enter", "enter", "enter", "1"),
        ("5", "6", "6", "3", "", "", "1", "q"),
    ),
    "the back in general": (
        coached,
        ("5", "6", "enter", "9", *"asthma", "enter", "3", "2", "enter", "1"),
        ("5", "6", "9", "asthma", "3", "2", "", "1", "q"),
    ),
    "left": (
        coached,
        ("5", "6", "enter", "escape", "1", "5", "escape"),
        ("5", "6", "q", "5", "q", "q"),
    ),
    "undone": (
        coached,
        ("5", "6", "enter", "enter", "3", "5", "3", "enter", "enter", "1"),
        ("5", "6", "", "3", "5", "3", "", "1", "q"),
    ),
    "a step after the check that a log led to": (
        coached,
        (*UNHELPED_KEYS, "2", "escape", "1", "1", "escape"),
        (*UNHELPED_LINES, "2", "q", "1", "q", "q"),
    ),
    "no step over the emergency that a log led to": (
        coached,
        (*UNHELPED_KEYS, "2", "1", "enter", "1", "escape"),
        (*UNHELPED_LINES, "2", "1", "1", "q", "q"),
    ),
    "a step that a log comes to, seen": (
        coached,
        (*UNHELPED_KEYS, "1", "2", "1", "escape"),
        (*UNHELPED_LINES, "1", "2", "1", "q", "q"),
    ),
    "over": (
        coached,
        ("5", "6", "enter", "enter", "1", "e", "1"),
        ("5", "6", "", "1", "e", "y", "q"),
    ),
    "a step, called": (
        nine_days,
        ("1", "escape"),
        ("1", "q", "q"),
    ),
    "a step, seen": (
        nine_days,
        ("2", "2", "escape"),
        ("2", "2", "q", "q"),
    ),
    "a step by mistake": (
        nine_days,
        ("3", "1", "enter", "1", "escape"),
        ("3", "1", "y", "q", "q"),
    ),
}  # fmt: skip


def kept(house: House) -> list[Body]:
    """Everything that was said, kind by kind: by the clock of lines all of it is said at once."""
    every = {entry.id: entry for entry in house.everything_told()}
    said = [plain(entry) for entry in every.values()]
    return sorted(said, key=lambda body: (type(body).__name__, str(getattr(body, "pain", ""))))


def plain(entry: Entry) -> Body:
    """What was said, without the names of entries, which differ each time."""
    body = entry.body
    if isinstance(body, PainLog) and body.felt_at:
        return replace(body, felt_at=START + round((entry.at - body.felt_at) / HOUR) * HOUR)
    names = {field.name for field in fields(body)} & {"reached", "check", "ends", "target"}
    return replace(body, **dict.fromkeys(names))  # type: ignore[arg-type] # of any kind


@pytest.mark.parametrize("way", WAYS)
async def test_both_faces_keep_the_same(visit: Visit, way: str, tmp_path: Path) -> None:
    seed, keys, lines = WAYS[way]
    async with visit(seed=seed) as person:
        await person.press(*keys)
        assert "HomeScreen" == person.screen, person.text
        keyed = kept(person.house)
    house = house_at(tmp_path / "lines", PlainClock())
    seed(house)
    seeded = len(kept(house))
    talk = Talk(house)
    talk.app(*lines)

    assert not talk.ended_by_end_of_input
    assert kept(house) == keyed
    assert len(keyed) > seeded or way == "left"


def test_every_kind_of_entry_is_among_them(tmp_path: Path) -> None:
    kinds: set[type] = set()
    for number, (seed, _, lines) in enumerate(WAYS.values()):
        house = house_at(tmp_path / str(number), PlainClock())
        seed(house)
        Talk(house).app(*lines)
        kinds |= {type(body) for body in kept(house)}
        house.close()

    assert {PainLog, MyActivities, Background, CourseSeen} <= kinds
