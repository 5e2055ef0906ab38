"""`check --answers --record`: keep the answers as a check."""

from unspasm.cli.troubles import tell
from unspasm.domain.about import with_age
from unspasm.domain.answers import Answers
from unspasm.domain.assess import Assessment
from unspasm.domain.entries import Check
from unspasm.journeys.door import open_house
from unspasm.paths import content_folder, data_folder


def record_answers(answers: Answers, assessment: Assessment) -> bool:
    """Keep a check and the age it names; return whether it was written, and tell what is wrong."""
    house = open_house(content_folder(), data_folder())
    try:
        check = Check(answers, assessment.urgency, assessment.reasons, complete=True)
        entries = [house.entry(check)]
        about = house.status().about
        if answers.age is not None:
            said = with_age(about, answers.age, house.clock().lived.year)
            entries += [house.entry(said)] if said != about else []
        kept = house.append(entries)
        tell(house.troubles)
        return kept
    finally:
        house.close()
