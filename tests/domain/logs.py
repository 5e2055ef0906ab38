"""A record of a spasm, day by day, and what it comes to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from unspasm.domain.answers import Answers
from unspasm.domain.assess import assess
from unspasm.domain.course import newly_reached
from unspasm.domain.course_entries import CourseReached, CourseShown
from unspasm.domain.course_record import CourseStanding, course_standing, seen_for
from unspasm.domain.course_rules import CourseStep
from unspasm.domain.entries import Body, Check, Entry, EpisodeOver, TakenBack
from unspasm.domain.log_entries import PainLog, Retracted
from unspasm.domain.moment import Moment
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

START = datetime(2026, 5, 1, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FIRST = date(2026, 5, 1)


def moment(days: float, *, offset: timedelta = timedelta(0)) -> Moment:
    """Return the moment so many days after the start."""
    return Moment(START + days * DAY, offset, 0.0, 0.0, "here")


def log(days: float, pain: int, *, name: str = "", offset: timedelta = timedelta(0)) -> Entry:
    """Return a log of pain, so many days after the start."""
    return Entry(name or f"log-{days}", START + days * DAY, offset, PainLog(pain))


@dataclass
class Spasm:
    """The record of somebody, and the clock that it is kept by."""

    rules: Rules
    entries: list[Entry] = field(default_factory=list)

    def add(self, days: float, body: Body) -> Entry:
        """Add an entry, so many days after the start, without looking at what it comes to."""
        entry = Entry(f"entry-{len(self.entries):04}", START + days * DAY, timedelta(0), body)
        self.entries.append(entry)
        return entry

    def log(self, days: float, pain: int) -> Entry:
        """Add a log of pain."""
        return self.add(days, PainLog(pain))

    def logs(self, *pains: int, since: float = 0) -> None:
        """Add a log a day."""
        for day, pain in enumerate(pains):
            self.log(since + day, pain)

    def check(self, days: float, *signs: str, said: float = 0, pain: int | None = 5) -> Entry:
        """Add a check with these signs, in which the pain is said to last so many days."""
        ticked = frozenset(fact for sign in signs for fact in self.rules.signs[sign].covers)
        answers = Answers(age=40, days=said, pain=pain, yes=ticked)
        found = assess(self.rules, answers)
        return self.add(days, Check(answers, found.urgency, found.reasons, complete=True))

    def taken_back(self, days: float, check: Entry, *reasons: str) -> None:
        """These were ticked by mistake."""
        self.add(days, TakenBack(check.id, frozenset(reasons)))

    def hide(self, days: float, entry: Entry) -> None:
        """Take an entry out of the record."""
        self.add(days, Retracted(entry.id))

    def over(self, days: float) -> Entry:
        """The person says that the spasm is over, with what stands then."""
        return self.add(
            days, EpisodeOver(frozenset(n for s in self.standing for n, _ in s.settles))
        )

    def reaches(self, days: float) -> set[str]:
        """What would be reached then."""
        return {one.reason.id for one in self.reached(days)}

    def reached(self, days: float) -> tuple[CourseReached, ...]:
        """The same, whole."""
        return newly_reached(self.steps, self.entries, moment(days))

    @property
    def steps(self) -> tuple[CourseStep, ...]:
        """The steps as they ship."""
        return self.rules.course_steps

    def notice(self, days: float) -> set[str]:
        """Keep what is reached then, and return what stands."""
        for body in self.reached(days):
            self.add(days, body)
        return self.stands

    @property
    def standing(self) -> tuple[CourseStanding, ...]:
        """What stands."""
        return course_standing(self.entries)

    @property
    def stands(self) -> set[str]:
        """The same, by name."""
        return {one.reached.reason.id for one in self.standing}

    @property
    def urgency(self) -> Urgency:
        """How soon somebody should have a look."""
        return max((one.urgency for one in self.standing), default=Urgency.SELF_CARE)

    def show(self, days: float) -> None:
        """Show the card of everything that stands."""
        for one in self.standing:
            self.add(days, CourseShown(one.entry.id))

    def seen(
        self, days: float, *, steps: Iterable[str] = (), ago: int = 0, mistaken: bool = False
    ) -> None:
        """A clinician has seen the person for these steps, or for all, so many days ago."""
        on = moment(days).day - ago * DAY
        for one in self.standing:
            if not steps or one.reached.reason.id in steps:
                for body in seen_for(one, on, mistaken=mistaken):
                    self.add(days, body)
