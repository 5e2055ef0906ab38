"""Entries as rows: JSON bodies and checksums.

Own rows are read with the standard library; whatever does not fit is a fault of the row, told by
`RowError`, and never stops the others from being read.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zlib import crc32

from unspasm.domain.entries import (
    About,
    Body,
    Called,
    Check,
    Entry,
    EpisodeOver,
    Lapsed,
    NothingNew,
    Said,
    Seen,
    TakenBack,
)
from unspasm.domain.retraction import MAY_BE_HIDDEN
from unspasm.domain.rules import Call
from unspasm.journal import (
    course_records,
    log_records,
    pack_records,
    plan_records,
    session_records,
)
from unspasm.journal.check_records import if_any, read_check, write_check

VERSION = 1
"""The version of the bodies below. A row of a higher one was written by a newer program."""

ROW_COLUMNS = "id, at, kind, version, target, lock, crc32, body"
"""The columns of the `entry` table, in the order of `Row`."""
_TARGETS = ("check", "pack", "session", "target", "reached")
"""What an entry can be about, as its body calls it."""


class RowError(Exception):
    """A row that cannot be read."""


class Row(NamedTuple):
    """One line of the `entry` table."""

    id: str
    at: str
    """UTC, ISO 8601."""
    kind: str
    version: int
    target: str | None
    """The entry that this one is about, or hides."""
    lock: str
    """Of a check: what it closes. Of what settles one: what it leaves closed. Sorted, by commas."""
    crc: int
    body: str

    @property
    def intact(self) -> bool:
        """Whether the checksum fits."""
        return self.crc == self.right_crc

    @property
    def right_crc(self) -> int:
        """The checksum that fits."""
        return checksum(*self[:6], self.body)

    def with_lock(self, lock: str) -> "Row":
        """Return the same row with its lock worked out anew."""
        changed = self._replace(lock=lock)
        return changed._replace(crc=changed.right_crc)

    def says_what(self, other: "Row") -> bool:
        """Whether both keep the same entry. What they leave closed may have been known better."""
        return self._replace(lock=other.lock, crc=other.crc) == other


def checksum(*parts: object) -> int:
    """Return the checksum of a row's other columns."""
    text = "\x1f".join(["" if part is None else str(part) for part in parts])
    return crc32(text.encode("utf-8", "surrogatepass"))


def body_text(body: Mapping[str, Any]) -> str:
    """Return the one way in which a body is written, in ASCII: SQLite takes no lone surrogates."""
    return json.dumps(body, sort_keys=True)


