"""Sessions through kills, stops, signals, lost windows and second copies, with real clocks."""

import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.pty.faces import FULL, PLAIN, Dialogue, Face
from tests.pty.records import Record
from tests.pty.terminal import LEAVES_ALTERNATE_SCREEN, Terminal, since_start

from unspasm import clock
from unspasm.domain.entries import About, Check
from unspasm.domain.session_entries import End, SessionDone
from unspasm.journal import open_journal
from unspasm.journeys.session_kept import Kept, what_was_kept
from unspasm.journeys.sessions import SESSION

NEW = "new or worse, even"
GET_UP = "1. Yes, both"
CUT_SHORT = "A session was cut short: Ease. Go on where it was?"
NOBODY_LOOKED = "Paused: nobody looked for a while"
A_GAP = 4.0
"""Seconds: longer than any pause between two looks at the clock."""


@dataclass(frozen=True)
class Player:
    """How a session is led to, followed and told on one of the two faces."""

    face: Face
    to_walk: Dialogue
    """From the first question to a session without floor work."""
    to_ease: Dialogue
    to_resume: Dialogue
    """From the first question to the one about a session that was cut short."""
    goes_on: Dialogue
    """From there to the player, standing still."""
    otherwise: tuple[str, str]
    """From there to the list of routines."""
    to_stay: tuple[str, str]
    """From getting ready to the first thing that is done."""
    pause: tuple[str, str]
    stop: Dialogue
    """From a running session to what was done of it."""

    def open(
        self,
        home: Path,
        *routine: str,
        environment: Mapping[str, str] = MappingProxyType({}),
        under: tuple[str, ...] = (),
    ) -> Terminal:
        """Ask for a session, up to the first question before it."""
        terminal = self.face.open(home, "stretch", *routine, environment=environment, under=under)
        terminal.wait_for(NEW)
        return terminal

    def walk(self, home: Path, environment: Mapping[str, str] = MappingProxyType({})) -> Terminal:
        """Start a session of one stretch, without floor work."""
        terminal = self.open(home, "walk", environment=environment)
        self.face.tell(terminal, *self.to_walk)
        return terminal

    def ease(self, home: Path, environment: Mapping[str, str] = MappingProxyType({})) -> Terminal:
        """Start a session of several stretches."""
        terminal = self.open(home, "ease", environment=environment)
        self.face.tell(terminal, *self.to_ease)
        return terminal

    def asks_to_go_on(self, home: Path) -> Terminal:
        """Ask for any session, and be offered the one that was cut short."""
        terminal = self.open(home)
        self.face.tell(terminal, *self.to_resume)
        terminal.wait_for_sentence(CUT_SHORT)
        return terminal


ON_SCREEN = Player(
    face=replace(FULL, waits_with=frozenset("01")),
    to_walk=(("0", "GET READY"),),
    to_ease=(("0", "1  Yes, both"), ("1", "GET READY")),
    to_resume=(("0", "1  Go on"),),
    goes_on=(("1", "1  Yes, both"), ("1", "Paused")),
    otherwise=("2", "Ease fits today"),
    to_stay=("\x1b[C", "STAY"),
    pause=(" ", "Paused."),
    stop=(("\x1b", "Stop here?"), ("1", "How is your back now?")),
)
BY_LINE = Player(
    face=PLAIN,
    to_walk=(("0\n", "Next: Walk"),),
    to_ease=(("0\n", GET_UP), ("1\n", "Next: Legs up on a chair")),
    to_resume=(("0\n", "1. Go on"),),
    goes_on=(("1\n", GET_UP), ("1\n", "Paused")),
    otherwise=("2\n", "Ease fits today"),
    to_stay=("n\n", "Stay. 120 seconds. Legs up on a chair."),
    pause=("\n", "Paused."),
    stop=(("q\n", "How is your back now?"),),
)
PLAYERS = (ON_SCREEN, BY_LINE)
on_both_faces = pytest.mark.parametrize("player", PLAYERS, ids=lambda player: player.face.name)


@pytest.fixture
def coached(record: Record) -> Record:
    """Somebody who has also answered what is asked before the first session."""
    (about,) = record.said(About)
    record.write(replace(about, pregnancy="no", unsuited_asked=True), timedelta(minutes=30))
    return record


