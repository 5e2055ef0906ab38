"""A log: how the pain is, and what goes with it. It is kept when the person says so."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from unspasm.domain.entries import Entry
from unspasm.domain.felt_time import felt_time
from unspasm.domain.log_entries import (
    ACTIVITY_LETTERS,
    MOST_ACTIVITIES,
    Background,
    Helped,
    MyActivities,
    PainLog,
)
from unspasm.journeys.house import House


class LogJourney:
    """One log."""

    def __init__(self, house: House) -> None:
        self.draft = PainLog(0)
        """What was said so far; the pain counts once `told` is true."""
        self.told = False
        """Whether the pain was said."""
        self.entry: Entry | None = None
        """What it has come to, once it is kept."""
        self.kept = True
        """Whether everything said here was written."""
        self._house = house

    # --- what goes with it --------------------------------------------------------------------

    def say_pain(self, pain: int) -> None:
        """Say how bad it is, 0 to 10."""
        self.draft = replace(self.draft, pain=pain)
        self.told = True

    def say(self, **said: Any) -> None:  # noqa: ANN401 - any field of PainLog
        """Say something that goes with it, by the names of `PainLog`."""
        self.draft = replace(self.draft, **said)

    def say_helped(self, helped: frozenset[Helped]) -> None:
        """Say what helped; it cannot be among what did not."""
        self.draft = replace(self.draft, helped=helped, not_helped=self.draft.not_helped - helped)

    def say_not_helped(self, in_vain: frozenset[Helped]) -> None:
        """Say what was tried and did not help; it cannot be among what did."""
        self.draft = replace(self.draft, not_helped=in_vain, helped=self.draft.helped - in_vain)

    def say_when(self, text: str) -> bool:
        """Say when it was felt; return whether that was understood. Nothing typed means now."""
        if not text.strip():
            self.draft = replace(self.draft, felt_at=None)
            return True
        now = self._house.clock()
        lived = felt_time(text, now.lived)
        if lived is None:
            return False
        self.draft = replace(self.draft, felt_at=lived.replace(tzinfo=UTC) - now.utc_offset)
        return True

    @property
    def felt(self) -> datetime | None:
        """When it was felt, as lived, if that was not now."""
        at = self.draft.felt_at
        return (at + self._house.clock().utc_offset).replace(tzinfo=None) if at else None

    # --- what is asked once -------------------------------------------------------------------

    @property
    def background(self) -> Background:
        """What was said about the person's back in general."""
        known = self._latest(Background)
        return known if isinstance(known, Background) else Background()

    def say_background(self, background: Background) -> None:
        """Keep what the person says about their back in general."""
        self.kept &= self._house.append([self._house.entry(background)])

    @property
    def activities(self) -> tuple[str, ...]:
        """What the person wants to be able to do again."""
        if preferred := self._house.settings.now.activities:
            return preferred
        known = self._latest(MyActivities)
        return known.names if isinstance(known, MyActivities) else ()

    def name_activities(self, text: str) -> tuple[str, ...]:
        """Keep what the person wants to be able to do again, and let go of what else was scored.

        Args:
            text: as typed: at most three, with commas between them.

        Returns:
            Their names; none, and nothing is kept, if the text names none.
        """
        typed = [one.strip()[:ACTIVITY_LETTERS] for one in text.split(",")]
        names = tuple(dict.fromkeys(filter(None, typed)))[:MOST_ACTIVITIES]
        if not names:
            return ()
        self.kept &= self._house.append([self._house.entry(MyActivities(names))])
        if self._house.settings.now.activities:  # that line goes first
            self.kept &= self._house.settings.change(activities=names)
        known = {name: score for name, score in self.draft.activities.items() if name in names}
        self.draft = replace(self.draft, activities=known)
        return names

    def _latest(self, kind: type) -> object:
        found = [one for one in self._house.progress_entries() if isinstance(one.body, kind)]
        latest = max(found, key=lambda one: (one.at, one.id), default=None)
        return latest.body if latest else None

    # --- the end ------------------------------------------------------------------------------

    def keep(self) -> bool:
        """Keep it; return whether it was written."""
        self.entry = self._house.entry(self.draft)
        self.kept &= self._house.append([self.entry])
        return self.kept

    def undo(self) -> bool:
        """Take it out of the record again; return whether that was written."""
        if self.entry is None:
            return False
        entry, self.entry = self.entry, None
        return self._house.retract(entry)


def last_log(house: House) -> Entry | None:
    """Return the log that was kept last, to be taken out again."""
    logs = [one for one in house.progress_entries() if isinstance(one.body, PainLog)]
    return max(logs, key=lambda one: (one.at, one.id), default=None)
