"""What the command line says of the commands about this computer, its shell and the content."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspasm.cli.parser import Parser

SYSTEMS = ("cron", "systemd", "launchd", "windows")
SHELLS = ("bash", "zsh", "fish")


def add_remind(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `remind` takes."""
    remind = commands.add_parser(
        "remind",
        help="print a line for your system's own timer, to be reminded of breaks",
        description=(
            "Print what your system's own timer needs to remind you of a change of position. It"
            " only prints: nothing is written, and nothing goes on running."
        ),
    )
    remind.add_argument(
        "system", nargs="?", choices=SYSTEMS, metavar="SYSTEM",
        help="cron, systemd, launchd or windows; the one of this computer unless you say",
    )  # fmt: skip
    remind.add_argument(
        "--every",
        metavar="MINUTES",
        help="minutes between two breaks, 10 to 240; 45 unless you say",
    )
    remind.add_argument(
        "--from", dest="start", metavar="TIME", help="when your day begins; 9:00 unless you say"
    )
    remind.add_argument(
        "--until", metavar="TIME", help="the last time to be reminded; 17:00 unless you say"
    )
    remind.add_argument(
        "--days", metavar="DAYS", help="such as mon-fri, or mon,wed,fri; mon-fri unless you say"
    )
    remind.add_argument(
        "--now", action="store_true", help="remind once, now; this is what the timer calls"
    )


def add_completion(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `completion` takes."""
    completion = commands.add_parser(
        "completion",
        help="print what makes a shell complete these commands",
        description="Print what makes a shell complete the commands and options of unspasm.",
    )
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


def add_man(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `man` takes."""
    commands.add_parser(
        "man",
        help="print the manual page",
        description="Print the manual page; read it with: unspasm man | man -l -",
    )


def add_doctor(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `doctor` takes."""
    doctor = commands.add_parser(
        "doctor",
        help="say what works here: terminal, sound, clocks, settings, record, content",
        description="Say what works on this computer and in this terminal. It changes nothing.",
    )
    doctor.add_argument("--sound", action="store_true", help="ring the bell and speak one sentence")


def add_content(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `content` takes."""
    content = commands.add_parser(
        "content",
        help="check a folder of content",
        description="For translators and clinics that work on a copy of the content.",
    )
    actions = content.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help="report every fault as file:line: key: what is wrong")
    check.add_argument("folder", metavar="DIR", help="such as content/en")
    check.add_argument(
        "--readability", action="store_true", help="report how easily each file reads instead"
    )
