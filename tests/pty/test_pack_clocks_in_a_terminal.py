"""Packs in real time, under a wall clock that is moved and under another boot clock.

A wall clock is moved by libfaketime, and the boot clock set by a time namespace of Linux. Where one
is absent its tests are skipped; the fake clocks of other tests say the same everywhere.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from shutil import which

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.pty.faces import FULL, LOW, OVER, PLAIN, REST, Face, seconds_left
from tests.pty.records import Record
from tests.pty.terminal import Terminal, since_start

from unspasm import clock
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackOff, PackOn

on_both_faces = pytest.mark.parametrize("face", [FULL, PLAIN], ids=lambda face: face.name)
MINUTE, HOUR = 60, 3600
THE_END = 12 * MINUTE
SOON = 5
"""Seconds before which a pack can be shown: it takes about one to start."""
LATEST = 0.5
"""Seconds after its end at which a pack must be told to come off, while awake."""
ALARM_EVERY = 20


# --- real time ------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def left_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, float]]:
    """A pack that is over and that nobody takes off, while everything else here is tried."""
    record = Record(tmp_path_factory.mktemp("left-alone"))
    record.put_on(THE_END)
    terminal = PLAIN.watch(record.home, OVER)
    Terminal.opened.remove(terminal)
    yield terminal, since_start()
    Terminal.opened.append(terminal)
    Terminal.close_all()


@on_both_faces
def test_a_pack_is_told_to_come_off_within_half_a_second_of_its_end(
    record: Record, face: Face
) -> None:
    end = since_start() + SOON
    record.looked(record.put_on(THE_END - SOON), THE_END - MINUTE)
    terminal = face.watch(record.home, face.running)
    terminal.wait_for(OVER)
    shown = since_start()
    terminal.wait_for_bells(1)
    (heard,) = terminal.heard
    assert 0 <= heard - end <= LATEST
    assert 0 <= shown - end <= LATEST


# --- a wall clock that is moved -------------------------------------------------------------------

_LIBRARIES = [
    found
    for folder in ("/usr/lib", "/usr/local/lib", "/usr/lib64")
    for pattern in ("faketime/libfaketime.so.1", "*/faketime/libfaketime.so.1")
    for found in Path(folder).glob(pattern)
]
needs_faketime = pytest.mark.skipif(
    not _LIBRARIES, reason="libfaketime is not installed, so no wall clock can be moved"
)


class WallClock:
    """The wall clock of the programs that are started with `environment`; no other clock."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "wall-clock"
        self.is_ahead(0)
        self.environment = {
            "LD_PRELOAD": str(_LIBRARIES[0]) if _LIBRARIES else "",
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def is_ahead(self, seconds: int) -> None:
        """Set it that far ahead of the true time, or behind it."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{seconds:+}\n", encoding="ascii")
        new.rename(self._file)


@pytest.fixture
def wall_clock(tmp_path: Path) -> WallClock:
    return WallClock(tmp_path)


def clocks_under(under: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> Moment:
    """All clocks as a program reads them that is started so."""
    code = "from unspasm.clock import now; m = now(); print(m.wall.timestamp(), m.awake, m.boot)"
    said = subprocess.run(
        [*under, sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(filter(None, sys.path)), **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wall, awake, boot = map(float, said.split())
    now = clock.now()
    there = now.wall + timedelta(seconds=wall - now.wall.timestamp())
    return Moment(there, now.utc_offset, awake, boot, now.boot_id)


@needs_faketime
def test_only_the_wall_clock_is_moved(wall_clock: WallClock) -> None:
    before = clock.now()
    wall_clock.is_ahead(HOUR)
    there = clocks_under(environment=wall_clock.environment)
    after = clock.now()
    assert before.boot <= there.boot <= after.boot
    assert before.awake <= there.awake <= after.awake
    ahead = timedelta(hours=1)
    assert before.wall + ahead <= there.wall <= after.wall + ahead


@needs_faketime
@on_both_faces
def test_a_clock_set_forward_ends_a_pack_at_once_and_set_back_does_not_take_that_back(
    record: Record, face: Face, wall_clock: WallClock
) -> None:
    record.put_on(MINUTE)
    terminal = face.watch(record.home, face.running, wall_clock.environment)
    wall_clock.is_ahead(30 * MINUTE)
    terminal.wait_for(OVER)
    terminal.wait_for_sentence("It has been on for about 31 minutes. It was to be 12 minutes.")
    terminal.wait_for_bells(1)
    wall_clock.is_ahead(-HOUR)
    moved = since_start()
    terminal.wait_for_any(lambda: since_start() > moved + 1, "a few looks at the clock")
    terminal.wait_for_title("Take the cold pack off")
    assert face is PLAIN or OVER in terminal.text
    face.take_off(terminal)
    assert 1 == len(record.said(PackOff))


@needs_faketime
def test_a_clock_set_back_gives_a_pack_no_more_time(record: Record, wall_clock: WallClock) -> None:
    record.put_on(MINUTE)
    (on,) = record.said(PackOn)
    end = on.stamp.boot + THE_END
    wall_clock.is_ahead(-HOUR)
    before = since_start()
    terminal = FULL.open(record.home, size=LOW, environment=wall_clock.environment)
    shown = seconds_left(terminal)
    assert end - since_start() <= shown <= end - before + 1


@needs_faketime
def test_a_clock_set_forward_does_not_shorten_the_rest(
    record: Record, wall_clock: WallClock
) -> None:
    record.take_off(record.put_on(MINUTE), MINUTE / 2)
    (off,) = record.said(PackOff)
    rested = off.stamp.wall + timedelta(hours=2)
    terminal = FULL.watch(record.home, f"{REST} {rested:%H:%M}.", wall_clock.environment)
    wall_clock.is_ahead(3 * HOUR)
    later = f"{rested + timedelta(hours=3):%H:%M}"
    terminal.wait_for(f"{REST} {later}.")
    cold = PLAIN.open(record.home, "cold", environment=wall_clock.environment)
    cold.wait_for(f"The skin rests until {later}")
    assert 3 == cold.exit_code()
    assert 1 == len(record.said(PackOn))


# --- another boot clock ---------------------------------------------------------------------------


def boot_clock_ahead(seconds: int) -> list[str]:
    """What starts a program under a boot clock that far ahead; the start is called the same."""
    return ["unshare", "--time", "--boottime", str(seconds)]


def _may_set_boot_clock() -> bool:
    if which("unshare") is None:
        return False
    tried = subprocess.run([*boot_clock_ahead(HOUR), "true"], capture_output=True, check=False)
    return tried.returncode == 0


needs_unshare = pytest.mark.skipif(
    not _may_set_boot_clock(), reason="a time namespace cannot be made here: that takes root"
)


@needs_unshare
def test_only_the_boot_clock_is_ahead() -> None:
    before = clock.now()
    there = clocks_under(boot_clock_ahead(HOUR))
    after = clock.now()
    assert before.boot + HOUR <= there.boot <= after.boot + HOUR
    assert before.awake <= there.awake <= after.awake
    assert before.wall <= there.wall <= after.wall


@needs_unshare
@on_both_faces
def test_a_pack_from_a_boot_clock_that_was_further_on_counts_as_over(
    record: Record, face: Face
) -> None:
    record.put_on(0)
    younger = -int(since_start() / 2)
    terminal = face.open(record.home, under=boot_clock_ahead(younger))
    terminal.wait_for(OVER)
    terminal.wait_for_sentence("nobody can tell how long it has been on since.")
    face.tell(terminal, (face.off, "Off. Nobody can tell how long it was on. That is noted."))
    (off,) = record.said(PackOff)
    assert off.on_for is None


@needs_unshare
def test_a_rest_from_a_boot_clock_that_was_further_on_counts_only_since_the_start(
    record: Record,
) -> None:
    record.take_off(record.put_on(MINUTE), MINUTE / 2)
    started_ago = 10
    now = clock.now()
    younger = started_ago - int(now.boot)
    rested = now.wall + timedelta(hours=2) - timedelta(seconds=now.boot + younger)
    terminal = FULL.open(record.home, under=boot_clock_ahead(younger))
    terminal.wait_for(f"{REST} {rested:%H:%M}.")


@needs_unshare
@on_both_faces
def test_a_sleep_of_the_machine_counts_as_time_on_the_skin(record: Record, face: Face) -> None:
    record.put_on(MINUTE)
    terminal = face.open(record.home, under=boot_clock_ahead(30 * MINUTE))
    terminal.wait_for(OVER)
    terminal.wait_for_sentence("It has been on for about 31 minutes. It was to be 12 minutes.")


@needs_unshare
def test_a_sleep_of_the_machine_counts_as_rest(record: Record) -> None:
    record.take_off(record.put_on(MINUTE), MINUTE / 2)
    (off,) = record.said(PackOff)
    rested = off.stamp.wall + timedelta(minutes=90)
    terminal = FULL.open(record.home, under=boot_clock_ahead(30 * MINUTE))
    terminal.wait_for(f"{REST} {rested:%H:%M}.")


# --- real time again ------------------------------------------------------------------------------


def test_an_alarm_that_nobody_answers_comes_again_every_twenty_seconds(
    left_alone: tuple[Terminal, float],
) -> None:
    terminal, began = left_alone
    said = terminal.text.count(OVER)
    terminal.wait_for_any(lambda: terminal.text.count(OVER) > said, "the alarm again")
    most = 1 + (since_start() - began) / ALARM_EVERY
    assert most - 1.5 <= len(terminal.heard) <= most
