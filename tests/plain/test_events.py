"""Line by line every event is one whole line that begins with what to do, and nothing is counted.

A screen reader reads each line as it comes: a line a second would leave no room for anything else.
"""

import re

import pytest
from tests.journeys.houses import CATALOGUE, FakeClock
from tests.plain.script import PackTalk
from tests.plain.talking import WORDS
from tests.plain.test_plain_sessions import BEFORE, follow
from tests.seeds import coached, put_on

from unspasm.journeys.house import House

STRETCH, PACK = WORDS.stretch, WORDS.pack
KINDS = ("hold", "move", "breathe", "stay", "walk")
ACTIONS = (*(getattr(STRETCH, f"kind_{one}").capitalize() for one in KINDS), "Next:", "Change to",
           "Rest.", "Half way.", "Three, two, one.")  # fmt: skip
"""How every event of a session begins."""
FIRST_WORDS = {"Look", "Please", "Noted:", "Five", "One", "Take"}
"""Of a pack's events: look, or take it off; where there is nothing to do, how long there is."""
TICK = re.compile(r"\W*\d[\d:.\s]*(s|seconds?|min|minutes?|left)?\W*")
"""A line that only says how much time is left."""
WHOLE = re.compile(r".*[.?:]")


def told_of_stretches() -> set[str]:
    """What is said of how a stretch goes."""
    found = CATALOGUE.library.stretches.values()
    return {line for one in found for line in (*one.get_in, *one.steps, one.during)}


@pytest.fixture
def session(house: House, clock: FakeClock) -> list[str]:
    """What a whole session prints, from its beginning to its end, without a key."""
    coached(house)
    said = follow(house, clock, *BEFORE, "1", "3")[1].splitlines()
    first = next(place for place, line in enumerate(said) if line.startswith("Next:"))
    return said[first : said.index("Done. 9 minutes.")]


def test_every_event_of_a_session_is_one_whole_line_with_the_action_first(
    session: list[str],
) -> None:
    events = [line for line in session if line and line not in told_of_stretches()]

    assert len(events) > 20
    for line in events:
        assert line.startswith(ACTIONS), line
        assert WHOLE.fullmatch(line), line


def test_a_session_counts_no_seconds_down(session: list[str]) -> None:
    minutes = 9
    events = [line for line in session if line and line not in told_of_stretches()]

    assert [] == [line for line in session if TICK.fullmatch(line)]
    assert len(events) < 12 * minutes  # one in five seconds at most, on average


def test_every_event_of_a_pack_is_one_whole_line_and_nothing_is_counted(
    house: House, clock: FakeClock
) -> None:
    put_on(house)
    said = PackTalk(house, clock).app(*[0.25] * (4 * 60 * 5), "y", *[0.25] * (4 * 60 * 8), "")
    begins = next(n for n, line in enumerate(said) if line == PACK.plain_keys) + 1
    ends = next(n for n, line in enumerate(said) if line.startswith("Off."))
    events = list(filter(None, said[begins:ends]))

    assert {line.split(" ", maxsplit=1)[0] for line in events} == FIRST_WORDS
    assert len(events) < 12
    for line in events:
        assert WHOLE.fullmatch(line), line
        assert not TICK.fullmatch(line), line
