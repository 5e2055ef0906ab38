"""Somebody at work with every journey, by chance, who is told what has been kept.

What is told is a set of names. `found_in` finds the same names in a record, so that whatever was
told and is not there has been lost.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random

from tests.journal.made_up import everything_in
from tests.journeys.houses import CATALOGUE, CONTENT, START, FakeClock, answer, house_at
from tests.seeds import coached

from unspasm.cli import main
from unspasm.domain.entries import Check
from unspasm.domain.log_entries import PainLog, Retracted
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackKind, PackOff
from unspasm.domain.pack_entries import SkinLook as Look
from unspasm.domain.session import Do
from unspasm.domain.session_entries import Feel, SessionDone
from unspasm.domain.which_routine import fit
from unspasm.journal import Journal, open_journal
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House
from unspasm.journeys.log import LogJourney
from unspasm.journeys.memory import CHECK
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.journeys.sessions import SESSION, SessionJourney
from unspasm.journeys.today import body_today

JOURNEYS = ("check", "log", "session", "pack", "command")
"""`command` is `unspasm log`, from a shell."""
ROUTINES = ("ease", "first_aid")
_BY_SKIP = (Do.NEXT, Do.BACK, Do.REPEAT, Do.SKIP, Do.LONGER, Do.SHORTER, Do.PAUSE, Do.EASIER)
Say = Callable[[str], None]


class WildClock(FakeClock):
    """The clocks of a machine that is set, sleeps and starts anew."""

    def __init__(self) -> None:
        super().__init__()
        self._wrong = self._asleep = self._started = 0.0
        self._starts = 1

    def __call__(self) -> Moment:  # noqa: D102 - as the class before it
        on = self.seconds - self._started
        return Moment(
            START + timedelta(seconds=self.seconds + self._wrong),
            timedelta(hours=1),
            on - self._asleep,
            on,
            "a-boot" if self._starts == 1 else f"boot-{self._starts}",
        )

    def goes_wild(self, chance: Random) -> None:
        """Be set forward or back, sleep, or start anew."""
        far = chance.choice([5, 3_600, 86_400, 40 * 86_400, 3 * 365 * 86_400])
        match chance.randrange(4):
            case 0:
                self._wrong = chance.uniform(-far, far)
            case 1:
                self.seconds += far
                self._asleep += far
            case 2:
                self._starts += 1
                self._started, self._asleep = self.seconds, 0.0
            case _:
                self._wrong = 0.0


@dataclass
class AtWork:
    """One person with one copy of the program."""

    folder: Path
    chance: Random
    say: Say
    clock: FakeClock = field(default_factory=FakeClock)
    name: str = ""
    """What tells this copy from others in what it notes."""

    def __post_init__(self) -> None:
        self.house = house_at(self.folder, self.clock)
        self._numbers = count()

    def do(self, *journeys: str) -> None:
        """Go through one of these journeys, whichever comes."""
        getattr(self, f"_{self.chance.choice(journeys)}")()

    def starts_again(self) -> None:
        """Leave the program and start it again."""
        self.house.close()
        self.house = house_at(self.folder, self.clock)

    def _check(self) -> None:
        run = CheckJourney(self.house)
        signs = sorted(self.house.catalogue.rules.signs)
        yes = self.chance.sample(signs, self.chance.choice([0, 0, 1, 2]))
        for _ in range(60):
            if run.state.ending:
                break
            answer(run, self.clock, *yes)
            if run.kept and not run.state.ending:
                ticked = run.state.yes | run.state.unsure
                self.say(f"check:{run._id}:{','.join(sorted(ticked | run.state.confirmed))}")
        if run.kept and run.entry:
            self.say(f"over:check:{run._id}")
            self.say(f"entry:{run.entry.id}")

    def _log(self) -> None:
        run = LogJourney(self.house)
        run.say_pain(self.chance.randint(0, 10))
        run.say(note=self._note())
        if run.keep() and run.entry:
            entry = run.entry.id
            self.say(f"entry:{entry}")
            if self.chance.random() < 0.2 and run.undo():
                self.say(f"hidden:{entry}")
        self.clock.advance(hours=self.chance.randint(0, 30))

    def _note(self) -> str:
        return f"{self.name}{next(self._numbers)} {'n' * self.chance.choice([0, 40, 4000])}"

    def _session(self) -> None:
        library = CATALOGUE.library
        body = body_today(self.house, floor=self.chance.random() < 0.5)
        fitted = fit(library.routines[self.chance.choice(ROUTINES)], library, body)
        if not fitted.phases:
            return  # everything in it has been left out: no face offers it
        run = SessionJourney(self.house, fitted, lambda _cues, _state: None)
        for _ in range(self.chance.randint(3, 25)):
            self.clock.advance(self.chance.choice([0.5, 1, 1, 2]))
            self._session_goes_on(run)
            if run.kept and not run.state.ended:
                self.say(f"session:{run._id}:{int(run.state.total)}")
        if not run.state.ended:
            run.do(self.chance.choice([Do.STOP, Do.STOP, Do.WORSE]))
        if run.kept and run.entry:
            self.say(f"over:session:{run._id}")
            self.say(f"entry:{run.entry.id}")
            run.after(self.chance.randint(0, 10), self.chance.choice(list(Feel)))

    def _session_goes_on(self, run: SessionJourney) -> None:
        if self.chance.random() < 0.3 and not run.state.ended:
            run.do(self.chance.choice(_BY_SKIP))
        else:
            run.look()

    def _pack(self) -> None:
        keeper = PackKeeper(self.house, lambda _cues, _pack: None)
        keeper.begin(PackPlan(self.chance.choice(list(PackKind)), self.chance.randint(1, 20)))
        pack = keeper.look()
        if pack:
            if keeper.kept:
                self.say(f"entry:{pack.id}")
            for _ in range(self.chance.randint(0, 5)):
                self.clock.advance(self.chance.choice([1, 60, 301]))
                keeper.checked(fine=True)
            if keeper.off() and keeper.kept:
                self.say(f"off:{pack.id}")
            keeper.after(pack.id, self.chance.choice(list(Look)), self.chance.randint(0, 10))
        self.clock.advance(hours=self.chance.choice([1, 9, 25]))

    def _command(self) -> None:
        note = f"{self.name}shell {next(self._numbers)}"
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            code = main(["log", str(self.chance.randint(0, 10)), note])
        if code == 0:
            self.say(f"note:{note}")


def begin_a_record(folder: Path) -> None:
    """Keep what has to be known before sessions and packs."""
    house = house_at(folder, FakeClock())
    coached(house)
    house.close()


# --- afterwards -----------------------------------------------------------------------------------


def told_in(lines: Sequence[str]) -> set[str]:
    """What stands at the end of what was told: an unfinished journey as it stood last."""
    told: dict[str, str] = {}
    for line in lines:
        what, _, rest = line.partition(":")
        if what == "over":
            told.pop(rest, None)
        elif what in {"check", "session"}:
            told[f"{what}:{rest.partition(':')[0]}"] = line
        else:
            told[line] = line
    return set(told.values())


def found_in(folder: Path, told: set[str], moment: Moment) -> set[str]:
    """Return what of that is found in the record, which must be in order."""
    journal = open_journal(folder, moment)
    try:
        found = _found(journal, told)
        assert [] == journal.troubles
    finally:
        journal.close()
    house = House(CONTENT, lambda: moment, open_journal(folder, moment))
    house.catalogue = CATALOGUE
    house.home()
    house.spasm_now()
    house.notice()
    assert () == house.troubles
    house.close()
    return found


def _found(journal: Journal, told: set[str]) -> set[str]:
    entries = everything_in(journal)
    found = {f"entry:{one.id}" for one in entries}
    for one in entries:
        match one.body:
            case PackOff(pack=pack):
                found.add(f"off:{pack}")
            case Retracted(target=target):
                found.add(f"hidden:{target}")
            case PainLog(note=note):
                found.add(f"note:{note}")
            case _:
                pass
    ended = {
        "check": any(isinstance(e.body, Check) and f"entry:{e.id}" not in told for e in entries),
        "session": any(
            isinstance(e.body, SessionDone) and f"entry:{e.id}" not in told for e in entries
        ),
    }
    return found | {one for one in told if _is_unfinished(journal, one, ended)}


def _is_unfinished(journal: Journal, told: str, ended: dict[str, bool]) -> bool:
    """Whether a journey stands at least where it was told to stand, or has ended just after."""
    what, _, rest = told.partition(":")
    if what not in {"check", "session"}:
        return False
    name, _, where = rest.partition(":")
    row = next((r for r in journal.unfinished({"check": CHECK, "session": SESSION}[what])
                if r.id == name), None)  # fmt: skip
    if row is None:
        return ended[what]
    state = json.loads(row.state)
    if what == "session":
        return bool(int(state["total"]) >= int(where))
    known = {*state["yes"], *state["unsure"], *state["confirmed"]}
    return set(filter(None, where.split(","))) <= known
