"""A record as it stands after what somebody did before: written by the journal, not typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from unspasm import clock
from unspasm.catalogue import load
from unspasm.domain.about import from_answers
from unspasm.domain.answers import Answers
from unspasm.domain.assess import assess
from unspasm.domain.entries import About, Body, Check, Entry
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn, SkinCheck
from unspasm.journal import Journal, open_journal

CONTENT = Path(__file__).parents[2] / "content" / "en"
AN_HOUR = timedelta(hours=1)
PLANNED = 12
"""Minutes."""
SomeBody = TypeVar("SomeBody", bound=Body)


class Record:
    """The record in one folder, of somebody who has just checked every warning sign: none."""

    def __init__(self, home: Path, now: Callable[[], Moment] = clock.now) -> None:
        self.home = home
        self._now = now
        answers = Answers(age=38, days=2.0, pain=6)
        catalogue = load(CONTENT)
        found = assess(catalogue.rules, answers)
        about = from_answers(About(), catalogue.rules, answers, now().lived.year)
        asked = frozenset(one.sign.id for one in catalogue.packs.conditions if one.lasting)
        about = About(**{**vars(about), "pack_asked": asked})
        check = Check(answers, found.urgency, found.reasons, complete=True)
        self.write(check, AN_HOUR)
        self.write(about, AN_HOUR)

    # --- writing ------------------------------------------------------------------------------

    def put_on(self, ago: float, minutes: int = PLANNED) -> str:
        """Write that a cold pack was put on so many seconds ago; return its name."""
        since = timedelta(seconds=ago)
        return self.write(PackOn(PackKind.COLD, minutes, self._stamp(since)), since)

    def looked(self, pack: str, after: float) -> None:
        """Write that the skin was looked at, and fine, when the pack had been on so long."""
        self.write(SkinCheck(pack, timedelta(seconds=after), fine=True), timedelta(0))

    def take_off(self, pack: str, ago: float) -> None:
        """Write that the pack came off so many seconds ago, after five minutes."""
        since, on_for = timedelta(seconds=ago), timedelta(minutes=5)
        off = PackOff(pack, PackKind.COLD, Ended.OFF, self._stamp(since), on_for, timedelta(0))
        self.write(off, since)

    def write(self, body: Body, ago: timedelta) -> str:
        """Write that something was said so long ago; return the name of the entry."""
        now = self._now()
        entry = Entry(str(uuid4()), now.wall - ago, now.utc_offset, body)
        with self._journal(now) as journal:
            journal.append([entry])
        return entry.id

    def _stamp(self, ago: timedelta) -> Stamp:
        """Return a stamp of that long ago.

        A machine that has just started has no clock of its own that reaches back so far; the wall
        clock does, and the larger of the two counts.
        """
        now = self._now()
        return Stamp(now.wall - ago, max(0.0, now.boot - ago.total_seconds()), now.boot_id)

    # --- reading ------------------------------------------------------------------------------

    def said(self, kind: type[SomeBody]) -> list[SomeBody]:
        """What stands there of this kind, the oldest first."""
        now = self._now()
        with self._journal(now) as journal:
            entries = {entry.id: entry for entry in [*journal.for_care(), *journal.for_packs(now)]}
        entries_in_order = sorted(entries.values(), key=lambda entry: entry.at)
        return [entry.body for entry in entries_in_order if isinstance(entry.body, kind)]

    @contextmanager
    def _journal(self, now: Moment) -> Iterator[Journal]:
        journal = open_journal(self.home, now)
        try:
            yield journal
        finally:
            journal.close()
