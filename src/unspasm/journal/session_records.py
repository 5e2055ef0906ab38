"""Entries about sessions as JSON bodies. Times are seconds."""

from collections.abc import Callable, Mapping
from typing import Any

from unspasm.domain.session_entries import (
    End,
    Feel,
    LeftOut,
    SessionAfter,
    SessionBody,
    SessionDone,
)


def _write_done(done: SessionDone) -> dict[str, Any]:
    return {
        "routine": done.routine,
        "seconds": done.seconds,
        "worked": dict(done.worked),
        "end": done.end.value,
        "ended_by": done.ended_by,
        "before": done.before,
    }


def _read_done(body: Mapping[str, Any], _target: str) -> SessionDone:
    return SessionDone(
        routine=body["routine"],
        seconds=body["seconds"],
        worked=dict(body["worked"]),
        end=End(body["end"]),
        ended_by=body["ended_by"],
        before=body["before"],
    )


def _write_after(after: SessionAfter) -> dict[str, Any]:
    return {"pain": after.pain, "feel": after.feel.value if after.feel else None}


def _read_after(body: Mapping[str, Any], target: str) -> SessionAfter:
    feel = body["feel"]
    return SessionAfter(target, body["pain"], Feel(feel) if feel is not None else None)


def _write_left_out(left_out: LeftOut) -> dict[str, Any]:
    return {"stretches": sorted(left_out.stretches)}


def _read_left_out(body: Mapping[str, Any], _target: str) -> LeftOut:
    return LeftOut(frozenset(body["stretches"]))


KINDS: dict[type, str] = {
    SessionDone: "session",
    SessionAfter: "session-after",
    LeftOut: "left-out",
}
WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "session": _write_done,
    "session-after": _write_after,
    "left-out": _write_left_out,
}
READERS: Mapping[str, Callable[[Mapping[str, Any], str], SessionBody]] = {
    "session": _read_done,
    "session-after": _read_after,
    "left-out": _read_left_out,
}
