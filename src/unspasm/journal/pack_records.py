"""Entries about packs as JSON bodies. Times are seconds; what nobody can tell is null."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from unspasm.domain.moment import Stamp
from unspasm.domain.pack_entries import (
    Arrived,
    Ended,
    PackAfter,
    PackBody,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)

_LONGEST = 1e10
"""Seconds: about three hundred years."""


def _write_on(on: PackOn) -> dict[str, Any]:
    return {
        "pack": on.kind.value,
        "minutes": on.minutes,
        **_write_stamp(on.stamp),
        "carried": on.carried.total_seconds(),
        "sooner": on.sooner,
        "before": on.before,
    }


def _read_on(body: Mapping[str, Any], _target: str) -> PackOn:
    return PackOn(
        kind=PackKind(body["pack"]),
        minutes=body["minutes"],
        stamp=_read_stamp(body),
        carried=_read_span(body["carried"]),
        sooner=body["sooner"],
        before=body["before"],
    )


def _write_check(check: SkinCheck) -> dict[str, Any]:
    return {"after": check.after.total_seconds(), "fine": check.fine}


def _read_check(body: Mapping[str, Any], target: str) -> SkinCheck:
    return SkinCheck(target, _read_span(body["after"]), body["fine"])


def _write_off(off: PackOff) -> dict[str, Any]:
    return {
        "pack": off.kind.value,
        "ended": off.ended.value,
        **_write_stamp(off.stamp),
        "on_for": _seconds(off.on_for),
        "over_for": _seconds(off.over_for),
    }


def _read_off(body: Mapping[str, Any], target: str) -> PackOff:
    return PackOff(
        pack=target,
        kind=PackKind(body["pack"]),
        ended=Ended(body["ended"]),
        stamp=_read_stamp(body),
        on_for=_read_span_or_none(body["on_for"]),
        over_for=_read_span_or_none(body["over_for"]),
    )


def _write_after(after: PackAfter) -> dict[str, Any]:
    return {"skin": after.skin.value if after.skin else None, "pain": after.pain}


def _read_after(body: Mapping[str, Any], target: str) -> PackAfter:
    skin = body["skin"]
    return PackAfter(target, SkinLook(skin) if skin is not None else None, body["pain"])


def _write_arrived(arrived: Arrived) -> dict[str, Any]:
    return {"entries": sorted(arrived.entries), **_write_stamp(arrived.stamp)}


def _read_arrived(body: Mapping[str, Any], _target: str) -> Arrived:
    return Arrived(frozenset(body["entries"]), _read_stamp(body))


def _write_stamp(stamp: Stamp) -> dict[str, Any]:
    return {"wall": stamp.wall.isoformat(), "boot": stamp.boot, "boot_id": stamp.boot_id}


def _read_stamp(body: Mapping[str, Any]) -> Stamp:
    """A time without a zone, or a clock that cannot be, would bound nothing.

    Raises:
        ValueError: if it is one.
    """
    stamp = Stamp(datetime.fromisoformat(body["wall"]), body["boot"], body["boot_id"])
    if stamp.wall.utcoffset() is None or not 0 <= stamp.boot <= _LONGEST:
        raise ValueError("a stamp that no clock gives")
    return stamp


def _seconds(span: timedelta | None) -> float | None:
    return None if span is None else span.total_seconds()


def _read_span(seconds: float) -> timedelta:
    if not 0 <= seconds <= _LONGEST:
        raise ValueError("a time that cannot have passed")
    return timedelta(seconds=seconds)


def _read_span_or_none(seconds: float | None) -> timedelta | None:
    return None if seconds is None else _read_span(seconds)


KINDS: dict[type, str] = {
    PackOn: "pack-on",
    SkinCheck: "skin-check",
    PackOff: "pack-off",
    PackAfter: "pack-after",
    Arrived: "arrived",
}
WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "pack-on": _write_on,
    "skin-check": _write_check,
    "pack-off": _write_off,
    "pack-after": _write_after,
    "arrived": _write_arrived,
}
READERS: Mapping[str, Callable[[Mapping[str, Any], str], PackBody]] = {
    "pack-on": _read_on,
    "skin-check": _read_check,
    "pack-off": _read_off,
    "pack-after": _read_after,
    "arrived": _read_arrived,
}
