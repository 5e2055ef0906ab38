"""What the page for a clinician says, as values: no sentence is written here.

It answers what a clinician asks first: how bad, what eases it, when it began, what is known
already, how often, what went before; then the course, and every warning sign that was ticked.
Everything is as the person reported it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import TypeVar

from unspasm.domain.care_status import care_status
from unspasm.domain.clinician_signs import (
    steps_reached,
    ticked_signs,
)
from unspasm.domain.clinician_values import (
    Began,
    ClinicianPage,
    Conditions,
    Course,
    Eases,
    HeavyWeek,
    HowBad,
    MyActivity,
    Note,
    Often,
    Part,
    TriedWith,
    Wanted,
)
from unspasm.domain.course_tried import made_worse, tried
from unspasm.domain.entries import Check, Entry
from unspasm.domain.episodes import Episode, episodes
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    MyActivities,
    PainLog,
    SetOff,
    Side,
    Spot,
)
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn
from unspasm.domain.pain import day_felt, when_felt
from unspasm.domain.progress_view import ProgressDay, progress_view
from unspasm.domain.retraction import without_hidden
from unspasm.domain.rules import COACHED_FROM_AGE
from unspasm.domain.session_entries import SessionAfter, SessionDone
from unspasm.domain.trend import pain_trend
from unspasm.domain.values import value

_Value = TypeVar("_Value")
_OF_PACK = {PackKind.COLD: Helped.COLD, PackKind.HEAT: Helped.HEAT}


def clinician_page(
    entries: Iterable[Entry], ask_of: Mapping[str, str], now: Moment, wanted: Wanted
) -> ClinicianPage:
    """Return the page.

    Args:
        entries: the record, in any order; what is hidden may still be among it.
        ask_of: the words of signs and lasting conditions, by their id.
        now: when it is made.
        wanted: of which days, and without which parts.
    """
    record = _Record(without_hidden(entries), ask_of, now, wanted)
    return record.page()


class _Record:
    """The entries, and the parts of the page that they make."""

    def __init__(
        self, known: list[Entry], ask_of: Mapping[str, str], now: Moment, wanted: Wanted
    ) -> None:
        self._known = sorted(known, key=lambda entry: (when_felt(entry), entry.id))
        self._ask_of, self._now, self._wanted = ask_of, now, wanted
        self._told = [one for one in self._known if wanted.tells_of(day_felt(one))]
        self._spasms = [one for one in map(self._cut, episodes(self._known)) if one[1]]
        """Each whole one, and what of it is told of."""
        self._latest = self._spasms[-1][0] if self._spasms else None
        part = self._spasms[-1][1] if self._spasms else ()
        self._trend = pain_trend(part)
        self._logs = [one.body for one in part if isinstance(one.body, PainLog)]
        latest_first = sorted(known, key=lambda entry: (entry.at, entry.id), reverse=True)
        self._backgrounds = [
            (one, one.body) for one in latest_first if isinstance(one.body, Background)
        ]
        offs = [one.body for one in known if isinstance(one.body, PackOff)]
        self._untouched = {off.pack for off in offs if off.ended is Ended.UNTOUCHED}
        self._on = {off.pack: off.on_for.total_seconds() for off in offs if off.on_for is not None}
        self._afters = {
            after.pack if isinstance(after, PackAfter) else after.session: after.pain
            for after in (one.body for one in self._known)
            if isinstance(after, PackAfter | SessionAfter) and after.pain is not None
        }
        self._mine = [one.body for one in latest_first if isinstance(one.body, MyActivities)]

    def _cut(self, episode: Episode) -> tuple[Episode, tuple[Entry, ...]]:
        told = (one for one in episode.entries if self._wanted.tells_of(day_felt(one)))
        return episode, tuple(told)

    def page(self) -> ClinicianPage:
        """All parts that are wanted."""
        signs = ticked_signs(self._known, self._ask_of, self._wanted.tells_of)
        steps = steps_reached(self._known, self._wanted.tells_of)
        checks = [
            day_felt(one)
            for one in self._told
            if isinstance(one.body, Check) and one.body.complete and self._wants(Part.SIGNS)
        ]
        days = [day_felt(one) for one in self._told]
        until = self._wanted.until or self._now.day
        since = self._wanted.since or min(days, default=until)
        return ClinicianPage(
            made=self._now.lived,
            since=min(since, until),
            until=until,
            left_out=tuple(part for part in Part if part in self._wanted.without),
            how_bad=self._unless(Part.PAIN, None, self._how_bad),
            readings=self._unless(Part.CHART, (), lambda: self._trend.readings),
            days=self._unless(Part.CHART, (), self._days),
            eases=self._unless(Part.EASES, (), self._eases),
            began=self._unless(Part.BEGAN, None, self._began),
            conditions=self._unless(Part.CONDITIONS, None, self._conditions),
            often=self._unless(Part.OFTEN, None, self._often),
            heavy_week=self._unless(Part.ACTIVITY, None, self._heavy_week),
            where=self._unless(Part.WHERE, (), self._where),
            set_off=self._unless(Part.SET_OFF, (), self._set_off),
            my_activities=self._unless(Part.MY_ACTIVITIES, (), self._my_activities),
            course=self._unless(Part.COURSE, None, self._course),
            steps=self._unless(Part.COURSE, (), lambda: steps),
            signs=self._unless(Part.SIGNS, (), lambda: signs),
            checks=len(checks),
            last_check=max(checks, default=None),
            tried=self._unless(Part.TRIED, (), self._tried),
            notes=self._unless(Part.NOTES, (), self._notes),
            nothing_told=not (self._spasms or signs or steps or self._notes() or self._tried()),
        )

    def _unless(self, part: Part, empty: _Value, make: Callable[[], _Value]) -> _Value:
        return make() if self._wants(part) else empty

    def _wants(self, part: Part) -> bool:
        return part not in self._wanted.without

    def _how_bad(self) -> HowBad | None:
        trend = self._trend
        worst, best, first, last = trend.worst, trend.best, trend.baseline, trend.latest
        if worst is None or best is None or first is None or last is None:
            return None
        return HowBad(trend.readings[-1], worst, best, first, last, len(trend.readings))

    def _days(self) -> tuple[ProgressDay, ...]:
        said = [one.day for one in self._trend.readings]
        if not said:
            return ()
        view = progress_view(self._told, self._now, min(said))
        return tuple(one for one in view.days if min(said) <= one.day <= max(said))

    def _eases(self) -> tuple[Eases, ...]:
        found = [Eases(what, one.helped, one.not_helped) for what, one in tried(self._told).items()]
        return tuple(sorted(found, key=lambda one: (-one.helped, one.not_helped, one.what.value)))

    def _began(self) -> Began | None:
        spasm = self._latest
        if spasm is None:
            return None
        over = day_felt(spasm.over) if spasm.over else None
        return Began(spasm.began, spasm.day(self._now.day), over, day_felt(spasm.entries[0]))

    def _conditions(self) -> Conditions:
        year = self._now.lived.year
        about = care_status(COACHED_FROM_AGE, self._known, year).about
        return Conditions(
            own_words=next((one.conditions for _, one in self._backgrounds if one.conditions), ""),
            lasting=self._words(about.lasting_yes | about.pack_yes),
            lasting_unsure=self._words(about.lasting_unsure | about.pack_unsure),
            asked=about.lasting_known,
            age=about.youngest_in(year),
            pregnancy=about.pregnancy,
        )

    def _words(self, signs: frozenset[str]) -> tuple[str, ...]:
        return tuple(sorted({self._ask_of.get(sign, sign) for sign in signs}))

    def _often(self) -> Often:
        said = next((one.how_often for _, one in self._backgrounds if one.how_often), None)
        spasms = tuple(
            (
                spasm.began,
                day_felt(spasm.over) if spasm.over else None,
                max((one.pain for one in pain_trend(part).readings), default=None),
            )
            for spasm, part in reversed(self._spasms)
        )
        return Often(said, spasms)

    def _heavy_week(self) -> HeavyWeek | None:
        """The person may have said it before an earlier spasm; so it bears its day."""
        for entry, background in self._backgrounds:
            if background.heavy_week is not None:
                return HeavyWeek(background.heavy_week, entry.lived.date())
        return None

    def _where(self) -> tuple[tuple[Spot, int], ...]:
        spots = Counter(spot for log in self._logs for spot in log.spots)
        areas = list(Area)
        sides = [None, *Side]
        return tuple(
            sorted(
                spots.items(),
                key=lambda one: (-one[1], areas.index(one[0].area), sides.index(one[0].side)),
            )
        )

    def _set_off(self) -> tuple[tuple[SetOff, int], ...]:
        found = Counter(what for log in self._logs for what in log.set_off)
        return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0].value)))

    def _my_activities(self) -> tuple[MyActivity, ...]:
        names = self._mine[0].names if self._mine else ()
        return tuple(self._activity(name) for name in dict.fromkeys(names))

    def _activity(self, name: str) -> MyActivity:
        said = [
            (entry.body.activities[name], day_felt(entry))
            for entry in self._told
            if isinstance(entry.body, PainLog) and name in entry.body.activities
        ]
        first, latest = (said[0], said[-1]) if said else ((None, None), (None, None))
        return MyActivity(name, *first, *latest)

    def _course(self) -> Course | None:
        said = self._trend.readings
        if not said:
            return None
        return Course(said[0], said[-1], self._trend.trend, self._trend.improved_on)

    def _tried(self) -> tuple[TriedWith, ...]:
        worse = made_worse(self._told)
        runs = [run for run in map(self._run, self._told) if run]
        found = []
        for what in (Helped.COLD, Helped.HEAT, Helped.STRETCH):
            same = [run for run in runs if run.what is what]
            both = [
                (run.before, run.after)
                for run in same
                if run.before is not None and run.after is not None
            ]
            if same:
                one = TriedWith(
                    what,
                    times=len(same),
                    minutes=round(sum(run.seconds for run in same) / 60),
                    both_said=len(both),
                    before=median(before for before, _ in both) if both else None,
                    after=median(after for _, after in both) if both else None,
                    worse=sum(run.id in worse for run in same),
                )
                found.append(one)
        return tuple(found)

    def _run(self, entry: Entry) -> "_Run | None":
        """A pack or a session. A pack that never touched the skin was none."""
        name, after = entry.id, self._afters.get(entry.id)
        match entry.body:
            case PackOn(kind=kind, before=before) if name not in self._untouched:
                return _Run(name, _OF_PACK[kind], self._on.get(name, 0.0), before, after)
            case SessionDone(seconds=seconds, before=before):
                return _Run(name, Helped.STRETCH, seconds, before, after)
            case _:
                return None

    def _notes(self) -> tuple[Note, ...]:
        return tuple(
            Note((when_felt(entry) + entry.utc_offset).replace(tzinfo=None), entry.body.note)
            for entry in reversed(self._told)
            if isinstance(entry.body, PainLog) and entry.body.note.strip()
        )


@value
class _Run:
    """One pack or one session."""

    id: str
    what: Helped
    seconds: float
    before: int | None
    after: int | None
