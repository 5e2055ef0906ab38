"""A journal of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.journal.made_up import NOW

from unspasm.journal import Journal, open_journal

Opener = Callable[[], Journal]


@pytest.fixture(scope="session")
def two_journals(quick_folder: Path) -> Iterator[Callable[[], list[Journal]]]:
    """Two journals to try by chance with, emptied as often as needed."""
    kept = [open_journal(quick_folder / "two" / name, NOW) for name in ("here", "there")]

    def emptied() -> list[Journal]:
        for journal in kept:
            journal.troubles.clear()
            journal._connection.execute("DELETE FROM entry")
        return kept

    yield emptied
    for journal in kept:
        journal.close()


@pytest.fixture
def folder(quick_folder: Path) -> Iterator[Path]:
    """Where the journal is. Nothing is there yet, not even the folder."""
    with TemporaryDirectory(dir=quick_folder) as place:
        yield Path(place) / "home"


@pytest.fixture
def opened(folder: Path) -> Iterator[Opener]:
    """Open the journal as another start of the program would, as often as needed."""
    journals: list[Journal] = []

    def open_another() -> Journal:
        journals.append(open_journal(folder, NOW))
        return journals[-1]

    yield open_another
    for journal in journals:
        journal.close()


@pytest.fixture
def journal(opened: Opener) -> Journal:
    """The journal, open and empty."""
    return opened()
