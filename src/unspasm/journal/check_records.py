"""A check as JSON: its answers, and the reasons that it led to."""

from collections.abc import Mapping
from typing import Any

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason
from unspasm.domain.entries import Check, SettledAnswer
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Call
from unspasm.domain.urgency import Urgency


def if_any(key: str, names: frozenset[str]) -> dict[str, list[str]]:
    """Return a key that earlier rows do not have: left out while it says nothing."""
    return {key: sorted(names)} if names else {}


def write_check(check: Check) -> dict[str, Any]:
    """Return a check as JSON."""
    return {
        "answers": write_answers(check.answers),
        "urgency": check.urgency.word,
        "reasons": [write_reason(reason) for reason in check.reasons],
        "complete": check.complete,
        "settled": {sign: answer.value for sign, answer in check.settled.items()},
        "stopped_at": check.stopped_at,
        **if_any("answered", check.answered),
    }


def read_check(body: Mapping[str, Any], _target: str) -> Check:
    """Return the check that JSON holds."""
    return Check(
        answers=_read_answers(body["answers"]),
        urgency=Urgency.from_word(body["urgency"]),
        reasons=tuple(read_reason(reason) for reason in body["reasons"]),
        complete=body["complete"],
        settled={sign: SettledAnswer(word) for sign, word in body["settled"].items()},
        stopped_at=body["stopped_at"],
        answered=frozenset(body.get("answered", ())),
    )


def write_answers(answers: Answers) -> dict[str, Any]:
    """Return answers as the JSON that `--answers` takes."""
    return {
        "age": answers.age,
        "days": answers.days,
        "pain": answers.pain,
        "trend": answers.trend.value,
        "yes": sorted(answers.yes),
        "unsure": sorted(answers.unsure),
    }


def _read_answers(body: Mapping[str, Any]) -> Answers:
    return Answers(
        age=body["age"],
        days=body["days"],
        pain=body["pain"],
        trend=Trend(body["trend"]),
        yes=frozenset(body["yes"]),
        unsure=frozenset(body["unsure"]),
    )


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
