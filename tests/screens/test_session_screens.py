"""Sessions on the full screen: from Home to how the back is after it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.journeys.houses import fill_disk, house_at
from tests.screens.conftest import FakeClock, Person, Visit
from tests.screens.golden import compare
from tests.screens.test_pack_refused import colours
from tests.seeds import NO_SIGN, coached, put_on, say, sessions_in, tick

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Check
from unspasm.domain.locks import Lock
from unspasm.domain.session import Pause, Session
from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.session_plan import BodySide, PhaseKind
from unspasm.domain.urgency import Urgency
from unspasm.flows.errand import StretchErrand
from unspasm.journeys.house import House
from unspasm.screens.session import SessionScreen
from unspasm.words import Words

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
EASE, NOW = StretchErrand("ease"), StretchErrand(now=True)
NOTHING_NEW = (*["pagedown"] * 4, "0")
"""On the page "new or worse", in a window of any size."""
TO_EASE = (*NOTHING_NEW, "1")
"""From there to a session on the floor."""


def state_of(person: Person) -> Session:
    """Where the session stands."""
    (screen,) = [one for one in person.app.screen_stack if isinstance(one, SessionScreen)]
    return screen._run.state


async def follow(person: Person, seconds: float, step: float = 1.0) -> None:
    """Let time pass, and the screen look at the clock as it does by itself."""
    while seconds > 0:
        part = min(step, seconds)
        seconds -= part
        person.clock.advance(part)
        with person.app._context():
            if isinstance(person.app.screen, SessionScreen):
                person.app.screen.look()
    await person.settle()


async def follow_to(person: Person, kind: PhaseKind, name: str | None = None) -> None:
    """Follow the session to the beginning of a phase of that kind."""
    for _ in range(1200):
        phase = state_of(person).phase
        if phase.kind is kind and name in {None, phase.stretch}:
            await person.settle()
            return
        await follow(person, min(1.0, max(0.01, state_of(person).left)))
    raise AssertionError(person.text)


async def skip_to(person: Person, kind: PhaseKind, name: str) -> None:
    """Press next up to a phase of that kind."""
    while (state_of(person).phase.kind, state_of(person).phase.stretch) != (kind, name):
        await person.press("right", after=0.1)


async def read(person: Person) -> str:
    """All of a page that scrolls, from where it stands."""
    said = person.says
    for _ in range(3):
        await person.press("pagedown", after=0.1)
        said += person.says
    return said


def done_in(house: House) -> SessionDone:
    """The one session that has ended."""
    (done,) = sessions_in(house, SessionDone)
    assert isinstance(done, SessionDone)
    return done


@pytest.fixture
def ease(visit: Visit) -> Callable[..., object]:
    """The routine Ease, just started."""

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24), seed: Callable[[House], None] = coached
    ) -> AsyncIterator[Person]:
        async with visit(size, seed=seed, errand=EASE) as person:
            await person.press(*TO_EASE)
            assert "SessionScreen" == person.screen, person.text
            yield person

    return start


# --- which routine --------------------------------------------------------------------------------


@BOTH_SIZES
async def test_the_choice_says_why_how_long_and_what_it_needs(
    visit: Visit, size: tuple[int, int]
) -> None:
    async with visit(size, seed=coached) as person:
        await person.press("3", *NOTHING_NEW)
        assert "StretchChooseScreen" == person.screen
        person.shows("Ease fits today: the first days, or a lot of pain.", "1 [x] Ease")
        compare(f"stretch-choose-{size[0]}x{size[1]}", person.text)
        said = await read(person)
        for words in ("9 minutes, floor, chair", "Floor: yes.", "Kept up later"):
            assert words in said


async def test_without_floor_the_offer_needs_none_and_says_so(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "f")
        person.shows("First aid fits today: it needs no floor.", "Floor: no.", "[x] First aid")
        assert ", floor" not in person.says
        await person.press("f")
        assert "Floor: yes." in await read(person)


async def test_what_feels_better_goes_round_and_changes_the_offer(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW)
        said = await read(person)
        assert "neither feels better" in said
        assert "If bending is worse" in said
        await person.press("b")
        person.shows("Bending forward feels better than arching back.")
        assert "If bending is worse" not in person.says
        await person.press("b")
        said = await read(person)
        assert "Arching back feels better" in said
        assert "Left out today: Single knee to chest" in said
        await person.press("b")
        assert "neither feels better" in await read(person)


async def test_what_does_not_suit_can_be_said_again(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "u")
        person.shows("Before the session", "2 [ ] Dizzy, or light-headed")
        await person.press("2", "enter")
        assert {"dizzy"} == person.house.status().about.unsuited
        person.shows("First aid" if "First aid fits" in person.says else "Left out today")
        await person.press("u")
        person.shows("2 [x] Dizzy")


async def test_before_the_first_session_it_asks_what_does_not_suit(visit: Visit) -> None:
    async with visit(seed=partial(coached, unsuited_asked=False)) as person:
        await person.press("3", *NOTHING_NEW)
        person.shows("Before the session", "Stretches that do not suit you are left out.")
        await person.press("escape")
        person.shows("Leave? No session is started.")
        await person.press("2", "5", "enter")
        assert {"knee_pain"} == person.house.status().about.unsuited
        assert "StretchChooseScreen" == person.screen


async def test_a_digit_marks_a_routine_and_starts_it_the_second_time(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "4")
        person.shows("[ ] Ease", "4 [x] First aid", "Two minutes for the moment")
        await person.press("4")
        assert ("SessionScreen", "first_aid") == (person.screen, state_of(person).routine)


async def test_a_digit_without_a_routine_does_nothing(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "b", "9")
        person.shows("[x] Ease")


@pytest.mark.parametrize("keys", [("escape", "1"), ("0", "escape"), ("0", "enter", "escape")])
async def test_whoever_leaves_on_the_way_has_no_session(
    visit: Visit, keys: tuple[str, ...]
) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *keys)
        assert "HomeScreen" == person.screen
        assert [] == sessions_in(person.house)


async def test_before_floor_work_it_asks_for_phone_and_getting_up(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "enter")
        person.shows("is your phone within reach, low down, and can you get up again by yourself")
        await person.press("2")
        person.shows("First aid fits today: it needs no floor.", "Floor: no.")
        await person.press("enter")
        assert "first_aid" == state_of(person).routine


async def test_why_names_the_sources_and_help_says_how_sessions_work(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "i")
        assert "ReadScreen" == person.screen
        person.shows("Exercise for low back pain in the first weeks")
        await person.press("escape", "question_mark")
        person.shows("A session runs by itself")


# --- hands free -----------------------------------------------------------------------------------


@BOTH_SIZES
async def test_from_home_to_the_end_without_a_key(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "enter", "1")
        await follow(person, 0.1)
        person.shows("Ease 1 of 6", "GET READY", "Legs up on a chair")
        assert "0:15" not in person.says  # large digits, drawn in lines
        person.shows("┗━┛")
        rung = person.bells
        await follow(person, 15)
        person.shows("STAY", "Next: Belly breathing.")
        assert 119 < state_of(person).left <= 120
        assert rung < person.bells
        await follow_to(person, PhaseKind.BREATHE)
        person.shows("BREATHE", "Breathe in")
        await follow(person, 5)
        person.shows("Breathe out, slowly")
        await follow_to(person, PhaseKind.MOVE, "knee_rolls")
        person.shows("Knee rolls", "LEFT", "Next: Knee rolls, right.")
        await follow_to(person, PhaseKind.CHANGE, "knee_rolls")
        person.shows("CHANGE SIDES", "RIGHT")
        await follow_to(person, PhaseKind.HOLD)
        person.shows("HOLD", "Single knee to chest", "LEFT 1 of 3", "Ease 5 of 6")
        await follow_to(person, PhaseKind.REST)
        person.shows("REST")
        await follow_to(person, PhaseKind.WALK)
        person.shows("WALK", "Ease 6 of 6", "Then it is done.")
        assert [] == sessions_in(person.house)
        await follow(person, 121)
        assert "SessionAfterScreen" == person.screen
        person.shows("Ease: done", "Done. 9 minutes.", "How is your back now?")
        done = done_in(person.house)
        assert (End.DONE, "ease", 547) == (done.end, done.routine, round(done.seconds))
        await person.press("1", "3", "enter")
        assert "HomeScreen" == person.screen
        (after,) = sessions_in(person.house, SessionAfter)
        assert isinstance(after, SessionAfter)
        assert (3, Feel.BETTER) == (after.pain, after.feel)


@BOTH_SIZES
async def test_the_player_looks_as_agreed(ease: Visit, size: tuple[int, int]) -> None:
    async with ease(size) as person:
        await skip_to(person, PhaseKind.HOLD, "single_knee_to_chest")
        await follow(person, 2)
        compare(f"stretch-{size[0]}x{size[1]}", person.text)


@BOTH_SIZES
async def test_the_end_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=coached) as person:
        await person.press("1", *NOTHING_NEW)
        await follow(person, 200)
        compare(f"stretch-after-{size[0]}x{size[1]}", person.text)


async def test_each_change_is_spoken_before_it_comes(ease: Visit) -> None:
    async with ease() as person:
        said: list[str] = []
        give = person.app._cues.give

        def note(words: str, *, alarm: bool = False) -> None:
            said.append(words)
            give(words, alarm=alarm)

        person.app._cues.give = note  # type: ignore[method-assign]
        await skip_to(person, PhaseKind.READY, "knee_rolls")
        await follow(person, 75)
    spoken = " ".join(said)
    for words in (
        "Next: Knee rolls, left.", "Move.", "Half way.", "Three, two, one.", "Change to the right.",
    ):  # fmt: skip
        assert words in spoken
    assert spoken.index("Next: Knee rolls") < spoken.index("Change to the right.")


# --- keys -----------------------------------------------------------------------------------------


async def test_space_pauses_and_goes_on(ease: Visit) -> None:
    async with ease() as person:
        await person.press("space")
        person.shows("PAUSED", "Paused. Space goes on.")
        left = state_of(person).left
        await follow(person, 600, step=60)
        assert left == state_of(person).left
        await person.press("space")
        assert "PAUSED" not in person.says
        assert "Space goes on" not in person.says
        await follow(person, 2)
        assert left - 2 == pytest.approx(state_of(person).left)


async def test_back_is_the_one_before_within_three_seconds_and_this_one_later(
    ease: Visit,
) -> None:
    async with ease() as person:
        await person.press("right", "right", after=0.1)
        at = state_of(person).at
        await follow(person, 2)
        await person.press("left", after=0.5)
        assert (at - 1, 0.0) == (state_of(person).at, state_of(person).into)
        await follow(person, 4)
        await person.press("left", after=0.5)
        assert (at - 1, 0.0) == (state_of(person).at, state_of(person).into)


async def test_right_is_the_next_phase_and_at_the_end_it_ends(ease: Visit) -> None:
    async with ease() as person:
        await person.press("right", after=0.1)
        person.shows("STAY")
        for _ in range(len(state_of(person).phases)):
            if person.screen == "SessionScreen":
                await person.press("right", after=0.1)
        assert "SessionAfterScreen" == person.screen
        assert End.DONE is done_in(person.house).end


async def test_r_begins_this_phase_again(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 10)
        await person.press("r", after=0)
        assert (0, 0.0) == (state_of(person).at, state_of(person).into)


async def test_s_goes_to_the_next_stretch(ease: Visit) -> None:
    async with ease() as person:
        await person.press("s")
        person.shows("Ease 2 of 6", "Belly breathing", "GET READY")
        assert frozenset() == state_of(person).left_out


async def test_plus_and_minus_change_a_hold_on_both_sides(ease: Visit) -> None:
    async with ease() as person:
        await skip_to(person, PhaseKind.HOLD, "single_knee_to_chest")
        await person.press("plus", after=0.1)
        person.shows("Now 15 seconds, on both sides.")
        sides = [
            phase.seconds for phase in state_of(person).phases
            if phase.stretch == "single_knee_to_chest" and phase.kind is PhaseKind.HOLD
            and phase.repeat == 1
        ]  # fmt: skip
        assert [15, 15] == sides
        await person.press("minus", after=0.1)
        person.shows("Now 5 seconds, on both sides.")
        await person.press("minus", after=0.1)
        person.shows("Only holds and rests change")
        await person.press("equals_sign", after=0.1)
        person.shows("Now 15 seconds, on both sides.")


@pytest.mark.parametrize("key", ["plus", "minus"])
async def test_getting_ready_and_the_second_side_cannot_be_changed(ease: Visit, key: str) -> None:
    async with ease() as person:
        await person.press(key, after=0.1)
        person.shows("Only holds and rests change")
        await skip_to(person, PhaseKind.CHANGE, "single_knee_to_chest")
        await person.press("right", key, after=0.1)
        assert BodySide.RIGHT is state_of(person).phase.side
        person.shows("Only holds and rests change")


async def test_w_waits_for_me_before_each_stretch(ease: Visit) -> None:
    async with ease() as person:
        await person.press("w")
        person.shows("It waits for you before each stretch.")
        await follow(person, 60)
        assert Pause.WAIT is state_of(person).paused
        person.shows("PAUSED", "Ready when you are. Space goes on.")
        await person.press("space", after=0.1)
        person.shows("STAY")
        await person.press("w", after=0.1)
        person.shows("It no longer waits before each stretch.")


async def test_e_shows_the_gentler_version_and_the_usual_one_again(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 20)
        await person.press("e")
        person.shows("Gentler: Lie on your bed, with pillows under your knees.")
        await person.press("e")
        person.shows("The usual version again.")
        assert "Gentler:" not in person.says


async def test_x_leaves_a_stretch_out_from_now_on(ease: Visit, visit: Visit) -> None:
    async with ease() as person:
        await person.press("x")
        person.shows("Legs up on a chair: left out from now on.", "Belly breathing")
        await person.press("escape", "1", "escape")
        (left,) = sessions_in(person.house, LeftOut)
        assert LeftOut(frozenset({"legs_on_chair"})) == left
    async with visit() as person:
        await person.press("3", *NOTHING_NEW)
        person.shows("Left out today: Legs up on a chair (you left it out).")


async def test_m_changes_the_sound_and_says_so(ease: Visit) -> None:
    async with ease() as person:
        await person.press("m", "m")
        assert 2 == len(person.told)
        assert len(set(person.told)) == 2


async def test_escape_asks_and_stands_still_meanwhile(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 20)
        await person.press("escape", after=0.5)
        person.shows("Stop here? What you did is kept.")
        left = state_of(person).left
        await follow(person, 30)
        await person.press("2", after=0.1)
        assert (left, None) == (state_of(person).left, state_of(person).paused)
        await person.press("escape", "1", after=0.5)
        person.shows("Done. 21 seconds.", "How is your back now?")
        assert End.STOPPED is done_in(person.house).end


@pytest.mark.parametrize("key", ["escape", "exclamation_mark"])
async def test_who_takes_no_answer_finds_it_as_it_was(ease: Visit, key: str) -> None:
    async with ease() as person:
        await person.press(key, "escape", after=0.5)
        assert state_of(person).paused is None
        await person.press("space", key, "escape", after=0.5)
        assert Pause.PERSON is state_of(person).paused
        person.shows("PAUSED")


async def test_help_names_every_key_and_this_stretch_in_full(ease: Visit) -> None:
    async with ease() as person:
        await person.press("question_mark")
        text = []
        for _ in range(12):
            text.append(person.says)
            await person.press("pagedown", after=0)
        said = " ".join(text)
        for words in (
            "Legs up on a chair", "Take down one leg, then the other.", "the pain grows",
            "Pause, or go on.", "A gentler version of this stretch.", "Leave this stretch out from",
            "Before each stretch, or no longer.", "This hold or rest, on both sides.",
        ):  # fmt: skip
            assert words in said, words


async def test_why_names_the_sources_of_this_stretch(ease: Visit) -> None:
    async with ease() as person:
        await person.press("i")
        assert "ReadScreen" == person.screen
        assert "makes no claim of its own" not in person.says


# --- is this pain all right? ----------------------------------------------------------------------


async def test_an_ache_is_fine_and_it_goes_on(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 20)
        await person.press("exclamation_mark")
        person.shows("Is this pain all right? A little ache is fine.")
        assert Pause.PERSON is state_of(person).paused
        await person.press("1")
        assert state_of(person).paused is None
        assert "SessionScreen" == person.screen


@pytest.mark.parametrize("answer", ["2", "3", "4"])
async def test_worse_ends_it_and_asks_for_the_signs(visit: Visit, answer: str) -> None:
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW, "enter", "1")
        await follow(person, 20)
        await person.press("exclamation_mark", answer)
        person.shows("Stopped, because it did not feel right.", "the warning signs come next.")
        done = done_in(person.house)
        assert (End.WORSE, "legs_on_chair") == (done.end, done.ended_by)
        await person.press("3", "7", "enter")
        assert "CheckScreen" == person.screen
        person.shows("Check 1 of")
        assert not person.app._notifications, "it would lie over the signs"


async def test_worse_in_a_session_from_a_shell_asks_for_the_signs_before_it_leaves(
    ease: Visit,
) -> None:
    async with ease() as person:
        await follow(person, 20)
        await person.press("exclamation_mark", "2", "escape")
        assert person.app.is_running
        person.shows("Check 1 of")
        await person.press("1", "enter")
        person.shows("EMERGENCY")
        await person.settle()
        assert person.app._exit is False


async def test_two_sessions_ended_by_the_same_stretch_take_it_out(visit: Visit) -> None:
    def once(house: House) -> None:
        coached(house)
        say(house, SessionDone("ease", 60.0, {}, End.WORSE, "legs_on_chair"))

    async with visit(seed=once, errand=EASE) as person:
        await person.press(*TO_EASE)
        await follow(person, 20)
        await person.press("exclamation_mark", "2")
        person.shows("Legs up on a chair has ended two sessions, so it is left out from now on.")
    async with visit(errand=StretchErrand()) as person:
        await person.press(*NOTHING_NEW)
        await person.wait_for(lambda: person.screen != "CheckScreen", "the next screen")
        person.shows("Left out today: Legs up on a chair")


async def test_what_made_it_worse_twice_shows_its_card_at_once(
    visit: Visit, clock: FakeClock
) -> None:
    async with visit(seed=coached):
        clock.advance(60)
    worse = SessionDone("ease", 60.0, {"knee_rolls": 60.0}, End.WORSE, "knee_rolls")
    async with visit(seed=lambda house: say(house, worse)) as person:
        assert "HomeScreen" == person.screen
        await person.press("1", *NOTHING_NEW)
        await follow(person, 200)
        await person.press("3", "enter", "escape", "1")
        person.shows("What should help made it worse", "Why, from your own entries")


async def test_once_it_says_nothing_of_leaving_out(ease: Visit) -> None:
    async with ease() as person:
        await person.press("exclamation_mark", "2")
        assert "left out" not in person.says


# --- gaps, and the most there is ------------------------------------------------------------------


async def test_after_a_gap_it_pauses_and_says_why(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 20)
        left = state_of(person).left
        await follow(person, 900, step=900)
        person.shows("PAUSED", "nobody looked for a while", "Space goes on.")
        assert left == state_of(person).left
        await person.press("space", after=0)
        assert "PAUSED" not in person.says


async def test_twenty_minutes_are_the_most(ease: Visit) -> None:
    async with ease() as person:
        await person.press("right", after=0)
        for _ in range(30):
            if person.screen != "SessionScreen":
                break
            await follow(person, 100, step=2)
            if person.screen == "SessionScreen":
                await person.press("r", after=0)
        person.shows("Done. 20 minutes, which is the most.")
        done = done_in(person.house)
        assert (End.LIMIT, 1200) == (done.end, round(done.seconds))


async def test_while_help_is_read_it_stands_still_and_then_runs_on(ease: Visit) -> None:
    async with ease() as person:
        await person.press("question_mark", after=0)
        for _ in range(10):
            person.clock.advance(2)
            with person.app._context():
                next(one for one in person.app.screen_stack
                     if isinstance(one, SessionScreen)).look()  # fmt: skip
        assert Pause.PERSON is state_of(person).paused
        await person.press("escape", after=0)
        person.shows("GET READY")
        assert state_of(person).paused is None


async def test_a_session_that_was_paused_stays_so_after_help(ease: Visit) -> None:
    async with ease() as person:
        await person.press("space", "question_mark", "escape")
        assert Pause.PERSON is state_of(person).paused


# --- leaving it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_quitting_asks_first_and_keeps_what_was_done(ease: Visit, key: str) -> None:
    async with ease() as person:
        await follow(person, 30)
        await person.press(key)
        person.shows("A session is running. Stop it and quit?")
        await person.press("2")
        assert state_of(person).paused is None
        await person.press(key, "1")
        done = done_in(person.house)
        assert (End.STOPPED, 0) == (done.end, person.app.return_code)
        assert 30 <= done.seconds <= 40


async def test_to_quit_twice_quits(ease: Visit) -> None:
    async with ease() as person:
        await follow(person, 30)
        await person.press("ctrl+c", "ctrl+c")
        assert (End.STOPPED, 0) == (done_in(person.house).end, person.app.return_code)


async def test_worse_twice_is_worse_and_asks_for_the_signs(ease: Visit) -> None:
    async with ease() as person:
        await skip_to(person, PhaseKind.MOVE, "knee_rolls")
        await follow(person, 2)
        await person.press("exclamation_mark", "exclamation_mark")
        done = done_in(person.house)
        assert (End.WORSE, "knee_rolls") == (done.end, done.ended_by)
        await person.press("escape")
        assert "CheckScreen" == person.screen


@pytest.mark.parametrize("key", ["question_mark", "escape", "q", "i"])
async def test_worse_is_asked_whatever_lies_over_it(ease: Visit, key: str) -> None:
    async with ease() as person:
        await person.press(key, "exclamation_mark")
        person.shows("Is this pain all right?")
        assert Pause.PERSON is state_of(person).paused
        await person.press("1")
        assert ("SessionScreen", None) == (person.screen, state_of(person).paused)


async def test_no_second_session_begins_beside_one_that_runs(ease: Visit) -> None:
    async with ease() as person:
        with person.app._context():
            person.app.stretches.ease_now()
        await person.settle()
        assert ("SessionScreen", "ease") == (person.screen, state_of(person).routine)


async def test_what_was_left_out_can_be_taken_in_again(ease: Visit, visit: Visit) -> None:
    async with ease() as person:
        await person.press("x", "escape", "1", "escape")
    async with visit() as person:
        await person.press("3", *NOTHING_NEW)
        person.shows("Some you left out: l takes them in again.")
        await person.press("l")
        person.shows("You left these out.", "1 Legs up on a chair")
        await person.press("1")
        assert "StretchChooseScreen" == person.screen
        assert "Some you left out" not in person.says
        await person.press("l")
        assert "StretchChooseScreen" == person.screen


async def test_in_a_low_window_it_says_one_sentence_at_a_time(visit: Visit) -> None:
    async with visit(seed=coached, size=(40, 12), errand=EASE) as person:
        await person.press(*TO_EASE)
        person.shows("Put your phone within reach")
        await follow(person, 5)
        person.shows("Hold the chair.")


# --- after it -------------------------------------------------------------------------------------


async def to_the_end(person: Person) -> None:
    """First aid, started from Home, followed to its end."""
    await person.press("1", *NOTHING_NEW)
    await follow(person, 200)
    assert "SessionAfterScreen" == person.screen


async def test_pain_can_be_left_out_and_must_be_one_there_is(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await to_the_end(person)
        await person.press("4", "enter", after=0)
        person.shows("How is your back now?")
        await person.press("2")
        person.shows("How bad is the pain now, 0 to 10?")
        await person.press("1", "1", "enter")
        assert "SessionAfterScreen" == person.screen
        person.shows("10")
        await person.press("backspace", "0", "enter")
        (after,) = sessions_in(person.house, SessionAfter)
        assert isinstance(after, SessionAfter)
        assert (10, Feel.SAME) == (after.pain, after.feel)


@pytest.mark.parametrize(("keys", "kept"), [
    (("3", "enter"), [(None, Feel.WORSE)]),
    (("3", "0", "enter"), [(0, Feel.WORSE)]),
    (("1", "escape"), [(None, Feel.BETTER)]),
    (("escape",), []),
])  # fmt: skip
async def test_what_was_said_is_kept_and_the_rest_left_out(
    visit: Visit, keys: tuple[str, ...], kept: list[tuple[int | None, Feel]]
) -> None:
    async with visit(seed=coached) as person:
        await to_the_end(person)
        await person.press(*keys)
        worse = kept and kept[0][1] is Feel.WORSE
        assert ("CheckScreen" if worse else "HomeScreen") == person.screen
        said = [
            (one.pain, one.feel)
            for one in sessions_in(person.house, SessionAfter) if isinstance(one, SessionAfter)
        ]  # fmt: skip
        assert kept == said


async def test_if_nothing_can_be_kept_it_says_so(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, words: Words
) -> None:
    async with visit(seed=coached) as person:
        await person.press("1", *NOTHING_NEW)
        fill_disk(person.house, monkeypatch)
        await follow(person, 200)
        person.shows("Done. 2 minutes.", words.card.nothing_kept)


# --- cut short ------------------------------------------------------------------------------------


async def test_a_session_that_was_cut_short_is_offered_where_it_was(
    visit: Visit, ease: Visit, clock: FakeClock
) -> None:
    async with ease() as person:
        await skip_to(person, PhaseKind.HOLD, "single_knee_to_chest")
        at, total = state_of(person).at, state_of(person).total
    clock.advance(600)
    async with visit() as person:
        await person.press("3", *NOTHING_NEW)
        person.shows("A session was cut short: Ease. Go on where it was?")
        await person.press("1", "1")
        assert (at, total) == (state_of(person).at, state_of(person).total)
        person.shows("PAUSED", "Single knee to chest", "Space goes on.")
        await person.press("space", after=0)
        await follow(person, 500)
        assert End.DONE is done_in(person.house).end


async def test_something_else_may_be_started_and_it_is_not_offered_again(
    visit: Visit, ease: Visit
) -> None:
    async with ease() as person:
        await person.press("right")
    async with visit() as person:
        await person.press("3", *NOTHING_NEW, "escape")
        assert "HomeScreen" == person.screen
        await person.press("3", *NOTHING_NEW, "2")
        assert "StretchChooseScreen" == person.screen
        await person.press("escape", "3", *NOTHING_NEW)
        assert "StretchChooseScreen" == person.screen


async def test_after_some_hours_it_is_not_offered_any_more(
    visit: Visit, ease: Visit, clock: FakeClock
) -> None:
    async with ease() as person:
        await person.press("right")
    clock.advance(3 * 3600)
    async with visit() as person:
        await person.press("3", *NOTHING_NEW)
        assert "StretchChooseScreen" == person.screen


# --- who may not ----------------------------------------------------------------------------------


def locked(house: House) -> None:
    """An emergency sign was ticked."""
    assert tick(house, "saddle").entry


def closed(house: House) -> None:
    """A same-day sign that closes sessions."""
    coached(house)
    close(house, Lock.SESSIONS)


def young(house: House) -> None:
    """Somebody who is 14."""
    coached(house, year_of_birth=2012)


def floor_locked(house: House) -> None:
    """A same-day sign that closes floor work."""
    coached(house)
    close(house, Lock.FLOOR)


def close(house: House, lock: Lock) -> None:
    """Keep a check with a sign that closes that much."""
    house.clock.advance(1)  # type: ignore[attr-defined] # the clock of these tests
    reason = Reason("severe", "severe", Urgency.SAME_DAY, lock, "Because.", ())
    answers = Answers(age=38, days=2.0, pain=8)
    say(house, Check(answers, Urgency.SAME_DAY, (reason,), complete=True))


async def to_home(person: Person) -> None:
    """Leave what came first."""
    if person.screen != "HomeScreen":
        await person.press("escape")
    assert "HomeScreen" == person.screen, person.text


async def by_home(person: Person) -> None:
    """Ask for a session from Home."""
    await to_home(person)
    await person.press("3")


async def by_home_now(person: Person) -> None:
    """Ask for relief from Home."""
    await to_home(person)
    await person.press("1")


async def by_palette(person: Person) -> None:
    """Ask for a session from the palette."""
    await to_home(person)
    await person.press("ctrl+p", *"stretch", after=0)
    await person.wait_for(lambda: "guided" in person.text, "the command")
    await person.press("enter")


ENTRANCES = pytest.mark.parametrize("entrance", [by_home, by_home_now, by_palette])


@ENTRANCES
async def test_under_a_lock_the_care_card_is_shown_instead(
    visit: Visit, entrance: Callable[[Person], object]
) -> None:
    async with visit(seed=closed) as person:
        await entrance(person)  # type: ignore[misc]
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        person.shows("TODAY")
        assert [] == sessions_in(person.house)


@ENTRANCES
async def test_under_16_there_is_a_card_and_no_session(
    visit: Visit, entrance: Callable[[Person], object]
) -> None:
    async with visit(seed=young) as person:
        await entrance(person)  # type: ignore[misc]
        person.shows("No session now", "You are under 16, so there are no stretches here.")
        await person.press("escape")
        assert "HomeScreen" == person.screen


@pytest.mark.parametrize("errand", [EASE, NOW, StretchErrand()], ids=["ease", "now", "choose"])
async def test_from_a_shell_the_same_holds(visit: Visit, errand: StretchErrand) -> None:
    async with visit(seed=locked, errand=errand) as person:
        await person.wait_for(lambda: person.screen == "CareScreen", "the card")
        person.shows("EMERGENCY")
    assert [] == sessions_in(person.house)


@pytest.mark.parametrize("errand", [EASE, NOW, StretchErrand()], ids=["ease", "now", "choose"])
async def test_from_a_shell_under_16_holds(visit: Visit, errand: StretchErrand) -> None:
    async with visit(seed=young, errand=errand) as person:
        person.shows("No session now", "Tell an adult now.")
        await person.press("escape")
        assert person.app.outcome
        assert ("refused", 0) == (person.app.outcome.value, person.app.return_code)


async def test_a_lock_on_floor_work_leaves_the_floor_out(visit: Visit) -> None:
    async with visit(seed=floor_locked) as person:
        await by_home(person)
        await person.press(*NOTHING_NEW)
        person.shows("it needs no floor")
        assert ", floor" not in person.says


@pytest.mark.parametrize("routine", ["ease", "foam_roller"])
async def test_pregnant_there_is_no_floor_work_by_name_either(visit: Visit, routine: str) -> None:
    seed = partial(coached, pregnancy="pregnant")
    async with visit(seed=seed, errand=StretchErrand(routine)) as person:
        await person.press(*NOTHING_NEW)
        person.shows("No session now", "does not fit today", "Left out today")
        await person.press("escape")
        assert person.app.outcome
        assert "refused" == person.app.outcome.value


async def test_without_a_check_the_whole_check_comes_first(visit: Visit) -> None:
    async with visit() as person:
        await person.press("3")
        person.shows("Check 1 of")


# --- two keys to relief ---------------------------------------------------------------------------


async def test_two_keys_from_home_to_relief(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("1", "0")
        assert ("SessionScreen", "first_aid") == (person.screen, state_of(person).routine)
        person.shows("Position of ease", "GET READY")
        assert not any(
            person.house.catalogue.library.stretches[one.stretch].place.is_floor
            for one in state_of(person).phases
        )
        assert state_of(person).plan_seconds <= 300


async def test_now_from_a_shell_leaves_when_it_is_done(visit: Visit) -> None:
    async with visit(seed=coached, errand=NOW) as person:
        await person.press("0")
        await follow(person, 200)
        await person.press("1", "2", "enter")
        assert person.app.outcome
        assert ("done", 0) == (person.app.outcome.value, person.app.return_code)


@pytest.mark.parametrize("from_a_shell", [False, True])
async def test_a_yes_leads_to_the_check_and_to_no_session(
    visit: Visit,
    from_a_shell: bool,  # noqa: FBT001 - a column of the table
) -> None:
    async with visit(seed=coached, errand=NOW if from_a_shell else None) as person:
        await person.press(*([] if from_a_shell else ["1"]), "1", "enter")
        await person.wait_for(lambda: "Check 1 of" in person.says, "the check")
        assert person.app._exit is False
        assert [] == sessions_in(person.house)
        await person.press("1", "enter")
        person.shows("EMERGENCY")


async def test_age_that_is_not_known_is_asked_and_under_16_there_is_none(visit: Visit) -> None:
    def unknown(house: House) -> None:
        say(house, NO_SIGN, About(unsuited_asked=True))

    async with visit(seed=unknown) as person:
        await person.press("1", "0")
        assert "CheckScreen" == person.screen
        await person.press("1", "4", "enter")
        if person.screen == "CheckScreen":
            await person.press("1")
        person.shows("No session now", "You are under 16")
        assert person.house.status().under_16


async def test_now_needs_no_check_where_there_is_none(visit: Visit) -> None:
    async with visit() as person:
        await person.press("1", "0")
        await person.press("3", "8", "enter", "1")
        assert "SessionScreen" == person.screen, person.text


# --- beside a pack --------------------------------------------------------------------------------


async def test_a_running_pack_is_told_over_the_player(visit: Visit) -> None:
    def both(house: House) -> None:
        coached(house)
        put_on(house)

    async with visit(seed=both, errand=NOW) as person:
        await person.press("0")
        assert "SessionScreen" == person.screen
        await person.later(1)
        assert person.text.splitlines()[0].strip().startswith("Cold pack: ")
        person.shows("GET READY")
        await person.press("o", after=0.1)
        person.shows("Is the pack off your skin?")


# --- no colour at all -----------------------------------------------------------------------------


async def test_no_color_shows_a_session_without_any_colour(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(seed=coached) as person:
        await person.press("3", *NOTHING_NEW)
        seen = {person.screen: colours(person)}
        await person.press("enter", "1")
        seen[person.screen] = colours(person)
        await follow(person, 20)
        await person.press("space")
        seen["paused"] = colours(person)
        await person.press("escape")
        seen["question"] = colours(person)
        await person.press("1")
        seen[person.screen] = colours(person)
        assert {name: set() for name in seen} == seen
        assert len(seen) == 5


# --- what comes up over it ------------------------------------------------------------------------


async def do(person: Person, name: str) -> None:
    """Do something from the palette."""
    with person.app._context():
        person.app.doings[name]()
    await person.settle()


async def test_a_session_does_not_go_on_after_the_card_of_a_check_from_the_palette(
    ease: Callable[..., AbstractAsyncContextManager[Person]],
) -> None:
    async with ease() as person:
        await follow(person, 20)
        await do(person, "check")
        await person.press("1", "enter")
        assert "CareScreen" == person.screen
        await person.press("1", "escape")
        await follow(person, 2)
        assert "SessionAfterScreen" == person.screen
        person.shows("What was said meanwhile closes it.")
        assert End.STOPPED is done_in(person.house).end


async def test_a_session_does_not_go_on_once_they_say_that_they_are_under_16(
    ease: Callable[..., AbstractAsyncContextManager[Person]],
) -> None:
    async with ease() as person:
        await follow(person, 20)
        await do(person, "about")
        say(person.house, replace(person.house.status().about, year_of_birth=2015))
        await person.press("escape")
        await follow(person, 2)
        assert "SessionAfterScreen" == person.screen


async def test_where_something_took_a_session_away_worse_still_asks_and_another_can_begin(
    ease: Callable[..., AbstractAsyncContextManager[Person]],
) -> None:
    async with ease() as person:
        await follow(person, 20)
        with person.app._context():
            person.app.settings.change("welcome")
        await person.settle()
        await person.press("1")
        assert "CheckScreen" == person.screen
        await person.press("escape", "1")
        assert "HomeScreen" == person.screen, person.text
        await person.press("exclamation_mark")
        assert "CheckScreen" == person.screen
        await person.press("escape", "1", "3")
        assert "CheckScreen" == person.screen


async def test_what_another_copy_finds_ends_a_session(
    ease: Callable[..., AbstractAsyncContextManager[Person]], home: Path
) -> None:
    async with ease() as person:
        await follow(person, 20)
        other = house_at(home, person.clock)
        tick(other, "saddle")
        other.close()
        await person.look_around()
        await follow(person, 2)
        assert "CareScreen" == person.screen
        await person.press("1", "escape")
        assert "SessionAfterScreen" == person.screen
        assert End.STOPPED is done_in(person.house).end
