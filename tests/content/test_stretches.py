"""The stretches and routines as they ship."""

from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from tests.content.reading import Reading
from tests.content.test_words_of_care import HIGHEST_MEDIAN
from tests.content.texts import Text, texts_in, values_in
from tests.domain.sessions import NOW

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Trend
from unspasm.domain.session import Do, Session, advance, pass_time, start
from unspasm.domain.session_entries import End
from unspasm.domain.session_plan import MOST_SECONDS, BodySide, of_routine, seconds_of
from unspasm.domain.stretches import Library, Recovery, Stretch, Unsuited
from unspasm.domain.which_routine import Body, Left, Spasm, all_fitted, fit
from unspasm.journeys import today

EXERCISES = {
    1: "legs_on_chair", 2: "belly_breathing", 3: "knee_rolls", 4: "pelvic_tilt",
    5: "single_knee_to_chest", 6: "double_knee_to_chest", 7: "cat_cow", 8: "bottom_to_heels",
    9: "figure_four", 10: "hamstring_stretch", 11: "prone_lying", 12: "prone_on_elbows",
    13: "press_up", 14: "standing_back_bend", 15: "bridge", 16: "hip_flexor_lunge",
    17: "open_book", 18: "bird_dog", 19: "curl_up", 20: "side_plank_knees",
    21: "seated_forward_fold", 22: "wall_slide", 23: "deep_tummy", 24: "walk",
}  # fmt: skip
"""The exercises by their number, from 1."""
BESIDE = {"position_of_ease", "self_massage", "roller"}
"""What is no exercise of that list."""
BODIES = {
    Recovery.ACUTE: Body(Spasm(2, 5, Trend.UNKNOWN)),
    Recovery.EASING: Body(Spasm(10, 3, Trend.NOT_IMPROVING)),
    Recovery.PREVENTION: Body(None),
}
ROUTINES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "content" / "en" / "routines").glob("*.toml")
)
EVERY_ROUTINE = pytest.mark.parametrize("name", ROUTINES)
EVERY_RECOVERY = pytest.mark.parametrize("recovery", Recovery)
OF_STRETCHES = ("stretches/", "routines/", "sessions.toml")


@pytest.fixture(scope="module")
def library(catalogue: Catalogue) -> Library:
    return catalogue.library


@pytest.fixture(scope="module")
def texts(content_folder: Path) -> tuple[Text, ...]:
    """Every string about stretches, routines and sessions."""
    return tuple(text for text in texts_in(content_folder) if text.file.startswith(OF_STRETCHES))


@pytest.fixture(scope="module")
def files(content_folder: Path) -> dict[str, dict[str, Any]]:
    return values_in(content_folder)


# --- the list -------------------------------------------------------------------------------------


def test_all_24_exercises_are_there_once_each(files: dict[str, dict[str, Any]]) -> None:
    stretches = [file for name, file in files.items() if name.startswith("stretches/")]
    numbered = [one for one in stretches if one["number"]]

    assert {one["number"]: one["id"] for one in numbered} == EXERCISES
    assert len(numbered) == len(EXERCISES) == 24
    assert {one["id"] for one in stretches if not one["number"]} == BESIDE


def test_the_library_holds_them_in_their_order(library: Library) -> None:
    assert [name for name in library.stretches if name not in BESIDE] == list(EXERCISES.values())
    assert list(library.routines) == ROUTINES


def test_nothing_that_is_named_is_missing(library: Library, catalogue: Catalogue) -> None:
    named = [one.sources for one in library.stretches.values()]
    named += [one.sources for one in library.routines.values()]
    named += [sign.sources for sign in library.unsuited.signs]

    assert all(named)
    assert {source for sources in named for source in sources} <= catalogue.sources.keys()


def test_every_reason_that_is_asked_leaves_something_out_and_says_why(library: Library) -> None:
    asked = {Unsuited(sign.id) for sign in library.unsuited.signs}
    named = Counter(chain.from_iterable(one.skip for one in library.stretches.values()))

    assert asked - {Unsuited.RECENT_OPERATION} <= named.keys()  # that one closes all floor work
    assert all(say.strip() for one in library.stretches.values() for say in one.skip.values())


def test_every_reason_of_a_stretch_can_be_found_out(library: Library) -> None:
    asked = {Unsuited(sign.id) for sign in library.unsuited.signs}
    told = Body(
        Spasm(2, 8, Trend.UNKNOWN), weak_bones=True, blood_thinner=True, pregnant=True,
        leg_pain=True, floor=False,
    ).reasons | {Unsuited.BENDING_WORSE, Unsuited.ARCHING_WORSE}  # fmt: skip

    assert set(Unsuited) == asked | told


def test_what_the_checklist_must_know_for_it_is_a_fact_there(catalogue: Catalogue) -> None:
    facts = {fact for sign in catalogue.rules.signs.values() for fact in sign.covers}

    assert facts >= today._WEAK_BONES | today._LEG_PAIN | {"blood_thinner"}


def test_every_floor_stretch_is_left_to_who_can_get_up_and_is_not_pregnant(
    library: Library,
) -> None:
    floor = [one for one in library.stretches.values() if one.place.is_floor]

    assert floor
    for one in floor:
        assert {Unsuited.CANNOT_GET_DOWN, Unsuited.PREGNANT, Unsuited.DIZZY} <= one.skip.keys()


def test_no_strength_work_has_a_dose_for_the_acute_phase(library: Library) -> None:
    strength = [one for one in library.stretches.values() if one.strength]

    assert strength
    assert not [one.id for one in strength if Recovery.ACUTE in one.doses]


# --- totals ---------------------------------------------------------------------------------------


