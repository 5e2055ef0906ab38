"""What stands now: every check not yet seen or taken back, and what it locks.

A lock is a check with no entry naming it: set difference, so that the order in which entries are
read never matters and a second copy, a restart or an import all see the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime

from unspasm.domain.assess import Reason, assess
from unspasm.domain.entries import (
    About,
    Called,
    Check,
    Entry,
    EpisodeOver,
    Lapsed,
    Said,
    Seen,
    SettledAnswer,
    TakenBack,
)
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value

_OPENS = {
    Said.GO_ON: frozenset(Activity),
    Said.DID_NOT_SAY: frozenset({Activity.PACK, Activity.EASE}),
    Said.NOT_YET: frozenset[Activity](),
}


@value
class Standing:
    """A check that still waits for a clinician, or whose lock has not been opened."""

    check: Entry
    reasons: tuple[Reason, ...]
    """Of same day or above, neither seen nor taken back. Empty once all are, while a lock stays."""
    locking: tuple[Reason, ...]
    """Those that still close something, seen or not."""
    closed: frozenset[Activity]
    called_at: datetime | None
    """UTC; when the person said that they had called, the latest time."""

    @property
    def urgency(self) -> Urgency:
        """The urgency that is still open."""
        return max((reason.urgency for reason in self.reasons), default=Urgency.SELF_CARE)

    @property
    def stays(self) -> bool:
        """Whether it is an emergency of which nothing was said yet, so that nothing leads on."""
        return self.urgency is Urgency.EMERGENCY and self.called_at is None


@value
class Settled:
    """Signs that a clinician has seen, and not answered otherwise since."""

    signs: Mapping[str, datetime] = field(default_factory=dict)
    """When each was seen, UTC, the latest time."""
    reasons: frozenset[str] = frozenset()
    """Signs and raises that a clinician has seen."""
    earlier: frozenset[str] = frozenset()
    """Signs that were seen in a spasm that is over."""


@value
class CareStatus:
    """What stands, what it locks, and what has been settled."""

    about: About
    standing: tuple[Standing, ...]
    """The most urgent first; among equals the newest."""
    closed: frozenset[Activity]
    """What no key opens now."""
    under_16: bool
    settled: Settled
    latest: Entry | None
    """The newest check that says how things stand: a full one, or one that found something."""

    @property
    def card_first(self) -> Standing | None:
        """The check whose card opens before anything else."""
        return next((standing for standing in self.standing if standing.reasons), None)


def care_status(rules_age: int, entries: Iterable[Entry], year: int) -> CareStatus:
    """Return what the entries add up to.

    Args:
        rules_age: the age below which there is no coaching, in years.
        entries: any entries, in any order; those that do not bear on care are passed over.
        year: the calendar year as lived, for the age.
    """
    known = {entry.id: entry for entry in entries}
    record = _Record(known.values())
    about = record.about
    age = about.youngest_in(year)
    under_16 = age is not None and age < rules_age
    standing = tuple(
        sorted(
            filter(None, (record.standing(check) for check in record.checks)),
            key=lambda one: (-one.urgency, -one.check.at.timestamp(), one.check.id),
        )
    )
    closed = frozenset[Activity]().union(*(one.closed for one in standing))
    if under_16:
        closed |= Lock.ALL.closes
    if about.pregnancy not in {None, "no"}:
        closed |= Lock.FLOOR.closes
    return CareStatus(
        about=about,
        standing=standing,
        closed=closed,
        under_16=under_16,
        settled=record.settled(),
        latest=max(filter(_tells, record.checks), key=_age_order, default=None),
    )


class _Record:
    """The entries, sorted by what they are."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.checks: list[Entry] = []
        self.overs: list[datetime] = []
        self.called: dict[str, datetime] = {}
        self.opens: dict[tuple[str, str], frozenset[Activity]] = {}
        self.seen: list[tuple[Entry, Seen]] = []
        abouts: list[Entry] = []
        for entry in entries:
            match entry.body:
                case Check():
                    self.checks.append(entry)
                case About():
                    abouts.append(entry)
                case EpisodeOver():
                    self.overs.append(entry.at)
                case Called(check):
                    self.called[check] = max(entry.at, self.called.get(check, entry.at))
                case Seen(check, reasons, _, said) as seen:
                    self.seen.append((entry, seen))
                    self._open(check, reasons, _OPENS[said])
                case TakenBack(check, reasons) | Lapsed(check, reasons):
                    self._open(check, reasons, frozenset(Activity))
        latest = max(abouts, key=_age_order, default=None)
        self.about = latest.body if latest and isinstance(latest.body, About) else About()

    def _open(self, check: str, reasons: Iterable[str], opens: frozenset[Activity]) -> None:
        for reason in reasons:
            key = (check, reason)
            self.opens[key] = self.opens.get(key, frozenset()) | opens

    def standing(self, entry: Entry) -> Standing | None:
        """What still stands of this check, or `None`."""
        serious = _serious(entry)
        waiting = tuple(reason for reason in serious if (entry.id, reason.id) not in self.opens)
        locking = tuple(reason for reason in serious if self._closed_by(entry, reason))
        if not waiting and not locking:
            return None
        closed, called = self.closed_in(entry), self.called.get(entry.id)
        return Standing(entry, waiting, locking, closed, called)

    def closed_in(self, entry: Entry) -> frozenset[Activity]:
        """What this check still closes."""
        return frozenset[Activity]().union(
            *(self._closed_by(entry, reason) for reason in _serious(entry))
        )

    def _closed_by(self, entry: Entry, reason: Reason) -> frozenset[Activity]:
        return reason.locks.closes - self.opens.get((entry.id, reason.id), frozenset())

    def settled(self) -> Settled:
        """The signs and raises that a clinician has seen."""
        checks = {entry.id: entry.body for entry in self.checks}
        signs: dict[str, datetime] = {}
        reasons: set[str] = set()
        for entry, seen in self.seen:
            check = checks.get(seen.check)
            if not isinstance(check, Check):
                continue
            named = [reason for reason in check.reasons if reason.id in seen.reasons]
            reasons.update(reason.id for reason in named)
            for sign in frozenset[str]().union(*(reason.signs for reason in named)):
                signs[sign] = max(entry.at, signs.get(sign, entry.at))
        return Settled(
            {sign: at for sign, at in sorted(signs.items()) if not self._changed(sign, at)},
            frozenset(reasons),
            frozenset(sign for sign, at in signs.items() if any(over > at for over in self.overs)),
        )

    def _changed(self, sign: str, since: datetime) -> bool:
        """Whether a later check says that the sign is no longer as the clinician saw it."""
        return any(
            entry.at > since
            and isinstance(entry.body, Check)
            and entry.body.settled.get(sign, SettledAnswer.SAME) is not SettledAnswer.SAME
            for entry in self.checks
        )


