"""`unspasm check`: on the full screen, line by line, or from JSON."""

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm.cli.exits import exit_of
from unspasm.cli.streams import complain, one_line

if TYPE_CHECKING:
    from unspasm.catalogue import Catalogue
    from unspasm.domain.answers import Answers
    from unspasm.domain.care import CareCard

_WHO = "unspasm check"
_MOST_BYTES = 64_000
"""Answers are a few hundred bytes; what is larger is something else."""
_MOST_SAID = 300
"""Characters of one complaint."""


class _BadInputError(Exception):
    """What was given cannot be used. The message says why."""


def run_check(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    if arguments.answers is not None:
        gc.disable()  # a twentieth of a command that ends before there is anything to collect
        try:
            return _answer(arguments)
        except _BadInputError as error:
            text = str(error)
            short = text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}..."
            return complain(_WHO, short)
        finally:
            gc.enable()
    if arguments.json or arguments.record or arguments.country:
        return complain(_WHO, "--json, --record and --country want --answers")
    from unspasm.cli.faces import start_check  # noqa: PLC0415

    return start_check(plain=arguments.plain, guest=arguments.guest)


def _answer(arguments: argparse.Namespace) -> int:
    if arguments.guest and arguments.record:
        raise _BadInputError("--guest keeps nothing, so it does not go with --record")
    catalogue = _catalogue(with_countries=bool(arguments.country))
    country = arguments.country.upper() if arguments.country else None
    if country and country not in catalogue.care.countries:
        raise _BadInputError(f"no country is listed as {arguments.country!r}")
    answers = _answers(arguments.answers, catalogue)

    from datetime import date  # noqa: PLC0415

    from unspasm.domain.assess import assess  # noqa: PLC0415
    from unspasm.domain.care import write_card  # noqa: PLC0415
    from unspasm.domain.person import About  # noqa: PLC0415

    assessment = assess(catalogue.rules, answers)
    today = date.today()  # noqa: DTZ011 - the day as lived, for the age of the advice
    about = About(country=country)
    card = write_card(catalogue.rules, catalogue.care, answers, assessment, about, today)
    lines = [] if arguments.json else _card_lines(card)
    if arguments.record:
        from unspasm.cli.record import record_answers  # noqa: PLC0415

        record_answers(catalogue, answers, assessment)
    if arguments.json:
        from unspasm.cli.answers_json import as_json  # noqa: PLC0415

        lines = [as_json(assessment, card)]
    for line in lines:
        print(line)
    return exit_of(assessment.urgency)


def _catalogue(*, with_countries: bool) -> "Catalogue":
    from unspasm.catalogue import ContentFaultsError, load  # noqa: PLC0415
    from unspasm.paths import content_folder  # noqa: PLC0415

    try:
        return load(content_folder(), with_countries=with_countries)
    except ContentFaultsError as error:
        for fault in error.faults:
            print(one_line(str(fault)), file=sys.stderr)
        told = "the content has faults; `unspasm content check` tells them all"
        raise _BadInputError(told) from error


def _answers(name: str, catalogue: "Catalogue") -> "Answers":
    from unspasm.catalogue.answers import AnswersError, read_answers  # noqa: PLC0415

    try:
        return read_answers(_read(name), catalogue.rules)
    except AnswersError as error:
        raise _BadInputError(str(error)) from error
    except OSError as error:
        raise _BadInputError(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _BadInputError(f"{name}: this is not UTF-8 text") from error


def _read(name: str) -> str:
    if name == "-":
        raw = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise _BadInputError(f"{name}: this is far too large for answers")
    return raw.decode()


def _card_lines(card: "CareCard") -> list[str]:
    from unspasm.paths import content_folder  # noqa: PLC0415
    from unspasm.plain.card import card_lines  # noqa: PLC0415
    from unspasm.words import WordsError, read_words  # noqa: PLC0415
    from unspasm.words.phrases import harmless  # noqa: PLC0415

    try:
        words = read_words(content_folder()).card
    except WordsError as error:
        raise _BadInputError(str(error)) from error
    return [harmless(line) for line in card_lines(card, words)]
