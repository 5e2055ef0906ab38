"""Copies of the journal that rotate: one a day that it is used, the latest few kept."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from unspasm.journal.folder import FILE, create_private

KEPT = 5
"""So many days. What is hidden or lost by mistake can be brought back with `data import` from an
export, or by putting a copy in place of the journal while no unspasm runs."""
_NAME = "journal.day-"


def day_copies(folder: Path) -> list[Path]:
    """Return the copies that there are, the oldest first."""
    return sorted(folder.glob(f"{_NAME}*.sqlite3"))


def back_up(folder: Path, now: datetime) -> Path | None:
    """Copy the journal, if today has no copy yet, and let the oldest go; return the new copy.

    Args:
        folder: the data folder.
        now: UTC. The day of the file's name; a clock that was set back makes no copy anew.

    Raises:
        OSError: if the copy cannot be made; nothing half made is left behind.
        sqlite3.Error: the same.
    """
    target = folder / f"{_NAME}{now:%Y%m%d}.sqlite3"
    known = day_copies(folder)
    if not (folder / FILE).is_file() or (known and known[-1].name >= target.name):
        return None
    half = target.with_suffix(".half")
    half.unlink(missing_ok=True)
    try:
        create_private(half)
        _copy(folder / FILE, half)
        half.replace(target)
    except BaseException:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise
    for path in [*known, target][:-KEPT]:
        path.unlink(missing_ok=True)
    return target


def _copy(file: Path, target: Path) -> None:
    """Copy it page by page while others may write: SQLite sees to it that it is one moment's."""
    with (
        closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
