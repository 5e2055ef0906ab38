"""The page for a clinician, from everything that the record tells of its days."""

from collections.abc import Mapping

from unspasm.domain.clinician_page import ClinicianPage, Wanted, clinician_page
from unspasm.domain.entries import Entry
from unspasm.journeys.house import PROGRESS_DAYS, House


def report_of(house: House, wanted: Wanted) -> ClinicianPage:
    """Return the page as the record has it now.

    Checks count from whatever day, for what stands is told whenever it was ticked.
    """
    now = house.clock()
    days = PROGRESS_DAYS
    if wanted.since is not None:
        days = max(days, (now.day - wanted.since).days + 2)
    entries: dict[str, Entry] = {
        one.id: one
        for one in (*house.care_entries(), *house.pack_entries(), *house.progress_entries(days))
    }
    return clinician_page(entries.values(), _asked(house), now, wanted)


def _asked(house: House) -> Mapping[str, str]:
    """The words in which signs and lasting conditions are asked, by their id."""
    catalogue = house.catalogue
    packs = {one.sign.id: one.sign.ask for one in catalogue.packs.conditions}
    return packs | {sign.id: sign.ask for sign in catalogue.rules.signs.values()}
