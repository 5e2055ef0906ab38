"""The warning signs of the page in words: each with its days and what became of it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from unspasm.domain.clinician_signs import Became, Outcome, Tick, TickedSign
from unspasm.domain.clinician_values import ClinicianPage
from unspasm.report.typed import typed
from unspasm.words.phrases import parted
from unspasm.words.report_words import ReportWords

Day = Callable[[date], str]
_CELLS = 150
"""Of a sign. The words of the checklist have 100 letters at most."""
_FEW_DAYS = 2


def sign_lines(
    page: ClinicianPage, words: ReportWords, day: Day, most: int, also: int, groups: int
) -> Iterator[str]:
    """Each sign on a line, the rest in rows of those alike, and how many even that leaves out.

    What was ticked comes before what several signs together were worth.
    """
    signs = sorted(page.signs, key=lambda sign: sign.together)
    for sign in signs[:most]:
        told, urgency, ticks = _sign(sign, words, day, groups)
        yield words.sign.format(words=told, urgency=urgency, ticks=ticks)
    alike: dict[tuple[str, str], list[str]] = {}
    for sign in signs[most : most + also]:
        told, urgency, ticks = _sign(sign, words, day, groups)
        alike.setdefault((urgency, ticks), []).append(told)
    for (urgency, ticks), many in alike.items():
        told = parted(words.alike_also, many)
        yield words.signs_alike.format(words=told, urgency=urgency, ticks=ticks)
    if len(signs) > most + also:
        yield words.more.format(count=len(signs) - most - also)
    if not signs:
        yield words.signs_none
    if page.last_check is not None:
        yield words.checks.format(count=page.checks, date=day(page.last_check))


def became_words(outcomes: Iterable[Outcome], words: ReportWords, day: Day) -> list[str]:
    """What became of one tick or one step, each outcome in a few words."""
    return [_outcome(one, words, day) for one in outcomes]


def _sign(sign: TickedSign, words: ReportWords, day: Day, most: int) -> tuple[str, str, str]:
    """Its words, how urgent it is, and when it was ticked."""
    told = typed(sign.words, _CELLS, words.cut)
    alike: dict[tuple[bool, str], list[Tick]] = {}
    for tick in sign.ticks:
        alike.setdefault((not tick.stands, _became(tick, words, day)), []).append(tick)
    ordered = sorted(alike.items(), key=lambda one: (one[0][0], -one[1][-1].at.toordinal()))
    ticks = [
        words.ticked.format(days=_days(listed, words, day), became=became)
        for (_, became), listed in ordered[:most]
    ]
    if len(ordered) > most:
        times = sum(len(one) for _, one in ordered[most:])
        ticks.append(words.more_times.format(count=times))
    if sign.later is not None:
        on, answer = sign.later
        said = getattr(words, f"settled_{answer.value}")
        ticks.append(words.later.format(date=day(on), answer=said))
    together = words.sign_together.format(words=told) if sign.together else told
    return together, getattr(words, f"urgency_{sign.urgency.word}"), parted(words.also_long, ticks)


def _became(tick: Tick, words: ReportWords, day: Day) -> str:
    said = [_outcome(one, words, day) for one in tick.outcomes]
    if tick.unsure:
        said.insert(0, words.unsure)
    if tick.called_on is not None:
        said.append(words.called.format(date=day(tick.called_on)))
    return parted(words.also, said)


def _outcome(outcome: Outcome, words: ReportWords, day: Day) -> str:
    said = str(getattr(words, f"became_{outcome.became.value}"))
    text = said.format(date=day(outcome.on)) if outcome.on else said
    if outcome.became is Became.SEEN and outcome.said:
        text = parted(words.also, [text, str(getattr(words, f"said_{outcome.said.value}"))])
    return text


def _days(ticks: list[Tick], words: ReportWords, day: Day) -> str:
    days = list(dict.fromkeys(tick.at.date() for tick in ticks))
    if len(days) > _FEW_DAYS:
        return words.days_many.format(first=day(days[0]), last=day(days[-1]), count=len(ticks))
    return parted(words.also, map(day, days))
