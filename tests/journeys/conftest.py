from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, hurry


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
