"""`unspasm report`: one page for a clinician, on the screen or into a file."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line, use_utf8

if TYPE_CHECKING:
    from unspasm.domain.clinician_values import Wanted
    from unspasm.journeys.house import House
    from unspasm.words import ReportWords, Words

_WHO = "unspasm report"
_BY_NAME = {".html": "html", ".htm": "html", ".json": "json"}


class _BadInputError(Exception):
    """What was given cannot be used. The message says why."""


def run_report(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    return start_in_house(lambda house, words: _report(house, words, arguments))


def _report(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    from unspasm import __version__  # noqa: PLC0415
    from unspasm.cli.troubles import tell  # noqa: PLC0415
    from unspasm.journeys.report import report_of  # noqa: PLC0415
    from unspasm.report import Format, write_page  # noqa: PLC0415

    try:
        wanted = _wanted(arguments, words.report)
    except _BadInputError as error:
        return complain(_WHO, str(error))
    target = None if arguments.output in {None, "-"} else Path(arguments.output)
    if target and target.is_file() and not arguments.force:
        return complain(_WHO, words.report.there_already.format(file=target))
    page = report_of(house, wanted)
    tell(house.troubles)
    if page.nothing_told:
        print(words.report.nothing)
        return Exit.NOT_FINISHED
    suffix = target.suffix.lower() if target else ""
    kind = Format(arguments.format or _BY_NAME.get(suffix, "md"))
    text = write_page(page, kind, words, __version__)
    if target is None:
        use_utf8()
        sys.stdout.write(text)
        return Exit.DONE
    return _write(target, text, words.report, force=arguments.force)


def _wanted(arguments: argparse.Namespace, words: "ReportWords") -> "Wanted":
    from unspasm.domain.clinician_values import Part, Wanted  # noqa: PLC0415
    from unspasm.words.phrases import parted  # noqa: PLC0415

    since, until = _day(arguments.since, words), _day(arguments.until, words)
    if since and until and since > until:
        raise _BadInputError(words.bad_range.format(since=since, until=until))
    names = [name.strip() for given in arguments.without for name in given.split(",")]
    known = {part.value: part for part in Part}
    for name in names:
        if name not in known:
            raise _BadInputError(
                words.bad_part.format(text=repr(name), parts=parted(words.also, known))
            )
    return Wanted(since, until, frozenset(known[name] for name in names))


def _day(text: str | None, words: "ReportWords") -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise _BadInputError(words.bad_date.format(text=repr(text)))
    return day


def _write(target: Path, text: str, words: "ReportWords", *, force: bool) -> int:
    from unspasm.report.files import write_private  # noqa: PLC0415

    try:
        write_private(target, text, force=force)
    except FileExistsError:
        return complain(_WHO, words.there_already.format(file=target))
    except OSError as error:
        return complain(_WHO, words.not_written.format(file=target, why=error.strerror))
    print(one_line(words.written.format(file=target)))
    return Exit.DONE
