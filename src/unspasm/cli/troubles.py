"""What is wrong with the record, told beside what a command prints."""

import sys
from collections.abc import Iterable

from unspasm.journal import Trouble
from unspasm.paths import content_folder
from unspasm.words import WordsError, read_words


def tell(troubles: Iterable[Trouble]) -> None:
    """Say each trouble on a line of its own."""
    for trouble in troubles:
        print(f"unspasm: {in_words(trouble)}", file=sys.stderr)


def in_words(trouble: Trouble) -> str:
    """Return what a trouble means, by its name alone where there are no words."""
    try:
        return str(getattr(read_words(content_folder()).journal, trouble.value))
    except WordsError:
        return f"trouble with the record: {trouble.value}"
