"""The warning signs of the page in words: each with its days and what became of it."""

from collections.abc import Iterable, Iterator

from unspasm.domain.clinician_signs import Became, Outcome, Tick, TickedSign
from unspasm.domain.clinician_values import ClinicianPage
from unspasm.report.phrasing import Phrasing
from unspasm.report.typed import typed
from unspasm.words.phrases import parted

_CELLS = 150
"""Of a sign. The words of the checklist have 100 letters at most."""
_FEW_DAYS = 2


def sign_lines(page: ClinicianPage, say: Phrasing) -> Iterator[str]:
    """Each sign on a line, the rest in rows of those alike, and how many even that leaves out.

    What was ticked comes before what several signs together were worth.
    """
    words, most, also = say.words, say.limits.signs, say.limits.signs_also
    signs = sorted(page.signs, key=lambda sign: sign.together)
    for sign in signs[:most]:
        told, urgency, ticks = _sign(sign, say)
        yield words.sign.format(words=told, urgency=urgency, ticks=ticks)
    alike: dict[tuple[str, str], list[str]] = {}
    for sign in signs[most : most + also]:
        told, urgency, ticks = _sign(sign, say)
        alike.setdefault((urgency, ticks), []).append(told)
    for (urgency, ticks), many in alike.items():
        told = parted(words.alike_also, many)
        yield words.signs_alike.format(words=told, urgency=urgency, ticks=ticks)
    if len(signs) > most + also:
        yield words.more.format(count=len(signs) - most - also)
    if not signs:
        yield words.signs_none
    if page.last_check is not None:
        yield words.checks.format(count=page.checks, date=say.day(page.last_check))


def became_words(outcomes: Iterable[Outcome], say: Phrasing) -> list[str]:
    """What became of one tick or one step, each outcome in a few words."""
    return [_outcome(one, say) for one in outcomes]


def _sign(sign: TickedSign, say: Phrasing) -> tuple[str, str, str]:
    """Its words, how urgent it is, and when it was ticked."""
    words, most = say.words, say.limits.groups
    told = typed(sign.words, _CELLS, words.cut)
    alike: dict[tuple[bool, str], list[Tick]] = {}
    for tick in sign.ticks:
        alike.setdefault((not tick.stands, _became(tick, say)), []).append(tick)
    ordered = sorted(alike.items(), key=lambda one: (one[0][0], -one[1][-1].at.toordinal()))
    ticks = [
        words.ticked.format(days=_days(listed, say), became=became)
        for (_, became), listed in ordered[:most]
    ]
    if len(ordered) > most:
        times = sum(len(one) for _, one in ordered[most:])
        ticks.append(words.more_times.format(count=times))
    if sign.later is not None:
        on, answer = sign.later
        said = getattr(words, f"settled_{answer.value}")
        ticks.append(words.later.format(date=say.day(on), answer=said))
    together = words.sign_together.format(words=told) if sign.together else told
    return together, getattr(words, f"urgency_{sign.urgency.word}"), parted(words.also_long, ticks)


def _became(tick: Tick, say: Phrasing) -> str:
    words = say.words
    said = [_outcome(one, say) for one in tick.outcomes]
    if tick.unsure:
        said.insert(0, words.unsure)
    if tick.called_on is not None:
        said.append(words.called.format(date=say.day(tick.called_on)))
    return parted(words.also, said)


def _outcome(outcome: Outcome, say: Phrasing) -> str:
    words = say.words
    said = str(getattr(words, f"became_{outcome.became.value}"))
    text = said.format(date=say.day(outcome.on)) if outcome.on else said
    if outcome.became is Became.SEEN and outcome.said:
        text = parted(words.also, [text, str(getattr(words, f"said_{outcome.said.value}"))])
    return text


def _days(ticks: list[Tick], say: Phrasing) -> str:
    words = say.words
    days = list(dict.fromkeys(tick.at.date() for tick in ticks))
    if len(days) > _FEW_DAYS:
        return words.days_many.format(
            first=say.day(days[0]), last=say.day(days[-1]), count=len(ticks)
        )
    return parted(words.also, map(say.day, days))
