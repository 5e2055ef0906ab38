"""What the command line says of the commands for what is kept: progress, page, routines, data."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspasm.cli.parser import Parser


def add_progress(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `progress` takes."""
    progress = commands.add_parser(
        "progress",
        help="how the pain has gone: a chart, twelve weeks, and the same in sentences",
        description="How the pain has gone: a chart, twelve weeks, and the same in sentences.",
    )
    progress.add_argument(
        "--days", metavar="N", help="so many days on the chart, 1 to 400; 28 unless you say"
    )
    progress.add_argument(
        "--average", action="store_true",
        help="with the average of people in studies as a dotted line; it is no forecast",
    )  # fmt: skip


def add_report(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `report` takes."""
    report = commands.add_parser(
        "report",
        help="one page for a clinician, to print or to send",
        description=(
            "One page for a clinician: how bad, what eases it, when it began, its course, and every"
            " warning sign that was ticked. It is reported by you, and no diagnosis."
        ),
    )
    report.add_argument(
        "--format",
        choices=("md", "html", "json"),
        help="Markdown unless the file's name says otherwise; html prints on one sheet",
    )
    _add_output(report)
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


def add_routine(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `routine` takes."""
    routine = commands.add_parser(
        "routine",
        help="routines of your own: list, show, print, check, add, remove",
        description=(
            "Routines of your own, for instance from a physiotherapist: one file each, in the same"
            " limits as ours. In the app they are made with r on Home."
        ),
    )
    actions = routine.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="list them")
    listed.add_argument("--json", action="store_true", help="as JSON")
    show = actions.add_parser("show", help="show one in full")
    show.add_argument("id", metavar="ID", help="see list")
    show.add_argument("--json", action="store_true", help="as JSON")
    show.add_argument("--html", action="store_true", help="as one page with figures, to print")
    printed = actions.add_parser("print", help="one page with figures, for a browser and a printer")
    printed.add_argument("id", metavar="ID", help="see list")
    for page in (show, printed):
        _add_output(page)
    check = actions.add_parser("check", help="report every fault as file:line: key: what is wrong")
    check.add_argument("file", metavar="FILE", help="a file of a routine; - reads standard input")
    add = actions.add_parser("add", help="check a file and keep it")
    add.add_argument("file", metavar="FILE", help="a file of a routine; - reads standard input")
    add.add_argument(
        "--force", action="store_true", help="in place of the one that has its id already"
    )
    remove = actions.add_parser("remove", help="remove one, after asking")
    remove.add_argument("id", metavar="ID", help="see list")
    remove.add_argument("--yes", action="store_true", help="do not ask")


def add_data(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Say what `data` takes."""
    data = commands.add_parser(
        "data",
        help="your record: where it is, export, import, undo, delete",
        description="Your record. It is one file on this machine.",
    )
    actions = data.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("where", help="say where it is and how large")
    export = actions.add_parser("export", help="write all of it as JSON Lines")
    export.add_argument(
        "--csv", action="store_true", help="as a table for a spreadsheet; it cannot be imported"
    )
    export.add_argument("-o", "--output", metavar="FILE", help="to this file, not to the screen")
    merge = actions.add_parser("import", help="merge an exported file into it; may be repeated")
    merge.add_argument("file", metavar="FILE", help="an exported file; - reads standard input")
    undo = actions.add_parser("undo", help="take the last log out again, after asking")
    undo.add_argument("--yes", action="store_true", help="do not ask")
    delete = actions.add_parser("delete", help="delete all of it, after asking")
    delete.add_argument("--yes", action="store_true", help="do not ask")


def _add_output(command: "Parser") -> None:
    """A file instead of the screen, and whether it may be written over."""
    command.add_argument("-o", "--output", metavar="FILE", help="to this file, not to the screen")
    command.add_argument("--force", action="store_true", help="write over a file that is there")
