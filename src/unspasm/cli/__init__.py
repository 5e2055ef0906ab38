"""The commands. Each module imports what it needs when it runs, so that `--help` costs nothing."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from unspasm.cli import streams

if TYPE_CHECKING:
    import argparse


def run() -> NoReturn:
    """Run unspasm as a program of its own, and end it.

    By then all is written, closed and flushed. To take the interpreter apart in order would cost a
    short command a fifth of its time, and to look for what can be thrown away a tenth: whatever
    goes on for long turns that on again.
    """
    gc.disable()
    os._exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run unspasm and return its exit code."""
    # No plug-in that happens to be installed may change how content and answers are read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        streams.make_usable()
        try:
            return _run(argv)
        finally:
            sys.stdout.flush()  # here, where it can still be told that nobody reads
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return streams.give_up(error)


def _run(argv: Sequence[str] | None) -> int:
    given = sys.argv[1:] if argv is None else argv
    if not given:  # there is nothing to parse, and the person waits
        return _start_app(plain=False)
    from unspasm.cli.parser import build_parser  # noqa: PLC0415

    words = build_parser().parse_args(given)
    if words.command is None:
        return _start_app(plain=words.plain)
    module, name = _COMMANDS[words.command]
    run: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    return run(words)


def _start_app(*, plain: bool) -> int:
    from unspasm.cli.faces import start_app  # noqa: PLC0415

    return start_app(plain=plain)


_COMMANDS = {
    "check": ("unspasm.cli.check", "run_check"),
    "now": ("unspasm.cli.stretch", "run_stretch"),
    "stretch": ("unspasm.cli.stretch", "run_stretch"),
    "cold": ("unspasm.cli.packs", "run_pack"),
    "heat": ("unspasm.cli.packs", "run_pack"),
    "log": ("unspasm.cli.log", "run_log"),
    "progress": ("unspasm.cli.progress", "run_progress"),
    "report": ("unspasm.cli.report", "run_report"),
    "tips": ("unspasm.cli.tips", "run_tips"),
    "data": ("unspasm.cli.data", "run_data"),
    "remind": ("unspasm.cli.remind", "run_remind"),
    "completion": ("unspasm.cli.completion", "run_completion"),
    "man": ("unspasm.cli.manual", "run_man"),
    "doctor": ("unspasm.cli.doctor", "run_doctor"),
    "routine": ("unspasm.cli.routine", "run_routine"),
    "content": ("unspasm.cli.content", "run_content"),
}
"""Where each command is: its module is imported when it runs."""
