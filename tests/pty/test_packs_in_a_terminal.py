"""Packs through kills, stops, signals, lost windows and second copies, with real clocks."""

import signal
import sys
from collections.abc import Callable
from math import ceil
from pathlib import Path
from random import Random

import pytest
from tests.journal.copies_at_work import copies

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.pty.faces import (
    FULL,
    LOOK,
    LOW,
    OVER,
    PAIN,
    PLAIN,
    REST,
    SKIN,
    Face,
    seconds_left,
)
from tests.pty.records import Record
from tests.pty.terminal import LEAVES_ALTERNATE_SCREEN, Terminal, since_start

from unspasm.domain.pack_entries import PackAfter, PackOff, PackOn, SkinCheck, SkinLook

FACES = (FULL, PLAIN)
on_both_faces = pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
A_CHECK, THE_END = 5 * 60, 12 * 60
"""Seconds on the skin."""
LATELY, SOON = 2, 5
"""Seconds after which, and before which, something is tried: it takes a second to start."""


def kill(terminal: Terminal) -> None:
    terminal.signal(signal.SIGKILL)
    assert -signal.SIGKILL == terminal.exit_code()


def wait_until(at: float, *terminals: Terminal) -> None:
    """Read what comes until the clock of the machine shows this."""
    for terminal in terminals:
        terminal.wait_for_any(lambda: since_start() >= at, f"{at} seconds since the start")


def draws_after(terminal: Terminal, drawn: int) -> Callable[[], bool]:
    return lambda: len(terminal.raw) > drawn


# --- kill -9 --------------------------------------------------------------------------------------


@on_both_faces
def test_a_tick_before_a_pack_is_kept_through_a_kill(record: Record, face: Face) -> None:
    terminal = face.open(record.home, "cold")
    terminal.wait_for("new or worse, even")
    terminal.press(face.tick)
    terminal.wait_for("1 [x] Numb" if face is FULL else "Pelvis, legs and arms")
    kill(terminal)
    again = face.watch(record.home, "Pelvis, legs and arms")
    face.tell(again, *face.leave)
    assert "Ticked so far: Numb or changed feeling" in again.text
    assert [] == record.said(PackOn)


@on_both_faces
def test_a_kill_before_the_pack_is_on_leaves_none_on(record: Record, face: Face) -> None:
    kill(face.lead_to_ready(record.home))
    again = face.watch(record.home, "What now?")
    assert [] == record.said(PackOn)
    assert REST not in again.text


@on_both_faces
def test_a_pack_is_written_before_it_is_shown_and_loses_nothing_by_a_kill(
    record: Record, face: Face
) -> None:
    terminal = face.lead_to_ready(record.home)
    face.tell(terminal, *face.to_running)
    kill(terminal)
    (on,) = record.said(PackOn)
    end, before = on.stamp.boot + THE_END, since_start()
    again = FULL.open(record.home, size=LOW)
    shown, after = seconds_left(again), since_start()
    assert end - after <= shown <= ceil(end - before)


@on_both_faces
def test_a_running_pack_comes_up_again_after_a_kill(record: Record, face: Face) -> None:
    record.put_on(60)
    kill(face.watch(record.home, face.running))
    again = face.watch(record.home, face.running)
    assert OVER not in again.text


@on_both_faces
def test_a_skin_check_that_nobody_answered_comes_up_again_after_a_kill(
    record: Record, face: Face
) -> None:
    record.put_on(A_CHECK + LATELY)
    kill(face.watch(record.home, LOOK))
    face.watch(record.home, LOOK)
    assert [] == record.said(SkinCheck)


@on_both_faces
def test_an_answered_skin_check_does_not_come_up_again_after_a_kill(
    record: Record, face: Face
) -> None:
    record.put_on(A_CHECK + LATELY)
    terminal = face.watch(record.home, LOOK)
    face.tell(terminal, (face.fine, "Noted: fine at"))
    kill(terminal)
    again = face.watch(record.home, face.running)
    assert LOOK not in again.text
    assert [True] == [check.fine for check in record.said(SkinCheck)]


