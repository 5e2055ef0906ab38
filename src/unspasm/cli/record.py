"""`check --answers --record`: keep the answers as a check."""

from unspasm.catalogue import Catalogue
from unspasm.cli.troubles import tell
from unspasm.domain.about import from_answers
from unspasm.domain.answers import Answers
from unspasm.domain.assess import Assessment
from unspasm.domain.care_status import lapsing
from unspasm.domain.entries import Body, Check, EpisodeOver
from unspasm.journeys.door import open_house
from unspasm.paths import content_folder, data_folder


def record_answers(catalogue: Catalogue, answers: Answers, assessment: Assessment) -> bool:
    """Keep a check, what it tells of the person, and the locks that lapse with it.

    Returns:
        Whether it was written; what is wrong with the record is told.
    """
    house = open_house(content_folder(), data_folder())
    try:
        status, year = house.status(), house.clock().lived.year
        check = Check(answers, assessment.urgency, assessment.reasons, complete=True)
        overs = [one.body for one in house.care_entries() if isinstance(one.body, EpisodeOver)]
        bodies: list[Body] = [check, *lapsing(status, overs, check)]
        entries = [house.entry(body) for body in bodies]
        about = from_answers(status.about, catalogue.rules, answers, year)
        if about != status.about:
            entries.append(house.entry(about))
        kept = house.append(entries)
        tell(house.troubles)
        return kept
    finally:
        house.close()
