"""A small content of its own to break: whole, without faults, and with nothing clinical in it."""

from pathlib import Path

import pytest
from tests.content.broken import Copy

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the small content."""
    return Copy.of(SMALL, tmp_path)
