"""What all journeys share: what was said, the clock, the content, and what they come to."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from unspasm.domain.care_status import CareStatus, care_status
from unspasm.domain.course_record import CourseStanding, course_standing
from unspasm.domain.entries import About, EpisodeOver
from unspasm.domain.episodes import Episode, current_episode
from unspasm.domain.home import HomeView, how_things_stand
from unspasm.domain.moment import Moment
from unspasm.domain.pack_record import PackRecord
from unspasm.domain.rules import COACHED_FROM_AGE
from unspasm.domain.urgency import Urgency
from unspasm.journal.store import Journal
from unspasm.journal.trouble import Trouble
from unspasm.journeys.memory import Memory
from unspasm.journeys.preferences import preferred
from unspasm.settings import SettingsFile

if TYPE_CHECKING:
    from unspasm.catalogue import Catalogue
    from unspasm.domain.spasm_now import SpasmNow
    from unspasm.domain.stretches import Library
    from unspasm.journeys.shelf import Shelf

ROUTINES = "routines"
"""The folder beside the record that holds the routines of one's own."""


class House(Memory):
    """One running copy of the program, behind whichever face."""

    def __init__(
        self,
        content: Path,
        clock: Callable[[], Moment],
        journal: Journal | None,
        trouble: Trouble | None = None,
        settings: SettingsFile | None = None,
        routines: Path | None = None,
    ) -> None:
        super().__init__(clock, journal, trouble)
        self.content = content
        self.settings = settings or SettingsFile()
        """What the person prefers."""
        self.routines = routines
        """The folder of the routines of one's own; `None` where nothing is kept."""
        self._spasm: SpasmNow | None = None
        self._spasm_of: object = None
        """What it was worked out from."""

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

    # --- how things stand ---------------------------------------------------------------------

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

    def pack_is_on(self) -> bool:
        """Whether a pack is on the skin, as far as anybody has said."""
        return PackRecord(self.pack_entries()).on_skin(self.clock()) is not None

    def home(self) -> HomeView:
        """How things stand."""
        entries, moment = self.home_entries(), self.clock()
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

    def end_episode(self) -> bool:
        """Note that this spasm is over; return whether it was written."""
        checks = {standing.check.id for standing in self.status().standing}
        steps = {name for one in self.course() for name, _ in one.settles}
        return self.append([self.entry(EpisodeOver(frozenset(checks | steps)))])

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
