"""Where a check stands, as JSON, so that a restart takes it up again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from unspasm.domain.check_events import Ending
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import from_the_start
from unspasm.domain.entries import SettledAnswer


def to_json(state: CheckState, check: str | None) -> str:
    """Return the part of a state that outlives the program.

    Args:
        state: the check.
        check: the entry that it has led to, if an emergency sign ended it.
    """
    ticked = [state.rules.signs[sign].ask for sign in sorted(state.yes | state.unsure)]
    return json.dumps(
        {
            "at": state.at,
            "yes": sorted(state.yes),
            "unsure": sorted(state.unsure),
            "chosen": dict(state.chosen),
            "numbers": dict(state.numbers),
            "still": {sign: answer.value for sign, answer in state.still.items()},
            "confirmed": sorted(state.confirmed),
            "ended": state.ending is Ending.EMERGENCY,
            "ticked": ticked,
            "check": check,
        },
        ensure_ascii=False,
    )


def ticked_in(text: str) -> tuple[str, ...]:
    """Return what is ticked in a kept state, in the words of the page."""
    return tuple(_load(text).get("ticked", ()))


def signs_in(text: str) -> frozenset[str]:
    """Return the ids of what is ticked in a kept state, lines of "new or worse" among them."""
    body = _load(text)
    return frozenset((*body.get("yes", ()), *body.get("unsure", ())))


def check_of(text: str) -> str | None:
    """Return the entry to which a kept check has led, if an emergency sign ended it."""
    body = _load(text)
    found = body.get("check")
    return found if body.get("ended") and isinstance(found, str) else None


def restored(text: str, fresh: CheckState, now: float, *, anew: bool) -> CheckState:
    """Return the kept check, going on.

    Args:
        text: what `to_json` gave.
        fresh: a check at its first step, with the rules and what is settled now.
        now: seconds of the awake clock.
        anew: the content or the day is another one: keep the ticks and ask every step again.
    """
    body = _load(text)
    known = frozenset(fresh.rules.signs)
    ticked = replace(
        fresh,
        yes=frozenset(body.get("yes", ())) & known,
        unsure=frozenset(body.get("unsure", ())) & known,
    )
    if not anew and body:
        kept = _with_its_answers(ticked, body, now)
        if kept.at in {step.id for step in kept.steps}:
            return kept
    return from_the_start(ticked, now)  # days and pain of another day say nothing about today


def _with_its_answers(ticked: CheckState, body: Mapping[str, Any], now: float) -> CheckState:
    return replace(
        ticked,
        at=body["at"],
        chosen=body["chosen"],
        numbers={**ticked.numbers, **body["numbers"]},
        still={sign: SettledAnswer(word) for sign, word in body["still"].items()},
        confirmed=frozenset(body["confirmed"]),
        opened=now,
        ending=Ending.EMERGENCY if body["ended"] else None,
    )


def _load(text: str) -> Mapping[str, Any]:
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
