"""`unspasm content check DIR`."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from unspasm import words
from unspasm.catalogue import Fault, faults_of
from unspasm.catalogue.compare import compare, faults_in_places, told_texts
from unspasm.catalogue.faults import Lines, dotted
from unspasm.catalogue.readability import LONG, readability_of
from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line
from unspasm.paths import shipped_content

_Found = tuple[int | None, tuple[str | int, ...], str]
"""The line if it is known, the place in the file, and what is wrong."""
_LONGEST = 3
"""Sentences of each file that are shown."""


def run_content(arguments: argparse.Namespace) -> int:
    """Check a folder of content and print every fault, and what is still to be translated."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        return complain("unspasm content", f"{folder} is not a folder")
    if arguments.readability:
        return _report(folder)
    compared = compare(folder, shipped_content())
    # A file that is not there, or cannot be read, is told of once.
    broken = sorted({*faults_of(folder), *faults_in_words(folder)})
    places = {(one.file, one.key) for one in broken}
    faults = sorted({*broken, *(one for one in compared.faults if _place(one) not in places)})
    for fault in (*faults, *compared.owed):
        print(one_line(str(fault)))
    if faults:
        print("1 fault." if len(faults) == 1 else f"{len(faults)} faults.", file=sys.stderr)
    if owed := len(compared.owed):
        print(f"{owed} {'text' if owed == 1 else 'texts'} to translate.", file=sys.stderr)
    if faults:
        return Exit.BAD_INPUT
    if owed:
        return Exit.NOT_FINISHED
    print(one_line(f"{folder}: no faults."))
    return Exit.DONE


def _report(folder: Path) -> int:
    """Print how easily each file reads, the files of one folder together."""
    texts: dict[str, list[str]] = {}
    for name, _, text in told_texts(folder):
        texts.setdefault(name.partition("/")[0], []).append(text)
    everything = [text for one in texts.values() for text in one]
    for name, found in (*texts.items(), ("all", everything)):
        read = readability_of(found)
        print(
            f"{one_line(name)}: grade {read.grade:.1f}, {read.words} words, {read.sentences}"
            f" sentences, {read.too_long} of more than {LONG} words"
        )
        for number, sentence in read.long[:_LONGEST] if found is not everything else ():
            print(f"  {number} words: {one_line(sentence)}")
    return Exit.DONE


def _place(fault: Fault) -> tuple[str, str]:
    return fault.file, fault.key


def faults_in_words(folder: Path) -> list[Fault]:
    """Return what is wrong with the words of screens and keys."""
    of_keys = ((name, words.faults_in_keys) for name in words.KEY_FILES)
    return [
        fault
        for name, faults_in in ((words.FILE, words.faults_in), *of_keys)
        for fault in _faults_in_file(folder / name, faults_in)
    ]


def _faults_in_file(file: Path, faults_in: Callable[[str], Iterator[_Found]]) -> Iterator[Fault]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        yield Fault(str(file), 1, "file", "cannot be read")
        return
    lines = Lines(text)
    for line, path, what in (*faults_in(text), *((None, *one) for one in faults_in_places(text))):
        yield Fault(str(file), line or lines.of(path), dotted(path), what)
