"""`unspasm routine`: routines of one's own, for instance from a physiotherapist."""

import argparse
import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line, use_utf8

if TYPE_CHECKING:
    from unspasm.domain.own_routines import OwnRoutine
    from unspasm.domain.stretches import Library
    from unspasm.domain.which_routine import Body
    from unspasm.journeys.house import House
    from unspasm.words import OwnWords, Words

_WHO = "unspasm routine"


def run_routine(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    doing = {
        "list": _list, "show": _show, "print": _print, "check": _check, "add": _add,
        "remove": _remove,
    }[arguments.action]  # fmt: skip
    return start_in_house(lambda house, words: doing(house, words, arguments))


# --- a card instead -------------------------------------------------------------------------------


def _closed(house: "House", words: "Words", arguments: argparse.Namespace) -> bool:
    """Whether exercises are not to be read now; then the card that comes instead has been told."""
    from unspasm.domain.locks import Activity  # noqa: PLC0415
    from unspasm.journeys.care import CareJourney  # noqa: PLC0415
    from unspasm.plain.card import card_lines  # noqa: PLC0415
    from unspasm.words.stretch_phrases import why_refused  # noqa: PLC0415

    status = house.status()
    if Activity.SESSION not in status.closed:
        return False
    why = "under_16" if status.under_16 else "locked"
    if status.card_first:
        lines = list(card_lines(CareJourney(house, status.card_first.check).card, words.card))
    else:
        lines = list(why_refused(words.stretch, why, None))
    if getattr(arguments, "json", False):
        print(json.dumps({"refused": why, "say": [line for line in lines if line]}, indent=2))
    else:
        for line in lines:
            print(one_line(line))
    return True


# --- reading --------------------------------------------------------------------------------------


def _list(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    from unspasm.journeys.today import body_today  # noqa: PLC0415
    from unspasm.words.own_phrases import row_of, why_closed  # noqa: PLC0415

    shelf = house.shelf
    found = shelf.read()
    if arguments.json and _closed(house, words, arguments):
        return Exit.REFUSED
    body = body_today(house)
    if arguments.json:
        routines = [_as_json(own, shelf.ours, body) for own in found.routines.values()]
        print(json.dumps({"routines": routines, "faults": found.faults}, indent=2))
        return Exit.DONE if routines else Exit.NOT_FINISHED
    for line in why_closed(words.own, found.routines.values(), shelf.ours, body):
        print(one_line(line))
    for own in found.routines.values():
        print(one_line(f"{own.id:16} {own.name:24} {row_of(words.own, own, shelf.ours, body)}"))
    for fault in found.faults:
        print(one_line(fault), file=sys.stderr)
    if not (found.routines or found.faults):
        print(words.own.cli_none)
    return Exit.DONE if found.routines else Exit.NOT_FINISHED


def _show(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    own = _readable(house, words, arguments)
    if isinstance(own, int):
        return own
    from unspasm.journeys.today import body_today  # noqa: PLC0415

    library = house.shelf.ours
    if arguments.html and arguments.json:
        return complain(_WHO, "--html and --json do not go together")
    if arguments.output and not arguments.html:
        return complain(_WHO, "-o wants --html")
    if arguments.html:
        return _page(house, words, own, arguments)
    if arguments.json:
        print(json.dumps(_as_json(own, library, body_today(house)), indent=2))
        return Exit.DONE
    from unspasm.words.own_phrases import told  # noqa: PLC0415

    for line in told(words.own, words.stretch, own, library, body_today(house)):
        print(one_line(line))
    return Exit.DONE


def _print(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    own = _readable(house, words, arguments)
    return own if isinstance(own, int) else _page(house, words, own, arguments)


def _page(house: "House", words: "Words", own: "OwnRoutine", arguments: argparse.Namespace) -> int:
    from unspasm.journeys.own_routines import page_of  # noqa: PLC0415
    from unspasm.report.files import write_private  # noqa: PLC0415

    text = page_of(house, words, own)
    if arguments.output in {None, "-"}:
        use_utf8()
        sys.stdout.write(text)
        return Exit.DONE
    target = Path(arguments.output)
    try:
        write_private(target, text, force=arguments.force)
    except FileExistsError:
        return complain(_WHO, words.report.there_already.format(file=target))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return complain(_WHO, words.own.not_written.format(file=target, why=why))
    print(one_line(words.own.written.format(file=target)))
    return Exit.DONE


def _readable(house: "House", words: "Words", arguments: argparse.Namespace) -> "OwnRoutine | int":
    """The routine that was asked for, or the exit code where there is none to read."""
    own = _named(house, words.own, arguments.id)
    if not isinstance(own, int) and _closed(house, words, arguments):
        return Exit.REFUSED
    return own


def _named(house: "House", words: "OwnWords", name: str) -> "OwnRoutine | int":
    """The routine of that id, or the exit code after what was wrong has been said."""
    found = house.shelf.read()
    if name in found.routines:
        return found.routines[name]
    if house.shelf.folder and (path := str(house.shelf.path_of(name))):
        told = [fault for fault in found.faults if fault.startswith(f"{path}:")]
        for fault in told:
            print(one_line(fault), file=sys.stderr)
        if told:
            return Exit.BAD_INPUT
    return _unknown(words, name, list(found.routines))


def _unknown(words: "OwnWords", name: str, known: list[str]) -> int:
    from unspasm.words.phrases import parted  # noqa: PLC0415

    near = get_close_matches(name, known, n=3, cutoff=0.4)
    if near:
        said = words.cli_unknown.format(name=name, near=parted(words.also, near))
    else:
        said = words.cli_unknown_none.format(name=name)
    print(f"{_WHO}: {one_line(said)}", file=sys.stderr)
    return Exit.NOT_FINISHED


def _as_json(own: "OwnRoutine", library: "Library", body: "Body") -> dict[str, object]:
    from unspasm.domain.own_as_routine import dose_of_step, stretch_of, total_of  # noqa: PLC0415
    from unspasm.domain.which_routine import closed_now  # noqa: PLC0415

    steps: list[dict[str, object]] = []
    for step in own.steps:
        stretch, dose = stretch_of(step, library), dose_of_step(step, library)
        closed = closed_now(stretch, body)
        steps.append(
            {
                "id": stretch.id,
                "name": stretch.name,
                "in_library": step.exercise is None,
                "seconds": dose.seconds,
                "repeats": dose.repeats,
                "rest": dose.rest,
                "sets": dose.sets,
                "between": dose.between,
                "sides": stretch.one_side or ("both" if stretch.sides == 2 else "none"),
                "floor": stretch.place.is_floor,
                "strength": stretch.strength,
                "closed": closed.value if closed else None,
                "steps": list(stretch.steps),
            }
        )
    return {
        "id": own.id,
        "name": own.name,
        "from": own.given_by,
        "note": own.note,
        "seconds": total_of(own, library),
        "steps": steps,
    }


# --- files ----------------------------------------------------------------------------------------


def _read(house: "House", words: "OwnWords", name: str) -> "OwnRoutine | int":
    """The routine that a file holds, or the exit code after its faults have been said."""
    from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415
    from unspasm.journeys.own_routines import read_file  # noqa: PLC0415

    try:
        return read_file(house, name)
    except ContentFaultsError as error:
        for fault in error.faults:
            print(one_line(str(fault)), file=sys.stderr)
        return Exit.BAD_INPUT
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return complain(_WHO, words.not_read.format(file=name, why=why))


def _check(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    own = _read(house, words.own, arguments.file)
    if isinstance(own, int):
        return own
    from unspasm.domain.own_as_routine import total_of  # noqa: PLC0415
    from unspasm.words.own_phrases import total_line  # noqa: PLC0415

    total = total_line(words.own, total_of(own, house.shelf.ours))
    print(one_line(words.own.cli_fine.format(file=arguments.file, name=own.name, total=total)))
    return Exit.DONE


def _add(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    from unspasm.journeys.shelf import ShelfFullError  # noqa: PLC0415

    own = _read(house, words.own, arguments.file)
    if isinstance(own, int):
        return own
    try:
        house.shelf.save(own, force=arguments.force)
    except FileExistsError:
        return complain(_WHO, words.own.cli_there.format(id=own.id))
    except ShelfFullError:
        print(words.own.full, file=sys.stderr)
        return Exit.REFUSED
    except OSError as error:
        return complain(_WHO, words.own.not_saved.format(why=error.strerror or error))
    print(one_line(words.own.added.format(name=own.name)))
    return Exit.DONE


def _remove(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    shelf, name = house.shelf, arguments.id
    known = {path.stem for path in shelf.files()}
    if name not in known:
        return _unknown(words.own, name, sorted(known))
    if not arguments.yes and not _sure(words.own.cli_remove.format(name=name)):
        print(words.own.cli_kept)
        return Exit.NOT_FINISHED
    try:
        shelf.remove(name)
    except OSError as error:
        return complain(_WHO, words.own.not_saved.format(why=error.strerror or error))
    print(one_line(words.own.removed.format(name=name)))
    return Exit.DONE


def _sure(question: str) -> bool:
    print(one_line(question))
    print("> ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
