"""A folder for each trial, and the process that forks people at work."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

NewFolder = Callable[[], Path]


@pytest.fixture
def new_folder(quick_folder: Path) -> NewFolder:
    """Return a folder for a record; nothing is there yet."""
    return lambda: Path(mkdtemp(dir=quick_folder)) / "home"
