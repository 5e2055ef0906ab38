"""The commands. Each module imports what it needs when it runs, so that `--help` costs nothing."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from unspasm.cli import streams


def run() -> NoReturn:
    """Run unspasm as a program of its own, and end it.

    By then all is written, closed and flushed. To take the interpreter apart in order would cost a
    short command a fifth of its time.
    """
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
    from unspasm.cli.parser import build_parser  # noqa: PLC0415

    words = build_parser().parse_args(argv)
    match words.command:
        case "check":
            from unspasm.cli.check import run_check  # noqa: PLC0415

            return run_check(words)
        case "cold" | "heat":
            from unspasm.cli.packs import run_pack  # noqa: PLC0415

            return run_pack(words)
        case "data":
            from unspasm.cli.data import run_data  # noqa: PLC0415

            return run_data(words)
        case "doctor":
            from unspasm.cli.doctor import run_doctor  # noqa: PLC0415

            return run_doctor(words)
        case "content":
            from unspasm.cli.content import run_content  # noqa: PLC0415

            return run_content(words)
        case _:
            from unspasm.cli.faces import start_app  # noqa: PLC0415

            return start_app(plain=words.plain)
