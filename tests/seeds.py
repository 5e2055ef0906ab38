"""Records that somebody may come with, so that no test has to type a whole check first."""

from dataclasses import replace
from typing import Any

from tests.journeys.houses import CATALOGUE

from unspasm.domain.answers import Answers
from unspasm.domain.check_events import Confirm, Shown, Tick
from unspasm.domain.check_state import signs_here
from unspasm.domain.entries import About, Body, Check
from unspasm.domain.pack_entries import Ended, PackKind, PackOn
from unspasm.domain.urgency import Urgency
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper

NO_SIGN = Check(Answers(age=38, days=2.0, pain=5), Urgency.SELF_CARE, (), complete=True)
LASTING = frozenset(one.sign.id for one in CATALOGUE.packs.conditions if one.lasting)
"""The lasting conditions, asked before the first pack."""


def say(house: House, *bodies: Body) -> None:
    """Keep what somebody says."""
    assert house.append([house.entry(body) for body in bodies])


def checked(house: House, about: About | None = None) -> None:
    """Keep a whole check without a sign; without `about`, nothing lasting speaks against a pack."""
    say(house, NO_SIGN, about or About(pack_asked=LASTING))


def coached(house: House, **changed: Any) -> None:  # noqa: ANN401 - what About takes
    """Keep a whole check without a sign, and everything that is asked before a session."""
    known = About(year_of_birth=1988, said_in=2026, pregnancy="no", unsuited_asked=True)
    say(house, NO_SIGN, replace(known, pack_asked=LASTING, **changed))


def sessions_in(house: House, *kinds: type) -> list[Body]:
    """What was said of sessions, oldest first."""
    entries = sorted(house.session_entries(), key=lambda entry: entry.at)
    return [entry.body for entry in entries if not kinds or isinstance(entry.body, kinds)]


def put_on(house: House, kind: PackKind = PackKind.COLD, minutes: int = 12) -> None:
    """Put a pack on now."""
    say(house, PackOn(kind, minutes, house.clock().stamp))


def take_off(house: House, ended: Ended = Ended.OFF) -> None:
    """Take the pack off now."""
    assert PackKeeper(house, lambda _cues, _pack: None).off(ended)


def tick(house: House, *signs: str) -> CheckJourney:
    """Begin a check, tick these signs of its first page, and go on."""
    run = CheckJourney(house)
    run.tell(Shown(frozenset(sign.id for sign in signs_here(run.state.step))))
    for sign in signs:
        run.tell(Tick(sign))
    run.tell(Confirm())
    return run


def packs_in(house: House) -> list[Body]:
    """What was said of packs, oldest first."""
    return [entry.body for entry in sorted(house.pack_entries(), key=lambda entry: entry.at)]