def run_through(session: Session) -> Session:
    """Look at the clock every second until it has ended."""
    now = NOW
    while not session.ended:
        now = replace(now, boot=now.boot + 1, awake=now.awake + 1)
        session = pass_time(session, now)
    return session


@EVERY_RECOVERY
@EVERY_ROUTINE
def test_a_whole_routine_takes_20_minutes_at_most(
    library: Library, name: str, recovery: Recovery
) -> None:
    phases = of_routine(library.routines[name], library.stretches, recovery)

    assert seconds_of(phases) <= MOST_SECONDS


@EVERY_RECOVERY
@EVERY_ROUTINE
def test_the_minutes_that_are_told_are_the_minutes_that_it_runs(
    library: Library, name: str, recovery: Recovery
) -> None:
    fitted = fit(library.routines[name], library, BODIES[recovery])
    if not fitted.phases:
        pytest.skip("nothing of it is left in that phase of recovery")
    ended = run_through(start(name, fitted.phases, NOW))

    assert End.DONE is ended.ended
    assert seconds_of(fitted.phases) == pytest.approx(ended.total)
    assert {one.id for one in fitted.stretches} == ended.worked.keys()


@EVERY_RECOVERY
@EVERY_ROUTINE
def test_both_sides_get_the_same_time(library: Library, name: str, recovery: Recovery) -> None:
    fitted = fit(library.routines[name], library, BODIES[recovery])
    sides = Counter[tuple[str, BodySide | None]]()
    for phase in fitted.phases:
        if phase.kind.works:
            sides[phase.stretch, phase.side] += phase.seconds

    for one in fitted.stretches:
        if one.sides == 2:
            assert sides[one.id, BodySide.LEFT] == sides[one.id, BodySide.RIGHT] > 0


@EVERY_ROUTINE
def test_a_routine_is_whole_in_the_phase_of_recovery_that_it_is_for(
    library: Library, name: str
) -> None:
    routine = library.routines[name]
    for recovery in [routine.recovery] if routine.recovery else list(Recovery):
        fitted = fit(routine, library, BODIES[recovery])

        assert [one.id for one in fitted.stretches] == list(routine.stretches)
        assert () == fitted.left_out


def test_first_aid_takes_about_two_minutes(library: Library) -> None:
    fitted = fit(library.routines["first_aid"], library, BODIES[Recovery.ACUTE])

    assert 100 <= seconds_of(fitted.phases) <= 140


@pytest.mark.parametrize("name", ["first_aid", "desk_break", "massage_minute", "walk"])
def test_what_needs_no_floor_is_open_without_one(library: Library, name: str) -> None:
    without = Body(BODIES[Recovery.ACUTE].spasm, floor=False)

    assert fit(library.routines[name], library, without).phases


@EVERY_RECOVERY
def test_something_is_left_for_who_can_do_least(library: Library, recovery: Recovery) -> None:
    everything = Body(
        BODIES[recovery].spasm, pregnant=True, weak_bones=True, blood_thinner=True, floor=False,
        leg_pain=True, unsuited=frozenset(Unsuited),
    )  # fmt: skip

    assert "first_aid" in [one.routine.id for one in all_fitted(library, everything)]


def test_no_strength_and_no_floor_in_any_routine_for_the_acute_phase(library: Library) -> None:
    body = Body(BODIES[Recovery.ACUTE].spasm, floor=False)
    offered: list[Stretch] = [one for every in all_fitted(library, body) for one in every.stretches]

    assert offered
    assert not [one.id for one in offered if one.strength or one.place.is_floor]
    strong = fit(library.routines["strong"], library, BODIES[Recovery.ACUTE])
    assert Left.STRENGTH in {left for _, left, _ in strong.left_out}


@EVERY_ROUTINE
def test_every_routine_can_be_skipped_through(library: Library, name: str) -> None:
    routine = library.routines[name]
    fitted = fit(routine, library, BODIES[routine.recovery or Recovery.EASING])
    session = start(name, fitted.phases, NOW)
    for _ in fitted.stretches:
        session = advance(session, Do.SKIP)

    assert (End.DONE, {}) == (session.ended, session.worked)


# --- words ----------------------------------------------------------------------------------------

READ = {
    "what it is for": ("what", "why"),
    "how to do it": ("get_in", "steps", "get_out", "during", "easier"),
    "when to stop or to skip": ("stop", "say"),
    "what is asked": ("ask", "find_out"),
}


@pytest.mark.parametrize("kind", READ)
def test_the_reading_age_is_9_to_11_here_too(texts: tuple[Text, ...], kind: str) -> None:
    readings = [Reading.of(text.words) for text in texts if text.key in READ[kind]]

    assert readings
    assert median(reading.grade for reading in readings) <= HIGHEST_MEDIAN


def test_a_line_of_a_reason_has_at_most_14_words_and_100_letters(library: Library) -> None:
    asked = [sign.ask for sign in library.unsuited.signs]

    assert not [ask for ask in asked if len(ask.split()) > 14 or len(ask) > 100]
    assert all(sign.find_out for sign in library.unsuited.signs)
    assert len(asked) <= 9


def test_what_a_voice_says_is_short(library: Library) -> None:
    assert not [one.id for one in library.stretches.values() if len(one.cue.split()) > 8]


def test_every_stretch_says_when_to_stop(library: Library) -> None:
    assert all(one.stop and one.easier and one.get_out for one in library.stretches.values())


def test_no_routine_promises_anything(texts: tuple[Text, ...]) -> None:
    promised = [
        str(text)
        for text in texts
        if text.key in {"why", "what"}
        if any(word in text.words.lower().split() for word in ("will", "always", "guaranteed"))
    ]

    assert not promised
