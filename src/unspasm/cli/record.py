"""`check --answers --record`: keep the answers as a check."""

import sys
from pathlib import Path

from unspasm.domain.about import with_age
from unspasm.domain.answers import Answers
from unspasm.domain.assess import Assessment
from unspasm.domain.entries import Check
from unspasm.journal import Trouble
from unspasm.journeys.door import open_house
from unspasm.paths import content_folder, data_folder
from unspasm.words import WordsError, read_words


def record_answers(answers: Answers, assessment: Assessment) -> bool:
    """Keep a check and the age it names; return whether it was written, and say so if not."""
    content = content_folder()
    house = open_house(content, data_folder())
    try:
        check = Check(answers, assessment.urgency, assessment.reasons, complete=True)
        entries = [house.entry(check)]
        about = house.status().about
        if answers.age is not None:
            said = with_age(about, answers.age, house.clock().lived.year)
            entries += [house.entry(said)] if said != about else []
        if house.append(entries):
            return True
        for trouble in house.troubles:
            print(f"unspasm: {_in_words(trouble, content)}", file=sys.stderr)
        return False
    finally:
        house.close()


def _in_words(trouble: Trouble, content: Path) -> str:
    try:
        return str(getattr(read_words(content).journal, trouble.value))
    except WordsError:
        return f"nothing was kept: {trouble.value}"
