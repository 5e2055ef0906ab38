"""A disk that is full, a folder that may not be written, a newer journal, rubbish in the home."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest
from tests.cli.running import call, text_of
from tests.faults.at_work import AtWork, begin_a_record, found_in, told_in
from tests.faults.mutations import spoil
from tests.faults.own_files import ROUTINE, SETTINGS
from tests.faults.tally import Tally, often
from tests.journal.strangers import as_a_stranger, let_be_read
from tests.journeys.houses import FakeClock, house_at

from unspasm.journal import FILE
from unspasm.journeys.log import LogJourney

NewFolder = Callable[[], Path]
ENDS = {0, 1, 2, 3, 10, 20, 30, 40}
"""How a command may end."""
COMMANDS = (
    (), ("progress",), ("report",), ("stretch", "--list"), ("doctor",), ("data", "where"),
    ("data", "export"), ("check", "--answers", "-"), ("tips",), ("routine", "list"),
)  # fmt: skip


def somebody_works(folder: Path, chance: Random, acts: int) -> set[str]:
    """Go through a few journeys; return what was told."""
    told: list[str] = []
    begin_a_record(folder)
    person = AtWork(folder, chance, told.append)
    for _ in range(acts):
        person.do("check", "log", "session", "pack")
    person.house.close()
    return told_in(told)


# --- a full disk ----------------------------------------------------------------------------------


@contextmanager
def small_disk(kilobytes: int) -> Iterator[Path]:
    """Mount a disk of that size; nothing comes if nobody may mount here."""
    place = Path(mkdtemp(prefix="unspasm-disk-"))
    size = f"size={kilobytes}k"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("nothing can be mounted here")
    if done.returncode:
        place.rmdir()
        pytest.skip("a disk is mounted by root only")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
        place.rmdir()


@pytest.mark.parametrize("seed", often(1, 60))
def test_on_a_disk_that_fills_up_nothing_that_was_told_is_lost(
    new_folder: NewFolder, tally: Tally, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311
    with small_disk(chance.randint(230, 700)) as disk, tally("full disk: a small one") as count:
        folder, elsewhere, told = disk / "home", new_folder(), list[str]()
        begin_a_record(folder)
        person = AtWork(folder, chance, told.append)
        for number in range(60):
            if number == 20 and chance.random() < 0.5:
                fill(disk, chance)
            person.do("check", "log", "session", "pack")
            if not number % 7:
                person.house.back_up()
        person.house.close()
        assert house_is_read(folder)
        shutil.copytree(folder, elsewhere)
        count.hold(told_in(told), found_in(elsewhere, told_in(told), FakeClock()()))


def fill(disk: Path, chance: Random) -> None:
    """Let something else take what room there is, or nearly."""
    left = shutil.disk_usage(disk).free
    (disk / "other").write_bytes(bytes(max(0, left - chance.choice([0, 0, 4096, 20_000]))))


def house_is_read(folder: Path) -> bool:
    """Start once more where there is no room, and look."""
    house = house_at(folder, FakeClock())
    house.home()
    house.spasm_now()
    house.close()
    return True


# --- a folder that may not be written -------------------------------------------------------------


@pytest.fixture
def public() -> Iterator[Path]:
    """A place that everybody may enter."""
    top = Path(mkdtemp(prefix="unspasm-test-"))
    top.chmod(0o755)
    yield top / "home"
    shutil.rmtree(top)


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
@pytest.mark.parametrize("seed", often(2, 60))
def test_who_may_not_write_is_told_nothing_is_kept_and_nothing_changes(
    public: Path, tally: Tally, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311
    with tally("read-only folder") as count:
        told = somebody_works(public, chance, 4)
        let_be_read(public)
        public.chmod(chance.choice([0o555, 0o555, 0o777]))
        before = {path.name: path.read_bytes() for path in public.iterdir()}

        def try_it() -> object:
            house = house_at(public, FakeClock())
            run = LogJourney(house)
            house.home()
            return [run.keep(), house.keeps]

        assert [False, False] == as_a_stranger(try_it)
        after = {path.name: path.read_bytes() for path in public.iterdir()}
        assert before.items() <= after.items()
        public.chmod(0o700)
        for path in public.iterdir():
            path.chmod(0o600)
        count.hold(told, found_in(public, told, FakeClock()()))


# --- a newer journal, and rubbish -----------------------------------------------------------------


@pytest.mark.parametrize("seed", often(2, 100))
def test_a_newer_journal_is_not_touched_and_everything_else_works(
    new_folder: NewFolder, tally: Tally, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, folder = Random(seed), new_folder()  # noqa: S311
    monkeypatch.setenv("UNSPASM_HOME", str(folder))
    with tally("a newer journal") as count:
        told = somebody_works(folder, chance, 4)
        was = set_version(folder, chance.choice([2, 3, 99, 2**31 - 1, chance.randrange(2, 2**31)]))
        before = (folder / FILE).read_bytes()
        for words in (("log", "4"), chance.choice(COMMANDS)):
            said = call(*words, typed=text_of())
            assert said.code in ENDS - ({0} if "log" in words else set())
            assert "Traceback" not in said.err
        assert before == (folder / FILE).read_bytes()
        set_version(folder, was)
        count.hold(told, found_in(folder, told, FakeClock()()))


def set_version(folder: Path, version: int) -> int:
    """Let another version have written the journal; return the one before."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        before = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return int(before)


@pytest.mark.parametrize("seed", often(3, 100))
def test_rubbish_beside_the_journal_stops_no_command(
    new_folder: NewFolder, tally: Tally, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, folder = Random(seed), new_folder()  # noqa: S311
    monkeypatch.setenv("UNSPASM_HOME", str(folder))
    with tally("rubbish as settings and routines") as count:
        (folder / "routines").mkdir(parents=True)
        spoil(chance, folder / "settings.toml", SETTINGS)
        spoil(chance, folder / "routines" / "mine.toml", ROUTINE)
        spoil(chance, folder / "routines" / chance.choice(["b.toml", "c.txt", ".toml"]), ROUTINE)
        said = call("log", "4", f"note {seed}")
        told = {f"note:note {seed}"} if said.code == 0 else set()
        for words in chance.sample(COMMANDS, 3):
            said = call(*words, typed=text_of())
            assert said.code in ENDS, (words, said)
            assert "Traceback" not in said.err
        assert told, "it was not even kept"
        count.hold(told, found_in(folder, told, FakeClock()()))
