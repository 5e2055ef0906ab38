"""Any keys in the player, at any times: it never breaks, never runs too long, and notes it once."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.calm import send_key
from tests.faults.tally import FUZZ, Tally, often
from tests.journeys.houses import CATALOGUE, CONTENT, hurry
from tests.screens.conftest import FakeClock
from tests.screens.walking import settle
from tests.seeds import coached, sessions_in

from unspasm.app import UnspasmApp
from unspasm.domain.session import Pause
from unspasm.domain.session_entries import SessionDone
from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.flows.errand import StretchErrand
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.journeys.sessions import SESSION, SessionJourney
from unspasm.screens.ask import AskChoice
from unspasm.screens.session import SessionScreen
from unspasm.words import read_words

STORIES = len(often(6, 100))
ONE_TALLY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
"""It counts all stories together."""
WORDS = read_words(CONTENT)
KEYS = (
    *("space", "left", "right", "r", "s", "plus", "minus", "w", "e", "x", "m"),
    *("exclamation_mark", "escape", "question_mark", "i", "enter", "ctrl+p"),
    *("1", "2", "3", "4", "0"),
)
LOOKS = ((0.1, 1), (0.5, 1), (1.0, 2), (2.9, 1), (2.0, 20), (2.0, 200))
"""Seconds between two looks at the clock, and how many of them."""
GAPS = ((3.1, 1), (700.0, 1))
ROUTINES = {"walk": (), "first_aid": (), "ease": ("1",)}
"""And what is answered before them, once nothing is new."""
Step = tuple[str, tuple[float, int]]
STEPS = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(LOOKS + GAPS)), min_size=8, max_size=30
)


@dataclass
class Story:
    """Somebody who follows one session, and presses keys."""

    app: UnspasmApp
    house: House
    clock: FakeClock
    runs: list[SessionJourney] = field(default_factory=list)
    """Every session that there was."""

    @property
    def over(self) -> bool:
        """Whether the program has been left, or the session with all that comes after it."""
        return self.app._exit or not self.player

    @property
    def in_the_session(self) -> bool:
        """Whether the player is in front, or what it asks."""
        return isinstance(self.app.screen, SessionScreen | AskChoice)

    @property
    def player(self) -> SessionScreen | None:
        """The player, whatever lies over it."""
        found = [one for one in self.app.screen_stack if isinstance(one, SessionScreen)]
        return found[0] if found else None

    async def press(self, key: str) -> None:
        """Press a key, and let the app work until it comes up with nothing more."""
        send_key(self.app, key)
        await settle(self.app)

    async def lead(self, routine: str) -> None:
        """Say that nothing is new, and whatever else is asked before the session."""
        for key in (*["pagedown"] * 4, "0", *ROUTINES[routine]):
            self.clock.advance(2)
            await self.press(key)
        assert self.player, self.app.screen_stack
        self.note(self.player)

    async def follow(self, seconds: float, times: int) -> None:
        """Let time pass and the player look at the clock as it does by itself."""
        player = self.player
        if player is None:
            return
        self.note(player)
        state = player._run.state
        asked = isinstance(self.app.screen, AskChoice)
        for _ in range(times):
            self.clock.advance(seconds)
            with self.app._context():
                player.look()
        after = player._run.state
        assert after.total <= MOST_SECONDS
        if seconds > 3 and not state.paused:
            assert after.paused is Pause.GAP
            assert after.total == state.total
        if asked:
            assert after.paused, "it plays on behind a question"
            assert (after.at, after.into, after.total) == (state.at, state.into, state.total)
        await settle(self.app)

    def note(self, player: SessionScreen) -> None:
        """Know the session that the player shows."""
        run = player._run
        assert isinstance(run, SessionJourney)
        if run not in self.runs:
            self.runs.append(run)

    def hold(self) -> None:
        """Hold what is noted against what has happened."""
        assert self.app._exception is None
        if player := self.player:
            self.note(player)
        ended = [run for run in self.runs if run.state.ended]
        assert len(ended) == len(sessions_in(self.house, SessionDone))
        for run in self.runs:
            assert run.kept
            assert run.state.total <= MOST_SECONDS
            assert run.state.at < len(run.state.phases)
            assert all(
                0 <= done <= phase.seconds
                for done, phase in zip(run.state.done, run.state.phases, strict=True)
            )


async def tell(home: Path, routine: str, steps: Sequence[Step]) -> int:
    """Go through a story; return how many of its steps were taken."""
    clock = FakeClock()
    house = House(CONTENT, clock, open_journal(home, clock()))
    house.catalogue = CATALOGUE
    coached(house)
    app = UnspasmApp(house, WORDS, "GB", StretchErrand(routine))
    app._cues._send = lambda _text: None
    story, taken = Story(app, house, clock), 0
    async with app.run_test() as pilot:
        await pilot.pause(0)
        await story.lead(routine)
        for key, (seconds, times) in steps:
            if story.over:
                break
            await story.press(key if story.in_the_session or not taken % 3 else "escape")
            story.hold()
            await story.follow(seconds, times)
            story.hold()
            taken += 1
        left = [run for run in story.runs if not run.state.ended]
    house.close()
    check_the_record(home, clock, story, left)
    return taken


def check_the_record(
    home: Path, clock: FakeClock, story: Story, left: Sequence[SessionJourney]
) -> None:
    """Whoever starts the program again finds each session once: as noted, or to go on with."""
    journal = open_journal(home, clock())
    try:
        bodies = [entry.body for entry in journal.for_sessions()]
        done = [body for body in bodies if isinstance(body, SessionDone)]
        assert len(story.runs) == len(done) + len(left)
        assert len(left) == len(journal.unfinished(SESSION))
        assert all(one.seconds <= MOST_SECONDS for one in done)
    finally:
        journal.close()


@example(routine="ease", steps=[("right", (0.1, 1)), *[("r", (2.0, 20))] * 35])
@settings(max_examples=STORIES, suppress_health_check=ONE_TALLY)
@given(routine=st.sampled_from(sorted(ROUTINES)), steps=STEPS)
def test_no_keys_at_any_times_break_a_session_or_stretch_it_or_note_it_twice(
    tally: Tally, routine: str, steps: Sequence[Step]
) -> None:
    with (
        tally("keys in a session", len(steps), table=FUZZ),
        pytest.MonkeyPatch.context() as patch,
        TemporaryDirectory() as folder,
    ):
        hurry(patch)
        assert asyncio.run(tell(Path(folder) / "home", routine, steps)) >= 1
