"""People at work in processes of their own, that something happens to at any moment.

A process that has everything loaded and no thread waits for orders, and forks for each: what takes
a second to start is started once.
"""

import json
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from tests.faults.at_work import AtWork
from tests.journal.copies_at_work import Copy
from tests.journeys.houses import CATALOGUE

PATIENCE = 60.0
"""Seconds after which somebody at work counts as hanging."""


@dataclass(frozen=True)
class Order:
    """What shall happen."""

    folder: str
    seed: int
    journeys: tuple[str, ...]
    happens: str = ""
    """`kill`, `stop` (and continue, a few times) or nothing."""
    after: int = 0
    """After so many lines it happens."""
    acts: int = 1_000_000
    """Journeys that are gone through, if nothing ends it before."""
    copies: int = 1
    limit: int | None = None
    """Bytes that no file may grow beyond."""


@dataclass(frozen=True)
class Happened:
    """What came of it."""

    told: list[list[str]] = field(default_factory=list)
    """The lines of each copy."""
    ends: list[int] = field(default_factory=list)
    """The exit code of each, or minus the signal that ended it."""


class Workshop:
    """Gives orders to the process that forks."""

    def __init__(self, folder: Path) -> None:
        self._copy = Copy(folder, "from tests.faults.forks import take_orders; take_orders()")

    def order(self, order: Order) -> Happened:
        """Let it happen."""
        self._copy.say(json.dumps(asdict(order)))
        answer: dict[str, Any] = json.loads(self._copy.hear())
        return Happened(**answer)

    def close(self) -> None:
        """Let go of the process."""
        self._copy.kill()


def take_orders() -> None:
    """Do what is ordered on standard input, line by line. Runs in the process that forks."""
    _ = CATALOGUE.library, CATALOGUE.packs  # read once, before anybody is forked
    for line in sys.stdin:
        raw = json.loads(line)
        order = Order(**{**raw, "journeys": tuple(raw["journeys"])})
        happened = _carry_out(order)
        print(json.dumps(asdict(happened)), flush=True)  # noqa: T201 - that is how it answers


def _carry_out(order: Order) -> Happened:
    gate, opens = os.pipe()
    running = [_start(order, number, gate, opens) for number in range(order.copies)]
    os.close(gate)
    os.close(opens)
    told = [b""] * order.copies
    chance = Random(order.seed)  # noqa: S311 - repeatable
    if order.happens:
        ((pid, pipe),) = running
        told[0] = _read(pipe, order.after)
        told[0] += _let_happen(order.happens, pid, pipe, chance)
    for place, (_, pipe) in enumerate(running):
        told[place] += _read(pipe)
        os.close(pipe)
    ends = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid, _ in running]
    whole = [one.rpartition(b"\n")[0].decode().splitlines() for one in told]
    return Happened(whole, ends)


def _let_happen(what: str, pid: int, pipe: int, chance: Random) -> bytes:
    """Send signals at moments that nobody has chosen; return what was told meanwhile."""
    told = b""
    for _ in range(5 if what == "stop" else 0):
        os.kill(pid, signal.SIGSTOP)
        select.select([], [], [], chance.uniform(0, 0.02))
        os.kill(pid, signal.SIGCONT)
        told += _read(pipe, chance.randint(1, 10))
    if what == "kill":
        select.select([], [], [], chance.uniform(0, 0.01))
        os.kill(pid, signal.SIGKILL)
    return told


def _read(pipe: int, lines: int | None = None) -> bytes:
    """Read so many lines, or up to the end."""
    told = b""
    while lines is None or told.count(b"\n") < lines:
        ready, _, _ = select.select([pipe], [], [], PATIENCE)
        if not ready:
            raise TimeoutError("somebody at work tells nothing any more")
        found = os.read(pipe, 1 if lines else 65536)
        if not found:
            break
        told += found
    return told


# --- the one at work ------------------------------------------------------------------------------


def _start(order: Order, number: int, gate: int, opens: int) -> tuple[int, int]:
    """Fork somebody who begins when the gate is opened; return the process and its pipe."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    code = 1
    try:
        os.close(opens)
        os.close(reading)
        os.read(gate, 1)  # up to its end, which is when all have been started
        _work(order, number, writing)
        code = 0
    except BaseException:  # noqa: BLE001 - it must not come back into the process that forks
        traceback.print_exc()
    finally:
        os._exit(code)


def _work(order: Order, number: int, writing: int) -> None:
    os.environ["UNSPASM_HOME"] = order.folder
    sys.stdin = StringIO()  # the other one holds further orders
    if order.limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.limit, order.limit))

    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    chance = Random(f"{order.seed} {number}")  # noqa: S311 - repeatable
    with _at_work(order, number, chance, say) as person:
        for _ in range(order.acts):
            person.do(*order.journeys)


@contextmanager
def _at_work(order: Order, number: int, chance: Random, say: Any) -> Iterator[AtWork]:  # noqa: ANN401
    person = AtWork(Path(order.folder), chance, say, name=f"{number}-")
    yield person
    person.house.close()
