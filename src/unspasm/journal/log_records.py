"""Entries of the log as JSON bodies. A spot is its area, and its side where one was said."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from unspasm.domain.feel import Feel
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    LogBody,
    MyActivities,
    PainLog,
    Retracted,
    SetOff,
    Side,
    Spot,
)

_YEARS = range(2, 9999)
"""Beyond them a zone or a day to wait may lead out of the calendar."""


def _write_pain(log: PainLog) -> dict[str, Any]:
    return {
        "pain": log.pain,
        "feel": log.feel.value if log.feel else None,
        "felt_at": log.felt_at.isoformat() if log.felt_at else None,
        "spots": sorted(_write_spot(spot) for spot in log.spots),
        "set_off": sorted(one.value for one in log.set_off),
        "helped": sorted(one.value for one in log.helped),
        "not_helped": sorted(one.value for one in log.not_helped),
        "activities": dict(log.activities),
        "note": log.note,
    }


def _read_pain(body: Mapping[str, Any], _target: str) -> PainLog:
    feel, felt_at = body["feel"], body["felt_at"]
    return PainLog(
        pain=body["pain"],
        feel=Feel(feel) if feel is not None else None,
        felt_at=_read_time(felt_at) if felt_at is not None else None,
        spots=frozenset(map(_read_spot, body["spots"])),
        set_off=frozenset(map(SetOff, body["set_off"])),
        helped=frozenset(map(Helped, body["helped"])),
        not_helped=frozenset(map(Helped, body["not_helped"])),
        activities=dict(body["activities"]),
        note=body["note"],
    )


def _write_spot(spot: Spot) -> list[str]:
    return [spot.area.value, *([spot.side.value] if spot.side else [])]


def _read_spot(spot: list[str]) -> Spot:
    area, *side = spot
    return Spot(Area(area), *map(Side, side))


def _read_time(text: str) -> datetime:
    """A time without a zone, or out of the calendar, is no time that anybody felt.

    Raises:
        ValueError: if it is one.
    """
    at = datetime.fromisoformat(text)
    if at.utcoffset() is None or at.year not in _YEARS:
        raise ValueError("a time that nobody can place")
    return at


def _write_background(background: Background) -> dict[str, Any]:
    often = background.how_often
    return {
        "conditions": background.conditions,
        "how_often": often.value if often else None,
        "heavy_week": background.heavy_week,
    }


def _read_background(body: Mapping[str, Any], _target: str) -> Background:
    often = body["how_often"]
    often = HowOften(often) if often is not None else None
    return Background(body["conditions"], often, body["heavy_week"])


KINDS: dict[type, str] = {
    PainLog: "pain-log",
    Background: "background",
    MyActivities: "my-activities",
    Retracted: "retracted",
}
WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "pain-log": _write_pain,
    "background": _write_background,
    "my-activities": lambda mine: {"names": list(mine.names)},
    "retracted": lambda _retracted: {},
}
READERS: Mapping[str, Callable[[Mapping[str, Any], str], LogBody]] = {
    "pain-log": _read_pain,
    "background": _read_background,
    "my-activities": lambda body, _target: MyActivities(tuple(body["names"])),
    "retracted": lambda _body, target: Retracted(target),
}
