"""When the record of a spasm says that it has gone on too long, grows, or comes back too often.

What is reached is kept as an entry of its own and stands until the person says that they were seen,
see `course_record`. So nothing that is hidden, imported or said later, and no clock that is set
back, ever lowers the urgency: it decides only what is reached next.
"""

from collections.abc import Iterable

from unspasm.domain.assess import Reason
from unspasm.domain.course_entries import CourseReached, CourseSeen
from unspasm.domain.course_holds import HOLDS, Numbers, Sight
from unspasm.domain.course_record import CourseStanding, course_standing
from unspasm.domain.course_rules import OUTLASTING, CourseStep
from unspasm.domain.course_tried import not_helped
from unspasm.domain.entries import Entry
from unspasm.domain.episodes import episodes
from unspasm.domain.locks import Lock
from unspasm.domain.moment import Moment
from unspasm.domain.retraction import without_hidden
from unspasm.domain.trend import pain_trend


def newly_reached(
    steps: Iterable[CourseStep], entries: Iterable[Entry], now: Moment
) -> tuple[CourseReached, ...]:
    """Return the steps that the record has come to and that do not stand yet, to be kept.

    Args:
        steps: from content.
        entries: the record, in any order.
        now: this moment.
    """
    known = without_hidden(entries)
    every = episodes(known)
    if not every or every[-1].over:
        return ()
    listed = tuple(steps)
    standing = course_standing(known)
    # Pain that was told of before the clock was set back has been felt all the same.
    today = max(now.day, every[-1].last)
    seen, whole = _Seen(listed, known, now), pain_trend(every[-1].entries)
    sights = [(step, Sight(every, today, whole, seen.latest(step))) for step in listed]
    reached = [
        _reached(step, sight, numbers)
        for step, sight in sights
        if (numbers := HOLDS[step.when](step, sight)) is not None
    ]
    return _speaking(reached, standing)


def _speaking(
    reached: list[CourseReached], standing: tuple[CourseStanding, ...]
) -> tuple[CourseReached, ...]:
    """What is not told yet; of what is about lasting, only the most serious."""
    told = {step for one in standing for _, step in one.settles}
    fresh = [one for one in reached if not one.days_over and one.reason.id not in told]
    lasting = [one for one in reached if one.days_over]
    most = max(map(_seriousness, lasting), default=(0, 0))
    before = [_seriousness(one.reached) for one in standing if one.reached.days_over]
    if lasting and most > max(before, default=(0, 0)):
        fresh += [one for one in lasting if _seriousness(one) == most][:1]
    return tuple(fresh)


def _seriousness(reached: CourseReached) -> tuple[int, int]:
    return reached.reason.urgency, reached.days_over


def _reached(step: CourseStep, sight: Sight, numbers: Numbers) -> CourseReached:
    said = {"day": sight.day, **numbers}
    reason = Reason(
        id=step.id,
        sign=step.id,
        urgency=step.urgency,
        locks=Lock.NOTHING,
        because=step.because.format_map(said),
        sources=step.sources,
        say=step.say.format_map(said),
    )
    return CourseReached(
        reason=reason,
        heading=step.heading,
        day=sight.day,
        days_over=step.days_over,
        outlasts=step.when in OUTLASTING,
        not_helped=not_helped(sight.episode.entries),
    )


class _Seen:
    """When the person was last seen for each step."""

    def __init__(self, steps: tuple[CourseStep, ...], known: list[Entry], now: Moment) -> None:
        self._steps = {step.id: step for step in steps}
        # By a clock that was ahead nothing starts again: that would put it off until then.
        self._seen = [
            (entry, entry.body)
            for entry in known
            if isinstance(entry.body, CourseSeen)
            and not entry.body.mistaken
            and entry.at <= now.wall
        ]

    def latest(self, step: CourseStep) -> Entry | None:
        """The latest entry that starts the clock of this step again.

        Being seen because it lasts six weeks answers for one week too.
        """
        found = [entry for entry, seen in self._seen if self._answers_for(seen.step, step)]
        return max(found, key=lambda entry: (entry.at, entry.id), default=None)

    def _answers_for(self, name: str, step: CourseStep) -> bool:
        named = self._steps.get(name)
        if named is None or not (named.is_about_lasting and step.is_about_lasting):
            return name == step.id
        return (named.urgency, named.days_over) >= (step.urgency, step.days_over)
