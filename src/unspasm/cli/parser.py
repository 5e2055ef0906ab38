"""The command line: what there is to say, and `--help`."""

import argparse
from typing import NoReturn

from unspasm import __version__
from unspasm.cli.exits import Exit
from unspasm.cli.parser_aids import add_completion, add_man, add_remind
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
    """One that says what was wrong in one line."""

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
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"unspasm {__version__}")
    parser.add_argument(
        "--plain", action="store_true", help="the whole app line by line, for screen readers"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_check(commands)
    _add_now(commands)
    _add_stretch(commands)
    _add_pack(commands, "cold")
    _add_pack(commands, "heat")
    _add_log(commands)
    _add_progress(commands)
    _add_report(commands)
    _add_tips(commands)
    _add_routine(commands)
    _add_data(commands)
    add_remind(commands)
    _add_doctor(commands)
    add_completion(commands)
    add_man(commands)
    _add_content(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="go through the warning signs and be told where to get care",
        description="Go through the warning signs and be told when and where to get care.",
        allow_abbrev=False,
    )
    check.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,  # else it would undo `unspasm --plain check`
        help="line by line, a page at a time",
    )
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


def _add_now(commands: "argparse._SubParsersAction[Parser]") -> None:
    now = commands.add_parser(
        "now",
        help="positions of ease and breathing, at once: one page, then 2 minutes",
        description="From pain to relief in two keys: one page, then positions and breathing.",
        allow_abbrev=False,
    )
    now.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help="one line an event"
    )


def _add_stretch(commands: "argparse._SubParsersAction[Parser]") -> None:
    stretch = commands.add_parser(
        "stretch",
        help="a guided session, 20 minutes at most",
        description="A guided stretch session. It runs without a key, 20 minutes at most.",
        allow_abbrev=False,
    )
    stretch.add_argument("routine", nargs="?", metavar="ROUTINE", help="such as ease; see --list")
    stretch.add_argument(
        "--list", action="store_true", help="list the routines and what each takes"
    )
    stretch.add_argument("--json", action="store_true", help="with --list: as JSON")
    stretch.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help="one line an event"
    )


def _add_pack(commands: "argparse._SubParsersAction[Parser]", kind: str) -> None:
    pack = commands.add_parser(
        kind,
        help=f"time a {kind} pack: at most 20 minutes, then the skin rests",
        description=(
            f"Time a {kind} pack. It stays on for 20 minutes at most, your skin is looked at every"
            " 5 minutes, and rests for 2 hours after it."
        ),
        allow_abbrev=False,
    )
    pack.add_argument(
        "--minutes",
        metavar="N",
        help="how long it stays on, 1 to 20; 12 unless you say, here or in settings",
    )
    pack.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help="one line an event"
    )


def _add_report(commands: "argparse._SubParsersAction[Parser]") -> None:
    report = commands.add_parser(
        "report",
        help="one page for a clinician, to print or to send",
        description=(
            "One page for a clinician: how bad, what eases it, when it began, its course, and every"
            " warning sign that was ticked. It is reported by you, and no diagnosis."
        ),
        allow_abbrev=False,
    )
    report.add_argument(
        "--format",
        choices=("md", "html", "json"),
        help="Markdown unless the file's name says otherwise; html prints on one sheet",
    )
    report.add_argument("-o", "--output", metavar="FILE", help="to this file, not to the screen")
    report.add_argument("--force", action="store_true", help="write over a file that is there")
    report.add_argument("--since", metavar="DATE", help="from this day on, such as 2026-05-03")
    report.add_argument("--until", metavar="DATE", help="up to this day")
    report.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help=(
            "leave a part out; may be repeated: pain, chart, eases, began, conditions, often,"
            " activity, where, set-off, my-activities, course, signs, tried, notes"
        ),
    )


