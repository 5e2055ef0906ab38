"""What a clinician asks, and what the record answers: the sections in two columns, line by line."""

from collections.abc import Iterator

from unspasm.domain.clinician_values import ClinicianPage, Part
from unspasm.report.phrasing import Phrasing
from unspasm.report.sheet import Section
from unspasm.report.signs import became_words
from unspasm.report.typed import typed
from unspasm.words.phrases import harmless, parted
from unspasm.words.progress_phrases import pain_number


def answers(page: ClinicianPage, say: Phrasing) -> Iterator[Section]:
    """Each question with its answer, in the order in which a clinician asks.

    A section without lines has nothing to tell.
    """
    for part, lines in (
        (Part.PAIN, _how_bad),
        (Part.COURSE, _course),
        (Part.BEGAN, _began),
        (Part.OFTEN, _often),
        (Part.WHERE, _where),
        (Part.SET_OFF, _set_off),
        (Part.ACTIVITY, _heavy_week),
        (Part.EASES, _eases),
        (Part.TRIED, _tried),
        (Part.MY_ACTIVITIES, _my_activities),
        (Part.CONDITIONS, _conditions),
    ):
        yield Section(part, say.word("heading", part.value), tuple(lines(page, say)))


def _how_bad(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    bad, words = page.how_bad, say.words
    if bad is None:
        return
    yield words.latest.format(pain=bad.latest.pain, date=say.day(bad.latest.day))
    yield words.worst.format(pain=bad.worst.pain, date=say.day(bad.worst.day))
    yield words.best.format(pain=bad.best.pain, date=say.day(bad.best.day))
    yield words.medians.format(first=pain_number(bad.first_days), last=pain_number(bad.last_days))
    yield words.pain_times.format(count=bad.times)


def _course(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    course, words = page.course, say.words
    if course is not None:
        said = say.word("trend", course.trend.value)
        yield said.format(
            first=course.first.pain,
            first_on=say.day(course.first.day),
            latest=course.latest.pain,
            latest_on=say.day(course.latest.day),
        )
        yield words.trend_how
    steps = [
        words.step.format(
            date=say.day(step.on),
            because=harmless(step.because),
            became=parted(words.also_long, became_words(step.outcomes, say)),
        )
        for step in page.steps
    ]
    yield from say.bounded(steps, say.limits.steps)


def _began(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    began, words = page.began, say.words
    if began is None:
        return
    on = say.day(began.on)
    if began.over_on is not None:
        yield words.began_over.format(date=on, over=say.day(began.over_on))
    elif began.day:
        yield words.began.format(date=on, days=began.day)
    else:
        yield words.began_today.format(date=on)
    if began.first_told > began.on:
        yield words.remembered.format(date=say.day(began.first_told))


def _often(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    often, words = page.often, say.words
    if often is None:
        return
    if often.said:
        yield say.word("often", often.said.value)
    if often.spasms:
        yield words.spasms.format(count=len(often.spasms))
    lines = []
    for began, over, worst in often.spasms:
        said = words.spasm_over if over else words.spasm_open
        lines.append(
            said.format(
                began=say.day(began),
                over=say.day(over) if over else "",
                worst=words.worst_unknown if worst is None else worst,
            )
        )
    yield from say.bounded(lines, say.limits.few)


def _where(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    counted = say.words.counted
    names = [counted.format(what=say.spot(spot), count=count) for spot, count in page.where]
    yield from say.in_a_row(names)


def _set_off(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    counted = say.words.counted
    names = [
        counted.format(what=say.word("set_off", what.value), count=count)
        for what, count in page.set_off
    ]
    yield from say.in_a_row(names)


def _heavy_week(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    heavy, words = page.heavy_week, say.words
    if heavy is not None:
        said = words.heavy_yes if heavy.was else words.heavy_no
        yield said.format(date=say.day(heavy.said_on))


def _eases(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    words = say.words
    lines = [
        words.helped_count.format(
            what=say.word("helped", one.what.value),
            helped=one.helped,
            not_helped=one.not_helped,
        )
        for one in page.eases
    ]
    yield from say.bounded(lines, say.limits.few)


def _tried(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    words = say.words
    kinds = {"cold": words.tried_packs_cold, "heat": words.tried_packs_heat}
    for one in page.tried:
        said = kinds.get(one.what.value, words.tried_sessions)
        line = said.format(times=one.times, minutes=one.minutes)
        if one.before is not None and one.after is not None:
            line += words.before_after.format(
                before=pain_number(one.before), after=pain_number(one.after), count=one.both_said
            )
        if one.worse:
            line += words.worse_after.format(count=one.worse)
        yield line


def _my_activities(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    words = say.words
    for one in page.my_activities[: say.limits.few]:
        name = typed(one.name, 60, words.cut)
        if one.first_on is None or one.latest_on is None:
            yield words.activity_unsaid.format(name=name)
            continue
        once = one.first_on == one.latest_on
        said = words.activity_once if once else words.activity
        yield said.format(
            name=name,
            first=one.first,
            first_on=say.day(one.first_on),
            latest=one.latest,
            latest_on=say.day(one.latest_on),
        )


def _conditions(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    known, words, few = page.conditions, say.words, say.limits.few
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
            names = say.bounded([typed(one, 100, words.cut) for one in listed], few)
            yield said.format(words=parted(words.also_long, names))
    if not known.lasting and not known.lasting_unsure:
        yield words.lasting_none if known.asked else words.lasting_not_asked
    if known.pregnancy:
        yield say.word("pregnancy", known.pregnancy)
