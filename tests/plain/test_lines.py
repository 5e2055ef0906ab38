"""Reading and writing whole lines."""

import os
from collections.abc import Callable, Iterator
from io import StringIO
from queue import SimpleQueue
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.plain.lines import EndOfInputError, Lines, whole_number


def lines(*typed: str) -> tuple[Lines, StringIO]:
    target = StringIO()
    return Lines(StringIO("".join(f"{line}\n" for line in typed)), target), target


@given(st.text())
def test_whatever_is_said_nothing_steers_the_terminal(text: str) -> None:
    talk, target = lines()
    talk.say(text)

    assert all(one.isprintable() or one == "\n" for one in target.getvalue())


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "\r", "\x07", "\x08", "\x00", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800"]
)
def test_a_control_character_is_shown_as_a_question_mark(text: str) -> None:
    talk, target = lines()
    talk.say(f"a{text}b")

    assert target.getvalue().startswith("a?")


def test_letters_of_any_script_are_said_as_they_are() -> None:
    talk, target = lines()
    talk.say("Åland, Türkiye, Côte d'Ivoire, 日本")

    assert target.getvalue() == "Åland, Türkiye, Côte d'Ivoire, 日本\n"


def test_a_line_is_read_without_the_white_space_around_it() -> None:
    talk, target = lines(" \t 1 3 \r")

    assert talk.ask("> ") == "1 3"
    assert target.getvalue() == "> "


def test_the_end_of_input_is_told_on_a_line_of_its_own() -> None:
    talk, target = lines()

    with pytest.raises(EndOfInputError):
        talk.ask("> ")
    assert target.getvalue() == "> \n"


def test_a_last_line_without_an_end_counts() -> None:
    talk = Lines(StringIO("0"), StringIO())

    assert talk.ask("> ") == "0"


def test_yes_and_no_are_asked_until_they_are_said() -> None:
    talk, target = lines("", "yes", "1", "Y")

    assert talk.confirm("Sure? y or n", "> ")
    assert target.getvalue().count("Sure?") == 4
    assert not lines("n")[0].confirm("Sure? y or n", "> ")


@pytest.mark.parametrize(
    ("typed", "place"),
    [("1", 0), ("2", 1), ("0", None), ("3", None), ("", None), ("x", None), ("9" * 5000, None)],
)
def test_one_of_the_options_is_chosen_by_its_number(typed: str, place: int | None) -> None:
    talk, target = lines(typed)

    assert talk.choose("Which?", ["this", "that"], "> ") == place
    assert target.getvalue() == "Which?\n1. this\n2. that\n> "


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("007", 7), ("999999999", 999_999_999), ("1234567890", None), ("", None),
        ("-1", None), ("1.0", None), ("1e3", None), ("²", None), ("\u0663", 3), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_a_whole_number_is_digits_and_not_many(text: str, number: int | None) -> None:
    assert whole_number(text) == number


