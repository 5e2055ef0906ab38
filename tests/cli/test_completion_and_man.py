"""The manual page and the completions say what the parser takes, and nothing else."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from scripts.make_man import pages
from tests.cli.running import call

from unspasm.cli.completion import completion
from unspasm.cli.manual import manual
from unspasm.cli.outline import Command, outline
from unspasm.cli.parser import build_parser
from unspasm.cli.parser_aids import SHELLS

ROOT = outline(build_parser())
COMPLETE = """
source /dev/stdin <<'END'
{script}
END
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _unspasm; echo "${{COMPREPLY[@]}}"
"""


def taken(command: Command) -> Iterator[str]:
    """Everything that a person may type for a command."""
    yield command.last
    for option in command.options:
        yield from option.flags


def completed(*words: str) -> set[str]:
    """What bash offers after these words; the last one is begun."""
    quoted = " ".join(f"'{word}'" for word in ("unspasm", *words))
    script = COMPLETE.format(script=completion("bash"), words=quoted)
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_every_command_and_option_stands_in_the_manual() -> None:
    page = manual().replace("\\-", "-").replace("\\fB", "").replace("\\fR", "")
    for command in ROOT.all:
        for word in taken(command):
            assert word in page, (command.name, word)


def test_no_line_of_the_manual_is_read_as_a_command_by_mistake() -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".nf", ".fi"}
    starts = {line.split()[0] for line in manual().splitlines() if line[:1] in {".", "'"}}

    assert starts <= known


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_groff_has_nothing_to_complain_of() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"], input=manual().encode(), capture_output=True, check=True
    )

    assert done.stderr == b""
    assert b"128+n ended by signal n" in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_can_be_completed(shell: str) -> None:
    text = completion(shell)
    for command in ROOT.all[1:]:
        for word in taken(command):
            assert (in_fish(word) if shell == "fish" else word) in text, (command.name, word)


def in_fish(word: str) -> str:
    """A word as fish has it told."""
    if word.startswith("--"):
        return f" -l {word[2:]} "
    return f" -s {word[1:]} " if word.startswith("-") else f" -a {word} "


def test_a_shell_is_printed_what_it_reads() -> None:
    for shell in SHELLS:
        said = call("completion", shell)
        assert (said.code, said.out, said.err) == (0, completion(shell), "")
    assert call("man").out == manual()
    assert "unspasm completion" in call("completion", "tcsh").complaint


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("d",), {"data", "doctor"}),
        (("data", "ex"), {"export"}),
        (("data", "export", "--c"), {"--csv"}),
        (("report", "--format", ""), {"md", "html", "json"}),
        (("check", "--guest", "--ans"), {"--answers"}),
        (("completion", "z"), {"zsh"}),
        (("log", "4", "--w"), {"--worse"}),
        (("content", "che"), {"check"}),
        (("cold", "--minutes", ""), set()),
        (("check", "--answers", ""), set()),
    ],
    ids=lambda words: " ".join(sorted(words)),  # the same in every process
)
def test_bash_offers_what_can_follow(words: tuple[str, ...], offered: set[str]) -> None:
    assert completed(*words) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_finds_no_fault(shell: str) -> None:
    if not (found := shutil.which(shell)):
        pytest.skip(f"needs {shell}")
    done = subprocess.run(
        [found, "-n"], input=completion(shell).encode(), capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_the_files_in_the_repository_are_current() -> None:
    stale = [file.name for file, text in pages().items() if file.read_text("utf-8") != text]

    assert stale == [], "run scripts/make_man.py"
