"""Settings with anything wrong in them: told by line, and never written over."""

import shutil
import tomllib
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.faults.mutations import spoil
from tests.faults.own_files import SETTINGS
from tests.faults.tally import FUZZ, Tally, often

from unspasm.settings import SettingsFile
from unspasm.settings.reading import Fault, read_file

AT_ONCE = 30
"""Files in one test."""
WISHES: tuple[tuple[str, Any], ...] = (
    ("motion", False), ("figure", "braille"), ("country", ""), ("activities", ("swim",)),
    ("pack_minutes", 8), ("welcome", True), ("keys", {"app.help": "f2"}),
)  # fmt: skip


def lines_of(file: Path) -> int:
    return file.read_bytes().count(b"\n") + 1 if file.is_file() else 1


def told_in(file: Path) -> dict[str, Any]:
    """What a file says, as far as it is TOML. A new one has an empty table for keys."""
    told: dict[str, Any] = {}
    with suppress(OSError, ValueError, RecursionError):
        told = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    return {"keys": {}, **told}


def clear(file: Path) -> None:
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)


@pytest.mark.parametrize("seed", often(1, 60))
def test_settings_with_anything_wrong_are_told_by_line_and_never_written_over(
    tmp_path: Path, tally: Tally, seed: int
) -> None:
    chance, file = Random(seed), tmp_path / "settings.toml"  # noqa: S311
    for _ in range(AT_ONCE):
        spoil(chance, file, SETTINGS)
        with tally("settings", table=FUZZ):
            reading = read_file(file)
            see_that_each_has_its_place(reading.faults, file)
            before, raw = told_in(file), file.read_bytes() if file.is_file() else b""
            settings, (name, value) = SettingsFile(file), chance.choice(WISHES)
            written = settings.change(**{name: value})
            assert value == getattr(settings.now, name)
            if written:
                assert value == getattr(read_file(file).settings, name)
                after = told_in(file)
                assert {**before, name: 0} == {**after, name: 0}
            else:
                assert raw == (file.read_bytes() if file.is_file() else b"")
        clear(file)


def see_that_each_has_its_place(faults: tuple[Fault, ...], file: Path) -> None:
    for fault in faults:
        assert str(file) == fault.file
        assert 1 <= fault.line <= lines_of(file), fault
        assert fault.what, fault
