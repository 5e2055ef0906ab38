"""Sentences made of words and values, the same on both faces."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from unspasm.domain.home import HomeView
from unspasm.domain.locks import Activity
from unspasm.domain.pain import Reading
from unspasm.domain.rules import Call, Source
from unspasm.domain.urgency import Urgency
from unspasm.words import AboutWords, CalendarWords, HelpWords, HomeWords

if TYPE_CHECKING:
    from unspasm.domain.runs import AboutRun
    from unspasm.domain.spasm_now import SpasmNow


def harmless(text: str) -> str:
    """Return `text` with every control character replaced, so that it cannot steer a terminal."""
    return "".join(one if one.isprintable() or one == "\n" else "?" for one in text)


def parted(pattern: str, parts: Iterable[str]) -> str:
    """Return parts as a list in one line; nothing for none.

    Args:
        pattern: how one more goes behind those `before` it: `{before}, {one}`.
        parts: what stands in the list.
    """
    before, *others = [*parts] or [""]
    for one in others:
        before = pattern.format(before=before, one=one)
    return before


def when(words: CalendarWords, at: datetime, now: datetime) -> str:
    """Return a moment as people say it: `today at 13:10`. Both times as lived."""
    time = f"{at:%H:%M}"
    days = (now.date() - at.date()).days
    if days == 0:
        return words.today.format(time=time)
    if days == 1:
        return words.yesterday.format(time=time)
    template = words.on if at.year == now.year else words.on_year
    return template.format(day=at.day, month=words.months[at.month - 1], year=at.year, time=time)


def head(words: CalendarWords, now: datetime) -> str:
    """Return the day and time for the head of a screen."""
    return words.head.format(
        weekday=words.days[now.weekday()],
        day=now.day,
        month=words.months[now.month - 1],
        time=f"{now:%H:%M}",
    )


def home_sentences(
    words: HomeWords, calendar: CalendarWords, view: HomeView, spasm: "SpasmNow | None"
) -> Iterator[str]:
    """The sentences with which Home begins: what cannot wait first, else the day of the spasm."""
    stands = _how_things_stand(words, calendar, view)
    day = _how_the_spasm_stands(words, calendar, spasm, view.now)
    yield from chain(stands, day) if view.standing >= Urgency.SAME_DAY else chain(day, stands)


def _how_the_spasm_stands(
    words: HomeWords, calendar: CalendarWords, spasm: "SpasmNow | None", now: datetime
) -> Iterator[str]:
    """The day of the spasm, the pain that was told of last, and what is due.

    Days are counted as the check and the course count them: the first one is day 0.
    """
    if spasm is None:
        return
    yield words.day.format(day=spasm.day) if spasm.day else words.day_first
    if spasm.pain:
        template = words.pain_was if spasm.before else words.pain
        before = spasm.before or spasm.pain
        yield template.format(
            pain=spasm.pain.pain,
            when=_day(calendar, spasm.pain, now),
            before=before.pain,
            before_when=_day(calendar, before, now),
        )
    if spasm.nerves_due:
        yield words.nerves_due


def _day(calendar: CalendarWords, said: Reading, now: datetime) -> str:
    """The day on which pain was felt, without a time."""
    ago = (now.date() - said.day).days
    if ago == 0:
        return calendar.today_alone
    if ago == 1:
        return calendar.yesterday_alone
    month = calendar.months[said.day.month - 1]
    return calendar.day_alone.format(day=said.day.day, month=month)


def _how_things_stand(words: HomeWords, calendar: CalendarWords, view: HomeView) -> Iterator[str]:
    """The sentences with which Home begins, the most pressing first."""
    for standing in view.course:
        reached = standing.reached
        yield words.course.format(heading=reached.heading, because=reached.reason.because)
    yield from _last_check(words, calendar, view)
    if view.waits:
        yield words.waits_floor if view.waits == {Activity.FLOOR} else words.waits
    if view.under_16:
        yield words.under_16
    elif view.pregnant:
        yield words.pregnant
    if view.full_check_due:
        yield words.full_check_due
    if view.unfinished is not None:
        yield words.unfinished
    if view.unfinished:
        yield words.unfinished_ticks.format(ticks=parted(words.also, view.unfinished))


def _last_check(words: HomeWords, calendar: CalendarWords, view: HomeView) -> Iterator[str]:
    if view.first and view.standing_at:
        said = getattr(words, f"checked_{view.standing.word}")
        yield said.format(when=when(calendar, view.standing_at, view.now))
        if view.ask_spoken:
            yield words.spoken
        yield words.stands_key
        if view.called_at:
            yield words.called.format(when=when(calendar, view.called_at, view.now))
    elif view.checked_at:
        settled = view.checked >= Urgency.SAME_DAY  # or else its card would come first
        said = words.checked_settled if settled else getattr(words, f"checked_{view.checked.word}")
        yield said.format(when=when(calendar, view.checked_at, view.now))
    elif view.unfinished is None and not view.under_16:
        yield words.not_checked if view.in_episode else words.nothing_yet


def source_line(words: HelpWords, source: Source) -> str:
    """Return who says so, where, and how much of it was read."""
    read = getattr(words, f"read_{source.read.replace('-', '_')}")
    where = parted(words.source_also, filter(None, (source.publisher, source.where)))
    return words.source.format(title=source.title, where=where, read=read)


def about_rows(run: "AboutRun", words: AboutWords) -> Iterator[tuple[str, str]]:
    """What is known of the person: label and value, in the order of their keys."""
    about = run.about
    yield words.age, str(run.age) if run.age is not None else words.unknown
    pregnancy = about.pregnancy
    said = getattr(words, f"pregnancy_{pregnancy}", words.unknown) if pregnancy else words.unknown
    yield words.pregnancy, said
    yield words.country, _country(run, words)
    yield words.emergency, about.emergency_number or words.unknown
    for call in (Call.MATERNITY, Call.POISONS, Call.CRISIS):
        yield getattr(words, call.value), about.numbers.get(call) or words.unknown


def _country(run: "AboutRun", words: AboutWords) -> str:
    chosen = run.countries.get(run.about.country or "")
    if chosen:
        return chosen.name
    return words.suggested.format(country=run.suggested.name) if run.suggested else words.unknown
