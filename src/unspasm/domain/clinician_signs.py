"""Every warning sign that was ticked, when, and what became of it, for the page for a clinician."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum

from unspasm.domain.assess import Reason
from unspasm.domain.course_entries import CourseReached, CourseSeen
from unspasm.domain.entries import (
    Called,
    Check,
    Entry,
    EpisodeOver,
    Lapsed,
    Said,
    Seen,
    SettledAnswer,
    TakenBack,
)
from unspasm.domain.pain import day_felt
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value


class Became(Enum):
    """What became of something that was ticked or reached."""

    STANDS = "stands"
    """Nobody has seen the person for it, as far as they said."""
    NOTED = "noted"
    """The same, and nothing waits for it: it asked for an ordinary visit, or one soon."""
    SEEN = "seen"
    MISTAKE = "mistake"
    """Taken back as a mistake."""
    LAPSED = "lapsed"
    """Its spasm is over, and a full check after that found nothing so urgent."""
    OVER = "over"
    """A step of the course whose spasm is over."""


@value
class Outcome:
    """One thing that became of it."""

    became: Became
    on: date | None = None
    """The day, as lived; none where it stands."""
    said: Said | None = None
    """What whoever saw the person said about exercise."""


@value
class Tick:
    """One time that a sign was ticked."""

    check: str
    """The entry."""
    at: datetime
    """As lived, without a zone."""
    unsure: bool
    outcomes: tuple[Outcome, ...]
    """The earliest first; at least one."""
    called_on: date | None = None
    """When the person said that they had called about that check."""

    @property
    def stands(self) -> bool:
        """Whether it waits for somebody to see the person."""
        return any(one.became is Became.STANDS for one in self.outcomes)


@value
class TickedSign:
    """A warning sign, or what several signs together were worth, and each time it was ticked."""

    id: str
    words: str
    """As the person ticked it, or the reason that was shown where no single sign is behind it."""
    urgency: Urgency
    """The highest that it was worth."""
    together: bool
    """No single sign is behind it."""
    ticks: tuple[Tick, ...]
    """The earliest first; at least one."""
    later: tuple[date, SettledAnswer] | None = None
    """What the person said of it last, after somebody had seen them for it."""

    @property
    def stands(self) -> bool:
        """Whether it waits for somebody to see the person."""
        return any(tick.stands for tick in self.ticks)


@value
class StepReached:
    """A step of the course that the record has come to, and what became of it."""

    step: str
    heading: str
    because: str
    urgency: Urgency
    on: date
    outcomes: tuple[Outcome, ...]

    @property
    def stands(self) -> bool:
        """Whether it waits for somebody to see the person."""
        return any(one.became is Became.STANDS for one in self.outcomes)


def ticked_signs(
    known: Iterable[Entry], ask_of: Mapping[str, str], within: Callable[[date], bool]
) -> tuple[TickedSign, ...]:
    """Return every sign ticked within the days, and what stands from whatever day.

    What stands comes first, then the most urgent, then what was ticked last.

    Args:
        known: the record without what is hidden, in any order.
        ask_of: the words of each sign by its id, for ticks that do not bear them.
        within: whether a day is told of.
    """
    listed = sorted(known, key=lambda entry: (entry.at, entry.id))
    became = _Became(listed)
    ticks: defaultdict[tuple[str, str], list[tuple[Reason, Tick]]] = defaultdict(list)
    for entry in listed:
        if not isinstance(entry.body, Check):
            continue
        for reason in entry.body.reasons:
            if reason.urgency is Urgency.SELF_CARE:
                continue  # nothing warns there: that somebody is pregnant is told as such
            tick = became.of(entry, reason)
            if tick.stands or within(entry.lived.date()):
                words = reason.asked or ask_of.get(reason.sign) or reason.because
                ticks[reason.id, words].append((reason, tick))
    found = [_sign(name, words, told, became) for (name, words), told in ticks.items()]
    return tuple(sorted(found, key=_order))


def steps_reached(
    known: Iterable[Entry], within: Callable[[date], bool]
) -> tuple[StepReached, ...]:
    """Return the steps reached within the days, and those that stand; what stands first."""
    listed = list(known)
    overs = [(entry, entry.body) for entry in listed if isinstance(entry.body, EpisodeOver)]
    seen = [(entry, entry.body) for entry in listed if isinstance(entry.body, CourseSeen)]
    found = []
    for entry in listed:
        if not isinstance(entry.body, CourseReached):
            continue
        body = entry.body
        outcomes = [
            Outcome(Became.MISTAKE if one.mistaken else Became.SEEN, one.on)
            for _, one in seen
            if one.reached == entry.id
        ]
        outcomes += [
            Outcome(Became.OVER, day_felt(over))
            for over, ends in overs
            if entry.id in ends.ends and not body.outlasts
        ]
        step = StepReached(
            step=body.reason.id,
            heading=body.heading,
            because=body.reason.because,
            urgency=body.reason.urgency,
            on=day_felt(entry),
            outcomes=tuple(sorted(set(outcomes), key=_by_day)) or (Outcome(Became.STANDS),),
        )
        if step.stands or within(step.on):
            found.append(step)
    return tuple(sorted(found, key=lambda one: (not one.stands, -one.on.toordinal(), one.step)))


class _Became:
    """What later entries say of the reasons of each check."""

    def __init__(self, listed: list[Entry]) -> None:
        self._outcomes: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
        self._called: dict[str, date] = {}
        self.later: dict[str, tuple[date, SettledAnswer]] = {}
        for entry in listed:
            day = entry.lived.date()
            match entry.body:
                case Seen(check, reasons, on, said):
                    self._add(check, reasons, Outcome(Became.SEEN, on, said))
                case TakenBack(check, reasons):
                    self._add(check, reasons, Outcome(Became.MISTAKE, day))
                case Lapsed(check, reasons):
                    self._add(check, reasons, Outcome(Became.LAPSED, day))
                case Called(check):
                    self._called[check] = day
                case Check(settled=settled):
                    self.later.update({sign: (day, answer) for sign, answer in settled.items()})

    def _add(self, check: str, reasons: Iterable[str], outcome: Outcome) -> None:
        for reason in reasons:
            self._outcomes[check, reason].append(outcome)

    def of(self, entry: Entry, reason: Reason) -> Tick:
        """One tick, with what became of it."""
        outcomes = sorted(set(self._outcomes[entry.id, reason.id]), key=_by_day)
        if not outcomes:
            waits = reason.urgency >= Urgency.SAME_DAY
            outcomes = [Outcome(Became.STANDS if waits else Became.NOTED)]
        called = self._called.get(entry.id)
        return Tick(entry.id, entry.lived, reason.unsure, tuple(outcomes), called)


def _sign(name: str, words: str, told: list[tuple[Reason, Tick]], became: _Became) -> TickedSign:
    latest = told[-1][0]
    return TickedSign(
        id=name,
        words=words,
        urgency=max(reason.urgency for reason, _ in told),
        together=not latest.asked and latest.id != latest.sign,
        ticks=tuple(tick for _, tick in told),
        later=became.later.get(latest.sign),
    )


def _order(sign: TickedSign) -> tuple[bool, int, float, str, str]:
    latest = sign.ticks[-1].at
    age = -(latest - datetime.min).total_seconds()  # noqa: DTZ901 - as lived, without a zone
    return not sign.stands, -sign.urgency, age, sign.id, sign.words


def _by_day(outcome: Outcome) -> tuple[date, str, str]:
    said = outcome.said.value if outcome.said else ""
    return outcome.on or date.min, outcome.became.value, said
