"""What all journeys share: the record, the clock, the content, and what could not be kept."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from unspasm.domain.care_status import CareStatus, care_status
from unspasm.domain.course_record import CourseStanding, course_standing
from unspasm.domain.entries import About, Body, Entry, EpisodeOver
from unspasm.domain.episodes import Episode, current_episode
from unspasm.domain.home import HomeView, how_things_stand
from unspasm.domain.moment import Moment
from unspasm.domain.pack_record import PackRecord
from unspasm.domain.retraction import retraction_of, without_hidden
from unspasm.domain.rules import COACHED_FROM_AGE
from unspasm.domain.urgency import Urgency
from unspasm.journal.store import Journal, Unfinished
from unspasm.journal.trouble import JournalError, Trouble
from unspasm.journeys.preferences import preferred
from unspasm.settings import SettingsFile

if TYPE_CHECKING:
    from unspasm.catalogue import Catalogue
    from unspasm.domain.spasm_now import SpasmNow
    from unspasm.domain.stretches import Library
    from unspasm.journeys.shelf import Shelf

CHECK = "check"
"""The journey's name in the record of unfinished ones."""
_NEXT = timedelta(microseconds=1)
_LAST = datetime.max.replace(tzinfo=UTC)
_FIRST = datetime.min.replace(tzinfo=UTC)
ROUTINES = "routines"
"""The folder beside the record that holds the routines of one's own."""
PROGRESS_DAYS = 400
"""A year, and what leads up to it: what progress tells, and what the course rests on."""