def _add_log(commands: "argparse._SubParsersAction[Parser]") -> None:
    log = commands.add_parser(
        "log",
        help="note how bad the pain is, 0 to 10",
        description="Note how bad the pain is. More can be said in the app: Log how it is.",
        allow_abbrev=False,
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


def _add_progress(commands: "argparse._SubParsersAction[Parser]") -> None:
    progress = commands.add_parser(
        "progress",
        help="how the pain has gone: a chart, twelve weeks, and the same in sentences",
        description="How the pain has gone: a chart, twelve weeks, and the same in sentences.",
        allow_abbrev=False,
    )
    progress.add_argument(
        "--days", metavar="N", help="so many days on the chart, 1 to 400; 28 unless you say"
    )
    progress.add_argument(
        "--average", action="store_true",
        help="with the average of people in studies as a dotted line; it is no forecast",
    )  # fmt: skip


def _add_tips(commands: "argparse._SubParsersAction[Parser]") -> None:
    tips = commands.add_parser(
        "tips",
        help="read tips, or find the one that answers a question",
        description="Tips on a back in spasm and on prevention. What cannot wait comes first.",
        allow_abbrev=False,
    )
    tips.add_argument(
        "name", nargs="?", metavar="TOPIC", help="a topic or a tip; the topics are listed without"
    )
    tips.add_argument("--search", metavar="WORDS", help='such as "can I drive"')
    tips.add_argument("--json", action="store_true", help="as JSON")


def _add_routine(commands: "argparse._SubParsersAction[Parser]") -> None:
    routine = commands.add_parser(
        "routine",
        help="routines of your own: list, show, print, check, add, remove",
        description=(
            "Routines of your own, for instance from a physiotherapist: one file each, in the same"
            " limits as ours. In the app they are made with r on Home."
        ),
        allow_abbrev=False,
    )
    actions = routine.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="list them", allow_abbrev=False)
    listed.add_argument("--json", action="store_true", help="as JSON")
    show = actions.add_parser("show", help="show one in full", allow_abbrev=False)
    show.add_argument("id", metavar="ID", help="see list")
    show.add_argument("--json", action="store_true", help="as JSON")
    show.add_argument("--html", action="store_true", help="as one page with figures, to print")
    printed = actions.add_parser(
        "print", help="one page with figures, for a browser and a printer", allow_abbrev=False
    )
    printed.add_argument("id", metavar="ID", help="see list")
    for page in (show, printed):
        page.add_argument("-o", "--output", metavar="FILE", help="to this file, not to the screen")
        page.add_argument("--force", action="store_true", help="write over a file that is there")
    check = actions.add_parser(
        "check", help="report every fault as file:line: key: what is wrong", allow_abbrev=False
    )
    check.add_argument("file", metavar="FILE", help="a file of a routine; - reads standard input")
    add = actions.add_parser("add", help="check a file and keep it", allow_abbrev=False)
    add.add_argument("file", metavar="FILE", help="a file of a routine; - reads standard input")
    add.add_argument(
        "--force", action="store_true", help="in place of the one that has its id already"
    )
    remove = actions.add_parser("remove", help="remove one, after asking", allow_abbrev=False)
    remove.add_argument("id", metavar="ID", help="see list")
    remove.add_argument("--yes", action="store_true", help="do not ask")


def _add_data(commands: "argparse._SubParsersAction[Parser]") -> None:
    data = commands.add_parser(
        "data",
        help="your record: where it is, export, import, undo, delete",
        description="Your record. It is one file on this machine.",
        allow_abbrev=False,
    )
    actions = data.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("where", help="say where it is and how large", allow_abbrev=False)
    export = actions.add_parser("export", help="write all of it as JSON Lines", allow_abbrev=False)
    export.add_argument(
        "--csv", action="store_true", help="as a table for a spreadsheet; it cannot be imported"
    )
    export.add_argument("-o", "--output", metavar="FILE", help="to this file, not to the screen")
    merge = actions.add_parser(
        "import", help="merge an exported file into it; may be repeated", allow_abbrev=False
    )
    merge.add_argument("file", metavar="FILE", help="an exported file; - reads standard input")
    undo = actions.add_parser(
        "undo", help="take the last log out again, after asking", allow_abbrev=False
    )
    undo.add_argument("--yes", action="store_true", help="do not ask")
    delete = actions.add_parser("delete", help="delete all of it, after asking", allow_abbrev=False)
    delete.add_argument("--yes", action="store_true", help="do not ask")


def _add_doctor(commands: "argparse._SubParsersAction[Parser]") -> None:
    doctor = commands.add_parser(
        "doctor",
        help="say what works here: terminal, sound, clocks, settings, record, content",
        description="Say what works on this computer and in this terminal. It changes nothing.",
        allow_abbrev=False,
    )
    doctor.add_argument("--sound", action="store_true", help="ring the bell and speak one sentence")


def _add_content(commands: "argparse._SubParsersAction[Parser]") -> None:
    content = commands.add_parser(
        "content",
        help="check a folder of content",
        description="For translators and clinics that work on a copy of the content.",
        allow_abbrev=False,
    )
    actions = content.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser(
        "check", help="report every fault as file:line: key: what is wrong", allow_abbrev=False
    )
    check.add_argument("folder", metavar="DIR", help="such as content/en")
    check.add_argument(
        "--readability", action="store_true", help="report how easily each file reads instead"
    )