def done_in(record: Record) -> list[SessionDone]:
    """What was noted of sessions."""
    with closing(open_journal(record.home, clock.now())) as journal:
        bodies = [entry.body for entry in journal.for_sessions()]
    return [body for body in bodies if isinstance(body, SessionDone)]


def cut_short(record: Record) -> list[Kept]:
    """Where sessions stand that no running copy is at; the record they stand in is sound."""
    with closing(open_journal(record.home, clock.now())) as journal:
        rows = journal.unfinished(SESSION)
        assert [Check] == [type(entry.body) for entry in journal.for_care()][:1]
        assert [] == journal.troubles
        with closing(sqlite3.connect(journal.file)) as connection:
            assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
    kept = [what_was_kept(row.state) for row in rows]
    assert None not in kept
    return [one for one in kept if one]


def kill(terminal: Terminal) -> None:
    terminal.signal(signal.SIGKILL)
    assert -signal.SIGKILL == terminal.exit_code()


def draws_after(terminal: Terminal, drawn: int) -> Callable[[], bool]:
    return lambda: len(terminal.raw) > drawn


# --- running --------------------------------------------------------------------------------------


def test_a_session_from_a_shell_draws_figure_word_name_and_what_comes(coached: Record) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    terminal.wait_for(" space pause")
    for words in ("Ease  1 of 6", "Legs up on a chair", "Next: Belly breathing.", "██"):
        assert words in terminal.text, terminal.text
    ON_SCREEN.face.tell(terminal, ON_SCREEN.to_stay)


def test_the_time_goes_by_without_a_key(coached: Record) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    terminal.resize(40, 12)
    seen = set[str]()

    def three_times() -> bool:
        seen.update(re.findall(r"(\d:\d\d) of \d:\d\d", terminal.text))
        return len(seen) >= 3

    terminal.wait_for_any(three_times, "three times")


def test_line_by_line_a_session_starts_by_itself_after_it_has_said_what_comes(
    coached: Record,
) -> None:
    terminal = BY_LINE.open(coached.home)
    BY_LINE.face.tell(
        terminal,
        ("0\n", "Enter for Ease"),
        ("\n", GET_UP),
        ("1\n", "Next: Legs up on a chair. 15 seconds to get ready."),
    )
    assert "Stay. " not in terminal.text
    terminal.wait_for("Stay. 120 seconds. Legs up on a chair.")


def test_nothing_but_enter_through_a_pipe_starts_no_session(coached: Record) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "unspasm", "stretch", "walk", "--plain"],
        input="\n" * 20,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"UNSPASM_HOME": str(coached.home), "LANG": "C.UTF-8"},
    )
    assert (1, "") == (ended.returncode, ended.stderr)
    assert "Next: Walk" not in ended.stdout
    assert ([], []) == (done_in(coached), cut_short(coached))


@on_both_faces
def test_a_session_that_is_stopped_is_noted_before_that_is_shown_and_is_not_offered_again(
    coached: Record, player: Player
) -> None:
    terminal = player.ease(coached.home)
    player.face.tell(terminal, player.to_stay, *player.stop)
    kill(terminal)
    (done,) = done_in(coached)
    assert ("ease", End.STOPPED) == (done.routine, done.end)
    assert [] == cut_short(coached)


# --- kill -9 --------------------------------------------------------------------------------------


@on_both_faces
def test_a_killed_session_is_offered_again_and_goes_on_where_it_was(
    coached: Record, player: Player
) -> None:
    terminal = player.ease(coached.home)
    player.face.tell(terminal, player.to_stay)
    kill(terminal)
    assert [] == done_in(coached)
    again = player.asks_to_go_on(coached.home)
    player.face.tell(again, *player.goes_on)
    assert NOBODY_LOOKED in again.text
    assert player is BY_LINE or "Legs up on a chair" in again.text
    kill(again)
    assert [1] == [kept.where["at"] for kept in cut_short(coached)]
    assert [] == done_in(coached)


