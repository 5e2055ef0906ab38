"""Watches over a pack: what has changed since the last look, and what to tell the person of it."""

from dataclasses import replace
from datetime import timedelta
from enum import Enum

from unspasm.domain.moment import Moment
from unspasm.domain.pack_record import OnSkin, Over, PackRecord
from unspasm.domain.pack_rules import ALARM_EVERY, NOTICES, REPEAT_AFTER
from unspasm.domain.values import value


class PackCue(Enum):
    """What there is to tell."""

    FIVE_MINUTES = "five_minutes"
    ONE_MINUTE = "one_minute"
    LOOK = "look"
    """Look at the skin."""
    LOOK_AGAIN = "look_again"
    """Nobody has answered yet."""
    TAKE_OFF = "take_off"
    """Again and again until somebody says that it is off."""


_NOTICE = dict(zip(NOTICES, (PackCue.FIVE_MINUTES, PackCue.ONE_MINUTE), strict=True))


@value
class PackWatch:
    """What was seen at the last look."""

    pack: OnSkin | None = None
    alarmed: float | None = None
    """When the alarm was last given for this pack, in seconds of the boot clock."""


def look(watch: PackWatch, record: PackRecord, now: Moment) -> tuple[PackWatch, list[PackCue]]:
    """Return what is seen now, and what there is to tell.

    A pack that was over stays over, also when a clock is set back: the person was told.
    """
    pack = record.on_skin(now)
    before = watch.pack if pack and watch.pack and watch.pack.id == pack.id else None
    if pack is None:
        return PackWatch(), []
    if before and before.over and not pack.over:
        pack = replace(pack, over=before.over)
    if pack.over:
        last = watch.alarmed if before else None
        if last is not None and timedelta(seconds=now.boot - last) < ALARM_EVERY:
            return PackWatch(pack, last), []
        return PackWatch(pack, now.boot), [PackCue.TAKE_OFF]
    return PackWatch(pack), _told(before, pack)


def _told(before: OnSkin | None, pack: OnSkin) -> list[PackCue]:
    """After a gap in which the time for two words has come, the later one is the true one."""
    cues = []
    if before:
        left, was_left = pack.left, before.left
        cues += [cue for limit, cue in _NOTICE.items() if left <= limit < was_left][-1:]
    if pack.asks:
        if before is None or not set(pack.waiting) <= set(before.waiting):
            cues.append(PackCue.LOOK)
        elif _repeats(pack) and not _repeats(before):
            cues.append(PackCue.LOOK_AGAIN)
    return cues


def _repeats(pack: OnSkin) -> bool:
    """Whether the newest check has waited so long that it is asked once more."""
    return pack.on_for is not None and pack.on_for >= pack.waiting[-1] + REPEAT_AFTER


__all__ = ["Over", "PackCue", "PackWatch", "look"]
