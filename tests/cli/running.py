"""unspasm as a command: called in this process, or started in one of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from unspasm.cli import by_line, faces, main

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content" / "en"
EXAMPLES = ROOT / "docs" / "examples"
NO_SIGN = ("0", "0", "0", "38", "1", "2", "6", "2", "1", "0", "0", "0")
"""A whole check without a sign, line by line."""
FINE: Mapping[str, object] = {
    "age": 38,
    "days": 2,
    "pain": 5,
    "trend": "improving",
    "yes": [],
}
"""Answers that come to self-care."""
PATIENCE = 30.0
"""Seconds after which a process counts as hanging."""


@dataclass(frozen=True)
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that was said about bad input; nothing else may have been said."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.endswith("\n")
        (line,) = self.err.splitlines()
        assert all(one.isprintable() for one in line), line
        return line


def call(*words: str, typed: bytes | str = b"") -> Said:
    """Run a command in this process; `typed` is its standard input."""
    raw = typed.encode() if isinstance(typed, str) else typed
    source = TextIOWrapper(BytesIO(raw), encoding="utf-8")
    with (
        redirect_stdout(StringIO()) as out,
        redirect_stderr(StringIO()) as err,
        patch.object(sys, "stdin", source),
    ):
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
    return Said(code, out.getvalue(), err.getvalue())


def text_of(**changed: object) -> str:
    """Fine answers with some of them changed, as JSON."""
    return json.dumps({**FINE, **changed})


def type_lines(*lines: str) -> str:
    """Lines as they are typed."""
    return "".join(f"{line}\n" for line in lines)


def environment(home: Path, **more: str) -> Mapping[str, str]:
    """The environment of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("UNSPASM_")}
    return {**kept, "UNSPASM_HOME": str(home), "TERM": "xterm-256color", **more}


def command(*words: str) -> Sequence[str]:
    """How to start unspasm in a process of its own."""
    return (sys.executable, "-m", "unspasm", *words)


def start(*words: str, home: Path, typed: bytes = b"", **more: str) -> Said:
    """Run a command in a process of its own, without a terminal."""
    done = subprocess.run(
        command(*words),
        input=typed,
        env=environment(home, **more),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def with_terminal(monkeypatch: pytest.MonkeyPatch, *, there: bool) -> None:
    """Let the commands find a terminal, or none."""
    for module in (faces, by_line):
        monkeypatch.setattr(module, "has_terminal", lambda: there)