@on_both_faces
def test_a_pack_that_is_over_comes_up_as_over_after_a_kill_until_it_is_off(
    record: Record, face: Face
) -> None:
    record.put_on(THE_END + LATELY)
    kill(face.watch(record.home, OVER))
    again = face.watch(record.home, OVER)
    again.wait_for_bells(1)
    again.wait_for_title("Take the cold pack off")
    face.take_off(again)
    kill(again)
    (off,) = record.said(PackOff)
    assert off.on_for is not None
    assert off.on_for.total_seconds() >= THE_END
    face.watch(record.home, REST)


@on_both_faces
def test_what_was_said_after_a_pack_is_kept_through_a_kill(record: Record, face: Face) -> None:
    record.put_on(THE_END + LATELY)
    terminal = face.watch(record.home, OVER)
    face.take_off(terminal)
    terminal.wait_for(SKIN)
    face.tell(terminal, (face.first, PAIN))
    kill(terminal)
    assert [SkinLook.NORMAL] == [after.skin for after in record.said(PackAfter)]
    again = face.watch(record.home, REST)
    assert SKIN not in again.text


# --- stopped --------------------------------------------------------------------------------------


def stopped_until(after: float, record: Record) -> list[tuple[Face, Terminal]]:
    """Stop both faces until the pack has been on so long, and let them go on."""
    began = since_start() - (after - SOON)
    record.looked(record.put_on(after - SOON), after - 60)
    shown = [(face, face.watch(record.home, face.running)) for face in FACES]
    for _, terminal in shown:
        terminal.signal(signal.SIGSTOP)
        assert [] == terminal.heard
    wait_until(began + after + 1, *(terminal for _, terminal in shown))
    for _, terminal in shown:
        terminal.signal(signal.SIGCONT)
    return shown


def test_a_skin_check_during_a_stop_is_asked_afterwards(record: Record) -> None:
    for _, terminal in stopped_until(A_CHECK, record):
        terminal.wait_for(LOOK)
        terminal.wait_for_bells(1)
        terminal.wait_for_title("Look at your skin")


def test_an_end_during_a_stop_is_told_at_once_afterwards(record: Record) -> None:
    for _, terminal in stopped_until(THE_END, record):
        terminal.wait_for(OVER)
        terminal.wait_for_bells(1)
        terminal.wait_for_title("Take the cold pack off")


# --- signals and windows --------------------------------------------------------------------------


@on_both_faces
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["term", "hup"]
)
def test_a_signal_during_a_pack_restores_the_terminal(
    record: Record, face: Face, number: signal.Signals, code: int
) -> None:
    record.put_on(60)
    terminal = face.watch(record.home, face.running)
    terminal.wait_for_any(lambda: terminal.titles != [], "the title")
    terminal.signal(number)
    assert code == terminal.exit_code()
    assert terminal.title_is_restored
    assert face is PLAIN or LEAVES_ALTERNATE_SCREEN in terminal.raw
    assert [] == record.said(PackOff)


@on_both_faces
def test_a_window_closed_during_a_pack_leaves_nothing_running_and_the_pack_on(
    record: Record, face: Face
) -> None:
    record.put_on(60)
    terminal = face.watch(record.home, face.running)
    terminal.close_window()
    terminal.code_after_closing()
    face.watch(record.home, face.running)


def test_a_pack_goes_on_while_the_program_waits_behind_a_shell(record: Record) -> None:
    began = since_start() - (THE_END - SOON)
    record.looked(record.put_on(THE_END - SOON), THE_END - 60)
    shell = 'set -m; "$@"; echo "stopped"; read -r _; fg >/dev/null'
    under = ("bash", "-c", shell, "bash")
    terminals = [face.open(record.home, under=under) for face in FACES]
    for face, terminal in zip(FACES, terminals, strict=True):
        terminal.wait_for(face.running)
        terminal.press("\x1a")
        terminal.wait_for("stopped")
    wait_until(began + THE_END + 1, *terminals)
    for terminal in terminals:
        assert OVER not in terminal.text
        terminal.press("\n")
        terminal.wait_for(OVER)