def written(at: datetime) -> str:
    """Return a time as rows bear it: all of one length, so that their order is that of time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def to_row(entry: Entry, lock: str) -> Row:
    """Return the row that keeps an entry."""
    kind = _KINDS[type(entry.body)]
    body = body_text({"utc_offset": entry.utc_offset.total_seconds(), **_WRITERS[kind](entry.body)})
    target = target_of(entry.body)
    row = Row(entry.id, written(entry.at), kind, VERSION, target, lock, crc=0, body=body)
    return row.with_lock(lock)


def target_of(body: Body) -> str | None:
    """Return the entry that this one is about, or hides."""
    names = (name for name in _TARGETS if hasattr(body, name))
    return getattr(body, next(names, ""), None)


def to_entry(row: Row) -> Entry:
    """Return the entry that a row keeps.

    Raises:
        RowError: if the row is damaged, or of a kind or version that this program does not know.
    """
    if not row.intact:
        raise RowError("its checksum does not fit")
    if row.version > VERSION or row.kind not in _READERS:
        raise RowError(f"it is of an unknown kind: {row.kind} {row.version}")
    try:
        body = json.loads(row.body)
        at = datetime.fromisoformat(row.at)
        offset = timedelta(seconds=body.pop("utc_offset"))
        entry = Entry(row.id, at, offset, _READERS[row.kind](body, row.target or ""))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise RowError(f"its body does not fit: {error!r}") from error
    except RecursionError as error:
        raise RowError("its body is nested too deeply") from error
    if written(at) != row.at:
        raise RowError("its time is not written as times are")
    return entry


# --- bodies ---------------------------------------------------------------------------------------


def _write_about(about: About) -> dict[str, Any]:
    return {
        "year_of_birth": about.year_of_birth,
        "said_in": about.said_in,
        "pregnancy": about.pregnancy,
        "lasting_yes": sorted(about.lasting_yes),
        "lasting_unsure": sorted(about.lasting_unsure),
        "lasting_known": about.lasting_known,
        "country": about.country,
        "emergency_number": about.emergency_number,
        "numbers": {call.value: number for call, number in about.numbers.items()},
        **if_any("pack_yes", about.pack_yes),
        **if_any("pack_unsure", about.pack_unsure),
        **if_any("pack_asked", about.pack_asked),
        **if_any("pack_cleared", about.pack_cleared),
        **if_any("unsuited", about.unsuited),
        **({"unsuited_asked": True} if about.unsuited_asked else {}),
    }


def _read_about(body: Mapping[str, Any], _target: str) -> About:
    return About(
        year_of_birth=body["year_of_birth"],
        said_in=body["said_in"],
        pregnancy=body["pregnancy"],
        lasting_yes=frozenset(body["lasting_yes"]),
        lasting_unsure=frozenset(body["lasting_unsure"]),
        lasting_known=body["lasting_known"],
        country=body["country"],
        emergency_number=body["emergency_number"],
        numbers={Call(call): number for call, number in body["numbers"].items()},
        pack_yes=frozenset(body.get("pack_yes", ())),
        pack_unsure=frozenset(body.get("pack_unsure", ())),
        pack_asked=frozenset(body.get("pack_asked", ())),
        pack_cleared=frozenset(body.get("pack_cleared", ())),
        unsuited=frozenset(body.get("unsuited", ())),
        unsuited_asked=body.get("unsuited_asked", False),
    )


def _write_seen(seen: Seen) -> dict[str, Any]:
    return {"reasons": sorted(seen.reasons), "on": seen.on.isoformat(), "said": seen.said.value}


def _read_seen(body: Mapping[str, Any], target: str) -> Seen:
    on = date.fromisoformat(body["on"])
    return Seen(target, frozenset(body["reasons"]), on, Said(body["said"]))


def _write_taken_back(taken_back: TakenBack | Lapsed) -> dict[str, Any]:
    return {"reasons": sorted(taken_back.reasons)}


def _read_taken_back(body: Mapping[str, Any], target: str) -> TakenBack:
    return TakenBack(target, frozenset(body["reasons"]))


def _write_episode_over(over: EpisodeOver) -> dict[str, Any]:
    return {"ends": sorted(over.ends)}


def _write_nothing(_body: Body) -> dict[str, Any]:
    return {}


_KINDS: dict[type, str] = {
    About: "about",
    Check: "check",
    Called: "called",
    Seen: "seen",
    TakenBack: "taken-back",
    EpisodeOver: "episode-over",
    Lapsed: "lapsed",
    NothingNew: "nothing-new",
    **pack_records.KINDS,
    **session_records.KINDS,
    **log_records.KINDS,
    **course_records.KINDS,
    **plan_records.KINDS,
}
_WRITERS: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "about": _write_about,
    "check": write_check,
    "called": _write_nothing,
    "seen": _write_seen,
    "taken-back": _write_taken_back,
    "episode-over": _write_episode_over,
    "lapsed": _write_taken_back,
    "nothing-new": _write_nothing,
    **pack_records.WRITERS,
    **session_records.WRITERS,
    **log_records.WRITERS,
    **course_records.WRITERS,
    **plan_records.WRITERS,
}
_READERS: dict[str, Callable[[Mapping[str, Any], str], Body]] = {
    "about": _read_about,
    "check": read_check,
    "called": lambda _body, target: Called(target),
    "seen": _read_seen,
    "taken-back": _read_taken_back,
    "episode-over": lambda body, _target: EpisodeOver(frozenset(body["ends"])),
    "lapsed": lambda body, target: Lapsed(target, frozenset(body["reasons"])),
    "nothing-new": lambda _body, _target: NothingNew(),
    **pack_records.READERS,
    **session_records.READERS,
    **log_records.READERS,
    **course_records.READERS,
    **plan_records.READERS,
}
KINDS = frozenset(_READERS)
"""What this program can read. Another kind in an intact row comes from a newer program."""


def kinds_of(bodies: Iterable[type]) -> list[str]:
    """Return the kinds that bear these bodies."""
    return sorted(_KINDS[body] for body in bodies)


HIDABLE_KINDS = frozenset(kinds_of(MAY_BE_HIDDEN))
"""What a retraction can hide."""
