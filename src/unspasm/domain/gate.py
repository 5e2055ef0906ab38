"""What has to be asked before a pack or a session: rule 8 of the design."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum

from unspasm.domain.answers import Answers
from unspasm.domain.care_status import Settled
from unspasm.domain.check_state import CheckState
from unspasm.domain.checklist import begin
from unspasm.domain.entries import Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.episodes import current_episode
from unspasm.domain.moment import Moment
from unspasm.domain.person import About
from unspasm.domain.rules import PREGNANCY, Page, PageKind, Rules
from unspasm.domain.values import value

_IN_A_SPASM = timedelta(days=7)
_BETWEEN_SPASMS = timedelta(days=90)
_NOW_PAGES = timedelta(hours=24)
NEW_OR_WORSE = "new_or_worse"
"""The step that asks whether anything is new or worse."""


class Asking(Enum):
    """How much is to be asked."""

    FULL = "full"
    """The whole checklist."""
    NOW = "now"
    """The three pages that are asked again every day."""
    NEW = "new"
    """One page: is anything new or worse?"""


@value
class Gate:
    """What stands between the person and a pack or a session."""

    asking: Asking
    since: datetime | None
    """When they were last asked, as lived; `None` where they never were."""
    pages: frozenset[str] | None = None
    """The pages to ask, if not all that apply."""


def gate(rules: Rules, entries: Iterable[Entry], now: Moment) -> Gate:
    """Return what has to be asked now.

    A check from the future counts as none: the clock was wrong then or is now.

    Args:
        rules: for the pages that are asked every day.
        entries: every entry on care.
        now: this moment.
    """
    known = [entry for entry in entries if entry.at <= now.wall]
    checks = [(entry, entry.body) for entry in known if isinstance(entry.body, Check)]
    over = _over(known)
    in_spasm = in_a_spasm(known, now)
    full = [
        entry.at
        for entry, check in checks
        if check.complete and not (in_spasm and over and entry.at <= over)
    ]
    pages = now_pages(rules)
    asked = [entry for entry in known if isinstance(entry.body, Check | NothingNew)]
    since = max(asked, key=lambda entry: (entry.at, entry.id)).lived if asked else None
    if _older(full, _IN_A_SPASM if in_spasm else _BETWEEN_SPASMS, now):
        return Gate(Asking.FULL, since)
    if _now_pages_due(known, pages, now):
        return Gate(Asking.NOW, since, pages)
    return Gate(Asking.NEW, since)


def asks_again_due(rules: Rules, entries: Iterable[Entry], now: Moment) -> bool:
    """Whether the pages of now are to be asked again: daily in a spasm, however little it hurts.

    Pain that falls says nothing about a nerve.

    Args:
        rules: for the pages.
        entries: those that Home has, or more.
        now: this moment.
    """
    known = [entry for entry in entries if entry.at <= now.wall]
    return in_a_spasm(known, now) and _now_pages_due(known, now_pages(rules), now)


def in_a_spasm(entries: Iterable[Entry], now: Moment) -> bool:
    """Whether there was a check, or pain was told of, since the last spasm was over."""
    known = [entry for entry in entries if entry.at <= now.wall]
    return current_episode(known) is not None


def _now_pages_due(known: list[Entry], pages: frozenset[str], now: Moment) -> bool:
    checks = [(entry.at, entry.body) for entry in known if isinstance(entry.body, Check)]
    daily = [at for at, check in checks if check.complete or pages <= check.answered]
    return _older(daily, _NOW_PAGES, now)


def _over(known: list[Entry]) -> datetime | None:
    return max((e.at for e in known if isinstance(e.body, EpisodeOver)), default=None)


def _older(times: list[datetime], than: timedelta, now: Moment) -> bool:
    return not times or now.wall - max(times) > than


def now_pages(rules: Rules) -> frozenset[str]:
    """Return the pages that are asked again every day."""
    return frozenset(
        step.id for step in rules.steps if isinstance(step, Page) and step.kind is PageKind.NOW
    )


def ask_page(rules: Rules, page: Page, before: frozenset[str], moment: Moment) -> CheckState:
    """Return one page as a checklist of its own, that is worth nothing.

    Args:
        rules: to take its frame from.
        page: the page.
        before: what was ticked of it the last time.
        moment: now.
    """
    alone = replace(rules, steps=(page,), raises=(), course=())
    state = begin(alone, About(), Settled(), moment.lived.year, moment.awake)
    return replace(state, yes=before & frozenset(alone.signs))


def ask_new_or_worse(rules: Rules, about: About, when: str, moment: Moment) -> CheckState:
    """Return the page "new or worse since" as a checklist of its own, that is worth nothing.

    Args:
        rules: for its lines.
        about: for the lines that hold for some people only.
        when: the time since which, in words; none where nothing was ever asked before.
        moment: now.
    """
    words = rules.new_or_worse
    ask = words.ask.format(when=when) if when else words.ask_first
    signs = tuple(
        line.sign for line in words.lines if not line.facts or about.pregnancy in line.facts
    )
    page = Page(NEW_OR_WORSE, PageKind.NOW, words.title, ask, signs)
    return ask_page(rules, page, frozenset(), moment)


def with_person(state: CheckState, rules: Rules, about: About, moment: Moment) -> CheckState:
    """Return the page "new or worse" followed by age and pregnancy, as far as they are not known.

    They decide who is coached at all, also where no check is asked for.
    """
    known = {"age": about.said_in == moment.lived.year, PREGNANCY: about.pregnancy is not None}
    asked = [step for step in rules.steps if not known.get(step.id, True)]
    alone = replace(state.rules, steps=(*state.rules.steps, *asked))
    fresh = begin(alone, about, Settled(), moment.lived.year, moment.awake)
    return replace(fresh, about=about)


def pages_behind(rules: Rules, lines: Iterable[str], about: About) -> frozenset[str]:
    """Return the pages on which the signs stand that these lines of "new or worse" name.

    A page that comes up with a tick elsewhere is left to that tick, which makes the check a full
    one. Where that leaves nothing, the daily pages are asked.

    Args:
        rules: for the lines and the pages.
        lines: the lines that were ticked.
        about: for the pages that hold for some people only.
    """
    ticked = set(lines)
    if not ticked:
        return frozenset()
    covered = [line.sign.covers for line in rules.new_or_worse.lines if line.sign.id in ticked]
    facts = frozenset[str]().union(*covered)
    homes = {rules.home_of[rules.sign_of[fact].id] for fact in facts}
    known = Answers(None, None, None, yes=frozenset(filter(None, [about.pregnancy])))
    there = (step.id for step in rules.steps if step.id in homes and step.applies.to(known))
    return frozenset(there) or now_pages(rules)
