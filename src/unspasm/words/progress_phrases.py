"""Sentences under the pictures of progress: the same facts, and no more than the record shows."""

from collections.abc import Iterator

from unspasm.domain.pain_chart import SEVERAL, SIGNS
from unspasm.domain.progress_view import (
    WEEKS,
    BeforeAfter,
    Mark,
    PainChange,
    ProgressDay,
    ProgressView,
)
from unspasm.domain.weeks_chart import DONE, MOST_PAIN, NO_NUMBER, NO_PAIN
from unspasm.words.pack_phrases import title_case
from unspasm.words.phrases import parted
from unspasm.words.progress_words import ProgressWords
from unspasm.words.sets import CalendarWords


def number_of(words: ProgressWords, number: int) -> str:
    """Return a whole number as people say it: small ones as words."""
    return words.numbers[number] if number < len(words.numbers) else str(number)


def pain_number(pain: float) -> str:
    """Return a pain, as `4` or `4.5`."""
    return f"{pain:g}"


# --- pain over days -------------------------------------------------------------------------------


def said_of_pain(
    words: ProgressWords, calendar: CalendarWords, view: ProgressView
) -> Iterator[str]:
    """What the picture of pain over days shows."""
    if not any(_has_news(one) for one in view.days):
        yield words.nothing_in_range if _is_known(view) else words.nothing_yet
        return
    if view.change:
        yield from _said_of_change(words, calendar, view, view.change)
    else:
        yield words.no_pain_now
    yield from _said_of_days(words, view.days)


def _has_news(one: ProgressDay) -> bool:
    return one.told or bool(one.marks)


def _is_known(view: ProgressView) -> bool:
    """Whether anything was told that is not in the range."""
    weeks = any(_has_news(one) for week in view.weeks for one in week)
    return weeks or view.change is not None or view.spasms > 0


def _said_of_change(
    words: ProgressWords, calendar: CalendarWords, view: ProgressView, change: PainChange
) -> Iterator[str]:
    first, latest = pain_number(change.first), pain_number(change.latest)
    if not change.can_tell:
        yield words.too_early
    elif change.first == change.latest:
        yield words.unchanged.format(latest=latest, days=number_of(words, change.days))
    else:
        yield words.change.format(first=first, latest=latest, days=number_of(words, change.days))
    if change.lowest == change.highest:
        yield words.all_the_same.format(pain=change.lowest)
    else:
        yield words.between.format(lowest=change.lowest, highest=change.highest)
    if change.last_told < view.today:
        day = change.last_told
        yield words.last_told.format(day=day.day, month=calendar.months[day.month - 1])


def _said_of_days(words: ProgressWords, days: tuple[ProgressDay, ...]) -> Iterator[str]:
    yield _counted(words, "told", sum(one.pain is not None for one in days))
    yield _said_of_done(words, sum(one.done for one in days))
    if checks := sum(Mark.CHECK in one.marks for one in days):
        yield _counted(words, "check", checks)


def _said_of_done(words: ProgressWords, days: int) -> str:
    return _counted(words, "done", days) if days else words.done_none


def _counted(words: ProgressWords, name: str, days: int) -> str:
    """One sentence for one day, another for more or none."""
    if days == 1:
        return str(getattr(words, f"{name}_day"))
    template = str(getattr(words, f"{name}_days"))
    return template.format(days=number_of(words, days))


def legend_of_pain(words: ProgressWords, days: tuple[ProgressDay, ...]) -> Iterator[str]:
    """What the signs of the picture mean: only those that can be in it.

    Args:
        words: the words.
        days: the days of the picture.
    """
    yield words.legend_pain
    named = {
        Mark.CHECK: words.legend_check,
        Mark.SESSION: words.legend_session,
        Mark.PACK: words.legend_pack,
        Mark.OVER: words.legend_over,
    }
    there = frozenset[Mark]().union(*(one.marks for one in days))
    marks = [named[mark].format(sign=SIGNS[mark]) for mark in Mark if mark in there]
    if len(marks) > 1:
        marks.append(words.legend_several.format(sign=SEVERAL))
    if marks:
        yield words.legend_marks.format(marks=parted(words.also, marks))


# --- twelve weeks ---------------------------------------------------------------------------------


def said_of_weeks(words: ProgressWords, view: ProgressView) -> Iterator[str]:
    """What the calendar shows."""
    days = tuple(one for week in view.weeks for one in week)
    if any(_has_news(one) for one in days):
        yield from _said_of_days(words, days)
    else:
        yield words.nothing_in_range if _is_known(view) else words.nothing_yet


def legend_of_weeks(words: ProgressWords) -> str:
    """Return what the signs of the calendar mean."""
    return words.legend_weeks.format(
        none=NO_PAIN, most=MOST_PAIN, no_number=NO_NUMBER, done=DONE, weeks=WEEKS
    )


def said_of_spasms(words: ProgressWords, view: ProgressView) -> str:
    """Return how many spasms there were in half a year."""
    match view.spasms:
        case 0:
            return words.spasms_none
        case 1:
            return words.spasm
        case many:
            return title_case(words.spasms.format(times=number_of(words, many)))


# --- before and after -----------------------------------------------------------------------------


def said_of_helped(words: ProgressWords, view: ProgressView) -> Iterator[str]:
    """What came after each thing that was tried."""
    if not view.helped:
        yield words.helped_none
    for one in view.helped:
        if one.measured:
            yield followed_by(words, one)
        if one.said:
            yield said_of(words, one)


def name_of(words: ProgressWords, one: BeforeAfter) -> str:
    """Return what was tried, with its first letter large."""
    return str(getattr(words, f"what_{one.what.value}"))


def followed_by(words: ProgressWords, one: BeforeAfter) -> str:
    """Return how often it was followed by less pain. It was measured at least once."""
    template = str(getattr(words, _how_followed(one)))
    return template.format(
        what=name_of(words, one), less=one.less, more=one.more, times=one.measured
    )


def _how_followed(one: BeforeAfter) -> str:
    once = "_once" if one.measured == 1 else ""
    if one.less:
        return "followed_mixed" if one.more else f"followed{once}"
    if one.more == one.measured:
        return f"followed_more{once}"
    return "followed_none_more" if one.more else f"followed_none{once}"


def said_of(words: ProgressWords, one: BeforeAfter) -> str:
    """Return how often the person said that it helped. They said so, or not, at least once."""
    once = one.said == 1
    if one.helped:
        template = words.said_once if once else words.said
    else:
        template = words.said_none_once if once else words.said_none
    return template.format(what=name_of(words, one), helped=one.helped, times=one.said)
