"""A record of its own for each test, and no window left open after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pty.records import Record


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    from tests.pty.terminal import Terminal  # noqa: PLC0415 - not every system has one

    yield tmp_path / "home"
    Terminal.close_all()


@pytest.fixture
def record(home: Path) -> Record:
    """The record of somebody who has just checked every warning sign: none."""
    return Record(home)
