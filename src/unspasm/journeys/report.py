"""The page for a clinician, from everything that the record tells of its days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from unspasm.domain.clinician_page import clinician_page
from unspasm.domain.clinician_values import ClinicianPage, Wanted
from unspasm.domain.entries import Entry
from unspasm.domain.pain import day_felt
from unspasm.journeys.house import House
from unspasm.journeys.memory import PROGRESS_DAYS


def report_of(house: House, wanted: Wanted) -> ClinicianPage:
    """Return the page as the record has it now.

    Unless a first day is named it goes back a year and a little. A check that stands is told from
    whatever day.
    """
    now = house.clock()
    first = date.fromordinal(max(1, now.day.toordinal() - PROGRESS_DAYS))
    days = PROGRESS_DAYS
    if wanted.since is not None:
        days = max(days, (now.day - wanted.since).days)
    entries: dict[str, Entry] = {
        one.id: one
        for one in (
            *house.care_entries(),
            *house.pack_entries(),
            *house.progress_entries(days + 2),  # days as lived may begin before those of the record
        )
    }
    if wanted.since is None and any(day_felt(one) < first for one in entries.values()):
        wanted = replace(wanted, since=first)
    return clinician_page(entries.values(), _asked(house), now, wanted)


def _asked(house: House) -> Mapping[str, str]:
    """The words in which signs and lasting conditions are asked, by their id."""
    catalogue = house.catalogue
    packs = {one.sign.id: one.sign.ask for one in catalogue.packs.conditions}
    return packs | {sign.id: sign.ask for sign in catalogue.rules.signs.values()}
