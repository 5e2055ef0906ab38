"""What the clocks of this machine say, and what is taken for certain where one is missing."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from unspasm import clock
from unspasm.domain.moment import elapsed_at_least, elapsed_at_most

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads the clocks of Linux")
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
ANOTHER_PROCESS = """
import json
from unspasm.clock import now
moment = now()
print(json.dumps([moment.boot_id, moment.boot, moment.awake]))
"""
MUCH_LATER = 90_000
"""Seconds by which one clock is moved, more than a day."""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test stand at the beginning of a run."""
    monkeypatch.setattr(clock, "_boot_id", None)
    monkeypatch.setattr(clock, "_run", None)


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that does not tell one start from another."""
    monkeypatch.setattr(clock, "_read_boot_id", lambda: "")


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nine hours ahead of UTC."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "UTC-9")
        time.tzset()
        yield
    time.tzset()


def in_another_process(*before: str) -> tuple[str, float, float]:
    """Which start it is there, and the seconds on both clocks."""
    command = [*before, sys.executable, "-c", ANOTHER_PROCESS]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    boot_id, boot, awake = json.loads(ran.stdout)
    return boot_id, boot, awake


def another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program start once more."""
    monkeypatch.setattr(clock, "_run", None)


# --- linux, for real ------------------------------------------------------------------------------


@LINUX
def test_the_boot_clock_is_the_one_that_goes_on_while_the_machine_sleeps() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    moment = clock.now()
    after = time.clock_gettime(time.CLOCK_BOOTTIME)

    assert before <= moment.boot <= after


@LINUX
def test_the_awake_clock_is_the_one_that_stops_while_the_machine_sleeps() -> None:
    before = time.clock_gettime(time.CLOCK_MONOTONIC)
    moment = clock.now()
    after = time.clock_gettime(time.CLOCK_MONOTONIC)

    assert before <= moment.awake <= after


@LINUX
def test_a_machine_was_never_awake_for_longer_than_it_was_on() -> None:
    moment = clock.now()

    assert moment.awake <= moment.boot


@LINUX
def test_the_start_of_the_machine_is_known_by_its_name() -> None:
    assert BOOT_ID.read_text(encoding="ascii").strip() == clock.boot_id()
    assert clock.boot_id() == clock.now().boot_id


@LINUX
def test_another_process_reads_the_same_start_and_a_later_time_on_it() -> None:
    before = clock.now()
    boot_id, boot, awake = in_another_process()
    after = clock.now()

    assert before.boot_id == boot_id
    assert before.boot <= boot <= after.boot
    assert before.awake <= awake <= after.awake


@LINUX
def test_a_boot_clock_that_is_moved_is_read_as_moved() -> None:
    unshare = shutil.which("unshare")
    moved = [unshare or "", "--time", "--boottime", str(MUCH_LATER)]
    tried = unshare and subprocess.run([*moved, "true"], capture_output=True, check=False)
    if not tried or tried.returncode:
        pytest.skip("needs unshare --time, and the rights to use it")

    _, boot, awake = in_another_process(*moved)
    here = clock.now()

    assert MUCH_LATER <= boot - here.boot + 60
    assert awake <= here.awake


@LINUX
def test_without_the_file_the_start_is_not_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(clock, "_LINUX_BOOT_ID", tmp_path / "missing")

    assert clock.boot_id() == ""


# --- everywhere -----------------------------------------------------------------------------------


def test_the_wall_clock_is_that_of_the_system_in_utc() -> None:
    before = datetime.now(UTC)
    moment = clock.now()
    after = datetime.now(UTC)

    assert before <= moment.wall <= after
    assert timedelta(0) == moment.wall.utcoffset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be changed here")
def test_the_offset_is_that_of_the_zone_lived_in(far_east: None) -> None:
    moment = clock.now()

    assert timedelta(hours=9) == moment.utc_offset
    assert (moment.wall + timedelta(hours=9)).replace(tzinfo=None) == moment.lived


def test_clocks_that_nobody_can_set_never_go_back() -> None:
    moments = [clock.now() for _ in range(200)]

    assert sorted(moments, key=lambda one: (one.boot, one.awake)) == moments
    assert sorted(moments, key=lambda one: one.awake) == moments
    assert len({one.boot_id for one in moments}) == 1


def test_the_name_of_the_start_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(["a-start", "another"])
    monkeypatch.setattr(clock, "_read_boot_id", lambda: next(names))

    assert clock.now().boot_id == clock.now().boot_id == clock.boot_id() == "a-start"


# --- where the system does not tell one start from another ----------------------------------------


def test_without_a_name_each_run_is_a_start_of_its_own(
    nameless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = clock.now()
    another_run(monkeypatch)
    second = clock.now()

    assert clock.boot_id() == ""
    assert first.boot_id != second.boot_id
    assert "" not in {first.boot_id, second.boot_id}


def test_without_a_name_the_boot_clock_begins_with_the_run(nameless: None) -> None:
    before = clock._boot_seconds()
    moments = [clock.now() for _ in range(3)]
    at_most = clock._boot_seconds() - before

    assert all(0 <= one.boot <= at_most for one in moments)
    assert len({one.boot_id for one in moments}) == 1


def test_without_a_name_one_run_still_bounds_its_own_time(nameless: None) -> None:
    since, now = clock.now().stamp, clock.now()

    assert elapsed_at_most(since, now) is not None
    assert timedelta(0) <= elapsed_at_least(since, now) <= timedelta(minutes=10)


def test_without_a_name_nothing_is_known_of_an_earlier_run(
    nameless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = clock.now().stamp
    another_run(monkeypatch)
    now = clock.now()

    assert elapsed_at_most(since, now) is None
    assert elapsed_at_least(since, now) <= timedelta(seconds=now.boot)
