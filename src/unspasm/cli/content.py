"""`unspasm content check DIR`."""

import argparse
import sys
from pathlib import Path

from unspasm import words
from unspasm.catalogue import Fault, faults_of
from unspasm.catalogue.faults import Lines, dotted
from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line


def run_content(arguments: argparse.Namespace) -> int:
    """Check a folder of content and print every fault."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        return complain("unspasm content", f"{folder} is not a folder")
    faults = sorted({*faults_of(folder), *_faults_in_words(folder)})
    for fault in faults:
        print(one_line(str(fault)))
    if faults:
        print("1 fault." if len(faults) == 1 else f"{len(faults)} faults.", file=sys.stderr)
        return Exit.BAD_INPUT
    print(one_line(f"{folder}: no faults."))
    return Exit.DONE


def _faults_in_words(folder: Path) -> list[Fault]:
    file = folder / words.FILE
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return [Fault(str(file), 1, "file", "cannot be read")]
    lines = Lines(text)
    return [
        Fault(str(file), line or lines.of(path), dotted(path), what)
        for line, path, what in words.faults_in(text)
    ]
