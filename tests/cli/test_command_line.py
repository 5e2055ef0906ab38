"""The command line itself: help, words it does not know, and how a process ends."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from tests.cli.running import NO_SIGN, PATIENCE, call, command, environment, start, type_lines

from unspasm import __version__
from unspasm.cli import main
from unspasm.cli.exits import Exit, exit_of
from unspasm.cli.streams import give_up
from unspasm.domain.urgency import Urgency

posix_only = pytest.mark.skipif(os.name != "posix", reason="no such signals or pipes here")


def test_version_is_one_line() -> None:
    assert call("--version").out == f"unspasm {__version__}\n"


def test_help_names_every_command_the_exits_and_what_this_is_not() -> None:
    said = call("--help")

    assert (said.code, said.err) == (0, "")
    for words in (
        "check", "cold", "heat", "data", "content", "--plain", "UNSPASM_HOME", "NO_COLOR",
        "exit codes", "3 refused",
        "not a medical device", "emergency", "40 emergency", "128+n",
    ):  # fmt: skip
        assert words in said.out
    assert all(one.isprintable() or one == "\n" for one in said.out)
    assert all(len(line) <= 100 for line in said.out.splitlines())


@pytest.mark.parametrize(
    "words", [["check"], ["cold"], ["heat"], ["data"], ["data", "export"], ["content", "check"]]
)
def test_every_command_has_help(words: list[str]) -> None:
    said = call(*words, "--help")

    assert said.code == 0
    assert said.out.startswith(f"usage: unspasm {' '.join(words)}")


@pytest.mark.parametrize(
    "words",
    [
        ["chek"], ["CHECK"], [""], ["--plan"], ["--pla"], ["-h2"], ["check", "check"], ["\x1b[31m"],
        ["a\nb"], ["--\x1b[31m"], ["\udcff"], ["--answers", "-"],
    ],
    ids=repr,
)  # fmt: skip
def test_an_unknown_word_is_one_clear_line(words: list[str], home: Path) -> None:
    complaint = call(*words).complaint

    assert complaint.startswith("unspasm")
    assert complaint.endswith("(try --help)")
    assert not home.exists()


def test_an_unknown_command_ends_its_process_with_2(home: Path) -> None:
    said = start("chek", home=home)

    assert said.complaint
    assert "chek" in said.complaint


@pytest.mark.parametrize("urgency", Urgency)
def test_every_urgency_has_its_exit_code(urgency: Urgency) -> None:
    assert exit_of(urgency) == 10 * urgency


def test_the_exit_codes_are_those_of_the_documents() -> None:
    assert {one.name: one.value for one in Exit} == {
        "DONE": 0,
        "NOT_FINISHED": 1,
        "BAD_INPUT": 2,
        "REFUSED": 3,
        "ROUTINE": 10,
        "SOON": 20,
        "SAME_DAY": 30,
        "EMERGENCY": 40,
    }


# --- stopped --------------------------------------------------------------------------------------


def listen_to_signals() -> None:
    """Undo what a caller in the background has ignored, as a shell does for what it starts."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def waiting(*words: str, home: Path, lines: int = 0) -> subprocess.Popen[bytes]:
    """Start a command and wait until it asks for the next line."""
    process = subprocess.Popen(
        command(*words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        preexec_fn=listen_to_signals,  # noqa: PLW1509 - no threads run in these tests
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"0\n" * lines)
    process.stdin.flush()
    said = b""
    while said.count(b"\n> ") <= lines:
        piece = os.read(process.stdout.fileno(), 65_536)
        assert piece, said
        said += piece
    return process


@posix_only
@pytest.mark.parametrize(
    ("words", "lines"), [(["check", "--plain"], 2), (["--plain"], 0)], ids=["a check", "the app"]
)
def test_ctrl_c_ends_it_without_a_traceback(words: list[str], lines: int, home: Path) -> None:
    process = waiting(*words, home=home, lines=lines)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert err == b""


@posix_only
def test_what_was_answered_before_ctrl_c_is_kept(home: Path) -> None:
    process = waiting("check", "--plain", home=home, lines=2)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    said = call("check", "--plain", typed=type_lines(*NO_SIGN[2:]))

    assert said.code == 0


@posix_only
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_as_signals_do(name: str, home: Path) -> None:
    number = getattr(signal, name)
    process = waiting("check", "--plain", home=home)
    process.send_signal(number)
    _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode in {-number, 128 + number}
    assert err == b""


def test_ctrl_c_is_told_by_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("unspasm.cli._run", stop)

    assert main([]) == 130


# --- nobody reads, or there is nothing to read from -----------------------------------------------


@posix_only
@pytest.mark.parametrize(
    "words",
    [
        ["--help"], ["--version"], [], ["data", "export"], ["data", "where"],
        ["check", "--answers", "-", "--json"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_reader_that_has_gone_brings_no_traceback(words: list[str], home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command(*words),
            input=b'{"age": 38, "days": 1, "pain": 5, "yes": ["fever"]}',
            stdout=writing,
            stderr=subprocess.PIPE,
            env=environment(home, PYTHONUNBUFFERED=""),
            check=False,
            timeout=PATIENCE,
        )
    finally:
        os.close(writing)

    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_behind_the_output_is_one_clear_line(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("data", "export"),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(home),
            check=False,
            timeout=PATIENCE,
        )

    assert done.returncode == 1
    assert done.stderr == b"unspasm: No space left on device\n"


@posix_only
@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [
        ("", "<&-", 0), ("", ">&-", 0), ("", "<&- >&- 2>&-", 0), ("check", "<&-", 1),
        ("check --answers -", "<&-", 2), ("--help", ">&-", 0), ("chek", "2>&-", 2),
    ],
)  # fmt: skip
def test_a_stream_that_is_closed_is_no_reason_to_stop(
    words: str, closed: str, code: int, home: Path
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {words} {closed}', "sh", *command()],
        capture_output=True,
        env=environment(home),
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr


def test_giving_up_says_why_unless_nobody_reads(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", None)

    assert give_up(BrokenPipeError(32, "Broken pipe")) == Exit.NOT_FINISHED
    assert give_up(OSError(28, "No space left")) == Exit.NOT_FINISHED
    assert capsys.readouterr().err == "unspasm: No space left\n"