@on_both_faces
def test_whoever_wants_something_else_after_a_kill_has_done_what_was_done(
    coached: Record, player: Player
) -> None:
    terminal = player.ease(coached.home)
    player.face.tell(terminal, player.to_stay)
    kill(terminal)
    (before,) = cut_short(coached)
    again = player.asks_to_go_on(coached.home)
    player.face.tell(again, player.otherwise)
    kill(again)
    assert [] == cut_short(coached)
    noted = [(done.routine, done.seconds, done.end) for done in done_in(coached)]
    assert noted == ([("ease", before.total, End.STOPPED)] if before.total else [])


SAID = {
    "pause": (" ", "Paused.", "at", 0),
    "next": ("\x1b[C", "STAY", "at", 1),
    "skip": ("s", "Ease  2 of 6", "at", 2),
    "wait": ("w", "It waits for you before each stretch.", "waits", True),
    "gentler": ("\x1b[Ce", "Gentler: Lie on your bed", "easier", ["legs_on_chair"]),
    "leave out": ("x", "Legs up on a chair: left out", "left_out", ["legs_on_chair"]),
}


@pytest.mark.parametrize(("keys", "words", "name", "kept"), SAID.values(), ids=SAID)
def test_what_a_key_has_visibly_done_is_kept_through_a_kill(
    coached: Record, keys: str, words: str, name: str, kept: object
) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    ON_SCREEN.face.tell(terminal, (keys, words))
    kill(terminal)
    assert [kept] == [one.where[name] for one in cut_short(coached)]


def test_a_longer_hold_is_kept_through_a_kill(coached: Record) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    ON_SCREEN.face.tell(terminal, ON_SCREEN.to_stay, ("+", "Now 130 seconds"))
    kill(terminal)
    assert [130] == [kept.where["seconds"][1] for kept in cut_short(coached)]


def test_kills_at_any_moment_leave_one_session_to_go_on_with(coached: Record) -> None:
    chance = Random(9)  # noqa: S311 - any moment will do
    kill(ON_SCREEN.ease(coached.home))
    (before,) = cut_short(coached)
    for _ in range(2):
        terminal = ON_SCREEN.asks_to_go_on(coached.home)
        ON_SCREEN.face.tell(terminal, *ON_SCREEN.goes_on)
        for _ in range(chance.randint(1, 6)):
            terminal.press(chance.choice([" ", "\x1b[C", "r", "s", "w"]))
            if chance.random() < 0.5:
                terminal.wait_for_any(draws_after(terminal, len(terminal.raw)), "a change")
        kill(terminal)
        (after,) = cut_short(coached)
        assert after.where["at"] >= before.where["at"]
        assert after.total >= before.total
        before = after
    assert [] == done_in(coached)


# --- signals and windows --------------------------------------------------------------------------


@on_both_faces
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["term", "hup"]
)
def test_a_signal_during_a_session_restores_the_terminal_and_leaves_it_to_go_on_with(
    coached: Record, player: Player, number: signal.Signals, code: int
) -> None:
    terminal = player.ease(coached.home)
    player.face.tell(terminal, player.to_stay)
    terminal.signal(number)
    assert code == terminal.exit_code()
    assert player is BY_LINE or LEAVES_ALTERNATE_SCREEN in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert [] == done_in(coached)
    assert [1] == [kept.where["at"] for kept in cut_short(coached)]


@on_both_faces
def test_a_window_closed_during_a_session_leaves_nothing_running_and_the_session_to_go_on_with(
    coached: Record, player: Player
) -> None:
    terminal = player.ease(coached.home)
    player.face.tell(terminal, player.to_stay)
    terminal.close_window()
    assert 129 == terminal.code_after_closing()
    assert [] == done_in(coached)
    assert [1] == [kept.where["at"] for kept in cut_short(coached)]


@pytest.mark.parametrize("again", ["1", "\x03"], ids=["digit", "ctrl-c"])
def test_ctrl_c_on_the_full_screen_asks_first_and_notes_what_was_done(
    coached: Record, again: str
) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    ON_SCREEN.face.tell(terminal, ON_SCREEN.to_stay, ("\x03", "Stop it and quit?"))
    terminal.wait_for("2  Go on")
    terminal.press(again)
    assert terminal.exit_code() in {0, 1}
    assert [End.STOPPED] == [done.end for done in done_in(coached)]
    assert [] == cut_short(coached)


