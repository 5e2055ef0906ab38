"""A changed routine of one's own, put into the file that is there: what the change leaves stays.

A file is taken apart above each of its `[[step]]`, with the comment right above it, so that a step
that moves takes its comments along. What comes out is read again; should it not say exactly what
the routine does, the file is written anew.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from unspasm.catalogue.faults import ContentFaultsError
from unspasm.catalogue.own_routines import (
    keys_of_head,
    keys_of_step,
    read_own,
    table_of_step,
    write_own,
)
from unspasm.domain.own_routines import OwnRoutine, OwnStep
from unspasm.domain.stretches import Library

_STEP = re.compile(r"^(?:[ \t]*#[^\n]*\n)*[ \t]*\[\[[ \t]*step[ \t]*\]\]", re.MULTILINE)


def rewrite_own(raw: bytes, own: OwnRoutine, library: Library) -> str:
    """Return the text of a file that says what `own` does, with the comments of the one there.

    Args:
        raw: what stands in the file now.
        own: the routine as it is to be.
        library: the stretches that it names.
    """
    try:
        before = read_own(raw, "", library)
        text = "".join(_parts(raw.decode(), before, own))
        same = read_own(text.encode(), "", library) == own
    except (ContentFaultsError, TOMLKitError, ValueError, KeyError, TypeError):
        same = False
    return text if same else write_own(own)


def _parts(text: str, before: OwnRoutine, own: OwnRoutine) -> Iterator[str]:
    starts = [found.start() for found in _STEP.finditer(text)]
    if len(starts) != len(before.steps):
        raise ValueError("its steps are not told apart by their headings")
    ends = [*starts[1:], len(text)]
    there = {step.id: (step, text[start:end]) for step, start, end
             in zip(before.steps, starts, ends, strict=True)}  # fmt: skip
    there |= _renamed(before, own, there)
    part = _with(text[: starts[0]], (), keys_of_head(before), keys_of_head(own))
    for step in own.steps:
        yield part if part.endswith("\n\n") or not part else part.rstrip("\n") + "\n\n"
        if step.id in there:
            old, part = there[step.id]
            part = _with(part, ("step", 0), keys_of_step(old), keys_of_step(step))
        else:
            part = table_of_step(step)
    yield part.rstrip("\n") + "\n"


def _renamed(
    before: OwnRoutine, own: OwnRoutine, there: Mapping[str, tuple[OwnStep, str]]
) -> dict[str, tuple[OwnStep, str]]:
    """What stands in the place of a step that is gone: the same one under another name."""
    now = {step.id for step in own.steps}
    return {
        new.id: there[old.id]
        for old, new in zip(before.steps, own.steps, strict=False)
        if old.id not in now and new.id not in there
    }


def _with(
    text: str, path: tuple[str | int, ...], old: Mapping[str, object], new: Mapping[str, object]
) -> str:
    """Return a part with only those keys changed that say something else than before."""
    if old == new:
        return text
    bare = text.rstrip("\n")
    document = tomlkit.parse(f"{bare}\n")
    table: Any = document
    for one in path:
        table = table[one]
    for key in old.keys() - new.keys():
        table.pop(key, None)
    for key, value in new.items():
        if value != old.get(key):
            table[key] = value
    return tomlkit.dumps(document) + text[len(bare) + 1 :]
