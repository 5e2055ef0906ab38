"""After a week without a word of pain the plain face asks whether the spasm is over."""

import pytest
from tests.journeys.houses import FakeClock
from tests.plain.talking import Talk
from tests.seeds import coached

from unspasm.domain.entries import EpisodeOver
from unspasm.domain.log_entries import PainLog
from unspasm.journeys.house import House

ASKED = "You have told of no pain for more than a week."


@pytest.fixture
def quiet(house: House, clock: FakeClock) -> House:
    """Somebody who told of pain eight days ago, and of nothing since."""
    coached(house)
    house.append([house.entry(PainLog(4))])
    clock.advance(days=8)
    return house


def kept(house: House, kind: type) -> int:
    return sum(isinstance(entry.body, kind) for entry in house.everything_told())


def test_yes_ends_it(quiet: House, talk: Talk) -> None:
    talk.app("y", "q")

    assert ASKED in talk.said
    assert 1 == kept(quiet, EpisodeOver)


def test_no_asks_how_it_is(quiet: House, talk: Talk) -> None:
    talk.app("n", "3", "", "1", "q")

    assert (0, 2) == (kept(quiet, EpisodeOver), kept(quiet, PainLog))
