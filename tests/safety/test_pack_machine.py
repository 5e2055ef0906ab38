"""Rule 6: no path of keys, kills, clocks, copies or imports keeps a pack on, or starts one early.

Two machines, true time that only the tests know, and a person who says what they do. Whatever the
program says and allows is held against what truly happens to the skin.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.domain.packs import Packs
from tests.domain.worlds import HOUR, MINUTE, NOTHING, Machine, World
from tests.journeys.houses import hurry
from tests.safety.records import MemoryJournal, Shelf

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import Check, Entry, TakenBack
from unspasm.domain.locks import Lock
from unspasm.domain.moment import LONG_AGO, Moment, Stamp
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn, SkinCheck
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_rules import MOST_IN_A_DAY, SKIN_REST, SOONER, UNTOUCHED
from unspasm.domain.pack_start import Why
from unspasm.domain.pack_watch import PackCue
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal, open_journal
from unspasm.journal.records import Row, to_entry
from unspasm.journal.transfer import export_lines, import_lines
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper, PackPlan

COLD = PackKind.COLD
A_DAY = 24 * HOUR
WHICH = st.integers(0, 1)
"""Of the copies that run, which one."""
SPANS = st.one_of(
    st.sampled_from([0.25, 1, 14, 20, 30, 59, 60, 61, 90]).map(
        lambda count: timedelta(seconds=count)
    ),
    st.sampled_from([4, 5, 6, 11, 12, 19.99, 20, 41, 59, 60, 61]).map(lambda count: count * MINUTE),
    st.sampled_from([1, 1.99, 2, 3, 7.9, 8, 12, 23, 24]).map(lambda count: count * HOUR),
)
JUMPS = st.one_of(
    st.integers(-700, 700).map(lambda count: count * MINUTE),
    st.sampled_from([-60, -1, 1, 5, 19, 20, 60, 120, 360]).map(lambda count: count * MINUTE),
    st.sampled_from([-20_000, -400, -2, -1, 1, 2, 400]).map(lambda count: count * A_DAY),
)
NOWHERE = Path("nowhere")
"""The content has no say here, and is not read."""
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - the folders made there are private


@dataclass
class Application:
    """A pack on the skin, as it truly was."""

    kind: PackKind
    planned: timedelta
    began: timedelta
    """In true time, as everything here."""
    used: timedelta = NOTHING
    """What packs shortly before it, said to be untouched, may truly have taken of its time."""
    ended: timedelta | None = None
    """When somebody first said so, here or elsewhere."""
    untouched: bool = False
    """It was said that it never touched the skin."""
    came_off_unsaid: bool = False
    stamps: list[Stamp] = field(default_factory=list)
    """Of its end, as far as that is known here."""
    known: bool = True
    """It has been put on here, or it was imported."""

    @property
    def is_on(self) -> bool:
        """Whether it is on, as far as that is known here."""
        return self.known and not self.stamps

    def comes_off(self, true: timedelta) -> None:
        """Somebody says that it is off."""
        self.ended = true if self.ended is None else self.ended


@dataclass
class Copy:
    """A running copy of the program."""

    journal: Journal
    house: House
    alarmed: list[tuple[str, float]] = field(default_factory=list)
    """The pack, and the seconds of the boot clock."""

    def __post_init__(self) -> None:
        self.keeper = PackKeeper(self.house, self._play)

    def _play(self, cues: list[PackCue], pack: OnSkin) -> None:
        if PackCue.TAKE_OFF in cues:
            assert pack.over
            self.alarmed.append((pack.id, self.house.clock().boot))


class Life(RuleBasedStateMachine):
    """Somebody with packs, two machines, and clocks that may do anything."""

    def __init__(self, opens: Callable[[Moment], Journal]) -> None:
        super().__init__()
        self.world = World()
        self.here = Machine(self.world)
        self.there = Packs(Machine(self.world, "there"), name="there")
        self.applied: dict[str, Application] = {}
        self.copies: list[Copy] = []
        self.acknowledged: dict[str, Entry] = {}
        self.steady_since = NOTHING
        """Since when no wall clock was set."""
        self.calm = True
        """Neither clocks nor machines have done anything odd so far."""
        self.locks: list[str] = []
        self._opens = opens
        self._read: dict[Row, Entry] = {}
        self._gone: list[Copy] = []
        self._elsewhere = opens(self.here.now)
        """Yet another copy, that nobody looks at."""
        self._start_copy()

    def teardown(self) -> None:
        """Let go of every record."""
        for copy in (*self.copies, *self._gone):
            copy.journal.close()
        self._elsewhere.close()

    # --- the world ----------------------------------------------------------------------------

    @rule(span=SPANS, asleep=st.sampled_from([False, False, True]))
    def time_passes(self, span: timedelta, *, asleep: bool) -> None:
        """Time passes in which nobody looks: the program may be stopped, the machine may sleep."""
        passes = self.here.sleeps if asleep else self.here.passes
        passes(seconds=span.total_seconds())

    @rule(minutes=st.integers(1, 12))
    def it_is_watched(self, minutes: int) -> None:
        """Time passes while every copy looks again and again."""
        for _ in range(minutes * 4):
            self.here.passes(seconds=15)
            self._every_copy_tells_the_truth()

    @rule(jump=JUMPS)
    def the_wall_clock_is_set(self, jump: timedelta) -> None:
        """Somebody, or a server, sets the clock. Whoever is wrong, both ways."""
        self.here.is_set(minutes=jump / MINUTE)
        self._not_steady()

    @rule(how=st.sampled_from(["right", "midnight", "west", "east"]))
    def it_is_another_time(self, how: str) -> None:
        """The clock is right again, or shows shortly before midnight, or another zone."""
        if how in {"west", "east"}:
            self.here.zone = (14 if how == "east" else -12) * HOUR
            return
        if how == "right":
            self.here.is_set_right()
        else:
            wall = self.here.now.wall
            self.here.is_set_to(wall.replace(hour=23, minute=55, second=0, microsecond=0))
        self._not_steady()

    @rule(minutes=st.sampled_from([0.5, 3, 40, 130]), jump=st.just(NOTHING) | JUMPS)
    def the_machine_starts_anew(self, minutes: float, jump: timedelta) -> None:
        """It was off for a while, every copy with it, and its clock may have forgotten the time."""
        while self.copies:
            self._kill()
        self.here.passes(minutes=minutes).restarts().is_set(minutes=jump / MINUTE)
        self._not_steady()
        self._start_copy()

    def _not_steady(self) -> None:
        self.steady_since = self.world.true
        self.calm = False

    # --- copies -------------------------------------------------------------------------------

    @rule(starts=st.booleans())
    def copies_come_and_go(self, *, starts: bool) -> None:
        """The program is started once more, or killed: nothing is said good-bye to."""
        if starts and len(self.copies) < 2:
            self._start_copy()
        elif self.copies:
            self._kill()

    def _kill(self) -> None:
        self._gone.append(self.copies.pop())

    def _copy(self, which: int) -> Copy:
        """A copy that runs; one is started if there is none."""
        if not self.copies:
            self._start_copy()
        return self.copies[which % len(self.copies)]

    def _start_copy(self) -> None:
        journal = self._opens(self.here.now)
        house = House(NOWHERE, self.here, journal)
        self.copies.append(Copy(journal, house))

    # --- the person ---------------------------------------------------------------------------

    @rule(
        kind=st.sampled_from([COLD, *PackKind]),
        minutes=st.integers(1, 20),
        sooner=st.booleans(),
        which=WHICH,
    )
    def puts_a_pack_on(self, kind: PackKind, minutes: int, which: int, *, sooner: bool) -> None:
        """A pack is put on, if the program lets it happen."""
        copy = self._copy(which)
        before = self._kept()
        refused = copy.keeper.begin(PackPlan(kind, minutes, sooner=sooner))
        assert copy.keeper.kept
        new = self._kept().keys() - before.keys()
        if self.calm:
            assert (refused is None) is self._may_truly_start(kind, sooner=sooner)
        if refused:
            assert not new
            assert (refused.why is Why.LOCKED) is bool(self.locks)
            assert bool(self.locks) or (refused.why is Why.ON_SKIN) is bool(self._on_skin())
            return
        [name] = new
        on = self._kept()[name].body
        assert isinstance(on, PackOn)
        self._see_that_it_may_start(on, sooner=sooner)
        used = self._used()
        assert used <= on.carried
        assert (kind, minutes) == (on.kind, on.minutes)
        self.applied[name] = Application(kind, minutes * MINUTE, self.world.true, used)
        for other in self.copies:
            refused = other.keeper.begin(PackPlan(kind, minutes, sooner=sooner))
            assert refused
            assert refused.why is Why.ON_SKIN

    @rule(
        kind=st.sampled_from([COLD, *PackKind]),
        span=SPANS,
        rests=st.sampled_from([0, 60, 119, 120]),
    )
    def has_a_pack(self, kind: PackKind, span: timedelta, rests: int) -> None:
        """A pack, off again after a while, and some rest."""
        self.puts_a_pack_on(kind, 20, 0, sooner=rests < 120)
        self.here.passes(seconds=min(span, 8 * HOUR).total_seconds())
        self._every_copy_tells_the_truth()
        self.says_that_it_is_off(Ended.OFF, 0)
        self.here.passes(minutes=rests)

    @rule(kind=st.sampled_from([COLD, *PackKind]), step=st.integers(5, 40), sooner=st.booleans())
    def tries_again_and_again(self, kind: PackKind, step: int, *, sooner: bool) -> None:
        """Somebody impatient."""
        before = len(self.applied)
        for _ in range(150 // step):
            self.here.passes(minutes=step)
            self.puts_a_pack_on(kind, 20, 0, sooner=sooner)
            if len(self.applied) > before:
                break

    @rule(kind=st.sampled_from(PackKind), jump=JUMPS)
    def the_clock_forgets_the_time_after_a_pack(self, kind: PackKind, jump: timedelta) -> None:
        """A flat battery in the middle of a rest."""
        self.has_a_pack(kind, 12 * MINUTE, 0)
        self.the_machine_starts_anew(0.5, jump)
        self.tries_again_and_again(kind, 20, sooner=False)

    @rule(seconds=st.sampled_from([0, 10, 29, 30, 60, 61]), kind=st.sampled_from(PackKind))
    def does_not_let_it_touch_the_skin(self, seconds: int, kind: PackKind) -> None:
        """A pack that is taken back at once, or nearly."""
        self.puts_a_pack_on(kind, 20, 0, sooner=False)
        self.here.passes(seconds=seconds)
        self.says_that_it_is_off(Ended.UNTOUCHED, 0)

    @rule(ended=st.sampled_from([Ended.OFF, Ended.OFF, *Ended]), which=WHICH)
    def says_that_it_is_off(self, ended: Ended, which: int) -> None:
        """A pack comes off, or never touched the skin, or came off long before."""
        copy, before = self._copy(which), self._kept()
        there = copy.keeper.off(ended)
        new = self._kept().keys() - before.keys()
        if there is None:
            assert not new
            return
        [name] = new
        off = self._kept()[name].body
        assert isinstance(off, PackOff)
        self._see_that_it_is_noted_as_it_was(off)
        assert off.ended in {ended, Ended.OFF}
        application = self.applied[off.pack]
        application.comes_off(self.world.true)
        application.stamps.append(off.stamp)
        application.untouched = off.ended is Ended.UNTOUCHED
        application.came_off_unsaid = off.ended is Ended.EARLIER

    @rule(fine=st.sampled_from([True, True, False]), which=WHICH)
    def looks_at_the_skin(self, which: int, *, fine: bool) -> None:
        """The person looks at the skin and says how it is."""
        keeper, before = self._copy(which).keeper, self._kept()
        pack = keeper.look()
        keeper.checked(fine=fine)
        new = [self._kept()[name].body for name in self._kept().keys() - before.keys()]
        assert bool(new) is bool(pack and not pack.over and (pack.asks or not fine))
        assert all(isinstance(body, SkinCheck) and body.fine is fine for body in new)
        if new and not fine:
            assert keeper.pack
            assert keeper.pack.over

    @rule()
    def a_sign_closes_packs_or_was_a_mistake(self) -> None:
        """Another copy notes a sign that closes packs, or takes it back."""
        if self.locks:
            self._written_elsewhere(TakenBack(self.locks.pop(), frozenset({"r"})))
            return
        reason = Reason("r", "r", Urgency.SAME_DAY, Lock.SESSIONS_AND_PACKS, "", ())
        body = Check(Answers(40, 0, 3), Urgency.SAME_DAY, (reason,), complete=True)
        self.locks.append(self._written_elsewhere(body))

    def _written_elsewhere(self, body: Check | TakenBack) -> str:
        now = self.here.now
        name = f"elsewhere-{len(self._kept())}"
        self._elsewhere.append([Entry(name, now.wall, now.utc_offset, body)])
        return name

    # --- the other machine --------------------------------------------------------------------

    @rule(
        what=st.sampled_from(["pack", "pack", "starts anew", "clock"]),
        kind=st.sampled_from(PackKind),
        jump=JUMPS,
    )
    def something_happens_elsewhere(self, what: str, kind: PackKind, jump: timedelta) -> None:
        """A pack is put on or taken off on another machine, which knows nothing of here."""
        there = self.there.skin
        if what == "clock":
            self.there.machine.is_set(minutes=jump / MINUTE)
        elif what == "starts anew":
            self.there.machine.restarts()
        elif there:
            self.there.off(there.id)
            self.applied[there.id].comes_off(self.world.true)
        else:
            pack = self.there.on(20, kind)
            self.applied[pack] = Application(kind, 20 * MINUTE, self.world.true, known=False)

    @rule(kind=st.sampled_from(PackKind), jump=JUMPS, span=SPANS)
    def brings_along_what_happened_elsewhere(
        self, kind: PackKind, jump: timedelta, span: timedelta
    ) -> None:
        """A pack on another machine with a clock of its own, imported after a while."""
        self.something_happens_elsewhere("clock", kind, jump)
        self.something_happens_elsewhere("pack", kind, jump)
        self.here.passes(seconds=span.total_seconds())
        self.something_happens_elsewhere("pack", kind, jump)
        self.imports_what_the_other_machine_has_kept()

    @precondition(lambda self: self.there.entries)
    @rule()
    def imports_what_the_other_machine_has_kept(self) -> None:
        """The other machine's export is read in. To read it again changes nothing."""
        shelf = Shelf()
        shelf.keep(self.there.entries)
        lines = list(export_lines(cast("Journal", MemoryJournal(shelf))))
        import_lines(self._elsewhere, lines, self.here.now)
        for entry in self.there.entries:
            if isinstance(entry.body, PackOn):
                self.applied[entry.id].known = True
            if isinstance(entry.body, PackOff):
                self.applied[entry.body.pack].stamps.append(entry.body.stamp)
        self.calm = False

    # --- what must hold -----------------------------------------------------------------------

    @invariant()
    def nothing_that_was_acknowledged_is_lost(self) -> None:
        """Every entry that was ever read is still there, and says the same."""
        kept = self._kept()
        assert self.acknowledged.items() <= kept.items()
        self.acknowledged = kept

    @invariant()
    def every_copy_tells_the_truth_and_the_same(self) -> None:
        """No copy shows a pack as allowed past its time, and none forgets one."""
        self._every_copy_tells_the_truth()
        shown = {copy.keeper.pack.id if copy.keeper.pack else None for copy in self.copies}
        assert len(shown) <= 1

    def _every_copy_tells_the_truth(self) -> None:
        on = {name: one for name, one in self.applied.items() if one.is_on}
        for copy in self.copies:
            if copy.house.changed_elsewhere():
                copy.keeper.refresh()
            pack = copy.keeper.look()
            assert (pack is None) is (not on)
            if pack is None:
                continue
            assert pack.over or all(self._over_for(one) < NOTHING for one in on.values())
            self._see_that_the_time_is_true(pack, on[pack.id])
            if pack.over:
                self._see_that_it_alarms(copy, pack)

    def _over_for(self, application: Application) -> timedelta:
        return self.world.true - application.began + application.used - application.planned

    def _see_that_the_time_is_true(self, pack: OnSkin, application: Application) -> None:
        over_for = self._over_for(application)
        on_for = over_for + application.planned
        assert pack.planned <= 20 * MINUTE
        assert pack.on_for is None or pack.on_for >= on_for
        assert pack.left <= max(NOTHING, -over_for)
        assert pack.over_for is None or pack.over_for >= over_for
        assert pack.over or pack.on_for is not None

    def _see_that_it_alarms(self, copy: Copy, pack: OnSkin) -> None:
        last, at = copy.alarmed[-1]
        assert last == pack.id
        assert self.here.now.boot - at < 20

    def _see_that_it_may_start(self, on: PackOn, *, sooner: bool) -> None:
        assert not self.locks
        assert not self._on_skin()
        for application in self._touching():
            if application.ended is None or self._is_believed(application):
                continue
            rest = self.world.true - application.ended
            may_be_sooner = sooner and on.kind is application.kind is COLD
            assert rest >= (SOONER if may_be_sooner else SKIN_REST)
            assert on.sooner or rest >= SKIN_REST
        if self.world.true - self.steady_since >= A_DAY:
            assert self._lately(on.kind) < MOST_IN_A_DAY[on.kind]

    def _may_truly_start(self, kind: PackKind, *, sooner: bool) -> bool:
        """The rules told once more, where no clock and no other machine has a say."""
        if self.locks or self._on_skin() or self._lately(kind) >= MOST_IN_A_DAY[kind]:
            return False
        rests = (
            (one.kind, self.world.true - one.ended)
            for one in self._touching()
            if one.ended is not None
        )
        return all(
            rest >= (SOONER if sooner and kind is before is COLD else SKIN_REST)
            for before, rest in rests
        )

    def _see_that_it_is_noted_as_it_was(self, off: PackOff) -> None:
        application = self.applied[off.pack]
        on_for = self.world.true - application.began + application.used
        assert off.on_for is None or off.on_for >= on_for
        assert off.over_for is None or off.over_for >= on_for - application.planned
        assert (off.on_for is None) is (off.over_for is None)
        if off.ended is Ended.UNTOUCHED:
            assert on_for <= UNTOUCHED
        if off.ended is Ended.EARLIER:
            on = self._kept()[off.pack].body
            assert isinstance(on, PackOn)
            elsewhere = on.stamp.boot_id != off.stamp.boot_id
            believed = elsewhere and off.stamp.wall - on.stamp.wall >= LONG_AGO
            assert on_for >= LONG_AGO or believed

    def _is_believed(self, application: Application) -> bool:
        """Whether the wall clock says that 8 hours have passed since another start."""
        now = self.here.now
        return any(
            since.boot_id != now.boot_id and now.wall - since.wall >= LONG_AGO
            for since in application.stamps
        )

    def _on_skin(self) -> list[Application]:
        return [one for one in self.applied.values() if one.is_on]

    def _touching(self) -> list[Application]:
        """The packs that are known here and needed a rest."""
        return [
            one
            for one in self.applied.values()
            if one.known and not (one.untouched or one.came_off_unsaid)
        ]

    def _lately(self, kind: PackKind) -> int:
        """How many of this kind were put on here in the last 24 hours."""
        since = self.world.true - A_DAY
        return sum(
            name.startswith("there") is False
            and one.kind is kind
            and one.began > since
            and not one.untouched
            for name, one in self.applied.items()
        )

    def _used(self) -> timedelta:
        """What packs that were said to be untouched may truly have taken, in the last hour."""
        last = max(
            (one.ended for one in self.applied.values() if one.ended and not one.untouched),
            default=-A_DAY,
        )
        return sum(
            (
                one.ended - one.began
                for one in self.applied.values()
                if one.untouched
                and one.ended is not None
                and one.ended > last
                and self.world.true - one.ended < HOUR
                and not self._is_believed(one)
            ),
            NOTHING,
        )

    def _kept(self) -> dict[str, Entry]:
        """Every entry, as it is kept now."""
        rows = list(self._elsewhere.every_row())
        for row in rows:
            if row not in self._read:
                self._read[row] = to_entry(row)
        return {row.id: self._read[row] for row in rows}


def test_no_life_keeps_a_pack_on_past_its_time_or_starts_one_early() -> None:
    class LifeInMemory(Life):
        def __init__(self) -> None:
            shelf = Shelf()
            super().__init__(lambda _now: cast("Journal", MemoryJournal(shelf)))

    many = settings(stateful_step_count=50, max_examples=3 * settings().max_examples)
    run_state_machine_as_test(LifeInMemory, settings=many)


def test_no_life_with_a_journal_on_a_disk_does_so_or_loses_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hurry(monkeypatch)

    class LifeOnDisk(Life):
        def __init__(self) -> None:
            self.folder = TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
            super().__init__(partial(open_journal, Path(self.folder.name)))

        def teardown(self) -> None:
            super().teardown()
            self.folder.cleanup()

    some = settings(stateful_step_count=30, max_examples=min(600, settings().max_examples))
    run_state_machine_as_test(LifeOnDisk, settings=some)
