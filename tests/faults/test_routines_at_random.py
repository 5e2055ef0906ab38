"""Routines of one's own with anything wrong in them: told by line, or they end in time."""

import shutil
from pathlib import Path
from random import Random

import pytest
from tests.faults.mutations import spoil
from tests.faults.own_files import ROUTINE
from tests.faults.tally import FUZZ, Tally, often
from tests.journeys.houses import CATALOGUE

from unspasm.catalogue import ContentFaultsError
from unspasm.catalogue.own_routines import read_own
from unspasm.domain.own_as_routine import total_of
from unspasm.domain.session_plan import MOST_SECONDS

AT_ONCE = 30
"""Files in one test."""


def clear(file: Path) -> None:
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)


@pytest.mark.parametrize("seed", often(1, 60))
def test_routines_with_anything_wrong_are_told_by_line_or_end_in_time(
    tmp_path: Path, tally: Tally, seed: int
) -> None:
    chance, file = Random(seed), tmp_path / "mine.toml"  # noqa: S311
    for _ in range(AT_ONCE):
        spoil(chance, file, ROUTINE)
        raw = file.read_bytes() if file.is_file() else b""
        with tally("routines of one's own", table=FUZZ):
            try:
                own = read_own(raw, str(file), CATALOGUE.library)
            except ContentFaultsError as error:
                faults = error.faults
            else:
                faults = ()
                assert 0 < total_of(own, CATALOGUE.library) <= MOST_SECONDS
            for fault in faults:
                assert 1 <= fault.line <= raw.count(b"\n") + 1, fault
                assert fault.key, fault
                assert fault.what, fault
        clear(file)
