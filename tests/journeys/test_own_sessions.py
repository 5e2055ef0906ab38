"""Sessions of one's own routines: the same gates on every way in, the same record, and resumed."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.journeys.houses import CONTENT, FakeClock, answer_all, house_at, record_of
from tests.journeys.scripted import Scripted, until
from tests.own import CHAIR, HEAD, UNSAID, put_files

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Body, Check
from unspasm.domain.locks import Lock
from unspasm.domain.session import Do
from unspasm.domain.session_entries import End, LeftOut, SessionDone
from unspasm.domain.urgency import Urgency
from unspasm.domain.which_routine import Chosen
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.gate_flow import Outcome, walk
from unspasm.journeys.house import House
from unspasm.journeys.session_flow import NoSession, StretchFlow
from unspasm.journeys.sessions import SESSION
from unspasm.words import read_words

CALENDAR = read_words(CONTENT).calendar
KIND, CAREFUL = HEAD + CHAIR, HEAD + UNSAID
WAYS = ("by name", "chosen", "from the list")
EVERY_WAY = pytest.mark.parametrize("way", WAYS)
ABOUT = About(year_of_birth=1986, said_in=2026, pregnancy="no", unsuited_asked=True)


class OnTheWay(Scripted):
    """Somebody who takes their own routine, in one of the ways there are."""

    way = "by name"
    lists = 0

    async def own_routines(self) -> str | None:
        """Start it from the list, once."""
        self.lists += 1
        return "mine" if self.lists == 1 else None


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    house = house_at(folder, clock)
    answer_all(CheckJourney(house), clock)
    house.append([house.entry(replace(house.status().about, unsuited_asked=True))])
    return house


def asked_for(face: OnTheWay) -> Outcome:
    """Ask for the routine."""
    if face.way == "by name":
        return walk(StretchFlow(face, face.house, CALENDAR).open("mine"))
    own = face.way == "from the list"
    face.choices = [Chosen(None if own else "mine", floor=True, better=None, own=own), None]
    return walk(StretchFlow(face, face.house, CALENDAR).open())


def somebody(house: House, clock: FakeClock, way: str, text: str = KIND) -> OnTheWay:
    """Somebody with that routine who takes it in that way."""
    put_files(house, _folder_of(house), {"mine": text})
    face = OnTheWay(house, clock)
    face.way = way
    return face


def _folder_of(house: House) -> Path:
    return Path(record_of(house).file).parent


def say(house: House, *bodies: Body) -> None:
    assert house.append([house.entry(body) for body in bodies])


def locked(lock: Lock, urgency: Urgency = Urgency.SAME_DAY) -> Check:
    """A check that leaves a lock."""
    reason = Reason("severe", "severe", urgency, lock, "", ())
    return Check(Answers(40, 2, 3), urgency, (reason,), complete=True)


def done_in(house: House) -> list[Body]:
    """The sessions that have ended, oldest first."""
    entries = sorted(house.session_entries(), key=lambda entry: (entry.at, entry.id))
    return [entry.body for entry in entries if isinstance(entry.body, SessionDone)]


# --- the way through ------------------------------------------------------------------------------


@EVERY_WAY
def test_a_routine_of_ones_own_runs_and_is_recorded_as_ours_are(
    house: House, clock: FakeClock, way: str
) -> None:
    face = somebody(house, clock, way)

    assert Outcome.DONE is asked_for(face)
    [done] = done_in(house)
    assert isinstance(done, SessionDone)
    assert ("mine", End.DONE) == (done.routine, done.end)
    assert {"own.arm_reach": 30.0} == dict(done.worked)


def test_from_the_list_everything_is_asked_anew(house: House, clock: FakeClock) -> None:
    face = somebody(house, clock, "from the list")
    asked_for(face)

    assert ["new", "choose", "new", "play", "after"] == face.told


@EVERY_WAY
def test_what_locks_sessions_locks_these(house: House, clock: FakeClock, way: str) -> None:
    for lock in (Lock.ALL, Lock.SESSIONS, Lock.SESSIONS_AND_PACKS):
        face = somebody(house, clock, way)
        urgency = Urgency.EMERGENCY if lock is Lock.ALL else Urgency.SAME_DAY
        say(house, locked(lock, urgency))

        assert Outcome.REFUSED is asked_for(face)
        assert [] == face.runs


@EVERY_WAY
def test_under_16_there_is_none(house: House, clock: FakeClock, way: str) -> None:
    face = somebody(house, clock, way)
    say(house, replace(house.status().about, year_of_birth=2012))

    assert Outcome.REFUSED is asked_for(face)
    assert [] == face.runs
    assert NoSession.UNDER_16 in face.refused


def _pregnant(house: House) -> None:
    say(house, replace(house.status().about, pregnancy="yes"))


def _floor_locked(house: House) -> None:
    say(house, locked(Lock.FLOOR))


def _weak_bones(house: House) -> None:
    say(house, replace(house.status().about, lasting_yes=frozenset({"bones"})))


def _taken_out(house: House) -> None:
    say(house, LeftOut(frozenset({"own.heel_slides"})))


def _operated(house: House) -> None:
    say(house, replace(house.status().about, unsuited=frozenset({"recent_operation"})))


def _spasm(house: House) -> None:
    """The second day of another spasm."""
    say(house, Check(Answers(40, 2, 5), Urgency.SELF_CARE, (), complete=True))


@EVERY_WAY
@pytest.mark.parametrize(
    "becomes",
    [_spasm, _pregnant, _floor_locked, _weak_bones, _taken_out, _operated],
    ids=lambda one: one.__name__,
)
def test_an_exercise_of_which_nothing_is_said_waits_wherever_ours_would(
    house: House, clock: FakeClock, way: str, becomes: object
) -> None:
    assert house.end_episode()
    clock.advance()
    face = somebody(house, clock, way, CAREFUL)
    assert callable(becomes)
    becomes(house)

    assert asked_for(face) in {Outcome.REFUSED, Outcome.LEFT}
    assert [] == face.runs
    assert set(face.refused) <= {NoSession.NOT_TODAY, NoSession.NOTHING_LEFT}


@EVERY_WAY
def test_where_nothing_speaks_against_it_it_runs(house: House, clock: FakeClock, way: str) -> None:
    assert house.end_episode()
    clock.advance()
    face = somebody(house, clock, way, CAREFUL)

    assert Outcome.DONE is asked_for(face)
    assert "up" in face.told


def test_a_routine_whose_file_has_gone_is_refused_and_nothing_breaks(
    house: House, clock: FakeClock
) -> None:
    face = somebody(house, clock, "by name")
    assert house.routines
    (house.routines / "mine.toml").unlink()
    outcome = asked_for(face)

    assert (Outcome.REFUSED, [NoSession.GONE]) == (outcome, face.refused)


def test_what_ended_two_sessions_is_taken_out_and_stays_out_in_another_routine(
    house: House, clock: FakeClock
) -> None:
    two = CHAIR.replace("Arm reach", "Second")
    face = somebody(house, clock, "by name", HEAD + CHAIR + two)
    for _ in range(2):
        face.plays = until("own.arm_reach", Do.WORSE)
        asked_for(face)
    assert frozenset({"own.arm_reach"}) == face.taken_out[-1]

    put_files(house, _folder_of(house), {"more": KIND.replace("mine", "more")})
    again = Scripted(house, clock)
    assert Outcome.REFUSED is walk(StretchFlow(again, house, CALENDAR).open("more"))
    assert "own.arm_reach" in house.library.every_stretch


# --- cut short ------------------------------------------------------------------------------------


@pytest.fixture
def cut(house: House, clock: FakeClock) -> OnTheWay:
    """Somebody whose session was cut short in its second exercise."""
    text = HEAD + CHAIR + CHAIR.replace("Arm reach", "Second")
    face = somebody(house, clock, "by name", text)
    face.plays = until("own.second")
    asked_for(face)
    again = OnTheWay(house, clock)
    again.lists = 1
    return again


def test_a_session_that_was_cut_short_goes_on_where_it_was(cut: OnTheWay) -> None:
    assert Outcome.DONE is asked_for(cut)

    assert "go on with mine" in cut.told
    [done] = done_in(cut.house)
    assert isinstance(done, SessionDone)
    assert "own.second" in done.worked


@pytest.mark.parametrize("change", ["another dose", "gone", "broken"])
def test_if_its_file_changed_meanwhile_it_is_asked_anew_and_what_was_done_is_kept(
    cut: OnTheWay, change: str
) -> None:
    assert cut.house.routines
    file = cut.house.routines / "mine.toml"
    text = file.read_text(encoding="utf-8")
    if change == "gone":
        file.unlink()
    else:
        file.write_text(text.replace("repeats = 6", "repeats = 7") if "dose" in change else "x")
    cut.choices = [None]
    outcome = walk(StretchFlow(cut, cut.house, CALENDAR).open())

    assert Outcome.LEFT is outcome
    assert not [one for one in cut.told if one.startswith("go on")]
    [done] = done_in(cut.house)
    assert isinstance(done, SessionDone)
    assert ("mine", End.STOPPED) == (done.routine, done.end)
    assert not record_of(cut.house).unfinished(SESSION)