class House:
    """One running copy of the program, behind whichever face.

    What cannot be written to the journal is remembered until the program ends, so that a full disk
    or a read-only folder changes nothing about what is safe to offer.
    """

    def __init__(
        self,
        content: Path,
        clock: Callable[[], Moment],
        journal: Journal | None,
        trouble: Trouble | None = None,
        settings: SettingsFile | None = None,
        routines: Path | None = None,
    ) -> None:
        self.content = content
        self.clock = clock
        self.settings = settings or SettingsFile()
        """What the person prefers."""
        self.routines = routines
        """The folder of the routines of one's own; `None` where nothing is kept."""
        self._journal = journal
        self._troubles: list[Trouble] = [trouble] if trouble else []
        self._unkept: list[Entry] = []
        self._unkept_check: Unfinished | None = None
        self._spasm: SpasmNow | None = None
        self._spasm_of: object = None
        """What it was worked out from."""
        self._over: set[str] = set()
        """Checks that have ended, whatever an old row of them still says."""

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The content, read when it is first needed: Home paints without it."""
        from unspasm.catalogue import load  # noqa: PLC0415

        return load(self.content)

    @property
    def content_is_read(self) -> bool:
        """Whether the content is there without waiting for it."""
        return "catalogue" in vars(self)

    @property
    def shelf(self) -> "Shelf":
        """The routines of one's own."""
        from unspasm.journeys.shelf import Shelf  # noqa: PLC0415

        return Shelf(self.routines, self.catalogue.library)

    @property
    def library(self) -> "Library":
        """Every stretch and every routine, those of one's own as their files are now."""
        return self.shelf.library()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What the person should know about the record."""
        found = self._journal.troubles if self._journal else ()
        return tuple(dict.fromkeys([*self._troubles, *found]))

    @property
    def keeps(self) -> bool:
        """Whether everything said so far was written."""
        return self._journal is not None and not (self._unkept or self._unkept_check)

    def back_up(self) -> None:
        """Copy the record, once a day."""
        if self._journal:
            self._journal.back_up(self.clock().wall)

    def close(self) -> None:
        """Let go of the record."""
        if self._journal:
            self._journal.close()

    # --- reading ------------------------------------------------------------------------------

    def status(self) -> CareStatus:
        """What stands now, with everything that was ever settled."""
        return care_status(COACHED_FROM_AGE, self.care_entries(), self.clock().lived.year)

    def about(self) -> About:
        """What is known of the person, with whom to call as they prefer it."""
        countries = self.catalogue.care.countries
        return preferred(self.status().about, self.settings.now, countries)

    def is_quiet(self) -> bool:
        """Whether these are hours in which bell and voice are silent."""
        return self.settings.now.quiet_at(self.clock().lived.time())

    def care_entries(self) -> list[Entry]:
        """Every entry that bears on checks and care."""
        return self._read(lambda journal: journal.for_care())

    def pack_entries(self) -> list[Entry]:
        """Every entry that says what is on the skin, and how long it rests."""
        now = self.clock()
        return self._read(lambda journal: journal.for_packs(now))

    def session_entries(self) -> list[Entry]:
        """The latest entries about sessions."""
        return self._read(lambda journal: journal.for_sessions())

    def progress_entries(self, days: int = PROGRESS_DAYS) -> list[Entry]:
        """Every entry of the last so many days, and all that settle, end or hide something."""
        try:
            since = self.clock().wall - timedelta(days=days)
        except OverflowError:
            since = _FIRST
        return self._read(lambda journal: journal.for_progress(since))

    def pack_is_on(self) -> bool:
        """Whether a pack is on the skin, as far as anybody has said."""
        return PackRecord(self.pack_entries()).on_skin(self.clock()) is not None

    def home(self) -> HomeView:
        """How things stand."""
        entries = self._read(lambda journal: journal.for_home())
        moment = self.clock()
        status = care_status(COACHED_FROM_AGE, entries, moment.lived.year)
        return how_things_stand(
            status,
            entries,
            moment,
            unfinished=self._ticked(status),
            packs=PackRecord(self.pack_entries()),
            damaged=not {Trouble.ROWS, Trouble.SALVAGED}.isdisjoint(self.troubles),
        )

    def _ticked(self, status: CareStatus) -> tuple[str, ...] | None:
        """What is ticked in a check to go on with; `None` if there is none, or its card stands."""
        row = self.unfinished_check()
        if row is None:
            return None
        from unspasm.journeys import record  # noqa: PLC0415 - seldom needed

        card_first = {one.check.id for one in status.standing if one.reasons}
        return None if record.check_of(row.state) in card_first else record.ticked_in(row.state)

    def changed_elsewhere(self) -> bool:
        """Whether another copy of the program has written since this was last asked."""
        try:
            return bool(self._journal and self._journal.changed_elsewhere())
        except JournalError as error:
            self._note(error.trouble)
            return False

    def unfinished_check(self) -> Unfinished | None:
        """The newest check that was not finished, if no other copy is at it."""
        return self._unkept_check or self.unfinished(CHECK)

    def unfinished(self, journey: str) -> Unfinished | None:
        """The newest unfinished journey of that name, if no other copy is at it."""
        try:
            rows = self._journal.unfinished(journey) if self._journal else []
        except JournalError as error:
            self._note(error.trouble)
            rows = []
        return next((row for row in rows if row.id not in self._over), None)

    def _read(self, read: Callable[[Journal], list[Entry]]) -> list[Entry]:
        try:
            kept = read(self._journal) if self._journal else []
        except JournalError as error:
            self._note(error.trouble)
            kept = []
        return without_hidden([*kept, *self._unkept])

    # --- writing ------------------------------------------------------------------------------

    def entry(self, body: Body) -> Entry:
        """Return a new entry that says `body`, now.

        Who somebody is goes by what was said last, so a clock that was set back must not put a
        correction before what it corrects.
        """
        moment = self.clock()
        at = moment.wall
        if isinstance(body, About):
            said = [one.at for one in self.care_entries() if isinstance(one.body, About)]
            at = max([at, *(before + _NEXT for before in said if before < _LAST)])
        return Entry(str(uuid4()), at, moment.utc_offset, body)

    def append(self, entries: Sequence[Entry], *, finishes: str | None = None) -> bool:
        """Keep these entries; return whether they were written."""
        if finishes:
            self._over.add(finishes)
        if self._unkept_check and self._unkept_check.id == finishes:
            self._unkept_check = None
        try:
            if self._journal:
                self._journal.append(entries, finishes=finishes)
                return True
        except JournalError as error:
            self._note(error.trouble)
        self._unkept.extend(entries)
        return False

    def decide(
        self, decide: Callable[[list[Entry]], Sequence[Entry]], *, or_nothing: bool = False
    ) -> bool:
        """Decide on what stands now and keep the outcome in one go.

        Args:
            decide: given every entry on care and on packs, returns the entries to keep.
            or_nothing: what cannot be written does not hold, not even until the program ends.

        Returns:
            Whether it was written.
        """
        try:
            if self._journal:
                now = self.clock()
                self._journal.decide(lambda kept: decide([*kept, *self._unkept]), now)
                return True
        except JournalError as error:
            self._note(error.trouble)
        if not or_nothing:
            self._unkept.extend(decide([*self.care_entries(), *self.pack_entries()]))
        return False

    def can_keep(self) -> bool:
        """Whether something said now could be written."""
        try:
            if self._journal:
                self._journal.try_to_write()
                return True
        except JournalError as error:
            self._note(error.trouble)
        return False

    def keep_unfinished(self, row: Unfinished) -> bool:
        """Keep where a journey stands; return whether it was written."""
        try:
            if self._journal:
                self._journal.keep_unfinished(row)
                return True
        except JournalError as error:
            self._note(error.trouble)
        return False

    def forget(self, row: Unfinished) -> None:
        """Let go of an unfinished journey that will not be gone on with."""
        self.append([], finishes=row.id)

    def keep_check(self, row: Unfinished) -> bool:
        """Keep where a check stands; return whether it was written."""
        kept = self.keep_unfinished(row)
        self._unkept_check = None if kept else row
        return kept

    def end_episode(self) -> bool:
        """Note that this spasm is over; return whether it was written."""
        checks = {standing.check.id for standing in self.status().standing}
        steps = {name for one in self.course() for name, _ in one.settles}
        return self.append([self.entry(EpisodeOver(frozenset(checks | steps)))])

    def retract(self, entry: Entry) -> bool:
        """Hide an entry; return whether that was written.

        Raises:
            ValueError: if it may not be hidden.
        """
        hides = self.entry(retraction_of(entry))
        if entry in self._unkept:
            self._unkept.append(hides)
            return False
        return self.append([hides])

    def everything_told(self, days: int = PROGRESS_DAYS) -> list[Entry]:
        """Every entry of the last so many days, packs and what stands included, each once."""
        every = (*self.care_entries(), *self.pack_entries(), *self.progress_entries(days))
        return list({one.id: one for one in every}.values())

    def spasm_now(self, *, read_content: bool = True) -> "SpasmNow | None":
        """How the spasm of today stands, for Home.

        It rests on a year of entries, so it is worked out anew only when somebody has written, or
        another hour has begun.

        Args:
            read_content: what is to be asked again stands in the content; without it that stays
                unsaid.
        """
        from unspasm.domain.gate import asks_again_due  # noqa: PLC0415 - Home paints without
        from unspasm.domain.spasm_now import spasm_now  # noqa: PLC0415

        now = self.clock()
        hour = now.lived.replace(minute=0, second=0, microsecond=0)
        wanted = self.state(), len(self._unkept), hour, read_content
        if self._spasm_of != wanted:
            due = read_content and asks_again_due(self.catalogue.rules, self.care_entries(), now)
            self._spasm = spasm_now(self.episode(), now.day, nerves_due=due)
            self._spasm_of = wanted
        return self._spasm

    def state(self) -> tuple[int, int] | None:
        """What changes whenever anybody has written."""
        try:
            return self._journal.state() if self._journal else None
        except JournalError as error:
            self._note(error.trouble)
            return None

    # --- the course ---------------------------------------------------------------------------

    def course(self) -> tuple[CourseStanding, ...]:
        """The steps of the course that stand, the most urgent first."""
        return course_standing(self.care_entries())

    def episode(self) -> Episode | None:
        """The episode that goes on, if one does."""
        return current_episode(self.progress_entries())

    def notice(self) -> tuple[CourseStanding, ...]:
        """Keep what the record has come to since, and return what stands."""
        from unspasm.domain.course import newly_reached  # noqa: PLC0415 - Home paints without

        reached = newly_reached(
            self.catalogue.rules.course_steps, self.progress_entries(), self.clock()
        )
        if reached:
            self.append([self.entry(body) for body in reached])
        return self.course()

    def notice_first(self) -> CourseStanding | None:
        """Keep what the record has come to, and return the step whose card opens by itself.

        None opens while the card of a check stands that is more urgent: it would speak against it.
        """
        first = self.status().card_first
        least = first.urgency if first else Urgency.SELF_CARE
        fresh = (one for one in self.notice() if not one.shown and one.urgency >= least)
        return next(fresh, None)

    def _note(self, trouble: Trouble) -> None:
        if trouble not in self._troubles:
            self._troubles.append(trouble)
