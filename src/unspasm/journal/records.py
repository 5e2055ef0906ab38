"""Entries as rows: JSON bodies and checksums.

Own rows are read with the standard library; whatever does not fit is a fault of the row, told by
`RowError`, and never stops the others from being read.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zlib import crc32

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason
from unspasm.domain.entries import (
    About,
    Body,
    Called,
    Check,
    Entry,
    EpisodeOver,
    Said,
    Seen,
    SettledAnswer,
    TakenBack,
)
from unspasm.domain.locks import Lock
from unspasm.domain.rules import Call
from unspasm.domain.urgency import Urgency

VERSION = 1
"""The version of the bodies below. A row of a higher one was written by a newer program."""


class RowError(Exception):
    """A row that cannot be read."""


@dataclass(frozen=True)
class Row:
    """One line of the `entry` table."""

    id: str
    at: str
    """UTC, ISO 8601."""
    kind: str
    version: int
    target: str | None
    """The check that this entry is about."""
    lock: str
    """Of a check: what it closes. Of what settles one: what it leaves closed. Sorted, by commas."""
    crc: int
    body: str

    @property
    def intact(self) -> bool:
        """Whether the checksum fits."""
        return self.crc == checksum(
            self.id, self.at, self.kind, self.version, self.target, self.lock, self.body
        )


def checksum(*parts: object) -> int:
    """Return the checksum of a row's other columns."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return crc32(text.encode("utf-8", "surrogatepass"))


def to_row(entry: Entry, lock: str) -> Row:
    """Return the row that keeps an entry."""
    kind = _KINDS[type(entry.body)]
    body = json.dumps(
        {"utc_offset": entry.utc_offset.total_seconds(), **_WRITERS[kind](entry.body)},
        ensure_ascii=False,
        sort_keys=True,
    )
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    target = getattr(entry.body, "check", None)
    crc = checksum(entry.id, at, kind, VERSION, target, lock, body)
    return Row(entry.id, at, kind, VERSION, target, lock, crc, body)


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
        return Entry(row.id, at, offset, _READERS[row.kind](body, row.target or ""))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RowError(f"its body does not fit: {error!r}") from error


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
    )


def _write_check(check: Check) -> dict[str, Any]:
    return {
        "answers": write_answers(check.answers),
        "urgency": check.urgency.word,
        "reasons": [_write_reason(reason) for reason in check.reasons],
        "complete": check.complete,
        "settled": {sign: answer.value for sign, answer in check.settled.items()},
        "stopped_at": check.stopped_at,
    }


def _read_check(body: Mapping[str, Any], _target: str) -> Check:
    return Check(
        answers=_read_answers(body["answers"]),
        urgency=Urgency.from_word(body["urgency"]),
        reasons=tuple(_read_reason(reason) for reason in body["reasons"]),
        complete=body["complete"],
        settled={sign: SettledAnswer(word) for sign, word in body["settled"].items()},
        stopped_at=body["stopped_at"],
    )


def write_answers(answers: Answers) -> dict[str, Any]:
    """Return answers as the JSON that `--answers` takes."""
    return {
        "age": answers.age,
        "days": answers.days,
        "pain": answers.pain,
        "trend": answers.trend.value,
        "yes": sorted(answers.yes),
        "unsure": sorted(answers.unsure),
    }


def _read_answers(body: Mapping[str, Any]) -> Answers:
    return Answers(
        age=body["age"],
        days=body["days"],
        pain=body["pain"],
        trend=Trend(body["trend"]),
        yes=frozenset(body["yes"]),
        unsure=frozenset(body["unsure"]),
    )


def _write_reason(reason: Reason) -> dict[str, Any]:
    return {
        "id": reason.id,
        "sign": reason.sign,
        "urgency": reason.urgency.word,
        "locks": reason.locks.value,
        "because": reason.because,
        "sources": list(reason.sources),
        "say": reason.say,
        "call": reason.call.value if reason.call else None,
        "unsure": reason.unsure,
        "signs": sorted(reason.signs),
        "asked": reason.asked,
    }


def _read_reason(body: Mapping[str, Any]) -> Reason:
    return Reason(
        id=body["id"],
        sign=body["sign"],
        urgency=Urgency.from_word(body["urgency"]),
        locks=Lock(body["locks"]),
        because=body["because"],
        sources=tuple(body["sources"]),
        say=body["say"],
        call=Call(body["call"]) if body["call"] else None,
        unsure=body["unsure"],
        signs=frozenset(body["signs"]),
        asked=body["asked"],
    )


def _write_seen(seen: Seen) -> dict[str, Any]:
    return {"reasons": sorted(seen.reasons), "on": seen.on.isoformat(), "said": seen.said.value}


def _read_seen(body: Mapping[str, Any], target: str) -> Seen:
    on = date.fromisoformat(body["on"])
    return Seen(target, frozenset(body["reasons"]), on, Said(body["said"]))


def _write_taken_back(taken_back: TakenBack) -> dict[str, Any]:
    return {"reasons": sorted(taken_back.reasons)}


def _read_taken_back(body: Mapping[str, Any], target: str) -> TakenBack:
    return TakenBack(target, frozenset(body["reasons"]))


def _write_nothing(_body: Body) -> dict[str, Any]:
    return {}


_KINDS: dict[type, str] = {
    About: "about",
    Check: "check",
    Called: "called",
    Seen: "seen",
    TakenBack: "taken-back",
    EpisodeOver: "episode-over",
}
_WRITERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "about": _write_about,
    "check": _write_check,
    "called": _write_nothing,
    "seen": _write_seen,
    "taken-back": _write_taken_back,
    "episode-over": _write_nothing,
}
_READERS: dict[str, Callable[[Mapping[str, Any], str], Body]] = {
    "about": _read_about,
    "check": _read_check,
    "called": lambda _body, target: Called(target),
    "seen": _read_seen,
    "taken-back": _read_taken_back,
    "episode-over": lambda _body, _target: EpisodeOver(),
}
