"""What is told while a pack is on: words, looks at the skin, and the alarm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs import Packs

from unspasm.domain.pack_record import Over
from unspasm.domain.pack_watch import PackCue, PackWatch, look

FIVE, ONE = PackCue.FIVE_MINUTES, PackCue.ONE_MINUTE
LOOK, AGAIN, OFF = PackCue.LOOK, PackCue.LOOK_AGAIN, PackCue.TAKE_OFF


@dataclass
class Watcher:
    """A program that looks at the clock."""

    packs: Packs = field(default_factory=Packs)
    watch: PackWatch = field(default_factory=PackWatch)

    def looks(self) -> list[PackCue]:
        """Look once; return what there is to tell."""
        self.watch, cues = look(self.watch, self.packs.record, self.packs.machine.now)
        return cues

    def looks_after(self, minutes: float = 0, *, seconds: float = 0) -> list[PackCue]:
        """Let time pass, then look once."""
        self.packs.machine.passes(minutes=minutes, seconds=seconds)
        return self.looks()

    def watches(
        self, minutes: float = 0, *, seconds: float = 0, every: float = 1
    ) -> list[tuple[float, PackCue]]:
        """Look again and again; return what was told and when, in seconds."""
        return list(self._watches(minutes * 60 + seconds, every))

    def _watches(self, span: float, every: float) -> Iterator[tuple[float, PackCue]]:
        for number in range(1, int(span / every) + 1):
            for cue in self.looks_after(seconds=every):
                yield number * every, cue

    @property
    def over(self) -> Over | None:
        """Why the pack that was seen at the last look has to come off."""
        assert self.watch.pack is not None
        return self.watch.pack.over


@pytest.fixture
def watcher() -> Watcher:
    """A program that has just started, without a pack."""
    return Watcher()


@pytest.fixture
def packs(watcher: Watcher) -> Packs:
    """The packs that it looks at."""
    return watcher.packs


def told(heard: Sequence[tuple[float, PackCue]], *cues: PackCue) -> list[float]:
    """When these were told, in seconds."""
    return [at for at, cue in heard if cue in cues]


# --- words ----------------------------------------------------------------------------------------


def test_without_a_pack_nothing_is_told(watcher: Watcher) -> None:
    assert [] == watcher.watches(minutes=30, every=60)
    assert watcher.watch.pack is None


def test_a_pack_that_was_just_put_on_is_seen_and_needs_no_word(
    watcher: Watcher, packs: Packs
) -> None:
    pack = packs.on()

    assert [] == watcher.looks()
    assert watcher.watch.pack is not None
    assert pack == watcher.watch.pack.id


def test_a_word_is_said_when_5_minutes_and_1_minute_are_left(
    watcher: Watcher, packs: Packs
) -> None:
    pack = packs.on(12)
    watcher.looks()
    heard = watcher.watches(minutes=9)
    packs.looked(pack)
    heard += [(540 + at, cue) for at, cue in watcher.watches(minutes=3)]

    assert [7 * 60] == told(heard, FIVE)
    assert [11 * 60] == told(heard, ONE)


@pytest.mark.parametrize(
    ("planned", "expected"), [(1, []), (2, [ONE]), (5, [ONE]), (6, [FIVE, ONE])]
)
def test_a_short_pack_needs_no_word_for_time_that_it_never_had(
    watcher: Watcher, packs: Packs, planned: int, expected: list[PackCue]
) -> None:
    packs.on(planned)
    watcher.looks()
    heard = [cue for _, cue in watcher.watches(minutes=planned) if cue in {FIVE, ONE}]

    assert expected == heard


def test_after_a_gap_only_the_word_that_is_true_is_said(watcher: Watcher, packs: Packs) -> None:
    packs.on(10)
    watcher.looks_after(minutes=4)

    assert [ONE, LOOK] == watcher.looks_after(minutes=5, seconds=30)


def test_a_program_that_starts_while_a_pack_is_on_says_no_word_late(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(4)

    assert [] == watcher.looks_after(minutes=2)


def test_a_clock_set_forward_brings_the_word_and_one_set_back_none(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(20)
    watcher.looks()
    packs.machine.is_set(minutes=4)
    assert [] == watcher.looks()
    packs.machine.is_set(minutes=-4)

    assert [] == watcher.looks()


# --- looks at the skin ----------------------------------------------------------------------------


def test_a_look_is_asked_at_5_10_and_15_minutes(watcher: Watcher, packs: Packs) -> None:
    pack = packs.on(20)
    watcher.looks()
    heard = []
    for second in range(1, 20 * 60):
        cues = watcher.looks_after(seconds=1)
        heard += [(second, cue) for cue in cues]
        if LOOK in cues:
            packs.looked(pack)

    assert [300, 600, 900] == told(heard, LOOK)
    assert [] == told(heard, AGAIN, OFF)


def test_nobody_answers_so_it_is_asked_again_after_30_seconds_and_ends_after_the_second(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(20)
    watcher.looks()
    heard = watcher.watches(minutes=11)

    assert [300, 600] == told(heard, LOOK)
    assert [330, 630] == told(heard, AGAIN)
    assert [660] == told(heard, OFF)
    assert Over.UNANSWERED is watcher.over


def test_an_answer_in_time_is_not_asked_for_again(watcher: Watcher, packs: Packs) -> None:
    pack = packs.on(20)
    watcher.looks()
    watcher.watches(minutes=5, seconds=20)
    packs.looked(pack)

    assert [] == watcher.watches(minutes=4, seconds=39)


def test_a_program_that_starts_while_a_look_is_due_asks_for_it(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(20)

    assert [LOOK] == watcher.looks_after(minutes=6)
    assert [] == watcher.looks_after(seconds=1)


def test_a_look_that_was_answered_elsewhere_hides_no_later_one(
    watcher: Watcher, packs: Packs
) -> None:
    pack = packs.on(20)
    watcher.looks_after(minutes=5)
    packs.machine.passes(minutes=4, seconds=59)
    packs.looked(pack)

    assert [LOOK] == watcher.looks_after(seconds=1)


def test_skin_that_is_not_fine_gives_the_alarm_at_once(watcher: Watcher, packs: Packs) -> None:
    pack = packs.on(20)
    watcher.looks_after(minutes=5)
    packs.looked(pack, fine=False)

    assert [OFF] == watcher.looks()
    assert Over.NOT_FINE is watcher.over


# --- the alarm ------------------------------------------------------------------------------------


def test_the_alarm_comes_at_the_end_and_every_20_seconds_until_the_pack_is_off(
    watcher: Watcher, packs: Packs
) -> None:
    pack = packs.on(4)
    watcher.looks()
    heard = watcher.watches(minutes=5, seconds=10)
    assert [240, 260, 280, 300] == told(heard, OFF)

    packs.off(pack)
    assert [] == watcher.watches(minutes=5)
    assert PackWatch() == watcher.watch


def test_the_alarm_goes_on_for_as_long_as_it_takes(watcher: Watcher, packs: Packs) -> None:
    packs.on(1)
    watcher.looks()

    expected = list(range(60, 3 * 3600 + 1, 20))
    assert expected == told(watcher.watches(minutes=180), OFF)


def test_a_program_that_starts_while_a_pack_is_over_gives_the_alarm_at_once(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(12)

    assert [OFF] == watcher.looks_after(minutes=41)
    assert [] == watcher.looks_after(seconds=19.9)
    assert [OFF] == watcher.looks_after(seconds=0.1)


def test_the_alarm_goes_by_a_clock_that_nobody_can_set(watcher: Watcher, packs: Packs) -> None:
    packs.on(12)
    watcher.looks_after(minutes=12)
    packs.machine.is_set(hours=-3)
    assert [] == watcher.looks_after(seconds=10)
    packs.machine.is_set(days=9)
    assert [] == watcher.looks_after(seconds=9)

    assert [OFF] == watcher.looks_after(seconds=1)


def test_the_next_pack_that_is_over_gives_an_alarm_of_its_own(
    watcher: Watcher, packs: Packs
) -> None:
    first = packs.on(1)
    packs.on(2)
    watcher.looks_after(minutes=5)
    packs.off(first)

    assert [OFF] == watcher.looks_after(seconds=1)


def test_a_pack_of_which_nobody_can_tell_gives_the_alarm(watcher: Watcher, packs: Packs) -> None:
    packs.on(20)
    packs.machine.restarts()

    assert [OFF] == watcher.looks()
    assert Over.UNKNOWN is watcher.over


def test_a_pack_that_was_over_stays_over_when_the_clock_is_set_back(
    watcher: Watcher, packs: Packs
) -> None:
    packs.on(12)
    watcher.looks_after(minutes=2)
    packs.machine.is_set(hours=1)
    assert [OFF] == watcher.looks()
    packs.machine.is_set(hours=-1)

    assert [OFF] == watcher.looks_after(seconds=20)
    assert Over.TIME is watcher.over
    assert watcher.watch.pack is not None
    assert not watcher.watch.pack.left
    assert not watcher.watch.pack.asks


def test_what_was_over_says_nothing_of_the_next_pack(watcher: Watcher, packs: Packs) -> None:
    pack = packs.on(1)
    watcher.looks_after(minutes=2)
    packs.off(pack)
    packs.on(12)

    assert [] == watcher.looks()
    assert watcher.over is None


# --- however it is looked at ----------------------------------------------------------------------


@given(st.lists(st.floats(0.01, 400), min_size=1, max_size=60), st.integers(1, 20))
def test_however_seldom_it_looks_the_alarm_comes_with_the_first_look_past_the_end(
    gaps: list[float], planned: int
) -> None:
    watcher = Watcher()
    watcher.packs.on(planned)
    watcher.looks()
    since = None
    for gap in gaps:
        cues = watcher.looks_after(seconds=gap)
        over = watcher.over is not None
        true = watcher.packs.machine.world.true.total_seconds()
        assert over or true < planned * 60
        if over:
            due = since is None or true - since >= 20
            assert cues == ([OFF] if due else [])
            since = true if due else since
        else:
            assert OFF not in cues
            assert len({FIVE, ONE} & set(cues)) <= 1