def closed_by(entry: Entry, entries: Iterable[Entry]) -> str:
    """Return what `entry` closes, or leaves closed of the check it is about: names by commas.

    The journal keeps this beside each entry, to find what still locks without reading everything.

    Args:
        entry: the entry.
        entries: all entries on care, `entry` among them.
    """
    record = _Record(entries)
    target = entry.id if isinstance(entry.body, Check) else getattr(entry.body, "check", None)
    closed = frozenset[Activity]().union(
        *(record.closed_in(check) for check in record.checks if check.id == target)
    )
    return ",".join(sorted(activity.value for activity in closed))


def _serious(entry: Entry) -> list[Reason]:
    reasons = entry.body.reasons if isinstance(entry.body, Check) else ()
    return [reason for reason in reasons if reason.urgency >= Urgency.SAME_DAY]


def _tells(entry: Entry) -> bool:
    return isinstance(entry.body, Check) and (entry.body.complete or bool(entry.body.reasons))


def _age_order(entry: Entry) -> tuple[datetime, str]:
    return entry.at, entry.id


def reasons_without(rules: Rules, check: Check, signs: Iterable[str]) -> frozenset[str]:
    """Return the reasons of `check` that fall when these signs were ticked by mistake.

    A reason that the content of today no longer gives falls only by its own sign.
    """
    mistakes = frozenset(signs)
    known = [rules.signs[sign] for sign in mistakes if sign in rules.signs]
    mistaken = frozenset[str]().union(*(sign.covers for sign in known))
    answers = replace(
        check.answers, yes=check.answers.yes - mistaken, unsure=check.answers.unsure - mistaken
    )
    before = {reason.id for reason in assess(rules, check.answers).reasons}
    after = {reason.id for reason in assess(rules, answers).reasons}
    own = {reason.id for reason in check.reasons if reason.asked and reason.sign in mistakes}
    return frozenset(reason.id for reason in check.reasons) & ((before - after) | own)


def lapsing(status: CareStatus, overs: Iterable[EpisodeOver], check: Check) -> list[Lapsed]:
    """Return the same-day locks that lapse with `check`, to be kept together with it.

    One lapses when its episode is over and a full check after that has no unsettled sign of same
    day or above. It is decided once, by what is known then, and kept as an entry: read from clocks
    it would depend on a clock that was set back.

    Args:
        status: what stood before `check`.
        overs: every episode that is over.
        check: a check that has just ended.
    """
    if not check.complete or check.urgency >= Urgency.SAME_DAY:
        return []
    ended = frozenset[str]().union(*(over.ends for over in overs))
    return [
        Lapsed(standing.check.id, frozenset(reason.id for reason in _serious(standing.check)))
        for standing in status.standing
        if standing.check.id in ended
        and all(
            reason.urgency is Urgency.SAME_DAY for reason in (*standing.reasons, *standing.locking)
        )
    ]
