"""Sentences around tips and the daily plan, the same on both faces."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspasm.domain.home import HomeView
from unspasm.domain.urgency import Urgency
from unspasm.words.tips_words import TipsWords

if TYPE_CHECKING:
    from unspasm.domain.plan import PlanView
    from unspasm.domain.tips import Tip

_ENDS = (".", "?", "\u3002", "\uff1f")
"""Signs that end a sentence, those of Chinese and Japanese included."""


def tips_on_home(words: TipsWords, view: HomeView, today: "Tip | None") -> str:
    """Return what stands beside tips on Home: today's, unless a card comes before reading."""
    if view.under_16 or view.standing is Urgency.EMERGENCY:
        return words.home_waits
    return words.home_today.format(title=today.title) if today else words.home_note


def tip_body(words: TipsWords, tip: "Tip") -> Iterator[str]:
    """Return what follows the lead of a tip, a paragraph or step each."""
    yield from tip.lines
    if tip.differs:
        yield words.evidence.format(words=tip.differs)


def how_many(words: TipsWords, count: int) -> str:
    """Return how many answers were found."""
    if count == 0:
        return words.found_none
    return words.found_one if count == 1 else words.found.format(count=count)


def plan_note(words: TipsWords, plan: "PlanView") -> str:
    """Return how much of the plan of today is done."""
    if not plan.done:
        return words.plan_none
    return words.plan_done.format(done=len(plan.done), all=len(plan.smalls))


def plan_days(words: TipsWords, plan: "PlanView") -> str:
    """Return on how many of the last days something was done; nothing of a week without any."""
    return words.plan_days.format(days=plan.days) if plan.days else ""


def ended(words: TipsWords, title: str) -> str:
    """Return a title as a line that an ear hears the end of."""
    return title if title.endswith(_ENDS) else words.title_end.format(title=title)


def tip_lines(words: TipsWords, tip: "Tip", check_first: str) -> Iterator[str]:
    """A tip from top to bottom, a paragraph a line.

    Args:
        words: of tips.
        tip: the tip.
        check_first: what comes first where it asks about a warning sign.
    """
    yield ended(words, tip.title)
    if tip.check:
        yield check_first
    yield tip.lead
    yield from tip_body(words, tip)
