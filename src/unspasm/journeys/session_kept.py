"""Where a session stands, as JSON, so that a restart takes it up again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from unspasm.domain.session import Pause, Session
from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import Fitted


@dataclass(frozen=True)
class Kept:
    """What is known of a session that was cut short."""

    routine: str
    stretches: tuple[str, ...]
    """Their ids, as the routine fitted then."""
    plan: tuple[int, ...]
    """Seconds of each phase, as it fitted then."""
    floor: bool
    better: Direction | None
    total: float
    """Seconds that ran."""
    worked: Mapping[str, float]
    """Seconds done of each stretch."""
    where: Mapping[str, Any]
    """Where it stood."""


def to_json(state: Session, fitted: Fitted) -> str:
    """Return what outlives the program."""
    body = fitted.body
    return json.dumps(
        {
            "routine": state.routine,
            "stretches": [stretch.id for stretch in fitted.stretches],
            "plan": [phase.seconds for phase in fitted.phases],
            "floor": body.floor,
            "better": body.better.value if body.better else None,
            "total": state.total,
            "worked": state.worked,
            "where": {
                "seconds": [phase.seconds for phase in state.phases],
                "at": state.at,
                "into": state.into,
                "done": list(state.done),
                "waits": state.waits,
                "easier": sorted(state.easier),
                "left_out": sorted(state.left_out),
                "worked_last": state.worked_last,
            },
        }
    )


def what_was_kept(text: str) -> Kept | None:
    """Return what `to_json` gave; `None` if another version of the program wrote it otherwise."""
    try:
        body = json.loads(text)
        better, where = body["better"], body["where"]
        phases = len(body["plan"])
        if not len(where["seconds"]) == len(where["done"]) == phases > where["at"] >= 0:
            return None
        return Kept(
            routine=body["routine"],
            stretches=tuple(body["stretches"]),
            plan=tuple(body["plan"]),
            floor=body["floor"],
            better=Direction(better) if better else None,
            total=body["total"],
            worked=body["worked"],
            where=where,
        )
    except (ValueError, KeyError, TypeError):
        return None


def is_the_same(kept: Kept, fitted: Fitted) -> bool:
    """Whether it fits today as it did when it was cut short."""
    stretches = tuple(stretch.id for stretch in fitted.stretches)
    plan = tuple(phase.seconds for phase in fitted.phases)
    return bool(plan) and (stretches, plan) == (kept.stretches, kept.plan)


def restored(text: str, fresh: Session) -> Session:
    """Return the session as it was kept, standing still.

    Args:
        text: what `to_json` gave, of the same routine as it fits today.
        fresh: that routine at its first phase.
    """
    kept = what_was_kept(text)
    if kept is None:
        return fresh
    where = kept.where
    phases = tuple(
        replace(phase, seconds=seconds)
        for phase, seconds in zip(fresh.phases, where["seconds"], strict=True)
    )
    return replace(
        fresh,
        phases=phases,
        at=where["at"],
        into=where["into"],
        done=tuple(where["done"]),
        total=kept.total,
        waits=where["waits"],
        easier=frozenset(where["easier"]),
        left_out=frozenset(where["left_out"]),
        worked_last=where["worked_last"],
        paused=Pause.GAP,
    )
