import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.pty.terminal import LEAVES_ALTERNATE_SCREEN, Terminal
from tests.pty.ticks import assert_tick_is_offered_again, tick_saddle


def test_at_the_first_start_two_keys_lead_to_a_check(home: Path) -> None:
    terminal = Terminal(home, new=True)
    terminal.wait_for("Enter: full screen. p: plain lines.")
    assert b"\x1b[?1049h" not in terminal.raw, "no screen before that is answered"
    terminal.press("\r1")
    terminal.wait_for("1 [ ] Numb")
    terminal.press("q")
    assert 1 == terminal.exit_code()
    again = Terminal(home, new=True)
    again.wait_for("Is your back in spasm now?")
    again.press("q")
    assert 0 == again.exit_code()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["term", "hup"]
)
def test_a_signal_restores_the_terminal_and_loses_no_tick(
    home: Path, number: signal.Signals, code: int
) -> None:
    terminal = tick_saddle(home)
    terminal.signal(number)
    assert code == terminal.exit_code()
    assert LEAVES_ALTERNATE_SCREEN in terminal.raw
    assert_tick_is_offered_again(home)


def test_a_window_closed_while_much_is_drawn_leaves_nothing_running(home: Path) -> None:
    terminal = tick_saddle(home)
    for width in range(40, 120):
        terminal.resize(width, 24)
        terminal.press("n1")
    terminal.close_window()
    assert -signal.SIGHUP != terminal.code_after_closing()


def test_ctrl_c_leaves_at_once_and_restores_the_terminal(home: Path) -> None:
    terminal = Terminal(home)
    terminal.wait_for("Is your back in spasm now?")
    terminal.press("\x03")
    assert 0 == terminal.exit_code()
    assert LEAVES_ALTERNATE_SCREEN in terminal.raw


def test_no_color_sends_no_colour_at_all(home: Path) -> None:
    terminal = tick_saddle(home, NO_COLOR="1")
    terminal.press("\r")
    terminal.wait_for("EMERGENCY")
    terminal.signal(signal.SIGTERM)
    terminal.exit_code()
    assert [] == terminal.colours


def test_the_check_for_colour_would_see_one(home: Path) -> None:
    terminal = Terminal(home)
    terminal.wait_for("Is your back in spasm now?")
    terminal.press("q")
    terminal.exit_code()
    assert terminal.colours


def test_a_dumb_terminal_gets_the_plain_face_without_escape_codes(home: Path) -> None:
    terminal = Terminal(home, environment={"TERM": "dumb"})
    terminal.wait_for("Type a number, then Enter.")
    terminal.press("q\n")
    assert 0 == terminal.exit_code()
    assert b"\x1b" not in terminal.raw


def test_unspasm_plain_is_kept_to_in_a_capable_terminal(home: Path) -> None:
    terminal = Terminal(home, environment={"UNSPASM_PLAIN": "1"})
    terminal.wait_for("Type a number, then Enter.")
    terminal.press("q\n")
    assert 0 == terminal.exit_code()
    assert b"\x1b" not in terminal.raw


def test_resizing_while_running_keeps_the_card_whole(home: Path) -> None:
    terminal = tick_saddle(home)
    terminal.press("\r")
    terminal.wait_for("Get help now")
    terminal.resize(40, 12)
    terminal.wait_for_any(
        lambda: "3  I ticked by mistake" in terminal.text and "or when you wipe" in terminal.text,
        "the small card",
    )
    terminal.press("q")
    assert 0 == terminal.exit_code()


def test_a_check_that_ends_in_an_emergency_exits_40(home: Path) -> None:
    terminal = Terminal(home, "check")
    terminal.wait_for("1 [ ] Numb")
    terminal.press("1")
    terminal.wait_for("1 [x] Numb")
    terminal.press("\r")
    terminal.wait_for("Get help now")
    terminal.wait_for_any(lambda: called(terminal), "the call to be noted")
    terminal.press("\x1b")
    assert 40 == terminal.exit_code()


def called(terminal: Terminal) -> bool:
    """Press until the card listens: it takes no key in its first second."""
    terminal.press("1")
    return "Noted: you have called." in terminal.text


def test_a_check_left_early_does_not_exit_0(home: Path) -> None:
    terminal = Terminal(home, "check")
    terminal.wait_for("1 [ ] Numb")
    terminal.press("q")
    assert 1 == terminal.exit_code()
