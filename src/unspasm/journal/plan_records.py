"""Entries of the daily plan as JSON bodies."""

from collections.abc import Callable, Mapping
from typing import Any

from unspasm.domain.plan_entries import PlanBody, SmallDone

KINDS: dict[type, str] = {SmallDone: "small-done"}
WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "small-done": lambda done: {"small": done.small},
}
READERS: Mapping[str, Callable[[Mapping[str, Any], str], PlanBody]] = {
    "small-done": lambda body, _target: SmallDone(body["small"]),
}
