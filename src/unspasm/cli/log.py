"""`unspasm log`: one entry, from a shell."""

import argparse
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line
from unspasm.domain.answers import WORST_PAIN

if TYPE_CHECKING:
    from unspasm.journeys.house import House
    from unspasm.words import Words

_WHO = "unspasm log"


def run_log(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    text: str = arguments.pain
    if not (text.isascii() and text.isdecimal() and len(text) <= 2 and int(text) <= WORST_PAIN):
        return complain(_WHO, f"PAIN is a whole number from 0 to {WORST_PAIN}, not {text!r}")
    return start_in_house(lambda house, words: _log(house, words, arguments))


def _log(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    from unspasm.cli.troubles import tell  # noqa: PLC0415
    from unspasm.domain.feel import Feel  # noqa: PLC0415
    from unspasm.journeys.log import LogJourney  # noqa: PLC0415
    from unspasm.words.log_phrases import course_lines, kept  # noqa: PLC0415
    from unspasm.words.phrases import harmless  # noqa: PLC0415

    run = LogJourney(house)
    run.say_pain(int(arguments.pain))
    run.say(note=arguments.note or "", feel=Feel(arguments.feel) if arguments.feel else None)
    if arguments.at is not None and not run.say_when(arguments.at):
        return complain(_WHO, words.log.when_not.format(text=arguments.at))
    before = {one.entry.id for one in house.course()}
    run.keep()
    tell(house.troubles)
    if not run.kept:
        complain(_WHO, words.card.nothing_kept)
        return Exit.NOT_FINISHED
    now = house.clock().lived
    print(harmless(kept(words.log, words.calendar, run.draft, run.felt, now)))
    print(words.log.nerves_shell)
    for standing in house.notice():
        if standing.entry.id not in before:
            for line in course_lines(words.log, standing):
                print(one_line(line))
    return Exit.DONE