class Terminal(StringIO):
    """What the program prints to, if it is a terminal."""

    def isatty(self) -> bool:  # noqa: D102 - the class says it
        return True


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_on_a_terminal_lines_break_between_words(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text, target = "Numb, tingling or different between your legs, or when you wipe", Terminal()
    Lines(StringIO(), target).say(text, "")

    said = target.getvalue().splitlines()
    assert all(len(line) <= columns for line in said)
    assert " ".join(said).split() == text.split()
    assert said[-1] == ""


def test_on_a_terminal_a_word_that_is_too_long_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    target = Terminal()
    Lines(StringIO(), target).say("a " + "x" * 30)

    assert target.getvalue() == f"a\n{'x' * 30}\n"


def test_in_a_pipe_a_line_stays_one_line() -> None:
    talk, target = lines()
    talk.say("word " * 100)

    assert target.getvalue() == "word " * 100 + "\n"


# --- while something is watched -------------------------------------------------------------------

SOON, LATE = 0.01, 30.0


class Pipe(StringIO):
    """A source on which somebody types later, or never."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: SimpleQueue[str] = SimpleQueue()

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override] # as of any text
        """Wait for a line."""
        return self._typed.get()

    def type(self, *typed: str) -> None:
        """Type lines."""
        for line in typed:
            self._typed.put(f"{line}\n")

    def end(self) -> None:
        """Let the input end."""
        self._typed.put("")


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    one = Pipe()
    yield one
    one.end()


def test_a_wait_for_a_line_has_an_end(pipe: Pipe) -> None:
    talk = Lines(pipe, StringIO())

    assert talk.ask_within(SOON) is None
    assert talk.ask_within(SOON) is None
    pipe.type(" 1 3 ")
    assert talk.ask_within(LATE) == "1 3"


def test_while_a_line_is_awaited_something_can_be_watched(pipe: Pipe) -> None:
    talk = Lines(pipe, StringIO())
    looks: list[int] = []

    def look() -> None:
        looks.append(len(looks))
        if len(looks) == 3:
            pipe.type("here")

    talk.meanwhile = look

    assert talk.ask("> ") == "here"
    assert looks == [0, 1, 2]


def test_no_line_is_lost_and_none_is_read_twice(pipe: Pipe) -> None:
    talk = Lines(pipe, StringIO())
    looks: list[str] = []
    pipe.type("1", "2", "3", "4", "5")

    assert talk.ask("> ") == "1"
    assert talk.ask_within(LATE) == "2"
    talk.meanwhile = lambda: looks.append("look")
    assert talk.ask("> ") == "3"
    talk.meanwhile = None
    assert talk.ask("> ") == "4"
    assert talk.ask_within(LATE) == "5"


def test_the_end_of_input_is_told_again_and_again(pipe: Pipe) -> None:
    target = StringIO()
    talk = Lines(pipe, target)
    pipe.type("last")
    pipe.end()

    assert talk.ask_within(LATE) == "last"
    for _ in range(3):
        with pytest.raises(EndOfInputError):
            talk.ask_within(LATE)
        with pytest.raises(EndOfInputError):
            talk.ask("> ")
    assert target.getvalue() == "\n> \n" * 3


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("closed")])
def test_a_source_that_breaks_is_the_end_of_input(error: Exception) -> None:
    class Broken(StringIO):
        def readline(self, _size: int = -1, /) -> str:  # type: ignore[override] # as of any text
            raise error

    with pytest.raises(EndOfInputError):
        Lines(Broken(), StringIO()).ask_within(LATE)


def test_what_fails_while_it_watches_is_not_hidden(pipe: Pipe) -> None:
    def look() -> None:
        raise KeyboardInterrupt

    talk = Lines(pipe, StringIO())
    talk.meanwhile = look

    with pytest.raises(KeyboardInterrupt):
        talk.ask("> ")
    talk.meanwhile = None
    pipe.type("still here")
    assert talk.ask("> ") == "still here"


# --- what was typed too early ---------------------------------------------------------------------


@pytest.fixture
def keyboard() -> Iterator[tuple[TextIO, Callable[[str], object]]]:
    """A terminal to read from, and what types on it."""
    pty = pytest.importorskip("pty")
    hands, terminal = pty.openpty()
    with os.fdopen(terminal) as source:
        yield source, lambda text: os.write(hands, text.encode())
        os.close(hands)  # first: whoever still reads holds the other end


@pytest.mark.parametrize("watched", [False, True])
def test_what_was_typed_too_early_on_a_terminal_is_dropped(
    keyboard: tuple[TextIO, Callable[[str], object]],
    watched: bool,  # noqa: FBT001 - a column of the table
) -> None:
    source, types = keyboard
    talk = Lines(source, StringIO())
    types("first\nearly\n1\nhalf a li")
    if watched:
        assert talk.ask_within(LATE) == "first"
        while not (talk._read and talk._read.qsize() == 2):
            pass
    else:
        assert talk.ask("> ") == "first"

    talk.drop_typed()
    types("late\n")
    assert talk.ask("> ") == "late"


def test_what_a_script_says_is_never_dropped(pipe: Pipe) -> None:
    talk, _ = lines("1", "2")
    talk.drop_typed()

    assert not talk.by_hand
    assert talk.ask("> ") == "1"


class Hands(Pipe):
    """A source that says that somebody types on it."""

    def isatty(self) -> bool:  # noqa: D102 - the class says it
        return True


def test_the_end_of_input_is_not_dropped() -> None:
    hands = Hands()
    talk = Lines(hands, StringIO())
    hands.type("one", "two", "three")
    hands.end()
    assert talk.ask_within(LATE) == "one"
    while not (talk._read and talk._read.qsize() == 3):
        pass

    talk.drop_typed()
    with pytest.raises(EndOfInputError):
        talk.ask_within(LATE)
