"""Which steps of the course stand: those reached, and neither seen nor over with their spasm.

Set difference again: the order in which entries are read never matters, and nothing but an entry
of the person's own ends a step.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.entries import Entry, EpisodeOver
from unspasm.domain.retraction import without_hidden
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value

_LASTING = "lasting"


@value
class CourseStanding:
    """A step that waits for somebody to have a look."""

    entry: Entry
    """By which it was reached."""
    reached: CourseReached
    settles: tuple[tuple[str, str], ...]
    """Entries and their steps that are settled together with it: other machines' of the same step,
    and shorter ones about how long it lasts."""
    shown: bool
    """Whether its card has been seen on screen; until then it opens by itself."""

    @property
    def urgency(self) -> Urgency:
        """How soon somebody should have a look."""
        return self.reached.reason.urgency


def course_standing(entries: Iterable[Entry]) -> tuple[CourseStanding, ...]:
    """Return what stands, the most urgent first; of what is about lasting, only the most serious.

    Args:
        entries: any entries, in any order.
    """
    known = without_hidden(entries)
    shown = {entry.body.reached for entry in known if isinstance(entry.body, CourseShown)}
    groups: defaultdict[str, list[tuple[Entry, CourseReached]]] = defaultdict(list)
    for entry, reached in _open(known):
        groups[_LASTING if reached.days_over else reached.reason.id].append((entry, reached))
    found = [_standing(group, shown) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one.urgency, one.entry.at, one.entry.id)))


def seen_for(standing: CourseStanding, on: date, *, mistaken: bool = False) -> list[CourseSeen]:
    """Return what settles a step, and what is settled with it.

    Args:
        standing: the step.
        on: the day on which a clinician saw the person for it, as lived.
        mistaken: it rested on something that was said by mistake, and nobody saw them.
    """
    return [CourseSeen(entry, step, on, mistaken) for entry, step in standing.settles]


def _open(known: list[Entry]) -> list[tuple[Entry, CourseReached]]:
    seen = {entry.body.reached for entry in known if isinstance(entry.body, CourseSeen)}
    overs = [entry.body for entry in known if isinstance(entry.body, EpisodeOver)]
    ended = frozenset[str]().union(*(over.ends for over in overs))
    return [
        (entry, entry.body)
        for entry in known
        if isinstance(entry.body, CourseReached)
        and entry.id not in seen
        and (entry.body.outlasts or entry.id not in ended)
    ]


def _standing(group: list[tuple[Entry, CourseReached]], shown: set[str]) -> CourseStanding:
    entry, reached = min(
        group, key=lambda one: (-one[1].reason.urgency, -one[1].days_over, one[0].at, one[0].id)
    )
    same = [other.id for other, body in group if body.reason.id == reached.reason.id]
    return CourseStanding(
        entry,
        reached,
        settles=tuple(sorted((other.id, body.reason.id) for other, body in group)),
        shown=not shown.isdisjoint(same),
    )
