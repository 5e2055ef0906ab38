"""The page for a clinician in words, whatever the format: a title, a head, sections of lines.

Its lists are bounded so that it stays on one sheet of paper: the more there is to tell, the less of
each list is shown, and what is left out is counted. A warning sign is never left out before a note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from unspasm.domain.clinician_values import ClinicianPage, Part
from unspasm.report.chart import drawing_of, signs_of
from unspasm.report.signs import became_words, sign_lines
from unspasm.report.typed import cells_of, typed, without_marks
from unspasm.words.phrases import harmless, parted
from unspasm.words.report_words import ReportWords
from unspasm.words.sets import CalendarWords


@dataclass(frozen=True)
class Section:
    """One question and its answer."""

    part: Part
    heading: str
    lines: tuple[str, ...]
    """Typed text in them stands between marks, see `typed`."""
    wide: bool = False
    """It takes the whole width of the paper; the others stand in two columns."""
    drawing: str = ""
    """SVG."""
    signs: tuple[str, ...] = ()
    """The same in plain signs, line by line."""


@dataclass(frozen=True)
class Sheet:
    """The whole page."""

    title: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Limits:
    """How much of each list is shown."""

    signs: int
    """Each on a line of its own."""
    signs_also: int
    """More of them, one after the other."""
    groups: int
    """Of the ticks of one sign, by what became of them."""
    steps: int
    notes: int
    cells: int
    """Of a note."""
    few: int
    """Of any other list."""
    drawing: bool = True
    """Whether there is room for the chart."""


_LIMITS = (
    Limits(signs=20, signs_also=60, groups=4, steps=5, notes=6, cells=400, few=8),
    Limits(signs=16, signs_also=60, groups=4, steps=4, notes=4, cells=220, few=6),
    Limits(signs=12, signs_also=60, groups=3, steps=4, notes=3, cells=200, few=5),
    Limits(signs=10, signs_also=60, groups=2, steps=3, notes=3, cells=160, few=4),
    Limits(signs=8, signs_also=60, groups=2, steps=2, notes=2, cells=100, few=3),
    Limits(signs=6, signs_also=60, groups=1, steps=1, notes=1, cells=100, few=2, drawing=False),
    *(
        Limits(also // 8, also, groups=1, steps=1, notes=1, cells=70, few=1, drawing=False)
        for also in range(56, -1, -4)
    ),
)
"""From much to little. The first that fits is taken."""
LINES = 74
"""Of a sheet, at the size of letter that the printed page has, wide letters and all; a reserve is
kept. Measured by printing it."""
WIDE, NARROW = 116, 54
"""Letters on a line, over the whole width and in one of two columns."""
DRAWING = 18
"""Lines that the chart takes with what stands beside it."""
BESIDE = frozenset({Part.PAIN, Part.BEGAN})
"""What stands beside the chart where there is one."""


def sheet_of(
    page: ClinicianPage, words: ReportWords, calendar: CalendarWords, version: str
) -> Sheet:
    """Return the page in words, short enough for one sheet of paper."""
    for limits in _LIMITS:
        sheet = _Composer(page, words, calendar, limits).sheet(version)
        if height(sheet) <= LINES:
            break
    return sheet


def height(sheet: Sheet) -> int:
    """Return about how many lines the sheet takes on paper."""
    drawn = any(section.drawing for section in sheet.sections)
    wide = 3 + sum(_lines(line, WIDE) for line in sheet.head) + (DRAWING if drawn else 0)
    narrow = 3
    for section in sheet.sections:
        if drawn and (section.drawing or section.part in BESIDE):
            continue
        width = WIDE if section.wide else NARROW
        lines = 2 + sum(_lines(line, width) for line in section.lines)
        wide += lines if section.wide else 0
        narrow += 0 if section.wide else lines
    return wide + ceil(narrow / 2)


def _lines(line: str, width: int) -> int:
    return max(1, ceil(cells_of(without_marks(line)) / width))


class _Composer:
    """Writes the sections."""

    def __init__(
        self, page: ClinicianPage, words: ReportWords, calendar: CalendarWords, limits: Limits
    ) -> None:
        self._page, self._words, self._calendar, self._limits = page, words, calendar, limits

    def sheet(self, version: str) -> Sheet:
        """All sections that say something."""
        page, words = self._page, self._words
        made = words.made.format(
            date=self._day(page.made.date()),
            time=f"{page.made:%H:%M}",
            version=version,
            since=self._day(page.since),
            until=self._day(page.until),
        )
        head = [words.not_a_diagnosis, made]
        if page.left_out:
            parts = parted(words.also, (self._word("part", part.value) for part in page.left_out))
            head.append(words.left_out.format(parts=parts))
        if page.nothing_told:
            head.append(words.nothing)
        sections = (*self._wide_first(), *self._narrow(), self._notes())
        return Sheet(words.title, tuple(head), tuple(one for one in sections if one.lines))

    # --- the whole width ------------------------------------------------------------------------

    def _wide_first(self) -> Iterator[Section]:
        page, words, limits = self._page, self._words, self._limits
        if Part.SIGNS not in page.left_out:
            lines = sign_lines(
                page, words, self._day, limits.signs, limits.signs_also, limits.groups
            )
            yield Section(Part.SIGNS, words.heading_signs, tuple(lines), wide=True)
        if page.readings:
            first, last = page.readings[0].day, page.readings[-1].day
            said = words.chart_words.format(
                first=self._day(first), last=self._day(last), count=len(page.readings)
            )
            months = self._calendar.months
            yield Section(
                Part.CHART,
                words.heading_chart,
                (said, words.chart_signs) if limits.drawing else (said,),
                wide=True,
                drawing=drawing_of(page.days, said, months) if limits.drawing else "",
                signs=signs_of(page.days, months) if limits.drawing else (),
            )

    def _notes(self) -> Section:
        words, limits = self._words, self._limits
        lines = [
            words.note.format(
                date=self._day(note.at.date()), note=typed(note.text, limits.cells, words.cut)
            )
            for note in self._page.notes
        ]
        bounded = self._bounded(lines, limits.notes)
        return Section(Part.NOTES, words.heading_notes, bounded, wide=True)

    # --- two columns ----------------------------------------------------------------------------

    def _narrow(self) -> Iterator[Section]:
        """In the order in which a clinician asks."""
        for part, make in (
            (Part.PAIN, self._how_bad),
            (Part.COURSE, self._course),
            (Part.BEGAN, self._began),
            (Part.OFTEN, self._often),
            (Part.WHERE, self._where),
            (Part.SET_OFF, self._set_off),
            (Part.ACTIVITY, self._heavy_week),
            (Part.EASES, self._eases),
            (Part.TRIED, self._tried),
            (Part.MY_ACTIVITIES, self._my_activities),
            (Part.CONDITIONS, self._conditions),
        ):
            heading = self._word("heading", part.value)
            yield Section(part, heading, tuple(make()))

    def _how_bad(self) -> Iterator[str]:
        bad, words = self._page.how_bad, self._words
        if bad is None:
            return
        yield words.latest.format(pain=bad.latest.pain, date=self._day(bad.latest.day))
        yield words.worst.format(pain=bad.worst.pain, date=self._day(bad.worst.day))
        yield words.best.format(pain=bad.best.pain, date=self._day(bad.best.day))
        yield words.medians.format(first=_n(bad.first_days), last=_n(bad.last_days))
        yield words.pain_times.format(count=bad.times)

    def _course(self) -> Iterator[str]:
        course, words = self._page.course, self._words
        if course is not None:
            said = self._word("trend", course.trend.value)
            yield said.format(
                first=course.first.pain,
                first_on=self._day(course.first.day),
                latest=course.latest.pain,
                latest_on=self._day(course.latest.day),
            )
            yield words.trend_how
        steps = [
            words.step.format(
                date=self._day(step.on),
                because=harmless(step.because),
                became=parted(words.also_long, became_words(step.outcomes, words, self._day)),
            )
            for step in self._page.steps
        ]
        yield from self._bounded(steps, self._limits.steps)

    def _began(self) -> Iterator[str]:
        began, words = self._page.began, self._words
        if began is None:
            return
        on = self._day(began.on)
        if began.over_on is not None:
            yield words.began_over.format(date=on, over=self._day(began.over_on))
        elif began.day:
            yield words.began.format(date=on, days=began.day)
        else:
            yield words.began_today.format(date=on)
        if began.first_told > began.on:
            yield words.remembered.format(date=self._day(began.first_told))

    def _often(self) -> Iterator[str]:
        often, words = self._page.often, self._words
        if often is None:
            return
        if often.said:
            yield self._word("often", often.said.value)
        if often.spasms:
            yield words.spasms.format(count=len(often.spasms))
        lines = []
        for began, over, worst in often.spasms:
            said = words.spasm_over if over else words.spasm_open
            lines.append(
                said.format(
                    began=self._day(began),
                    over=self._day(over) if over else "",
                    worst=words.worst_unknown if worst is None else worst,
                )
            )
        yield from self._bounded(lines, self._limits.few)

    def _where(self) -> Iterator[str]:
        words = self._words
        names = []
        for spot, count in self._page.where:
            area = self._word("area", spot.area.value)
            if spot.side:
                side = self._word("side", spot.side.value)
                area = words.sided.format(area=area, side=side)
            names.append(words.counted.format(what=area, count=count))
        yield from self._in_a_row(names)

    def _set_off(self) -> Iterator[str]:
        counted = self._words.counted
        names = [
            counted.format(what=self._word("set_off", what.value), count=count)
            for what, count in self._page.set_off
        ]
        yield from self._in_a_row(names)

    def _heavy_week(self) -> Iterator[str]:
        heavy, words = self._page.heavy_week, self._words
        if heavy is not None:
            said = words.heavy_yes if heavy.was else words.heavy_no
            yield said.format(date=self._day(heavy.said_on))

    def _eases(self) -> Iterator[str]:
        words = self._words
        lines = [
            words.helped_count.format(
                what=self._word("helped", one.what.value),
                helped=one.helped,
                not_helped=one.not_helped,
            )
            for one in self._page.eases
        ]
        yield from self._bounded(lines, self._limits.few)

    def _tried(self) -> Iterator[str]:
        words = self._words
        kinds = {"cold": words.tried_packs_cold, "heat": words.tried_packs_heat}
        for one in self._page.tried:
            said = kinds.get(one.what.value, words.tried_sessions)
            line = said.format(times=one.times, minutes=one.minutes)
            if one.before is not None and one.after is not None:
                line += words.before_after.format(
                    before=_n(one.before), after=_n(one.after), count=one.both_said
                )
            if one.worse:
                line += words.worse_after.format(count=one.worse)
            yield line

    def _my_activities(self) -> Iterator[str]:
        words = self._words
        for one in self._page.my_activities[: self._limits.few]:
            name = typed(one.name, 60, words.cut)
            if one.first_on is None or one.latest_on is None:
                yield words.activity_unsaid.format(name=name)
                continue
            once = one.first_on == one.latest_on
            said = words.activity_once if once else words.activity
            yield said.format(
                name=name,
                first=one.first,
                first_on=self._day(one.first_on),
                latest=one.latest,
                latest_on=self._day(one.latest_on),
            )

    def _conditions(self) -> Iterator[str]:
        known, words, few = self._page.conditions, self._words, self._limits.few
        if known is None:
            return
        if known.age is not None:
            yield words.age.format(age=known.age)
        if known.own_words.strip():
            told = typed(known.own_words, 40 * few, words.cut)
            yield words.conditions_said.format(words=told)
        for said, listed in (
            (words.lasting, known.lasting),
            (words.lasting_unsure, known.lasting_unsure),
        ):
            if listed:
                names = self._bounded([typed(one, 100, words.cut) for one in listed], few)
                yield said.format(words=parted(words.also_long, names))
        if not known.lasting and not known.lasting_unsure:
            yield words.lasting_none if known.asked else words.lasting_not_asked
        if known.pregnancy:
            yield self._word("pregnancy", known.pregnancy)

    # --- how it is said -------------------------------------------------------------------------

    def _bounded(self, lines: list[str], most: int) -> tuple[str, ...]:
        """The first of them, and how many more there are."""
        left = len(lines) - most
        more = [self._words.more.format(count=left)] if left > 0 else []
        return (*lines[:most], *more)

    def _in_a_row(self, names: list[str]) -> Iterable[str]:
        if not names:
            return []
        return [parted(self._words.also_long, self._bounded(names, self._limits.few))]

    def _word(self, kind: str, value: str) -> str:
        """A word by the value that it speaks of; what nobody knows is said by its name."""
        name = f"{kind}_{value.replace('-', '_')}"
        return str(getattr(self._words, name, harmless(value)))

    def _day(self, day: date) -> str:
        month = self._calendar.months[day.month - 1][:3]
        same_year = day.year == self._page.made.year
        said = self._words.date if same_year else self._words.date_year
        return said.format(day=day.day, month=month, year=day.year)


def _n(pain: float) -> str:
    """A median: without a fraction where there is none."""
    return f"{pain:g}"
