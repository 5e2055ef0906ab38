"""What the entries about packs add up to: what is on the skin, and how long the skin rests.

Read from all entries in any order, so that a restart, a second copy and an import see the same.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum

from unspasm.domain.entries import Entry
from unspasm.domain.moment import LONG_AGO, Moment, Stamp, elapsed_at_least, elapsed_at_most
from unspasm.domain.pack_entries import (
    Arrived,
    Ended,
    PackAfter,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)
from unspasm.domain.pack_rules import (
    A_DAY,
    CHECK_EVERY,
    MOST_IN_A_DAY,
    MOST_MINUTES,
    REPEAT_AFTER,
    SKIN_REST,
    SOONER,
    UNANSWERED,
    UNTOUCHED,
)
from unspasm.domain.values import value

_NOTHING = timedelta(0)


class Over(Enum):
    """Why a pack has to come off now."""

    TIME = "time"
    NOT_FINE = "not_fine"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"
    """Nobody can tell how long it has been on."""


@value
class OnSkin:
    """A pack that is on the skin, as far as anybody has said."""

    id: str
    """Its entry."""
    on: PackOn
    since: datetime
    """When it was put on, as lived."""
    now: datetime
    """As lived."""
    on_for: timedelta | None
    """How long it has been on, at most; `None` where nobody can tell."""
    on_for_certain: timedelta
    """How long ago it was put on, at least."""
    waiting: tuple[timedelta, ...]
    """The skin checks that nobody has answered, by the time on skin at which they came up."""
    over: Over | None
    """Why it has to come off now; `None` while it may stay."""

    @property
    def planned(self) -> timedelta:
        """How long it is to stay on. Never more than 20 minutes, whatever the entry says."""
        return timedelta(minutes=min(self.on.minutes, MOST_MINUTES))

    @property
    def left(self) -> timedelta:
        """How long it may stay on; nothing once it is over."""
        if self.over or self.on_for is None:
            return _NOTHING
        return max(_NOTHING, self.planned - self.on_for)

    @property
    def ends(self) -> datetime:
        """When it has to come off, by the clock as lived."""
        return self.now + self.left

    @property
    def over_for(self) -> timedelta | None:
        """How long it has been on past its time; `None` where nobody can tell."""
        return None if self.on_for is None else max(_NOTHING, self.on_for - self.planned)

    @property
    def asks(self) -> bool:
        """Whether the skin is to be looked at now."""
        return bool(self.waiting) and not self.over

    @property
    def next_check(self) -> datetime | None:
        """When the skin is to be looked at next, by the clock as lived; `None` if not any more."""
        if self.over or self.on_for is None:
            return None
        at = CHECK_EVERY * (self.on_for // CHECK_EVERY + 1)
        return self.now + (at - self.on_for) if at < self.planned else None

    @property
    def can_be_untouched(self) -> bool:
        """Whether the person may still say that it never touched the skin."""
        return self.on_for is not None and self.on_for <= UNTOUCHED

    @property
    def long_ago(self) -> bool:
        """Whether it was put on so long ago that it may have come off unsaid."""
        return self.on_for_certain >= LONG_AGO


@value
class Rest:
    """The skin rests."""

    left: timedelta
    """Until public advice is kept."""
    sooner_left: timedelta
    """Until the person may choose to go on; as long as `left` where they may not."""
    changed: bool = False
    """The skin was not fine under or after the last pack: then nobody may choose to go on."""


class PackRecord:
    """The entries about packs."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._on: dict[str, tuple[Entry, PackOn]] = {}
        self._off: dict[str, tuple[Entry, PackOff]] = {}
        self._checks: defaultdict[str, list[SkinCheck]] = defaultdict(list)
        self._not_fine: list[tuple[Entry, str]] = []
        """The skin checks that were not fine, each with its pack."""
        self._after: list[tuple[Entry, PackAfter]] = []
        self._arrived: defaultdict[str, list[Stamp]] = defaultdict(list)
        for entry in entries:
            match entry.body:
                case PackOn() as on:
                    self._on[entry.id] = entry, on
                case PackOff() as off:
                    self._off[entry.id] = entry, off
                case SkinCheck(pack) as check:
                    self._checks[pack].append(check)
                    if not check.fine:
                        self._not_fine.append((entry, pack))
                case PackAfter() as after:
                    self._after.append((entry, after))
                case Arrived(ids, stamp):
                    for one in ids:
                        self._arrived[one].append(stamp)

    # --- on the skin --------------------------------------------------------------------------

    def on_skin(self, now: Moment) -> OnSkin | None:
        """Return the pack that is on the skin; of several, the one that has to come off first."""
        off = {one.pack for _, one in self._off.values()}
        there = [self._on_skin(entry, on, now) for entry, on in self._on.values()
                 if entry.id not in off]  # fmt: skip
        return min(there, key=lambda one: (one.left, one.id), default=None)

    def _on_skin(self, entry: Entry, on: PackOn, now: Moment) -> OnSkin:
        elapsed = elapsed_at_most(on.stamp, now)
        on_for = None if elapsed is None else max(_NOTHING, elapsed) + on.carried
        planned = timedelta(minutes=min(on.minutes, MOST_MINUTES))
        checks = self._checks[entry.id]
        waiting = () if on_for is None else _waiting(checks, on_for, planned)
        return OnSkin(
            id=entry.id,
            on=on,
            since=entry.lived,
            now=now.lived,
            on_for=on_for,
            on_for_certain=elapsed_at_least(on.stamp, now, self._arrival(entry.id, now)),
            waiting=waiting,
            over=_over(checks, on_for, planned, waiting),
        )

    # --- the skin rests -----------------------------------------------------------------------

    def rest(self, kind: PackKind, now: Moment) -> Rest | None:
        """Return how long the skin still rests before such a pack; one rest for both kinds."""
        changed = self.skin_changed or any(
            self._is_last(pack, entry.at) for entry, pack in self._not_fine
        )
        left = sooner_left = _NOTHING
        for entry, off in self._off.values():
            if off.ended is not Ended.OFF:
                continue
            gone = elapsed_at_least(off.stamp, now, self._arrival(entry.id, now))
            may_be_sooner = off.kind is kind is PackKind.COLD and not changed
            left = max(left, SKIN_REST - gone)
            sooner_left = max(sooner_left, (SOONER if may_be_sooner else SKIN_REST) - gone)
        return Rest(left, sooner_left, changed) if left > _NOTHING else None

    def full_until(self, kind: PackKind, now: Moment) -> datetime | None:
        """Return when there have been few enough packs of this kind again, UTC; `None` if so now.

        The 24 hours roll over the wall clock. A pack in the future counts.
        """
        began = sorted(
            [entry.at for entry, on in self._on.values() if on.kind is kind and self._counts(entry)]
            + [
                entry.at
                for entry, off in self._off.values()
                if off.kind is kind and off.pack not in self._on and off.ended is Ended.OFF
            ]
        )
        recent = [at for at in began if at > now.wall - A_DAY]
        most = MOST_IN_A_DAY[kind]
        return recent[-most] + A_DAY if len(recent) >= most else None

    def _counts(self, entry: Entry) -> bool:
        """Whether a pack touched the skin, as far as anybody has said."""
        said = [off.ended for _, off in self._off.values() if off.pack == entry.id]
        return not said or any(ended is not Ended.UNTOUCHED for ended in said)

    def carried(self, now: Moment) -> timedelta:
        """Return what a pack that never touched the skin has used up of the next one's time."""
        gone = {
            one: elapsed_at_least(off.stamp, now, self._arrival(one, now))
            for one, (_, off) in self._off.items()
        }
        last_real = min(
            (gone[one] for one, (_, off) in self._off.items() if off.ended is not Ended.UNTOUCHED),
            default=SKIN_REST,
        )
        used = [
            off.on_for or _NOTHING
            for one, (_, off) in self._off.items()
            if off.ended is Ended.UNTOUCHED and gone[one] < min(last_real, SKIN_REST)
        ]
        return max(used, default=_NOTHING)

    @property
    def skin_changed(self) -> bool:
        """Whether a pack has changed the skin, and no other pack was put on since.

        To put one on, the person says that the skin is normal again.
        """
        return any(
            one.skin is SkinLook.CHANGED and self._is_last(one.pack, entry.at)
            for entry, one in self._after
        )

    def _is_last(self, pack: str, at: datetime) -> bool:
        """Whether no other pack was put on after that time.

        The pack itself was on before, whatever a clock that was set back meanwhile says.
        """
        began = {entry.id: entry.at for entry, _ in self._on.values()}
        return not any(since > at for other, since in began.items() if other != pack)

    def _arrival(self, entry: str, now: Moment) -> Stamp | None:
        """When that entry came to this machine since it started, the latest time; else `None`."""
        here = [stamp for stamp in self._arrived[entry] if stamp.boot_id == now.boot_id]
        return max(here, key=lambda stamp: stamp.boot, default=None)


def _waiting(
    checks: Iterable[SkinCheck], on_for: timedelta, planned: timedelta
) -> tuple[timedelta, ...]:
    """The skin checks that came up since the last answer. There is none at the very end."""
    answered = max((check.after for check in checks), default=_NOTHING)
    times = (CHECK_EVERY * number for number in range(1, planned // CHECK_EVERY + 1))
    return tuple(at for at in times if answered < at <= on_for and at < planned)


def _over(
    checks: Iterable[SkinCheck],
    on_for: timedelta | None,
    planned: timedelta,
    waiting: tuple[timedelta, ...],
) -> Over | None:
    if on_for is None:
        return Over.UNKNOWN
    if on_for >= planned:
        return Over.TIME
    if any(not check.fine for check in checks):
        return Over.NOT_FINE
    if len(waiting) >= UNANSWERED and on_for >= waiting[UNANSWERED - 1] + 2 * REPEAT_AFTER:
        return Over.UNANSWERED
    return None
