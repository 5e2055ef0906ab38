"""A record of entries, one an hour, and what they add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import assess
from unspasm.domain.care_status import CareStatus, care_status, lapsing
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
from unspasm.domain.rules import Rules

START = datetime(2026, 5, 3, 14, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = date(2026, 5, 3)
ADULTS_FROM = 16
YEAR = 2026


@dataclass
class Record:
    """The entries of somebody, in the order in which they were made."""

    rules: Rules
    entries: list[Entry] = field(default_factory=list)

    def add(self, body: Body, *, at: datetime | None = None) -> Entry:
        """Add an entry, an hour after the one before unless told otherwise."""
        before = self.status
        if body == EpisodeOver():
            body = EpisodeOver(frozenset(standing.check.id for standing in before.standing))
        entry = self._append(body, at)
        if isinstance(body, Check):
            overs = [one.body for one in self.entries if isinstance(one.body, EpisodeOver)]
            for lapsed in lapsing(before, overs, body):
                self._append(lapsed, at)
        return entry

    def _append(self, body: Body, at: datetime | None) -> Entry:
        number = len(self.entries)
        entry = Entry(f"entry-{number:03}", at or START + number * HOUR, HOUR, body)
        self.entries.append(entry)
        return entry

    def check(
        self,
        *signs: str,
        complete: bool = True,
        unsure: Iterable[str] = (),
        settled: Mapping[str, SettledAnswer] | None = None,
        at: datetime | None = None,
    ) -> Entry:
        """A check with these signs, by somebody of 40 on the first day, with little pain."""
        answers = Answers(
            age=40,
            days=0,
            pain=3,
            trend=Trend.IMPROVING,
            yes=frozenset(f for sign in signs for f in self.rules.signs[sign].covers),
            unsure=frozenset(f for sign in unsure for f in self.rules.signs[sign].covers),
        )
        found = assess(self.rules, answers)
        body = Check(answers, found.urgency, found.reasons, complete, settled or {})
        return self.add(body, at=at)

    def seen(
        self, check: Entry, *reasons: str, said: Said = Said.GO_ON, at: datetime | None = None
    ) -> Entry:
        """A clinician has seen the person for these reasons, or for all of them."""
        return self.add(Seen(check.id, _named(check, reasons), DAY, said), at=at)

    def taken_back(self, check: Entry, *reasons: str) -> Entry:
        """These reasons, or all of them, were ticked by mistake."""
        return self.add(TakenBack(check.id, _named(check, reasons)))

    def called(self, check: Entry) -> Entry:
        """The person called for help."""
        return self.add(Called(check.id))

    def over(self) -> Entry:
        """The spasm is over."""
        return self.add(EpisodeOver())

    def about(self, about: About) -> Entry:
        """What holds for the person."""
        return self.add(about)

    @property
    def status(self) -> CareStatus:
        """What the entries add up to."""
        return care_status(ADULTS_FROM, self.entries, YEAR)


def _named(check: Entry, reasons: tuple[str, ...]) -> frozenset[str]:
    if reasons or not isinstance(check.body, Check):
        return frozenset(reasons)
    return frozenset(reason.id for reason in check.body.reasons)
