"""Sessions line by line: everything is told, no key is needed, and every key does its thing."""

from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, fill_disk, house_at
from tests.plain.talking import WORDS, assert_harmless
from tests.seeds import coached, put_on, say, sessions_in, tick

from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import EndOfInputError, Lines

STRETCH = WORDS.stretch
CTRL_C = "^C"
EOF = "^D"
Typed = tuple[float, str]


class Follower(Lines):
    """Somebody who answers questions, then follows a session and types something now and then."""

    def __init__(
        self, clock: FakeClock, answers: Sequence[str], meanwhile: Sequence[Typed] = ()
    ) -> None:
        self.out = StringIO()
        super().__init__(StringIO(), self.out)
        self._clock = clock
        self._answers = list(answers)
        self._during = list(meanwhile)
        self._passed = 0.0

    def ask(self, prompt: str) -> str:
        """Answer with the next line."""
        self._clock.advance(0.5)
        self.say(prompt)
        if not self._answers:
            raise EndOfInputError
        return self._answers.pop(0)

    def ask_within(self, seconds: float) -> str | None:
        """Type what is due by now."""
        self._clock.advance(seconds)
        self._passed += seconds
        assert self._passed < 4000, self.out.getvalue()
        if not self._during or self._during[0][0] > self._passed:
            return None
        text = self._during.pop(0)[1]
        if text == CTRL_C:
            raise KeyboardInterrupt
        if text == EOF:
            raise EndOfInputError
        return text


def follow(
    house: House,
    clock: FakeClock,
    *answers: str,
    during: Sequence[Typed] = (),
    routine: str | None = "ease",
    now: bool = False,
) -> tuple[Outcome | None, str]:
    """Ask for a session; return what came of it, and everything that was printed."""
    lines = Follower(clock, answers, during)
    outcome = None
    with suppress(EndOfInputError):
        outcome = PlainApp(house, WORDS, lines, None).stretch(routine, now=now)
    said = lines.out.getvalue()
    assert_harmless(said)
    return outcome, said


BEFORE = ("0", "1")
"""Nothing is new, and the floor is fine."""


@pytest.fixture
def known(house: House, clock: FakeClock) -> House:
    coached(house)
    clock.advance(60)
    return house


def done_in(house: House) -> SessionDone:
    (done,) = sessions_in(house, SessionDone)
    assert isinstance(done, SessionDone)
    return done


# --- a whole session ------------------------------------------------------------------------------


def test_a_whole_session_runs_without_a_key_and_tells_everything(
    known: House, clock: FakeClock
) -> None:
    outcome, said = follow(known, clock, *BEFORE, "1", "3")
    lines = said.splitlines()

    assert outcome is Outcome.DONE
    for words in (
        "Ease. 9 minutes.", "Next: Legs up on a chair. 15 seconds to get ready.",
        "Put your phone within reach, low down, beside a firm chair or a sofa.",
        "Lift one lower leg onto the seat, then the other.",
        "Stay. 120 seconds. Legs up on a chair.",
        "Breathe slowly, and let your belly rise and sink.", "Half way.", "Three, two, one.",
        "Next: Knee rolls, left. 5 seconds to get ready.", "Change to the right. 5 seconds.",
        "Hold. 5 seconds. Single knee to chest, left, 1 of 3.", "Rest. 3 seconds.",
        "Hold. 5 seconds. Single knee to chest, right, 3 of 3.", "Walk. 120 seconds. Walk.",
        "Done. 9 minutes.",
    ):  # fmt: skip
        assert words in said, words
    assert lines.index("Change to the right. 5 seconds.") > lines.index(
        "Next: Knee rolls, left. 5 seconds to get ready. 4 of 6."
    )
    done = done_in(known)
    assert (End.DONE, 547) == (done.end, round(done.seconds))
    (after,) = sessions_in(known, SessionAfter)
    assert isinstance(after, SessionAfter)
    assert (3, Feel.BETTER) == (after.pain, after.feel)


def test_every_stretch_is_named_with_its_steps_before_it_starts(
    known: House, clock: FakeClock
) -> None:
    _, said = follow(known, clock, *BEFORE, "", "")

    library = known.catalogue.library
    place = 0
    for name in library.routines["ease"].stretches:
        stretch = library.stretches[name]
        place = said.index(f"Next: {stretch.name}", place)
        for step in stretch.steps:
            assert said.index(step, place) < said.index(f" seconds. {stretch.name}", place)


# --- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("h", STRETCH.waits_on), ("e", "Gentler: Lie on your bed"), ("+", "Now 130 seconds"),
        ("-", "Now 110 seconds"), ("x", "Legs up on a chair: left out from now on."),
        ("", STRETCH.plain_paused_person), ("s", "Next: Belly breathing."),
        ("n", "Next: Belly breathing."),
        ("zzz", "Not understood: zzz"), ("[red]\x1b[2J", "Not understood: [red]?[2j"),
    ],
)  # fmt: skip
def test_each_key_says_what_it_did(known: House, clock: FakeClock, typed: str, said: str) -> None:
    _, shown = follow(known, clock, *BEFORE, "", "", during=[(30, typed), (31, "q")])

    assert said in shown


