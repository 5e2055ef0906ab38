"""A reason as JSON: of a check, or of a step of the course."""

from collections.abc import Mapping
from typing import Any

from unspasm.domain.assess import Reason
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Call
from unspasm.domain.urgency import Urgency


def write_reason(reason: Reason) -> dict[str, Any]:
    """Return a reason as JSON."""
    return {
        "id": reason.id,
        "sign": reason.sign,
        "urgency": reason.urgency.word,
        "locks": reason.locks.value,
        "because": reason.because,
        "sources": list(reason.sources),
        "say": reason.say,
        "call": reason.call.value if reason.call else None,
        "unsure": reason.unsure,
        "signs": sorted(reason.signs),
        "asked": reason.asked,
    }


def read_reason(body: Mapping[str, Any]) -> Reason:
    """Return the reason that JSON holds."""
    return Reason(
        id=body["id"],
        sign=body["sign"],
        urgency=Urgency.from_word(body["urgency"]),
        locks=Lock(body["locks"]),
        because=body["because"],
        sources=tuple(body["sources"]),
        say=body["say"],
        call=Call(body["call"]) if body["call"] else None,
        unsure=body["unsure"],
        signs=frozenset(body["signs"]),
        asked=body["asked"],
    )
