"""`unspasm cold` and `unspasm heat`: a pack, on the full screen or line by line."""

import argparse

from unspasm.cli.streams import complain
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_rules import DEFAULT_MINUTES, MOST_MINUTES
from unspasm.domain.pack_start import is_a_length

_MOST_DIGITS = 3


def run_pack(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    given: str | None = arguments.minutes
    minutes = DEFAULT_MINUTES if given is None else _minutes(given)
    if minutes is None:
        return complain(
            f"unspasm {arguments.command}",
            f"--minutes {given}: a pack stays on for 1 to {MOST_MINUTES} whole minutes and no"
            " longer, for longer can harm the skin",
        )
    from unspasm.cli.faces import start_pack  # noqa: PLC0415
    from unspasm.journeys.packs import PackPlan  # noqa: PLC0415

    plan = PackPlan(PackKind(arguments.command), minutes)
    return start_pack(plan, minutes_given=given is not None, plain=arguments.plain)


def _minutes(text: str) -> int | None:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        return None
    return int(text) if is_a_length(int(text)) else None
