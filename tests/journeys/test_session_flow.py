"""From "stretch" to a session and its end, in one order whichever face asks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    CONTENT,
    FakeClock,
    answer_all,
    answer_to,
    bodies,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)
from tests.journeys.scripted import Scripted, until

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.check_events import Shown, Tick
from unspasm.domain.check_state import signs_here
from unspasm.domain.entries import About, Body, Check, EpisodeOver, NothingNew
from unspasm.domain.locks import Lock
from unspasm.domain.session import Do
from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.stretches import Direction, Recovery
from unspasm.domain.urgency import Urgency
from unspasm.domain.which_routine import Chosen, Fitted, Why
from unspasm.journal import Trouble
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.gate_flow import Outcome, walk
from unspasm.journeys.house import House
from unspasm.journeys.questions import NewOrWorseJourney
from unspasm.journeys.session_flow import NoSession, Offer, StretchFlow
from unspasm.journeys.sessions import SESSION, SessionJourney
from unspasm.words import read_words

CALENDAR = read_words(CONTENT).calendar
LINE = CATALOGUE.rules.new_or_worse.lines[0].sign
ASKED = About(year_of_birth=1986, said_in=2026, pregnancy="no", unsuited_asked=True)
EMERGENCY = Reason("numb", "numb", Urgency.EMERGENCY, Lock.ALL, "", ())
FLOOR_ONLY = Reason("severe", "severe", Urgency.SAME_DAY, Lock.FLOOR, "", ())
SESSIONS_ONLY = Reason("fever", "fever", Urgency.SAME_DAY, Lock.SESSIONS, "", ())


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def checked(house: House, clock: FakeClock) -> House:
    """A house of somebody who has just been asked everything, on the second day of a spasm."""
    answer_all(CheckJourney(house), clock)
    about = house.status().about
    house.append([house.entry(replace(about, unsuited_asked=True))])
    return house


@pytest.fixture
def face(checked: House, clock: FakeClock) -> Scripted:
    return Scripted(checked, clock)


def flow(face: Scripted) -> StretchFlow:
    return StretchFlow(face, face.house, CALENDAR)


def opened(face: Scripted, routine: str | None = None) -> Outcome:
    return walk(flow(face).open(routine))


def eased(face: Scripted) -> Outcome:
    return walk(flow(face).ease_now())


def sessions(house: House, *kinds: type) -> list[Body]:
    """What is known to have been said of sessions, oldest first."""
    entries = sorted(house.session_entries(), key=lambda entry: (entry.at, entry.id))
    return [entry.body for entry in entries if isinstance(entry.body, kinds)]


def found(house: House, *reasons: Reason) -> str:
    """Keep a full check with these reasons."""
    urgency = max(reason.urgency for reason in reasons)
    entry = house.entry(Check(Answers(40, 2, 3), urgency, reasons, complete=True))
    assert house.append([entry])
    return entry.id


def ticked_and_left(house: House, clock: FakeClock, sign: str) -> None:
    """Tick a sign in a check, and leave its page without an answer."""
    run = CheckJourney(house)
    state = answer_to(run, clock, CATALOGUE.rules.home_of[sign])
    run.tell(Shown(frozenset(one.id for one in signs_here(state.step))))
    assert not run.tell(Tick(sign)).ending


def cut_short(run: SessionJourney, clock: FakeClock) -> None:
    """Leave in the middle, as a closed window does."""
    until("belly_breathing")(run, clock)


# --- the way through ------------------------------------------------------------------------------


def test_a_session_from_the_gate_to_how_it_is_after(face: Scripted) -> None:
    assert Outcome.DONE is opened(face)

    assert ["new", "choose", "up", "play", "after"] == face.told
    [offer] = face.offers
    assert ("ease", Why.ACUTE) == (offer.suggested.routine.id, offer.why)
    [done] = sessions(face.house, SessionDone)
    [after] = sessions(face.house, SessionAfter)
    assert isinstance(done, SessionDone)
    assert isinstance(after, SessionAfter)
    assert ("ease", End.DONE, None) == (done.routine, done.end, done.ended_by)
    assert (3, Feel.SAME) == (after.pain, after.feel)
    assert [frozenset()] == face.taken_out
    assert not record_of(face.house).unfinished(SESSION)


def test_a_routine_by_name_is_not_chosen_again(face: Scripted) -> None:
    assert Outcome.DONE is opened(face, "first_aid")
    assert ["new", "play", "after"] == face.told


def test_leaving_the_choice_leaves(face: Scripted) -> None:
    face.choices = [None]

    assert Outcome.LEFT is opened(face)
    assert [] == face.runs


def test_a_session_that_is_left_open_is_told_nothing_after(face: Scripted) -> None:
    face.plays = cut_short

    assert Outcome.LEFT is opened(face)
    assert "after" not in face.told
    assert [] == sessions(face.house, SessionDone)


def test_a_session_that_is_stopped_is_done_all_the_same(face: Scripted) -> None:
    face.plays = until("belly_breathing", Do.STOP)

    assert Outcome.DONE is opened(face)
    [done] = sessions(face.house, SessionDone)
    assert isinstance(done, SessionDone)
    assert (End.STOPPED, None) == (done.end, done.ended_by)
    assert "signs" not in face.told


# --- the gate -------------------------------------------------------------------------------------


def test_who_was_never_asked_goes_through_a_check_first(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock)

    assert Outcome.DONE is opened(face)
    assert ["check", "card", "before", "choose", "up", "play", "after"] == face.told


def test_who_leaves_the_check_has_no_session(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock, checks=False)

    assert Outcome.LEFT is opened(face)
    assert ["check"] == face.told


def test_who_leaves_the_page_of_what_is_new_has_no_session(face: Scripted) -> None:
    face.new = None

    assert Outcome.LEFT is opened(face)
    assert ["new"] == face.told


def test_something_new_leads_to_a_check_that_may_close_sessions(face: Scripted) -> None:
    face.new, face.signs = (LINE.id,), ("saddle",)

    assert Outcome.REFUSED is opened(face)
    assert ["new", "check", "card"] == face.told
    assert [] == face.runs


def test_nothing_new_is_kept(face: Scripted) -> None:
    opened(face)

    assert [NothingNew()] == bodies(face.house, NothingNew)


@pytest.mark.parametrize("routine", [None, "first_aid", "walk", "ease"])
def test_a_lock_shows_its_card_on_every_entrance(face: Scripted, routine: str | None) -> None:
    check = found(face.house, EMERGENCY)

    assert Outcome.REFUSED is opened(face, routine)
    assert Outcome.REFUSED is eased(face)
    assert ["card", "card"] == face.told
    assert {check} == {card.id for card in face.cards}


def test_a_lock_on_sessions_closes_positions_of_ease_too(face: Scripted) -> None:
    found(face.house, SESSIONS_ONLY)

    assert (Outcome.REFUSED, Outcome.REFUSED) == (opened(face), eased(face))
    assert [] == face.runs


def test_a_lock_on_floor_work_leaves_what_needs_no_floor(face: Scripted) -> None:
    found(face.house, FLOOR_ONLY)

    assert Outcome.DONE is opened(face)
    assert "up" not in face.told
    [run] = face.runs
    assert not [one.id for one in run.fitted.stretches if one.place.is_floor or one.strength]
    assert Why.NO_FLOOR is face.offers[0].why


def test_nobody_under_16_is_coached(face: Scripted) -> None:
    face.house.append([face.house.entry(replace(ASKED, year_of_birth=2012))])

    assert (Outcome.REFUSED, Outcome.REFUSED) == (opened(face), eased(face))
    assert [] == face.runs
    assert "play" not in face.told


@pytest.mark.parametrize("pregnancy", ["pregnant", "maybe_pregnant"])
def test_no_floor_in_pregnancy(face: Scripted, pregnancy: str) -> None:
    face.house.append([face.house.entry(replace(ASKED, pregnancy=pregnancy))])

    for routine in (None, "ease", "loosen", "strong", "first_aid"):
        opened(face, routine)

    assert face.runs
    for run in face.runs:
        assert not [one.id for one in run.fitted.stretches if one.place.is_floor]


# --- what suits -----------------------------------------------------------------------------------


def test_what_suits_is_asked_once(house: House, clock: FakeClock) -> None:
    answer_all(CheckJourney(house), clock)
    face = Scripted(house, clock, unsuited=("dizzy", "knee_pain"))
    opened(face)
    opened(face)

    assert 1 == face.told.count("before")
    about = house.status().about
    assert (frozenset({"dizzy", "knee_pain"}), True) == (about.unsuited, about.unsuited_asked)
    for run in face.runs:
        assert not [one.id for one in run.fitted.stretches if one.place.is_floor]


def test_who_does_not_say_what_suits_has_no_session(house: House, clock: FakeClock) -> None:
    answer_all(CheckJourney(house), clock)
    face = Scripted(house, clock, unsuited=None)

    assert Outcome.LEFT is opened(face)
    assert not house.status().about.unsuited_asked
    assert [] == face.runs


def test_what_suits_can_be_asked_again_with_what_was_said(face: Scripted) -> None:
    face.house.append([face.house.entry(replace(ASKED, unsuited=frozenset({"dizzy"})))])
    face.choices = [Chosen(None, floor=True, better=None, ask_again=True)]
    opened(face)

    assert ["new", "choose", "before", "choose"] == face.told[:4]
    assert frozenset({"dizzy"}) == face.house.status().about.unsuited


def test_choosing_what_feels_better_offers_anew(face: Scripted, clock: FakeClock) -> None:
    easing_off(face, clock)
    face.choices = [Chosen(None, floor=True, better=Direction.ARCH)]
    opened(face)

    assert [Why.EASING, Why.ARCHING] == [offer.why for offer in face.offers]
    assert "extension" == face.runs[0].state.routine


def easing_off(face: Scripted, clock: FakeClock) -> None:
    """Let ten days pass, and be asked everything again."""
    clock.advance(days=10)
    entry = face.house.entry(Check(Answers(40, 10, 3), Urgency.SELF_CARE, (), complete=True))
    face.house.append([entry])


def test_who_chooses_no_floor_is_not_asked_about_it(face: Scripted) -> None:
    face.choices = [Chosen(None, floor=False, better=None)]
    opened(face)

    assert "up" not in face.told
    assert [True, False] == [offer.body.floor for offer in face.offers]


# --- up again -------------------------------------------------------------------------------------


def test_before_floor_work_it_is_asked_whether_they_can_get_up(face: Scripted) -> None:
    face.up = [False]
    opened(face)

    assert ["new", "choose", "up", "choose", "play", "after"] == face.told
    assert not [one.id for one in face.runs[0].fitted.stretches if one.place.is_floor]


def test_by_name_too_and_what_needs_no_floor_is_offered(face: Scripted) -> None:
    face.up = [False]

    assert Outcome.DONE is opened(face, "ease")
    assert ["new", "up", "choose", "play", "after"] == face.told
    assert not face.offers[0].body.floor


def test_where_nothing_is_left_it_says_so(face: Scripted, clock: FakeClock) -> None:
    easing_off(face, clock)
    face.choices = [Chosen("extension", floor=False, better=None)]
    face.house.append([face.house.entry(LeftOut(frozenset({"standing_back_bend"})))])

    assert Outcome.REFUSED is opened(face)
    assert [NoSession.NOTHING_LEFT] == face.refused


def test_a_routine_of_which_less_than_half_fits_does_not_go_by_its_name(face: Scripted) -> None:
    assert Outcome.REFUSED is opened(face, "strong")
    assert ([NoSession.NOT_TODAY], ["strong"]) == (face.refused, face.refused_of)
    assert [] == face.runs


def test_what_was_left_out_can_be_taken_in_again(face: Scripted) -> None:
    out = frozenset({"knee_rolls", "walk"})
    face.house.append([face.house.entry(LeftOut(out))])
    face.choices = [Chosen(None, floor=True, better=None, take_in=True), None]
    face.take = ("walk",)

    opened(face)

    assert face.offers[0].body.left_out == out
    assert face.offers[1].body.left_out == {"knee_rolls"}
    assert ["take in knee_rolls walk", "take in knee_rolls"] == face.told[-3:-1]


def test_who_does_not_say_whether_they_can_get_up_leaves(face: Scripted) -> None:
    face.up = [None]

    assert Outcome.LEFT is opened(face)
    assert [] == face.runs


def test_no_strength_work_in_the_acute_phase_whatever_is_chosen(face: Scripted) -> None:
    face.choices = [Chosen("strong", floor=True, better=None)]
    opened(face)

    [run] = face.runs
    assert Recovery.ACUTE is run.fitted.recovery
    assert not [one.id for one in run.fitted.stretches if one.strength]


def test_strength_work_is_offered_between_spasms(face: Scripted, clock: FakeClock) -> None:
    clock.advance(60)
    face.house.append([face.house.entry(EpisodeOver())])
    opened(face)

    assert Why.PREVENTION is face.offers[0].why
    assert [one.id for one in face.runs[0].fitted.stretches if one.strength]


# --- worse ----------------------------------------------------------------------------------------


def test_a_session_that_worsens_asks_the_signs(face: Scripted) -> None:
    face.plays = until("knee_rolls", Do.WORSE)

    assert Outcome.DONE is opened(face)
    assert ["play", "after", "signs"] == face.told[-3:]
    assert [frozenset()] == face.taken_out
    [done] = sessions(face.house, SessionDone)
    assert isinstance(done, SessionDone)
    assert (End.WORSE, "knee_rolls") == (done.end, done.ended_by)


def test_two_sessions_that_the_same_stretch_ended_take_it_out_and_say_so(face: Scripted) -> None:
    face.plays = until("knee_rolls", Do.WORSE)
    opened(face)
    opened(face)

    assert [frozenset(), frozenset({"knee_rolls"})] == face.taken_out
    face.plays = until("pelvic_tilt", Do.WORSE)
    opened(face)
    assert frozenset() == face.taken_out[-1]
    assert "knee_rolls" not in [one.id for one in face.runs[-1].fitted.stretches]


def test_leaving_out_another_stretch_between_them_changes_nothing(face: Scripted) -> None:
    face.plays = until("knee_rolls", Do.WORSE)
    opened(face)
    face.plays = until("pelvic_tilt", Do.LEAVE_OUT, Do.STOP)
    opened(face)
    face.plays = until("knee_rolls", Do.WORSE)
    opened(face)
    opened_again = walk(flow(Scripted(face.house, face.clock)).open())

    assert frozenset({"knee_rolls"}) == face.taken_out[-1]
    assert Outcome.DONE is opened_again


def test_what_is_left_out_is_left_out_from_now_on(face: Scripted) -> None:
    face.plays = until("pelvic_tilt", Do.LEAVE_OUT, Do.STOP)
    opened(face)
    face.plays = until("knee_rolls", Do.LEAVE_OUT, Do.STOP)
    opened(face)

    assert LeftOut(frozenset({"pelvic_tilt", "knee_rolls"})) in sessions(face.house, LeftOut)
    again = Scripted(face.house, face.clock)
    opened(again)
    assert not {"pelvic_tilt", "knee_rolls"} & {one.id for one in again.runs[0].fitted.stretches}


# --- cut short ------------------------------------------------------------------------------------


@pytest.fixture
def cut(face: Scripted) -> Scripted:
    """Somebody whose session was cut short, back again."""
    face.plays = cut_short
    opened(face)
    return Scripted(face.house, face.clock)


def test_a_session_that_was_cut_short_is_offered_again_where_it_was(cut: Scripted) -> None:
    assert Outcome.DONE is opened(cut)

    assert ["new", "go on with ease", "up", "play", "after"] == cut.told
    assert "legs_on_chair" not in cut.runs[0].state.worked


def test_who_begins_anew_is_not_offered_it_again(cut: Scripted) -> None:
    cut.go_on = False
    opened(cut)

    assert ["new", "go on with ease", "choose", "up", "play", "after"] == cut.told
    assert not record_of(cut.house).unfinished(SESSION)


def test_who_neither_goes_on_nor_begins_leaves_it_as_it_is(cut: Scripted) -> None:
    cut.go_on = None

    assert Outcome.LEFT is opened(cut)
    assert record_of(cut.house).unfinished(SESSION)


def test_a_routine_by_name_does_not_ask_about_another(cut: Scripted) -> None:
    opened(cut, "first_aid")

    assert ["new", "play", "after"] == cut.told
    cut_off, _ = sessions(cut.house, SessionDone)
    assert isinstance(cut_off, SessionDone)
    assert ("ease", End.STOPPED) == (cut_off.routine, cut_off.end)


def test_a_lock_comes_before_going_on(cut: Scripted) -> None:
    found(cut.house, EMERGENCY)

    assert Outcome.REFUSED is opened(cut)
    assert ["card"] == cut.told


# --- while a screen stands open -------------------------------------------------------------------


class Standing(Scripted):
    """Something happens while the choice, or the question on getting up, stands open."""

    def __init__(
        self, house: House, clock: FakeClock, at: str, happens: Callable[[], object]
    ) -> None:
        super().__init__(house, clock)
        self.at, self.happens = at, [happens]

    def _meanwhile(self, here: str) -> None:
        if here == self.at and self.happens:
            self.happens.pop()()

    async def choose(self, offer: Offer) -> Chosen | None:
        """Choose after it."""
        self._meanwhile("choose")
        return await super().choose(offer)

    async def go_on_with(self, fitted: Fitted) -> bool | None:
        """Go on after it."""
        self._meanwhile("go on")
        return await super().go_on_with(fitted)

    async def can_get_up(self) -> bool | None:
        """Answer after it."""
        self._meanwhile("up")
        return await super().can_get_up()


@pytest.mark.parametrize("at", ["choose", "up"])
@pytest.mark.parametrize("reason", [EMERGENCY, SESSIONS_ONLY])
def test_a_sign_that_another_copy_finds_while_a_screen_stands_open_locks_the_session(
    checked: House, clock: FakeClock, at: str, reason: Reason
) -> None:
    face = Standing(checked, clock, at, lambda: found(checked, reason))

    assert Outcome.REFUSED is opened(face)
    assert ("card", []) == (face.told[-1], face.runs)


def test_a_sign_found_while_a_session_is_offered_again_locks_it(
    cut: Scripted, clock: FakeClock
) -> None:
    face = Standing(cut.house, clock, "go on", lambda: found(cut.house, EMERGENCY))

    assert Outcome.REFUSED is opened(face)
    assert ("card", []) == (face.told[-1], face.runs)


def test_who_turns_out_to_be_under_16_while_they_choose_is_not_coached(
    checked: House, clock: FakeClock
) -> None:
    young = replace(ASKED, year_of_birth=2012)
    face = Standing(checked, clock, "choose", lambda: checked.append([checked.entry(young)]))

    assert Outcome.REFUSED is opened(face)
    assert ([NoSession.UNDER_16], []) == (face.refused, face.runs)


def test_who_turns_out_to_be_pregnant_while_they_choose_does_no_floor_work(
    checked: House, clock: FakeClock
) -> None:
    pregnant = replace(ASKED, pregnancy="pregnant")
    face = Standing(checked, clock, "up", lambda: checked.append([checked.entry(pregnant)]))

    opened(face)
    assert not any(one.place.is_floor for run in face.runs for one in run.fitted.stretches)


def test_what_was_asked_before_a_session_does_not_hold_over_night(
    checked: House, clock: FakeClock
) -> None:
    face = Standing(checked, clock, "choose", lambda: clock.advance(31 * 60))

    assert Outcome.DONE is opened(face)
    assert ["new", "choose", "up", "new"] == face.told[:4]


# --- now ------------------------------------------------------------------------------------------


def test_from_pain_to_relief_is_one_page(face: Scripted) -> None:
    assert Outcome.DONE is eased(face)

    assert ["new", "play", "after"] == face.told
    [run] = face.runs
    assert ["position_of_ease", "belly_breathing"] == [one.id for one in run.fitted.stretches]


def test_nothing_is_needed_before_it(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock, age=40, pregnant=0)

    assert Outcome.DONE is eased(face)
    assert ["new", "play", "after"] == face.told
    about = house.status().about
    assert (40, 2026, "no") == (about.age_in(2026), about.said_in, about.pregnancy)


def test_it_may_be_done_in_pregnancy(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock, pregnant=2)

    assert Outcome.DONE is eased(face)
    assert "pregnant" == house.status().about.pregnancy


def test_who_turns_out_to_be_under_16_gets_no_further(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock, age=15)

    assert Outcome.REFUSED is eased(face)
    assert (["new", "refuse"], [NoSession.UNDER_16]) == (face.told, face.refused)


def test_who_leaves_the_page_gets_no_further(face: Scripted) -> None:
    face.new = None

    assert Outcome.LEFT is eased(face)
    assert ["new"] == face.told


def test_something_new_asks_the_signs_instead(face: Scripted) -> None:
    face.new = (LINE.id,)

    assert Outcome.REFUSED is eased(face)
    assert ["new", "signs"] == face.told
    assert [] == face.runs


def test_something_new_asks_the_signs_whoever_it_is(house: House, clock: FakeClock) -> None:
    face = Scripted(house, clock, new=(LINE.id,))

    assert Outcome.REFUSED is eased(face)
    assert ["new", "signs"] == face.told
    assert 40 == house.status().about.age_in(2026)


def test_a_check_that_was_left_is_no_way_round_it(house: House, clock: FakeClock) -> None:
    answer_to(CheckJourney(house), clock, "pain")
    face = Scripted(house, clock)

    assert Outcome.LEFT is opened(Scripted(house, clock, checks=False))
    assert Outcome.DONE is eased(face)


@pytest.mark.parametrize("sign", ["saddle", "fever"])
def test_a_tick_that_was_left_unconfirmed_comes_before_relief(
    house: House, clock: FakeClock, sign: str
) -> None:
    ticked_and_left(house, clock, sign)
    face = Scripted(house, clock)

    assert Outcome.REFUSED is eased(face)
    assert (["check", "card"], []) == (face.told, face.runs)


def test_who_leaves_a_tick_again_gets_no_further(house: House, clock: FakeClock) -> None:
    ticked_and_left(house, clock, "saddle")
    face = Scripted(house, clock, checks=False)

    assert Outcome.LEFT is eased(face)
    assert ["check"] == face.told


def test_a_line_of_what_is_new_that_was_left_comes_before_relief(face: Scripted) -> None:
    run = NewOrWorseJourney(face.house, "today")
    run.tell(Shown(frozenset(sign.id for sign in signs_here(run.state.step))))
    run.tell(Tick(LINE.id))

    assert Outcome.DONE is eased(face)
    assert ["check", "card", "play"] == face.told[:3]


def test_a_tick_that_closes_no_position_of_ease_keeps_nobody_from_it(
    house: House, clock: FakeClock
) -> None:
    ticked_and_left(house, clock, "leg_one")
    face = Scripted(house, clock)

    assert Outcome.DONE is eased(face)
    assert ["new", "play"] == face.told[:2]


def test_where_everything_of_it_is_left_out_it_says_so(face: Scripted) -> None:
    everything = LeftOut(frozenset({"position_of_ease", "belly_breathing"}))
    face.house.append([face.house.entry(everything)])

    assert Outcome.REFUSED is eased(face)
    assert [NoSession.NOTHING_LEFT] == face.refused


def test_a_session_that_worsens_asks_the_signs_here_too(face: Scripted) -> None:
    face.plays = until("belly_breathing", Do.WORSE)

    assert Outcome.DONE is eased(face)
    assert ["after", "signs"] == face.told[-2:]


# --- a full disk ----------------------------------------------------------------------------------


def test_a_full_disk_stops_no_session_and_it_says_that_it_was_not_kept(
    face: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(face.house, monkeypatch)

    assert Outcome.DONE is opened(face)
    [run] = face.runs
    assert (End.DONE, False) == (run.state.ended, run.kept)
    assert not face.house.keeps
    assert Trouble.FULL in face.house.troubles
    [done] = sessions(face.house, SessionDone)
    assert isinstance(done, SessionDone)
    assert End.DONE is done.end


def test_on_a_full_disk_two_endings_take_a_stretch_out_until_the_program_ends(
    face: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(face.house, monkeypatch)
    face.plays = until("knee_rolls", Do.WORSE)
    opened(face)
    opened(face)

    assert frozenset({"knee_rolls"}) == face.taken_out[-1]


def test_without_a_record_there_are_sessions_all_the_same(clock: FakeClock) -> None:
    face = Scripted(house_without_record(clock), clock)

    assert (Outcome.DONE, Outcome.DONE) == (opened(face), eased(face))
    assert [False, False] == [run.kept for run in face.runs]


# --- what another copy finds while one runs -------------------------------------------------------


def finds(folder: Path, reason: Reason) -> Callable[[SessionJourney, FakeClock], None]:
    """Somebody in whose session another copy finds that."""

    def plays(run: SessionJourney, clock: FakeClock) -> None:
        clock.advance(1)
        run.look()
        other = house_at(folder, clock)
        check = Check(Answers(40, 2, 3), reason.urgency, (reason,), complete=False)
        other.append([other.entry(check)])
        run.look()

    return plays


def test_the_card_of_what_another_copy_finds_comes_before_how_it_is_now(
    face: Scripted, folder: Path
) -> None:
    face.plays = finds(folder, SESSIONS_ONLY)
    opened(face, "ease")

    assert ["play", "card", "after"] == face.told[-3:]
    assert [SESSIONS_ONLY] == [
        one.body.reasons[0] for one in face.cards if isinstance(one.body, Check)
    ]


def test_while_an_emergency_stands_that_another_copy_found_nothing_is_asked(
    face: Scripted, folder: Path
) -> None:
    face.plays = finds(folder, EMERGENCY)
    opened(face, "ease")

    assert ["play", "card"] == face.told[-2:]


def test_the_card_of_what_was_found_here_is_not_shown_twice(face: Scripted) -> None:
    def plays(run: SessionJourney, _clock: FakeClock) -> None:
        run.do(Do.PAUSE)
        reasons = (SESSIONS_ONLY,)
        check = Check(Answers(40, 2, 3), Urgency.SAME_DAY, reasons, complete=True)
        face.house.append([face.house.entry(check)])
        run.do(Do.PAUSE)

    face.plays = plays
    opened(face, "ease")

    assert ["play", "after"] == face.told[-2:]
