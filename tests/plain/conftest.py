from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, house_at, hurry
from tests.plain.talking import Talk

from unspasm.journeys.house import House


@pytest.fixture(autouse=True)
def hasty_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "home"


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house)
