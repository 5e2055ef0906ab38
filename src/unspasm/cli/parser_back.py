"""What the command line says of the commands for a back that hurts: check, relief, log and tips."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspasm.cli.parser import Parser


def add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `check` takes."""
    check = commands.add_parser(
        "check",
        help="go through the warning signs and be told where to get care",
        description="Go through the warning signs and be told when and where to get care.",
    )
    _add_plain(check, "line by line, a page at a time")
    check.add_argument(
        "--guest", action="store_true", help="for somebody else: keep nothing, only show a card"
    )
    check.add_argument(
        "--answers",
        metavar="FILE",
        help="read the answers from a JSON file; - reads standard input",
    )
    check.add_argument(
        "--json", action="store_true", help="with --answers: print the result as JSON"
    )
    check.add_argument("--record", action="store_true", help="with --answers: keep it as a check")
    check.add_argument(
        "--country", metavar="CODE", help="with --answers: whose numbers to show, such as GB"
    )


def add_now(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `now` takes."""
    now = commands.add_parser(
        "now",
        help="positions of ease and breathing, at once: one page, then 2 minutes",
        description="From pain to relief in two keys: one page, then positions and breathing.",
    )
    _add_plain(now, "one line an event")


def add_stretch(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `stretch` takes."""
    stretch = commands.add_parser(
        "stretch",
        help="a guided session, 20 minutes at most",
        description="A guided stretch session. It runs without a key, 20 minutes at most.",
    )
    stretch.add_argument("routine", nargs="?", metavar="ROUTINE", help="such as ease; see --list")
    stretch.add_argument(
        "--list", action="store_true", help="list the routines and what each takes"
    )
    stretch.add_argument("--json", action="store_true", help="with --list: as JSON")
    _add_plain(stretch, "one line an event")


def add_pack(commands: "argparse._SubParsersAction[Parser]", kind: str) -> None:
    """Say what `cold` or `heat` takes."""
    pack = commands.add_parser(
        kind,
        help=f"time a {kind} pack: at most 20 minutes, then the skin rests",
        description=(
            f"Time a {kind} pack. It stays on for 20 minutes at most, your skin is looked at every"
            " 5 minutes, and rests for 2 hours after it."
        ),
    )
    pack.add_argument(
        "--minutes",
        metavar="N",
        help="how long it stays on, 1 to 20; 12 unless you say, here or in settings",
    )
    _add_plain(pack, "one line an event")


def add_log(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `log` takes."""
    log = commands.add_parser(
        "log",
        help="note how bad the pain is, 0 to 10",
        description="Note how bad the pain is. More can be said in the app: Log how it is.",
    )
    log.add_argument("pain", metavar="PAIN", help="0 (none) to 10 (the worst you can think of)")
    log.add_argument("note", nargs="?", metavar="NOTE", help='such as "after gardening"')
    log.add_argument(
        "--at", metavar="TIME", help="when it was: 14:30, 3h, 2d, or '2026-11-20 14:30'"
    )
    feels = log.add_mutually_exclusive_group()
    for feel in ("better", "same", "worse"):
        feels.add_argument(
            f"--{feel}", dest="feel", action="store_const", const=feel,
            help=f"{feel}, against the last time" if feel != "same" else "as it was the last time",
        )  # fmt: skip


def add_tips(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `tips` takes."""
    tips = commands.add_parser(
        "tips",
        help="read tips, or find the one that answers a question",
        description="Tips on a back in spasm and on prevention. What cannot wait comes first.",
    )
    tips.add_argument(
        "name", nargs="?", metavar="TOPIC", help="a topic or a tip; the topics are listed without"
    )
    tips.add_argument("--search", metavar="WORDS", help='such as "can I drive"')
    tips.add_argument("--json", action="store_true", help="as JSON")


def _add_plain(command: "Parser", says: str) -> None:
    command.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,  # else it would undo `unspasm --plain check`
        help=says,
    )