@pytest.mark.parametrize("key", ["b", "r"])
def test_back_and_again_tell_the_phase_once_more(known: House, clock: FakeClock, key: str) -> None:
    _, said = follow(known, clock, *BEFORE, "", "", during=[(30, key), (31, "q")])

    assert 2 == said.count("Legs up on a chair.\n") - said.count("Next: Legs up on a chair.\n")


def test_what_may_not_be_changed_says_so(known: House, clock: FakeClock) -> None:
    _, said = follow(known, clock, *BEFORE, "", "", during=[(2, "+"), (3, "q")])

    assert STRETCH.refused_change in said


def test_a_pause_counts_for_nothing(known: House, clock: FakeClock) -> None:
    follow(known, clock, *BEFORE, "", "", during=[(30, ""), (900, ""), (920, "q")])

    done = done_in(known)
    assert End.STOPPED is done.end
    assert 49 <= done.seconds <= 51


@pytest.mark.parametrize("typed", ["q", CTRL_C])
def test_stopping_keeps_what_was_done(known: House, clock: FakeClock, typed: str) -> None:
    outcome, said = follow(known, clock, *BEFORE, "2", "", during=[(40, typed)])

    assert outcome is Outcome.DONE
    assert "Done. 40 seconds." in said
    assert STRETCH.feel_ask in said
    assert End.STOPPED is done_in(known).end


def test_the_end_of_input_stops_it_and_keeps_what_was_done(known: House, clock: FakeClock) -> None:
    outcome, _ = follow(known, clock, *BEFORE, during=[(40, EOF)])

    assert outcome is None
    assert (End.STOPPED, 40) == (done_in(known).end, round(done_in(known).seconds))


def test_what_is_left_out_stays_out(known: House, clock: FakeClock) -> None:
    follow(known, clock, *BEFORE, "", "", during=[(30, "x"), (31, "q")])
    _, said = follow(known, clock, *BEFORE, during=[(5, EOF)])

    assert LeftOut(frozenset({"legs_on_chair"})) in sessions_in(known, LeftOut)
    assert "Next: Legs up on a chair" not in said


# --- is this pain all right? ----------------------------------------------------------------------


def test_an_ache_is_fine_and_it_goes_on(known: House, clock: FakeClock) -> None:
    _, said = follow(known, clock, *BEFORE, "1", "", "", during=[(40, "!"), (50, "q")])

    assert STRETCH.worse_ask in said
    assert End.STOPPED is done_in(known).end
    assert 48 <= done_in(known).seconds <= 51


@pytest.mark.parametrize("answer", ["2", "3", "4"])
def test_worse_ends_it_and_asks_for_the_signs(known: House, clock: FakeClock, answer: str) -> None:
    _, said = follow(known, clock, *BEFORE, answer, "3", "7", during=[(40, "!")])

    assert "Stopped, because it did not feel right." in said
    assert "Page 1 of " in said
    assert (End.WORSE, "legs_on_chair") == (done_in(known).end, done_in(known).ended_by)


def test_who_takes_no_answer_while_paused_stays_paused(known: House, clock: FakeClock) -> None:
    follow(known, clock, *BEFORE, "", "", "", during=[(30, ""), (32, "!"), (500, "q")])

    assert 29 <= done_in(known).seconds <= 31


def test_two_sessions_ended_by_the_same_stretch_take_it_out(known: House, clock: FakeClock) -> None:
    say(known, SessionDone("ease", 60.0, {}, End.WORSE, "legs_on_chair"))
    clock.advance(5)
    _, said = follow(known, clock, *BEFORE, "2", "", "", during=[(40, "!")])

    assert STRETCH.taken_out.format(name="Legs up on a chair") in said


# --- what another copy does -----------------------------------------------------------------------


class Neighbour(Follower):
    """Somebody who follows a session while another copy of the program is used."""

    def __init__(
        self, clock: FakeClock, answers: Sequence[str], folder: Path, sign: str, after: float
    ) -> None:
        super().__init__(clock, answers)
        self._folder = folder
        self._sign = sign
        self._after = after

    def ask_within(self, seconds: float) -> str | None:
        """Type nothing; once, tick that sign in the other copy."""
        if self._passed < self._after <= self._passed + seconds:
            other = house_at(self._folder, self._clock)
            tick(other, self._sign)
            other.close()
        return super().ask_within(seconds)


@pytest.mark.parametrize("pack", [False, True])
def test_what_another_copy_finds_ends_a_session_and_its_card_comes_first(
    known: House,
    clock: FakeClock,
    folder: Path,
    pack: bool,  # noqa: FBT001 - a column of the table
) -> None:
    if pack:
        put_on(known)
    lines = Neighbour(clock, [*BEFORE, "1", "b", "", ""], folder, "saddle", after=40)
    app = PlainApp(known, WORDS, lines, None)
    app._watch.mind()
    assert Outcome.DONE is app.stretch("ease", now=False)
    said = lines.out.getvalue()

    places = [said.index(words) for words in ("EMERGENCY.", STRETCH.closed_since, STRETCH.feel_ask)]
    assert sorted(places) == places
    assert (End.STOPPED, 40) == (done_in(known).end, round(done_in(known).seconds))


