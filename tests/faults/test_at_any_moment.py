"""Whatever happens to the program while somebody is at work: what was told is there afterwards."""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("nothing is forked here", allow_module_level=True)

from tests.faults.at_work import (
    JOURNEYS,
    AtWork,
    WildClock,
    begin_a_record,
    found_in,
    told_in,
)
from tests.faults.forks import Happened, Order, Workshop
from tests.faults.tally import Count, Tally, often
from tests.journeys.houses import FakeClock

NewFolder = Callable[[], Path]
MOMENTS = 40
"""For each of the five journeys: 200 in all."""
EACH = 3
"""Journeys that each of ten copies goes through."""


@pytest.fixture(scope="module")
def workshop(quick_folder: Path) -> Iterator[Workshop]:
    found = Workshop(quick_folder)
    yield found
    found.close()


@pytest.fixture
def folder(new_folder: NewFolder) -> Path:
    """A record with what has to be known before a session or a pack."""
    found = new_folder()
    begin_a_record(found)
    return found


def lose_nothing(count: Count, folder: Path, happened: Happened) -> None:
    """Hold what all copies were told against the record."""
    told = {one for lines in happened.told for one in told_in(lines)}
    count.hold(told, found_in(folder, told, FakeClock()()))


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("seed", often(2, MOMENTS))
def test_whatever_was_told_is_there_after_kill_9(
    workshop: Workshop, folder: Path, tally: Tally, journey: str, seed: int
) -> None:
    after = Random(seed).randint(1, 12 if journey == "command" else 80)  # noqa: S311
    order = Order(str(folder), seed, (journey,), happens="kill", after=after)
    with tally(f"kill -9, {journey}") as count:
        happened = workshop.order(order)
        assert [-signal.SIGKILL] == happened.ends
        assert after <= len(happened.told[0])
        lose_nothing(count, folder, happened)


@pytest.mark.parametrize("seed", often(2, 50))
def test_who_is_stopped_and_continued_loses_nothing(
    workshop: Workshop, folder: Path, tally: Tally, seed: int
) -> None:
    order = Order(str(folder), seed, JOURNEYS, happens="stop", after=seed % 20 + 1, acts=12)
    with tally("stopped and continued, five times each") as count:
        happened = workshop.order(order)
        assert [0] == happened.ends
        lose_nothing(count, folder, happened)


@pytest.mark.parametrize("seed", often(1, 20))
def test_ten_copies_that_start_at_once_lose_nothing(
    workshop: Workshop, new_folder: NewFolder, tally: Tally, seed: int
) -> None:
    folder = new_folder()
    order = Order(str(folder), seed, JOURNEYS, acts=EACH, copies=10)
    with tally("ten copies started at once") as count:
        happened = workshop.order(order)
        assert [0] * 10 == happened.ends
        lose_nothing(count, folder, happened)


@pytest.mark.parametrize("seed", often(3, 60))
def test_who_may_write_no_more_keeps_what_was_told(
    workshop: Workshop, folder: Path, tally: Tally, seed: int
) -> None:
    """A limit on the size of files stands in for the end of the disk."""
    limit = Random(seed).randrange(0, 300_000)  # noqa: S311
    order = Order(str(folder), seed, JOURNEYS, acts=25, limit=limit)
    with tally("full disk: files may grow no more") as count:
        happened = workshop.order(order)
        assert [0] == happened.ends
        lose_nothing(count, folder, happened)


@pytest.mark.parametrize("seed", often(4, 200))
def test_who_works_while_both_clocks_are_moved_loses_nothing(
    new_folder: NewFolder, tally: Tally, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, chance, clock = new_folder(), Random(seed), WildClock()  # noqa: S311
    told: list[str] = []
    with tally("both clocks moved") as count:
        begin_a_record(folder)
        person = AtWork(folder, chance, told.append, clock)
        for _ in range(8):
            clock.goes_wild(chance)
            person.starts_again()
            person.do("check", "log", "session", "pack")
        person.house.close()
        count.hold(told_in(told), found_in(folder, told_in(told), clock()))
