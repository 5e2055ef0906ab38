"""The JSON that `check --answers --json` prints. Its shape is a promise: see docs/json.md."""

import json
from dataclasses import asdict

from unspasm.domain.assess import Assessment
from unspasm.domain.care import CareCard


def as_json(assessment: Assessment, card: CareCard) -> str:
    """Return the assessment and its card as one JSON object."""
    shown = asdict(card)
    shown["urgency"] = card.urgency.word
    return json.dumps(
        {
            "urgency": assessment.urgency.word,
            "reasons": [
                {
                    "sign": reason.sign,
                    "urgency": reason.urgency.word,
                    "because": reason.because,
                    "sources": list(reason.sources),
                }
                for reason in assessment.reasons
            ],
            "card": shown,
        },
        indent=2,
    )
