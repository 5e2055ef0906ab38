"""When there may be reading, and when a card comes first."""

import pytest
from tests.journal.made_up import (
    EMERGENCY,
    FLOOR_ONLY,
    SAME_DAY,
    check,
    entry,
    seen,
    status_of,
    taken_back,
)

from unspasm.domain.entries import About, Called, Entry, Said
from unspasm.domain.reading_gate import may_read


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [check("c")],
        [check("c", SAME_DAY)],
        [check("c", FLOOR_ONLY)],
        [check("c", EMERGENCY), seen("s", "c", EMERGENCY)],
        [check("c", EMERGENCY), seen("s", "c", EMERGENCY, said=Said.NOT_YET)],
        [check("c", EMERGENCY), taken_back("t", "c", EMERGENCY)],
        [entry("a", About(year_of_birth=2000, said_in=2026))],
        [entry("a", About(pregnancy="pregnant"))],
    ],
)
def test_there_may_be_reading(entries: list[Entry]) -> None:
    assert may_read(status_of(entries))


@pytest.mark.parametrize(
    "entries",
    [
        [check("c", EMERGENCY)],
        [check("c", EMERGENCY, SAME_DAY), seen("s", "c", SAME_DAY)],
        [check("c", EMERGENCY), entry("d", Called("c"))],
        [check("c", EMERGENCY), check("later", hours=3)],
        [entry("a", About(year_of_birth=2012, said_in=2026))],
    ],
)
def test_a_card_comes_before_reading(entries: list[Entry]) -> None:
    assert not may_read(status_of(entries))
