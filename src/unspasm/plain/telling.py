"""How lists, sources and troubles read line by line."""

from collections.abc import Iterable, Iterator, Mapping

from unspasm.domain.rules import Source
from unspasm.journeys.house import House
from unspasm.words import PlainWords, Words
from unspasm.words.phrases import source_line


def numbered(plain: PlainWords, lines: Iterable[str]) -> Iterator[str]:
    """Lines with the numbers that take them, from 1."""
    for number, words in enumerate(lines, start=1):
        yield plain.numbered.format(number=number, words=words)


def named_rows(plain: PlainWords, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is known, row by row: its name and its value."""
    return (plain.named.format(name=name, value=value) for name, value in rows)


def source_points(
    words: Words, sources: Mapping[str, Source], names: Iterable[str]
) -> Iterator[str]:
    """Where something comes from, one source a line.

    Args:
        words: all words.
        sources: every source, by id.
        names: the ids of those that are told.
    """
    for name in names:
        yield words.plain.point.format(words=source_line(words.help, sources[name]))


def troubles(words: Words, house: House) -> Iterator[str]:
    """What is wrong with the record, in words."""
    for trouble in house.troubles:
        yield getattr(words.journal, trouble.value)
