"""Records straight from the pages of an SQLite file, whatever has become of the rest of it.

SQLite reads nothing of a broken page and nothing below one. The rows of the journal bear their own
checksum and are never changed, so whatever looks like one can be tried.
Format: https://www.sqlite.org/fileformat2.html
"""

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress

PAGE = 4096
"""Every journal is made with pages of this size."""

Columns = tuple[object, ...]
_Pages = dict[int, bytes]

_FILE_HEADER = 100
_LOG_HEADER = 32
_FRAME_HEADER = 24
_NOT_ROWS = frozenset({2, 5, 10})
"""First bytes of the pages of indexes, and of those that only point to other pages."""
_MOST_LOCAL = PAGE - 35
_LEAST_LOCAL = (PAGE - 12) * 32 // 255 - 23
_MOST_BYTES = 16_000_000
_FIXED_BYTES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""How long nothing, six sizes of whole number, a float, 0 and 1 are stored, by kind."""
_BROKEN = (LookupError, ValueError, struct.error)


def records(file: bytes, log: bytes = b"") -> Iterator[Columns]:
    """Every record in a database and its write-ahead log, in the order they were written.

    The same one can come several times, and something that was never a record can come too.
    """
    pages = {
        place // PAGE + 1: file[place : place + PAGE].ljust(PAGE, b"\x00")
        for place in range(0, len(file), PAGE)
    }
    for number in pages:
        yield from _records_on(number, pages)
    for changed in _commits(log):
        pages |= changed
        for number in changed:
            yield from _records_on(number, pages)


def _commits(log: bytes) -> Iterator[_Pages]:
    """The pages of each transaction that was ended.

    Checksums are not asked: that is how SQLite loses all that comes after one broken frame. Another
    salt marks what is left of an older log.
    """
    changed: _Pages = {}
    salt = b""
    for place in range(_LOG_HEADER, len(log), _FRAME_HEADER + PAGE):
        header = log[place : place + _FRAME_HEADER]
        page = log[place + _FRAME_HEADER : place + _FRAME_HEADER + PAGE]
        if len(page) < PAGE:
            return
        if header[8:16] != salt:
            changed, salt = {}, header[8:16]
        changed[int.from_bytes(header[:4], "big")] = page
        if any(header[4:8]):
            yield changed
            changed = {}


def _records_on(number: int, pages: Mapping[int, bytes]) -> Iterator[Columns]:
    page = pages[number]
    start = _FILE_HEADER if number == 1 else 0
    if page[start] in _NOT_ROWS:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(start + 8, min(start + 8 + 2 * count, PAGE - 1), 2):
        with suppress(*_BROKEN):
            cell = int.from_bytes(page[place : place + 2], "big")
            yield tuple(_columns(_payload(page, cell, pages)))


def _payload(page: bytes, place: int, pages: Mapping[int, bytes]) -> bytes:
    """A cell's record, with what did not fit on its page."""
    size, place = _number(page, place)
    _row, place = _number(page, place)
    if size > _MOST_BYTES:
        raise ValueError(size)
    kept = size
    if size > _MOST_LOCAL:
        kept = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE - 4)
        kept = _LEAST_LOCAL if kept > _MOST_LOCAL else kept
    payload = bytearray(page[place : place + kept])
    more = page[place + kept : place + kept + 4]
    while len(payload) < size:
        overflow = pages[int.from_bytes(more, "big")]
        payload += overflow[4:]
        more = overflow[:4]
    return bytes(payload[:size])


def _columns(payload: bytes) -> Iterator[object]:
    end, place = _number(payload, 0)
    kinds = []
    while place < end:
        kind, place = _number(payload, place)
        kinds.append(kind)
    for kind in kinds:
        size = (kind - 12) // 2 if kind >= 12 else _FIXED_BYTES[kind]
        yield _value(kind, payload[place : place + size])
        place += size


def _value(kind: int, stored: bytes) -> object:
    match kind:
        case 0:
            return None
        case 7:
            return struct.unpack(">d", stored)[0]
        case 8 | 9:
            return kind - 8
    if kind >= 12:
        return stored.decode(errors="replace") if kind % 2 else stored
    return int.from_bytes(stored, "big", signed=True)


def _number(data: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    value = 0
    for byte in data[place : place + 8]:
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place
    return value << 8 | data[place], place + 1