# --- choosing -------------------------------------------------------------------------------------


def test_the_choice_says_why_how_long_and_what_it_needs(known: House, clock: FakeClock) -> None:
    outcome, said = follow(known, clock, "0", "f", "d", "zzz", "q", routine=None)

    assert outcome is Outcome.LEFT
    for words in (
        "Ease fits today: the first days", "1. Ease: 9 minutes, floor, chair",
        "Floor: yes.", "First aid fits today: it needs no floor.", "Floor: no.",
        "Bending forward feels better", "Not understood: zzz", STRETCH.honest,
    ):  # fmt: skip
        assert words in said, words
    assert not sessions_in(known)


def test_enter_takes_what_is_suggested_and_a_number_another(known: House, clock: FakeClock) -> None:
    _, said = follow(known, clock, "0", "", "1", during=[(5, EOF)], routine=None)
    assert STRETCH.get_up_ask in said
    assert "Ease. 9 minutes." in said
    _, said = follow(known, clock, "0", "4", during=[(5, EOF)], routine=None)
    assert "First aid. 2 minutes." in said


def test_no_to_the_floor_question_offers_what_needs_none(known: House, clock: FakeClock) -> None:
    _, said = follow(known, clock, "0", "", "2", "q", routine=None)

    assert "it needs no floor" in said


def test_what_does_not_suit_is_asked_once(house: House, clock: FakeClock) -> None:
    coached(house, unsuited_asked=False)
    clock.advance(60)
    follow(house, clock, "0", "5", "q", routine=None)

    assert {"knee_pain"} == house.status().about.unsuited
    assert house.status().about.unsuited_asked


# --- who may not ----------------------------------------------------------------------------------


@pytest.mark.parametrize("now", [False, True])
def test_under_a_lock_the_care_card_is_told_instead(
    house: House,
    clock: FakeClock,
    now: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert tick(house, "saddle").entry
    clock.advance(60)
    outcome, said = follow(house, clock, "q", now=now)

    assert outcome is Outcome.REFUSED
    assert "EMERGENCY. Get help now." in said
    assert not sessions_in(house)


@pytest.mark.parametrize("now", [False, True])
def test_under_16_there_is_none(
    house: House,
    clock: FakeClock,
    now: bool,  # noqa: FBT001 - a column of the table
) -> None:
    coached(house, year_of_birth=2012)
    clock.advance(60)
    outcome, said = follow(house, clock, now=now)

    assert outcome is Outcome.REFUSED
    assert STRETCH.refused_under_16 in said


def test_pregnant_there_is_no_floor_work(house: House, clock: FakeClock) -> None:
    coached(house, pregnancy="pregnant")
    clock.advance(60)
    _, said = follow(house, clock, "0", "", during=[(20, EOF)], routine=None)
    assert "First aid" in said
    assert "it needs no floor" in said
    outcome, said = follow(house, clock, "0", routine="foam_roller")
    assert outcome is Outcome.REFUSED
    assert STRETCH.refused_not_today.format(name="Foam roller") in said


# --- now ------------------------------------------------------------------------------------------


def test_now_is_one_page_then_positions_of_ease(known: House, clock: FakeClock) -> None:
    outcome, said = follow(known, clock, "0", "1", "", now=True)

    assert outcome is Outcome.DONE
    assert "Next: Position of ease." in said
    assert "Next: Belly breathing." in said
    assert "first_aid" == done_in(known).routine


def test_who_was_never_asked_is_asked_about_all_of_this_pain(
    house: House, clock: FakeClock
) -> None:
    _, said = follow(house, clock, "q", now=True)

    page = house.catalogue.rules.new_or_worse
    assert page.ask_first in said
    assert page.ask.partition("{when}")[2] not in said


def test_a_yes_leads_to_the_check(known: House, clock: FakeClock) -> None:
    outcome, said = follow(known, clock, "1", "q", now=True)

    assert outcome is Outcome.REFUSED
    assert "Page 1 of " in said
    assert not sessions_in(known)


# --- beside a pack, and on a full disk ------------------------------------------------------------


def test_a_pack_that_is_on_is_watched_while_a_session_runs(known: House, clock: FakeClock) -> None:
    put_on(known, minutes=5)
    lines = Follower(clock, [*BEFORE, "", ""], [(400, "q")])
    app = PlainApp(known, WORDS, lines, None)
    app._watch.mind()
    app.stretch("ease", now=False)

    assert WORDS.pack.over_title in lines.out.getvalue()


def test_if_nothing_can_be_kept_it_says_so(
    known: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(known, monkeypatch)
    _, said = follow(known, clock, *BEFORE, "", "", during=[(20, "q")])

    assert WORDS.card.nothing_kept in said
