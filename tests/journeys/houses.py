"""A house with a record of its own, and a clock that tests move."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from unspasm.catalogue import Catalogue, load
from unspasm.domain.check_events import (
    Choose,
    Confirm,
    Event,
    NoneOfThese,
    Number,
    Shown,
    Tick,
)
from unspasm.domain.check_state import CheckState, signs_here
from unspasm.domain.entries import Body
from unspasm.domain.moment import Moment
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page
from unspasm.journal import Journal, JournalError, Trouble, Unfinished, open_journal
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.memory import CHECK

CONTENT = Path(__file__).parents[2] / "content" / "en"
START = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
A_WHILE = 2.0
"""Seconds: longer than any guard."""
CATALOGUE = load(CONTENT)
AGE, DAYS, PAIN = 38, 2.0, 6
NUMBERS = {"age": AGE, "days": DAYS, "pain": float(PAIN)}
WRITING = ("append", "decide", "keep_unfinished", "merge", "try_to_write")


class Hasty(sqlite3.Connection):
    """A connection that does not wait for the disk: no power is cut in these tests."""

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401, D102
        return super().execute(sql.replace("synchronous = FULL", "synchronous = OFF"), *arguments)


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every journal that is opened in this process be a hasty one."""
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Hasty))


class FakeClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> Moment:  # noqa: D102 - the class says it
        wall = START + timedelta(seconds=self.seconds)
        return Moment(wall, timedelta(hours=1), self.seconds, self.seconds, "a-boot")

    def advance(self, seconds: float = A_WHILE, *, hours: float = 0, days: float = 0) -> None:
        """Let time pass."""
        self.seconds += seconds + 3600 * hours + 86_400 * days


def house_at(
    folder: Path, clock: Callable[[], Moment], *, catalogue: Catalogue = CATALOGUE
) -> House:
    """Return a house on the record in `folder`, as each start of the program makes one."""
    house = House(CONTENT, clock, open_journal(folder, clock()))
    house.catalogue = catalogue
    return house


def house_without_record(
    clock: Callable[[], Moment], trouble: Trouble | None = Trouble.UNAVAILABLE
) -> House:
    """Return a house that can keep nothing."""
    house = House(CONTENT, clock, None, trouble)
    house.catalogue = CATALOGUE
    return house


def record_of(house: House) -> Journal:
    """Return the record behind a house."""
    assert house._journal is not None
    return house._journal


def fill_disk(
    house: House, monkeypatch: pytest.MonkeyPatch, trouble: Trouble = Trouble.FULL
) -> None:
    """Let nothing more be written to the record of this house."""

    def refuse(*_arguments: Any, **_named: Any) -> None:  # noqa: ANN401
        raise JournalError(trouble)

    for name in WRITING:
        monkeypatch.setattr(record_of(house), name, refuse)


def bodies(house: House, *kinds: type) -> list[Body]:
    """What is known to have been said, oldest first, kept or not."""
    entries = sorted(house.care_entries(), key=lambda entry: entry.at)
    return [entry.body for entry in entries if not kinds or isinstance(entry.body, kinds)]


def kept_in(folder: Path, clock: Callable[[], Moment], *kinds: type) -> list[Body]:
    """What stands in the record in `folder`, oldest first."""
    house = house_at(folder, clock)
    try:
        return bodies(house, *kinds)
    finally:
        house.close()


def rows_in(house: House) -> list[Unfinished]:
    """Where checks stand that were not finished."""
    return record_of(house).unfinished(CHECK)


# --- somebody who goes through a check by keys ----------------------------------------------------


def press(run: CheckJourney, clock: FakeClock, *events: Event) -> CheckState:
    """Send events as keys would, each a while after the one before."""
    for event in events:
        clock.advance()
        run.tell(event)
    return run.state


def show_all(run: CheckJourney) -> None:
    """Scroll over the whole page."""
    run.tell(Shown(frozenset(sign.id for sign in signs_here(run.state.step))))


def answer(run: CheckJourney, clock: FakeClock, *yes: str) -> CheckState:
    """Answer the step that is being asked; the signs in `yes` are true."""
    show_all(run)
    match run.state.step:
        case Page(signs=signs):
            ticks: Sequence[Event] = [Tick(sign.id) for sign in signs if sign.id in yes]
            known = run.state.already_known or run.state.ticked_here
            return press(run, clock, *ticks, Confirm() if ticks or known else NoneOfThese())
        case NumberQuestion(id=name):
            return press(run, clock, Number(NUMBERS[name]))
        case ChoiceQuestion(options=options):
            ids = [option.sign.id if option.sign else "" for option in options]
            place = next((place for place, name in enumerate(ids) if name in yes), 0)
            return press(run, clock, Choose(place))
        case other:
            raise AssertionError(f"not expected here: {other}")


def answer_to(run: CheckJourney, clock: FakeClock, step: str, *yes: str) -> CheckState:
    """Answer everything before `step`."""
    for _ in range(40):
        if run.state.at == step or run.state.ending:
            return run.state
        answer(run, clock, *yes)
    raise AssertionError(f"never came to {step}; now at {run.state.at}")


def answer_all(run: CheckJourney, clock: FakeClock, *yes: str) -> CheckState:
    """Answer everything that is asked."""
    return answer_to(run, clock, "", *yes)
