"""The steps of a stretch, found by its name: closed by what closes the stretch itself."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from tests.journeys.houses import CATALOGUE, CONTENT, FakeClock, house_at
from tests.seeds import coached, say

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Body, Check
from unspasm.domain.locks import Lock
from unspasm.domain.stretches import Stretch
from unspasm.domain.urgency import Urgency
from unspasm.flows.palette import PaletteApp, read_stretch
from unspasm.screens.read import ReadScreen
from unspasm.words import read_words

WORDS = read_words(CONTENT)
STRETCHES = CATALOGUE.library.stretches.values()
FLOOR = next(one for one in STRETCHES if one.place.is_floor)
STRONG = next(one for one in STRETCHES if one.strength and not one.place.is_floor)
LIGHT = next(one for one in STRETCHES if not (one.place.is_floor or one.strength))


def locked(lock: Lock) -> Check:
    """A full check with a sign that locks so much."""
    urgency = Urgency.EMERGENCY if lock is Lock.ALL else Urgency.SAME_DAY
    return Check(Answers(38, 2, 3), urgency, (Reason("a", "a", urgency, lock, "", ()),), True)  # noqa: FBT003


def read(folder: Path, stretch: Stretch, *bodies: Body) -> list[str]:
    """What comes up for somebody with this record: the stretch, that it waits, or the card."""
    house, shown = house_at(folder, FakeClock()), list[str]()
    coached(house)
    say(house, *bodies)

    def show(screen: ReadScreen) -> None:
        lines = " ".join(screen._paragraphs)
        shown.append("steps" if stretch.steps[0] in lines else lines)

    app = SimpleNamespace(
        house=house,
        words=WORDS,
        push_screen=show,
        care=SimpleNamespace(source_lines=list),
        stretches=SimpleNamespace(open=lambda: shown.append("card")),
    )
    read_stretch(cast("PaletteApp", app), stretch)
    return shown


@pytest.mark.parametrize("stretch", [FLOOR, STRONG, LIGHT], ids=lambda one: one.id)
def test_what_closes_sessions_closes_their_steps(tmp_path: Path, stretch: Stretch) -> None:
    for place, lock in enumerate((Lock.ALL, Lock.SESSIONS_AND_PACKS, Lock.SESSIONS)):
        assert ["card"] == read(tmp_path / str(place), stretch, locked(lock))
    assert ["card"] == read(tmp_path / "young", stretch, About(2014, 2026))
    assert ["steps"] == read(tmp_path / "open", stretch)


@pytest.mark.parametrize("body", [locked(Lock.FLOOR), About(1990, 2026, pregnancy="pregnant")])
def test_what_closes_floor_work_closes_the_steps_of_that_alone(tmp_path: Path, body: Body) -> None:
    waits = [WORDS.home.waits_floor]
    assert waits == read(tmp_path / "floor", FLOOR, body)
    assert waits == read(tmp_path / "strong", STRONG, body)
    assert ["steps"] == read(tmp_path / "light", LIGHT, body)