@pytest.mark.parametrize(
    ("ago", "words", "footer"),
    [
        (60, FULL.running, " o it is off  m sound  esc home  ! worse  ? help"),
        (THE_END + LATELY, OVER, " o it is off  m sound  ! worse  ? help  q quit"),
    ],
    ids=["running", "over"],
)
def test_a_storm_of_sizes_leaves_a_pack_readable(
    record: Record, ago: float, words: str, footer: str
) -> None:
    record.put_on(ago)
    terminal = FULL.watch(record.home, words)
    chance = Random(20)  # noqa: S311 - any sizes will do
    sizes = [(1, 1), (300, 100), (1, 100), (300, 1)]
    sizes += [(chance.randint(1, 300), chance.randint(1, 100)) for _ in range(60)]
    for number, size in enumerate(sizes):
        drawn = len(terminal.raw)
        terminal.resize(*size)
        if number % 3:  # now and then another size comes before this one is drawn
            terminal.wait_for_any(draws_after(terminal, drawn), f"a screen of {size}")
    terminal.resize(80, 24)
    below_the_time = "on your skin" if words == OVER else "left"
    terminal.wait_for_any(
        lambda: (
            terminal.text.startswith("   Cold pack")
            and words in terminal.text
            and below_the_time in [line.strip() for line in terminal.text.splitlines()]
            and terminal.text.endswith(footer)
        ),
        "the whole screen",
    )
    terminal.press("q")
    terminal.wait_for("A cold pack is on. It goes on counting")


@on_both_faces
def test_no_color_sends_no_colour_while_a_pack_is_on(record: Record, face: Face) -> None:
    record.put_on(A_CHECK + LATELY)
    terminal = face.watch(record.home, LOOK, environment={"NO_COLOR": "1"})
    face.tell(terminal, (face.fine, "Noted: fine at"))
    terminal.signal(signal.SIGTERM)
    terminal.exit_code()
    assert [] == terminal.colours


@on_both_faces
def test_no_color_sends_no_colour_when_a_pack_is_over(record: Record, face: Face) -> None:
    record.put_on(THE_END + LATELY)
    terminal = face.watch(record.home, OVER, environment={"NO_COLOR": "1"})
    face.take_off(terminal)
    face.tell(terminal, (face.first, PAIN))
    terminal.signal(signal.SIGTERM)
    terminal.exit_code()
    assert [] == terminal.colours


# --- leaving --------------------------------------------------------------------------------------


def test_the_full_screen_asks_before_it_is_left_and_says_once_more_that_a_pack_is_on(
    record: Record,
) -> None:
    record.put_on(60)
    terminal = FULL.watch(record.home, FULL.running)
    terminal.press("q")
    terminal.wait_for_sentence("nobody will warn you. Is it off?")
    terminal.press("3")
    terminal.wait_for(FULL.running + ". Set a second alarm")
    terminal.press("\x03")
    terminal.wait_for("2  Quit, and watch the clock myself: off at")
    terminal.press("2")
    assert 0 == terminal.exit_code()
    assert terminal.title_is_restored
    after_screen = terminal.raw.rpartition(LEAVES_ALTERNATE_SCREEN)[2]
    assert b"A cold pack is on. Take it off at " in after_screen
    assert [] == record.said(PackOff)


def test_the_full_screen_notes_on_leaving_that_the_pack_is_off(record: Record) -> None:
    record.put_on(60)
    terminal = FULL.watch(record.home, FULL.running)
    terminal.press("\x03")
    terminal.wait_for("1  It is off: note it and quit")
    terminal.press("1")
    assert 0 == terminal.exit_code()
    assert 1 == len(record.said(PackOff))


def test_ctrl_c_twice_leaves_the_full_screen_and_the_pack_on(record: Record) -> None:
    record.put_on(60)
    terminal = FULL.watch(record.home, FULL.running)
    terminal.press("\x03")
    terminal.wait_for("2  Quit")
    terminal.press("\x03")
    assert 0 == terminal.exit_code()
    assert b"A cold pack is on. Take it off at " in terminal.raw
    assert [] == record.said(PackOff)


def test_ctrl_c_asks_line_by_line_whether_the_pack_is_off(record: Record) -> None:
    record.put_on(60)
    terminal = PLAIN.watch(record.home, PLAIN.running)
    PLAIN.tell(
        terminal,
        ("\x03", "Is the pack off? y or n"),
        ("n\n", "It goes on counting. Off at "),
    )
    assert [] == record.said(PackOff)
    terminal.press("\x03")
    terminal.wait_for_any(lambda: 2 == terminal.text.count("Is the pack off?"), "the question")
    PLAIN.tell(terminal, ("y\n", "Off after 1 minute."))
    assert 1 == len(record.said(PackOff))


