"""Opening the house: words, record, and what the computer's settings suggest."""

import os
from pathlib import Path

from unspasm import clock
from unspasm.journal import open_journal
from unspasm.journal.trouble import JournalError
from unspasm.journeys.house import ROUTINES, House
from unspasm.settings import SettingsFile


def open_house(content: Path, data: Path, settings: SettingsFile | None = None) -> House:
    """Return the house of this machine. Without a usable record it keeps nothing, and says so."""
    moment, routines = clock.now(), data / ROUTINES
    try:
        return House(content, clock.now, open_journal(data, moment), None, settings, routines)
    except JournalError as error:
        return House(content, clock.now, None, error.trouble, settings, routines)


def guest_house(content: Path, settings: SettingsFile | None = None) -> House:
    """Return a house that keeps nothing."""
    return House(content, clock.now, None, settings=settings)


def suggested_country() -> str | None:
    """Return the country that this computer's locale names, as two letters."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language, _, territory = os.environ.get(name, "").partition(".")[0].partition("_")
        if language and len(territory) == 2:
            return territory.upper()
    return None
