"""Entries about packs, made by the clocks of a machine, and what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st
from tests.domain.worlds import MINUTE, NOTHING, Machine, World

from unspasm.domain.entries import Body, Entry
from unspasm.domain.moment import Moment
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
from unspasm.domain.pack_record import OnSkin, PackRecord, Rest

COLD, HEAT = PackKind.COLD, PackKind.HEAT


@dataclass
class Packs:
    """What somebody does with packs, as the entries of one machine."""

    machine: Machine = field(default_factory=Machine)
    entries: list[Entry] = field(default_factory=list)
    name: str = "here"

    def add(self, body: Body) -> str:
        """Keep what was said, now."""
        now = self.machine.now
        entry = Entry(f"{self.name}-{len(self.entries):04}", now.wall, now.utc_offset, body)
        self.entries.append(entry)
        return entry.id

    def on(self, minutes: int = 12, kind: PackKind = COLD, *, carried: timedelta = NOTHING) -> str:
        """Put a pack on the skin."""
        return self.add(PackOn(kind, minutes, self.machine.stamp, carried))

    def off(self, pack: str, ended: Ended = Ended.OFF, kind: PackKind = COLD) -> str:
        """Take a pack off, as the program notes it down."""
        there = self.skin
        on = there if there and there.id == pack else None
        return self.add(
            PackOff(
                pack=pack,
                kind=on.on.kind if on else kind,
                ended=ended,
                stamp=self.machine.stamp,
                on_for=on.on_for if on else None,
                over_for=on.over_for if on else None,
            )
        )

    def had(self, minutes: float = 12, kind: PackKind = COLD) -> str:
        """Have a pack on for so long, and off again."""
        pack = self.on(20, kind)
        self.machine.passes(minutes=minutes)
        self.off(pack)
        return pack

    def untouched(self, seconds: float) -> None:
        """Put a pack on, and say within so many seconds that it never touched the skin."""
        pack = self.on(carried=self.record.carried(self.machine.now))
        self.machine.passes(seconds=seconds)
        self.off(pack, Ended.UNTOUCHED)

    def looked(self, pack: str, *, fine: bool = True) -> str:
        """Look at the skin, as the program notes it down."""
        there = self.skin
        after = there.on_for if there and there.on_for is not None else NOTHING
        return self.add(SkinCheck(pack, after, fine))

    def after(self, pack: str, skin: SkinLook | None) -> str:
        """Say what the skin looks like after a pack."""
        return self.add(PackAfter(pack, skin))

    def arrive(self, entries: Iterable[Entry]) -> None:
        """Import what another machine has kept."""
        every = list(entries)
        self.entries += every
        self.add(Arrived(frozenset(entry.id for entry in every), self.machine.stamp))

    @property
    def record(self) -> PackRecord:
        """What the entries add up to."""
        return PackRecord(self.entries)

    @property
    def skin(self) -> OnSkin | None:
        """What is on the skin now."""
        return self.record.on_skin(self.machine.now)

    @property
    def on_skin(self) -> OnSkin:
        """What is on the skin now, where something has to be."""
        there = self.skin
        assert there is not None
        return there

    def rest(self, kind: PackKind = COLD) -> Rest | None:
        """How long the skin rests now, before such a pack."""
        return self.record.rest(kind, self.machine.now)

    def full_until(self, kind: PackKind = COLD) -> datetime | None:
        """When there may be one more of this kind."""
        return self.record.full_until(kind, self.machine.now)


def all_it_says(entries: Iterable[Entry], now: Moment) -> tuple[object, ...]:
    """Everything that entries about packs add up to."""
    record = PackRecord(entries)
    return (
        record.on_skin(now),
        *(record.rest(kind, now) for kind in PackKind),
        *(record.full_until(kind, now) for kind in PackKind),
        record.carried(now),
        record.skin_changed,
    )


# --- by chance ------------------------------------------------------------------------------------

_SHORT = st.integers(0, 90 * 60).map(lambda seconds: timedelta(seconds=seconds))
_LONG = st.integers(0, 30 * 60).map(lambda minutes: timedelta(minutes=minutes))
_JUMP = st.one_of(
    st.integers(-600, 600).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(-400, 400).map(lambda days: timedelta(days=days)),
)
_TIMES = st.one_of(
    st.tuples(st.just("passes"), _SHORT | _LONG),
    st.tuples(st.just("sleeps"), _SHORT | _LONG),
    st.tuples(st.just("is_set"), _JUMP),
    st.tuples(st.just("restarts"), st.just(NOTHING)),
)
_KINDS = st.sampled_from(PackKind)
_WHICH = st.integers(-1, 3)
"""Counted from the last pack back; -1 is one of which no entry is left."""
_ACTS = st.one_of(
    st.tuples(st.just("on"), _KINDS, st.integers(1, 20)),
    st.tuples(st.just("off"), _WHICH, st.sampled_from(Ended)),
    st.tuples(st.just("looked"), _WHICH, st.booleans()),
    st.tuples(st.just("after"), _WHICH, st.sampled_from([None, *SkinLook])),
    st.tuples(st.just("elsewhere"), _KINDS, st.integers(0, 40)),
    st.tuples(st.just("imported"), st.booleans(), st.just(0)),
)


class _Story:
    """Anything that can be written down, whether or not the program would let it happen."""

    def __init__(self) -> None:
        world = World()
        self.packs = Packs(Machine(world))
        self.there = Packs(Machine(world, "there"), name="there")
        self.known: list[str] = []
        self._brought = 0

    def time(self, what: str, span: timedelta) -> None:
        """Clocks go on, or are moved."""
        machine = self.packs.machine
        if what == "restarts":
            machine.restarts()
        else:
            getattr(machine, what)(minutes=span / MINUTE)

    def act(self, what: str, one: object, two: object) -> None:
        """Something is said."""
        getattr(self, f"_{what}")(one, two)

    def _pack(self, which: int) -> str:
        in_reach = which >= 0 and which < len(self.known)
        return self.known[-1 - which] if in_reach else "lost"

    def _on(self, kind: PackKind, minutes: int) -> None:
        carried = self.packs.record.carried(self.packs.machine.now)
        self.known.append(self.packs.on(minutes, kind, carried=carried))

    def _off(self, which: int, ended: Ended) -> None:
        self.packs.off(self._pack(which), ended)

    def _looked(self, which: int, fine: bool) -> None:  # noqa: FBT001 - it is handed on
        self.packs.looked(self._pack(which), fine=fine)

    def _after(self, which: int, skin: SkinLook | None) -> None:
        self.packs.after(self._pack(which), skin)

    def _elsewhere(self, kind: PackKind, minutes: int) -> None:
        """A pack on another machine, still on if it is to be there for no time at all."""
        pack = self.there.on(20, kind)
        if minutes:
            self.packs.machine.passes(minutes=minutes)
            self.there.off(pack)

    def _imported(self, noted: bool, _two: object) -> None:  # noqa: FBT001 - it is handed on
        news = self.there.entries[self._brought :]
        self._brought = len(self.there.entries)
        self.known += [entry.id for entry in news if isinstance(entry.body, PackOn)]
        if noted:
            self.packs.arrive(news)
        else:
            self.packs.entries += news


@st.composite
def stories(draw: st.DrawFn, most: int = 20) -> tuple[list[Entry], Moment]:
    """Entries about packs with clocks as wild as they come, and the moment at the end."""
    story = _Story()
    story.there.machine.is_set(minutes=draw(_JUMP) / MINUTE)
    for step in draw(st.lists(_TIMES | _ACTS, max_size=most)):
        if len(step) == 2:
            story.time(*step)
        else:
            story.act(*step)
    return story.packs.entries, story.packs.machine.now