def test_ctrl_c_line_by_line_stops_the_session_and_asks_how_it_is(coached: Record) -> None:
    terminal = BY_LINE.walk(coached.home)
    BY_LINE.face.tell(terminal, ("\x03", "How is your back now?"))
    assert [End.STOPPED] == [done.end for done in done_in(coached)]
    terminal.press("\x03")
    assert 130 == terminal.exit_code()
    assert b"Traceback" not in terminal.raw


# --- stopped --------------------------------------------------------------------------------------


def wait_a_gap(*terminals: Terminal) -> None:
    """Read what comes for longer than a session stands without a look at the clock."""
    end = since_start() + A_GAP
    for terminal in terminals:
        terminal.wait_for_any(lambda: since_start() >= end, "the end of a gap")


def test_a_stopped_program_pauses_the_session_and_says_so(coached: Record) -> None:
    shown = [(player, player.walk(coached.home)) for player in PLAYERS]
    for _, terminal in shown:
        terminal.signal(signal.SIGSTOP)
    wait_a_gap(*(terminal for _, terminal in shown))
    for player, terminal in shown:
        assert NOBODY_LOOKED not in terminal.text
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(NOBODY_LOOKED)
        said = terminal.text.count("Paused")
        terminal.press(player.pause[0])
        if player is ON_SCREEN:
            terminal.wait_for("GET READY")
        player.face.tell(terminal, player.pause)
        assert player is ON_SCREEN or terminal.text.count("Paused") == said + 1


def test_a_session_that_waits_behind_a_shell_pauses_and_says_so(coached: Record) -> None:
    shell = 'set -m; "$@"; echo "stopped"; read -r _; fg >/dev/null'
    terminals = [
        player.open(coached.home, "walk", under=("bash", "-c", shell, "bash")) for player in PLAYERS
    ]
    for player, terminal in zip(PLAYERS, terminals, strict=True):
        player.face.tell(terminal, *player.to_walk)
        terminal.press("\x1a")
        terminal.wait_for("stopped")
    wait_a_gap(*terminals)
    for terminal in terminals:
        assert NOBODY_LOOKED not in terminal.text
        terminal.press("\n")
        terminal.wait_for(NOBODY_LOOKED)


# --- windows of any size --------------------------------------------------------------------------


def test_a_storm_of_sizes_leaves_a_session_running_and_readable(coached: Record) -> None:
    terminal = ON_SCREEN.ease(coached.home)
    chance = Random(20)  # noqa: S311 - any sizes will do
    sizes = [(40, 12), (200, 50), (10, 4), (1, 1), (300, 100), (1, 100), (300, 1)]
    sizes += [(chance.randint(1, 300), chance.randint(1, 100)) for _ in range(30)]
    for number, size in enumerate(sizes):
        drawn = len(terminal.raw)
        terminal.resize(*size)
        if number % 3:  # now and then another size comes before this one is drawn
            terminal.wait_for_any(draws_after(terminal, drawn), f"a screen of {size}")
    terminal.resize(40, 12)
    terminal.wait_for_any(
        lambda: "Legs up on a chair" in terminal.text and " of 9:07" in terminal.text, "the time"
    )
    terminal.resize(80, 24)
    terminal.wait_for_any(
        lambda: " space pause" in terminal.text and "██" in terminal.text, "the whole screen"
    )
    ON_SCREEN.face.tell(terminal, ON_SCREEN.pause, *ON_SCREEN.stop)


# --- no colour at all -----------------------------------------------------------------------------


@on_both_faces
def test_no_color_sends_no_colour_while_a_session_runs(coached: Record, player: Player) -> None:
    terminal = player.ease(coached.home, environment={"NO_COLOR": "1"})
    player.face.tell(terminal, player.to_stay, player.pause, *player.stop)
    terminal.signal(signal.SIGTERM)
    assert 143 == terminal.exit_code()
    assert [] == terminal.colours


# --- two copies -----------------------------------------------------------------------------------


def test_a_session_that_runs_in_one_copy_is_not_offered_in_another(coached: Record) -> None:
    ON_SCREEN.ease(coached.home)
    other = BY_LINE.open(coached.home)
    BY_LINE.face.tell(other, ("0\n", "Enter for Ease"))
    assert "cut short" not in other.text
    assert [] == cut_short(coached)
