"""A tick in a real terminal, which has to be there whatever becomes of the terminal."""

from pathlib import Path

from tests.pty.terminal import Terminal


def tick_saddle(home: Path, **environment: str) -> Terminal:
    terminal = Terminal(home, environment=environment)
    terminal.wait_for("Is your back in spasm now?")
    terminal.press("2")
    terminal.wait_for("1 [ ] Numb")
    terminal.press("1")
    terminal.wait_for("1 [x] Numb")
    return terminal


def assert_tick_is_offered_again(home: Path) -> None:
    terminal = Terminal(home)
    terminal.wait_for("1 [x] Numb")
    terminal.wait_for("You had not finished")
    terminal.press("q")
    assert 1 == terminal.exit_code()
