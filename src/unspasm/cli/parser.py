"""The command line: what there is to say, and `--help`."""

import argparse
from typing import Any, NoReturn

from unspasm import __version__
from unspasm.cli.exits import Exit
from unspasm.cli.parser_aids import (
    add_completion,
    add_content,
    add_doctor,
    add_man,
    add_remind,
)
from unspasm.cli.parser_back import (
    add_check,
    add_log,
    add_now,
    add_pack,
    add_stretch,
    add_tips,
)
from unspasm.cli.parser_record import add_data, add_progress, add_report, add_routine
from unspasm.cli.streams import one_line

_DESCRIPTION = """\
A self-care coach for back spasms. It asks about warning signs and says when and where to get
care. It works offline and keeps its record on this machine only.

It is not a medical device, no clinician has reviewed it, and it cannot examine you.
In an emergency, call your local emergency number.
"""

_EPILOG = """\
Without a command the full-screen app starts; with TERM=dumb the plain one; without a terminal it
prints how things stand.

keys in the full-screen app:
  !  worse, or something new      ?  help for this screen      i  why, with sources
  ctrl+p  everything by its name  esc  one level back          q  quit
  on Home: 1 to 8 as numbered, r your own routines, c care card, a about you,
           e this spasm is over, s settings

letters at every prompt of the plain one:
  Enter  go on      n  no      b  back      w or !  worse      q  leave

environment:
  UNSPASM_HOME      keep record, settings and your own routines in this folder
  UNSPASM_CONTENT   use the content in this folder
  UNSPASM_PLAIN=1   always the plain, line-by-line app; 0: the full screen
  TEXTUAL_THEME     this theme, whatever the settings say
  NO_COLOR          no colour at all

exit codes:
  0 done, or self-care            10 ordinary visit     20 within days
  30 today                        40 emergency          1 not finished, or a no
  2 bad input                     3 refused             128+n ended by signal n
"""


class Parser(argparse.ArgumentParser):
    """One that says what was wrong in one line, and takes no option by half its name."""

    def __init__(self, **arguments: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(**{"allow_abbrev": False, **arguments})

    def error(self, message: str) -> NoReturn:
        """End, with one line about it."""
        self.exit(Exit.BAD_INPUT, f"{self.prog}: {one_line(message)} (try --help)\n")


def build_parser() -> Parser:
    """Return the parser for all commands."""
    parser = Parser(
        prog="unspasm",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"unspasm {__version__}")
    parser.add_argument(
        "--plain", action="store_true", help="the whole app line by line, for screen readers"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    add_check(commands)
    add_now(commands)
    add_stretch(commands)
    add_pack(commands, "cold")
    add_pack(commands, "heat")
    add_log(commands)
    add_progress(commands)
    add_report(commands)
    add_tips(commands)
    add_routine(commands)
    add_data(commands)
    add_remind(commands)
    add_doctor(commands)
    add_completion(commands)
    add_man(commands)
    add_content(commands)
    return parser
