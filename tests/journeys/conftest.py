from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "home"
