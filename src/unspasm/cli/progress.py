"""`unspasm progress`: how the pain has gone, as text."""

import argparse
from datetime import timedelta
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, use_utf8

if TYPE_CHECKING:
    from unspasm.journeys.house import House
    from unspasm.words import Words

_WHO = "unspasm progress"
_MOST_DAYS = 400
_USUAL_DAYS = 28


def run_progress(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    text: str = str(_USUAL_DAYS) if arguments.days is None else arguments.days
    digits = text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_DAYS))
    if not (digits and 1 <= int(text) <= _MOST_DAYS):
        return complain(_WHO, f"--days is a whole number from 1 to {_MOST_DAYS}, not {text!r}")
    average: bool = arguments.average
    return start_in_house(lambda house, words: _tell(house, words, int(text), average=average))


def _tell(house: "House", words: "Words", days: int, *, average: bool) -> int:
    from unspasm.cli.troubles import tell  # noqa: PLC0415
    from unspasm.domain.progress_view import progress_view  # noqa: PLC0415
    from unspasm.words.phrases import harmless  # noqa: PLC0415
    from unspasm.words.progress_page import progress_lines  # noqa: PLC0415

    entries, now = house.everything_told(), house.clock()
    tell(house.troubles)
    view = progress_view(entries, now, now.day - timedelta(days=days - 1))
    width = get_terminal_size().columns
    use_utf8()
    for line in progress_lines(words.progress, words.calendar, view, width, average=average):
        print(harmless(line))
    return Exit.DONE if any(day.told or day.marks for day in view.days) else Exit.NOT_FINISHED
