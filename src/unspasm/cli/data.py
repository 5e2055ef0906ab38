"""`unspasm data`: where the record is, export, import, undo, delete."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm import clock
from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line, use_utf8
from unspasm.cli.troubles import in_words, tell
from unspasm.journal import Journal, JournalError, backups, delete_journal, open_journal
from unspasm.paths import data_folder, settings_file

if TYPE_CHECKING:
    from unspasm.journeys.house import House
    from unspasm.words import Words

_BEYOND_REACH = (
    "What unspasm cannot reach: backups of this computer, files you exported, and the history of"
    " your shell or terminal."
)


def run_data(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    match arguments.action:
        case "where":
            return _where()
        case "export":
            return _with_journal(
                lambda journal: _export(journal, arguments.output, table=arguments.csv)
            )
        case "import":
            return _with_journal(lambda journal: _import(journal, arguments.file))
        case "undo":
            return _undo(sure=arguments.yes)
        case _:
            return _delete(sure=arguments.yes)


def _where() -> int:
    files = backups(data_folder())
    for path, what in _beside():
        print(one_line(f"{path}  {what}"))
    if not files:
        print(one_line(f"Nothing is kept yet. It would be kept in {data_folder()}"))
        return Exit.NOT_FINISHED
    for path in files:
        print(one_line(f"{path}  {path.stat().st_size} bytes"))
    return Exit.DONE


def _beside() -> Iterator[tuple[Path, str]]:
    """What is kept beside the record, and stays when that is deleted."""
    from unspasm.journeys.house import ROUTINES  # noqa: PLC0415

    if (settings := settings_file()).exists():
        yield settings, "settings, with any number in them"
    if (routines := data_folder() / ROUTINES).is_dir():
        yield routines, "your own routines"


def _export(journal: Journal, name: str | None, *, table: bool) -> int:
    from unspasm.journal.table import table_lines  # noqa: PLC0415
    from unspasm.journal.transfer import export_lines  # noqa: PLC0415

    write: Callable[[Journal], Iterator[str]] = table_lines if table else export_lines
    if name is None or name == "-":
        use_utf8()
        for line in write(journal):
            print(line)
        return Exit.DONE
    target = Path(name)
    text = "".join(f"{line}\n" for line in write(journal))
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _bad(f"{target} is there already; name another file")
    except OSError as error:
        return _bad(f"{target}: {error.strerror}")
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - it is open already
            file.write(text)
    except OSError as error:
        target.unlink(missing_ok=True)
        return _bad(f"{target}: {error.strerror}")
    told = f"Written to {target}. It holds health data: keep it where only you can read it."
    print(one_line(told))
    return Exit.DONE


def _import(journal: Journal, name: str) -> int:
    from unspasm.journal.transfer import ImportRefusedError, import_lines  # noqa: PLC0415

    try:
        if name == "-":
            use_utf8()
            done = import_lines(journal, sys.stdin, clock.now())
        else:
            with Path(name).open(encoding="utf-8") as file:
                done = import_lines(journal, file, clock.now())
    except ImportRefusedError as error:
        return _bad(f"{name}: {error}. Nothing was imported.")
    except OSError as error:
        return _bad(f"{name}: {error.strerror}")
    except UnicodeDecodeError:
        return _bad(f"{name}: this is not UTF-8 text. Nothing was imported.")
    print(f"{done.new} new entries, {done.known} known already.")
    return Exit.DONE


def _delete(*, sure: bool) -> int:
    folder = data_folder()
    files = backups(folder)
    if not files:
        print("There is no record, so there is nothing to delete.")
        _say_what_stays()
        return Exit.NOT_FINISHED
    print("This deletes your whole record on this machine, care cards and locks included:")
    for path in files:
        print(one_line(f"  {path}"))
    print(_BEYOND_REACH)
    _say_what_stays()
    if not sure and _answer("Type delete to go on: ") != "delete":
        print("Nothing was deleted.")
        return Exit.NOT_FINISHED
    try:
        gone = delete_journal(folder)
    except OSError as error:
        return _bad(f"{error.filename}: {error.strerror}")
    if gone is None:
        complain("unspasm data", "another unspasm is running. Close it first.")
        return Exit.REFUSED
    print(f"Deleted {len(gone)} files.")
    return Exit.DONE


def _say_what_stays() -> None:
    there = list(_beside())
    if there:
        print("This stays. To be rid of it too, delete it yourself:")
    for path, what in there:
        print(one_line(f"  {path}  {what}"))


def _undo(*, sure: bool) -> int:
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    return start_in_house(lambda house, words: _undo_last(house, words, sure=sure))


def _undo_last(house: "House", words: "Words", *, sure: bool) -> int:
    from unspasm.domain.log_entries import PainLog  # noqa: PLC0415
    from unspasm.journeys.log import last_log  # noqa: PLC0415
    from unspasm.words.phrases import when  # noqa: PLC0415

    entry = last_log(house)
    tell(house.troubles)
    if entry is None or not isinstance(entry.body, PainLog):
        print(words.log.undo_nothing)
        return Exit.NOT_FINISHED
    at = when(words.calendar, entry.lived, house.clock().lived)
    question = words.log.undo_ask.format(pain=entry.body.pain, when=at)
    if not sure and _answer(f"{words.plain.asked.format(question=question)} ").casefold() != "y":
        return Exit.NOT_FINISHED
    if not house.retract(entry):
        complain("unspasm data", words.card.nothing_kept)
        return Exit.NOT_FINISHED
    print(words.log.undone)
    return Exit.DONE


def _answer(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        print()
        return ""


def _with_journal(do: Callable[[Journal], int]) -> int:
    try:
        journal = open_journal(data_folder(), clock.now())
        try:
            return do(journal)
        finally:
            tell(journal.troubles)
            journal.close()
    except JournalError as error:
        return _bad(in_words(error.trouble))


def _bad(what: str) -> int:
    return complain("unspasm data", what)