def test_ctrl_c_at_that_question_leaves_the_pack_on_and_says_so(record: Record) -> None:
    record.put_on(60)
    terminal = PLAIN.watch(record.home, PLAIN.running)
    PLAIN.tell(terminal, ("\x03", "Is the pack off? y or n"))
    terminal.press("\x03")
    assert 130 == terminal.exit_code()
    assert "\nA cold pack is on. Take it off at " in terminal.text
    assert terminal.title_is_restored
    assert [] == record.said(PackOff)


def test_ctrl_c_is_heard_line_by_line_however_soon_it_comes(record: Record) -> None:
    record.put_on(60)
    terminal = PLAIN.open(record.home)
    terminal.wait_for("(first minute only).")
    terminal.press("\x03")
    terminal.wait_for("Is the pack off? y or n")
    PLAIN.tell(terminal, ("n\n", "It goes on counting. Off at "))


@pytest.mark.parametrize("keys", ["q\n", "Q\n"])
def test_q_line_by_line_goes_home_and_says_at_the_end_that_a_pack_is_on(
    record: Record, keys: str
) -> None:
    record.put_on(60)
    terminal = PLAIN.watch(record.home, PLAIN.running)
    PLAIN.tell(terminal, (keys, "It goes on counting. Off at "), ("", "What now?"))
    terminal.press("q\n")
    assert 0 == terminal.exit_code()
    assert "A cold pack is on. Take it off at " in terminal.text
    assert terminal.title_is_restored
    assert [] == record.said(PackOff)


def test_the_end_of_input_says_that_the_pack_goes_on(record: Record) -> None:
    record.put_on(60)
    terminal = PLAIN.watch(record.home, PLAIN.running)
    PLAIN.tell(terminal, ("\x03", "Is the pack off? y or n"))
    terminal.press("\x04")
    terminal.wait_for("There is nothing more to read here. The pack goes on counting: off at")
    assert 0 == terminal.exit_code()


# --- two copies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [(FULL, FULL), (FULL, PLAIN), (PLAIN, FULL), (PLAIN, PLAIN)],
    ids=["full-full", "full-plain", "plain-full", "plain-plain"],
)
def test_a_second_copy_shows_the_pack_and_what_it_notes_is_seen_by_the_first(
    record: Record, first: Face, second: Face
) -> None:
    record.put_on(THE_END + LATELY)
    one = first.watch(record.home, OVER)
    other = second.watch(record.home, OVER)
    second.take_off(other)
    noted = since_start()
    one.wait_for("noted that it is off.")  # its first line lies beside a line of Home
    assert since_start() - noted < SOON
    one.wait_for(REST)
    assert 1 == len(record.said(PackOff))


def test_a_pack_that_another_copy_puts_on_shows_on_every_screen(record: Record) -> None:
    terminal = FULL.watch(record.home, "What now?")
    record.put_on(60)
    terminal.wait_for("Cold pack: 10:5")
    terminal.press("a")
    terminal.wait_for_any(
        lambda: "About you" in terminal.text and "Cold pack: 10:" in terminal.text, "the strip"
    )


def test_of_copies_that_start_a_pack_at_the_same_moment_one_does(tmp_path: Path) -> None:
    count, rounds = 3, 5
    code = f"""
        from unspasm import clock
        from unspasm.domain.pack_entries import PackKind
        from unspasm.journeys.house import House
        from unspasm.journeys.packs import PackKeeper, PackPlan

        for number in range({rounds}):
            journal = open_journal(folder / str(number), clock.now())
            keeper = PackKeeper(House(Path(), clock.now, journal), lambda *_: None)
            say("ready")
            hear()
            no = keeper.begin(PackPlan(PackKind.COLD))
            say(no.why.value if no else "on", keeper.kept)
    """
    with copies(count, tmp_path, code) as running:
        for _ in range(rounds):
            assert ["ready"] * count == [copy.hear() for copy in running]
            for copy in running:
                copy.say()
            said = sorted(copy.hear() for copy in running)
            assert ["on True", *["on_skin True"] * (count - 1)] == said
