"""Entries about the course of a spasm as JSON bodies."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from unspasm.domain.course_entries import CourseBody, CourseReached, CourseSeen, CourseShown
from unspasm.domain.log_entries import Helped
from unspasm.journal.check_records import read_reason, write_reason


def _write_reached(reached: CourseReached) -> dict[str, Any]:
    return {
        "reason": write_reason(reached.reason),
        "heading": reached.heading,
        "day": reached.day,
        "days_over": reached.days_over,
        "outlasts": reached.outlasts,
        "not_helped": sorted(one.value for one in reached.not_helped),
    }


def _read_reached(body: Mapping[str, Any], _target: str) -> CourseReached:
    return CourseReached(
        reason=read_reason(body["reason"]),
        heading=body["heading"],
        day=body["day"],
        days_over=body["days_over"],
        outlasts=body["outlasts"],
        not_helped=frozenset(map(Helped, body["not_helped"])),
    )


def _write_seen(seen: CourseSeen) -> dict[str, Any]:
    return {"step": seen.step, "on": seen.on.isoformat(), "mistaken": seen.mistaken}


def _read_seen(body: Mapping[str, Any], target: str) -> CourseSeen:
    return CourseSeen(target, body["step"], date.fromisoformat(body["on"]), body["mistaken"])


KINDS: dict[type, str] = {
    CourseReached: "course-reached",
    CourseShown: "course-shown",
    CourseSeen: "course-seen",
}
WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "course-reached": _write_reached,
    "course-shown": lambda _shown: {},
    "course-seen": _write_seen,
}
READERS: Mapping[str, Callable[[Mapping[str, Any], str], CourseBody]] = {
    "course-reached": _read_reached,
    "course-shown": lambda _body, target: CourseShown(target),
    "course-seen": _read_seen,
}
