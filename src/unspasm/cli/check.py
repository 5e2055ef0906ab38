"""`unspasm check`: on the full screen, line by line, or from JSON."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit, exit_of

if TYPE_CHECKING:
    from unspasm.domain.care import CareCard

_MOST_BYTES = 1_000_000
"""Answers are a few hundred bytes; what is larger is something else."""


def run_check(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    if arguments.answers is not None:
        return _answer(arguments)
    if arguments.json or arguments.record or arguments.country:
        print("unspasm check: --json, --record and --country want --answers", file=sys.stderr)
        return Exit.BAD_INPUT
    from unspasm.cli.faces import start_check  # noqa: PLC0415

    return start_check(plain=arguments.plain, guest=arguments.guest)


def _answer(arguments: argparse.Namespace) -> int:  # noqa: PLR0911 - one line a fault
    if arguments.guest and arguments.record:
        return _bad("--guest keeps nothing, so it does not go with --record")
    from unspasm.catalogue import ContentFaultsError, load  # noqa: PLC0415
    from unspasm.catalogue.answers import AnswersError, read_answers  # noqa: PLC0415
    from unspasm.paths import content_folder  # noqa: PLC0415

    try:
        catalogue = load(content_folder())
        if arguments.country and arguments.country.upper() not in catalogue.care.countries:
            return _bad(f"no country is listed as {arguments.country!r}")
        answers = read_answers(_read(arguments.answers), catalogue.rules)
    except ContentFaultsError as error:
        print(error, file=sys.stderr)
        return _bad("the content has faults; `unspasm content check` tells them all")
    except AnswersError as error:
        return _bad(str(error))
    except OSError as error:
        return _bad(f"{arguments.answers}: {error.strerror}")
    except UnicodeDecodeError:
        return _bad(f"{arguments.answers}: this is not UTF-8 text")

    from datetime import date  # noqa: PLC0415

    from unspasm.domain.assess import assess  # noqa: PLC0415
    from unspasm.domain.care import write_card  # noqa: PLC0415
    from unspasm.domain.entries import About  # noqa: PLC0415

    assessment = assess(catalogue.rules, answers)
    about = About(country=arguments.country.upper() if arguments.country else None)
    today = date.today()  # noqa: DTZ011 - the day as lived, for the age of the advice
    card = write_card(catalogue.rules, catalogue.care, answers, assessment, about, today)
    if arguments.record:
        from unspasm.cli.record import record_answers  # noqa: PLC0415

        record_answers(answers, assessment)
    if arguments.json:
        from unspasm.cli.answers_json import as_json  # noqa: PLC0415

        print(as_json(assessment, card))
    else:
        _print_card(card)
    return exit_of(assessment.urgency)


def _print_card(card: "CareCard") -> None:
    from unspasm.paths import content_folder  # noqa: PLC0415
    from unspasm.plain.card import card_lines  # noqa: PLC0415
    from unspasm.words import read_words  # noqa: PLC0415

    for line in card_lines(card, read_words(content_folder()).card):
        print(line)


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read(_MOST_BYTES).decode()
    with Path(name).open("rb") as file:
        return file.read(_MOST_BYTES).decode()


def _bad(what: str) -> int:
    print(f"unspasm check: {what}", file=sys.stderr)
    return Exit.BAD_INPUT
